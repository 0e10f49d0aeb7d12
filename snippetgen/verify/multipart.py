"""Reads a multipart/form-data body (RFC 7578) and says how it differs from the parts described."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from snippetgen.request import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from snippetgen.request import Request
    from snippetgen.running.answers import Recorded


@dataclass(frozen=True, slots=True)
class ReceivedPart:
    """A part as it arrived; `filename` and `media_type` are empty where it has none."""

    name: str
    filename: str
    media_type: str
    data: bytes


def parse(content_type: str, body: bytes) -> list[ReceivedPart]:
    """The parts of a body.

    Raises:
        ValueError: it is not multipart/form-data; the text says where.
    """
    match = re.search(r'boundary="?([^";]+)"?', content_type)
    if not match:
        raise ValueError("the Content-Type names no boundary")
    boundary = b"--" + match[1].encode()
    pieces = (b"\r\n" + body).split(b"\r\n" + boundary)
    if len(pieces) < 2 or pieces[0] or not pieces[-1].startswith(b"--"):  # noqa: PLR2004
        raise ValueError("the body does not begin and end with its boundary")
    return [_part(piece) for piece in pieces[1:-1]]


def _part(piece: bytes) -> ReceivedPart:
    head, found, data = piece.removeprefix(b"\r\n").partition(b"\r\n\r\n")
    if not found:
        raise ValueError("a part has no headers")
    headers = {}
    for line in head.decode("utf-8", "replace").split("\r\n"):
        name, _, value = line.partition(":")
        if name.lower() in headers:
            raise ValueError(f"a part has two {name} headers")
        headers[name.lower()] = value.strip()
    disposition = headers.get("content-disposition", "")
    return ReceivedPart(
        _parameter(disposition, "name"), _parameter(disposition, "filename"), headers.get("content-type", ""), data
    )


def _parameter(disposition: str, name: str) -> str:
    """A parameter, as browsers write it (percent-encoded quotes), with backslashes, or as RFC 8187 does."""
    extended = re.search(rf";\s*{name}\*=(?i:utf-8)''([^;]*)", disposition)
    if extended:
        return unquote(extended[1])
    quoted = re.search(rf';\s*{name}="((?:[^"\\]|\\.)*)"', disposition)
    if quoted:
        text = re.sub(r"\\([\"\\])", r"\1", quoted[1])
        return text.replace("%22", '"').replace("%0D", "\r").replace("%0A", "\n")
    bare = re.search(rf";\s*{name}=([^;\s]+)", disposition)
    return bare[1] if bare else ""


def multipart_differences(
    request: Request, recorded: Recorded, environ: Mapping[str, str], files: Mapping[str, bytes]
) -> Iterator[str]:
    """One line for each difference between the parts described and those received."""
    try:
        received = parse((recorded.all("content-type") or [""])[0], recorded.body)
    except ValueError as error:
        yield f"multipart: {error}; received {recorded.body[:300]!r}"
        return
    parts = request.body.parts
    if [one.name for one in parts] != [one.name for one in received]:
        yield f"multipart: expected the parts {[one.name for one in parts]}, received {[one.name for one in received]}"
        return
    for part, got in zip(parts, received, strict=True):
        data = files[part.path] if part.path else resolve(part.value, environ).encode()
        expected = (part.filename if part.path else "", part.media_type, data)
        # A text part of which nothing is said is text/plain (RFC 7578, section 4.4), and a client may say so.
        implied = not part.media_type and re.fullmatch(r"text/plain(;\s*charset=utf-8)?", got.media_type, re.IGNORECASE)
        found = (got.filename, "" if implied else got.media_type, got.data)
        if expected != found:
            yield f"part {part.name}: expected {expected!r}, received {found!r}"
