"""How to tell apart the branches of a ``oneOf``, and the subtypes of a discriminator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from snippetgen.importers.openapi.samples import formats, pattern
from snippetgen.importers.openapi.samples.given import allowed, kind_of, kinds
from snippetgen.importers.openapi.samples.merge import View, reference, view

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_DEEP = 3
"""How many levels deep two branches are compared."""


def refuted(value: Any, schema: View, report: Callable[[str], None], deep: int = 0) -> bool:
    """Whether a value certainly violates a schema; False in doubt."""
    types = kinds(schema)
    kind = kind_of(value)
    if schema.never or (types and kind not in types and not (kind == "integer" and "number" in types)):
        return True
    words = allowed(schema, types)
    if words is not None and value not in words:
        return True
    if isinstance(value, str):
        return not _sized(len(value), schema, "Length") or not all(
            pattern.matches(one, value) for one in schema.all("pattern") if isinstance(one, str)
        )
    if isinstance(value, dict):
        return _object_refuted(value, schema, report, deep)
    if isinstance(value, list):
        items = schema.spots("items")
        first = value[:1] if items and deep < _DEEP else []
        return not _sized(len(value), schema, "Items") or any(
            refuted(one, view(items, report), report, deep + 1) for one in first
        )
    return False


def _sized(size: int, schema: View, what: str) -> bool:
    return formats.count(schema, f"min{what}", 0) <= size <= formats.count(schema, f"max{what}", size)


def _object_refuted(value: dict[str, Any], schema: View, report: Callable[[str], None], deep: int) -> bool:
    properties = schema.properties()
    if schema.required().keys() - value.keys() or shut(schema, value):
        return True
    return deep < _DEEP and any(
        refuted(value[name], view(spots, report), report, deep + 1)
        for name, spots in properties.items()
        if name in value
    )


def shut(schema: View, names: Sequence[str] | dict[str, Any]) -> set[str]:
    """The names among `names` that are not allowed: a member of an allOf forbids additional properties."""
    found: set[str] = set()
    for member in schema.members:
        own = member.schema
        if own.get("additionalProperties") is False and not own.get("patternProperties"):
            inner = own.get("properties")
            found |= set(names) - (inner.keys() if isinstance(inner, dict) else set())
    return found


def forbidden(schema: View) -> set[str]:
    """Names to leave out so that ``not`` holds: one name from each ``required`` in it is enough."""
    found: set[str] = set()
    required = schema.required()
    for inner in schema.all("not"):
        either = [*_list(inner.get("anyOf")), *_list(inner.get("oneOf"))] if isinstance(inner, dict) else []
        for part in (inner, *either):
            listed = _list(part.get("required")) if isinstance(part, dict) else []
            names = [name for name in listed if isinstance(name, str)]
            free = [name for name in names if name not in required]
            if names and not found & set(names):
                found |= {free[-1]} if free else set()
    return found


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def alone(value: Any, schema: View, report: Callable[[str], None]) -> Any:
    """The value, without members that only other branches of a oneOf require, so that no other branch matches it.

    None if that is impossible.
    """
    if any(schema.all("discriminator")):
        return value
    required = schema.required()
    for other in schema.others:
        lost: list[str] = []
        branch = view([other], lost.append)
        if lost or not branch.members or refuted(value, branch, report):
            continue
        free = [name for name in branch.required() if name not in required] if isinstance(value, dict) else []
        if not free:
            return None
        value = {name: inner for name, inner in value.items() if name != free[-1]}
    return value


def discriminated(
    schema: View, report: Callable[[str], None], offered: dict[str, Any]
) -> Iterator[tuple[str, str]]:
    """The property that names the subtype, and the name that it must have; an example's own name for it is believed.

    Without a mapping, the name is that of the schema (https://spec.openapis.org/oas/v3.1.1.html#discriminator-object;
    Swagger 2.0 has the property's name alone).
    """
    seen = {""}
    for one in schema.all("discriminator"):
        name = one if isinstance(one, str) else one.get("propertyName") if isinstance(one, dict) else None
        if not isinstance(name, str) or name in seen:
            continue
        seen.add(name)
        given = one.get("mapping") if isinstance(one, dict) else None
        mapping = given if isinstance(given, dict) else {}
        if name in offered and (not mapping or offered[name] in list(mapping)):
            continue
        word = _mapped(mapping, schema)
        own = view(schema.properties().get(name, []), report)
        words = allowed(own, kinds(own))
        spoken = any(next(own.all(key), None) is not None for key in ("example", "examples", "default"))
        if word and (words is None or word in words) and not (spoken and not mapping and words is None):
            yield name, word


def _mapped(mapping: dict[str, Any], schema: View) -> str:
    refs = [schema.mapped] if schema.mapped else schema.refs
    for ref in refs:
        for key, target in mapping.items():
            if isinstance(target, str) and reference(target) == ref:
                return key
    named = [ref for ref in refs if ref.rpartition("/")[0].endswith(("/schemas", "/definitions"))]
    return named[0].rpartition("/")[2] if named else ""
