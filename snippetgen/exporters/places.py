"""A YAML or JSON document as values with their places in its text, so that it can be edited in place."""

from __future__ import annotations

import json
import re
from functools import cached_property
from typing import Any, Literal, NamedTuple

from snippetgen.data.yamllenient import compose_lenient, shared_nodes

Kind = Literal["map", "list", "scalar", "alias"]


class Entry(NamedTuple):
    """A key, the offset of its first character, and its value."""

    key: str
    at: int
    value: Place


class Place:
    """A value of a document; the offsets are characters of its text.

    Attributes:
        start: the offset of its first character.
        end: the offset after it; after a value in block style, that of the next line.
        is_flow: whether it is in brackets (as all of JSON), or a scalar outside of block style.
        value: the value of a scalar.
        is_shared: whether an alias repeats it, so that an edit would change another place, too.
        entries: the entries of a map.
        items: the elements of a list.
    """

    value: Any = None
    end: int
    is_shared = False

    def __init__(self, text: str, start: int, kind: Kind, *, is_flow: bool) -> None:
        self.text, self.start, self.kind, self.is_flow = text, start, kind, is_flow

    @cached_property
    def entries(self) -> list[Entry]:
        return []

    @cached_property
    def items(self) -> list[Place]:
        return []

    @property
    def line(self) -> int:
        """The line of its first character, counted from 1."""
        return line_of(self.text, self.start)

    def get(self, key: str) -> Place | None:
        return next((one.value for one in self.entries if one.key == key), None)


def root(text: str, file: str) -> Place | None:
    """The value of a whole document; None if the document is empty.

    Raises:
        SpecError: the text is neither JSON nor YAML.
    """
    start = _skip(text, 0)
    if is_json(text):
        return _json_place(text, start)
    node = compose_lenient(text, file)
    return _YamlPlace(text, node, 0, shared_nodes(node)) if node else None


def is_json(text: str) -> bool:
    """Whether a text is JSON, rather than YAML that begins like it."""
    if text.lstrip()[:1] not in ("{", "["):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def line_of(text: str, at: int) -> int:
    """The line of a character, counted from 1."""
    return text.count("\n", 0, at) + 1


def next_line(text: str, at: int) -> int:
    """The offset of the line after the one that contains `at`; the end of the text if that line is the last."""
    found = text.find("\n", at)
    return found + 1 if found >= 0 else len(text)


# -- JSON --------------------------------------------------------------------------------------------------------------

_DECODER = json.JSONDecoder(strict=False)
_SPACE = re.compile(r"[ \t\r\n]*")


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _json_place(text: str, start: int) -> Place:
    kinds: dict[str, Kind] = {"{": "map", "[": "list"}
    return _JsonPlace(text, start, kinds.get(text[start], "scalar"), is_flow=True)


class _JsonPlace(Place):
    """A place in JSON; the places within it are looked for on demand, because most of a document is never used."""

    @cached_property
    def _decoded(self) -> tuple[Any, int]:
        found: tuple[Any, int] = _DECODER.raw_decode(self.text, self.start)
        return found

    @cached_property
    def end(self) -> int:  # type: ignore[override]
        return self._decoded[1]

    @cached_property
    def value(self) -> Any:
        return self._decoded[0]

    @cached_property
    def entries(self) -> list[Entry]:
        found, at = [], _skip(self.text, self.start + 1)
        while self.kind == "map" and self.text[at] != "}":
            key, colon = _DECODER.raw_decode(self.text, at)
            value = _json_place(self.text, _skip(self.text, _skip(self.text, colon) + 1))
            found.append(Entry(key, at, value))
            at = self._after(value.end)
        return found

    @cached_property
    def items(self) -> list[Place]:
        found, at = [], _skip(self.text, self.start + 1)
        while self.kind == "list" and self.text[at] != "]":
            found.append(_json_place(self.text, at))
            at = self._after(found[-1].end)
        return found

    def _after(self, end: int) -> int:
        """The offset of the next element, or of the closing bracket."""
        at = _skip(self.text, end)
        return _skip(self.text, at + 1) if self.text[at] == "," else at


# -- YAML --------------------------------------------------------------------------------------------------------------


class _YamlPlace(Place):
    def __init__(self, text: str, node: Any, after: int, shared: set[int]) -> None:
        """The place of a node; a node that begins before `after` (the offset of its key or list) is an alias.

        Args:
            shared: the ids of the nodes that aliases repeat.
        """
        self.node, self.shared, self.is_shared = node, shared, id(node) in shared
        kinds: dict[str, Kind] = {"mapping": "map", "sequence": "list"}
        kind = kinds.get(self.node.id, "scalar")
        flow = bool(self.node.flow_style) if kind != "scalar" else self.node.style not in ("|", ">")
        super().__init__(text, node.start_mark.index, kind, is_flow=flow)
        self.value = node.value if kind == "scalar" else None
        if node.start_mark.index < after:
            self.kind = "alias"

    @cached_property
    def entries(self) -> list[Entry]:
        if self.kind != "map":
            return []
        return [
            Entry(key.value, key.start_mark.index, _YamlPlace(self.text, value, key.end_mark.index, self.shared))
            for key, value in self.node.value
            if key.id == "scalar" and key.start_mark.index >= self.start
        ]

    @cached_property
    def items(self) -> list[Place]:
        if self.kind != "list":
            return []
        return [_YamlPlace(self.text, item, self.start, self.shared) for item in self.node.value]

    @cached_property
    def end(self) -> int:  # type: ignore[override]
        stop: int = self.node.end_mark.index
        if self.kind == "scalar" and self.is_flow:
            return stop
        if self.kind == "scalar":
            return self._block_scalar_end(stop)
        return stop if self.is_flow else self._block_end(stop)

    def _block_scalar_end(self, stop: int) -> int:
        """The end of a block scalar: blank lines after the text belong to it only if its header says so (``|+``)."""
        header = self.text[self.start : next_line(self.text, self.start)].partition("#")[0]
        if "+" in header:
            return stop
        return next_line(self.text, self.start + len(self.text[self.start : stop].rstrip()))

    def _block_end(self, stop: int) -> int:
        """The end of a block: after its last value, and before comments and blank lines if that value is an alias."""
        last = [*self.items, *(one.value for one in self.entries)][-1:]
        for one in last:
            if one.kind != "alias":
                return next_line(self.text, one.end) if one.is_flow else one.end
        lines = self.text[self.start : stop].split("\n")
        while len(lines) > 1 and re.fullmatch(r"\s*(?:#.*)?", lines[-1]):
            lines.pop()
        return next_line(self.text, self.start + len("\n".join(lines)))
