"""The tools: what each needs, how it builds, and where its pages and their code are."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


class Kind(NamedTuple):
    """One tool.

    Attributes:
        packages: of npm; the version of the first is shown.
        ending, folder: of its documents.
        command: builds the site, in its folder.
        page: where the page of a document is then.
        tab: a pattern of the label of a tab.
        sync: what a page with tabs holds that synchronises them; empty where the page does not show it.
        imports: what a document imports at its top, where its markers are indented.
        files: of the site, besides the documents.
        module: of its scripts, as package.json calls it.
        text: the code of a page, block by block; None where line breaks are text within <pre>.
    """

    name: str
    style: str
    packages: Sequence[str]
    ending: str
    folder: str
    command: Sequence[str]
    page: str
    tab: str
    sync: str = ""
    imports: str = ""
    files: Mapping[str, str] = {}
    module: str = "module"
    text: Callable[[str], list[str]] | None = None


_REACT = ("react@19.3.1", "react-dom@19.3.1")
_DOCUSAURUS = """\
module.exports = {
  title: 'Site', url: 'https://site.example', baseUrl: '/', onBrokenLinks: 'ignore',
  plugins: [['@docusaurus/plugin-content-docs', {routeBasePath: '/', sidebarPath: undefined}]],
  themes: ['@docusaurus/theme-classic'],
  themeConfig: {prism: {additionalLanguages: ['java', 'php', 'perl', 'ruby', 'bash', 'go']}},
};
"""
_STARLIGHT = """\
import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({ integrations: [starlight({ title: 'Site', pagefind: false })], telemetry: false });
"""
_CONTENT = """\
import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
"""


def _docusaurus(page: str) -> list[str]:
    """Each line is an element, which ends with <br>."""
    found = re.findall(r"<pre[^>]*><code[^>]*>(.*?)</code></pre>", page, re.DOTALL)
    return [_bare(one.replace("<br>", "\n").replace("<br/>", "\n")) for one in found]


def _starlight(page: str) -> list[str]:
    """Each line is a <div class="ec-line">; what differs from them in the button that copies is shown instead."""
    found = re.findall(r"<pre[^>]*><code>(.*?)</code></pre>", page, re.DOTALL)
    copied = [unescape(one).replace("\x7f", "\n") for one in re.findall(r'data-code="([^"]*)"', page)]
    shown = ["\n".join(map(_bare, one.split('<div class="ec-line')[1:])) for one in found]
    return shown if shown == copied else copied


def _bare(markup: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", re.sub(r"^[^<>]*>", "", markup))).removesuffix("\n")


KINDS = [
    Kind(
        "Docusaurus",
        "docusaurus",
        [*(f"@docusaurus/{name}@3.10.2" for name in ("core", "plugin-content-docs", "theme-classic")), *_REACT],
        "mdx",
        "docs",
        ["npx", "docusaurus", "build"],
        "build/{name}/index.html",
        r'<li role="tab"[^>]*>(.*?)</li>',
        imports="import Tabs from '@theme/Tabs';\nimport TabItem from '@theme/TabItem';\n\n",
        files={"docusaurus.config.js": _DOCUSAURUS},
        module="commonjs",
        text=_docusaurus,
    ),
    Kind(
        "VitePress",
        "vitepress",
        ["vitepress@1.6.4"],
        "md",
        ".",
        ["npx", "vitepress", "build"],
        ".vitepress/dist/{name}.html",
        r'<label data-title="[^"]*" for="tab-[^"]*">(.*?)</label>',
        files={".vitepress/config.mjs": "export default { title: 'Site', ignoreDeadLinks: false };\n"},
    ),
    Kind(
        "Starlight",
        "starlight",
        ["@astrojs/starlight@0.37.6", "astro@5.18.2"],
        "mdx",
        "src/content/docs",
        ["npx", "astro", "build"],
        "dist/{name}/index.html",
        r'<a role="tab"[^>]*>(.*?)</a>',
        sync='data-sync-key="snippetgen"',
        imports="import { TabItem, Tabs } from '@astrojs/starlight/components';\n\n",
        files={"astro.config.mjs": _STARLIGHT, "src/content.config.ts": _CONTENT},
        text=_starlight,
    ),
    Kind(
        "Mintlify (MDX)",
        "mintlify",
        ["@mdx-js/mdx@3.1.1", *_REACT],
        "mdx",
        "pages",
        ["node", "mintlify.mjs"],
        "out/{name}.html",
        r'<code [^>]*title="([^"]*)"',
    ),
    Kind(
        "Redocly (Markdoc)",
        "redocly",
        ["@markdoc/markdoc@0.5.10"],
        "md",
        "pages",
        ["node", "redocly.mjs"],
        "out/{name}.html",
        r'<tab label="([^"]*)"',
    ),
    Kind(
        "Asciidoctor",
        "none",
        ["asciidoctor@4.1.0"],
        "adoc",
        "pages",
        ["node", "asciidoctor.mjs"],
        "out/{name}.html",
        r'<div class="title">(.*?)</div>',
    ),
]
