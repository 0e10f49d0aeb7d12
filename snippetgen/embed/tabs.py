"""Several programs as tabs, in the markup of each documentation tool."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from snippetgen.basics.fences import INCLUSION, TEMPLATE, as_html, backquotes
from snippetgen.embed import code as blocks
from snippetgen.embed.code import indented
from snippetgen.embed.formats import ASCIIDOC, FORMATS, HTML, MARKDOWN, MDX, RST

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from snippetgen.embed.code import Code
    from snippetgen.embed.formats import DocumentFormat

GROUP = "snippetgen"
"""The name of the group of tabs, in tools that synchronise the tabs of all pages by such a name."""

Codes = "Sequence[Code]"


class Style(NamedTuple):
    """One way to show tabs.

    Attributes:
        formats: the formats of documents that support it.
        several: makes the lines for two programs or more.
        single: makes the lines for a single program, which needs no tab.
        imports: name -> import statement that a document needs once.
    """

    formats: tuple[DocumentFormat, ...]
    several: Callable[[Sequence[Code], DocumentFormat], list[str]]
    single: Callable[[Code, DocumentFormat], list[str]]
    imports: tuple[str, ...] = ()


def _joined(parts: Sequence[list[str]]) -> list[str]:
    """The lines of all parts, with an empty line between parts.

    Without it, Prettier moves the tags of MDX out of lists and quotes.
    """
    lines: list[str] = []
    for part in parts:
        lines += ["", *part] if lines else part
    return lines


def _stacked(codes: Sequence[Code], doc_format: DocumentFormat) -> list[str]:
    """Programs one below the other, each under its label."""
    if doc_format is ASCIIDOC or doc_format is RST:
        return _joined([blocks.plain(one._replace(title=one.title or one.label), doc_format) for one in codes])
    head = "<p><strong>{}</strong></p>" if doc_format is HTML else "**{}**\n"
    parts = [[*head.format(one.label).split("\n"), *blocks.plain(one, doc_format)] for one in codes]
    return _joined(parts)


def _mkdocs(codes: Sequence[Code], doc_format: DocumentFormat) -> list[str]:
    """Tabs of Material for MkDocs (https://facelessuser.github.io/pymdown-extensions/extensions/tabbed/)."""
    return _joined([[f'=== "{one.label}"', "", *indented(_mkdocs_single(one, doc_format), 4)] for one in codes])


def _mkdocs_single(code: Code, doc_format: DocumentFormat) -> list[str]:  # noqa: ARG001
    """One program for MkDocs; Python-Markdown turns tabs into spaces, and empties blank lines (as in `code.rst`).

    A program that could be read as a template (mkdocs-macros) is written as HTML.

    Raises:
        Refused: a text in the program would change, or be replaced by a file (pymdownx.snippets, markdown-include).
    """
    blocks.require(code, INCLUSION, "MkDocs", "put a file in the place of a line")
    if re.search(TEMPLATE, code.text):
        return [*([f"**{code.title}**", ""] if code.title else []), as_html(code.text, code.highlight)]
    blocks.require(code, r"(?<=[^\t\n])\t|^[ \t]+$", "Python-Markdown", "remove a tab or the spaces of a blank line")
    return blocks.titled(code)


def _docusaurus(codes: Sequence[Code], doc_format: DocumentFormat) -> list[str]:
    """Tabs of Docusaurus (https://docusaurus.io/docs/markdown-features/tabs)."""
    items = [
        [f'<TabItem value="{one.key}" label="{one.label}">', "", *_docusaurus_single(one, doc_format), "", "</TabItem>"]
        for one in codes
    ]
    return _joined([[f'<Tabs groupId="{GROUP}">'], *items, ["</Tabs>"]])


def _docusaurus_single(code: Code, doc_format: DocumentFormat) -> list[str]:  # noqa: ARG001
    """One program for Docusaurus; an empty range of lines turns off comments that highlight lines.

    https://docusaurus.io/docs/markdown-features/code-blocks#highlighting-with-comments

    Raises:
        Refused: the program contains text that Docusaurus rewrites even in code (``mdx-loader``, ``preprocessor.ts``).
    """
    altered = r"^(?:> ?)*[ \t]*:{3,}[a-z]+ +|^#.*\{#|^ *`{3,4} *mdx-code-block$"
    blocks.require(code, altered, "Docusaurus", "rewrite a line that looks like its Markdown")
    words = [f'title="{code.title}"'] if code.title else []
    words += ["{0}"] if re.search(r"\bhighlight-(?:next-line|start|end)\b", code.text) else []
    return blocks.fenced(code, " ".join(words))


def _starlight(codes: Sequence[Code], doc_format: DocumentFormat) -> list[str]:
    """Tabs of Starlight (https://starlight.astro.build/components/tabs/)."""
    items = [
        [f'<TabItem label="{one.label}">', "", *_starlight_single(one, doc_format), "", "</TabItem>"] for one in codes
    ]
    return _joined([[f'<Tabs syncKey="{GROUP}">'], *items, ["</Tabs>"]])


_PATH = re.compile(
    r"\s*(?://|#(?!!)|<!--|/\*)\s*(?:[^:\uff1a]*[:\uff1a])?\s*(?=[^ ]*[./~\\])[\w./~%\[\]+\\:-]+\s*(?:-->|\*/)?\s*"
)
_HASH = re.compile(r"(?m)^\s*#")


def _starlight_single(code: Code, doc_format: DocumentFormat) -> list[str]:  # noqa: ARG001
    """One program for Starlight.

    Without a title, Starlight would take a comment at the top that looks like a file name as the title, and remove it.
    It shows a shell script without #! as a terminal, whose copy button leaves out comments.

    https://expressive-code.com/key-features/frames/

    Raises:
        Refused: a text in the program would change.
    """
    blocks.require(code, r"(?<=[^\t\n])\t|[ \t]$", "Expressive Code", "remove a tab or a trailing space")
    top = code.text.split("\n")[:4]
    has_title = code.title or any(_PATH.fullmatch(line) for line in top)
    words = [f'title="{code.title}"'] if has_title else []
    is_copied = code.highlight not in _TERMINAL or any(line.startswith("#!") for line in top)
    words += [] if is_copied or not _HASH.search(code.text) else ['frame="code"']
    return blocks.fenced(code, " ".join(words))


_TERMINAL = ("bash", "sh", "shell", "zsh", "fish", "powershell", "bat")


def _mintlify(codes: Sequence[Code], doc_format: DocumentFormat) -> list[str]:  # noqa: ARG001
    """Code groups of Mintlify, where a block's title is its tab (https://mintlify.com/docs/components/code-groups)."""
    return ["<CodeGroup>", "", *_joined([blocks.fenced(one, one.label) for one in codes]), "", "</CodeGroup>"]


def _mintlify_single(code: Code, doc_format: DocumentFormat) -> list[str]:  # noqa: ARG001
    return blocks.fenced(code, code.title)


def _vitepress(codes: Sequence[Code], doc_format: DocumentFormat) -> list[str]:  # noqa: ARG001
    """Code groups of VitePress, with more colons than any line of the code begins with.

    https://vitepress.dev/guide/markdown#code-groups
    """
    runs = [run for one in codes for run in re.findall(r"(?m)^ {0,3}(:{3,})", one.text)]
    mark = ":" * (max(map(len, runs), default=2) + 1)
    return [f"{mark} code-group", "", *_joined([_vitepress_block(one, f"[{one.label}]") for one in codes]), "", mark]


def _vitepress_block(code: Code, info: str) -> list[str]:
    """Fenced code for VitePress.

    https://vitepress.dev/guide/markdown#colored-diffs-in-code-blocks, #markdown-file-inclusion

    Raises:
        Refused: the program contains text that VitePress interprets in any code, and that cannot be escaped.
    """
    blocks.require(code, r"\[!code [^\]\n]*\]", "VitePress", "remove a mark such as [!code focus]")
    blocks.require(code, r"<!--\s*@include", "VitePress", "replace a comment with a file")
    return blocks.fenced(code, info)


def _vitepress_single(code: Code, doc_format: DocumentFormat) -> list[str]:  # noqa: ARG001
    title = [f"**{code.title}**", ""] if code.title else []
    return [*title, *_vitepress_block(code, "")]


def _redocly(codes: Sequence[Code], doc_format: DocumentFormat) -> list[str]:  # noqa: ARG001
    """Tabs of Redocly (https://redocly.com/docs/realm/content/markdoc-tags/tabs)."""
    lines = ["{% tabs %}"]
    for one in codes:
        lines += [f'{{% tab label="{one.label}" %}}', "", *_markdoc(one), "", "{% /tab %}"]
    return [*lines, "{% /tabs %}"]


def _markdoc(code: Code) -> list[str]:
    """Fenced code for Markdoc, which reads tags in code, too, unless told not to.

    https://markdoc.dev/docs/syntax#fences
    """
    words = [f'title="{code.title}"'] if code.title else []
    words += ["process=false"] if "{%" in code.text or "{{" in code.text or "{$" in code.text else []
    return blocks.fenced(code, f"{{% {' '.join(words)} %}}" if words else "")


def _redocly_single(code: Code, doc_format: DocumentFormat) -> list[str]:  # noqa: ARG001
    return _markdoc(code)


def _github(codes: Sequence[Code], doc_format: DocumentFormat) -> list[str]:
    """Collapsed sections for GitHub, the first one open.

    https://docs.github.com/en/get-started/writing-on-github
    """
    parts = []
    for number, one in enumerate(codes):
        head = f"<details{'' if number else ' open'}>"
        summary = f"<summary>{html.escape(one.label)}</summary>"
        inner = blocks.plain(one, doc_format)
        parts.append([head, summary, *([*inner] if doc_format is HTML else ["", *inner, ""]), "</details>"])
    return _joined(parts)


def _design(codes: Sequence[Code], doc_format: DocumentFormat) -> list[str]:
    """Tabs of sphinx-design (https://sphinx-design.readthedocs.io/en/latest/tabs.html)."""
    return _directives(codes, doc_format, ("tab-set", [f":sync-group: {GROUP}"]), "tab-item", sync=True)


def _sphinx_tabs(codes: Sequence[Code], doc_format: DocumentFormat) -> list[str]:
    """Group tabs of sphinx-tabs, which change together (https://sphinx-tabs.readthedocs.io/en/latest/#group-tabs)."""
    return _directives(codes, doc_format, ("tabs", []), "group-tab", sync=False)


def _directives(
    codes: Sequence[Code], doc_format: DocumentFormat, outer: tuple[str, list[str]], inner: str, *, sync: bool
) -> list[str]:
    """A directive around one directive for each program, in reStructuredText or as MyST's fences."""
    name, options = outer
    keys = [[f":sync: {one.key}"] if sync else [] for one in codes]
    if doc_format is RST:
        items = [
            [f".. {inner}:: {one.label}", *indented([*key, "", *blocks.rst(one)], 3)]
            for one, key in zip(codes, keys, strict=True)
        ]
        return [f".. {name}::", *indented([*options, "", *_joined(items)], 3)]
    least = max(len(backquotes(one.text)) for one in codes)
    mark = "`" * (least + 1)
    items = [
        [f"{mark}{{{inner}}} {one.label}", *key, "", *_myst(one, doc_format), mark]
        for one, key in zip(codes, keys, strict=True)
    ]
    return [f"{mark}`{{{name}}}", *options, "", *_joined(items), f"{mark}`"]


def _myst(code: Code, doc_format: DocumentFormat) -> list[str]:
    """One program for MyST (https://myst-parser.readthedocs.io/en/latest/syntax/code_and_apis.html)."""
    if doc_format is RST:
        return blocks.rst(code)
    if not code.title:
        return blocks.fenced(code)
    mark = backquotes(code.text)
    lines = [f"{mark}{{code-block}} {code.highlight}", f":caption: {code.title}", ""]
    return [*lines, *code.text.split("\n"), mark]


_MARKDOWN = (MARKDOWN, MDX)
_SPHINX = (RST, MARKDOWN)

STYLES: dict[str, Style] = {
    "none": Style(FORMATS, _stacked, blocks.plain),
    "mkdocs": Style((MARKDOWN,), _mkdocs, _mkdocs_single),
    "docusaurus": Style(
        _MARKDOWN,
        _docusaurus,
        _docusaurus_single,
        ('import Tabs from "@theme/Tabs";', 'import TabItem from "@theme/TabItem";'),  # quotes as Prettier writes them
    ),
    "mintlify": Style(_MARKDOWN, _mintlify, _mintlify_single),
    "sphinx-design": Style(_SPHINX, _design, _myst),
    "sphinx-tabs": Style(_SPHINX, _sphinx_tabs, _myst),
    "redocly": Style(_MARKDOWN, _redocly, _redocly_single),
    "github": Style((MARKDOWN, HTML), _github, blocks.plain),
    "vitepress": Style((MARKDOWN,), _vitepress, _vitepress_single),
    "starlight": Style(
        (MDX,),
        _starlight,
        _starlight_single,
        ('import { TabItem, Tabs } from "@astrojs/starlight/components";',),
    ),
}
"""The name of a tab style, as ``tabs=`` takes it -> the style."""


def lines(codes: Sequence[Code], style: str, doc_format: DocumentFormat) -> list[str]:
    """The lines that show the programs; the format of the document must support `style`."""
    found = STYLES[style]
    return found.single(codes[0], doc_format) if len(codes) == 1 else found.several(codes, doc_format)


def fault(style: str, doc_format: DocumentFormat) -> str:
    """The reason why a format of documents does not support a style; empty if it does."""
    from snippetgen.errors import suggest  # noqa: PLC0415 - a fault is rare

    able = [name for name, one in STYLES.items() if doc_format in one.formats]
    if style not in STYLES:
        return f'tabs: unknown style "{style}" ({suggest(style, STYLES)})'
    return "" if style in able else f"tabs: {doc_format.name} does not support {style} (it supports: {', '.join(able)})"
