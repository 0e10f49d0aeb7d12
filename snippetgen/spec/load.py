"""YAML -> `Endpoint`: what the author said, checked as a whole, every mistake with its place."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from snippetgen.basics.files import depend
from snippetgen.data import paths, schema
from snippetgen.data.jsontext import dumps
from snippetgen.errors import Mistake, SpecError
from snippetgen.spec.check import check_meaning
from snippetgen.spec.checkparams import sent_value
from snippetgen.spec.format import SPEC

if TYPE_CHECKING:
    from collections.abc import Mapping


class Words(dict[str, str]):
    """A text in one or more locales; plain text stands under the locale ``""``."""

    def text(self, locale: str = "en") -> str:
        """The text in `locale`, or its language, or English, or what there is."""
        for key in (locale, locale.partition("-")[0], "", "en"):
            if key in self:
                return self[key]
        return next(iter(self.values()), "")


@dataclass(frozen=True, slots=True)
class Auth:
    """One way to show who calls: `type` is bearer, basic or apikey; see the format for which fields each has."""

    type: str
    env: str = ""
    place: str = "header"
    name: str = ""
    prefix: str = ""
    user: str | Mapping[str, str] = ""
    password: str | Mapping[str, str] = ""


@dataclass(frozen=True, slots=True)
class Param:
    """One parameter.

    Attributes:
        place: path, query, header, cookie or body.
        example: JSON data; `UNSET` when the author gave no value to send.
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
    """The body beside (or under) the body parameters.

    Attributes:
        example: JSON data, a form's map, or text.
        fields: what members of a JSON body mean that are no parameters; nothing of it is sent.
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
    """One answer; `example` is the body as text, exactly as written."""

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
        set: path -> JSON data that asks for the stream.
        delta: path of the text in each event's JSON; None to print the data itself.
        done: data of the last event; None when the stream just ends.
        example: data of each event before the last, as text.
    """

    set: Mapping[str, Any]
    delta: str | None
    done: str | None
    example: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One endpoint, as its author described it.

    Attributes:
        name: the spec file's name without ending; programs and output files are named after it.
        file: as the user named it.
        servers: name -> base address, the default first.
        path: what follows the base address, with ``{name}`` for path parameters.
        examples: name -> {path: JSON data}.
        example_titles: name -> what the example shows, where the author says it.
        timeout: seconds.
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
    timeout: int = 30

    @property
    def answer(self) -> Response:
        """The answer to expect: the first one below 400, else an empty 200."""
        return next((one for one in self.responses if one.status < 400), Response(200, "text/plain"))  # noqa: PLR2004


def load(file: str | Path) -> Endpoint:
    """The endpoint in a YAML file.

    Raises:
        SpecError: the file cannot be read, or holds mistakes (all of them at once).
    """
    return loads(read(file), str(file), Path(file).stem)


def read(file: str | Path) -> str:
    """The text of a spec file.

    Raises:
        SpecError: it cannot be read, or is not UTF-8.
    """
    depend([file])
    try:
        return decode(Path(file).read_bytes(), str(file))
    except OSError as error:
        raise SpecError(f"{file}: cannot be read: {error.strerror}") from None


def decode(data: bytes, file: str) -> str:
    """The text of a spec file; `file` is only for messages.

    Raises:
        SpecError: it is not UTF-8.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise SpecError([Mistake(file, line, 1, "", "not UTF-8 text (a spec is a YAML file in UTF-8)")]) from None


def loads(text: str, file: str = "<stdin>", name: str = "request") -> Endpoint:
    """The endpoint in a YAML text; `file` is only for messages.

    Raises:
        SpecError: all the mistakes of the text at once.
    """
    data, report = schema.read(text, file, SPEC)
    check_meaning(data, report)
    report.stop()
    return _endpoint(data, file, name)


def from_data(data: dict[str, Any], file: str, name: str) -> Endpoint:
    """The endpoint in the plain data of a spec that a program made, whose shapes are sound.

    Raises:
        SpecError: what the data means cannot be sent; all the mistakes at once.
    """
    report = schema.Report(file)
    check_meaning(data, report)
    report.stop()
    return _endpoint(data, file, name)


def _endpoint(data: dict[str, Any], file: str, name: str) -> Endpoint:
    servers, path = _address(data)
    return Endpoint(
        name=name,
        file=file,
        title=_words(data["title"]),
        method=data["method"],
        servers=servers,
        path=path,
        summary=_words(data.get("summary")),
        notes=tuple(map(_words, data.get("notes", ()))),
        auth=tuple(_auth(one) for one in _as_list(data.get("auth")) if one["type"] != "none"),
        params=tuple(map(_param, data.get("params", ()))),
        body=_body(data["body"]) if "body" in data else None,
        examples={key: one["set"] for key, one in data.get("examples", {}).items()},
        example_titles={key: _words(one["title"]) for key, one in data.get("examples", {}).items() if "title" in one},
        responses=tuple(map(_response, data.get("responses", ()))),
        result=data.get("result"),
        stream=_stream(data["stream"]) if "stream" in data else None,
        timeout=data.get("timeout", 30),
    )


def _address(data: dict[str, Any]) -> tuple[dict[str, str], str]:
    """Base addresses and path; the short form's base is everything before the path."""
    if "url" not in data:
        return {key: url.rstrip("/") for key, url in data["servers"].items()}, data.get("path", "")
    base, rest = re.fullmatch(r"([^/]+//[^/?]+)(.*)", data["url"], re.DOTALL).groups()  # type: ignore[union-attr]
    return {"default": base}, rest


def _words(value: str | dict[str, str] | None) -> Words:
    if value is None:
        return Words()
    return Words({"": value} if isinstance(value, str) else value)


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _auth(one: dict[str, Any]) -> Auth:
    return Auth(
        type=one["type"],
        env=one.get("env", ""),
        place=one.get("in", "header"),
        name=one.get("name", ""),
        prefix=one.get("prefix", ""),
        user=one.get("user", ""),
        password=one.get("password", ""),
    )


def _param(one: dict[str, Any]) -> Param:
    value = sent_value(one)
    return Param(
        name=one["name"],
        place=one["in"],
        type=one.get("type", "string"),
        required=one.get("required", False),
        example=value[0] if value else None,
        has_value=bool(value) or "env" in one,
        env=one.get("env", ""),
        description=_words(one.get("description")),
        enum=tuple(one.get("enum", ())),
        default=one.get("default"),
        format=one.get("format", ""),
        nullable=one.get("nullable", False),
        allow_reserved=one.get("allow_reserved", False),
        filename=one.get("filename", ""),
        media_type=one.get("media_type", ""),
    )


def _body(one: dict[str, Any]) -> Body:
    return Body(
        type=one.get("type", "json"),
        media_type=one.get("media_type", ""),
        example=one.get("example"),
        has_example="example" in one,
        file=one.get("file", ""),
        parts=tuple(one.get("parts", ())),
        fields=tuple(one.get("fields", ())),
    )


def _response(one: dict[str, Any]) -> Response:
    example = one.get("example", "")
    return Response(
        status=one["status"],
        media_type=one.get("media_type", "application/json"),
        description=_words(one.get("description")),
        headers=one.get("headers", {}),
        example=example if isinstance(example, str) else dumps(example),
        fields=tuple(one.get("fields", ())),
    )


def _stream(one: dict[str, Any]) -> Stream:
    return Stream(
        set=one.get("set", {}),
        delta=one.get("delta"),
        done=one.get("done"),
        example=tuple(event if isinstance(event, str) else dumps(event) for event in one["example"]),
    )


LIVE_KEY = re.compile(
    r"\b(?:sk-[A-Za-z0-9_-]{16,}|gh[pousr]_[A-Za-z0-9]{20,}|AKIA[0-9A-Z]{16}|xox[abpr]-[A-Za-z0-9-]{10,}"
    r"|AIza[A-Za-z0-9_-]{30,}|eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,})"
)
"""What keys of well-known services look like, and a JWT."""


def suspicions(text: str, file: str) -> list[Mistake]:
    """Places where a live key seems to stand in a spec (`sk-…`, `ghp_…`, `AKIA…`, a JWT and their like)."""
    hint = "looks like a live key (write env: NAME in its place)"
    return [
        Mistake(file, number, match.start() + 1, "", f'"{match[0][:7]}…" {hint}')
        for number, line in enumerate(text.splitlines(), 1)
        for match in LIVE_KEY.finditer(line)
    ]


def expected_result(endpoint: Endpoint) -> Any:
    """The value that `result` names in the example answer; None when there is no such path.

    Raises:
        LookupError: the example answer has nothing there (a spec that was checked never raises it).
    """
    if endpoint.result is None:
        return None
    return paths.get(json.loads(endpoint.answer.example), paths.parse(endpoint.result))
