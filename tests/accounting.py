"""The values of a source, found by eyes that know nothing of the importers, and what became of each of them."""

import json
import re
from urllib.parse import unquote, unquote_plus

from snippetgen.data.jsontext import bare_text, dumps
from snippetgen.importers.openapi.document import Document, RefError
from snippetgen.request import Env, resolve
from snippetgen.request.build import build

NONE = object()
"""Says that there is no example; null is one."""

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")


def silent(values, one):
    """Those values that are neither on the wire, nor a secret, nor named in a note.

    Args:
        values: name and value of each.
        one: the import of their request.
    """
    wire, said = _wire(one), " ".join(map(str, one.notes))
    wire += wire.lower()
    hidden = {_folded(name) for name in _hidden(one.data)}
    whole = any(re.search(r"/(?:schema|content/[^/]+(?:~1[^/]+)?)$", note.place) and "…" in note.text for note in one.notes)
    return [
        (name, value) for name, value in values
        if not (_is_there(value, wire) or _is_there(value, said) or (whole and name.startswith("body")))
        and not any(step in said or _folded(step) in hidden for step in name.split("/") if step)
    ]


def _is_there(value, text):
    """Whether all the words of a value are in a text, however they are encoded there."""
    return all(word in text for word in re.findall(r"\w+", value))


def _folded(name):
    return re.sub(r"\W|_", "", name).lower()


def _wire(one):
    """All that is sent, as one text, plain and decoded."""
    request = build(one.endpoint())
    environ = {name: f"<{name}>" for name in request.env}
    body = request.body
    texts = [request.method, resolve(request.url, environ), *(text for name, value in request.headers for text in (name, resolve(value, environ)))]
    texts += [dumps(_plain(body.data)), resolve(body.text, environ), body.path, body.media_type, str(request.timeout)]
    texts += [text for name, value in body.pairs for text in (name, resolve(value, environ))]
    texts += [text for part in body.parts for text in (part.name, resolve(part.value, environ), part.path, part.filename, part.media_type)]
    texts += [resolve(value, environ) for value in request.basic or ()]
    whole = "\n".join(texts)
    return "\n".join([whole, unquote(whole), unquote_plus(whole)])


def _plain(data):
    if isinstance(data, Env):
        return f"<{data.name}>"
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items()}
    return [_plain(value) for value in data] if isinstance(data, list) else data


def _hidden(data):
    """The names of what is read from the environment."""
    for one in data.get("params", ()):
        if "env" in one:
            yield one["name"]
            yield from re.findall(r"[^.\[\]\"]+", one["name"])
    auths = data.get("auth", [])
    for one in auths if isinstance(auths, list) else [auths]:
        yield one.get("name", "Authorization")


# -- OpenAPI -----------------------------------------------------------------------------------------------------------


def openapi(data, file="api.yaml"):
    """``POST /pets`` -> name and value of each scalar that an author wrote as the example of something to be sent."""
    document = Document(data, file)
    found = {}
    for path, one in _map(document, data.get("paths")).items():
        item = _map(document, one)
        for method, operation in item.items():
            if method.lower() in METHODS:
                found[f"{method.upper()} {path}"] = list(_operation(document, item, _map(document, operation)))
    return found


def _operation(document, item, operation):
    found = [_map(document, one) for one in [*_list(item.get("parameters")), *_list(operation.get("parameters"))]]
    for param in {(one.get("in"), one.get("name")): one for one in found}.values():
        if param.get("in") in ("path", "query", "header", "cookie", "formData"):
            name = str(param.get("name"))
            yield from ((name, text) for _, text in _leaves("", _example(document, param)))
    content = _map(document, _map(document, operation.get("requestBody")).get("content"))
    plain = [one for one in content if one.split(";")[0] == "application/json"]
    for media_type in (plain or list(content))[:1]:
        yield from _leaves("body", _example(document, _map(document, content[media_type])))


def _example(document, holder):
    """The first example beside a schema, or in it."""
    for one in (holder, _map(document, holder.get("schema"))):
        if "example" in one:
            return _meant(document, one["example"])
        examples = one.get("examples")
        many = list(examples.values()) if isinstance(examples, dict) else _list(examples)
        first = _map(document, many[0]) if many and isinstance(many[0], dict) else None
        if first is not None:
            return _meant(document, first.get("value", first if "externalValue" not in first else NONE))
        if many:
            return many[0]
    return NONE


def _meant(document, value):
    """What an example is, or refers to."""
    try:
        found = document.follow(value).value
    except RefError:
        return value
    return found.get("value", found) if found is not value and isinstance(found, dict) else found


def _map(document, value):
    try:
        found = document.follow(value).value
    except RefError:
        return {}
    return found if isinstance(found, dict) else {}


def _list(value):
    return value if isinstance(value, list) else []


def _leaves(name, value):
    """Name and text of each scalar in a value; a text that is JSON is looked into."""
    if value is NONE:
        return
    if isinstance(value, str):
        try:
            inner = json.loads(value)
        except ValueError:
            inner = None
        if isinstance(inner, dict | list):
            yield from _leaves(name, inner)
            return
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _leaves(f"{name}/{key}" if name else str(key), one)
    elif isinstance(value, list):
        for one in value:
            yield from _leaves(name, one)
    else:
        yield name, value if isinstance(value, str) else json.dumps(value, default=str)


# -- HAR ---------------------------------------------------------------------------------------------------------------


def har(data):
    """Name and value of each header, pair of the query, cookie, and field or member of the body, for each entry."""
    found = []
    for entry in data["log"]["entries"]:
        request = entry["request"]
        values = [(one["name"], one["value"]) for key in ("headers", "queryString", "cookies") for one in request.get(key, ())]
        posted = request.get("postData", {})
        values += [(one["name"], one["value"]) for one in posted.get("params", ()) if "value" in one]
        values += _leaves("body", posted.get("text", ""))
        found.append(values)
    return found


# -- any text ----------------------------------------------------------------------------------------------------------


def words(text, syntax):
    """The words of a source that are not its syntax, each as name and value: what a reader would miss on the wire."""
    text = unquote(re.sub(r"\^(?!\^)", "", text))  # carets of cmd.exe
    text = re.sub(r"(?i)-H \"sec-[^\n]*", " ", text)  # named together, by their names alone
    text = re.sub(r"(?<!\S)[-\u2013\u2014]{1,2}[A-Za-z][\w-]*=?|\\x[0-9a-f]{2}", " ", text)  # options, escapes
    found = dict.fromkeys(re.findall(r"[^\W_]{3,}", text))
    return [("", word.lower()) for word in found if word.lower() not in syntax]


# -- Postman -----------------------------------------------------------------------------------------------------------


def postman(data):
    """Name and value of each header, pair of the query, path variable, and field or member of the body, for each request.

    Variables of the collection have their values; those without one are what must be told.
    """
    known = {one["key"]: bare_text(one.get("value", "")) for one in data.get("variable", ()) if not one.get("disabled") and "key" in one}
    return [list(_request(one, known)) for one in _requests(data["item"])]


def _requests(items):
    for one in items:
        if "request" in one:
            yield one["request"]
        else:
            yield from _requests(one["item"])


def _request(request, known):
    if isinstance(request, str):
        return
    url, body, header = request["url"], request.get("body", {}), request.get("header", [])
    pairs = [(one["key"], one["value"]) for one in header if not one.get("disabled")] if isinstance(header, list) else [line.split(":", 1) for line in header.split("\n")]
    if isinstance(url, dict):
        pairs += [(one.get("key") or one.get("id"), one["value"]) for name in ("query", "variable") for one in url.get(name, ()) if not one.get("disabled")]
    else:
        pairs += [pair.partition("=")[::2] for pair in url.partition("#")[0].partition("?")[2].split("&")]
    if not body.get("disabled"):
        pairs += [(one["key"], one["value"]) for name in ("urlencoded", "formdata") for one in body.get(name, ()) if "value" in one and not one.get("disabled")]
        pairs += _members(body.get("raw", ""), known)
    pairs = [each for name, value in pairs for each in ([part.partition("=")[::2] for part in value.split("; ")] if name == "Cookie" else [(name, value)])]
    pairs = [(name, value) for name, value in pairs if str(name).lower() != "content-length"]  # every client writes its own
    yield from ((_known(name, known), _known(value, known)) for name, value in pairs if value)


def _members(raw, known):
    quoted = re.sub(r"(?<=[:\[,])\s*(\{\{(\$?\w+)\}\})", lambda found: found[0] if found[2] in known else f'"{found[1]}"', raw)
    return _leaves("body", _known(quoted, known))


def _known(text, known):
    for _ in range(5):
        text = re.sub(r"\{\{(.*?)\}\}", lambda found: known.get(found[1]) or found[0], text)
    return text
