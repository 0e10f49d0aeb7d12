"""Streams that are lawful, and over which a careless reader stumbles."""

from __future__ import annotations

import random
import re
import time
from typing import TYPE_CHECKING

from snippetgen.running.answers import Piece

if TYPE_CHECKING:
    from snippetgen.spec import Stream


def awkward(stream: Stream, ending: str) -> tuple[bytes, list[str], str]:
    """The example as such a stream, the data of its events, and what is awkward about it, in words.

    Args:
        ending: of its lines.
    """
    if stream.is_lines:
        lines, how = [line for data in stream.example for line in (data, "")], "blank lines"
        return (ending.join(lines) + ending).encode(), list(stream.example), _how(how, ending)
    lines, events = [], []
    if not stream.is_full:  # else a byte order mark stands before the first field that matters
        lines += [": a comment", "", "retry: 3000", ""]
    for number, data in enumerate(stream.example):
        parts = re.split(r"\r\n|\r|\n", data)
        if stream.is_full and parts[0].startswith("{") and number % 2 == 0:
            parts = ["{", parts[0][1:], *parts[1:]]
        events.append("\n".join(parts))
        if number or not stream.is_full:
            lines += [f"id: {number}", f"event: {stream.names[number] or 'message'}", ": keep-alive", "retry: 3000"]
        lines += [f"data:{'' if part[:1] == '{' and number % 3 == 0 else ' '}{part}" for part in parts] + [""]
    if stream.done is not None:
        lines += [f"data: {stream.done}", "", ": the last word", ""]
    elif stream.is_full:
        lines += ["data: {} an event without its end is no event"]
    mark = "\ufeff" if stream.is_full else ""
    how = f"comments, further fields{', several data lines, a byte order mark' * stream.is_full}"
    return (mark + ending.join(lines) + ending).encode(), events, _how(how, ending)


def _how(what: str, ending: str) -> str:
    return f"with {what}, {ending!r} at the ends of lines, and chunk borders anywhere"


def splintered(raw: bytes) -> list[Piece]:
    """Chunks of a few bytes; the borders that hurt (in a character, between CR and LF) are packets' borders, too."""
    chance, pieces, at = random.Random(5), list[Piece](), 0  # noqa: S311 - the same borders every time
    pauses = 0
    while at < len(raw):
        end = min(len(raw), at + chance.randint(1, 7))
        pieces.append(raw[at:end])
        hurts = raw[end - 1] == 13 or raw[end : end + 1] >= b"\x80"  # noqa: PLR2004 - CR, and the inside of a character
        if hurts and pauses < 60:  # noqa: PLR2004 - enough to meet each border
            pieces.append(lambda: time.sleep(0.004))
            pauses += 1
        at = end
    return pieces
