"""The fields of a JSON answer: those that the author described, and the other ones in the example."""

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
    """The type of a field.

    Attributes:
        word: string, integer, number, boolean, object, array or null.
        of: the type of an array's elements; empty if it is unknown, or differs among them.
    """

    word: str
    of: str = ""


class Field(NamedTuple):
    """One row of a table of fields.

    Attributes:
        name: a path such as ``choices[].message.content``.
        depth: the number of fields around it.
        kinds: the types of its value, in the order of the example; empty if they are unknown.
        example: a value from the example, shortened; empty if its parts are shown instead, or there is none.
        description: the author's description.
    """

    name: str
    depth: int
    kinds: tuple[Kind, ...]
    example: str = ""
    description: str = ""


_DEEP = 60
"""How many levels of a nested value are shown as fields."""


@dataclass(slots=True)
class _Node:
    """All values that the example has at one path.

    Attributes:
        values: the values, in the order of the example.
        parts: step -> node below it; `paths.EACH` stands for the elements of a list.
        said: the author's description of the field (an entry of ``fields``); None if there is none.
    """

    values: list[Any] = field(default_factory=list)
    parts: dict[Step, _Node] = field(default_factory=dict)
    said: Mapping[str, Any] | None = None


def fields(example: str, described: Iterable[Mapping[str, Any]], locale: str = "en") -> list[Field]:
    """The rows of an answer, in the order of its example; fields without an example are next to their siblings.

    Args:
        example: the body as text; ignored if it is not JSON.
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
    """Add a value and its parts to the node of its path."""
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
    """Whether the elements of a list need a row of their own; the row of the list already shows their type."""
    kinds = _inferred(element)
    return element.said is not None or len(kinds) != 1 or kinds[0].word == "array" or depth == 1


def _description(node: _Node, locale: str) -> str:
    words = (node.said or {}).get("description", "")
    return Words({"": words} if isinstance(words, str) else words).text(locale)


def _kinds(node: _Node) -> tuple[Kind, ...]:
    """The types that the author gives for a field, else the types of its values in the example."""
    inferred = _inferred(node)
    said = (node.said or {}).get("type")
    if not said:
        return inferred
    return next(((one,) for one in inferred if one.word == said), (Kind(said, _held(node) if said == "array" else ""),))


def _inferred(node: _Node) -> tuple[Kind, ...]:
    words = list(dict.fromkeys(map(_word, node.values)))
    if "number" in words and "integer" in words:
        words.remove("integer")
    if not words and node.parts:  # its parts are known from the author only
        words = ["array" if paths.EACH in node.parts else "object"]
    words.sort(key=lambda word: word == "null")
    return tuple(Kind(word, _held(node) if word == "array" else "") for word in words)


def _held(node: _Node) -> str:
    """The type of a list's elements; empty if they have several."""
    element = node.parts.get(paths.EACH)
    kinds = _kinds(element) if element else ()
    return kinds[0].word if len(kinds) == 1 else ""


def _word(value: Any) -> str:
    if isinstance(value, Number):
        return "number" if set(value.text) & set(".eE") else "integer"
    kinds = ((bool, "boolean"), (str, "string"), (dict, "object"), (list, "array"))
    return next((word for kind, word in kinds if isinstance(value, kind)), "null")


def _example(node: _Node) -> str:
    """The first informative value of a field, shortened; of values with parts, only lists of plain values are shown."""
    for value in node.values:
        if isinstance(value, dict) and value:
            continue
        if isinstance(value, list) and any(isinstance(one, dict | list) for one in value):
            continue
        if value is not None or set(map(_word, node.values)) == {"null"}:
            return _shortened(value)
    return ""


def _shortened(value: Any) -> str:
    """A value as a table shows it: of a long list, only the first elements."""
    text = display.value(value)
    if not isinstance(value, list) or len(text) <= display.LONG:
        return display.short(text)
    kept: list[str] = []
    for one in map(dumps, value):
        if len(", ".join([*kept, one])) > display.LONG:
            break
        kept.append(one)
    return "[" + ", ".join([*(kept or [display.short(dumps(value[0]))]), "…"]) + "]"
