"""Requests of wget and fetch against the real clients: an import sends the same request."""

import os
import subprocess

import pytest
from importing import checked
from needs import need

from snippetgen import spec
from snippetgen.importers import open_source
from snippetgen.importers.model import Options
from snippetgen.request.build import build
from snippetgen.running.answers import Behaviour
from snippetgen.running.mock import Mock
from snippetgen.verify.wire import differences

ANY = spec.loads("title: any\nmethod: GET\nurl: http://api.test/", "any.yaml")
FILES = {"body.bin": b"\x89PNG\r\n\x00", "line.txt": b"a line\n"}
OWN = {"host", "content-length", "accept-encoding", "connection", "accept", "user-agent", "accept-language", "sec-fetch-mode"}

WGET = [
    "wget http://api.test/a", "wget -q -O - 'http://api.test/a?x=1&y=a%20b'", "wget --header='A: b' --header 'X-C:d' http://api.test/a", "wget --post-data='a=1&b=x%20y' http://api.test/a",
    "wget --post-data '{\"a\": 1.50}' --header 'Content-Type: application/json' http://api.test/a", "wget --post-file=line.txt http://api.test/a",
    "wget --method=PUT --body-data='{\"a\": [1]}' --header='Content-Type: application/json' http://api.test/a", "wget --method=DELETE http://api.test/a",
    "wget --method=PATCH --body-file=body.bin --header='Content-Type: image/png' http://api.test/a", "wget -U agent --referer=http://r.test/ http://api.test/a",
    "wget --user=me --password=pw --auth-no-challenge http://api.test/a", "wget --http-user=me --http-password=pw --auth-no-challenge http://api.test/a",
    'wget --header="Authorization: Bearer $TOKEN" http://api.test/a', "wget -nv -O- --tries=1 --timeout=5 http://api.test/a/b/../c",
]  # fmt: skip

FETCH = [
    'fetch("http://api.test/a");', 'fetch("http://api.test/a?x=1&y=a%20b", {"method": "DELETE"});', "await fetch(`http://api.test/a`, {method: 'post', body: 'text'})",
    'fetch("http://api.test/a", {\n  "headers": {\n    "content-type": "application/json",\n    "x-a": "b"\n  },\n  "body": "{\\"a\\":1.50,\\"b\\":\\"\\u00e9\\\\n\\"}",\n  "method": "POST"\n});',
    "const data = { a: 1, 'b-c': [true, null, 'x\\ty'], d: {e: -2.5} };\nfetch('http://api.test/a', { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(data) })",
    "fetch('http://api.test/a', {method: 'POST', body: new URLSearchParams({a: 1, b: 'x y&z', c: 'é'})})",
    "const p = new URLSearchParams();\np.append('a', '1');\np.append('a', '2');\nfetch('http://api.test/a', {method: 'POST', body: p})",
    "const f = new FormData();\nf.append('a', '1');\nf.append('b', 'x y');\nfetch('http://api.test/a', {method: 'POST', body: f});",
    "const id = 7;\nfetch(`http://api.test/a/${id}/b`, {headers: new Headers({A: 'b' + 'c'})})",
    "const token = process.env.TOKEN;\nfetch('http://api.test/a', {headers: {Authorization: `Bearer ${token}`}})",
]  # fmt: skip


@pytest.mark.parametrize("text", [*WGET, *FETCH])
def test_equals_real_client(text, tmp_path):
    """The request of an import is the one that the client makes."""
    tool = "wget" if text.startswith("wget") else "node"
    need(tool)
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    with Mock(ANY, Behaviour(check=False)) as mock:
        text = text.replace("http://api.test", mock.origin)
        command = ["bash", "-c", text] if tool == "wget" else ["node", "--input-type=module", "-e", text]
        environ = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LC_ALL": "C.UTF-8", "TOKEN": "t-1"}
        run = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, timeout=20, check=False)
        assert (0, 1) == (run.returncode, len(mock.requests)), run.stderr
        real = mock.requests[0]
    entry, = open_source(text, "text", Options()).entries
    request = build(checked(entry.read()).endpoint())
    values = {name: "t-1" if name == "TOKEN" else "pw" for name in request.env}
    assert [] == differences(request, real, values, FILES)
    names = {name.lower() for name, _ in request.headers} | ({"authorization"} if request.basic else set())
    multipart = {"content-type"} if request.body.kind == "multipart" else set()
    assert (names | multipart) - OWN == {name.lower() for name, _ in real.headers} - OWN
