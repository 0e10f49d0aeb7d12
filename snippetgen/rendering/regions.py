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
    from pathlib import Path

REGION = "\x11"
"""Opens a region."""

ENDREGION = "\x12"
"""Closes a region."""

REQUEST = "request"
"""The name of the only kind of region."""

PARTS = (REQUEST,)
"""The parts of a program that users can ask for."""

_LINE = re.compile(rf"^([ \t]*)([{REGION}{ENDREGION}])\n", re.MULTILINE)
_WORDS = {REGION: "region", ENDREGION: "endregion"}


class Resolved(NamedTuple):
    """A program without marks.

    Attributes:
        text: the whole program.
        parts: name -> the text of the regions with that name, dedented, with blank lines between regions; empty if the
            template marks none.
    """

    text: str
    parts: Mapping[str, str]


def resolve(page: str, facts: Mapping[str, Any], template: Path, *, shown: bool) -> Resolved:
    """A rendered program with its marks removed, or replaced by comments if they are to be `shown`.

    Raises:
        TemplateError: a mark shares its line with other text, or is not part of a pair.
    """
    pieces = _LINE.split(page)  # text, then for each mark its indentation, the mark, and the text after it
    texts, indentations, marks = pieces[::3], pieces[1::3], pieces[2::3]
    if any(mark in text for text in texts for mark in _WORDS):
        what = "{{ region }} and {{ endregion }} must be alone on their lines"
        raise TemplateError(f"{template}: {what}")
    if marks != [REGION, ENDREGION] * (len(marks) // 2):
        what = "each {{ region }} must be closed by {{ endregion }} before the next one"
        raise TemplateError(f"{template}: {what}")
    found = [_dedented(*one, facts) for one in zip(texts[1::2], indentations[::2], strict=False)]
    parts = {REQUEST: "\n".join(found)} if found else {}
    if shown:
        before, after = facts["comment"]["open"], facts["comment"]["close"]
        after = "" if after == "none" else after
        pieces[2::3] = [f"{before}{_WORDS[mark]} {REQUEST}{after}\n" for mark in marks]
        return Resolved("".join(pieces), parts)
    return Resolved("".join(texts), parts)


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
