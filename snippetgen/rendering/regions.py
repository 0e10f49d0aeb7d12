"""The essential part of a program: the statements that make and send its request.

A template prints `{{ region }}` and `{{ endregion }}` around them, each alone on a line where a statement is allowed.
The lines disappear, or become the comments by which editors fold code and documentation tools cut it. The marks are
control characters, like those of `layout`, so none can come from a spec.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from snippetgen.errors import TemplateError

if TYPE_CHECKING:
    from collections.abc import Mapping

REGION = "\x11"
"""Opens a region."""

ENDREGION = "\x12"
"""Closes a region."""

REQUEST = "request"
"""The name of the only kind of region."""

PARTS = (REQUEST,)
"""The parts of a program that users can ask for."""

_WORDS = {REGION: "region", ENDREGION: "endregion"}


class Resolved(NamedTuple):
    """A program without marks.

    Attributes:
        text: the whole of it.
        regions: the text of each region, and its indentation; none where a template marks none.
    """

    text: str
    regions: list[tuple[str, str]]


def resolve(page: str, facts: Mapping[str, Any], *, shown: bool) -> Resolved:
    """The page of a template with its marks taken out, or with comments in their place if they are to be `shown`.

    Raises:
        TemplateError: a mark shares its line with other text, or is not part of a pair.
    """
    pieces = _split(page)
    texts, indentations, marks = pieces[::3], pieces[1::3], pieces[2::3]
    if marks != [REGION, ENDREGION] * (len(marks) // 2):
        raise TemplateError("each {{ region }} must be closed by {{ endregion }} before the next one")
    regions = list(zip(texts[1::2], indentations[::2], strict=False))
    if shown:
        before, after = facts["comment"]["open"], facts["comment"]["close"]
        after = "" if after == "none" else after
        pieces[2::3] = [f"{before}{_WORDS[mark]} {REQUEST}{after}\n" for mark in marks]
        return Resolved("".join(pieces), regions)
    return Resolved("".join(texts), regions)


def _split(page: str) -> list[str]:
    """Text, then for each mark its indentation, itself, and the text behind it."""
    pieces, at = [], 0
    while (here := _next_mark(page, at)) >= 0:
        line = page.rfind("\n", 0, here) + 1
        indentation = page[line:here]
        if line < at or indentation.strip(" \t") or page[here + 1 : here + 2] != "\n":
            raise TemplateError("{{ region }} and {{ endregion }} must be alone on their lines")
        pieces += [page[at:line], indentation, page[here]]
        at = here + 2
    return [*pieces, page[at:]]


def _next_mark(page: str, at: int) -> int:
    """Where the next mark stands, or -1; the search for one character is many times faster than that for either."""
    return min((here for mark in _WORDS if (here := page.find(mark, at)) >= 0), default=-1)


def joined(regions: list[tuple[str, str]], facts: Mapping[str, Any]) -> str:
    """The regions of a program, dedented, a blank line between two."""
    return "\n".join(_dedented(text, indentation, facts) for text, indentation in regions)


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
