"""Requests that browsers write: a capture as HAR, and "Copy as cURL"."""

import base64
import gzip

import pytest
from importing import notes, sent

from snippetgen.data.jsontext import dumps
from snippetgen.errors import SpecError
from snippetgen.importers import Selection, select
from snippetgen.importers.curl.commands import open_curl
from snippetgen.importers.har import open_har
from snippetgen.importers.model import Options

CHROME = [
    (":authority", "api.shop.example"), (":method", "POST"), (":path", "/v1/carts?draft=1"), (":scheme", "https"),
    ("accept", "application/json"), ("accept-encoding", "gzip, deflate, br, zstd"), ("accept-language", "en-US,en;q=0.9"),
    ("content-length", "20"), ("content-type", "application/json"), ("cookie", "sid=s%3Aabc.def; theme=dark"), ("dnt", "1"),
    ("origin", "https://shop.example"), ("priority", "u=1, i"), ("referer", "https://shop.example/"),
    ("sec-ch-ua", '"Chromium";v="131", "Not_A Brand";v="24"'), ("sec-ch-ua-mobile", "?0"), ("sec-ch-ua-platform", '"Linux"'),
    ("sec-fetch-dest", "empty"), ("sec-fetch-mode", "cors"), ("sec-fetch-site", "same-site"), ("sec-gpc", "1"),
    ("user-agent", "Mozilla/5.0 (X11; Linux x86_64)"), ("x-requested-with", "XMLHttpRequest"),
]  # fmt: skip
KEPT = ["accept", "accept-language", "origin", "referer", "user-agent", "x-requested-with", "Cookie", "Content-Type"]
NOISE = (
    "accept-encoding, dnt, priority, sec-ch-ua, sec-ch-ua-mobile, sec-ch-ua-platform, sec-fetch-dest, sec-fetch-mode, sec-fetch-site, sec-gpc"
)
NOTE = f"headers: {NOISE}: added by a browser, not part of the API; left out"


def entry(method, url, headers=(), *, kind="fetch", mime="application/json", text="", status=200, **post):
    """One entry, with all that Chrome writes around it."""
    return {
        "_initiator": {"type": "script"}, "_priority": "High", "_resourceType": kind, "cache": {}, "connection": "443", "pageref": "page_1",
        "request": {
            "method": method, "url": url, "httpVersion": "http/2.0", "headers": [{"name": name, "value": value} for name, value in headers],
            "queryString": [{"name": "draft", "value": "1"}] if "draft" in url else [], "cookies": [], "headersSize": -1, "bodySize": 0, **post,
        },
        "response": {
            "status": status, "statusText": "", "httpVersion": "http/2.0", "headers": [{"name": "content-encoding", "value": "gzip"}], "cookies": [],
            "content": {"size": len(text), "mimeType": mime, **({"text": text} if text else {})}, "redirectURL": "", "headersSize": -1, "bodySize": -1,
            "_transferSize": 0, "_error": None,
        },
        "serverIPAddress": "192.0.2.1", "startedDateTime": "2025-01-15T09:30:00.000Z", "time": 12.5,
        "timings": {"blocked": 1, "dns": -1, "ssl": -1, "connect": -1, "send": 0.1, "wait": 10, "receive": 1, "_blocked_queueing": 1},
    }  # fmt: skip


CART = entry(
    "POST", "https://api.shop.example/v1/carts?draft=1", CHROME, text='{"id": 7}', status=201,
    postData={"mimeType": "application/json", "text": '{"item": 1, "n": 2.0}'},
)  # fmt: skip
CAPTURE = {
    "log": {
        "version": "1.2", "creator": {"name": "WebInspector", "version": "537.36"},
        "pages": [{"id": "page_1", "title": "https://shop.example/", "startedDateTime": "2025-01-15T09:30:00.000Z", "pageTimings": {}}],
        "entries": [
            entry("GET", "https://shop.example/", kind="document", mime="text/html", text="<p>Hi"),
            entry("GET", "data:image/png;base64," + "A" * 5000, kind="image", mime="image/png"),
            entry("GET", "blob:https://shop.example/0b1c", kind="fetch"),
            entry("GET", "wss://live.shop.example/feed", kind="websocket", status=101),
            entry("GET", "https://cdn.shop.example/logo.png", kind="image", mime="image/png", text=base64.b64encode(b"\x89PNG").decode()),
            entry("OPTIONS", "https://api.shop.example/v1/carts?draft=1", kind="preflight", status=204),
            CART,
            entry("GET", "https://api.shop.example/v1/carts/7", [("if-none-match", '"a1"')], kind="xhr", status=304),
            entry("GET", "https://api.shop.example/v1/carts/7", kind="xhr", status=0),
        ],
    },
}  # fmt: skip


def capture():
    return open_har(CAPTURE, "shop.har", Options())


def read(name):
    one, = [found for found in capture().entries if found.name == name]
    return one.read()


def test_names():
    """A capture lists its requests by method and path; what never went to an HTTP server is one note."""
    source = capture()
    assert ["get", "get-logo.png", "options-v1-carts", "post-v1-carts", "get-v1-carts-7", "get-v1-carts-7-2"] == [one.name for one in source.entries]
    assert ["log.entries: left out, because they are not HTTP: 1 data:, 1 blob:, 1 wss:"] == [str(one) for one in source.notes]


def test_numbers():
    """A request keeps its number in the file."""
    assert [("POST /v1/carts", "https://api.shop.example/v1/carts?draft=1", "7")] == [one.labels for one in capture().entries if one.name == "post-v1-carts"]


@pytest.mark.parametrize(("tag", "names"), [
    ("xhr", ["get-v1-carts-7", "get-v1-carts-7-2"]), ("fetch", ["post-v1-carts"]), ("shop.example", ["get"]), ("preflight", ["options-v1-carts"]),
    ("api.shop.example", ["options-v1-carts", "post-v1-carts", "get-v1-carts-7", "get-v1-carts-7-2"]),
])
def test_tags(tag, names):
    """The calls of an API are told from the page's own files, by host and by what fetched them."""
    assert names == [one.name for one in select(capture(), Selection(tags=(tag,)))]


def test_only_others():
    """A capture of nothing but such addresses says so."""
    with pytest.raises(SpecError, match=r"shop.har: log.entries: contains no HTTP requests"):
        open_har({"log": {"entries": [entry("GET", "blob:https://shop.example/0b1c")]}}, "shop.har", Options())


def test_noise():
    """The browser's own headers are left out with one note; what an API may look at stays."""
    found = read("post-v1-carts")
    assert (KEPT, [NOTE]) == ([name for name, _ in sent(found)[2]], notes(found))


def test_session():
    """The session is read from the environment, and its query is not sent twice."""
    method, url, headers, body = sent(read("post-v1-carts"))
    assert ("POST", "https://api.shop.example/v1/carts?draft=1", "sid=<SHOP_SID>; theme=dark") == (method, url, dict(headers)["Cookie"])
    assert '{"item": 1, "n": 2.0}' == dumps(body.data)


def test_answer():
    """The answer is the example, as it was before it was compressed."""
    assert [{"status": 201, "example": '{"id": 7}'}] == read("post-v1-carts").data["responses"]


def test_packed():
    """An answer whose compressed bytes were recorded is not an example."""
    packed = entry("GET", "https://a.example/x", text=base64.b64encode(gzip.compress(b"{}")).decode())
    packed["response"]["content"]["encoding"] = "base64"
    one, = open_har({"log": {"entries": [packed]}}, "a.har", Options()).entries
    assert [{"status": 200}] == one.read().data["responses"]


@pytest.mark.parametrize(("name", "responses"), [("get-v1-carts-7", [{"status": 304}]), ("get-v1-carts-7-2", None), ("get-logo.png", [{"status": 200, "media_type": "image/png"}])])
def test_answers_without_text(name, responses):
    """A 304 has no body, a blocked request has no answer, an image has no text."""
    assert responses == read(name).data.get("responses")


def test_copy_as_curl():
    """A curl command that a browser copied gives the same request as the capture, with the same notes."""
    words = " ".join(f"-H '{name}: {value}'" for name, value in CHROME if not name.startswith(":") and name not in ("content-length", "cookie"))
    command = f"curl 'https://api.shop.example/v1/carts?draft=1' {words} -b 'sid=s%3Aabc.def; theme=dark' --data-raw '{{\"item\":1}}' --compressed"
    one, = open_curl(command, "<curl>", Options()).entries
    found = one.read()
    assert (KEPT, True) == ([name for name, _ in sent(found)[2]], NOTE in notes(found))


@pytest.mark.parametrize(("name", "value"), [
    ("Priority", "urgent"), ("Priority", "5"), ("TE", "gzip"), ("DNT", "no"), ("Upgrade-Insecure-Requests", "0"), ("Sec-Token-Binding", "x"), ("X-Secret-Ch-Ua", "x"),
])
def test_no_noise(name, value):
    """A header of such a name that no browser writes so is the author's."""
    one, = open_har({"method": "GET", "url": "https://a.example/x", "headers": [{"name": name, "value": value}]}, "a.har", Options()).entries
    kept = [(name, value)] if name != "TE" else []
    assert (kept, 1 - len(kept)) == (sent(one.read())[2], len(notes(one.read())))
