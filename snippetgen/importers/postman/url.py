"""An address in a Postman collection -> an address, and the value of each ``{name}`` in its path."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from snippetgen.errors import Refused
from snippetgen.importers.notes import Note, Notes
from snippetgen.importers.postman.variables import as_map, maps, names_only, text, unknown

if TYPE_CHECKING:
    from snippetgen.importers.postman.variables import Data, Variables

UNKNOWN_HOST = "https://api.example.com"


class Url:
    """One address, with its variables filled in.

    Attributes:
        values: name -> value of each ``{name}`` in the path.
        query: names and values as they are written; a value is None if there is no ``=``.
    """

    def __init__(self, url: Any, variables: Variables, notes: Notes) -> None:
        """Parse an address.

        Raises:
            Refused: the request has no address.
        """
        self.variables, self.notes = variables, notes
        self.values: dict[str, str] = {}
        data = url if isinstance(url, dict) else {"raw": text(url)}
        raw_base, raw_query = _parts(text(data.get("raw")))
        base = _assembled(data) if data.get("host") else raw_base
        if not base:
            raise Refused("has no address")
        written = {text(one.get("key") or one.get("id")): text(one.get("value")) for one in maps(data.get("variable"))}
        self.base = self._base(base, written)
        self.query = _pairs(data["query"]) if isinstance(data.get("query"), list) else raw_query

    def _base(self, base: str, written: dict[str, str]) -> str:
        """Scheme, host and path."""
        scheme, _, rest = base.rpartition("://")
        host, slash, path = rest.partition("/")
        host = self.variables.fill(host)
        host = host if "://" in host else f"{self.variables.plain(scheme) or 'http'}://{host}"
        open_ones = unknown(host)
        if re.match(r"[^/]*//\{\{[^{}]*\}\}(?::\d+)?(?:/|$)", host) and open_ones:
            note = f"is not set: {UNKNOWN_HOST.partition('//')[2]} is used as the server (change it with --server)"
            self.notes.append(Note(open_ones[0], note))
            host = UNKNOWN_HOST + re.sub(r"[^/]*//\{\{[^{}]*\}\}(?::\d+)?", "", host)
        elif open_ones:
            self.notes.append(Note(open_ones[0], "is not set: its name is used in the host"))
        segments = [self._segment(one, written) for one in path.split("/")]
        return names_only(host).rstrip("/" if slash else "") + slash + "/".join(segments)

    def _segment(self, segment: str, written: dict[str, str]) -> str:
        """A segment of the path: ``:id`` and ``{{id}}`` become ``{id}``, whose value is its name if none is known."""
        if segment.startswith(":") and segment[1:] in written:
            return self._written(segment[1:], self.variables.value(written[segment[1:]]))
        escaped = re.sub(r"(?<!\{)\{(?!\{)|(?<!\})\}(?!\})", lambda one: "%7B" if one[0] == "{" else "%7D", segment)
        return re.sub(r"\{\{([^{}]*)\}\}", self._variable, escaped)

    def _written(self, name: str, value: str) -> str:
        """The value of a path variable, in which Postman leaves a slash and ``%XX`` as they are."""
        decoded = unquote(value, errors="surrogateescape")
        if "/" in value or not decoded.isprintable():
            return quote(value, safe="/%:@!$&'()*+,;=")
        return self._placeholder(name, decoded or name)

    def _variable(self, match: re.Match[str]) -> str:
        name, value = match[1].strip().removeprefix("$"), self.variables.value(match[0])
        return value if "/" in value or not name else self._placeholder(name, value)

    def _placeholder(self, name: str, value: str) -> str:
        name = re.sub(r"[{}/]", "", name)
        self.values[name] = value
        return f"{{{name}}}"


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
    port = f":{text(data['port'])}" if data.get("port") else ""
    slash = "/" if segments else ""
    joined = f"{host}{port}{slash}{'/'.join(names)}"
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


def written(name: str, value: str | None) -> str:
    """A pair of a query as Postman writes it: only ``&`` and ``#`` in the value are encoded."""
    name = name.replace("&", "%26").replace("#", "%23").replace("=", "%3D")
    return name if value is None else f"{name}={value.replace('&', '%26').replace('#', '%23')}"
