"""Requests of other clients: wget, HTTPie, fetch, PowerShell, raw HTTP, .http files, Bruno, Insomnia."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from importing import checked, notes

from snippetgen.cli import main
from snippetgen.errors import Refused, SnippetgenError, SpecError
from snippetgen.importers import READ, open_source
from snippetgen.importers.model import Options
from snippetgen.request import Env, resolve
from snippetgen.request.build import build

URL = "https://api.acme.io/a"


def opened(text):
    return open_source(text, "file", Options())


def only(text):
    entry, = opened(text).entries
    return checked(entry.read())


def sent(text):
    """What is sent: method, address, headers, body, with $NAME for a variable."""
    request = build(only(text).endpoint())
    values = {name: f"${name}" for name in request.env}
    headers = {name.lower(): resolve(value, values) for name, value in request.headers}
    if request.basic:
        headers["authorization"] = " ".join(resolve(one, values) for one in request.basic)
    body = request.body
    shown = json.loads(json.dumps(body.data, default=lambda one: f"${one.name}" if isinstance(one, Env) else float(one.text))) if body.kind == "json" else resolve(body.text, values) or body.path
    if body.kind == "multipart":
        shown = [(one.name, one.path or resolve(one.value, values)) for one in body.parts]
    return request.method, resolve(request.url, values), headers, shown


JSON = {"content-type": "application/json"}
FORM = {"content-type": "application/x-www-form-urlencoded"}

SENT = [
    # wget
    (f"wget {URL}", ("GET", URL, {}, "")),
    (f"wget -qO- --header='A: b' --header 'C:d' \"{URL}?x=1\"", ("GET", f"{URL}?x=1", {"a": "b", "c": "d"}, "")),
    (f"wget --post-data 'a=1&b=x%20y' {URL}", ("POST", URL, FORM, "a=1&b=x%20y")),
    (f"wget --method=PUT --body-data='{{\"a\":1}}' --header='Content-Type: application/json' {URL}", ("PUT", URL, JSON, {"a": 1})),
    (f"wget --method PUT --body-file=a.bin --header='Content-Type: image/png' {URL}", ("PUT", URL, {"content-type": "image/png"}, "a.bin")),
    (f"wget --user=me --password=pw -U agent --referer=r {URL}",
     ("GET", URL, {"authorization": "me $ACME_PASSWORD", "user-agent": "agent", "referer": "r"}, "")),
    (f'$ wget --header="Authorization: Bearer $TOKEN" {URL}', ("GET", URL, {"authorization": "Bearer $TOKEN"}, "")),
    # HTTPie
    (f"http {URL}", ("GET", URL, {}, "")),
    (f"http POST {URL} X-A:b name=John age:=29 q==1", ("POST", f"{URL}?q=1", JSON | {"x-a": "b"}, {"name": "John", "age": 29})),
    (f"http {URL} a=1 'b[c][]=x' 'b[c][]:=2' 'b[d]:={{\"e\":null}}'", ("POST", URL, JSON, {"a": "1", "b": {"c": ["x", 2], "d": {"e": None}}})),
    (f"http -f PATCH {URL} a=1 b='x y'", ("PATCH", URL, FORM, "a=1&b=x%20y")),
    (f"http --form {URL} a=1 p@photo.png", ("POST", URL, {}, [("a", "1"), ("p", "photo.png")])),
    (f"http PUT {URL} @data.json", ("PUT", URL, JSON, "data.json")),
    (f"http PUT {URL} A:b < data.json", ("PUT", URL, JSON | {"a": "b"}, "data.json")),
    (f"http {URL} --raw '{{\"a\": 1}}'", ("POST", URL, JSON, {"a": 1})),
    (f"http -a me:pw {URL} 'a\\:b:c' 'E;'", ("GET", URL, {"authorization": "me $ACME_PASSWORD", "e": ""}, "")),
    (f"http -A bearer -a $TOKEN {URL}", ("GET", URL, {"authorization": "Bearer $TOKEN"}, "")),
    ("https api.acme.io/a a==b c", None),
    ("https api.acme.io/a a==b", ("GET", f"{URL}?a=b", {}, "")),
    ("http :3000/x", ("GET", "http://localhost:3000/x", {}, "")),
    ("xh :/x", ("GET", "http://localhost/x", {}, "")),
    # fetch
    (f'fetch("{URL}");', ("GET", URL, {}, "")),
    (f'fetch("{URL}", {{\n  "headers": {{"accept": "*/*", "content-type": "application/json"}},\n  "body": "{{\\"a\\":\\"\\u00e9\\"}}",\n  "method": "POST"\n}});',
     ("POST", URL, JSON | {"accept": "*/*"}, {"a": "é"})),
    (f"const res = await fetch(`{URL}/${{id}}`, {{ method: 'put', headers: {{ A: 'b' + \"c\", }}, body: new URLSearchParams({{ x: 1, y: 'a b' }}) }}) // end",
     ("PUT", f"{URL}/%24ID", {"a": "bc", "content-type": "application/x-www-form-urlencoded;charset=UTF-8"}, "x=1&y=a%20b")),
    (f"const token = process.env.MY_TOKEN\nfetch('{URL}', {{headers: {{'Authorization': `Bearer ${{token}}`, 'Content-Type': 'application/json'}},\n"
     " method: 'POST', body: JSON.stringify({a: 1.50, b: [true, null, -2], c: name, d: 'it\\'s'})})",
     ("POST", URL, JSON | {"authorization": "Bearer $MY_TOKEN"}, {"a": 1.5, "b": [True, None, -2], "c": "$NAME", "d": "it's"})),
    (f"const f = new FormData();\nf.append('a', '1');\nf.append('p', input.files[0], 'photo.png');\nfetch('{URL}', {{method: 'POST', body: f}})",
     ("POST", URL, {}, [("a", "1"), ("p", "photo.png")])),
    (f"fetch('{URL}', {{method: 'POST', body: 'plain'}})", ("POST", URL, {"content-type": "text/plain;charset=UTF-8"}, "plain")),
    # PowerShell
    (f'Invoke-WebRequest "{URL}"', ("GET", URL, {}, "")),
    (f'Invoke-RestMethod -Uri {URL} -Method Post -Headers @{{ "A"="b"; C = \'d\'\'e\' }} `\n -ContentType "application/json" -Body "{{`"a`":`"$([char]0x20AC)`"}}"',
     ("POST", URL, JSON | {"a": "b", "c": "d'e"}, {"a": "€"})),
    (f"$headers = @{{ Authorization = \"Bearer $env:TOKEN\" }}\n$body = @{{ a = 1; b = @(1, 'x') }} | ConvertTo-Json\n"
     f"$r = irm {URL} -Method PUT -Headers $headers -Body $body -ContentType 'application/json'",
     ("PUT", URL, JSON | {"authorization": "Bearer $TOKEN"}, {"a": 1, "b": [1, "x"]})),
    (f"irm {URL} -Body @{{ q = 'a b' }}", ("GET", f"{URL}?q=a%20b", {}, "")),
    (f"iwr {URL} -Method Post -Body @{{ q = 'a b' }}", ("POST", URL, FORM, "q=a%20b")),
    ('$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession\n$session.UserAgent = "M"\n'
     '$session.Cookies.Add((New-Object System.Net.Cookie("theme", "dark", "/", "acme.io")))\n'
     f'Invoke-WebRequest -UseBasicParsing -Uri "{URL}" `\n-WebSession $session `\n-Headers @{{\n"authority"="api.acme.io"\n  "method"="GET"\n'
     '  "path"="/a"\n  "scheme"="https"\n  "accept"="*/*"\n}',
     ("GET", URL, {"accept": "*/*", "user-agent": "M", "cookie": "theme=dark"}, "")),
    (f"curl -Uri {URL} -Method POST -Body '{{\"a\": 1}}' -ContentType application/json", ("POST", URL, JSON, {"a": 1})),
    (f'PS C:\\> $h = @{{A = "b"}}\nPS C:\\> wget "{URL}" -Headers $h -UseBasicParsing', ("GET", URL, {"a": "b"}, "")),
    # raw HTTP
    ('POST /a?x=1 HTTP/1.1\r\nHost: api.acme.io\r\nContent-Type: application/json\r\nContent-Length: 7\r\n\r\n{"a":1}', ("POST", f"{URL}?x=1", JSON, {"a": 1})),
    ("GET /a HTTP/2\nhost: localhost:8080\naccept: */*\n", ("GET", "http://localhost:8080/a", {"accept": "*/*"}, "")),
    (f"PUT {URL} HTTP/1.1\nContent-Type: text/plain\n\n# not a comment\n\n> no handler\n", ("PUT", URL, {"content-type": "text/plain"}, "# not a comment\n\n> no handler")),
    # .http
    (f"GET {URL}", ("GET", URL, {}, "")),
    (f"{URL}\n    ?x=1\n    &y=2\nA: b\n", ("GET", f"{URL}?x=1&y=2", {"a": "b"}, "")),
    ("@host = https://api.acme.io\n@base={{host}}/a\n### Title\n# @name first\n// a comment\nPOST {{base}}?x={{y}} HTTP/1.1\nAccept: application/json\n"
     '# X: left out\nContent-Type: application/json\n\n{"a": "{{z}}",\n"b": 1}\n\n', ("POST", f"{URL}?x=%24Y", JSON | {"accept": "application/json"}, {"a": "$Z", "b": 1})),
    (f"POST {URL}/{{{{id}}}}\nAuthorization: Basic me pw\nContent-Type: application/x-www-form-urlencoded\n\na=1\n&b=2\n",
     ("POST", f"{URL}/%24ID", FORM | {"authorization": "me $ACME_PASSWORD"}, "a=1&b=2")),
    (f"PUT {URL}\nContent-Type: image/png\n\n< ./photo.png\n", ("PUT", URL, {"content-type": "image/png"}, "photo.png")),
    (f'POST {URL}\nContent-Type: multipart/form-data; boundary=x\n\n--x\nContent-Disposition: form-data; name="a"\n\n1\n--x\n'
     'Content-Disposition: form-data; name="p"; filename="q.png"\n\n< ./p.png\n--x--\n', ("POST", URL, {}, [("a", "1"), ("p", "p.png")])),
    (f'POST {URL}\nX-Request-Type: GraphQL\n\nquery ($a: Int) {{ b }}\n\n{{"a": 1}}',
     ("POST", URL, JSON, {"query": "query ($a: Int) { b }", "variables": {"a": 1}})),
    ("GET {{$dotenv HOST}}/a\nX: {{$processEnv KEY}}\n", ("GET", "https://api.example.com/a", {"x": "$KEY"}, "")),
    # Bruno
    (f"meta {{\n  name: Get\n  seq: 1\n}}\n\nget {{\n  url: {URL}/:id?a=1\n  body: none\n  auth: bearer\n}}\n\nparams:query {{\n  a: 1\n  ~b: 2\n}}\n\n"
     "params:path {\n  id: 7\n}\n\nheaders {\n  A: b\n}\n\nauth:bearer {\n  token: {{tok}}\n}\n", ("GET", f"{URL}/7?a=1", {"a": "b", "authorization": "Bearer $TOK"}, "")),
    (f'meta {{\n  name: Post\n}}\n\npost {{\n  url: {URL}\n  body: json\n}}\n\nbody:json {{\n  {{\n    "a": {{\n      "b": 1\n    }}\n  }}\n}}\n',
     ("POST", URL, JSON, {"a": {"b": 1}})),
    (f"meta {{\n  name: F\n}}\n\npost {{\n  url: {URL}\n  body: formUrlEncoded\n  auth: basic\n}}\n\nbody:form-urlencoded {{\n  a: x y\n}}\n\n"
     "auth:basic {\n  username: me\n  password: pw\n}\n", ("POST", URL, FORM | {"authorization": "me $ACME_PASSWORD"}, "a=x%20y")),
    (f"meta {{\n  name: M\n}}\n\npost {{\n  url: {URL}\n  body: multipartForm\n}}\n\nbody:multipart-form {{\n  a: 1\n  p: @file(x/photo.png)\n}}\n",
     ("POST", URL, {}, [("a", "1"), ("p", "x/photo.png")])),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENT, ids=[text[:70] for text, _ in SENT])
def test_sent(text, expected):
    """The request of another client's text is the one that this client sends."""
    if expected is None:
        with pytest.raises(Refused):
            only(text)
    else:
        method, url, headers, body = sent(text)
        assert expected == (method, url, {name: value for name, value in headers.items() if not (name == "content-type" and isinstance(body, list))}, body)


def insomnia(**request):
    return {"_type": "export", "__export_format": 4, "resources": [
        {"_id": "req_1", "_type": "request", "parentId": "fld_1", "name": "Do", "method": "POST", "url": "{{ _.base }}/a", **request},
        {"_id": "fld_1", "_type": "request_group", "parentId": "wrk_1", "name": "Folder", "environment": {"x": "1"}},
        {"_id": "wrk_1", "_type": "workspace", "name": "W"}, {"_id": "env_1", "_type": "environment", "data": {"base": "https://api.acme.io"}},
    ]}  # fmt: skip


INSOMNIA = [
    ({"headers": [{"name": "A", "value": "{{ _.x }}"}, {"name": "B", "value": "c", "disabled": True}], "parameters": [{"name": "q", "value": "a b"}]},
     ("POST", f"{URL}?q=a%20b", {"a": "1"}, "")),
    ({"body": {"mimeType": "application/json", "text": "{\"a\": 1, \"b\": \"{% uuid 'v4' %}\"}"}, "authentication": {"type": "bearer", "token": "{{t}}"}},
     ("POST", URL, JSON | {"authorization": "Bearer $T"}, {"a": 1, "b": "$UUID"})),
    ({"body": {"mimeType": "application/x-www-form-urlencoded", "params": [{"name": "a", "value": "1"}]}, "authentication": {"type": "basic", "username": "u", "password": "p"}},
     ("POST", URL, FORM | {"authorization": "u $ACME_PASSWORD"}, "a=1")),
    ({"body": {"mimeType": "multipart/form-data", "params": [{"name": "a", "value": "1"}, {"name": "p", "type": "file", "fileName": "/x/p.png"}]}},
     ("POST", URL, {}, [("a", "1"), ("p", "/x/p.png")])),
    ({"authentication": {"type": "apikey", "key": "X-Key", "value": "k1"}}, ("POST", URL, {"x-key": "$ACME_API_KEY"}, "")),
]  # fmt: skip


@pytest.mark.parametrize(("request_", "expected"), INSOMNIA)
def test_insomnia(request_, expected):
    """A request of Insomnia 4, with its environment, folder and authentication."""
    method, url, headers, body = sent(json.dumps(insomnia(**request_)))
    headers = {name: value for name, value in headers.items() if not (name == "content-type" and isinstance(body, list))}
    assert expected == (method, url, headers, body)
    assert ("Folder",) == opened(json.dumps(insomnia(**request_))).entries[0].tags


def test_insomnia_5():
    """A request of Insomnia 5, in YAML."""
    text = (
        "type: collection.insomnia.rest/5.0\nname: W\ncollection:\n- name: Folder\n  children:\n  - name: Do\n    url: '{{ _.base }}/a'\n    method: PUT\n"
        "    meta: {id: req_1}\n    body: {mimeType: application/json, text: '{\"a\": 1}'}\n    headers: [{name: A, value: b}]\n"
        "environments:\n  name: Base\n  data: {base: 'https://api.acme.io'}\n"
    )
    assert ("PUT", URL, JSON | {"a": "b"}, {"a": 1}) == sent(text)


@pytest.mark.parametrize(("text", "expected"), [
    (f"wget --no-check-certificate --load-cookies c.txt --header nonsense {URL}", [
        "--no-check-certificate: ignored: certificates are always checked (make your system trust the server's own)",
        "--load-cookies: the cookies of the file are left out (write them as --header 'Cookie: name=value')",
        '--header: "nonsense" is left out: it is no header (it has no colon)',
    ]),
    (f"http --verify=no --session=x {URL} A:", [
        "A:: left out: it removes a header of HTTPie's own",
        "--verify: ignored: certificates are always checked (make your system trust the server's own)", "--session: left out: not supported",
    ]),
    (f"http {URL} a=x-$B 'c=$(date)' d=$(date)", [
        "$(date): would be run by the shell; kept as it is", "{{B}}: has no value here, and is only a part of a text; kept as it is",
    ]),
    (f'fetch("{URL}", {{"referrer": "https://x.io/", "mode": "cors", "credentials": "include", "method": "GET", "next": 1}})', [
        'referrer: "https://x.io/" is left out: a browser decides what it sends of it (header Referer)',
        "credentials: the browser's cookies are not written here, and not sent", "next: left out: not supported",
    ]),
    (f"irm {URL} -SkipCertificateCheck -Proxy http://p", [
        "-SkipCertificateCheck: ignored: certificates are always checked (make your system trust the server's own)", "-proxy: left out: not supported",
    ]),
    ("GET /a HTTP/1.1\nHost: api.acme.io\n\n", ["the source does not say http or https: https is used (change it with --server)"]),
    (f"GET {URL}\n\n> {{%\n client.test()\n%}}\n", ["> {% %}: left out: programs print the answer; scripts are not run"]),
    (f"< {{% x %}}\nGET {URL}\n\n> ./h.js\n", ["< {% %}: left out: scripts are not run", "> ./h.js: left out: programs print the answer; scripts are not run"]),
    ("GET {{host}}/a\nA: x-{{b}}", [
        "{{host}}: is not set: api.example.com is used as the server (change it with --server)",
        "{{b}}: has no value here, and is only a part of a text; kept as it is",
    ]),
    (f"meta {{\n  name: a\n}}\n\nget {{\n  url: {URL}\n  auth: inherit\n}}\n\nheaders {{\n  ~A: b\n}}\n\ntests {{\n  x\n}}\n", [
        "auth: inherited from the collection, whose file is not read; left out", "tests: left out: scripts and tests are not run",
        "turned off in the source, and left out: A",
    ]),
])  # fmt: skip
def test_notes(text, expected):
    """What a program cannot have of another client's request is told."""
    assert expected == notes(only(text))


@pytest.mark.parametrize("text", [
    f'@apiToken = zq81\nPOST {URL}?q={{{{apiToken}}}}\nX-Thing: {{{{apiToken}}}}\nX-Mixed: a{{{{apiToken}}}}b\nContent-Type: application/json\n\n{{"a": "{{{{apiToken}}}}"}}',
    json.dumps({"_type": "export", "__export_format": 4, "resources": [
        {"_id": "env_1", "_type": "environment", "parentId": "wrk_1", "data": {"apiToken": "zq81"}}, {"_id": "wrk_1", "_type": "workspace", "name": "W"},
        {"_id": "req_1", "_type": "request", "parentId": "wrk_1", "name": "Do", "method": "POST", "url": f"{URL}?q={{{{ _.apiToken }}}}", "headers": [
            {"name": "X-Thing", "value": "{{ _.apiToken }}"}, {"name": "X-Mixed", "value": "a{{ _.apiToken }}b"},
        ], "body": {"mimeType": "application/json", "text": '{"a": "{{ _.apiToken }}"}'}},
    ]}),
])
def test_variables_that_are_secrets(text):
    """A variable that is named like a secret is read from the environment wherever it is used, as in Postman."""
    (entry,) = opened(text).entries
    one = entry.read()
    shown = "\n".join([one.text(), *map(str, one.notes)])
    assert ("zq81" in shown, shown.count("env: API_TOKEN")) == (False, 3)
    assert 'X-Mixed: "a{{apiToken}}b" is read from ACME_MIXED as a whole' in shown


def test_several():
    """Each block of an .http file, each call and each command is an entry of its own."""
    assert ["One", "POST /b"] == [one.labels[0] for one in opened(f"### One\nGET {URL}\n\n###\nPOST {URL[:-1]}b\n\nx\n").entries]
    assert ["GET /a", "POST /a"] == [one.labels[0] for one in opened(f"fetch('{URL}');\nfetch('{URL}', {{method: 'POST'}});").entries]
    assert ["GET /a", "first"] == [one.labels[0] for one in opened(f"http {URL}\n# first\nhttp {URL} a==1").entries]
    assert ["GET /a", "DELETE /a"] == [one.labels[0] for one in opened(f"irm {URL}\nirm {URL} -Method Delete").entries]


UNREAD = [
    ("#%RAML 1.0\ntitle: a\nbaseUri: x", "RAML"), ("FORMAT: 1A\n\n# API", "API Blueprint"), ("asyncapi: 2.6.0\ninfo: {title: a}", "AsyncAPI"),
    ('<?xml version="1.0"?>\n<definitions xmlns="http://schemas.xmlsoap.org/wsdl/">', "WSDL"), ('<?xml version="1.0"?>\n<wsdl:definitions xmlns:wsdl="http://x/wsdl/">', "WSDL"),
    ('<?xml version="1.0" encoding="UTF-8"?>\n<jmeterTestPlan version="1.2">', "JMeter"), ("<!DOCTYPE html>\n<html>", "HTML"), ("<a>b</a>", "XML"),
    ("type Query {\n  a: Int\n}", "GraphQL"), ('"""a"""\ntype Query { a: Int }', "GraphQL"), ("query { a }", "GraphQL"), ('{"data": {"__schema": {}}}', "GraphQL"),
    ('{"clientName": "Thunder Client", "requests": []}', "Thunder Client"), ('{"v": 2, "name": "a", "folders": [], "requests": []}', "Hoppscotch"),
    ('[{"v": 1, "name": "a", "folders": [], "requests": []}]', "Hoppscotch"), ("import http from 'k6/http';\nexport default function () {}", "k6"),
    ('syntax = "proto3";\npackage a;', "Protocol Buffers"), ('{"kind": "discovery#restDescription"}', "discovery"), ('{"$schema": "http://json-schema.org/draft-07/schema#"}', "JSON Schema"),
    ('{"name": "e", "values": [], "_postman_variable_scope": "environment"}', "environment"), ("GET https://a.example\nHTTP 200\n", "Hurl"),
    ("apiVersion: v1\nkind: Pod\nmetadata: {name: a}", "Kubernetes"), ("import requests\nrequests.get('https://a.example')", "Python"),
    ("Feature: a\n  Scenario: b", "Gherkin"), ("<?php\n", "PHP"), ("openrpc: 1.2.6\nmethods: []", "OpenRPC"), ("arazzo: 1.0.0", "Arazzo"),
    ("words of a person\n", "is in no format"), ("a: b: c: [", "is in no format"), ("\ttab: {", "is in no format"), ('"text"', "is in no format"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), UNREAD)
def test_unread(text, name):
    """A known format that is not read is told by its name, and nothing unknown is called broken YAML."""
    with pytest.raises(SpecError) as caught:
        opened(text)
    assert (True, True, 1) == (name in str(caught.value), str(caught.value).endswith(f"(read are: {READ})"), len(str(caught.value).splitlines()))


@pytest.mark.parametrize(("text", "expected"), [
    ('{"openapi": "3.0', "not JSON"), ('{"log": {"entries": [', "not JSON"), ("openapi: 3.0.0\n a: b: c", "not YAML"),
])  # fmt: skip
def test_broken(text, expected):
    """What begins as JSON, or as a description in YAML, is told as broken."""
    with pytest.raises(SpecError) as caught:
        opened(text)
    assert expected in str(caught.value)


FORMATS = ["OpenAPI", "Swagger", "HAR", "Postman", "Insomnia", "Bruno", "curl", "wget", "HTTPie", "fetch", "PowerShell", ".http", "raw HTTP"]


def test_documented():
    """README, the help of import and the message about an unknown format name every format that is read."""
    section = (Path(__file__).parent.parent / "README.md").read_text("utf-8").partition("## Use what you have")[2].partition("```")[0]
    help_ = CliRunner().invoke(main, ["import", "--help"]).stdout
    for text in (section, help_, READ):
        assert [] == [one for one in FORMATS if one not in " ".join(text.split())]


def test_as_arguments():
    """A request of any client is taken as an argument, in quotes."""
    for word in (f"wget {URL}", f"http {URL} a==1", f"fetch('{URL}')", f"irm {URL} -Method Get", f"$ curl {URL}", f"GET {URL}", "GET /a HTTP/1.1\nHost: api.acme.io\n"):
        result = CliRunner().invoke(main, ["render", word, "--lang", "shell"])
        assert (0, True) == (result.exit_code, URL in result.stdout), result.output


@pytest.mark.parametrize("text", [
    json.dumps({"_type": "export", "resources": [{"_type": "request", "url": URL, "name": "a"}, {"_type": "request_group", "name": "no id"}]}),
    json.dumps({"_type": "export", "resources": [{"_id": "1", "_type": "request", "url": URL, "parentId": "1"}]}),
])  # fmt: skip
def test_odd(text):
    """What lacks its names is read as far as it goes."""
    assert URL == only(text).data["url"]


@pytest.mark.parametrize("text", [
    f"PUT {URL} HTTP/1.1\n\n\ud800", f"iwr {URL} -Body @{{ q = '\ud800' }}",
    f"const f = new FormData();\nf.append();\nfetch('{URL}', {{method: 'POST', body: f}})",
    f"POST {URL}\nContent-Type: multipart/form-data; boundary=x\n\n--x\nA: b\n--x--\n\ud800", f"fetch('{URL}', {{", f"fetch('{URL}', {{a: [}})", "irm -Uri (", "http",
    "meta {\n}\n", '{"_type": "export", "resources": []}', "wget", "wget --header", f"http {URL} nonsense", f"http {URL} a:=[1", "###\n\n###", "fetch()",
    f"fetch('{URL}', {{body: {'[' * 5000}", f"irm {URL} -Body {'@(' * 5000}", f"http {URL} a{'[b]' * 5000}=1", "x: " + "[" * 5000,
])  # fmt: skip
def test_refused(text):
    """What is broken is refused with a message."""
    with pytest.raises(SnippetgenError):
        only(text)


@pytest.mark.parametrize("text", [
    "GET https://api.acme.example/a\nAuthorization: Digest me secretword\n",
    "GET https://api.acme.example/a\nAuthorization: digest me:secretword\n",
    "http --auth-type digest -a me:secretword https://api.acme.example/a",
    "meta {\n  name: A\n  type: http\n}\nget {\n  url: https://api.acme.example/a\n  auth: digest\n}\nauth:digest {\n  username: me\n  password: secretword\n}\n",
    '{"_type": "export", "__export_format": 4, "resources": [{"_id": "req_1", "_type": "request", "method": "GET", "url": "https://api.acme.example/a", "authentication": {"type": "digest", "username": "me", "password": "secretword"}}]}',
])
def test_digest(text):
    """Every client's way to write digest authentication becomes one."""
    (entry,) = open_source(text, "source").entries
    assert {"type": "digest", "user": "me", "password": {"env": "ACME_PASSWORD"}} == entry.read().data["auth"]


def test_the_type_of_a_file():
    """HTTPie writes the media type of a file that the ending of its name tells."""
    (entry,) = open_source("http -f POST https://api.acme.example/a file@photo.jpg other@data.xyz", "source").entries
    assert ["image/jpeg", None] == [one.get("media_type") for one in entry.read().data["params"]]
