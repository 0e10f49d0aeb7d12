"""The spelling of Lua: keywords among keys, and positions that begin with 1."""

from snippetgen.languages import Languages
from snippetgen.languages.speller import Speller

LUA = Speller(Languages().select("lua")[0].language)


def test_path():
    """The first of a list is 1; a keyword stands in quotes as a key."""
    assert '.choices[1]["end"]["a b"].ends' == LUA.path(("choices", 0, "end", "a b", "ends"))


def test_optional_path():
    """What follows the first step are arguments of a function."""
    assert '.choices, 1, "end"' == LUA.optional_path(("choices", 0, "end"))
