"""Our own words in templates: phrases, types, lists, and the commands that set variables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from snippetgen.pages import requests
from snippetgen.pages.words import fill

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from snippetgen.pages.fields import Kind
    from snippetgen.pages.model import Code, Key
    from snippetgen.pages.words import Words


class Phrases:
    """The words of one locale, spelt for one format.

    Args:
        escape: writes any value, and leaves markup as it is.
        text: writes a text; the second argument says whether it may be at the beginning of a line.
    """

    def __init__(self, said: Words, escape: Callable[[Any], Any], text: Callable[[str, bool], str]) -> None:
        self._said, self._escape, self._text = said, escape, text

    def say(self, key: str, part: str = "", **values: Any) -> Markup:
        """The phrase `key`, or ``key_part``, with values in its gaps; raises WordError if one is missing."""
        pieces = self._said.pieces(f"{key}_{part}" if part else key)
        first = "" if pieces[0] else pieces[1] if len(pieces) > 1 else ""
        spelt = {name: self._spelt(one, is_first=name == first) for name, one in values.items()}
        return Markup().join(fill(pieces, spelt, self._spaced))

    def _spelt(self, value: Any, *, is_first: bool) -> Any:
        return value if isinstance(value, Markup) else self._text(str(value), is_first)

    def kinds(self, found: Iterable[Kind]) -> str:
        """Types, such as ``string or null``."""
        return self._word("or").join(map(self._kind, found))

    def _kind(self, kind: Kind) -> str:
        if kind.word != "array" or not kind.of:
            return self._word(f"type_{kind.word}")
        return "".join(fill(self._said.pieces("array_of"), {"kind": self._word(f"types_{kind.of}")}, _same))

    def exports(self, keys: Iterable[Key], shell: str) -> Code:
        """The commands that set variables, with a placeholder instead of each value."""
        return requests.exports(keys, shell, self._word("placeholder"))

    def sentence(self, text: str, more: object) -> str:
        """A text that ends with a full stop if `more` text follows."""
        text = text.rstrip()
        return text + self._word("full_stop") if more and text and text[-1] not in self._word("sentence_ends") else text

    def join(self, items: Iterable[Any], mark: str = "") -> Markup:
        """The items that are not empty, with a mark between them."""
        spelt = [text for one in items if (text := self._escape(one))]
        return (mark if isinstance(mark, Markup) else self._spaced(mark, first=False)).join(spelt)

    def _word(self, key: str) -> str:
        return self._said.pieces(key)[0]

    def _spaced(self, text: str, first: bool) -> Markup:
        """A piece of a phrase, escaped, with the spaces at its ends, which separate it from its neighbours."""
        before, after = (" " if at.isspace() else "" for at in (text[:1], text[-1:]))
        return Markup(before + self._text(text, first) + (after if text.strip() else ""))  # noqa: S704 - spelt


def _same(text: str, first: bool) -> str:  # noqa: ARG001 - called like `Phrases._spaced`
    return text
