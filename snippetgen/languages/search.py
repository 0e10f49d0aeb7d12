"""Finds targets by the names that their users, and other tools, have for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from snippetgen.languages.language import Target


def found(targets: Iterable[Target], words: str) -> list[Target]:
    """The targets with a name in which each word occurs, whatever its case and its marks; exact names first.

    ``csharp_restsharp``, ``C# RestSharp`` and ``restsharp`` find the same.
    """
    wanted = [_plain(word) for word in re.split(r"[\s/_]+", words.strip()) if _plain(word)]
    hits = [(target, _names(target)) for target in targets] if wanted else []
    whole = "".join(wanted)
    exact = [target for target, names in hits if whole in names]
    near = [target for target, names in hits if all(any(word in name for name in names) for word in wanted)]
    return list(dict.fromkeys([*exact, *near]))


def _names(target: Target) -> set[str]:
    """The names of a language, of a client, and both side by side."""
    facts = target.language.facts
    languages = {_plain(one) for one in (target.language.id, facts["title"], *facts["aliases"])}
    clients = {_plain(one) for one in (target.client, target.facts["title"], *target.facts.get("aliases", []))}
    own = languages if target.is_default else set()
    return clients | own | {language + client for language in languages for client in clients}


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9#+]", "", text.lower())
