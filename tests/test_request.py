"""The features that a request needs, and the values it is made of."""

import re
from dataclasses import replace

import pytest

from snippetgen import spec
from snippetgen.errors import SpecError
from snippetgen.request import (
    FEATURES,
    Body,
    Env,
    Part,
    Request,
    Text,
    basic_header,
    features,
    joined,
    number,
    resolve,
    secrets,
)
from snippetgen.request.build import build

VALUE = (Text("v"),)
SECRET = (Text("a"), Env("KEY"))
PLAIN = Request("GET", (Text("https://a.example/"),))


@pytest.mark.parametrize(("changes", "needed"), [
    ({}, []),
    ({"method": "POST"}, ["empty-post"]),
    ({"stream": True}, ["stream"]),
    ({"stream": True, "is_lines": True}, ["stream", "json-lines"]),
    ({"stream": True, "is_full": True}, ["stream", "full-events"]),
    ({"url": (Text("https://a.example/?a=1&a=2&b=3"),)}, []),
    ({"url": (Text("https://a.example/?a=1&b=3&a=2"),)}, ["scattered-query"]),
    ({"method": "POST", "body": Body("json", "application/json", data={})}, ["json"]),
    ({"method": "POST", "body": Body("json", "application/json", data=[{"a": Env("KEY")}])}, ["json", "stopped-redirects", "secret-in-json"]),
    ({"method": "POST", "body": Body("form", "a/b", pairs=(("a", (Text("b"),)),))}, ["form"]),
    ({"method": "POST", "body": Body("form", "a/b", pairs=(("a", SECRET),))}, ["form", "stopped-redirects", "secret-in-form"]),
    ({"method": "POST", "body": Body("multipart", parts=(Part("a", (Text("b"),)),))}, ["multipart"]),
    ({"method": "POST", "body": Body("multipart", parts=(Part("a", path="b"),))}, ["multipart", "file-part"]),
    ({"method": "POST", "body": Body("multipart", parts=(Part("a", SECRET),))}, ["multipart", "stopped-redirects", "secret-in-multipart"]),
    ({"method": "POST", "body": Body("multipart", parts=(Part("a", VALUE), Part("a", VALUE), Part("b", VALUE)))}, ["multipart", "repeated-parts"]),
    ({"method": "POST", "body": Body("multipart", parts=(Part("a", VALUE), Part("b", VALUE), Part("a", VALUE)))}, ["multipart", "repeated-parts", "scattered-parts"]),
    ({"method": "PUT", "body": Body("text", "text/plain", text=(Text("a"),))}, ["text"]),
    ({"method": "PUT", "body": Body("text", "text/plain", text=(Text("a\0"),))}, ["text", "nul-in-text"]),
    ({"method": "PUT", "body": Body("json", "a/b", data={"a": ["b\uFFFE"]})}, ["json", "noncharacter"]),
    ({"method": "PUT", "body": Body("form", "a/b", pairs=(("a\uFDD0", (Text("b"),)),))}, ["form", "noncharacter"]),
    ({"query": (("a", (Text("\U0001FFFF"),)),)}, ["noncharacter"]),
    ({"method": "PUT", "body": Body("file", "a/b", path="c")}, ["file"]),
    ({"body": Body("file", "a/b", path="c")}, ["file", "get-body", "stopped-redirects"]),
    ({"method": "HEAD", "body": Body("file", "a/b", path="c")}, ["file", "head", "head-body", "stopped-redirects"]),
    ({"method": "HEAD"}, ["head"]),
    ({"method": "TRACE"}, ["trace"]),
    ({"method": "PATCH"}, ["empty-post", "patch"]),
    ({"method": "TRACE", "body": Body("file", "a/b", path="c")}, ["file", "trace-body", "trace"]),
    ({"method": "PURGE"}, ["custom-method"]),
    ({"method": "FROB"}, ["custom-method", "unknown-method"]),
    ({"method": "get"}, ["custom-method", "lower-case-method"]),
    ({"headers": (("A", VALUE), ("a", VALUE))}, ["repeated-headers"]),
    ({"headers": (("A", VALUE), ("B", (Text(""),)))}, ["empty-header"]),
    ({"headers": (("__proto__", VALUE), ("prototype", VALUE))}, ["proto-header", "constructor-header", "underscore-header"]),
    ({"headers": (("__PROTO__", VALUE), ("Constructor", VALUE), ("toString", VALUE))}, ["underscore-header"]),
    ({"basic": ((Text("a"),), SECRET)}, ["basic-auth"]),
    ({"digest": (SECRET, SECRET)}, ["digest-auth"]),
    ({"redirects": "follow", "digest": (SECRET, SECRET)}, ["digest-auth", "redirects", "redirected-digest"]),
    ({"url": SECRET}, ["secret-in-url"]),
    ({"redirects": "follow"}, ["redirects"]),
    ({"redirects": "follow", "method": "POST"}, ["empty-post", "redirects", "redirected-post"]),
    ({"redirects": "follow", "method": "PUT"}, ["empty-post", "redirects", "redirected-change"]),
    ({"redirects": "follow", "headers": (("authorization", SECRET),)}, ["redirects", "redirected-authorization"]),
    ({"redirects": "follow", "basic": (SECRET, SECRET)}, ["basic-auth", "redirects", "redirected-authorization"]),
    ({"redirects": "follow", "headers": (("Cookie", SECRET),)}, ["forbidden-header", "redirects", "redirected-cookie"]),
    ({"redirects": "stop", "method": "PUT", "headers": (("Cookie", SECRET),)}, ["empty-post", "forbidden-header", "stopped-redirects"]),
])
def test_features(changes, needed):
    """Each peculiarity of a request is named."""
    assert needed == features(replace(PLAIN, **changes))


@pytest.mark.parametrize(("changes", "prints", "reads_json"), [
    ({}, "body", False),
    ({"method": "HEAD"}, "headers", False),
    ({"method": "HEAD", "result": ("a",)}, "headers", False),
    ({"result": ("a",)}, "text", True),
    ({"result": ("a",), "result_is_text": False}, "json", True),
    ({"stream": True}, "events", False),
    ({"stream": True, "delta": ("a",)}, "deltas", True),
    ({"stream": True, "result": ("a",)}, "events", False),
    ({"delta": ("a",)}, "body", False),
    ({"answer_type": "application/json"}, "body", False),
    ({"answer_type": "application/problem+json"}, "body", False),
    ({"answer_type": "image/svg+xml"}, "bytes", False),
    ({"answer_type": "application/soap+xml"}, "body", False),
    ({"answer_type": "image/png"}, "bytes", False),
    ({"answer_type": "application/octet-stream"}, "bytes", False),
    ({"answer_type": "image/png", "result": ("a",)}, "text", True),
])
def test_prints(changes, prints, reads_json):
    """What a program prints, and whether it has to parse JSON for that."""
    request = replace(PLAIN, **changes)
    assert (prints, reads_json) == (request.prints, request.reads_json)


@pytest.mark.parametrize(("changes", "expected"), [
    ({}, False),
    ({"redirects": "stop"}, True),
    ({"headers": (("Authorization", SECRET), ("Cookie", SECRET))}, False),
    ({"headers": (("X-Key", SECRET),)}, True),
    ({"headers": (("X-Key", SECRET),), "redirects": "follow"}, False),
    ({"body": Body("json", "a/b", data=[Env("KEY")])}, True),
    ({"body": Body("form", "a/b", pairs=(("a", SECRET),))}, True),
    ({"body": Body("multipart", parts=(Part("a", SECRET),))}, True),
])
def test_must_stop(changes, expected):
    """A client follows no redirect that would take a secret along, unless the spec wants it."""
    assert expected == replace(PLAIN, **changes).must_stop


def query_of(text):
    endpoint = spec.loads(f"title: T\nmethod: GET\n{text}")
    request = build(endpoint)
    return resolve(request.url, {"KEY": "k"}), resolve(request.address, {}), request.query


@pytest.mark.parametrize(("text", "address", "query"), [
    ("url: https://a.example/b\nparams: [{name: q, in: query, example: é &}, {name: n, in: query, type: integer, example: [1, 2]}]",
     "https://a.example/b", (("q", (Text("é &"),)), ("n", (Text("1"),)), ("n", (Text("2"),)))),
    ("url: https://a.example\nparams: [{name: q, in: query, example: ''}]", "https://a.example/", (("q", ()),)),
    ("url: https://a.example/b\nauth: {type: apikey, in: query, name: key, env: KEY}",
     "https://a.example/b", (("key", (Env("KEY"),)),)),
    ("url: https://a.example/b?c=d", "https://a.example/b?c=d", ()),
    ("url: https://a.example/b?c=d\nparams: [{name: q, in: query, example: é}]", "https://a.example/b?c=d&q=%C3%A9", ()),
    ("url: https://a.example/b\nparams: [{name: q, in: query, example: a/b, allow_reserved: true}]",
     "https://a.example/b?q=a/b", ()),
])
def test_query(text, address, query):
    """The query is pairs as the author wrote them, or stays in the address where any of it is encoded."""
    assert (address, query) == query_of(text)[1:]


def test_numbers_of_a_query():
    """A whole number is known as one; other values are texts."""
    params = "[" + ", ".join(
        f"{{name: a, in: query, type: {kind}, example: {value}}}"
        for kind, value in [("integer", "1"), ("string", "'1'"), ("boolean", "true"), ("number", "1.5")]
    ) + "]"
    query = query_of(f"url: https://a.example\nparams: {params}")[2]
    assert [1, None, None, None] == [number(value) for _, value in query]


@pytest.mark.parametrize(("text", "seconds"), [
    ("stream: {example: [a]}", 120),
    ("stream: {example: [a], timeout: 5}", 5),
    ("timeout: 300\nstream: {example: [a]}", 300),
])
def test_silence(text, seconds):
    """A stream may be silent for two minutes, if its author says nothing else."""
    endpoint = spec.loads(f"title: T\nmethod: GET\nurl: https://a.example\n{text}")
    assert seconds == build(endpoint, stream=True).timeout


@pytest.mark.parametrize(("changes", "expected"), [
    ({"method": "POST"}, True),
    ({"method": "PUT"}, True),
    ({"method": "PATCH"}, True),
    ({"method": "PURGE"}, False),
    ({"method": "DELETE"}, False),
    ({"method": "POST", "body": Body("json", "a/b", data={})}, False),
])
def test_needs_length(changes, expected):
    """Content-Length: 0 is sent with the methods that usually have a body, and only then."""
    assert expected == replace(PLAIN, **changes).needs_length


@pytest.mark.parametrize(("body", "expected"), [
    (Body(), False),
    (Body("text", "a/b", text=(Text("a"),)), False),
    (Body("file", "a/b", path="a"), True),
    (Body("multipart", parts=(Part("a", (Text("b"),)),)), False),
    (Body("multipart", parts=(Part("a", (Text("b"),)), Part("c", path="d"))), True),
])
def test_has_files(body, expected):
    """A program reads files for a body from a file, and for parts that are files."""
    assert expected == replace(PLAIN, body=body).has_files


@pytest.mark.parametrize(("body", "expected"), [
    (Body("form", "application/x-www-form-urlencoded"), True),
    (Body("form", "application/x-www-form-urlencoded; charset=utf-8"), False),
    (Body("text", "application/x-www-form-urlencoded"), False),
])
def test_is_form(body, expected):
    """A form is one as clients write it when its type is theirs, to the letter."""
    assert expected == body.is_form


def test_headers_without_type():
    """Content-Type alone is left out, and the order stays."""
    headers = (("A", ()), ("Content-Type", ()), ("B", ()))
    assert (("A", ()), ("B", ())) == replace(PLAIN, headers=headers).headers_without_type


@pytest.mark.parametrize(("stream", "done", "expected"), [
    (True, "[DONE]", True), (True, "", True), (True, None, False), (False, "[DONE]", False),
])
def test_ends_with_done(stream, done, expected):
    """Only a stream ends with an event, and only where the spec names it."""
    assert expected == replace(PLAIN, stream=stream, done=done).ends_with_done


@pytest.mark.parametrize(("value", "expected"), [
    ((Text("Bearer "), Env("KEY")), "KEY"), ((Text("Basic "), Env("KEY")), ""), ((Text("Bearer "), Env("A"), Text("b")), ""),
])
def test_bearer(value, expected):
    """A token of its own in the header Authorization."""
    assert expected == replace(PLAIN, headers=(("A", SECRET), ("Authorization", value))).bearer


def test_escaped():
    """The variables that are percent-encoded, each once, in the order they appear."""
    url = (Text("https://a.example/"), Env("B", percent=True), Env("X"))
    body = Body("form", "a/b", text=(Env("A", percent=True), Env("B", percent=True)))
    assert ("B", "A") == replace(PLAIN, url=url, body=body).escaped


def test_features_are_known():
    """Every name that `features` gives is explained in `FEATURES`."""
    request = Request(
        "get", SECRET, (("a", ()), ("A", ())), (SECRET, SECRET), Body("json", "", data=[Env("KEY")], text=(Text("\0"),)), stream=True,
    )
    assert set(features(request)) <= set(FEATURES)


def test_env_in_order():
    """The variables are listed once each, in the order they appear."""
    request = Request(
        "POST",
        (Text("https://a.example/"), Env("U", percent=True)),
        (("A", (Text("Bearer "), Env("H"))), ("B", (Env("U"),))),
        ((Env("B1"),), (Env("B2"),)),
        Body("json", "", data={"a": [Env("J"), {"b": Env("H")}]}),
    )
    assert ("U", "B1", "B2", "H", "J") == request.env


def test_env_of_form_and_multipart():
    """Variables in a form and in parts are listed, too."""
    form = replace(PLAIN, body=Body("form", "", text=(Text("a="), Env("F", percent=True))))
    parts = replace(PLAIN, body=Body("multipart", parts=(Part("a", (Env("P"),)),)))
    assert (("F",), ("P",)) == (form.env, parts.env)


def test_resolve():
    """A value becomes its text at run time, percent-encoded where that is asked."""
    value = (Text("a="), Env("A", percent=True), Text("&b="), Env("A"))
    assert "a=x%2Fy%20%C3%A9%26&b=x/y é&" == resolve(value, {"A": "x/y é&"})


def test_resolve_without_variable():
    """A variable that is missing is an error, and no empty text."""
    with pytest.raises(KeyError):
        resolve((Env("A"),), {})


def test_joined():
    """Neighbouring texts become one, empty ones vanish."""
    assert (
        Text("ab"), Env("C"), Env("D"), Text("e"),
    ) == joined([Text(""), Text("a"), Text("b"), Env("C"), Text(""), Env("D"), Text("e")])


def test_basic_header():
    """User and password are sent as UTF-8 (RFC 7617)."""
    assert "Basic dGVzdDoxMjPCow==" == basic_header("test", "123£")


def test_secrets_in_json():
    """Secrets are found at any depth."""
    assert [Env("X"), Env("Y")] == list(secrets({"a": [Env("X"), {"b": Env("Y")}], "c": "X"}))


def test_credentials():
    """User name and password are one value, with a colon between them."""
    request = replace(PLAIN, basic=((Text("ada"),), (Env("KEY"),)))
    assert ((Text("ada:"), Env("KEY")), ()) == (request.credentials, PLAIN.credentials)
    assert request.credentials == replace(PLAIN, digest=request.basic).credentials


@pytest.mark.parametrize(("part", "altered"), [
    (Part("a", (Text("one line"),)), False),
    (Part("a", (Text("two\r\nlines"),)), False),
    (Part("a", (Text("two\nlines"),)), True),
    (Part("a", (Text("two\rlines"),)), True),
    (Part("a\n", (Text(""),)), True),
    (Part("a", (Text("{}"),), media_type="application/json"), True),
    (Part("a", path="x", filename="x", media_type="image/png"), False),
    (Part("a", path="x", filename="x", media_type="text/plain; charset=UTF-8"), True),
])
def test_exact_part(part, altered):
    """A part that FormData would alter is a feature of its own."""
    assert altered == ("exact-part" in features(replace(PLAIN, method="POST", body=Body("multipart", parts=(part,)))))


@pytest.mark.parametrize(("url", "host", "is_https", "target"), [
    ((Text("https://a.example/"),), "a.example", True, (Text("/"),)),
    ((Text("http://127.0.0.1:8080/v1/x?a=1"),), "127.0.0.1:8080", False, (Text("/v1/x?a=1"),)),
    ((Text("HTTPS://[::1]/a//b?u=http://c/"),), "[::1]", True, (Text("/a//b?u=http://c/"),)),
    ((Text("https://a.example/x?k="), Env("KEY", percent=True), Text("&z")), "a.example", True,
     (Text("/x?k="), Env("KEY", percent=True), Text("&z"))),
])
def test_pieces_of_the_address(url, host, is_https, target):
    """Clients that take no address get host, port and the rest of it."""
    request = Request("GET", url)
    assert (host, is_https, target) == (request.host, request.is_https, request.target)


def test_equals_in_part_name():
    """A = in the name of a part is a feature of its own, in its value it is none."""
    parts = Part("a=b", (Text("c"),)), Part("a", (Text("b=c"),))
    assert [True, False] == ["equals-in-part-name" in replace(PLAIN, body=Body("multipart", parts=(one,))).needs for one in parts]


def body_of(body):
    return build(spec.loads(f"title: T\nmethod: POST\nurl: https://a.example\nbody: {body}\n", "a.yaml")).body


@pytest.mark.parametrize(("body", "expected"), [
    ("{type: text, media_type: text/plain; charset=ISO-8859-1, example: é}", "ISO-8859-1"),
    ("{type: text, media_type: text/plain; charset=ISO-8859-1, example: e}", ""),
    ("{type: text, media_type: 'text/plain;charset=\"utf-16\"', example: e}", "utf-16"),
    ("{type: text, media_type: text/plain; charset=UTF-8, example: é}", ""),
    ("{type: text, media_type: text/plain, example: é}", ""),
    ("{type: json, media_type: application/json; charset=ISO-8859-1, example: e}", ""),
])
def test_charset(body, expected):
    """A text is encoded as its media type says, where UTF-8 would make other bytes."""
    assert expected == body_of(body).charset


@pytest.mark.parametrize(("body", "said"), [
    ("{type: text, media_type: text/plain; charset=x-none, example: é}", "a.yaml: body.media_type: the charset x-none is unknown (write charset=utf-8)"),
    ("{type: text, media_type: text/plain; charset=ISO-8859-1, example: 你}", 'a.yaml: body.media_type: the charset ISO-8859-1 has no "你" (write charset=utf-8)'),
    ("{type: json, media_type: application/json; charset=utf-16, example: é}", "a.yaml: body.media_type: a JSON body is UTF-8 (RFC 8259, section 8.1), not utf-16 (leave charset out, or write the body as type: text)"),
])
def test_a_charset_that_cannot_be_sent(body, said):
    """A charset that is unknown, has not all characters, or is not that of JSON, is a mistake."""
    with pytest.raises(SpecError, match=f"^{re.escape(said)}$"):
        body_of(body)
