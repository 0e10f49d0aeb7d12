"""Credentials of OpenAPI operations: prefix, variable, password, and the choice between several."""

import pytest
from importing import notes, sent
from test_import_openapi import BASIC, SCHEMES, operation, source

from snippetgen.errors import SpecError
from snippetgen.importers.openapi.credentials import env, is_without_password, of_example, prefix

SERVER = "servers: [{url: https://api.acme.dev}]"


@pytest.mark.parametrize(("description", "expected"), [
    ("Authorization: SSWS {API Token}", "SSWS "),
    ("Send `Authorization: Bot YOUR_TOKEN`.", "Bot "),
    ('The value must be "Bearer <token>".', "Bearer "),
    ("in the format `Token token=<base64>`", "Token token="),
    ('must be prepended with "token" followed by a space', "token "),
    ('Token-based authentication with required prefix "Token"', "Token "),
    ('The string "OAuth" followed by the token: OAuth ACCESS_TOKEN', "OAuth "),
    ('The word "Basic" and the key, which can be found [here](https://acme.example/keys)', "Basic "),
    ("Example: 'Bearer 12345abcdef'", "Bearer "),
    ("API Key - NetworkInsight {token}", "NetworkInsight "),
    ("A JWT, using the bearer scheme", "Bearer "),
    ("Your API key. Pass YOUR_KEY in the header, as [API_KEY].", ""),
    ("An API token", ""),
    ("", ""),
])
def test_prefix(description, expected):
    """The word before a key is what the description shows before one."""
    assert expected == prefix("k", description)


@pytest.mark.parametrize(("name", "expected"), [("Bearer", "Bearer "), ("bearerAuth", "Bearer "), ("forbearers", ""), ("Token", "")])
def test_prefix_of_the_name(name, expected):
    """A scheme that is called bearer is bearer authentication."""
    assert expected == prefix(name)


@pytest.mark.parametrize(("example", "expected"), [("Token abc", "Token "), ("abc", ""), ("your token", ""), ("", "")])
def test_prefix_of_an_example(example, expected):
    """The example of a whole header shows the word before the key."""
    assert expected == of_example(example)


@pytest.mark.parametrize(("scheme", "header", "expected"), [
    ({}, "", "ACME_API_KEY"),
    ({}, "X-API-Key", "ACME_API_KEY"),
    ({}, "Authentication-Token", "ACME_API_KEY"),
    ({}, "DD-API-KEY", "DD_API_KEY"),
    ({}, "xi-api-key", "XI_API_KEY"),
    ({}, "X-Shop-Access-Token", "SHOP_ACCESS_TOKEN"),
    ({"x-env-name": "DD_KEY"}, "DD-API-KEY", "DD_KEY"),
    ({"x-env-name": "rm -rf"}, "", "ACME_API_KEY"),
    ({"description": "Your key, such as DD_API_KEY or YOUR_API_KEY"}, "", "DD_API_KEY"),
    ({"description": "Your API_KEY and ACCESS_TOKEN"}, "", "ACME_API_KEY"),
])
def test_env(scheme, header, expected):
    """A variable is called what the author calls it, or as the header if that says whose it is, or after the owner."""
    assert expected == env(scheme, "acme", "API_KEY", header)


@pytest.mark.parametrize(("description", "expected"), [
    ("Use your key as the user name, and leave the password empty.", True),
    ("The password is not required.", True),
    ("Authorization: Basic <base64 hash of `api_key:`>", True),
    ("User name and password of an app", False),
    ("", False),
])
def test_without_password(description, expected):
    """A user without a password is what the description says is one."""
    assert expected is is_without_password({"description": description})


def one_scheme(scheme, root=SERVER, text="security: [{k: []}]", **options):
    return operation(text, root=f"{root}\ncomponents: {{securitySchemes: {{k: {{{scheme}}}}}}}", method="get", **options)


@pytest.mark.parametrize(("scheme", "expected"), [
    ("type: apiKey, in: header, name: Authorization, description: 'Authorization: SSWS {key}'", {"type": "apikey", "in": "header", "name": "Authorization", "prefix": "SSWS ", "env": "ACME_TOKEN"}),
    ("type: apiKey, in: header, name: Authorization, description: 'Bearer <key>'", {"type": "bearer", "env": "ACME_TOKEN"}),
    ("type: apiKey, in: header, name: X-Key, description: 'Bearer <key>'", {"type": "apikey", "in": "header", "name": "X-Key", "env": "ACME_API_KEY"}),
    ("type: http, scheme: basic, description: Leave the password blank", {"type": "basic", "user": {"env": "ACME_API_KEY"}, "password": ""}),
])
def test_scheme(scheme, expected):
    """What a description shows is sent."""
    assert expected == one_scheme(scheme).data["auth"]


@pytest.mark.parametrize(("title", "expected"), [
    ("Acme Galaxy", "ACME_GALAXY_TOKEN"), ("The Acme API Documentation", "ACME_TOKEN"), ("API", "HOST_TOKEN"), ("\u5217\u51fa", "HOST_TOKEN"),
])
def test_owner(title, expected):
    """Variables are called after the title, so that another server changes no name; after the host without one."""
    root = f"info: {{title: '{title}'}}\nservers: [{{url: https://api.host.dev}}]"
    assert expected == one_scheme("type: http, scheme: bearer", root).data["auth"]["env"]


def test_several():
    """What was taken of several requirements, and what else there is, is noted."""
    one = operation("security: [{tls: []}, {basic: []}, {token: [], app: []}, {}]", root=SCHEMES)
    assert BASIC == one.data["auth"]
    what = '"basic" is used, the first of its security schemes (--auth NAME chooses another: "tls", "token" and "app")'
    assert f"/paths/~1a/post/security: {what}" in notes(one)


@pytest.mark.parametrize(("wanted", "expected"), [("token", ["bearer"]), ("app", ["bearer", "apikey"]), ("header", ["basic"])])
def test_chosen(wanted, expected):
    """The user chooses the requirement that has a scheme."""
    text = "security: [{basic: []}, {token: []}, {token: [], app: []}]"
    auth = operation(text, root=SCHEMES, auth=wanted).data["auth"]
    assert expected == [one["type"] for one in (auth if isinstance(auth, list) else [auth])]


def test_chosen_elsewhere():
    """An operation that does not offer the chosen scheme says so."""
    one = operation("security: [{basic: []}]", root=SCHEMES, auth="header")
    assert ['/paths/~1a/post/security: "header" is none of its security schemes; "basic" is used'] == notes(one)


def test_unknown():
    """A scheme that the description does not have is an error."""
    with pytest.raises(SpecError) as caught:
        source(f"openapi: 3.1.0\n{SCHEMES}\npaths: {{}}", auth="tokn")
    assert 'api.yaml: unknown security scheme "tokn" (did you mean "token"?)' == str(caught.value)


@pytest.mark.parametrize(("auth", "expected"), [
    ("token", {"type": "bearer", "env": "MY_KEY"}),
    ("basic", {"type": "basic", "user": {"env": "MY_KEY_USER"}, "password": {"env": "MY_KEY_PASSWORD"}}),
])
def test_named(auth, expected):
    """The user names the variable; user and password begin with that name."""
    assert expected == operation("security: [{basic: []}, {token: []}]", root=SCHEMES, auth=auth, env="MY_KEY").data["auth"]


def test_named_without():
    """Where there is no key to name, that is noted."""
    assert ["there is no key that MY_KEY could name"] == notes(operation("responses: {}", root=SCHEMES, env="MY_KEY"))


@pytest.mark.parametrize(("text", "expected"), [
    ("parameters: [{name: xi-api-key, in: header}]", {"type": "apikey", "in": "header", "name": "xi-api-key", "env": "XI_API_KEY"}),
    ("parameters: [{name: xi-api-key, in: header}]\nsecurity: []", None),
    ("parameters: [{name: Authorization, in: header}]\nsecurity: []", None),
    ("parameters: [{name: next-token, in: header}]", None),
    ("parameters: [{name: X-Idempotency-Key, in: header}]", None),
])
def test_key_in_an_optional_header(text, expected):
    """An optional header that is plainly a key is the credential where nothing says who may call."""
    one = operation(text, root=SERVER, method="get")
    assert expected == one.data.get("auth")
    assert bool(expected) is bool(sent(one)[2])
