"""The pages of a directory that are lists: the index, and a page for each category, provider and tag."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from snippetgen.site.cards import Card, Texts

KINDS = ("category", "provider", "tag")
"""What endpoints are listed by; the name of the folder of these lists, too."""

FEW = 300
"""An index with more endpoints names only the lists that they are in."""

PER_PAGE = 500
"""The endpoints on one page of a longer list."""


class Entry(NamedTuple):
    """An endpoint in a list; `address` is relative to the list."""

    address: str
    method: str
    path: str
    title: str
    summary: str
    deprecated: bool


class Link(NamedTuple):
    """A list that another page names, and how many endpoints it has."""

    address: str
    title: str
    size: int


class Links(NamedTuple):
    """The lists of one kind: category, provider or tag."""

    kind: str
    links: tuple[Link, ...]


class Section(NamedTuple):
    """A part of a list; `title` is empty where there is no other, or where nobody says what it is."""

    id: str
    title: str
    entries: tuple[Entry, ...]


class Listing(NamedTuple):
    """A page with a list of endpoints.

    Attributes:
        kind: empty for the index, else as `Links.kind`.
        size: how many endpoints it has, on all its pages.
        pages: addresses of its pages, if there are several; empty for the page itself.
        site, deprecated: nothing; pages of endpoints have them, and the same head.
    """

    title: str
    summary: str
    kind: str
    size: int
    groups: tuple[Links, ...] = ()
    sections: tuple[Section, ...] = ()
    pages: tuple[tuple[int, str], ...] = ()
    site: str = ""
    deprecated: None = None


class Group(NamedTuple):
    """The endpoints that share a category, a provider or a tag."""

    kind: str
    slug: str
    titles: Texts
    cards: tuple[Card, ...]

    def title(self, locale: str) -> str:
        """Its title in a locale, else in any."""
        return self.titles.get(locale) or next(iter(self.titles.values()))


def groups(cards: Sequence[Card]) -> list[Group]:
    """All the groups of a directory, by kind and then by title."""
    found: dict[tuple[str, str], list[Card]] = defaultdict(list)
    titles: dict[tuple[str, str], Texts] = {}
    for card in cards:
        for kind, texts in _groups_of(card):
            key = kind, _key(texts)
            titles.setdefault(key, {}).update(texts)
            found[key].append(card)
    slugs = _Slugs()
    return [Group(kind, slugs.of(kind, key), titles[kind, key], tuple(found[kind, key])) for kind, key in sorted(
        found, key=lambda one: (KINDS.index(one[0]), one[1].casefold(), one[1])
    )]  # fmt: skip


def _groups_of(card: Card) -> Iterator[tuple[str, Texts]]:
    if card.categories:
        yield "category", card.categories
    if card.providers:
        yield "provider", card.providers
    yield from (("tag", {"": tag}) for tag in card.tags)


def _key(texts: Texts) -> str:
    """What makes two categories one: the text in English, else in the first locale."""
    return texts.get("en") or next(iter(texts.values()))


class _Slugs:
    """Names of files, each given out once."""

    def __init__(self) -> None:
        self._taken: set[tuple[str, str]] = set()

    def of(self, kind: str, text: str) -> str:
        stem = re.sub(r"[\W_]+", "-", text.casefold()).strip("-")[:60] or "other"
        slug, number = stem, 1
        while (kind, slug) in self._taken:
            number += 1
            slug = f"{stem}-{number}"
        self._taken.add((kind, slug))
        return slug


def address(name: str, ending: str = "html") -> str:
    """The relative address of a page of the directory, from its top."""
    return quote(f"{name}.{ending}")


def entry(card: Card, locale: str, top: str, ending: str = "html") -> Entry:
    """An endpoint in a list; `top` leads from the list to the pages of its locale."""
    title = card.titles.get(locale) or next(iter(card.titles.values()), card.name)
    to = top + address(card.name, ending)
    return Entry(to, card.method, card.path, title, card.summaries.get(locale, ""), card.deprecated)


def links(found: Iterable[Group], locale: str, top: str, ending: str = "html") -> tuple[Links, ...]:
    """Links to lists, by kind; `top` is as for `entry`."""
    by_kind: dict[str, list[Link]] = {}
    for one in found:
        to = top + address(f"{one.kind}/{one.slug}", ending)
        by_kind.setdefault(one.kind, []).append(Link(to, one.title(locale), len(one.cards)))
    return tuple(Links(kind, tuple(some)) for kind, some in by_kind.items())


def index(cards: Sequence[Card], found: Sequence[Group], locale: str, title: str, ending: str = "html") -> Listing:
    """The index: every endpoint by category if there are few, else links to lists only."""
    few = cards if len(cards) <= FEW else ()
    named: dict[str, list[Entry]] = {}
    for card in sorted(few, key=lambda one: one.titles.get(locale, one.name).casefold()):
        named.setdefault(card.categories.get(locale, ""), []).append(entry(card, locale, "", ending))
    ordered = sorted(named.items(), key=lambda one: (not one[0], one[0].casefold()))
    sections = tuple(Section(f"list-{at}", name, tuple(some)) for at, (name, some) in enumerate(ordered, 1))
    return Listing(title, "", "", len(cards), links(found, locale, "", ending), sections)


def listed(group: Group, locale: str, ending: str = "html") -> list[tuple[str, Listing]]:
    """The pages of a group, each with its name: a path from the top, without ending."""
    cards = sorted(group.cards, key=lambda one: one.titles.get(locale, one.name).casefold())
    parts = [cards[start : start + PER_PAGE] for start in range(0, len(cards), PER_PAGE)]
    slugs = [group.slug if at == 0 else f"{group.slug}~{at + 1}" for at in range(len(parts))]
    made = []
    for slug, part in zip(slugs, parts, strict=True):
        pages = tuple((at, "" if one == slug else address(one, ending)) for at, one in enumerate(slugs, 1))
        section = Section("list", "", tuple(entry(card, locale, "../", ending) for card in part))
        many = pages if len(pages) > 1 else ()
        page = Listing(group.title(locale), "", group.kind, len(cards), (), (section,), many)
        made.append((f"{group.kind}/{slug}", page))
    return made
