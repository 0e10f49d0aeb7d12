"""Postman collection v2.1 (https://schema.postman.com/collection/json/v2.1.0/draft-07/docs/index.html).

Addresses and values are written in the form in which they are sent: Postman encodes what an address cannot contain, and
leaves ``%XX`` alone. Secrets are collection variables of the type secret without a value, servers have one.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from snippetgen.data.jsontext import lines
from snippetgen.errors import Refused
from snippetgen.exporters.har import phrase
from snippetgen.exporters.placeholders import refuse_charset, refuse_mistakable, shown, shown_data
from snippetgen.http import PLACEHOLDER
from snippetgen.request import Env

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.exporters import Item
    from snippetgen.request import Body, Request, Value
    from snippetgen.spec import Param

    Data = dict[str, Any]

_SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"
_PRUNED = ("GET", "COPY", "HEAD", "PURGE", "UNLOCK")
"""Methods whose body Postman leaves out, unless disableBodyPruning is set."""

_LANGUAGES = {"json": "json", "xml": "xml", "html": "html", "javascript": "javascript"}


class Document:
    """A collection in the making; `items` has the requests by folder, one folder for each spec."""

    def __init__(self, *, json: bool = False) -> None:  # noqa: ARG002 - the formats are made alike
        self.items: dict[str, list[Data]] = {}
        self.bases: dict[str, str] = {}
        self.env: dict[str, None] = {}

    def add(self, item: Item) -> None:
        """Add a request; raises Refused if Postman would send another request."""
        refuse_charset(item.request, "Postman sends")
        if item.request.method != item.request.method.upper():
            raise Refused(f"Postman sends every method in capitals, not {item.request.method}")
        refuse_mistakable(item.request, r"\$\w+|baseUrl\d*")
        folder = PurePath(item.endpoint.file).parent.name
        self.items.setdefault(folder, []).append(self._item(item))
        self.env |= dict.fromkeys(item.request.env)

    def text(self, title: str) -> str:
        folders = [{"name": name, "item": items} for name, items in self.items.items()]
        bases = [{"key": name, "value": base, "type": "string"} for base, name in self.bases.items()]
        collection = {
            "info": {"name": title, "schema": _SCHEMA},
            "item": folders if len(folders) > 1 else folders[0]["item"],
            "variable": [*bases, *({"key": name, "value": "", "type": "secret"} for name in self.env)],
        }
        return "\n".join(lines(collection, width=100)) + "\n"

    def _item(self, item: Item) -> Data:
        endpoint, locale = item.endpoint, item.locale
        request = self._request(item)
        answers = [
            {
                "name": one.description.text(locale) or f"{one.status} {phrase(one.status)}".strip(),
                "originalRequest": request,
                "status": phrase(one.status),
                "code": one.status,
                "_postman_previewlanguage": _language(one.media_type),
                "header": [
                    *([{"key": "Content-Type", "value": one.media_type}] if one.example else []),
                    *({"key": name, "value": value} for name, value in one.headers.items()),
                ],
                "cookie": [],
                "body": one.example,
            }
            for one in endpoint.responses
        ]
        result = {"name": endpoint.title.text(locale), "request": request, "response": answers}
        behaviour = {"disableBodyPruning": True} if "body" in request and item.request.method in _PRUNED else {}
        if endpoint.redirects:
            behaviour["followRedirects"] = endpoint.redirects == "follow"
        return result | ({"protocolProfileBehavior": behaviour} if behaviour else {})

    def _request(self, item: Item) -> Data:
        endpoint, request = item.endpoint, item.request
        described = {
            (one.place, one.name.lower() if one.place == "header" else one.name): one for one in endpoint.params
        }
        auth, header = _auth(request)
        headers = [
            {"key": name, "value": shown(value), **_described(described.get(("header", name.lower())), item.locale)}
            for name, value in request.headers
            if name != header
        ]
        text = [endpoint.summary.text(item.locale), *(note.text(item.locale) for note in endpoint.notes)]
        result: Data = {"method": request.method, "header": headers, "url": self._url(item)}
        result |= {"auth": auth} if auth else {"auth": {"type": "noauth"}}
        if request.body.kind != "none":
            result["body"] = _body(request.body)
        return result | {"description": "\n\n".join(filter(None, text))}

    def _url(self, item: Item) -> Data:
        """The address as Postman stores it, in pieces.

        https://learning.postman.com/docs/sending-requests/requests/ (path and query parameters)
        """
        request, endpoint = item.request, item.endpoint
        text = shown(request.url)
        address, mark, query = text.partition("?")
        base = _base(address, [*endpoint.servers.values()])
        rest = address.removeprefix(base)
        variables, segments = _segments(rest, endpoint.path.partition("?")[0], item)
        host = f"{{{{{self.bases.setdefault(base, _numbered('baseUrl', len(self.bases)))}}}}}"
        path = "/".join(segments)
        pairs = [pair.partition("=") for pair in query.split("&")] if mark else []
        queries = [
            {"key": name, "value": value if sign else None, **_described(_named(endpoint.params, name), item.locale)}
            for name, sign, value in pairs
        ]
        return {
            "raw": host + ("/" + path if rest else "") + mark + query,
            "host": [host],
            **({"path": segments} if rest else {}),
            **({"query": queries} if queries else {}),
            **({"variable": variables} if variables else {}),
        }


def _numbered(name: str, count: int) -> str:
    return f"{name}{count + 1}" if count else name


def _base(address: str, servers: list[str]) -> str:
    """The base address of the server that the request's address begins with; else its scheme and host."""
    for base in servers:
        if address == base or address.startswith(f"{base}/"):
            return base
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _segments(rest: str, template: str, item: Item) -> tuple[list[Data], list[str]]:
    """The path variables, and the segments of the path with ``:name`` for each variable."""
    given, written = rest.split("/")[1:], template.split("/")[1:]
    variables: list[Data] = []
    for at, segment in enumerate(given):
        found = PLACEHOLDER.fullmatch(written[at]) if len(given) == len(written) else None
        if found and re.fullmatch(r"[\w-]+", found[1]):
            if all(one["key"] != found[1] for one in variables):
                param = next((one for one in item.endpoint.params if (one.place, one.name) == ("path", found[1])), None)
                variables.append({"key": found[1], "value": _readable(segment), **_described(param, item.locale)})
            given[at] = f":{found[1]}"
        elif segment.startswith(":"):
            given[at] = f"%3A{segment[1:]}"
    return variables, given


def _readable(segment: str) -> str:
    """The value of a path variable, decoded if Postman would encode it again; it leaves ``/`` and ``%XX`` alone."""
    text = unquote(segment)
    return segment if re.search(r"[/?#%\\;{}]|[^ -~\u00a1-\uffff]", text) else text


def _named(params: tuple[Param, ...], name: str) -> Param | None:
    return next((one for one in params if (one.place, one.name) == ("query", name)), None)


def _described(param: Param | None, locale: str) -> Data:
    text = param.description.text(locale) if param else ""
    return {"description": text} if text else {}


def _auth(request: Request) -> tuple[Data | None, str]:
    """Postman's ``auth`` for the first credential that it supports, and the name of the header that it replaces."""
    if request.account:
        kind, (user, password) = "digest" if request.digest else "basic", request.account
        return {"type": kind, kind: [_fact("username", shown(user)), _fact("password", shown(password))]}, ""
    for name, value in request.headers:
        if name == "Authorization" and shown(value[:1]) == "Bearer " and len(value) > 1:
            return {"type": "bearer", "bearer": [_fact("token", shown(value[1:]))]}, name
    names = [name.lower() for name, _ in request.headers]
    for name, value in request.headers:
        if name != "Cookie" and names.count(name.lower()) == 1 and any(isinstance(token, Env) for token in value):
            facts = {"key": name, "value": shown(value), "in": "header"}
            return {"type": "apikey", "apikey": [_fact(key, text) for key, text in facts.items()]}, name
    return None, ""


def _fact(key: str, value: str) -> Data:
    return {"key": key, "value": value, "type": "string"}


def _language(media_type: str) -> str:
    kind = media_type.partition(";")[0].rpartition("/")[2].rpartition("+")[2]
    return _LANGUAGES.get(kind, "text")


def _body(body: Body) -> Data:
    if body.kind == "form":
        return {"mode": "urlencoded", "urlencoded": [_pair(name, value) for name, value in body.pairs]}
    if body.kind == "multipart":
        return {"mode": "formdata", "formdata": list(_parts(body))}
    if body.kind == "file":
        return {"mode": "file", "file": {"src": body.path}}
    text = "\n".join(lines(shown_data(body.data))) if body.kind == "json" else shown(body.text)
    return {"mode": "raw", "raw": text, "options": {"raw": {"language": _language(body.media_type)}}}


def _pair(name: str, value: Value) -> Data:
    return {"key": name, "value": shown(value), "type": "text"}


def _parts(body: Body) -> Iterator[Data]:
    for part in body.parts:
        file = {"key": part.name, "type": "file", "src": part.path}
        result: Data = file if part.path else _pair(part.name, part.value)
        if part.path and part.path.rpartition("/")[2] != part.filename:
            result["fileName"] = part.filename
        yield result | ({"contentType": part.media_type} if part.media_type else {})
