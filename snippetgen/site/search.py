"""The search of a static directory: an index in files that a page fetches as it needs them, without a server.

``search/index.json`` names the shards by their first word; a shard maps each word to the endpoints that have it, and
``search/docs-N.json`` says what a list of results shows of them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from snippetgen.site.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from snippetgen.site.cards import Card

WEIGHTS = {"title": 8, "name": 6, "group": 4, "param": 3, "summary": 2, "description": 1}
"""How much a word counts, by where it stands."""

MOST = 2000
"""The most endpoints that a shard names for one word, the best ones; nobody reads so many results."""

SHARD = 48_000
"""The characters of a shard, about; a word is in one shard only."""

DOCS = 256
"""The endpoints in one file of results."""


def weighted(card: Card) -> dict[str, int]:
    """Each word of a card, and how much it counts: as much as at the best place where it stands."""
    found: dict[str, int] = {}
    for place, text in _texts(card):
        for one in tokens(text):
            found[one] = max(found.get(one, 0), WEIGHTS[place])
    return found


def _texts(card: Card) -> Iterator[tuple[str, str]]:
    yield from (("title", text) for text in card.titles.values())
    yield from (("name", text) for text in (card.name, card.path))
    groups = [*card.categories.values(), *card.providers.values(), *card.tags, card.host, card.method]
    yield from (("group", text) for text in groups)
    yield from (("param", text) for text in card.params)
    yield from (("summary", text) for text in card.summaries.values())
    yield from (("description", text) for text in card.descriptions)


def files(cards: Sequence[Card]) -> dict[str, str]:
    """The files of the search: path in the directory -> text."""
    postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, card in enumerate(cards):
        for word, weight in weighted(card).items():
            postings[word].append((-weight, number))
    made: dict[str, str] = {}
    first: list[str] = []
    for shard in _shards(postings):
        made[f"search/{len(first)}.json"] = _json(shard)
        first.append(next(iter(shard)))
    for start in range(0, len(cards), DOCS):
        shown = [_shown(card) for card in cards[start : start + DOCS]]
        made[f"search/docs-{start // DOCS}.json"] = _json(shown)
    made["search/index.json"] = _json({"count": len(cards), "docs": DOCS, "shards": first})
    return made


def _shards(postings: dict[str, list[tuple[int, int]]]) -> Iterator[dict[str, list[int]]]:
    """Words in the order of JavaScript's ``<``, each with pairs of endpoint and weight in one flat list, best first."""
    shard: dict[str, list[int]] = {}
    size = 0
    for word in sorted(postings, key=lambda one: one.encode("utf-16-be")):
        flat = [part for weight, number in sorted(postings[word])[:MOST] for part in (number, -weight)]
        more = len(word) + 4 * len(flat)
        if shard and size + more > SHARD:
            yield shard
            shard, size = {}, 0
        shard[word] = flat
        size += more
    if shard:
        yield shard


def _shown(card: Card) -> list[Any]:
    """What a result shows: its page, method, path and titles; and 1 if it is deprecated."""
    return [card.name, card.method, card.path, card.titles, int(card.deprecated)]


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
