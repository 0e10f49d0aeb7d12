"""YAML -> `Endpoint`, checked as a whole, every mistake with its place."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from snippetgen.basics.files import depend
from snippetgen.data import schema
from snippetgen.data.jsontext import dumps
from snippetgen.errors import Mistake, SpecError
from snippetgen.spec.check import check_meaning
from snippetgen.spec.events import deltas, named_event
from snippetgen.spec.format import SPEC
from snippetgen.spec.model import (
    Auth,
    Body,
    Contact,
    Deprecation,
    Endpoint,
    Param,
    Provider,
    Response,
    Stream,
    Words,
)
from snippetgen.spec.parameters import sent_value


def load(file: str | Path) -> Endpoint:
    """The endpoint in a YAML file.

    Raises:
        SpecError: the file cannot be read, or contains mistakes (all of them at once).
    """
    return loads(read(file), str(file), Path(file).stem)


def read(file: str | Path) -> str:
    """The text of a spec file.

    Raises:
        SpecError: the file cannot be read, or is not UTF-8.
    """
    depend([file])
    try:
        return decode(Path(file).read_bytes(), str(file))
    except OSError as error:
        raise SpecError(f"{file}: cannot be read: {error.strerror}") from None


def decode(data: bytes, file: str) -> str:
    """The text in the bytes of a spec file, or of what an importer reads; `file` is only for messages.

    UTF-8, or UTF-16 and UTF-32 as Windows PowerShell redirects it: told by the byte order mark, and without one by the
    zero bytes of its first characters (YAML 1.2.2, section 5.2).

    Raises:
        SpecError: the bytes are no text, or not in these encodings.
    """
    try:
        text = data.decode(encoding(data))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        what = _kind(data) or "not UTF-8 text (save the file as UTF-8)"
        raise SpecError([Mistake(file, 0 if _kind(data) else line, 1, "", what)]) from None
    if _kind(data) or "\0" in text[:_FIRST]:
        raise SpecError([Mistake(file, 0, 0, "", _kind(data) or "is not text: it has zero bytes")])
    return text.removeprefix("\ufeff")


def encoding(data: bytes) -> str:
    """The encoding of a text file's bytes; a byte order mark is a character of the text."""
    return next((name for start, name in _ENCODINGS if re.match(start, data, re.DOTALL)), "utf-8")


_ENCODINGS = (
    (rb"\xef\xbb\xbf", "utf-8"),
    (rb"\xff\xfe\0\0|[^\0]\0\0\0", "utf-32-le"),
    (rb"\0\0\xfe\xff|\0\0\0[^\0]", "utf-32-be"),
    (rb"\xff\xfe|(?:[^\0]\0){2}", "utf-16-le"),
    (rb"\xfe\xff|(?:\0[^\0]){2}", "utf-16-be"),
)
"""How a file begins -> its encoding."""

_KINDS = (
    (b"PK\x03\x04", "is a ZIP archive (unpack it first)"),
    (b"\x1f\x8b", "is compressed with gzip (unpack it first)"),
    (b"%PDF-", "is a PDF document (copy the command or the description out of it)"),
    (b"\x89PNG", "is an image"),
    (b"\xff\xd8\xff", "is an image"),
    (b"GIF8", "is an image"),
    (b"SQLite format 3", "is a database (SQLite)"),
)

_FIRST = 1000
"""How many characters are looked at for zero bytes."""


def _kind(data: bytes) -> str:
    """What a file is that is no text; empty if it may be text."""
    return next((what for start, what in _KINDS if data.startswith(start)), "")


def loads(text: str, file: str = "<stdin>", name: str = "request") -> Endpoint:
    """The endpoint in a YAML text; `file` is only for messages.

    Raises:
        SpecError: every mistake in the text, at once.
    """
    return loads_with_places(text, file, name)[0]


def loads_with_data(text: str, file: str, name: str) -> tuple[Endpoint, dict[str, Any]]:
    """The endpoint, and its spec as plain data, as `from_data` takes it; raises SpecError as `loads`."""
    data, _ = _checked(text, file)
    return _endpoint(data, file, name), data


def loads_with_places(text: str, file: str, name: str) -> tuple[Endpoint, schema.Report]:
    """The endpoint, and the report that knows where each of its values stands, for mistakes that show only later.

    Raises:
        SpecError: all the mistakes of the text at once.
    """
    data, report = _checked(text, file)
    return _endpoint(data, file, name), report


def _checked(text: str, file: str) -> tuple[dict[str, Any], schema.Report]:
    data, report = schema.read(text, file, SPEC)
    check_meaning(data, report)
    report.stop()
    return data, report


def from_data(data: dict[str, Any], file: str, name: str) -> Endpoint:
    """The endpoint in the plain data of a spec that a program made, and that has the right shape.

    Raises:
        SpecError: the request cannot be sent; every mistake at once.
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
        redirects=data.get("redirects", ""),
        timeout=data.get("timeout", 30),
        server_titles={
            key: _words(one["title"])
            for key, one in data.get("servers", {}).items()
            if isinstance(one, dict) and "title" in one
        },
        category=_words(data.get("category")),
        tags=tuple(dict.fromkeys(data.get("tags", ()))),
        provider=_provider(data.get("provider")),
        contact=_contact(data["contact"]) if "contact" in data else None,
        status_page=data.get("status_page", ""),
        price=_words(data.get("price")),
        limits=tuple(map(_words, _as_list(data.get("limits")))),
        deprecated=_deprecation(data.get("deprecated")),
    )


def _address(data: dict[str, Any]) -> tuple[dict[str, str], str]:
    """Base addresses and path of a spec; of a single ``url``, the base is everything before the path."""
    if "url" not in data:
        urls = {key: one if isinstance(one, str) else one["url"] for key, one in data["servers"].items()}
        return {key: url.rstrip("/") for key, url in urls.items()}, data.get("path", "")
    base, rest = re.fullmatch(r"([^/]+//[^/?]+)(.*)", data["url"], re.DOTALL).groups()  # type: ignore[union-attr]
    return {"default": base}, rest


def _words(value: str | dict[str, str] | None) -> Words:
    if value is None:
        return Words()
    return Words({"": value} if isinstance(value, str) else value)


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _provider(one: Any) -> Provider | None:
    if isinstance(one, dict) and "name" in one:
        return Provider(_words(one["name"]), one.get("url", ""))
    return Provider(_words(one)) if one else None


def _contact(one: str | dict[str, Any]) -> Contact:
    if isinstance(one, str):
        return Contact(url=one) if "://" in one else Contact(email=one)
    return Contact(_words(one.get("name")), one.get("email", ""), one.get("url", ""))


def _deprecation(one: bool | dict[str, Any] | None) -> Deprecation | None:
    if isinstance(one, dict):
        return Deprecation(one.get("since", ""), one.get("until", ""), _words(one.get("instead")))
    return Deprecation() if one else None


def _auth(one: dict[str, Any]) -> Auth:
    return Auth(
        type=one["type"],
        env=one.get("env", ""),
        place=one.get("in", "header"),
        name=one.get("name", ""),
        prefix=one.get("prefix", ""),
        user=one.get("user", ""),
        password=one.get("password", ""),
        url=one.get("url", ""),
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
    texts = deltas(one)
    events = [named_event(event) for event in one["example"]]
    return Stream(
        set=one.get("set", {}),
        delta=texts[0] if texts else None,
        done=one.get("done"),
        example=tuple(data if isinstance(data, str) else dumps(data) for _, data in events),
        names=tuple(name for name, _ in events),
        asides=tuple(texts[1:]),
        is_lines=one.get("format") == "lines",
        is_full=one.get("events") == "full",
        timeout=one.get("timeout", 0),
    )
