"""The address of a foreign request -> the `url` of a spec and its query parameters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, unquote_to_bytes

from snippetgen.errors import Refused
from snippetgen.importers.notes import Note

if TYPE_CHECKING:
    from collections.abc import Mapping

    from snippetgen.importers.secrets import Secrets


@dataclass(frozen=True, slots=True)
class Address:
    """The parts of an address, still percent-encoded (but `user`).

    Attributes:
        base: scheme and host (RFC 3986, section 3), with the port where there is one.
        path: begins with a slash, without dot segments; empty when there is none.
        query: without its question mark.
        user: user name and password, decoded; None if the address has neither.
    """

    base: str
    path: str
    query: str
    user: tuple[str, str] | None = None


def split(url: str) -> Address:
    """Take an address apart; a fragment is never sent, so it goes.

    Raises:
        Refused: the address does not begin with http:// or https://, or has no host.
    """
    scheme, found, rest = url.strip().partition("://")
    if not found or scheme.lower() not in ("http", "https"):
        raise Refused(f'"{url}" is not an HTTP address (it must begin with http:// or https://)')
    rest = rest.partition("#")[0]
    authority, path, query = re.fullmatch(r"([^/?\\]*)([^?]*)\??(.*)", rest, re.DOTALL).groups()  # type: ignore[union-attr]
    who, at, host = authority.rpartition("@")
    user, _, password = who.partition(":")
    host = unquote(host) if "%" in host and "[" not in host else host
    host = re.sub(r":0*$", "", host)
    if not host:
        raise Refused(f'"{url}" has no host')
    path = without_dots(_clean(path)) if path else ""
    known = (unquote(user), unquote(password)) if at else None
    return Address(f"{scheme.lower()}://{host}", path, _clean(query), known)


def _clean(text: str) -> str:
    """An address with everything percent-encoded that a spec's address cannot hold.

    That is controls, spaces, backslashes, and bytes that are not UTF-8.
    """
    pattern = r"[\x00-\x20\x7f\\#]|[\udc80-\udcff]+"
    return re.sub(pattern, lambda match: quote(match[0], safe="", errors="surrogateescape"), text)


def without_dots(path: str) -> str:
    """A path without its ``.`` and ``..`` segments (RFC 3986, section 5.2.4), however they are written."""
    kept: list[str] = []
    segments = path.split("/")[1:]
    for number, segment in enumerate(segments):
        dots = segment.lower().replace("%2e", ".")
        if dots in (".", ".."):
            del kept[len(kept) - (dots == ".." and bool(kept)) :]
            kept += [""] if number == len(segments) - 1 else []
        else:
            kept.append(segment)
    return "/" + "/".join(kept)


def template(path: str, values: Mapping[str, str], secrets: Secrets) -> tuple[str, list[dict[str, Any]]]:
    """A path as the template of a spec, and its parameters.

    Args:
        values: name -> value of each ``{name}``; other braces are part of the address, and are encoded.
    """
    params: dict[str, dict[str, Any]] = {}

    def parameter(name: str, value: str) -> str:
        env = secrets.env("path", name, value)
        params[name] = {"name": name, "in": "path"} | ({"env": env} if env else {"example": value})
        return f"{{{name}}}"

    pieces = re.split(r"\{([^{}/]*)\}", path)
    text = ""
    for number, piece in enumerate(pieces):
        if number % 2 == 0:
            segments = piece.split("/")
            names = [secrets.env("path", "", segment) for segment in segments]
            text += "/".join(
                parameter(name, one) if name else _escaped(one) for name, one in zip(names, segments, strict=True)
            )
        elif _is_segment(values.get(piece)):
            text += parameter(piece, values[piece])
        else:
            text += _escaped(quote(values[piece], safe="/") if piece in values else f"{{{piece}}}")
    return text, list(params.values())


def _is_segment(value: str | None) -> bool:
    """Whether a value can be a path parameter: a text that no client removes from the path."""
    return value is not None and value not in ("", ".", "..")


def _escaped(text: str) -> str:
    return text.replace("{", "%7B").replace("}", "%7D")


def query_params(query: str, secrets: Secrets) -> tuple[str, list[dict[str, Any]], list[Note]]:
    """Split a query: the part that stays in the address, the parameters for the rest, and notes on changes.

    A pair that no parameter can say (``flag`` without ``=``, a name with ``+`` or of other bytes than UTF-8) stays in
    the address, with all pairs before it, because parameters follow the address.
    """
    pairs = query.split("&") if query else []
    last = max((number for number, pair in enumerate(pairs) if not _is_param(pair)), default=-1)
    if last == 0 and not pairs[0]:
        last = len(pairs) - 1  # an address cannot end with the empty pair alone
    kept: list[str] = []
    params: list[dict[str, Any]] = []
    notes: list[Note] = []
    for number, pair in enumerate(pairs):
        name, _, value = pair.partition("=")
        env = secrets.env("query", unquote(name), _plain(value))
        if env and number <= last:
            notes.append(Note(unquote(name), "a secret: moved to the end of the query"))
        if number <= last and not env:
            kept.append(pair)
        else:
            append(params, _param(unquote(name), value, env))
    return "&".join(kept), params, notes


def _is_param(pair: str) -> bool:
    name, sign, _ = pair.partition("=")
    return bool(sign) and bool(name) and "+" not in name and _is_text(name)


def _is_text(raw: str) -> bool:
    """Whether percent-decoding gives UTF-8 text that a spec can hold."""
    try:
        return "\0" not in unquote_to_bytes(raw).decode()
    except UnicodeDecodeError:
        return False


def _plain(raw: str) -> str:
    return unquote(raw) if _is_text(raw) else raw


def _param(name: str, raw: str, env: str) -> dict[str, Any]:
    """A query parameter that sends the raw value; a ``+`` stays, since it may mean a space or a plus."""
    if env:
        return {"name": name, "in": "query", "env": env}
    if "+" in raw or not _is_text(raw):
        return {"name": name, "in": "query", "allow_reserved": True, "example": raw}
    return {"name": name, "in": "query", "example": unquote(raw)}


def append(params: list[dict[str, Any]], param: dict[str, Any]) -> None:
    """Add a parameter; if the last one in the list has the same name, add the values to that one."""
    before = params[-1] if params else {}
    same = {**before, "example": ""} == {**param, "example": ""} and "example" in before and "example" in param
    if same:
        old = before["example"]
        before["example"] = [*(old if isinstance(old, list) else [old]), param["example"]]
    else:
        params.append(param)
