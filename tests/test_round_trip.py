"""Importers read what exporters write: the request on the wire stays that of the spec, for every spec and format."""

import exchange
import pytest

from snippetgen import importers
from snippetgen.data.jsontext import dumps
from snippetgen.exporters import Item, export
from snippetgen.importers.model import Options
from snippetgen.request import Env, basic_header, resolve
from snippetgen.request.build import build

FORMS = ("har", "postman", "curl", "openapi", "http")
REPEATED_HEADER = "an array in a header is one line, its elements joined by commas (which RFC 9110, section 5.2, calls equal)"
ORDER = "the properties of a form and the parameters of a query have one place each, so what is sent twice stands together"
SMALL = "a variable in small letters becomes one of the environment in capitals"
NO_JSON = "refused: a shell has no JSON library to write a secret into the body"
NO_CHALLENGE = "refused: a HAR file holds headers, and that of digest authentication depends on the server's challenge"
NO_FILE = "refused: a HAR file contains the bytes of a body, not the name of a file"
ACCEPT = "a header parameter of the name Accept is ignored (Parameter Object)"

ENCODING = "Accept-Encoding is left to the client, which alone knows what it can read"
UTF_8 = "refused: Postman sends a text in UTF-8, not in "

BASIC_EMPTY = "refused: Authorization: Basic takes a user name and a password without spaces, neither empty"
BASIC = "Authorization: Basic takes a user name and a password without spaces, neither empty"
JOINED = "REST Client joins the values of a repeated header into one header"
EMPTY = "empty lines at the beginning and the end of a body are not sent"
CONTROL = "an .http file cannot contain a body with U+000D or U+0000"

LOST = {
    "http": {
        "accept-encoding": ENCODING,
        "basic-key": f"refused: {BASIC}",
        "header-values": 'refused: the header "X-$HOME-`touch`-%s-#1" would be read as a comment or as part of the address',
        "header-proto": 'refused: the header "__proto__" would be read as a comment or as part of the address',
        "headers-repeated": f"refused: {JOINED}",
        "json-apostrophe": f"refused: {JOINED}",
        "method-odd": "refused: .http files do not support the method M'|`$&#%~^*!+-._9",
        "method-lower-case": "refused: .http files do not support the method put",
        "multipart": "refused: the two clients send a line break within a part differently",
        "parts-typed": f"refused: {JOINED}",
        "purge": "refused: .http files do not support the method PURGE",
        "secret-form": f"refused: {BASIC}",
        "soap-xml": f"refused: {EMPTY}",
        "text-latin1": "refused: clients of .http files send a text in UTF-8, not in ISO-8859-1",
        "text-utf16": "refused: clients of .http files send a text in UTF-8, not in UTF-16",
        "text-at": f"refused: {CONTROL}",
        "text-nul": f"refused: {CONTROL}",
        "xml": f"refused: {EMPTY}",
    },
    "har": {
        "accept-encoding": ENCODING,
        "digest": NO_CHALLENGE,
        "digest-json": NO_CHALLENGE,
        "digest-redirects": NO_CHALLENGE,
        "put-binary": NO_FILE,
        "file-body": NO_FILE,
        "multipart": 'refused: HAR has only one name for a file, so "data.bin" cannot be sent as "{{ 7*7 }} <?php ?> é.bin"',
        "parts-typed": 'refused: HAR has only one name for a file, so "a b;c,d.bin" cannot be sent as "other;name, x.bin"',
    },
    "postman": {"accept-encoding": ENCODING, "env-names": SMALL, "env-names-json": SMALL, "json-apostrophe": SMALL, "method-lower-case": "refused: Postman sends every method in capitals, not put", "secret-twice": SMALL, "text-latin1": UTF_8 + "ISO-8859-1", "text-utf16": UTF_8 + "UTF-16"},
    "curl": {
        "accept-encoding": ENCODING,
        "env-names-json": NO_JSON,
        "head-body": "refused: curl sends no body with HEAD",
        "head-body-follow": "refused: curl sends no body with HEAD",
        "part-name-equals": "refused: curl reads the name of a part only up to the first =",
        "secret-beside-float": NO_JSON,
        "secret-json": NO_JSON,
        "parts-typed": "refused: curl interprets the text of a part with a media type, so that it cannot contain a secret",
        "text-latin1": "refused: a shell keeps a text in UTF-8, not in ISO-8859-1",
        "text-utf16": "refused: a shell keeps a text in UTF-8, not in UTF-16",
        "text-nul": "refused: Shell cannot hold U+0000 in a string",
    },
    "openapi": {
        "head": ACCEPT,
        "header-values": ACCEPT,
        "cookies": "a cookie has one value",
        "file-body": "the example of a file is taken for its name only where it looks like one",
        "form-duplicates": ORDER,
        "query-order": ORDER,
        "headers-repeated": REPEATED_HEADER,
        "json-apostrophe": REPEATED_HEADER,
        "method-lower-case": "refused: OpenAPI 3.1 does not support the method put",
        "method-odd": "refused: OpenAPI 3.1 does not support the method M'|`$&#%~^*!+-._9",
        "multipart": ORDER,
        "parts-typed": REPEATED_HEADER,
        "purge": "refused: OpenAPI 3.1 does not support the method PURGE",
    },
}
"""What a format cannot carry: format -> spec -> why."""

HIDDEN = {"cookies"}
"""Specs with a plain value that looks like a secret, which an importer hides unless --keep-secrets."""

CASES = [
    pytest.param(form, file, stream, id=f"{form}-{name}")
    for form in FORMS
    for (file, stream), name in zip(exchange.CASES, exchange.IDS, strict=True)
    if not (stream and form == "openapi")  # which describes both requests as one operation
]


def losses(form, one, options):
    """The differences between the exported request and the one imported again; ``refused: …`` if it was not exported."""
    text = exchange.exported(one, form)
    if text is None:
        return [f"refused: {exchange.reason(one, form)}"]
    (entry,) = importers.open_source(text, "exported", options).entries
    return differences(one.request, entry)


def differences(expected, entry):
    request = build(entry.read().endpoint())
    environ = {name: f"a stranger, {name}" for name in request.env} | exchange.environ(expected)
    headers = [(name, resolve(value, environ)) for name, value in request.headers]
    if request.basic:
        headers.append(("Authorization", basic_header(*(resolve(value, environ) for value in request.basic))))
    if request.digest:
        account = (resolve(value, environ) for value in request.digest)
        headers.append(("Authorization", exchange.digest_header(request.method, resolve(request.url, environ), *account)))
    if request.body.kind == "multipart":
        headers.append(("Content-Type", f"multipart/form-data; boundary={exchange.BOUNDARY}"))
    return exchange.faults(expected, request.method, resolve(request.url, environ), headers, sent(request, environ))


def sent(request, environ):
    """The bytes of a request's body."""
    body, files = request.body, exchange.files(request)
    if body.kind == "json":
        return dumps(filled(body.data, environ)).encode()
    if body.kind == "multipart":
        return exchange.multipart(
            (
                part.name,
                part.filename if part.path else None,
                part.media_type,
                files[part.path] if part.path else resolve(part.value, environ).encode(),
            )
            for part in body.parts
        )
    return files[body.path] if body.kind == "file" else resolve(body.text, environ).encode(body.charset or "utf-8")


def filled(data, environ):
    if isinstance(data, dict):
        return {key: filled(value, environ) for key, value in data.items()}
    if isinstance(data, list):
        return [filled(value, environ) for value in data]
    return environ[data.name] if isinstance(data, Env) else data


@pytest.mark.parametrize(("form", "file", "stream"), CASES)
def test_the_request_comes_back(form, file, stream):
    """The request comes back with its secrets in the same variables, or with the losses listed in the table."""
    found = losses(form, exchange.item(file, stream=stream), Options(keep_secrets=True))
    reason = LOST[form].get(file.stem, "")
    if reason.startswith("refused: "):
        assert [reason] == found
    else:
        assert bool(reason) == bool(found), found


@pytest.mark.parametrize("form", FORMS)
def test_the_table_names_specs(form):
    """The table of losses names only specs that exist."""
    assert set() == set(LOST[form]) - {file.stem for file in exchange.FILES}


@pytest.mark.parametrize(("form", "file", "stream"), [case for case in CASES if case.values[1].stem not in LOST[case.values[0]]])
def test_secrets_stay_where_they_are(form, file, stream):
    """Without --keep-secrets, nothing changes but for values that look like secrets."""
    found = losses(form, exchange.item(file, stream=stream), Options())
    assert (file.stem in HIDDEN) == bool(found), found


@pytest.mark.parametrize("form", FORMS)
def test_all_of_them_in_one_file(form):
    """Many requests come back as many, each with its own secrets, in their order (in OpenAPI under their names)."""
    items = [exchange.item(file) for file in exchange.FILES if file.stem not in LOST[form]]
    exported = export(items, form, title="All")
    items = [one for one in items if not any(line.startswith(f"{one.endpoint.file}:") for line in exported.refused)]
    entries = list(importers.open_source(exported.text, "exported", Options(keep_secrets=True)).entries)
    if form == "openapi":
        entries = [next(entry for entry in entries if entry.name == one.endpoint.name) for one in items]
    faults = {one.endpoint.name: differences(one.request, entry) for one, entry in zip(items, entries, strict=True)}
    assert {} == {name: found for name, found in faults.items() if found}


@pytest.mark.parametrize("file", [file for file in exchange.FILES if LOST["openapi"].get(file.stem, "")[:7] != "refused"], ids=lambda file: file.stem)
def test_what_fields_mean_comes_back(file):
    """OpenAPI keeps the documentation of answers and bodies, their types included."""
    one = exchange.item(file)
    (entry,) = importers.open_source(exchange.exported(one, "openapi"), "exported", Options()).entries
    found = meant(entry.read().endpoint())
    assert meant(one.endpoint) == {place: found.get(place) for place in meant(one.endpoint)}


def meant(endpoint):
    """Path of a member -> its type and description."""
    holders = [(one.status, one.fields) for one in endpoint.responses]
    holders += [("body", endpoint.body.fields)] if endpoint.body else []
    return {
        (place, one["name"]): (one.get("type"), words if isinstance(words := one["description"], str) else words["en"])
        for place, fields in holders
        for one in fields
        if "description" in one
    }


def test_what_fields_mean_comes_back_of_all_kinds():
    """Descriptions of nested members come back, in a body and in an error without example, whatever their names."""
    one = exchange.made("""title: t
method: POST
url: https://a.example.com/a
params: [{name: m, in: body, type: array, example: [{r: null}]}, {name: o, in: body, type: object, example: {}}]
body:
  fields:
  - {name: "m[].r", type: string, description: Who}
  - {name: 'o["a.b"].c', type: number, description: Not sent}
responses:
- {status: 200, example: {a: [[1]]}, fields: [{name: "a[][]", type: number, description: Deep}]}
- {status: 404, fields: [{name: error.code, type: integer, description: Which}]}""")
    (entry,) = importers.open_source(exchange.exported(one, "openapi"), "exported", Options()).entries
    assert meant(one.endpoint) == meant(entry.read().endpoint())


@pytest.mark.parametrize("auth", [
    "{type: bearer, env: MY_KEY}",
    "{type: apikey, in: header, name: Authorization, prefix: 'Token ', env: K2}",
    "{type: apikey, in: query, name: q, env: K2}",
    "{type: apikey, in: cookie, name: c, env: K2}",
    "{type: basic, user: ada, password: {env: PW}}",
    "{type: basic, user: {env: WHO}, password: {env: PW}}",
    "{type: basic, user: {env: WHO}, password: ''}",
    "{type: digest, user: ada, password: {env: PW}}",
    "{type: digest, user: {env: WHO}, password: {env: PW}}",
    "[{type: bearer, env: K1}, {type: apikey, in: header, name: X-Key, env: K2}]",
])
@pytest.mark.parametrize("form", FORMS)
def test_every_kind_of_caller(form, auth):
    """Every kind of authentication comes back with the variables that the author named."""
    one = exchange.made(f"title: t\nmethod: GET\nurl: https://api.acme.example/a\nauth: {auth}")
    known = {"http": BASIC_EMPTY if "password: ''" in auth else "", "har": NO_CHALLENGE if "digest" in auth else ""}
    expected = list(filter(None, [known.get(form, "")]))
    assert expected == losses(form, Item(one.endpoint, one.request), Options())
