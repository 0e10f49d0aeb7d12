"""One operation of a description: what is said of it there, and the notes that its import leaves."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from snippetgen.importers.model import Note, Options
from snippetgen.importers.openapi.document import RefError, Spot, pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.importers.openapi.document import Document

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation as OpenAPI 3 would write it, Swagger 2.0 having been put into its words.

    Attributes:
        root: the document that was opened: servers, security and components stand there.
        document: the one that the path item stands in.
        path: as written, such as ``/pets/{id}``.
        item: the path item around it.
        data: the operation itself.
        place: its JSON pointer.
        notes: collected while it is imported.
    """

    root: Document
    document: Document
    path: str
    method: str
    item: Data
    data: Data
    place: str
    options: Options
    notes: list[Note] = field(default_factory=list)

    def note(self, text: str, *steps: str | int) -> None:
        note = Note(self.place + pointer(*steps), text)
        if note not in self.notes:
            self.notes.append(note)

    def follow(self, value: Any, document: Document | None = None, *steps: str | int) -> Spot | None:
        """What a value stands for as a map; None, and a note, where a reference leads nowhere or no map is there."""
        try:
            spot = (document or self.document).follow(value)
        except RefError as error:
            self.note(f"{error}; left out", *steps)
            return None
        if isinstance(spot.value, dict):
            return spot
        if spot.value is not None:
            self.note("is no map; left out", *steps)
        return None

    def root_value(self, *steps: str) -> Any:
        """What stands at a path of the whole description; None where nothing does."""
        value: Any = self.root.data
        for step in steps:
            value = value.get(step) if isinstance(value, dict) else None
        return value


def items(value: Any) -> Iterator[tuple[str, Any]]:
    """The members of a map; nothing of anything else."""
    if isinstance(value, dict):
        yield from value.items()


def elements(value: Any) -> list[Any]:
    """The elements of a list; nothing of anything else."""
    return value if isinstance(value, list) else []


def words(value: Any) -> str:
    """A text, stripped; nothing of anything else."""
    return value.strip() if isinstance(value, str) else ""
