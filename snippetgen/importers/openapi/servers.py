"""The addresses of an operation."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urljoin

from snippetgen.http import url_faults
from snippetgen.importers.naming import file_stem
from snippetgen.importers.openapi import swagger
from snippetgen.importers.openapi.operation import elements, items, words

if TYPE_CHECKING:
    from snippetgen.importers.openapi.operation import Operation

UNKNOWN = "https://api.example.com"
"""The address used for a description that has no server."""


class Servers(NamedTuple):
    """The addresses of an operation.

    Attributes:
        addresses: name -> base address, the default first.
        query: what stands behind the question mark of the default one's address, which goes behind the path.
    """

    addresses: dict[str, str]
    query: str = ""


def servers(operation: Operation) -> Servers:
    """The servers of the operation, else of its path item, else of the description."""
    found: dict[str, str] = {}
    query = ""
    for server in _listed(operation):
        url, mark, rest = _address(operation, server).partition("?")
        if mark and not found:
            query = rest
        elif mark and rest != query:
            operation.dropped(f"?{rest}", "only the query of the first server is sent", "servers")
        if url and url not in found.values():
            name = _name(server, len(found))
            found[name if name not in found else f"server-{len(found) + 1}"] = url
    if found:
        return Servers(found, query)
    operation.note(f"no server that programs can call is described; {UNKNOWN} is used (change it with --server)")
    return Servers({"default": UNKNOWN})


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
    """The base address of a server, with its query; empty, and a note, if programs cannot call it."""
    about = dict(items(server))
    url = _filled(operation, words(about.get("url")), dict(items(about.get("variables"))))
    url, fragment, more = url.partition("#")
    if fragment:
        operation.dropped(f"#{more}", "a fragment is never sent", "servers")
    if url.startswith("//"):
        url = f"https:{url}"
    if not re.match(r"(?i)[a-z][a-z0-9+.-]*:", url):
        operation.note(f'the server "{url or "/"}" has no host; {UNKNOWN} is used (change it with --server)')
        url = urljoin(f"{UNKNOWN}/", url)
    url, mark, query = url.partition("?")
    url = url.rstrip("/")
    who = re.match(r"(?i)https?://([^/@]*)@", url)
    if who:
        operation.note("the user name and password in the server's address are left out: clients disagree on them")
        url = url.replace(f"{who[1]}@", "", 1)
    if not re.match(r"(?i)https?://[^/\s]", url):
        operation.note(f'the server "{url}" is not an HTTP server; left out')
        return ""
    for fault in url_faults(url):
        operation.note(f'the server "{url}": {fault}; left out')
        return ""
    return f"{url}{mark}{query}"


def _filled(operation: Operation, url: str, variables: dict[str, Any]) -> str:
    """The address with its variables filled in; an empty default stays empty if that leaves the address a host."""
    found, notes = url, list[str]()
    for may_be_empty in (True, False):
        notes = []
        fill = partial(_variable, variables, may_be_empty, notes)
        found = re.sub(r"\{([^{}]*)\}", fill, url)
        scheme, mark, rest = found.partition("//")
        host = re.split("[/?#]", rest)[0]
        if not mark or (scheme != ":" and re.fullmatch(r"[^.:]([^.:]|[.:](?![.:]|$))*", host)):
            break
    for text in notes:
        operation.note(text)
    return found


def _variable(variables: dict[str, Any], may_be_empty: bool, notes: list[str], match: re.Match[str]) -> str:
    """The value of a server variable: its default, else the first of its enum, else its name, with a note."""
    name = match[1]
    variable = dict(items(variables.get(name)))
    default = variable.get("default")
    if isinstance(default, str | int) and (str(default) or may_be_empty):
        return str(default)
    value, what = re.sub(r"[^A-Za-z0-9-]", "-", name).strip("-") or "x", "its name"
    for one in elements(variable.get("enum")):
        if isinstance(one, str | int) and str(one):
            value, what = str(one), "the first value of its enum"
            break
    lack = "an empty default, which leaves no host" if default == "" else "no default"
    notes.append(f'the server variable {{{name}}} has {lack}: {what}, "{value}", is used (change it with --server)')
    return value
