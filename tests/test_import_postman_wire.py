"""Imports of Postman collections against what newman, Postman's own runner, sent (recorded by tools/postman.mjs)."""

import json
import re
from pathlib import Path
from urllib.parse import parse_qsl, unquote

import pytest
from exchange import BOUNDARY, multipart
from importing import checked

from snippetgen.data.jsontext import dumps, parse_exact
from snippetgen.importers.model import Options
from snippetgen.importers.postman.collection import open_postman
from snippetgen.request import basic_header, resolve
from snippetgen.request.build import build

FOLDER = Path(__file__).parent / "postman"
WIRE = json.loads((FOLDER / "wire.json").read_text("utf-8"))
CASES = [pytest.param(file, number, id=f"{file.removesuffix('.json')}-{one['name']}") for file, sent in WIRE.items() for number, one in enumerate(sent)]

DIFFERENT = {
    "forms-repeated apart": "newman puts the fields of one name together; the order is the author's",
    "headers-list": "newman drops the first of two headers whose names differ only in capitals",
    "headers-blanks": "newman refuses a name with blanks around it",
    "paths-dots": "newman sends dot segments, which every other client removes (RFC 3986, section 5.2.4)",
    "variables-beyond ASCII in a header": "a spec holds no header beyond ASCII, which a note says",
    "variables-blanks in braces": "newman sends a variable with blanks in its braces as it is written",
}
"""Where an import is meant to differ, and why."""


def entries(file, *, keep):
    text = json.loads((FOLDER / file).read_text("utf-8"))
    return [entry.read() for entry in open_postman(text, file, Options(keep_secrets=keep)).entries]


def imported(request):
    environ = dict.fromkeys(request.env, "")
    headers = [(name, resolve(value, environ)) for name, value in request.headers]
    headers += [("Authorization", basic_header(*(resolve(one, environ) for one in request.basic)))] if request.basic else []
    return request.method, address(resolve(request.url, environ)), sorted((name.lower(), value) for name, value in headers), body(request, environ)


def body(request, environ):
    one = request.body
    if one.kind == "json":
        return parse_exact(dumps(one.data))
    if one.kind == "form":
        return parse_qsl(resolve(one.text, environ), keep_blank_values=True)
    if one.kind == "multipart":
        parts = [
            (part.name, part.filename if part.path else None, part.media_type or None, (FOLDER / part.path).read_bytes() if part.path else resolve(part.value, environ).encode())
            for part in one.parts
        ]
        return multipart(parts).decode().replace(BOUNDARY, "BOUNDARY").strip()
    return (FOLDER / one.path).read_text("utf-8") if one.kind == "file" else resolve(one.text, environ)


def address(url):
    """Address, mark and pairs of the query, decoded; a host is the same in any case (RFC 9110, section 4.2.3)."""
    base, mark, query = url.partition("?")
    scheme, slashes, rest = base.partition("//")
    host, slash, path = rest.partition("/")
    base = scheme + slashes + host.lower() + slash + path
    return unquote(base.removesuffix("/") if base.count("/") == 3 else base), mark, [unquote(part) for part in query.split("&")]


def recorded(sent):
    headers = [(name.lower(), value.encode("latin-1", "replace").decode("utf-8", "replace")) for name, value in sent["headers"]]
    kind = dict(headers).get("content-type", "")
    text = sent["body"]
    if kind.startswith("multipart/"):
        headers, text = [one for one in headers if one[0] != "content-type"], text.strip()
    elif "json" in kind and is_json(text):
        text = parse_exact(text)
    elif kind == "application/x-www-form-urlencoded":
        text = parse_qsl(text, keep_blank_values=True)
    return sent["method"], address(sent["url"]), sorted(headers), text


def is_json(text):
    try:
        found = []
        json.loads(text, object_pairs_hook=lambda pairs: found.append(len({name for name, _ in pairs}) == len(pairs)))
        return all(found)
    except ValueError:
        return False


@pytest.mark.parametrize(("file", "number"), CASES)
def test_the_same_request(file, number):
    """What is imported is what newman sends, but for the differences that are meant."""
    sent, one = WIRE[file][number], checked(entries(file, keep=True)[number])
    same = not sent.get("refused") and recorded(sent) == imported(build(one.endpoint()))
    why = DIFFERENT.get(f"{file.removesuffix('.json')}-{sent['name']}", "")
    if not why:
        assert recorded(sent) == imported(build(one.endpoint()))
    assert same is not bool(why)


SECRETS = re.compile("secret-token|s3cr3t|p:w|v 1&2|abc|sk_test|zq81|tok\\b")


@pytest.mark.parametrize("file", ["auth.json", "variables.json"])
def test_no_secret_is_shown(file):
    """No value of a secret stands in a spec or a note, unless the user keeps it."""
    found = [(one.name, text) for one in entries(file, keep=False) for text in (one.text(), *map(str, one.notes)) if SECRETS.search(text)]
    assert [] == found
