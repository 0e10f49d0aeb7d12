"""What a user does to a form is what is sent; what makes no request, or no state, is refused with a reason."""

import copy
import json

import pytest
from exchange import FILES
from servers import data_of, exact, page_state

from snippetgen import spec
from snippetgen.console import state
from snippetgen.console.form import form
from snippetgen.errors import Refused, SpecError
from snippetgen.request import resolve
from snippetgen.request.build import build

TEXT = """
title: t
method: POST
servers: {default: https://api.example.com/v1}
path: /items/{id}
params:
  - {name: id, in: path, type: integer, example: 7}
  - {name: q, in: query, example: a b}
  - {name: page, in: query, type: integer, example: 1}
  - {name: X-A, in: header, example: [x, y]}
  - {name: c, in: cookie, example: d}
  - {name: name, in: body, example: ada}
  - {name: size, in: body, type: number, example: 1.50}
  - {name: key, in: body, env: KEY}
stream: {set: {stream: true}, example: [a]}
"""
DATA = spec.loads_with_data(TEXT, "made.yaml", "made")[1]
ENDPOINT = spec.loads(TEXT, "made.yaml")
SECRETS = {"KEY": "s3cret", "OTHER": "other"}


def opened():
    return page_state(form(ENDPOINT, "en"))


def request(made, data=DATA):
    found = state.endpoint(data, made, "made")
    return build(found, stream=found.stream is not None)


def edited(place, name, **changes):
    """The request after one parameter was changed."""
    made = opened()
    rows = made["body"]["params"] if place == "body" else made["params"]
    (one,) = [one for one in rows if (one["in"], one["name"]) == (place, name)]
    one.update(changes)
    return request(made)


def added(place, name, value, **more):
    made = opened()
    rows = made["body"]["params"] if place == "body" else made["params"]
    rows.append({"name": name, "in": place, "on": True, "value": value, "type": "string", **more})
    return request(made)


def url(found):
    return resolve(found.url, SECRETS)


def headers(found):
    return [(name, resolve(value, SECRETS)) for name, value in found.headers]


def refusal(made, data=DATA):
    with pytest.raises(SpecError) as error:
        request(made, data)
    return str(error.value)


START = "https://api.example.com/v1/items/7?q=a%20b&page=1"


def test_changed():
    """A changed value is sent in its place, in the type of its parameter."""
    assert START.replace("/7", "/8") == url(edited("path", "id", value="8"))
    assert START.replace("a%20b", "%26%3D") == url(edited("query", "q", value="&="))
    assert ["p", "q"] == [value for name, value in headers(edited("header", "X-A", value='["p", "q"]')) if name == "X-A"]
    assert ["plain"] == [value for name, value in headers(edited("header", "X-A", value="plain")) if name == "X-A"]
    assert ("Cookie", "c=e") in headers(edited("cookie", "c", value="e"))
    assert exact(2) == exact(edited("body", "size", value="2").body.data["size"])
    assert ("Number", "2.500") == exact(edited("body", "size", value="2.500").body.data["size"])
    assert "12" == edited("body", "name", value="12").body.data["name"]


def test_switched_off():
    """A parameter that is switched off is not sent."""
    assert START.replace("q=a%20b&", "") == url(edited("query", "q", on=False))
    assert [] == [value for name, value in headers(edited("header", "X-A", on=False)) if name == "X-A"]
    assert [] == [value for name, value in headers(edited("cookie", "c", on=False)) if name == "Cookie"]
    assert ["size", "key"] == list(edited("body", "name", on=False).body.data)
    assert () == edited("body", "key", on=False).env


def test_added():
    """An added parameter is sent after the others, also one whose name is there already."""
    assert START + "&new=1" == url(added("query", "new", "1"))
    assert START + "&q=again" == url(added("query", "q", "again"))
    assert ("X-B", "b") == headers(added("header", "X-B", "b"))[2]
    assert ("Cookie", "c=d; e=f") in headers(added("cookie", "e", "f"))
    assert "w" == added("body", "deep.er[0]", "w").body.data["deep"]["er"][0]
    assert [1, 2] == added("body", "list", "[1, 2]", type="array").body.data["list"]
    assert START + "&l=1&l=2" == url(added("query", "l", "[1, 2]", type="array"))


def test_added_variable():
    """An added parameter may be read from a variable, as those of an imported command are."""
    made = opened()
    made["params"].append({"name": "X-Key", "in": "header", "on": True, "env": "OTHER"})
    assert ("X-Key", "other") in headers(request(made))


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "HEAD", "TRACE", "DELETE", "OPTIONS", "PURGE", "M-SEARCH", "get"])
def test_method(method):
    """Any method is sent as it was written."""
    assert method == request(opened() | {"method": method}).method


@pytest.mark.parametrize("method", ["", "GET ", "G ET", "G\r\nX: y", "方法", "CONNECT"])
def test_wrong_method(method):
    """What is no method of a request is refused."""
    assert "method" in refusal(opened() | {"method": method})


def test_base_and_path():
    """Another base address and another path are sent."""
    made = opened() | {"base": "http://127.0.0.1:8000/", "path": "/x/{id}?z=1"}
    assert "http://127.0.0.1:8000/x/7?z=1&q=a%20b&page=1" == url(request(made))


@pytest.mark.parametrize(
    "base",
    ["", "x", "ftp://x.example", "//x.example", "https://", "https:///p", "https://a@b.example", "https://a.example?b",
     "https://a.example/#c", "https://a b.example", "https://[::1", "https://a.example:port", "javascript:alert(1)",
     "https://a.example\r\nX: y", "https://\ud800.example"],
)  # fmt: skip
def test_wrong_base(base):
    """What is no base address is refused."""
    assert refusal(opened() | {"base": base}).startswith("the request: ")


@pytest.mark.parametrize("path", ["x", "{id}", "/items/{id}/{other}", "/items", "/../{id}", "/{id}#x", "/{id}\n", "/\\{id}", "@b.example/{id}", ":80/{id}"])
def test_wrong_path(path):
    """A path that is none, or whose parameters are others, is refused."""
    assert refusal(opened() | {"path": path}).startswith("the request: ")


def body(kind, **more):
    return opened() | {"body": {"kind": kind, "media_type": "", "text": "", "pairs": [], "path": "", "params": [], **more}}


def test_bodies():
    """A body of every kind is sent in place of that of the spec."""
    assert "none" == request(body("none")).body.kind
    assert exact({"a": [1, {"b": None}]}) == exact(request(body("json", text='{"a": [1, {"b": null}]}')).body.data)
    form_body = request(body("form", pairs=[["a", "1"], ["b", "x y"], ["a", "2"]])).body
    assert "a=1&b=x%20y&a=2" == resolve(form_body.text, {})
    parts = request(body("multipart", pairs=[["a", "1"], ["a", "2"]])).body.parts
    assert [("a", "1"), ("a", "2")] == [(one.name, resolve(one.value, {})) for one in parts]
    text = request(body("text", text="a\r\n", media_type="text/csv")).body
    assert ("a\r\n", "text/csv") == (resolve(text.text, {}), text.media_type)
    assert "x.bin" == request(body("file", path="x.bin")).body.path


def test_secret_in_json_text():
    """The variable of a secret stays in JSON text where the text has it; what a user wrote there is sent as it is."""
    whole = {"params": [{"name": "key", "in": "body", "on": True, "env": "KEY"}]}
    assert ("KEY",) == request(body("json", text='{"key": "$KEY", "b": 1}', **whole)).env
    assert exact({"key": "mine"}) == exact(request(body("json", text='{"key": "mine"}', **whole)).body.data)
    assert exact({"b": 1}) == exact(request(body("json", text='{"b": 1}', **whole)).body.data)


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", "not JSON"), ("{", "not JSON"), ("{'a': 1}", "not JSON"), ("NaN", "not JSON"), ("1 2", "not JSON"), ("[1,]", "not JSON"),
     ('{"a": 1, "a": 2}', "duplicate key"), ('"\\ud800"', "lone surrogate"), ("[" * 10_000 + "]" * 10_000, "the request"),
     ("[" * 201 + "]" * 201, "200 levels"), ('{"a":' * 10_000 + "1" + "}" * 10_000, "the request"), ("9" * 5000, "not JSON"),
     ("1e" + "9" * 30, "too large")],
    ids=range(13),
)  # fmt: skip
def test_wrong_json(text, reason):
    """Text that is no JSON, would lose a member, or is nested too deeply is refused."""
    found = refusal(body("json", text=text)).replace("body: ", "the request: body: ")
    assert reason in found


def test_sizes():
    """A state has at most 1,000 parameters and pairs, and texts as long as a spec."""
    many = [{"name": "a", "in": "query", "on": True, "value": "x", "type": "string"}] * 1001
    assert "more than 1000" in refusal(opened() | {"params": many})
    assert "more than 1000" in refusal(body("form", pairs=[["a", "b"]] * 1001))
    assert "longer than" in refusal(body("text", text="x" * 5_000_001))
    assert "more than 200,000 values" in refusal(body("json", text="[" + "1," * 200_000 + "1]"))


def streamed(**more):
    return opened() | {"stream": True} | more


def test_stream_of_other_bodies():
    """What asks for a stream is put into whatever body the user made, or its lack is told."""
    fields = streamed()
    assert True is request(fields).body.data["stream"]
    assert True is request(streamed(body=body("json", text='{"stream": false}')["body"])).body.data["stream"]
    form_body = request(streamed(body=body("form", pairs=[["stream", "no"], ["a", "b"]])["body"])).body
    assert "stream=true&a=b" == resolve(form_body.text, {})
    for kind in ({"kind": "none"}, {"kind": "text", "text": "x"}):
        assert "no place for stream" in refusal(streamed(body=body(**kind)["body"]))
    assert "not a map" in refusal(streamed(body=body("json", text="[1]")["body"]))


def test_stream_of_none():
    """A state that asks for a stream where the endpoint has none is refused."""
    plain = {key: value for key, value in DATA.items() if key != "stream"}
    assert "does not stream" in refusal(streamed(), plain)


def test_query_that_asks_for_a_stream_is_switched_off():
    """A parameter that asks for a stream is added where its user switched it off."""
    data = DATA | {"stream": {"set": {"q": "s"}, "example": ["a"]}}
    made = streamed()
    made["params"][1]["on"] = False
    assert "https://api.example.com/v1/items/7?page=1&q=s" == url(request(made, data))


# -- what a page sends may be anything ---------------------------------------------------------------------------------

WRONG = [None, True, False, 0, -1, 1.5, 10**400, "", "x", "\0", "\ud800", "a" * 70_000, "[" * 10_000, "9" * 5000, "1e" + "9" * 30, "&a [*a]", "{}{", [], [[]], [1], ["a", "b"], {}, {"a": {}}]
"""A value of every kind, to stand anywhere."""


def places(data, path=()):
    """The path of every value within data."""
    yield path
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield from places(value, (*path, key))


def put(data, path, value):
    if not path:
        return value
    made = copy.deepcopy(data)
    inner = made
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return made


def removed(data, path):
    made = copy.deepcopy(data)
    inner = made
    for key in path[:-1]:
        inner = inner[key]
    del inner[path[-1]]
    return made


def outcome(data, made):
    """What becomes of a state: "sent", or "refused"; anything else is an error of ours."""
    try:
        found = state.endpoint(data, made, "made")
        build(found, stream=found.stream is not None)
    except (SpecError, Refused):
        return "refused"
    return "sent"


def variants(made):
    """States with a body of each kind, all of whose parts have something."""
    for kind in ("fields", "json", "form", "multipart", "text", "file", "none"):
        more = {"kind": kind, "text": '{"a": [1]}', "pairs": [["a", "b"]], "path": "x", "media_type": "text/plain" if kind == "text" else ""}
        yield made | {"body": made["body"] | more, "stream": kind in ("fields", "json")}


def test_anything_anywhere():
    """Any value in any place of a state, and a state without any of its parts, is sent or refused with a SpecError."""
    found = set()
    for made in variants(opened()):
        assert "sent" == outcome(DATA, made)
        for path in places(made):
            found |= {outcome(DATA, put(made, path, value)) for value in WRONG}
            found |= {outcome(DATA, removed(made, path))} if path else set()
    assert {"sent", "refused"} == found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_anything_in_specs(file):
    """So is any value in any place of the state of every spec."""
    data, endpoint = data_of(file), spec.load(file)
    made = json.loads(json.dumps(page_state(form(endpoint, "en"))))
    found = {outcome(data, put(made, path, value)) for path in places(made) for value in (None, 7, "\0x\r\n", [["a"]], {"a": 1})}
    assert {"sent", "refused"} >= found
