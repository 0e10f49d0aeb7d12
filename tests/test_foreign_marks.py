"""Marks that documentation tools obey, even in code: no text of a spec runs as code of a site, or puts a file into it."""

import html
import re
from html.parser import HTMLParser

import pytest
import sites
from foreign import INCLUDES, MARKS, OBEYED, RUNS, WORD, embedded, made, program, texts
from markdown import Markdown
from markdown_it import MarkdownIt
from mkdocs.commands.build import build
from mkdocs.config import load_config
from pagetexts import HOSTILE, page

from snippetgen.basics.fences import as_html
from snippetgen.embed.formats import HTML
from snippetgen.errors import DocumentError
from snippetgen.pages import markdown


class TestPages:
    @pytest.mark.parametrize("kind", ["tutorial", "reference"])
    @pytest.mark.parametrize("mark", MARKS)
    def test_no_mark_is_on_a_page(self, mark, kind):
        """A page holds nothing that a tool obeys before it reads Markdown, in prose, in spans and in blocks."""
        assert [] == OBEYED.findall(made(mark, kind))

    @pytest.mark.parametrize("mark", MARKS)
    def test_what_a_reader_copies(self, mark):
        """A block with a mark shows the program itself, as any block does."""
        assert program(mark) in sites.blocks(MarkdownIt("commonmark").render(made(mark, "tutorial")))

    @pytest.mark.parametrize("mark", RUNS)
    def test_vue_compiles_nothing(self, mark):
        """Vue would compile two braces of the rendered page, so they stand under v-pre, or not together."""
        page = MarkdownIt("commonmark").render(made(mark, "tutorial"))
        outside = re.sub(r"(?s)<(pre|code) v-pre>.*?</\1>", "", page)
        assert "{{" not in html.unescape(re.sub("<[^>]*>", "", outside))

    @pytest.mark.parametrize("text", ["import x from 'y'", "export const x = 1", "export default () => 1"])
    def test_mdx_runs_no_line(self, text):
        """A paragraph that would be a statement of JavaScript in MDX is text."""
        word = text.split()[0]
        assert markdown.inline(text) == text.replace(f"{word} ", f"{word}&#32;", 1)

    @pytest.mark.parametrize("text", ["r system('id')", "{python} 6*7"])
    def test_quarto_runs_no_span(self, text):
        """A span that Quarto and R Markdown would run is written as HTML."""
        assert markdown.span(text).startswith("<code v-pre>")

    def test_a_span_with_marks_is_text_to_the_letter(self):
        """A browser shows a span that is written as HTML as the text itself."""
        text = "{{ *a* _b_ `c` <d> &amp; \\ | www.e.example 😀 }}"
        assert text == html.unescape(re.sub("</?code[^>]*>", "", markdown.span(text)))


class TestKnownTools:
    """Pages with the tabs of a tool that needs no HTML, or knows none."""

    @pytest.mark.parametrize("style", ["docusaurus", "mintlify", "redocly"])
    @pytest.mark.parametrize("mark", MARKS)
    def test_code_is_in_fences(self, mark, style):
        """MDX obeys nothing in code, and Markdoc nothing in a block that says so: the program is in a fence."""
        page = made(mark, "tutorial", style)
        assert "<pre" not in page
        assert program(mark) in sites.blocks(MarkdownIt("commonmark").render(page))
        fences = [line for line in page.splitlines() if line.startswith("```bash")]
        assert ["```bash" + (" {% process=false %}" if style == "redocly" else "")] == fences

    @pytest.mark.parametrize("style", ["docusaurus", "mintlify"])
    def test_no_autolink(self, style):
        """A page for MDX has no ``<https://...>``, which would be the beginning of an element."""
        assert "<http" not in made("x", "tutorial", style)


class TestEmbed:
    @pytest.mark.parametrize("style", ["none", "github", "mkdocs", "vitepress"])
    @pytest.mark.parametrize("mark", INCLUDES)
    def test_no_file_is_included(self, mark, style):
        """A document shows a program that names a file to a tool without the mark, or the style refuses it."""
        obeyed = {"vitepress": "<!--", "mkdocs": "8<-|\\{!|::include|<!--"}.get(style)
        try:
            text = embedded(mark, style)
        except DocumentError as error:
            said = str(error)
        else:
            said = ""
        if said:
            assert (True, True) == (bool(re.search(obeyed, mark)), "would put a file" in said or "replace a comment" in said)
            return
        if obeyed is None or re.search(obeyed, mark):
            assert [] == [one for one in OBEYED.findall(text) if one != "<!--"]
            assert [program(mark)] == sites.blocks(MarkdownIt("commonmark").render(text))

    @pytest.mark.parametrize("style", ["none", "github", "mkdocs"])
    @pytest.mark.parametrize("mark", RUNS)
    def test_no_template_is_run(self, mark, style):
        """A program that a templating tool would read is written as HTML, which shows it to the letter."""
        text = embedded(mark, style)
        assert [] == re.findall(r"\{[{%#]", text)
        assert [program(mark)] == sites.blocks(MarkdownIt("commonmark").render(text))

    @pytest.mark.parametrize("mark", RUNS)
    def test_html(self, mark):
        """A document of HTML that is a template shows the program, too."""
        text = embedded(mark, "none", HTML)
        assert [] == re.findall(r"\{[{%#]", text)
        assert [program(mark)] == sites.blocks(text)

    def test_a_program_without_marks_is_a_fence(self):
        """Single braces and dollars are no marks."""
        assert embedded('{"a": {"b": {}}} ${x} #{y} {$z}', "none").startswith("```bash\n")


def test_one_line():
    """Code as HTML is a single line of Markdown without any mark of its own."""
    assert '<pre v-pre><code class="language-python">a&#10;&#9;&#123;&#123;&#32;'.replace("&#32;", " ") in as_html("a\n\t{{ b", "python")


class TestPythonMarkdown:
    """The Markdown of MkDocs, which knows fewer escapes than CommonMark, with the extensions of the Material theme."""

    EXTENSIONS = (
        *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"),
        *(f"pymdownx.{name}" for name in ("arithmatex", "betterem", "blocks.admonition", "blocks.details", "blocks.html", "blocks.tab", "caret", "critic", "details")),
        *(f"pymdownx.{name}" for name in ("highlight", "inlinehilite", "keys", "mark", "snippets", "superfences", "tabbed", "tasklist", "tilde")),
    )
    SHOWN = frozenset(("kbd", "ins", "del", "mark", "sup", "sub", "pre", "code", "p", "div", "span", "br"))
    """What texts may become: their look, but nothing that loads, runs or opens something."""

    def tags(self, page):
        found = html5(Markdown(extensions=self.EXTENSIONS).convert(page))
        return {name for name, _ in found}, {name for _, attributes in found for name in attributes}

    @pytest.mark.parametrize("kind", ["tutorial", "reference"])
    @pytest.mark.parametrize("text", [*HOSTILE, *MARKS, "/// html | script\nalert(1)", "/// details", "??? note", "???+ note", "a <b onclick=alert(1)>x</b>", "[a](b){onclick=x}", "{: onclick=x }", "*[HTML]: x"], ids=repr)
    def test_no_text_is_markup(self, text, kind):
        """A page of hostile texts has no element and no attribute that a page of plain ones has not, but for looks."""
        (plain, known), (found, named) = self.tags(page("md", "x", kind)), self.tags(page("md", text, kind))
        assert (set(), set()) == (found - plain - self.SHOWN, named - known - {"class", "v-pre"})


def html5(text):
    """The elements of HTML, each with the names of its attributes."""
    class Reader(HTMLParser):
        def __init__(self):
            super().__init__()
            self.found = []

        def handle_starttag(self, tag, attrs):
            self.found.append((tag, [name for name, _ in attrs]))

        def handle_comment(self, data):
            self.found.append(("comment", [data]))

    reader = Reader()
    reader.feed(text)
    return reader.found


# -- the tools themselves ----------------------------------------------------------------------------------------------

MKDOCS = """\
site_name: Site
theme: {name: material, font: false}
use_directory_urls: false
markdown_extensions:
  - pymdownx.snippets: {check_paths: true}
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
plugins: []
"""
def test_mkdocs_includes_nothing(tmp_path, monkeypatch):
    """MkDocs with the extension Snippets shows our pages and filled documents with the program, and with no file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "far.txt").write_text(WORD)
    (tmp_path / "mkdocs.yml").write_text(MKDOCS)
    wanted = {}
    for number, mark in enumerate(MARKS):
        for name, text in texts(mark, ("none", "mkdocs")).items():
            path = tmp_path / "docs" / f"{number}-{name}.md"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
            wanted[path.stem] = program(mark) if "reference" not in name else None
    build(load_config(str(tmp_path / "mkdocs.yml")))
    for name, one in wanted.items():
        page = (tmp_path / "site" / f"{name}.html").read_text("utf-8")
        assert (name, False) == (name, WORD in page)
        assert one is None or one in sites.blocks(page), name
