"""Security requirements -> the ``auth`` of a spec."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from snippetgen.http import CLIENT_HEADERS, TOKEN
from snippetgen.importers.naming import service, variable
from snippetgen.importers.openapi import own, swagger
from snippetgen.importers.openapi.operation import elements, words
from snippetgen.importers.openapi.parameters import merged
from snippetgen.importers.openapi.values import only
from snippetgen.importers.secrets import is_secret

if TYPE_CHECKING:
    from snippetgen.importers.openapi.operation import Data, Operation


def auths(operation: Operation, address: str) -> list[Data]:
    """The first alternative that programs support, as the ``auth`` of a spec; empty if there is none.

    Args:
        address: the server's address, for the names of environment variables.
    """
    required = operation.data.get("security", operation.root_value("security"))
    alternatives = [one for one in elements(required) if isinstance(one, dict)]
    named = [one for one in alternatives if one]
    for one in named:
        found = _alternative(operation, list(one), address)
        if found is not None:
            return found
    if named and {} not in alternatives:
        operation.note("none of its security requirements is supported; the request has no authentication", "security")
    return []


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
    root = operation.root
    schemes = (
        swagger.security_schemes(root.data)
        if "swagger" in root.data
        else operation.root_value("components", "securitySchemes")
    )
    if not isinstance(schemes, dict) or name not in schemes:
        operation.note(f'the security scheme "{name}" is not described', "security")
        return None
    spot = operation.follow(schemes[name], root, "security")
    return spot.value if spot else None


def _auth(operation: Operation, name: str, scheme: Data, address: str, *, many: bool) -> Data | None:
    kind = words(scheme.get("type")).lower()
    owner = service(address, words(operation.root_value("info", "title")))
    if kind == "apikey":
        return _api_key(operation, name, scheme, owner, many=many)
    if kind == "http":
        return _http(operation, name, words(scheme.get("scheme")), owner)
    if kind in ("oauth2", "openidconnect"):
        return {"type": "bearer", "env": variable(owner, "ACCESS_TOKEN")}
    operation.note(f'"{name}": the security scheme "{kind}" is not supported', "security")
    return None


def _http(operation: Operation, name: str, word: str, owner: str) -> Data | None:
    """An HTTP authentication scheme (RFC 9110, section 11); an unknown scheme becomes a prefix of the key."""
    if word.lower() == "digest":
        operation.note(f'"{name}": digest authentication is not supported', "security")
        return None
    if word.lower() == "basic":
        return {
            "type": "basic",
            "user": {"env": variable(owner, "USER")},
            "password": {"env": variable(owner, "PASSWORD")},
        }
    env = variable(owner, "API_KEY" if re.search(r"(?i)api.?key", name) else "TOKEN")
    if word.lower() == "bearer" or not re.fullmatch(TOKEN, word):
        return {"type": "bearer", "env": env}
    return {"type": "apikey", "in": "header", "name": "Authorization", "prefix": f"{word} ", "env": env}


def _api_key(operation: Operation, scheme_name: str, scheme: Data, owner: str, *, many: bool) -> Data | None:
    where, name = scheme.get("in"), words(scheme.get("name"))
    fits = where == "query" or (
        where in ("header", "cookie") and re.fullmatch(TOKEN, name) and name.lower() not in CLIENT_HEADERS
    )
    if not name or not fits:
        operation.note(f'"{scheme_name}": "{name}" is not a valid header, cookie or query name', "security")
        return None
    env = (
        variable(owner, re.sub(r"(?i)^x[-_]", "", name))
        if many or name.lower() == "authorization"
        else variable(owner, "API_KEY")
    )
    return {"type": "apikey", "in": where, "name": name, "env": env}


def place(auth: Data) -> tuple[str, str]:
    """The place and the name that an ``auth`` is sent under, a header's name in lower case."""
    if auth["type"] != "apikey":
        return "header", "authorization"
    return auth["in"], auth["name"].lower() if auth["in"] == "header" else auth["name"]


def asked_by_header(operation: Operation, address: str) -> list[Data]:
    """An ``auth`` from a header parameter Authorization; OpenAPI says to ignore it, but authors rely on it."""
    for spot, _ in merged(operation):
        if spot.value["in"] != "header" or spot.value["name"].lower() != "authorization":
            continue
        if spot.value.get("required") is not True and not {"example", "examples"} & set(spot.value):
            continue
        env = variable(service(address, words(operation.root_value("info", "title"))), "TOKEN")
        if "bearer" in json.dumps(spot.value, default=str).lower():
            return [{"type": "bearer", "env": env}]
        return [{"type": "apikey", "in": "header", "name": "Authorization", "env": env}]
    return []


def ask_for_secrets(operation: Operation, params: list[Data], address: str) -> list[Data]:
    """The parameters; values whose names say that they are keys are read from the environment."""
    if operation.options.keep_secrets:
        return params
    owner = service(address, words(operation.root_value("info", "title")))
    result: list[Data] = []
    for one in params:
        if one["in"] != "path" and "example" in one and is_secret(one["in"], one["name"], ""):
            kept = only(one, "name", "in", "required", "description")
            result.append(kept | {"env": variable(owner, re.sub(r"(?i)^x[-_]", "", one["name"]))})
        else:
            result.append(one)
    return result
