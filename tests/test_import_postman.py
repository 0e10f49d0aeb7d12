"""Postman collections -> requests."""

import pytest
from importing import checked, notes, sent

from snippetgen import importers
from snippetgen.errors import Refused, SpecError
from snippetgen.importers.model import Options
from snippetgen.importers.postman.collection import open_postman
from snippetgen.importers.postman.variables import NOT_SET
from snippetgen.request import resolve

URL = "https://api.acme.io/a"
V20 = "https://schema.getpostman.com/json/collection/v2.0.0/collection.json"
V21 = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"


def collection(*items, schema=V21, **more):
    return {"info": {"name": "Acme", "schema": schema}, "item": list(items), **more}


def only(request, keep=False, item=None, **more):
    data = collection({"name": "One", "request": request, **(item or {})}, **more)
    one, = open_postman(data, "a.json", Options(keep_secrets=keep)).entries
    return checked(one.read())


def post(body, *headers, **more):
    request = {"method": "POST", "url": URL, "header": [{"key": key, "value": value} for key, value in headers], "body": body}
    return only(request, **more)


def variables(**pairs):
    return [{"key": key, "value": value} for key, value in pairs.items()]


def test_folders():
    """Folders are tags, and a request may be named by its folders too; names are unique."""
    get = {"method": "GET", "url": URL}
    data = collection(
        {"name": "Pets", "item": [{"name": "List", "request": get}, {"name": "Old", "item": [{"name": "List", "request": URL}]}]},
        {"name": "", "request": get},
    )
    found = open_postman(data, "a.json", Options())
    assert "Postman 2.1" == found.kind
    assert [
        ("List", ("List", "Pets / List", "GET /a"), ("Pets",)), ("List-2", ("List", "Pets / Old / List", "GET /a"), ("Pets", "Old")), ("get-a", ("GET /a",), ()),
    ] == [(one.name, one.labels, one.tags) for one in found.entries]
    assert ["List", "List", "GET /a"] == [checked(one.read()).data["title"] for one in found.entries]


@pytest.mark.parametrize("data", [collection(), collection({"name": "empty", "item": []}), {"item": [5, None]}])
def test_nothing(data):
    """A collection without a request is a mistake."""
    with pytest.raises(SpecError) as caught:
        open_postman(data, "a.json", Options())
    assert "a.json: item: contains no requests" == str(caught.value)


def test_wrapped():
    """An exported collection may stand in an object."""
    assert 1 == len(open_postman({"collection": collection({"request": URL}, schema=V20)}, "a.json", Options()).entries)


@pytest.mark.parametrize(("url", "expected"), [
    ("https://api.acme.io/a?b=c d", "https://api.acme.io/a?b=c%20d"),
    ("api.acme.io/a", "http://api.acme.io/a"),
    ({"raw": "https://api.acme.io/a?b=1"}, "https://api.acme.io/a?b=1"),
    ({"protocol": "https", "host": ["api", "acme", "io"], "port": "8443", "path": ["a", "b"], "query": [{"key": "c", "value": "1&2#3=4"}]}, "https://api.acme.io:8443/a/b?c=1%262%233%3D4"),
    ({"raw": "https://x/?b=1&c=2", "host": "api.acme.io", "protocol": "https", "path": "/a", "query": [{"key": "b", "value": "1", "disabled": True}, {"key": "c", "value": "2"}]}, "https://api.acme.io/a?c=2"),
    ({"raw": "https://api.acme.io/a?b", "query": [{"key": "b", "value": None}]}, "https://api.acme.io/a?b"),
    ({"host": ["https://api.acme.io/p"], "path": ["a"]}, "https://api.acme.io/p/a"),
    ({"raw": "{{base}}/a", "host": ["{{base}}"], "path": ["a"]}, "https://api.acme.io/v1/a"),
    ({"raw": "https://{{sub}}.acme.io/a"}, "https://eu.acme.io/a"),
    ({"raw": "{{base}}/{{id}}/x{{id}}"}, "https://api.acme.io/v1/7/x7"),
    ({"raw": "{{base}}/{{prefix}}/a"}, "https://api.acme.io/v1/p/q/a"),
    ({"raw": "{{nested}}/a"}, "https://api.acme.io/v1/n/a"),
    ({"host": ["api.acme.io"], "path": [{"type": "string", "value": "a"}]}, "http://api.acme.io/a"),
    ({"raw": "https://api.acme.io/a/{b}"}, "https://api.acme.io/a/%7Bb%7D"),
])
def test_url(url, expected):
    """An address is a text, or stands in pieces; variables of the collection are filled in."""
    known = variables(base="https://api.acme.io/v1/", sub="eu", id="7", prefix="p/q", nested="{{base}}n")
    assert expected == sent(only({"url": url}, variable=known))[1]


def test_path_variables():
    """:id and {{id}} are parameters of the path, with their values, or placeholders where none is known."""
    found = only({"url": {
        "raw": "https://api.acme.io/:petId/:none/:other/{{part}}/{{$guid}}",
        "variable": [{"key": "petId", "value": "42"}, {"key": "none", "value": ""}],
    }})
    assert [
        ("petId", "42"), ("none", "YOUR_NONE"), ("part", "YOUR_PART"), ("guid", "3fa85f64-5717-4562-b3fc-2c963f66afa6"),
    ] == [(one["name"], one["example"]) for one in found.data["params"]]
    assert "https://api.acme.io/{petId}/{none}/:other/{part}/{guid}" == found.data["url"]


@pytest.mark.parametrize(("url", "expected"), [
    ("{{baseUrl}}/pets", "https://api.example.com/pets"), ("https://{{host}}:8443/pets", "https://api.example.com/pets"), ("{{baseUrl}}", "https://api.example.com/"),
])
def test_unknown_server(url, expected):
    """An unknown server is replaced by an example, with a note."""
    found = only({"url": url})
    assert expected == sent(found)[1]
    assert ["is not set: api.example.com is used as the server (change it with --server)"] == [note.text for note in found.notes]


def test_unknown_variables():
    """A variable that is not known is a placeholder; in the place of a secret, a variable of the environment."""
    found = only({"url": f"{URL}?q={{{{query}}}}&api_key={{{{myKey}}}}", "header": [
        {"key": "X-Trace", "value": "a-{{trace}}"}, {"key": "X-Api-Key", "value": "{{headerKey}}"}, {"key": "Off", "value": "x", "disabled": True},
    ]})
    assert ("https://api.acme.io/a?q=YOUR_QUERY&api_key=%3CMY_KEY%3E", [("X-Api-Key", "<HEADER_KEY>"), ("X-Trace", "a-YOUR_TRACE")]) == sent(found)[1:3]


@pytest.mark.parametrize(("auth", "expected"), [
    ({"type": "bearer", "bearer": [{"key": "token", "value": "{{tok}}"}]}, {"type": "bearer", "env": "TOK"}),
    ({"type": "bearer", "bearer": {"token": "abc"}}, {"type": "bearer", "env": "ACME_API_KEY"}),
    ({"type": "bearer"}, {"type": "bearer", "env": "TOKEN"}),
    ({"type": "basic", "basic": variables(username="ada", password="{{pw}}")}, {"type": "basic", "user": "ada", "password": {"env": "PW"}}),
    ({"type": "digest", "digest": variables(username="ada", password="x", realm="r")}, {"type": "digest", "user": "ada", "password": {"env": "ACME_PASSWORD"}}),
    ({"type": "basic", "basic": variables(username="{{me}}", password="x")}, {"type": "basic", "user": {"env": "ME"}, "password": {"env": "ACME_PASSWORD"}}),
    ({"type": "apikey", "apikey": variables(key="X-K", value="v")}, {"type": "apikey", "in": "header", "name": "X-K", "env": "ACME_K"}),
    ({"type": "oauth2", "oauth2": variables(accessToken="t", headerPrefix="Token")}, {"type": "apikey", "in": "header", "name": "Authorization", "prefix": "Token ", "env": "ACME_API_KEY"}),
    ({"type": "oauth2"}, {"type": "bearer", "env": "ACCESS_TOKEN"}),
    ({"type": "noauth"}, None),
])
def test_auth(auth, expected):
    """The auth of a request adds its headers and parameters, in either format."""
    assert expected == only({"url": URL, "auth": auth}, variable=variables(tok="hidden")).data.get("auth")


@pytest.mark.parametrize("auth", [
    {"type": "apikey", "apikey": [*variables(key="k", value="{{theKey}}"), {"key": "in", "value": "query"}]}, {"type": "apikey", "apikey": {"key": "k", "value": "{{theKey}}", "in": "query"}},
])
def test_api_key_in_query(auth):
    """A key may go into the query."""
    assert "https://api.acme.io/a?b=1&k=%3CTHE_KEY%3E" == sent(only({"url": f"{URL}?b=1", "auth": auth}))[1]


def test_oauth2_in_query():
    """An access token may go into the query, too."""
    auth = {"type": "oauth2", "oauth2": variables(accessToken="t", addTokenTo="queryParams")}
    assert "https://api.acme.io/a?access_token=%3CACME_ACCESS_TOKEN%3E" == sent(only({"url": URL, "auth": auth}))[1]


def test_inherited_auth():
    """Auth comes from the request, its folder, or the collection; it takes the place of a header of the same name."""
    bearer = {"type": "bearer", "bearer": {"token": "{{top}}"}}
    data = collection(
        {"name": "a", "request": {"url": URL}},
        {"name": "f", "auth": {"type": "bearer", "bearer": {"token": "{{folder}}"}}, "item": [
            {"name": "b", "request": {"url": URL}}, {"name": "c", "request": {"url": URL, "auth": {"type": "noauth"}}},
        ]},
        {"name": "d", "request": {"url": URL, "header": "Authorization: Bearer {{own}}\nX: 1"}}, auth=bearer,
    )
    found = [checked(one.read()).data.get("auth") for one in open_postman(data, "a.json", Options()).entries]
    assert ["TOP", "FOLDER", None, "TOP"] == [one and one["env"] for one in found]


def test_unknown_auth():
    """Credentials of another kind are named, with what the program lacks."""
    assert [
        ["auth: awsv4 is not supported: the program lacks the headers Authorization and X-Amz-Date with a signature (AWS Signature 4)"],
        ["auth: new is not supported: the program sends no credentials of this kind"],
    ] == [notes(only({"url": URL, "auth": {"type": kind}})) for kind in ("awsv4", "new")]


def test_keep_secrets():
    """With --keep-secrets, the values of the collection stay."""
    found = only(
        {"url": f"{URL}?token={{{{tok}}}}", "auth": {"type": "bearer", "bearer": {"token": "{{tok}}"}}}, keep=True, variable=variables(tok="abc"),
    )
    assert ("https://api.acme.io/a?token=abc", [("Authorization", "Bearer abc")]) == sent(found)[1:3]


@pytest.mark.parametrize(("body", "headers", "kind", "media_type", "text"), [
    ({"mode": "raw", "raw": "a {{b}}"}, (), "text", "text/plain", "a YOUR_B"),
    ({"mode": "raw", "raw": "<a/>", "options": {"raw": {"language": "xml"}}}, (), "text", "application/xml", "<a/>"),
    ({"mode": "raw", "raw": "a=1"}, (("Content-Type", "application/x-www-form-urlencoded"),), "form", "application/x-www-form-urlencoded", "a=1"),
    ({"mode": "urlencoded", "urlencoded": [{"key": "a b", "value": "{{v}}&"}, {"key": "off", "value": "1", "disabled": True}]}, (), "form", "application/x-www-form-urlencoded", "a%20b=V%26"),
    ({"mode": "urlencoded", "urlencoded": "a=1&b=2"}, (), "form", "application/x-www-form-urlencoded", "a=1&b=2"),
    ({"mode": "raw", "raw": ""}, (), "none", "", ""),
    ({"mode": "raw", "raw": "x", "disabled": True}, (), "none", "", ""),
    ({"mode": "raw"}, (), "none", "", ""), ({}, (), "none", "", ""), (None, (), "none", "", ""),
])
def test_body(body, headers, kind, media_type, text):
    """Raw bodies and forms, with the type that Postman sends."""
    found = sent(post(body, *headers, variable=variables(v="V")))[3]
    assert (kind, media_type, text) == (found.kind, found.media_type, resolve(found.text, {}))


@pytest.mark.parametrize(("raw", "expected"), [
    ('{"a": 1.0, "b": "{{x}}"}', {"a": 1, "b": "YOUR_X"}), ('{"a": {{n}}, "b": {{unknown}}}', {"a": 5, "b": "YOUR_UNKNOWN"}), ('{"a": "\\"{{n}}\\""}', {"a": '"5"'}),
])
def test_json(raw, expected):
    """Variables stand in JSON as texts and as values."""
    assert expected == sent(post({"mode": "raw", "raw": raw, "options": {"raw": {"language": "json"}}}, variable=variables(n="5")))[3].data


def test_graphql():
    """A query and its variables are sent as JSON."""
    body = sent(post({"mode": "graphql", "graphql": {"query": "{ a }", "variables": '{"n": {{n}}}', "operationName": "Q"}}, variable=variables(n="5")))[3]
    assert ("application/json", {"query": "{ a }", "operationName": "Q", "variables": {"n": 5}}) == (body.media_type, body.data)


def test_graphql_as_it_is_written():
    """Variables that are no JSON are sent as Postman sends them, with a note; none are sent where there are none."""
    found = post({"mode": "graphql", "graphql": {"query": "{ a }", "variables": "{"}})
    assert '{"query":"{ a }","variables":{}' == resolve(sent(found)[3].text, {})
    assert ["body.graphql.variables: is not JSON; sent as it is written, as Postman does"] == notes(found)
    assert {"query": "{ a }"} == sent(post({"mode": "graphql", "graphql": {"query": "{ a }", "variables": ""}}))[3].data


def test_formdata():
    """Texts and files, those of a list one after the other."""
    found = post({"mode": "formdata", "formdata": [
        {"key": "a", "value": "1", "type": "text", "contentType": "application/json"}, {"key": "f", "type": "file", "src": ["/x/a.png", "C:\\b.txt"]},
        {"key": "g", "type": "file", "src": None}, {"key": "password", "value": "p", "type": "text"}, {"key": "off", "value": "1", "disabled": True},
    ]}, ("Content-Type", "multipart/form-data"))
    assert [("a", "", "application/json"), ("f", "/x/a.png", "image/png"), ("f", "b.txt", "text/plain"), ("g", "file", "application/octet-stream"), ("password", "", "")] == [
        (part.name, part.path, part.media_type) for part in sent(found)[3].parts
    ]
    drive = 'f: "C:\\\\b.txt" is sent as "b.txt": place the file of this Windows drive next to the program'
    assert [drive, "g: no file is chosen; the program sends a file named file"] == notes(found)


@pytest.mark.parametrize(("file", "expected"), [
    ({"src": "/x/a.bin"}, "/x/a.bin"), ({"src": "/C:/x/y.bin"}, "y.bin"), ({"src": "{{dir}}/a.bin"}, "YOUR_DIR/a.bin"), ({"content": "AA=="}, "file"), ({}, "file"), (None, "file"),
])
def test_file(file, expected):
    """A body from a file."""
    assert expected == sent(post({"mode": "file", "file": file}))[3].path


def test_unknown_mode():
    """A mode that is not known is named."""
    assert ['body: the mode "new" is unknown; the body is left out'] == notes(post({"mode": "new", "new": "x"}))


@pytest.mark.parametrize(("keeps", "kind"), [(True, "text"), (False, "none"), (None, "none")])
def test_body_of_get(keeps, kind):
    """Postman sends a body with GET only where pruning is switched off."""
    item = {} if keeps is None else {"protocolProfileBehavior": {"disableBodyPruning": keeps}}
    found = only({"method": "GET", "url": URL, "body": {"mode": "raw", "raw": "x"}}, item=item)
    assert kind == sent(found)[3].kind
    assert ([] if keeps else ["body: left out: Postman sends no body with GET"]) == notes(found)


@pytest.mark.parametrize(("setting", "expected"), [({"followRedirects": True}, "follow"), ({"followRedirects": False}, "stop"), ({}, None)])
def test_redirects(setting, expected):
    """Postman's setting for redirects is the spec's."""
    assert expected == only({"url": URL}, item={"protocolProfileBehavior": setting}).data.get("redirects")


def test_responses():
    """Saved answers are examples, the first of each status."""
    found = only({"url": URL}, item={"response": [
        {"name": "Imported", "code": 200, "header": [{"key": "Content-Type", "value": "application/json; charset=utf-8"}], "body": "{ }"},
        {"name": "Again", "code": 200, "body": "x"}, {"name": "Gone", "code": 404, "_postman_previewlanguage": "json", "body": "{}", "header": None}, {"name": "?", "code": None},
    ]})
    assert [
        {"status": 200, "media_type": "application/json; charset=utf-8", "description": "Imported", "example": "{ }"}, {"status": 404, "description": "Gone", "example": "{}"},
    ] == found.data["responses"]


@pytest.mark.parametrize(("description", "expected"), [("First.\nStill.\n\nMore.", "First. Still."), ({"content": "A text", "type": "text/plain"}, "A text"), (None, None)])
def test_summary(description, expected):
    """The first paragraph of a description is the summary."""
    assert expected == only({"url": URL, "description": description}).data.get("summary")


def test_cookie_header():
    """Variables in a Cookie header: a session is read, anything else filled in."""
    assert [("Cookie", "theme=dark; sid=<MY_SID>")] == sent(only({"url": URL, "header": [{"key": "Cookie", "value": "theme={{t}}; sid={{mySid}}"}]}, variable=variables(t="dark")))[2]


@pytest.mark.parametrize("request_", [{"url": None}, {"url": {}}, {"method": "GET"}, {"url": ""}])
def test_no_address(request_):
    """A request without an address is refused."""
    with pytest.raises(Refused):
        only(request_)


def test_empty_variables():
    """A variable that the collection leaves empty is a placeholder, with one note for each."""
    found = only(
        {
            "method": "POST", "url": f"{URL}/{{{{petId}}}}/:part?q={{{{MY_Q}}}}&r=a{{{{MY_Q}}}}", "body": {"mode": "raw", "raw": '{"a": ["{{n}}", "x{{n}}"], "b": {{n}}}'},
            "header": [{"key": "X-Trace", "value": "{{trace}}"}, {"key": "Content-Type", "value": "application/json"}],
        },
        variable=variables(petId="", MY_Q="", n="", trace=""),
    )
    method, url, headers, body = sent(found)
    assert ("POST", f"{URL}/YOUR_PET_ID/:part?q=YOUR_MY_Q&r=aYOUR_MY_Q", "YOUR_TRACE") == (method, url, dict(headers)["X-Trace"])
    assert {"a": ["YOUR_N", "xYOUR_N"], "b": "YOUR_N"} == body.data
    assert {f"{{{{{name}}}}}: {NOT_SET}" for name in ("petId", "trace", "n", "MY_Q")} == set(notes(found))


def test_a_folder_fills_a_variable():
    """A variable with a value in a folder is not an environment variable."""
    folder = {"name": "F", "item": [{"name": "One", "request": f"{URL}?q={{{{v}}}}"}], "variable": variables(v="7")}
    one, = open_postman(collection(folder, variable=variables(v="")), "a.json", Options()).entries
    assert f"{URL}?q=7" == sent(checked(one.read()))[1]


@pytest.mark.parametrize("text", ["{{ 7*7 }}", "{{#each x}}", "{{}", "{% raw %}"])
def test_other_braces(text):
    """A text in braces that names no variable is sent as it is."""
    assert [("X-A", text)] == sent(only({"url": URL, "header": [{"key": "X-A", "value": text}]}))[2]


@pytest.mark.parametrize(("value", "expected"), [
    ("a%2Fb", "a%2Fb"), ("a b", "a%20b"), ("a%20b", "a%20b"), ("a/b c", "a/b%20c"), ("%FF", "%FF"), ("100%", "100%25"), ("é", "%C3%A9"),
])
def test_encoded_path_variables(value, expected):
    """Postman encodes what an address cannot hold in a path variable, and leaves a slash and %XX alone."""
    found = only({"url": {"raw": f"{URL}/:v", "variable": variables(v=value)}})
    assert f"{URL}/{expected}" == sent(found)[1]


@pytest.mark.parametrize("depth", [100, 300, 450, 2000])
def test_deep_folders(depth):
    """Folders within folders beyond all reason are read or refused, never a crash."""
    request = '{"name": "a", "request": {"method": "GET", "url": "https://a.example/"}}'
    text = '{"info": {}, "item": [' + '{"name": "f", "item": [' * depth + request + "]}" * depth + "]}"
    try:
        result = len(importers.open_source(text, "c.json").entries)
    except SpecError as error:
        result = str(error)
    assert result in (1, "c.json: is nested too deeply", "c.json: is nested more than 200 levels deep")
