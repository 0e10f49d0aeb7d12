"""The members of a sampled object: which an example gives, which are added, and which stands for all the others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from snippetgen.importers.openapi.document import Spot
from snippetgen.importers.openapi.samples import formats, pattern
from snippetgen.importers.openapi.samples.given import allowed, kinds
from snippetgen.importers.openapi.samples.merge import view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.importers.openapi.samples.given import Given
    from snippetgen.importers.openapi.samples.merge import View


def few(schema: View, found: dict[str, Any]) -> None:
    """Remove members until maxProperties holds, the last ones first."""
    most = formats.count(schema, "maxProperties", len(found))
    required = schema.required()
    for name in [name for name in reversed(found) if name not in required][: max(len(found) - most, 0)]:
        del found[name]


def examples(schema: View, example: Given) -> tuple[dict[str, Any], set[str]]:
    """The members that examples give, and the names of optional properties that the examples leave out.

    An example stands for the schema that has it and that schema's bases, but not for its neighbours in an allOf.
    """
    giver = example.member
    if not isinstance(example.value, dict):
        return {}, set()
    if giver is None:
        return example.value, set(schema.properties())
    offered: dict[str, Any] = {}
    covered: set[str] = set()
    free: set[str] = set()
    for member in schema.outer:
        inner = member.schema.get("properties")
        names = set(inner) if isinstance(inner, dict) else set()
        own = example.value if member is giver else member.schema.get("example")
        if isinstance(own, dict):
            offered = {**own, **offered}
            covered |= names
        elif member.level > giver.level:
            covered |= names
        else:
            free |= names
    return (example.value if giver.level == 0 else offered), covered - free


def numbered(value: Any, number: int) -> Any:
    if isinstance(value, str):
        return f"{value}{number + 1}"
    if isinstance(value, int) and not isinstance(value, bool):
        return value + number
    if isinstance(value, dict):
        for name, inner in value.items():
            other = numbered(inner, number)
            if other != inner:
                return {**value, name: other}
    return value


def keys(schema: View, count: int) -> list[tuple[str, list[Spot]]]:
    """Names for entries that no property describes, with their schemas where a pattern has its own."""
    if count <= 0:
        return []
    for member in schema.members:
        inner = member.schema.get("patternProperties")
        for regex, one in inner.items() if isinstance(inner, dict) else ():
            if name := _named(regex):
                return [(name, [Spot(one, member.document)])]
    if schema.first("propertyNames", dict):
        of_names = view(schema.spots("propertyNames"), lambda _: None)
        words = allowed(of_names, ["string"])
        if words:
            return [(word, []) for word in words[:count] if isinstance(word, str)]
        return [(formats.text(of_names, "key"), [])]
    maps = [spot.value for spot in schema.spots("additionalProperties") if isinstance(spot.value, dict)]
    hints = [
        one["x-additionalPropertiesName"] for one in maps if isinstance(one.get("x-additionalPropertiesName"), str)
    ]
    name = hints[0] if hints else "key"
    return [(name if count == 1 else f"{name}{number}", []) for number in range(1, count + 1)]


def _named(regex: Any) -> str:
    """A property's name that matches a pattern; empty if none is found."""
    names = ["key", *pattern.texts(regex, 1)] if isinstance(regex, str) else []
    return next((name for name in names if pattern.matches(regex, name)), "")


_TELLING = ("name", "title", "label", "subject", "email", "text", "message", "content", "query", "value", "description")
"""Names of members that a reader understands at once, the best first."""


def rank(name: str, schema: View) -> int:
    """How well a member shows alone what a body may hold, the lower the better: a file, a telling name, a text."""
    kind = next(iter(kinds(schema)), "")
    if kind == "string" and schema.first("format", str) == "binary":
        return 0
    if kind in ("object", "array"):
        return 40
    last = re.findall(r"[A-Z]?[a-z]+|[A-Z]+", name)[-1:]
    if kind == "string" and last and last[0].lower() in _TELLING:
        return (1 if last[0] == name else 15) + _TELLING.index(last[0].lower())
    if name.lower() in ("id", "_id", "object", "type", "kind", "version"):
        return 38
    return 30 if kind == "string" else 35


def dependents(schema: View, found: dict[str, Any]) -> Iterator[str]:
    """The names that members which are there require (``dependentRequired``; in draft 4 ``dependencies``)."""
    for key in ("dependentRequired", "dependencies"):
        for value in schema.all(key):
            for name, wanted in value.items() if isinstance(value, dict) else ():
                if name in found and isinstance(wanted, list):
                    yield from (one for one in wanted if isinstance(one, str) and one not in found)
