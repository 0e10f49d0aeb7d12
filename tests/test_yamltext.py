"""YAML 1.2 types, numbers as written, and files that would harm a careless reader."""

import gc
from decimal import Decimal

import pytest
import yaml

from snippetgen.data.number import Number
from snippetgen.data.yamltext import MAX_DEPTH, compose, dump, plain
from snippetgen.errors import SpecError


def load(text):
    return plain(compose(text, "a.yaml"))


def message(text):
    with pytest.raises(SpecError) as caught:
        compose(text, "a.yaml")
    return str(caught.value)


@pytest.mark.parametrize("text", [
    "no", "off", "yes", "y", "18:00", "2024-01-01", "2024-01-01T00:00:00Z", "007", "1_000", "0b1", ".inf", ".nan", "<<",
    "=", "1e", "+", "0x", "1.2.3", "nULL", "tRue",
])
def test_text_stays_text(text):
    """A text that YAML 1.1 would read as another type is text."""
    assert text == load(text)


@pytest.mark.parametrize(("text", "value"), [
    ("null", None), ("~", None), ("Null", None), ("true", True), ("False", False), ("TRUE", True), ("12", 12), ("-3", -3),
    ("+12", 12), ("0", 0), ("0x1F", 31), ("0o17", 15), ("12345678901234567890123", 12345678901234567890123),
    ('"12"', "12"), ("'null'", "null"), ("!!str 12", "12"),
])
def test_core_schema(text, value):
    """The types are those of the YAML 1.2 core schema."""
    assert (value, type(value)) == (load(text), type(load(text)))


@pytest.mark.parametrize(("text", "written"), [
    ("1.0", "1.0"), ("1e-7", "1e-7"), ("1E+5", "1E+5"), ("-0.0", "-0.0"), ("-0", "-0"), ("1e400", "1e400"), (".5", "0.5"),
    ("5.", "5.0"), ("+1.50", "1.50"), ("-.5e3", "-0.5e3"), ("3.14159265358979323846264338", "3.14159265358979323846264338"),
])
def test_numbers_as_written(text, written):
    """A number that is no integer keeps its digits, in the form that JSON wants."""
    assert written == load(text).text


def test_number_compares():
    """A number is worth what it says."""
    assert (Decimal("1.5"), True) == (Number("1.50"), Number("1e400") > 10**399)


def test_keys_are_text_in_order():
    """Keys stay text, in the order they are written."""
    assert ["b", "2", "null", "a"] == list(load("{b: 1, 2: 2, null: 3, a: 4}"))


def test_an_alias_is_its_anchor():
    """An alias stands for the value at its anchor."""
    assert {"a": [1], "b": [1]} == load("a: &x [1]\nb: *x\n")


@pytest.mark.parametrize(("text", "expected"), [
    ("a: 1\nb: 2\na: 3\n", 'a.yaml:3:1: duplicate key "a" (first on line 1)'),
    ("a:\n  ? [1]\n  : 2\n", "a.yaml:2:5: a key must be text"),
    ("a: &x\n  b: *x\n", "a.yaml:1:4: an alias refers to itself (write the value out)"),
    ("a: &x [1, *x]\n", "a.yaml:1:4: an alias refers to itself (write the value out)"),
    ("a: *x\n", "a.yaml:1:4: not YAML: found undefined alias"),
    ("a: !!python/object:os.system {}\n", 'a.yaml:1:4: the tag "tag:yaml.org,2002:python/object:os.system" is not'
     " supported (use plain YAML)"),
    ("a: !!set {b}\n", 'a.yaml:1:4: the tag "tag:yaml.org,2002:set" is not supported (use plain YAML)'),
    ("a: !secret b\n", 'a.yaml:1:4: the tag "!secret" is not supported (use plain YAML)'),
    ("a: !!int b\n", 'a.yaml:1:4: "b" is not a valid int (leave the tag out)'),
    ("a: !!bool 5\n", 'a.yaml:1:4: "5" is not a valid bool (leave the tag out)'),
    ("a: [1\n", "a.yaml:2:1: not YAML: while parsing a flow sequence did not find expected ',' or ']'"),
    ("a: 1\n---\nb: 2\n",
     "a.yaml:2:1: not YAML: expected a single document in the stream but found another document"),
    ("a: 1\nb: x\0y\n", 'a.yaml:2:5: not YAML: U+0000 is not allowed (write it in quotes, as "\\x..")'),
    ("a: x\udc80\n", 'a.yaml:1:5: not YAML: U+DC80 is not allowed (write it in quotes, as "\\x..")'),
    ("", "a.yaml:1:1: the file is empty (a spec begins with title, method and url)"),
    ("a: " + "9" * 5000, "a.yaml:1:4: this number is too large for any program (quote it to make it text)"),
    ("a: 1e99999999999999999999", "a.yaml:1:4: this number is too large for any program (quote it to make it text)"),
])
def test_refused(text, expected):
    """A text that is invalid, circular or ambiguous is refused with its place."""
    assert expected == message(text)


def test_all_mistakes_at_once():
    """Every mistake of the tree is told, in the order of the file."""
    assert [
        'a.yaml:2:1: duplicate key "a" (first on line 1)',
        'a.yaml:3:4: the tag "!x" is not supported (use plain YAML)',
        'a.yaml:4:1: duplicate key "b" (first on line 3)',
    ] == message("a: 1\na: 2\nb: !x y\nb: 3\n").splitlines()


@pytest.mark.parametrize("depth", [5, 6, 10])
def test_alias_bomb(depth):
    """Ten aliases of ten aliases, four times over or more, are refused at once."""
    layers = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    layers += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, depth)]
    assert "a.yaml: expands to more than 20,000 values (aliases of aliases?)" == message("\n".join(layers))


def test_aliases_of_a_large_file():
    """A file that is large by itself may repeat what it holds."""
    text = "a: &a [" + "x, " * 15_000 + "x]\nb: [*a, *a, *a]"
    assert 3 == len(load(text)["b"])


def test_depth_allowed():
    """As many levels as promised can be read."""
    assert load("[" * MAX_DEPTH + "]" * MAX_DEPTH)[0] != []


@pytest.mark.parametrize("text", ["[" * 250_000, "- " * 100_000 + "a", "{a: " * 60_000, "[" * 5_000 + "]" * 5_000, "[{" * 600, "{a: [" * 900])
def test_depth_refused(text):
    """A file that nests without end is refused before the C parser falls over it."""
    assert message(text).endswith("is nested more than 200 levels deep")


def test_collector_is_left_as_it_was():
    """The garbage collector runs again after loading, also after a mistake."""
    load("a: 1")
    message("a: [")
    assert gc.isenabled()


@pytest.mark.parametrize("data", [
    {"a": "no", "b": "007", "c": "18:00", "d": "1e5", "e": "null", "f": "", "g": " x ", "h": "- x", "i": "a: b #c"},
    {"a": [1, True, None, {}, []], "text": "two\nlines\n", "odd": "\x00 \x85\u2028 \ufeff 你好 😀 \\ \" '"},
    {"n": [Number("1.0"), Number("1e-7"), 10**30, -1]},
    {"a": "😀\x85a", "b": "😀\u2028b\nc", "😀\u2029": ["é\x85\n"]},
])
def test_dump_reads_back(data):
    """Data that is written as YAML reads back as the same data."""
    assert data == load(dump(data))


ELSEWHERE = [
    *("<<", "=", "~", "null", "Null", "yes", "Yes", "NO", "no", "on", "off", "Off", "y", "N", "true", "False", ""),
    *("1_000", "0o7", "017", "0777", "089", "0b101", "0b_1", "0x1F", "0x_1", "1:30", "190:20:30", "+12:30:45.5", "+1", "-0", "1__0"),
    *("1e3", "1.5e3", "1.", ".5", ".inf", "-.INF", ".nan", ".NaN", "1_0.5", "0.1e+3", "685_230.15", "+.5", "1e5", "0."),
    *("2001-01-01", "2001-1-1", "2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43", "12:30", "1,000", "_1", "-", "---", "..."),
    *("- a", "? a", "!x", "&a", "*a", "%a", "@a", "`a", "a: b", "a #b", "|", ">", " a", "a ", "#", "[", "{", "!!binary aGk="),
]
"""Texts that YAML 1.1 or some other reader takes for something else, if they are bare."""


@pytest.mark.parametrize("text", ELSEWHERE)
def test_readers_of_yaml_1_1(text):
    """What we write, PyYAML reads as the same data: a text, a key, and texts in maps and lists."""
    for data in (text, {text: 1}, {"a": text}, [text], {"a": {"b": [text, {text: text}]}}, {text: "a\nb"}):
        assert data == yaml.safe_load(dump(data)) == load(dump(data))


def test_plain_texts_stay_bare():
    """Only such texts are in quotes."""
    assert "{a: yes please, b: v1_000, c: 2001-01, d: /x}\n" == dump({"a": "yes please", "b": "v1_000", "c": "2001-01", "d": "/x"})
