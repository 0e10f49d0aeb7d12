"""Secrets in bodies and in recorded answers: read from the environment, or redacted; and what is no secret stays."""

import json

import pytest
from importing import imported, notes, sent

from snippetgen.importers.body import Raw
from snippetgen.importers.rawrequest import Answer

JSON = (("Content-Type", "application/json"),)


def of_json(data, **more):
    return imported(method="POST", headers=JSON, body=Raw(json.dumps(data)), **more)


def hidden(one):
    return {param["name"]: param["env"] for param in one.data["params"] if "env" in param}


@pytest.mark.parametrize("name", [
    "password", "client_secret", "access_token", "refresh_token", "api_key", "secret", "apiKey", "clientSecret", "passphrase", "newPassword",
])
def test_member_named_like_a_secret(name):
    """A member of a JSON body whose name says secret is read from the environment, and its value is nowhere."""
    one = of_json({"user": "ada", name: "hunter2pass"})
    assert [name] == list(hidden(one))
    assert "hunter2pass" not in one.text() + "".join(notes(one))


@pytest.mark.parametrize(("data", "expected"), [
    ({"user": {"password": "hunter2pass"}}, {"user.password": "ACME_PASSWORD"}),
    ({"users": [{"a": 1}, {"password": "hunter2pass"}]}, {"users[1].password": "ACME_PASSWORD"}),
    ([{"api_key": "hunter2pass"}], {"[0].api_key": "ACME_API_KEY"}),
    ({"a.b": {"secret": "hunter2pass"}}, {'["a.b"].secret': "ACME_SECRET"}),
    ({"password": "hunter2pass", "old": {"password": "hunter1pass"}}, {"password": "ACME_PASSWORD", "old.password": "ACME_PASSWORD_2"}),
])
def test_nested_member(data, expected):
    """A secret within objects and lists is addressed by its path."""
    one = of_json(data)
    assert expected == hidden(one)
    assert "hunter" not in one.text()


def test_the_rest_is_sent_as_it_stands():
    """A hidden member leaves its neighbours where they are."""
    body = sent(of_json({"a": 1, "user": {"password": "hunter2pass", "n": [1, 2]}, "z": None}))[3]
    assert ["a", "user", "z"] == list(body.data)
    assert ["password", "n"] == list(body.data["user"])


@pytest.mark.parametrize("data", [
    {"password": ""}, {"password": True}, {"password": 5}, {"password": None}, {"token_type": "bearer"}, {"max_tokens": "16"}, {"tokens": "a b"}, {"password_policy": "strict"}, {"key": "name"},
    {"has_password": "yes"}, {"page_token": "abc"}, {"signature": "Best regards, Bob"}, {"properties": {"password": {"type": "string"}}},
    {"required": ["password"]}, {"keys": ["a"]}, {"secret_id": "7"},
])
def test_member_that_is_no_secret(data):
    """What is empty or no text, and a name that only contains such a word, stays in the body."""
    one = of_json(data)
    assert not hidden(one)
    assert data == sent(one)[3].data


def test_keep_members():
    """A user may keep the values in the text."""
    data = {"password": "hunter2pass", "user": {"token": "abc"}}
    assert data == sent(of_json(data, keep=True))[3].data


ANSWER = '{"access_token": "RESP7f", "token_type": "bearer",\n  "n": 1, "user": {"apiKey": "q\\"r", "a": ""}, "password": "", "refresh\\u005ftoken":"x"}'


def answered(text, media_type="application/json", **more):
    return imported(answers=(Answer(200, media_type, text),), **more)


def example(one):
    return one.data["responses"][0]["example"]


def test_answer():
    """Secrets in a recorded answer are redacted, its layout and all else stay, and one note names them."""
    one = answered(ANSWER)
    assert ANSWER.replace("RESP7f", "...").replace('q\\"r', "...").replace('"x"', '"..."') == example(one)
    assert ['response 200: secrets are shown as "..." (access_token, apiKey, refresh_token)'] == notes(one)


@pytest.mark.parametrize(("media_type", "text", "expected"), [
    ("application/x-ndjson", '{"token": "a1"}\n{"token": "a2"}\n', '{"token": "..."}\n{"token": "..."}\n'),
    ("text/event-stream", 'data: {"token": "a1"}\n\n', 'data: {"token": "..."}\n\n'),
    ("text/plain", '{"token": "a1"}', '{"token": "..."}'),
    ("application/x-www-form-urlencoded", "access_token=a1&scope=x&token_type=bearer", "access_token=...&scope=x&token_type=bearer"),
    ("application/json", '{"a": ["token", "b"], "token": "<token>"}', '{"a": ["token", "b"], "token": "<token>"}'),
    ("application/json", '{"a": "say \\"token\\": \\"b\\""}', '{"a": "say \\"token\\": \\"b\\""}'),
    ("application/json", '{"next_page_token": "b", "token": 5}', '{"next_page_token": "b", "token": 5}'),
    ("application/json", '{"token": "b', '{"token": "b'),
])
def test_answer_in_a_format(media_type, text, expected):
    """The members of JSON, of its lines and of a form are redacted by their names; other texts stay."""
    assert expected == example(answered(text, media_type))


def test_keep_answer():
    """A user may keep the values of answers, too."""
    one = answered(ANSWER, keep=True)
    assert (ANSWER, []) == (example(one), notes(one))


def test_answer_of_many_quotes():
    """An answer of quotes that never end is read in one pass."""
    text = '"\\' * 50_000
    assert text == example(answered(text))
