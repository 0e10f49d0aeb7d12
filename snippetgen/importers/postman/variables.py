"""``{{variables}}`` of Postman, and the shapes that its two formats write differently."""

from __future__ import annotations

import re
from typing import Any

from snippetgen.data.jsontext import bare_text
from snippetgen.importers.secrets import env_name

Data = dict[str, Any]

_VARIABLE = re.compile(r"\{\{([^{}]*)\}\}")
_NAME = re.compile(r"\{\{([\w\s.$-]*)\}\}")
"""One whose name may stand for it; any other text in braces is none, and Postman sends it as it is."""

_DEEPEST = 10

_DYNAMIC = {
    "$guid": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
    "$randomUUID": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
    "$timestamp": "1700000000",
    "$isoTimestamp": "2024-01-15T09:30:00.000Z",
    "$randomInt": "42",
}
"""What stands for variables that Postman makes up anew for each request."""


def maps(value: Any) -> list[Data]:
    """The maps of a list that are not disabled."""
    found = value if isinstance(value, list) else []
    return [one for one in found if isinstance(one, dict) and not one.get("disabled")]


def as_map(value: Any) -> Data:
    return value if isinstance(value, dict) else {}


def text(value: Any) -> str:
    return bare_text(value)


def described(value: Any) -> str:
    """The first paragraph of a description, which is a text or a map with one."""
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
        empty: each that its author left to be filled in, as ``{{name}}``, and the environment variable for it.
    """

    def __init__(self, known: dict[str, str] | None = None, empty: dict[str, str] | None = None) -> None:
        self.known, self.empty = known or {}, empty or {}

    def within(self, value: Any) -> Variables:
        """These and those of a list of the format, which come first."""
        more = {text(one.get("key") or one.get("id")): text(one.get("value")) for one in maps(value)}
        if not more:
            return self
        known = {**self.known, **{key: one for key, one in more.items() if one}}
        empty = {f"{{{{{key}}}}}": env_name(key) for key, one in more.items() if key not in known and _is_name(key)}
        return Variables(known, {text: env for text, env in {**self.empty, **empty}.items() if text[2:-2] not in known})

    def fill(self, words: str) -> str:
        """A text with the variables that are known in it; the others stay."""
        for _ in range(_DEEPEST):
            filled = _VARIABLE.sub(lambda match: self._one(match[1].strip()) or match[0], words)
            if filled == words:
                break
            words = filled
        return words

    def _one(self, name: str) -> str:
        return self.known.get(name) or _DYNAMIC.get(name, "")

    def plain(self, words: str) -> str:
        """A text with the variables that are known, and the names of those that are not."""
        return names_only(self.fill(words))

    def value(self, words: str) -> str:
        """The same; a variable that is still to be filled in stays where it is the whole text."""
        filled = self.fill(words)
        return filled if filled in self.empty else names_only(filled)

    def json(self, words: str) -> str:
        """JSON text with the variables that are known; the name of any other becomes a string where it stands alone."""
        words = self.fill(words)
        inside = re.compile(r'"(?:[^"\\]|\\.)*"|\{\{([^{}"]*)\}\}', re.DOTALL)
        return inside.sub(lambda one: self._string(one[0]) if one[1] is None else f'"{_name(one[1])}"', words)

    def _string(self, written: str) -> str:
        return written if written[1:-1] in self.empty else names_only(written)


def unknown(words: str) -> list[str]:
    """The variables in a text, as they are written."""
    return [match[0] for match in _VARIABLE.finditer(words)]


def names_only(words: str) -> str:
    """A text with the names of its variables in their places."""
    return _NAME.sub(lambda match: _name(match[1]), words)


def _is_name(key: str) -> bool:
    return bool(re.fullmatch(r"\w[\w .-]*", key))


def _name(written: str) -> str:
    return written.strip().removeprefix("$") or "value"
