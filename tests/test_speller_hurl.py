"""What Hurl takes for its own in texts without quotes, and the names by which it reads variables."""

import pytest

from snippetgen import pages, spec
from snippetgen.data.number import Number
from snippetgen.errors import Refused
from snippetgen.languages import Languages, bare
from snippetgen.languages.speller import Speller
from snippetgen.rendering.render import render
from snippetgen.request import Env, Part, Text
from snippetgen.request.build import build
from snippetgen.request.choices import Choices

LANGUAGES = Languages()
TARGET = LANGUAGES.select("hurl")[0]
HURL = Speller(TARGET.language)


@pytest.mark.parametrize(("text", "spelt"), [
    ("#1 `a` \\ é 漢", "\\#1 \\`a\\` \\\\ é 漢"), ("{{x}} {{{", "\\u{7b}{x}} \\u{7b}\\u{7b}{"), (" a ", "\\u{20}a\\u{20}"),
    ("file,x;", "\\u{66}ile,x;"), ("a\r\n\t\0\xa0", "a\\r\\n\\t\\u{0}\\u{a0}"), ("", ""), (" ", "\\u{20}"), ("{", "{"),
])
def test_a_text_without_quotes(text, spelt):
    """What ends a text, begins a variable or names a file is written by its code."""
    assert spelt == HURL.string(text)


def test_a_brace_before_a_variable():
    """A brace before a variable is no part of what begins it."""
    assert "\\u{20}\\u{7b}{{A}}} {{B}}" == HURL.value((Text(" {"), Env("A"), Text("} "), Env("B")))


def test_names_before_a_colon():
    """A name holds letters, digits and a few marks."""
    assert "a_b-1.é\\u{3a}\\u{20}\\u{25}\\u{5b}" == HURL.key("a_b-1.é: %[")


@pytest.mark.parametrize(("text", "spelt"), [
    ("a\nb\n", "```\na\nb\n```"), ("a\nb", "`a\\nb`"), ("{{\n", "`\\u{7b}{\\n`"), ("```\n", "`\\`\\`\\`\\n`"), ("a \n", "`a \\n`"),
])
def test_a_text_body(text, spelt):
    """A body of lines stands as it is, where each of its bytes can be seen."""
    assert spelt == HURL.hurl_text((Text(text),))


def test_json_as_it_is():
    """Hurl reads an object as JSON, in which a variable would begin with two braces."""
    assert '{"a": ["\\u007b{x}}"]}' == bare.json({"a": ["{{x}}"]})


@pytest.mark.parametrize("data", [[1], None, {'"': 1}, {"a": {"{{": 1}}, {"a": Number("1E5")}])
def test_json_as_text(data):
    """What Hurl would take for something else than JSON, or write in another way, is a text."""
    assert bare.json(data).startswith("```json\n")


def test_the_text_of_json_ends_where_it_should():
    """The mark that ends a text stands in none."""
    assert 1 == bare.json(["````"]).removeprefix("```json").count("```")


def test_a_secret_in_json():
    """Hurl writes a variable within quotes as JSON, but a key without its escapes."""
    assert '{"a": "{{B}}"}' == HURL.json_text({"a": Env("B")})
    with pytest.raises(Refused, match="without their escapes"):
        HURL.json_text({'"': Env("B")})


@pytest.mark.parametrize(("path", "spelt"), [("a b;#1/{é}.png", "file,a\\ b\\;\\#1/\\{é\\}.png; t/x"), ("`\xa0", "file,`\\u{a0}; t/x")])
def test_a_file(path, spelt):
    """A file is sent under its path."""
    assert spelt == HURL.hurl_file(Part("n", (), path, path, "t/x"))


@pytest.mark.parametrize(("path", "name"), [("a/b.png", "b.png"), ("/etc/x", "/etc/x"), ("a/../../b", "a/../../b")])
def test_files_that_hurl_does_not_send(path, name):
    """It sends none under another name, and none from another folder."""
    with pytest.raises(Refused):
        HURL.hurl_file(Part("n", (), path, name, "t/x"))


SPEC = spec.load("specs/qwq-32b.yaml")


def test_the_prefix_of_a_variable():
    """A variable has one name in the environment and another in the program."""
    snippet = render(SPEC, build(SPEC), TARGET)
    assert ("HURL_SECRET_MKEAI_API_KEY",) == snippet.env
    assert "{{MKEAI_API_KEY}}" in snippet.text
    assert "# Run: HURL_SECRET_MKEAI_API_KEY=... hurl " in snippet.text


def test_pages_set_both():
    """A page sets a variable by each name that its programs read it by."""
    page = pages.tutorial(SPEC, LANGUAGES.select("shell/curl,hurl"), Choices(), "en", "md")
    assert "export MKEAI_API_KEY=" in page
    assert "export HURL_SECRET_MKEAI_API_KEY=" in page
