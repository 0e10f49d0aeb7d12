"""Values as JavaScript writes them: texts, numbers, objects, lists, and the few calls that requests are made with."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from snippetgen.data.jsontext import read_json
from snippetgen.errors import Refused, SpecError


class Call(NamedTuple):
    """A call: ``new FormData()``, ``JSON.stringify(x)``."""

    name: str
    values: list[Any]


class Code(NamedTuple):
    """An expression that only a running program knows the value of."""

    text: str


_TOKEN = re.compile(
    r"(?P<skip>\s+|//[^\n]*|/\*.*?\*/)|(?P<text>\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')|(?P<template>`(?:[^`\\]|\\.)*`)"
    r"|(?P<number>-?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?P<name>[A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*)*)"
    r"|(?P<sign>=>|\.\.\.|[\[\]{}(),:;+=.?!<>&|*/%-])",
    re.DOTALL,
)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": ""}
_WORDS = {"true": True, "false": False, "null": None, "undefined": None}


def unquoted(literal: str) -> str:
    """The text of a literal in quotes (https://tc39.es/ecma262/#sec-literals-string-literals)."""

    def one(match: re.Match[str]) -> str:
        code = match[1] or match[2] or match[3]
        return chr(int(code, 16)) if code else _ESCAPES.get(match[4], match[4])

    escape = r"\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))"
    text = re.sub(escape, one, literal[1:-1], flags=re.DOTALL)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


class Reader:
    """Reads values from a program, from a position on.

    Attributes:
        known: constants of the program, name -> value.
        at: the position after what was read.
    """

    def __init__(self, text: str, at: int, known: dict[str, Any]) -> None:
        self.text, self.at, self.known = text, at, known

    def peek(self) -> re.Match[str] | None:
        """The token at this position, behind blanks and comments; None at the end."""
        while found := _TOKEN.match(self.text, self.at):
            if not found["skip"]:
                return found
            self.at = found.end()
        return None

    def takes(self, sign: str) -> bool:
        """Whether the next token is this sign; if so, it is read."""
        found = self.peek()
        if not found or found[0] != sign:
            return False
        self.at = found.end()
        return True

    def values(self, end: str) -> list[Any]:
        """The values up to a bracket, which commas separate.

        Raises:
            Refused: the text ends before.
        """
        result: list[Any] = []
        while not self.takes(end):
            result.append(self.value())
            if not self.takes(",") and not (self.peek() and self.text.startswith(end, self.at)):
                raise Refused(f"the program cannot be read near {self.text[self.at : self.at + 30]!r}")
        return result

    def value(self) -> Any:
        """The value here; texts that ``+`` joins are one."""
        start, value = self.at, self._single()
        while self.takes("+"):
            more = self._single()
            texts = [one if isinstance(one, str) else code(one) for one in (value, more)]
            value = "".join(texts)
        found = self.peek()
        if found and found[0] not in (",", "}", "]", ")", ";", ":") and "\n" not in self.text[start : self.at][-1:]:
            return self._rest(start)
        return value

    def _rest(self, start: int) -> Code:
        """The whole expression as code, for one that is no plain value."""
        depth = 0
        while found := self.peek():
            if depth == 0 and found[0] in (",", "}", "]", ")", ";"):
                break
            depth += (found[0] in ("(", "[", "{")) - (found[0] in (")", "]", "}"))
            self.at = found.end()
        return Code(self.text[start : self.at].strip())

    def _single(self) -> Any:
        found = self.peek()
        if not found:
            raise Refused("the program ends in the middle of the request")
        self.at = found.end()
        if found["text"] or found["template"]:
            return unquoted(found[0]) if found["text"] else self._template(found[0])
        if found["number"] or found["name"]:
            return _number(found[0]) if found["number"] else self._named(found[0])
        if found[0] in ("{", "["):
            return self._object() if found[0] == "{" else self.values("]")
        self.at = found.start()
        return self._rest(found.start())

    def _template(self, literal: str) -> str:
        pieces = re.split(r"(?<!\\)\$\{([^{}]*)\}", literal[1:-1])
        return "".join(
            code(self.known.get(piece.strip(), Code(piece.strip()))) if number % 2 else unquoted(f"`{piece}`")
            for number, piece in enumerate(pieces)
        )

    def _named(self, name: str) -> Any:
        if name == "new" and (found := self.peek()):
            self.at = found.end()
            return Call(found[0], self.values(")") if self.takes("(") else [])
        if name in _WORDS:
            return _WORDS[name]
        if self.takes("("):
            return Call(name, self.values(")"))
        return self.known.get(name, Code(name))

    def _object(self) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not self.takes("}"):
            found = self.peek()
            if not found or not (found["text"] or found["name"] or found["number"]):
                raise Refused(f"the object cannot be read near {self.text[self.at : self.at + 30]!r}")
            self.at = found.end()
            key = unquoted(found[0]) if found["text"] else found[0]
            result[key] = self.value() if self.takes(":") else self.known.get(key, Code(key))
            if not self.takes(",") and not (self.peek() and self.text.startswith("}", self.at)):
                raise Refused(f"the object cannot be read near {self.text[self.at : self.at + 30]!r}")
        return result


def _number(text: str) -> Any:
    try:
        return read_json(text.replace("_", ""), "")
    except SpecError:
        return Code(text)


def code(value: Any) -> str:
    """A value within a text: a variable as ``{{name}}``."""
    if isinstance(value, Code):
        name = re.fullmatch(r"(?:process\.env|import\.meta\.env)\.(\w+)", value.text)
        return f"{{{{{'$env.' + name[1] if name else value.text}}}}}"
    return value if isinstance(value, str) else str(value)
