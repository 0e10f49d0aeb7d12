"""Security requirements -> the ``auth`` of a spec."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from snippetgen.http import CLIENT_HEADERS, TOKEN
from snippetgen.importers.naming import variable
from snippetgen.importers.openapi import credentials, own, swagger
from snippetgen.importers.openapi.document import RefError, Spot
from snippetgen.importers.openapi.operation import elements, items, words
from snippetgen.importers.openapi.parameters import merged
from snippetgen.importers.openapi.values import only
from snippetgen.importers.secrets import is_secret

if TYPE_CHECKING:
    from snippetgen.importers.openapi.document import Document
    from snippetgen.importers.openapi.operation import Data, Operation


def auths(operation: Operation, address: str) -> list[Data]:
    """One alternative that programs support, as the ``auth`` of a spec; empty if there is none.

    It is the first that has the scheme which the user chose, else the first; what else was possible is noted.

    Args:
        address: the server's address, which names the variables if the description has no title.
    """
    required = operation.data.get("security", operation.root_value("security"))
    alternatives = [one for one in elements(required) if isinstance(one, dict)]
    named = list(dict.fromkeys(tuple(one) for one in alternatives if one))
    wanted = operation.options.auth
    for names in sorted(named, key=lambda one: bool(wanted) and wanted not in one):
        found = _alternative(operation, list(names), address)
        if found is not None:
            _note_choice(operation, names, named)
            return found
    if named and {} not in alternatives:
        operation.note("none of its security requirements is supported; the request has no authentication", "security")
    return []


def _note_choice(operation: Operation, taken: tuple[str, ...], named: list[tuple[str, ...]]) -> None:
    wanted = operation.options.auth
    others = ", ".join(_quoted(one) for one in named if one != taken)
    if wanted and wanted not in taken:
        operation.note(f'"{wanted}" is none of its security schemes; {_quoted(taken)} is used', "security")
    elif others and not wanted:
        text = f"{_quoted(taken)} is used, the first of its security schemes (--auth NAME chooses another: {others})"
        operation.note(text, "security")


def _quoted(names: tuple[str, ...]) -> str:
    return " and ".join(f'"{one}"' for one in names)


def schemes(document: Document) -> Spot:
    """The security schemes of a description by name, a map."""
    if "swagger" in document.data:
        return Spot(swagger.security_schemes(document.data), document)
    try:
        components, where = document.follow(document.data.get("components"))
        found, where = where.follow(dict(items(components)).get("securitySchemes"))
    except RefError:
        return Spot({}, document)
    return Spot(dict(items(found)), where)


def _alternative(operation: Operation, names: list[str], address: str) -> list[Data] | None:
    """All the schemes of one alternative; None if programs do not support one of them."""
    found: list[Data] = []
    for name in names:
        scheme = _scheme(operation, name)
        one = _auth(operation, name, scheme, address, many=len(names) > 1) if scheme else None
        if one is None or scheme is None:
            return None
        one = own.auth(one, scheme)
        if not any(place(one) == place(other) for other in found):
            found.append(one)
        elif one not in found:
            operation.note(f'"{name}" would send a second {place(one)[1]}; left out', "security")
    return found


def _scheme(operation: Operation, name: str) -> Data | None:
    known, document = schemes(operation.root)
    if name not in known:
        operation.note(f'the security scheme "{name}" is not described', "security")
        return None
    spot = operation.follow(known[name], document, "security")
    return spot.value if spot else None


def _auth(operation: Operation, name: str, scheme: Data, address: str, *, many: bool) -> Data | None:
    kind = words(scheme.get("type")).lower()
    owner = credentials.owner(operation, address)
    if kind == "apikey":
        return _api_key(operation, name, scheme, owner, many=many)
    if kind == "http":
        return _http(name, scheme, owner)
    if kind in ("oauth2", "openidconnect"):
        return {"type": "bearer", "env": credentials.env(scheme, owner, "ACCESS_TOKEN")}
    operation.note(f'"{name}": the security scheme "{kind}" is not supported', "security")
    return None


def _http(name: str, scheme: Data, owner: str) -> Data:
    """An HTTP authentication scheme (RFC 9110, section 11); an unknown scheme becomes a prefix of the key."""
    word = words(scheme.get("scheme"))
    if word.lower() == "basic" and credentials.is_without_password(scheme):
        return {"type": "basic", "user": {"env": credentials.env(scheme, owner, "API_KEY")}, "password": ""}
    if word.lower() in ("basic", "digest"):
        return {
            "type": word.lower(),
            "user": {"env": variable(owner, "USER")},
            "password": {"env": variable(owner, "PASSWORD")},
        }
    env = credentials.env(scheme, owner, "API_KEY" if re.search(r"(?i)api.?key", name) else "TOKEN")
    if word.lower() == "bearer" or not re.fullmatch(TOKEN, word):
        return {"type": "bearer", "env": env}
    return {"type": "apikey", "in": "header", "name": "Authorization", "prefix": f"{word} ", "env": env}


def _api_key(operation: Operation, scheme_name: str, scheme: Data, owner: str, *, many: bool) -> Data | None:
    where, name = words(scheme.get("in")), words(scheme.get("name"))
    fits = where == "query" or (
        where in ("header", "cookie") and re.fullmatch(TOKEN, name) and name.lower() not in CLIENT_HEADERS
    )
    if not name or not fits:
        operation.note(f'"{scheme_name}": "{name}" is not a valid header, cookie or query name', "security")
        return None
    is_own = name.lower() == "authorization"
    short = re.sub(r"(?i)^x[-_]", "", name)
    env = credentials.env(scheme, owner, "TOKEN" if is_own else short if many else "API_KEY", "" if is_own else name)
    texts = (words(scheme.get("description")), words(scheme.get("example")), words(scheme.get("x-example")))
    return _keyed(where, name, env, credentials.prefix(scheme_name, *filter(None, texts)) if is_own else "")


def _keyed(where: str, name: str, env: str, prefix: str) -> Data:
    """A key in some place; in the header Authorization after the word Bearer, it is bearer authentication."""
    if prefix.lower() == "bearer " and name.lower() == "authorization":
        return {"type": "bearer", "env": env}
    return {"type": "apikey", "in": where, "name": name, **({"prefix": prefix} if prefix else {}), "env": env}


def place(auth: Data) -> tuple[str, str]:
    """The place and the name that an ``auth`` is sent under, a header's name in lower case."""
    if auth["type"] != "apikey":
        return "header", "authorization"
    return auth["in"], auth["name"].lower() if auth["in"] == "header" else auth["name"]


_PLAIN_KEY = re.compile(
    r"(?:^|[-_])(?:api[-_]?key|api[-_]?token|auth[-_]?token|access[-_]?token|subscription[-_]key)$", re.IGNORECASE
)
"""Names of headers that hold a key, and nothing else."""


def asked_by_header(operation: Operation, address: str) -> list[Data]:
    """An ``auth`` from a header parameter, for an operation without security requirements.

    OpenAPI says to ignore a parameter Authorization, but authors rely on it; others describe their key as an optional
    header such as xi-api-key (one that is required is sent anyway).
    """
    is_open = "security" in operation.data or bool(operation.root_value("security"))  # the author says who may call
    owner = credentials.owner(operation, address)
    for spot, _ in merged(operation):
        value, name = spot.value, spot.value["name"]
        if value["in"] != "header" or own.env(value):
            continue
        is_sent = value.get("required") is True or bool({"example", "examples"} & set(value))
        if name.lower() == "authorization" and (is_sent or not is_open):
            text = json.dumps(value, default=str, ensure_ascii=False)
            schema = value.get("schema")
            examples = [one.get("example") for one in (value, schema) if isinstance(one, dict)]
            shown = next(filter(None, (credentials.of_example(words(one)) for one in examples)), "")
            prefix = shown or credentials.prefix("", words(value.get("description")), text if "earer" in text else "")
            return [_keyed("header", name, credentials.env(value, owner, "TOKEN"), prefix)]
        if _PLAIN_KEY.search(name) and re.fullmatch(TOKEN, name) and not is_sent and not is_open:
            return [_keyed("header", name, credentials.env(value, owner, "API_KEY", name), "")]
    return []


def ask_for_secrets(operation: Operation, params: list[Data], address: str) -> list[Data]:
    """The parameters; values whose names say that they are keys are read from the environment."""
    if operation.options.keep_secrets:
        return params
    owner = credentials.owner(operation, address)
    result: list[Data] = []
    for one in params:
        if one["in"] != "path" and "example" in one and is_secret(one["in"], one["name"], ""):
            kept = only(one, "name", "in", "required", "description")
            result.append(kept | {"env": variable(owner, re.sub(r"(?i)^x[-_]", "", one["name"]))})
        else:
            result.append(one)
    return result
