"""The form of a console: an endpoint as JSON data that a page's script makes fields of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from snippetgen.console.values import shown, variable
from snippetgen.data import jsontext
from snippetgen.pages.answers import phrase
from snippetgen.request import Env
from snippetgen.request.build import build

if TYPE_CHECKING:
    from collections.abc import Iterable

    from snippetgen.request import Part, Request
    from snippetgen.spec import Endpoint
    from snippetgen.spec.model import Auth, Param


def form(endpoint: Endpoint, locale: str) -> dict[str, Any]:
    """The form of an endpoint; where its body has a secret, it shows the name of the variable."""
    request = build(replace(endpoint, params=tuple(map(_with_variable, endpoint.params))))
    titles = {name: words.text(locale) for name, words in endpoint.server_titles.items()}
    return {
        "name": endpoint.name,
        "method": endpoint.method,
        "path": endpoint.path,
        "servers": [{"title": titles.get(name) or name, "url": url} for name, url in endpoint.servers.items()],
        "params": [_param(one, locale) for one in endpoint.params],
        "auth": [_auth(one) for one in endpoint.auth],
        "body": _body(request),
        "answer": _answer(endpoint),
        "stream": _stream(endpoint),
    }


def _with_variable(one: Param) -> Param:
    is_secret = one.env and one.place == "body"
    return replace(one, env="", type="string", example=variable(one.env)) if is_secret else one


def _auth(one: Auth) -> dict[str, Any]:
    return {"type": one.type, "in": one.place, "name": one.name, "env": _env(one), "url": one.url}


def _env(auth: Auth) -> list[str]:
    accounts = [one["env"] for one in (auth.user, auth.password) if isinstance(one, dict) and "env" in one]
    return accounts if auth.has_account else [auth.env]


def _param(one: Param, locale: str) -> dict[str, Any]:
    found = {
        "name": one.name,
        "in": one.place,
        "type": "array" if isinstance(one.example, list) else one.type,
        "required": one.required,
        "env": one.env,
        "description": one.description.text(locale),
        "enum": [] if isinstance(one.example, list) else list(map(shown, one.enum)),
        "default": "" if one.default is None else shown(one.default),
        "format": one.format,
    }
    kept = {key: value for key, value in found.items() if value not in ("", [], False)}
    return kept | ({"value": shown(one.example)} if one.has_value and not one.env else {})


def _body(request: Request) -> dict[str, Any]:
    body = request.body
    found: dict[str, Any] = {"kind": body.kind, "media_type": body.media_type}
    if body.kind == "json":
        found["text"] = "\n".join(jsontext.lines(body.data))
    elif body.kind == "form":
        found["pairs"] = [[name, _text(value)] for name, value in body.pairs]
    elif body.kind == "multipart":
        found["parts"] = [_part(one) for one in body.parts]
    elif body.kind == "text":
        found["text"] = _text(body.text)
    elif body.kind == "file":
        found["path"] = body.path
    return found


def _part(one: Part) -> dict[str, Any]:
    texts = {key: getattr(one, key) for key in ("name", "path", "filename", "media_type")}
    return texts | {"value": _text(one.value)}


def _text(value: Any) -> str:
    """A value as text, with the names of variables in place of secrets."""
    return "".join(variable(one.name) if isinstance(one, Env) else one.text for one in value)


def _answer(endpoint: Endpoint) -> dict[str, Any] | None:
    """The answer that the endpoint's mock would give; None where the author gave no example."""
    if not endpoint.responses:
        return None
    one = endpoint.answer
    return {
        "status": one.status,
        "reason": phrase(one.status),
        "media_type": one.media_type,
        "headers": dict(one.headers),
        "text": "" if endpoint.method == "HEAD" else one.example,
    }


def _stream(endpoint: Endpoint) -> dict[str, Any] | None:
    stream = endpoint.stream
    if stream is None:
        return None
    return {
        "set": dict(stream.set),
        "media_type": stream.media_type,
        "delta": stream.delta,
        "asides": list(stream.asides),
        "done": stream.done,
        "lines": stream.is_lines,
        "events": [piece.decode() for piece in stream.pieces()],
    }


def state_of(made: dict[str, Any]) -> dict[str, Any]:
    """The state that a form is in when its page is opened: what is sent unless somebody edits it.

    Its body is shown as a whole, so that the form of another endpoint can have it.
    """
    params = [_sent(one) for one in made["params"]]
    body = made["body"]
    return {
        "method": made["method"],
        "base": made["servers"][0]["url"],
        "path": made["path"],
        "params": [one for one in params if one["in"] != "body"],
        "body": {
            "kind": body["kind"],
            "media_type": body["media_type"],
            "text": body.get("text", ""),
            "pairs": body.get("pairs") or _pairs(body.get("parts", ())),
            "path": body.get("path", ""),
            "params": [one for one in params if one["in"] == "body" and "env" in one],
        },
        "stream": False,
    }


def _sent(one: dict[str, Any]) -> dict[str, Any]:
    """The state of a parameter that nobody has edited."""
    named = {"name": one["name"], "in": one["in"], "on": "value" in one or "env" in one}
    if "env" in one:
        return named | {"env": one["env"]}
    return named | {"value": one.get("value", ""), "type": one.get("type", "string")}


def _pairs(parts: Iterable[dict[str, Any]]) -> list[list[str]]:
    """The parts of a multipart body that are texts, as pairs."""
    return [[one["name"], one["value"]] for one in parts if not one["path"]]
