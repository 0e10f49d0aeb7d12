"""Law 1's judge, without a program."""

import pytest

from snippetgen.data.number import Number
from snippetgen.request import Body, Env, Part, Request, Text
from snippetgen.running.answers import Recorded
from snippetgen.verify.wire import differences

URL = (Text("https://api.example.com/a%20b?q=%C3%A9&q=2"),)
TARGET = "/a%20b?q=%C3%A9&q=2"


def found(request, recorded, environ=None, files=None):
    return differences(request, recorded, environ or {}, files or {})


def arrived(body=b"", headers=(), method="POST", target=TARGET):
    return Recorded(method, target, tuple(headers), body)


@pytest.mark.parametrize(("written", "target", "count"), [
    ("/?q=a%20b", "/?q=a+b", 0),
    ("/?q=a+b", "/?q=a%20b", 0),
    ("/?q=a%2Bb", "/?q=a+b", 1),
    ("/?q=a+b", "/?q=a%2Bb", 1),
])
def test_a_plus_in_a_query_is_a_space(written, target, count):
    """Servers read + in a query as a space (WHATWG URL, section 5.1)."""
    request = Request("GET", (Text(f"https://a.example{written}"),))
    assert len(found(request, arrived(method="GET", target=target))) == count


def test_the_same_request_has_no_differences():
    """Percent-encoding may differ in its spelling, not in its meaning."""
    request = Request("GET", (Text("https://api.example.com/a%20b?q=%c3%a9&q=2"),))
    assert found(request, arrived(method="GET")) == []


@pytest.mark.parametrize(
    "target", ["/a+b?q=%C3%A9&q=2", "/a%20b?q=2&q=%C3%A9", "/a%20b?q=%C3%A9", "/a%2520b?q=%C3%A9&q=2"]
)
def test_another_target_is_a_difference(target):
    """A changed path, order or number of pairs, or a second encoding is a difference."""
    assert len(found(Request("GET", URL), arrived(method="GET", target=target))) == 1


def test_a_repeated_header_must_arrive_repeated():
    """Two headers of one name may not arrive as one."""
    request = Request("GET", URL, (("X-Tag", (Text("a"),)), ("X-Tag", (Text("b"),))))
    assert found(request, arrived(method="GET", headers=[("x-tag", "a, b")])) == [
        "x-tag: expected ['a', 'b'], received ['a, b']"
    ]


@pytest.mark.parametrize("name", ["Content-Type", "Authorization", "Cookie"])
def test_a_header_nobody_described_is_a_difference(name):
    """A Content-Type, Authorization or Cookie out of nowhere is a difference."""
    assert len(found(Request("GET", URL), arrived(method="GET", headers=[(name, "x")]))) == 1


def test_other_headers_of_the_client_are_its_own_business():
    """User-Agent, Accept and their like may be added."""
    assert found(Request("GET", URL), arrived(method="GET", headers=[("User-Agent", "x"), ("Accept", "*/*")])) == []


JSON = [("Content-Type", "application/json")]


@pytest.mark.parametrize(
    ("data", "received", "count"),
    [
        ({"a": 1}, b'{"a":1}', 0),
        ({"a": 1}, b'{"a":1.0}', 1),
        ({"a": Number("1.0")}, b'{"a":1.00}', 0),
        ({"a": Number("1.0")}, b'{"a":1}', 1),
        ({"a": 12345678901234567890}, b'{"a":12345678901234567000}', 1),
        ({"a": True}, b'{"a":1}', 1),
        ({"a": {}}, b'{"a":[]}', 1),
        ({"a": "é"}, '{"a":"é"}'.encode("latin-1"), 1),
        ({"a": "é"}, b'{"a":"\\u00e9"}', 0),
        ({"a": 1}, b'{"a":1,"a":1}', 1),
        (None, b"null", 0),
        (None, b"", 1),
        ({"a": Env("KEY")}, b'{"a":"\\"k"}', 0),
    ],
)
def test_json_is_compared_by_exact_value(data, received, count):
    """JSON is equal when every value is, numbers by kind and exactly."""
    request = Request(
        "POST", URL, (("Content-Type", (Text("application/json"),)),), body=Body("json", "application/json", data=data)
    )
    assert len(found(request, arrived(received, JSON), {"KEY": '"k'})) == count


def test_a_form_is_compared_pair_by_pair():
    """A form's plus sign is a space, and its pairs have an order."""
    body = Body("form", "application/x-www-form-urlencoded", pairs=(("a", (Text("1 2"),)), ("a", ())))
    headers = [("Content-Type", body.media_type)]
    request = Request("POST", URL, (("Content-Type", (Text(body.media_type),)),), body=body)
    assert [len(found(request, arrived(one, headers))) for one in (b"a=1+2&a=", b"a=1%202&a=", b"a=&a=1+2")] == [
        0,
        0,
        1,
    ]


MULTIPART = (
    b'--B\r\nContent-Disposition: form-data; name="t"\r\n\r\nhi\r\n'
    b'--B\r\nContent-Disposition: form-data; name="f"; filename="%s"\r\nContent-Type: image/png\r\n\r\n\x89\r\n\r\n--B--\r\n'
)


@pytest.mark.parametrize(("name", "count"), [("naïve %22.png", 0), ('naïve \\".png', 0), ("naive.png", 1)])
def test_multipart_is_compared_part_by_part(name, count):
    """A file name may be quoted as browsers do or with backslashes, but must be the same."""
    body = Body("multipart", parts=(Part("t", (Text("hi"),)), Part("f", (), "x.png", 'naïve ".png', "image/png")))
    recorded = arrived(MULTIPART % name.encode(), [("Content-Type", "multipart/form-data; boundary=B")])
    assert len(found(Request("POST", URL, body=body), recorded, files={"x.png": b"\x89\r\n"})) == count


@pytest.mark.parametrize(("written", "count"), [
    ("multipart/form-data;boundary=B", 0),
    ("multipart/form-data; charset=utf-8; boundary=B", 1),
    ("multipart/mixed; boundary=B", 1),
])
def test_a_boundary_is_the_only_parameter(written, count):
    """Before the boundary of a multipart body may be a space, or none (RFC 9110, section 5.6.6)."""
    request = Request("POST", URL, body=Body("multipart", parts=(Part("t", (Text("hi"),)),)))
    content = b'--B\r\nContent-Disposition: form-data; name="t"\r\n\r\nhi\r\n--B--\r\n'
    assert len(found(request, arrived(content, [("Content-Type", written)]))) == count


def test_an_empty_post_says_that_it_is_empty():
    """A POST without a body needs Content-Length: 0."""
    request = Request("POST", URL)
    assert [len(found(request, arrived(headers=headers))) for headers in ([], [("Content-Length", "0")])] == [1, 0]
