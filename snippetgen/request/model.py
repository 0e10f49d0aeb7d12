"""`Request`: exactly what goes on the wire. Knows no language; `build.py` makes one of an `Endpoint`.

A value that is sent is a tuple of tokens, text and environment variables, so that a secret is never text and every
language can spell the two in its own way.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from snippetgen.data.paths import Step


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Env:
    """An environment variable that the program reads.

    Attributes:
        percent: whether its value must be percent-encoded there.
        json: whether it must be written as a JSON string there.
    """

    name: str
    percent: bool = False
    json: bool = False


Token = Text | Env
Value = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a multipart body: a text, or the bytes of the file at `path`."""

    name: str
    value: Value = ()
    path: str = ""
    filename: str = ""
    media_type: str = ""

    @property
    def labels(self) -> str:
        """Its name and its file's, as parameters of Content-Disposition (RFC 7578; escaped as browsers do)."""
        return f'name="{_quotable(self.name)}"' + (f'; filename="{_quotable(self.filename)}"' if self.path else "")

    @property
    def fields(self) -> str:
        """The same, and its Content-Type on a line of its own where it has one."""
        return self.labels + (f"\r\nContent-Type: {self.media_type}" if self.media_type else "")

    @property
    def head(self) -> str:
        """Its headers, for a client that has no multipart of its own."""
        return f"Content-Disposition: form-data; {self.fields}"


def _quotable(name: str) -> str:
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


@dataclass(frozen=True, slots=True)
class Body:
    """What the request carries.

    Attributes:
        kind: none, json, form, multipart, text or file.
        media_type: its Content-Type; empty for none, and for multipart, where the client adds the boundary.
        data: json: the value, whose leaves may be `Env`.
        pairs: form: the fields in order, unencoded.
        parts: multipart: the parts in order.
        text: text: the whole of it; form: the fields, encoded (application/x-www-form-urlencoded).
        path: file: the file whose bytes are sent.
    """

    kind: str = "none"
    media_type: str = ""
    data: Any = None
    pairs: tuple[tuple[str, Value], ...] = ()
    parts: tuple[Part, ...] = ()
    text: Value = ()
    path: str = ""


@dataclass(frozen=True)
class Request:
    """One request, ready to be spelt (often in many languages, so what follows from it is found once).

    Attributes:
        method: as it is sent.
        url: absolute, percent-encoded.
        headers: name and value in order, Cookie and Content-Type among them, without Authorization of `basic`.
        basic: user name and password of HTTP basic authentication (RFC 7617), or None.
        timeout: seconds.
        stream: whether the answer is read piece by piece.
        result: path of what is printed, or None for the whole answer.
        result_is_text: whether the value there is a string in the example answer.
        delta: path of the text within each event of a stream, or None for the event's data.
        done: data of the last event, or None when the stream just ends.
    """

    method: str
    url: Value
    headers: tuple[tuple[str, Value], ...] = ()
    basic: tuple[Value, Value] | None = None
    body: Body = field(default_factory=Body)
    timeout: int = 30
    stream: bool = False
    result: tuple[Step, ...] | None = None
    result_is_text: bool = True
    delta: tuple[Step, ...] | None = None
    done: str | None = None

    @property
    def is_https(self) -> bool:
        return self._address()[0].lower() == "https:"

    @property
    def host(self) -> str:
        """Host, and port where one is given."""
        return self._address()[2]

    @property
    def target(self) -> Value:
        """Path and query, as they stand in the first line of a request."""
        return joined([Text("/" + self._address()[3]), *self.url[1:]])

    def _address(self) -> list[str]:
        """Scheme, nothing, host, and what follows it before the first variable."""
        first = self.url[0]
        return (first.text if isinstance(first, Text) else "").split("/", 3)

    @property
    def credentials(self) -> Value:
        """User name, colon and password of `basic` as one value."""
        return joined([*self.basic[0], Text(":"), *self.basic[1]]) if self.basic else ()

    @cached_property
    def env(self) -> tuple[str, ...]:
        """Names of the environment variables read, in the order they appear."""
        return tuple(dict.fromkeys(token.name for token in self._tokens() if isinstance(token, Env)))

    @cached_property
    def needs(self) -> list[str]:
        """See `features`."""
        return features(self)

    def _tokens(self) -> Iterator[Token]:
        yield from self.url
        for value in self.basic or ():
            yield from value
        for _, value in self.headers:
            yield from value
        yield from secrets(self.body.data)
        for part in self.body.parts:
            yield from part.value
        yield from self.body.text


FEATURES = {
    "stream": "reads a streamed answer",
    "json": "JSON body",
    "form": "form body",
    "multipart": "multipart body",
    "file-part": "files in a multipart body",
    "repeated-parts": "two parts of one name in a multipart body",
    "typed-text-part": "a type on a text part of a multipart body",
    "exact-part": "what a FormData alters in a multipart body: such a type, a lone line break, capitals in a type",
    "equals-in-part-name": "= in the name of a part of a multipart body",
    "text": "text body",
    "file": "body from a file",
    "get-body": "a body on GET",
    "head-body": "a body on HEAD",
    "trace-body": "a body on TRACE",
    "trace": "TRACE",
    "custom-method": "methods of one's own, such as PURGE",
    "lower-case-method": "a method in lower case",
    "repeated-headers": "a header that is sent twice",
    "basic-auth": "HTTP basic authentication",
    "secret-in-url": "a secret in the query",
    "secret-in-json": "a secret in a JSON body",
    "secret-in-form": "a secret in a form",
    "secret-in-multipart": "a secret in a multipart body",
    "nul-in-text": "U+0000 in a text",
}
"""What a request may ask of a client; a target names those it refuses, each with its reason."""


def features(request: Request) -> list[str]:
    """The features of `FEATURES` that a request needs, in that order."""
    body, method = request.body, request.method
    has_body = body.kind != "none"
    names = [name.lower() for name, _ in request.headers]
    needed = {
        "stream": request.stream,
        body.kind: has_body,
        "file-part": any(part.path for part in body.parts),
        "repeated-parts": len({part.name for part in body.parts}) < len(body.parts),
        "typed-text-part": any(part.media_type and not part.path for part in body.parts),
        "exact-part": any(map(_is_altered_by_form_data, body.parts)),
        "equals-in-part-name": any("=" in part.name for part in body.parts),
        "get-body": has_body and method == "GET",
        "head-body": has_body and method == "HEAD",
        "trace-body": has_body and method == "TRACE",
        "trace": method == "TRACE",
        "custom-method": method not in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"),
        "lower-case-method": method != method.upper(),
        "repeated-headers": len(set(names)) < len(names),
        "basic-auth": request.basic is not None,
        "secret-in-url": _has_env(request.url),
        "secret-in-json": any(secrets(body.data)),
        "secret-in-form": any(_has_env(value) for _, value in body.pairs),
        "secret-in-multipart": any(_has_env(part.value) for part in body.parts),
        "nul-in-text": any("\0" in token.text for token in body.text if isinstance(token, Text)),
    }
    return [name for name in FEATURES if needed.get(name)]


def _is_altered_by_form_data(part: Part) -> bool:
    """https://html.spec.whatwg.org/#multipart-form-data, and a Blob's type is in lower case."""
    texts = [part.name, part.filename, *(token.text for token in part.value if isinstance(token, Text))]
    typed = part.media_type != part.media_type.lower() if part.path else bool(part.media_type)
    return typed or any(re.search(r"(?<!\r)\n|\r(?!\n)", text) for text in texts)


def resolve(value: Value, environ: Mapping[str, str]) -> str:
    """The text that a value becomes at run time."""
    return "".join(token.text if isinstance(token, Text) else _read(token, environ) for token in value)


def _read(token: Env, environ: Mapping[str, str]) -> str:
    return quote(environ[token.name], safe="") if token.percent else environ[token.name]


def basic_header(user: str, password: str) -> str:
    """The value of Authorization for a user name and password (RFC 7617, UTF-8)."""
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


def joined(tokens: Iterable[Token]) -> Value:
    """The same value with neighbouring texts made one, and empty ones left out."""
    result: list[Token] = []
    for token in tokens:
        if isinstance(token, Text) and result and isinstance(result[-1], Text):
            result[-1] = Text(result[-1].text + token.text)
        elif token != Text(""):
            result.append(token)
    return tuple(result)


def secrets(data: Any) -> Iterator[Env]:
    """The secrets within JSON data."""
    if isinstance(data, Env):
        yield data
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from secrets(value)


def _has_env(value: Value) -> bool:
    return any(isinstance(token, Env) for token in value)
