"""The addresses of an operation."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from snippetgen.http import url_faults
from snippetgen.importers.naming import file_stem
from snippetgen.importers.openapi import swagger
from snippetgen.importers.openapi.operation import elements, items, words

if TYPE_CHECKING:
    from snippetgen.importers.openapi.operation import Operation

UNKNOWN = "https://api.example.com"
"""The address used for a description that has no server."""


def servers(operation: Operation) -> dict[str, str]:
    """Name -> base address, the default first; from the operation, else its path item, else the description."""
    found: dict[str, str] = {}
    for server in _listed(operation):
        url = _address(operation, server)
        if url and url not in found.values():
            name = _name(server, len(found))
            found[name if name not in found else f"server-{len(found) + 1}"] = url
    if found:
        return found
    operation.note(f"no server is described; {UNKNOWN} is used (change it with --server)")
    return {"default": UNKNOWN}


def _listed(operation: Operation) -> list[Any]:
    if operation.root_value("swagger") is not None:
        return list(swagger.servers(operation.root.data, operation.data))
    places = operation.document, operation.around, operation.root
    for holder, around in zip((operation.data, operation.item, operation.root.data), places, strict=True):
        listed, document = operation.opened(holder.get("servers"), around, "servers")
        found = [operation.opened(one, document, "servers").value for one in elements(listed)]
        if found:
            return found
    return [{"url": "/"}]


def _name(server: Any, number: int) -> str:
    about = dict(items(server))
    given = words(about.get("name")) or words(about.get("description"))
    stem = file_stem(given.lower()) if 0 < len(given) <= _LONGEST_NAME else ""
    return "default" if number == 0 else re.sub(r"[^\w-]+", "-", stem).strip("-") or f"server-{number + 1}"


_LONGEST_NAME = 50
"""The longest description that is taken for a server's name, in characters."""


def _address(operation: Operation, server: Any) -> str:
    """The base address of a server; empty, and a note, if programs cannot call it."""
    url = words(server.get("url")) if isinstance(server, dict) else ""
    variables = dict(items(server.get("variables"))) if isinstance(server, dict) else {}
    url = _filled(url, variables)
    url = re.split(r"[?#]", url)[0].rstrip("/")
    if url.startswith("//"):
        url = f"https:{url}"
    if not re.match(r"(?i)[a-z][a-z0-9+.-]*:", url):
        operation.note(f'the server "{url or "/"}" has no host; {UNKNOWN} is used (change it with --server)')
        url = f"{UNKNOWN}/{url.lstrip('/')}".rstrip("/")
    url = re.sub(r"(?i)^(https?://)[^/@]*@", r"\1", url)
    if not re.match(r"(?i)https?://[^/\s]", url):
        operation.note(f'the server "{url}" is not an HTTP server; left out')
        return ""
    for fault in url_faults(url):
        operation.note(f'the server "{url}": {fault}; left out')
        return ""
    return url


def _filled(url: str, variables: dict[str, Any]) -> str:
    """The address with its variables filled in; an empty default stays empty if that leaves the address a host."""
    found = url
    for may_be_empty in (True, False):
        fill = partial(_variable, variables, may_be_empty)
        found = re.sub(r"\{([^{}]*)\}", fill, url)
        scheme, mark, rest = found.partition("//")
        host = rest.partition("/")[0]
        if not mark or (scheme != ":" and re.fullmatch(r"[^.:]([^.:]|[.:](?![.:]|$))*", host)):
            break
    return found


def _variable(variables: dict[str, Any], may_be_empty: bool, match: re.Match[str]) -> str:
    """The value of a server variable: its default, else the first of its enum, else its name."""
    name = match[1]
    variable = variables.get(name)
    if isinstance(variable, dict):
        for value in (variable.get("default"), *elements(variable.get("enum"))[:1]):
            if isinstance(value, str | int) and (str(value) or may_be_empty):
                return str(value)
    return re.sub(r"[^A-Za-z0-9-]", "-", name).strip("-") or "x"
