"""Exported curl commands, run by real shells."""

import os
import subprocess

import exchange
import pytest
from needs import need

from snippetgen.running.answers import Behaviour
from snippetgen.running.mock import Mock
from snippetgen.verify.wire import differences


@pytest.fixture(autouse=True)
def _curl():
    need("curl")


REFUSED = {
    "env-names-json": "a shell has no JSON library to write a secret into the body",
    "head-body": "curl sends no body with HEAD",
    "head-body-follow": "curl sends no body with HEAD",
    "part-name-equals": "curl reads the name of a part only up to the first =",
    "parts-typed": "curl interprets the text of a part with a media type, so that it cannot contain a secret",
    "secret-beside-float": "a shell has no JSON library to write a secret into the body",
    "secret-json": "a shell has no JSON library to write a secret into the body",
    "text-latin1": "a shell keeps a text in UTF-8, not in ISO-8859-1",
    "text-utf16": "a shell keeps a text in UTF-8, not in UTF-16",
    "text-nul": "Shell cannot hold U+0000 in a string",
}
"""What neither curl nor a shell can carry, and why."""


def run(one, mock, folder, shell):
    """The request that arrived when a command ran in a folder with the request's files."""
    for path, data in exchange.files(one.request).items():
        (folder / path).write_bytes(data)
    environ = {"PATH": os.environ["PATH"], "LC_ALL": "C", **exchange.environ(one.request)}
    command = exchange.exported(one, "curl")
    done = subprocess.run([shell, "-c", command], cwd=folder, env=environ, capture_output=True, timeout=30, check=False)
    assert (0, sorted(exchange.files(one.request))) == (done.returncode, sorted(one.name for one in folder.iterdir())), done.stderr
    return mock.requests


@pytest.mark.parametrize(("file", "stream"), exchange.CASES, ids=exchange.IDS)
def test_curl_sends_the_request(file, stream, tmp_path):
    """Every spec's command puts the exact request on the wire, or is refused for a known reason."""
    with Mock(exchange.item(file).endpoint, Behaviour(check=False)) as mock:
        one = exchange.item(file, stream=stream, origin=mock.origin)
        if file.stem in REFUSED:
            assert REFUSED[file.stem] == exchange.reason(one, "curl")
            return
        found = [
            differences(one.request, each, exchange.environ(one.request), exchange.files(one.request))
            for each in run(one, mock, tmp_path, "bash")
        ]
    assert [[]] == found


@pytest.mark.parametrize(("file", "stream"), exchange.CASES, ids=exchange.IDS)
def test_any_posix_shell_reads_it(file, stream, tmp_path):
    """Whatever is written, control characters, too, sh reads it as bash does."""
    if exchange.exported(exchange.item(file, stream=stream), "curl") is None:
        return
    with Mock(exchange.item(file).endpoint, Behaviour(check=False)) as mock:
        one = exchange.item(file, stream=stream, origin=mock.origin)
        (each,) = run(one, mock, tmp_path, "sh")
        assert [] == differences(one.request, each, exchange.environ(one.request), exchange.files(one.request))


SECRETS = [
    ("GET", "/a?x=1", "{name: k, in: query, env: KEY}", "-G"),
    ("GET", "/a", "{name: k, in: query, env: KEY}", "-G"),
    ("HEAD", "/a?b=c?d", "{name: k, in: query, env: KEY}", "-G"),
    ("DELETE", "/{p}/a", "{name: p, in: path, env: P}, {name: k, in: query, env: KEY}", "-G"),
    ("GET", "/a", "{name: k, in: query, env: KEY}, {name: l, in: query, example: b/é}", "-G"),
    ("GET", "/a", "{name: k, in: query, env: KEY}, {name: l, in: query, example: a b}", "od"),
    ("GET", "/a", "{name: k, in: query, env: KEY}, {name: l, in: query, example: a+b, allow_reserved: true}", "od"),
    ("GET", "/a", '{name: k, in: query, env: KEY}, {name: l, in: query, example: "\\u0007"}', "od"),
    ("POST", "/a", "{name: k, in: query, env: KEY}, {name: b, in: body, example: 1, type: integer}", "od"),
    ("GET", "/{p}", "{name: p, in: path, env: P}", "od"),
]


@pytest.mark.parametrize("case", SECRETS)
@pytest.mark.parametrize("shell", ["bash", "sh"])
def test_a_secret_in_the_address_is_encoded(case, shell, tmp_path):
    """A secret in the address is encoded by curl itself if it can (-G), else by tools of every POSIX system."""
    method, path, params, word = case
    text = f"title: t\nmethod: {method}\nservers: {{a: 'SERVER'}}\npath: {path}\nparams: [{params}]"
    with Mock(exchange.made(text.replace("SERVER", "https://a.example.com")).endpoint, Behaviour(check=False)) as mock:
        one = exchange.made(text.replace("SERVER", mock.origin))
        (each,) = run(one, mock, tmp_path, shell)
        found = differences(one.request, each, exchange.environ(one.request), {})
    assert ([], True) == (found, word in exchange.exported(one, "curl"))


def test_what_it_looks_like():
    """A command has one option on each line, the address first, and secrets as variables."""
    assert exchange.exported(exchange.item(exchange.ROOT / "specs" / "qwq-32b.yaml"), "curl") == """\
curl https://api.mkeai.com/v1/chat/completions \\
  -H "Authorization: Bearer ${MKEAI_API_KEY:?}" \\
  -H 'Content-Type: application/json' \\
  --data-raw '{
  "model": "QwQ-32B",
  "messages": [{"role": "user", "content": "你好"}],
  "stream": false
}'
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("method: HEAD\nurl: https://a.example.com\nbody: {type: json, example: 1}", "curl sends no body with HEAD"),
        (
            "method: POST\nurl: https://a.example.com\nbody: {type: multipart, parts: [{name: a=b, value: c}]}",
            "curl reads the name of a part only up to the first =",
        ),
    ],
)
def test_what_curl_cannot_do_is_refused(text, expected):
    """A request that curl cannot send is refused with the reason."""
    assert expected == exchange.reason(exchange.made(f"title: t\n{text}"), "curl")
