"""What a server sends for its user is the request that the spec describes, judged as law 1 judges programs."""

import base64
import os
import ssl
from pathlib import Path

import pytest
from exchange import CASES, IDS, environ, files
from senders import bounded, events_of
from servers import data_of, page_state

from snippetgen import spec
from snippetgen.console import outgoing, state
from snippetgen.console.form import form
from snippetgen.errors import Refused
from snippetgen.request.build import build
from snippetgen.running.answers import Behaviour
from snippetgen.running.mock import Mock
from snippetgen.sending.events import Ended
from snippetgen.sending.rules import Rules, origin
from snippetgen.sending.sender import Sender
from snippetgen.verify.wire import differences

TLS = ssl.create_default_context()


def sender(url):
    return Sender(Rules(frozenset({origin(url)}), frozenset({origin(url)})), ssl_context=TLS)


def arrived(request, at):
    """What a mock recorded of a request that the sender sent."""
    wire = outgoing.wire(request, environ(request), files(request))
    events = bounded(events_of(sender(at.origin), wire.url, wire.method, wire.headers, wire.body, secret=wire.secret))
    assert isinstance(events[-1], Ended), events[-1]
    (recorded,) = at.requests
    return recorded


@pytest.mark.parametrize(("file", "stream"), CASES, ids=IDS)
def test_every_spec(file, stream):
    """The bytes of every spec, sent through its form, are its request."""
    endpoint = spec.load(file)
    with Mock(endpoint, Behaviour(pace=0, check=False)) as mock:
        expected = build(endpoint, origin=mock.origin, stream=stream)
        if expected.digest:
            with pytest.raises(Refused, match="digest authentication answers a challenge"):
                outgoing.wire(expected, environ(expected), files(expected))
            return
        edited = page_state(form(endpoint, "en")) | {"stream": stream}
        found = state.endpoint(data_of(file), edited, "made")
        recorded = arrived(build(found, origin=mock.origin, stream=stream), mock)
        assert [] == differences(expected, recorded, environ(expected), files(expected))


def wire(text, values=None, given=None):
    request = build(spec.loads(f"title: t\nmethod: POST\nurl: https://api.example.com/x\n{text}", "made.yaml"))
    return outgoing.wire(request, values or {}, given or {})


BASIC = "auth: {type: basic, user: ada, password: {env: PW}}"


def test_basic():
    """Name and password of basic authentication are sent, in UTF-8, and no other server may see them."""
    found = wire(BASIC, {"PW": "pä:ß"})
    assert [("Authorization", "Basic " + base64.b64encode("ada:pä:ß".encode()).decode())] == [one for one in found.headers if one[0] != "Content-Length"]


def test_empty_password():
    """A password that the spec says is empty needs no variable."""
    found = wire('auth: {type: basic, user: {env: USER_KEY}, password: ""}', {"USER_KEY": "k"})
    assert ("Authorization", "Basic " + base64.b64encode(b"k:").decode()) in found.headers


def test_cookies():
    """Cookies are one header, with the secrets in it."""
    found = wire("params: [{name: a, in: cookie, example: b}, {name: c, in: cookie, env: C}]", {"C": "d"})
    assert (("Cookie", "a=b; c=d"),) == found.headers
    assert {"Cookie"} == found.secret


MISSING = {
    "header": ("params: [{name: X-A, in: header, env: ONE}]", "ONE has no value"),
    "two": ("params: [{name: X-A, in: header, env: ONE}, {name: q, in: query, env: TWO}]", "TWO, ONE has no value"),
    "basic": (BASIC, "PW has no value"),
    "body": ("params: [{name: a, in: body, env: ONE}]", "ONE has no value"),
    "part": ("body: {type: multipart, parts: [{name: a, env: ONE}]}", "ONE has no value"),
}


@pytest.mark.parametrize("name", MISSING)
def test_missing(name, monkeypatch):
    """A variable without a value is named; those of the server's own environment are never taken."""
    text, reason = MISSING[name]
    for one in ("ONE", "TWO", "PW"):
        monkeypatch.setenv(one, "of the server")
    for values in ({}, {"ONE": "", "TWO": "", "PW": ""}):
        with pytest.raises(Refused) as refused:
            wire(text, values)
        assert reason == str(refused.value)


UPLOAD = "body: {type: multipart, parts: [{name: a, file: secret.txt, media_type: text/plain}, {name: b, value: x}]}"


@pytest.mark.parametrize("text", [UPLOAD, "body: {type: file, file: secret.txt, media_type: text/plain}"])
def test_files_of_the_page_alone(text, tmp_path, monkeypatch):
    """A file of this machine is never read: the page must give its bytes."""
    monkeypatch.chdir(tmp_path)
    Path("secret.txt").write_bytes(b"of this machine")
    with pytest.raises(Refused) as refused:
        wire(text)
    assert "secret.txt: choose the file first" == str(refused.value)
    found = wire(text, given={"secret.txt": b"of the page"})
    assert b"of the page" in found.body
    assert b"of this machine" not in found.body


@pytest.mark.parametrize("path", ["/etc/passwd", "../secret.txt", os.sep, "~/x"])
def test_paths(path):
    """A path is a name for bytes of the page, wherever it leads."""
    with pytest.raises(Refused, match="choose the file first"):
        wire(f"body: {{type: file, file: {path!r}}}")


def test_boundary():
    """A boundary is another one in each request, so that no part can hold it."""
    boundaries = {dict(wire("body: {type: multipart, parts: [{name: a, value: x}]}").headers)["Content-Type"] for _ in range(20)}
    assert 20 == len(boundaries)


@pytest.mark.parametrize("value", ["a\r\nX: y", "a\nb", "a\0b", "a\rb"])
def test_a_secret_adds_no_header(value):
    """A secret that holds the end of a line is not sent: it would be another header."""
    found = wire("params: [{name: X-A, in: header, env: ONE}]", {"ONE": value})
    events = bounded(events_of(sender("http://127.0.0.1:9"), "http://127.0.0.1:9/", "POST", found.headers))
    assert [("forbidden", "the value of X-A holds a control character")] == [(one.kind, one.text) for one in events]
