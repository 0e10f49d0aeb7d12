"""Foreign YAML -> plain data, without a tree of nodes in between, which takes a quarter of the memory (measured)."""

from __future__ import annotations

from typing import Any

import yaml

from snippetgen.basics.gcpause import paused
from snippetgen.data.yamltext import FIRST, MAX_DEPTH, PATTERNS, Loader, mistake_at, scalar, syntax_mistake, unprintable
from snippetgen.errors import Mistake, SpecError

MAX_FOREIGN = 5_000_000
"""How many values a foreign document may expand to; the largest real one known has 1.3 million."""


def load_lenient(text: str, file: str) -> Any:
    """The plain data of a foreign document, which may be careless YAML.

    Keys become text as they are written (``200:`` is "200"), the last of equal keys wins, a bare ``<<`` merges a map or
    a list of maps (https://yaml.org/type/merge.html) and is a key like any other with another value, tags are ignored,
    and aliases share their values.

    Raises:
        SpecError: the text is not YAML, has an alias that refers to itself, or is too large.
    """
    builder = _Builder(file)
    try:
        with paused():
            for event in yaml.parse(text, Loader=Loader):
                builder.take(event)
    except (yaml.reader.ReaderError, UnicodeEncodeError):
        raise SpecError([unprintable(text, file)]) from None
    except yaml.MarkedYAMLError as error:
        raise SpecError([syntax_mistake(error, text, file)]) from None
    return builder.result


def compose_lenient(text: str, file: str) -> yaml.Node | None:
    """The node tree, with places, of a document that `load_lenient` can read; None for an empty document.

    Raises:
        SpecError: the text is not YAML, or has two anchors of the same name.
    """
    try:
        with paused():
            return yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        raise SpecError([syntax_mistake(error, text, file)]) from None


def shared_nodes(root: yaml.Node) -> set[int]:
    """The ids of the nodes that aliases repeat."""
    seen: set[int] = set()
    found: set[int] = set()
    left = [root]
    while left:
        node = left.pop()
        if id(node) in seen:
            found.add(id(node))
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            left += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            left += node.value
    return found


class _Builder:
    """Events -> plain data, without a tree of nodes in between (a quarter of the memory, measured)."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.result: Any = None
        self.stack: list[_Open] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.count = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            is_key = bool(self.stack) and self.stack[-1].wants_key
            value = event.value if is_key or not event.implicit[0] else _resolved(event.value)
            if is_key:
                self.stack[-1].merges = event.value == "<<" and event.implicit[0]
            self.add(event, value, 1)
        elif isinstance(event, yaml.CollectionStartEvent):
            self.stack.append(_Open({} if isinstance(event, yaml.MappingStartEvent) else [], event, self.count))
            if len(self.stack) > MAX_DEPTH:
                raise SpecError([mistake_at(self.file, event, f"is nested more than {MAX_DEPTH} levels deep")])
        elif isinstance(event, yaml.CollectionEndEvent):
            done = self.stack.pop()
            self.add(done.start, done.value, 1, self.count - done.before)
        elif isinstance(event, yaml.AliasEvent):
            if event.anchor not in self.anchors:
                what = f"the alias *{event.anchor} is undefined, or refers to itself"
                raise SpecError([mistake_at(self.file, event, what)])
            self.add(event, *self.anchors[event.anchor])

    def add(self, event: yaml.NodeEvent, value: Any, new: int, weight: int = 0) -> None:
        """Put a value into the open map or list; it has `new` values in it, and `weight` more through aliases."""
        self.count += new
        if self.count > MAX_FOREIGN:
            what = f"expands to more than {MAX_FOREIGN:,} values (aliases of aliases?)"
            raise SpecError([Mistake(self.file, 0, 0, "", what)])
        if event.anchor and not isinstance(event, yaml.AliasEvent):
            self.anchors[event.anchor] = (value, new + weight)
        if self.stack:
            self.stack[-1].add(value)
        elif self.result is None:
            self.result = value


class _Open:
    """A map or list whose end has not been read yet; a map may have a key that waits for its value."""

    __slots__ = ("before", "key", "merges", "start", "value", "wants_key")

    def __init__(self, value: Any, start: yaml.CollectionStartEvent, before: int) -> None:
        self.value, self.start, self.before = value, start, before
        self.wants_key = isinstance(value, dict)
        self.key = ""
        self.merges = False

    def add(self, value: Any) -> None:
        if isinstance(self.value, list):
            self.value.append(value)
        elif self.wants_key:
            self.key, self.wants_key = value if isinstance(value, str) else str(value), False
        else:
            self.wants_key = True
            maps = value if isinstance(value, list) else [value]
            if self.merges and all(isinstance(one, dict) for one in maps):
                for one in maps:
                    self.value.update({k: v for k, v in one.items() if k not in self.value})
            else:
                self.value[self.key] = value


def _resolved(text: str) -> Any:
    """The value of a plain scalar in YAML's core schema."""
    for kind in _BYFIRST.get(text[:1], ()):
        if PATTERNS[kind].match(text):
            try:
                return scalar(yaml.ScalarNode(f"tag:yaml.org,2002:{kind}", text))
            except (ValueError, ArithmeticError):
                return text
    return text


_BYFIRST: dict[str, list[str]] = {}
for _kind, _chars in FIRST.items():
    for _char in _chars:
        _BYFIRST.setdefault(_char, []).append(_kind)
