"""Features of the engines for Haskell: escapes that end, and values with a constructor each."""

import pytest

from snippetgen.data.number import Number
from snippetgen.languages import Languages
from snippetgen.languages.layout import lay_out
from snippetgen.languages.speller import Speller

HASKELL = Speller(Languages().language("haskell"))


@pytest.mark.parametrize(("text", "code"), [
    ("it's \"a\"\\\n", '"it\'s \\"a\\"\\\\\\n"'),
    ("\x01a\0" "0\U000e0001f", '"\\x1\\&a\\x0\\&0\\xe0001\\&f"'),
    ("漢😀", '"漢😀"'),
])
def test_string(text, code):
    """What is not printable ends with an escape that is nothing, so that no digit behind it belongs to it."""
    assert code == HASKELL.string(text)


@pytest.mark.parametrize(("data", "code"), [
    ({"a": ["b", 1, -2, None]}, 'object ["a" .= toJSON [String "b", Number 1, Number (-2), Null]]'),
    ({"a": [], "b": {}}, 'object ["a" .= Array mempty, "b" .= object []]'),
    ([Number("-1.5"), True], "toJSON [Number (-1.5), Bool True]"),
    ("a", 'String "a"'),
])
def test_native(data, code):
    """Each value names its type, a key does not; a negative number stands in brackets."""
    assert code == lay_out(HASKELL.native(data), 98, 2, wide=False)


def test_path():
    """The steps of a path are composed."""
    assert 'key "a b" . nth 0' == HASKELL.path(("a b", 0))
    assert 'key "a" . nth 0 . key "b"' == HASKELL.optional_path(("a", 0, "b"))
