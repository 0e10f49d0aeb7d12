"""Exported Postman collections, read back by a reader that knows no more than the format."""

import json
import re
from urllib.parse import quote

import exchange
import pytest

from snippetgen import spec
from snippetgen.exporters import Item, export
from snippetgen.request import basic_header
from snippetgen.request.build import build

SAFE = "%!$&'()*+,/:;=?@[]~-._"
"""What Postman leaves alone when it encodes an address."""


def understood(text, request):
    """Method, address, headers and body of the one item, its variables filled in."""
    collection = json.loads(text)
    (item,) = collection["item"]
    sent, values = item["request"], exchange.environ(request)
    bases = {one["key"]: one["value"] for one in collection["variable"] if one["value"]}
    url = exchange.filled(sent["url"]["raw"], bases)
    for one in sent["url"].get("variable", ()):
        url = re.sub(rf"/:{one['key']}(?=[/?]|$)", lambda _, one=one: "/" + quote(one["value"], safe=SAFE + "{}"), url)
    url = exchange.filled(url, values, lambda secret: quote(secret, safe=""))
    headers = [(one["key"], exchange.filled(one["value"], values)) for one in sent["header"]]
    headers += authorized(sent["auth"], values, sent["method"], url)
    return sent["method"], quote(url, safe=SAFE), *sent_body(sent.get("body", {}), headers, values, request)


def authorized(auth, values, method, url):
    facts = {one["key"]: exchange.filled(one["value"], values) for one in auth.get(auth["type"], ())}
    if auth["type"] == "basic":
        return [("Authorization", basic_header(facts["username"], facts["password"]))]
    if auth["type"] == "digest":
        return [("Authorization", exchange.digest_header(method, url, facts["username"], facts["password"]))]
    if auth["type"] == "bearer":
        return [("Authorization", f"Bearer {facts['token']}")]
    return [(facts["key"], facts["value"])] if auth["type"] == "apikey" else []


def sent_body(body, headers, values, request):
    mode = body.get("mode")
    if mode == "raw":
        return headers, exchange.filled(body["raw"], values).encode()
    if mode == "urlencoded":
        return headers, exchange.form((one["key"], exchange.filled(one["value"], values)) for one in body["urlencoded"])
    if mode == "file":
        return headers, exchange.files(request)[body["file"]["src"]]
    if mode != "formdata":
        return headers, b""
    parts = [
        (one["key"], one.get("fileName", one["src"].rpartition("/")[2]), one.get("contentType"), exchange.files(request)[one["src"]])
        if one["type"] == "file"
        else (one["key"], None, one.get("contentType"), exchange.filled(one["value"], values).encode())
        for one in body["formdata"]
    ]
    return [*headers, ("Content-Type", f"multipart/form-data; boundary={exchange.BOUNDARY}")], exchange.multipart(parts)


REFUSED = {
    "method-lower-case": "Postman sends every method in capitals, not put",
    "text-latin1": "Postman sends a text in UTF-8, not in ISO-8859-1",
    "text-utf16": "Postman sends a text in UTF-8, not in UTF-16",
}
CARRIED = [one for one in exchange.CASES if one[0].stem not in REFUSED]


@pytest.mark.parametrize("name", REFUSED)
def test_what_postman_cannot_send_is_refused(name):
    """A method or a charset that Postman would change is refused."""
    (file, stream), = [one for one in exchange.CASES if one[0].stem == name]
    assert REFUSED[name] == exchange.reason(exchange.item(file, stream=stream), "postman")


@pytest.mark.parametrize(("file", "stream"), CARRIED, ids=[one[0].stem for one in CARRIED])
def test_a_reader_finds_the_request(file, stream):
    """Every spec comes back as it was."""
    one = exchange.item(file, stream=stream)
    assert [] == exchange.faults(one.request, *understood(exchange.exported(one, "postman"), one.request))


@pytest.mark.parametrize(("file", "stream"), CARRIED, ids=[one[0].stem for one in CARRIED])
def test_the_parts_of_an_address_are_its_raw_form(file, stream):
    """Postman's window shows host, path and query; its runner sends raw."""
    url = json.loads(exchange.exported(exchange.item(file, stream=stream), "postman"))["item"][0]["request"]["url"]
    path = "".join("/" + segment for segment in url.get("path", ()))
    query = "&".join(one["key"] if one["value"] is None else f"{one['key']}={one['value']}" for one in url.get("query", ()))
    assert url["raw"] == "".join(url["host"]) + path + ("?" + query if query else "")


HEAD = "title: t\nmethod: GET\nurl: https://a.example.com"


def collection(*names):
    return json.loads(export([exchange.item(exchange.ROOT / name) for name in names], "postman", title="Mine").text)


def test_servers_and_secrets_are_variables():
    """Servers and secrets are variables: each server once, each secret without a value."""
    found = collection("specs/qwq-32b.yaml", "specs/search.yaml", "specs/head.yaml")
    assert {
        "baseUrl": "https://api.mkeai.com/v1",
        "MKEAI_API_KEY": "",
        "baseUrl2": "https://api.example.com",
        "baseUrl3": "https://downloads.example.net",
    } == {one["key"]: one["value"] for one in found["variable"]}


def test_folders_follow_the_folders_of_the_specs():
    """The folders of the collection are those of the specs, if there are several."""
    pets, cats = (
        Item(endpoint, build(endpoint))
        for endpoint in (spec.loads(HEAD, "specs/pets/list.yaml"), spec.loads(HEAD, "specs/cats/list.yaml"))
    )
    found = json.loads(export([pets, cats, pets], "postman").text)["item"]
    assert [("pets", 2), ("cats", 1)] == [(one["name"], len(one["item"])) for one in found]


def test_path_parameters_are_path_variables():
    """Path parameters are path variables, with their descriptions."""
    url = collection("specs/search.yaml")["item"][0]["request"]["url"]
    assert ([{"key": "catalogue", "value": "books", "description": "The catalogue to search in"}], "catalogues") == (
        url["variable"],
        url["path"][1],
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [("laptop (old)", "laptop (old)"), ("a/b", "a%2Fb"), ("a%20b", "a%2520b"), ("é 你", "é 你"), ("a;b", "a%3Bb")],
)
def test_a_path_variable_is_readable_where_it_can_be(value, expected):
    """Postman encodes a space, and leaves a slash and a percent sign alone."""
    one = exchange.made(f"title: t\nmethod: GET\nurl: https://a.example.com/x/{{k}}\nparams: [{{name: k, in: path, example: '{value}'}}]")
    text = exchange.exported(one, "postman")
    assert ([], expected) == (
        exchange.faults(one.request, *understood(text, one.request)),
        json.loads(text)["item"][0]["request"]["url"]["variable"][0]["value"],
    )


def test_answers_are_saved():
    """All answers are saved, each with its request."""
    (item,) = collection("specs/upload.yaml")["item"]
    assert [(201, "Created"), (413, "Request Entity Too Large")] == [
        (one["code"], one["status"]) for one in item["response"] if one["originalRequest"] == item["request"]
    ]


def test_a_dynamic_variable_of_postman_is_refused():
    """A text like a dynamic variable of Postman is refused, because Postman would replace it."""
    one = exchange.made("title: t\nmethod: POST\nurl: https://a.example.com\nbody: {type: json, example: {a: '{{$guid}}'}}")
    assert 'the text "{{$guid}}" would be taken for a variable' == exchange.reason(one, "postman")


def test_a_segment_that_begins_with_a_colon_stays():
    """A segment that begins with a colon is not read as a path variable."""
    one = exchange.made("title: t\nmethod: GET\nurl: https://a.example.com/v1/:batch/x")
    assert [] == exchange.faults(one.request, *understood(exchange.exported(one, "postman"), one.request))


@pytest.mark.parametrize(("said", "expected"), [("follow", {"followRedirects": True}), ("stop", {"followRedirects": False})])
def test_redirects(said, expected):
    """What the spec says of redirects is Postman's setting."""
    one = exchange.made(f"title: t\nmethod: POST\nurl: https://a.example.com\nredirects: {said}")
    (item,) = json.loads(exchange.exported(one, "postman"))["item"]
    assert expected == item.get("protocolProfileBehavior")


@pytest.mark.parametrize(("method", "expected"), [("GET", {"disableBodyPruning": True}), ("POST", None)])
def test_a_body_that_postman_would_prune(method, expected):
    """Postman sends a body with GET only where it is told to (https://schema.postman.com, protocolProfileBehavior)."""
    one = exchange.made(f"title: t\nmethod: {method}\nurl: https://a.example.com\nbody: {{type: json, example: 1}}")
    (item,) = json.loads(exchange.exported(one, "postman"))["item"]
    assert expected == item.get("protocolProfileBehavior")
