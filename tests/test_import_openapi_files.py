"""Parts of a multipart body, and bodies, that are files."""

import pytest
from importing import checked

from snippetgen import importers

HEAD = "openapi: 3.1.0\nservers: [{url: https://api.acme.example}]\n"


def part(schema, encoding="{}"):
    """The only part of a multipart body, which is required: its type, value, and media type."""
    content = f"{{schema: {{type: object, required: [p], properties: {{p: {schema}}}}}, encoding: {{p: {encoding}}}}}"
    text = f"{HEAD}paths: {{/a: {{post: {{requestBody: {{content: {{multipart/form-data: {content}}}}}}}}}}}\nx: {{type: string, format: binary}}"
    (found,) = checked(importers.open_source(text, "api.yaml").entries[0].read()).data["params"]
    return found.get("type", "string"), found.get("example"), found.get("media_type")


@pytest.mark.parametrize("schema", [
    "{type: string, format: binary}",
    "{format: binary}",
    "{type: [string, 'null'], format: binary}",
    "{type: string, format: binary, nullable: true}",
    "{type: string, contentMediaType: application/octet-stream}",
    "{contentMediaType: application/octet-stream}",
    "{anyOf: [{type: string, format: binary}, {type: 'null'}]}",
    "{anyOf: [{type: 'null'}, {type: string, contentMediaType: application/octet-stream}]}",
    "{oneOf: [{type: string, format: binary}, {type: string}]}",
    "{allOf: [{type: string}, {format: binary}]}",
    "{allOf: [{$ref: '#/x'}], description: A file}",
    "{$ref: '#/x'}",
    "{type: array, items: {type: string, format: binary}}",
    "{type: array, items: {anyOf: [{type: string, format: binary}, {type: string}]}}",
    "{anyOf: [{type: array, items: {type: string, contentMediaType: application/octet-stream}}, {type: 'null'}]}",
    "{type: [array, 'null'], items: {$ref: '#/x'}}",
])
def test_file(schema):
    """A part is a file however its schema says so: beside null, in a choice, in a list, by its media type alone."""
    assert ("file", "p.bin", None) == part(schema)


@pytest.mark.parametrize(("schema", "encoding", "expected"), [
    ("{}", "{contentType: image/jpeg}", ("file", "p.jpg", "image/jpeg")),
    ("{type: string}", "{contentType: 'image/png, image/jpeg'}", ("file", "p.png", "image/png")),
    ("{type: [string, 'null'], contentMediaType: image/png}", "{}", ("file", "p.png", "image/png")),
    ("{type: string, format: binary}", "{contentType: text/csv}", ("file", "p.csv", "text/csv")),
    ("{type: array, items: {}}", "{contentType: application/pdf}", ("file", "p.pdf", "application/pdf")),
])
def test_media_type_of_a_file(schema, encoding, expected):
    """The media type in the encoding, or in the schema, tells that a part is a file, and which."""
    assert expected == part(schema, encoding)


@pytest.mark.parametrize(("schema", "encoding", "expected"), [
    ("{type: string, contentEncoding: base64, contentMediaType: image/png, example: aGk=}", "{}", ("string", "aGk=", None)),
    ("{type: string, example: hi}", "{contentType: text/plain}", ("string", "hi", "text/plain")),
    ("{type: string, contentMediaType: application/json, example: '{}'}", "{}", ("string", "{}", None)),
    ("{type: object, properties: {a: {type: integer, example: 1}}}", "{contentType: application/json}", ("string", '{"a": 1}', "application/json")),
    ("{type: integer, example: 1}", "{contentType: application/octet-stream}", ("integer", 1, "application/octet-stream")),
])
def test_no_file(schema, encoding, expected):
    """A text in base64, JSON in a text, and values of other types are no files."""
    assert expected == part(schema, encoding)


@pytest.mark.parametrize("schema", [
    "{anyOf: [{type: string, format: binary}, {type: 'null'}]}", "{type: [string, 'null'], format: binary}", "{}",
])
def test_whole_body(schema):
    """A body of bytes is a file, whatever choice its schema has."""
    text = f"{HEAD}paths: {{/a: {{post: {{requestBody: {{content: {{application/pdf: {{schema: {schema}}}}}}}}}}}}}"
    assert {"type": "file", "media_type": "application/pdf", "file": "body.pdf"} == importers.open_source(text, "a.yaml").entries[0].read().data["body"]
