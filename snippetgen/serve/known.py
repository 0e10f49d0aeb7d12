"""The endpoints that a server knows at one moment, their lists and their search; nothing of it changes."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from snippetgen.site import lists, search
from snippetgen.site.tokens import typed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from snippetgen.site import Card
    from snippetgen.spec import Endpoint

MOST = 20
"""The results of a search that are shown."""


class Known(NamedTuple):
    """An endpoint with what is known of it; `data` is its spec as plain data."""

    endpoint: Endpoint
    data: dict[str, Any]
    card: Card


class Snapshot:
    """Endpoints by name, and what is wrong with the specs of others.

    Attributes:
        faults: a line for each spec, or operation of a description, that is left out.
        broken: the name of a page -> what is wrong with its spec.
    """

    def __init__(
        self, known: Mapping[str, Known], faults: tuple[str, ...] = (), broken: Mapping[str, str] | None = None
    ) -> None:
        self.known, self.faults, self.broken = known, faults, broken or {}

    @cached_property
    def cards(self) -> list[Card]:
        """All cards, by name."""
        return [self.known[name].card for name in sorted(self.known)]

    @cached_property
    def servers(self) -> list[str]:
        """The addresses of all servers of all endpoints."""
        return list(dict.fromkeys(url for one in self.known.values() for url in one.endpoint.servers.values()))

    @cached_property
    def groups(self) -> list[lists.Group]:
        """The lists of the directory."""
        return lists.groups(self.cards)

    @cached_property
    def _postings(self) -> dict[str, dict[str, int]]:
        """Each word, in order -> the names of endpoints that have it, and how much it counts there."""
        found: dict[str, dict[str, int]] = defaultdict(dict)
        for card in self.cards:
            for word, weight in search.weighted(card).items():
                found[word][card.name] = weight
        return dict(sorted(found.items()))

    @cached_property
    def _words(self) -> list[str]:
        return list(self._postings)

    def _beginning(self, word: str) -> Iterator[tuple[str, dict[str, int]]]:
        """The words that begin like one, with their postings."""
        at = bisect_left(self._words, word)
        while at < len(self._words) and self._words[at].startswith(word):
            yield self._words[at], self._postings[self._words[at]]
            at += 1

    def _scores(self, word: str) -> dict[str, int]:
        """The endpoints that have a word, or one that begins like it; the whole word counts twice."""
        found: dict[str, int] = {}
        for one, postings in self._beginning(word):
            times = 2 if one == word else 1
            for name, weight in postings.items():
                found[name] = max(found.get(name, 0), weight * times)
        return found

    def find(self, text: str) -> list[Card]:
        """The endpoints that have every word which a user typed, or one that begins like it, the best first."""
        total: dict[str, int] | None = None
        for word in typed(text):
            scores = self._scores(word)
            before = dict.fromkeys(scores, 0) if total is None else total
            total = {name: score + scores[name] for name, score in before.items() if name in scores}
        ranked = sorted(total or {}, key=lambda name: (-(total or {})[name], name))
        return [self.known[name].card for name in ranked[:MOST]]
