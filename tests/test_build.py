"""Endpoint and choices -> Request."""

import pytest

from snippetgen import spec
from snippetgen.data.jsontext import dumps
from snippetgen.data.number import Number
from snippetgen.errors import Refused, SpecError
from snippetgen.request import Body, Env, Part, Text, resolve
from snippetgen.request.build import build
from snippetgen.request.choices import parse_set

ENVIRON = {"KEY": "k/e y&=é", "USER": "me"}


def endpoint(text, method="POST", url="url: https://api.example.com/a"):
    return spec.loads(f"title: a\nmethod: {method}\n{url}\n{text}", "a.yaml")


def url(address, params="", **choices):
    return resolve(build(endpoint(f"params: [{params}]", url=f"url: {address!r}"), **choices).url, ENVIRON)


def refusal(text, **choices):
    with pytest.raises(SpecError) as caught:
        build(endpoint(text), **choices)
    return str(caught.value)


@pytest.mark.parametrize(("address", "sent"), [
    ("https://a.example", "https://a.example/"),
    ("https://a.example?b=c", "https://a.example/?b=c"),
    ("https://a.example/", "https://a.example/"),
    ("https://a.example/a%20b/%e4?c=%2F+d", "https://a.example/a%20b/%e4?c=%2F+d"),
    ("https://a.example/100%/%zz?x=%", "https://a.example/100%25/%25zz?x=%25"),
    ("https://a.example/é 你好?ü=ß", "https://a.example/%C3%A9%20%E4%BD%A0%E5%A5%BD?%C3%BC=%C3%9F"),
    ("https://a.example/$();=@!*,&:~", "https://a.example/$();=@!*,&:~"),
    ('https://a.example/"<>^`|[]', "https://a.example/%22%3C%3E%5E%60%7C%5B%5D"),
    ("https://a.example/{x}?{y}=1", None),
    ("https://a.example/?{y}=1", "https://a.example/?%7By%7D=1"),
    ("https://bücher.example:8080/a", "https://xn--bcher-kva.example:8080/a"),
])
def test_address(address, sent):
    """An encoded part of an address stays as it is, the rest is encoded once, and allowed characters stay readable."""
    if sent is None:
        with pytest.raises(SpecError):
            url(address)
    else:
        assert sent == url(address)


@pytest.mark.parametrize(("params", "sent"), [
    ("{name: b, in: query, example: '1'}, {name: a, in: query, example: '2'}, {name: b, in: query, example: '3'}", "?b=1&a=2&b=3"),
    ("{name: a, in: query, example: ['2', '1', '2']}", "?a=2&a=1&a=2"),
    ("{name: a, in: query, example: []}", ""),
    ("{name: a, in: query, example: ''}", "?a="),
    ("{name: a, in: query, example: null, nullable: true}", "?a="),
    ("{name: a, in: query, example: 'a+b c&d=e%20f/g?h#é'}", "?a=a%2Bb%20c%26d%3De%2520f/g%3Fh%23%C3%A9"),
    ("{name: 'a[b]', in: query, example: x}", "?a%5Bb%5D=x"),
    ("{name: a, in: query, allow_reserved: true, example: 'b+c;d=/?:%20 é#'}", "?a=b+c;d=/?:%20%20%C3%A9%23"),
    ("{name: a, in: query, allow_reserved: true, env: KEY}", "?a=k%2Fe%20y%26%3D%C3%A9"),
    ("{name: 'a &=', in: query, example: x}", "?a%20%26%3D=x"),
    ("{name: a, in: query, type: number, example: 1.50}, {name: b, in: query, type: boolean, example: true}", "?a=1.50&b=true"),
    ("{name: a, in: query, env: KEY}, {name: b, in: query, example: x}", "?a=k%2Fe%20y%26%3D%C3%A9&b=x"),
    ("{name: a, in: query, type: integer, default: 5}", ""),
    ("{name: a, in: query, type: integer, default: 5, required: true}", "?a=5"),
])
def test_query(params, sent):
    """Query parameters keep order and repetition, and are encoded once."""
    assert "https://a.example/b" + sent == url("https://a.example/b", params)


@pytest.mark.parametrize(("address", "sent"), [
    ("https://a.example/b?c=d", "https://a.example/b?c=d&e=f"), ("https://a.example/b?", "https://a.example/b?e=f"),
])
def test_query_after_query(address, sent):
    """Query parameters follow the pairs that the address contains already."""
    assert sent == url(address, "{name: e, in: query, example: f}")


@pytest.mark.parametrize(("value", "sent"), [
    ("example: a/b?c#d", "a%2Fb%3Fc%23d"), ("example: 'a%20b é'", "a%2520b%20%C3%A9"), ("example: 'a:b@c,d'", "a:b@c,d"),
    ("env: KEY", "k%2Fe%20y%26%3D%C3%A9"), ("type: integer, example: 5", "5"), ("enum: [x, y]", "x"),
])
def test_path_parameter(value, sent):
    """A path parameter is one segment, whatever it holds."""
    assert f"https://a.example/b/{sent}.json" == url("https://a.example/b/{id}.json", f"{{name: id, in: path, {value}}}")


SERVERS = "servers: {default: 'https://a.example/v1/', eu: 'https://eu.example'}\npath: /b"


@pytest.mark.parametrize(("choices", "sent"), [
    ({}, "https://a.example/v1/b"),
    ({"server": "eu"}, "https://eu.example/b"),
    ({"server": "http://localhost:8000/x/"}, "http://localhost:8000/x/b"),
    ({"origin": "http://127.0.0.1:5000"}, "http://127.0.0.1:5000/v1/b"),
])
def test_server(choices, sent):
    """The first server, the one that is named, or an address in its place."""
    assert sent == resolve(build(endpoint("", url=SERVERS), **choices).url, {})


@pytest.mark.parametrize(("server", "expected"), [
    ("defalt", 'a.yaml: unknown server "defalt" (did you mean "default"?, or an address beginning with https://)'),
    ("http://a b", 'the server "http://a b": "a b" is not a host name'),
    ("https://", 'the server "https://": "" is not a host name'),
    ("https://a.example/b#c", 'the server "https://a.example/b#c": a fragment (#…) is never sent (write %23 for a literal #)'),
])
def test_no_server(server, expected):
    """An unknown server is reported, with the known ones."""
    with pytest.raises(SpecError) as caught:
        build(endpoint("", url=SERVERS), server=server)
    assert expected == str(caught.value)


def test_headers_in_order():
    """Headers keep order and repetition; Authorization comes first, Cookie and Content-Type last."""
    request = build(endpoint("""\
auth: [{type: bearer, env: KEY}, {type: apikey, in: cookie, name: s, env: SESSION}, {type: apikey, in: header, name: X-Key, env: X}]
params:
  - {name: X-B, in: header, example: [b, a]}
  - {name: c, in: cookie, example: "a=b+/=="}
  - {name: X-A, in: header, type: integer, example: 1}
  - {name: X-B, in: header, example: b}
  - {name: X-Off, in: header}
  - {name: d, in: cookie, env: D}
body: {type: json, example: {}}
"""))
    assert (
        ("Authorization", (Text("Bearer "), Env("KEY"))),
        ("X-Key", (Env("X"),)),
        ("X-B", (Text("b"),)),
        ("X-B", (Text("a"),)),
        ("X-A", (Text("1"),)),
        ("X-B", (Text("b"),)),
        ("Cookie", (Text("s="), Env("SESSION"), Text("; c=a=b+/==; d="), Env("D"))),
        ("Content-Type", (Text("application/json"),)),
    ) == request.headers


def test_prefix():
    """The prefix of a key in its header is text."""
    request = build(endpoint("auth: {type: apikey, in: header, name: Authorization, prefix: 'Token ', env: KEY}"))
    assert (("Authorization", (Text("Token "), Env("KEY"))),) == request.headers


def test_reserved_in_the_path():
    """A path parameter that may hold reserved characters spans segments, but starts no query."""
    params = "{name: p, in: path, allow_reserved: true, example: 'a/b;c=d?e%2F'}"
    assert url("https://a.example/{p}", params) == "https://a.example/a/b;c=d%3Fe%2F"


def test_basic():
    """User and password of basic authentication stay apart from the headers."""
    request = build(endpoint("auth: {type: basic, user: me, password: {env: PW}}"))
    assert (((Text("me"),), (Env("PW"),)), ()) == (request.basic, request.headers)


def test_digest():
    """User and password of digest authentication stay apart from the headers, and their variables are known."""
    request = build(endpoint("auth: {type: digest, user: me, password: {env: PW}}"))
    assert (None, ((Text("me"),), (Env("PW"),)), (), ("PW",)) == (request.basic, request.digest, request.headers, request.env)


def test_key_in_query():
    """A key in the query comes last, encoded."""
    request = build(endpoint("auth: {type: apikey, in: query, name: 'k&', env: KEY}", url="url: https://a.example/?b=c"))
    assert (Text("https://a.example/?b=c&k%26="), Env("KEY", percent=True)) == request.url


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "TRACE", "PURGE", "m-Search", "DELETE"])
def test_method(method):
    """A method is sent as it is written; without a body there is no Content-Type."""
    request = build(endpoint("", method=method))
    assert (method, (), Body()) == (request.method, request.headers, request.body)


@pytest.mark.parametrize(("text", "json"), [
    ("body: {type: json, example: null}", "null"),
    ("body: {type: json, example: [1, 1.0, 1e-7, 12345678901234567890, -0.0]}", "[1, 1.0, 1e-7, 12345678901234567890, -0.0]"),
    ("body: {type: json, example: text}", '"text"'),
    ("body: {type: json, example: 1e400}", "1e400"),
    ("params: [{name: 'm[].r', in: body, example: u}, {name: 'm[].c', in: body, example: hi}]", '{"m": [{"r": "u", "c": "hi"}]}'),
    ("params: [{name: a, in: body}, {name: b, in: body, example: x}]", '{"b": "x"}'),
    ("params: [{name: b.c, in: body, example: x}]\nbody: {type: json, example: {a: 1, b: {d: 2}}}", '{"a": 1, "b": {"d": 2, "c": "x"}}'),
    ('params: [{name: \'["a.b"]\', in: body, type: "array", example: [1]}]', '{"a.b": [1]}'),
])
def test_json(text, json):
    """JSON comes from a whole example, from parameters, or from both, numbers as written."""
    body = build(endpoint(text)).body
    assert ("json", "application/json", json) == (body.kind, body.media_type, dumps(body.data))


def test_json_secret():
    """A secret in JSON stays a variable."""
    assert {"a": {"b": Env("KEY")}} == build(endpoint("params: [{name: a.b, in: body, env: KEY}]")).body.data


def test_empty_post():
    """Without parameters that have a value there is no body."""
    assert Body() == build(endpoint("params: [{name: a, in: body}]")).body


@pytest.mark.parametrize(("body", "media_type"), [
    ("{type: json, media_type: application/json; charset=utf-8, example: 1}", "application/json; charset=utf-8"),
    ("{type: json, media_type: application/vnd.api+json, example: 1}", "application/vnd.api+json"),
    ("{type: text, example: a}", "text/plain; charset=utf-8"),
    ("{type: text, media_type: application/xml, example: a}", "application/xml"),
    ("{type: form, example: {a: b}}", "application/x-www-form-urlencoded"),
    ("{type: file, file: a}", "application/octet-stream"),
    ("{type: multipart, example: {a: b}}", ""),
])
def test_media_type(body, media_type):
    """The Content-Type is the author's, or the usual one; that of multipart is the client's."""
    request = build(endpoint(f"body: {body}"))
    headers = (("Content-Type", (Text(media_type),)),) if media_type else ()
    assert (media_type, headers) == (request.body.media_type, request.headers)


def test_form():
    """A form keeps order, repetition and empty values, as pairs and as text."""
    body = build(endpoint("""\
params:
  - {name: b, in: body, example: ["2", "1"]}
  - {name: "é &", in: body, example: "a b+c=\\n%"}
  - {name: e, in: body, example: ""}
  - {name: s, in: body, env: KEY}
  - {name: b, in: body, type: number, example: 1.50}
body: {type: form, example: {x: [1, null], y: true}}
""")).body
    assert (
        (
            ("x", (Text("1"),)), ("x", ()), ("y", (Text("true"),)), ("b", (Text("2"),)), ("b", (Text("1"),)),
            ("é &", (Text("a b+c=\n%"),)), ("e", ()), ("s", (Env("KEY"),)), ("b", (Text("1.50"),)),
        ),
        (Text("x=1&x=&y=true&b=2&b=1&%C3%A9%20%26=a%20b%2Bc%3D%0A%25&e=&s="), Env("KEY", percent=True), Text("&b=1.50")),
    ) == (body.pairs, body.text)


def test_empty_form():
    """A form without fields is an empty text of its type, for clients write an empty form each in their own way."""
    assert Body("text", "application/x-www-form-urlencoded") == build(endpoint("body: {type: form}")).body


def test_multipart():
    """Parts come in order; a file has a name and always a type."""
    parts = build(endpoint("""\
params:
  - {name: p, in: body, type: file, example: "dir/é (1).png", media_type: image/png}
  - {name: q, in: body, type: file, example: a.bin, filename: b.bin}
  - {name: o, in: body, type: object, example: {a: 1.0}, media_type: application/json}
body:
  type: multipart
  parts:
    - {name: a, value: "1"}
    - {name: s, env: KEY}
    - {name: f, file: data.bin}
""")).body.parts
    assert (
        Part("a", (Text("1"),)),
        Part("s", (Env("KEY"),)),
        Part("f", (), "data.bin", "data.bin", "application/octet-stream"),
        Part("p", (), "dir/é (1).png", "é (1).png", "image/png"),
        Part("q", (), "a.bin", "b.bin", "application/octet-stream"),
        Part("o", (Text('{"a": 1.0}'),), media_type="application/json"),
    ) == parts


def test_text_and_file():
    """A text is sent as written, a file is named by its path."""
    text = build(endpoint('body: {type: text, example: "@a\\r\\n b "}')).body
    file = build(endpoint("body: {type: file, file: 'a b.png', media_type: image/png}")).body
    assert ((Text("@a\r\n b "),), "a b.png", "image/png") == (text.text, file.path, file.media_type)


CHAT = """\
params:
  - {name: model, in: body, example: m}
  - {name: model, in: query, example: q}
  - {name: "messages[].content", in: body, example: hi}
  - {name: X-A, in: header, example: [a, b]}
  - {name: X-A, in: header, example: c}
  - {name: key, in: query, env: KEY}
examples: {long: {set: {"messages[0].content": "a long one", X-A: z}}}
responses: [{status: 200, example: {a: [1]}}]
result: a[0]
stream: {set: {stream: true}, delta: d, done: "[DONE]", example: [{d: x}]}
"""


def test_example():
    """A named example changes what it says, and a repeated header as a whole."""
    request = build(endpoint(CHAT), example="long")
    assert (
        '{"model": "m", "messages": [{"content": "a long one"}]}', [(Text("z"),)],
    ) == (dumps(request.body.data), [value for name, value in request.headers if name == "X-A"])


@pytest.mark.parametrize(("sets", "address", "json"), [
    ([("query.model", "x")], "?model=x&key=k%2Fe%20y%26%3D%C3%A9", '{"model": "m", "messages": [{"content": "hi"}]}'),
    ([("body.model", "x")], "?model=q&key=k%2Fe%20y%26%3D%C3%A9", '{"model": "x", "messages": [{"content": "hi"}]}'),
    ([("new.one", Number("1.0"))], "?model=q&key=k%2Fe%20y%26%3D%C3%A9", '{"model": "m", "messages": [{"content": "hi"}], "new": {"one": 1.0}}'),
    ([("key", "plain")], "?model=q&key=plain", '{"model": "m", "messages": [{"content": "hi"}]}'),
])
def test_set(sets, address, json):
    """A change goes where its name says; a secret that is set becomes plain text."""
    request = build(endpoint(CHAT), sets=sets)
    assert (address, json) == (resolve(request.url, ENVIRON).removeprefix("https://api.example.com/a"), dumps(request.body.data))


def test_stream():
    """A streamed request asks for the stream, and knows where its text and its end are."""
    plain, stream = (build(endpoint(CHAT), stream=one) for one in (False, True))
    assert (
        False, True, '{"model": "m", "messages": [{"content": "hi"}], "stream": true}', ("d",), "[DONE]",
    ) == (plain.stream, stream.stream, dumps(stream.body.data), stream.delta, stream.done)


def test_result():
    """A request knows the path of what is printed, and whether that is a text."""
    request = build(endpoint(CHAT))
    assert (("a", 0), False, None) == (request.result, request.result_is_text, build(endpoint("")).result)


def test_timeout():
    """The time-out is the choice, the author's, or 30 seconds."""
    assert [30, 5, 7] == [build(endpoint(text), timeout=chosen).timeout for text, chosen in (("", 0), ("timeout: 5", 0), ("timeout: 5", 7))]


def test_no_stream():
    """A stream is refused if the endpoint has none."""
    with pytest.raises(Refused) as caught:
        build(endpoint(""), stream=True)
    assert "the endpoint does not stream (its spec has no stream:)" == str(caught.value)


@pytest.mark.parametrize(("text", "choices", "expected"), [
    (CHAT, {"example": "lang"}, 'a.yaml: unknown example "lang" (did you mean "long"?)'),
    ("", {"example": "long"}, 'a.yaml: unknown example "long" (it has no examples)'),
    (CHAT, {"sets": [("messages.x", 1)]}, 'a.yaml: messages.x: "x" cannot be set: the value around it is not a map'),
    (CHAT, {"sets": [("a[", 1)]}, 'a.yaml: a[: "a[" is not a path at "[" (write it like choices[0].message.content)'),
    ("params: [{name: page, in: query, example: a}]", {"sets": [("pgae", 1)]}, 'a.yaml: unknown parameter "pgae" (did you mean "page"?)'),
    ("", {"sets": [("a", 1)]}, 'a.yaml: unknown parameter "a" (it has no parameters)'),
    (CHAT, {"sets": [("X-A", "a\r\nEvil: b")]}, "a.yaml: X-A: a header value must be printable ASCII, without spaces at the ends (encode the rest, see RFC 8187)"),
    (CHAT, {"sets": [("model", "x")]}, 'a.yaml: "model" is ambiguous (write body.model or query.model)'),
    (CHAT, {"sets": [("query.model", {"a": 1})]}, "a.yaml: model: must be a single value or a list of them (write name[key] for an object)"),
])
def test_wrong_choice(text, choices, expected):
    """A choice that does not exist, or cannot be sent, is one clear message."""
    assert expected == refusal(text, **choices)


@pytest.mark.parametrize(("typed", "expected"), [
    ("body.model=no", ("body.model", "no")), ("body.model=5", ("body.model", "5")), ("body.model=", ("body.model", "")), ("body.model=a=b", ("body.model", "a=b")),
    ("messages[].content=[1", ("messages[].content", "[1")), ("n=5", ("n", 5)), ("n=[1, x]", ("n", [1, "x"])), ("n=", ("n", "")),
    ("n={a: null}", ("n", {"a": None})), ("n=no", ("n", "no")),
])
def test_parse_set(typed, expected):
    """A typed value is text where the parameter is, else YAML."""
    assert expected == parse_set(endpoint(CHAT), typed)


@pytest.mark.parametrize(("typed", "expected"), [
    ("model", '--set "model": must be PATH=VALUE, such as model=QwQ-32B'),
    ("=x", '--set "=x": must be PATH=VALUE, such as model=QwQ-32B'),
    ("n=[1", "--set n:2:1: not YAML: while parsing a flow sequence did not find expected ',' or ']'"),
])
def test_parse_set_wrong(typed, expected):
    """A text that is not PATH=VALUE is one clear message."""
    with pytest.raises(SpecError) as caught:
        parse_set(endpoint(CHAT), typed)
    assert expected == str(caught.value)
