"""The spelling of Prolog: keys are atoms in quotes of their own, variables begin with a capital letter."""

import pytest

from snippetgen.languages import Languages
from snippetgen.languages.layout import lay_out
from snippetgen.languages.speller import Speller

PROLOG = Speller(Languages().select("prolog")[0].language)


def test_native():
    """A key is an atom: bare where it can be, and is no operator; else in single quotes, in which others stand as they are."""
    data = {"a": "it's", "B": None, "is": [True, {}], "it's \"b\"": "\u2028"}
    assert """_{a: "it's", 'B': null, 'is': [true, _{}], 'it\\'s "b"': "\\u2028"}""" == lay_out(PROLOG.native(data), 80, 4, wide=False)


@pytest.mark.parametrize(("steps", "code"), [
    (("choices", 0, "message"), "[choices, 0, message]"),
    (("Total", "it's"), "['Total', 'it\\'s']"),
])
def test_path(steps, code):
    """The keys of a path are atoms, too."""
    assert code == PROLOG.path(steps)


@pytest.mark.parametrize(("name", "code"), [
    ("API_KEY", "API_KEY"), ("api_key", "Api_key_"), ("Text", "Text_"), ("_2fa", "_2fa_"),
])
def test_env(name, code):
    """A variable begins with a capital letter or _; one that is not LIKE_THIS ends with _, unlike those of the templates."""
    assert code == PROLOG.env(name)
