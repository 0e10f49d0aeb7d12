"""A small vocabulary of shapes: one declaration checks a YAML node, with places, and writes its JSON Schema.

Spec files and language files are both declared in it, so they are checked, suggested and documented alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from snippetgen.data.number import Number
from snippetgen.data.yamltext import compose, plain, scalar, shortened
from snippetgen.errors import Mistake, SpecError, suggest

if TYPE_CHECKING:
    from collections.abc import Mapping

    Schema = dict[str, Any]


@dataclass(slots=True)
class Report:
    """Collects the mistakes of one file.

    Attributes:
        file: as the user named it.
        mistakes: the mistakes found so far, in any order.
        places: path of every value checked -> (line, column), for mistakes that show only later.
    """

    file: str
    mistakes: list[Mistake] = field(default_factory=list)
    places: dict[str, tuple[int, int]] = field(default_factory=dict)

    def visit(self, node: yaml.Node, path: str) -> None:
        self.places[path] = (node.start_mark.line + 1, node.start_mark.column + 1)

    def wrong(self, path: str, text: str, node: yaml.Node | None = None) -> None:
        """Note a mistake at `node`, or at the place of the value at `path` (or of the nearest value around it)."""
        if node is not None:
            line, column = node.start_mark.line + 1, node.start_mark.column + 1
        else:
            place = path
            while place and place not in self.places:
                place = re.sub(r"\.?[^.\[]*$|\[[^\[]*$", "", place)
            line, column = self.places.get(place, (1, 1) if self.places else (0, 0))
        self.mistakes.append(Mistake(self.file, line, column, path, text))

    def is_broken(self, path: str) -> bool:
        """Whether something is wrong with the value at `path`, or within it."""
        return any(re.match(rf"{re.escape(path)}(?:[.\[]|$)", one.path) for one in self.mistakes)

    def stop(self) -> None:
        """Raises SpecError if there are mistakes."""
        if self.mistakes:
            raise SpecError(dict.fromkeys(self.mistakes))


class Shape:
    """The shape that a value must have; this base class accepts any value."""

    def check(self, node: yaml.Node, path: str, report: Report) -> Any:
        """The plain value; mistakes go into `report`, and a wrong value comes back as None."""
        report.visit(node, path)
        return plain(node)

    def schema(self) -> Schema:
        return {}


ANY = Shape()


@dataclass(frozen=True, slots=True)
class Scalar(Shape):
    """A value of one YAML type (str, bool, int, number, or word: text or an integer), of `words` if there are some."""

    kind: str = "str"
    words: tuple[str, ...] = ()
    pattern: str = ""
    what: str = ""
    minimum: int | None = None

    def check(self, node: yaml.Node, path: str, report: Report) -> Any:
        report.visit(node, path)
        if not isinstance(node, yaml.ScalarNode) or node.tag.rpartition(":")[2] not in _YAML_KINDS[self.kind]:
            return report.wrong(path, f"must be {self.what or _WANTED[self.kind]}, not {_describe(node)}", node)
        text: str = node.value
        value = scalar(node)
        if self.words and value not in self.words:
            return report.wrong(path, f'unknown value "{shortened(text)}" ({suggest(text, self.words)})', node)
        if self.pattern and not re.fullmatch(self.pattern, text):
            return report.wrong(path, f'"{shortened(text)}" is not {self.what}', node)
        if self.minimum is not None and isinstance(value, int | Number) and value < self.minimum:
            return report.wrong(path, f"must be {self.minimum} or more", node)
        return value

    def schema(self) -> Schema:
        result: Schema = {"type": _SCHEMA_TYPES[self.kind]}
        if self.words:
            result["enum"] = list(self.words)
        if self.pattern:
            result["pattern"] = f"^(?:{self.pattern})$"
        if self.minimum is not None:
            result["minimum"] = self.minimum
        return result


_WANTED = {
    "str": "text", "bool": "true or false", "int": "a whole number", "number": "a number", "word": "a word or a number",
}  # fmt: skip
_YAML_KINDS = {"str": ("str",), "bool": ("bool",), "int": ("int",), "number": ("int", "float"), "word": ("str", "int")}
_SCHEMA_TYPES: dict[str, Any] = {
    "str": "string", "bool": "boolean", "int": "integer", "number": "number", "word": ["string", "integer"],
}  # fmt: skip
TEXT, BOOL = Scalar(), Scalar("bool")


@dataclass(frozen=True, slots=True)
class ListOf(Shape):
    item: Shape

    def check(self, node: yaml.Node, path: str, report: Report) -> Any:
        report.visit(node, path)
        if not isinstance(node, yaml.SequenceNode):
            return report.wrong(path, f"must be a list, not {_describe(node)}", node)
        return [self.item.check(item, f"{path}[{index}]", report) for index, item in enumerate(node.value)]

    def schema(self) -> Schema:
        return {"type": "array", "items": self.item.schema()}


@dataclass(frozen=True, slots=True)
class MapOf(Shape):
    """A map with free keys; `key` is a pattern that each must match."""

    value: Shape
    key: str = ""
    what: str = "a name"

    def check(self, node: yaml.Node, path: str, report: Report) -> Any:
        report.visit(node, path)
        if not isinstance(node, yaml.MappingNode):
            return report.wrong(path, f"must be a map, not {_describe(node)}", node)
        result = {}
        for key, value in node.value:
            if self.key and not re.fullmatch(self.key, key.value):
                report.wrong(path, f'the key "{shortened(key.value)}" is not {self.what}', key)
            result[key.value] = self.value.check(value, _join(path, key.value), report)
        return result

    def schema(self) -> Schema:
        names = {"propertyNames": {"pattern": f"^(?:{self.key})$"}} if self.key else {}
        return {"type": "object", "additionalProperties": self.value.schema(), **names}


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a `Keys` shape: the shape of its value, its meaning, and whether it is required."""

    shape: Shape
    meaning: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Keys(Shape):
    """A map with known keys only."""

    keys: Mapping[str, Key]

    def check(self, node: yaml.Node, path: str, report: Report) -> Any:
        report.visit(node, path)
        if not isinstance(node, yaml.MappingNode):
            wanted = f"a map with the keys {', '.join(self.keys)}"
            found = _describe(node) if path else "a text" if isinstance(node, yaml.ScalarNode) else "a list"
            return report.wrong(path, f"must be {wanted}, not {found}", node)
        result = {}
        for key, value in node.value:
            if key.value in self.keys:
                result[key.value] = self.keys[key.value].shape.check(value, _join(path, key.value), report)
            else:
                hint = suggest(key.value, self.keys)
                name = shortened(key.value)
                report.wrong(_join(path, name), f'unknown key "{name}" ({hint})', key)
        for name, key in self.keys.items():
            if key.required and not any(written.value == name for written, _ in node.value):
                report.wrong(path, f'"{name}" is missing ({key.meaning})', node)
        return result

    def schema(self) -> Schema:
        result: Schema = {"type": "object", "additionalProperties": False, "properties": {}}
        for name, key in self.keys.items():
            result["properties"][name] = {"description": key.meaning, **key.shape.schema()}
        required = [name for name, key in self.keys.items() if key.required]
        return {**result, "required": required} if required else result


@dataclass(frozen=True, slots=True)
class KeysOr(Shape):
    """A map of either shape: `keys` if it has one of these keys, else `other`."""

    keys: Keys
    other: MapOf

    def check(self, node: yaml.Node, path: str, report: Report) -> Any:
        given = node.value if isinstance(node, yaml.MappingNode) else ()
        shape = self.keys if any(key.value in self.keys.keys for key, _ in given) else self.other
        return shape.check(node, path, report)

    def schema(self) -> Schema:
        return {"anyOf": [self.keys.schema(), self.other.schema()]}


class OneOf(Shape):
    """A map with exactly one of several keys, such as the name of an engine with its settings."""

    def __init__(self, **keys: Key) -> None:
        self.alternatives = Keys(keys)

    def check(self, node: yaml.Node, path: str, report: Report) -> Any:
        value = self.alternatives.check(node, path, report)
        if isinstance(node, yaml.MappingNode) and len(node.value) != 1:
            report.wrong(path, f"must have exactly one of the keys {', '.join(self.alternatives.keys)}", node)
        return value

    def schema(self) -> Schema:
        return {**self.alternatives.schema(), "minProperties": 1, "maxProperties": 1}


@dataclass(frozen=True, slots=True)
class Either(Shape):
    """Alternatives by kind of node: a shape for a scalar, one for a list, one for a map."""

    scalar: Shape | None = None
    sequence: Shape | None = None
    mapping: Shape | None = None
    hints: Mapping[str, str] = field(default_factory=dict)
    """A scalar that is not allowed -> what its author may have meant."""

    def check(self, node: yaml.Node, path: str, report: Report) -> Any:
        report.visit(node, path)
        shape = self.scalar
        if isinstance(node, yaml.CollectionNode):
            shape = self.sequence if isinstance(node, yaml.SequenceNode) else self.mapping
        if shape is None:
            kinds = (("a single value", self.scalar), ("a list", self.sequence), ("a map", self.mapping))
            wanted = " or ".join(name for name, one in kinds if one)
            hint = self.hints.get(str(node.value), "")
            meant = f" (write {path}: {hint})" if hint else ""
            return report.wrong(path, f"must be {wanted}, not {_describe(node)}{meant}", node)
        return shape.check(node, path, report)

    def schema(self) -> Schema:
        found = [shape.schema() for shape in (self.scalar, self.sequence, self.mapping) if shape]
        return {"anyOf": [one for schema in found for one in schema.get("anyOf", [schema])]}


def read(text: str, file: str, shape: Shape) -> tuple[Any, Report]:
    """Parse YAML and check it.

    Raises:
        SpecError: every mistake in the file, at once.
    """
    report = Report(file)
    value = shape.check(compose(text, file), "", report)
    return value, report


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _describe(node: yaml.Node) -> str:
    if isinstance(node, yaml.MappingNode):
        return "a map"
    if isinstance(node, yaml.SequenceNode):
        return "a list"
    kind, text = node.tag.rpartition(":")[2], str(node.value)
    return {"null": "empty", "str": f'the text "{shortened(text)}"'}.get(kind, shortened(text))
