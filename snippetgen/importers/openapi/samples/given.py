"""Values that a schema itself offers: examples, defaults, constants, the members of an enumeration.

Authors write many of them in another type than they declare (``example: "12"`` for an integer, an object as JSON text,
one item for a list): values that can be read as the declared type are, and the rest is ignored.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from snippetgen.data.jsontext import dumps
from snippetgen.data.number import Number
from snippetgen.importers.openapi.samples.formats import decimal, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.importers.openapi.samples.merge import Member, View

MISSING: Any = object()
"""Says that there is no value; None is a value (JSON null)."""

_NAMES = {
    "int": "integer", "int32": "integer", "int64": "integer", "long": "integer", "float": "number", "double": "number",
    "decimal": "number", "bool": "boolean", "str": "string", "text": "string", "file": "string", "date": "string",
    "datetime": "string", "date-time": "string", "uuid": "string", "uri": "string", "url": "string", "enum": "string",
    "map": "object", "dict": "object", "json": "object", "list": "array", "nil": "null", "none": "null",
}  # fmt: skip
"""Wrong names of types in real documents -> the type that they mean (``file`` is from Swagger 2.0)."""

TYPES = ("object", "array", "string", "integer", "number", "boolean", "null")

_SIGNS = {
    "object": ("properties", "required", "additionalProperties", "patternProperties", "minProperties", "maxProperties"),
    "array": ("items", "prefixItems", "minItems", "maxItems", "uniqueItems", "contains"),
    "string": ("pattern", "minLength", "maxLength", "format"),
    "number": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
}
"""Type -> keywords that imply it if no type is given (``required`` of a parameter is a flag, and implies none)."""

_NUMBER_FORMATS = {"int32": "integer", "int64": "integer", "integer": "integer", "float": "number", "double": "number"}


def kinds(schema: View) -> list[str]:
    """The types that a value may have, the best to show first; empty if any type is allowed."""
    found: list[str] = []
    for value in schema.all("type"):
        names = [_type(name) for name in (value if isinstance(value, list) else [value])]
        known = [name for name in names if name]
        both = [name for name in known if name in found or (name == "integer" and "number" in found)]
        both = both or (["integer"] if "integer" in found and "number" in known else [])
        found = both or found or known
    found = [name for name in found if name != "null"] + ["null"] * ("null" in found)
    if not found or found == ["null"]:
        sign = _inferred(schema)
        found = [sign, *found] if sign and not found else found
    if found and schema.flag("nullable") and "null" not in found:
        found.append("null")
    return found


def _type(name: Any) -> str:
    lower = name.lower() if isinstance(name, str) else ""
    return lower if lower in TYPES else _NAMES.get(lower, "")


def _inferred(schema: View) -> str:
    for kind, keys in _SIGNS.items():
        for key in keys:
            for value in schema.all(key):
                if key == "format":
                    return _NUMBER_FORMATS.get(value, kind) if isinstance(value, str) else ""
                if not (key == "required" and not isinstance(value, list)):
                    return kind
    return ""


class Given(NamedTuple):
    """A value that a schema offers, as opposed to a sample.

    Attributes:
        value: the value; MISSING if there is none.
        member: the schema that offers it; None if it comes from an example further above.
        exact: whether no other value is allowed, nor other members within it.
        keyword: the keyword that offers it: example, examples or default; empty if none of them does.
        lost: the example that an author gave, if it does not fit the schema, so that another value stands for it.
    """

    value: Any
    member: Member | None = None
    exact: bool = False
    keyword: str = ""
    lost: Any = MISSING


def given(schema: View, types: list[str], prefer: Any = MISSING) -> Given:
    """The best value on offer: `prefer`, which comes from an example further above, then the schema's own.

    An empty or null default is ignored, because a sample says more.
    """
    words, lost = allowed(schema, types), MISSING
    for member, value, keyword in ((None, prefer, ""), *_offers(schema)):
        fit = MISSING if value is MISSING else fitted(value, schema, types)
        if lost is MISSING and fit is not value and keyword != "default":
            lost = value
        if fit is not MISSING and (words is None or _among(fit, words)):
            return Given(fit, member, keyword=keyword, lost=lost)
        lost = value if lost is MISSING and keyword != "default" else lost
    if words:
        return Given(next((word for word in words if word is not None), words[0]), exact=True, lost=lost)
    return Given(MISSING, lost=lost)


def example_of(schema: View) -> Any:
    """The example beside a ``oneOf`` or ``anyOf``, which shows the branch that is meant; MISSING if there is none."""
    return next((value for member, value, _ in _offers(schema) if not member.branch), MISSING)


def expected(schema: View, types: list[str]) -> str:
    """What a schema wants of a value, for people."""
    words = allowed(schema, types)
    if words:
        return f"the schema allows {' or '.join(map(dumps, words[:5]))}{' …' if len(words) > 5 else ''}"  # noqa: PLR2004
    kind = schema.first("format", str) if types[:1] == ["string"] else ""
    return f"the schema says {kind or ' or '.join(types)}"


def worth_sending(value: Any, default: Any = MISSING) -> bool:
    """Whether an example of something optional is sent.

    Not so what says nothing (null, an empty value, the word "string" of generated documents), nor the default, which
    the server applies anyway.
    """
    if value is None or value in ("", "string") or (isinstance(value, dict | list) and not value):
        return False
    return not (value == default and isinstance(value, bool) is isinstance(default, bool))


def _offers(schema: View) -> Iterator[tuple[Member, Any, str]]:
    for key in ("example", "examples", "default"):
        for member in schema.outer:
            if key not in member.schema:
                continue
            value = member.schema[key]
            if key == "examples":
                many = [_value(one) for one in value.values()] if isinstance(value, dict) else value
                yield from ((member, one, key) for one in (many if isinstance(many, list) else ()))
            elif key == "example" or value not in (None, [], {}):
                yield member, value, key


def _value(example: Any) -> Any:
    """The value of an Example Object; any other example as it is."""
    return example["value"] if isinstance(example, dict) and "value" in example else example


def allowed(schema: View, types: list[str]) -> list[Any] | None:
    """The values that const and enum allow; None if the schema has neither."""
    found: list[Any] | None = None
    for key in ("const", "enum"):
        for value in schema.all(key):
            words = [value] if key == "const" else value
            if not isinstance(words, list) or not words:
                continue
            fits = [fit for fit in (fitted(word, schema, types) for word in words) if fit is not MISSING] or words
            found = fits if found is None else [word for word in found[:_MANY_WORDS] if _among(word, fits)] or found
    return found


def _among(value: Any, words: list[Any]) -> bool:
    """Whether a list contains a value, by JSON's equality: true is not 1."""
    if isinstance(value, bool) or value in (0, 1):
        return any(word == value and isinstance(word, bool) is isinstance(value, bool) for word in words)
    return value in words


def fitted(value: Any, schema: View, types: list[str]) -> Any:
    """A value converted to one of the types; MISSING if it cannot be read as one."""
    if not types or kind_of(value) in types or (kind_of(value) == "integer" and "number" in types):
        if isinstance(value, str) and _MOMENT.match(value) and schema.first("format", str) == "date":
            return value[:10]
        return MISSING if isinstance(value, float) else value
    if value is None:
        return MISSING
    for kind in types:
        fit = _read(value, kind, schema)
        if fit is not MISSING:
            return fit
    return MISSING


_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]")
"""A date with a time: a YAML reader has turned a plain date into a timestamp, and written that as JSON."""


_MANY_WORDS = 200
"""How many members of two enumerations are compared, if both must hold."""

_PYTHON = {str: "string", list: "array", dict: "object"}


def kind_of(value: Any) -> str:
    """The JSON type of a value."""
    if value is None or isinstance(value, bool):
        return "null" if value is None else "boolean"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, Number):
        return "integer" if decimal(value) == int(value) else "number"
    return next((name for kind, name in _PYTHON.items() if isinstance(value, kind)), "")


def _read(value: Any, kind: str, schema: View) -> Any:
    if kind == "string":
        return dumps(value) if isinstance(value, bool | int | Number) else MISSING
    if kind in ("integer", "number"):
        return _number(value, kind)
    if kind == "boolean":
        word = value.strip().lower() if isinstance(value, str) else ""
        return word == "true" if word in ("true", "false") else MISSING
    if kind in ("object", "array") and isinstance(value, str) and value.strip()[:1] in ("{", "["):
        inner = _json(value)
        if kind_of(inner) == kind:
            return inner
    if kind == "array":
        return _listed(value, schema)
    return MISSING


def _number(value: Any, kind: str) -> Any:
    """The number that a text is written as; MISSING if it is not written like a number of this kind."""
    if not isinstance(value, str) or not value.strip().lstrip("-")[:1].isdigit():
        return MISSING
    number = decimal(value.strip())
    if number is None or (kind == "integer" and number != number.to_integral_value()):
        return MISSING
    return written(number)


def _json(text: str) -> Any:
    try:
        return json.loads(text, parse_float=Number)
    except (ValueError, RecursionError, ArithmeticError):
        return MISSING


def _listed(value: Any, schema: View) -> Any:
    """A list of one item, if the schema wants a list and the example is a single item."""
    kinds_of_items = {_type(spot.value.get("type")) for spot in schema.spots("items") if isinstance(spot.value, dict)}
    if kind_of(value) in kinds_of_items:
        return [value]
    return MISSING
