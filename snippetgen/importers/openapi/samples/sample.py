"""A schema of OpenAPI 2.0 to 3.2 -> a realistic and valid value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

from snippetgen.importers.openapi.document import Document, Spot
from snippetgen.importers.openapi.samples import formats, pattern
from snippetgen.importers.openapi.samples.choice import alone, discriminated, forbidden, refuted, shut
from snippetgen.importers.openapi.samples.given import MISSING, Given, allowed, example_of, given, kinds
from snippetgen.importers.openapi.samples.merge import View, view

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEVELS = (12, 6, 4, 3, 2, 1)
"""How many levels of optional properties are shown; the next number is tried if there are too many values."""

_MANY_VALUES = 200
"""The most values in a sample, four screens of them. Half of the request bodies of real documents have 6 at most."""

_DEEPEST = 40
"""How many levels of required properties are shown."""

_MANY_STEPS = 5_000
"""How many branches and values are tried, so that a hostile document cannot keep us busy."""

_MANY_ITEMS = 100
"""The most elements of a list in a sample, whatever its minItems."""

CUT: Any = object()
"""Says that no value is possible: the schema is circular, or no value satisfies it."""


HIDDEN: Any = object()
"""Says that a property does not travel in this direction (readOnly or writeOnly)."""


class _Full(Exception):  # noqa: N818 - an answer, not an accident
    """Raised when a sample has more values than `_MANY_VALUES`."""


def sample(
    schema: Any,
    document: Document,
    *,
    response: bool = False,
    optional: bool = True,
    problems: list[str] | None = None,
    anything: Any = None,
) -> Any:
    """A value for a schema: deterministic, and some value even for a broken schema.

    A sample holds at most 200 values in 12 levels (one in a hundred of 6,245 real request bodies would hold
    more). Instead of a larger one, it shows fewer levels of optional properties, so that they are left out everywhere.

    Args:
        document: the document that contains the schema: references in it are relative to that document.
        response: whether the server sends it: then it has readOnly properties and no writeOnly ones, else vice versa.
        optional: whether the sample has optional properties.
        problems: a list that gets a text for each broken reference.
        anything: the value for a schema that allows any value.
    """
    report = dict[str, None]()
    spots = [Spot(schema, document)]
    value, leaves = CUT, _LEAVES.setdefault(document, {})
    for loose in (False, True):
        for levels in _LEVELS if optional else (0,):
            sampler = _Sampler(leaves, report, levels, response=response, loose=loose, last=levels <= 1)
            try:
                value = sampler.root(spots)
            except _Full:
                continue
            break
        if value is not CUT:
            break
    if problems is not None:
        problems += report
    return anything if value is CUT or value is MISSING else value


class _Place(NamedTuple):
    """The place of a value in the sample.

    Attributes:
        path: the identities of the named schemas around the value.
        level: how many objects and lists are around the value.
    """

    path: frozenset[int]
    level: int

    def within(self, schema: View) -> _Place:
        return _Place(self.path | schema.named, self.level) if schema.named else self

    def deeper(self) -> _Place:
        return _Place(self.path, self.level + 1)


_Leaves = dict[tuple[int, str, bool], tuple[Any, Any]]

_LEAVES: WeakKeyDictionary[Document, _Leaves] = WeakKeyDictionary()
"""Document -> (identity of a schema, ``type``, flag) -> (the schema itself, its value), for simple properties.
Keeping the schema keeps its identity from being used again. This cache makes large documents four times quicker."""

COMPOUND = frozenset(
    ("$ref", "$dynamicRef", "allOf", "oneOf", "anyOf", "properties", "items", "additionalProperties", "discriminator")
)


class _Sampler:
    def __init__(
        self, leaves: _Leaves, report: dict[str, None], levels: int, *, response: bool, loose: bool, last: bool
    ) -> None:
        self.leaves, self.report = leaves, report
        self.levels, self.hidden, self.loose, self.last = levels, "writeOnly" if response else "readOnly", loose, last
        self.deepest = max(levels, 2) if loose else _DEEPEST
        self.values = self.steps = 0

    def root(self, spots: Sequence[Spot]) -> Any:
        return self.value(spots, _Place(frozenset(), 0), must=True, anything=MISSING)

    def view(self, spots: Sequence[Spot], pick: int = 0) -> View:
        return view(spots, self.tell, pick)

    def tell(self, problem: str) -> None:
        self.report[problem] = None

    def value(
        self, spots: Sequence[Spot], place: _Place, *, must: bool, anything: Any = "string", prefer: Any = MISSING
    ) -> Any:
        """A value for some place in the sample; CUT if none is possible.

        Args:
            must: whether a value is required, so that another branch is tried if the first is circular.
            prefer: the value that an example further above has for this place.
        """
        return self.of(self.view(spots), spots, place, must=must, anything=anything, prefer=prefer)

    def of(self, first: View, spots: Sequence[Spot], place: _Place, *, must: bool, anything: Any, prefer: Any) -> Any:
        offer = example_of(first) if prefer is MISSING and first.picks > 1 else prefer
        fallback = CUT
        for pick in range(first.picks):
            schema = self.view(spots, pick) if pick else first
            self.steps += 1
            strict = self.loose or not must
            circle = schema.named & place.path if strict else schema.named and schema.named <= place.path
            if schema.never or (circle and offer is MISSING) or place.level > self.deepest or self.steps > _MANY_STEPS:
                continue
            if offer is not MISSING and first.picks > 1 and refuted(offer, schema, self.tell):
                continue
            before = self.values
            value = self.one(schema, place.within(schema), anything, prefer)
            only = alone(value, schema, self.tell) if schema.others and offer is MISSING and value is not CUT else value
            if only is not CUT and only is not None:
                return only
            fallback = value if fallback is CUT else fallback
            self.values = before
        if fallback is not CUT or offer is not MISSING:
            return fallback if fallback is not CUT else offer
        return self.instead(first, anything) if self.loose and must else CUT

    def instead(self, schema: View, anything: Any) -> Any:
        """The least wrong value, for a place where a value is required but none is possible."""
        kind = "null" if "null" in (types := kinds(schema)) else next(iter(types), "")
        return {"null": None, "array": [], "object": {}}.get(kind, anything)

    def one(self, schema: View, place: _Place, anything: Any, prefer: Any) -> Any:
        if prefer is MISSING:
            self.count()
        types = kinds(schema)
        found = given(schema, types, prefer)
        kind = types[0] if types else ""
        if found.value is not MISSING:
            if found.exact or not isinstance(found.value, dict | list):
                return found.value
            kind = "object" if isinstance(found.value, dict) else "array"
        if kind == "object":
            return self.object(schema, place, found)
        if kind == "array":
            return self.array(schema, place, found.value)
        if kind == "string":
            return formats.text(schema)
        if kind in ("integer", "number"):
            return formats.number(schema, whole=kind == "integer")
        return anything if kind == "" else None if kind == "null" else True

    def count(self) -> None:
        self.values += 1
        if self.values > _MANY_VALUES and not self.last:
            raise _Full

    def array(self, schema: View, place: _Place, example: Any) -> Any:
        least = min(formats.count(schema, "minItems", 0), _MANY_ITEMS)
        size = min(max(least, 1), formats.count(schema, "maxItems", _MANY_ITEMS))
        items = schema.spots("items") or schema.spots("contains")
        if isinstance(example, list):
            places = self.places(schema, items, len(example))
            return [
                self.value(spots, place.deeper(), must=True, prefer=one)
                for spots, one in zip(places, example, strict=False)
            ] or example
        found: list[Any] = []
        for spots in self.places(schema, items, size):
            item = self.value(spots, place.deeper(), must=len(found) < least)
            if item is CUT:
                break
            found.append(item)
        if len(found) < least:
            return CUT
        return self.varied(found, items) if len(found) > 1 and schema.flag("uniqueItems") else found

    def varied(self, found: list[Any], items: list[Spot]) -> list[Any]:
        """Make equal items of a list different: by other members of their enumeration, else by appending numbers."""
        schema = self.view(items)
        words = allowed(schema, kinds(schema))
        if words:
            return words[: len(found)]
        return [_numbered(one, number) if number and one in found[:number] else one for number, one in enumerate(found)]

    def places(self, schema: View, items: list[Spot], size: int) -> list[list[Spot]]:
        """The schemas of each element: prefixItems (draft 4: a list of items), then items."""
        fixed: list[list[Spot]] = []
        for member in schema.members:
            prefix = member.schema.get("prefixItems", member.schema.get("items"))
            for number, one in enumerate(prefix[:_MANY_ITEMS] if isinstance(prefix, list) else ()):
                fixed += [[]] if number == len(fixed) else []
                fixed[number].append(Spot(one, member.document))
        if not fixed and not items and size == 1:
            return []
        return fixed + [items] * (size - len(fixed))

    def object(self, schema: View, place: _Place, example: Given) -> Any:
        offered, covered = _examples(schema, example)
        whole = example.value is not MISSING and (example.member is None or example.member.level == 0)
        required, properties = schema.required(), schema.properties()
        strange = shut(schema, [*properties, *offered])
        out = (forbidden(schema) | strange | covered) - offered.keys()
        found: dict[str, Any] = {name: None for name in offered if name not in strange} if whole else {}
        for name, spots in properties.items():
            must = name in required
            if name in out and not must:
                continue
            value = self.property(spots, place, must=must, prefer=offered.get(name, MISSING))
            if value is HIDDEN or (value is CUT and not must):
                found.pop(name, None)
            elif value is CUT:
                return CUT
            else:
                found[name] = value
        found |= {name: one for name, one in offered.items() if name not in properties and name not in strange}
        if not self.rest(schema, found, place, entry=example.value is MISSING):
            return CUT
        for name, word in discriminated(schema, self.tell):
            if name in found or name in required or schema.mapped:
                found[name] = word
        return found

    def property(self, spots: Sequence[Spot], place: _Place, *, must: bool, prefer: Any = MISSING) -> Any:
        """The value of a property; HIDDEN if it does not travel in this direction, CUT if it is better left out."""
        full = place.level >= self.levels or (self.last and self.values > _MANY_VALUES)
        if full and not must and prefer is MISSING:
            return CUT
        inner = spots[0].value
        if len(spots) > 1 or prefer is not MISSING or not isinstance(inner, dict) or not COMPOUND.isdisjoint(inner):
            return self.described(spots, place, must=must, prefer=prefer)
        key = (id(inner), self.hidden, must)
        usual = place.level < self.deepest and self.steps < _MANY_STEPS
        if usual and key in self.leaves:
            return self.again(self.leaves[key][1])
        value = self.described(spots, place, must=must, prefer=prefer)
        if usual and value is not CUT and not isinstance(value, dict | list):
            self.leaves[key] = (inner, value)
        return value

    def again(self, value: Any) -> Any:
        """A value from the cache, counted like a new one: the cache must not change where a sample ends."""
        if value is not HIDDEN:
            self.steps += 1
            self.count()
            self.values -= value is None
        return value

    def described(self, spots: Sequence[Spot], place: _Place, *, must: bool, prefer: Any) -> Any:
        schema = self.view(spots)
        if schema.flag(self.hidden):
            return HIDDEN
        if prefer is None and not must:
            types = kinds(schema)
            return None if not types or "null" in types else CUT
        if prefer is MISSING and not must and schema.flag("deprecated"):
            return CUT
        return self.of(schema, spots, place.deeper(), must=must, anything="string", prefer=prefer)

    def rest(self, schema: View, found: dict[str, Any], place: _Place, *, entry: bool) -> bool:
        """Add members that no property describes: required names, an entry of a map, and enough for minProperties.

        Returns False if a required member is impossible.
        """
        required, properties = schema.required(), schema.properties()
        more = schema.spots("additionalProperties")
        names = [name for name in required if name not in properties and name not in found]
        least = min(formats.count(schema, "minProperties", 0), _MANY_ITEMS)
        for name in [name for name in properties if name not in found] if len(found) + len(names) < least else []:
            value = self.property(properties[name], place, must=True) if len(found) + len(names) < least else CUT
            if value is not CUT and value is not HIDDEN:
                found[name] = value
        maps = any(isinstance(spot.value, dict) and spot.value for spot in more) or any(schema.all("patternProperties"))
        wants = least
        if entry and maps and not (found or names or properties) and place.level < max(self.levels, 1):
            wants = max(least, 1)
        most = formats.count(schema, "maxProperties", _MANY_VALUES)
        entries = _keys(schema, min(wants, most) - len(found) - len(names))
        for name, spots in [(name, more) for name in names] + entries:
            must = name in required or len(found) < least
            value = self.value(spots or more, place.deeper(), must=must)
            if value is CUT and must:
                return False
            if value is not CUT:
                found[name] = value
        _few(schema, found)
        return True


def _few(schema: View, found: dict[str, Any]) -> None:
    """Remove members until maxProperties holds, the last ones first."""
    most = formats.count(schema, "maxProperties", len(found))
    required = schema.required()
    for name in [name for name in reversed(found) if name not in required][: max(len(found) - most, 0)]:
        del found[name]


def _examples(schema: View, example: Given) -> tuple[dict[str, Any], set[str]]:
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


def _numbered(value: Any, number: int) -> Any:
    if isinstance(value, str):
        return f"{value}{number + 1}"
    if isinstance(value, int) and not isinstance(value, bool):
        return value + number
    if isinstance(value, dict):
        for name, inner in value.items():
            other = _numbered(inner, number)
            if other != inner:
                return {**value, name: other}
    return value


def _keys(schema: View, count: int) -> list[tuple[str, list[Spot]]]:
    """Names for entries that no property describes, with their schemas where a pattern has its own."""
    if count <= 0:
        return []
    for member in schema.members:
        inner = member.schema.get("patternProperties")
        for regex, one in inner.items() if isinstance(inner, dict) else ():
            if name := _named(regex):
                return [(name, [Spot(one, member.document)])]
    for one in schema.all("propertyNames"):
        words = one.get("enum") if isinstance(one, dict) else None
        if isinstance(words, list):
            return [(word, []) for word in words[:count] if isinstance(word, str)]
        if isinstance(one, dict) and (name := _named(one.get("pattern"))):
            return [(name, [])]
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
