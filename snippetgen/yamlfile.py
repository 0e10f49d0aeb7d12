"""YAML text -> node tree with places, and node -> plain data; nothing else in the project parses YAML.

The types are those of the YAML 1.2 core schema (https://yaml.org/spec/1.2.2/#103-core-schema), so ``no``, ``off``,
``18:00``, ``2024-01-01`` and ``007`` are what an author thinks they are: text (``007`` is text because JSON has no such
number). A float keeps its written form in `Number`; an integer is a Python int, of any size.
"""

from __future__ import annotations

import gc
import re
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import yaml

from snippetgen.errors import Mistake, SpecError

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_NODES = 200_000
"""How many nodes a file may unfold to; ten aliases of ten aliases of ten … pass it at once."""

MAX_DEPTH = 200
"""How deep a file may nest; the JSON parsers that answer our requests stop at 512 or sooner."""


class Number(Decimal):
    """A non-integer that remembers how it was written.

    Attributes:
        text: a JSON number, such as ``1.0`` or ``1e-7``.
    """

    text: str

    def __new__(cls, text: str) -> Number:
        self = super().__new__(cls, text)
        self.text = text
        return self


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """PyYAML's C parser with the resolvers of YAML 1.2's core schema in place of YAML 1.1's."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own name


_NUMBER_FIRST = "-+.0123456789"
for _tag, _pattern, _first in (
    ("null", r"null|Null|NULL|~|", ["n", "N", "~", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?(?:0|[1-9][0-9]*)|0o[0-7]+|0x[0-9a-fA-F]+", list(_NUMBER_FIRST)),
    ("float", r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list(_NUMBER_FIRST)),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), _first)


def compose(text: str, file: str) -> yaml.Node:
    """The root node of one YAML document.

    Raises:
        SpecError: not YAML, more than one document, nothing at all, an alias that holds itself, or too large.
    """
    try:
        with _gc_paused():
            node = yaml.compose(text, Loader=_Loader)
    except yaml.reader.ReaderError as error:
        raise SpecError([Mistake(file, 0, 0, "", f"not YAML text: {error.reason} at position {error.position}")]) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        what = " ".join(part for part in (error.context, error.problem) if part)
        raise SpecError([Mistake(file, line, column, "", f"not YAML: {what}")]) from None
    except RecursionError:
        raise SpecError([Mistake(file, 0, 0, "", f"nests deeper than {MAX_DEPTH} levels")]) from None
    if node is None:
        raise SpecError([Mistake(file, 1, 1, "", "the file is empty (a spec begins with title, method and url)")])
    _check_tree(node, file)
    return node


def plain(node: yaml.Node) -> Any:
    """A node as None, bool, int, Number, str, list or dict (string keys, in order)."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    return scalar(node)


def scalar(node: yaml.ScalarNode) -> None | bool | int | Number | str:
    kind, text = node.tag.rpartition(":")[2], node.value
    if kind == "null":
        return None
    if kind == "bool":
        return bool(text.lower() == "true")
    if kind == "int":
        return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
    return Number(_json_float(text)) if kind == "float" else str(text)


def _json_float(text: str) -> str:
    """JSON wants a digit on both sides of the point and no plus sign."""
    text = text.removeprefix("+")
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    digits = "0" + digits if digits.startswith(".") else digits
    return sign + re.sub(r"\.(?![0-9])", ".0", digits)


def _check_tree(root: yaml.Node, file: str) -> None:
    """Refuse what would loop or explode, duplicate keys, keys that are not text, and unknown tags."""
    mistakes: list[Mistake] = []
    count = 0

    def wrong(node: yaml.Node, what: str) -> None:
        mistakes.append(Mistake(file, node.start_mark.line + 1, node.start_mark.column + 1, "", what))

    def walk(node: yaml.Node, above: tuple[int, ...]) -> None:
        nonlocal count
        count += 1
        if count > MAX_NODES:
            raise SpecError([Mistake(file, 0, 0, "", f"unfolds to more than {MAX_NODES:,} values (aliases of aliases?)")])
        if id(node) in above:
            wrong(node, "an alias holds itself (write the value out)")
        elif len(above) > MAX_DEPTH:
            wrong(node, f"nests deeper than {MAX_DEPTH} levels")
        elif isinstance(node, yaml.MappingNode):
            seen: dict[str, int] = {}
            for key, value in node.value:
                if not isinstance(key, yaml.ScalarNode):
                    wrong(key, "a key must be text")
                elif key.value in seen:
                    wrong(key, f'the key "{key.value}" stands twice (first on line {seen[key.value]})')
                else:
                    seen[key.value] = key.start_mark.line + 1
                walk(value, (*above, id(node)))
        elif isinstance(node, yaml.SequenceNode):
            for item in node.value:
                walk(item, (*above, id(node)))
        elif not node.tag.startswith("tag:yaml.org,2002:") or node.tag.rpartition(":")[2] not in _SCALARS:
            wrong(node, f'the tag "{node.tag}" is not known here (plain YAML only)')

    walk(root, ())
    if mistakes:
        raise SpecError(mistakes)


_SCALARS = {"null", "bool", "int", "float", "str"}


@contextmanager
def _gc_paused() -> Iterator[None]:
    """The collector would walk the growing node tree again and again (3-5 times the loading time, measured)."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
