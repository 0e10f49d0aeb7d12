"""HTTP Archive 1.2 (http://www.softwareishard.com/blog/har-12-spec/): an entry for each request, with its answer.

A secret is ``{{NAME}}``, the one form that Insomnia, Postman and HAR-driven documentation keep as it is; in ``url`` it
is percent-encoded, because validators want a URI there (httpsnippet refuses braces). Cookies stand in the Cookie header
only: tools that build requests send what ``cookies`` lists beside that header, and encode it anew. A form has both
``text`` (exact) and ``params`` (all that httpsnippet reads), as browsers write it. Our own field ``_env`` says which
names in braces are variables, so that a reader of ours takes no other text for one.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from snippetgen import __version__
from snippetgen.data.jsontext import dumps, lines
from snippetgen.errors import Refused
from snippetgen.exporters.placeholders import refuse_mistakable, shown, shown_data
from snippetgen.request import Env, Text, basic_header

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.exporters import Item
    from snippetgen.request import Body, Request, Value
    from snippetgen.spec import Endpoint

    Data = dict[str, Any]

_EPOCH = "1970-01-01T00:00:00.000Z"
"""The time of every entry: no request was really sent, and exports must not change from day to day."""


class Document:
    """A HAR file in the making."""

    def __init__(self, *, json: bool = False) -> None:  # noqa: ARG002 - the formats are made alike
        self.entries: list[Data] = []

    def add(self, item: Item) -> None:
        """Add a request; raises Refused if HAR cannot describe it."""
        self.entries.append(
            {
                "startedDateTime": _EPOCH,
                "time": 0,
                "request": _request(item.request),
                "response": _response(item.endpoint, item.request),
                "cache": {},
                "timings": {"send": 0, "wait": 0, "receive": 0},
                "comment": item.endpoint.title.text(item.locale),
            }
        )

    def text(self, title: str) -> str:
        creator = {"name": "snippetgen", "version": __version__}
        log = {"version": "1.2", "creator": creator, "entries": self.entries, "comment": title}
        return "\n".join(lines({"log": log}, width=100)) + "\n"


def _request(request: Request) -> Data:
    refuse_mistakable(request)
    if request.digest:
        raise Refused("a HAR file holds headers, and that of digest authentication depends on the server's challenge")
    result: Data = {
        "method": request.method,
        "url": _url(request.url),
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": [{"name": name, "value": shown(value)} for name, value in request.headers],
        "queryString": [{"name": name, "value": value} for name, value in _query(request.url)],
        "headersSize": -1,
        "bodySize": -1,
    }
    if request.basic:
        value, comment = _basic(request)
        result["headers"].insert(0, {"name": "Authorization", "value": value})
        result |= {"comment": comment} if comment else {}
    result |= {"_env": list(request.env)} if request.env else {}
    if request.body.kind != "none":
        result["postData"] = _post_data(request.body)
    return result


def _url(url: Value) -> str:
    return "".join(token.text if isinstance(token, Text) else f"%7B%7B{token.name}%7D%7D" for token in url)


def _query(url: Value) -> Iterator[tuple[str, str]]:
    """The pairs of an address's query, decoded."""
    query = _url(url).partition("?")[2]
    for pair in query.split("&") if query else ():
        name, _, value = pair.partition("=")
        yield unquote(name), unquote(value)


def _basic(request: Request) -> tuple[str, str]:
    """The value of Authorization, and a comment; credentials with a secret get a variable of their own."""
    user, password = request.basic or ((), ())
    names = [token.name for token in (*user, *password) if isinstance(token, Env)]
    if not names:
        return basic_header(shown(user), shown(password)), ""
    name = "_".join([*names, "BASE64"])
    return f"Basic {{{{{name}}}}}", f"{name}: the Base64 of {shown(user)}:{shown(password)}"


def _post_data(body: Body) -> Data:
    if body.kind == "file":
        raise Refused("a HAR file contains the bytes of a body, not the name of a file")
    if body.kind == "multipart":
        return {"mimeType": "multipart/form-data", "params": list(_params(body))}
    text = dumps(shown_data(body.data)) if body.kind == "json" else shown(body.text)
    params = {"params": [{"name": name, "value": shown(value)} for name, value in body.pairs]}
    return {"mimeType": body.media_type, **(params if body.kind == "form" else {}), "text": text}


def _params(body: Body) -> Iterator[Data]:
    for part in body.parts:
        result = {"name": part.name}
        if part.path:
            if part.path.rpartition("/")[2] != part.filename:
                raise Refused(f'HAR has only one name for a file, so "{part.path}" cannot be sent as "{part.filename}"')
            result["fileName"] = part.path
        else:
            result["value"] = shown(part.value)
        yield result | ({"contentType": part.media_type} if part.media_type else {})


def _response(endpoint: Endpoint, request: Request) -> Data:
    answer = endpoint.answer
    body, media_type = answer.example, answer.media_type
    if request.stream and endpoint.stream:
        body = b"".join(endpoint.stream.pieces()).decode()
        media_type = endpoint.stream.media_type
    headers = [{"name": name, "value": value} for name, value in answer.headers.items()]
    if body:
        headers.insert(0, {"name": "Content-Type", "value": media_type})
    return {
        "status": answer.status,
        "statusText": phrase(answer.status),
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": headers,
        "content": {"size": len(body.encode()), "mimeType": media_type, "text": body},
        "redirectURL": "",
        "headersSize": -1,
        "bodySize": len(body.encode()),
    }


def phrase(status: int) -> str:
    """The reason phrase of a status (RFC 9110); empty if it has none."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
