"""`Request`: the exact request to send, independent of languages; `build.py` makes it from an `Endpoint`.

A value that is sent is a tuple of tokens, text and environment variables, so that a secret is never text and every
language can spell the two in its own way.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from snippetgen.http import DEFAULT_MEDIA_TYPES, is_json, is_text
from snippetgen.request.features import features
from snippetgen.request.tokens import Env, Text, Token, Value, has_env, joined, secrets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.data.paths import Step


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a multipart body: a text, or the bytes of a file.

    Attributes:
        name: the name of the field.
        value: the text that is sent; empty for a file.
        path: the path of the file whose bytes are sent; empty for a text.
        filename: the file name that is sent with a file.
        media_type: the part's own Content-Type; empty if a text has none.
    """

    name: str
    value: Value = ()
    path: str = ""
    filename: str = ""
    media_type: str = ""

    @property
    def pair(self) -> tuple[str, Value]:
        """Its name and its text."""
        return self.name, self.value

    @property
    def has_odd_name(self) -> bool:
        """Whether its name has a character that clients escape, each in its own way (RFC 7578, section 4.2)."""
        return any(char in self.name for char in '"\\\r\n')

    @property
    def quotable_name(self) -> str:
        """Its name as it stands in quotes in Content-Disposition (RFC 7578; escaped as browsers do)."""
        return _quotable(self.name)

    @property
    def quotable_filename(self) -> str:
        """Its file name as it stands in quotes in Content-Disposition."""
        return _quotable(self.filename)

    @property
    def disposition_parameters(self) -> str:
        """Its name and file name, as parameters of Content-Disposition (RFC 7578; escaped as browsers do)."""
        return f'name="{self.quotable_name}"' + (f'; filename="{self.quotable_filename}"' if self.path else "")

    @property
    def disposition(self) -> str:
        """`disposition_parameters`, followed by a line break and the part's Content-Type if it has one."""
        return self.disposition_parameters + (f"\r\nContent-Type: {self.media_type}" if self.media_type else "")

    @property
    def headers(self) -> str:
        """Its headers, for a client without support for multipart."""
        return f"Content-Disposition: form-data; {self.disposition}"


def _quotable(name: str) -> str:
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


@dataclass(frozen=True, slots=True)
class Body:
    """The body of a request.

    Attributes:
        kind: none, json, form, multipart, text or file.
        media_type: its Content-Type; empty for none, and for multipart, where the client adds the boundary.
        data: for json: the value, whose leaves may be `Env`.
        pairs: for form: the fields in order, unencoded.
        parts: for multipart: the parts in order.
        text: for text: the whole text; for form: the fields, encoded (application/x-www-form-urlencoded).
        path: for file: the path of the file whose bytes are sent.
        charset: for text: the charset that it must be encoded in; empty where that is UTF-8, or makes the same bytes.
    """

    kind: str = "none"
    media_type: str = ""
    data: Any = None
    pairs: tuple[tuple[str, Value], ...] = ()
    parts: tuple[Part, ...] = ()
    text: Value = ()
    path: str = ""
    charset: str = ""

    @property
    def has_secret(self) -> bool:
        """Whether it holds an environment variable."""
        values = [self.text, *(value for _, value in self.pairs), *(part.value for part in self.parts)]
        return any(map(has_env, values)) or any(secrets(self.data))

    @property
    def is_form(self) -> bool:
        """Whether it is a form as clients write them: of the type application/x-www-form-urlencoded."""
        return self.kind == "form" and self.media_type == DEFAULT_MEDIA_TYPES["form"]


@dataclass(frozen=True)
class Request:
    """One request, ready to be spelt, often in many languages, so its properties are cached.

    Attributes:
        method: the method, as it is sent.
        url: the absolute, percent-encoded address.
        headers: name and value in order, including Cookie and Content-Type, but not Authorization of `basic`
            and `digest`.
        basic: user name and password of HTTP basic authentication (RFC 7617), or None.
        digest: user name and password of HTTP digest authentication (RFC 7616), or None: the client sends the request
            without them, and answers the challenge of the server (status 401) by sending it again.
        body: the body.
        timeout: in seconds; of a stream, those of silence before and between its pieces.
        query: the pairs of the query, unencoded and in order, where `address` and they make `url`; else none.
        redirects: follow or stop, or empty where that is left to the client.
        stream: whether the answer is read piece by piece.
        result: the path of the value that is printed, or None for the whole answer.
        result_is_text: whether the value at `result` is a string in the example answer.
        answer_type: the media type of the answer, in lower case and without parameters; empty if it has no body.
        answer_charset: the charset that the media type of the answer names; empty if it names none.
        delta: the path of the text within each event of a stream, or None for the event's data.
        asides: the paths of texts within each event that are printed to standard error.
        done: the data of the last event, or None if the stream just ends.
        is_lines: whether the stream is JSON Lines: one JSON value a line, without ``data:``.
        is_full: whether an event may have several ``data:`` lines, a line may end with CR, and so on.
    """

    method: str
    url: Value
    headers: tuple[tuple[str, Value], ...] = ()
    basic: tuple[Value, Value] | None = None
    body: Body = field(default_factory=Body)
    timeout: int = 30
    query: tuple[tuple[str, Value], ...] = ()
    redirects: str = ""
    stream: bool = False
    result: tuple[Step, ...] | None = None
    result_is_text: bool = True
    answer_type: str = ""
    answer_charset: str = ""
    delta: tuple[Step, ...] | None = None
    asides: tuple[tuple[Step, ...], ...] = ()
    done: str | None = None
    is_lines: bool = False
    is_full: bool = False
    digest: tuple[Value, Value] | None = None

    @property
    def has_siblings(self) -> bool:
        """Whether the texts at `delta` and `asides`, which it has, are members of one object."""
        if not self.asides or not self.delta or not isinstance(self.delta[-1], str):
            return False
        return all(one[:-1] == self.delta[:-1] and isinstance(one[-1], str) for one in self.asides)

    @cached_property
    def address(self) -> Value:
        """`url` without the pairs of `query`, for a client that adds them."""
        if not self.query:
            return self.url
        at = next(index for index, one in enumerate(self.url) if isinstance(one, Text) and "?" in one.text)
        return joined([*self.url[:at], Text(self.url[at].text.partition("?")[0])])  # type: ignore[union-attr]

    @property
    def must_stop(self) -> bool:
        """Whether a client that follows redirects must be told not to.

        The spec says so; or it says nothing, and what clients send to any other server holds a secret: a header other
        than Authorization and Cookie, which clients leave out there, or the body.
        """
        if self.redirects:
            return self.redirects == "stop"
        if self.body.kind != "none" and self.method in ("GET", "HEAD"):
            return True  # some clients would go on without the body
        headers = [value for name, value in self.headers if name.lower() not in ("authorization", "cookie")]
        return any(map(has_env, headers)) or self.body.has_secret

    @property
    def sends_authorization(self) -> bool:
        """Whether it has Authorization from the start: in its headers, or as `basic`."""
        return self.basic is not None or self._has("authorization")

    @property
    def sends_cookie(self) -> bool:
        """Whether its headers have Cookie."""
        return self._has("cookie")

    def _has(self, header: str) -> bool:
        return any(name.lower() == header for name, _ in self.headers)

    @property
    def is_https(self) -> bool:
        """Whether the address begins with https."""
        return self._address()[0].lower() == "https:"

    @property
    def host(self) -> str:
        """Host, with the port if the address has one."""
        return self._address()[2]

    @property
    def path(self) -> Value:
        """Path, and query where `query` does not hold it, as in the first line of a request."""
        if not self.query:
            return self.target
        return joined([Text("/" + self._address()[3].partition("?")[0]), *self.address[1:]])

    @property
    def target(self) -> Value:
        """Path and query, as in the first line of a request."""
        return joined([Text("/" + self._address()[3]), *self.url[1:]])

    def _address(self) -> list[str]:
        """The address up to its first variable, split at slashes: scheme, "", host, and the rest."""
        first = self.url[0]
        return (first.text if isinstance(first, Text) else "").split("/", 3)

    @property
    def credentials(self) -> Value:
        """User name, colon and password of `basic` or `digest` as one value."""
        user, password = self.account or ((), ())
        return joined([*user, Text(":"), *password]) if self.account else ()

    @property
    def account(self) -> tuple[Value, Value] | None:
        """User name and password, of `basic` or of `digest`; None without."""
        return self.basic or self.digest

    @cached_property
    def headers_without_type(self) -> tuple[tuple[str, Value], ...]:
        """The headers without Content-Type, for a client that writes it itself."""
        return tuple(pair for pair in self.headers if pair[0] != "Content-Type")

    @property
    def needs_length(self) -> bool:
        """Whether Content-Length: 0 must be sent: a method that usually has a body, without one (RFC 9110, 8.6)."""
        return self.body.kind == "none" and self.method in ("POST", "PUT", "PATCH")

    @cached_property
    def has_files(self) -> bool:
        """Whether the program reads a file."""
        return bool(self.body.path) or any(part.path for part in self.body.parts)

    @cached_property
    def prints(self) -> str:
        """What the program prints.

        Of an answer: headers (of HEAD), bytes (of a picture or the like), body (the whole text), text (at `result`) or
        json (at `result`); of a stream: events (their data) or deltas (the text at `delta`).
        """
        if self.stream:
            return "events" if self.delta is None else "deltas"
        if self.method == "HEAD":
            return "headers"
        if self.result is None:
            return "body" if is_text(self.answer_type) else "bytes"
        return "text" if self.result_is_text else "json"

    @property
    def prints_other_bytes(self) -> bool:
        """Whether the program prints the whole answer, and that is no UTF-8: bytes, or a text in another charset."""
        other = self.answer_charset.lower() not in ("", "utf-8", "us-ascii")
        return self.prints == "bytes" or (self.prints == "body" and other)

    @property
    def answer_is_json(self) -> bool:
        """Whether the whole answer is JSON."""
        return is_json(self.answer_type)

    @property
    def reads_json(self) -> bool:
        """Whether the program parses what the server sends."""
        return self.prints in ("text", "json", "deltas")

    @property
    def ends_with_done(self) -> bool:
        """Whether a stream has an event that ends it."""
        return self.stream and self.done is not None

    @cached_property
    def escaped(self) -> tuple[str, ...]:
        """Names of the variables that the program percent-encodes, in the address and in an encoded form."""
        tokens = (*self.url, *self.body.text)
        return tuple(dict.fromkeys(one.name for one in tokens if isinstance(one, Env) and one.percent))

    @cached_property
    def bearer(self) -> str:
        """Name of the variable that holds a token sent as ``Authorization: Bearer``, alone; empty where none is."""
        values = [value for name, value in self.headers if name == "Authorization"]
        match values:
            case [(Text(text="Bearer "), Env(name=name))]:
                return name
        return ""

    @cached_property
    def quoted(self) -> tuple[str, ...]:
        """Names of the variables that stand in a JSON body."""
        return tuple(dict.fromkeys(one.name for one in secrets(self.body.data)))

    @cached_property
    def env(self) -> tuple[str, ...]:
        """The names of the environment variables that are read, in the order they appear."""
        return tuple(dict.fromkeys(token.name for token in self._tokens() if isinstance(token, Env)))

    @cached_property
    def needs(self) -> list[str]:
        """The features that the request needs (see the table of features)."""
        return features(self)

    def _tokens(self) -> Iterator[Token]:
        yield from self.url
        for value in self.account or ():
            yield from value
        for _, value in self.headers:
            yield from value
        yield from secrets(self.body.data)
        for part in self.body.parts:
            yield from part.value
        yield from self.body.text
