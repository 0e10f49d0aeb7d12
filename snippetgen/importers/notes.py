"""What an import tells its user: every value that it changes, moves or leaves out, with the reason.

The rule of all importers: a value of the source is sent as it stands, or is hidden as a secret, or a note names it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from snippetgen.data.jsontext import dumps

if TYPE_CHECKING:
    from collections.abc import Iterable

_T = TypeVar("_T")

LONGEST = 60
"""How much of a value a note shows, in characters."""


class Note(NamedTuple):
    """A remark about something that an import changed or could not keep.

    Attributes:
        place: its place in the source: a JSON pointer (RFC 6901), a curl option, an entry's number; may be empty.
        text: the remark, and what the importer did about it.
    """

    place: str
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {self.text}" if self.place else self.text


class Notes(list[Note]):
    """The notes on one endpoint, each of them once.

    An importer changes a value by `changed`, and leaves one out by `dropped`: neither can be called without a reason.
    """

    def add(self, place: str, text: str) -> None:
        """A remark that is about no change of a value."""
        note = Note(place, text)
        if note not in self:
            self.append(note)

    def changed(self, place: str, before: Any, after: _T, why: str) -> _T:
        """The value `after`, which is sent in place of `before`; no note if they are the same.

        Raises:
            ValueError: there is no reason.
        """
        _demand(why)
        if not _same(before, after):
            self.add(place, f"{shown(before)} is sent as {shown(after)}: {why}")
        return after

    def dropped(self, place: str, value: Any, why: str) -> None:
        """Tell that a value is not sent; None stands for one that need not be shown, because its place tells enough.

        Raises:
            ValueError: there is no reason.
        """
        _demand(why)
        self.add(place, f"left out: {why}" if value is None else f"{shown(value)} is left out: {why}")


def _demand(why: str) -> None:
    if not why.strip():
        raise ValueError("a value of an author is never changed without a reason")


def _same(before: Any, after: Any) -> bool:
    return type(before) is type(after) and dumps(before) == dumps(after)


def shown(value: Any) -> str:
    """A value as a note shows it, on one line: JSON, cut after `LONGEST` characters."""
    text = dumps(value)
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


_NAMED = 3
"""How many endpoints are named where many share a note."""

_PLACES = 12
"""How many places are named there, which say what is meant."""


def gathered(told: Iterable[tuple[str, Note]]) -> list[str]:
    """Notes as lines for people: a remark that several endpoints share is one line with their number.

    Args:
        told: the endpoint's label (empty if there is only one endpoint) and the note, for each note.
    """
    groups: dict[str, list[tuple[str, Note]]] = {}
    for label, note in told:
        groups.setdefault(note.text, []).append((label, note))
    return [_line(text, group) for text, group in groups.items()]


def _line(text: str, group: list[tuple[str, Note]]) -> str:
    labels = list(dict.fromkeys(label for label, _ in group))
    places = list(dict.fromkeys(note.place for _, note in group if note.place))
    if len(labels) == 1:
        return ": ".join(filter(None, (labels[0], ", ".join(places), text)))
    named = _shortened(labels)
    place = f"{places[0]}: " if len(places) == 1 else _few(places)
    return f"{place}{text} ({len(labels)} operations: {named})"


def _few(places: list[str]) -> str:
    """The first few places, before a remark; none if they are pointers into a document, which say little together."""
    return "" if any(one.startswith("/") for one in places) or not places else f"{_shortened(places, _PLACES)}: "


def _shortened(names: list[str], most: int = _NAMED) -> str:
    return ", ".join(names[:most]) + (", …" if len(names) > most else "")
