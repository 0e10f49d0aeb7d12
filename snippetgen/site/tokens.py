"""The words of a text, as the search knows them; ``search.js`` takes what is typed apart in the same way."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 40
"""The characters of a word that count."""

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUN = re.compile(rf"[{_CJK}]+|[^\W_{_CJK}]+")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def tokens(text: str) -> Iterator[str]:
    """The words of a text, in small letters, repeated as they stand there.

    Scripts without spaces between words (Chinese, Japanese) give every pair of neighbours, and a single character where
    it stands alone; ``createUser`` gives its parts and the whole.
    """
    for run in _RUN.findall(unicodedata.normalize("NFKC", text)):
        if re.match(f"[{_CJK}]", run):
            yield from [run[at : at + 2] for at in range(len(run) - 1)] or [run]
            continue
        parts = _HUMP.split(run)
        yield from (part.casefold()[:LONGEST] for part in parts)
        if len(parts) > 1:
            yield run.casefold()[:LONGEST]


def typed(text: str) -> list[str]:
    """The words of what a user types into the search, each once; a name such as createUser is not taken apart.

    A single Chinese character finds every pair that begins with it.
    """
    found = []
    for run in _RUN.findall(unicodedata.normalize("NFKC", text)):
        pairs = [run[at : at + 2] for at in range(len(run) - 1)] or [run]
        found += pairs if re.match(f"[{_CJK}]", run) else [run.casefold()[:LONGEST]]
    return list(dict.fromkeys(found))
