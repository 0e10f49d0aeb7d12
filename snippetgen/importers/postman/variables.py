"""Postman's ``{{variables}}``, and readers for the data that its formats v2.0 and v2.1 write differently."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from snippetgen.data.jsontext import bare_text, dumps
from snippetgen.importers.naming import blank
from snippetgen.importers.postman.dynamic import DYNAMIC
from snippetgen.importers.secrets import env_name, is_secret

if TYPE_CHECKING:
    from collections.abc import Callable

    from snippetgen.importers.notes import Notes

Data = dict[str, Any]

_VARIABLE = re.compile(r"\{\{([^{}]*)\}\}")
_NAME = re.compile(r"\s*(?:vault:)?[$\w][\w\s.$-]*")
"""A variable's name; Postman sends any other text in braces as it is."""

_VAULT = "vault:"
"""Begins the name of a secret in Postman's vault, whose values no collection has."""

_SCHEME = re.compile(r"(?i)(?:bearer|basic|token|apikey|api-key|key|jwt|oauth) +\S")

_DEEPEST = 19
"""How often Postman replaces the variables in the values of variables."""

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?|true|false|null")

NOT_SET = "has no value in the collection; a placeholder (YOUR_…) is sent"
DRAWN = "Postman makes a new value for each request; the program always sends the same one"


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


class Variable(NamedTuple):
    """A variable of a collection or a folder.

    Attributes:
        declared: whether the author gave it the type secret.
    """

    value: str
    declared: bool = False

    def is_secret(self, name: str) -> bool:
        """Whether it is a secret wherever it is used; an address is judged by its parts, where it is used."""
        if self.declared or name.startswith(_VAULT):
            return True
        if name in DYNAMIC and not self.value:
            return False
        is_address = re.match(r"https?://(?![^/?#]*@)", self.value)
        return bool(_SCHEME.match(self.value)) or is_secret("variable", name, "" if is_address else self.value)


_UNKNOWN = Variable("")


class Variables(dict[str, Variable]):
    """The variables of a collection, and of the folders above a request."""

    def within(self, value: Any) -> Variables:
        """These variables and those of a list in the collection; the latter win where they have a value."""
        more = {
            text(one.get("key") or one.get("id")): Variable(text(one.get("value")), one.get("type") == "secret")
            for one in maps(value)
        }
        wins = {key: one for key, one in more.items() if one.value or key not in self or not self[key].value}
        return Variables(self | wins) if wins else self


class Filler:
    """Puts the values of variables into the texts of one request.

    A variable that is a secret stays in the text as its mark ``{{name}}``.

    Attributes:
        marks: ``{{name}}`` -> environment variable, for each secret that a text contains.
        keep: whether secrets are filled in, too.
    """

    def __init__(self, variables: Variables, notes: Notes, *, keep: bool = False) -> None:
        self.variables, self.notes, self.keep = variables, notes, keep
        self.marks: dict[str, str] = {}

    def fill(self, words: str) -> str:
        """A text with each variable replaced by its value, a placeholder, or its mark."""
        return self._replaced(words, self._one)

    def plain(self, words: str) -> str:
        """As `fill`, for a text that no environment variable can be a part of: a secret becomes a placeholder, too."""
        return self._replaced(words, lambda name, deep: self._one(name, deep, hide=False))

    def secret(self, words: str) -> str:
        """As `fill`, for the value of a secret: a single variable is read under its own name.

        One whose value is a scheme and a key (``Bearer abc``) is taken apart as such a value is.
        """
        found = re.fullmatch(r"(?:[\w-]+ +)?\{\{([^{}]*)\}\}", words)
        name = found[1].strip() if found else ""
        if not found or name in DYNAMIC or not _NAME.fullmatch(name) or (self.keep and self._value(name)):
            return self.fill(words)
        before, value = words[: found.start(1) - 2], self._value(name)
        return self.secret(value) if not before and _SCHEME.match(value) else before + self._mark(name)

    def address(self, words: str) -> str:
        """The beginning of an address with the variables that have a value; secrets only if they are addresses."""

        def one(name: str, deep: int) -> str | None:
            variable = self.variables.get(name, _UNKNOWN)
            is_address = re.match(r"https?://", variable.value)
            if variable.is_secret(name) and not self.keep and not is_address:
                return None
            if variable.declared and is_address and not self.keep:
                self.notes.add(f"{{{{{name}}}}}", "is a secret in Postman; its address stands in the program")
            return self._replaced(variable.value, one, deep + 1) if variable.value and deep < _DEEPEST else None

        return self._replaced(words, one)

    def value_of(self, place: str, name: str, words: str) -> str:
        """A value with its variables filled in, which may be a secret because of its place (see `is_secret`)."""
        whole = words.startswith("{{") and words.count("{{") == 1 and words.endswith("}}")
        if whole and (is_secret(place, name, words) or is_secret(place, name, self._value(words[2:-2].strip()))):
            return self.secret(words)
        return self.fill(words)

    def json(self, words: str, deep: int = 0) -> str:
        """JSON text with its variables replaced; outside of a string, a placeholder or a secret becomes a string."""
        inside = re.compile(r'"(?:[^"\\]|\\.)*"|\{\{([^{}"]*)\}\}', re.DOTALL)
        return inside.sub(lambda one: self.fill(one[0]) if one[1] is None else self._bare(one[0], deep), words)

    def _bare(self, written: str, deep: int) -> str:
        name = written[2:-2].strip()
        value, is_secret = self._value(name), self.variables.get(name, _UNKNOWN).is_secret(name)
        if value and deep < _DEEPEST and (self.keep or not is_secret):
            return self.json(value, deep + 1)
        filled = self.fill(written)
        if filled in self.marks:
            self.notes.add(filled, "is sent as a text in quotes, because it is read from the environment")
        if (filled == written and filled not in self.marks) or (name in DYNAMIC and _NUMBER.fullmatch(filled)):
            return filled
        if name in DYNAMIC:
            self.notes.add(written, "is sent as a text in quotes, without which the body would be no JSON")
        return dumps(filled)

    def unset(self, place: str, name: str) -> str:
        """The placeholder for a value that the author left out, with a note."""
        self.notes.add(place, NOT_SET)
        return blank(name) or "YOUR_VALUE"

    def _value(self, name: str) -> str:
        return self.variables.get(name, _UNKNOWN).value

    def _replaced(self, words: str, one: Callable[[str, int], str | None], deep: int = 0) -> str:
        def replace(match: re.Match[str]) -> str:
            name = match[1].strip()
            known = name in self.variables or _NAME.fullmatch(name)
            if known and name != match[1]:
                self.notes.add(match[0], "is read as a variable, although newman takes none with blanks in its braces")
            found = one(name, deep) if known else None
            if not known:
                self.notes.add(match[0], "is sent as it stands: it is no name of a variable")
            return match[0] if found is None else found

        return _VARIABLE.sub(replace, words)

    def _one(self, name: str, deep: int, *, hide: bool = True) -> str:
        variable, place = self.variables.get(name, _UNKNOWN), f"{{{{{name}}}}}"
        if variable.is_secret(name) and not (self.keep and variable.value):
            if hide:
                return self._mark(name)
            self.notes.add(place, "is a secret that no program can read from the environment here; write it yourself")
            return blank(name) or "YOUR_VALUE"
        if variable.value and deep < _DEEPEST:
            return self._replaced(variable.value, lambda name, deep: self._one(name, deep, hide=hide), deep + 1)
        if name in DYNAMIC and not variable.value:
            self.notes.add(place, DRAWN)
            return DYNAMIC[name]
        return self.unset(place, name)

    def _mark(self, name: str) -> str:
        mark = f"{{{{{name}}}}}"
        self.marks[mark] = env_name(name.removeprefix(_VAULT))
        return mark


def unknown(words: str) -> list[str]:
    """The variables in a text, as they are written."""
    return [match[0] for match in _VARIABLE.finditer(words)]


def names_only(words: str) -> str:
    """A text with each variable replaced by its name."""
    return _VARIABLE.sub(lambda match: match[1].strip().removeprefix("$") or "value", words)
