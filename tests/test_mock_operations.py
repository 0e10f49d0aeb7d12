"""A mock of many endpoints: each request finds its own, and one that finds none is told what there is."""

import json

import pytest
from asking import ask

from snippetgen import spec
from snippetgen.running.mock import Mock

OPERATIONS = [
    ("GET", "/pets"),
    ("POST", "/pets"),
    ("GET", "/pets/{id}"),
    ("GET", "/pets/mine"),
    ("DELETE", "/pets/{id}"),
    ("GET", "/pets/{id}/toys/{toy}"),
    ("GET", "/pets/{id}.json"),
    ("GET", "/find?by=name"),
    ("GET", "/find?by=tag"),
    ("GET", "/files/{path}"),
]
TEXT = """
title: T
method: {method}
servers: {{default: "https://api.example.com/v1", other: "https://b.example/api"}}
path: "{path}"
params: [{params}]
responses: [{{status: 200, media_type: text/plain, example: "{method} {path}"}}]
"""


def made(method, path):
    names = [one.partition("}")[0] for one in path.split("{")[1:]]
    params = ", ".join(f"{{name: {one}, in: path, example: a, allow_reserved: {str(one == 'path').lower()}}}" for one in names)
    return spec.loads(TEXT.format(method=method, path=path, params=params))


PETS = [made(*one) for one in OPERATIONS]


@pytest.mark.parametrize(("method", "path", "expected"), [
    ("GET", "/v1/pets", "GET /pets"),
    ("POST", "/v1/pets", "POST /pets"),
    ("GET", "/v1/pets/7", "GET /pets/{id}"),
    ("GET", "/api/pets/7", "GET /pets/{id}"),
    ("GET", "/pets/7?x=1", "GET /pets/{id}"),
    ("GET", "/v1/pets/a%2Fb%20c", "GET /pets/{id}"),
    ("DELETE", "/v1/pets/7", "DELETE /pets/{id}"),
    ("GET", "/v1/pets/mine", "GET /pets/mine"),
    ("GET", "/v1/pets/m%69ne", "GET /pets/mine"),
    ("GET", "/v1/pets/7.json", "GET /pets/{id}.json"),
    ("GET", "/v1/pets/7/toys/9", "GET /pets/{id}/toys/{toy}"),
    ("GET", "/v1/find?by=tag", "GET /find?by=tag"),
    ("GET", "/v1/find?by=name&n=1", "GET /find?by=name"),
    ("GET", "/v1/files/a/b", "GET /files/{path}"),
    ("GET", "http://api.example.com/v1/pets/7", "GET /pets/{id}"),
])  # fmt: skip
def test_each_request_finds_its_endpoint(method, path, expected):
    """Path and method decide; what is written out comes before a parameter, which never takes a slash in."""
    with Mock(PETS) as mock:
        reply = ask(mock, method, path)
    assert (200, expected) == (reply.status, reply.body.decode())


@pytest.mark.parametrize(("method", "path", "status", "allow", "text"), [
    ("PUT", "/v1/pets", 405, "GET, POST, HEAD, OPTIONS", "PUT is not allowed here; this endpoint takes GET or POST"),
    ("GET", "/v1/pet", 404, None, "/v1/pet is not served here; did you mean GET /v1/pets?"),
    ("GET", "/v1/pets/7/toys", 404, None, "/v1/pets/7/toys is not served here"),
    ("GET", "/", 404, None, "/ is not served here"),
])  # fmt: skip
def test_what_is_not_served_is_told_what_is(method, path, status, allow, text):
    """Another method gets 405 with the methods of the path, another path 404 with all that there is."""
    with Mock(PETS) as mock:
        reply = ask(mock, method, path)
    error = json.loads(reply.body)["error"]
    assert (status, allow, True) == (reply.status, reply.headers.get("allow"), text in error["message"])
    assert ("GET /v1/pets" in error["served"], "GET /v1/pets/mine" in error["served"]) == (True, status == 404)


def test_a_preflight_names_the_methods_of_its_path():
    """A browser is told the methods of the path that it asks about, and let through to what is not there."""
    with Mock(PETS) as mock:
        asked = {"Origin": "http://localhost:1", "Access_Control_Request_Method": "DELETE"}
        found = [ask(mock, "OPTIONS", path, **asked) for path in ("/v1/pets/7", "/nothing")]
    assert [(204, "GET, DELETE, HEAD, OPTIONS"), (204, "OPTIONS, DELETE")] == [
        (one.status, one.headers["access-control-allow-methods"]) for one in found
    ]
