"""The spelling of R: names, positions that begin with 1, and lists."""

import pytest

from snippetgen.data.number import Number
from snippetgen.errors import Refused
from snippetgen.languages import Languages
from snippetgen.languages.layout import lay_out
from snippetgen.languages.speller import Speller
from snippetgen.request import Env, Text

R = Speller(Languages().select("r")[0].language)


@pytest.mark.parametrize(("steps", "code"), [
    (("choices", 0, "message"), "$choices[[1]]$message"),
    (("if", "_id", "a b"), '[["if"]][["_id"]][["a b"]]'),
    ((3,), "[[4]]"),
])
def test_path(steps, code):
    """The first of a list is 1; what R takes for no name stands in quotes."""
    assert code == R.path(steps)


def test_value_without_a_name():
    """An empty name selects nothing in R: such a path is refused."""
    with pytest.raises(Refused, match="R finds no value without a name"):
        R.path(("a", ""))


def test_optional_path():
    """A list that is empty gives nothing, and is no error."""
    assert "$choices[1][[1]]$delta" == R.optional_path(("choices", 0, "delta"))


@pytest.mark.parametrize(("data", "code"), [
    ({"next": 1, "_id": "a", "b": {}}, 'list("next" = 1, "_id" = "a", b = setNames(list(), character()))'),
    ([True, None, []], "list(TRUE, NULL, list())"),
    ([(Text("a"), Env("KEY"))], 'list(paste0("a", Sys.getenv("KEY")))'),
])
def test_native(data, code):
    """Lists hold all that JSON has; a word of the language stands in quotes as a name."""
    assert code == lay_out(R.native(data), 80, 2, wide=False)


@pytest.mark.parametrize("data", [{"": 1}, 2**53, Number("1.0"), "\0"])
def test_what_r_would_lose(data):
    """An empty name, a number beyond its integers, 1.0 and U+0000 are not written as its own data."""
    assert not R.can_hold(data)
