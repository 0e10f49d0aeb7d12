"""Bodies of OpenAPI operations: what a user would send, rather than all that a schema allows."""

import json

import pytest
from importing import sent
from jsonschema import Draft202012Validator
from test_import_openapi import HOST, operation

from snippetgen.data.jsontext import dumps
from snippetgen.importers.naming import blank
from snippetgen.importers.openapi.document import Document, load
from snippetgen.importers.openapi.samples.sample import sample

DOC = Document({}, "a.yaml")


def usual(schema, members="usual"):
    return dumps(sample(load(schema, "a.yaml"), DOC, members=members))


@pytest.mark.parametrize(("properties", "expected"), [
    ("a: {type: string}, b: {type: string}", {"a": "YOUR_A"}),
    ("a: {type: string}, b: {example: 3}", {"a": "YOUR_A", "b": 3}),
    ("a: {type: string}, b: {examples: [x]}", {"a": "YOUR_A", "b": "x"}),
    ("a: {type: string}, b: {default: 3}", {"a": "YOUR_A"}),
    ("a: {type: string}, b: {default: 3, example: 3}", {"a": "YOUR_A"}),
    ("a: {type: string}, b: {default: false, example: 0}", {"a": "YOUR_A", "b": 0}),
    ("a: {type: string}, b: {enum: [x, y]}", {"a": "YOUR_A"}),
    ("a: {type: string}, b: {type: string, example: string}", {"a": "YOUR_A"}),
    ("a: {type: string}, b: {type: string, example: ''}", {"a": "YOUR_A"}),
    ("a: {type: string}, b: {nullable: true, example: null}", {"a": "YOUR_A"}),
    ("a: {type: string}, b: {example: 3, deprecated: true}", {"a": "YOUR_A"}),
    ("a: {type: string, default: x}", {"a": "x"}),
    ("a: {type: string, enum: [x, y]}", {"a": "x"}),
    ("a: {type: string}, b: {items: {example: 3}}", {"a": "YOUR_A", "b": [3]}),
    ("a: {type: string}, b: {properties: {c: {example: 3}, d: {type: string}}}", {"a": "YOUR_A", "b": {"c": 3}}),
    ("a: {type: string}, b: {required: [d], properties: {c: {example: 3}, d: {type: string}}}", {"a": "YOUR_A"}),
    ("a: {type: string}, b: {required: [d], properties: {c: {example: 3}, d: {enum: [x]}}}", {"a": "YOUR_A", "b": {"d": "x", "c": 3}}),
    ("a: {type: string}, b: {default: {c: 3}, properties: {c: {type: integer}}}", {"a": "YOUR_A"}),
    ("a: {type: string}, b: {anyOf: [{type: string}, {type: integer, example: 3}]}", {"a": "YOUR_A", "b": 3}),
    ("a: {anyOf: [{type: string}, {type: string, enum: [x, y]}]}", {"a": "x"}),
    ("a: {items: {properties: {b: {type: string}, c: {type: string}}}}", {"a": [{"b": "YOUR_B"}]}),
])
def test_members(properties, expected):
    """A body holds what is required, and what its author gave throughout by an example that says something."""
    assert expected == json.loads(usual(f"{{required: [a], properties: {{{properties}}}}}"))


@pytest.mark.parametrize(("properties", "expected"), [
    ("a: {type: string}, b: {type: string}", {"a": "YOUR_A"}),
    ("a: {type: object, properties: {x: {}}}, b: {type: string}", {"b": "YOUR_B"}),
    ("id: {type: string}, count: {type: integer}, name: {type: string}", {"name": "YOUR_NAME"}),
    ("locale: {type: string}, emailSubject: {type: string}", {"emailSubject": "YOUR_EMAIL_SUBJECT"}),
    ("name: {type: string, readOnly: true}, b: {type: string}", {"b": "YOUR_B"}),
    ("name: {type: string, deprecated: true}, b: {type: string}", {"b": "YOUR_B"}),
    ("a: {default: x}, b: {example: 3}", {"b": 3}),
    ("", {}),
])
def test_never_empty(properties, expected):
    """Where nothing is required and nothing given, the most telling property stands for all."""
    assert expected == json.loads(usual(f"{{type: object, properties: {{{properties}}}}}"))


@pytest.mark.parametrize("schema", [
    "{required: [a], properties: {a: {type: integer}, b: {type: integer}, c: {type: integer}}, dependentRequired: {a: [b], b: [c]}}",
    "{required: [a], minProperties: 2, properties: {a: {type: integer}, b: {type: integer}, c: {type: integer}}}",
    "{properties: {a: {type: integer}, b: {type: integer}}, anyOf: [{required: [b]}, {required: [a]}]}",
    "{required: [a], properties: {a: {oneOf: [{required: [t], properties: {t: {const: x}}}, {required: [t], properties: {t: {const: y}}}]}}}",
    "{required: [a], properties: {a: {type: array, minItems: 2, uniqueItems: true, items: {type: string}}}}",
    "{required: [a], properties: {a: {type: string, pattern: '^[a-z]{3}$'}}}",
    "{required: [a], properties: {a: {type: string, maxLength: 2}}}",
    "{required: [a], properties: {a: {type: string, format: date}}}",
])
def test_complete(schema):
    """What makes a choice complete is there: dependents, a least number of members, a whole branch."""
    Draft202012Validator(load(schema, "a.yaml"), format_checker=Draft202012Validator.FORMAT_CHECKER).validate(json.loads(usual(schema)))


@pytest.mark.parametrize(("schema", "expected"), [
    ("{type: string}", "YOUR_A_B"),
    ("{type: string, pattern: '^[A-Z_]+$'}", "YOUR_A_B"),
    ("{type: string, format: slug}", "YOUR_A_B"),
    ("{type: string, pattern: '^[a-z]+$'}", "yourab"),
    ("{type: string, pattern: '^[a-z-]+$'}", "your-a-b"),
    ("{type: string, pattern: '^[a-z]+$', maxLength: 5}", "en"),
    ("{type: string, maxLength: 5}", "strin"),
    ("{type: string, minLength: 10}", "stringstri"),
    ("{type: string, format: email}", "user@example.com"),
    ("{}", "YOUR_A_B"),
])
def test_blank(schema, expected):
    """A text without example is a blank that names it, where the schema allows that."""
    assert expected == json.loads(usual(f"{{required: [aB], properties: {{aB: {schema}}}}}"))["aB"]


def test_map():
    """The entry of a map is no name to fill in, but a value."""
    assert '{"m": {"key": "YOUR_VALUE"}}' == usual("{required: [m], properties: {m: {additionalProperties: {type: string}}}}")


def test_order():
    """Whether a property is shown does not depend on what was read before."""
    schema = "{required: [a, b], properties: {a: {properties: {x: {$ref: '#/y'}}}, b: {type: string}, c: {$ref: '#/y'}}}"
    document = Document(load("{y: {required: [z], properties: {z: {type: string}, e: {example: 1}}}}", "a.yaml"), "a.yaml")
    first = dumps(sample(load(schema, "a.yaml"), document, members="usual"))
    assert first == dumps(sample(load(schema, "a.yaml"), document, members="usual"))
    assert '{"a": {"x": {"z": "YOUR_Z", "e": 1}}, "b": "YOUR_B"}' == first


@pytest.mark.parametrize(("parameter", "expected"), [
    ("name: intent, in: path, required: true, schema: {type: string}", "/x/YOUR_INTENT"),
    ("name: intent, in: path, required: true, schema: {type: string, pattern: '^[a-z]{3}$'}", "/x/abc"),
    ("name: intent, in: path, required: true, schema: {type: string, pattern: '^[A-Z_]+$'}", "/x/YOUR_INTENT"),
    ("name: intent, in: path, required: true, schema: {type: string, enum: [a, b]}", "/x/a"),
    ("name: intent, in: path, required: true, schema: {type: integer, minimum: 1}", "/x/1"),
    ("name: intent, in: path, required: true, schema: {type: string, format: date}", "/x/2024-01-15"),
    ("name: intent, in: path, required: true, example: pi_1", "/x/pi_1"),
    ("name: intent, in: path, required: true, content: {text/plain: {schema: {type: string}}}", "/x/YOUR_INTENT"),
    ("name: q, in: query, required: true, schema: {type: string}", "/x/YOUR_INTENT?q=YOUR_Q"),
    ("name: q, in: query, schema: {type: string, example: a}", "/x/YOUR_INTENT?q=a"),
    ("name: q, in: query, schema: {type: array, items: {example: a}}", "/x/YOUR_INTENT?q=a"),
    ("name: q, in: query, schema: {type: integer, default: 1}", "/x/YOUR_INTENT"),
    ("name: q, in: query, schema: {type: integer, default: 1, example: 1}", "/x/YOUR_INTENT"),
    ("name: q, in: query, schema: {type: integer, default: 1}, example: 1", "/x/YOUR_INTENT"),
    ("name: q, in: query, schema: {type: integer, default: 1}, example: 2", "/x/YOUR_INTENT?q=2"),
    ("name: q, in: query, example: ''", "/x/YOUR_INTENT"),
    ("name: q, in: query, required: true, example: ''", "/x/YOUR_INTENT?q="),
])
def test_parameters(parameter, expected):
    """What must be filled in is a blank, where the schema allows it; what need not be sent is sent if its author gave it."""
    one = operation(f"parameters: [{{{parameter}}}]", root=HOST, path="/x/{intent}", method="get")
    assert expected == sent(one)[1].removeprefix("https://api.acme.example/v1")


@pytest.mark.parametrize(("name", "expected"), [
    ("planetId", "YOUR_PLANET_ID"), ("pet-id", "YOUR_PET_ID"), ("your_key", "YOUR_KEY"), ("2fa", "YOUR_2FA"), ("名前", ""), ("", ""),
])
def test_blank_names(name, expected):
    """A blank splits the words of a name."""
    assert expected == blank(name)
