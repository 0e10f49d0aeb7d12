"""HARs and Postman collections whose truth is known: the echo of a server, and raw HTTP messages."""

from __future__ import annotations

import json
import re
import subprocess
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote_to_bytes, urlsplit

import fetch
import proof

from snippetgen import importers
from snippetgen.data.jsontext import read_json
from snippetgen.errors import SnippetgenError
from snippetgen.request import resolve
from snippetgen.request.build import build
from snippetgen.verify import multipart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.request import Request

CLIENT_OWN = {"accept-encoding", "content-length", "host", "user-agent"}


def har() -> None:
    """har-examples, compared with what httpbin's echo in each answer says that it received."""
    folder = fetch.package("har-examples@5.0.1")
    script = "import m from './dist/index.js'; process.stdout.write(JSON.stringify(m))"
    command = ["node", "--input-type=module", "-e", script]
    hars = json.loads(subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout)
    endpoints, right, silent = [], 0, 0
    for name, one in hars.items():
        (entry,) = importers.open_source(json.dumps(one), name).entries
        endpoint = entry.read().endpoint()
        endpoints.append(endpoint)
        text = one["log"]["entries"][0]["response"]["content"].get("text") or ""
        if not text.lstrip().startswith("{"):
            silent += 1
            continue
        wrong = list(_against_echo(build(endpoint), json.loads(text)))
        right += not wrong
        if wrong:
            print(f"      {name}: {'; '.join(wrong)[:300]}")
    print(f"   har-examples: {len(hars)} read and imported")
    print(f"   {right} of the {len(hars) - silent} whose answer is an echo are equal to it")
    proof.execute(endpoints)


def _against_echo(request: Request, echo: dict[str, Any]) -> Iterator[str]:
    environ = dict.fromkeys(request.env, "")
    query = urlsplit(resolve(request.url, environ)).query
    if "url" in echo and sorted(parse_qsl(query, True)) != sorted(parse_qsl(urlsplit(echo["url"]).query, True)):
        yield f"query {query}, echo {echo['url']}"
    headers = {name.lower(): resolve(value, environ) for name, value in request.headers}
    theirs = {name.lower(): value for name, value in echo.get("headers", headers).items()}
    for name in {*headers, *theirs} - CLIENT_OWN:
        given = headers.get(name, "*/*" if name == "accept" else None)
        if request.body.kind != "multipart" and given != theirs.get(name):
            yield f"{name}: {given}, echo {theirs.get(name)}"
    yield from _body_against_echo(request, echo, environ)


def _sorted_pairs(query: str) -> list[tuple[str, str]]:
    return sorted(parse_qsl(query, keep_blank_values=True))


def _body_against_echo(request: Request, echo: dict[str, Any], environ: dict[str, str]) -> Iterator[str]:
    body = request.body
    sent: dict[str, Any] = {
        "json": lambda: (body.data, read_json(echo["data"], "echo")),
        "text": lambda: (resolve(body.text, environ), echo["data"]),
        "form": lambda: ({name: resolve(value, environ) for name, value in body.pairs}, echo["form"]),
        "multipart": lambda: (
            ({one.name for one in body.parts if one.path}, {one.name for one in body.parts if not one.path}),
            (set(echo["files"]), set(echo["form"])),
        ),
    }
    ours, theirs = sent.get(body.kind, lambda: (None, None))()
    if ours != theirs:
        yield f"body {ours}, echo {theirs}"


def postman() -> None:
    """The collections of postman-code-generators; of one of them the raw HTTP messages are known."""
    folder = fetch.package("postman-code-generators@2.1.1")
    files = sorted(path for path in folder.rglob("*.json") if _is_collection(path.read_text("utf-8")))
    endpoints, total = [], 0
    for file in files:
        source = importers.open_source(file.read_text("utf-8"), str(file))
        total += len(source.entries)
        for entry in source.entries:
            try:
                endpoints.append(entry.read().endpoint())
            except SnippetgenError as error:
                print(f"      refused: {entry.labels[0]}: {error}")
    print(f"   postman-code-generators: {len(files)} collections, {total} requests, {len(endpoints)} imported")
    resources = folder / "codegens/http/test/resources"
    truth = json.loads((resources / "expected-http-messages.json").read_text("utf-8"))["result"]
    entries = importers.open_source((resources / "test-collection.json").read_text("utf-8"), "collection").entries
    right = 0
    for entry, message in zip(entries, truth, strict=True):
        wrong = list(_against_message(build(entry.read().endpoint()), message))
        right += not wrong
        if wrong:
            print(f"      {entry.labels[0]}: {'; '.join(wrong)[:300]}")
    print(f"   {right} of {len(truth)} equal to the raw HTTP message")
    proof.execute(endpoints)


def _is_collection(text: str) -> bool:
    return ('"item"' in text and '"_postman_id"' in text) or "schema.getpostman.com" in text


def _against_message(request: Request, message: str) -> Iterator[str]:
    head, _, body = message.partition("\n\n")
    line, *lines = head.split("\n")
    method, rest = line.split(" ", 1)
    theirs = [(name.lower(), value.strip()) for name, _, value in (one.partition(":") for one in lines)]
    environ = dict.fromkeys(request.env, "")
    host, _, target = resolve(request.url, environ).partition("://")[2].partition("/")
    if (request.method, host) != (method, dict(theirs)["host"]):
        yield f"{request.method} {host}"
    if unquote_to_bytes(f"/{target}") != unquote_to_bytes(rest.rsplit(" ", 1)[0]):
        yield f"target /{target}, message {rest}"
    ours = sorted((name.lower(), resolve(value, environ)) for name, value in request.headers)
    known = [one for one in theirs if one[0] not in ("host", "content-length") and not one[1].startswith("multipart")]
    if ours != sorted(known):
        yield f"headers {ours}, message {sorted(known)}"
    sent, written = _bodies(request, body, dict(theirs).get("content-type", ""), environ)
    if sent != written:
        yield f"body {sent}, message {written}"


def _bodies(request: Request, body: str, content_type: str, environ: dict[str, str]) -> tuple[Any, Any]:
    """Our body and that of the message, in a form in which == means the same."""
    kind = request.body.kind
    if kind == "json":
        return request.body.data, read_json(body, "message")
    if kind == "form":
        return _pairs(resolve(request.body.text, environ)), _pairs(body)
    if kind == "multipart":
        boundary = re.search("boundary=(.*)", content_type)
        parts = multipart.parse(f"boundary={boundary[1] if boundary else ''}", _wire(body))
        ours = [
            (one.name, bool(one.path), "" if one.path else resolve(one.value, environ)) for one in request.body.parts
        ]
        return ours, [(one.name, bool(one.filename), "" if one.filename else one.data.decode()) for one in parts]
    if kind == "file":
        return "file", "file" if "file contents" in body.lower() else body
    return resolve(request.body.text, environ), body.strip() if kind == "none" else body


def _wire(body: str) -> bytes:
    return body.rstrip("\n").replace("\n", "\r\n").encode()


def _pairs(text: str) -> list[tuple[bytes, bytes]]:
    pairs = [one.partition("=") for one in text.replace("+", " ").split("&")]
    return [(unquote_to_bytes(name), unquote_to_bytes(value)) for name, _, value in pairs]
