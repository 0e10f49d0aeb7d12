"""Breaks lines: a pretty-printer like those of Oppen and Wadler, so that formatters find nothing to change.

A template (or the spelling of native data) marks a group and the places where it may break. A group that fits on its
line is written flat; else each of its places becomes a line break, one level deeper. The marks are control characters:
no engine in `speller.py` ever writes a control character but the line break, so none can come from a spec.
"""

from __future__ import annotations

import re
import unicodedata

FIT = "\x01"
"""Opens a group."""

END = "\x02"
"""Closes a group."""

SOFT = "\x03"
"""Nothing, or a line break one level deeper."""

LINE = "\x04"
"""A space, or a line break one level deeper."""

OUT = "\x05"
"""Nothing, or a line break back at the group's own level."""

COMMA = "\x06"
"""Nothing, or a comma: the trailing comma of a list on several lines."""

OUTLINE = "\x07"
"""A space, or a line break back at the group's own level."""

NEWLINE = "\x0e"
"""A line break that keeps the indentation of its line."""

FORCE = "\x0f"
"""Makes the group around it break, whether it fits or not."""

FILL = "\x10"
"""A space, or a line break one level deeper if the text up to the next mark does not fit."""

DEFER, DEFER_END = "\x13", "\x14"
"""Enclose text that goes on the lines below the current one: the body of a heredoc."""

_BREAK = "\x15"
_DEFERRED = re.compile(f"{DEFER}([^{DEFER_END}]*){DEFER_END}")

_MARK = re.compile("([\x01-\x07\x0e-\x10])")
_FLAT = {FIT: "", END: "", SOFT: "", LINE: " ", OUT: "", COMMA: "", OUTLINE: " ", FORCE: "", FILL: " "}
_BREAKS = frozenset((SOFT, LINE, OUT, OUTLINE, NEWLINE, FILL))
_FORCED = frozenset((FORCE, NEWLINE))


_NAMES = {"{fit}": FIT, "{end}": END, "{soft}": SOFT, "{line}": LINE, "{outline}": OUTLINE}


def marked(fact: str) -> str:
    """A fact with the names of marks replaced by the marks: {fit} {soft} {line} {outline} {end}."""
    for name, mark in _NAMES.items():
        fact = fact.replace(name, mark)
    return fact


def columns(text: str, *, wide: bool = True) -> int:
    """How many columns a text takes; an East Asian wide character takes two where `wide` is set."""
    if not wide or text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def deferred(body: str, close: str) -> str:
    """The lines of a heredoc, one level deeper than the statement around it, and the word that closes it."""
    return DEFER + (body + close).replace("\n", _BREAK) + DEFER_END


def lay_out(text: str, width: int, indent: int | str, *, wide: bool) -> str:
    """The text with every mark resolved; a text without marks stays as it is.

    Args:
        width: the most columns of a line.
        indent: the columns of one level, or ``tab``.
        wide: whether a Chinese character counts as two columns.
    """
    bodies: list[str] = []
    if DEFER in text:
        bodies = _DEFERRED.findall(text)
        text = _DEFERRED.sub(DEFER, text)
    pieces = _MARK.split(text)  # every second one is a mark
    level = "\t" if indent == "tab" else " " * int(indent)
    laid = text if len(pieces) == 1 else _Printer(pieces, width, level, wide).text()
    return _with_bodies(laid, bodies, level) if bodies else laid


def _with_bodies(text: str, bodies: list[str], level: str) -> str:
    """The text with each deferred body below the line that opens it."""
    lines, waiting = [], iter(bodies)
    for line in text.split("\n"):
        lines.append(line.replace(DEFER, ""))
        indentation = line[: len(line) - len(line.lstrip(" \t"))]
        for _ in range(line.count(DEFER)):
            *body, close = next(waiting).split(_BREAK)
            lines += [indentation + level + one if one else "" for one in body] + [indentation + close]
    return "\n".join(lines)


class _Printer:
    """Walks over the pieces once; a group that fits is written as a whole, without looking at its pieces again."""

    def __init__(self, pieces: list[str], width: int, indent: str, wide: bool) -> None:
        self.pieces, self.width, self.indent, self.wide = pieces, width, indent, wide
        self.out: list[str] = []
        self.line = ""
        self.bases: list[str] = []  # for each broken group around: the indentation of the line on which it began

    def text(self) -> str:
        at, pieces = 0, self.pieces
        while at < len(pieces):
            if at % 2 == 0:
                self._write(pieces[at])
            elif pieces[at] == FIT and (end := self._end_if_it_fits(at)):
                self.line += "".join(_FLAT.get(piece, piece) for piece in pieces[at:end])
                at = end
            else:
                self._mark(pieces[at], pieces[at + 1])
            at += 1
        return "".join(self.out) + self.line

    def _write(self, text: str) -> None:
        before, newline, after = text.rpartition("\n")
        if newline:
            self.out.append(f"{self.line}{before}\n")
            self.line = after
        else:
            self.line += text

    def _mark(self, mark: str, after: str) -> None:
        """Write a mark of a broken group, or of no group, and the text that follows it."""
        if mark == FIT:
            self.bases.append(self._indentation())
        elif mark == END:
            self.bases.pop()
        elif mark == COMMA:
            self.line += ","
        elif mark == NEWLINE:
            self._break(self._indentation() if self.line.strip(" \t") else self.line)
        elif mark == FILL and columns(f"{self.line} {after}", wide=self.wide) <= self.width:
            self.line += " "
        elif mark != FORCE:
            self._break(self.bases[-1] + ("" if mark in (OUT, OUTLINE) else self.indent))

    def _break(self, indentation: str) -> None:
        self.out.append(self.line.rstrip(" ") + "\n")
        self.line = indentation

    def _indentation(self) -> str:
        return self.line[: len(self.line) - len(self.line.lstrip(" \t"))]

    def _end_if_it_fits(self, start: int) -> int:
        """The end of the group that begins at `start`, if it fits with the text up to the next break; else 0."""
        left = self.width - columns(self.line, wide=self.wide)
        end, depth, pieces = 0, 0, self.pieces
        for at in range(start, len(pieces)):
            piece = pieces[at]
            if at % 2 == 0:
                before, newline, _ = piece.partition("\n")
                left -= columns(before, wide=self.wide)
                if newline:
                    return end if left >= 0 else 0
            elif end:
                depth += (piece == FIT) - (piece == END)
                if piece in _BREAKS and (depth > 0 or self.bases):
                    return end if left >= 0 else 0
                left -= len(_FLAT[piece]) + (piece == COMMA and bool(self.bases))
            else:
                if piece in _FORCED:
                    return 0
                depth += (piece == FIT) - (piece == END)
                end = 0 if depth else at
                left -= len(_FLAT[piece])
            if left < 0:
                return 0
        return end
