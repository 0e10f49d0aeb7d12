"""Examples that are texts, where the schema describes an object or a list."""

import pytest
from importing import checked, notes

from snippetgen import importers
from snippetgen.data.jsontext import dumps
from snippetgen.errors import Refused
from snippetgen.request import resolve
from snippetgen.request.build import build

HEAD = "openapi: 3.1.0\nservers: [{url: https://api.acme.example}]\n"
LINES = '{"a": 1}\n{"a": 2}\n'
CONSOLE = "$ curl https://acme.example\nok"


def first(operation, schema="{}"):
    text = f"{HEAD}paths: {{/a: {{post: {operation}}}}}\ncomponents: {{schemas: {{S: {schema}}}}}"
    return checked(importers.open_source(text, "api.yaml").entries[0].read())


def body(media_type, example, schema="{}"):
    """The text of the body that is sent, and the notes."""
    content = f"{{requestBody: {{content: {{{media_type}: {{schema: {{$ref: '#/components/schemas/S'}}, example: {dumps(example)}}}}}}}}}"
    found = first(content, schema)
    sent = build(found.endpoint()).body
    return (resolve(sent.text, {}) if sent.kind == "text" else dumps(sent.data)), notes(found)


@pytest.mark.parametrize(("media_type", "example", "schema", "expected"), [
    ("application/json", '{"a": 1}', "{type: object}", '{"a": 1}'),
    ("application/json", '{"a": 1}', "{}", '{"a": 1}'),
    ("application/json", '{"a": 1}', "{type: string}", '{"a": 1}'),
    ("application/json", "[1]", "{type: array}", "[1]"),
    ("application/json", LINES, "{type: object}", LINES),
    ("application/json", LINES, "{}", LINES),
    ("application/json", CONSOLE, "{type: object}", CONSOLE),
    ("application/json", CONSOLE, "{allOf: [{type: object}]}", CONSOLE),
    ("application/json", CONSOLE, "{type: [array, 'null']}", CONSOLE),
    ("application/json", "hello", "{type: string}", '"hello"'),
    ("application/json", "hello", "{}", '"hello"'),
    ("application/x-ndjson", LINES, "{type: object}", LINES),
    ("text/plain", '{"a": 1}', "{type: object}", '{"a": 1}'),
    ("text/csv", "a,b", "{type: array}", "a,b"),
    ("application/x-www-form-urlencoded", "a=1&b=2", "{type: object}", "a=1&b=2"),
])
def test_body(media_type, example, schema, expected):
    """JSON text of the right type is read; any other text is the text of the body, as it stands."""
    assert (expected, []) == body(media_type, example, schema)


@pytest.mark.parametrize(("schema", "example", "expected"), [
    ("{type: array, items: {type: string}}", '["x", "y"]', "ids=x&ids=y"),
    ("{type: [array, 'null'], items: {type: string}}", '["x", "y"]', "ids=x&ids=y"),
    ("{type: object}", '{"k": 1}', "k=1"),
    ("{type: array, items: {type: string}}", "x,y", "ids=x,y"),
    ("{type: string}", '["x"]', "ids=%5B%22x%22%5D"),
    ("{type: array}", '{"k": 1}', "ids=%7B%22k%22:1%7D"),
])
def test_parameter(schema, example, expected):
    """In a parameter, too, JSON text is read where the schema wants such a value, and sent as it stands elsewhere."""
    found = first(f"{{parameters: [{{name: ids, in: query, schema: {schema}, example: {dumps(example)}}}]}}")
    assert expected == resolve(build(found.endpoint()).url, {}).partition("?")[2].replace("%20", "")


@pytest.mark.parametrize(("schema", "example", "expected"), [
    ("{type: object}", CONSOLE, CONSOLE), ("{}", LINES, LINES), ("{type: string}", "ok", '"ok"'),
])
def test_answer(schema, example, expected):
    """An answer whose example is a text, though its schema is that of an object, is shown as it stands."""
    found = first(f"{{responses: {{200: {{description: d, content: {{application/json: {{schema: {schema}, example: {dumps(example)}}}}}}}}}}}")
    assert expected == found.data["responses"][0]["example"]


def test_multipart():
    """A text as the example of a multipart body, from which nobody can tell the parts, is named."""
    schema = "{type: object, required: [f], properties: {f: {type: string}}}"
    found = first(f"{{requestBody: {{content: {{multipart/form-data: {{schema: {schema}, example: 'one text'}}}}}}}}")
    assert ['/paths/~1a/post/requestBody/content/multipart~1form-data/example: "one text" is left out: only a map of its parts tells what to send'] == notes(found)


@pytest.mark.parametrize(("media_type", "example", "text", "charset"), [
    ("text/plain; charset=ISO-8859-1", "é", "é", "ISO-8859-1"),
    ("application/json; charset=utf-16", {"a": "é"}, '{"a": "é"}', "utf-16"),
    ("application/xml; charset=utf-8", "<a>é</a>", "<a>é</a>", ""),
])
def test_charset(media_type, example, text, charset):
    """A body is encoded in the charset of its media type, JSON, too."""
    found = build(first(f"{{requestBody: {{content: {{'{media_type}': {{example: {dumps(example)}}}}}}}}}").endpoint()).body
    assert (text, charset) == (resolve(found.text, {}), found.charset)


def test_a_charset_without_a_character():
    """A body with a character that its charset does not have is refused."""
    with pytest.raises(Refused, match='has no "你"'):
        first("{requestBody: {content: {'text/plain; charset=ISO-8859-1': {example: 你}}}}")
