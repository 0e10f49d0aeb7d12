"""One operation of a description, and the notes that its import leaves."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from snippetgen.importers.notes import Notes
from snippetgen.importers.openapi.document import RefError, Spot, pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.importers.model import Options
    from snippetgen.importers.openapi.document import Document

Data = dict[str, Any]
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation in the words of OpenAPI 3; Swagger 2.0 has already been translated.

    Attributes:
        root: the document that was opened: it has the servers, security and components.
        document: the document that contains the Operation Object.
        around: the document that contains the path item.
        path: the path as written, such as ``/pets/{id}``.
        item: the Path Item Object around the operation.
        data: the Operation Object itself.
        place: the JSON pointer of the operation.
        notes: the notes, collected during the import.
    """

    root: Document
    document: Document
    around: Document
    path: str
    method: str
    item: Data
    data: Data
    place: str
    options: Options
    notes: Notes = field(default_factory=Notes)

    def note(self, text: str, *steps: str | int) -> None:
        self.notes.add(self.place + pointer(*steps), text)

    def changed(self, before: Any, after: _T, why: str, *steps: str | int) -> _T:
        """The value `after`, which is sent in place of `before`, and a note if they differ (see `Notes.changed`)."""
        return self.notes.changed(self.place + pointer(*steps), before, after, why)

    def dropped(self, value: Any, why: str, *steps: str | int) -> None:
        """Tell that a value of the description is not sent (see `Notes.dropped`)."""
        self.notes.dropped(self.place + pointer(*steps), value, why)

    def opened(self, value: Any, document: Document | None = None, *steps: str | int) -> Spot:
        """The value itself, or what its ``$ref`` leads to, of any kind; None, and a note, if the reference is broken.

        Real documents refer to lists and maps, too, where OpenAPI has no Reference Object.
        """
        try:
            return (document or self.document).follow(value)
        except RefError as error:
            self.note(f"{error}; left out", *steps)
            return Spot(None, document or self.document)

    def follow(self, value: Any, document: Document | None = None, *steps: str | int) -> Spot | None:
        """The map that a value is, or refers to; None, and a note, if it is not a map or the reference is broken."""
        spot = self.opened(value, document, *steps)
        if isinstance(spot.value, dict):
            return spot
        if spot.value is not None:
            self.note("is not a map; left out", *steps)
        return None

    def root_value(self, *steps: str) -> Any:
        """The value at a path of the opened document; None if there is none."""
        value: Any = self.root.data
        for step in steps:
            value = value.get(step) if isinstance(value, dict) else None
        return value


def items(value: Any) -> Iterator[tuple[str, Any]]:
    """The members of a map; no members if the value is not a map."""
    if isinstance(value, dict):
        yield from value.items()


def elements(value: Any) -> list[Any]:
    """The elements of a list; no elements if the value is not a list."""
    return value if isinstance(value, list) else []


def words(value: Any) -> str:
    """A text, stripped; empty if the value is not a text."""
    return value.strip() if isinstance(value, str) else ""
