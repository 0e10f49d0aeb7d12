"""`Endpoint`: an endpoint as its author described it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from snippetgen.data import jsontext, paths
from snippetgen.http import event_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Words(dict[str, str]):
    """A text in one or more locales; plain text has the locale ``""``."""

    def text(self, locale: str = "en") -> str:
        """The text in `locale`, else in its language, else in English, else in any locale."""
        for key in (locale, locale.partition("-")[0], "", "en"):
            if key in self:
                return self[key]
        return next(iter(self.values()), "")


@dataclass(frozen=True, slots=True)
class Auth:
    """One way to authenticate: `type` is bearer, basic, digest or apikey; see the format for the fields of each type.

    Attributes:
        url: where a user gets the key or the account; empty if the author does not say.
    """

    type: str
    env: str = ""
    place: str = "header"
    name: str = ""
    prefix: str = ""
    user: str | Mapping[str, str] = ""
    password: str | Mapping[str, str] = ""
    url: str = ""

    @property
    def has_account(self) -> bool:
        """Whether it is a user name and a password."""
        return self.type in ("basic", "digest")


@dataclass(frozen=True, slots=True)
class Param:
    """One parameter of an endpoint.

    Attributes:
        place: path, query, header, cookie or body.
        example: the value to send, as JSON data; `UNSET` if the author gave none.
    """

    name: str
    place: str
    type: str = "string"
    required: bool = False
    example: Any = None
    has_value: bool = False
    env: str = ""
    description: Words = field(default_factory=Words)
    enum: tuple[Any, ...] = ()
    default: Any = None
    format: str = ""
    nullable: bool = False
    allow_reserved: bool = False
    filename: str = ""
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """The body, apart from the body parameters, whose values are put into its example.

    Attributes:
        example: JSON data, a form's map, or text.
        fields: descriptions of members of a JSON body that are not parameters; they are never sent.
    """

    type: str
    media_type: str = ""
    example: Any = None
    has_example: bool = False
    file: str = ""
    parts: tuple[Mapping[str, str], ...] = ()
    fields: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Response:
    """One answer of the server; `example` is its body as text, exactly as the author wrote it."""

    status: int
    media_type: str = "application/json"
    description: Words = field(default_factory=Words)
    headers: Mapping[str, str] = field(default_factory=dict)
    example: str = ""
    fields: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Stream:
    """How the endpoint streams.

    Attributes:
        set: path -> JSON data to set in the request in order to ask for the stream.
        delta: the path of the text in each event's JSON; None to print the data itself.
        done: the data of the last event; None if the stream just ends.
        example: the data of each event before the last, as text.
        names: the name of each event of the example; empty where it has none.
        asides: paths of texts that are printed to standard error, such as a model's thoughts.
        is_lines: whether it is JSON Lines (https://jsonlines.org), not server-sent events.
        is_full: whether its events may be all that the standard allows, not only one ``data:`` line each.
        timeout: seconds of silence after which a program gives up; 0 if the author gave none.
    """

    set: Mapping[str, Any]
    delta: str | None
    done: str | None
    example: tuple[str, ...]
    names: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    is_lines: bool = False
    is_full: bool = False
    timeout: int = 0

    @property
    def media_type(self) -> str:
        """The Content-Type of the answer: JSON Lines have none that is registered; this one is the usual one."""
        return "application/jsonl" if self.is_lines else "text/event-stream"

    def piece(self, data: str, name: str = "") -> bytes:
        """The data of one event, as it is sent; of JSON Lines, its line."""
        return f"{data}\n".encode() if self.is_lines else event_bytes(data, name)

    def pieces(self) -> list[bytes]:
        """The example as it is sent, event by event, with the last one that ends it."""
        last = [self.piece(self.done)] if self.done is not None else []
        return [*map(self.piece, self.example, self.names), *last]

    def printed(self, events: Iterable[str], *, reads_json: bool) -> list[str]:
        """What a program prints of the data of each event: the text at `delta`; a line without one, or without JSON."""
        if self.delta is None or not reads_json:
            return [f"{data}\n" for data in events]
        return [text_at(data, self.delta) for data in events]


@dataclass(frozen=True, slots=True)
class Provider:
    """Who provides an endpoint; `url` is empty if the author does not say."""

    name: Words
    url: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Where users ask: a mail address, the address of a page, or both; `name` says who answers."""

    name: Words = field(default_factory=Words)
    email: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Deprecation:
    """That an endpoint should no longer be used.

    Attributes:
        since, until: dates (YYYY-MM-DD): when that was said, and how long it works; empty if the author does not say.
        instead: what to use in its place.
    """

    since: str = ""
    until: str = ""
    instead: Words = field(default_factory=Words)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One endpoint, as its author described it.

    Attributes:
        name: the spec file's name without ending; programs and output files are named after it.
        file: as the user named it.
        servers: name -> base address, the default first.
        server_titles: name -> the name of the server for readers, if it has one.
        path: the path after the base address, with ``{name}`` for path parameters.
        examples: name -> {path: JSON data}: the changes of each named example.
        example_titles: name -> the title of the example, if it has one.
        redirects: follow or stop; empty if that is left to each client.
        timeout: seconds.
        category, price: what kind of service it is, and what it costs; empty if the author does not say, as are all
            that follow.
        tags: words to find it by.
        limits: how much may be used, one text for each limit.
    """

    name: str
    file: str
    title: Words
    method: str
    servers: Mapping[str, str]
    path: str
    summary: Words = field(default_factory=Words)
    notes: tuple[Words, ...] = ()
    auth: tuple[Auth, ...] = ()
    params: tuple[Param, ...] = ()
    body: Body | None = None
    examples: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    example_titles: Mapping[str, Words] = field(default_factory=dict)
    responses: tuple[Response, ...] = ()
    result: str | None = None
    stream: Stream | None = None
    redirects: str = ""
    timeout: int = 30
    server_titles: Mapping[str, Words] = field(default_factory=dict)
    category: Words = field(default_factory=Words)
    tags: tuple[str, ...] = ()
    provider: Provider | None = None
    contact: Contact | None = None
    status_page: str = ""
    price: Words = field(default_factory=Words)
    limits: tuple[Words, ...] = ()
    deprecated: Deprecation | None = None

    @property
    def answer(self) -> Response:
        """The answer to expect: the first one with a status below 400, else an empty 200."""
        return next((one for one in self.responses if one.status < 400), Response(200, "text/plain"))  # noqa: PLR2004


def text_at(data: str, path: str) -> str:
    """What is printed of JSON text: the text at a path, another value as JSON; nothing where there is none, or null."""
    try:
        value = paths.get(jsontext.parse_exact(data), paths.parse(path))
    except (ValueError, LookupError):
        return ""
    return value if isinstance(value, str) else "" if value is None else jsontext.dumps(value)


def expected_result(endpoint: Endpoint) -> Any:
    """The value at the path `result` in the example answer; None if the endpoint has no `result`.

    Raises:
        LookupError: the example answer has no such path (never for a spec that was checked).
    """
    if endpoint.result is None:
        return None
    return paths.get(json.loads(endpoint.answer.example), paths.parse(endpoint.result))
