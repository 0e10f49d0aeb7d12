"""Postman's ``{{variables}}``, and readers for the data that its formats v2.0 and v2.1 write differently."""

from __future__ import annotations

import re
from typing import Any

from snippetgen.data.jsontext import bare_text
from snippetgen.importers.secrets import env_name

Data = dict[str, Any]

_VARIABLE = re.compile(r"\{\{([^{}]*)\}\}")
_NAME = re.compile(r"\{\{([\w\s.$-]*)\}\}")
"""A variable; Postman sends any other text in braces as it is."""

_DEEPEST = 10

_DYNAMIC = {
    "$guid": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
    "$randomUUID": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
    "$timestamp": "1700000000",
    "$isoTimestamp": "2024-01-15T09:30:00.000Z",
    "$randomInt": "42",
}
"""Variables that Postman makes up anew for each request -> the values that we give them."""


def maps(value: Any) -> list[Data]:
    """The maps in a list, without those marked as disabled."""
    found = value if isinstance(value, list) else []
    return [one for one in found if isinstance(one, dict) and not one.get("disabled")]


def as_map(value: Any) -> Data:
    return value if isinstance(value, dict) else {}


def text(value: Any) -> str:
    return bare_text(value)


def described(value: Any) -> str:
    """The first paragraph of a description, which is a text, or a map with the text in it."""
    words = text(as_map(value).get("content")) if isinstance(value, dict) else text(value)
    return " ".join(words.strip().split("\n\n")[0].split())


def keyed(value: Any) -> dict[str, Any]:
    """A list of key and value (v2.1), or a map (v2.0), as a map."""
    if isinstance(value, dict):
        return value
    return {text(one.get("key")): one.get("value") for one in maps(value)}


class Variables:
    """The variables of a collection, and of the folders above a request.

    Attributes:
        empty: ``{{name}}`` -> environment variable, for each variable that the author left to be filled in.
    """

    def __init__(self, known: dict[str, str] | None = None, empty: dict[str, str] | None = None) -> None:
        self.known, self.empty = known or {}, empty or {}

    def within(self, value: Any) -> Variables:
        """These variables and those of a list in the collection; the latter win."""
        more = {text(one.get("key") or one.get("id")): text(one.get("value")) for one in maps(value)}
        if not more:
            return self
        known = {**self.known, **{key: one for key, one in more.items() if one}}
        empty = {f"{{{{{key}}}}}": env_name(key) for key, one in more.items() if key not in known and _is_name(key)}
        return Variables(known, {text: env for text, env in {**self.empty, **empty}.items() if text[2:-2] not in known})

    def fill(self, words: str) -> str:
        """A text with each known variable replaced by its value; unknown variables stay."""
        for _ in range(_DEEPEST):
            filled = _VARIABLE.sub(lambda match: self._one(match[1].strip()) or match[0], words)
            if filled == words:
                break
            words = filled
        return words

    def _one(self, name: str) -> str:
        return self.known.get(name) or _DYNAMIC.get(name, "")

    def plain(self, words: str) -> str:
        """A text with each known variable replaced by its value, and each unknown variable by its name."""
        return names_only(self.fill(words))

    def value(self, words: str) -> str:
        """A text with its variables replaced as `plain` does, unless the whole text is a variable to be filled in."""
        filled = self.fill(words)
        return filled if filled in self.empty else names_only(filled)

    def json(self, words: str) -> str:
        """JSON text with its variables replaced; an unknown variable outside of a string becomes a string: its name."""
        words = self.fill(words)
        inside = re.compile(r'"(?:[^"\\]|\\.)*"|\{\{([^{}"]*)\}\}', re.DOTALL)
        return inside.sub(lambda one: self._string(one[0]) if one[1] is None else f'"{_name(one[1])}"', words)

    def _string(self, written: str) -> str:
        return written if written[1:-1] in self.empty else names_only(written)


def unknown(words: str) -> list[str]:
    """The variables in a text, as they are written."""
    return [match[0] for match in _VARIABLE.finditer(words)]


def names_only(words: str) -> str:
    """A text with each variable replaced by its name."""
    return _NAME.sub(lambda match: _name(match[1]), words)


def _is_name(key: str) -> bool:
    return bool(re.fullmatch(r"\w[\w .-]*", key))


def _name(written: str) -> str:
    return written.strip().removeprefix("$") or "value"
