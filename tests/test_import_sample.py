"""A schema -> a value for it."""

import itertools
import json
import random
import re

import pytest
from jsonschema import Draft202012Validator

from snippetgen.data.jsontext import dumps
from snippetgen.importers.openapi.document import Document, load
from snippetgen.importers.openapi.samples import pattern
from snippetgen.importers.openapi.samples.sample import sample

NODE = "{type: object, required: [name], properties: {name: {type: string}, next: {$ref: '#/components/schemas/Node'}, all: {type: array, items: {$ref: '#/components/schemas/Node'}}}}"

DOCUMENT = f"""
openapi: 3.1.0
components:
  schemas:
    Node: {NODE}
    Must: {{type: object, required: [next], properties: {{next: {{$ref: '#/components/schemas/Must'}}, n: {{type: integer}}}}}}
    MaybeNull: {{type: object, required: [next], properties: {{next: {{anyOf: [{{$ref: '#/components/schemas/MaybeNull'}}, {{type: 'null'}}]}}}}}}
    Expression: {{oneOf: [{{$ref: '#/components/schemas/And'}}, {{type: string}}]}}
    And: {{type: object, required: [and], properties: {{and: {{type: array, minItems: 1, items: {{$ref: '#/components/schemas/Expression'}}}}}}}}
    Self: {{$ref: '#/components/schemas/Self'}}
    Into: {{allOf: [{{$ref: '#/components/schemas/Into'}}, {{properties: {{a: {{type: integer}}}}}}]}}
    Pet: {{type: object, required: [kind], discriminator: {{propertyName: kind, mapping: {{cat: '#/components/schemas/Cat', dog: Dog}}}}, properties: {{kind: {{type: string}}}}}}
    Cat: {{allOf: [{{$ref: '#/components/schemas/Pet'}}, {{properties: {{lives: {{type: integer}}}}}}]}}
    Dog: {{allOf: [{{$ref: '#/components/schemas/Pet'}}, {{properties: {{bark: {{type: boolean}}}}}}]}}
    Old: {{type: object, discriminator: kind, required: [kind], properties: {{kind: {{type: string}}}}}}
    New: {{allOf: [{{$ref: '#/components/schemas/Old'}}, {{properties: {{a: {{type: integer}}}}}}]}}
    Age: {{type: integer, minimum: 18}}
    Secret: {{type: string, readOnly: true}}
"""


def document(text=DOCUMENT):
    return Document(load(text, "a.yaml"), "a.yaml")


DOC = document()


def sampled(schema, **choices):
    """The sample of a schema in YAML, as JSON text."""
    return dumps(sample(load(schema, "a.yaml") if isinstance(schema, str) else schema, DOC, **choices))


@pytest.mark.parametrize(("schema", "expected"), [
    ("{type: string, example: a, default: b, enum: [a, b, c]}", '"a"'),
    ("{type: string, examples: [a, b], default: b}", '"a"'),
    ("{type: string, examples: {one: {value: a}, two: {value: b}}}", '"a"'),
    ("{type: string, examples: a}", '"string"'),
    ("{type: string, default: b, enum: [a, b]}", '"b"'),
    ("{type: string, enum: [a, b]}", '"a"'),
    ("{type: string, nullable: true, enum: [null, b]}", '"b"'),
    ("{const: a}", '"a"'),
    ("{type: string, const: a, example: b}", '"a"'),
    ("{const: null}", "null"),
    ("{type: string, enum: [a, b], example: z}", '"a"'),
    ("{type: number, example: 1.0}", "1.0"),
    ("{type: number, example: 1e-7}", "1e-7"),
    ("{type: integer, example: 12345678901234567890}", "12345678901234567890"),
    ("{type: string, nullable: true, default: null}", '"string"'),
    ("{type: string, nullable: true, example: null}", "null"),
    ("{type: array, default: [], items: {type: integer}}", "[0]"),
])
def test_what_the_author_offers(schema, expected):
    """Examples come first, then a default that says something, then what is allowed at all."""
    assert expected == sampled(schema)


@pytest.mark.parametrize(("schema", "expected"), [
    ("{type: integer, example: '12'}", "12"),
    ("{type: integer, example: twelve}", "0"),
    ("{type: integer, example: 1.5}", "0"),
    ("{type: number, example: '1.50'}", "1.50"),
    ("{type: number, example: 3}", "3"),
    ("{type: string, example: 12}", '"12"'),
    ("{type: string, example: 1.0}", '"1.0"'),
    ("{type: string, example: true}", '"true"'),
    ("{type: boolean, example: 'False'}", "false"),
    ("{type: boolean, example: maybe}", "true"),
    ("{type: integer, example: null}", "0"),
    ("{type: array, items: {type: string}, example: a}", '["a"]'),
    ("{type: array, items: {type: string}, example: [1, a]}", '["1", "a"]'),
    ("{type: array, items: {type: string}, example: '[\"a\"]'}", '["a"]'),
    ("{type: object, example: '{\"a\": 1.0}'}", '{"a": 1.0}'),
    ("{type: object, example: text}", "{}"),
    ("{type: [string, integer], example: 12}", "12"),
    ("{type: boolean, enum: ['true', 'false']}", "true"),
    ("{type: integer, enum: ['1', '2'], example: 2}", "2"),
    ("{type: string, format: date, example: '2024-02-03T00:00:00.000Z'}", '"2024-02-03"'),
    ("{properties: {a: {type: integer}, b: {type: string}}, example: {a: '1', b: null, c: 2}}", '{"a": 1, "c": 2}'),
    ("{required: [b], properties: {a: {}, b: {type: string}, c: {}}, example: {a: 1}}", '{"a": 1, "b": "string"}'),
    ("{properties: {a: {properties: {n: {enum: [x]}}}}, example: {a: {n: y}}}", '{"a": {"n": "x"}}'),
    ("{additionalProperties: false, properties: {a: {}}, example: {a: 1, b: 2}}", '{"a": 1}'),
    ("{oneOf: [{required: [a], properties: {a: {}}}, {required: [b], properties: {b: {type: integer}}}], example: {b: '1'}}", '{"b": "1"}'),
    ("{oneOf: [{required: [a], properties: {a: {}}}, {required: [b], properties: {b: {type: string}}}], example: {b: '1'}}", '{"b": "1"}'),
])
def test_what_authors_do_wrong(schema, expected):
    """An example of another type is converted to the declared type if possible, at any depth, and else ignored."""
    assert expected == sampled(schema)


@pytest.mark.parametrize(("schema", "expected"), [
    ("{type: boolean}", "true"),
    ("{type: integer}", "0"),
    ("{type: number}", "0"),
    ("{type: string}", '"string"'),
    ("{type: 'null'}", "null"),
    ("{type: ['null', integer]}", "0"),
    ("{type: array}", "[]"),
    ("{type: object}", "{}"),
    ("{type: Int}", "0"),
    ("{type: file}", '"string"'),
    ("{type: nonsense}", "null"),
    ("{properties: {a: {type: integer}}}", '{"a": 0}'),
    ("{items: {type: integer}}", "[0]"),
    ("{minimum: 3}", "3"),
    ("{maxLength: 3}", '"str"'),
    ("{format: date}", '"2024-01-15"'),
    ("{format: int32}", "0"),
    ("{required: true}", "null"),
    ("{}", "null"),
    ("true", "null"),
    ("false", "null"),
    ("null", "null"),
    ("{properties: {a: {}, b: true, c: false}}", '{"a": "string", "b": "string"}'),
])
def test_type(schema, expected):
    """The type is the first that is not null, or what the keywords tell; a property of any type is a text."""
    assert expected == sampled(schema)


@pytest.mark.parametrize(("schema", "expected"), [
    ("{type: integer, minimum: 5}", "5"),
    ("{type: integer, minimum: 1, example: 0}", "0"),
    ("{type: integer, maximum: -5}", "-5"),
    ("{type: integer, minimum: -5, maximum: 5}", "0"),
    ("{type: integer, minimum: 5, exclusiveMinimum: true}", "6"),
    ("{type: integer, maximum: 5, exclusiveMaximum: true, minimum: 4}", "4"),
    ("{type: integer, exclusiveMinimum: 5}", "6"),
    ("{type: integer, exclusiveMaximum: 0}", "-1"),
    ("{type: integer, minimum: 2.5}", "3"),
    ("{type: number, minimum: 2.5}", "2.5"),
    ("{type: number, exclusiveMinimum: 0, exclusiveMaximum: 1}", "0.5"),
    ("{type: number, exclusiveMinimum: 0}", "1"),
    ("{type: number, format: double}", "0.1"),
    ("{type: integer, minimum: 11, multipleOf: 5}", "15"),
    ("{type: integer, maximum: -11, multipleOf: 5}", "-15"),
    ("{type: number, minimum: 1.1, multipleOf: 0.25}", "1.25"),
    ("{type: integer, minimum: 1, multipleOf: 1.5}", "3"),
    ("{type: integer, minimum: '7'}", "7"),
    ("{type: integer, minimum: 1e300}", "1" + "0" * 300),
    ("{type: integer, minimum: 9, maximum: 1}", "9"),
    ("{type: integer, multipleOf: 0, minimum: x}", "0"),
    ("{allOf: [{type: number, minimum: 3}, {type: integer, minimum: 7, maximum: 20}, {maximum: 9}]}", "7"),
])
def test_number(schema, expected):
    """A number keeps its bounds of every draft, and is 0 where it may be."""
    assert expected == sampled(schema)


@pytest.mark.parametrize(("schema", "expected"), [
    ("{format: date-time}", "2024-01-15T09:30:00Z"),
    ("{format: date}", "2024-01-15"),
    ("{format: uuid}", "3fa85f64-5717-4562-b3fc-2c963f66afa6"),
    ("{format: UUID}", "3fa85f64-5717-4562-b3fc-2c963f66afa6"),
    ("{format: email}", "user@example.com"),
    ("{format: uri}", "https://example.com"),
    ("{format: byte}", "c3RyaW5n"),
    ("{format: binary}", ""),
    ("{format: ipv4}", "192.0.2.1"),
    ("{format: ipv6}", "2001:db8::1"),
    ("{format: hostname}", "example.com"),
    ("{format: password}", "password"),
    ("{format: password, minLength: 12}", "passwordpass"),
    ("{format: strange}", "string"),
    ("{format: 3}", "string"),
    ("{minLength: 8}", "stringst"),
    ("{maxLength: 3}", "str"),
    ("{maxLength: 0}", ""),
    ("{maxLength: 0, minLength: 5}", ""),
    ("{format: uri, maxLength: 5}", "strin"),
    ("{minLength: '8'}", "stringst"),
    ("{pattern: '^[a-z]+$'}", "string"),
    ("{pattern: '^[A-Z]{3}$'}", "USD"),
    ("{pattern: '^[A-Z]{4}-\\d{3}$'}", "ABCD-123"),
    ("{pattern: '^(foo|bar)_(?<id>x?)[^a]$'}", "foo_b"),
    ("{pattern: '^arn:aws:[a-z]+:.+$'}", "arn:aws:a:a"),
    ("{pattern: '^$|^s3://[^/]+/$'}", "s3://a/"),
    ("{pattern: '^[0-9a-f]+$', minLength: 8}", "abcdef12"),
    ("{pattern: '^\\d{4}-\\d{2}-\\d{2}$', format: date}", "2024-01-15"),
    ("{pattern: '^https://', format: uri}", "https://example.com"),
    ("{pattern: '^\\p{L}+$'}", "string"),
    ("{pattern: '^(?=.*[A-Z])(?=.*\\d)(?=.*[!?]).{12,}$'}", "Passw0rd!Pas"),
    ("{pattern: '^(?!string)[a-z]+$'}", "example"),
    ("{pattern: '(?<!a)x'}", "example"),
    ("{pattern: '/^ab$/i'}", "ab"),
    ("{pattern: '^[\\x41-\\u0043]{3}\\.$'}", "ABC."),
    ("{pattern: '[[]'}", "["),
    ("{pattern: '(a)\\1'}", "string"),
    ("{pattern: '(('}", "string"),
    ("{pattern: 5}", "string"),
    ("{pattern: '^a{1,3}b*$', minLength: 6}", "aaabbb"),
])
def test_string(schema, expected):
    """A text keeps format, length and pattern, and is a word where it may be."""
    assert expected == sample({"type": "string", **load(schema, "a.yaml")}, DOC)


@pytest.mark.parametrize(("schema", "expected"), [
    ("{type: array, items: {type: integer}, minItems: 2}", "[0, 0]"),
    ("{type: array, items: {type: integer}, minItems: 3, uniqueItems: true}", "[0, 1, 2]"),
    ("{type: array, items: {properties: {a: {type: string}}}, minItems: 2, uniqueItems: true}", '[{"a": "string"}, {"a": "string2"}]'),
    ("{type: array, items: {type: integer}, maxItems: 0}", "[]"),
    ("{type: array, items: {enum: [a, b, c]}, minItems: 2, uniqueItems: true}", '["a", "b"]'),
    ("{type: array, prefixItems: [{type: integer}, {type: string}]}", '[0, "string"]'),
    ("{type: array, prefixItems: [{type: integer}], items: {type: string}, minItems: 3}", '[0, "string", "string"]'),
    ("{type: array, items: [{type: integer}, {type: boolean}]}", "[0, true]"),
    ("{type: array, contains: {type: integer}}", "[0]"),
    ("{type: array, minItems: 2}", '["string", "string"]'),
    ("{type: array, items: false}", "[]"),
    ("{allOf: [{type: array, items: {properties: {a: {type: integer}}}}, {items: {properties: {b: {type: integer}}}}]}", '[{"a": 0, "b": 0}]'),
])
def test_array(schema, expected):
    """A list has one element, or as many as there must be."""
    assert expected == sampled(schema)


def test_no_list_without_end():
    """A list that must be very long is cut."""
    assert 100 == len(sample({"type": "array", "items": {"type": "integer"}, "minItems": 10**9}, DOC))


@pytest.mark.parametrize(("schema", "expected"), [
    ("{properties: {a: {type: integer}, b: {type: integer, deprecated: true}}}", '{"a": 0}'),
    ("{required: [b], properties: {b: {type: integer, deprecated: true}}}", '{"b": 0}'),
    ("{properties: {a: {type: integer, readOnly: true}, b: {type: integer, writeOnly: true}}}", '{"b": 0}'),
    ("{required: [a], properties: {a: {$ref: '#/components/schemas/Secret'}}}", "{}"),
    ("{required: [a]}", '{"a": "string"}'),
    ("{required: [a], additionalProperties: {type: integer}}", '{"a": 0}'),
    ("{type: object, additionalProperties: {type: integer}}", '{"key": 0}'),
    ("{type: object, additionalProperties: {type: integer, x-additionalPropertiesName: id}}", '{"id": 0}'),
    ("{type: object, additionalProperties: true}", "{}"),
    ("{type: object, additionalProperties: {}}", "{}"),
    ("{properties: {a: {type: integer}}, additionalProperties: {type: integer}}", '{"a": 0}'),
    ("{type: object, minProperties: 2, additionalProperties: {type: integer}}", '{"key1": 0, "key2": 0}'),
    ("{type: object, patternProperties: {'^x-': {type: integer}}}", '{"x-": 0}'),
    ("{type: object, propertyNames: {enum: [en, de]}, additionalProperties: {type: string}}", '{"en": "string"}'),
    ("{type: object, propertyNames: {pattern: '^[A-Z]$'}, additionalProperties: {type: string}}", '{"A": "string"}'),
    ("{maxProperties: 1, required: [b], properties: {a: {type: integer}, b: {type: integer}}}", '{"b": 0}'),
    ("{properties: {a: {type: integer}, b: {type: integer}}, not: {required: [a, b]}}", '{"a": 0}'),
    ("{properties: {a: {type: integer}}, if: {required: [a]}, then: {required: [b]}}", '{"a": 0}'),
])
def test_object(schema, expected):
    """A request has the properties that may be sent, and an entry where nothing else describes a map."""
    assert expected == sampled(schema)


def test_response():
    """An answer has what is readOnly, and not what is writeOnly."""
    schema = "{properties: {a: {type: integer, readOnly: true}, b: {type: integer, writeOnly: true}}}"
    assert '{"a": 0}' == sampled(schema, response=True)


def test_required_only():
    """Without optional properties, an object has the required ones."""
    schema = "{required: [a], minProperties: 2, properties: {a: {properties: {n: {type: integer}}}, b: {type: integer}, c: {type: integer}}}"
    assert '{"a": {"n": 0}, "b": 0}' == sampled(schema, members="required")


@pytest.mark.parametrize(("schema", "expected"), [
    ("{allOf: [{properties: {a: {type: integer}}}, {properties: {b: {type: integer}}}], properties: {c: {type: integer}}}", '{"a": 0, "b": 0, "c": 0}'),
    ("{allOf: [{properties: {a: {type: integer}}}, {properties: {a: {minimum: 4}}}]}", '{"a": 4}'),
    ("{allOf: [{$ref: '#/components/schemas/Age'}, {maximum: 20}]}", "18"),
    ("{$ref: '#/components/schemas/Age', minimum: 21}", "21"),
    ("{$ref: '#/components/schemas/Age', example: 42}", "42"),
    ("{allOf: [{type: string, enum: [a, b]}, {enum: [b, c]}]}", '"b"'),
    ("{allOf: [{example: {a: 1}, properties: {a: {}, b: {}}}, {properties: {c: {type: integer}}}]}", '{"a": 1, "c": 0}'),
    ("{allOf: [{example: {a: 1}}, {example: {b: 2}}]}", '{"b": 2, "a": 1}'),
    ("{allOf: [{example: {a: 1}, properties: {a: {}}}], example: {a: 2}}", '{"a": 2}'),
    ("{allOf: [{additionalProperties: false, properties: {a: {type: integer}}}, {properties: {b: {type: integer}}}]}", '{"a": 0}'),
    ("{allOf: junk, oneOf: {}, anyOf: 3, type: integer}", "0"),
    ("{oneOf: [{type: 'null'}, {type: integer}]}", "0"),
    ("{anyOf: [{type: 'null'}]}", "null"),
    ("{type: object, anyOf: [{type: string}, {properties: {a: {type: integer}}}]}", '{"a": 0}'),
    ("{anyOf: [{required: [a]}, {required: [b]}], properties: {a: {type: integer}, b: {type: integer}}}", '{"a": 0, "b": 0}'),
    ("{oneOf: [{required: [a]}, {required: [b]}], properties: {a: {type: integer}, b: {type: integer}}}", '{"a": 0}'),
    ("{oneOf: [{type: integer}, {type: number, minimum: 0.5}]}", "0"),
    ("{oneOf: [{type: integer}, {type: number, format: float}]}", "0.1"),
    ("{oneOf: [{properties: {t: {enum: [x]}}}, {properties: {t: {enum: [y]}, n: {}}}]}", '{"t": "x"}'),
    ("{oneOf: [{$ref: '#/nowhere'}, {type: integer}]}", "0"),
    ("{oneOf: [false, {type: integer}]}", "0"),
])
def test_composition(schema, expected):
    """Schemas in allOf are merged; of a oneOf or anyOf, the first possible branch is taken, and no other one matches."""
    assert expected == sampled(schema)


@pytest.mark.parametrize(("name", "expected"), [
    ("Cat", '{"kind": "cat", "lives": 0}'),
    ("Dog", '{"kind": "dog", "bark": true}'),
    ("Pet", '{"kind": "cat", "lives": 0}'),
    ("Old", '{"kind": "Old"}'),
    ("New", '{"kind": "New", "a": 0}'),
])
def test_discriminator(name, expected):
    """The property of a discriminator names the schema, as its mapping or its component does."""
    assert expected == sampled({"$ref": f"#/components/schemas/{name}"})


@pytest.mark.parametrize(("choice", "expected"), [
    ("{oneOf: [{$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Cat'}], discriminator: {propertyName: kind, mapping: {woof: '#/components/schemas/Dog'}}}", '{"kind": "woof", "bark": true}'),
    ("{oneOf: [{$ref: '#/components/schemas/Node'}, {$ref: '#/components/schemas/Age'}], discriminator: {propertyName: name}}", '{"name": "Node", "all": []}'),
    ("{oneOf: [{properties: {t: {const: a}}}, {properties: {t: {const: b}}}], discriminator: {propertyName: t}}", '{"t": "a"}'),
])
def test_discriminator_of_a_choice(choice, expected):
    """A branch is named as the mapping beside the choice says, unless it says so itself."""
    assert expected == sampled(choice)


@pytest.mark.parametrize(("name", "expected"), [
    ("Node", '{"name": "string", "all": []}'),
    ("Must", '{"next": {}, "n": 0}'),
    ("MaybeNull", '{"next": null}'),
    ("Expression", '"string"'),
    ("And", '{"and": ["string"]}'),
    ("Into", '{"a": 0}'),
])
def test_circle(name, expected):
    """A circle is cut where something may be left out, else where it closes."""
    assert expected == sampled({"$ref": f"#/components/schemas/{name}"})


@pytest.mark.parametrize(("schema", "problem"), [
    ("{properties: {a: {$ref: '#/components/schemas/None'}}}", '$ref "#/components/schemas/None" cannot be resolved: a.yaml has no "None" there'),
    ("{properties: {a: {$ref: 'https://example.com/a.json'}}}", '$ref "https://example.com/a.json" is not a local file, and nothing is downloaded (save a copy of it)'),
])
def test_problems(schema, problem):
    """A reference that leads nowhere holds for anything, and is told once."""
    problems = []
    assert '{"a": "string"}' == sampled(schema, problems=problems)
    assert [problem] == problems


def test_self_reference():
    """A reference to itself says nothing."""
    assert "null" == sampled({"$ref": "#/components/schemas/Self"})


def test_anything():
    """The caller says what a schema without any word stands for."""
    assert "{}" == sampled("{description: any}", anything={})


def test_other_files(tmp_path):
    """References are read in the file in which they stand."""
    (tmp_path / "b.yaml").write_text("A: {properties: {b: {$ref: '#/B'}, c: {$ref: 'a.yaml#/C'}}}\nB: {type: integer}\n", "utf-8")
    text = "A: {$ref: 'b.yaml#/A'}\nB: {type: string}\nC: {type: boolean}\n"
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    place = str(tmp_path / "a.yaml")
    assert {"b": 0, "c": True} == sample({"$ref": "#/A"}, Document(load(text, place), place))


def size(value):
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + sum(map(size, inner))


def test_large():
    """A sample with too many values is shown with fewer levels, but with all required properties."""
    leaf = {"type": "object", "properties": {f"p{n}": {"type": "string"} for n in range(9)}}
    middle = {"type": "object", "required": ["p1"], "properties": {f"p{n}": leaf for n in range(9)}}
    value = sample({"type": "object", "properties": {f"p{n}": middle for n in range(9)}}, DOC)
    assert {f"p{n}": {f"p{m}": {} for m in range(9)} for n in range(9)} == value


def test_wide():
    """Of very many properties, the first are shown, and the required ones."""
    properties = {f"p{n}": {"type": "integer"} for n in range(1000)}
    value = sample({"properties": properties, "required": ["p999"]}, DOC)
    assert [*(f"p{n}" for n in range(200)), "p999"] == list(value)


def test_deep():
    """Nothing is too deep: neither properties, nor references to references, nor allOf in allOf."""
    schema = {"type": "integer"}
    for _ in range(3000):
        schema = {"required": ["a"], "properties": {"a": schema}}
    assert 200 >= size(sample(schema, DOC))
    chain = {f"S{n}": {"$ref": f"#/S{n + 1}"} for n in range(3000)}
    assert sample({"$ref": "#/S0"}, Document(chain, "a.json")) is None
    schema = {"type": "integer"}
    for _ in range(3000):
        schema = {"allOf": [schema]}
    assert sample(schema, DOC) is None


@pytest.mark.parametrize("regex", ["^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "(x+x+)+y", "^(([a-z])+.)+[A-Z]([a-z])+$", "((a{0,100}){0,100}){0,100}", "(.*)*" * 50, "(?=(a*)*b)" * 20, "((((" * 500])
def test_pattern_that_explodes(regex):
    """A pattern made to hold up a matcher takes no longer than others, and never matches in doubt."""
    assert isinstance(pattern.matches(regex, "a" * 60 + "!"), bool)
    assert isinstance(sample({"type": "string", "pattern": regex}, DOC), str)


ATOMS = ["a", "[a-c]", "[^a]", "\\d", "\\w", "\\s", ".", "(ab|c)", "(?:b)", "\\.", "[\\w-]", "[a\\]]", "\\bx", "(?=a)", "(?!b)", "[0-9a-f]"]
QUANTIFIERS = ["", "", "*", "+", "?", "{2}", "{1,3}", "{2,}", "+?"]


def test_matches_as_python_does():
    """Random patterns find the same texts as Python's own matcher."""
    chance = random.Random(1)
    for _ in range(3000):
        regex = "".join(chance.choice(ATOMS) + chance.choice(QUANTIFIERS) for _ in range(chance.randint(1, 5)))
        regex = chance.choice(["", "^"]) + regex + chance.choice(["", "$"])
        text = "".join(chance.choice("abcx1 .]-") for _ in range(chance.randint(0, 8)))
        try:
            expected = bool(re.search(regex, text))
        except re.error:
            continue
        assert (regex, text, expected) == (regex, text, pattern.matches(regex, text))


def test_texts_match():
    """The text that is made for a random pattern without lookaround matches it."""
    chance = random.Random(2)
    for _ in range(3000):
        regex = "^" + "".join(chance.choice([atom for atom in ATOMS if "(?" not in atom and "\\b" not in atom]) + chance.choice(QUANTIFIERS) for _ in range(chance.randint(1, 5))) + "$"
        for text in pattern.texts(regex, chance.randint(0, 12)):
            assert (regex, text, True) == (regex, text, bool(re.search(regex, text)))


JUNK = [None, True, False, 0, -1, 1.5, 10**30, "", "a", "#/components/schemas/Node", "#", [], {}, [None], [{}], {"a": None}, ["a", 1, {}], {"type": "object"}, {"$ref": 3}, {"a": {"type": "string"}}]
KEYWORDS = ["type", "properties", "required", "items", "prefixItems", "enum", "const", "example", "examples", "default", "allOf", "oneOf", "anyOf", "not", "$ref", "format", "pattern", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "additionalProperties", "patternProperties", "propertyNames", "discriminator", "nullable", "readOnly", "deprecated", "xml", "$dynamicRef", "if", "then"]


def is_json(value):
    return json.loads(dumps(value)) is not NotImplemented


@pytest.mark.parametrize("keyword", KEYWORDS)
def test_junk(keyword):
    """Whatever stands at a keyword, some value comes out."""
    for junk, kind in itertools.product(JUNK, [None, "object", "array", "string", "integer", "number"]):
        schema = {"type": kind, keyword: junk, "description": "x"}
        for outer in (schema, {"properties": {"a": schema}}, {"type": "array", "items": schema}, {"allOf": [schema]}, {"oneOf": [schema, {}]}):
            assert is_json(sample(outer, DOC))


def test_random_junk():
    """Several junk keywords together give some value too."""
    chance = random.Random(3)
    for _ in range(2000):
        schema = {keyword: chance.choice(JUNK) for keyword in chance.sample(KEYWORDS, 5)}
        schema["properties"] = {"a": {keyword: chance.choice(JUNK) for keyword in chance.sample(KEYWORDS, 4)}}
        assert is_json(sample(schema, DOC, response=chance.random() < 0.5))


def random_schema(chance, depth):
    """A schema that can be met."""
    kind = chance.choice(["string", "integer", "number", "boolean"] + ["object", "array", "allOf", "oneOf"] * (depth > 0))
    if kind == "string":
        least = chance.randint(0, 12)
        return {"type": kind, **chance.choice([{}, {"minLength": least, "maxLength": least + chance.randint(0, 9)}, {"pattern": chance.choice(["^[a-z]{2,5}$", "^\\d+$", "^x-"])}])}
    if kind in ("integer", "number"):
        low = chance.randint(-20, 20)
        return {"type": kind, **chance.choice([{}, {"minimum": low, "maximum": low + 9}, {"exclusiveMinimum": low}, {"exclusiveMaximum": low}, {"multipleOf": chance.randint(1, 7), "minimum": low}])}
    if kind == "object":
        names = chance.sample("abcdef", chance.randint(0, 4))
        return {"type": kind, "properties": {name: random_schema(chance, depth - 1) for name in names}, "required": names[:2], **chance.choice([{}, {"additionalProperties": False}, {"minProperties": len(names)}])}
    if kind == "array":
        return {"type": kind, "items": random_schema(chance, depth - 1), "minItems": chance.randint(0, 3)}
    if kind == "allOf":
        return {"allOf": [{"type": "object", "properties": {name: random_schema(chance, depth - 1)}, "required": [name]} for name in "xyz"[: chance.randint(1, 3)]]}
    return {"oneOf": [{"type": "object", "properties": {"t": {"const": name}, "v": random_schema(chance, depth - 1)}, "required": ["t"]} for name in "pqr"]}


def test_valid():
    """Samples of random schemas that can be met are valid."""
    chance = random.Random(4)
    for _ in range(500):
        schema = random_schema(chance, 3)
        value = json.loads(dumps(sample(schema, DOC)))
        assert ([], schema) == ([error.message for error in Draft202012Validator(schema).iter_errors(value)], schema)


def test_same_again():
    """Equal schemas have equal samples, also in another document, and asking again changes nothing."""
    one = document()
    schema = {"$ref": "#/components/schemas/Cat"}
    assert [sample(schema, one), sample(schema, one)] == [sample(schema, document()), sample(schema, document())]


@pytest.mark.parametrize(
    "leaf", [{"type": "string"}, {"type": "string", "readOnly": True}, {"type": "null"}, {"type": "integer", "deprecated": True}]
)
def test_history(leaf):
    """Earlier samples do not change a sample: values from the cache are counted like new ones."""
    one = document()
    parts = {name: {"properties": {f"{name}{n}": {**leaf} for n in range(150)}} for name in "abc"}
    whole = {"properties": {**parts, "last": {"properties": {"x": {"type": "object"}}}}}
    for part in parts.values():
        sample(part, one)
    assert sample(whole, document()) == sample(whole, one)


def test_many():
    """Very many required properties, branches and words are not compared each with each."""
    wide = {"required": [f"p{n}" for n in range(20_000)], "properties": {f"p{n}": {"type": "string"} for n in range(20_000)}}
    assert 20_000 == len(sample(wide, DOC))
    assert {"a": 0} == sample({"oneOf": [{"properties": {"a": {"type": "integer"}}}] * 20_000}, DOC)
    assert 9 == sample({"allOf": [{"enum": list(range(n, 20_000))} for n in range(10)]}, DOC)
