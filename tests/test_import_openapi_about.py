"""What OpenAPI tells of the service, and our own exports of it."""

import json

import pytest
from importing import checked, notes
from test_import_openapi import HOST, operation

from snippetgen import importers, spec
from snippetgen.exporters import Item, export
from snippetgen.importers.model import Options
from snippetgen.request.build import build

KEYS = ("category", "tags", "provider", "contact", "status_page", "price", "limits", "deprecated")


def facts(text="summary: Go", root=""):
    """The facts of an operation, and the notes about them."""
    one = operation(text, root=f"{HOST}\n{root}", method="get")
    return {key: one.data[key] for key in KEYS if key in one.data}, notes(one)


@pytest.mark.parametrize(("text", "root", "expected"), [
    ("tags: [a, b]", "", {"tags": ["a", "b"]}),
    ("tags: [a, b, c]", "tags: [{name: a, x-displayName: A!}, {name: b, summary: B!}, {name: c, description: C!}, 5]", {"tags": ["A!", "B!", "c"]}),
    ("deprecated: true", "", {"deprecated": True}),
    ("deprecated: false", "", {}),
    ("deprecated: 'yes'", "", {}),
    ("x-deprecated-at: 2026-01-31\nx-sunset: 2026-12-31T00:00:00Z", "", {"deprecated": {"since": "2026-01-31", "until": "2026-12-31"}}),
    ("summary: Go", "info: {x-apisguru-categories: [open_data, text]}", {"category": "Open data"}),
    ("summary: Go", "info: {title: Acme}", {"provider": "Acme"}),
    ("summary: Acme", "info: {title: Acme}", {}),
    ("summary: Go", "info: {title: FastAPI}", {}),
    ("summary: Go", "info: {title: Acme, x-providerName: acme.io}", {"provider": "acme.io"}),
    ("summary: Go", "info: {title: Acme}\nexternalDocs: {url: https://acme.io}", {"provider": {"name": "Acme", "url": "https://acme.io"}}),
    ("summary: Go", "info: {contact: {name: Ada, email: ada@acme.io}}", {"contact": {"name": "Ada", "email": "ada@acme.io"}}),
    ("summary: Go", "info: {title: Acme, contact: {url: https://acme.io}}", {"provider": {"name": "Acme", "url": "https://acme.io"}, "contact": {"url": "https://acme.io"}}),
    ("summary: Go", "info: {contact: {name: Ada}}", {}),
    ("summary: Go", "info: 5\ntags: 5\nexternalDocs: [a]", {}),
    ("tags: 5", "info: {title: [a], contact: a, x-providerName: {}, x-apisguru-categories: x}", {}),
])
def test_fact(text, root, expected):
    """Facts are read where a description has them; what is none is passed over."""
    assert (expected, []) == facts(text, root)


@pytest.mark.parametrize(("text", "root", "expected", "note"), [
    ("tags: [a, 5, {b: c}]", "", {"tags": ["a"]}, ["/paths/~1a/get/tags/1: 5 is left out: it is no text", '/paths/~1a/get/tags/2: {"b": "c"} is left out: it is no text']),
    ("summary: Go", "info: {contact: {url: 'javascript:alert(1)'}}", {}, ['/info/contact/url: "javascript:alert(1)" is left out: it is no address of a page']),
    ("summary: Go", "info: {contact: {url: [a], email: a at b}}", {}, ['/info/contact/email: "a at b" is left out: it is no mail address', '/info/contact/url: ["a"] is left out: it is no address of a page']),
    ("summary: Go", "info: {title: A}\nexternalDocs: {url: 'javascript:x'}", {"provider": "A"}, []),
    ("deprecated: true\nx-sunset: 2026-02-30", "", {"deprecated": True}, ['/paths/~1a/get/x-sunset: "2026-02-30" is left out: it is no date such as 2026-01-31']),
    ("x-sunset: soon", "", {}, ['/paths/~1a/get/x-sunset: "soon" is left out: it is no date such as 2026-01-31']),
    ("x-deprecated-at: [1]", "", {}, ["/paths/~1a/get/x-deprecated-at: [1] is left out: it is no date such as 2026-01-31"]),
    ("x-deprecated-at: 2026-02-01\nx-sunset: 2026-01-01", "", {"deprecated": {"since": "2026-02-01"}}, ['/paths/~1a/get/x-sunset: "2026-01-01" is left out: it is before 2026-02-01']),
])
def test_what_is_none(text, root, expected, note):
    """A value that a page could not show is left out, and named."""
    assert (expected, note) == facts(text, root)


def test_programs_need_none():
    """Without pages, nothing of the service is read."""
    root = f"{HOST}\ninfo: {{title: Acme, contact: {{url: x}}}}"
    one = operation("tags: [a]\ndeprecated: true", root=root, method="get", fields=False)
    assert (set(), []) == (set(KEYS) & set(one.data), notes(one))


FULL = """\
title: Ask
method: GET
url: https://api.example.com/a
category: Chat
tags: [b, a]
provider: {name: Example Ltd, url: https://example.com}
contact: {name: Ada, email: ada@example.com, url: https://example.com/help}
status_page: https://status.example.com
price: free
limits: [60 a minute, 1000 a day]
deprecated: {since: 2026-01-31, until: 2026-12-31, instead: GET /b}
"""


def again(endpoint):
    """The endpoint, exported to OpenAPI and imported."""
    text = export([Item(endpoint, build(endpoint))], "openapi").text
    (entry,) = importers.open_source(text, "made").entries
    return checked(entry.read()).endpoint()


@pytest.mark.parametrize("text", [FULL, "title: Ask\nmethod: GET\nurl: https://api.example.com/a\n", FULL[: FULL.index("category")] + "deprecated: true\nprovider: A"])
def test_there_and_back(text):
    """An import of an export has the same facts."""
    endpoint = spec.loads(text)
    assert [getattr(endpoint, key) for key in KEYS] == [getattr(again(endpoint), key) for key in KEYS]


def test_openapi_has_words_for_some():
    """Tags, deprecation and the contact are exported in OpenAPI's own words, too."""
    endpoint = spec.loads(FULL)
    made = json.loads(export([Item(endpoint, build(endpoint))], "openapi", json=True).text)
    found = made["paths"]["/a"]["get"]
    assert (["b", "a"], True, {"name": "Ada", "email": "ada@example.com", "url": "https://example.com/help"}) == (
        found["tags"], found["deprecated"], made["info"]["contact"]
    )


@pytest.mark.parametrize("own", [
    "5", "{category: 5, price: [], limits: 5, provider: x, contact: x, deprecated: x, status_page: 'javascript:x'}",
    "{provider: {url: https://x.example}, contact: {url: 'javascript:x'}, deprecated: {since: 2026-02-30}}",
    "{deprecated: {since: 2026-02-01, until: 2026-01-01}}",
])
def test_hostile_facts_of_our_own(own):
    """What is no fact in our own key is passed over."""
    assert ({}, []) == facts(f"summary: Go\nx-snippetgen: {own}")


def test_folders_are_tags():
    """The folders of an Insomnia export are the tags of its requests; programs need none."""
    text = json.dumps({"_type": "export", "__export_format": 4, "resources": [
        {"_id": "w", "_type": "workspace", "name": "W"},
        {"_id": "g", "_type": "request_group", "parentId": "w", "name": "Pets"},
        {"_id": "r", "_type": "request", "parentId": "g", "name": "List", "method": "GET", "url": "https://a.example/b"},
    ]})
    found = [importers.open_source(text, "a.json", Options(fields=fields)).entries[0].read() for fields in (True, False)]
    assert [("Pets",), ()] == [checked(one).endpoint().tags for one in found]
