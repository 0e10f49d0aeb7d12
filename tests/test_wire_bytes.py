"""What programs send, against requests whose bytes were written by hand (tests/wire/README.md).

Law 1 compares with our own `Request`, so it cannot see a mistake of `Request`. Nothing here reads a request with code
of snippetgen.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import pytest

from snippetgen import spec
from snippetgen.languages import Languages
from snippetgen.rendering.render import render
from snippetgen.request import build, resolve

WIRE = Path(__file__).parent / "wire"
SPECS = sorted(WIRE.glob("*.yaml"))
THERE = {
    "python/http.client": True,
    "python/requests": find_spec("requests"),
    "python/httpx": find_spec("httpx"),
    "shell/curl": shutil.which("curl"),
    "shell/script": shutil.which("curl") and shutil.which("bash"),
    "node/fetch": shutil.which("node"),
    "php/curl": shutil.which("php"),
    "perl/http-tiny": shutil.which("perl"),
}
"""Client -> whether its programs can run in the environment of these tests; Python's own always can."""
CLIENTS = [client for client, there in THERE.items() if there]

UNORDERED = {"perl/http-tiny"}
"""Clients whose language keeps no order in its maps, which JSON does not ask for (RFC 8259, section 4)."""

OWN = {b"host", b"user-agent", b"accept", b"accept-encoding", b"accept-language", b"sec-fetch-mode", b"connection"}
"""Headers that a client may choose where NAME.http does not name them."""
IMPLIED = b"Content-Type: text/plain; charset=utf-8\r\n"
"""What a text part may say of itself (RFC 7578, section 4.4)."""
ANSWER = b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 12\r\nConnection: close\r\n\r\n{"ok": true}'


def recorded(listener):
    """All bytes of one request, which is answered once as many are there as its Content-Length says."""
    connection, _ = listener.accept()
    with connection:
        connection.settimeout(20)
        data = b""
        while not is_whole(data) and (more := connection.recv(65536)):
            data += more
        connection.sendall(ANSWER.partition(b"{")[0] if data.startswith(b"HEAD ") else ANSWER)
        connection.shutdown(socket.SHUT_WR)
        while more := connection.recv(65536):
            data += more
    return data


def is_whole(data):
    head, end, body = data.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)\r\ncontent-length: *([0-9]+)", head)
    return bool(end) and len(body) >= (int(length[1]) if length else 0)


class Message:
    """The bytes of a request, in parts.

    Attributes:
        headers: name (small letters) and value, sorted by name; those of one name in their order.
    """

    def __init__(self, data):
        head, _, self.body = data.partition(b"\r\n\r\n")
        self.line, *lines = head.split(b"\r\n")
        fields = [line.partition(b":") for line in lines]
        self.headers = sorted(((name.lower(), value.strip()) for name, _, value in fields), key=lambda one: one[0])

    def get(self, name):
        return next((value for key, value in self.headers if key == name), b"")


def told(message, asked, pairs=tuple):
    """What of a message the specifications fix: `asked` is what was written by hand (tests/wire/README.md has the rules)."""
    body, kind = message.body, message.get(b"content-type")
    boundary = kind.partition(b"boundary=")[2]
    if boundary:
        body = body.replace(b"--" + boundary, b"--{boundary}").replace(IMPLIED, b"")
        kind = kind.replace(boundary, b"{boundary}")
    elif kind.startswith(b"application/x-www-form-urlencoded"):
        body = normal(body).replace(b"%20", b"+")
    elif b"json" in kind:
        body = json.loads(body, parse_int=number, parse_float=number, object_pairs_hook=pairs)
    named = {name for name, _ in asked.headers}
    own = OWN - named | ({b"content-length"} if b"content-length" not in named else set())
    headers = [(name, kind if name == b"content-type" else value) for name, value in message.headers if name not in own]
    length = int(message.get(b"content-length") or len(message.body)) == len(message.body)
    path, mark, query = normal(message.line).partition(b"?")
    return path + mark + query.replace(b"%20", b"+"), headers, body, length


def normal(text):
    """Percent-encoding as RFC 3986, section 6.2.2, makes it comparable: capitals, and nothing unreserved encoded."""

    def one(match):
        char = bytes.fromhex(match[0][1:].decode())
        return char if re.fullmatch(rb"[A-Za-z0-9._~-]", char) else match[0].upper()

    return re.sub(rb"%[0-9A-Fa-f]{2}", one, text)


def number(text):
    """A number as it is written: 1 is not 1.0, and no digit is lost."""
    return "number", text


def sent(file, client, folder):
    """The bytes that the program of a spec sends."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(20)
    endpoint, target = spec.load(file), Languages().select(client)[0]
    request = build.build(endpoint, origin=f"http://127.0.0.1:{listener.getsockname()[1]}", timeout=10)
    snippet = render(endpoint, request, target)
    (folder / snippet.filename).write_text(snippet.text, "utf-8", newline="")
    shutil.copytree(WIRE / "files", folder, dirs_exist_ok=True)
    arrived = []
    with listener:
        server = threading.Thread(target=lambda: arrived.append(recorded(listener)))
        server.start()
        words = [sys.executable if word == "python" else word for word in snippet.run[-1]]
        done = subprocess.run(words, cwd=folder, env=variables(file), capture_output=True, check=False, timeout=30)
        server.join()
    told = b"" if client == "shell/curl" else done.stderr  # where curl shows its progress
    assert (done.returncode, told) == (0, b"")
    return arrived[0]


def variables(file):
    """PATH, and what the comments of the spec say: `# NAME=value`."""
    found = re.findall(r"(?m)^# ([A-Z_]+)=(.*)$", file.read_text("utf-8"))
    return {"PATH": os.environ["PATH"], **dict(found)}


def compared(file, client, folder):
    """What NAME.http says, and what the client sent."""
    asked = Message(file.with_suffix(".http").read_bytes())
    pairs = sorted if client in UNORDERED else tuple
    return told(asked, asked, pairs), told(Message(sent(file, client, folder)), asked, pairs)


def cases():
    """Each client with each spec whose request it can make."""
    for client in CLIENTS:
        target = Languages().select(client)[0]
        for file in SPECS:
            if not target.refusal(build.build(spec.load(file)).needs):
                yield pytest.param(client, file, id=f"{client}-{file.stem}")


@pytest.mark.parametrize(("client", "file"), list(cases()))
def test_bytes_on_the_wire(client, file, tmp_path):
    """A program sends the bytes that were written by hand."""
    expected, actual = compared(file, client, tmp_path)
    assert expected == actual


@pytest.mark.parametrize("file", sorted(WIRE.glob("form-*.yaml")), ids=lambda file: file.stem)
def test_encoded_form(file):
    """A form that the program does not encode itself is encoded already: most clients here never need that text."""
    text = resolve(build.build(spec.load(file)).body.text, variables(file))
    assert file.with_suffix(".http").read_bytes().partition(b"\r\n\r\n")[2] == normal(text.encode()).replace(b"%20", b"+")


def test_every_spec_has_its_bytes():
    """NAME.yaml and NAME.http come in pairs."""
    assert {file.stem for file in SPECS} == {file.stem for file in WIRE.glob("*.http")}


def test_every_spec_is_executed():
    """Python's own client, which is always there, refuses none of them."""
    target = Languages().select(CLIENTS[0])[0]
    assert {file.stem: target.refusal(build.build(spec.load(file)).needs) for file in SPECS} == {file.stem: "" for file in SPECS}


SABOTAGE = {
    "a slash in a path is a border": ("quote", lambda text, safe="": quote(text, safe=f"{safe}/"), "path-slash", b"GET /files/docs/read%20me%3Fv%3D1%23top/raw HTTP/1.1"),
    "the address is encoded twice": ("_clean", quote, "address-encoded", b"GET /a%2520b/%25E4%25BD%25A0%252F%2525?x%3D%252F%2526"),
}


@pytest.mark.parametrize("how", SABOTAGE)
def test_a_mistake_of_the_request_is_noticed(how, tmp_path, monkeypatch):
    """What `Request` gets wrong, and law 1 therefore takes for right, differs from the bytes written by hand."""
    name, wrong, stem, sent_line = SABOTAGE[how]
    monkeypatch.setattr(build, name, wrong)
    expected, actual = compared(WIRE / f"{stem}.yaml", CLIENTS[0], tmp_path)
    assert (expected == actual, actual[0][: len(sent_line)]) == (False, sent_line)
