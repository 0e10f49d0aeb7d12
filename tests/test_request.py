"""The features that a request needs, and the values it is made of."""

from dataclasses import replace

import pytest

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
    resolve,
    secrets,
)

SECRET = (Text("a"), Env("KEY"))
PLAIN = Request("GET", (Text("https://a.example/"),))


@pytest.mark.parametrize(("changes", "needed"), [
    ({}, []),
    ({"method": "POST"}, []),
    ({"stream": True}, ["stream"]),
    ({"method": "POST", "body": Body("json", "application/json", data={})}, ["json"]),
    ({"method": "POST", "body": Body("json", "application/json", data=[{"a": Env("KEY")}])}, ["json", "secret-in-json"]),
    ({"method": "POST", "body": Body("form", "a/b", pairs=(("a", (Text("b"),)),))}, ["form"]),
    ({"method": "POST", "body": Body("form", "a/b", pairs=(("a", SECRET),))}, ["form", "secret-in-form"]),
    ({"method": "POST", "body": Body("multipart", parts=(Part("a", (Text("b"),)),))}, ["multipart"]),
    ({"method": "POST", "body": Body("multipart", parts=(Part("a", path="b"),))}, ["multipart", "file-part"]),
    ({"method": "POST", "body": Body("multipart", parts=(Part("a", SECRET),))}, ["multipart", "secret-in-multipart"]),
    ({"method": "PUT", "body": Body("text", "text/plain", text=(Text("a"),))}, ["text"]),
    ({"method": "PUT", "body": Body("text", "text/plain", text=(Text("a\0"),))}, ["text", "nul-in-text"]),
    ({"method": "PUT", "body": Body("file", "a/b", path="c")}, ["file"]),
    ({"body": Body("file", "a/b", path="c")}, ["file", "get-body"]),
    ({"method": "HEAD", "body": Body("file", "a/b", path="c")}, ["file", "head-body"]),
    ({"method": "TRACE"}, ["trace"]),
    ({"method": "TRACE", "body": Body("file", "a/b", path="c")}, ["file", "trace-body", "trace"]),
    ({"method": "PURGE"}, ["custom-method"]),
    ({"method": "get"}, ["custom-method", "lower-case-method"]),
    ({"headers": (("A", ()), ("a", ()))}, ["repeated-headers"]),
    ({"basic": ((Text("a"),), SECRET)}, ["basic-auth"]),
    ({"url": SECRET}, ["secret-in-url"]),
])
def test_features(changes, needed):
    """Each peculiarity of a request is named."""
    assert needed == features(replace(PLAIN, **changes))


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
