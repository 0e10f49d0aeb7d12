"""Helpers for the tests of importers: imports whose spec gives the same endpoint as text and as data."""

from snippetgen import spec
from snippetgen.importers.model import Options
from snippetgen.importers.rawrequest import RawRequest, to_spec
from snippetgen.request import resolve
from snippetgen.request.build import build


def checked(one):
    """The import itself, after checking that its text reads back as the endpoint of its data."""
    assert spec.loads(one.text(), one.endpoint().file, one.name) == one.endpoint()
    return one


def imported(method="GET", url="https://api.acme.example/", keep=False, **fields):
    return checked(to_spec(RawRequest(method, url, **fields), "request", "source", Options(keep_secrets=keep)))


def sent(one, environ=None):
    """The request of an import: method, address, headers, and the kind and content of the body."""
    request = build(one.endpoint())
    environ = dict.fromkeys(request.env, "") | {name: f"<{name}>" for name in request.env} | (environ or {})
    headers = [(name, resolve(value, environ)) for name, value in request.headers]
    return request.method, resolve(request.url, environ), headers, request.body


def notes(one):
    return [str(note) for note in one.notes]
