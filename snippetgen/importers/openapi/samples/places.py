"""Where a value stands in a sample, and what is remembered of simple properties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from snippetgen.importers.openapi.document import Spot
    from snippetgen.importers.openapi.samples.merge import View

CUT: Any = object()
"""Says that no value is possible: the schema is circular, or no value satisfies it."""

HIDDEN: Any = object()
"""Says that a property does not travel in this direction (readOnly or writeOnly)."""


class Place(NamedTuple):
    """The place of a value in the sample.

    Attributes:
        path: the identities of the named schemas around the value.
        level: how many objects and lists are around the value.
        name: the name of the nearest property.
    """

    path: frozenset[int]
    level: int
    name: str = ""

    def within(self, schema: View) -> Place:
        return Place(self.path | schema.named, self.level, self.name) if schema.named else self

    def deeper(self, name: str = "") -> Place:
        return Place(self.path, self.level + 1, name or self.name)

    def of(self, name: str) -> Place:
        return self._replace(name=name)


class Change(NamedTuple):
    """A value of an author's example that is not sent as it is written.

    Attributes:
        name: the name of the nearest property; empty for the whole value.
        before: the value as it is written; ABSENT for one that the example lacks.
        after: what is sent in its place; ABSENT if nothing is.
        why: the reason, for people.
    """

    name: str
    before: Any
    after: Any
    why: str


ABSENT: Any = object()
"""Says that there is no value on one side of a change."""


class Leaf(NamedTuple):
    """The value of a simple property.

    Attributes:
        schema: the schema itself; keeping it keeps its identity from being used again.
        written: how many values in it an author wrote.
        guessed: how many values in it no author wrote.
        changes: what was changed of the example that it has.
    """

    schema: Any
    value: Any
    written: int
    guessed: int
    changes: tuple[Change, ...] = ()


Leaves = dict[tuple[int, str, bool, str], Leaf]


def identity(spot: Spot) -> Any:
    """What tells a schema from others: its reference, if it is nothing but that."""
    schema = spot.value
    ref = schema.get("$ref") if isinstance(schema, dict) and len(schema) == 1 else None
    return (id(spot.document), ref) if isinstance(ref, str) else id(schema)
