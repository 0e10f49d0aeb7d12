"""The documents of a project: how to find them, and to fill their markers."""

from __future__ import annotations

import glob
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from snippetgen import embed
from snippetgen.basics.comparison import Comparison
from snippetgen.basics.files import STDIN
from snippetgen.embed.formats import FORMATS, MARKDOWN
from snippetgen.embed.markers import may_hold_markers
from snippetgen.errors import DocumentError, FileError, Mistake
from snippetgen.project.drift import Drift, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from snippetgen.embed import Block, EmbedContext, Embedded

MANY = 8
"""From so many documents on, the work is spread over all cores."""

_ENDINGS = tuple(ending for one in FORMATS for ending in one.endings)
_FOREIGN = ("node_modules", "__pycache__", "site-packages")
"""Folders with documents that are not the user's own; hidden folders are skipped, too."""


_ERRORS = "surrogateescape"
"""The error handler for documents without markers, which keeps bytes that are not UTF-8."""


class Filled(NamedTuple):
    """A document after its markers were filled: as texts, and as the bytes of its file."""

    embedded: Embedded

    def comparison(self) -> Comparison:
        one = self.embedded
        return Comparison(Path(one.file), one.old.encode(errors=_ERRORS), one.new.encode(errors=_ERRORS))

    def drift(self) -> Drift:
        """The document as a `Drift`, with the places of the blocks that are not up to date."""
        places = [place for one in self.embedded.blocks if one.state != "unchanged" for place in _places(one)]
        return Drift(self.comparison(), tuple(places))


def _places(block: Block) -> Iterator[Place]:
    if block.state != "edited":
        yield Place(block.line, block.end_line, "differs from what its spec says")
        return
    for first, last in block.edits or [(block.line, block.end_line)]:
        yield Place(first, last, "was edited by hand, and differs from what its spec says (--force overwrites it)")


def find(words: Sequence[str]) -> list[str]:
    """The documents that files, folders and globs name, in order, without duplicates; none of `left_alone`.

    Raises:
        FileError: a word names no document.
    """
    return [file for file, top in _named(words).items() if not (top and _leads_out(file, top))]


def left_alone(words: Sequence[str]) -> list[str]:
    """The links in folders that lead to documents outside of them: whoever names a folder did not mean those.

    Raises:
        FileError: a word names no document.
    """
    return [file for file, top in _named(words).items() if top and _leads_out(file, top)]


def _named(words: Sequence[str]) -> dict[str, str]:
    """Document -> the folder in which it was found; empty for a document that was named itself."""
    found: dict[str, str] = {}
    for word in words:
        for file, top in _documents(word):
            name = os.path.normpath(file)
            found[name] = found.get(name, top) and top
    return found


def _leads_out(file: str, top: str) -> bool:
    if not os.path.islink(file):  # noqa: PTH114
        return False
    return not Path(os.path.realpath(file)).is_relative_to(os.path.realpath(top))


def _documents(word: str) -> Iterator[tuple[str, str]]:
    path = Path(word)
    if path.is_dir():
        yield from ((file, word) for file in _below(word))
    elif path.exists():
        yield word, ""
    elif glob.has_magic(word):
        found = sorted(glob.glob(word, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
        if not found:
            raise FileError(f"{word}: no matching document")
        for one in found:
            if Path(one).is_dir():
                yield from _documents(one)
            elif one.lower().endswith(_ENDINGS):
                yield one, str(Path(one).parent)
    else:
        raise FileError(f"{word}: no such file or folder")


def _below(folder: str) -> Iterator[str]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(one for one in folders if one[0] != "." and one not in _FOREIGN)
        for name in sorted(names):
            file = os.path.join(here, name)  # noqa: PTH118 - os.walk's own words
            if name.lower().endswith(_ENDINGS) and name[0] != "." and os.path.isfile(file):  # noqa: PTH113
                yield file


def has_markers(file: str) -> bool:
    """Whether a file may contain a marker; raises FileError if it cannot be read."""
    return may_hold_markers(_bytes(file))


def _bytes(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise FileError(f"{file}: cannot be read: {error.strerror}") from None


def fill(file: str, context: EmbedContext, *, clean: bool = False, data: bytes | None = None) -> Filled:
    """A document with its markers filled, or emptied; a document without markers stays as it is.

    Args:
        data: the content of the file; required for `STDIN`, which is Markdown in the current folder.

    Raises:
        FileError, DocumentError: see `embed.read` and `embed.embed`.
    """
    name, doc_format = ("<stdin>", MARKDOWN) if file == STDIN else (file, None)
    data = _bytes(file) if data is None else data
    found = embed.read(name, data, doc_format)
    if found is None:
        text = data.decode(errors=_ERRORS)
        return Filled(embed.Embedded(name, text, text))
    text, doc_format = found
    return Filled(embed.clean(text, name, doc_format) if clean else embed.embed(text, name, doc_format, context))


def refuse_edited(found: Iterable[Filled], *, force: bool) -> None:
    """Raises DocumentError if a text between markers was edited by hand."""
    mistakes = [mistake for one in found for block in one.embedded.edited for mistake in _edits(one.embedded, block)]
    if mistakes and not force:
        raise DocumentError(mistakes)


def _edits(one: Embedded, block: Block) -> Iterator[Mistake]:
    """A mistake for each part of a text that was edited by hand."""
    between = f"between the markers of lines {block.line} and {block.end_line}"
    what = "change the spec or the marker instead, or overwrite it with --force"
    for first, last in block.edits or [(block.line + 1, block.end_line - 1)]:
        to = f" (to line {last})" if last > first else ""
        yield Mistake(one.file, first, 1, "", f"edited by hand{to}, {between}: {what}")
