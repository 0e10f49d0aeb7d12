"""The spelling of Elixir and Erlang: patterns, floats that have a point, keys that are atoms."""

import pytest

from snippetgen.data.number import Number
from snippetgen.errors import Refused
from snippetgen.languages import Languages
from snippetgen.languages.layout import lay_out
from snippetgen.languages.speller import Speller

ELIXIR, ERLANG = (Speller(Languages().select(name)[0].language) for name in ("elixir", "erlang"))


@pytest.mark.parametrize(("speller", "steps", "code"), [
    (ELIXIR, ("choices", 0, "text"), '%{"choices" => [%{"text" => name} | _]}'),
    (ELIXIR, (2, "#{a} {value}"), '[_, _, %{"\\#{a} {value}" => name} | _]'),
    (ERLANG, ("choices", 1), '#{~"choices" := [_, name | _]}'),
    (ERLANG, (), "name"),
])
def test_path(speller, steps, code):
    """A path is a pattern, which gives the value a name."""
    assert code == speller.path(steps, "name")


@pytest.mark.parametrize(("speller", "data", "code"), [
    (ELIXIR, {"a": "x", "b c": Number("1.5e7"), "d": 1234567}, '%{a: "x", "b c": 1.5e7, d: 1_234_567}'),
    (ELIXIR, [Number("1e-7"), -123456, 12345, Number("1234567.5")], "[1.0e-7, -123_456, 12345, 1_234_567.5]"),
    (ERLANG, {"a": "x", "end": None, "B": [True, {}]}, '#{a => ~"x", ~"end" => null, ~"B" => [true, #{}]}'),
    (ERLANG, [Number("1e22"), 100000], "[1.0e22, 100000]"),
])
def test_native(speller, data, code):
    """A float has a point; a key is an atom where it can be one; Elixir's formatter divides a long number."""
    assert code == lay_out(speller.native(data), 98, 2, wide=False)


def test_what_they_cannot_hold():
    """An atom of Elixir has 255 characters at most; a string of Erlang has no U+FFFE."""
    held = ELIXIR.can_hold({"a" * 255: 1}), ELIXIR.can_hold({"a" * 256: 1}), ERLANG.can_hold(["\uffff"])
    assert (True, False, False) == held
    with pytest.raises(Refused, match="Erlang cannot hold U\\+FFFE in a string"):
        ERLANG.string("a\ufffe")
