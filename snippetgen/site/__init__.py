"""A directory of endpoints as static files: pages and their twins in Markdown, lists, a search, feeds.

`cards.py` says what is known of an endpoint outside its page; `lists.py`, `search.py` and `feeds.py` are made of cards
alone, so that a directory of which one endpoint changed reads no other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from snippetgen import pages
from snippetgen.console.form import form
from snippetgen.site import feeds, lists, search
from snippetgen.site.cards import Card, card

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from snippetgen.languages import Target
    from snippetgen.rendering.look import Look
    from snippetgen.spec import Endpoint

__all__ = ["CHANGES", "LANGUAGES", "Card", "Directory", "card", "common", "endpoint_pages"]

CHANGES = feeds.CHANGES

LANGUAGES = 15
"""The languages on a page, unless its author names others."""


class Directory(NamedTuple):
    """What all pages of a directory share.

    Attributes:
        title: its title, on every page.
        base: the address where it will be published, with ``/`` at its end; empty if that is unknown: then it has no
            sitemap and no feed, which need whole addresses.
        locales: of its pages; those of the first are at the top, the others in a folder of their name.
        templates: a user's folder of templates.
        look: how programs are written.
    """

    title: str
    base: str
    locales: tuple[str, ...]
    templates: Path | None
    look: Look

    def folder(self, locale: str) -> str:
        """The folder of the pages in a locale, with ``/`` at its end; empty for the first."""
        return "" if locale == self.locales[0] else f"{locale}/"

    def frame(self, name: str, locale: str, *, tutorial: str = "") -> pages.Frame:
        """The surroundings of a page; `name` is its path from the top of its locale, without ending."""
        here = self.folder(locale) + name
        top = "../" * here.count("/")
        home = "../" * name.count("/") or "./"
        others = tuple((one, top + self.folder(one) + lists.address(name)) for one in self.locales if one != locale)
        feed = top + "feed.xml" if self.base else ""
        twin = lists.address(name.rpartition("/")[2], "md")
        return pages.Frame(others, top, None, pages.Site(self.title, home + "index.html", twin, feed, tutorial))


def endpoint_pages(endpoint: Endpoint, name: str, targets: Sequence[Target], of: Directory) -> dict[str, str]:
    """The files of an endpoint: path in the directory -> text; raises SpecError and TemplateError."""
    made = {}
    for locale in of.locales:
        path = of.folder(locale) + name
        data = form(endpoint, locale)
        frame = of.frame(name, locale)
        made[f"{path}.html"] = pages.in_directory(endpoint, targets, locale, frame, data, of.templates, of.look)
        made[f"{path}.md"] = pages.reference(endpoint, locale, "md", of.templates)
    return made


def common(cards: Sequence[Card], of: Directory, before: str, now: str) -> dict[str, str]:
    """The files that are made of all endpoints: path in the directory -> text.

    Args:
        before, now: as for `feeds.changes`.
    """
    cards = sorted(cards, key=lambda one: one.name)
    made = dict(_lists(cards, of)) | search.files(cards) | pages.shared_files(of.templates, site=True)
    found = feeds.changes(cards, before, now)
    made[CHANGES] = feeds.changes_text(found)
    made["llms.txt"] = feeds.llms(cards, of.title, of.locales[0], of.base)
    if of.base:
        made["feed.xml"] = feeds.feed(cards, found, of.title, of.base, of.locales[0])
        dated = [(path.removesuffix(".html"), "") for path in made if path.endswith(".html")]
        dated += [(of.folder(locale) + one.name, found[one.name].last) for locale in of.locales for one in cards]
        made |= feeds.sitemaps(sorted(dated), of.base)
    return made


def _lists(cards: Sequence[Card], of: Directory) -> Iterator[tuple[str, str]]:
    groups = lists.groups(cards)
    for locale in of.locales:
        for ending in pages.FORMS:
            index = lists.index(cards, groups, locale, of.title, ending)
            made = [("index", index), *(one for group in groups for one in lists.listed(group, locale, ending))]
            for name, page in made:
                text = pages.listing(page, locale, ending, of.frame(name, locale), of.templates)
                yield f"{of.folder(locale)}{name}.{ending}", text
