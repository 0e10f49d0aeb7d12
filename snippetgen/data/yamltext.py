"""YAML text -> node tree with places, and node -> plain data; nothing else in the project parses YAML.

The types are those of the YAML 1.2 core schema (https://yaml.org/spec/1.2.2/#103-core-schema), so ``no``, ``off``,
``18:00``, ``2024-01-01`` and ``007`` are what an author thinks they are: text (``007`` is text because JSON has no such
number). A float keeps its written form in `Number`; an integer is a Python int, of any size.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from snippetgen.basics.gcpause import paused
from snippetgen.data.number import Number
from snippetgen.errors import Mistake, SpecError

MAX_NODES = 200_000
"""How many nodes a file may expand to; ten aliases of ten aliases of ten … soon exceed it."""

MAX_REPEATED = 20_000
"""How many nodes a file may expand to if nine of ten are repeated by aliases: a short file must not cost seconds."""

MAX_TEXT = 5_000_000
"""The length of the longest file that is read, in characters."""

MAX_DEPTH = 200
"""How many levels deep a file may be nested; the JSON parsers that read our requests stop at 512 or sooner."""


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """PyYAML's C parser with the resolvers of YAML 1.2's core schema instead of YAML 1.1's."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own name


PATTERNS = {
    "null": re.compile(r"^(?:null|Null|NULL|~|)$"),
    "bool": re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"),
    "int": re.compile(r"^(?:\+?0|[-+]?[1-9][0-9]*|0o[0-7]+|0x[0-9a-fA-F]+)$"),
    "float": re.compile(r"^[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$"),
}
"""Type -> pattern of the scalars that are not text. ``-0`` is a float, because integers lose its sign."""

FIRST = {"null": [*"nN~", ""], "bool": [*"tTfF"], "int": [*"-+0123456789"], "float": [*"-+.0123456789"]}
for _kind, _pattern in PATTERNS.items():
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_kind}", _pattern, FIRST[_kind])


def compose(text: str, file: str) -> yaml.Node:
    """The root node of one YAML document.

    Raises:
        SpecError: the text is not YAML, has several documents or none, has a circular alias, or is too large.
    """
    if len(text) > MAX_TEXT:
        what = f"is {len(text):,} characters long (a spec describes one endpoint, in {MAX_TEXT:,} at most)"
        raise SpecError([Mistake(file, 0, 0, "", what)])
    try:
        with paused():  # 3-5 times quicker, measured
            _check_depth(text, file)
            node = yaml.compose(text, Loader=Loader)
    except (yaml.reader.ReaderError, UnicodeEncodeError):
        raise SpecError([unprintable(text, file)]) from None
    except yaml.MarkedYAMLError as error:
        raise SpecError([syntax_mistake(error, text, file)]) from None
    except RecursionError:
        raise SpecError([Mistake(file, 0, 0, "", f"is nested more than {MAX_DEPTH} levels deep")]) from None
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


def scalar(node: yaml.Node) -> bool | int | Number | str | None:
    kind, text = node.tag.rpartition(":")[2], node.value
    if kind == "null":
        return None
    if kind == "bool":
        return bool(text.lower() == "true")
    if kind == "int":
        return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
    return Number(_json_float(text)) if kind == "float" else str(text)


def _json_float(text: str) -> str:
    """A float of YAML as JSON writes it: with a digit on both sides of the point, and without a plus sign."""
    text = text.removeprefix("+")
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    digits = "0" + digits if digits.startswith(".") else digits
    return sign + re.sub(r"\.(?![0-9])", ".0", digits)


_NESTING = re.compile(r"[\[{]|[-?][ \t\n]")
_HARMLESS = 5_000


def _check_depth(text: str, file: str) -> None:
    """Refuse a text that is nested so deeply that the C parser, which recurses, would crash."""
    if len(_NESTING.findall(text)) < _HARMLESS:
        return
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise SpecError([mistake_at(file, event, f"is nested more than {MAX_DEPTH} levels deep")])


def unprintable(text: str, file: str) -> Mistake:
    """The mistake about the first character that YAML does not allow in a file."""
    match = yaml.reader.Reader.NON_PRINTABLE.search(text)
    at = match.start() if match else 0
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    what = f'not YAML: U+{ord(text[at]):04X} is not allowed (write it in quotes, as "\\x..")'
    return Mistake(file, line, column, "", what)


def syntax_mistake(error: yaml.MarkedYAMLError, text: str, file: str) -> Mistake:
    """The mistake that the parser reports; if too many brackets are open, nesting is the reason, whatever it says."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    before = text[: mark.index] if mark else text
    if before.count("[") + before.count("{") - before.count("]") - before.count("}") > MAX_DEPTH:
        return Mistake(file, line, column, "", f"is nested more than {MAX_DEPTH} levels deep")
    what = " ".join(part for part in (error.context, error.problem) if part)
    return Mistake(file, line, column, "", f"not YAML: {what}{_CAUSES.get(error.problem or '', '')}")


_CAUSES = {
    "mapping values are not allowed in this context": " (a line indented too far, or a colon in a text without quotes)",
    "could not find expected ':'": " (a key without a colon, or a line indented too little)",
    "did not find expected key": " (a line with another indentation than those around it, or a quote in a text)",
}
"""What the parser says -> the usual causes."""


def shortened(text: str) -> str:
    """A text of a file as a message quotes it: a few words, for the file may be another one than its user thought."""
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED - 1].rstrip()}…"


_QUOTED = 60


def mistake_at(file: str, where: yaml.Node | yaml.Event, what: str) -> Mistake:
    mark = where.start_mark
    return Mistake(file, mark.line + 1, mark.column + 1, "", what) if mark else Mistake(file, 0, 0, "", what)


def _check_tree(root: yaml.Node, file: str) -> None:
    """Refuse endless or exploding aliases, duplicate keys, keys that are not text, and unknown tags."""
    checker = _Checker(file)
    checker.walk(root, ())
    if checker.mistakes:
        raise SpecError(dict.fromkeys(checker.mistakes))


class _Checker:
    def __init__(self, file: str) -> None:
        self.file = file
        self.mistakes: list[Mistake] = []
        self.count = 0
        self.seen: set[int] = set()

    def wrong(self, node: yaml.Node, what: str) -> None:
        self.mistakes.append(mistake_at(self.file, node, what))

    def walk(self, node: yaml.Node, above: tuple[int, ...]) -> None:
        self.count += 1
        self.seen.add(id(node))
        limit = MAX_REPEATED if self.count > 10 * len(self.seen) else MAX_NODES
        if self.count > limit:
            what = f"expands to more than {limit:,} values (aliases of aliases?)"
            raise SpecError([Mistake(self.file, 0, 0, "", what)])
        kind = node.tag.removeprefix("tag:yaml.org,2002:")
        if id(node) in above:
            self.wrong(node, "an alias refers to itself (write the value out)")
        elif len(above) > MAX_DEPTH:
            self.wrong(node, f"is nested more than {MAX_DEPTH} levels deep")
        elif kind not in _KINDS[type(node)]:
            self.wrong(node, f'the tag "{node.tag}" is not supported (use plain YAML)')
        elif isinstance(node, yaml.ScalarNode):
            self.scalar(node, kind)
        else:
            inner = self.keys(node) if isinstance(node, yaml.MappingNode) else node.value
            for one in inner:
                self.walk(one, (*above, id(node)))

    def keys(self, node: yaml.MappingNode) -> list[yaml.Node]:
        """Check the keys of a map, and return its values."""
        seen: dict[str, int] = {}
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.wrong(key, "a key must be text")
            elif key.value in seen:
                self.wrong(key, f'duplicate key "{shortened(key.value)}" (first on line {seen[key.value]})')
            else:
                seen[key.value] = key.start_mark.line + 1
        return [value for _, value in node.value]

    def scalar(self, node: yaml.ScalarNode, kind: str) -> None:
        if kind != "str" and not PATTERNS[kind].match(node.value):
            self.wrong(node, f'"{shortened(node.value)}" is not a valid {kind} (leave the tag out)')
        elif kind in ("int", "float") and len(node.value) > _SHORT:
            try:
                scalar(node)
            except (ValueError, ArithmeticError):
                self.wrong(node, "this number is too large for any program (quote it to make it text)")


_KINDS = {
    yaml.ScalarNode: ("null", "bool", "int", "float", "str"),
    yaml.SequenceNode: ("seq",),
    yaml.MappingNode: ("map",),
}

_SHORT = 18
"""Numbers with at most so many characters can always be read."""


class _Style:
    """The style of YAML that we write: what `Loader` or a reader of YAML 1.1 would not take for text is quoted."""

    yaml_implicit_resolvers = Loader.yaml_implicit_resolvers

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML's own signature
        return True

    def represent_mapping(self, tag: str, mapping: Any, flow_style: bool | None = None) -> yaml.MappingNode:
        """Write a map on one line, if it has only scalars and fits."""
        node: yaml.MappingNode = super().represent_mapping(tag, mapping, flow_style)  # type: ignore[misc]
        if node.flow_style and sum(len(key.value) + len(value.value) + 4 for key, value in node.value) > _LINE:
            node.flow_style = False
        return node


class _Dumper(_Style, yaml.SafeDumper):
    pass


class _QuickDumper(_Style, getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """`_Style` in C, five times as fast; it escapes characters beyond U+FFFF."""


_LINE = 100
"""The most columns of a map on one line, without the text before it."""


_BREAKS = re.compile("[\x85\u2028\u2029]")
"""Line breaks of YAML 1.1, which PyYAML writes unescaped next to characters beyond U+FFFF, and reads differently."""


_YAML_1_1 = yaml.SafeLoader.yaml_implicit_resolvers
"""First character -> the types that a reader of YAML 1.1 takes a bare text for (https://yaml.org/type/)."""


def _is_other_in_1_1(text: str) -> bool:
    """Whether readers of YAML 1.1 take a bare text for something else: ``no``, ``1_000``, ``2001-01-01``, ``<<``."""
    return any(pattern.match(text) for _, pattern in _YAML_1_1.get(text[:1], ()))


def _text_node(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = '"' if _BREAKS.search(text) else "|" if "\n" in text else "'" if _is_other_in_1_1(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _number_node(dumper: yaml.SafeDumper, number: Number) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:float", number.text)


for _class in (_Dumper, _QuickDumper):
    _class.add_representer(str, _text_node)
    _class.add_representer(Number, _number_node)


def dump(data: Any) -> str:
    """Plain data as YAML text that reads back as the same data; maps with only scalars are on one line."""
    try:
        text = _dumped(data, _QuickDumper)
    except UnicodeEncodeError:
        text = "\\U"
    return _dumped(data, _Dumper) if "\\U" in text else text


def _dumped(data: Any, dumper: type[yaml.SafeDumper]) -> str:
    return str(yaml.dump(data, Dumper=dumper, sort_keys=False, allow_unicode=True, default_flow_style=None, width=120))
