"""Helpers for the tests of the console and of its server: states as a page sends them, and a server that runs."""

import html
import json
import re
import socket
import subprocess
import sys
import tempfile
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path

from senders import LIMIT

from snippetgen import spec
from snippetgen.request.build import build

ROOT = Path(__file__).parent.parent


def page_state(form):
    """The state that the script of a page sends for a form that nobody has edited, as `read()` of console-form.js."""
    params, body = form["params"], form["body"]
    is_fields = any(one["in"] == "body" for one in params) and body["kind"] in ("json", "form", "multipart")
    pairs = body.get("pairs")
    if pairs is None:
        pairs = [[one["name"], one["value"]] for one in body.get("parts", []) if not one["path"]]
    file = next((one["path"] for one in body.get("parts", []) if one["path"]), "")
    return {
        "method": form["method"],
        "base": form["servers"][0]["url"],
        "path": form["path"],
        "params": [row(one) for place in ("path", "query", "header", "cookie") for one in params if one["in"] == place],
        "body": {
            "kind": "fields" if is_fields else body["kind"],
            "media_type": body.get("media_type", ""),
            "text": body.get("text", ""),
            "pairs": pairs,
            "path": body.get("path", file),
            "params": [row(one) for one in params if one["in"] == "body"],
        },
        "stream": False,
    }


def row(one):
    """A parameter as a row of the form reads it: a field holds text, and a choice one of its options."""
    found = {"name": one["name"], "in": one["in"], "on": "value" in one or one.get("required", False)}
    if "env" in one:
        return found | {"on": True, "env": one["env"]}
    value = one.get("value", "")
    if "enum" in one and value not in one["enum"]:
        value = one["enum"][0]
    if one.get("type") == "boolean":
        value = value or "false"
    assert isinstance(value, str)
    return found | {"value": value, "type": one.get("type", "string")}


def data_of(file):
    return spec.loads_with_data(spec.read(file), str(file), Path(file).stem)[1]


def sent(endpoint, *, stream=False):
    """What goes over the wire of a request, in a form that can be compared to the last digit."""
    request = build(endpoint, stream=stream)
    body = request.body
    content = (body.kind, body.media_type, exact(body.data), body.pairs, body.parts, body.text, body.path, body.charset)
    return request.method, request.url, request.headers, request.account, content, request.query


def exact(data):
    """JSON data in which 1, 1.0, 1.00 and true differ."""
    if isinstance(data, dict):
        return [(key, exact(value)) for key, value in data.items()]
    if isinstance(data, list):
        return [exact(value) for value in data]
    return type(data).__name__, getattr(data, "text", data)


class Running:
    """The command `snippetgen serve` in a process of its own, its address, and what it has printed."""

    def __init__(self, process, lines):
        self.process, self.lines = process, lines
        self.port = int(re.search(r":(\d+)/", lines[-1])[1])
        self.host = f"127.0.0.1:{self.port}"

    @cached_property
    def token(self):
        links = re.findall(r'href="([^":]+\.html)"', self.get("/").text)
        pages = (html.unescape(self.get(f"/{link}").text) for link in links)
        return next(found[1] for page in pages if (found := re.search(r'"token": ?"([^"]+)"', page)))

    def open(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=LIMIT)

    def ask(self, *pieces):
        """The answer to the bytes of a request."""
        with self.open() as connection:
            for piece in pieces:
                connection.sendall(piece)
            return Reply(everything(connection))

    def get(self, target, *headers):
        lines = [f"GET {target} HTTP/1.1", f"Host: {self.host}", *headers, "Connection: close", "", ""]
        return self.ask("\r\n".join(lines).encode("latin-1"))

    def head(self, what, length, **headers):
        """The head of a request of a page; a header that is None is left out."""
        usual = {
            "Host": self.host,
            "Origin": f"http://{self.host}",
            "Content-Type": "application/json",
            "X-Snippetgen-Token": self.token,
            "Sec-Fetch-Site": "same-origin",
            "Content-Length": str(length),
        }
        lines = [f"{name}: {value}" for name, value in (usual | headers).items() if value is not None]
        return "\r\n".join([f"POST /api/{what} HTTP/1.1", *lines, "Connection: close", "", ""]).encode()

    def post(self, what, data, **headers):
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        return self.ask(self.head(what, len(body), **headers), body)

    def events(self, state, endpoint, **more):
        """The events of a request that it sends."""
        found = self.post("send", {"endpoint": endpoint, "state": state, **more})
        return [json.loads(line) for line in found.text.splitlines()]


class Reply:
    """An answer of HTTP/1.1, apart."""

    def __init__(self, raw):
        head, _, body = raw.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        self.status = int(first.split()[1]) if first else 0
        self.headers = [tuple(line.split(": ", 1)) for line in lines]
        is_chunked = ["chunked"] == self.all("transfer-encoding")
        self.body = unchunked(body) if is_chunked else body
        self.raw, self.text = raw, self.body.decode("utf-8", "replace")

    def all(self, name):
        return [value for key, value in self.headers if key.lower() == name.lower()]

    @property
    def json(self):
        return json.loads(self.body)


def unchunked(body):
    found = b""
    while body:
        size, _, rest = body.partition(b"\r\n")
        length = int(size or b"0", 16)
        found, body = found + rest[:length], rest[length + 2 :]
    return found


def everything(connection):
    """All bytes until the other side closes."""
    found = b""
    with suppress(ConnectionResetError):
        while data := connection.recv(1 << 16):
            found += data
    return found


@contextmanager
def running(*words, cwd=None, begin=None):
    """The command with a free port, until the block ends; its output is in `lines` then, and in `output()`."""
    command = [sys.executable, "-m", "snippetgen", "serve", *map(str, words), "--port", "0"]
    with tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True, cwd=cwd, preexec_fn=begin)  # noqa: PLW1509 - no threads here
        try:
            line = process.stdout.readline()
            errors.seek(0)
            assert line, errors.read()
            found = Running(process, [line])

            def output():
                errors.seek(0)
                return line + errors.read()

            found.output = output
            yield found
        finally:
            process.kill()
            process.wait()
            process.stdout.close()
