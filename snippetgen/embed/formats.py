"""Formats of documents: how each one writes a marker, and which of its lines are code, without markers."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


class Literal(NamedTuple):
    """A line of code, or of a comment around it, where a marker is only text.

    Attributes:
        line: the number of the line, counted from 0.
        opened: the line that began the code.
        is_open: whether the code is never closed, so that it runs to the end of the document.
    """

    line: int
    opened: int
    is_open: bool = False


class DocumentFormat(NamedTuple):
    """A format of documents, such as Markdown.

    Attributes:
        endings: the endings of its files.
        comments: the strings that open and close a comment; messages show the first pair.
        prefix: a pattern of the text allowed before a marker; it is repeated before each line between the markers.
        astray: a pattern of the text before a comment that shares its line with other text.
        literals: finds the lines of code in the lines of a document.
    """

    name: str
    endings: tuple[str, ...]
    comments: tuple[tuple[str, str], ...]
    prefix: str
    astray: str
    literals: Callable[[Sequence[str]], Iterator[Literal]]

    def written(self, words: str) -> str:
        """A comment in this format, which shows users how to write a marker."""
        before, after = self.comments[0]
        return f"{before.rstrip()} {words} {after}".rstrip()


_FRONT_MATTER = ("---", "+++")
_ITEMS = r"(?:(?:[-*+]|\d+[.)])[ \t]+)*"
_FENCE = re.compile(rf"(?P<before>[ \t>]*(?P<items>{_ITEMS}))(?P<mark>`{{3,}}(?=[^`]*$)|~{{3,}})")
_COMMENT = re.compile(r"[ \t>]*<!--(?![ \t]*(?i:snippetgen:))(?!.*-->)")


class _Fence(NamedTuple):
    """An open fence.

    Attributes:
        quotes: the number of block quotes around it; it ends where they end.
        columns: its column on its line.
        item: the column of the content of its list item; 0 if its line does not begin a list item.
    """

    mark: str
    opened: int
    quotes: int
    columns: int
    item: int

    def is_closed_by(self, bare: str) -> bool:
        text = bare.lstrip(" \t>")
        head = bare[: len(bare) - len(text)].expandtabs(4)
        mark = text.rstrip(" \t")
        return len(mark) >= len(self.mark) and set(mark) == {self.mark[0]} and len(head) <= self.columns + 3

    def is_left_by(self, bare: str) -> bool:
        """Whether a line is outside of the quote or the list item that contains the fence."""
        text = bare.lstrip(" \t>")
        head = bare[: len(bare) - len(text)].expandtabs(4)
        return head.count(">") < self.quotes or (bool(text) and len(head) < self.item)


def _opened(number: int, bare: str) -> _Fence | None:
    match = _FENCE.match(bare)
    if not match:
        return None
    columns = len(match["before"].expandtabs(4))
    return _Fence(match["mark"], number, match["before"].count(">"), columns, columns if match["items"] else 0)


def front_matter(lines: Sequence[str]) -> int:
    """The number of lines of front matter at the top of a document (https://jekyllrb.com/docs/front-matter/)."""
    mark = lines[0].rstrip() if lines else ""
    ends = (number for number, line in enumerate(lines) if number and line.rstrip() == mark)
    return next(ends, -1) + 1 if mark in _FRONT_MATTER else 0


def _fenced(lines: Sequence[str]) -> Iterator[Literal]:
    """Lines without markers in Markdown: front matter, long comments, and fenced code in any lists, quotes and tabs.

    https://spec.commonmark.org/0.31.2/#fenced-code-blocks
    """
    first = front_matter(lines)
    yield from _span(0, first)
    fence: _Fence | None = None
    comment = -1
    for number in range(first, len(lines)):
        bare = lines[number].rstrip("\r\n")
        if fence and fence.is_left_by(bare):
            yield from _span(fence.opened, number)
            fence = None
        if fence:
            if fence.is_closed_by(bare):
                yield from _span(fence.opened, number + 1)
                fence = None
        elif comment >= 0:
            if "-->" in bare:
                yield from _span(comment, number + 1)
                comment = -1
        elif _COMMENT.match(bare):
            comment = number
        else:
            fence = _opened(number, bare)
    if fence or comment >= 0:
        yield from _span(fence.opened if fence else comment, len(lines), is_open=True)


def _span(opened: int, end: int, *, is_open: bool = False, after: int = 0) -> Iterator[Literal]:
    """The lines of code from `opened` (plus `after`) up to, but without, `end`."""
    return (Literal(number, opened, is_open) for number in range(opened + after, end))


_RST_ITEMS = r"[ \t]*(?:(?:[-*+•]|\(?(?:\d+|[a-zA-Z#])[.)])[ \t]+)*"
_CODE_DIRECTIVE = re.compile(
    r"\.\. (?:code|code-block|code-cell|sourcecode|parsed-literal|raw|math|highlight|prompt|doctest|testcode|"
    r"testoutput|testsetup|testcleanup|productionlist|ipython|graphviz|graph|digraph|mermaid|plantuml|uml)::"
)
_RST_COMMENT = re.compile(r"\.\.(?:[ \t]+(?![\[|_]|(?i:snippetgen:)|[\w:.+-]+ ?::)|$)")


def _indented(lines: Sequence[str]) -> Iterator[Literal]:
    """Lines without markers in reStructuredText: indented literal blocks, code directives and comments.

    https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#literal-blocks
    """
    around, opened = -1, 0
    for number, line in enumerate(lines):
        text = line.strip()
        if around >= 0 and (not text or _depth(line) > around):
            yield Literal(number, opened)
            continue
        around = -1
        if "::" in text or text.startswith(".."):
            match = re.match(_RST_ITEMS, line)
            assert match is not None  # noqa: S101 - everything in it is optional
            if _holds_text(line[match.end() :].strip(), lines[number + 1 : number + 2]):
                around, opened = len(match[0].expandtabs()), number


def _holds_text(body: str, following: Sequence[str]) -> bool:
    """Whether the indented lines below are code or a comment; an empty comment needs them on the very next line."""
    if _RST_COMMENT.match(body):
        return body != ".." or any(line.strip() for line in following)
    return bool(_CODE_DIRECTIVE.match(body)) or (body.endswith("::") and not body.startswith(".. "))


def _depth(line: str) -> int:
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


_DELIMITER = re.compile(r"(?P<mark>-{4,}|\.{4,}|\+{4,}|/{4,}|`{3,})(?:(?<=`)[\w,+-]+)?")


def _delimited(lines: Sequence[str]) -> Iterator[Literal]:
    """Lines without markers in AsciiDoc: listings, literals, passthroughs and comments.

    https://docs.asciidoctor.org/asciidoc/latest/blocks/delimited/
    """
    delimiter, opened = "", 0
    found: list[Literal] = []
    for number, line in enumerate(lines):
        text = line.rstrip()
        if delimiter:
            found.append(Literal(number, opened))
            if text == delimiter:
                yield from found
                delimiter = ""
        elif match := _DELIMITER.fullmatch(text):
            delimiter, opened, found = match["mark"], number, [Literal(number, number)]
    if delimiter:
        yield from (one._replace(is_open=True) for one in found)


_TAG = re.compile(r"<!--|-->|<(?P<slash>/?)(?P<name>script|style|textarea|xmp)\b(?P<empty>[^<>]*/>)?", re.IGNORECASE)
_CLOSING = {"<!--": "-->"}


def _raw_text(lines: Sequence[str]) -> Iterator[Literal]:
    """Lines without markers in HTML: those in a comment, or in an element whose content is not markup.

    https://html.spec.whatwg.org/#raw-text-elements
    """
    inside, begun = "", 0
    for number, line in enumerate(lines):
        was = inside
        for match in _TAG.finditer(line):
            name = (match["name"] or match[0]).lower()
            if not inside and name != "-->" and not match["slash"] and not match["empty"]:
                inside = name
            elif name == _CLOSING.get(inside) or (inside == name and match["slash"]):
                inside = ""
        if inside and not was:
            begun = number
        elif was and not inside:
            yield from _span(begun, number + 1, after=1)
    if inside:
        yield from _span(begun, len(lines), is_open=True, after=1)


_HTML_COMMENT, _MDX_COMMENT = ("<!--", "-->"), ("{/*", "*/}")

_UNESCAPED = r"(?<!\\)"

MARKDOWN = DocumentFormat(
    "Markdown", (".md", ".markdown", ".mkd"), (_HTML_COMMENT, _MDX_COMMENT), r"[ \t>]*", _UNESCAPED, _fenced
)
MDX = DocumentFormat("MDX", (".mdx",), (_MDX_COMMENT, _HTML_COMMENT), r"[ \t>]*", _UNESCAPED, _fenced)
RST = DocumentFormat("reStructuredText", (".rst",), ((".. ", ""),), r"[ \t]*", f"^{_RST_ITEMS}", _indented)
ASCIIDOC = DocumentFormat("AsciiDoc", (".adoc", ".asciidoc", ".asc"), (("//", ""),), "", "(?!)", _delimited)
HTML = DocumentFormat("HTML", (".html", ".htm", ".xhtml"), (_HTML_COMMENT,), r"[ \t]*", "", _raw_text)

FORMATS = (MARKDOWN, MDX, RST, ASCIIDOC, HTML)


def format_of(file: str) -> DocumentFormat | None:
    """The format of a file, by its ending; None if the ending is unknown."""
    ending = PurePath(file).suffix.lower()
    return next((one for one in FORMATS if ending in one.endings), None)
