"""OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0): the endpoints of several specs as one document."""

from __future__ import annotations

import dataclasses
import json as json_module
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from snippetgen.data import paths
from snippetgen.data.jsontext import lines
from snippetgen.data.number import Number
from snippetgen.data.yamltext import dump
from snippetgen.errors import Refused
from snippetgen.exporters import schemas
from snippetgen.exporters.har import phrase
from snippetgen.exporters.placeholders import shown, shown_data
from snippetgen.http import NO_BODY
from snippetgen.request import Env, build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.data.paths import Step
    from snippetgen.exporters import Item
    from snippetgen.request import Body
    from snippetgen.spec import Auth, Endpoint, Param, Response

    Data = dict[str, Any]

OWN = "x-snippetgen"
"""The key for a fact that OpenAPI has no words for: the environment variable of a secret."""

_METHODS = ("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE")


class Document:
    """A description in the making."""

    def __init__(self, *, json: bool = False) -> None:
        self.json = json
        self.operations: list[tuple[str, str, list[Data], Data]] = []
        self.files: dict[tuple[str, str], str] = {}
        self.schemes: Data = {}
        self.ids: set[str] = set()

    def add(self, item: Item) -> None:
        """Add an endpoint; raises Refused if OpenAPI cannot describe it, or another one has its method and path."""
        endpoint = item.endpoint
        if endpoint.method not in _METHODS:
            raise Refused(f"OpenAPI 3.1 does not support the method {endpoint.method}")
        servers, path = _address(endpoint, item.locale)
        place = (_shape(path), endpoint.method.lower())
        if place in self.files:
            other = self.files[place]
            raise Refused(f"{endpoint.method} {path} is already described by {other} (put it in another document)")
        operation = self._operation(item, path)
        self.files[place] = endpoint.file
        self.operations.append((path, place[1], servers, operation))

    def text(self, title: str) -> str:
        """The document as YAML, or JSON; the first operation's servers are at the top, others at their operations."""
        top = self.operations[0][2]
        found: Data = {}
        for path, method, servers, operation in self.operations:
            own = {} if servers == top else {"servers": servers}
            found.setdefault(path, {})[method] = operation | own
        whole: Data = {
            "openapi": "3.1.0",
            "info": {"title": title, **self._contact(), "version": "1.0.0"},
            "servers": top,
            "paths": found,
        }
        whole |= {"components": {"securitySchemes": self.schemes}} if self.schemes else {}
        return "\n".join(lines(whole, width=100)) + "\n" if self.json else dump(whole)

    def _operation(self, item: Item, path: str) -> Data:
        endpoint, locale = item.endpoint, item.locale
        texts = [endpoint.summary.text(locale), *(note.text(locale) for note in endpoint.notes)]
        description = "\n\n".join(filter(None, texts))
        parameters = list(_parameters(endpoint, path, locale))
        body = _request_body(item)
        result: Data = {
            "operationId": self._id(endpoint.name),
            "summary": endpoint.title.text(locale),
            **({"description": description} if description else {}),
            **_about(endpoint, locale),
            **({"parameters": parameters} if parameters else {}),
            **({"requestBody": body} if body else {}),
            "responses": _responses(item),
        }
        security: Data = {self._scheme(auth): [] for auth in endpoint.auth}
        return result | ({"security": [security]} if security else {})

    def _contact(self) -> Data:
        """The Contact Object, if all operations have the same one."""
        found = [operation.get(OWN, {}).get("contact") for _, _, _, operation in self.operations]
        return {"contact": found[0]} if found[0] and all(one == found[0] for one in found) else {}

    def _id(self, name: str) -> str:
        found, number = name, 1
        while found in self.ids:
            number += 1
            found = f"{name}-{number}"
        self.ids.add(found)
        return found

    def _scheme(self, auth: Auth) -> str:
        """The name of the security scheme for an ``auth``: that of the environment variable with the key."""
        credentials = [one["env"] for one in (auth.user, auth.password) if not isinstance(one, str)]
        scheme: Data = {"type": "http", "scheme": auth.type}
        if auth.type == "apikey":
            scheme = {"type": "apiKey", "in": auth.place, "name": auth.name}
            scheme |= {"description": f'The key follows the text "{auth.prefix}".'} if auth.prefix else {}
        own: Data = {"env": auth.env, "prefix": auth.prefix}
        own = {"user": auth.user, "password": auth.password} if auth.has_account else own
        own = {key: value for key, value in own.items() if value or auth.has_account}
        scheme |= {OWN: own | ({"url": auth.url} if auth.url else {})}
        name, number = auth.env or "_".join(credentials) or auth.type, 1
        found = name
        while self.schemes.setdefault(found, scheme) != scheme:
            number += 1
            found = f"{name}_{number}"
        return found


def _about(endpoint: Endpoint, locale: str) -> Data:
    """Tags and deprecation in OpenAPI's own words, and all that it has no words for."""
    own: Data = {"category": endpoint.category.text(locale), "status_page": endpoint.status_page}
    own |= {"price": endpoint.price.text(locale), "limits": [one.text(locale) for one in endpoint.limits]}
    for key in ("provider", "contact", "deprecated"):
        fact = getattr(endpoint, key)
        texts = {one.name: getattr(fact, one.name) for one in dataclasses.fields(fact)} if fact else {}
        texts = {name: one if isinstance(one, str) else one.text(locale) for name, one in texts.items()}
        own[key] = {name: text for name, text in texts.items() if text}
    own = {key: value for key, value in own.items() if value}
    return {
        **({"tags": list(endpoint.tags)} if endpoint.tags else {}),
        **({"deprecated": True} if endpoint.deprecated else {}),
        **({OWN: own} if own else {}),
    }


def _address(endpoint: Endpoint, locale: str) -> tuple[list[Data], str]:
    """Server Objects and path; instead of an empty path, a piece of the base address becomes the path."""
    urls, path = endpoint.servers, endpoint.path.partition("?")[0]
    first = urlsplit(next(iter(urls.values()))).path
    if not path and first:
        path = first
        urls = {name: url.removesuffix(path) for name, url in urls.items() if url.endswith(path)}
    titles = {name: title.text(locale) for name, title in endpoint.server_titles.items()}
    servers = [{"url": url} | ({"description": titles[name]} if titles.get(name) else {}) for name, url in urls.items()]
    return servers, path or "/"


def _shape(path: str) -> str:
    """A path without the names of its parameters: OpenAPI treats paths as equal that differ only in these (4.8.8.2)."""
    return re.sub(r"\{[^{}/]*\}", "{}", path)


# -- parameters --------------------------------------------------------------------------------------------------------


def _parameters(endpoint: Endpoint, path: str, locale: str) -> Iterator[Data]:
    """One Parameter Object for each name and place; a repeated parameter becomes an array."""
    groups: dict[tuple[str, str], list[Any]] = {}
    for name, value in _fixed(endpoint):
        groups.setdefault(("query", name), []).append(value)
    for param in endpoint.params:
        if param.place != "body":
            name = param.name.lower() if param.place == "header" else param.name
            groups.setdefault((param.place, name), []).append(param)
    for (place, name), found in groups.items():
        if place != "path" or f"{{{name}}}" in path:
            yield _parameter(place, found, name, locale)


def _fixed(endpoint: Endpoint) -> Iterator[tuple[str, str]]:
    """The query pairs in the path of the spec; their values stay encoded, with allowReserved."""
    query = endpoint.path.partition("?")[2]
    for pair in query.split("&") if query else ():
        name, _, value = pair.partition("=")
        yield unquote(name), value


def _parameter(place: str, found: list[Any], name: str, locale: str) -> Data:
    params: list[Param] = [one for one in found if not isinstance(one, str)]
    values = [value for one in found for value in _sent(one)]
    repeated = len(found) > 1 or any(isinstance(one.example, list) and one.type != "array" for one in params)
    schema: Data = schemas.of_param(params[0]) if params else {"type": "string", "enum": [values[0]]}
    if repeated:
        schema = {"type": "array", "items": {key: value for key, value in schema.items() if key != "enum" or params}}
    result: Data = {"name": params[0].name if params else name, "in": place}
    text = params[0].description.text(locale) if params else ""
    result |= {"description": text} if text else {}
    result |= {"required": True} if place == "path" or not params or any(one.required for one in params) else {}
    written = [one for one in found if isinstance(one, str)]
    reserved = any(one.allow_reserved for one in params) or any(re.search("[%+]", one) for one in written)
    result |= {"allowReserved": True} if place == "query" and reserved else {}
    result["schema"] = schema
    mine: Data = {"env": params[0].env} if len(params) == 1 and params[0].env else {}
    mine |= {"allow_reserved": True} if place == "path" and reserved else {}
    result |= {OWN: mine} if mine else {}
    example = values if repeated else values[0] if values else None
    return result | ({"example": example} if values else {})


def _sent(one: Param | str) -> list[Any]:
    if isinstance(one, str):
        return [one]
    if one.env or not one.has_value:
        return []
    return list(one.example) if isinstance(one.example, list) and one.type != "array" else [one.example]


# -- bodies ------------------------------------------------------------------------------------------------------------


def _request_body(item: Item) -> Data:
    endpoint, body = item.endpoint, item.request.body
    if body.kind == "none":
        return {}
    fields = [one for one in endpoint.params if one.place == "body"]
    media_type = body.media_type or "multipart/form-data"
    if body.kind == "json":
        schema = schemas.of_json_body(body.data, fields, item.locale)
        meant = endpoint.body.fields if endpoint.body else ()
        content = {"schema": schemas.with_fields(schema, meant, item.locale, body.data), **_examples(item)}
    elif body.kind in ("form", "multipart"):
        content = _fields(body, fields, item.locale)
    elif body.kind == "text":
        content = {"schema": {"type": "string"}, "example": shown(body.text)}
    else:
        content = {"schema": {"type": "string", "format": "binary"}, "example": body.path}
    variables = {path: one.name for path, one in _secrets(body)}
    content |= {OWN: {"env": variables}} if variables else {}
    is_odd = endpoint.method in ("GET", "HEAD")  # methods for which readers leave out an optional body
    required = body.kind != "json" or any(one.required for one in fields) or not fields or is_odd
    return {**({"required": True} if required else {}), "content": {media_type: content}}


def _secrets(body: Body) -> Iterator[tuple[str, Env]]:
    """The secrets in a body, each with its place: a path in JSON, or the name of a field."""
    yield from ((paths.written(*steps), token) for steps, token in _secret_leaves(body.data, ()))
    for name, value in (*body.pairs, *((part.name, part.value) for part in body.parts)):
        yield from ((name, token) for token in value if isinstance(token, Env))


def _secret_leaves(data: Any, steps: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], Env]]:
    if isinstance(data, Env):
        yield steps, data
    elif isinstance(data, dict | list):
        for step, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _secret_leaves(value, (*steps, step))


def _examples(item: Item) -> Data:
    """Examples of the body: the request to export, and the named examples of the spec."""
    first = shown_data(item.request.body.data)
    if not item.endpoint.examples:
        return {"example": first}
    named = {name: build.build(item.endpoint, example=name).body for name in item.endpoint.examples}
    return {"examples": {"default": {"value": first}} | {
        name: {"value": shown_data(body.data)} for name, body in named.items()
    }}


def _fields(body: Body, fields: list[Param], locale: str) -> Data:
    """The properties of a form's schema; a repeated field becomes an array."""
    sent: dict[str, list[str]] = {}
    types: dict[str, list[str]] = {}
    files: set[str] = set()
    for name, value in body.pairs:
        sent.setdefault(name, []).append(shown(value))
    for part in body.parts:
        sent.setdefault(part.name, []).append(part.path or shown(part.value))
        files |= {part.name} if part.path else set()
        types.setdefault(part.name, []).extend([part.media_type] if part.media_type else [])
    properties: Data = {name: {"type": "string"} for name in sent}
    properties |= {name: {"type": "string", "format": "binary"} for name in files}
    properties |= {one.name: schemas.of_param(one, locale) for one in fields}
    properties = {
        name: {"type": "array", "items": schema} if len(sent.get(name, ())) > 1 else schema
        for name, schema in properties.items()
    }
    required = [name for name in properties if any(one.required for one in fields if one.name == name)]
    example = {name: values if len(values) > 1 else values[0] for name, values in sent.items()}
    encoding = {name: {"contentType": ", ".join(dict.fromkeys(found))} for name, found in types.items() if found}
    schema: Data = {"type": "object", "properties": properties} | ({"required": required} if required else {})
    return {
        "schema": schema,
        **({"example": example} if example else {}),
        **({"encoding": encoding} if encoding else {}),
    }


# -- answers -----------------------------------------------------------------------------------------------------------


def _responses(item: Item) -> Data:
    endpoint = item.endpoint
    result: Data = {}
    for one in endpoint.responses or (endpoint.answer,):
        text = one.description.text(item.locale) or phrase(one.status) or "An answer"
        found: Data = result.setdefault(str(one.status), {"description": text})
        if one.headers:
            found.setdefault("headers", {}).update({
                name: {"schema": {"type": "string"}, "example": value} for name, value in one.headers.items()
            })
        if endpoint.method == "HEAD" and one.status not in NO_BODY:
            found.setdefault("content", {})[one.media_type] = {}
        elif one.example or one.fields:
            found.setdefault("content", {})[one.media_type] = _answer(one, item.locale)
    if endpoint.stream:
        events = b"".join(endpoint.stream.pieces()).decode()
        found = result.setdefault("200", {"description": "OK"})
        found.setdefault("content", {})[endpoint.stream.media_type] = {"schema": {"type": "string"}, "example": events}
    return result


def _answer(one: Response, locale: str) -> Data:
    if not one.example:
        return {"schema": schemas.with_fields({}, one.fields, locale)}
    try:
        data = json_module.loads(one.example, parse_float=Number) if "json" in one.media_type else one.example
    except (ValueError, RecursionError):
        data = one.example
    return {"schema": schemas.with_fields(schemas.of_data(data), one.fields, locale, data), "example": data}
