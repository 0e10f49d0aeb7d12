"""Tabs around text of any kind, in the markup of each documentation tool: for pages with a panel for each language."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, NamedTuple

from snippetgen.basics.fences import backquotes
from snippetgen.embed.code import indented
from snippetgen.embed.tabs import GROUP, STYLES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Tab(NamedTuple):
    """One tab: its label, a key by which tools synchronise tabs, and its lines of Markdown."""

    label: str
    key: str
    lines: list[str]


def _joined(parts: Sequence[list[str]]) -> list[str]:
    return [line for part in parts for line in ("", *part)][1:]


def _mkdocs(tabs: Sequence[Tab], group: str) -> list[str]:  # noqa: ARG001
    return _joined([[f'=== "{one.label}"', "", *indented(one.lines, 4)] for one in tabs])


def _docusaurus(tabs: Sequence[Tab], group: str) -> list[str]:
    items = [[f'<TabItem value="{one.key}" label="{one.label}">', "", *one.lines, "", "</TabItem>"] for one in tabs]
    return _joined([[f'<Tabs groupId="{group}">'], *items, ["</Tabs>"]])


def _mintlify(tabs: Sequence[Tab], group: str) -> list[str]:  # noqa: ARG001
    """https://mintlify.com/docs/components/tabs"""
    items = [[f'<Tab title="{one.label}">', "", *one.lines, "", "</Tab>"] for one in tabs]
    return _joined([["<Tabs>"], *items, ["</Tabs>"]])


def _redocly(tabs: Sequence[Tab], group: str) -> list[str]:  # noqa: ARG001
    items = [[f'{{% tab label="{one.label}" %}}', "", *one.lines, "", "{% /tab %}"] for one in tabs]
    return _joined([["{% tabs %}"], *items, ["{% /tabs %}"]])


def _github(tabs: Sequence[Tab], group: str) -> list[str]:  # noqa: ARG001
    heads = ["<details open>", *["<details>"] * (len(tabs) - 1)]
    items = [
        [head, f"<summary>{html.escape(one.label)}</summary>", "", *one.lines, "", "</details>"]
        for head, one in zip(heads, tabs, strict=True)
    ]
    return _joined(items)


def _design(tabs: Sequence[Tab], group: str) -> list[str]:
    return _directives(tabs, ("tab-set", [f":sync-group: {group}"]), "tab-item", sync=True)


def _sphinx_tabs(tabs: Sequence[Tab], group: str) -> list[str]:  # noqa: ARG001
    return _directives(tabs, ("tabs", []), "group-tab", sync=False)


def _directives(tabs: Sequence[Tab], outer: tuple[str, list[str]], inner: str, *, sync: bool) -> list[str]:
    """MyST's fences, each longer than all within it."""
    mark = max((backquotes("\n".join(one.lines)) for one in tabs), key=len)
    name, options = outer
    items = [
        [f"{mark}{{{inner}}} {one.label}", *([f":sync: {one.key}"] if sync else []), "", *one.lines, mark]
        for one in tabs
    ]
    return [f"{mark}`{{{name}}}", *options, "", *_joined(items), f"{mark}`"]


_STYLES: dict[str, Callable[[Sequence[Tab], str], list[str]]] = {
    "mkdocs": _mkdocs,
    "docusaurus": _docusaurus,
    "mintlify": _mintlify,
    "sphinx-design": _design,
    "sphinx-tabs": _sphinx_tabs,
    "redocly": _redocly,
    "github": _github,
}
"""The styles whose tabs hold any Markdown; VitePress has tabs for code only, Starlight has them in MDX."""


class ContentTabs(NamedTuple):
    """Writes tabs in one style; `imports` are the lines that a page needs at its top."""

    style: str
    imports: tuple[str, ...]

    def lines(self, tabs: Sequence[tuple[str, str, list[str]]], level: int) -> list[str]:
        """The lines of some tabs.

        Args:
            level: 0 for tabs that are synchronised on all pages, then the level of tabs within tabs.
        """
        group = GROUP if level == 0 else f"{GROUP}-{level}"
        return _STYLES[self.style]([Tab(*one) for one in tabs], group)


def content_tabs(style: str) -> ContentTabs | None:
    """The tabs of a style for Markdown of any kind; None if the style has none."""
    return ContentTabs(style, STYLES[style].imports) if style in _STYLES else None
