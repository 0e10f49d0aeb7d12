"""Where lines break: a pretty-printer in the manner of Oppen and Wadler, so that formatters find nothing to change.

A template (or the spelling of native data) marks a group and the places where it may break. A group that fits on its
line is written flat; else each of its places becomes a line break, one level deeper. The marks are control characters:
no engine in `literals.py` ever writes a control character but the line break, so none can come from a spec.
"""

from __future__ import annotations

import re
import unicodedata

FIT = "\x01"
"""Opens a group."""

END = "\x02"
"""Closes it."""

SOFT = "\x03"
"""Nothing, or a line break one level deeper."""

LINE = "\x04"
"""A space, or a line break one level deeper."""

OUT = "\x05"
"""Nothing, or a line break back at the group's own level."""

COMMA = "\x06"
"""Nothing, or a comma: the trailing comma of a list over several lines."""

OUTLINE = "\x07"
"""A space, or a line break back at the group's own level."""

NEWLINE = "\x0e"
"""A line break that keeps the indentation of its line."""

FORCE = "\x0f"
"""Makes the group it stands in break, fit or not."""

_MARK = re.compile("([\x01-\x07\x0e\x0f\n])")
_FLAT = {SOFT: "", LINE: " ", OUT: "", COMMA: "", OUTLINE: " ", FIT: "", END: "", FORCE: ""}
_MARK_SET = frozenset((FIT, NEWLINE))
_BREAKS = {SOFT, LINE, OUT, OUTLINE}
_NEWLINES = {"\n", NEWLINE}


def columns(text: str, *, wide: bool = True) -> int:
    """How many columns a text takes; an East Asian wide character takes two where `wide` is set."""
    if text.isascii() or not wide:
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def lay_out(text: str, width: int, indent: int, *, wide: bool) -> str:
    """The text with every mark resolved; one without marks comes back as it is."""
    if not _MARK_SET.intersection(text):
        return text
    pieces = _MARK.split(text)
    ends = _group_ends(pieces)
    out: list[str] = []
    stack: list[tuple[bool, str]] = []  # (broken, indentation of the line that the group began on)
    line = ""
    for at, piece in enumerate(pieces):
        if piece == FIT:
            base = _indentation(line)
            outer = not stack or stack[-1][0]
            broken = outer and columns(line, wide=wide) + _flat_width(pieces, at, ends[at], bool(stack), wide) > width
            stack.append((broken, base))
        elif piece == END:
            stack.pop()
        elif piece == "\n":
            out.append(line + "\n")
            line = ""
        elif piece == NEWLINE:
            out.append(line.rstrip(" ") + "\n")
            line = base = _indentation(line) if line.strip() else line
        elif piece in _FLAT:
            broken, base = stack[-1]
            if not broken:
                line += _FLAT[piece]
            elif piece in (COMMA, FORCE):
                line += "," if piece == COMMA else ""
            else:
                out.append(line.rstrip(" ") + "\n")
                line = base + ("" if piece in (OUT, OUTLINE) else " " * indent)
        else:
            line += piece
    return "".join(out) + line


def _indentation(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


def _group_ends(pieces: list[str]) -> dict[int, int]:
    ends, opened = {}, []
    for at, piece in enumerate(pieces):
        if piece == FIT:
            opened.append(at)
        elif piece == END:
            ends[opened.pop()] = at
    return ends


_TOO_WIDE = 1_000_000


def _flat_width(pieces: list[str], start: int, end: int, outer_broken: bool, wide: bool) -> int:
    """Columns of the flat group and of what follows it up to the next possible break."""
    total = 0
    for piece in pieces[start:end]:
        if piece in _NEWLINES or piece == FORCE:
            return _TOO_WIDE
        total += columns(_FLAT.get(piece, piece), wide=wide)
    depth = 0
    for piece in pieces[end + 1 :]:
        depth += (piece == FIT) - (piece == END)
        if piece in _NEWLINES or (piece in _BREAKS and (depth > 0 or (outer_broken and depth <= 0))):
            break
        total += 1 if piece == COMMA and outer_broken and depth == 0 else columns(_FLAT.get(piece, piece), wide=wide)
    return total
