"""Finds targets by the names that their users, and other tools, have for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from snippetgen.languages.language import Target


def found(targets: Iterable[Target], words: str) -> list[Target]:
    """The targets that all words name, whatever their case and marks; the closest first.

    ``csharp_httpclient``, ``C# HttpClient`` and ``csharp/httpclient`` find the same. A word is a name, a part of one
    between marks, or the beginning of either; where there is none, and it has four characters, it may stand within one:
    ``tcl`` is not looked for in RestClient.
    """
    wanted = [_plain(word) for word in re.split(r"[\s/_]+", words.strip()) if _plain(word)]
    named = [(target, *_names(target)) for target in targets] if wanted else []
    exact = [target for target, names, _ in named if "".join(wanted) in names]
    whole = [target for target, _, parts in named if parts.issuperset(wanted)]
    near = [target for target, _, parts in named if all(_begins(parts, word) for word in wanted)]
    within = [target for target, names, _ in named if all(_within(names, word) for word in wanted)]
    return list(dict.fromkeys([*exact, *whole, *near])) or within


def _begins(names: set[str], word: str) -> bool:
    return any(name.startswith(word) for name in names)


def _within(names: set[str], word: str) -> bool:
    return len(word) >= _LONG and any(word in name for name in names)


_LONG = 4
"""The characters of a word that is looked for within others."""


def _names(target: Target) -> tuple[set[str], set[str]]:
    """The names of a target (its client's, its language's if it is the default, both side by side), and all parts of
    its client's and its language's.
    """
    facts = target.language.facts
    languages = [target.language.id, facts["title"], *facts["aliases"]]
    clients = [target.client, target.facts["title"], *target.facts.get("aliases", [])]
    own = languages if target.is_default else []
    joined = [language + client for language in languages for client in clients]
    parts = [part for name in languages + clients for part in (name, *re.split(r"[^A-Za-z0-9#+]+", name))]
    return {_plain(one) for one in clients + own + joined}, {_plain(one) for one in parts} - {""}


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9#+]", "", text.lower())
