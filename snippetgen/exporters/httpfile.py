"""An .http file, for the REST Client of VS Code and the HTTP Client of JetBrains.

Both read ``###`` between requests, ``{{NAME}}``, and ``< ./file``. A secret is ``{{NAME}}``; the line
``@NAME = {{$processEnv NAME}}`` above it makes REST Client read the environment, and JetBrains' own environment files
go before such a line. A text that either of them would change before sending is refused, according to
https://github.com/Huachao/vscode-restclient (httpRequestParser.ts, selector.ts) and
https://www.jetbrains.com/help/idea/exploring-http-syntax.html.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from snippetgen.data.jsontext import lines
from snippetgen.errors import Refused
from snippetgen.exporters.placeholders import refuse_charset, refuse_mistakable, shown, shown_data
from snippetgen.request import Env, Text, basic_header
from snippetgen.request.tokens import has_env

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.exporters import Item
    from snippetgen.request import Body, Request, Token

_METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE")
_READ_AS_MORE = re.compile(r"\s*(?:#|//|```|<>|>|@[^\s=]+\s*=)|<(?:@\w*)?\s|HTTP/")
"""The beginning of a line that the clients read as a comment, a file, a script, a variable or an answer."""


class Document:
    """An .http file in the making."""

    def __init__(self, *, json: bool = False) -> None:  # noqa: ARG002 - the formats are made alike
        self.requests: list[str] = []
        self.env: dict[str, None] = {}

    def add(self, item: Item) -> None:
        """Add a request; raises Refused if the format cannot describe it exactly."""
        title = " ".join(item.endpoint.title.text(item.locale).split())
        title = "".join(char if char.isprintable() else " " for char in title)
        self.requests.append("\n".join([f"### {title}", *_percent_notes(item.request), *_lines(item.request)]))
        self.env |= dict.fromkeys(item.request.env)

    def text(self, title: str) -> str:  # noqa: ARG002 - each request has its own
        variables = [f"@{name} = {{{{$processEnv {name}}}}}" for name in self.env]
        return "\n\n".join(["\n".join(variables), *self.requests] if variables else self.requests) + "\n"


def _percent_notes(request: Request) -> Iterator[str]:
    """Comments on variables that users must encode: the clients have no common way to encode one."""
    tokens: list[Token] = [*request.url, *request.body.text]
    for name in dict.fromkeys(token.name for token in tokens if isinstance(token, Env) and token.percent):
        yield f"# {name} must be percent-encoded."


def _lines(request: Request) -> list[str]:
    refuse_charset(request, "clients of .http files send")
    refuse_mistakable(request)
    found = list(_written(request))
    if any(re.search(_no_variable(request), line) for line in found):
        raise Refused('a text contains "{{", which begins a variable')
    return found


def _no_variable(request: Request) -> str:
    """A pattern for braces that do not begin a variable of the request."""
    names = "|".join(map(re.escape, request.env))
    return rf"\{{\{{(?!(?:{names})\}}\}})" if names else r"\{\{"


def _written(request: Request) -> Iterator[str]:
    if request.method not in _METHODS:
        raise Refused(f".http files do not support the method {request.method}")
    yield f"{request.method} {shown(request.url)}"
    headers = list(_headers(request))
    names = [name.lower() for name, _ in headers]
    if len(set(names)) < len(names):
        raise Refused("REST Client joins the values of a repeated header into one header")
    for name, value in headers:
        if not re.fullmatch(r"[A-Za-z0-9][\w.-]*", name, re.ASCII):
            raise Refused(f'the header "{name}" would be read as a comment or as part of the address')
        yield f"{name}: {value}"
    body = list(_body(request))
    if body:
        yield ""
        yield from body


def _headers(request: Request) -> Iterator[tuple[str, str]]:
    if request.account:
        user, password = map(shown, request.account)
        kind, is_text = "Digest" if request.digest else "Basic", not any(map(has_env, request.account))
        if is_text and request.basic:
            yield "Authorization", basic_header(user, password)
        elif re.search(r"\s", user + password) or not user or not password:
            raise Refused(f"Authorization: {kind} takes a user name and a password without spaces, neither empty")
        else:
            yield "Authorization", f"{kind} {user} {password}"
    yield from ((name, shown(value)) for name, value in request.headers)
    if request.body.kind == "multipart":
        yield "Content-Type", f"multipart/form-data; boundary={_boundary(request.body)}"


def _body(request: Request) -> Iterator[str]:
    body = request.body
    if body.kind == "json":
        braces = re.compile(_no_variable(request))
        yield from (braces.sub(r"{\\u007b", line) for line in lines(shown_data(body.data)))
    elif body.kind in ("text", "form"):
        yield from _exact(shown(body.text))
    elif body.kind == "file":
        yield _file(body.path)
    elif body.kind == "multipart":
        boundary = _boundary(body)
        for part in body.parts:
            if any("\n" in token.text for token in part.value if isinstance(token, Text)):
                raise Refused("the two clients send a line break within a part differently")
            yield from (f"--{boundary}", *part.headers.split("\r\n"), "")
            yield from [_file(part.path)] if part.path else _exact(shown(part.value)) or [""]
        yield f"--{boundary}--"


def _exact(text: str) -> list[str]:
    """The lines of a text that both clients send unchanged."""
    if "\r" in text or "\0" in text:
        raise Refused("an .http file cannot contain a body with U+000D or U+0000")
    found = text.split("\n") if text else []
    if found and (not found[0].strip() or not found[-1].strip()):
        raise Refused("empty lines at the beginning and the end of a body are not sent")
    for line in found:
        if _READ_AS_MORE.match(line):
            raise Refused(f'the line "{line[:20]}" of the body would not be read as text')
    return found


def _file(path: str) -> str:
    if path != path.strip() or not path.isprintable():
        raise Refused(f'"{path}" cannot be written as a file name')
    return f"< {path if path.startswith(('/', './', '../')) else f'./{path}'}"


def _boundary(body: Body) -> str:
    """A boundary for multipart: always the same for the same parts, and contained in none of their texts."""
    texts = "\0".join(f"{part.headers}\0{shown(part.value)}\0{part.path}" for part in body.parts)
    return f"boundary-{hashlib.sha256(texts.encode()).hexdigest()[:16]}"
