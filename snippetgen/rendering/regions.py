"""The parts of a program: the whole of it, what does the request's work, and the call alone.

A template prints `{{ region }}` and `{{ endregion }}` around the statements that make and send the request, and around
definitions of its own that they need; `{{ frame }}` and `{{ endframe }}` around what makes a program of statements: a
class, a main function, a package. Each stands alone on a line; it disappears, or becomes one of the comments by which
editors fold code and documentation tools cut it. The marks are control characters, like those of `layout`, so none can
come from a spec.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, NamedTuple

from snippetgen.errors import TemplateError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

REGION = "\x11"
"""Opens a region."""

ENDREGION = "\x12"
"""Closes a region."""

FRAME = "\x17"
"""Opens a part of the frame."""

ENDFRAME = "\x18"
"""Closes it; the statements that follow have the indentation of this mark."""

PROGRAM, REQUEST, CALL = "program", "request", "call"

PARTS = {
    PROGRAM: "all of it",
    REQUEST: "its imports, definitions and statements: no header, class or main function",
    CALL: "only the statements that make the request and send it, and definitions that they need; no imports",
}
"""The parts of a program that users can ask for, and their meaning, which is one in all languages.

Where a client hands the response to a block of its own, as a stream's reader, the call ends with this block.
"""

_OPENS = {REGION: ENDREGION, FRAME: ENDFRAME}
_MARKS = (REGION, ENDREGION, FRAME, ENDFRAME)
_COMMENTS = {REGION: "region", ENDREGION: "endregion"}

Pieces = list[tuple[str, str]]
"""Lines of a program, and their indentation."""


class Resolved(NamedTuple):
    """A program without marks.

    Attributes:
        text: the whole of it.
        regions: what stands in each region; none where a template marks none.
        unframed: what stands outside of the frame.
    """

    text: str
    regions: Pieces
    unframed: Pieces


def resolve(page: str, facts: Mapping[str, Any], *, shown: bool) -> Resolved:
    """The page of a template without its marks, or with comments in place of a region's if they are to be `shown`.

    Raises:
        TemplateError: a mark shares its line with other text, or is not part of a pair.
    """
    pieces = _split(page)
    texts, indentations, marks = pieces[::3], pieces[1::3], pieces[2::3]
    _check(marks)
    whole, regions, unframed = texts[:1], [], [(texts[0], "")]
    for text, indentation, mark in zip(texts[1:], indentations, marks, strict=True):
        if shown and mark in _COMMENTS:
            whole.append(_comment(mark, indentation, facts))
        whole.append(text)
        if mark == REGION:
            regions.append((text, indentation))
        if mark == ENDFRAME:
            unframed.append((text, indentation))
        elif mark != FRAME:
            unframed[-1] = (unframed[-1][0] + text, unframed[-1][1])
    return Resolved("".join(whole), regions, unframed)


def _comment(mark: str, indentation: str, facts: Mapping[str, Any]) -> str:
    before, after = facts["comment"]["open"], facts["comment"]["close"]
    return f"{indentation}{before}{_COMMENTS[mark]} {CALL}{'' if after == 'none' else after}\n"


def _check(marks: Sequence[str]) -> None:
    pairs = zip_longest(marks[::2], marks[1::2])
    if any(_OPENS.get(opening) != closing or not closing for opening, closing in pairs):
        pair = "{{ region }} must be closed by {{ endregion }}, and {{ frame }} by {{ endframe }}"
        raise TemplateError(f"each {pair}, before the next one")


def _split(page: str) -> list[str]:
    """Text, then for each mark its indentation, itself, and the text behind it."""
    pieces, at = [], 0
    while (here := _next_mark(page, at)) >= 0:
        line = page.rfind("\n", 0, here) + 1
        indentation = page[line:here]
        if line < at or indentation.strip(" \t") or page[here + 1 : here + 2] != "\n":
            names = "{{ region }}, {{ endregion }}, {{ frame }} and {{ endframe }}"
            raise TemplateError(f"{names} must be alone on their lines")
        pieces += [page[at:line], indentation, page[here]]
        at = here + 2
    return [*pieces, page[at:]]


def _next_mark(page: str, at: int) -> int:
    """Where the next mark stands, or -1; the search for one character is many times faster than that for either."""
    return min((here for mark in _MARKS if (here := page.find(mark, at)) >= 0), default=-1)


def joined(pieces: Pieces, facts: Mapping[str, Any]) -> str:
    """Pieces of a program, dedented, a blank line between two."""
    dedented = (_dedented(text, indentation, facts).strip("\n") for text, indentation in pieces)
    return "".join(f"{text}\n\n" for text in dedented if text)[:-1]


def _dedented(text: str, indentation: str, facts: Mapping[str, Any]) -> str:
    """Statements without their indentation; lines within a string keep the spaces that belong to the string."""
    if not indentation:
        return text
    if isinstance(facts["block"], str) or facts["block"]["indent"]:
        return text.removeprefix(indentation).replace(f"\n{indentation}", "\n")
    return re.sub(f"({_strings(facts)})|^{indentation}", r"\1", text, flags=re.MULTILINE | re.DOTALL)


def _strings(facts: Mapping[str, Any]) -> str:
    """A pattern of all kinds of strings in a language, multi-line strings first."""
    string, block = facts["string"], facts["block"]
    other = string["alternate_quote"]
    quotes = [string["quote"]] if other == "none" else [string["quote"], other["quote"]]
    short = (_string(quote, quote, escapes=string["engine"] == "backslash") for quote in quotes)
    return "|".join([_string(block["open"], block["close"], escapes=block["kind"] != "raw"), *short])


def _string(begin: str, end: str, *, escapes: bool) -> str:
    """A pattern of a string, without possessive repetition, which Python 3.11.2 gets wrong (python/cpython#106052)."""
    begin, end = re.escape(begin), re.escape(end)
    return rf"{begin}(?:\\.|(?!{end})[^\\])*{end}" if escapes else f"{begin}(?:(?!{end}).)*{end}"
