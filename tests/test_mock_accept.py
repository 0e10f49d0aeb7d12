"""The mock answers in the media type that a client asks for."""

import json

import pytest
from asking import ask

from snippetgen import spec
from snippetgen.running.accept import wanted
from snippetgen.running.answers import Behaviour
from snippetgen.running.mock import Mock

SPEC = """
title: Pin
method: GET
url: https://api.example.com/pin
responses:
  - {status: 200, example: {ok: true}}
  - {status: 200, media_type: text/plain, example: fine}
  - {status: 422, example: {error: x}}
  - {status: 422, media_type: application/xml, example: <error/>}
"""
PIN = spec.loads(SPEC)
JSON, TEXT = (200, "application/json", b'{"ok": true}'), (200, "text/plain", b"fine")


def told(mock, **headers):
    reply = ask(mock, "GET", "/pin", **headers)
    return reply.status, reply.headers["content-type"], reply.body


@pytest.mark.parametrize(("accept", "expected"), [
    (None, JSON),
    ("*/*", JSON),
    ("application/json", JSON),
    ("text/plain", TEXT),
    ("TEXT/Plain; charset=utf-8", TEXT),
    ("text/*", TEXT),
    ("application/json;q=0.5, text/plain", TEXT),
    ("application/json;q=0, */*;q=0.1", TEXT),
    ("text/html, application/xhtml+xml, */*;q=0.8", JSON),
    ("image/png, text/plain;q=0.1", TEXT),
    ("text/json", JSON),
    ("application/vnd.a+json", JSON),
    ("not a media range", JSON),
    ("", JSON),
])  # fmt: skip
def test_the_client_chooses(accept, expected):
    """Of the answers with the status to expect, the client gets the one that its Accept likes best, else the first."""
    with Mock(PIN) as mock:
        assert expected == told(mock, **({} if accept is None else {"Accept": accept}))


@pytest.mark.parametrize("accept", ["image/png", "application/json;q=0", "application/xml"])
def test_what_nobody_offers_is_not_acceptable(accept):
    """A client that takes none of the answers gets 406, with what there is."""
    with Mock(PIN) as mock:
        status, _, body = told(mock, Accept=accept.replace("application/json;q=0", "application/json;q=0, image/*"))
    assert (406, True) == (status, "application/json or text/plain" in json.loads(body)["error"]["message"])


def test_what_the_spec_says_itself_is_acceptable():
    """An Accept that the spec itself sends is answered, whatever it names."""
    text = "params: [{name: Accept, in: header, example: application/vnd.a+json}]\n"
    with Mock(spec.loads(SPEC + text)) as mock:
        assert JSON == told(mock, Accept="application/vnd.a+json")


def test_errors_are_chosen_too():
    """The client chooses among the answers of an error status, and gets the first where none fits."""
    with Mock(PIN, Behaviour(status=422)) as mock:
        found = [told(mock, Accept=one)[1] for one in ("application/xml", "application/json", "image/png")]
    assert ["application/xml", "application/json", "application/json"] == found


def test_a_stream_may_be_asked_for_by_accept():
    """A client that takes nothing but the stream gets it; so does one that sends the Accept of the spec's stream.set."""
    stream = "stream: {set: {Accept: text/event-stream}, example: [a]}\nparams: [{name: Accept, in: header, example: text/plain}]\n"
    for more in (stream, "stream: {set: {query.s: 1}, example: [a]}\nparams: [{name: s, in: query}]\n"):
        with Mock(spec.loads(SPEC + more)) as mock:
            assert (200, "text/event-stream", b"data: a\n\n") == told(mock, Accept="text/event-stream")


@pytest.mark.parametrize(("accept", "expected"), [
    ('a/b;x="1,2", c/d;q=0.5', 1),
    ("c/d;q=1.5", 1),
    ("c/d;q=many", 1),
    ("c/d;x=1", None),
    ("e/f;x=1", 2),
    ("e/f;x=1;q=0.1, */*;q=0.2", 0),
    ("e/*;q=0.9, e/f;q=0.1, a/*;q=0.2", 0),
])  # fmt: skip
def test_wanted(accept, expected):
    """The most exact range says how much a type is wanted (RFC 9110, section 12.5.1)."""
    assert expected == wanted([accept], ["a/b", "c/d", "e/f; x=1; charset=utf-8"])
