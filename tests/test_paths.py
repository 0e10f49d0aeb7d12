"""Paths into JSON data."""

import pytest

from snippetgen.data import paths
from snippetgen.data.paths import EACH, get, parse, put


@pytest.mark.parametrize(("path", "steps"), [
    ("", ()),
    ("a", ("a",)),
    ("a.b", ("a", "b")),
    ("a[0].b", ("a", 0, "b")),
    ("a[].b", ("a", EACH, "b")),
    ("[1][2]", (1, 2)),
    ("[][]", (EACH, EACH)),
    ('a["x.y"]', ("a", "x.y")),
    ('["a[0] \\"q\\" \\u00e9"].b', ('a[0] "q" é', "b")),
    ('[""]', ("",)),
    ("$HOME é-x", ("$HOME é-x",)),
])
def test_parse(path, steps):
    """Names, indexes, [] and quoted names become steps."""
    assert steps == parse(path)


@pytest.mark.parametrize(("path", "rest"), [
    (".a", ".a"), ("a.", "."), ("a..b", "..b"), ("a[", "["), ("a[x]", "[x]"), ("a[-1]", "[-1]"), ("a[0]b", "b"),
    ("a]", "]"), ('a["x', '["x'), ("a[1.5]", "[1.5]"),
])
def test_no_path(path, rest):
    """A text that is not a path is reported with the place of the mistake."""
    with pytest.raises(ValueError) as caught:
        parse(path)
    assert f'"{path}" is not a path at "{rest}" (write it like choices[0].message.content)' == str(caught.value)


def test_bad_escape_is_no_path():
    """A quoted name that is no JSON string is an error for people, too."""
    with pytest.raises(ValueError) as caught:
        parse('["\\q"]')
    assert str(caught.value).startswith('"["\\q"]" is not a path at "["')


DATA = {"a": [{"b": 1}, {"b": 2}], "x.y": None}


@pytest.mark.parametrize(("path", "value"), [
    ("", DATA), ("a[1].b", 2), ("a[].b", 1), ('["x.y"]', None), ("a[0]", {"b": 1}),
])
def test_get(path, value):
    """The value at a path; [] takes the first."""
    assert value == get(DATA, parse(path))


@pytest.mark.parametrize("path", ["b", "a[2]", "a.b", "[0]", "a[0].b.c", '["x.y"].z'])
def test_nothing_there(path):
    """A path without a value is an error."""
    with pytest.raises(LookupError):
        get(DATA, parse(path))


@pytest.mark.parametrize(("data", "path", "expected"), [
    (None, "", 5),
    (None, "a", {"a": 5}),
    (None, "a[].b", {"a": [{"b": 5}]}),
    ({"a": [{"b": 1, "c": 2}]}, "a[].b", {"a": [{"b": 5, "c": 2}]}),
    ({"a": [1]}, "a[1]", {"a": [1, 5]}),
    ({"a": None}, "a.b", {"a": {"b": 5}}),
    ({"b": 1, "a": 2}, "b", {"b": 5, "a": 2}),
])
def test_put(data, path, expected):
    """A value is set, and what is missing around it is made."""
    assert expected == put(data, parse(path), 5)


def test_put_leaves_the_original():
    """The data that was given stays as it is."""
    data = {"a": [{"b": 1}]}
    put(data, parse("a[0].b"), 5)
    assert {"a": [{"b": 1}]} == data


@pytest.mark.parametrize(("data", "path", "expected"), [
    ({"a": 1}, "a.b", '"b" cannot be set: the value around it is not a map'),
    ({"a": [1]}, "a.b", '"b" cannot be set: the value around it is not a map'),
    ({"a": 1}, "a[0]", "[0] cannot be set: the value around it is not a list"),
    ({"a": {}}, "a[]", "[] cannot be set: the value around it is not a list"),
    ({"a": [1]}, "a[2]", "[2] cannot be set: the list has 1 elements"),
])
def test_put_refused(data, path, expected):
    """A step that meets something else, or would leave a gap, is an error."""
    with pytest.raises(ValueError) as caught:
        put(data, parse(path), 5)
    assert expected == str(caught.value)


@pytest.mark.parametrize("path", ["a", "a.b", "a[0].b", "[0][1]", "a[].b", '["x.y"].a', 'a["b[c"]', '[""]', '["\\u00e9\\""]'])
def test_written(path):
    """A path that is parsed is written as it was."""
    assert path == paths.written(*paths.parse(path))


class Counted(dict):
    """A map that counts how often it is copied."""

    copies = 0

    def copy(self):
        type(self).copies += 1
        return Counted(self)


def test_many_changes_copy_once():
    """However many values are set, each map is copied once, and the data before stays as it was."""
    Counted.copies = 0
    before = {"a": Counted(b=1), "c": [{"d": 1}]}
    changed = paths.Changed(before)
    for number in range(1000):
        changed.put(("a", f"k{number}"), number)
        changed.put(("c", 0, "d"), number)
    after = {"a": {"b": 1, **{f"k{number}": number for number in range(1000)}}, "c": [{"d": 999}]}
    assert (after, {"a": {"b": 1}, "c": [{"d": 1}]}, 1) == (changed.data, before, Counted.copies)


def test_what_is_set_stays_as_it_is():
    """A value that was set is copied before something in it changes; what raises changes nothing."""
    value = {"x": [1]}
    changed = paths.Changed(None)
    changed.put(("a",), value)
    changed.put(("b",), value)
    changed.put(("a", "x", 0), 2)
    with pytest.raises(ValueError):
        changed.put(("a", "new", 3), 1)
    assert ({"a": {"x": [2]}, "b": {"x": [1]}}, {"x": [1]}) == (changed.data, value)
