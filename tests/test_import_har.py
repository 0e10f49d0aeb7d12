"""HAR -> requests."""

import base64

import pytest
from importing import checked, notes, sent

from snippetgen.errors import Refused, SpecError
from snippetgen.importers.har import open_har
from snippetgen.importers.model import Options
from snippetgen.request import Env, resolve

URL = "https://api.acme.io/a"


def source(data):
    return open_har(data, "a.har", Options())


def only(entry=None, **request):
    entry = entry or {}
    one, = source({"log": {"entries": [{"request": {"method": "GET", "url": URL, **request}, **entry}]}}).entries
    return checked(one.read())


def named(**pairs):
    return [{"name": name, "value": value} for name, value in pairs.items()]


@pytest.mark.parametrize("data", [
    {"log": {"entries": [{"request": {"method": "GET", "url": URL}}]}}, {"request": {"method": "GET", "url": URL}},
    {"method": "GET", "url": URL}, [{"method": "GET", "url": URL}], [{"request": {"method": "GET", "url": URL}}],
])
def test_shapes(data):
    """A file, an entry, a bare request, or a list of these."""
    found = source(data)
    assert ("HAR 1.2", [("get-a", ("GET /a", URL, "1"), ())]) == (found.kind, [(one.name, one.labels, one.tags) for one in found.entries])


@pytest.mark.parametrize("data", [{"log": {"entries": []}}, {"log": {"entries": [{}]}}, {"log": {"entries": "x"}}, [], 5, None, {"log": {}}])
def test_nothing(data):
    """A file without a request is a mistake."""
    with pytest.raises(SpecError) as caught:
        source(data)
    assert "a.har: log.entries: contains no requests" == str(caught.value)


def test_names_and_pages():
    """Entries have names of their own; the title of a page is their tag."""
    data = {"log": {"pages": [{"id": "p1", "title": "Start"}], "entries": [
        {"pageref": "p1", "request": {"method": "GET", "url": URL}}, {"request": {"method": "GET", "url": f"{URL}?b"}},
    ]}}
    assert [("get-a", ("Start",)), ("get-a-2", ())] == [(one.name, one.tags) for one in source(data).entries]


@pytest.mark.parametrize(("url", "pairs", "expected"), [
    (f"{URL}?a=1&b=%C3%A9", [("a", "1"), ("b", "é")], f"{URL}?a=1&b=%C3%A9"),
    (f"{URL}?a=1&b=%C3%A9", [("a", "1"), ("b", "%C3%A9")], f"{URL}?a=1&b=%C3%A9"),
    (f"{URL}?a=1&a=1", [("a", "1"), ("a", "1")], f"{URL}?a=1&a=1"),
    (f"{URL}?a=1", [("b", "2"), ("b", "x y&z")], f"{URL}?a=1&b=2&b=x%20y%26z"),
    (URL, [("a", "1"), ("a", "2"), ("c", "x+y")], f"{URL}?a=1&a=2&c=x%2By"),
    (URL, [("a", "x%26y%20z")], f"{URL}?a=x%26y%20z"),
    (URL, [("a", "100%")], f"{URL}?a=100%25"),
    (f"{URL}?a=b+c", [("a", "b c")], f"{URL}?a=b+c"),
    (f"{URL}?flag", [("flag", "")], f"{URL}?flag"),
    (f"{URL}#part", [("a", "1")], f"{URL}?a=1"),
])
def test_query(url, pairs, expected):
    """Pairs of queryString that stand in the address are not doubled; the others follow."""
    assert expected == sent(only(url=url, queryString=[{"name": name, "value": value} for name, value in pairs]))[1]


def test_browser_capture():
    """Headers that a browser adds for its connection are removed; the rest stays, cookies once."""
    found = only(
        headers=[
            {"name": ":authority", "value": "api.acme.io"}, {"name": "accept", "value": "*/*"}, {"name": "accept-encoding", "value": "gzip, br"},
            {"name": "connection", "value": "keep-alive"}, {"name": "cookie", "value": "theme=dark; sid=1"}, {"name": "sec-fetch-mode", "value": "cors"},
        ],
        cookies=named(theme="dark", sid="1"),
    )
    assert [("accept", "*/*"), ("Cookie", "theme=dark; sid=<ACME_SID>")] == sent(found)[2]
    assert ["headers: accept-encoding, sec-fetch-mode: added by a browser, not part of the API; left out"] == notes(found)


def test_cookies():
    """Cookies without a header make one."""
    assert [("Cookie", "a=1; b=2")] == sent(only(cookies=named(a="1", b="2")))[2]


@pytest.mark.parametrize(("post", "kind", "text"), [
    ({"mimeType": "application/json", "text": '{"a": [1.0]}'}, "json", None),
    ({"mimeType": "application/x-www-form-urlencoded", "params": named(a="x y", b="1")}, "form", "a=x%20y&b=1"),
    ({"mimeType": "application/x-www-form-urlencoded", "text": "a=x+y&b=1", "params": named(a="x+y", b="1")}, "form", "a=x%20y&b=1"),
    ({"mimeType": "text/plain", "text": "a\nb"}, "text", "a\nb"),
    ({"mimeType": "text/plain", "text": base64.b64encode("é".encode()).decode(), "encoding": "base64"}, "text", "é"),
    ({"mimeType": "application/json", "text": ""}, "none", None),
    ({"mimeType": "application/json"}, "none", None),
])
def test_body(post, kind, text):
    """PostData is what was sent: its text, else its params."""
    body = sent(only(method="POST", postData=post))[3]
    assert (kind, text) == (body.kind, resolve(body.text, {}) if text is not None else None)


def test_content_type_once():
    """The header, where there is one, is the type of the body."""
    found = only(method="POST", headers=named(**{"content-type": "application/vnd.acme+json"}), postData={"mimeType": "application/json", "text": "{}"})
    assert [("Content-Type", "application/vnd.acme+json")] == sent(found)[2]


def test_multipart():
    """Params with file names are files, whose content goes into files of the user's."""
    found = only(method="POST", postData={"mimeType": "multipart/form-data", "params": [
        {"name": "a", "value": "1"}, {"name": "f", "value": "text", "fileName": "dir\\f.txt", "contentType": "text/plain"}, {"name": "g", "fileName": "g.png"},
    ]})
    assert [("a", "", ""), ("f", "dir/f.txt", "text/plain"), ("g", "g.png", "application/octet-stream")] == [
        (part.name, part.path, part.media_type) for part in sent(found)[3].parts
    ]
    assert ["f: the program sends the file dir/f.txt: save its content from the HAR file there"] == notes(found)


def test_bytes():
    """A body of bytes is refused."""
    with pytest.raises(Refused):
        only(method="POST", postData={"mimeType": "image/png", "text": "/9j/", "encoding": "base64"})


@pytest.mark.parametrize(("content", "expected"), [
    ({"mimeType": "application/json", "text": '{"a": 1}'}, {"status": 200, "example": '{"a": 1}'}),
    ({"mimeType": "text/html; charset=utf-8", "text": "PGI+w6k8L2I+", "encoding": "base64"}, {"status": 200, "media_type": "text/html; charset=utf-8", "example": "<b>é</b>"}),
    ({"mimeType": "image/png", "text": "iVBO", "encoding": "base64"}, {"status": 200, "media_type": "image/png"}),
    ({"mimeType": "text/plain", "text": "/w==", "encoding": "base64"}, {"status": 200, "media_type": "text/plain"}),
    ({"mimeType": "text/plain", "text": "x" * 100_001}, {"status": 200, "media_type": "text/plain"}),
    ({}, {"status": 200}),
])
def test_answer(content, expected):
    """The answer is an example, where a reader can read it."""
    assert [expected] == only({"response": {"status": 200, "content": content}}).data["responses"]


@pytest.mark.parametrize(("comment", "title", "summary"), [("List pets", "List pets", None), ("a\nb", "GET /a", "a\nb"), ("", "GET /a", None)])
def test_comment(comment, title, summary):
    """A short comment is the title, a long one the summary."""
    found = only(comment=comment)
    assert (title, summary) == (found.data["title"], found.data.get("summary"))


@pytest.mark.parametrize("request_", [
    {"headers": "x", "cookies": 5, "queryString": {}, "postData": []}, {"headers": [1, {}, {"value": "x"}], "postData": {"params": [{}], "text": None}},
    {"queryString": [{"name": "a"}], "method": None},
])
def test_odd_shapes(request_):
    """Data of another shape than that of HAR is ignored."""
    assert "GET" == only(**request_).data["method"]


@pytest.mark.parametrize("url", ["data:image/png;base64,xx", "chrome-extension://x/y", "wss://a.example/", "", 5])
def test_other_addresses(url):
    """Addresses that are not HTTP are refused, and those that only a browser can follow are none."""
    with pytest.raises((Refused, SpecError)):
        only(url=url)


def test_variables():
    """{{NAME}}, where it is a whole value, is a variable of the environment."""
    found = only(
        method="POST", url=f"{URL}/%7B%7BPET%7D%7D/x?q={{{{MY_Q}}}}&r=a{{{{MY_Q}}}}", headers=named(**{"X-A": "{{TRACE}}", "X-B": "{{trace}}", "Cookie": "c={{C}}; d=1"}),
        postData={"mimeType": "application/json", "text": '{"a": ["{{N}}", "x{{N}}", "{{n}}"]}'},
    )
    method, url, headers, body = sent(found)
    assert ("POST", f"{URL}/%3CPET%3E/x?q=%3CMY_Q%3E&r=a%7B%7BMY_Q%7D%7D") == (method, url)
    assert {"X-A": "<TRACE>", "X-B": "{{trace}}", "Cookie": "c=<C>; d=1", "Content-Type": "application/json"} == dict(headers)
    assert {"a": [Env("N"), "x{{N}}", "{{n}}"]} == body.data


@pytest.mark.parametrize(("env", "expected"), [(["x"], "<x>"), ([], "{{x}}"), (None, "{{x}}"), ([5, None], "{{x}}"), (5, "{{x}}"), ("x", "{{x}}")])
def test_own_variables(env, expected):
    """A HAR of ours says itself which names are variables."""
    request = {"method": "GET", "url": URL, "headers": named(**{"X-A": "{{x}}"}), "_env": env}
    one, = source({"log": {"creator": {"name": "snippetgen"}, "entries": [{"request": request}]}}).entries
    assert [("X-A", expected)] == sent(checked(one.read()))[2]


@pytest.mark.parametrize(("comment", "value", "expected"), [
    ("K: the Base64 of {{ME}}:{{PW}}", "Basic {{K}}", {"type": "basic", "user": {"env": "ME"}, "password": {"env": "PW"}}),
    ("K: the Base64 of ada:{{PW}}", "Basic {{K}}", {"type": "basic", "user": "ada", "password": {"env": "PW"}}),
    ("Says who I am", "Basic YTpi", {"type": "basic", "user": "a", "password": {"env": "ACME_PASSWORD"}}),
])
def test_basic_of_variables(comment, value, expected):
    """User and password are read where the comment says what their header is made of."""
    assert expected == only(headers=named(Authorization=value), comment=comment).data["auth"]
