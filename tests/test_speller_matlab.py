"""Features of the engines for MATLAB: strings without escapes, with other characters beside them."""

import pytest

from snippetgen.languages import Languages
from snippetgen.languages.layout import lay_out
from snippetgen.languages.speller import Speller
from snippetgen.request import Env, Text

MATLAB = Speller(Languages().language("matlab"))


@pytest.mark.parametrize(("text", "code"), [
    ("", '""'),
    ("it's %d \\n", '"it\'s %d \\n"'),
    ('"a"', "'\"a\"'"),
    ('"it\'s"', '"""it\'s"""'),
    ('"a\\b"', '"""a\\b"""'),
    ("a\r\n\tb", '"a" + char(13) + newline + char(9) + "b"'),
    ("\n", '"" + newline'),
    ("\r\n", '"" + char(13) + newline'),
    ('"\0\U000e0001漢😀', '"""" + char(0) + char([56128 56321]) + "漢😀"'),
])
def test_string(text, code):
    """A text is one of strings and characters, the first of which is a string: two characters would be added."""
    assert code == MATLAB.string(text)


@pytest.mark.parametrize(("value", "code"), [
    ((Text("Bearer "), Env("TOKEN")), '"Bearer " + token'),
    ((Text('{"a": '), Env("TOKEN", json=True), Text("}\n")), "'{\"a\": ' + string(jsonencode(token)) + \"}\" + newline"),
    ((Env("TOKEN", percent=True), Env("TOKEN")), "encode(token) + token"),
])
def test_variables(value, code):
    """Variables are strings, so what is added to one is one."""
    assert code == lay_out(MATLAB.value(value), 1000, 4, wide=False)
