"""Features of the engines for Scala: raw strings, and variables within strings that a letter marks."""

import pytest

from snippetgen.languages import Languages
from snippetgen.languages.speller import Speller
from snippetgen.request import Env, Text

SCALA = Speller(Languages().language("scala"))


@pytest.mark.parametrize(("text", "code"), [
    ('say "a" \\ $b', '"""say "a" \\ $b"""'),
    ('"a" b', '"\\"a\\" b"'),
    ("$a", '"$a"'),
])
def test_string(text, code):
    """A text with quotes within it is raw; a $ means nothing."""
    assert code == SCALA.string(text)


@pytest.mark.parametrize(("value", "code"), [
    ((Text("Bearer "), Env("KEY")), 's"Bearer ${sys.env("KEY")}"'),
    ((Text('{"a$": "\\'), Env("KEY"), Text('"}')), 's"{\\"a$$\\": \\"\\\\${sys.env("KEY")}\\"}"'),
])
def test_variables(value, code):
    """Beside a variable a $ is doubled; the quotes are never those of a raw string, as escapes have a meaning in all."""
    assert code == SCALA.value(value)
