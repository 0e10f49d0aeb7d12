"""Documents that are filled with programs, and what a tool has made of them."""

from __future__ import annotations

import json
import re
import sys
import textwrap
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from snippetgen import spec
from snippetgen.embed import Defaults, EmbedContext, embed
from snippetgen.embed.attributes import MarkerOptions
from snippetgen.embed.context import find
from snippetgen.embed.formats import DocumentFormat, format_of
from snippetgen.errors import SnippetgenError
from snippetgen.languages import Languages
from snippetgen.project.catalog import Catalog
from snippetgen.rendering.programs import programs
from snippetgen.request.choices import Choices

if TYPE_CHECKING:
    from kinds import Kind

ROOT = Path(__file__).parent.parent.parent
sys.path.append(str(ROOT / "tests"))
import sites  # noqa: E402 - the hostile specs of the tests

LANGUAGES = Languages()
SPECS = "_specs"
"""Beside the documents; tools leave out what begins with an underscore."""


class Page(NamedTuple):
    """A document, and the programs that its page must show.

    Attributes:
        tabs: the labels of its tabs, as they must be.
        refused: what the style refuses to hold.
    """

    name: str
    programs: list[str]
    tabs: list[str]
    refused: tuple[str, ...] = ()


class Judged(NamedTuple):
    equal: int
    tabs: int
    wrong: list[str]


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def specs(folder: Path) -> list[Path]:
    """Every spec there is, written below a folder under a name that makes a page."""
    found = []
    files = [path for name in ("specs", "tests/specs") for path in sorted((ROOT / name).glob("*.yaml"))]
    given = [(path.stem, path.read_text("utf-8")) for path in files]
    given += [(f"hostile-{name}", json.dumps(data, ensure_ascii=False)) for name, data in sites.SPECS.items()]
    for name, text in given:
        found.append(folder / f"{name}.yaml")
        write(found[-1], text)
    return found


def pages(kind: Kind, site: Path) -> list[Page]:
    """The documents of a site, filled: one for each spec, one with markers in other blocks, one with two."""
    doc_format = format_of(f"x.{kind.ending}")
    assert doc_format is not None
    context = EmbedContext(LANGUAGES, Catalog().endpoint, Defaults(tabs=kind.style))
    found = [_page(kind, site, doc_format, context, path) for path in specs(site / kind.folder / SPECS)]
    head = _head(kind)
    json_, cats = (_marker(doc_format, f"hostile-{name}", "python,node") for name in ("json", "cats"))
    texts = {"two": f"{head}{json_}\ntext\n\n{cats}", "simple": f"{head}{cats}"}
    both = [site / kind.folder / SPECS / f"hostile-{name}.yaml" for name in ("json", "cats")]
    expected = [text for path in both for text in sites.of(path, "python,node")]
    if kind.ending != "adoc":
        quoted = "".join(f"> {line}\n" for line in ["quoted", "", *cats.splitlines()])
        texts["blocks"] = f"{head}{kind.imports}- item\n\n{textwrap.indent(cats, '  ')}\n{quoted}"
    for name, text in texts.items():
        embedded = embed(text, _file(kind, site, name), doc_format, context)
        write(site / kind.folder / f"{name}.{kind.ending}", embedded.new)
    labels = ["Python", "Node.js"]
    found += [Page("two", expected, labels * 2), Page("simple", expected[2:], labels)]
    return [*found, Page("blocks", expected[2:] * 2, labels * 2)] if "blocks" in texts else found


def _page(kind: Kind, site: Path, doc_format: DocumentFormat, context: EmbedContext, path: Path) -> Page:
    """The document of one spec, with those programs that the style can hold."""
    file = _file(kind, site, path.stem)
    labels, refused, able, texts = [], [], [], []
    for program in programs([spec.load(path)], LANGUAGES.select(sites.LANG), Choices()):
        if program.snippet is None:
            continue
        options = MarkerOptions(spec=str(path), lang=program.target.id)
        try:
            embed(_marker(doc_format, path.stem, program.target.id), file, doc_format, context)
        except SnippetgenError as reason:
            refused.append(str(reason))
            continue
        able.append(program.target.id)
        texts.append(program.snippet.text.rstrip("\n"))
        labels.append(find(options, file, doc_format, context).codes[0].label)
    if able:
        marker = _marker(doc_format, path.stem, ",".join(able))
        write(Path(file), embed(_head(kind) + marker, file, doc_format, context).new)
    return Page(path.stem, texts, labels if len(labels) > 1 else [], tuple(refused))


def _head(kind: Kind) -> str:
    return "" if kind.ending == "adoc" else "---\ntitle: x\n---\n\n"


def _file(kind: Kind, site: Path, name: str) -> str:
    return str(site / kind.folder / f"{name}.{kind.ending}")


def _marker(doc_format: DocumentFormat, name: str, lang: str) -> str:
    start = doc_format.written(f"snippetgen:start spec={SPECS}/{name}.yaml lang={lang}")
    return f"{start}\n\n{doc_format.written('snippetgen:end')}\n"


def judge(kind: Kind, page: Page, site: Path) -> Judged:
    """How many of its programs a page shows to the letter."""
    text = (site / kind.page.format(name=page.name)).read_text("utf-8")
    shown = kind.text(text) if kind.text else sites.blocks(text)
    pairs = list(zip(page.programs, shown, strict=False))
    equal = sum(one == other for one, other in pairs)
    wrong = [_differs(page.name, one, other) for one, other in pairs if one != other]
    if len(shown) != len(page.programs):
        wrong.append(f"{page.name}: {len(shown)} blocks, not {len(page.programs)}")
    tabs = [unescape(re.sub("<[^>]*>", "", one)).strip() for one in re.findall(kind.tab, text, re.DOTALL)]
    if tabs != page.tabs:
        wrong.append(f"{page.name}: tabs {tabs}, not {page.tabs}")
    if page.tabs and kind.sync not in text:
        wrong.append(f"{page.name}: no {kind.sync}")
    return Judged(equal, len(tabs), wrong)


def _differs(name: str, one: str, other: str) -> str:
    """The place where two texts begin to differ."""
    pairs = enumerate(zip(one, other, strict=False))
    same = next((at for at, (ours, theirs) in pairs if ours != theirs), min(len(one), len(other)))
    line, start = one.count("\n", 0, same) + 1, max(0, same - 10)
    return f"{name}: line {line}: {one[start:start + 70]!r} became {other[start:start + 70]!r}"
