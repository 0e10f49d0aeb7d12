"""``x-snippetgen`` in descriptions, as our own exports write it, and as others might."""

import pytest
from test_import_openapi import HOST, operation


@pytest.mark.parametrize(("scheme", "expected"), [
    ("type: http, scheme: bearer, x-snippetgen: {env: my_key}", {"type": "bearer", "env": "my_key"}),
    ("type: apiKey, in: header, name: X-A, x-snippetgen: {env: K, prefix: 'Token '}", {"type": "apikey", "in": "header", "name": "X-A", "env": "K", "prefix": "Token "}),
    ("type: apiKey, in: query, name: a, x-snippetgen: {env: K, prefix: 'Token '}", {"type": "apikey", "in": "query", "name": "a", "env": "K"}),
    ("type: http, scheme: basic, x-snippetgen: {user: ada, password: {env: PW}}", {"type": "basic", "user": "ada", "password": {"env": "PW"}}),
    ("type: http, scheme: basic, x-snippetgen: {user: {env: '1 x'}, password: [5]}", {"type": "basic", "user": {"env": "ACME_USER"}, "password": {"env": "ACME_PASSWORD"}}),
    ("type: http, scheme: bearer, x-snippetgen: {env: 'rm -rf'}", {"type": "bearer", "env": "ACME_TOKEN"}),
    ("type: http, scheme: bearer, x-snippetgen: 5", {"type": "bearer", "env": "ACME_TOKEN"}),
])
def test_scheme(scheme, expected):
    """A scheme's variables; what is no name of one is passed over."""
    root = f"servers: [{{url: https://api.acme.io}}]\ncomponents: {{securitySchemes: {{k: {{{scheme}}}}}}}"
    assert expected == operation("security: [{k: []}]", root=root).data["auth"]


def test_parameters():
    """A parameter's variable takes the place of its value."""
    parameters = "parameters:\n- {name: p, in: path, x-snippetgen: {env: P}}\n- {name: q, in: query, x-snippetgen: {env: Q}, example: x}"
    assert [("p", "P"), ("q", "Q")] == [
        (one["name"], one.get("env")) for one in operation(parameters, root=HOST, path="/x/{p}", method="get").data["params"]
    ]


@pytest.mark.parametrize(("env", "expected"), [
    ("{a: A, 'b.c': C, 'b.d[1]': D}", [("a", "A"), ("b", None), ("b.c", "C"), ("b.d[1]", "D")]),
    ("{none: N, 'b[0]': X, 'a..': Y, 5: Z, a: 7}", [("a", None), ("b", None)]), ("[a]", [("a", None), ("b", None)]),
])
def test_body(env, expected):
    """Paths into the body, and their variables; a path that leads nowhere is passed over."""
    media = f"{{x-snippetgen: {{env: {env}}}, example: {{a: 1, b: {{c: 2, d: [3, 4]}}}}}}"
    found = operation(f"requestBody: {{content: {{application/json: {media}}}}}", root=HOST)
    assert expected == [(one["name"], one.get("env")) for one in found.data["params"]]
