"""Documents with filled markers: only the text between markers changes, and no program breaks out of it."""

import json
from itertools import product
from pathlib import Path

import pytest
import sites
from embedding import (
    ASCIIDOC,
    FORMATS,
    HTML,
    LANGUAGES,
    MARKDOWN,
    MDX,
    NAMES,
    RST,
    WORKSHOP,
    filled,
    outside,
    pair,
    start,
)
from markdown_it import MarkdownIt

from snippetgen import embed, spec
from snippetgen.embed import tabs
from snippetgen.errors import DocumentError
from snippetgen.rendering.programs import programs
from snippetgen.request.choices import Choices

HERE = Path(__file__).parent
every_family = pytest.mark.parametrize("doc_format", FORMATS, ids=lambda doc_format: doc_format.name)
CASES = [(doc_format, style) for style, one in tabs.STYLES.items() for doc_format in one.formats]
every_case = pytest.mark.parametrize(("doc_format", "style"), CASES, ids=lambda one: getattr(one, "name", one))
PREFIXES = {MARKDOWN: ["", "  ", "    ", "\t", "> ", ">", "> > "], MDX: ["", "  ", "> "], RST: ["", "   ", "\t"], ASCIIDOC: [""], HTML: ["", "  "]}
IMPORTS = "".join(f"{line}\n" for one in tabs.STYLES.values() for line in one.imports)


def document(doc_format, style, newline, mark, final, prefix):  # noqa: PLR0917 - the axes of a table
    """A text with two pairs, something before, between and behind them, or nothing behind."""
    words = f"spec=cats.yaml lang=shell,python title=A tabs={style}"
    lines = [IMPORTS if prefix and doc_format in (MARKDOWN, MDX) else "", "before\t \n", pair(doc_format, words, prefix), f"{prefix}between \u2028 \x0c\n\n", pair(doc_format, "spec=cats.yaml", prefix)]
    text = "".join(lines) + ("\nbehind  \n" if final else "")
    return mark + (text if final else text.removesuffix("\n")).replace("\n", newline)


@every_case
def test_a_second_run_changes_nothing(doc_format, style):
    """A second run changes nothing, whatever line breaks, byte order mark, end of file and indentation a document has."""
    for newline, mark, final, prefix in product(["\n", "\r\n"], ["", "\ufeff"], [True, False], PREFIXES[doc_format]):
        text = document(doc_format, style, newline, mark, final, prefix)
        first = filled(text, doc_format)
        second = filled(first.new, doc_format)
        lines = first.new.split("\n")
        assert ["different", "different"] == [one.state for one in first.blocks]
        assert (first.new, ["unchanged"] * 2) == (second.new, [one.state for one in second.blocks])
        added = "".join(first.imports)
        assert outside(text, first.blocks) == outside(first.new, second.blocks).replace(added, "", 1)
        assert {newline == "\r\n"} == {line.endswith("\r") for line in lines[:-1]}
        assert embed.clean(first.new, NAMES[doc_format], doc_format).new.replace(added, "", 1) == embed.clean(text, NAMES[doc_format], doc_format).new
        assert first.new == filled(embed.clean(first.new, NAMES[doc_format], doc_format).new, doc_format).new


@every_family
def test_clean(doc_format):
    """Cleaning removes the text between the markers and the checksum; cleaning again changes nothing."""
    text = f"a\n{pair(doc_format)}b\n{pair(doc_format)}"
    cleaned = embed.clean(filled(text, doc_format).new, NAMES[doc_format], doc_format)
    again = embed.clean(cleaned.new, NAMES[doc_format], doc_format)
    assert (text, ["different"] * 2, text, ["unchanged"] * 2) == (
        cleaned.new,
        [one.state for one in cleaned.blocks],
        again.new,
        [one.state for one in again.blocks],
    )


def test_the_lines_of_a_block():
    """An empty line sets the code off from each marker, and the second has the checksum."""
    text = filled("<!--snippetgen:start spec=cats.yaml lang=python part=call-->\n<!--snippetgen:end-->", MARKDOWN).new
    expected = [
        "<!--snippetgen:start spec=cats.yaml lang=python part=call-->",
        "",
        "```python",
        "response = requests.get(",
        '    "https://api.example.com/cats",',
        "    timeout=30,",
        ")",
        "```",
        "",
    ]
    assert (expected, 1) == (text.split("\n")[:-1], text.count("<!--snippetgen:end "))


def test_a_checksum_keeps_its_comment():
    """A new checksum leaves the blanks and the close of the end marker as they are."""
    for closing in ("<!-- snippetgen:end -->", "<!--snippetgen:end-->", "<!--snippetgen:end   -->", "{/* snippetgen:end */}  "):
        new = filled(f"{start(MARKDOWN)}\n{closing}", MARKDOWN).new.split("\n")[-1]
        head, tail = closing[: closing.index("end") + 3], closing[closing.index("end") + 3 :].lstrip()
        assert (True, True, len(head) + 14 + len(tail)) == (new.startswith(f"{head} "), new.endswith(f" {tail}"), len(new))


# -- edited by hand ----------------------------------------------------------------------------------------------------


def states(text, doc_format=MARKDOWN):
    return [one.state for one in filled(text, doc_format).blocks]


EDITS = [
    ("a word", lambda text: text.replace("https://api", "http://api"), "edited"),
    ("a line more", lambda text: text.replace("import sys\n", "import sys\nimport os\n"), "edited"),
    ("a line less", lambda text: text.replace("import sys\n", ""), "edited"),
    ("an indentation within", lambda text: text.replace("import sys\n", " import sys\n"), "edited"),
    ("a line behind the code", lambda text: text.replace("\n<!-- snippetgen:end", "\nText\n<!-- snippetgen:end"), "edited"),
    ("the whole to the right", lambda text: "".join(f"  {line}" for line in text.splitlines(keepends=True)), "different"),
    ("the whole to the right, empty lines too", lambda text: "  " + text.replace("\n", "\n  ").rstrip(" "), "different"),
    ("into a quote", lambda text: "".join(f"> {line}" for line in text.splitlines(keepends=True)), "different"),
    ("empty lines around the code", lambda text: text.replace("\n\n```py", "\n\n\n```py"), "different"),
    ("no empty line before the end", lambda text: text.replace("\n\n<!-- snippetgen:end", "\n<!-- snippetgen:end"), "different"),
    ("other line breaks", lambda text: text.replace("\n", "\r\n"), "unchanged"),
    ("other line breaks within", lambda text: text.replace("\n", "\r\n").replace("-->\r\n", "-->\n"), "different"),
    ("another checksum", lambda text: text[:-17] + "0" * 12 + " -->\n", "different"),
    ("nothing is left", lambda text: text.split("\n")[0] + "\n" + text.split("\n")[-2] + "\n", "different"),
    ("another wish", lambda text: text.replace("lang=python", "lang=shell"), "different"),
    ("another wish and a word", lambda text: text.replace("lang=python", "lang=shell").replace("import sys", "import os"), "edited"),
    ("no checksum", lambda text: text[:-18] + " -->\n", "different"),
]


@pytest.mark.parametrize(("edit", "expected"), [one[1:] for one in EDITS], ids=[one[0] for one in EDITS])
def test_what_counts_as_an_edit(edit, expected):
    """A change of the text between two markers is an edit, unless it only moves the text, or there is no checksum."""
    text = filled(pair(MARKDOWN, "spec=cats.yaml lang=python"), MARKDOWN).new
    changed = edit(text)
    assert (True, [expected]) == (changed != text, states(changed))


@every_case
def test_a_moved_block(doc_format, style):
    """In every style a block may be moved to the right: with its markers it stays as it is, without them it is no edit."""
    text = filled(IMPORTS + pair(doc_format, f"spec=cats.yaml lang=php,shell tabs={style}"), doc_format).new
    lines = text.removeprefix(IMPORTS).splitlines(keepends=True)
    moved = [f"    {line}" if line.strip() else line for line in lines]
    within = [lines[0], *moved[1:-1], lines[-1]]
    assert ["different"] == states(IMPORTS + "".join(within), doc_format)
    if doc_format not in (ASCIIDOC, HTML):
        assert ["unchanged"] == states(IMPORTS + "".join(moved), doc_format)


@every_case
def test_an_edit_is_found_in_every_style(doc_format, style):
    """A word that an author changes is found, by `embed` and by `clean`."""
    text = filled(pair(doc_format, f"spec=cats.yaml lang=php,shell tabs={style}"), doc_format).new
    edited = text.replace("api.example.com", "api.example.org", 1)
    assert (["edited"], ["edited"]) == (states(edited, doc_format), [one.state for one in embed.clean(edited, NAMES[doc_format], doc_format).blocks])


# -- mistakes ----------------------------------------------------------------------------------------------------------


def test_mistakes_of_all_markers_at_once():
    """The mistakes of all markers are reported together."""
    text = pair(MARKDOWN, "spec=a") + pair(MARKDOWN) + pair(MARKDOWN, "lang=cobol spec=cats.yaml") + pair(MARKDOWN, "x")
    with pytest.raises(DocumentError) as caught:
        filled(text, MARKDOWN)
    assert [1, 5, 7] == [one.line for one in caught.value.mistakes]


def test_a_broken_spec():
    """The message has the place of the marker, and behind it the place in the spec."""

    def broken(path, _, **__):
        return spec.loads("title: a\nmethod: GET\nurl: https://a.example/\nsummry: b\n", str(path), "a")

    with pytest.raises(DocumentError) as caught:
        embed.embed(f"\n{pair(MARKDOWN, 'spec=../a.yaml')}", "docs/a.md", MARKDOWN, WORKSHOP._replace(endpoint=broken))
    assert 'docs/a.md:2:23: docs/../a.yaml:4:1: summry: unknown key "summry" (did you mean "summary"?)' == str(caught.value)


# -- programs that could be taken for markup ---------------------------------------------------------------------------

LINES = [
    "```", "````", "~~~", "`````` x", "    ```", "> ```", "- ```", "----", "-----", "....", "++++", "////", "====", "---", "+++", "|===", "..", "::", "a::",
    ".. code-block:: c", "<!-- snippetgen:end -->", "<!-- snippetgen:start spec=x -->", "{/* snippetgen:end */}", ".. snippetgen:end", "// snippetgen:end",
    "   .. snippetgen:end", "<!--", "-->", "{/*", "*/}", "</code></pre>", "<script>", "</script>", "<style>", "<textarea>", "include::/etc/passwd[]",
    "ifdef::x[]", "endif::[]", ":::", '=== "a"', "{% /tab %}", "{% endraw %}", "{{ x }}", "</TabItem>", "</Tabs>", "</details>", "</CodeGroup>", "import a from 'b'",
    "export const a = 1", "{", "$$", '--8<-- "/etc/passwd"', "<<< @/etc/passwd", "a // <1>", "", " ", "\ta", "\\", "&lt;", "|", "[a]: b", "漢字 😀",
]  # fmt: skip
HOSTILE = {
    "lines": {"title": "a", "method": "POST", "url": "https://a.example/", "body": {"type": "text", "example": "\n".join(LINES)}},
    "comments": {"title": "\n".join(LINES), "method": "GET", "url": "https://a.example/", "notes": LINES[:20]},
    "json": {"title": "a", "method": "POST", "url": "https://a.example/", "body": {"type": "json", "example": {one or "x": one for one in LINES}}},
    "long": {"title": "a", "method": "POST", "url": "https://a.example/", "body": {"type": "text", "example": "\n\n".join(LINES * 3)}},
}


def hostile():
    """Specs by name: those above, and all that lie in the folders."""
    found = {name: spec.loads(json.dumps(one, ensure_ascii=False), f"{name}.yaml", name) for name, one in HOSTILE.items()}
    files = [*sorted((HERE.parent / "specs").glob("*.yaml")), *sorted((HERE / "specs").glob("*.yaml"))]
    return found | {path.stem: spec.load(path) for path in files}


SPECS = hostile()
EVERY = ",".join(one.id for one in LANGUAGES.all())
EVIL = embed.EmbedContext(LANGUAGES, lambda path, _, **__: SPECS[path.name], embed.Defaults(EVERY))


def keeps(doc_format, words):
    """Whether a document can show programs as they are: a shell writes a tab, or a space at the end of a line, as itself.

    A line that names a file to the tool is refused in any language.
    """
    try:
        filled(IMPORTS + pair(doc_format, words), doc_format, EVIL)
    except DocumentError as error:
        told = [str(one) for one in error.mistakes if "would put a file" not in str(one)]
        if {one.rpartition("the program in ")[2] for one in told} - {"cURL", "HTTPie", "Shell", "Wget"}:
            raise
        return False
    return True


@every_case
def test_no_program_breaks_out(doc_format, style):
    """Filled with the programs of all specs, a document holds the same pairs of markers, and the same text between them."""
    prefix = PREFIXES[doc_format][-1]
    names = [name for name in SPECS if keeps(doc_format, f"spec={name} tabs={style}")]
    assert len(names) > len(SPECS) * 2 // 3
    text = IMPORTS + "".join(f"\n{prefix}text {name}\n{pair(doc_format, f'spec={name} tabs={style}', prefix)}" for name in names)
    first = filled(text, doc_format, EVIL)
    second = filled(first.new, doc_format, EVIL)
    assert (len(names), first.new) == (len(second.blocks), second.new)
    assert outside(text, first.blocks) == outside(first.new, second.blocks)
    assert outside(text, first.blocks) == outside(embed.clean(first.new, NAMES[doc_format], doc_format).new, embed.clean(text, NAMES[doc_format], doc_format).blocks)


@every_case
def test_no_program_breaks_out_alone(doc_format, style):
    """Filled with a single program, or its request, a document holds the same pairs of markers and the text between."""
    wishes = [f"spec={name} lang={one.id} tabs={style}" for name in HOSTILE for one in LANGUAGES.all()]
    wishes = [one for one in wishes if keeps(doc_format, one)]
    text = "".join(f"text\n{pair(doc_format, one + part)}" for one in wishes for part in ("", " part=request"))
    first = filled(text, doc_format, EVIL)
    assert first.new == filled(first.new, doc_format, EVIL).new


@pytest.mark.parametrize("prefix", ["", "   ", "> ", "> > "])
def test_markdown_shows_the_program(prefix):
    """What a reader of Markdown sees as code is the program, to the byte, in a list and in a quote, too."""
    targets = LANGUAGES.all()
    for name, target in product(HOSTILE, targets):
        lead = "1. a\n\n" if prefix.isspace() else ""
        text = filled(lead + pair(MARKDOWN, f"spec={name} lang={target.id}", prefix), MARKDOWN, EVIL).new
        program = next(programs([SPECS[name]], [target], Choices())).snippet.text.rstrip("\n")
        assert [program] == sites.blocks(MarkdownIt("commonmark").render(text)), (name, target.id)
