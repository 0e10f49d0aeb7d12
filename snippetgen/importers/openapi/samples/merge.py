"""Schemas that must all hold -> one view of them, in which a sampler can look things up.

``$ref`` is followed, ``allOf`` joined, and of each ``oneOf`` and ``anyOf`` one branch is picked. Nothing is copied and
nothing is built up in advance: a view is the list of the schemas that take part, and each question walks that list.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from snippetgen.importers.openapi.document import Document, RefError, Spot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_MANY_MEMBERS = 500
"""How many schemas one view may join; real ones join 30 at most."""

_MANY_BRANCHES = 30
"""How many branches of a choice are tried, and told from one another."""


class Member(NamedTuple):
    """A schema that takes part in a view.

    Attributes:
        document: the document that contains it: its references are relative to that document.
        level: how many ``allOf``, ``oneOf`` and ``$ref`` lead to it; titles and examples come from the outermost.
        branch: whether it is a branch of a ``oneOf`` or ``anyOf``.
    """

    schema: dict[str, Any]
    document: Document
    level: int
    branch: bool


@dataclass(frozen=True, slots=True)
class View:
    """Several schemas that a value must all satisfy, seen as one schema.

    Attributes:
        members: the schemas, in the order in which their properties are shown: a base schema before its extension.
        refs: the references that were followed, outermost first.
        named: the identities of the schemas that the references led to: only these can recur below themselves.
        others: the branches of a ``oneOf`` that were not picked.
        picks: how many branches there were to choose from.
        mapped: the reference of the branch that was picked, or of the schema itself; a discriminator maps it to a name.
        never: whether no value is valid (a schema ``false``).
    """

    members: tuple[Member, ...]
    outer: tuple[Member, ...]
    refs: tuple[str, ...]
    named: frozenset[int]
    others: tuple[Spot, ...]
    picks: int
    mapped: str
    never: bool

    def all(self, key: str) -> Iterator[Any]:
        """The members' values of a keyword, the outermost first."""
        for member in self.outer:
            if key in member.schema:
                yield member.schema[key]

    def first(self, key: str, kind: type | tuple[type, ...] = object) -> Any:
        """The outermost member's value of a keyword that is an instance of `kind`; None if there is none."""
        return next((value for value in self.all(key) if isinstance(value, kind)), None)

    def flag(self, key: str) -> bool:
        return any(value is True for value in self.all(key))

    def spots(self, key: str) -> list[Spot]:
        """The schemas under a keyword such as ``items``, one of each member that has it."""
        return [
            Spot(member.schema[key], member.document)
            for member in self.members
            if isinstance(member.schema.get(key), dict | bool)
        ]

    def properties(self) -> dict[str, list[Spot]]:
        """Name -> the schemas of that property."""
        found: dict[str, list[Spot]] = {}
        for member in self.members:
            inner, document = _properties(member)
            if isinstance(inner, dict):
                for name, schema in inner.items():
                    found.setdefault(name, []).append(Spot(schema, document))
        return found

    def required(self) -> dict[str, None]:
        """The names of the required properties, in order (the keys of the map)."""
        found: dict[str, None] = {}
        for member in self.members:
            names = member.schema.get("required")
            if isinstance(names, list):
                found.update(dict.fromkeys(name for name in names if isinstance(name, str)))
        return found


def _properties(member: Member) -> Spot:
    """The properties of a schema; in some documents the whole map is a reference."""
    inner = member.schema.get("properties")
    if isinstance(inner, dict) and isinstance(inner.get("$ref"), str):
        try:
            return member.document.follow(inner)
        except RefError:
            return Spot(None, member.document)
    return Spot(inner, member.document)


_JOINS = frozenset(("$ref", "$dynamicRef", "allOf", "oneOf", "anyOf", "discriminator"))


def view(spots: Sequence[Spot], report: Callable[[str], None], pick: int = 0) -> View:
    """The schemas at some spots as one view.

    Args:
        report: is called with a text for each broken reference, which then allows any value.
        pick: which branch of the first ``oneOf`` or ``anyOf`` is taken: 0 is the one that a reader wants to see.
    """
    if len(spots) == 1 and isinstance(spots[0].value, dict) and _JOINS.isdisjoint(spots[0].value):
        members = (Member(*spots[0], 0, branch=False),)
        return View(members, members, (), frozenset(), (), 1, "", never=False)
    return _Joiner(report, pick).join(spots)


class _Joiner:
    """Joins schemas into a view, with a list instead of recursion: chains of references may be thousands long."""

    def __init__(self, report: Callable[[str], None], pick: int) -> None:
        self.report, self.pick = report, pick
        self.members: list[Member] = []
        self.refs: list[str] = []
        self.named: set[int] = set()
        self.seen: set[int] = set()
        self.others: list[Spot] = []
        self.todo: list[tuple[Spot, int, bool] | Member] = []
        self.picks, self.mapped, self.never = 1, "", False

    def join(self, spots: Sequence[Spot]) -> View:
        self.todo += [(spot, 0, False) for spot in reversed(spots)]
        while self.todo:
            step = self.todo.pop()
            if isinstance(step, Member):
                self.members.append(step)
            elif len(self.seen) < _MANY_MEMBERS:
                self.enter(*step)
        members = tuple(self.members)
        outer = members if len(members) == 1 else tuple(sorted(members, key=lambda member: member.level))
        refs, named, others = tuple(self.refs), frozenset(self.named), tuple(self.others)
        return View(members, outer, refs, named, others, self.picks, self.mapped, self.never)

    def enter(self, spot: Spot, level: int, branch: bool) -> None:
        """Put a schema on the list, after its base schemas and before its branches."""
        schema, document = spot
        if schema is False:
            self.never = True
        if not isinstance(schema, dict) or id(schema) in self.seen:
            return
        self.seen.add(id(schema))
        for key in ("anyOf", "oneOf"):
            options = schema.get(key)
            if isinstance(options, list) and options:
                self.branch(key, Spot(schema, document), level)
        if "discriminator" in schema and "oneOf" not in schema and "anyOf" not in schema:
            self.subtype(schema, document, level)
        self.todo.append(Member(schema, document, level, branch))
        parts = schema.get("allOf")
        if isinstance(parts, list):
            self.todo += [(Spot(part, document), level + 1, branch) for part in reversed(parts)]
        ref = schema.get("$ref", schema.get("$dynamicRef"))
        if isinstance(ref, str):
            self.follow(ref, document, level, branch)

    def follow(self, ref: str, document: Document, level: int, branch: bool) -> None:
        try:
            target = document.target(ref)
        except RefError as error:
            self.report(str(error))
            return
        self.refs.append(ref)
        self.named.add(id(target.value))
        self.todo.append((target, level + 1, branch))

    def branch(self, key: str, spot: Spot, level: int) -> None:
        """Enter one branch of a choice: the first that is not null, and does not contradict the schema around it."""
        schema, document = spot
        options = [Spot(option, document) for option in schema[key]]
        options.sort(key=lambda option: self.unlikely(option, schema))
        if any(map(self.followed, options)):
            return  # a subtype that is built upon its parent, and is one of the parent's branches
        chosen = options[0]
        if self.picks == 1 and len(options) > 1:
            self.picks = min(len(options), _MANY_BRANCHES)
            chosen = options[self.pick % len(options)]
        if key == "oneOf":
            self.others += [option for option in options[:_MANY_BRANCHES] if option is not chosen]
        if "discriminator" in schema and isinstance(chosen.value, dict):
            self.mapped = str(chosen.value.get("$ref", ""))
        self.todo.append((chosen, level + 1, True))

    def followed(self, option: Spot) -> bool:
        return isinstance(option.value, dict) and option.value.get("$ref") in self.refs

    def unlikely(self, option: Spot, parent: dict[str, Any]) -> int:
        try:
            value = option.document.follow(option.value).value
        except RefError:
            return 2
        if not isinstance(value, dict):
            return 2 if value is False else 1
        kind, enum = value.get("type"), value.get("enum")
        if kind in ("null", ["null"]) or enum == [None] or ("const" in value and value["const"] is None):
            return 3
        wanted = parent.get("type")
        return 2 if isinstance(wanted, str) and isinstance(kind, str) and wanted != kind else 0

    def subtype(self, schema: dict[str, Any], document: Document, level: int) -> None:
        """Enter the first subtype in place of its parent, if only a discriminator's mapping names the subtypes."""
        discriminator = schema["discriminator"]
        mapping = discriminator.get("mapping") if isinstance(discriminator, dict) else None
        if not isinstance(mapping, dict):
            return
        targets = [target for target in mapping.values() if isinstance(target, str)]
        names = {*self.refs, *(ref.rpartition("/")[2] for ref in self.refs)}
        if targets and names.isdisjoint(targets):
            self.mapped = reference(targets[0])
            self.todo.append((Spot({"$ref": self.mapped}, document), level + 1, True))


def reference(target: str) -> str:
    """A target of a discriminator's mapping as a ``$ref``: it may also be the name of a component alone.

    https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
    """
    return target if any(char in target for char in "#/.") else f"#/components/schemas/{target}"
