"""Exported OpenAPI documents."""

import json

import exchange
import pytest
from openapi_spec_validator import validate

from snippetgen import spec
from snippetgen.data.yamllenient import load_lenient
from snippetgen.exporters import Item, export
from snippetgen.request.build import build

ONCE = [file for file in exchange.FILES if file.stem not in ("purge", "method-lower-case", "method-odd")]


def document(*files, **options):
    return load_lenient(export([exchange.item(file) for file in files], "openapi", **options).text, "made")


def operation(text):
    """The operation of a spec that is written in the test."""
    found = load_lenient(export([exchange.made(text)], "openapi").text, "made")
    ((methods),) = found["paths"].values()
    return next(iter(methods.values()))


@pytest.mark.parametrize("file", ONCE, ids=lambda file: file.stem)
def test_a_document_is_valid(file):
    """Every spec becomes a valid description."""
    validate(json.loads(export([exchange.item(file)], "openapi", json=True).text))


def test_all_of_them_together_are_valid():
    """Endpoints that cannot be in the same description are refused, and the rest is one valid description."""
    found = export([exchange.item(file) for file in exchange.FILES], "openapi", json=True)
    validate(json.loads(found.text))
    assert (len(exchange.FILES) - len(found.refused)) == sum(len(one) for one in json.loads(found.text)["paths"].values())


@pytest.mark.parametrize("file", ONCE, ids=lambda file: file.stem)
def test_yaml_and_json_say_the_same(file):
    """Texts of any kind survive both."""
    assert load_lenient(export([exchange.item(file)], "openapi", json=True).text, "made") == document(file)


def test_the_chat():
    """Body, security, servers, named examples and the stream all find their places."""
    found = document(exchange.ROOT / "specs" / "qwq-32b.yaml")
    post = found["paths"]["/chat/completions"]["post"]
    body = post["requestBody"]["content"]["application/json"]
    role = body["schema"]["properties"]["messages"]["items"]["properties"]["role"]
    assert (
        "QwQ-32B chat completion",
        ["https://api.mkeai.com/v1", "https://vip.mkeai.com/v1"],
        [{"MKEAI_API_KEY": []}],
        {"MKEAI_API_KEY": {"type": "http", "scheme": "bearer", "x-snippetgen": {"env": "MKEAI_API_KEY", "url": "https://api.mkeai.com/"}}},
        {"type": "string", "enum": ["system", "user", "assistant"], "description": "Role of the sender"},
        ["model", "stream"],
        "Which is larger, 9.11 or 9.9?",
        ["application/json", "text/event-stream"],
        "Text of the answer",
    ) == (
        found["info"]["title"],
        [one["url"] for one in found["servers"]],
        post["security"],
        found["components"]["securitySchemes"],
        role,
        body["schema"]["required"],
        body["examples"]["thinking"]["value"]["messages"][0]["content"],
        list(post["responses"]["200"]["content"]),
        post["responses"]["200"]["content"]["application/json"]["schema"]["properties"]["choices"]["items"]["properties"][
            "message"]["properties"]["content"]["description"],
    )


HEAD = "title: t\nmethod: GET\nurl: https://a.example.com/a"


@pytest.mark.parametrize(
    ("param", "expected"),
    [
        ("{name: n, in: query, type: integer, example: 1, default: 2, nullable: true, format: int64}",
         {"name": "n", "in": "query", "schema": {"type": ["integer", "null"], "default": 2, "format": "int64"}, "example": 1}),
        ("{name: n, in: query, example: [a, b]}",
         {"name": "n", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}, "example": ["a", "b"]}),
        ("{name: n, in: query, example: a}, {name: n, in: query, example: b}",
         {"name": "n", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}, "example": ["a", "b"]}),
        ("{name: n, in: query, example: a/b, allow_reserved: true, required: true, description: D}",
         {"name": "n", "in": "query", "description": "D", "required": True, "allowReserved": True, "schema": {"type": "string"}, "example": "a/b"}),
        ("{name: N, in: header, env: KEY}", {"name": "N", "in": "header", "schema": {"type": "string", "format": "password"}, "x-snippetgen": {"env": "KEY"}}),
        ("{name: n, in: query, enum: [a, b], example: a}",
         {"name": "n", "in": "query", "schema": {"type": "string", "enum": ["a", "b"]}, "example": "a"}),
    ],
)
def test_a_parameter(param, expected):
    """A parameter has everything that the author wrote about it."""
    assert [expected] == operation(f"{HEAD}\nparams: [{param}]")["parameters"]


def test_a_query_in_the_address_becomes_parameters():
    """A path of OpenAPI has no query."""
    assert [("sort", ["a", "b"]), ("flag", "")] == [
        (one["name"], one["example"]) for one in operation(f"{HEAD}?sort=a&flag&sort=b")["parameters"]
    ]


def test_such_a_value_is_written_as_it_is_sent():
    """A value in the query of an address is written as it is sent: its plus sign must not become %2B."""
    (one,) = operation(f"{HEAD}?q=a+b%26c")["parameters"]
    assert ("a+b%26c", True) == (one["example"], one["allowReserved"])


def test_the_answer_to_head_has_a_type():
    """The response to HEAD has a media type, but no body."""
    found = document(exchange.ROOT / "specs" / "head.yaml")["paths"]["/releases/{version}/engine.tar.gz"]["head"]
    assert {"application/gzip": {}} == found["responses"]["200"]["content"]


@pytest.mark.parametrize(
    ("address", "servers", "path"),
    [
        ("url: https://a.example.com", ["https://a.example.com"], "/"),
        ("servers: {a: https://a.example.com/v1}\npath: ''", ["https://a.example.com"], "/v1"),
        ("servers: {a: https://a.example.com/v1, b: https://b.example.com}\npath: /x", ["https://a.example.com/v1", "https://b.example.com"], "/x"),
    ],
)
def test_an_address(address, servers, path):
    """A path begins with a slash, and no address is changed by that."""
    text = f"title: t\nmethod: GET\n{address}".replace("\npath: ''", "")
    found = load_lenient(export([exchange.made(text)], "openapi").text, "made")
    assert (servers, [path]) == ([one["url"] for one in found["servers"]], list(found["paths"]))


def test_another_server_stands_with_its_operation():
    """The servers of the first spec are those of the whole."""
    found = document(exchange.ROOT / "specs" / "search.yaml", exchange.ROOT / "specs" / "head.yaml")
    assert [None, [{"url": "https://downloads.example.net"}]] == [
        one.get("servers") for methods in found["paths"].values() for one in methods.values()
    ]


def test_one_method_and_path_has_one_operation():
    """The second one is refused, and the message names the first."""
    endpoint = spec.loads(HEAD, "b.yaml", "b")
    found = export([exchange.made(HEAD), Item(endpoint, build(endpoint))], "openapi")
    assert ("b.yaml: openapi: GET /a is already described by made.yaml (put it in another document)",) == found.refused


def test_a_method_of_ones_own_is_refused():
    """OpenAPI 3.1 has eight."""
    assert "OpenAPI 3.1 does not support the method PURGE" == exchange.reason(
        exchange.item(exchange.ROOT / "tests" / "specs" / "purge.yaml"), "openapi"
    )


def test_a_prefix_is_told():
    """OpenAPI has no place for the text before a key but its description."""
    text = f'{HEAD}\nauth: {{type: apikey, in: header, name: Authorization, prefix: "Token ", env: KEY}}'
    found = load_lenient(export([exchange.made(text)], "openapi").text, "made")
    assert 'The key follows the text "Token ".' == found["components"]["securitySchemes"]["KEY"]["description"]


def test_two_schemes_of_one_variable():
    """Two security schemes with the same variable have different names."""
    other = spec.loads("title: t\nmethod: GET\nurl: https://a.example.com/b\nauth: {type: bearer, env: KEY}", "b.yaml", "b")
    first = exchange.made(f"{HEAD}\nauth: {{type: apikey, in: header, name: X-Key, env: KEY}}")
    found = load_lenient(export([first, Item(other, build(other))], "openapi").text, "made")
    assert ["KEY", "KEY_2"] == list(found["components"]["securitySchemes"])


def test_a_multipart_body():
    """Files are binary, and types stand under encoding."""
    found = document(exchange.ROOT / "specs" / "upload.yaml")
    content = found["paths"]["/albums/{album}/photos"]["post"]["requestBody"]["content"]["multipart/form-data"]
    assert ("binary", {"photo": {"contentType": "image/jpeg"}}, ["photo"], ["caption", "visibility", "photo"]) == (
        content["schema"]["properties"]["photo"]["format"],
        content["encoding"],
        content["schema"]["required"],
        list(content["example"]),
    )
