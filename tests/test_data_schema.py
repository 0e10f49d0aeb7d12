"""Shapes: one declaration checks, suggests, and writes its JSON Schema."""

import pytest

from snippetgen.data.schema import ANY, BOOL, TEXT, Either, Key, Keys, ListOf, MapOf, Report, Scalar, read
from snippetgen.errors import SpecError, suggest

COLOUR = Scalar(words=("red", "green"))
SHAPE = Keys({
    "name": Key(TEXT, "what it is called", required=True),
    "size": Key(Scalar("int", minimum=1), "how large it is"),
    "ratio": Key(Scalar("number"), "how wide it is"),
    "new": Key(BOOL, "whether nobody used it"),
    "colours": Key(ListOf(COLOUR), "which it has"),
    "labels": Key(MapOf(TEXT, "[a-z]+", "a word in small letters"), "what it is labelled"),
    "one": Key(Either(scalar=TEXT, mapping=Keys({"env": Key(TEXT, "a variable", required=True)})), "text or variable"),
    "code": Key(Scalar(pattern="[A-Z]{2}", what="two letters such as EN"), "its code"),
    "any": Key(ANY, "anything"),
})


def mistakes(text):
    _, report = read(text, "a.yaml", SHAPE)
    with pytest.raises(SpecError) as caught:
        report.stop()
    return str(caught.value).splitlines()


def test_value_comes_back_plain():
    """A right value comes back as plain data."""
    text = "{name: a, size: 2, new: true, colours: [red], labels: {x: y}, one: {env: A}, code: EN, any: [1, {b: null}]}"
    value, report = read(text, "a.yaml", SHAPE)
    report.stop()
    assert {
        "name": "a", "size": 2, "new": True, "colours": ["red"], "labels": {"x": "y"}, "one": {"env": "A"}, "code": "EN",
        "any": [1, {"b": None}],
    } == value


@pytest.mark.parametrize(("text", "expected"), [
    ("{}", 'a.yaml:1:1: "name" is missing (what it is called)'),
    ("[]", "a.yaml:1:1: must be a map with the keys name, size, ratio, new, colours, labels, one, code, any, not a list"),
    ("{name: 5}", "a.yaml:1:8: name: must be text, not 5"),
    ("{name: }", "a.yaml:1:8: name: must be text, not empty"),
    ("{name: {}}", "a.yaml:1:8: name: must be text, not a map"),
    ("{name: a, size: x}", 'a.yaml:1:17: size: must be a whole number, not the text "x"'),
    ("{name: a, size: 1.5}", "a.yaml:1:17: size: must be a whole number, not 1.5"),
    ("{name: a, size: 0}", "a.yaml:1:17: size: must be 1 or more"),
    ("{name: a, ratio: x}", 'a.yaml:1:18: ratio: must be a number, not the text "x"'),
    ("{name: a, new: no}", 'a.yaml:1:16: new: must be true or false, not the text "no"'),
    ("{name: a, colours: red}", 'a.yaml:1:20: colours: must be a list, not the text "red"'),
    ("{name: a, colours: [rad]}", 'a.yaml:1:21: colours[0]: unknown value "rad" (did you mean "red"?)'),
    ("{name: a, colours: [blue]}", 'a.yaml:1:21: colours[0]: unknown value "blue" (one of: red, green)'),
    ("{name: a, labels: []}", "a.yaml:1:19: labels: must be a map, not a list"),
    ("{name: a, labels: {X: y}}", 'a.yaml:1:20: labels: the key "X" is not a word in small letters'),
    ("{name: a, one: []}", "a.yaml:1:16: one: must be a single value or a map, not a list"),
    ("{name: a, one: {}}", 'a.yaml:1:16: one: "env" is missing (a variable)'),
    ("{name: a, code: en}", 'a.yaml:1:17: code: "en" is not two letters such as EN'),
    ("{name: a, colors: []}", 'a.yaml:1:11: colors: unknown key "colors" (did you mean "colours"?)'),
])
def test_mistake(text, expected):
    """Each mistake is told with its place, what is wrong, and what would be right."""
    assert [expected] == mistakes(text)


def test_all_at_once():
    """All mistakes are told, in the order of the file."""
    assert [
        '"name" is missing (what it is called)', "size", "colours[0]", "colours[1]", "new",
    ] == [line.split(": ")[1] for line in mistakes("size: x\ncolours: [a, b]\nnew: 1\n")]


def test_later_mistakes_find_the_nearest_place():
    """A mistake found later stands at its value, or at the nearest value around it."""
    _, report = read("name: a\nlabels:\n  x: y\n", "a.yaml", SHAPE)
    report.wrong("labels.x", "first")
    report.wrong("labels.z[3].q", "second")
    report.wrong("elsewhere", "third")
    assert [(3, 6), (3, 3), (1, 1)] == [(one.line, one.column) for one in report.mistakes]


def test_report_without_mistakes_goes_on():
    """A report without mistakes stops nothing."""
    assert Report("a.yaml").stop() is None


def test_schema():
    """The JSON Schema says what is checked."""
    assert {
        "type": "object",
        "additionalProperties": False,
        "required": ["name"],
        "properties": {
            "name": {"description": "what it is called", "type": "string"},
            "size": {"description": "how large it is", "type": "integer", "minimum": 1},
            "ratio": {"description": "how wide it is", "type": "number"},
            "new": {"description": "whether nobody used it", "type": "boolean"},
            "colours": {
                "description": "which it has", "type": "array", "items": {"type": "string", "enum": ["red", "green"]},
            },
            "labels": {
                "description": "what it is labelled",
                "type": "object",
                "additionalProperties": {"type": "string"},
                "propertyNames": {"pattern": "^(?:[a-z]+)$"},
            },
            "one": {
                "description": "text or variable",
                "anyOf": [
                    {"type": "string"},
                    {
                        "type": "object",
                        "additionalProperties": False,
                        "properties": {"env": {"description": "a variable", "type": "string"}},
                        "required": ["env"],
                    },
                ],
            },
            "code": {"description": "its code", "type": "string", "pattern": "^(?:[A-Z]{2})$"},
            "any": {"description": "anything"},
        },
    } == SHAPE.schema()


@pytest.mark.parametrize(("word", "expected"), [
    ("Bearer", 'did you mean "bearer"?'), ("barer", 'did you mean "bearer"?'), ("oauth", "one of: bearer, basic"),
])
def test_suggest(word, expected):
    """A close word is suggested, else all are listed."""
    assert expected == suggest(word, ["bearer", "basic"])
