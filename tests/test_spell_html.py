"""What is spelt in a page of HTML is read back as it was, by a parser of HTML."""

from html.parser import HTMLParser

import pytest

from snippetgen.languages import html

TEXTS = [
    "plain",
    'Sunset at the "Blue Lagoon" & <more>',
    "</title><script>alert(1)</script>",
    "<!-- --> --!> ]]> &amp; &lt &#60; &notin",
    " lead,  two and trail ",
    "é 漢字 😀 \u2028 \u202e",
    "a\nb\tc\r\nd",
    "",
]


class Parser(HTMLParser):
    """Keeps what a page holds."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.found = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.found.append(data)

    def handle_comment(self, data):
        self.found.append(("comment", data))


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_a_text(text):
    """A text between tags holds no tag, and each of its characters."""
    found = Parser(f"<p>{html.text(text)}</p>").found
    assert [("p", {}), text] == [found[0], "".join(found[1:])]


@pytest.mark.parametrize("text", TEXTS)
def test_a_value_is_a_value(text):
    """The value of an attribute ends where it should."""
    assert [("p", {"title": text})] == Parser(f"<p title={html.value(text)}>").found


@pytest.mark.parametrize("text", [*TEXTS, "---->", "--!>", "-", "->", ">"])
def test_a_comment_is_a_comment(text):
    """Nothing in a comment ends it."""
    found = Parser(f"{html.comment(text)}<p>").found
    assert 2 == len(found)
    assert ("comment", ("p", {})) == (found[0][0], found[1])
    assert "--" not in found[0][1]


def test_what_nobody_sees_is_a_reference():
    """Controls, line breaks and spaces that a formatter would take away are written as references."""
    assert "a&#10;b &#32;c&#8232;&#32;" == html.text("a\nb  c\u2028 ")
