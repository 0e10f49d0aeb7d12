"""A schema of OpenAPI 2.0 to 3.2 -> a realistic and valid value."""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

from snippetgen.importers.openapi.document import Document, Spot
from snippetgen.importers.openapi.samples.given import MISSING
from snippetgen.importers.openapi.samples.places import CUT, HIDDEN, Change, Leaves, Place
from snippetgen.importers.openapi.samples.sampler import Full, Sampler

_LEVELS = (12, 6, 4, 3, 2, 1)
"""How many levels of optional properties are shown; the next number is tried if there are too many values."""

_LEAVES: WeakKeyDictionary[Document, Leaves] = WeakKeyDictionary()
"""Document -> (identity of a schema, what is hidden, must, name) -> simple property; the name is empty where all
members are wanted. This cache makes large documents four times quicker."""


def sample(
    schema: Any,
    document: Document,
    *,
    response: bool = False,
    members: str = "all",
    problems: list[str] | None = None,
    changes: list[Change] | None = None,
    anything: Any = None,
    name: str = "",
) -> Any:
    """A value for a schema: deterministic, and some value even for a broken schema.

    A sample holds at most 200 values in 12 levels (one in a hundred of 6,245 real request bodies would hold
    more). Instead of a larger one, it shows fewer levels of optional properties, so that they are left out everywhere.

    Args:
        document: the document that contains the schema: references in it are relative to that document.
        response: whether the server sends it: then it has readOnly properties and no writeOnly ones, else vice versa.
        members: all; or required: the required properties, and at least one of an object that has any; or usual: also
            each optional property whose value its author gave throughout, by examples that are `worth_sending`.
        problems: a list that gets a text for each broken reference.
        changes: a list that gets what was changed of examples that authors gave, if the value is sent.
        anything: the value for a schema that allows any value.
        name: the value's name; unless all members are wanted, a text without any example is made of it: YOUR_NAME.
    """
    report = dict[str, None]()
    spots = [Spot(schema, document)]
    value, leaves = CUT, _LEAVES.setdefault(document, {})
    for loose in (False, True):
        for levels in (0,) if members == "required" else _LEVELS:
            sampler = Sampler(leaves, report, levels, response=response, loose=loose, members=members)
            try:
                value = sampler.root(spots, name)
            except Full:
                continue
            break
        if value is not CUT:
            break
    if problems is not None:
        problems += report
    if changes is not None and value is not CUT:
        changes += sampler.changes
    return anything if value is CUT or value is MISSING else value


def given_by_author(
    schema: Any, document: Document, *, response: bool = False, changes: list[Change] | None = None
) -> Any:
    """The value of something optional if its author gave all of it, as for a property; MISSING if not.

    Args:
        changes: as for `sample`.
    """
    sampler = Sampler({}, {}, _LEVELS[1], response=response, loose=False, members="usual")
    try:
        value = sampler.offered([Spot(schema, document)], Place(frozenset(), 0))
    except Full:
        return MISSING
    if value is CUT or value is HIDDEN:
        return MISSING
    if changes is not None:
        changes += sampler.changes
    return value
