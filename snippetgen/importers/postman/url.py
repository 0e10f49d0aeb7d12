"""An address in a Postman collection -> an address, and the value of each ``{name}`` in its path."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from snippetgen.errors import Refused
from snippetgen.importers.notes import Note, Notes
from snippetgen.importers.postman.variables import as_map, maps, names_only, text, unknown

if TYPE_CHECKING:
    from snippetgen.importers.postman.variables import Data, Filler

UNKNOWN_HOST = "https://api.example.com"


class Url:
    """One address, with its variables filled in.

    Attributes:
        values: name -> value of each ``{name}`` in the path.
        query: names and values as they are written; a value is None if there is no ``=``.
    """

    def __init__(self, url: Any, filler: Filler, notes: Notes) -> None:
        """Parse an address.

        Raises:
            Refused: the request has no address.
        """
        self.filler, self.notes = filler, notes
        self.values: dict[str, str] = {}
        data = url if isinstance(url, dict) else {"raw": text(url)}
        raw_base, raw_query = _parts(text(data.get("raw")))
        base = _assembled(data) if data.get("host") else raw_base
        if not base:
            raise Refused("has no address")
        written = {text(one.get("key") or one.get("id")): text(one.get("value")) for one in maps(data.get("variable"))}
        self.base = self._base(base, written)
        for name in written:
            if f":{name}" not in base:
                notes.dropped(f":{name}", None, "the address has no such part")
        self.query = _pairs(data["query"]) if isinstance(data.get("query"), list) else raw_query

    def _base(self, base: str, written: dict[str, str]) -> str:
        """Scheme, host and path."""
        scheme, _, rest = base.rpartition("://")
        host, slash, path = rest.partition("/")
        host = self.filler.address(host)
        host = host if "://" in host else f"{self._scheme(scheme)}://{host}"
        port = re.search(r":(\{\{[^{}]*\}\})(?=/|$)", host)
        if port:
            self.notes.add(port[1], "is not set: the usual port is used (change it with --server)")
            host = host[: port.start()] + host[port.end() :]
        open_ones = unknown(host)
        if re.match(r"[^/]*//\{\{[^{}]*\}\}(?::\d+)?(?:/|$)", host) and open_ones:
            note = f"is not set: {UNKNOWN_HOST.partition('//')[2]} is used as the server (change it with --server)"
            self.notes.append(Note(open_ones[0], note))
            host = UNKNOWN_HOST + re.sub(r"[^/]*//\{\{[^{}]*\}\}(?::\d+)?", "", host)
        elif open_ones:
            self.notes.append(Note(open_ones[0], "is not set: its name is used in the host"))
        segments = [self._segment(one, written) for one in path.split("/")]
        return names_only(host).rstrip("/" if slash else "") + slash + "/".join(segments)

    def _scheme(self, written: str) -> str:
        scheme = self.filler.address(written) or "http"
        if unknown(scheme):
            self.notes.add(unknown(scheme)[0], "is not set: https is used")
            return "https"
        return scheme.removesuffix("://")

    def _segment(self, segment: str, written: dict[str, str]) -> str:
        """A segment of the path: ``:id`` and ``{{id}}`` become ``{id}``, with a placeholder if no value is known.

        What follows a dot is no part of the name of ``:id.json``.
        """
        name, dot, rest = segment[1:].partition(".")
        if segment.startswith(":") and name in written:
            value = written[name]
            filled = self.filler.fill(value) if value else self.filler.unset(f":{name}", name)
            return self._written(name, filled) + self._escaped(dot + rest)
        return self._escaped(segment)

    def _escaped(self, text: str) -> str:
        escaped = re.sub(r"(?<!\{)\{(?!\{)|(?<!\})\}(?!\})", lambda one: "%7B" if one[0] == "{" else "%7D", text)
        return re.sub(r"\{\{([^{}]*)\}\}", self._variable, escaped)

    def _written(self, name: str, value: str) -> str:
        """The value of a path variable, in which Postman leaves a slash and ``%XX`` as they are."""
        decoded = unquote(value, errors="surrogateescape")
        if "/" in value or not decoded.isprintable():
            return self._marked(quote(value, safe="/%:@!$&'()*+,;={}"))
        return self._placeholder(name, decoded or name)

    def _variable(self, match: re.Match[str]) -> str:
        name, value = match[1].strip().removeprefix("$"), self.filler.fill(match[0])
        return self._marked(value) if "/" in value or not name else self._placeholder(name, value)

    def _marked(self, text: str) -> str:
        """A part of a path with ``{name}`` in place of each secret in it."""
        for mark in self.filler.marks:
            text = text.replace(mark, self._placeholder(mark, mark)) if mark in text else text
        return text

    def _placeholder(self, name: str, value: str) -> str:
        """``{name}``, with a number if another value has that name."""
        name = free = re.sub(r"[{}/]", "", name)
        number = 1
        while self.values.setdefault(free, value) != value:
            number += 1
            free = f"{name}_{number}"
        return f"{{{free}}}"


def _parts(raw: str) -> tuple[str, list[tuple[str, str | None]]]:
    base, mark, query = raw.partition("#")[0].partition("?")
    pairs = [part.partition("=") for part in query.split("&")] if mark and query else []
    return base, [(name, value if sign else None) for name, sign, value in pairs]


def _assembled(data: Data) -> str:
    """An address put together from the pieces that the format stores."""
    host, path = data["host"], data.get("path")
    host = ".".join(map(text, host)) if isinstance(host, list) else text(host)
    segments = path if isinstance(path, list) else text(path).removeprefix("/").split("/") if path else []
    names = [text(as_map(one).get("value")) if isinstance(one, dict) else text(one) for one in segments]
    scheme = text(data.get("protocol")) or _scheme(text(data.get("raw")))
    who = as_map(data.get("auth"))
    user = f"{text(who.get('user'))}:{text(who.get('password'))}@" if who else ""
    port = f":{text(data['port'])}" if data.get("port") else ""
    slash = "/" if segments else ""
    joined = f"{user}{host}{port}{slash}{'/'.join(names)}"
    return joined if "://" in host else f"{scheme}://{joined}" if scheme else joined


def _scheme(raw: str) -> str:
    found = re.match(r"([A-Za-z][A-Za-z0-9+.-]*)://", raw)
    return found[1] if found else ""


def _pairs(query: Any) -> list[tuple[str, str | None]]:
    """Names and values of a query; a value is None if the pair is written without ``=``."""
    return [
        (text(one.get("key")), None if one.get("value") is None else text(one["value"]))
        for one in maps(query)
        if one.get("key") or one.get("value")
    ]


def written(name: str, value: str | None) -> tuple[str, str | None]:
    """A pair of a query as Postman writes it: only ``&`` and ``#`` are encoded, and ``=`` in the name.

    What a variable holds is put in later, as it is: ``a=1&b=2`` are two pairs.
    """
    name = name.replace("&", "%26").replace("#", "%23").replace("=", "%3D")
    return name, None if value is None else value.replace("&", "%26").replace("#", "%23")
