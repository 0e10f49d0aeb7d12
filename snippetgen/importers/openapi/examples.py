"""Examples, from every place where a description may have them, else a sample of the schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

from snippetgen.importers.openapi.document import RefError
from snippetgen.importers.openapi.operation import elements, items
from snippetgen.importers.openapi.samples.places import ABSENT, Change
from snippetgen.importers.openapi.samples.sample import sample

if TYPE_CHECKING:
    from snippetgen.importers.openapi.document import Document
    from snippetgen.importers.openapi.operation import Data, Operation

_VALUES = ("value", "dataValue", "serializedValue")
"""The keys of an Example Object under which its value may be; the latter two since OpenAPI 3.2."""


def written(operation: Operation, holder: Data, document: Document, *steps: str | int) -> dict[str, Any]:
    """The examples that an author wrote beside a schema, by name; the one of ``example`` is called "".

    Args:
        holder: a Parameter Object or a Media Type Object.
        steps: its path within the operation, for notes.
    """
    found: dict[str, Any] = {"": _meant(holder["example"], document)} if "example" in holder else {}
    examples, document = operation.opened(holder.get("examples"), document, *steps, "examples")
    for name, one in items(examples) if isinstance(examples, dict) else enumerate(elements(examples)):
        if not isinstance(one, dict):
            found[str(name)] = one
            continue
        spot = operation.follow(one, document, *steps, "examples", name)
        if spot is None:
            continue
        key = next((key for key in _VALUES if key in spot.value), None)
        if key:
            found[str(name)] = _meant(spot.value[key], spot.document)
        elif "externalValue" in spot.value:
            operation.note(
                "externalValue is not fetched; the example is left out", *steps, "examples", name
            )
        else:
            found[str(name)] = one
    return found


def _meant(value: Any, document: Document) -> Any:
    """An example; what it leads to, if it is nothing but a ``$ref`` that leads somewhere."""
    if isinstance(value, dict) and list(value) == ["$ref"]:
        try:
            found = document.follow(value).value
        except RefError:
            return value
        return found["value"] if isinstance(found, dict) and set(found) <= _EXAMPLE and "value" in found else found
    return value


_EXAMPLE = {"summary", "description", "value"}
"""The keys of an Example Object (OpenAPI 3.1)."""


def sampled(
    operation: Operation,
    schema: Any,
    document: Document,
    *steps: str | int,
    response: bool = False,
    anything: Any = None,
    name: str = "",
    members: str = "",
) -> Any:
    """A sample of a schema, with the members that the user wants; `anything` if the schema allows any value.

    Args:
        response: whether it is an answer, which has all members.
        name: the value's name, which stands in for a text without any example.
        members: which members are wanted, if that is not as the user wants bodies.
    """
    members = "all" if response else members or operation.options.members
    value, problems, changes = _made(schema, document, members, name, response=response)
    for text in problems:
        operation.note(text, *steps, "schema")
    tell(operation, changes, *steps)
    return anything if value is _NOTHING else value


def tell(operation: Operation, changes: list[Change], *steps: str | int) -> None:
    """A note for each change of an example in a schema."""
    for name, before, after, why in changes:
        place = (*steps, "schema", name) if name else (*steps, "schema")
        if after is ABSENT and before is None:
            operation.note(f"null is left out: {why}", *place)
        elif after is ABSENT:
            operation.dropped(before, why, *place)
        else:
            operation.changed(before, after, why, *place)


_NOTHING: Any = object()

class _Made(NamedTuple):
    value: Any
    problems: list[str]
    changes: list[Change]


_SAMPLES: WeakKeyDictionary[Document, dict[tuple[str, bool, str, str], _Made]] = WeakKeyDictionary()
"""Document -> (reference, response, members, name) -> what was made of that named schema.

Operations often share schemas: this cache halves the time.
"""


def _made(schema: Any, document: Document, members: str, name: str, *, response: bool) -> _Made:
    """A sample of a schema, the problems with references in it, and the changes of examples."""
    ref = schema.get("$ref") if isinstance(schema, dict) and len(schema) == 1 else None
    known = _SAMPLES.setdefault(document, {}) if isinstance(ref, str) else {}
    key = (str(ref), response, members, name)
    if key not in known:
        problems: list[str] = []
        changes: list[Change] = []
        known[key] = _Made(
            sample(
                schema,
                document,
                response=response,
                members=members,
                problems=problems,
                changes=changes,
                anything=_NOTHING,
                name=name,
            ),
            problems,
            changes,
        )
    return known[key]._replace(value=_copied(known[key].value))


def _copied(value: Any) -> Any:
    """A deep copy of plain data, which the caller may change."""
    if isinstance(value, dict):
        return {name: _copied(one) for name, one in value.items()}
    return [_copied(one) for one in value] if isinstance(value, list) else value
