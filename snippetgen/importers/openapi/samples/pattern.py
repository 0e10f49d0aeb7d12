"""Regular expressions of JSON Schema -> a text that matches, and whether a text matches.

The dialect is ECMA-262's (https://json-schema.org/draft/2020-12/json-schema-core#section-6.4). A foreign pattern may be
built to hold up a matcher that tries one way after another; this one walks all ways at once, as sets of places in the
text, and gives up after a fixed number of steps.
"""

from __future__ import annotations

import re
import string
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONG_PATTERN, _DEEP, _MANY_STEPS, _LONG_TEXT = 2_000, 40, 20_000, 1_000
_END = 0x110000

Ranges = tuple[tuple[int, int], ...]


class Unreadable(Exception):  # noqa: N818 - it says what the pattern is
    """Raised for a text that is not a regular expression, or has a part that is not supported (a back reference)."""


class _Chars(NamedTuple):
    ranges: Ranges


class _Seq(NamedTuple):
    parts: tuple[_Node, ...]


class _Either(NamedTuple):
    ways: tuple[_Node, ...]


class _Repeat(NamedTuple):
    part: _Node
    least: int
    most: int


class _Edge(NamedTuple):
    kind: str


class _Look(NamedTuple):
    part: _Node
    wanted: bool
    back: bool


_Node = _Chars | _Seq | _Either | _Repeat | _Edge | _Look


def _but(ranges: Iterable[tuple[int, int]]) -> Ranges:
    """All characters outside of these ranges."""
    found, at = [], 0
    for low, high in sorted(ranges):
        if low > at:
            found.append((at, low - 1))
        at = max(at, high + 1)
    return (*found, (at, _END - 1)) if at < _END else tuple(found)


_DIGIT: Ranges = ((48, 57),)
_WORD: Ranges = ((48, 57), (65, 90), (95, 95), (97, 122))
_SPACE: Ranges = ((9, 13), (32, 32), (160, 160), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029), (0xFEFF, 0xFEFF))
_UPPER: Ranges = ((65, 90),)
_LOWER: Ranges = ((97, 122),)
_CLASSES = {"d": _DIGIT, "D": _but(_DIGIT), "w": _WORD, "W": _but(_WORD), "s": _SPACE, "S": _but(_SPACE)}
_PROPERTIES = {
    "Lu": _UPPER,
    "Ll": _LOWER,
    "L": (*_UPPER, *_LOWER),
    "N": _DIGIT,
    "Nd": _DIGIT,
    "Z": ((32, 32),),
    "Zs": ((32, 32),),
    "P": ((33, 47), (58, 64), (91, 96), (123, 126)),
    "S": ((36, 36), (43, 43), (60, 62)),
    "M": ((0x300, 0x36F),),
}
"""Unicode's general categories, in ASCII: enough to write a text, and to judge the texts that we write."""
_MINUS: Ranges = ((45, 45),)
_CONTROLS = {"n": 10, "r": 13, "t": 9, "f": 12, "v": 11, "0": 0, "a": 7, "e": 27}
_ANCHORS = {"A": "start", "z": "end", "Z": "end", "b": "word", "B": "inside"}
_QUANTIFIER = re.compile(r"([*+?]|\{(\d{1,6})(,(\d{0,6}))?\})[?+]?")
_CODE = re.compile(r"x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|[xu]\{([0-9A-Fa-f]{1,6})\}")
_PROPERTY = re.compile(r"\{(?:[A-Za-z_]+=)?(\w+)\}|([A-Z])")
_GROUP = re.compile(r"\?(?::|P?<[A-Za-z_]\w*>|(<?)(=|!))")


class _Parser:
    def __init__(self, text: str) -> None:
        self.text, self.at, self.depth = text, 0, 0

    def peek(self) -> str:
        return self.text[self.at : self.at + 1]

    def take(self) -> str:
        if self.at >= len(self.text):
            raise Unreadable
        self.at += 1
        return self.text[self.at - 1]

    def either(self) -> _Node:
        self.depth += 1
        if self.depth > _DEEP:
            raise Unreadable
        ways = [self.seq()]
        while self.peek() == "|":
            self.at += 1
            ways.append(self.seq())
        self.depth -= 1
        return ways[0] if len(ways) == 1 else _Either(tuple(ways))

    def seq(self) -> _Node:
        parts: list[_Node] = []
        while self.peek() not in ("", "|", ")"):
            part = self.atom()
            match = _QUANTIFIER.match(self.text, self.at)
            if match:
                self.at = match.end()
                part = _Repeat(part, *_counts(match))
            parts.append(part)
        return _Seq(tuple(parts))

    def atom(self) -> _Node:
        char = self.take()
        if char in "^$":
            return _Edge("start" if char == "^" else "end")
        if char == "(":
            return self.group()
        if char == "[":
            return self.chars()
        if char == ".":
            return _Chars(_but(((10, 10), (13, 13), (0x2028, 0x2029))))
        if char == "\\" and self.peek() in _ANCHORS:
            return _Edge(_ANCHORS[self.take()])
        if char in "*+?":
            raise Unreadable
        return _Chars(self.escape() if char == "\\" else ((ord(char), ord(char)),))

    def group(self) -> _Node:
        match = _GROUP.match(self.text, self.at)
        if match:
            self.at = match.end()
        elif self.peek() == "?":
            raise Unreadable
        inner = self.either()
        if self.take() != ")":
            raise Unreadable
        return _Look(inner, match[2] == "=", bool(match[1])) if match and match[2] else inner

    def escape(self) -> Ranges:
        char = self.take()
        if char in _CLASSES:
            return _CLASSES[char]
        if char in "pP":
            match = _PROPERTY.match(self.text, self.at)
            ranges = _PROPERTIES.get(match[1] or match[2]) if match else None
            if match is None or ranges is None:
                raise Unreadable
            self.at = match.end()
            return ranges if char == "p" else _but(ranges)
        match = _CODE.match(self.text, self.at - 1)
        if match:
            self.at = match.end()
            code = min(int(match[1] or match[2] or match[3], 16), _END - 1)
        elif char in _CONTROLS:
            code = _CONTROLS[char]
        elif char.isascii() and char.isalnum():
            raise Unreadable
        else:
            code = ord(char)
        return ((code, code),)

    def chars(self) -> _Node:
        negated = self.peek() == "^"
        self.at += negated
        ranges: list[tuple[int, int]] = []
        first = True
        while first or self.peek() != "]":
            if first and self.peek() == "]":
                break
            first = False
            low = self.one()
            if self.peek() != "-" or self.text[self.at + 1 : self.at + 2] in ("]", ""):
                ranges += low
                continue
            self.at += 1
            high = self.one()
            is_range = _single(low) and _single(high) and low <= high
            ranges += [(low[0][0], high[0][1])] if is_range else [*low, *_MINUS, *high]
        self.at += 1
        return _Chars(_but(ranges) if negated else tuple(ranges))

    def one(self) -> Ranges:
        char = self.take()
        if char == "\\" and self.peek() == "b":
            self.at += 1
            return ((8, 8),)
        return self.escape() if char == "\\" else ((ord(char), ord(char)),)


def _single(ranges: Ranges) -> bool:
    return len(ranges) == 1 and ranges[0][0] == ranges[0][1]


def _counts(match: re.Match[str]) -> tuple[int, int]:
    if match[1] in ("*", "+", "?"):
        return (0, _END) if match[1] == "*" else (1, _END) if match[1] == "+" else (0, 1)
    least = int(match[2])
    return least, least if match[3] is None else int(match[4]) if match[4] else _END


@lru_cache(maxsize=2_000)
def parse(pattern: str) -> _Node:
    """The tree of a pattern; slashes around it are removed, since they are the quotes of JavaScript.

    Raises:
        Unreadable: the pattern is invalid, or has a part that is not supported.
    """
    if len(pattern) > _LONG_PATTERN:
        raise Unreadable
    match = re.fullmatch(r"/(\^.*\$)/[a-z]*", pattern)
    parser = _Parser(match[1] if match else pattern.removeprefix("(?i)"))
    node = parser.either()
    if parser.at < len(parser.text):
        raise Unreadable
    return node


def matches(pattern: str, text: str) -> bool:
    """Whether the pattern is found in the text; False as well if it is not supported, or takes too long."""
    try:
        return bool(_Walk(text).ends(parse(pattern), frozenset(range(len(text) + 1))))
    except (Unreadable, RecursionError):
        return False


class _Walk:
    """Finds the positions in a text where a node can end, for each position where it can begin."""

    def __init__(self, text: str) -> None:
        self.text, self.codes, self.steps = text, [ord(char) for char in text], 0

    def ends(self, node: _Node, begins: frozenset[int]) -> frozenset[int]:
        self.steps += len(begins) + 1
        if self.steps > _MANY_STEPS:
            raise Unreadable
        if isinstance(node, _Chars):
            return frozenset(at + 1 for at in begins if at < len(self.codes) and self.inside(at, node.ranges))
        if isinstance(node, _Seq):
            for part in node.parts:
                begins = self.ends(part, begins) if begins else begins
            return begins
        if isinstance(node, _Either):
            return frozenset().union(*(self.ends(way, begins) for way in node.ways))
        if isinstance(node, _Repeat):
            return self.repeat(node, begins)
        if isinstance(node, _Look):
            return frozenset(at for at in begins if self.look(node, at) is node.wanted)
        return frozenset(at for at in begins if self.edge(node.kind, at))

    def repeat(self, node: _Repeat, begins: frozenset[int]) -> frozenset[int]:
        found = begins if node.least == 0 else frozenset()
        now = begins
        for count in range(1, node.most + 1):
            after = self.ends(node.part, now)
            if not after or (count > node.least and after <= found):
                break
            if count >= node.least:
                found |= after
            now = after
        return found

    def look(self, node: _Look, at: int) -> bool:
        if not node.back:
            return bool(self.ends(node.part, frozenset({at})))
        return any(at in self.ends(node.part, frozenset({begin})) for begin in range(at + 1))

    def edge(self, kind: str, at: int) -> bool:
        if kind == "start":
            return at == 0
        if kind == "end":
            return at == len(self.text)
        sides = [0 <= place < len(self.text) and self.inside(place, _WORD) for place in (at - 1, at)]
        return (sides[0] != sides[1]) is (kind == "word")

    def inside(self, at: int, ranges: Ranges) -> bool:
        return any(low <= self.codes[at] <= high for low, high in ranges)


_LIKED = string.ascii_lowercase + string.ascii_uppercase + "1234567890" + "-_. /:@+=,;#$%&!?*()[]{}<>~^|'\"`\\"


_SURROGATES = re.compile("[\ud800-\udfff]")


@lru_cache(maxsize=2_000)
def _liked(ranges: Ranges) -> str:
    """The most readable characters of a class, the best first."""
    liked = "".join(char for char in _LIKED if any(low <= ord(char) <= high for low, high in ranges))
    if liked or not ranges:
        return liked
    low, _ = max(ranges)
    return "" if _SURROGATES.match(chr(low)) else chr(low)


@dataclass
class _Writer:
    """Writes the shortest text that matches, with up to `more` further characters if the pattern allows them."""

    more: int
    count: dict[Ranges, int] = field(default_factory=dict)
    size: int = 0

    def write(self, node: _Node) -> str:
        if isinstance(node, _Chars):
            return self.char(node.ranges)
        if isinstance(node, _Seq):
            return "".join([self.write(part) for part in node.parts])
        if isinstance(node, _Either):
            return next(filter(None, map(self.write, node.ways)), "")
        if isinstance(node, _Repeat):
            return self.repeat(node)
        return ""

    def char(self, ranges: Ranges) -> str:
        liked = _liked(ranges)
        self.size += 1
        if not liked or self.size > _LONG_TEXT:
            raise Unreadable
        number = self.count.get(ranges, 0)
        self.count[ranges] = number + 1
        return liked[number % len(liked)]

    def repeat(self, node: _Repeat) -> str:
        found: list[str] = []
        while len(found) < node.most and (len(found) < node.least or self.more > 0):
            text = self.write(node.part)
            if not text and len(found) >= node.least:
                break
            self.more -= len(text) if len(found) >= node.least else 0
            found.append(text)
            if not text:
                break
        return "".join(found)


def texts(pattern: str, shortest: int) -> list[str]:
    """A few texts that may match, of at least `shortest` characters if the pattern allows that."""
    found: list[str] = []
    try:
        node = parse(pattern)
        bare = _Writer(0).write(node)
        found.append(bare)
        if len(bare) < shortest:
            found.append(_Writer(shortest - len(bare)).write(node))
    except (Unreadable, RecursionError):
        return []
    return found
