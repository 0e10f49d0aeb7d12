"""Several programs side by side, in the words of each documentation tool."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, NamedTuple

from snippetgen.embed import code as blocks
from snippetgen.embed.code import indented
from snippetgen.embed.families import ASCIIDOC, FAMILIES, HTML, MARKDOWN, MDX, RST

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from snippetgen.embed.code import Code
    from snippetgen.embed.families import Family

GROUP = "snippetgen"
"""What synchronises the tabs of all pages, where a tool has a name for that."""

Codes = "Sequence[Code]"


class Style(NamedTuple):
    """One way to show tabs.

    Attributes:
        families: the documents that can hold it.
        several: the lines for two programs or more.
        single: the lines for one, which needs no tab.
        imports: what a document must import once, name: line.
    """

    families: tuple[Family, ...]
    several: Callable[[Sequence[Code], Family], list[str]]
    single: Callable[[Code, Family], list[str]]
    imports: tuple[str, ...] = ()


def _joined(parts: Sequence[list[str]]) -> list[str]:
    """Parts, an empty line between each two."""
    lines: list[str] = []
    for part in parts:
        lines += ["", *part] if lines else part
    return lines


def _titled(code: Code, family: Family) -> list[str]:  # noqa: ARG001 - the signature of Style.single
    return blocks.titled(code)


def _stacked(codes: Sequence[Code], family: Family) -> list[str]:
    """One below the other, each under its label."""
    if family is ASCIIDOC or family is RST:
        return _joined([blocks.plain(one._replace(title=one.title or one.label), family) for one in codes])
    head = "<p><strong>{}</strong></p>" if family is HTML else "**{}**\n"
    parts = [[*head.format(one.label).split("\n"), *blocks.plain(one, family)] for one in codes]
    return _joined(parts)


def _mkdocs(codes: Sequence[Code], family: Family) -> list[str]:  # noqa: ARG001
    """https://facelessuser.github.io/pymdown-extensions/extensions/tabbed/"""
    return _joined([[f'=== "{one.label}"', "", *indented(blocks.titled(one), 4)] for one in codes])


def _docusaurus(codes: Sequence[Code], family: Family) -> list[str]:  # noqa: ARG001
    """https://docusaurus.io/docs/markdown-features/tabs"""
    lines = [f'<Tabs groupId="{GROUP}">']
    for one in codes:
        lines += [f'<TabItem value="{one.key}" label="{one.label}">', "", *blocks.titled(one), "", "</TabItem>"]
    return [*lines, "</Tabs>"]


def _starlight(codes: Sequence[Code], family: Family) -> list[str]:  # noqa: ARG001
    """https://starlight.astro.build/components/tabs/"""
    lines = [f'<Tabs syncKey="{GROUP}">']
    for one in codes:
        lines += [f'<TabItem label="{one.label}">', "", *blocks.titled(one), "", "</TabItem>"]
    return [*lines, "</Tabs>"]


def _mintlify(codes: Sequence[Code], family: Family) -> list[str]:  # noqa: ARG001
    """https://mintlify.com/docs/components/code-groups: a block's title is its tab"""
    return ["<CodeGroup>", "", *_joined([blocks.fenced(one, one.label) for one in codes]), "", "</CodeGroup>"]


def _mintlify_single(code: Code, family: Family) -> list[str]:  # noqa: ARG001
    return blocks.fenced(code, code.title)


def _vitepress(codes: Sequence[Code], family: Family) -> list[str]:  # noqa: ARG001
    """https://vitepress.dev/guide/markdown#code-groups"""
    return ["::: code-group", "", *_joined([blocks.fenced(one, f"[{one.label}]") for one in codes]), "", ":::"]


def _redocly(codes: Sequence[Code], family: Family) -> list[str]:  # noqa: ARG001
    """https://redocly.com/docs/realm/content/markdoc-tags/tabs"""
    lines = ["{% tabs %}"]
    for one in codes:
        lines += [f'{{% tab label="{one.label}" %}}', "", *_markdoc(one), "", "{% /tab %}"]
    return [*lines, "{% /tabs %}"]


def _markdoc(code: Code) -> list[str]:
    """Markdoc reads its tags in code too, unless told otherwise (https://markdoc.dev/docs/syntax#fences)."""
    words = [f'title="{code.title}"'] if code.title else []
    words += ["process=false"] if "{%" in code.text or "{{" in code.text or "{$" in code.text else []
    return blocks.fenced(code, f"{{% {' '.join(words)} %}}" if words else "")


def _redocly_single(code: Code, family: Family) -> list[str]:  # noqa: ARG001
    return _markdoc(code)


def _github(codes: Sequence[Code], family: Family) -> list[str]:
    """The first is open (https://docs.github.com/en/get-started/writing-on-github: collapsed sections)."""
    parts = []
    for number, one in enumerate(codes):
        head = f"<details{'' if number else ' open'}>"
        summary = f"<summary>{html.escape(one.label)}</summary>"
        inner = blocks.plain(one, family)
        parts.append([head, summary, *([*inner] if family is HTML else ["", *inner, ""]), "</details>"])
    return _joined(parts)


def _design(codes: Sequence[Code], family: Family) -> list[str]:
    """https://sphinx-design.readthedocs.io/en/latest/tabs.html"""
    return _directives(codes, family, ("tab-set", [f":sync-group: {GROUP}"]), "tab-item", sync=True)


def _sphinx_tabs(codes: Sequence[Code], family: Family) -> list[str]:
    """https://sphinx-tabs.readthedocs.io/en/latest/#group-tabs: tabs of one label change together"""
    return _directives(codes, family, ("tabs", []), "group-tab", sync=False)


def _directives(
    codes: Sequence[Code], family: Family, outer: tuple[str, list[str]], inner: str, *, sync: bool
) -> list[str]:
    """A directive around one directive for each program, in reStructuredText or as MyST's fences."""
    name, options = outer
    keys = [[f":sync: {one.key}"] if sync else [] for one in codes]
    if family is RST:
        items = [
            [f".. {inner}:: {one.label}", *indented([*key, "", *blocks.rst(one)], 3)]
            for one, key in zip(codes, keys, strict=True)
        ]
        return [f".. {name}::", *indented([*options, "", *_joined(items)], 3)]
    least = max(len(blocks.fence(one.text)) for one in codes)
    mark = "`" * (least + 1)
    items = [
        [f"{mark}{{{inner}}} {one.label}", *key, "", *_myst(one, family), mark]
        for one, key in zip(codes, keys, strict=True)
    ]
    return [f"{mark}`{{{name}}}", *options, "", *_joined(items), f"{mark}`"]


def _myst(code: Code, family: Family) -> list[str]:
    """https://myst-parser.readthedocs.io/en/latest/syntax/code_and_apis.html"""
    if family is RST:
        return blocks.rst(code)
    if not code.title:
        return blocks.fenced(code)
    mark = blocks.fence(code.text)
    lines = [f"{mark}{{code-block}} {code.highlight}", f":caption: {code.title}", ""]
    return [*lines, *code.text.split("\n"), mark]


_MARKDOWN = (MARKDOWN, MDX)
_SPHINX = (RST, MARKDOWN)

STYLES: dict[str, Style] = {
    "none": Style(FAMILIES, _stacked, blocks.plain),
    "mkdocs": Style((MARKDOWN,), _mkdocs, _titled),
    "docusaurus": Style(
        _MARKDOWN,
        _docusaurus,
        _titled,
        ('import Tabs from "@theme/Tabs";', 'import TabItem from "@theme/TabItem";'),  # quotes as Prettier writes them
    ),
    "mintlify": Style(_MARKDOWN, _mintlify, _mintlify_single),
    "sphinx-design": Style(_SPHINX, _design, _myst),
    "sphinx-tabs": Style(_SPHINX, _sphinx_tabs, _myst),
    "redocly": Style(_MARKDOWN, _redocly, _redocly_single),
    "github": Style((MARKDOWN, HTML), _github, blocks.plain),
    "vitepress": Style((MARKDOWN,), _vitepress, blocks.plain),
    "starlight": Style(
        (MDX,),
        _starlight,
        _titled,
        ('import { TabItem, Tabs } from "@astrojs/starlight/components";',),
    ),
}
"""How several programs stand side by side, by the name that ``tabs=`` takes."""


def lines(codes: Sequence[Code], style: str, family: Family) -> list[str]:
    """The lines that show the programs; `style` is one that the family can hold."""
    found = STYLES[style]
    return found.single(codes[0], family) if len(codes) == 1 else found.several(codes, family)


def fault(style: str, family: Family) -> str:
    """Why a family cannot hold a style; empty when it can."""
    from snippetgen.errors import suggest  # noqa: PLC0415 - a fault is rare

    able = [name for name, one in STYLES.items() if family in one.families]
    if style not in STYLES:
        return f'tabs: "{style}" is not known ({suggest(style, STYLES)})'
    return "" if style in able else f"tabs: {family.name} cannot hold {style} (it can: {', '.join(able)})"
