"""Pages as Markdown: what GitHub would show of them."""

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from pagetexts import HOSTILE, SPECS, endpoint, of, page

from snippetgen import spec
from snippetgen.errors import Refused
from snippetgen.pages import contents, display, markdown

HERE = Path(__file__).parent
ALLOWED = {
    "heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text", "softbreak", "code_inline", "fence",
    "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "table_open", "table_close", "thead_open", "thead_close",
    "tbody_open", "tbody_close", "tr_open", "tr_close", "th_open", "th_close", "td_open", "td_close",
    "strong_open", "strong_close", "link_open", "link_close",
}  # fmt: skip
"""What our templates write; no HTML, no image, no rule. `test_links` says where links lead."""


def tokens(text):
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for one in parser.parse(text):
        yield one.copy(type="fence") if PRE.fullmatch(one.content) else one
        yield from spans(one.children or ())


PRE = re.compile(r'<pre v-pre><code class="language-[^"<>]*">[^<>{}]*</code></pre>\n?')
"""Code with marks that tools obey in a fence, too."""


def spans(children):
    """Inline tokens, where the two tags around a text with such marks are one span of code."""
    inside = None
    for one in children:
        if one.type == "html_inline" and one.content == "<code v-pre>":
            inside = Token("code_inline", "code", 0)
        elif inside and one.content == "</code>":
            yield inside
            inside = None
        elif inside:
            inside.content += one.content
        else:
            yield one
    assert inside is None


def skeleton(text):
    """The kinds of all tokens but text."""
    return [one.type for one in tokens(text) if one.type != "text"]


def visible(inline):
    """The visible text of an inline token."""
    return "".join(" " if one.type == "softbreak" else one.content for one in spans(inline.children)).replace("\u200b", "")


def cells(text):
    """The rows of all tables, as lists of what one reads."""
    row, found = [], []
    inside = False
    for one in MarkdownIt("commonmark").enable("table").parse(text):
        if one.type in ("th_open", "td_open"):
            inside = True
        elif one.type == "inline" and inside:
            row.append(visible(one))
            inside = False
        elif one.type == "tr_close":
            found.append(row)
            row = []
    return found


class TestHostile:
    @pytest.mark.parametrize("kind", ["tutorial", "reference"])
    @pytest.mark.parametrize("text", HOSTILE, ids=repr)
    def test_no_text_is_markup(self, text, kind):
        """A page of hostile texts has the structure of a page of plain ones."""
        assert skeleton(page("md", "x", kind)) == skeleton(page("md", text, kind))

    @pytest.mark.parametrize("text", HOSTILE, ids=repr)
    def test_what_one_reads(self, text):
        """The reader sees the text itself: in the title, in each cell, and in each span of code."""
        made = page("md", text)
        line = display.one_line(text).replace("\u200b", "")
        title = next(one for one in tokens(made) if one.type == "inline")
        row = next(row for row in cells(made) if row[1:2] == ["query"])
        about = endpoint(text).params[0].description.text()
        code = next(one.content for one in tokens(markdown.span(display.short(display.value(text)))) if one.type == "code_inline")
        assert (line, True) == (visible(title), about == text)
        assert (code, True) == (row[4], row[5].startswith(line))

    @pytest.mark.parametrize("text", HOSTILE, ids=repr)
    def test_rows(self, text):
        """Every row of a table has as many cells as its head."""
        plain = re.sub(r"(?ms)^(`{3,})\w*\n.*?^\1$", "", PRE.sub("", page("md", text)))
        lines = [line for line in plain.split("\n") if line.startswith("|")]
        widths = [len(re.findall(r"(?<!\\)\|", line)) for line in lines]
        heads = [index for index, line in enumerate(lines) if re.fullmatch(r"[| -]+", line) and "---" in line]
        assert heads
        for index, head in enumerate(heads):
            last = heads[index + 1] - 1 if index + 1 < len(heads) else len(lines)
            assert {widths[head]} == set(widths[head - 1 : last])

    @pytest.mark.parametrize("kind", ["tutorial", "reference"])
    @pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
    def test_every_spec(self, path, kind):
        """The specs of the laws make pages that hold nothing but what our templates write."""
        for locale in ("en", "zh"):
            try:
                found = set(skeleton(of(spec.load(path), "md", kind, locale)))
            except Refused:
                continue
            assert set() == found - ALLOWED

    @pytest.mark.parametrize("text", HOSTILE, ids=repr)
    def test_links(self, text):
        """Links lead to headings of the page, and to addresses that a language or the author gives."""
        links = [one.attrs["href"] for one in tokens(page("md", text)) if one.type == "link_open"]
        assert {"https://www.python.org/downloads/", "https://provider.example", "https://requests.readthedocs.io/"} >= {one for one in links if one[0] != "#"}


class TestContents:
    def test_every_heading(self):
        """The table of contents names the headings of level 2, each by the address that GitHub gives it."""
        made = of(spec.load(HERE.parent / "specs" / "qwq-32b.yaml"), "md", "tutorial", "zh", "python,php")
        inside = [line for line, is_code in markdown.lines(made) if not is_code]
        links = [re.fullmatch(r"- \[(.*)\]\(#(.*)\)", line) for line in inside]
        titles = [line[3:] for line in inside if line.startswith("## ")]
        assert titles == [one[1] for one in links if one]
        assert ["接口地址", "请求参数", "获取密钥"] == [one[2] for one in links if one][:3]

    @pytest.mark.parametrize(("title", "expected"), [("Get an API key", "get-an-api-key"), ("The program in C++", "the-program-in-c"), ("What, now?", "what-now"), ("PHP 程序", "php-程序")])
    def test_slugs(self, title, expected):
        """A heading's address has small letters, hyphens for spaces, and no punctuation."""
        assert expected == contents.slug(title)


@pytest.mark.parametrize(("locale", "words"), [
    ("en", "Only a status below {} means success."),
    ("zh", "只有小于 {} 的状态码表示请求成功。"),
])
def test_success_is_what_the_program_checks(locale, words):
    """A tutorial names the status from which on its program fails."""
    made = of(spec.load(HERE.parent / "specs" / "search.yaml"), "md", "tutorial", locale)
    limit = re.search(r"status_code >= (\d+)", made)[1]
    assert words.format(limit) in made


class TestWriting:
    @pytest.mark.parametrize("text", ["Plain text, with (brackets) and a dash - here.", "MKEAI_API_KEY and a.b", "C# is 1.5 times as good!", "it's \"so\" 50 %"])
    def test_plain_text_stays(self, text):
        """Plain text is not escaped."""
        assert text == markdown.inline(text)

    def test_paragraphs(self):
        """The paragraphs of a text stay apart; the lines of each become one."""
        assert "a b\n\n\\# c" == markdown.paragraphs("a\nb\n\n \n# c\n")

    @pytest.mark.parametrize(("text", "expected"), [
        ("a", "`a`"), ("`", "`` ` ``"), ("a``b", "`a``b`"), ("a`b``c", "```a`b``c```"), (" a ", "`  a  `"), (" ", "`␠`"), ("a\nb", "`a⏎b`"), ("a|b", "`a|b`"),
    ])
    def test_spans(self, text, expected):
        """The fence of a span is of a length that is not within; what a span would lose is shown as a sign."""
        assert expected == markdown.span(text)

    def test_cells(self):
        """A line between cells is escaped within code, too."""
        assert "`a\\|b`" == markdown.cell("a|b")

    def test_fences(self):
        """The fence of a block is longer than any within."""
        assert "````text\n```\nx\n```\n````" == markdown.block("```\nx\n```")

    def test_mentions(self):
        """GitHub notifies nobody."""
        assert "@&#8203;octocat, ada@example.com" == markdown.inline("@octocat, ada@example.com")

    def test_blank_lines_in_code(self):
        """Blank lines in code are all kept; elsewhere, a single one is enough."""
        assert "a\n\n```\n\n\nb\n```\n\nc\n" == markdown.tidy("\n\na\n\n\n```\n\n\nb\n```\n\n\n\nc\n\n")


@pytest.mark.parametrize(("kind", "locale"), [("tutorial", "en"), ("tutorial", "zh"), ("reference", "en")])
def test_the_page_is_the_golden_one(kind, locale, snapshot):
    """A changed page is noticed; `--snapshot-update` accepts it once it has been read."""
    text = of(spec.load(HERE.parent / "specs" / "qwq-32b.yaml"), "md", kind, locale)
    snapshot.snapshot_dir = HERE / "pages" / "qwq-32b"
    snapshot.assert_match(text.encode(), f"{kind}.{locale}.md")
