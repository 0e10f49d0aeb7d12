"""Several programs side by side: the exact lines of each style, in each format that supports it."""

from pathlib import Path

import pytest
from embedding import ASCIIDOC, FORMATS, HTML, LANGUAGES, MARKDOWN, MDX, RST, end, filled, pair, start

from snippetgen.basics.fences import backquotes
from snippetgen.embed import tabs
from snippetgen.embed.code import Code, plain
from snippetgen.embed.context import key, label
from snippetgen.errors import Refused

ONE = Code("One", "one", "c", "a\n\n  b", "T")
TWO = Code("Two (X)", "two-x", "bash", "`` c ```")
STYLES = Path(__file__).parent / "embed_styles.txt"
"""What stands below the names of a style, of a family and of how many programs there are."""


def expected():
    """The expected text of a case, from tests/embed_styles.txt."""
    found, names = {}, []
    for line in STYLES.read_text("utf-8").splitlines():
        if line.startswith("%% "):
            names = names if names and not found[names[-1]] else []
            names.append(tuple(line[3:].split()))
            found[names[-1]] = []
        else:
            for name in names:
                found[name].append(line)
    return found


BLOCKS = expected()
CASES = [(style, doc_format) for style, one in tabs.STYLES.items() for doc_format in one.formats]
every_case = pytest.mark.parametrize(("style", "doc_format"), CASES, ids=lambda one: getattr(one, "name", one))


def test_every_case_is_here():
    """The file has each style, in each of its formats, for two programs and for one."""
    assert {(style, doc_format.name, count) for style, doc_format in CASES for count in ("one", "two")} == set(BLOCKS)


@every_case
def test_two_programs(style, doc_format):
    """Two programs stand side by side, the second in a fence that its backquotes cannot close."""
    assert BLOCKS[style, doc_format.name, "two"] == tabs.lines([ONE, TWO], style, doc_format)


@every_case
def test_one_program(style, doc_format):
    """One program needs no tabs."""
    assert BLOCKS[style, doc_format.name, "one"] == tabs.lines([ONE], style, doc_format)


@every_case
def test_without_a_title(style, doc_format):
    """A program without a title leaves no trace of one."""
    lines = tabs.lines([ONE._replace(title="")], style, doc_format)
    assert [] == [line for line in lines if "title" in line or "caption" in line or "strong" in line or "**" in line]


@pytest.mark.parametrize("doc_format", FORMATS, ids=lambda doc_format: doc_format.name)
@pytest.mark.parametrize("style", tabs.STYLES)
def test_what_a_family_cannot_hold(style, doc_format):
    """A style of other tools is refused, and the others are named."""
    able = [name for name, one in tabs.STYLES.items() if doc_format in one.formats]
    what = "" if style in able else f"tabs: {doc_format.name} does not support {style} (it supports: {', '.join(able)})"
    assert what == tabs.fault(style, doc_format)


def test_labels_and_keys():
    """A tab has the same name on every page; no two targets share one, whatever stands beside them."""
    targets = LANGUAGES.all()
    assert (len(targets), len(targets)) == (len({label(one, {}) for one in targets}), len({key(one) for one in targets}))
    assert ["Java", "Java (OkHttp)"] == [label(one, {}) for one in LANGUAGES.select("java,java/okhttp")]
    assert ["java", "java-okhttp"] == [key(one) for one in LANGUAGES.select("java,java/okhttp")]


@pytest.mark.parametrize(("text", "expected"), [("", 3), ("`", 3), ("``", 3), ("```", 4), ("a ```` b ` c", 5), ("`" * 50, 51)])
def test_fence(text, expected):
    """A fence is longer than any run of backquotes in the code."""
    assert "`" * expected == backquotes(text)


# -- what a document must import ---------------------------------------------------------------------------------------

TABS = "spec=cats.yaml lang=php,shell tabs=docusaurus"
IMPORTS = ['import Tabs from "@theme/Tabs";', 'import TabItem from "@theme/TabItem";']


def imports(text):
    return [line for line in filled(text, MDX).new.split("\n") if line.startswith("import ") and "from" in line]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (pair(MDX, TABS), IMPORTS),
        (pair(MDX, TABS) + pair(MDX, TABS), IMPORTS),
        (pair(MDX, "spec=cats.yaml") + pair(MDX, TABS), IMPORTS),
        ("\n".join([*IMPORTS, "", pair(MDX, TABS)]), IMPORTS),
        ("import TabItem from '@theme/TabItem'\nimport Tabs from '@theme/Tabs'\n" + pair(MDX, TABS), ["import TabItem from '@theme/TabItem'", "import Tabs from '@theme/Tabs'"]),
        ("import Tabs from '@theme/Tabs'\n" + pair(MDX, TABS), ["import Tabs from '@theme/Tabs'", IMPORTS[1]]),
        ("\n".join(["```", *IMPORTS, "```", pair(MDX, TABS)]), [*IMPORTS, *IMPORTS]),
        (pair(MDX, TABS.replace("php,", "")), []),
        (pair(MDX, TABS.replace("docusaurus", "starlight")), ['import { TabItem, Tabs } from "@astrojs/starlight/components";']),
    ],
)
def test_imports(text, expected):
    """The imports that tabs need are added once, unless the document has them."""
    assert expected == imports(text)


@pytest.mark.parametrize("marker", [pair(MDX, TABS), pair(MDX, TABS, "  "), pair(MDX, TABS, "> "), pair(MDX, TABS + " prefix=2")])
@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("# Cats\n\n- A list\n", [*IMPORTS, "", "# Cats", "", "- A list"]),
        ("---\ntitle: Cats\n---\n# Cats\n", ["---", "title: Cats", "---", "", *IMPORTS, "", "# Cats"]),
        ("---\ntitle: Cats\n---\n\n# Cats\n", ["---", "title: Cats", "---", "", *IMPORTS, "", "# Cats"]),
        ("---\na: b\n---\n\nimport A from './a';\n\n# Cats\n", ["---", "a: b", "---", "", "import A from './a';", *IMPORTS, "", "# Cats"]),
        ("import {\n  A,\n  B,\n} from './a';\n\n# Cats\n", ["import {", "  A,", "  B,", "} from './a';", *IMPORTS, "", "# Cats"]),
        (f"import Tabs from '@theme/Tabs';\n\n{MDX.written('x')}\n", ["import Tabs from '@theme/Tabs';", IMPORTS[1], "", MDX.written("x")]),
        ("# Cats\n\nimport pets from elsewhere as you like.\n", ["# Cats", "", "import pets from elsewhere as you like.", *IMPORTS]),
    ],
)
def test_the_place_of_imports(before, expected, marker):
    """Imports follow those of the document, else its front matter, else they are at its top, wherever the marker is."""
    first = filled(before + marker, MDX)
    assert expected == first.new.split("\n")[: len(expected)]
    assert first.new == filled(first.new, MDX).new


def test_imports_have_the_line_breaks_of_the_document():
    """A document with CRLF gets imports with CRLF."""
    assert "".join(f"{line}\r\n" for line in [*IMPORTS, ""]) == filled(pair(MDX, TABS, newline="\r\n"), MDX).new.partition("{/*")[0]


# -- code that could be taken for markup -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("include::/etc/passwd[]", "\\include::/etc/passwd[]"),
        ("ifdef::a[]", "\\ifdef::a[]"),
        ("ifndef::a[b]", "\\ifndef::a[b]"),
        ('ifeval::["a" == "a"]', '\\ifeval::["a" == "a"]'),
        ("endif::[]", "\\endif::[]"),
        ("x include::a[]", "x include::a[]"),
        ("  include::a[]", "  include::a[]"),
        ("include::a", "include::a"),
    ],
)
def test_directives_of_asciidoc(line, shown):
    """A program cannot include a file of the reader's."""
    assert ["[source,c]", "----", "a", shown, "----"] == plain(Code("", "", "c", f"a\n{line}"), ASCIIDOC)


def test_a_directive_that_is_escaped():
    """A backslash that AsciiDoc would take away is a refusal."""
    with pytest.raises(Refused) as caught:
        plain(Code("", "", "c", "\\include::a[]"), ASCIIDOC)
    assert 'AsciiDoc would remove the backslash in the line "\\include::a[]"' == str(caught.value)


@pytest.mark.parametrize("text", ["a // <1>", "<.>", "<!--2-->"])
def test_callouts_of_asciidoc(text):
    """A text that AsciiDoc would read as the number of a callout stays code."""
    assert "[source,c,subs=-callouts]" == plain(Code("", "", "c", text), ASCIIDOC)[0]


@pytest.mark.parametrize(("text", "mark"), [("-", "----"), ("----", "-----"), ("------", "-------"), ("-----x", "----")])
def test_delimiters_of_asciidoc(text, mark):
    """A listing's delimiter is longer than any line of dashes in it."""
    assert mark == plain(Code("", "", "c", text), ASCIIDOC)[-1]


@pytest.mark.parametrize(("title", "line"), [("a", ".a"), ("...", '[title="..."]'), (" a", '[title=" a"]')])
def test_titles_of_asciidoc(title, line):
    """A title that would be a delimiter, or a list, is an attribute."""
    assert line == plain(Code("", "", "c", "a", title), ASCIIDOC)[0]


def test_html_is_escaped():
    """Code and titles are text in HTML."""
    lines = plain(Code("", "", "c", "</code><!-- snippetgen:end --><b>&amp;", "<i>"), HTML)
    code = '<pre><code class="language-c">&lt;/code&gt;&lt;!-- snippetgen:end --&gt;&lt;b&gt;&amp;amp;</code></pre>'
    assert ["<p><strong>&lt;i&gt;</strong></p>", code] == lines


def test_markdoc_reads_no_tags_in_code():
    """In Redocly's fences a tag is text, where there is one."""
    lines = tabs.lines([Code("", "", "c", "{% a %}", "T"), Code("", "", "c", "{{ a }}")], "redocly", MARKDOWN)
    assert ['```c {% title="T" process=false %}', "```c {% process=false %}"] == [line for line in lines if line.startswith("```c")]


def test_a_block_in_a_quote():
    """Every line of the code has the marks of the quote, the empty ones no blank behind them."""
    lines = filled(pair(RST, "spec=cats.yaml", "   "), RST).new.split("\n")
    quoted = filled(pair(MARKDOWN, "spec=cats.yaml", "> "), MARKDOWN).new.split("\n")
    assert ([], []) == (
        [line for line in lines if line and not line.startswith("   ")],
        [line for line in quoted[:-1] if not line.startswith("> ") and line != ">"],
    )
    assert (f"   {start(RST)}", f"> {end(MARKDOWN)}"[:18]) == (lines[0], quoted[-2][:18])
