"""The text of a document -> its pairs of markers, and the lines between them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from snippetgen.embed.formats import RST
from snippetgen.errors import DocumentError, Mistake, suggest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from snippetgen.embed.formats import DocumentFormat

NAME = "snippetgen:"
"""The beginning of every marker; a document without it is never changed, nor decoded."""

_WORDS = ("start", "end")


class Marker(NamedTuple):
    """One marker: a comment alone on its line.

    Attributes:
        line: the number of its line, counted from 0.
        prefix: the text before it on its line: spaces, and the marks of quotes.
        word: start or end.
        rest: the text after the word: attributes, or a checksum.
        column: the column of `rest`, counted from 1.
    """

    line: int
    prefix: str
    word: str
    rest: str
    column: int


class Region(NamedTuple):
    """A pair of markers, start and end."""

    start: Marker
    end: Marker


def may_hold_markers(data: bytes) -> bool:
    """Whether the bytes of a document contain the name of markers, in any case, in UTF-8 or UTF-16."""
    return NAME.encode() in data.replace(b"\0", b"").lower()


def split(text: str) -> list[str]:
    """The lines of a text, with their line breaks; only LF ends a line."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def regions(lines: Sequence[str], doc_format: DocumentFormat, file: str) -> list[Region]:
    """The pairs of markers of a document, in order.

    Raises:
        DocumentError: markers are unknown, nested, unclosed, or not alone on their line; all mistakes at once.
    """
    found, mistakes = _markers(lines, doc_format, file)
    result: list[Region] = []
    start: Marker | None = None
    for one in found:
        if one.word == "start":
            if start:
                what = f"begins inside the markers opened in line {start.line + 1} (close those first)"
                mistakes.append(_mistake(file, one, what))
            else:
                start = one
        elif start is None:
            opener = doc_format.written("snippetgen:start …")
            mistakes.append(_mistake(file, one, f"no marker is open here (open one with {opener})"))
        else:
            if doc_format is RST and len(one.prefix.expandtabs()) != len(start.prefix.expandtabs()):
                mistakes.append(_mistake(file, one, f"is not indented like line {start.line + 1}"))
            result.append(Region(start, one))
            start = None
    if start:
        closer = doc_format.written("snippetgen:end")
        mistakes.append(_mistake(file, start, f"is never closed (close it with {closer})"))
    if mistakes:
        raise DocumentError(mistakes)
    return result


def _markers(lines: Sequence[str], doc_format: DocumentFormat, file: str) -> tuple[list[Marker], list[Mistake]]:
    literal = {one.line: one for one in doc_format.literals(lines)}
    found: list[Marker] = []
    mistakes: list[Mistake] = []
    for number, line in enumerate(lines):
        if NAME not in line and NAME not in line.lower():
            continue
        one = _marker(number, line, doc_format)
        if number in literal:
            if one and literal[number].is_open:
                opened = literal[number].opened
                what = "the code or comment that begins here is never closed"
                what = f"{what}, and contains the marker in line {number + 1}"
                mistakes.append(Mistake(file, opened + 1, 1, "", what))
        elif one is None:
            mistakes += [Mistake(file, number + 1, at, "", text) for at, text in _astray(line, doc_format)]
        elif one.word not in _WORDS:
            text = f'unknown marker "{NAME}{one.word}" ({suggest(one.word, _WORDS)})'
            mistakes.append(Mistake(file, number + 1, len(one.prefix) + 1, "", text))
        else:
            found.append(one)
    return found, list(dict.fromkeys(mistakes))


def _opening(before: str) -> str:
    """A pattern of the beginning of a marker; ``.. snippetgen:: chat.yaml`` is a directive, not a marker."""
    return rf"{re.escape(before)}[ \t]*(?i:{NAME}(?!:))"


@cache
def _patterns(doc_format: DocumentFormat) -> tuple[re.Pattern[str], ...]:
    """Patterns of a line with nothing but a marker, one for each kind of comment in a format."""
    return tuple(
        re.compile(
            rf"(?s)(?P<prefix>{doc_format.prefix}){_opening(before)}(?P<words>{_until(after)}){re.escape(after)}[ \t]*"
        )
        for before, after in doc_format.comments
    )


def _until(after: str) -> str:
    return rf"(?:(?!{re.escape(after)}).)*" if after else ".*"


def _marker(number: int, line: str, doc_format: DocumentFormat) -> Marker | None:
    bare = line.rstrip("\r\n")
    for match in filter(None, (pattern.fullmatch(bare) for pattern in _patterns(doc_format))):
        word, gap, rest = re.fullmatch(r"(?s)(\S*)([ \t]*)(.*)", match["words"]).groups()  # type: ignore[union-attr]
        column = match.start("words") + len(word) + len(gap) + 1
        return Marker(number, match["prefix"], word, rest.rstrip(), column)
    return None


def _astray(line: str, doc_format: DocumentFormat) -> Iterable[tuple[int, str]]:
    """Markers that are not alone on their line, with their columns; a marker between backquotes is only text."""
    text = _without_code(line)
    for before, after in doc_format.comments:
        match = re.search(rf"{doc_format.astray}(?P<marker>{_opening(before.rstrip())})", text)
        if not match:
            continue
        at = match.start("marker") + 1
        if after not in text[match.end() :]:
            yield at, f"a marker must be on one line (it is not closed with {after})"
        else:
            yield at, f"a marker must be alone on its line ({doc_format.written('snippetgen:start …')})"


def _without_code(line: str) -> str:
    """A line with blanks instead of code spans; a run of backquotes is closed by the next run of equal length."""
    runs = [match.span() for match in re.finditer("`+", line)]
    closing: dict[int, tuple[int, int]] = {}
    later: dict[int, tuple[int, int]] = {}
    for start, end in reversed(runs):
        if end - start in later:
            closing[start] = later[end - start]
        later[end - start] = start, end
    result, at = [], 0
    for start, _ in runs:
        if start >= at and start in closing:
            result += [line[at:start], " " * (closing[start][1] - start)]
            at = closing[start][1]
    return "".join([*result, line[at:]])


def _mistake(file: str, marker: Marker, text: str) -> Mistake:
    return Mistake(file, marker.line + 1, len(marker.prefix) + 1, "", f"{NAME}{marker.word}: {text}")
