"""One document: its text with every pair of markers filled anew."""

from __future__ import annotations

import difflib
import hashlib
import re
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from snippetgen.embed import imports, markers, tabs
from snippetgen.embed.attributes import parse_options, parse_pairs
from snippetgen.embed.context import show
from snippetgen.embed.formats import FORMATS, HTML, MARKDOWN, MDX, format_of
from snippetgen.errors import DocumentError, FileError, Mistake, SnippetgenError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from snippetgen.embed.attributes import MarkerOptions
    from snippetgen.embed.context import EmbedContext
    from snippetgen.embed.formats import DocumentFormat
    from snippetgen.embed.markers import Region

_BOM = "\ufeff"


class Block(NamedTuple):
    """A pair of markers, and whether the text between them is up to date.

    Attributes:
        line, end_line: the lines of the two markers, counted from 1.
        state: unchanged, different, or edited (by hand; then it is overwritten only with --force).
        notes: a line for each program that was left out, with the reason.
        edits: for an edited text that was compared with its spec: the first and the last line of each part that
            differs; a part that is missing is at the line after it.
    """

    line: int
    end_line: int
    state: str
    notes: tuple[str, ...] = ()
    edits: tuple[tuple[int, int], ...] = ()


class Embedded(NamedTuple):
    """A document before and after its markers are filled.

    Attributes:
        imports: the lines that were added before its text, because its tabs need them.
    """

    file: str
    old: str
    new: str
    blocks: tuple[Block, ...] = ()
    imports: tuple[str, ...] = ()

    @property
    def edited(self) -> tuple[Block, ...]:
        return tuple(one for one in self.blocks if one.state == "edited")


def read(
    file: str, data: bytes | None = None, doc_format: DocumentFormat | None = None
) -> tuple[str, DocumentFormat] | None:
    """The text and the format of a document; None if it contains no marker, so that there is nothing to do.

    Args:
        data: the content of the file; None to read it.
        doc_format: its format; None to choose it by the file's ending.

    Raises:
        FileError: the file cannot be read, or its format is unknown.
        DocumentError: the file has markers, but is not UTF-8.
    """
    try:
        data = Path(file).read_bytes() if data is None else data
    except OSError as error:
        raise FileError(f"{file}: cannot be read: {error.strerror}") from None
    if not markers.may_hold_markers(data):
        return None
    doc_format = doc_format or format_of(file)
    if doc_format is None:
        endings = " ".join(ending for one in FORMATS for ending in one.endings)
        raise FileError(f"{file}: unknown kind of document ({endings})")
    try:
        return data.decode(), doc_format
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise DocumentError([Mistake(file, line, 1, "", "not UTF-8 text")]) from None


def embed(text: str, file: str, doc_format: DocumentFormat, context: EmbedContext) -> Embedded:
    """A document with every pair of markers filled.

    Args:
        file: the path of the document: specs are relative to its folder, and messages name it.

    Raises:
        DocumentError: every mistake in its markers, and in the specs that they name.
    """
    lines = _lines(text)
    regions = markers.regions(lines, doc_format, file)
    wanted: list[str] = []
    mistakes: list[Mistake] = []
    blocks: list[Block] = []
    new, at = [], 0
    for one in regions:
        try:
            asked = _asked(one, file)
            shown = show(asked, file, doc_format, context)
            prefix = _prefix(one, asked.prefix, doc_format)
            wanted += tabs.STYLES[shown.style].imports if shown.style else ()
        except SnippetgenError as error:
            mistakes += _placed(error, file, one)
            continue
        filled = _filled(lines, one, shown.lines, prefix)
        blocks.append(_block(one, lines[one.start.line + 1 : one.end.line + 1], filled, shown.notes))
        new += [*lines[at : one.start.line + 1], *filled]
        at = one.end.line + 1
    if mistakes:
        raise DocumentError(mistakes)
    new += lines[at:]
    added = imports.needed(lines, regions, doc_format, wanted)
    new[added.at : added.at] = added.lines
    return Embedded(file, text, _text(text, new), tuple(blocks), added.lines)


def clean(text: str, file: str, doc_format: DocumentFormat) -> Embedded:
    """A document with everything removed between its markers; raises DocumentError as `embed` does."""
    lines = _lines(text)
    new, at = [], 0
    regions = markers.regions(lines, doc_format, file)
    for one in regions:
        new += [*lines[at : one.start.line + 1], _end(lines[one.end.line], one, "")]
        at = one.end.line + 1
    blocks = tuple(Block(one.start.line + 1, one.end.line + 1, _state_of_old(lines, one)) for one in regions)
    return Embedded(file, text, _text(text, [*new, *lines[at:]]), blocks)


def _state_of_old(lines: Sequence[str], region: Region) -> str:
    """The state of the text between two markers, for `clean`: unchanged if it is empty."""
    old = lines[region.start.line + 1 : region.end.line + 1]
    if len(old) == 1 and not region.end.rest:
        return "unchanged"
    return "edited" if _is_edited(region, old) else "different"


def _lines(text: str) -> list[str]:
    return markers.split(text.removeprefix(_BOM))


def _text(text: str, lines: Iterable[str]) -> str:
    """Lines as one text, with the byte order mark of the original text."""
    return (_BOM if text.startswith(_BOM) else "") + "".join(lines)


def _asked(region: Region, file: str) -> MarkerOptions:
    start, end = region
    if not re.fullmatch(r"(?:[0-9a-f]{12})?", end.rest):
        what = f'snippetgen:end takes only a checksum, not "{end.rest}"'
        raise DocumentError([Mistake(file, end.line + 1, end.column, "", what)])
    place = file, start.line + 1, start.column
    return parse_options(parse_pairs(start.rest, *place), *place)


def _placed(error: SnippetgenError, file: str, region: Region) -> list[Mistake]:
    """The mistakes of an error, placed at the marker unless they have a place of their own in the document."""
    if isinstance(error, DocumentError):
        return list(error.mistakes)
    return [Mistake(file, region.start.line + 1, region.start.column, "", line) for line in str(error).splitlines()]


def _prefix(region: Region, wanted: int | None, doc_format: DocumentFormat) -> str:
    """The indentation before each line; none in HTML, where it would become part of the code.

    Raises:
        SnippetgenError: the indentation would change the code, or hide it and the end marker in a comment.
    """
    own = "" if doc_format is HTML else region.start.prefix
    if wanted is None or " " * wanted == own:
        return own
    if doc_format not in (MARKDOWN, MDX):
        what = f"in {doc_format.name}, it would change or hide the code"
        raise SnippetgenError(f"prefix: is for Markdown and MDX ({what})")
    return " " * wanted


def _filled(lines: Sequence[str], region: Region, content: list[str], prefix: str) -> list[str]:
    """The lines after the start marker, including the end marker; empty lines set the content off."""
    newline = "\r\n" if lines[region.start.line].endswith("\r\n") else "\n"
    body = [(prefix + line if line else prefix.rstrip()) + newline for line in ["", *content, ""]]
    return [*body, _end(lines[region.end.line], region, _checksum("\n".join(content)))]


def _end(line: str, region: Region, checksum: str) -> str:
    """The line of the end marker with a new checksum; the rest of the line stays."""
    at = region.end.column - 1
    head, tail = line[:at].rstrip(" \t"), line[at + len(region.end.rest) :].lstrip(" \t")
    return f"{head}{checksum and ' '}{checksum}{' ' if tail.strip() else ''}{tail}"


def _block(region: Region, old: list[str], new: list[str], notes: tuple[str, ...]) -> Block:
    """A pair of markers with the lines after the start marker as they are, and as they should be."""
    lines = region.start.line + 1, region.end.line + 1
    if old == new:
        return Block(*lines, "unchanged", notes)
    if old[:-1] == new[:-1] or not _is_edited(region, old):
        return Block(*lines, "different", notes)
    first = region.start.line + 2
    matcher = difflib.SequenceMatcher(None, old[:-1], new[:-1], autojunk=False)
    changes = (one for one in matcher.get_opcodes() if one[0] != "equal")
    return Block(*lines, "edited", notes, tuple((first + at, first + max(at, end - 1)) for _, at, end, *_ in changes))


def _is_edited(region: Region, old: Sequence[str]) -> bool:
    """Whether the text between two markers does not match their checksum; an empty text does not count as edited."""
    prefix = region.start.prefix
    bare = [line.rstrip("\r\n").removeprefix(prefix) if line.strip() != prefix.strip() else "" for line in old[:-1]]
    content = "\n".join(bare)
    return bool(region.end.rest and content.strip()) and _checksum(content) != region.end.rest


def _checksum(content: str) -> str:
    """The checksum of the text between two markers, independent of its indentation and of empty lines around it."""
    return hashlib.sha256(textwrap.dedent(content).strip("\n").encode()).hexdigest()[:12]
