"""Markers are seen in a document, are only text in code, and are reported if they are wrong."""

import re

import pytest
from embedding import FORMATS, MARKDOWN, NAMES, WORKSHOP, end, start

from snippetgen import embed
from snippetgen.embed import markers
from snippetgen.embed.formats import format_of
from snippetgen.errors import DocumentError, FileError

every_family = pytest.mark.parametrize("doc_format", FORMATS, ids=lambda doc_format: doc_format.name)
BY_NAME = {"md": 0, "mdx": 1, "rst": 2, "adoc": 3, "html": 4}


def seen(text, ending="md"):
    """The lines of each pair of markers, counted from 1."""
    doc_format = FORMATS[BY_NAME[ending]]
    return [(one.start.line + 1, one.end.line + 1) for one in markers.regions(markers.split(text), doc_format, NAMES[doc_format])]


def told(text, ending="md"):
    """The mistakes of a document."""
    with pytest.raises(DocumentError) as caught:
        seen(text, ending)
    return [f"{one.line}:{one.column}: {one.text}" for one in caught.value.mistakes]


# -- seen --------------------------------------------------------------------------------------------------------------


@every_family
def test_a_pair(doc_format):
    """A marker is a comment of its format."""
    found = markers.regions([f"{start(doc_format)}\n", "a\n", f"{end(doc_format, 'ab')}\n"], doc_format, "a")
    assert [("start", "spec=cats.yaml", "end", "ab")] == [(one.start.word, one.start.rest, one.end.word, one.end.rest) for one in found]


SEEN = [
    ("md", "<!--snippetgen:start spec=a-->\n<!--snippetgen:end-->\n", [(1, 2)]),
    ("md", "<!--\tsnippetgen:start\tspec=a -->  \n\t<!-- snippetgen:end -->", [(1, 2)]),
    ("md", "<!-- snippetgen:start -->\n<!-- snippetgen:end -->\n<!-- snippetgen:start -->\n<!-- snippetgen:end -->", [(1, 2), (3, 4)]),
    ("md", "<!-- snippetgen:start -->\r\n<!-- snippetgen:end -->\r\n", [(1, 2)]),
    ("md", "<!-- SnippetGen:start -->\n<!-- SNIPPETGEN:end -->\n", [(1, 2)]),
    ("md", "{/* snippetgen:start */}\n{/* snippetgen:end */}\n", [(1, 2)]),
    ("md", "- a\n  - b\n\n\t  <!-- snippetgen:start -->\n\t  <!-- snippetgen:end -->\n", [(4, 5)]),
    ("md", "> > <!-- snippetgen:start -->\n> > <!-- snippetgen:end -->\n", [(1, 2)]),
    ("md", "> ```\n> a\n\n<!-- snippetgen:start -->\n<!-- snippetgen:end -->\n", [(4, 5)]),
    ("md", "- ```\n  a\n\n<!-- snippetgen:start -->\n<!-- snippetgen:end -->\n", [(4, 5)]),
    ("md", "```python `a`\n<!-- snippetgen:start -->\n<!-- snippetgen:end -->\n", [(2, 3)]),
    ("md", "``` ~~~\na\n```\n<!-- snippetgen:start -->\n<!-- snippetgen:end -->\n", [(4, 5)]),
    ("md", "<!--\n```\n-->\n<!-- snippetgen:start -->\n<!-- snippetgen:end -->\n", [(4, 5)]),
    ("md", "---\na: ```\n---\n<!-- snippetgen:start -->\n<!-- snippetgen:end -->\n", [(4, 5)]),
    ("md", "---\n<!-- snippetgen:start -->\n<!-- snippetgen:end -->\n", [(2, 3)]),
    ("mdx", "<!-- snippetgen:start -->\n<!-- snippetgen:end -->\n", [(1, 2)]),
    ("mdx", "{/*snippetgen:start*/}\n{/*snippetgen:end*/}\n", [(1, 2)]),
    ("rst", "   .. snippetgen:start\n   .. snippetgen:end", [(1, 2)]),
    ("rst", "- a::\n\n    b\n\n  .. snippetgen:start\n  .. snippetgen:end", [(5, 6)]),
    ("rst", ".. note::\n\n   .. snippetgen:start\n   .. snippetgen:end", [(3, 4)]),
    ("rst", "..\n\n   .. snippetgen:start\n   .. snippetgen:end", [(3, 4)]),
    ("rst", ".. _a: b\n\n   .. snippetgen:start\n   .. snippetgen:end", [(3, 4)]),
    ("rst", "a::\n\n   b\n\n.. snippetgen:start\n.. snippetgen:end", [(5, 6)]),
    ("adoc", "//snippetgen:start\n//  snippetgen:end", [(1, 2)]),
    ("adoc", "====\n// snippetgen:start\n// snippetgen:end\n====\n", [(2, 3)]),
    ("html", "<script>a</script>\n  <!-- snippetgen:start -->\n  <!-- snippetgen:end -->", [(2, 3)]),
    ("html", "<!-- <script> -->\n<!-- snippetgen:start -->\n<!-- snippetgen:end -->", [(2, 3)]),
    ("html", "<script src=a/>\n<!-- snippetgen:start -->\n<!-- snippetgen:end -->", [(2, 3)]),
    ("html", "<!--\n<style>\n-->\n<!-- snippetgen:start -->\n<!-- snippetgen:end -->", [(4, 5)]),
]


@pytest.mark.parametrize(("ending", "text", "expected"), SEEN)
def test_seen(ending, text, expected):
    """A marker stands alone on its line: in lists, in quotes, beside code."""
    assert expected == seen(text, ending)


# -- only text ---------------------------------------------------------------------------------------------------------

IGNORED = [
    ("md", "```\n{}\n```\n"),
    ("md", "~~~ html\n{}\n~~~~\n"),
    ("md", "````\n```\n{}\n````\n"),
    ("md", "```\n    ```\n{}\n```\n"),
    ("md", "> ```\n> {}\n> ```\n"),
    ("md", "- a\n\n  1. ```\n     {}\n     ```\n"),
    ("md", '=== "a"\n\n    ```\n    {}\n    ```\n'),
    ("md", "---\na: |\n  {}\n---\n"),
    ("md", "+++\na = '''\n{}\n'''\n+++\n"),
    ("md", "Write `{}` there.\n"),
    ("md", "Write ``{} ` `` there.\n"),
    ("md", "\\{}\n"),
    ("md", "| a |\n|---|\n| `{}` |\n"),
    ("md", "<!--\n{{/* snippetgen:start spec=a */}}\n-->\n"),
    ("md", "The snippetgen:start marker\n"),
    ("md", "```{{snippetgen}} cats.yaml\n```\n"),
    ("mdx", "```mdx\n{}\n```\n"),
    ("mdx", "Write `{}` there.\n"),
    ("rst", "a::\n\n   {}\n"),
    ("rst", "::\n\n\n   {}\n\n   {}\n"),
    ("rst", "- a::\n\n    {}\n"),
    ("rst", ".. code-block:: rst\n   :linenos:\n\n   {}\n"),
    ("rst", "1. .. code-block:: rst\n\n      {}\n"),
    ("rst", ".. A comment\n   {}\n"),
    ("rst", "..\n   {}\n"),
    ("rst", "Write ``{}`` there.\n"),
    ("rst", ".. snippetgen:: cats.yaml\n   :lang: python\n"),
    ("adoc", "----\n{}\n----\n"),
    ("adoc", "[source,asciidoc]\n-----\n----\n{}\n-----\n"),
    ("adoc", "....\n{}\n....\n"),
    ("adoc", "////\n{}\n////\n"),
    ("adoc", "```adoc\n{}\n```\n"),
    ("adoc", " {}\n"),
    ("adoc", "Write {} there.\n"),
    ("html", "<script>\n{}\n</script>\n"),
    ("html", "<TEXTAREA rows=3>\n{}\n</textarea >\n"),
    ("html", "<p>&lt;!-- snippetgen:start --&gt;</p>\n"),
]


@pytest.mark.parametrize(("ending", "frame"), IGNORED)
def test_ignored(ending, frame):
    """In code, in front matter, and between backquotes, a marker is only text."""
    text = frame.replace("{}", start(FORMATS[BY_NAME[ending]])).replace("{{", "{").replace("}}", "}")
    assert [] == seen(text, ending)


@every_family
def test_a_document_without_markers(doc_format):
    """A document without markers is not decoded."""
    assert embed.read(NAMES[doc_format], b"\xff\xfe snippetgen\r\n\r \xef\xbb\xbf") is None


# -- wrong -------------------------------------------------------------------------------------------------------------

ALONE = "a marker must be alone on its line"
WRONG = [
    ("md", "a\n<!-- snippetgen:end -->\n", ["2:1: snippetgen:end: no marker is open here (open one with <!-- snippetgen:start … -->)"]),
    ("md", "\n  <!-- snippetgen:start -->\n", ["2:3: snippetgen:start: is never closed (close it with <!-- snippetgen:end -->)"]),
    (
        "md",
        "<!-- snippetgen:start -->\n> <!-- snippetgen:start -->\n<!-- snippetgen:end -->",
        ["2:3: snippetgen:start: begins inside the markers opened in line 1 (close those first)"],
    ),
    (
        "md",
        "<!-- snippetgen:end -->\n<!-- snippetgen:start -->",
        [
            "1:1: snippetgen:end: no marker is open here (open one with <!-- snippetgen:start … -->)",
            "2:1: snippetgen:start: is never closed (close it with <!-- snippetgen:end -->)",
        ],
    ),
    ("md", "<!-- snippetgen:begin -->", ['1:1: unknown marker "snippetgen:begin" (one of: start, end)']),
    ("md", "<!-- snippetgen:Start -->", ['1:1: unknown marker "snippetgen:Start" (did you mean "start"?)']),
    ("md", "<!-- snippetgen: start -->", ['1:1: unknown marker "snippetgen:" (one of: start, end)']),
    ("md", "a <!-- snippetgen:start -->\n", [f"1:3: {ALONE} (<!-- snippetgen:start … -->)"]),
    ("md", "a <!--snippetgen:start-->\n", [f"1:3: {ALONE} (<!-- snippetgen:start … -->)"]),
    ("md", "- <!-- snippetgen:start -->\n", [f"1:3: {ALONE} (<!-- snippetgen:start … -->)"]),
    ("md", "| <!-- snippetgen:start --> |\n", [f"1:3: {ALONE} (<!-- snippetgen:start … -->)"]),
    ("md", "<!-- snippetgen:start --><!-- snippetgen:end -->\n", [f"1:1: {ALONE} (<!-- snippetgen:start … -->)"]),
    ("md", "<!-- snippetgen:start -->\r<!-- snippetgen:end -->\r", [f"1:1: {ALONE} (<!-- snippetgen:start … -->)"]),
    ("md", "` <!-- snippetgen:start -->\n", [f"1:3: {ALONE} (<!-- snippetgen:start … -->)"]),
    ("md", "a\n<!-- snippetgen:start\n  spec=a -->\n", ["2:1: a marker must be on one line (it is not closed with -->)"]),
    ("md", "```\n<!-- snippetgen:start -->\n<!-- snippetgen:end -->", [
        "1:1: the code or comment that begins here is never closed, and contains the marker in line 2",
        "1:1: the code or comment that begins here is never closed, and contains the marker in line 3",
    ]),
    ("md", "<!--\n{/* snippetgen:start */}", ["1:1: the code or comment that begins here is never closed, and contains the marker in line 2"]),
    ("md", "<!--\n<!-- snippetgen:start -->\n<!-- snippetgen:end -->\n-->", [
        "3:1: snippetgen:end: no marker is open here (open one with <!-- snippetgen:start … -->)",
    ]),
    ("md", "<!-- snippetgen:start -->\n```\n<!-- snippetgen:end -->\n", [
        "1:1: snippetgen:start: is never closed (close it with <!-- snippetgen:end -->)",
        "2:1: the code or comment that begins here is never closed, and contains the marker in line 3",
    ]),
    ("mdx", "a {/* snippetgen:start */}\n", [f"1:3: {ALONE} ({{/* snippetgen:start … */}})"]),
    ("rst", "- .. snippetgen:start\n", [f"1:3: {ALONE} (.. snippetgen:start …)"]),
    ("rst", "  ..snippetgen:start\n", [f"1:3: {ALONE} (.. snippetgen:start …)"]),
    ("rst", ".. snippetgen:start\n\n   .. snippetgen:end\n", ["3:4: snippetgen:end: is not indented like line 1"]),
    ("rst", "   .. snippetgen:start\n\n.. snippetgen:end\n", ["3:1: snippetgen:end: is not indented like line 1"]),
    ("rst", ".. snippetgen:stat\n", ['1:1: unknown marker "snippetgen:stat" (did you mean "start"?)']),
    ("adoc", "// snippetgen:start\n", ["1:1: snippetgen:start: is never closed (close it with // snippetgen:end)"]),
    ("adoc", "----\n// snippetgen:start\n", ["1:1: the code or comment that begins here is never closed, and contains the marker in line 2"]),
    ("html", "<p><!-- snippetgen:start -->\n", [f"1:4: {ALONE} (<!-- snippetgen:start … -->)"]),
    ("html", "<script>\n<!-- snippetgen:start -->\n", ["1:1: the code or comment that begins here is never closed, and contains the marker in line 2"]),
]


@pytest.mark.parametrize(("ending", "text", "expected"), WRONG)
def test_wrong(ending, text, expected):
    """Each mistake has its line and column."""
    assert expected == told(text, ending)


def test_all_mistakes_at_once():
    """Mistakes of markers are told together, in the order of their lines."""
    text = "<!-- snippetgen:end -->\n<!-- snippetgen:x -->\na <!-- snippetgen:start -->\n"
    assert ["1:1", "2:1", "3:3"] == [re.match(r"\d+:\d+", one)[0] for one in told(text)]


@every_family
def test_a_checksum_of_somebody_else(doc_format):
    """The end marker has our checksum, or nothing else."""
    text = f"{start(doc_format)}\n{end(doc_format, 'of the example')}\n"
    with pytest.raises(DocumentError) as caught:
        embed.embed(text, "a", doc_format, WORKSHOP)
    column = text.split("\n")[1].index("of the") + 1
    what = 'snippetgen:end takes only a checksum, not "of the example"'
    assert [(2, column, what)] == [(one.line, one.column, one.text) for one in caught.value.mistakes]


# -- files -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.md", "Markdown"), ("A.MDX", "MDX"), ("a.b.rst", "reStructuredText"), ("a.adoc", "AsciiDoc"), ("a.htm", "HTML"), ("md", None), ("a.txt", None)],
)
def test_family_of(name, expected):
    """The ending of a file determines its format."""
    assert expected == getattr(format_of(name), "name", None)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "latin-1"])
def test_another_encoding(encoding):
    """A document with markers is UTF-8, or the place is told where it is not."""
    data = ("é" if encoding == "latin-1" else "") + "\n<!-- snippetgen:start -->\n"
    if encoding == "utf-16-le":
        data = "\ufeff" + data
    with pytest.raises(DocumentError) as caught:
        embed.read("a.md", data.encode(encoding))
    assert "a.md:1:1: not UTF-8 text" == str(caught.value)


def test_an_unknown_ending():
    """A file with an unknown ending is an error if it has markers."""
    with pytest.raises(FileError) as caught:
        embed.read("a.txt", b"<!-- snippetgen:start -->")
    endings = ".md .markdown .mkd .mdx .rst .adoc .asciidoc .asc .html .htm .xhtml"
    assert (f"a.txt: unknown kind of document ({endings})", None) == (str(caught.value), embed.read("a.txt", b""))


def test_a_family_that_is_told():
    """A format that is given takes precedence over the ending."""
    assert ("snippetgen:", MARKDOWN) == embed.read("a.txt", b"snippetgen:", MARKDOWN)


# -- long documents ----------------------------------------------------------------------------------------------------

LONG = ["`" * 100_000, "`" * 3 + "a`" * 50_000, "- " * 50_000, "-   " * 25_000, "> " * 50_000, "1" * 100_000, "<!-- snippetgen:" * 6_000]
LONG += ["".join("`" * count + " " for count in range(440)), "<script " * 12_000, "<!--" * 25_000, "-->" * 30_000, "{/*" * 30_000]
LONG += [" " * 100_000, "\t" * 100_000, "..  " * 25_000, "::" * 50_000, "." * 100_000, "-" * 100_000, "a. " * 30_000, ".. " + "a" * 100_000]
LONG += ["<!-- snippetgen:start " + "-->   " * 16_000, "<!-- snippetgen:start " + 'a="' * 30_000, "<!-- snippetgen:end " + " " * 100_000]


@every_family
def test_long_lines(doc_format):
    """No line is too long for the patterns, with and without a marker on it; a bad one would take minutes."""
    for line in LONG:
        for text in (line, f"{line} snippetgen:", f"snippetgen:{line}", f"<!-- snippetgen:start {line} -->", f"{line}\n{line}x"):
            try:
                embed.embed(f"{text}\n", NAMES[doc_format], doc_format, WORKSHOP)
            except DocumentError:
                continue
