"""Checks of a spec's meaning: contradictions, and values that cannot be sent."""

import pytest

from snippetgen import spec
from snippetgen.errors import SpecError

HEAD = "title: a\nmethod: POST\n"
URL = HEAD + "url: https://api.example.com/a\n"


def mistakes(text):
    with pytest.raises(SpecError) as caught:
        spec.loads(text, "a.yaml")
    return [line.removeprefix("a.yaml:").partition(" ")[2] for line in str(caught.value).splitlines()]


def param(fields, body="", url=URL):
    return f"{url}params: [{{{fields}}}]\n{body}"


@pytest.mark.parametrize(("text", "expected"), [
    (HEAD, "give url, or servers and path"),
    (URL + "servers: {a: https://b.example}", "url: give url, or servers and path, not both"),
    (URL + "path: /b", "path: is only for servers; url is already the whole address"),
    (HEAD + "servers: {}", "servers: is empty (write default: https://…)"),
    (HEAD + "servers: {a: 'https://b.example?c=d'}",
     "servers.a: a base address cannot have a query (put the parameters under params)"),
    (HEAD + "url: https://a.example/b#c",
     "url: a fragment (#…) is never sent (write %23 for a literal #)"),
    (HEAD + "url: https://me:pw@a.example/b", "url: contains a user name or password (write them under auth)"),
    (HEAD + "url: https://a.example/b/../c",
     'url: has a "." or ".." segment, which clients remove (leave it out)'),
    (HEAD + "url: https://a.example/b/%2E%2e",
     'url: has a "." or ".." segment, which clients remove (leave it out)'),
    (HEAD + "url: https://a.example/b\\c", "url: contains a control character or a backslash (write it as %XX)"),
    (HEAD + 'url: "https://a.example/b\\tc"', "url: contains a control character or a backslash (write it as %XX)"),
    (HEAD + "url: https://a b.example/c", 'url: "a b.example" is not a host name'),
    (HEAD + "url: https://a..example/c", 'url: "a..example" is not a host name'),
    (HEAD + "url: https://a.example:port/c", 'url: "a.example:port" is not a host name'),
    (HEAD + "url: https://{tenant}.a.example/c", 'url: "{tenant}.a.example" is not a host name'),
    (HEAD + "servers: {a: https://b.example}\npath: /x/../y",
     'path: has a "." or ".." segment, which clients remove (leave it out)'),
    (HEAD + "url: https://a.example/{id}", "url: {id} has no parameter (add one with in: path and name: id)"),
    (param("name: id, in: header, allow_reserved: true, example: x"),
     "params[0].allow_reserved: is only for in: query and in: path"),
    (param("name: id, in: path, allow_reserved: true, example: a/../b", url=HEAD + "url: 'https://a.example/{id}'\n"),
     "params[0].example: is a path segment that clients remove"),
    (URL + "auth: {type: apikey, in: query, name: key, prefix: 'Token ', env: KEY}",
     "auth.prefix: is only for a key in a header, and must be printable ASCII"),
    (param("name: id, in: path, example: x"), 'params[0].name: "id" is not in the path (write {id} there)'),
    (param("name: id, in: path, example: x", url=HEAD + "url: 'https://a.example/?x={id}'\n"),
     'params[0].name: "id" is not in the path (write {id} there)'),
    ("title: a\nmethod: CONNECT\nurl: https://a.example",
     "method: CONNECT opens a tunnel through a proxy; it is not a request to an endpoint"),
])
def test_address(text, expected):
    """An address that cannot be sent as it stands is refused."""
    assert [expected] == mistakes(text)


@pytest.mark.parametrize("url", [
    "http://localhost:8080", "https://[::1]:8080/a", "https://bücher.example/é", "https://a.example/proxy/https://b.example/",
    "https://a.example/...", "https://a.example/a%20b?c={d}&e=%20", "HTTPS://A.EXAMPLE",
])
def test_good_address(url):
    """An unusual address is no mistake."""
    assert {"": "a"} == spec.loads(f"title: a\nmethod: GET\nurl: '{url}'").title


@pytest.mark.parametrize(("auth", "expected"), [
    ("{type: bearer}", "auth: bearer needs env (env is missing)"),
    ("{type: basic, user: a}", "auth: basic needs user and password (password is missing)"),
    ("{type: apikey, env: A, in: header}", "auth: apikey needs env and in and name (name is missing)"),
    ("{type: bearer, env: A, name: b}", "auth.name: bearer does not take name (it takes env)"),
    ("{type: none, env: A}", "auth.env: none does not take env (it takes nothing else)"),
    ("{type: basic, user: a, password: b}",
     "auth.password: a spec must not contain a password (write password: {env: API_PASSWORD})"),
    ("{type: digest, user: a}", "auth: digest needs user and password (password is missing)"),
    ("{type: digest, user: a, password: b}",
     "auth.password: a spec must not contain a password (write password: {env: API_PASSWORD})"),
    ("{type: digest, user: 'a:b', password: ''}", "auth.user: a user name for digest cannot contain a colon (RFC 7617)"),
    ("{type: digest, user: é, password: ''}",
     'auth.user: a user name for digest can only contain printable ASCII, but for " and \\ (each client writes the rest in its own way)'),
    ("{type: basic, user: 'a:b', password: ''}", "auth.user: a user name for basic cannot contain a colon (RFC 7617)"),
    ("{type: apikey, env: A, in: header, name: 'a b'}", 'auth.name: "a b" is not a valid header name (letters, digits and - _ .)'),
    ("{type: apikey, env: A, in: cookie, name: 'a='}", 'auth.name: "a=" is not a valid cookie name (letters, digits and - _ .)'),
    ("{type: apikey, env: A, in: header, name: Host}",
     "auth.name: Host belongs to the connection, and every client sends it by itself (leave it out)"),
    ("[{type: bearer, env: A}, {type: basic, user: b, password: {env: C}}]",
     "auth[1].type: a second Authorization header (a request has one; send a second key in another header)"),
    ("[{type: none}, {type: bearer}]", "auth[1]: bearer needs env (env is missing)"),
])
def test_auth(auth, expected):
    """Each kind of key has what it needs, and nothing else."""
    assert [expected] == mistakes(f"{URL}auth: {auth}")


def test_several_keys():
    """Several keys may go together."""
    text = f"{URL}auth: [{{type: bearer, env: A}}, {{type: apikey, in: query, name: 'a b', env: B}}]"
    assert ["bearer", "apikey"] == [one.type for one in spec.loads(text).auth]


@pytest.mark.parametrize(("fields", "expected"), [
    ("name: a, in: query, required: true",
     'params[0]: "a" is required, so it needs an example (or env: NAME when it is a secret)'),
    ("name: '', in: query, example: x", "params[0].name: is empty (a parameter needs a name)"),
    ("name: 'a b', in: header, example: x", 'params[0].name: "a b" is not a valid header name (letters, digits and - _ .)'),
    ("name: 'a=b', in: cookie, example: x", 'params[0].name: "a=b" is not a valid cookie name (letters, digits and - _ .)'),
    ("name: content-LENGTH, in: header, example: '1'",
     "params[0].name: content-LENGTH belongs to the connection, and every client sends it by itself (leave it out)"),
    ("name: a, in: query, type: file, example: x",
     "params[0].type: a file needs a multipart body (in: body, and body: {type: multipart})"),
    ("name: a, in: query, example: 5",
     "params[0].example: 5 is not of type string (change the type, or quote the value)"),
    ("name: a, in: query, type: integer, example: true",
     "params[0].example: true is not of type integer (change the type, or quote the value)"),
    ("name: a, in: query, type: integer, example: 1.5",
     "params[0].example: 1.5 is not of type integer (change the type, or quote the value)"),
    ("name: a, in: query, type: boolean, default: 1",
     "params[0].default: 1 is not of type boolean (change the type, or quote the value)"),
    ("name: a, in: query, example: null",
     "params[0].example: null is not of type string (change the type, or quote the value)"),
    ("name: a, in: query, type: integer, example: [1, b]",
     'params[0].example: [1, "b"] is not of type integer (change the type, or quote the value)'),
    ("name: a, in: body, example: [b]",
     'params[0].example: ["b"] is not of type string (change the type, or quote the value)'),
    ("name: a, in: query, enum: [red, green], example: rad",
     'params[0].example: the text "rad" is not in the enum (did you mean "red"?)'),
    ("name: a, in: query, enum: [red, green], example: [red, blue]",
     'params[0].example: the text "blue" is not in the enum (one of: red, green)'),
    ("name: a, in: query, type: integer, enum: [true], example: 1",
     "params[0].example: 1 is not in the enum (one of: True)"),
    ("name: a, in: query, type: object, example: {b: c}",
     "params[0].example: must be a single value or a list of them (write name[key] for an object)"),
    ("name: a, in: header, example: é",
     "params[0].example: a header value must be printable ASCII, without spaces at the ends (encode the rest, see RFC 8187)"),
    ('name: a, in: header, example: "b\\r\\nc: d"',
     "params[0].example: a header value must be printable ASCII, without spaces at the ends (encode the rest, see RFC 8187)"),
    ("name: a, in: header, example: ' b'",
     "params[0].example: a header value must be printable ASCII, without spaces at the ends (encode the rest, see RFC 8187)"),
    ("name: a, in: cookie, example: 'b; c'",
     "params[0].example: a cookie value must be printable ASCII, without spaces or ; (percent-encode it)"),
    ('name: a, in: header, required: true, default: "b\\n"',
     "params[0].default: a header value must be printable ASCII, without spaces at the ends (encode the rest, see RFC 8187)"),
])
def test_param(fields, expected):
    """A parameter that cannot be sent, or contradicts itself, is refused."""
    assert [expected] == mistakes(param(fields))


@pytest.mark.parametrize(("value", "expected"), [
    ("''", "is a path segment that clients remove"), (".", "is a path segment that clients remove"),
    ("..", "is a path segment that clients remove"), ("[a, b]", "must be a single value"),
])
def test_path_param(value, expected):
    """A path parameter is a segment that is sent as it is."""
    text = param(f"name: id, in: path, type: {'array' if value[0] == '[' else 'string'}, example: {value}",
                 url=HEAD + "url: https://a.example/{id}\n")
    assert [f"params[0].example: {expected}"] == mistakes(text)


def test_path_param_needs_a_value():
    """A path parameter is always required."""
    assert [
        'params[0]: "id" is required, so it needs an example (or env: NAME when it is a secret)',
    ] == mistakes(param("name: id, in: path", url=HEAD + "url: https://a.example/{id}\n"))


@pytest.mark.parametrize(("text", "expected"), [
    (URL + "auth: {type: bearer, env: A}\nparams: [{name: authorization, in: header, example: b}]",
     "params[0].name: a second Authorization header (a request has one; send a second key in another header)"),
    (URL + "params: [{name: Cookie, in: header, example: a=b}, {name: c, in: cookie, example: d}]",
     "params[0].name: Cookie is written from the parameters with in: cookie (add this one as such a parameter)"),
    (URL + "params: [{name: content-type, in: header, example: a/b}, {name: c, in: body, example: d}]",
     "params[0].name: Content-Type comes from the body (write body: {media_type: …})"),
])
def test_header_written_twice(text, expected):
    """A header that follows from something else is not written by hand as well."""
    assert [expected] == mistakes(text)


@pytest.mark.parametrize(("text", "expected"), [
    (param("name: a, in: body, example: b", "body: {type: text, example: c}"),
     "params[0]: a text body cannot have parameters (remove the parameter, or change body.type)"),
    (param("name: a, in: body, example: b", "body: {type: file, file: c}"),
     "params[0]: a file body cannot have parameters (remove the parameter, or change body.type)"),
    (URL + "body: {type: text}", "body: a text body needs an example: its text"),
    (URL + "body: {type: text, example: 5}", "body: a text body needs an example: its text"),
    (URL + "body: {type: file}", "body: a file body needs file: the path of the file"),
    (URL + "body: {type: file, file: a, example: b}",
     "body.example: is for type: json or form or multipart or text, not for file"),
    (URL + "body: {type: json, parts: [{name: a, value: b}]}", "body.parts: is for type: multipart, not for json"),
    (URL + "body: {type: multipart, media_type: a/b, example: {c: d}}",
     "body.media_type: is for type: json or form or text or file, not for multipart"),
    (URL + "body: {type: form, example: [a]}", "body.example: of a form body must be a map of name to value"),
    (URL + "body: {type: form, example: {a: {b: 1.5}}}",
     "body.example.a: must be a single value or a list of them (write name[key] for an object)"),
    (URL + "body: {type: multipart}", "body: a multipart body needs at least one part (under parts, or a parameter with in: body)"),
    (URL + "body: {type: multipart, parts: [{name: a, value: b, file: c}]}",
     "body.parts[0]: a part needs exactly one of value, env and file"),
    (URL + "body: {type: multipart, parts: [{name: '', value: b}]}", "body.parts[0].name: is empty (a parameter needs a name)"),
    (URL + "body: {type: multipart, parts: [{name: a, file: b, filename: 'c\"'}]}",
     "body.parts[0].filename: clients disagree on how to write quotation marks, backslashes and control characters"
     " (leave them out)"),
    (param("name: a, in: body, type: file, example: 'b\\c'", "body: {type: multipart}"),
     "params[0].example: clients disagree on how to write quotation marks, backslashes and control characters"
     " (leave them out)"),
    (param("name: a, in: body, type: object, example: {b: c}", "body: {type: form}"),
     "params[0].example: must be a single value or a list of them (write name[key] for an object)"),
])
def test_body(text, expected):
    """A body that cannot be sent, or contradicts its parameters, is refused."""
    assert [expected] == mistakes(text)


JSON = param("name: a.b, in: body, example: c")


@pytest.mark.parametrize(("text", "expected"), [
    (URL + "params: [{name: a, in: body, example: b}, {name: a.c, in: body, example: d}]",
     'params[1].name: "c" cannot be set: the value around it is not a map'),
    (URL + "params: [{name: 'a[2]', in: body, example: b}]", "params[0].name: [2] cannot be set: the list has 0 elements"),
    (URL + "params: [{name: a.b, in: body, example: c}]\nbody: {type: json, example: [1]}",
     'params[0].name: "a" cannot be set: the value around it is not a map'),
    (JSON + "examples: {x: {set: {'a.b.c': 1}}}",
     'examples.x.set.a.b.c: "c" cannot be set: the value around it is not a map'),
    (JSON + "examples: {x: {set: {'a[': 1}}}",
     'examples.x.set.a[: "a[" is not a path at "[" (write it like choices[0].message.content)'),
    (JSON + "stream: {set: {'a[0]': 1}, example: []}",
     "stream.set.a[0]: [0] cannot be set: the value around it is not a list"),
    (param("name: query, in: query, example: c", "examples: {x: {set: {quary: d}}}"),
     'examples.x.set.quary: unknown parameter "quary" (did you mean "query"?)'),
    (URL + "examples: {x: {set: {a: d}}}", 'examples.x.set.a: unknown parameter "a" (the endpoint has no parameters)'),
    (param("name: a, in: header, example: c", 'examples: {x: {set: {a: "d\\ne"}}}'),
     "examples.x.set.a: a header value must be printable ASCII, without spaces at the ends (encode the rest, see RFC 8187)"),
    (param("name: a, in: body, example: c", "body: {type: form}\nexamples: {x: {set: {a: {b: c}}}}"),
     "examples.x.set.a: must be a single value or a list of them (write name[key] for an object)"),
])
def test_change(text, expected):
    """A parameter of a JSON body, an example and a stream change only what is there."""
    assert [expected] == mistakes(text)


@pytest.mark.parametrize(("text", "expected"), [
    ("result: a", "result: needs a response with an example"),
    ("responses: [{status: 404, example: {a: 1}}]\nresult: a", "result: needs a response with an example"),
    ("responses: [{status: 200, example: {a: 1}}]\nresult: b", 'result: "b" is not in the example of responses[0]'),
    ("responses: [{status: 200, example: {a: 1}}]\nresult: b[",
     'result: "b[" is not a path at "[" (write it like choices[0].message.content)'),
    ("responses: [{status: 200, example: '{a'}]\nresult: a",
     "responses[0].example: result needs a JSON example, and this is not JSON: Expecting property name enclosed in double"
     " quotes: line 1 column 2 (char 1)"),
    ("responses: [{status: 200, example: '" + "[" * 100_000 + "'}]\nresult: a", "responses[0].example: is nested too deeply"),
    ("responses: [{status: 700}]", "responses[0].status: 700 is not a response status (200 to 599)"),
    ("responses: [{status: 100}]", "responses[0].status: 100 is not a response status (200 to 599)"),
    ("responses: [{status: 204, example: {a: 1}}]", "responses[0].example: an answer with status 204 has no body"),
    ("responses: [{status: 200, fields: [{name: 'a['}]}]",
     'responses[0].fields[0].name: "a[" is not a path at "[" (write it like choices[0].message.content)'),
    ("stream: {delta: a, example: [{b: 1}, '{']}", 'stream.delta: "a" is not in any of the example events'),
    ("stream: {delta: [b, a], example: [{b: 1}]}", 'stream.delta[1]: "a" is not in any of the example events'),
    ("stream: {delta: [], example: [{b: 1}]}", "stream.delta: is empty (leave it out to print the data of each event)"),
    ('stream: {example: ["a\\nb"]}', "stream.example[0]: has several lines (say events: full, or write it on one line)"),
    ("stream: {format: lines, done: a, example: [b]}", "stream.done: is only for server-sent events, not for format: lines"),
    ("stream: {format: lines, events: full, example: [b]}", "stream.events: is only for server-sent events, not for format: lines"),
    ("stream: {format: lines, example: [{event: a, data: b}]}", "stream.example: only server-sent events have names (lines are data alone)"),
])
def test_answer(text, expected):
    """The path of the value that a program prints must exist in the example answer."""
    assert [expected] == mistakes(URL + text)
