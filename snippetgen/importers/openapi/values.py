"""Values and schemas in the words of a spec's parameters."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from snippetgen.data.number import Number
from snippetgen.importers.openapi import media
from snippetgen.importers.openapi.document import RefError, Spot
from snippetgen.importers.openapi.operation import elements, words
from snippetgen.importers.openapi.samples.given import kind_of, kinds
from snippetgen.importers.openapi.samples.merge import view
from snippetgen.spec.parameters import type_of

if TYPE_CHECKING:
    from snippetgen.importers.openapi.document import Document
    from snippetgen.importers.openapi.operation import Data


def described(schema: Any, document: Document) -> Data:
    """The description of a value in its schema, in the words of a spec: type, enum, default, format, nullable."""
    try:
        schema = document.follow(schema).value
    except RefError:
        schema = {}
    if not isinstance(schema, dict):
        return {}
    kinds = schema["type"] if isinstance(schema.get("type"), list) else [schema.get("type")]
    kind = next((one for one in kinds if isinstance(one, str) and one in _TYPES), None)
    result: Data = {"type": kind} if kind else {}
    if "null" in kinds or schema.get("nullable") is True:
        result["nullable"] = True
    enum = [one for one in elements(schema.get("enum")) if not isinstance(one, dict | list)]
    if enum:
        result["enum"] = enum
    if "default" in schema:
        result["default"] = schema["default"]
    if isinstance(schema.get("format"), str):
        result["format"] = schema["format"]
    return result


_TYPES = ("string", "integer", "number", "boolean", "object", "array")


def fitted(param: Data, value: Any, *, repeats: bool = True) -> Data:
    """A spec's parameter with a value; keywords from its schema are kept only if the value agrees with them.

    Args:
        repeats: whether a list means that the parameter is repeated, as everywhere but in a JSON body.
    """
    result = param | {"example": value}
    values = value if repeats and isinstance(value, list) and param.get("type") != "array" else [value]
    wanted = param.get("type", "string")
    if value is None:
        result["nullable"] = True
    elif not all(type_of(one) == wanted or (wanted == "number" and type_of(one) == "integer") for one in values):
        result["type"] = "array" if isinstance(value, list) else type_of(value)
        result.pop("default", None)
    enum = param.get("enum")
    if enum is not None and not all(
        any(one is known or (one == known and type(one) is type(known)) for known in enum) for one in values
    ):
        result.pop("enum")
    if not _agrees(result, result.get("default")):
        result.pop("default", None)
    return result


def _agrees(param: Data, default: Any) -> bool:
    wanted = param.get("type", "string")
    return default is not None and (
        type_of(default) == wanted or (wanted == "number" and type_of(default) == "integer")
    )


def documented(param: Data) -> Data:
    """A parameter that is documented but not sent, in the words of a spec."""
    result = dict(param)
    if not _agrees(result, result.get("default")):
        result.pop("default", None)
    return result


def only(data: Data, *keys: str) -> Data:
    """The members of a map that have these names."""
    return {key: data[key] for key in dict.fromkeys(keys) if key in data}


def schema_of(schema: Any, document: Document) -> Data:
    """A schema as a map, its references followed; empty if it is not a map, or a reference is broken."""
    try:
        value = document.follow(schema).value
    except RefError:
        return {}
    return value if isinstance(value, dict) else {}


def description_of(schema: Any, document: Document) -> Data:
    """The description of a schema, as the ``description`` of a spec's parameter."""
    text = words(schema_of(schema, document).get("description"))
    return {"description": text} if text else {}


def is_binary(schema: Any, document: Document, media_type: str = "") -> bool:
    """Whether a schema describes bytes, which only a file holds (OpenAPI 3.1, "Working with Binary Data").

    It may do so in a choice, beside null, or by its media type alone; a text in base64 is none, nor is JSON in a text.

    Args:
        media_type: that of the part in its encoding; empty if it has none.
    """
    found = view([Spot(schema, document)], lambda _: None)
    types = kinds(found)
    if "file" in found.all("type"):
        return True
    if set(types) - {"string", "null"} or found.first("contentEncoding"):
        return False
    kind = content_type(schema, document) or media_type
    return found.first("format") == "binary" or bool(kind and media.kind(kind) not in ("json", "lines"))


def content_type(schema: Any, document: Document) -> str:
    """The ``contentMediaType`` of a schema; empty if it has none."""
    return words(view([Spot(schema, document)], lambda _: None).first("contentMediaType"))


def types_of(schema: Any, document: Document) -> list[str]:
    """The types that a schema allows, through references, ``allOf`` and choices; empty if it allows any."""
    return kinds(view([Spot(schema, document)], lambda _: None))


def is_raw_text(value: Any, schema: Any, document: Document) -> bool:
    """Whether an example of a JSON body is the text of that body, not a JSON string.

    That is a text where the schema wants an object or a list, and lines of JSON.
    """
    if not isinstance(value, str):
        return False
    first, more, _ = value.strip().partition("\n")
    wanted = set(types_of(schema, document)) - {"null"}
    return bool(wanted and wanted <= {"object", "array"}) or bool(more and not isinstance(parsed(first), str))


def unquoted(value: Any, schema: Any, document: Document) -> Any:
    """An example of a parameter; one that is JSON text of an object or a list is read, where the schema wants that."""
    found = parsed(value)
    return found if found is not value and kind_of(found) in types_of(schema, document) else value


def parsed(value: Any) -> Any:
    """The data of an example that is JSON text; any other example as it is."""
    if isinstance(value, str) and value.lstrip()[:1] in ("{", "["):
        try:
            return json.loads(value, parse_float=Number)
        except (ValueError, RecursionError):
            pass
    return value
