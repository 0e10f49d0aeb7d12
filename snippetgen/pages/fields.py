"""The fields of a JSON answer: what the author described, and what the example shows of the rest."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from snippetgen.data import jsontext, paths
from snippetgen.data.jsontext import dumps
from snippetgen.data.number import Number
from snippetgen.pages import display
from snippetgen.spec import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from snippetgen.data.paths import Step


class Kind(NamedTuple):
    """A type.

    Attributes:
        word: string, integer, number, boolean, object, array or null.
        of: what an array holds; empty where that is unknown, or differs.
    """

    word: str
    of: str = ""


class Field(NamedTuple):
    """One row of the table.

    Attributes:
        name: a path such as ``choices[].message.content``.
        depth: how many steps lie around it.
        kinds: what its value may be, in the order of the example; empty where nothing is known.
        example: a value of the example, shortened; empty where its parts are shown in its place, or there is none.
        description: of the author.
    """

    name: str
    depth: int
    kinds: tuple[Kind, ...]
    example: str = ""
    description: str = ""


_DEEP = 60
"""Levels up to which the parts of a value are looked at."""


@dataclass(slots=True)
class _Node:
    """All the values that the example has at one path.

    Attributes:
        values: of the example.
        parts: step -> what lies there; `paths.EACH` stands for the elements of a list.
        said: what the author said of it; None where they said nothing.
    """

    values: list[Any] = field(default_factory=list)
    parts: dict[Step, _Node] = field(default_factory=dict)
    said: Mapping[str, Any] | None = None


def fields(example: str, described: Iterable[Mapping[str, Any]], locale: str = "en") -> list[Field]:
    """The rows of an answer, in the order of its example; what only the author knows of stands beside its neighbours.

    Args:
        example: the body as text; one that is no JSON shows nothing.
        described: `Response.fields` of a spec.
    """
    root = _Node()
    try:
        _take(root, jsontext.parse_exact(example), 0)
    except ValueError:
        root = _Node()
    for one in described:
        node, steps = root, paths.parse(one["name"])
        for step in steps[: _DEEP + 1]:
            node = node.parts.setdefault(paths.EACH if isinstance(step, int) else step, _Node())
        node.said = one
    return list(_rows(root, (), locale))


def _take(node: _Node, value: Any, depth: int) -> None:
    """Add a value and its parts to what is known of a path."""
    node.values.append(value)
    if depth >= _DEEP:
        return
    if isinstance(value, dict):
        for key, inner in value.items():
            _take(node.parts.setdefault(key, _Node()), inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            _take(node.parts.setdefault(paths.EACH, _Node()), inner, depth + 1)


def _rows(node: _Node, steps: tuple[Step, ...], locale: str) -> Iterator[Field]:
    if steps and (steps[-1] != paths.EACH or _needs_a_row(node, len(steps))):
        yield Field(paths.written(*steps), len(steps) - 1, _kinds(node), _example(node), _description(node, locale))
    for step, inner in node.parts.items():
        yield from _rows(inner, (*steps, step), locale)


def _needs_a_row(element: _Node, depth: int) -> bool:
    """Whether the elements of a list need a row beside that of the list, which says already what they are."""
    kinds = _inferred(element)
    return element.said is not None or len(kinds) != 1 or kinds[0].word == "array" or depth == 1


def _description(node: _Node, locale: str) -> str:
    words = (node.said or {}).get("description", "")
    return Words({"": words} if isinstance(words, str) else words).text(locale)


def _kinds(node: _Node) -> tuple[Kind, ...]:
    """What the author says it is, else what the example has there."""
    inferred = _inferred(node)
    said = (node.said or {}).get("type")
    if not said:
        return inferred
    return next(((one,) for one in inferred if one.word == said), (Kind(said, _held(node) if said == "array" else ""),))


def _inferred(node: _Node) -> tuple[Kind, ...]:
    words = list(dict.fromkeys(map(_word, node.values)))
    if "number" in words and "integer" in words:
        words.remove("integer")
    if not words and node.parts:  # only the author speaks of its parts
        words = ["array" if paths.EACH in node.parts else "object"]
    words.sort(key=lambda word: word == "null")
    return tuple(Kind(word, _held(node) if word == "array" else "") for word in words)


def _held(node: _Node) -> str:
    """What a list holds, where all its elements are of one type."""
    element = node.parts.get(paths.EACH)
    kinds = _kinds(element) if element else ()
    return kinds[0].word if len(kinds) == 1 else ""


def _word(value: Any) -> str:
    if isinstance(value, Number):
        return "number" if set(value.text) & set(".eE") else "integer"
    kinds = ((bool, "boolean"), (str, "string"), (dict, "object"), (list, "array"))
    return next((word for kind, word in kinds if isinstance(value, kind)), "null")


def _example(node: _Node) -> str:
    """The first value that says something; of what has parts only where these are plain values of a list."""
    for value in node.values:
        if isinstance(value, dict) and value:
            continue
        if isinstance(value, list) and any(isinstance(one, dict | list) for one in value):
            continue
        if value is not None or set(map(_word, node.values)) == {"null"}:
            return _shortened(value)
    return ""


def _shortened(value: Any) -> str:
    """A value as a table shows it; of a long list its first elements."""
    text = display.value(value)
    if not isinstance(value, list) or len(text) <= display.LONG:
        return display.short(text)
    kept: list[str] = []
    for one in map(dumps, value):
        if len(", ".join([*kept, one])) > display.LONG:
            break
        kept.append(one)
    return "[" + ", ".join([*(kept or [display.short(dumps(value[0]))]), "…"]) + "]"
