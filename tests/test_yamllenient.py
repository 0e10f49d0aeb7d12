"""Foreign YAML as plain data."""

import pytest

from snippetgen.data.number import Number
from snippetgen.data.yamllenient import load_lenient
from snippetgen.errors import SpecError


@pytest.mark.parametrize(("text", "expected"), [
    ("a: 1\nb: [true, null, ~, x]", {"a": 1, "b": [True, None, None, "x"]}),
    ("200: {description: ok}\ntrue: 1\nnull: 2", {"200": {"description": "ok"}, "true": 1, "null": 2}),
    ("a: 1.50\nb: 1e-7\nc: 007\nd: 2024-01-01\ne: no", {"a": Number("1.50"), "b": Number("1e-7"), "c": "007", "d": "2024-01-01", "e": "no"}),
    ("a: 1\na: 2", {"a": 2}),
    ("a: &x {b: 1}\nc: *x\nd: {<<: *x, e: 2}", {"a": {"b": 1}, "c": {"b": 1}, "d": {"b": 1, "e": 2}}),
    ("x: &x {b: 1, c: 2}\ny: &y {c: 3}\nd:\n  <<: [*x, *y]\n  b: 9", {"x": {"b": 1, "c": 2}, "y": {"c": 3}, "d": {"b": 9, "c": 2}}),
    ("a: !!str 12\nb: !thing {c: 1}", {"a": "12", "b": {"c": 1}}),
    ("a: |\n  two\n  lines\n", {"a": "two\nlines\n"}),
    ("'a': \"\\u00e9\"", {"a": "é"}),
    ("? [1, 2]\n: x", {"[1, 2]": "x"}),
    ("", None),
    ("just text", "just text"),
])
def test_data(text, expected):
    """Types are those of YAML 1.2, keys are text, equal keys and merges are read as people mean them."""
    assert expected == load_lenient(text, "a.yaml")


def test_written_numbers():
    """A number remembers how it was written."""
    assert "1.50" == load_lenient("a: 1.50", "a.yaml")["a"].text


def test_shared():
    """An alias shares what it stands for, so that a bomb of aliases costs nothing."""
    data = load_lenient("a: &a [1]\nb: *a", "a.yaml")
    assert data["a"] is data["b"]


@pytest.mark.parametrize(("text", "message"), [
    ("a: &a {b: *a}", "a.yaml:1:11: the alias *a is undefined, or refers to itself"),
    ("a: *b", "a.yaml:1:4: the alias *b is undefined, or refers to itself"),
    ("a: }", "a.yaml:1:4: not YAML: while parsing a block node did not find expected node content"),
    ("[" * 201 + "]" * 201, "a.yaml:1:201: is nested more than 200 levels deep"),
    ("a: \x07", 'a.yaml:1:4: not YAML: U+0007 is not allowed (write it in quotes, as "\\x..")'),
])
def test_mistakes(text, message):
    """A text that is not YAML, or has a circular alias, is reported with its place."""
    with pytest.raises(SpecError) as caught:
        load_lenient(text, "a.yaml")
    assert message == str(caught.value)


@pytest.mark.parametrize("value", ["[v]", "v", "null", "1", "[{a: 1}, v]", "[[a, b]]", "[[[a, b]]]"])
def test_what_cannot_be_merged_is_a_key(value):
    """A key ``<<`` with anything but maps is a key like any other."""
    assert {"x": {"<<": load_lenient(value, "a.yaml")}} == load_lenient(f"x: {{<<: {value}}}", "a.yaml")


def test_a_quoted_key_does_not_merge():
    """Only a bare ``<<`` merges."""
    assert {"<<": {"a": 1}, "b": 2, "c": 3} == load_lenient('{"<<": {a: 1}, <<: {b: 2}, c: 3}', "a.yaml")
