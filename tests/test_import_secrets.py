"""Secrets in requests, and the environment variables that replace them."""

import pytest
from importing import imported

from snippetgen.importers.secrets import Secrets, is_secret, looks_random, placeholder

SK, GHP = "sk-" + "x" * 24, "ghp_" + "a1" * 15
RANDOM = "k9" + "q7wz" * 6


@pytest.mark.parametrize(("value", "expected"), [
    ("$OPENAI_API_KEY", ("OPENAI_API_KEY", True)), ("${TOKEN}", ("TOKEN", True)), ("${TOKEN:-none}", ("TOKEN", True)),
    ("$env:TOKEN", ("TOKEN", True)), ("%TOKEN%", ("TOKEN", True)), ("{{bearerToken}}", ("BEARER_TOKEN", True)),
    ("{{ token }}", ("TOKEN", True)), ("<YOUR_API_KEY>", ("API KEY", False)), ("YOUR_API_KEY", ("API KEY", False)),
    ("your-openai-key-here", ("openai key", False)), ("<token>", ("token", False)), ("[api key]", ("api key", False)),
    ("ACCESS_TOKEN", ("ACCESS TOKEN", False)), ("xxxx", ("", False)), ("***", ("", False)), ("...", ("", False)),
    ("abc", None), ("ABC", None), (SK, None), ("$a$b", None), ("", None),
])
def test_placeholder(value, expected):
    """A variable, or words that say what belongs there, is no real value."""
    assert expected == placeholder(value)


@pytest.mark.parametrize(("place", "name", "value", "expected"), [
    ("header", "X-Api-Key", "a", True), ("header", "apikey", "a", True), ("header", "X-Auth-Token", "a", True),
    ("header", "PRIVATE-TOKEN", "a", True), ("header", "Ocp-Apim-Subscription-Key", "a", True),
    ("header", "X-Client-Secret", "a", True), ("header", "X-Auth", "a", True), ("header", "Proxy-Authorization", "a", True),
    ("header", "Accept", "a", False), ("header", "Idempotency-Key", "a", False), ("header", "X-Request-Id", RANDOM, False),
    ("query", "api_key", "a", True), ("query", "apiKey", "a", True), ("query", "access_token", "a", True), ("query", "sig", "a", True),
    ("query", "X-Amz-Signature", "a", True), ("query", "client_secret", "a", True), ("query", "key", "name", False),
    ("query", "key", RANDOM, True), ("query", "key", "YOUR_KEY", True), ("query", "page_token", "a", False),
    ("query", "nextToken", "a", False), ("query", "max_tokens", "5", False), ("query", "q", GHP, True), ("query", "monkey", RANDOM, False),
    ("cookie", "PHPSESSID", "a", True), ("cookie", "connect.sid", "a", True), ("cookie", "csrftoken", "a", True),
    ("cookie", "theme", "dark", False), ("cookie", "x", RANDOM, True), ("cookie", "_ga", "GA1.2.1234567890.1234567890", False),
    ("query", "pwd", "hunter2pass", True), ("query", "hapikey", "a", True), ("field", "pass", "a", True), ("field", "code_verifier", "a", True),
    ("field", "pin", "1234", True), ("field", "pin", "top", False), ("field", "otp", "123456", True), ("field", "card_number", "4111 1111 1111 1111", True),
    ("header", "X-Hub-Signature-256", "sha256=ab", True), ("header", "X-User-Pin", "0000", True), ("field", "boarding_pass", "a", False), ("field", "spin", "12", False),
    ("cookie", "li_at", "a", True), ("cookie", ".AspNetCore.Identity", "a", True), ("cookie", "u", "a", False), ("query", "appid", "a", False),
    ("header", "Referer", "https://a.example/?token=x", True), ("header", "Referer", "https://a.example/?page_token=x&q=1", False), ("field", "cb", "https://a.example/#access_token=x", True),
    ("field", "dsn", "postgres://me:pw@db/x", True), ("field", "dsn", "postgres://me@db/x", False), ("field", "x", "a line with AKIA" "ABCDEFGHIJKLMNOP in it", True),
    ("field", "password", "a", True), ("field", "refresh_token", "a", True), ("field", "user", "a", False), ("field", "passengers", "2", False),
])
def test_is_secret(place, name, value, expected):
    """A secret is known by its name, by its looks, or by both."""
    assert expected == is_secret(place, name, value)


@pytest.mark.parametrize(("text", "expected"), [(RANDOM, True), ("a" * 30, False), ("short1a", False), ("a sentence with 2 or 3 words in it", False)])
def test_looks_random(text, expected):
    """Long, without spaces, letters and digits mixed."""
    assert expected == looks_random(text)


@pytest.mark.parametrize(("url", "header", "expected"), [
    ("https://api.openai.com/v1", f"Bearer {SK}", {"type": "bearer", "env": "OPENAI_API_KEY"}),
    ("https://api.github.com/user", f"Bearer {GHP}", {"type": "bearer", "env": "GITHUB_TOKEN"}),
    ("https://api.acme.io/", "Bearer $MY_TOKEN", {"type": "bearer", "env": "MY_TOKEN"}),
    ("https://api.acme.io/", "Bearer <YOUR_TOKEN>", {"type": "bearer", "env": "ACME_TOKEN"}),
    ("https://api.acme.io/", "Token abc", {"type": "apikey", "in": "header", "name": "Authorization", "prefix": "Token ", "env": "ACME_API_KEY"}),
    ("https://api.acme.io/", "bearer abc", {"type": "apikey", "in": "header", "name": "Authorization", "prefix": "bearer ", "env": "ACME_API_KEY"}),
    ("https://api.acme.io/", "abc", {"type": "apikey", "in": "header", "name": "Authorization", "env": "ACME_API_KEY"}),
    ("https://api.acme.io/", "Basic YTpi", {"type": "basic", "user": "a", "password": {"env": "ACME_PASSWORD"}}),
    ("https://api.acme.io/", "Basic c2VjcmV0Og==", {"type": "basic", "user": {"env": "ACME_API_KEY"}, "password": ""}),
    ("https://api.acme.io/", "Basic ???", {"type": "apikey", "in": "header", "name": "Authorization", "prefix": "Basic ", "env": "ACME_API_KEY"}),
    ("https://api.acme.io/", "Basic $CREDENTIALS", {"type": "apikey", "in": "header", "name": "Authorization", "prefix": "Basic ", "env": "CREDENTIALS"}),
])
def test_authorization(url, header, expected):
    """Authorization becomes the auth of the format that sends the same."""
    assert expected == imported(url=url, headers=(("Authorization", header),)).data["auth"]


def test_header_with_scheme():
    """A scheme before the key of another header is its prefix."""
    assert {"type": "apikey", "in": "header", "name": "X-Auth", "prefix": "Bearer ", "env": "ACME_API_KEY"} == imported(
        headers=(("X-Auth", "Bearer abc"),),
    ).data["auth"]


def test_different_secrets_have_different_names():
    """Two secrets of one name are two variables; one secret in two places is one."""
    secrets = Secrets("https://api.acme.io/")
    assert ["ACME_API_KEY", "ACME_API_KEY_2", "ACME_API_KEY"] == [secrets.env("query", "api_key", one) for one in ("a", "b", "a")]


def test_keep():
    """A user may keep the values in the text; a placeholder is a variable all the same."""
    one = imported(
        url="https://u:p@api.acme.io/?api_key=k&token=$TOKEN", keep=True,
        headers=(("X-Api-Key", "k"), ("Cookie", "sid=1")),
    )
    assert "auth" not in one.data
    assert ["Basic dTpw", "k", "k", "$TOKEN", "1"] == [param.get("example", f"${param.get('env')}") for param in (
        sorted(one.data["params"], key=lambda param: ("Authorization", "X-Api-Key", "api_key", "token", "sid").index(param["name"]))
    )]


def test_one_variable_in_two_spellings():
    """$KEY and ${KEY} are one variable; one that is named as in an environment keeps its name."""
    secrets = Secrets("https://api.acme.io/", variables={"$KEY": "KEY", "${KEY}": "KEY"})
    assert ["KEY", "KEY", "A_B_A", "API_TOKEN"] == [secrets.always("x", one) for one in ("$KEY", "${KEY}", "{{A_B_A}}", "{{apiToken}}")]


def test_keep_user_and_password():
    """A placeholder is no value to keep, in user and password either."""
    one = imported(url="https://api.acme.io/", basic=("ada", "$PW"), keep=True)
    assert {"type": "basic", "user": "ada", "password": {"env": "PW"}} == one.data["auth"]
