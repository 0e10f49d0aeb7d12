"""JSON text with numbers as they were written."""

import json
from decimal import Decimal

import pytest

from snippetgen.data.jsontext import bare_text, dumps, lines, pieces
from snippetgen.data.number import Number

DATA = {
    "text": 'é 你好 " \\ \n \0 \x7f \x85 \xa0 \u2028 \u202e \ufeff 😀 \U000e0001',
    "": [True, False, None, {}, [], 10**30, Number("1.0"), Number("1e-7"), Number("-0.0"), Number("1e400")],
}


def test_numbers_as_written():
    """Every number stands in the text as it was written."""
    assert "[true, false, null, {}, [], 1" + "0" * 30 + ", 1.0, 1e-7, -0.0, 1e400]" == dumps(DATA[""])


def test_means_the_same():
    """The text is JSON, and means the data."""
    assert DATA == json.loads(dumps(DATA), parse_float=Decimal)


def test_only_readable_characters():
    """Invisible characters are escaped; readable ones stay."""
    text = dumps(DATA)
    assert (True, True, True) == (text.isprintable(), "é 你好" in text, "\\u2028 \\u202e \\ufeff 😀 \\udb40\\udc01" in text)


def test_short_on_one_line():
    """A value that fits stays on one line."""
    assert ['{"a": [1, 2], "b": {"c": "d"}}'] == lines({"a": [1, 2], "b": {"c": "d"}})


def test_long_over_lines():
    """A value that does not fit is broken only where necessary."""
    assert [
        "{",
        '  "name": "xxxxxxxxxx",',
        '  "list": [1, 2],',
        '  "map": {',
        '    "long": "yyyyyyyyyyyyyyyyyyyy",',
        '    "empty": []',
        "  }",
        "}",
    ] == lines({"name": "x" * 10, "list": [1, 2], "map": {"long": "y" * 20, "empty": []}}, width=40)


def test_lines_of_other_data():
    """What was kept of one piece of data is not taken for another's, nor for another width."""
    one, other = {"a": 1}, {"a": 2}
    assert (['{"a": 1}'], ['{"a": 2}'], ["{", '  "a": 2', "}"]) == (lines(one), lines(other), lines(other, width=5))


def test_lines_mean_the_same():
    """Broken text means the same data."""
    assert DATA == json.loads("\n".join(lines(DATA, width=20)), parse_float=Decimal)


@pytest.mark.parametrize(("value", "text"), [
    ("a b", "a b"), ("", ""), (None, ""), (True, "true"), (False, "false"), (12, "12"), (Number("1.50"), "1.50"),
    ({"a": [Number("1.0")]}, '{"a": [1.0]}'),
])
def test_outside_json(value, text):
    """Outside JSON a text is itself, null is nothing, the rest is as in JSON."""
    assert text == bare_text(value)


@pytest.mark.parametrize("data", [DATA, [], {}, [[]], {"a": {}}, "text", None])
def test_pieces(data):
    """The pieces of a text make the text."""
    assert dumps(data) == "".join(pieces(data))


def test_pieces_hand_on_what_is_no_json():
    """A leaf that is no JSON stands between the pieces."""
    assert ['{"a": ', "[", ..., "]", "}"] == list(pieces({"a": [...]}))
