"""What machines read of a directory: a sitemap, a feed of its changes, and llms.txt."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from snippetgen.site.lists import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from snippetgen.site.cards import Card

CHANGES = "changes.json"
"""The file that remembers when each endpoint came and changed; a copy of a site that has it continues its feed."""

RECENT = 50
"""The changes in the feed."""


class Change(NamedTuple):
    """When an endpoint came into the directory, and when it last changed (RFC 3339, UTC)."""

    digest: str
    first: str
    last: str


def changes(cards: Iterable[Card], before: str, now: str) -> dict[str, Change]:
    """The changes of each endpoint by name.

    Args:
        before: the text of the last `CHANGES`; empty if there is none. What cannot be read counts as none.
        now: the time of what is new (RFC 3339, UTC).
    """
    known = _known(before)
    found = {}
    for card in cards:
        old = known.get(card.name)
        is_same = old is not None and old.digest == card.digest
        found[card.name] = old if old and is_same else Change(card.digest, old.first if old else now, now)
    return found


def _known(text: str) -> dict[str, Change]:
    try:
        data = json.loads(text or "{}")
        return {str(name): Change(*map(str, one)) for name, one in data.items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def changes_text(found: Mapping[str, Change]) -> str:
    """The text of `CHANGES`."""
    return json.dumps(found, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def feed(cards: Sequence[Card], found: Mapping[str, Change], title: str, base: str, locale: str) -> str:
    """The latest changes as Atom (RFC 4287); `base` is the address of the directory, with ``/`` at its end."""
    latest = sorted(cards, key=lambda one: (found[one.name].last, one.name), reverse=True)[:RECENT]
    updated = max((found[one.name].last for one in latest), default="1970-01-01T00:00:00Z")
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(locale)}>',
        f"<title>{_text(title)}</title>",
        f"<id>{_text(base)}</id>",
        f"<updated>{updated}</updated>",
        f"<author><name>{_text(title)}</name></author>",
        f'<link rel="self" href={quoteattr(base + "feed.xml")}/>',
        f"<link href={quoteattr(base)}/>",
    ]
    for one in latest:
        change, to = found[one.name], base + address(one.name)
        lines += [
            "<entry>",
            f"<title>{_text(one.titles.get(locale) or one.name)}</title>",
            f"<id>{_text(to)}</id>",
            f"<published>{change.first}</published>",
            f"<updated>{change.last}</updated>",
            f"<link href={quoteattr(to)}/>",
            f"<summary>{_text(one.summaries.get(locale) or f'{one.method} {one.path}')}</summary>",
            "</entry>",
        ]
    return "\n".join([*lines, "</feed>", ""])


_MOST = 50_000
"""The addresses of one sitemap (https://www.sitemaps.org/protocol.html)."""


def sitemaps(pages: Sequence[tuple[str, str]], base: str) -> dict[str, str]:
    """Sitemaps of pages (name, and time of the last change or nothing); an index of them where one is not enough."""
    head = '<?xml version="1.0" encoding="utf-8"?>'
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    parts = [pages[start : start + _MOST] for start in range(0, len(pages), _MOST)] or [[]]
    made = {}
    for number, part in enumerate(parts, 1):
        urls = [_url(base + address(name), at) for name, at in part]
        file = "sitemap.xml" if len(parts) == 1 else f"sitemap-{number}.xml"
        made[file] = "\n".join([head, f"<urlset {space}>", *urls, "</urlset>", ""])
    if len(parts) > 1:
        maps = [f"<sitemap><loc>{_text(base + name)}</loc></sitemap>" for name in made]
        made["sitemap.xml"] = "\n".join([head, f"<sitemapindex {space}>", *maps, "</sitemapindex>", ""])
    return made


def _url(address: str, changed: str) -> str:
    return f"<url><loc>{_text(address)}</loc>{f'<lastmod>{changed}</lastmod>' if changed else ''}</url>"


def llms(cards: Sequence[Card], title: str, locale: str, base: str) -> str:
    """``llms.txt`` (https://llmstxt.org): the pages as Markdown, for those who read with a language model."""
    lines = [f"# {_line(title)}", "", f"> {len(cards)} endpoints", ""]
    by_category: dict[str, list[str]] = {}
    for one in cards:
        name = _bracketed(one.titles.get(locale) or one.name)
        summary = _line(one.summaries.get(locale, ""))
        what = f"- [{name}]({base}{address(one.name, 'md')}): {one.method} {_line(one.path)}"
        some = by_category.setdefault(_line(one.categories.get(locale, "")), [])
        some.append(f"{what}: {summary}" if summary else what)
    for category, entries in sorted(by_category.items(), key=lambda one: (not one[0], one[0])):
        lines += [f"## {category or 'Endpoints'}", "", *entries, ""]
    return "\n".join(lines)


def _text(text: str) -> str:
    """A text in XML 1.0, without the characters that it cannot hold."""
    return escape(re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", text))


def _line(text: str) -> str:
    return " ".join(re.sub("[\x00-\x1f\x7f]", " ", text).split())


def _bracketed(text: str) -> str:
    return re.sub(r"([\\\[\]])", r"\\\1", _line(text))
