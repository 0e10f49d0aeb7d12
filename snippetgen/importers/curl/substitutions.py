"""What a shell would put into a command -> environment variables where it is a whole value, notes everywhere.

Nothing is run. While a request is read, each command in it is a mark, a word that no part of an address or a body
treats specially.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from snippetgen.importers.naming import variable
from snippetgen.importers.notes import Note, Notes, shown
from snippetgen.importers.secrets import placeholder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from snippetgen.importers.curl.shellwords import Word

_COMMAND = ("$(", "`", "<(", ">(")
_FALLBACK = re.compile(r"\$\{(\w+):?([-=+])([^}]*)\}")
_FILE = re.compile(r"\$\(\s*(?:cat\s+|<\s*)(?:\"([^\"$`]+)\"|'([^']+)'|([^\s\"'$`|;&<>()]+))\s*\)")


def file_of(word: Word) -> str:
    """The file whose text is the whole word: ``"$(cat body.json)"``, ``$(< body.json)``; else empty."""
    found = _FILE.fullmatch(word.text) if word.live == (word.text,) else None
    return next(filter(None, found.groups()), "") if found else ""


def variable_of(live: str) -> str:
    """The environment variable that a shell would replace; empty for a command."""
    found = placeholder(live)
    return found[0] if found and found[1] else ""


class Substitutions:
    """The substitutions in the words of one request; `marked` collects them, and `restored` ends it."""

    def __init__(self) -> None:
        self.live: dict[str, None] = {}
        self.marks: dict[str, str] = {}

    def marked(self, text: str, live: Iterable[str]) -> str:
        """A text with a mark for each command in it."""
        for one in live:
            self.live[one] = None
            if one.startswith(_COMMAND):
                mark = self.marks.setdefault(one, f"substitution{len(self.marks)}z")
                text = text.replace(one, mark)
        return text

    def variables(self, url: str) -> dict[str, str]:
        """Value -> variable's name, for values that the shell would replace; empty where its place names it.

        Args:
            url: the address, in which a whole segment has no other name than its command.
        """
        found = {one: name for one in self.live for name in [variable_of(one)] if name}
        for command, mark in self.marks.items():
            is_segment = re.search(rf"/{mark}(?=[/?#]|$)", url)
            words = re.findall(r"(?<![\w-])[A-Za-z_]\w*", command)
            found[mark] = variable(*words[:3]) if is_segment else ""
        return found

    def restored(self, data: Any, *, encoded: bool = False) -> Any:
        """The data of a spec with the commands in place of their marks; percent-encoded in addresses."""
        if isinstance(data, dict):
            raw = bool(data.get("allow_reserved"))
            return {
                self.restored(key): self.restored(value, encoded=key == "url" or (raw and key == "example"))
                for key, value in data.items()
            }
        if isinstance(data, list):
            return [self.restored(one, encoded=encoded) for one in data]
        if isinstance(data, str):
            for command, mark in self.marks.items():
                data = data.replace(mark, quote(command, safe="") if encoded else command)
        return data

    def notes(self, data: dict[str, Any]) -> Iterator[Note]:
        """What became of each substitution; `data` is the spec, restored."""
        texts = list(_texts(data))
        texts += [unquote(one) for one in texts]
        named = [one for one in _texts(data, key="env") if one not in map(variable_of, self.live)]
        for one in self.live:
            fallback = _FALLBACK.fullmatch(one)
            if any(one in text for text in texts):
                is_command = one in self.marks
                what = "would be run by the shell" if is_command else "would be replaced by the shell"
                yield Note(_short(one), f"{what}; kept as it is")
            elif one in self.marks:
                name = named[0] if len(set(named)) == 1 else "an environment variable"
                yield Note(_short(one), f"is not run: the program reads what it would print from {name}")
            elif fallback and fallback[3]:
                notes = Notes()
                notes.dropped(fallback[1], fallback[3], "a program takes no other value than the variable's")
                yield from notes


def _short(command: str) -> str:
    return command if len(command) < 100 and "\n" not in command else shown(command)  # noqa: PLR2004


def _texts(data: Any, key: str = "") -> Iterator[str]:
    """Every text in the data; with a `key`, only those under that key."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for name, value in data.items():
            if not key or not isinstance(value, str) or name == key:
                yield from _texts(value, key)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value, key)
