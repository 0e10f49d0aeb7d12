"""The mock and pages in a browser: what they may call, and what no page of a stranger may reach."""

import json
from pathlib import Path

import pytest
from asking import ask

from snippetgen import spec
from snippetgen.running.answers import Behaviour
from snippetgen.running.mock import Mock

QWQ = spec.load(Path(__file__).parent.parent / "specs" / "qwq-32b.yaml")
PAGE = "http://localhost:3000"
PATH = "/v1/chat/completions"
PREFLIGHT = {
    "Origin": PAGE,
    "Access_Control_Request_Method": "POST",
    "Access_Control_Request_Headers": "authorization, content-type",
    "Access_Control_Request_Private_Network": "true",
}


def endpoint(text):
    return spec.loads(f"title: T\nurl: https://api.example.com/x\n{text}")


def test_a_preflight_is_answered_before_the_key_is_asked_for():
    """The OPTIONS that a browser sends first, without credentials, gets 204 and leave for method and headers."""
    with Mock(QWQ) as mock:
        reply = ask(mock, "OPTIONS", PATH, **PREFLIGHT)
    expected = {
        "access-control-allow-origin": PAGE,
        "access-control-allow-credentials": "true",
        "access-control-allow-methods": "POST, OPTIONS",
        "access-control-allow-headers": PREFLIGHT["Access_Control_Request_Headers"],
        "access-control-allow-private-network": "true",
        "access-control-max-age": "5",
        "allow": "POST, OPTIONS",
    }
    assert (204, expected) == (reply.status, {name: reply.headers.get(name) for name in expected})


def test_a_preflight_passes_where_the_answer_is_to_fail():
    """With a status of its own the preflight still passes: a page is to see the failure, not the browser alone."""
    with Mock(QWQ, Behaviour(status=500, cut_after=3)) as mock:
        assert 204 == ask(mock, "OPTIONS", PATH, **PREFLIGHT).status


def test_a_page_may_read_every_answer():
    """Answers, refusals among them, name the page that asked, and offer all their headers to it."""
    with Mock(endpoint("method: GET\nresponses: [{status: 200, headers: {X-Left: '3'}, example: {a: 1}}]")) as mock:
        good, bad = ask(mock, "GET", "/x", Origin=PAGE), ask(mock, "GET", "/y", Origin=PAGE)
    for status, reply in ((200, good), (404, bad)):
        named = (reply.headers.get("access-control-allow-origin"), reply.headers.get("vary"))
        assert (status, PAGE, "Origin") == (reply.status, *named)
    assert "X-Left" in good.headers["access-control-expose-headers"].split(", ")


def test_a_page_that_was_redirected_may_read_the_answer():
    """Chromium sends no Origin with the GET that a redirect made of a POST, but the mode of the request."""
    with Mock(endpoint("method: GET\nresponses: [{status: 200, example: {a: 1}}]")) as mock:
        reply = ask(mock, "GET", "/x", Sec_Fetch_Mode="cors")
    assert "*" == reply.headers["access-control-allow-origin"]


def test_a_preflight_passes_whatever_is_asked():
    """Where requests are not checked, a preflight still gets 204, and is no request, nor does it wait for ever."""
    with Mock(QWQ, Behaviour(check=False, hang=True)) as mock:
        reply = ask(mock, "OPTIONS", "/elsewhere", **PREFLIGHT)
    assert (204, []) == (reply.status, mock.requests)


def test_a_program_is_told_nothing_of_pages():
    """An answer to a program, which sends no Origin, is the spec's alone."""
    with Mock(endpoint("method: GET\nresponses: [{status: 200, example: {a: 1}}]")) as mock:
        assert {"content-type", "content-length", "connection"} == set(ask(mock, "GET", "/x").headers)


def test_the_page_comes_before_what_the_spec_says_of_pages():
    """A spec's own header about pages is not sent beside the mock's: browsers refuse two."""
    text = "method: GET\nresponses: [{status: 200, headers: {Access-Control-Allow-Origin: 'https://a.example'}, example: a}]"
    with Mock(endpoint(text)) as mock:
        plain, paged = ask(mock, "GET", "/x"), ask(mock, "GET", "/x", Origin=PAGE)
    name = "access-control-allow-origin"
    assert ("https://a.example", PAGE) == (plain.headers[name], paged.headers[name])


def test_an_options_endpoint_answers_for_itself():
    """Where OPTIONS is the spec's own method, its example is the answer."""
    with Mock(endpoint("method: OPTIONS\nresponses: [{status: 200, example: {a: 1}}]")) as mock:
        reply = ask(mock, "OPTIONS", "/x", Origin=PAGE, Access_Control_Request_Method="OPTIONS")
    assert (200, b'{"a": 1}', PAGE) == (reply.status, reply.body, reply.headers["access-control-allow-origin"])


def test_head_is_allowed_where_get_is():
    """HEAD gets the headers of GET's answer (RFC 9110, section 9.3.2), of a stream's, too."""
    for more in ("", "\nstream: {set: {}, example: [a, b]}"):
        with Mock(endpoint("method: GET\nresponses: [{status: 200, example: {a: 1}}]" + more)) as mock:
            get, head = ask(mock, "GET", "/x"), ask(mock, "HEAD", "/x")
        assert (200, b"", get.headers["content-type"]) == (head.status, head.body, head.headers["content-type"])


@pytest.mark.parametrize(("host", "bound", "status"), [
    ("localhost:8000", "127.0.0.1", 200),
    ("app.localhost", "127.0.0.1", 200),
    ("127.0.0.1", "127.0.0.1", 200),
    ("127.9.9.9:1", "127.0.0.1", 200),
    ("[::1]:8000", "127.0.0.1", 200),
    ("192.168.1.7:8000", "127.0.0.1", 200),  # nobody can let a name lead here
    ("evil.example", "127.0.0.1", 421),
    ("evil.example:8000", "127.0.0.1", 421),
    ("localhost.evil.example", "127.0.0.1", 421),
    ("127.0.0.1.evil.example", "127.0.0.1", 421),
    ("evil.example", "0.0.0.0", 421),
    ("mock:8000", "127.0.0.1", 421),
    ("mock:8000", "0.0.0.0", 200),  # a service of Docker Compose
    ("", "127.0.0.1", 421),
])  # fmt: skip
def test_only_this_machine_is_served(host, bound, status):
    """A name that a stranger made lead here (DNS rebinding) is refused with 421; addresses and localhost are served."""
    with Mock(endpoint("method: GET\nresponses: [{status: 200, example: {a: 1}}]"), host=bound) as mock:
        mock.origin = mock.origin.replace("0.0.0.0", "127.0.0.1")
        reply = ask(mock, "GET", "/x", Host=host)
    assert (status, status == 421) == (reply.status, "the mock serves" in reply.body.decode())


def test_the_host_of_the_spec_is_served():
    """A request that names the host of the spec, as `curl --resolve` sends it, is meant for the mock."""
    with Mock(QWQ) as mock:
        host = "api.mkeai.com"
        assert 401 == ask(mock, "POST", PATH, b"{}", Host=host).status


@pytest.mark.parametrize(("location", "expected"), [
    ("http://127.0.0.2:1/latest/meta-data?a=b", "/latest/meta-data?a=b"),
    ("https://api.example.com/x", "/x"),
    ("//evil.example/a", "/a"),
    ("/\\evil.example/a", "/a"),
    ("\\\\evil.example/a", "/a"),
    ("///evil.example/a", "/evil.example/a"),
    ("HTTPS:evil.example", "/evil.example"),
    ("file:///etc/passwd", "/etc/passwd"),
    ("/there#here", "/there#here"),
    ("there?a=1", "there?a=1"),
    ("?page=2", "?page=2"),
    ("http://evil.example", "/"),
    ("http://[broken", "/"),
    ("http:////evil.example/a", "/evil.example/a"),
])  # fmt: skip
def test_no_redirect_leads_off_this_machine(location, expected):
    """Where a spec's redirect names another server, its path on the mock takes the place: nobody is sent there."""
    for status in (300, 301, 302, 303, 307, 308):
        text = f"method: GET\nresponses: [{{status: {status}, headers: {{location: {json.dumps(location)}}}}}]"
        with Mock(endpoint(text)) as mock:
            assert (status, expected) == ((reply := ask(mock, "GET", "/x")).status, reply.headers["location"])


def test_the_location_of_what_was_made_is_kept():
    """A Location that no client follows (201) stays what the author wrote."""
    text = "method: POST\nresponses: [{status: 201, headers: {Location: 'https://api.example.com/x/1'}, example: {a: 1}}]"
    with Mock(endpoint(text)) as mock:
        assert "https://api.example.com/x/1" == ask(mock, "POST", "/x", b"").headers["location"]


@pytest.mark.toolchain
def test_a_page_calls_the_mock(chromium, tmp_path):
    """A page in a browser sends a key, JSON and a header of its own, reads the stream, and why a request is refused."""
    (tmp_path / "page.html").write_text("<title>a page</title>", "utf-8")
    page = chromium.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    call = """async (address) => {
      const headers = {Authorization: "Bearer k", "Content-Type": "application/json", "X-Own": "1"};
      const body = JSON.stringify({model: "QwQ-32B", stream: true});
      const good = await fetch(address, {method: "POST", credentials: "include", headers, body});
      const bad = await fetch(address, {method: "DELETE"});
      return [good.status, good.headers.get("cache-control"), await good.text(), bad.status, (await bad.json()).error.message];
    }"""
    with Mock(QWQ) as mock:
        found = page.evaluate(call, mock.origin + PATH)
    stream = b"".join(QWQ.stream.pieces()).decode()
    assert [200, "no-cache", stream, 405, "DELETE is not allowed here; this endpoint takes POST"] == found
