"""`snippetgen mock`: which endpoints it serves, and what it prints of requests."""

import base64
import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import quote, quote_plus

import pytest
from asking import ask
from click.testing import CliRunner

from snippetgen.cli import main

DESCRIPTION = """
openapi: 3.0.3
info: {title: Pets, version: "1"}
servers: [{url: "https://api.example.com/v1"}]
paths:
  /pets:
    get: {operationId: listPets, responses: {"200": {description: ok, content: {application/json: {example: [1]}}}}}
    post: {operationId: addPet, responses: {"201": {description: made, content: {application/json: {example: {id: 2}}}}}}
  /pets/{id}:
    get:
      operationId: getPet
      parameters: [{name: id, in: path, required: true, schema: {type: string}, example: "7"}]
      responses: {"200": {description: ok, content: {application/json: {example: {id: 7}}}}}
"""
KEYS = """
title: Keys
method: POST
url: https://api.example.com/keys?fixed=1
auth: [{type: bearer, env: TOKEN}, {type: apikey, in: query, name: key, env: QUERY_KEY}, {type: apikey, in: header, name: X-Key, env: HEADER_KEY}]
params:
  - {name: secret, in: body, env: BODY_KEY}
  - {name: sid, in: cookie, env: COOKIE_KEY}
responses: [{status: 200, example: {a: 1}}]
"""


@contextmanager
def served(folder, *words, **variables):
    """A mock that runs: `origin`, the first lines, and `printed`, which is all that it printed, once it has ended."""
    process = subprocess.Popen(
        [sys.executable, "-m", "snippetgen", "mock", *words], stdout=subprocess.PIPE, bufsize=0, cwd=folder,
        env={**os.environ, **variables},
    )  # fmt: skip
    mock = SimpleNamespace(first=process.stdout.readline().decode(), printed="")
    mock.origin = "http://" + mock.first.partition("http://")[2].split("/")[0].split()[0]
    try:
        yield mock
    finally:
        process.send_signal(signal.SIGINT)
        mock.printed = process.communicate(timeout=30)[0].decode()


def written(folder, **files):
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


def test_it_serves_every_operation_of_a_description(tmp_path):
    """All paths and methods of a description are served at once, and listed."""
    with served(written(tmp_path, openapi=DESCRIPTION), "openapi.yaml") as mock:
        found = [ask(mock, *one)[::2] for one in (("GET", "/v1/pets"), ("POST", "/v1/pets"), ("GET", "/v1/pets/8"), ("GET", "/v1/cats"))]
    assert [(200, b"[1]"), (201, b'{"id":2}'), (200, b'{"id":7}')] == [(one, body.replace(b" ", b"")) for one, body in found[:3]]
    assert (404, True) == (found[3][0], b"GET /v1/pets/{id}" in found[3][1])
    assert f"3 endpoints at {mock.origin}  (Ctrl-C to stop)\n" == mock.first
    assert mock.printed.startswith("  GET /v1/pets\n  POST /v1/pets\n  GET /v1/pets/{id}\n")


def test_it_serves_specs_of_several_files(tmp_path):
    """Files and folders may stand side by side."""
    (tmp_path / "specs").mkdir()
    written(tmp_path / "specs", a="title: A\nmethod: GET\nurl: https://a.example/a\nresponses: [{status: 200, example: a}]\n")
    with served(written(tmp_path, openapi=DESCRIPTION), "specs", "openapi.yaml") as mock:
        assert [200, 200] == [ask(mock, "GET", path).status for path in ("/a", "/v1/pets")]


def test_it_names_the_address_of_a_single_endpoint(tmp_path):
    """The first line has the whole address of a spec's request, with names in place of secrets."""
    with served(written(tmp_path, keys=KEYS), "keys.yaml", QUERY_KEY="q-secret") as mock:
        pass
    assert f"POST {mock.origin}/keys?fixed=1&key=QUERY_KEY  (Ctrl-C to stop)\n" == mock.first


def test_it_prints_no_secret(tmp_path):
    """What equals a variable that the spec reads is printed as its name, however it is written; so are credentials."""
    values = {name: f'{name.lower()}-"7/+ é' for name in ("TOKEN", "QUERY_KEY", "BODY_KEY")}
    values |= {"HEADER_KEY": "h-1", "COOKIE_KEY": "cookie-1"}
    key = values["BODY_KEY"]
    spelt = [json.dumps(key), json.dumps(key, ensure_ascii=False), quote_plus(key), quote(key, safe="").lower()]
    cut = "x" * 3980 + json.dumps({"secret": key})  # the key stands where the body is cut
    with served(written(tmp_path, keys=KEYS), "keys.yaml", **values) as mock:
        headers = {"X_Key": "h-1", "Cookie": "a=b; sid=cookie-1", "Authorization": b"Bearer " + values["TOKEN"].encode()}
        path = f"/keys?fixed=1&key={quote(values['QUERY_KEY'])}"
        found = [ask(mock, "POST", path, body.encode(), **headers).status for body in ("\n".join(spelt), cut)]
        ask(mock, "POST", "/keys?key=other-key", b"", Authorization="Bearer other-token", X_Key="other-h", Cookie="sid=other-c")
        ask(mock, "POST", "/keys", b"", Authorization="Basic " + base64.b64encode(b"user:other-p").decode())
    assert [200, 200] == found
    assert '\n\n"<BODY_KEY>"\n"<BODY_KEY>"\n<BODY_KEY>\n<BODY_KEY>\n' in mock.printed
    for name in ("token-", "query_key-", "body_k", "h-1", "cookie-1", "other", base64.b64encode(b"user:oth").decode()):
        assert name not in mock.printed
    assert "POST /keys?fixed=1&key=<QUERY_KEY>\n" in mock.printed
    assert "X-Key: <HEADER_KEY>\nCookie: a=b; sid=<COOKIE_KEY>\nAuthorization: Bearer <TOKEN>\n" in mock.printed
    assert "Authorization: Bearer … (11 characters)\n" in mock.printed


def test_it_prints_no_control_character(tmp_path):
    """What a terminal or a CI runner would obey is printed as an escape."""
    with served(written(tmp_path, keys=KEYS), "keys.yaml") as mock:
        body = "é\x1b]0;title\x07\u202e\x9b1m\rz\r\n::error::x\n  ::warning::y\n##[error]z\n\tend".encode()
        ask(mock, "POST", "/keys?a=%1b", body, X_A="\u202ea\x9bb".encode())
    shown = mock.printed.split("\n\n")[-1]
    expected = "é\\x1b]0;title\\x07\\u202e\\x9b1m\\rz\n\\x3a:error::x\n  \\x3a:warning::y\n\\x23#[error]z\n\tend\n"
    assert (expected, True) == (shown, "X-A: \\u202ea\\x9bb\n" in mock.printed)


def test_a_wrong_key_is_refused(tmp_path):
    """A key that only begins like the known one is wrong."""
    with served(written(tmp_path, keys=KEYS), "keys.yaml", TOKEN="right") as mock:
        more = {"X_Key": "k"}
        found = [ask(mock, "POST", "/keys?key=k", b"", Authorization=f"Bearer {one}", **more).status for one in ("right", "right-not")]
    assert [200, 401] == found


@pytest.mark.parametrize("word", ["none.yaml", "empty"])
def test_it_needs_an_endpoint(word, tmp_path, monkeypatch):
    """A file that is not there, or a folder with nothing to serve, is one message."""
    monkeypatch.chdir(tmp_path)
    Path("empty").mkdir()
    result = CliRunner().invoke(main, ["mock", word])
    assert (2, True) == (result.exit_code, word in result.stderr)
