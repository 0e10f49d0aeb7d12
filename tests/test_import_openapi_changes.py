"""Values of a description that cannot be sent as they are written: each is named, with the reason."""

import pytest
from importing import checked, notes, sent

from snippetgen import importers
from snippetgen.data.jsontext import dumps
from snippetgen.importers.model import Options

HEAD = "openapi: 3.0.3\nservers: [{url: https://api.acme.example}]\n"


def first(operation, head=HEAD, path="/a", **options):
    text = f"{head}paths: {{'{path}': {{post: {operation}}}}}\ncomponents: {{schemas: {{Kind: {{type: string, enum: [a, b]}}}}}}"
    return checked(importers.open_source(text, "api.yaml", Options(**options)).entries[0].read())


def body(schema, **options):
    """The JSON body that is sent, and the notes without their places but the last step."""
    found = first(f"{{requestBody: {{content: {{application/json: {{schema: {schema}}}}}}}}}", **options)
    return dumps(sent(found)[3].data), [f"{one.place.rpartition('/')[2]}: {one.text}" for one in found.notes]


class TestExamplesOfSchemas:
    @pytest.mark.parametrize(("schema", "expected", "said"), [
        ("{type: object, properties: {n: {type: integer}}, example: {n: '5'}}", '{"n": 5}', 'n: "5" is sent as 5: the schema says integer'),
        ("{type: object, properties: {n: {type: integer, example: '5'}}}", '{"n": 5}', 'n: "5" is sent as 5: the schema says integer'),
        ("{allOf: [{type: object, properties: {n: {type: integer}}}], example: {n: '5'}}", '{"n": 5}', 'n: "5" is sent as 5: the schema says integer'),
        ("{type: object, properties: {n: {$ref: '#/components/schemas/Kind'}, m: {type: integer}}, example: {n: c, m: 1}}", '{"n": "a", "m": 1}', 'n: "c" is sent as "a": the schema allows "a" or "b"'),
        ("{type: object, required: [n], properties: {n: {type: integer, example: one}}}", '{"n": 0}', 'n: "one" is sent as 0: the schema says integer'),
        ("{type: object, properties: {n: {type: string}, m: {type: integer}}, example: {n: null, m: 1}}", '{"m": 1}', "n: null is left out: the schema allows string"),
        ("{type: object, properties: {n: {type: string, readOnly: true}, m: {type: integer}}, example: {n: x, m: 1}}", '{"m": 1}', 'n: "x" is left out: it is readOnly'),
        ("{type: object, additionalProperties: false, properties: {m: {type: integer}}, example: {n: x, m: 1}}", '{"m": 1}', 'n: "x" is left out: the schema allows no member of that name'),
        ("{type: array, items: {type: integer}, example: ['1', 2]}", "[1, 2]", 'schema: "1" is sent as 1: the schema says integer'),
        ("{type: object, properties: {d: {type: string, format: date, example: '2020-01-02T00:00:00Z'}}}", '{"d": "2020-01-02"}', 'd: "2020-01-02T00:00:00Z" is sent as "2020-01-02": the schema says date'),
    ])
    def test_named(self, schema, expected, said):
        """A value of an example in a schema that the schema does not allow is changed or left out, and named."""
        assert (expected, [said]) == body(schema)

    @pytest.mark.parametrize(("schema", "expected"), [
        ("{type: object, properties: {n: {type: integer}}, example: {n: 5, more: x}}", '{"n": 5, "more": "x"}'),
        ("{type: object, properties: {n: {type: string, nullable: true}}, example: {n: null}}", '{"n": null}'),
        ("{type: object, discriminator: {propertyName: kind}, properties: {kind: {type: string}}, example: {kind: mine}}", '{"kind": "mine"}'),
        ("{type: object, properties: {n: {type: number, example: 5}}}", '{"n": 5}'),
    ])
    def test_kept(self, schema, expected):
        """What the schema allows is sent as it is written, without a note."""
        assert (expected, []) == body(schema)

    def test_a_value_that_is_not_sent_leaves_no_note(self):
        """An optional property that is left out anyway needs no note on its example."""
        assert ('{"m": 1}', []) == body("{type: object, required: [m], properties: {m: {type: integer, example: 1}, o: {type: object, required: [n, k], properties: {n: {type: integer, example: '5'}, k: {type: string}}}}}")

    @pytest.mark.parametrize(("parameter", "query", "said"), [
        ("{name: d, in: query, style: deepObject, explode: true, schema: {type: object}, example: {a: 1, c: null}}", "d%5Ba%5D=1", ['null in "d[c]" is left out: a query has no word for it']),
        ("{name: q, in: query, schema: {type: array}, example: [a, null]}", "q=a", ['null in "q" is left out: a query has no word for it']),
        ("{name: q, in: query, required: true, schema: {type: string}, example: null}", "", ['null in "q" is left out: a query has no word for it']),
        ("{name: q, in: query, required: true, schema: {type: object}, example: {}}", "", ["{} is left out: a query has no word for it"]),
        ("{name: q, in: query, schema: {type: string}, example: string}", "", ["is optional, and its example is empty, or what the server assumes: not sent (--all-members sends it)"]),
        ("{name: q, in: query, schema: {type: integer, example: '5'}}", "q=5", ['"5" is sent as 5: the schema says integer']),
        ("{name: q, in: query, style: pipeDelimited, explode: false, schema: {type: array}, example: [a, 'b|c']}", "q=a%7Cb%7Cc", ['a value contains "|", which separates values: servers may split it']),
    ])
    def test_parameters(self, parameter, query, said):
        """What a query has no word for is named, and the rest is sent."""
        found = first(f"{{parameters: [{parameter}]}}")
        assert (query, said) == (sent(found)[1].partition("?")[2], [one.text for one in found.notes])

    @pytest.mark.parametrize(("more", "cookie", "said"), [
        ("", "a=1", []),
        (", {name: b, in: cookie, schema: {type: string}, example: '2'}", "b=2", ["the header Cookie is left out: the cookies that are described one by one make it"]),
    ])
    def test_header_cookie(self, more, cookie, said):
        """A header Cookie is sent; where cookies of their own make it, that it goes is said."""
        found = first(f"{{parameters: [{{name: Cookie, in: header, required: true, schema: {{type: string}}, example: a=1}}{more}]}}")
        assert ([("Cookie", cookie)], said) == (sent(found)[2], [one.text for one in found.notes])

    @pytest.mark.parametrize("value", [".", "..", "''"])
    def test_segments_that_clients_remove(self, value):
        """A path value that clients would remove is replaced by a blank, and named."""
        found = first(f"{{parameters: [{{name: id, in: path, required: true, schema: {{type: string}}, example: {value}}}]}}", path="/a/{id}")
        shown = dumps(value.strip("'"))
        assert ("https://api.acme.example/a/YOUR_ID", [f'/paths/~1a~1{{id}}/post/parameters/id: {shown} is sent as "YOUR_ID": clients remove such a segment of the path, and another resource would answer']) == (sent(found)[1], notes(found))


class TestSampled:
    def test_empty_object_of_a_large_form(self):
        """A required object of a form whose members are all optional is sent with one of them, however large the form."""
        fields = ", ".join(f"f{number}: {{type: string}}" for number in range(250))
        schema = f"{{type: object, required: [card], properties: {{{fields}, card: {{type: object, properties: {{number: {{type: string, example: '4242'}}, exp: {{type: integer}}}}}}}}}}"
        found = first(f"{{requestBody: {{content: {{application/x-www-form-urlencoded: {{schema: {schema}, encoding: {{card: {{style: deepObject, explode: true}}}}}}}}}}}}", all_members=True)
        assert [("card[number]", "4242")] == [(one["name"], one["example"]) for one in found.data["params"] if one["name"].startswith("card")]

    @pytest.mark.parametrize(("names", "expected"), [
        ("{enum: [left, right]}", "left"), ("{$ref: '#/components/schemas/Kind'}", "a"), ("{minLength: 10}", "stringstri"),
        ("{pattern: '^[a-z]{2}_[A-Z]{2}$'}", "ab_AB"), ("{format: uuid}", "3fa85f64-5717-4562-b3fc-2c963f66afa6"), ("{}", "key"),
    ])
    def test_property_names(self, names, expected):
        """The name of a map's entry is what propertyNames allows."""
        assert f'{{"m": {{"{expected}": "v"}}}}' == body(f"{{type: object, required: [m], properties: {{m: {{type: object, propertyNames: {names}, additionalProperties: {{type: string, example: v}}}}}}}}")[0]


class TestServers:
    @pytest.mark.parametrize(("server", "url", "said"), [
        ("{url: 'https://{host}/x'}", "https://host/x/a", ['the server variable {host} has no default: its name, "host", is used (change it with --server)']),
        ("{url: 'https://{host}/x', variables: {host: {enum: [eu.example, us.example]}}}", "https://eu.example/x/a", ['the server variable {host} has no default: the first value of its enum, "eu.example", is used (change it with --server)']),
        ("{url: 'https://{host}/x', variables: {host: {default: ''}}}", "https://host/x/a", ['the server variable {host} has an empty default, which leaves no host: its name, "host", is used (change it with --server)']),
        ("{url: 'https://acme.example{base}', variables: {base: {default: ''}}}", "https://acme.example/a", []),
        ("{url: 'https://acme.example:{port}', variables: {port: {default: 8443}}}", "https://acme.example:8443/a", []),
        ("{url: 'https://acme.example/v1?version=2&flag'}", "https://acme.example/v1/a?version=2&flag", []),
        ("{url: 'https://acme.example/v1?x=%20y'}", "https://acme.example/v1/a?x=%20y", []),
        ("{url: 'https://acme.example/v1#top'}", "https://acme.example/v1/a", ['"#top" is left out: a fragment is never sent']),
        ("{url: 'https://me:pw@acme.example'}", "https://acme.example/a", ["the user name and password in the server's address are left out: clients disagree on them"]),
        ("{url: ./}", "https://api.example.com/a", ['the server "./" has no host; https://api.example.com is used (change it with --server)']),
        ("{url: ../v2}", "https://api.example.com/v2/a", ['the server "../v2" has no host; https://api.example.com is used (change it with --server)']),
        ("{url: //files.example/up/}", "https://files.example/up/a", []),
    ])
    def test_server(self, server, url, said):
        """A server's variables, query, fragment and credentials are kept, or named, each with one note."""
        found = first("{}", head=f"openapi: 3.0.3\nservers: [{server}]\n")
        assert (url, said) == (sent(found)[1], [one.text for one in found.notes])

    def test_query_of_another_server(self):
        """Only the first server's query is sent; that of another is named."""
        found = first("{}", head="openapi: 3.0.3\nservers: [{url: https://a.example}, {url: 'https://b.example?x=1'}]\n")
        assert ['/paths/~1a/post/servers: "?x=1" is left out: only the query of the first server is sent'] == notes(found)
