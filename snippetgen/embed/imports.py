"""The import statements that some styles of tabs need, once in a document, before its text.

MDX allows them anywhere at the margin, but authors look for them at the top: https://mdxjs.com/docs/what-is-mdx/#esm
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from snippetgen.embed.formats import front_matter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from snippetgen.embed.formats import DocumentFormat
    from snippetgen.embed.markers import Region

_IMPORT = re.compile(r"""import(?:\s*[{*"']|\s.*\bfrom\b)""")
_WORD = re.compile(r"[\w@/]+")


class Added(NamedTuple):
    """Lines to add to a document.

    Attributes:
        at: the number of lines before them.
        lines: the lines, with their line breaks.
    """

    at: int = 0
    lines: tuple[str, ...] = ()


def needed(lines: Sequence[str], regions: Sequence[Region], doc_format: DocumentFormat, wanted: Iterable[str]) -> Added:
    """The import statements that a document still needs: after its own, else after its front matter, else at its top.

    Args:
        wanted: all import statements that its tabs need.
    """
    wanted = list(dict.fromkeys(wanted))
    if not wanted:
        return Added()
    begun = _own(lines, regions, doc_format)
    words = [set(_WORD.findall(lines[number])) for number in begun]
    missing = [line for line in wanted if not any(set(_WORD.findall(line)) <= one for one in words)]
    if not missing:
        return Added()
    newline = "\r\n" if lines[0].endswith("\r\n") else "\n"
    if begun:
        return Added(_end(lines, begun[-1]), tuple(line + newline for line in missing))
    at = front_matter(lines)
    before = [newline] if at else []
    after = [newline] if lines[at].strip() or not at else []
    return Added(at, (*before, *(line + newline for line in missing), *after))


def _own(lines: Sequence[str], regions: Sequence[Region], doc_format: DocumentFormat) -> list[int]:
    """The numbers of the lines that begin an import statement, outside of markers and code."""
    begun = [number for number, line in enumerate(lines) if _IMPORT.match(line)]
    if not begun:
        return []
    inside = {one.line for one in doc_format.literals(lines)}
    inside.update(number for one in regions for number in range(one.start.line, one.end.line + 1))
    return [number for number in begun if number not in inside]


def _end(lines: Sequence[str], begun: int) -> int:
    """The line after an import statement; one over several lines closes its brace first."""
    end = begun
    if "{" in lines[begun]:
        while "}" not in lines[end] and end + 1 < len(lines) and lines[end + 1].strip():
            end += 1
    return end + 1
