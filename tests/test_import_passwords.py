"""``format: password`` in OpenAPI: an author's example is read from the environment."""

import copy
import json

import pytest
from importing import checked, notes, sent

from snippetgen import importers
from snippetgen.importers.model import Options

SECRET = {"type": "string", "format": "password"}


def one(parameters=(), schema=None, media_type="application/json", keep=False, **more):
    content = {"content": {media_type: {"schema": schema, **more}}}
    data = {
        "openapi": "3.1.0", "info": {"title": "Acme", "version": "1"}, "servers": [{"url": "https://api.acme.example"}],
        "paths": {"/a": {"post": {"parameters": list(parameters), **({"requestBody": content} if schema else {})}}},
        "components": {"schemas": {"Secret": SECRET | {"example": "hunter2pass"}}},
    }
    found = importers.open_source(json.dumps(data), "api.json", Options(keep_secrets=keep))
    return checked(found.entries[0].read())


def hidden(found):
    return {param["name"]: param["env"] for param in found.data.get("params", ()) if "env" in param}


def shape(**members):
    return {"type": "object", "required": list(members), "properties": members}


HELD = SECRET | {"example": "hunter2pass"}


@pytest.mark.parametrize(("parameters", "schema", "media_type", "expected"), [
    ([{"name": "X-Code", "in": "header", "required": True, "schema": HELD}], None, "", {"X-Code": "ACME_CODE"}),
    ([{"name": "q", "in": "query", "schema": SECRET, "example": "hunter2pass"}], None, "", {"q": "ACME_Q"}),
    ([], shape(k=HELD), "application/x-www-form-urlencoded", {"k": "ACME_K"}), ([], shape(k=HELD), "multipart/form-data", {"k": "ACME_K"}),
    ([], shape(k=HELD), "application/json", {"k": "ACME_K"}), ([], shape(k={"$ref": "#/components/schemas/Secret"}), "application/json", {"k": "ACME_K"}),
    ([], shape(u=shape(k=HELD, n={"type": "integer"})), "application/json", {"u.k": "ACME_K"}),
    ([], shape(u={"type": "array", "items": shape(k=HELD)}), "application/json", {"u[0].k": "ACME_K"}),
    ([], {"type": "array", "items": shape(k=HELD)}, "application/json", {"[0].k": "ACME_K"}),
])
def test_example_of_an_author(parameters, schema, media_type, expected):
    """An example of the format password is read from the environment, wherever it is sent; or kept, if the user says so."""
    found = one(parameters, copy.deepcopy(schema), media_type)
    assert expected == hidden(found)
    assert "hunter2" not in found.text() + "".join(notes(found))
    assert {} == hidden(one(parameters, schema, media_type, keep=True))


@pytest.mark.parametrize("schema", [
    SECRET, SECRET | {"minLength": 12}, SECRET | {"maxLength": 4}, SECRET | {"example": "YOUR_PASSWORD"}, SECRET | {"example": ""}, {"type": "string", "example": "hunter2pass"},
])
def test_no_example_of_an_author(schema):
    """A sampled value and a placeholder stay as they are, and so does a text of no format."""
    for place in ([{"name": "q", "in": "query", "required": True, "schema": schema}], None), ([], shape(k=schema, u=shape(k=schema))):
        assert {} == hidden(one(*place))


def test_further_examples():
    """The other examples of a body lose their passwords, with a note, and keep the rest."""
    examples = {"a": {"value": {"k": "hunter1pass", "n": 1}}, "b": {"value": {"k": "hunter2pass", "n": 2}}, "c": {"value": {"k": "hunter3pass", "n": 1}}}
    found = one(schema=shape(k=SECRET, n={"type": "integer"}), examples=examples)
    assert {"b": {"set": {"n": 2}}} == found.data["examples"]
    assert "hunter" not in found.text() + "".join(notes(found))
    assert 2 == sum("a password, which is read from the environment" in note for note in notes(found))


def test_neighbours():
    """What stands beside a password within an object is sent as it stands."""
    body = sent(one(schema=shape(u=shape(n={"type": "integer", "example": 7}, k=HELD))))[3]
    assert (["n", "k"], 7) == (list(body.data["u"]), body.data["u"]["n"])
