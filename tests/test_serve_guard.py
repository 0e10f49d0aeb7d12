"""The server answers to its own pages alone: the attacks that other sites, names and hosts try, over real sockets."""

import json
import re
import time

import pytest
from servers import ROOT, running

MARK = "r3fl3ct3d"
"""Stands in what is sent; no answer that refuses may quote it."""


@pytest.fixture(scope="module")
def server():
    with running(ROOT / "specs") as found:
        yield found


def refused(reply, status):
    """The reason of an answer that refuses: JSON with our headers, which quotes nothing."""
    assert status == reply.status, reply.raw
    assert ["application/json"] == reply.all("content-type")
    guarded(reply)
    return reply.json["error"]


def guarded(reply):
    """All our headers, none of CORS, and nothing of the request."""
    expected = {
        "content-security-policy": ["default-src 'none'; style-src 'self'; script-src 'self'; img-src data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"],
        "x-content-type-options": ["nosniff"],
        "x-frame-options": ["DENY"],
        "referrer-policy": ["no-referrer"],
        "cross-origin-resource-policy": ["same-origin"],
        "cross-origin-opener-policy": ["same-origin"],
        "cache-control": ["no-store"],
    }
    assert expected == {name: reply.all(name) for name in expected}
    assert [] == [name for name, _ in reply.headers if name.lower().startswith("access-control")]
    assert [] == reply.all("set-cookie") + reply.all("server")
    assert MARK not in reply.raw.decode("latin-1")


def raw(server, *lines, body=b""):
    return server.ask("\r\n".join([*lines, "Connection: close", "", ""]).encode("latin-1") + body)


# -- Host --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "host", [MARK, "evil.example", "127.0.0.1", "127.0.0.1:1", "localhost", "localhost:1", "localhost.evil.example:{port}", "127.0.0.1.:{port}", "0.0.0.0:{port}",
             "[::1]:{port}", "2130706433:{port}", "127.1:{port}", "a@127.0.0.1:{port}", "127.0.0.1:{port}@evil.example", "127.0.0.1:{port},evil.example", "127.0.0.1:0{port}", ""]
)  # fmt: skip
def test_foreign_host(server, host):
    """A name or port that is not ours is answered with 421, so that no other name can lead here (DNS rebinding)."""
    assert "own address" in refused(raw(server, "GET / HTTP/1.1", f"Host: {host.format(port=server.port)}"), 421)


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "LOCALHOST:{port}"])
def test_own_host(server, host):
    """Our own names are answered."""
    assert 200 == raw(server, "GET / HTTP/1.1", f"Host: {host.format(port=server.port)}").status


def test_no_host_and_two(server):
    """A request without a host, or with two, is none of HTTP/1.1; one of HTTP/1.0 without a host is not answered."""
    assert 400 == raw(server, "GET / HTTP/1.1").status
    assert 400 == raw(server, "GET / HTTP/1.1", f"Host: {server.host}", "Host: evil.example").status
    assert 400 == raw(server, "GET / HTTP/1.1", f"Host: {server.host}", f"Host: {server.host}").status
    assert "own address" in refused(raw(server, "GET / HTTP/1.0"), 421)


def test_rebinding(server):
    """A page of a name that leads here reads no page, and so no token; its POST is not answered either."""
    assert "own address" in refused(raw(server, "GET /qwq-32b.html HTTP/1.1", f"Host: evil.example:{server.port}"), 421)
    there = f"evil.example:{server.port}"
    assert "own address" in refused(server.post("render", {}, Host=there, Origin=f"http://{there}"), 421)


@pytest.mark.parametrize("target", ["http://evil.example/", f"https://{MARK}/", "http://127.0.0.1:1/", "//evil.example", "evil.example:443", "*"])
def test_proxy(server, target):
    """A target that names another host is not answered: this server is no proxy."""
    for method in ("GET", "CONNECT", "OPTIONS"):
        reply = raw(server, f"{method} {target} HTTP/1.1", f"Host: {server.host}")
        assert reply.status in (400, 404, 405), reply.raw
        assert MARK not in reply.text


# -- other sites -------------------------------------------------------------------------------------------------------

RIGHT = {"endpoint": "qwq-32b", "state": {}, "target": "python/requests", "text": MARK}


@pytest.mark.parametrize("what", ["render", "send", "import"])
@pytest.mark.parametrize("origin", [None, "", "null", "http://evil.example", "http://localhost:{port}", "https://127.0.0.1:{port}", "http://127.0.0.1", "http://127.0.0.1:{port}/",
                                    "http://127.0.0.1:{port}.evil.example", f"http://{MARK}"])  # fmt: skip
def test_foreign_origin(server, what, origin):
    """A POST is answered only if it is from a page of the very host that it is for."""
    found = None if origin is None else origin.format(port=server.port)
    assert "only the pages of this server" in refused(server.post(what, RIGHT, Origin=found), 403)


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none", ""])
def test_foreign_site(server, site):
    """So says the browser itself (Fetch Metadata), whatever the origin."""
    assert "only the pages of this server" in refused(server.post("render", RIGHT, **{"Sec-Fetch-Site": site}), 403)


def test_browser_without_fetch_metadata(server):
    """A browser that does not know Fetch Metadata is judged by origin and token."""
    assert 200 == server.post("import", {"text": "curl https://a.example"}, **{"Sec-Fetch-Site": None}).status


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "", None, "text/plain; application/json", "application/jsonp", "application/json, text/plain"])
def test_simple_requests(server, kind):
    """What a form or a script of another site may send without asking is not answered."""
    assert "must be application/json" in refused(server.post("render", RIGHT, **{"Content-Type": kind}), 415)


@pytest.mark.parametrize("token", [None, "", MARK, "é", "x" * 60_000])
def test_foreign_token(server, token):
    """Without the token of a page of this run nothing is done."""
    for what in ("render", "send", "import"):
        reply = server.post(what, RIGHT, **{"X-Snippetgen-Token": token})
        assert "earlier run" in refused(reply, 403)


def test_token_is_long_and_new(server):
    """The token has 256 bits, and each run has another."""
    with running(ROOT / "specs" / "head.yaml", ROOT / "specs" / "qwq-32b.yaml") as other:
        assert other.token != server.token
    assert len(server.token) >= 43


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get", MARK])
def test_methods(server, method):
    """Only GET, HEAD and POST are known; a preflight gets no headers of CORS."""
    preflight = ["Origin: http://evil.example", "Access-Control-Request-Method: POST", "Access-Control-Request-Headers: x-snippetgen-token"]
    for target in ("/", "/api/render", "/api/send"):
        assert "pages are read" in refused(raw(server, f"{method} {target} HTTP/1.1", f"Host: {server.host}", *preflight), 405)


@pytest.mark.parametrize("target", ["/api/search?q=qwq", "/api/version"])
@pytest.mark.parametrize(("site", "mode"), [("cross-site", "no-cors"), ("cross-site", "cors"), ("same-site", "no-cors"), ("cross-site", "navigate"), ("cross-site", "websocket")])
def test_foreign_reads(server, target, site, mode):
    """Another site gets nothing of the search, neither as a script nor in a frame."""
    reply = server.get(target, f"Sec-Fetch-Site: {site}", f"Sec-Fetch-Mode: {mode}", "Origin: http://evil.example")
    assert "other sites may not read this" in refused(reply, 403)


def test_links_from_other_sites(server):
    """A link on another site may lead to a page, but a page is no part of another."""
    reply = server.get("/qwq-32b.html", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate")
    assert 200 == reply.status
    guarded(reply)
    for mode in ("no-cors", "cors"):
        assert "other sites" in refused(server.get("/qwq-32b.html", "Sec-Fetch-Site: cross-site", f"Sec-Fetch-Mode: {mode}"), 403)


# -- sizes and shapes --------------------------------------------------------------------------------------------------


def test_large_body(server):
    """A body of 13 MB is not taken, whether its size is announced or not."""
    body = b'{"text": "' + b"x" * (13 << 20) + b'"}'
    with server.open() as connection:
        connection.sendall(server.head("import", len(body)))
        assert_refused_while_sending(connection, body)
    with server.open() as connection:
        connection.sendall(server.head("import", 0, **{"Content-Length": None, "Transfer-Encoding": "chunked"}))
        assert_refused_while_sending(connection, b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body))


def assert_refused_while_sending(connection, body):
    try:
        connection.sendall(body)
    except (BrokenPipeError, ConnectionResetError):
        return  # it closed before all had come
    assert b"HTTP/1.1 413" == connection.recv(12)


@pytest.mark.parametrize(
    "body",
    [b"", b"x", b"[]", b'"x"', b"null", b"7", b"{", b"[" * 100_000, b'{"a":' * 100_000, b"\xff\xfe", b'{"state": ' + b"[" * 900 + b"]" * 900 + b"}", b"NaN", b"\0"],
    ids=range(13),
)  # fmt: skip
@pytest.mark.parametrize("what", ["render", "send", "import"])
def test_no_request_of_a_page(server, what, body):
    """A body that is no JSON, no object, or nested too deeply is refused."""
    assert refused(server.post(what, body), 400)


WRONG = [None, True, 7, 1.5, "", MARK, "\ud800", [], [[MARK]], {}, {"a": [MARK]}]


@pytest.mark.parametrize("what", ["render", "send", "import"])
def test_wrong_types(server, what):
    """A value of another kind in any place is refused or used, but is never an error of the server."""
    right = {"endpoint": "qwq-32b", "locale": "en", "target": "curl/curl", "secrets": {}, "files": {}, "text": "curl https://a.example", "state": {}}
    for key in right:
        for value in WRONG:
            reply = server.post(what, right | {key: value})
            assert reply.status in (200, 400), (key, value, reply.raw)
            if reply.status == 400 and key != "target":
                refused(reply, 400)


def test_slow_body(server):
    """While a body does not come, others are answered."""
    with server.open() as slow:
        slow.sendall(server.head("render", 100) + b"{")
        began = time.monotonic()
        assert 200 == server.get("/").status
        assert time.monotonic() - began < 10


# -- paths -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "target",
    ["/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd.html", "/../snippetgen.html", "/....//x.html", "/\\..\\x.html", "/%5c..%5cx.html", "/%00.html",
     "/x%00.html", "/etc/passwd", "//etc/passwd.html", "/zh/../../x.html", "/%252e%252e/x.html", "/page.css/../x", "/.html", "/.md", "/..html", "/%ff.html", f"/{MARK}.html", f"/{MARK}.md",
     f"/{MARK}", f"/{MARK}/", "/category/..html", "/tag/x~99999999999.html", "/tag/~.html", "/api/", "/api/x", "/api", "/" + "a" * 30_000 + ".html", "/zh/zh/index.html", "/specs.yaml", "/?" + MARK]
)  # fmt: skip
def test_paths(server, target):
    """A path that is no page is not found: nothing is read from a folder, and nothing of the request is quoted."""
    reply = server.get(target)
    guarded(reply)
    assert (200 if target.startswith("/?") else 404) == reply.status


@pytest.mark.parametrize("target", ["//evil.example/", "///evil.example/", "/\\evil.example/", "/%5cevil.example/", "/%2fevil.example/", "/%2f%2fevil.example/", "//evil.example/zh/", "/http://evil.example/",
                                    "/evil.example//", "//zh/", "/%09/evil.example/", "/%0d%0aX-A:%20b/", "/zh%0d%0aX-A:b/", "/./", "/../", "//", "///", "/zh//evil.example/"])  # fmt: skip
def test_no_open_redirect(server, target):
    """No address of ours leads to another host."""
    reply = server.get(target)
    assert [] == [one for one in reply.all("location") if not re.fullmatch("/zh/index.html", one)]
    assert [] == reply.all("x-a")
    guarded(reply)


@pytest.mark.parametrize("target", ["/zh/", "/zh", "/zh//"])
def test_folder_of_a_language(server, target):
    """The folder of a language leads to its index."""
    reply = server.get(target)
    assert (307, ["/zh/index.html"]) == (reply.status, reply.all("location"))
    guarded(reply)


PAGES = ["/", "/index.html", "/zh/index.html", "/qwq-32b.html", "/zh/qwq-32b.html", "/qwq-32b.md", "/snippetgen.css", "/snippetgen.js", "/site.css", "/site.js", "/category/ai-models.html", "/api/version", "/api/search?q=chat"]


@pytest.mark.parametrize("target", PAGES)
def test_pages(server, target):
    """Every page, file and answer has our headers, and the type that it is of."""
    reply = server.get(target)
    kinds = {".css": "text/css", ".js": "text/javascript", ".md": "text/markdown", "html": "text/html"}
    kind = next((kind for ending, kind in kinds.items() if target.endswith(ending)), "text/html" if target == "/" else "application/json")
    assert (200, [kind + ("" if "json" in kind else "; charset=utf-8")]) == (reply.status, reply.all("content-type"))
    guarded(reply)


def test_head(server):
    """HEAD is answered as GET is, without a body."""
    reply = raw(server, "HEAD /qwq-32b.html HTTP/1.1", f"Host: {server.host}")
    assert (200, b"") == (reply.status, reply.body)
    guarded(reply)


def test_pages_have_no_code_of_their_own(server):
    """A page has no script or style in itself, which the policy would not run, and asks no other host."""
    page = server.get("/qwq-32b.html").text
    scripts = re.findall(r"<script\b[^>]*>", page)
    assert [] == [one for one in scripts if " src=" not in one and "application/json" not in one]
    assert [] == re.findall(r"<style|\son\w+=|javascript:", page)
    assert [] == re.findall(r'<(?:script|link|img)\b[^>]*(?:src|href)="(?:https?:)?//[^"]*"', page)


# -- what is written down ----------------------------------------------------------------------------------------------

SECRET = "s3cr3t-of-the-user"


def test_nothing_is_written_down():
    """Neither standard output nor standard error has anything of a request, whatever is wrong with it."""
    with running(ROOT / "specs") as server:
        asked = {"endpoint": "qwq-32b", "secrets": {"MKEAI_API_KEY": SECRET}, "target": "curl/curl", "text": f"curl -H 'Authorization: Bearer {SECRET}' https://a.example"}
        states = [{}, {"method": "GET", "base": "https://api.mkeai.com", "path": f"/{SECRET}"}, SECRET, {"method": SECRET}]
        for state in states:
            for what in ("render", "send", "import"):
                server.post(what, asked | {"state": state, "files": {"a": SECRET}})
                server.post(what, asked | {"state": state}, Origin=f"http://{SECRET}.example")
                server.post(what, json.dumps(asked).encode() + SECRET.encode())
        server.get(f"/{SECRET}.html", f"Cookie: {SECRET}")
        server.get(f"/api/search?q={SECRET}")
        assert SECRET not in server.output()
        assert "Traceback" not in server.output()
