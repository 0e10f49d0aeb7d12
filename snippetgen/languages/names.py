"""Spells the comments and identifiers of a language."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from snippetgen.languages.language import Language


class Names:
    """Spells comments and identifiers, by the facts `comment` and `ident`."""

    def __init__(self, language: Language) -> None:
        self._case: str = language.facts["ident"]["case"]
        self._keeps_other = self._case == "camel" or (self._case == "snake" and "{ident}" in language.facts["env"])
        self._reserved = frozenset(language.facts["ident"]["reserved"])
        self._capitals = frozenset(language.facts["ident"]["capitals"])
        made = (str(language.facts[fact]) for fact in ("percent", "json_string"))
        self._made = tuple(form.removesuffix("{}") for form in made if re.fullmatch(r"\w+\{\}", form))
        comment = language.facts["comment"]
        self._open: str = comment["open"]
        self._close: str = "" if comment["close"] == "none" else comment["close"]
        self.harmful = _harmful(comment["defuse"])
        self._swap = str.maketrans(comment.get("swap", {}))
        self.ident, self.plain_line = lru_cache(1024)(self._ident), lru_cache(1024)(self._plain_line)

    def comment(self, text: str) -> str:
        """Each line of a text as a line of comment; it can neither end the comment nor mean anything in it."""
        lines = text.splitlines() or [""]
        return "\n".join((self._open + self.plain_line(line) + self._close).rstrip() for line in lines)

    def _plain_line(self, line: str) -> str:
        """One line of a comment; a text that would end it, or mean something in it, gets a space inside."""
        if not line.isprintable():
            line = "".join(char if char.isprintable() else " " for char in line)
        line = " ".join(line.translate(self._swap).split())
        before = "" if self.harmful else line
        while self.harmful and line != before:
            before = line
            line = self.harmful.sub(lambda first: first[0] + (" " if first.end() < len(first.string) else "."), line)
        return line

    def _ident(self, text: str) -> str:
        """An identifier made from a name, and different from the reserved ones."""
        words = re.findall(r"[A-Za-z0-9]+", text) or ["value"]
        if self._keeps_other and _OTHER_NAME.fullmatch(text):
            name = text if self._case == "camel" and "_" in text else f"{text}_"
        elif self._case == "snake":
            name = "_".join(word.lower() for word in words)
        elif self._case == "kebab":
            name = "-".join(word.lower() for word in words)
        elif self._case == "camel":
            name = words[0].lower() + "".join(map(self._word, words[1:]))
        else:
            name = re.sub(r"[^A-Za-z0-9_]+", "_", text) or "value"
            if self._case == "capital" and _OTHER_NAME.fullmatch(text):
                name = f"{name[0].upper()}{name[1:]}_"
        name = f"_{name}" if name[0].isdigit() else name
        if name in self._reserved or (self._made and name.startswith(self._made)):
            name += {"camel": "Value", "kebab": "-value"}.get(self._case, "_value")
        return name

    def _word(self, word: str) -> str:
        """A word within a name."""
        return word.upper() if word.upper() in self._capitals else word[0].upper() + word[1:].lower()

    def pascal(self, text: str) -> str:
        """A name for a class or a field: ``ChatCompletion`` for ``chat_completion``, ``Post`` for ``POST``."""
        words = re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", text) or ["value"]
        name = "".join(map(self._word, words))
        name = f"V{name}" if name[0].isdigit() else name
        return f"{name}Value" if name in self._reserved else name


_OTHER_NAME = re.compile(r"(?![A-Z][A-Z0-9]*(?:_[A-Z][A-Z0-9]*)*\Z)[A-Za-z_][A-Za-z0-9_]*")
"""A name that is not LIKE_THIS, which would become likeThis or like_this: it is kept, so that no two become equal."""


def _harmful(texts: list[str]) -> re.Pattern[str] | None:
    """A pattern of the first character of each text of the fact `defuse`.

    A text is in any case, with ``^`` and ``$`` for the line's ends. Texts that overlap are all found, so that one pass
    over a line defuses it, and a second one finds nothing.
    """
    patterns = []
    for text in texts:
        begin, end = text.startswith("^"), text.endswith("$")
        inner = re.escape(text[begin : len(text) - end])
        patterns.append(("^" if begin else "") + inner + ("$" if end else ""))
    return re.compile(f"(?={'|'.join(patterns)}).", re.IGNORECASE) if patterns else None
