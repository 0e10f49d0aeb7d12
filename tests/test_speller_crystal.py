"""The spelling of Crystal: an empty list has a type, and a heredoc ends one level deeper than it begins."""

from snippetgen.languages import Languages
from snippetgen.languages.layout import lay_out
from snippetgen.languages.speller import Speller

CRYSTAL = Speller(Languages().language("crystal"))


def test_empty_list():
    """What an empty list and an empty map hold is said behind them."""
    assert "{a: [] of Nil, b: {} of String => Nil}" == lay_out(CRYSTAL.native({"a": [], "b": {}}), 80, 2, wide=False)


def test_values_in_one_column():
    """The values of consecutive lines begin in one column; a map on one line has none."""
    data = {"a": 1, "long": [2, "x" * 50], "b": {"c": 3}, "more": {"d": "y" * 60, "ef": 4}}
    code = '{\n  a:    1,\n  long: [2, "' + "x" * 50 + '"],\n  b:    {c: 3},\n  more: {\n    d:  "' + "y" * 60 + '",\n    ef: 4,\n  },\n}'
    assert code == lay_out(CRYSTAL.native(data), 80, 2, wide=False)


def test_no_name_is_empty():
    """A named tuple has no empty name."""
    assert not CRYSTAL.can_hold({"": 1})


def test_heredoc():
    """A text stands in a heredoc with its closing word, whose indentation is taken away."""
    assert "body = <<-'TEXT'\n  a\n    b\n  TEXT" == lay_out("body = " + CRYSTAL.block("a\n  b"), 80, 2, wide=False)
