"""The schema of a JSON text -> ``fields`` of a spec: descriptions of members, as far as the example needs them."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple

from snippetgen.data import paths
from snippetgen.importers.openapi.document import Document, Spot
from snippetgen.importers.openapi.operation import words
from snippetgen.importers.openapi.samples.choice import refuted
from snippetgen.importers.openapi.samples.given import TYPES, kinds
from snippetgen.importers.openapi.samples.merge import View, view
from snippetgen.importers.openapi.samples.sampler import COMPOUND
from snippetgen.spec.parameters import type_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from snippetgen.importers.openapi.operation import Data

_MANY_ROWS = 200
"""The most rows that a schema gets, as many as a sample has values; if there are more, the deepest are left out."""

_LEVELS = 8
"""How many steps the path of a row may have."""

_MANY_STEPS = 5_000
"""How many members and branches are tried, so that a hostile document cannot keep us busy."""

_MANY_VALUES = 20
"""How many elements of a list are looked at: the elements of an example are much alike."""


def fields(
    schema: Any, document: Document, examples: Sequence[Any], *, response: bool, outermost: bool = True
) -> list[Data]:
    """The rows of a schema, in its order: at most 200 members, within 8 steps of the outermost.

    A member without description has a row only where the example cannot tell its type, as null cannot. Of a ``oneOf``
    or ``anyOf`` the branches count that the example has taken: the rows explain what stands beside them, and members
    of several branches in one table would look as if they could stand together. A matching schema that occurs
    again within itself has a row there, but none for its members.

    Args:
        examples: the data of the example, if there is one.
        response: whether the data is a response: then writeOnly members get no row; else, readOnly members get none.
        outermost: whether the members of the outermost object get rows; in a body they are parameters already.
    """
    walk = _Walk(document.known, "writeOnly" if response else "readOnly", 1 if outermost else 2)
    place, spots = _Place("", 0, frozenset()), [Spot(schema, document)]
    walk.parts(walk.branches(spots, examples), examples, place)
    found = walk.found
    if len(found) > _MANY_ROWS:
        kept = sorted(range(len(found)), key=lambda index: found[index][0])[:_MANY_ROWS]
        found = [found[index] for index in sorted(kept)]
    return [row for _, row in found]


class _Said(NamedTuple):
    """The description of a value in its schema, independent of any example.

    Attributes:
        kinds: the types that the value may have; "" if any type is allowed.
        flags: readOnly and writeOnly, if they are set.
    """

    text: str
    kinds: frozenset[str]
    flags: frozenset[str]


class _Member(NamedTuple):
    """A property of an object.

    Attributes:
        spots: its schemas, if they have to be looked up.
        said: its description, if the value has no parts; then nothing has to be looked up.
        wanted: the class of the values that show its type; None if no class does.
    """

    spots: list[Spot]
    said: _Said | None = None
    wanted: type | None = None


class _Known(NamedTuple):
    """A schema, looked up and prepared.

    Attributes:
        members: the properties by name.
        entries: the schemas of a map's entries (``additionalProperties``).
    """

    said: _Said
    view: View
    members: dict[str, _Member]
    items: list[Spot]
    entries: list[Spot]


class _Place(NamedTuple):
    """The place of a value in the JSON text.

    Attributes:
        path: its path from the outermost value.
        level: the number of steps in the path.
        matching: the identities of the schemas around it that match.
    """

    path: str
    level: int
    matching: frozenset[int]


class _Walk:
    """Walks through a schema and an example at once, and collects the rows.

    Attributes:
        known: (identity of a schema, branch picked) -> the schema itself and its lookup. Operations share most of their
            schemas. Keeping a schema here keeps its identity from being used again.
        hidden: the flag of properties that do not travel in this direction: readOnly or writeOnly.
        least: the least number of steps in the path of a row.
        found: the rows, each with the number of steps in its path.
    """

    def __init__(self, known: dict[tuple[int, int], tuple[Any, _Known]], hidden: str, least: int) -> None:
        self.known, self.hidden, self.least = known, hidden, least
        self.found: list[tuple[int, Data]] = []
        self.steps = 0

    def look(self, spots: list[Spot], pick: int = 0) -> _Known:
        if len(spots) > 1:
            return _known(spots, pick)
        key = (id(spots[0].value), pick)
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = (spots[0].value, _known(spots, pick))
        return found[1]

    def branches(self, spots: list[Spot], values: Sequence[Any]) -> list[_Known]:
        """The branches of a schema that some value matches, else the first; the schema itself if it has no branches."""
        first = self.look(spots)
        if first.view.picks == 1:
            return [first]
        taken: dict[int, _Known] = {}
        for value in values:
            for pick in range(first.view.picks if value is not None else 0):
                self.steps += 1
                branch = self.look(spots, pick)
                if not refuted(value, branch.view, _ignored):
                    taken[pick] = branch
                    break
        return list(taken.values()) or [first]

    def member(self, spots: list[Spot], values: Sequence[Any], place: _Place) -> None:
        """Add the rows of a member, and of the members and elements in it."""
        branches = self.branches(spots, values)
        first = branches[0]
        if self.hidden in first.said.flags:
            return
        said = first.said
        if first.view.picks > 1:
            text = next((one.said.text for one in branches if one.said.text), "")
            every = (self.look(spots, pick).said.kinds for pick in range(first.view.picks))
            said = _Said(text, frozenset(chain.from_iterable(every)), said.flags)
        self.row(said, values, place.path, place.level)
        if place.level < _LEVELS:
            self.parts(branches, values, place)

    def row(self, said: _Said, values: Sequence[Any], path: str, level: int) -> None:
        """Add the row of a member, unless the row would be empty."""
        text, found, _ = said
        if level < self.least or not (text or values):
            return
        if len(found) > 1 and all(one is None for one in values):
            found -= {"null"}
        kind = next(iter(found)) if len(found) == 1 else ""
        if text:
            row = {"name": path, "type": kind, "description": text} if kind else {"name": path, "description": text}
            self.found.append((level, row))
        elif kind not in ("", "null") and {kind} != {type_of(one) for one in values if one is not None}:
            self.found.append((level, {"name": path, "type": kind}))

    def parts(self, branches: list[_Known], values: Sequence[Any], place: _Place) -> None:
        """Add the rows of an object's members, and of the element that stands for all elements of a list."""
        path, level, around = place
        branches = [one for one in branches if not one.view.named or not one.view.named <= around]
        if not branches or self.steps > _MANY_STEPS:
            return
        matching = around.union(*(one.view.named for one in branches))
        maps = [one for one in values if isinstance(one, dict)]
        seen = set[str]()
        for one in branches:
            self.steps += len(one.members)
            for name, member in chain(one.members.items(), _entries(one, maps)) if maps else one.members.items():
                spots, said, wanted = member
                inner = [each[name] for each in maps if name in each] if maps else ()
                silent = said is not None and not said.text and all(type(value) is wanted for value in inner)
                if silent or name in seen:
                    continue
                seen.add(name)
                if said is None:
                    self.member(spots, inner, _Place(_joined(path, name), level + 1, matching))
                elif self.hidden not in said.flags:
                    self.row(said, inner, _joined(path, name), level + 1)
        items = next((one.items for one in branches if one.items), [])
        if items:
            elements = chain.from_iterable(one for one in values if isinstance(one, list))
            self.member(items, list(islice(elements, _MANY_VALUES)), _Place(f"{path}[]", level + 1, matching))


def _joined(path: str, name: str) -> str:
    """A path with a name after it."""
    written = name if name.isidentifier() else paths.written(name)
    return f"{path}.{written}" if path and written[0] != "[" else path + written


def _known(spots: list[Spot], pick: int) -> _Known:
    schema = view(spots, _ignored, pick)
    members = {name: _member(one) for name, one in schema.properties().items()}
    entries = [one for one in schema.spots("additionalProperties") if isinstance(one.value, dict)]
    return _Known(_said(schema), schema, members, schema.spots("items"), entries)


def _said(schema: View) -> _Said:
    text = next(filter(None, map(words, schema.all("description"))), "")
    return _Said(text, frozenset(kinds(schema) or ("",)), frozenset(filter(schema.flag, _FLAGS)))


def _member(spots: list[Spot]) -> _Member:
    schema = spots[0].value
    if len(spots) > 1 or not isinstance(schema, dict) or not COMPOUND.isdisjoint(schema):
        return _Member(spots)
    kind = schema.get("type")
    if not isinstance(kind, str) or kind not in TYPES or not _FLAGS.isdisjoint(schema):
        return _Member([], _said(view(spots, _ignored)))
    usual = _USUAL[kind, schema.get("nullable") is True]
    if "description" not in schema or usual.said is None:
        return usual
    return _Member([], usual.said._replace(text=words(schema["description"])), usual.wanted)


_FLAGS = frozenset(("readOnly", "writeOnly"))
_CLASSES = {"string": str, "integer": int, "boolean": bool}
_KINDS = {(kind, null): frozenset((kind, "null") if null else (kind,)) for kind in TYPES for null in (False, True)}
_USUAL = {key: _Member([], _Said("", found, frozenset()), _CLASSES.get(key[0])) for key, found in _KINDS.items()}
"""Properties that have a type and nothing else, ready-made: most are such, and `_said` is slower (measured)."""


def _entries(schema: _Known, maps: list[dict[str, Any]]) -> Iterator[tuple[str, _Member]]:
    """One entry that stands for all entries of a map: the first in the example that no property describes."""
    if schema.entries:
        names = (name for one in maps for name in one if name not in schema.members)
        yield from ((name, _Member(schema.entries)) for name in islice(names, 1))


def _ignored(problem: str) -> None:
    """Do not report a broken reference: the note on it comes from the code that makes the example."""
