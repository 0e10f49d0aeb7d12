"""A document shows a program to the letter; a program that its format would change is refused, never shown wrong."""

import re

import pytest
import sites
from markdown_it import MarkdownIt

from snippetgen.embed import EmbedContext, embed, tabs
from snippetgen.embed.code import Code
from snippetgen.embed.formats import ASCIIDOC, MARKDOWN, MDX, RST, format_of
from snippetgen.errors import Refused
from snippetgen.languages import Languages
from snippetgen.project.catalog import Catalog

SPACE = "Expressive Code would remove a tab or a trailing space, in line 2 of the program in X"
LINE = "Docusaurus would rewrite a line that looks like its Markdown, in line 2 of the program in X"
END = "reStructuredText would remove a tab or a trailing space, in line 2 of the program in X"
BLANK = "Python-Markdown would remove a tab or the spaces of a blank line, in line 2 of the program in X"


@pytest.mark.parametrize(
    ("style", "doc_format", "line", "message"),
    [
        ("none", RST, "a ", END),
        ("none", RST, "  ", END),
        ("sphinx-design", RST, "a\tb", END),
        ("sphinx-tabs", RST, "\ta\tb", END),
        ("none", ASCIIDOC, "a\t", "AsciiDoc would remove a trailing space, in line 2 of the program in X"),
        ("mkdocs", MARKDOWN, "  ", BLANK),
        ("mkdocs", MARKDOWN, "a\tb", BLANK),
        ("vitepress", MARKDOWN, "# [!code ++]", "VitePress would remove a mark such as [!code focus], in line 2 of the program in X"),
        ("vitepress", MARKDOWN, "<!--  @include: x -->", "VitePress would replace a comment with a file, in line 2 of the program in X"),
        ("starlight", MDX, "a ", SPACE),
        ("starlight", MDX, "\ta\tb", SPACE),
        ("docusaurus", MDX, ":::note Title", LINE),
        ("docusaurus", MARKDOWN, "> :::tip x", LINE),
        ("docusaurus", MDX, "# x {#y}", LINE),
        ("docusaurus", MDX, "  ```mdx-code-block", LINE),
    ],
)
@pytest.mark.parametrize("count", [1, 2])
def test_what_would_be_lost_is_refused(style, doc_format, line, message, count):
    """The message names the line of the program, alone and among tabs."""
    code = Code("X", "x", "x", f"one\n{line}\nthree")
    with pytest.raises(Refused) as reason:
        tabs.lines([code] * count, style, doc_format)
    assert message == str(reason.value)


@pytest.mark.parametrize(
    ("style", "doc_format", "line"),
    [("none", RST, "\t\ta b"), ("none", ASCIIDOC, "a\tb"), ("mkdocs", MARKDOWN, "\ta "), ("vitepress", MARKDOWN, "  ")],
)
def test_the_rest_is_not(style, doc_format, line):
    """Tabs that only indent are spaces in reStructuredText, and other tools keep more."""
    lines = tabs.lines([Code("X", "x", "x", f"one\n{line}\nthree")], style, doc_format)
    line = line.replace("\t", "    ") if doc_format is RST else line
    assert line in [one.removeprefix("   ") for one in lines]


@pytest.mark.parametrize(
    ("style", "code", "fence"),
    [
        ("docusaurus", Code("X", "x", "python", "# Cats\nprint()"), "```python"),
        ("docusaurus", Code("X", "x", "python", "# highlight-next-line"), "```python {0}"),
        ("docusaurus", Code("X", "x", "python", "# highlight-start", "a.py"), '```python title="a.py" {0}'),
        ("starlight", Code("X", "x", "python", "# Cats\n# Run: python cats.py"), "```python"),
        ("starlight", Code("X", "x", "python", "# pets/list"), '```python title=""'),
        ("starlight", Code("X", "x", "javascript", "\n\n\n// File name: main.js"), '```javascript title=""'),
        ("starlight", Code("X", "x", "javascript", "// pets/list", "main.js"), '```javascript title="main.js"'),
        ("starlight", Code("X", "x", "bash", "#!/bin/sh\n# Cats"), "```bash"),
        ("starlight", Code("X", "x", "bash", "curl\n# Cats"), '```bash frame="code"'),
    ],
)
def test_a_fence_that_keeps_comments(style, code, fence):
    """Comments that a tool would read and take out are kept by a word on the fence."""
    assert fence == tabs.lines([code], style, MDX)[0]


def test_colons_of_a_code_group():
    """More than any line of the code begins with, which would end the group."""
    lines = tabs.lines([Code("X", "x", "x", "a\n  :::::\n    ::::::")] * 2, "vitepress", MARKDOWN)
    assert ("::::::" + " code-group", "::::::") == (lines[0], lines[-1])


@pytest.mark.parametrize("spec", sites.SPECS)
@pytest.mark.parametrize("style", ["github", "none", "mintlify"])
def test_commonmark_shows_the_program(tmp_path, style, spec):
    """GitHub's Markdown is CommonMark: each program comes through to the letter, alone under its label."""
    page = MarkdownIt("commonmark", {"html": True}).render(filled(tmp_path, "x.md", f"spec={spec}.yaml lang={sites.LANG} tabs={style}"))
    shown = sites.expected(tmp_path, spec)
    assert shown == sites.blocks(page)
    assert (len(shown) if style == "github" else 0) == len(re.findall("<details(?: open)?>\n<summary>[^<]+</summary>\n<pre(?: v-pre)?>", page))


@pytest.mark.parametrize("spec", sites.SPECS)
@pytest.mark.parametrize("style", ["github", "none"])
def test_html_shows_the_program(tmp_path, style, spec):
    """A page of HTML shows each program to the letter."""
    page = filled(tmp_path, "x.html", f"spec={spec}.yaml lang={sites.LANG} tabs={style}")
    assert sites.expected(tmp_path, spec) == sites.blocks(page)


def filled(folder, name, words):
    """A document beside the specs, with one pair of markers."""
    sites.write(folder, {})
    text = f"<!-- snippetgen:start {words} -->\n\n<!-- snippetgen:end -->\n"
    return embed(text, str(folder / "specs" / name), format_of(name), EmbedContext(Languages(), Catalog().endpoint)).new
