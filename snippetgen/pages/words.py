"""Our own words on a page, by locale: ``templates/pages/words.yaml``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from snippetgen.data import schema
from snippetgen.errors import SpecError, TemplateError, suggest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_SHAPE = schema.MapOf(schema.MapOf(schema.TEXT), r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*", "a locale such as en or zh-TW")

ENGLISH = "en"
"""The locale that has every text."""


class WordError(LookupError):
    """Raised if a template asks for a text that does not exist, or leaves a gap without a value."""


class Words(NamedTuple):
    """The texts of one locale.

    Attributes:
        locale: the locale of the texts, which may differ from the one that was asked for.
    """

    locale: str
    texts: Mapping[str, str]

    def pieces(self, key: str) -> list[str]:
        """A text, split at its gaps: text, name, text, name … text.

        Raises:
            WordError: the locale has no such text.
        """
        if key not in self.texts:
            raise WordError(f'words.yaml has no "{key}" ({suggest(key, self.texts)})')
        return re.split(r"\{(\w+)\}", self.texts[key])


def choose(by_locale: Mapping[str, Mapping[str, str]], locale: str) -> Words:
    """The texts of a locale, else of its language, else in English; texts that it lacks are in English, too."""
    names = {name.lower(): name for name in by_locale}
    wanted = locale.lower()
    found = names.get(wanted) or names.get(wanted.partition("-")[0]) or ENGLISH
    return Words(found, {**by_locale.get(ENGLISH, {}), **by_locale.get(found, {})})


def merged(texts: list[tuple[Path, str]]) -> dict[str, dict[str, str]]:
    """The texts of several files; a later file replaces texts of earlier ones.

    Raises:
        TemplateError: a file is wrong; with file and line.
    """
    result: dict[str, dict[str, str]] = {}
    for file, text in texts:
        try:
            data, report = schema.read(text, str(file), _SHAPE)
            report.stop()
        except SpecError as error:
            raise TemplateError(str(error)) from None
        for locale, words in data.items():
            result.setdefault(locale, {}).update(words)
    return result


def fill(pieces: list[str], values: Mapping[str, str], text: Callable[[str, bool], str]) -> list[str]:
    """The pieces with values in their gaps.

    Args:
        text: writes a piece of text; the second argument says whether it comes first.

    Raises:
        WordError: a gap has no value.
    """
    result: list[str] = []
    for index, piece in enumerate(pieces):
        if index % 2 == 0:
            result.append(text(piece, index == 0))
        elif piece in values:
            result.append(values[piece])
        else:
            raise WordError(f"{{{piece}}} has no value here (available: {', '.join(values) or 'none'})")
    return result
