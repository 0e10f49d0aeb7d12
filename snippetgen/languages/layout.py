"""Breaks lines: a pretty-printer like those of Oppen and Wadler, so that formatters find nothing to change.

A template (or the spelling of native data) marks a group and the places where it may break. A group that fits on its
line is written flat; else each of its places becomes a line break, one level deeper. The marks are control characters:
no engine in `speller.py` ever writes a control character but the line break, so none can come from a spec.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

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

LEAP = "\x08"
"""A space, or a line break one level deeper if the group right behind it then fits on its line."""

COLUMN = "\x19"
"""Stands before what begins in one column on consecutive lines of one broken group."""
ALIGN = "\x1a"
"""Makes its column the level of the group around it: what follows stands below each other there."""

DEFER, DEFER_END = "\x13", "\x14"
"""Enclose text that goes on the lines below the current one: the body of a heredoc."""

_BREAK = "\x15"
_DEFERRED = re.compile(f"{DEFER}([^{DEFER_END}]*){DEFER_END}")

_MARK = re.compile(f"[\x01-\x08\x0e-\x10{ALIGN}]")
_BREAK_OR_LINE = re.compile(f"[{SOFT}{LINE}{OUT}{OUTLINE}{NEWLINE}{FILL}{LEAP}\n]")
_FORCED = re.compile(f"[{FORCE}{NEWLINE}\n]")


def _flat(text: str) -> str:
    """A group that stands on one line."""
    text = text.replace(FIT, "").replace(END, "").replace(SOFT, "").replace(OUT, "").replace(COMMA, "")
    text = text.replace(ALIGN, "").replace(COLUMN, "").replace(LINE, " ").replace(OUTLINE, " ")
    return text.replace(FILL, " ").replace(LEAP, " ")



_NAMES = {
    "{fit}": FIT, "{end}": END, "{soft}": SOFT, "{line}": LINE, "{out}": OUT, "{outline}": OUTLINE, "{comma}": COMMA,
    "{align}": ALIGN, "{column}": COLUMN,
}  # fmt: skip


def marked(fact: str) -> str:
    """A fact with its marks in place of their names: those of `_NAMES`."""
    for name, mark in _NAMES.items():
        fact = fact.replace(name, mark)
    return fact


def columns(text: str, *, wide: bool = True) -> int:
    """How many columns a text takes; an East Asian wide character takes two where `wide` is set."""
    if COLUMN in text:
        text = text.replace(COLUMN, "")
    if not wide or text.isascii():
        return len(text)
    return len(text) + sum(map(_surplus, _NOT_ASCII.findall(text)))

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


@lru_cache(maxsize=4096)
def _surplus(char: str) -> int:
    """How many columns a character takes beside one."""
    return -1 if unicodedata.combining(char) else int(unicodedata.east_asian_width(char) in "WF")


def deferred(body: str, close: str) -> str:
    """The lines of a heredoc, one level deeper than the statement around it, and the word that closes it."""
    return DEFER + (body + close).replace("\n", _BREAK) + DEFER_END


def lay_out(text: str, width: int, indent: int | str, *, wide: bool, tab: int = 1) -> str:
    """The text with every mark resolved; a text without marks stays as it is.

    Args:
        width: the most columns of a line.
        indent: the columns of one level, or the white space of one.
        wide: whether a Chinese character counts as two columns.
        tab: how many columns a tab counts as.
    """
    bodies: list[str] = []
    if DEFER in text:
        bodies = _DEFERRED.findall(text)
        text = _DEFERRED.sub(DEFER, text)
    level = indent if isinstance(indent, str) else " " * indent
    laid = "".join(_stretches(text, _Page(width, level, wide, tab)))
    return _with_bodies(laid, bodies, level) if bodies else laid


class _Page(NamedTuple):
    """What `lay_out` is told about lines, with the white space of one level."""

    width: int
    level: str
    wide: bool
    tab: int


def _stretches(text: str, page: _Page) -> Iterator[str]:
    """Lines without marks as they are, and the others laid out: each line by itself, or all that a group goes over."""
    at = 0
    while mark := _MARK.search(text, at):
        start, end = text.rfind("\n", at, mark.start()) + 1 or at, _end_of_line(text, mark.start())
        while end < len(text) and text.count(FIT, start, end) > text.count(END, start, end):
            end = _end_of_line(text, end + 1)
        yield text[at:start]
        lay = _lay_out_again if end - start <= _SHORT else _lay_out
        yield lay(text[start:end], page)
        at = end
    yield text[at:]


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _lay_out(text: str, page: _Page) -> str:
    return _Printer(text, page).laid()

_lay_out_again = lru_cache(maxsize=4096)(_lay_out)
"""`_lay_out` with a memory: one program after the other has the same headers, imports and calls."""

_SHORT = 1000


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


def _indentation_of_columns(line: str) -> str | None:
    """The indentation of a line with COLUMN; None for another one."""
    return line[: len(line) - len(line.lstrip(" \t"))] if COLUMN in line else None


class _Printer:
    """One walk over the text; a group that fits is written whole, without a second look at what is in it."""

    def __init__(self, text: str, page: _Page) -> None:
        self.text, self.width, self.indent, self.wide = text, page.width, page.level, page.wide
        self.surplus = page.tab - 1  # the columns of a tab beside one
        self.out: list[str] = []
        self.line = ""
        self.is_narrow = not page.wide or text.isascii()
        self.bases: list[str] = []  # of the broken groups around: what each one's lines begin with

    def laid(self) -> str:
        at, text = 0, self.text
        while match := _MARK.search(text, at):
            start = match.start()
            if start > at:
                self._write(text[at:start])
            if text[start] == FIT and (end := self._end_if_it_fits(start)):
                self.line += _flat(text[start:end])
                at = end
            else:
                at = start + 1
                self._mark(text[start], at)
        self._write(text[at:])
        whole = "".join(self.out) + self.line
        return self._in_columns(whole) if COLUMN in whole else whole

    def _in_columns(self, text: str) -> str:
        """The text with spaces in place of each COLUMN: consecutive lines of one indentation are brought in line."""
        out: list[str] = []
        for indentation, run in groupby(text.split("\n"), key=_indentation_of_columns):
            lines = list(run)
            most = 0 if indentation is None else max(map(self._before_column, lines))
            out += [line.replace(COLUMN, " " * max(most - self._before_column(line), 0)) for line in lines]
        return "\n".join(out)

    def _before_column(self, line: str) -> int:
        return columns(line.partition(COLUMN)[0], wide=self.wide)

    def _write(self, text: str) -> None:
        before, newline, after = text.rpartition("\n")
        if newline:
            self.out.append(f"{self.line}{before}\n")
            self.line = after
        else:
            self.line += text

    def _mark(self, mark: str, after: int) -> None:
        """A mark of a broken group, or of none, and where the text behind it begins."""
        if mark == FIT:
            self.bases.append(self._indentation())
        elif mark == END:
            self.bases.pop()
        elif mark == ALIGN:
            self.bases[-1] = " " * columns(self.line, wide=self.wide)
        elif mark == COMMA:
            self.line += ","
        elif mark == NEWLINE:
            self._break(self._indentation() if self.line.strip(" \t") else self.line)
        elif (mark == FILL and self._fits(after)) or (mark == LEAP and not self._fits_below(after)):
            self.line += " "
        elif mark != FORCE:
            self._break(self.bases[-1] + ("" if mark in (OUT, OUTLINE) else self.indent))

    def _break(self, indentation: str) -> None:
        self.out.append(self.line.rstrip(" ") + "\n")
        self.line = indentation

    def _indentation(self) -> str:
        return self.line[: len(self.line) - len(self.line.lstrip(" \t"))]

    def _fits(self, start: int) -> bool:
        """Whether a space and the text up to the next mark fit on the line."""
        following = _MARK.search(self.text, start)
        text = self.text[start : following.start() if following else None].partition("\n")[0]
        return self._taken() + 1 + columns(text, wide=self.wide) <= self.width

    def _fits_below(self, start: int) -> bool:
        """Whether the group at `start` fits on the next line, one level deeper."""
        line, self.line = self.line, self.bases[-1] + self.indent
        fits = bool(self._end_if_it_fits(start))
        self.line = line
        return fits

    def _taken(self) -> int:
        """How many columns of the line are taken."""
        return columns(self.line, wide=self.wide) + self.surplus * self.line.count("\t")

    def _end_if_it_fits(self, start: int) -> int:
        """Where the text behind the group at `start` begins, if that fits with what follows up to a break; else 0."""
        text, left = self.text, self.width - self._taken()
        depth, end = 1, start + 1
        while depth:
            inner = end
            end = text.index(END, inner) + 1
            depth += text.count(FIT, inner, end) - 1
            if end - start > 4 * self.width and self._is_wider(start, end, left):
                return 0
        if _FORCED.search(text, start, end):
            return 0
        following = _BREAK_OR_LINE.search(text, end)
        stop = following.start() if following else len(text)
        if stop - start <= left and self.is_narrow:
            return end
        rest = text[end:stop].replace(COMMA, ",")
        return 0 if columns(_flat(text[start:end] + rest), wide=self.wide) > left else end

    def _is_wider(self, start: int, end: int, left: int) -> bool:
        return columns(_flat(self.text[start:end]), wide=self.wide) > left
