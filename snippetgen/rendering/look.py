"""How a program is written, apart from what it does: the width of its indentation, its header and its comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from snippetgen.rendering.regions import ENDFRAME, FRAME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

INDENTS = (*map(str, range(1, 9)), "tab")
"""The widths of one level of indentation that users can ask for: columns, or a tab."""

LITERAL = "\x16"
"""Begins a line that stands within a literal; a control character, like the marks of `layout`."""


class Look(NamedTuple):
    """A user's choices about the text of a program.

    Attributes:
        indent: one of `INDENTS`; empty for what is usual in the language.
        header: whether it begins with its title, how to install and how to run it.
        comments: whether each of its steps has a comment above it.
    """

    indent: str = ""
    header: bool = True
    comments: bool = False


USUAL = Look()


class Indentation(NamedTuple):
    """How the lines of one program are indented.

    Attributes:
        own, unit: one level of blocks in the language's templates, and in this program.
        level: what a line that the layout breaks moves by.
        tab: how many columns a tab takes.
    """

    own: str
    unit: str
    level: str
    tab: int = 1

    @property
    def differs(self) -> bool:
        return self.own != self.unit

    @property
    def deeper(self) -> int:
        """How many columns one level takes more than in the templates."""
        return self._columns(self.unit) - self._columns(self.own)

    def _columns(self, text: str) -> int:
        return len(text.replace("\t", " " * self.tab))


def indentation(facts: Mapping[str, Any], wanted: str) -> Indentation:
    """The indentation of a language by its fact `indent`, or as a user wants it.

    A language whose continued lines move by more than its blocks (4 and 2 in Java, by Google's style) keeps that ratio;
    one that allows no tab keeps its spaces.
    """
    fact = facts["indent"]
    if str(fact).endswith(" spaces"):
        fact, wanted = fact.removesuffix(" spaces"), wanted if wanted != "tab" else ""
    own, level = (fact["block"], fact["line"]) if isinstance(fact, dict) else (fact, fact)
    if "tab" in (own, level):
        unit = "\t" if wanted in ("", "tab") else " " * int(wanted)
        return Indentation("\t", unit, unit)
    own, level = int(own), int(level)
    if not wanted:
        return Indentation(" " * own, " " * own, " " * level)
    unit = "\t" if wanted == "tab" else " " * int(wanted)
    return Indentation(" " * own, unit, unit * (level // own), own if wanted == "tab" else 1)


def literal_lines(spell: Callable[..., str]) -> Callable[..., str]:
    """A spelling filter that marks the lines of its literals; its other line breaks are marks of `layout`."""
    return lambda *args: spell(*args).replace("\n", f"\n{LITERAL}")


def reindented(page: str, how: Indentation) -> str:
    """A page, not yet laid out, with its own lines indented anew; lines within literals stay as they are."""
    own = len(how.own)

    def anew(match: re.Match[str]) -> str:
        levels, rest = divmod(len(match[0]), own)
        return how.unit * levels + how.own[0] * rest

    return re.sub(r"(?m)^\t+" if how.own == "\t" else "(?m)^ +", anew, page).replace(LITERAL, "")


# https://packaging.python.org/en/latest/specifications/inline-script-metadata/#script-type
_SCRIPT_BLOCK = re.compile(r"(?m)^# /// script\n(?:#(?: .*)?\n)+?# ///\n")


def framed_header(page: str, header: Iterable[str]) -> str:
    """A page whose header is marked as a part of its frame (see `regions`); for the arguments see `without_header`."""
    before, found, after = _at_header(page, header)
    return f"{before}{FRAME}\n{found}\n{ENDFRAME}{after}" if found and after.startswith("\n") else page


def without_header(page: str, header: Iterable[str]) -> str:
    """A page without its title and how to run it, nor the block in which Python's programs name their libraries.

    Args:
        header: how a template may have spelt all that; a page that holds none of these texts stays as it is.
    """
    before, found, after = _at_header(page, header)
    return _SCRIPT_BLOCK.sub("", before, count=1) + after.lstrip("\n") if found else page


def _at_header(page: str, header: Iterable[str]) -> tuple[str, str, str]:
    """What stands before the header, the header and the rest; no header where the page has none of these texts."""
    parted = (page.partition(text) for text in header)
    return next((one for one in parted if one[1]), (page, "", ""))
