"""`snippetgen embed` over real documents: untouched without markers, and with them only what stands between."""

from __future__ import annotations

import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import fetch
from markdown_it import MarkdownIt

from snippetgen import embed, spec
from snippetgen.embed.formats import ASCIIDOC, MARKDOWN, MDX, RST, DocumentFormat, format_of
from snippetgen.errors import SnippetgenError
from snippetgen.languages import Languages

SPEC = "title: Cats\nmethod: GET\nurl: https://api.example.com/cats\n"
if TYPE_CHECKING:
    from markdown_it.token import Token

PAIRS = 5
"""Places of each document that are tried."""

LISTED = 12


def documents() -> dict[str, bytes]:
    """Real documents by a name of their own; AsciiDoc's are called .txt in their package."""
    found = {}
    for folder, pattern, ending in (
        (fetch.package("npm@10.9.2"), "**/*", ""),
        (fetch.package("create-docusaurus@3.7.0"), "**/*", ""),
        (fetch.package("@storybook/addon-docs@7.6.20"), "**/*", ""),
        (fetch.package("@asciidoctor/reveal.js@5.2.0"), "**/*", ""),
        (fetch.sdist("pymdown-extensions==10.14"), "**/*", ""),
        (fetch.sdist("Sphinx==8.2.3"), "**/*", ""),
        (fetch.sdist("asciidoc==10.2.1"), "**/doc/*.txt", ".adoc"),
    ):
        for path in sorted(folder.glob(pattern)):
            name = f"{path.relative_to(folder.parent).as_posix()}{ending}"
            if path.is_file() and format_of(name):
                found[name.replace("/", "__")] = path.read_bytes()
    return found


def survey() -> None:
    found = documents()
    kinds = Counter(doc_format.name for name in found if (doc_format := format_of(name)))
    print(f"   {len(found)} documents: {', '.join(f'{count} {name}' for name, count in kinds.most_common())}")
    changed = _untouched(found)
    print(f"   without markers: {len(found) - len(changed)} byte-identical, {len(changed)} changed")
    _filled(found)


def _untouched(found: dict[str, bytes]) -> list[str]:
    """The documents that the command changes, though they have no markers."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in found.items():
            (Path(folder) / name).write_bytes(data)
        subprocess.run([sys.executable, "-m", "snippetgen", "embed", "--quiet", folder], check=True)
        return [name for name, data in found.items() if (Path(folder) / name).read_bytes() != data]


def _filled(found: dict[str, bytes]) -> None:
    """A pair of markers in each of some places; then everything but the pair must be as it was."""
    context = embed.EmbedContext(Languages(), lambda path, _: spec.loads(SPEC, str(path), "cats"))
    rng, tally, strange = random.Random(1), Counter[str](), list[str]()
    for name, data in found.items():
        doc_format = format_of(name)
        assert doc_format is not None
        try:
            text = data.decode()
        except UnicodeDecodeError:
            tally["not UTF-8"] += 1
            continue
        places = _places(text, doc_format)
        for place in rng.sample(places, min(PAIRS, len(places))):
            word = _tried(text, place, name, doc_format, context)
            tally[f"{doc_format.name}: {word}"] += 1
            if word != "fine":
                strange.append(f"{name}:{place + 1}: {word}")
        code = _code(text, doc_format)
        for place in rng.sample(code, min(PAIRS, len(code))):
            word = _ignored(text, place, name, doc_format, context)
            tally[f"{doc_format.name}: {word}"] += 1
            if word != "ignored in code":
                strange.append(f"{name}:{place + 1}: {word}")
    for word, count in sorted(tally.items()):
        print(f"      {count:6} {word}")
    for line in strange[:LISTED]:
        print(f"      {line}")


def _tried(text: str, place: int, name: str, doc_format: DocumentFormat, context: embed.EmbedContext) -> str:
    """The result of embedding a pair of markers before a line, counted from 0."""
    lines = text.split("\n")
    newline = "\r" if lines[0].endswith("\r") else ""
    pair = [f"{doc_format.written(word)}{newline}" for word in ("snippetgen:start spec=cats.yaml", "snippetgen:end")]
    with_pair = "\n".join([*lines[:place], newline, *pair, newline, *lines[place:]])
    try:
        first = embed.embed(with_pair, name, doc_format, context)
        second = embed.embed(first.new, name, doc_format, context)
    except SnippetgenError as error:
        return f"refused: {str(error).split(': ', 1)[1]}"
    if len(first.blocks) != 1:
        return "the markers are not seen"
    new = first.new.split("\n")
    rest = [*new[: first.blocks[0].line], *new[second.blocks[0].end_line - 1 :]]
    end = rest[first.blocks[0].line]
    rest[first.blocks[0].line] = pair[1] if end.startswith(doc_format.written("snippetgen:end")[:12]) else end
    if "\n".join(rest) != with_pair or second.new != first.new:
        return "something else has changed"
    if doc_format in (MARKDOWN, MDX) and not _is_shown(first.new):
        return "the program is not shown"
    return "fine"


LONGEST = 30
"""Lines that the program is shorter than."""


def _is_shown(text: str) -> bool:
    """Whether another reader of Markdown sees our program as code, and nothing else in it."""
    shown = [one.content for one in MarkdownIt().parse(text) if one.type == "fence"]
    return any("example.com/cats" in one and one.count("\n") < LONGEST and "snippetgen" not in one for one in shown)


def _ignored(text: str, place: int, name: str, doc_format: DocumentFormat, context: embed.EmbedContext) -> str:
    """The result of embedding a pair of markers before a line of code."""
    lines = text.split("\n")
    pair = [doc_format.written(word) for word in ("snippetgen:start spec=cats.yaml", "snippetgen:end")]
    try:
        found = embed.embed("\n".join([*lines[:place], *pair, *lines[place:]]), name, doc_format, context)
    except SnippetgenError as error:
        return f"in code refused: {str(error).split(': ', 1)[1]}"
    return "seen in code" if found.blocks else "ignored in code"


def _places(text: str, doc_format: DocumentFormat) -> list[int]:
    """Lines before which a block may stand: of Markdown where another reader sees one begin, else after empty lines."""
    lines = text.split("\n")
    if doc_format in (MARKDOWN, MDX):
        return sorted({one.map[0] for one in _tokens(text) if one.map and not one.level})
    literal = {one.line for one in doc_format.literals(lines)}
    free = [number for number in range(1, len(lines)) if number not in literal]
    if doc_format in (RST, ASCIIDOC):
        return [number for number in free if not lines[number - 1].strip() and lines[number][:1].strip()]
    return free


def _code(text: str, doc_format: DocumentFormat) -> list[int]:
    """Lines of fenced code in Markdown, as another reader sees it."""
    if doc_format not in (MARKDOWN, MDX):
        return []
    spans = [one.map for one in _tokens(text) if one.type == "fence" and one.map]
    return [line for first, end in spans for line in range(first + 1, end)]


def _tokens(text: str) -> list[Token]:
    """The tokens of Markdown after a document's front matter."""
    head = re.match(r"\ufeff?---\r?\n(?s:.*?)\n---\r?\n", text)
    skipped = head[0].count("\n") if head else 0
    return [one for one in MarkdownIt().parse(text.removeprefix("\ufeff")) if not one.map or one.map[0] >= skipped]
