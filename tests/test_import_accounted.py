"""No value of a source is lost in silence: it is sent, or hidden as a secret, or named in a note."""

import json
from dataclasses import replace
from pathlib import Path

import accounting
import pytest

from snippetgen import importers
from snippetgen.data.jsontext import dumps
from snippetgen.errors import SnippetgenError
from snippetgen.importers.openapi.document import load
from snippetgen.spec import read

CASES = Path(__file__).parent / "imports"
OPENAPI = sorted(file for file in CASES.glob("*/*") if file.suffix in (".yaml", ".json") and "openapi" in file.read_text("utf-8", "replace")[:300])


@pytest.mark.parametrize("file", OPENAPI, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_openapi(file):
    """Each example of a parameter or a body that an author wrote is sent, hidden, or named."""
    text = file.read_text("utf-8")
    known = accounting.openapi(load(text, str(file)), str(file))
    lost = {}
    for entry in importers.open_source(text, str(file)).entries:
        label = next(one for one in entry.labels if " " in one)
        try:
            lost[label] = accounting.silent(known[label], entry.read())
        except SnippetgenError as error:
            lost[label] = str(error)
    assert {} == {label: values for label, values in lost.items() if values}


SYNTAX = {"curl", "wget", "http", "https", "host", "date", "openssl", "rand", "hex", "yesterday", "gcloud", "auth", "print", "token", "access", "bearer",
          "fetch", "headers", "body", "method", "mode", "cors", "credentials", "include", "meta", "name", "type", "seq", "none", "get", "url",
          "post", "length", "user", "accept"}
"""Words of commands and formats, which name no value."""
TEXTS = [*sorted(CASES.glob("*/*.curl")), *sorted(file for file in CASES.glob("other-formats/*") if file.suffix != ".json")]


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_texts(file):
    """Each word of a command, a call or a message that is no syntax is sent, hidden, or named."""
    text = read(file)
    source = importers.open_source(text, str(file))
    wire = [one.read() for one in source.entries]
    lost = [value for _, value in accounting.words(text, SYNTAX) if all(accounting.silent([("", value)], one) for one in wire)]
    assert [] == [one for one in lost if not any(one in str(note) for note in source.notes)]


@pytest.mark.parametrize("file", sorted(CASES.glob("*/*.har")), ids=lambda file: file.name)
def test_har(file):
    """Each header, pair of a query, cookie, field and member of a recorded request is sent, hidden, or named."""
    text = read(file)
    known = accounting.har(json.loads(text.lstrip("\ufeff")))
    found = [accounting.silent(values, one.read()) for values, one in zip(known, importers.open_source(text, str(file)).entries, strict=True)]
    assert [[] for _ in known] == found


def test_a_lost_value_is_found():
    """A value that an import loses without a word is found, in a description and in a command."""
    description = {"openapi": "3.1.0", "servers": [{"url": "https://api.acme.example"}], "paths": {"/a": {"get": {"parameters": [{"name": "q", "in": "query", "example": "word"}]}}}}
    sources = [importers.open_source(text, "a").entries[0].read() for text in (dumps(description), "curl https://api.acme.example/a -H 'X-A: word'")]
    found = [
        accounting.silent(values, replace(one, data={**one.data, "params": []}))
        for one, values in zip(sources, [accounting.openapi(description)["GET /a"], accounting.words("-H 'X-A: word'", SYNTAX)], strict=True)
    ]
    assert [[("q", "word")], [("", "word")]] == found


POSTMAN = [*sorted(CASES.glob("postman-*/*.json")), *sorted(one for one in (CASES.parent / "postman").glob("*.json") if one.name != "wire.json")]


@pytest.mark.parametrize("file", POSTMAN, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_postman(file):
    """Each value that stands in a request of a collection is sent, hidden, or named."""
    text = file.read_text("utf-8")
    known = accounting.postman(json.loads(text))
    entries = importers.open_source(text, str(file)).entries
    lost = {entry.labels[0]: accounting.silent(values, entry.read()) for entry, values in zip(entries, known, strict=True)}
    assert {} == {label: values for label, values in lost.items() if values}
