"""Values as PowerShell writes them: texts, numbers, tables and lists.

https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from snippetgen.data.jsontext import read_json
from snippetgen.errors import Refused, SpecError

_TOKEN = re.compile(
    r"(?P<skip>[ \t]+|`[ \t]*\n|#[^\n]*|<#.*?#>)"
    r"|(?P<here>@\"[ \t]*\n(?P<hdouble>.*?)\n\"@|@'[ \t]*\n(?P<hsingle>.*?)\n'@)"
    r"|(?P<single>'(?:[^']|'')*')|(?P<double>\"(?:[^\"`]|`.|\"\")*\")|(?P<option>-[A-Za-z]\w*:?)|(?P<hash>@\{)"
    r"|(?P<list>@\()|(?P<variable>\$\{?(?:env:)?\w+\}?)|(?P<line>\n)|(?P<sign>[()\[\]{}|;,=+.:])"
    r"|(?P<word>[^\s()\[\]{}|;,=`\"']+)",
    re.DOTALL,
)
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "0": "\0", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "e": "\x1b"}
_INNER = re.compile(
    r"`u\{([0-9a-fA-F]+)\}|`(.)|\$\(\[char\]\s*(0x[0-9a-fA-F]+|\d+)\)|(\$\([^()]*\))"
    r"|\$\{?(?:(?i:env):)?(\w+)\}?|\"\"",
    re.DOTALL,
)

class Json(NamedTuple):
    """A value that ``ConvertTo-Json`` writes."""

    value: Any


class Reader:
    """Reads values of PowerShell from a position on."""

    def __init__(self, text: str, at: int, known: dict[str, Any]) -> None:
        self.text, self.at, self.known = text, at, known

    def peek(self, *, lines: bool = False) -> re.Match[str] | None:
        """The next token; None at the end. With `lines`, line breaks are skipped, too."""
        while found := _TOKEN.match(self.text, self.at):
            if not found["skip"] and not (lines and found["line"]):
                return found
            self.at = found.end()
        return None

    def takes(self, sign: str, *, lines: bool = False) -> bool:
        found = self.peek(lines=lines)
        if not found or found[0] != sign:
            return False
        self.at = found.end()
        return True

    def piped(self) -> Any:
        """A value, and what ``| ConvertTo-Json`` makes of it."""
        value = self.value()
        while self.takes("|"):
            found = self.peek()
            if not found or found[0].lower() != "convertto-json":
                raise Refused("a value goes through a pipe, which is not run")
            self.at = found.end()
            while (found := self.peek()) and (found["option"] or found["word"]):
                self.at = found.end()
            value = Json(value)
        return value

    def value(self) -> Any:
        value = self._single()
        while self.takes("+"):
            value = f"{value}{self._single()}"
        return value

    def _single(self) -> Any:
        found = self.peek(lines=True)
        if not found:
            raise Refused("the text ends in the middle of the request")
        self.at = found.end()
        if found["here"]:
            return self._filled(found["hdouble"]) if found["hdouble"] is not None else found["hsingle"]
        if found["single"] or found["double"]:
            text = found[0][1:-1]
            return text.replace("''", "'") if found["single"] else self._filled(text)
        if found["variable"]:
            return self._variable(found[0])
        if found["hash"] or found["list"]:
            return self._hash() if found["hash"] else self._list()
        if found[0] in ("(", "["):
            return self._bracket(found[0])
        return _bare(found[0])

    def _variable(self, word: str) -> Any:
        name = word.strip("${}")
        constants = {"true": True, "false": False, "null": None}
        if name.lower() in constants:
            return constants[name.lower()]
        env = re.fullmatch(r"(?i)env:(\w+)", name)
        return f"{{{{$env.{env[1]}}}}}" if env else self.known.get(name.lower(), f"{{{{{name}}}}}")

    def _filled(self, text: str) -> str:
        def one(match: re.Match[str]) -> str:
            hexadecimal, escaped, char, command, name = match.groups()
            if hexadecimal or char:
                return chr(int(hexadecimal, 16) if hexadecimal else int(char, 0))
            if escaped:
                return _ESCAPES.get(escaped, escaped)
            if command:
                return f"{{{{{command[2:-1]}}}}}"
            return '"' if not name else str(self._variable(match[0]))

        return _INNER.sub(one, text)

    def _hash(self) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not self.takes("}", lines=True):
            key = self._single()
            if not self.takes("="):
                raise Refused(f"the table cannot be read near {self.text[self.at : self.at + 30]!r}")
            result[str(key)] = self.value()
            while self.takes(";", lines=True) or self.takes(",", lines=True):
                pass
        return result

    def _list(self) -> list[Any]:
        result = []
        while not self.takes(")", lines=True):
            result.append(self.value())
            self.takes(",", lines=True)
        return result

    def _bracket(self, sign: str) -> Any:
        """``(value)``, or ``[type]value`` and ``[type]::Method(value)``, of which the value counts."""
        if sign == "(":
            value = self.piped()
            if not self.takes(")", lines=True):
                raise Refused(f"the value cannot be read near {self.text[self.at : self.at + 30]!r}")
            return value
        found = re.compile(r"[^\]]*\](?:::\w+)?((?:\.\w+)*)(\()?", re.DOTALL).match(self.text, self.at)
        if not found:
            raise Refused("a type in brackets is not closed")
        self.at = found.end()
        return self._bracket("(") if found[2] else self._single()


def _bare(word: str) -> Any:
    """A word without quotes: a number, or a text."""
    try:
        return read_json(word, "") if re.fullmatch(r"-?\d+(\.\d+)?", word) else word
    except SpecError:
        return word
