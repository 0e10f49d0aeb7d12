"""Helpers for the tests of exporters: every spec as a request, and the parts that a reader found as a recorded request."""

import hashlib
import re
from pathlib import Path
from urllib.parse import quote

from snippetgen import spec
from snippetgen.errors import Refused
from snippetgen.exporters import Item, export
from snippetgen.request.build import build
from snippetgen.running import digest
from snippetgen.running.answers import Recorded
from snippetgen.verify.wire import differences

ROOT = Path(__file__).parent.parent
FILES = sorted([*(ROOT / "specs").glob("*.yaml"), *(ROOT / "tests" / "specs").glob("*.yaml")])

CASES = [(file, stream) for file in FILES for stream in ([False, True] if spec.load(file).stream else [False])]
"""Every spec, and those that stream once more as a stream."""

IDS = [file.stem + ("-stream" if stream else "") for file, stream in CASES]

BOUNDARY = "a-boundary-of-the-reader"


def item(file, *, stream=False, origin=""):
    endpoint = spec.load(file)
    return Item(endpoint, build(endpoint, stream=stream, origin=origin))


def made(text):
    """An item of a spec that stands in the test."""
    endpoint = spec.loads(text, "made.yaml", "made")
    return Item(endpoint, build(endpoint))


def exported(one, form):
    """The exported text; None if the format refuses the request."""
    try:
        return export([one], form).text
    except Refused:
        return None


def reason(one, form):
    """Why a format refuses a request; empty when it does not."""
    try:
        export([one], form)
    except Refused as refused:
        return str(refused).removeprefix(f"{one.endpoint.file}: {form}: ")
    return ""


def environ(request):
    """A secret that shows whether it was encoded, for each variable."""
    return {name: f"{number}a/b+c&d=e%41" for number, name in enumerate(request.env)}


def files(request):
    paths = [request.body.path, *(part.path for part in request.body.parts)]
    return {path: b"\x00\xff bytes of\r\n" + path.encode() for path in paths if path}


def multipart(parts):
    """A body of (name, filename or None, media type, bytes)."""
    pieces = []
    for name, filename, media_type, data in parts:
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"'
        head += f'; filename="{filename}"' if filename is not None else ""
        head += f"\r\nContent-Type: {media_type}" if media_type else ""
        pieces.append(head.encode() + b"\r\n\r\n" + data + b"\r\n")
    return b"".join(pieces) + f"--{BOUNDARY}--".encode()


def digest_header(method, url, user, password, *, algorithm="MD5", nonce="a nonce"):
    """The answer of a client to the challenge of the mock."""
    asked = dict(re.findall(r'(\w+)="?([^",]+)', digest.challenge(nonce, algorithm)))
    uri = "/" + url.split("://", 1)[1].partition("/")[2]
    ends = [asked["nonce"], "00000001", "c", asked["qop"], _hash(algorithm, method, uri)]
    response = _hash(algorithm, _hash(algorithm, user, asked["realm"], password), *ends)
    said = {"username": user, "uri": uri, "cnonce": "c", "response": response, **asked}
    return "Digest nc=00000001, " + ", ".join(f'{name}="{value}"' for name, value in said.items())


def _hash(algorithm, *texts):
    return hashlib.new(algorithm.replace("-", ""), ":".join(texts).encode()).hexdigest()


def form(pairs):
    return "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in pairs).encode()


def filled(text, values, encode=str):
    """A text with each {{NAME}} replaced."""
    return re.sub(r"\{\{(\w+)\}\}", lambda match: encode(values[match[1]]) if match[1] in values else match[0], text)


def faults(request, method, url, headers, body):
    """The differences between the request and the request that a reader understood."""
    target = "/" + url.split("://", 1)[1].partition("/")[2]
    if not body and request.body.kind == "none":
        headers = [*headers, ("Content-Length", "0")]
    return differences(request, Recorded(method, target, tuple(headers), body), environ(request), files(request))
