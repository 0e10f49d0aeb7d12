"""Parameters of an operation -> its path and the parameters of a spec."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from snippetgen.data.jsontext import bare_text, dumps
from snippetgen.http import CLIENT_HEADERS, TOKEN, unsendable
from snippetgen.importers.naming import blank
from snippetgen.importers.openapi import own, styles
from snippetgen.importers.openapi.document import Spot
from snippetgen.importers.openapi.examples import sampled, tell, written
from snippetgen.importers.openapi.operation import elements, items, words
from snippetgen.importers.openapi.samples.given import MISSING, example_of, worth_sending
from snippetgen.importers.openapi.samples.merge import view
from snippetgen.importers.openapi.samples.sample import given_by_author
from snippetgen.importers.openapi.values import described, documented, fitted, only, schema_of, unquoted

if TYPE_CHECKING:
    from snippetgen.importers.openapi.operation import Data, Operation
    from snippetgen.importers.openapi.samples.places import Change

PLACES = ("path", "query", "header", "cookie")
_PLACEHOLDER = re.compile(r"\{[+/#.;?&]?([^{}]+?)\*?\}")
"""``{id}``, and the operators of RFC 6570 that some descriptions write: ``{+name}``."""

_OWN = ("accept", "content-type", "authorization")
"""Headers that are not parameters (OpenAPI 3.1, "Parameter Object"): they come from body, answers and security."""


_UNTOLD = "is optional, and its example is empty, or what the server assumes: not sent (--all-members sends it)"


def merged(operation: Operation) -> list[tuple[Spot, int]]:
    """The parameters of path item and operation, each with its index; those of the operation win."""
    found: dict[tuple[str, str], tuple[Spot, int]] = {}
    for source, around in ((operation.item, operation.around), (operation.data, operation.document)):
        listed, document = operation.opened(source.get("parameters"), around, "parameters")
        for number, one in enumerate(elements(listed)):
            spot = operation.follow(one, document, "parameters", number)
            if spot is None:
                continue
            name, place = spot.value.get("name"), spot.value.get("in")
            if not isinstance(name, str) or not name or place not in (*PLACES, "querystring"):
                operation.note(
                    "is not a parameter with a name and a place (in: path, query, header, cookie); left out",
                    "parameters",
                    number,
                )
                continue
            found[name, place] = (spot, number)
    return list(found.values())


class Parameters:
    """The parameters of one operation.

    Attributes:
        path: the path after the server's address, with ``{name}`` for path parameters.
        params: the parameters of the spec, in order.
    """

    def __init__(self, operation: Operation, taken: set[tuple[str, str]]) -> None:
        """Read the parameters.

        Args:
            taken: place and name (a header's in lower case) of the parameters that security schemes send already.
        """
        self.operation = operation
        self.params: list[Data] = []
        spots = merged(operation)
        self._path_spots = {spot.value["name"]: (spot, number) for spot, number in spots if spot.value["in"] == "path"}
        self.path = self._path()
        for spot, number in spots:
            name, place = spot.value["name"], spot.value["in"]
            if place != "path" and (place, name.lower() if place == "header" else name) not in taken:
                self._add(spot, number)

    # -- the path --------------------------------------------------------------------------------------------------

    def _path(self) -> str:
        path, mark, fragment = self.operation.path.partition("#")
        if mark:
            self.operation.note(f"the fragment #{fragment} of the path is never sent; left out")
        path, question, query = path.partition("?")
        pieces = _PLACEHOLDER.split(path)
        used = set()
        for index in range(1, len(pieces), 2):
            name = pieces[index]
            pieces[index] = self._placeholder(name) if name not in used else f"{{{_safe(name)}}}"
            used.add(name)
        for name, (_, number) in self._path_spots.items():
            if name not in used and f"{{{name}}}" not in query:
                self.operation.note(f'"{name}" is not in the path; left out', "parameters", number)
        result = "".join(_braceless(piece) if index % 2 == 0 else piece for index, piece in enumerate(pieces))
        result = result if result.startswith("/") else "/" + result
        return result + question + _PLACEHOLDER.sub(self._in_query, query)

    def _in_query(self, match: re.Match[str]) -> str:
        spot, number = self._path_spots.get(match[1], (None, 0))
        value = self._value(spot, number)[0] if spot else match[1]
        return quote(bare_text(value), safe="")

    def _placeholder(self, name: str) -> str:
        """The piece of the path for one parameter; adds the spec's parameters for it."""
        spot, number = self._path_spots.get(name, (None, 0))
        if spot is None:
            self.operation.note(f"{{{name}}} is described by no parameter; taken as a string")
            self.params.append({"name": _safe(name), "in": "path", "required": True, "example": blank(name) or name})
            return f"{{{_safe(name)}}}"
        if own.env(spot.value):
            self._secret(spot, _safe(name))
            return f"{{{_safe(name)}}}"
        value, is_written = self._value(spot, number)
        style = words(spot.value.get("style")) or "simple"
        base = self._base(spot, "path") | {"required": True}
        if style not in ("matrix", "label") and not isinstance(value, dict | list):
            reserved = own.is_reserved(spot.value) or f"{{+{name}" in self.operation.path
            more = {"allow_reserved": True} if reserved and isinstance(value, str) else {}
            written = is_written or value in (".", "..", "")
            self._place(_safe(name), base | more, self._sendable(value, name, written=written))
            return f"{{{_safe(name)}}}"
        text = ""
        pieces = styles.path(name, value, style, spot.value.get("explode") is True) or [("", blank(name), False)]
        for index, (literal, piece, encoded) in enumerate(pieces):
            key = _safe(name) if index == 0 else f"{_safe(name)}[{index}]"
            more = {"allow_reserved": True} if encoded else {}
            self._place(key, {**only(base, "in", "required", "description"), **more}, self._sendable(piece, name))
            text += f"{literal}{{{key}}}"
        return text

    def _place(self, name: str, base: Data, value: Any) -> None:
        self.params.append(fitted({"name": name, **base}, value))

    def _sendable(self, value: Any, name: str, *, written: bool = True) -> Any:
        """The value for a path parameter: a blank instead of a value that clients would remove (empty, a dot)."""
        if value is not None and not unsendable("path", bare_text(value)):
            return value
        instead = blank(name) or name
        if not written:
            return instead
        why = "clients remove such a segment of the path, and another resource would answer"
        return self.operation.changed(value, instead, why, "parameters", name)

    # -- the others ------------------------------------------------------------------------------------------------

    def _add(self, spot: Spot, number: int) -> None:
        name, place = spot.value["name"], spot.value["in"]
        reason = self._unfit(name, place)
        if reason:
            self.operation.note(f"{reason}; left out", "parameters", number)
            return
        if own.env(spot.value):
            self._secret(spot, name)
            return
        value, is_written = self._value(spot, number)
        base = self._base(spot, place)
        is_written = is_written and not self.operation.options.required_only
        if spot.value.get("required") is not True and not is_written:
            self.params.append(documented({"name": name, **base}))
        elif place == "querystring":
            self._whole_query(value)
        elif place == "header":
            self._sent(
                fitted(
                    {"name": name, **base}, self._ascii(styles.header(value, _explodes(spot.value, "simple")), number)
                ),
                value,
            )
        else:
            self._pairs(spot, base, value, number)

    def _secret(self, spot: Spot, name: str) -> None:
        base = only(self._base(spot, spot.value["in"]), "in", "required", "description")
        self.params.append({"name": name, **base, "env": own.env(spot.value)})

    def _unfit(self, name: str, place: str) -> str:
        if place == "header" and name.lower() in _OWN:
            return f"{name} is not a parameter: it comes from the body, the responses and the security schemes"
        if place == "header" and name.lower() in CLIENT_HEADERS:
            return f"{name} belongs to the connection, and every client sends it by itself"
        if place in ("header", "cookie") and not re.fullmatch(TOKEN, name):
            return f'"{name}" is not a valid {place} name'
        return ""

    def _pairs(self, spot: Spot, base: Data, value: Any, number: int) -> None:
        name, place = spot.value["name"], spot.value["in"]
        style = words(spot.value.get("style")) or "form"
        found = styles.pairs(name, value, style, _explodes(spot.value, style))
        if not found:
            self.operation.dropped(value, "a query has no word for it", "parameters", number)
        raw = spot.value.get("allowReserved") is True
        for index, (key, one, encoded) in enumerate(found):
            is_whole = len(found) == 1 and key == name and not encoded
            if encoded and style in styles.SEPARATORS:
                what = f'a value contains "{styles.SEPARATORS[style]}", which separates values: servers may split it'
                self.operation.note(what, "parameters", number)
            about = base if is_whole else only(base, "in", "required", *(["description"] if index == 0 else []))
            if place == "query" and (encoded or raw):
                about = {**about, "allow_reserved": True}
            sent = self._cookie(one, number) if place == "cookie" else one
            self._sent(fitted({"name": key, **about}, sent), value)

    def _sent(self, param: Data, value: Any) -> None:
        """Add a parameter; a list that is sent as one text gets the type of that text."""
        if not isinstance(value, dict | list) or isinstance(param["example"], list):
            self.params.append(param)
        else:
            self.params.append(
                {**only(param, "name", "in", "required", "example", "description", "allow_reserved", "type")}
            )

    def _whole_query(self, value: Any) -> None:
        """``in: querystring`` (OpenAPI 3.2): the members of the value are the pairs of the query."""
        for key, one in items(value):
            example = one if not isinstance(one, dict) else dumps(one)
            self.params.append(fitted({"name": key, "in": "query"}, example))

    def _ascii(self, text: str, number: int) -> str:
        return self._encoded("header", text, number)

    def _cookie(self, value: Any, number: int) -> Any:
        if isinstance(value, list):
            return [self._encoded("cookie", bare_text(one), number) for one in value]
        return value if isinstance(value, bool | int) else self._encoded("cookie", bare_text(value), number)

    def _encoded(self, place: str, text: str, number: int) -> str:
        if not unsendable(place, text):
            return text
        self.operation.note(f"a {place} cannot contain its value as it is; percent-encoded", "parameters", number)
        return quote(text, safe="")

    def _base(self, spot: Spot, place: str) -> Data:
        """A parameter in the words of a spec, without its value."""
        value = spot.value
        base: Data = {"in": "query" if place == "querystring" else place}
        about = {} if "content" in value else described(value.get("schema"), spot.document)
        base |= only(about, "type")
        if value.get("required") is True:
            base["required"] = True
        if words(value.get("description")):
            base["description"] = words(value["description"])
        return base | {key: one for key, one in about.items() if key != "type"}

    def _value(self, spot: Spot, number: int) -> tuple[Any, bool]:
        """The value to send, and whether it is an author's example that is worth sending."""
        content, document = self.operation.opened(spot.value.get("content"), spot.document, "parameters", number)
        for media_type, media in items(content):
            found = self.operation.follow(media, document, "parameters", number, "content", media_type)
            value, is_written = self._first(found, number, spot.value) if found else (spot.value["name"], False)
            if spot.value["in"] == "querystring":
                return value, is_written
            is_json = "json" in media_type.lower() or isinstance(value, dict | list)
            return (dumps(value) if is_json and not isinstance(value, str) else value), is_written
        return self._first(spot, number, spot.value)

    def _first(self, spot: Spot, number: int, parameter: Data) -> tuple[Any, bool]:
        """The value, and whether it is worth sending; a text without example is a blank that names it: YOUR_OWNER.

        Args:
            spot: the Parameter Object, or a Media Type Object in its content.
        """
        examples = written(self.operation, spot.value, spot.document, "parameters", number)
        schema = spot.value.get("schema")
        if examples:
            value = unquoted(next(iter(examples.values())), schema, spot.document)
            default = schema_of(schema, spot.document).get("default", MISSING)
            worth = self.operation.options.all_members or worth_sending(value, default)
            if not worth and parameter.get("required") is not True:
                self.operation.note(_UNTOLD, "parameters", words(parameter.get("name")))
            return value, worth
        if parameter.get("required") is not True and not self.operation.options.all_members:
            changes: list[Change] = []
            value = given_by_author(schema, spot.document, changes=changes)
            tell(self.operation, changes, "parameters", number)
            if value is not MISSING:
                return value, True
            if example_of(view([Spot(schema, spot.document)], lambda _: None)) is not MISSING:
                self.operation.note(_UNTOLD, "parameters", words(parameter.get("name")))
        name = words(parameter.get("name"))
        steps = ("parameters", number)
        members = "required" if self.operation.options.required_only else "usual"
        anything = blank(name) or "string"
        return sampled(
            self.operation, schema, spot.document, *steps, anything=anything, name=name, members=members
        ), False


def _explodes(parameter: Data, style: str) -> bool:
    explode = parameter.get("explode")
    return explode if isinstance(explode, bool) else style == "form"


def _safe(name: str) -> str:
    """A name made fit for ``{name}`` in a path."""
    return name.replace("/", "_")


def _braceless(text: str) -> str:
    return text.replace("{", "%7B").replace("}", "%7D")
