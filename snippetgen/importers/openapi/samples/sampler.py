"""One sample of a schema in the making."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from snippetgen.importers.naming import blank
from snippetgen.importers.openapi.document import Spot
from snippetgen.importers.openapi.samples import formats
from snippetgen.importers.openapi.samples.choice import alone, discriminated, forbidden, refuted, shut
from snippetgen.importers.openapi.samples.given import (
    MISSING,
    Given,
    allowed,
    example_of,
    expected,
    given,
    kinds,
    worth_sending,
)
from snippetgen.importers.openapi.samples.members import dependents, examples, few, keys, numbered, rank
from snippetgen.importers.openapi.samples.merge import View, view
from snippetgen.importers.openapi.samples.places import ABSENT, CUT, HIDDEN, Change, Leaf, Leaves, Place, identity

if TYPE_CHECKING:
    from collections.abc import Sequence

_MANY_VALUES = 200
"""The most values in a sample, four screens of them. Half of the request bodies of real documents have 6 at most."""

_DEEPEST = 40
"""How many levels of required properties are shown."""

_MANY_STEPS = 5_000
"""How many branches and values are tried, so that a hostile document cannot keep us busy."""

_MANY_ITEMS = 100
"""The most elements of a list in a sample, whatever its minItems."""


class _GuessedError(Exception):
    """Raised when an optional property would need a value that no author gave."""


class Full(Exception):  # noqa: N818 - an answer, not an accident
    """Raised when a sample has more values than `_MANY_VALUES`."""


COMPOUND = frozenset(
    ("$ref", "$dynamicRef", "allOf", "oneOf", "anyOf", "properties", "items", "additionalProperties", "discriminator")
)


class Sampler:
    """Makes one sample.

    Attributes:
        all: whether every optional property is shown.
        written: how many values an author wrote.
        guessed: how many values nobody wrote.
        trying: how many optional properties are around the value, each kept only if nothing in it is guessed.
        dull: the optional properties that were not kept.
        changes: what was changed of examples that authors gave.
    """

    def __init__(
        self, leaves: Leaves, report: dict[str, None], levels: int, *, response: bool, loose: bool, members: str
    ) -> None:
        self.leaves, self.report, self.all = leaves, report, members == "all"
        self.levels, self.hidden, self.loose = levels, "writeOnly" if response else "readOnly", loose
        self.last, self.deepest = levels <= 1, max(levels, 2) if loose else _DEEPEST
        self.values = self.steps = self.written = self.guessed = self.trying = 0
        self.dull: set[tuple[Any, ...]] = set()
        self.changes: list[Change] = []

    def root(self, spots: Sequence[Spot], name: str) -> Any:
        return self.value(spots, Place(frozenset(), 0, name), must=True, anything=MISSING)

    def view(self, spots: Sequence[Spot], pick: int = 0) -> View:
        return view(spots, self.tell, pick)

    def tell(self, problem: str) -> None:
        self.report[problem] = None

    def value(
        self, spots: Sequence[Spot], place: Place, *, must: bool, anything: Any = "string", prefer: Any = MISSING
    ) -> Any:
        """A value for some place in the sample; CUT if none is possible.

        Args:
            must: whether a value is required, so that another branch is tried if the first is circular.
            prefer: the value that an example further above has for this place.
        """
        return self.of(self.view(spots), spots, place, must=must, anything=anything, prefer=prefer)

    def of(self, first: View, spots: Sequence[Spot], place: Place, *, must: bool, anything: Any, prefer: Any) -> Any:
        offer = example_of(first) if prefer is MISSING and first.picks > 1 else prefer
        fallback, refused = CUT, 0
        for pick in self.order(first, spots) if offer is MISSING else range(first.picks):
            schema = self.view(spots, pick) if pick else first
            self.steps += 1
            strict = self.loose or not must
            circle = schema.named & place.path if strict else schema.named and schema.named <= place.path
            if schema.never or (circle and offer is MISSING) or place.level > self.deepest or self.steps > _MANY_STEPS:
                continue
            if offer is not MISSING and first.picks > 1 and refuted(offer, schema, self.tell):
                continue
            before, changed = self.values, len(self.changes)
            try:
                value = self.one(schema, place.within(schema), anything, prefer)
            except _GuessedError:
                refused += 1
                del self.changes[changed:]
                if refused < first.picks:
                    continue
                raise
            only = alone(value, schema, self.tell) if schema.others and offer is MISSING and value is not CUT else value
            if only is not CUT and only is not None:
                return only
            fallback = value if fallback is CUT else fallback
            self.values = before
            del self.changes[changed:]
        if fallback is not CUT or offer is not MISSING:
            return fallback if fallback is not CUT else offer
        return self.instead(first, anything) if self.loose and must else CUT

    def order(self, first: View, spots: Sequence[Spot]) -> Sequence[int]:
        """The branches to try, one after the other; a text that is spelt out in one stands for any text in another."""
        if first.picks > 1 and not self.all and kinds(first)[:1] == ["string"] and allowed(first, ["string"]) is None:
            for pick in range(1, first.picks):
                other = self.view(spots, pick)
                if kinds(other)[:1] == ["string"] and allowed(other, ["string"]):
                    return pick, *(one for one in range(first.picks) if one != pick)
        return range(first.picks)

    def instead(self, schema: View, anything: Any) -> Any:
        """The least wrong value, for a place where a value is required but none is possible."""
        kind = "null" if "null" in (types := kinds(schema)) else next(iter(types), "")
        return {"null": None, "array": [], "object": {}}.get(kind, anything)

    def one(self, schema: View, place: Place, anything: Any, prefer: Any) -> Any:
        if prefer is MISSING:
            self.count()
        types = kinds(schema)
        found = given(schema, types, prefer)
        value = self.filled(schema, place, anything, found, types)
        if found.lost is not MISSING and value is not CUT:
            self.change(place.name, found.lost, value, expected(schema, types))
        return value

    def change(self, name: str, before: Any, after: Any, why: str) -> None:
        if self.hidden == "readOnly":  # an answer is not sent
            self.changes.append(Change(name, before, after, why))

    def filled(self, schema: View, place: Place, anything: Any, found: Given, types: list[str]) -> Any:
        kind = types[0] if types else ""
        if found.value is not MISSING:
            self.credit(schema, found)
            if found.exact or not isinstance(found.value, dict | list):
                return found.value
            kind = "object" if isinstance(found.value, dict) else "array"
        if kind == "object":
            return self.object(schema, place, found)
        if kind == "array":
            return self.array(schema, place, found.value)
        self.guess()
        word = "" if self.all else blank(place.name)
        if kind in ("integer", "number"):
            return formats.number(schema, whole=kind == "integer")
        if kind == "":
            return word if word and anything == "string" else anything
        return formats.text(schema, word) if kind == "string" else None if kind == "null" else True

    def credit(self, schema: View, found: Given) -> None:
        """Note who gave a value: an author's example, or a tool that put something in its place."""
        if found.keyword in ("example", "examples"):
            if worth_sending(found.value, schema.first("default")):
                self.written += 1
            else:
                self.guess()

    def guess(self) -> None:
        self.guessed += 1
        if self.trying:
            raise _GuessedError

    def count(self) -> None:
        self.values += 1
        if self.values > _MANY_VALUES and not self.last:
            raise Full

    def array(self, schema: View, place: Place, example: Any) -> Any:
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
        return [numbered(one, number) if number and one in found[:number] else one for number, one in enumerate(found)]

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

    def object(self, schema: View, place: Place, example: Given) -> Any:
        offered, covered = examples(schema, example)
        whole = example.value is not MISSING and (example.member is None or example.member.level == 0)
        required, properties = schema.required(), schema.properties()
        strange = shut(schema, [*properties, *offered])
        for name in strange & offered.keys():
            self.change(name, offered[name], ABSENT, "the schema allows no member of that name")
        out = (forbidden(schema) | strange | covered) - offered.keys()
        found: dict[str, Any] = {name: None for name in offered if name not in strange} if whole else {}
        for name, spots in properties.items():
            must = name in required
            if name in out and not must:
                continue
            value = self.property(spots, place.of(name), must=must, prefer=offered.get(name, MISSING))
            if value is HIDDEN or (value is CUT and not must):
                found.pop(name, None)
                self.left_out(name, offered, value, spots)
            elif value is CUT:
                return CUT
            else:
                found[name] = value
        found |= {name: one for name, one in offered.items() if name not in properties and name not in strange}
        if not self.rest(schema, found, place, entry=example.value is MISSING):
            return CUT
        for name, word in discriminated(schema, self.tell, offered):
            if name in found or name in required or schema.mapped:
                if name in offered and offered[name] != word:
                    self.change(name, offered[name], word, "that is the name of the chosen schema")
                found[name] = word
        return found if found or self.all or example.value is not MISSING else self.least(schema, place, out)

    def left_out(self, name: str, offered: dict[str, Any], value: Any, spots: Sequence[Spot]) -> None:
        """Note that a member of an example is not sent."""
        if name in offered:
            why = f"the schema allows {' or '.join(kinds(self.view(spots)))}" if value is CUT else "it is readOnly"
            self.change(name, offered[name], ABSENT, why)

    def least(self, schema: View, place: Place, out: set[str]) -> dict[str, Any]:
        """The one property that stands for all, where none is required and no author gave any; {} if there is none."""
        offered = {name: spots for name, spots in schema.properties().items() if name not in out}
        views = {name: self.view(spots) for name, spots in offered.items()}
        for name in sorted(offered, key=lambda one: rank(one, views[one])):
            if not views[name].flag("deprecated"):
                value = self.property(offered[name], place.of(name), must=True)
                if value is not CUT and value is not HIDDEN:
                    return {name: value}
        return {}

    def property(self, spots: Sequence[Spot], place: Place, *, must: bool, prefer: Any = MISSING) -> Any:
        """The value of a property; HIDDEN if it does not travel in this direction, CUT if it is better left out."""
        full = place.level >= self.levels or (self.last and self.values > _MANY_VALUES)
        free = not must and prefer is MISSING
        if free and full:
            return CUT
        if free and not self.all:
            return self.offered(spots, place)
        return self.known(spots, place, must=must, prefer=prefer)

    def offered(self, spots: Sequence[Spot], place: Place) -> Any:
        """The value of an optional property, if its author gave all of it; else CUT."""
        key = tuple(identity(one) for one in spots)
        if key in self.dull or self.steps > _MANY_STEPS // 2:
            return CUT
        before, written, changed = self.values, self.written, len(self.changes)
        self.trying += 1
        try:
            value = self.known(spots, place, must=False)
        except _GuessedError:
            value = CUT
        finally:
            self.trying -= 1
        if value is HIDDEN or (value is not CUT and self.written > written):
            return value
        self.values, self.written = before, written
        del self.changes[changed:]
        self.dull.add(key)
        return CUT

    def known(self, spots: Sequence[Spot], place: Place, *, must: bool, prefer: Any = MISSING) -> Any:
        """The value of a property, from the cache if it is a simple one."""
        inner = spots[0].value
        if len(spots) > 1 or prefer is not MISSING or not isinstance(inner, dict) or not COMPOUND.isdisjoint(inner):
            return self.described(spots, place, must=must, prefer=prefer)
        key = (id(inner), self.hidden, must, "" if self.all else place.name)
        usual = place.level < self.deepest and self.steps < _MANY_STEPS
        if usual and key in self.leaves:
            return self.again(self.leaves[key])
        written, guessed, changed = self.written, self.guessed, len(self.changes)
        value = self.described(spots, place, must=must, prefer=prefer)
        if usual and value is not CUT and not isinstance(value, dict | list):
            counts = self.written - written, self.guessed - guessed
            self.leaves[key] = Leaf(inner, value, *counts, tuple(self.changes[changed:]))
        return value

    def again(self, leaf: Leaf) -> Any:
        """A value from the cache, counted like a new one: the cache must not change where a sample ends."""
        if leaf.value is not HIDDEN:
            self.steps += 1
            self.count()
            self.values -= leaf.value is None
        self.written += leaf.written
        self.changes += leaf.changes
        if leaf.guessed:
            self.guess()
        return leaf.value

    def described(self, spots: Sequence[Spot], place: Place, *, must: bool, prefer: Any) -> Any:
        schema = self.view(spots)
        if schema.flag(self.hidden):
            return HIDDEN
        if prefer is None and not must:
            types = kinds(schema)
            return None if not types or "null" in types else CUT
        if prefer is MISSING and not must and schema.flag("deprecated"):
            return CUT
        return self.of(schema, spots, place.deeper(), must=must, anything="string", prefer=prefer)

    def rest(self, schema: View, found: dict[str, Any], place: Place, *, entry: bool) -> bool:
        """Add members that no property describes: required names, an entry of a map, and enough for minProperties.

        Returns False if a required member is impossible.
        """
        required, properties = schema.required(), schema.properties()
        more = schema.spots("additionalProperties")
        self.add_dependents(schema, found, place)
        names = [name for name in required if name not in properties and name not in found]
        least = min(formats.count(schema, "minProperties", 0), _MANY_ITEMS)
        for name in [name for name in properties if name not in found] if len(found) + len(names) < least else []:
            enough = len(found) + len(names) >= least
            value = CUT if enough else self.property(properties[name], place.of(name), must=True)
            if value is not CUT and value is not HIDDEN:
                found[name] = value
        maps = any(isinstance(spot.value, dict) and spot.value for spot in more) or any(schema.all("patternProperties"))
        wants = least
        if entry and maps and not (found or names or properties) and place.level < max(self.levels, 1):
            wants = max(least, 1)
        most = formats.count(schema, "maxProperties", _MANY_VALUES)
        entries = keys(schema, min(wants, most) - len(found) - len(names))
        for name, spots in [(name, more) for name in names] + entries:
            must = name in required or len(found) < least
            value = self.value(spots or more, place.deeper(name if name in required else "value"), must=must)
            if value is CUT and must:
                return False
            if value is not CUT:
                found[name] = value
        few(schema, found)
        return True

    def add_dependents(self, schema: View, found: dict[str, Any], place: Place) -> None:
        """Add the properties that members which are there require."""
        properties = schema.properties()
        for name in (names := list(dependents(schema, found))):
            value = self.property(properties[name], place.of(name), must=True) if name in properties else CUT
            if value is not CUT and value is not HIDDEN and name not in found:
                found[name] = value
                names += dependents(schema, found)
