"""Answers of one status in several media types: from a description to a spec, its mock, its pages and back."""

import json

from importing import checked

from snippetgen import importers
from snippetgen.importers.model import Options

CONTENT = {
    "text/plain": {"example": "fine"},
    "application/json": {"example": {"ok": True}},
    "text/json": {"example": {"ok": True}},
    "application/xml": {
        "schema": {"type": "object", "xml": {"name": "pin"}, "properties": {"ok": {"type": "boolean", "example": True}}}
    },
    "image/png": {"schema": {"type": "string", "format": "binary"}},
    "text/html": {},
}
ERRORS = {
    "application/json": {"example": {"error": "x"}},
    "application/xml": {"example": "<error/>"},
    "text/plain": {"schema": {"type": "string"}},
}


def responses(**statuses):
    """The responses of the spec of an operation, from the content of each status."""
    answers = {status[1:]: {"description": "d", "content": content} for status, content in statuses.items()}
    document = {"openapi": "3.0.3", "servers": [{"url": "https://a.example"}], "paths": {"/x": {"get": {"responses": answers}}}}
    (entry,) = importers.open_source(json.dumps(document), "api.json", Options()).entries
    return checked(entry.read()).data["responses"]


def test_each_has_its_example():
    """The answer that programs read comes first, then those with another example, in the order of the description."""
    found = [(one["media_type"], one["example"]) for one in responses(_200=CONTENT)]
    xml = '<?xml version="1.0" encoding="UTF-8"?>\n<pin>\n  <ok>true</ok>\n</pin>\n'
    assert ["application/json", "text/plain", "application/xml"] == [one for one, _ in found]
    assert ({"ok": True}, "fine", xml.split()) == (found[0][1], found[1][1], found[2][1].split())


def test_the_same_in_other_words_is_left_out():
    """One example under several names of JSON, or as text, is one answer (so do ASP.NET's descriptions list it)."""
    schema = {"schema": {"type": "object", "properties": {"a": {"type": "integer", "example": 1}}}}
    found = responses(_200=dict.fromkeys(("text/plain", "application/json", "text/json", "application/*+json"), schema))
    assert ["application/json"] == [one["media_type"] for one in found]


def test_errors_have_theirs():
    """An error has the media types for which the author wrote an example."""
    found = [(one["status"], one["media_type"], one["example"]) for one in responses(_200={}, _422=ERRORS)[1:]]
    assert [(422, "application/json", {"error": "x"}), (422, "application/xml", "<error/>")] == found
