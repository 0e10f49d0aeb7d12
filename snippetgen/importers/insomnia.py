"""Insomnia's exports, version 4 (JSON) and 5 (YAML) -> requests (https://docs.insomnia.rest/insomnia/import-export-data)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from snippetgen.data.jsontext import bare_text, dumps
from snippetgen.errors import Mistake, SpecError
from snippetgen.importers.body import Form, FromFile, Multipart, Part, Raw
from snippetgen.importers.draft import Draft, source, type_by_name
from snippetgen.importers.notes import Note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.importers.model import Options, Source

    Data = dict[str, Any]

_TAG = re.compile(r"\{%\s*(\w+)(.*?)%\}", re.DOTALL)
_DEEPEST = 50


def open_insomnia(data: Data, file: str, options: Options) -> Source:
    """The requests of an export.

    Raises:
        SpecError: it contains no HTTP request.
    """
    found, others = [], list[str]()
    for request, folders, known in _requests(data):
        kind = str(request.get("_type", "request"))
        if kind != "request":
            others.append(kind.removesuffix("_request"))
        else:
            found.append(_draft(request, folders, known))
    if not found:
        raise SpecError([Mistake(file, 0, 0, "", "contains no HTTP request")])
    notes = (Note("", f"left out, because they are not HTTP: {', '.join(sorted(set(others)))}"),) if others else ()
    return source("Insomnia", file, found, options, notes)


def _requests(data: Data) -> Iterator[tuple[Data, tuple[str, ...], dict[str, str]]]:
    """Each request, the names of its folders, and the variables that it sees."""
    if "resources" in data:
        yield from _of_version_4(_maps(data["resources"]))
        return
    environment = _map(data.get("environments"))
    known = _variables(environment.get("data"))
    for one in _maps(environment.get("subEnvironments")):
        known = _variables(one.get("data")) | known
    yield from _of_version_5(data.get("collection"), (), known)


def _of_version_4(resources: list[Data]) -> Iterator[tuple[Data, tuple[str, ...], dict[str, str]]]:
    by_id = {str(one["_id"]): one for one in resources if one.get("_id")}
    environments = [one for one in resources if one.get("_type") == "environment"]
    for one in resources:
        if str(one.get("_type")) not in ("request", "grpc_request", "websocket_request"):
            continue
        folders: list[str] = []
        known: dict[str, str] = {}
        parent = by_id.get(str(one.get("parentId")))
        for _ in range(_DEEPEST):
            if parent and parent.get("_type") == "request_group":
                folders.insert(0, str(parent.get("name", "")))
                known = _variables(parent.get("environment")) | known
            parent = by_id.get(str(parent.get("parentId"))) if parent else None
        for each in environments:
            known = _variables(each.get("data")) | known
        yield one, tuple(folders), known


def _of_version_5(
    children: Any, folders: tuple[str, ...], known: dict[str, str]
) -> Iterator[tuple[Data, tuple[str, ...], dict[str, str]]]:
    for one in _maps(children):
        if "children" in one:
            inner = known | _variables(one.get("environment"))
            yield from _of_version_5(one["children"], (*folders, str(one.get("name", ""))), inner)
        elif str(_map(one.get("meta")).get("id", "req")).startswith("req"):
            redirects = _map(one.get("settings")).get("followRedirects")
            yield {"settingFollowRedirects": redirects, **one}, folders, known
        else:
            yield {"_type": "websocket_request"}, folders, known


def _variables(data: Any, prefix: str = "") -> dict[str, str]:
    """The variables of an environment; a nested one is ``a.b``."""
    found: dict[str, str] = {}
    for name, value in _map(data).items():
        if isinstance(value, dict):
            found |= _variables(value, f"{prefix}{name}.")
        else:
            found[f"{prefix}{name}"] = value if isinstance(value, str) else bare_text(value)
    return found


def _draft(request: Data, folders: tuple[str, ...], known: dict[str, str]) -> Draft:
    draft = Draft(
        method=str(request.get("method") or "GET"),
        url=_text(request.get("url")),
        title=str(request.get("name") or ""),
        summary=str(request.get("description") or _map(request.get("meta")).get("description") or ""),
        tags=folders,
        known=known,
    )
    draft.headers = _pairs(request.get("headers"), draft)
    draft.query = _pairs(request.get("parameters"), draft)
    draft.url = re.sub(r"(?<=/):(\w+)(?=/|$|\?)", r"{{\1}}", draft.url) if request.get("pathParameters") else draft.url
    draft.known = {**known, **dict(_pairs(request.get("pathParameters"), draft))}
    _body(draft, _map(request.get("body")))
    _auth(draft, _map(request.get("authentication")))
    draft.redirects = {"on": "follow", "off": "stop"}.get(str(request.get("settingFollowRedirects")), "")
    scripts = _map(request.get("scripts"))
    if request.get("preRequestScript") or request.get("afterResponseScript") or any(scripts.values()):
        draft.notes.dropped("scripts", None, "scripts are not run")
    return draft


def _pairs(value: Any, draft: Draft) -> list[tuple[str, str]]:
    """Names and values of a list; those that are turned off are noted."""
    draft.off += [str(one.get("name")) for one in _maps(value) if one.get("disabled") and one.get("name")]
    kept = [one for one in _maps(value) if one.get("name") and not one.get("disabled")]
    return [(_text(one["name"]), _text(one.get("value"))) for one in kept]


def _body(draft: Draft, body: Data) -> None:
    media_type, text = str(body.get("mimeType") or ""), _text(body.get("text"))
    if media_type == "application/x-www-form-urlencoded" and body.get("params"):
        draft.body = Form(tuple(_pairs(body["params"], draft)))
    elif media_type == "multipart/form-data" and body.get("params"):
        draft.off += [str(one.get("name")) for one in _maps(body["params"]) if one.get("disabled")]
        draft.body = Multipart(tuple(_part(one) for one in _maps(body["params"]) if not one.get("disabled")))
        draft.drop_header("content-type")
        return
    elif body.get("fileName"):
        draft.body = FromFile(str(body["fileName"]))
    elif text:
        draft.body = Raw(text)
        media_type = "application/json" if media_type == "application/graphql" else media_type
    if draft.body and media_type and not draft.header("content-type"):
        draft.headers.append(("Content-Type", media_type))


def _part(one: Data) -> Part:
    name, path = _text(one.get("name")), str(one.get("fileName") or "").replace("\\", "/")
    if one.get("type") == "file" and path:
        return Part(name, "", path, path.rpartition("/")[2], type_by_name(path))
    return Part(name, _text(one.get("value")))


def _auth(draft: Draft, given: Data) -> None:
    kind = "none" if given.get("disabled") else str(given.get("type") or "none")
    if kind in ("basic", "digest"):
        draft.is_digest = kind == "digest"
        draft.basic = (_text(given.get("username")), _text(given.get("password")))
    elif kind == "bearer":
        prefix = str(given.get("prefix") or "Bearer")
        draft.headers.append(("Authorization", f"{prefix} {_text(given.get('token'))}"))
    elif kind == "apikey":
        place = {"queryParams": "query", "cookie": "cookie"}.get(str(given.get("addTo")), "header")
        draft.key(place, _text(given.get("key")), _text(given.get("value")))
    elif kind != "none":
        draft.notes.add("authentication", f"{kind} is not supported; the program sends no user name or password")


def _text(value: Any) -> str:
    """A value as text, with ``{{name}}`` for each template tag: ``{% uuid 'v4' %}``."""
    text = value if isinstance(value, str) else "" if value is None else dumps(value)
    return _TAG.sub(lambda found: f"{{{{{found[1]}}}}}", text)


def _map(value: Any) -> Data:
    return value if isinstance(value, dict) else {}


def _maps(value: Any) -> list[Data]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
