"""The directory of a project: its entry in the configuration, and its files as a part of a build."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from snippetgen.basics import comparison
from snippetgen.basics.digests import digest
from snippetgen.data.schema import TEXT, Key, Keys, ListOf, Scalar
from snippetgen.rendering.look import Look

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from snippetgen.languages import Target
    from snippetgen.site import Directory
    from snippetgen.spec import Endpoint

UNIT = "site "
"""The prefix of the id of what is made of all endpoints."""

_BASE = Scalar(pattern=r"https?://[^/?#\s]+(/[^?#\s]*)?", what="an address such as https://api.example.com/docs/")

SITE = {
    "out": Key(TEXT, "the folder", required=True),
    "title": Key(TEXT, "the title of the directory (default: APIs)"),
    "base": Key(_BASE, "the address where it will be published, which the sitemap and the feed need"),
    "locales": Key(ListOf(TEXT), "the languages of its pages, the one at the top first (default: en, zh)"),
}
"""The keys of the configuration's `site`, beside `targets` and those of `Look`."""

TITLE = "APIs"

LOCALES = ("en", "zh")


class Site(NamedTuple):
    """A directory to write below `out`; `lang` is written as for --lang, or all, or default: the first fifteen."""

    out: str
    lang: str
    title: str = TITLE
    base: str = ""
    locales: tuple[str, ...] = LOCALES
    look: Look = Look()
    templates: str = ""

    @property
    def directory(self) -> Directory:
        """What its pages share."""
        from snippetgen.site import Directory  # noqa: PLC0415 - few projects have a directory

        base = self.base.rstrip("/") + "/" if self.base else ""
        return Directory(self.title, base, self.locales, Path(self.templates) if self.templates else None, self.look)


def site(one: Mapping[str, Any], out: str, lang: str, look: Look, templates: str) -> Site:
    """The directory that the data of a configuration describes."""
    locales = tuple(one.get("locales", LOCALES))
    return Site(out, lang, one.get("title", TITLE), one.get("base", ""), locales, look, templates)


def page_name(file: str, word: str, endpoint: str, *, is_spec: bool) -> str:
    """The name of an endpoint's page: that of its spec; of a description, after the name of that.

    A name begins with the folders between a folder that the user named and the file in it.
    """
    path = Path(os.path.relpath(file, word) if Path(word).is_dir() else Path(file).name)
    return (path.with_suffix("") if is_spec else path.with_suffix("") / endpoint).as_posix()


def chosen(targets: Sequence[Target], lang: str) -> list[Target]:
    """The targets of a page, in order; by default those of the languages that beginners look for first."""
    from snippetgen import pages  # noqa: PLC0415
    from snippetgen.site import LANGUAGES  # noqa: PLC0415

    if lang not in ("all", "default"):
        return list(targets)
    ordered = pages.in_order(targets)
    return ordered[:LANGUAGES] if lang == "default" else ordered


def endpoint_files(endpoint: Endpoint, name: str, targets: Sequence[Target], of: Site) -> tuple[dict[Path, str], Any]:
    """The pages of an endpoint, and its card as JSON data; raises SpecError and TemplateError."""
    from snippetgen import site as room  # noqa: PLC0415

    directory = of.directory
    made = room.endpoint_pages(endpoint, name, targets, directory)
    data = room.card(endpoint, name, of.locales).as_data
    return {Path(of.out) / path: text for path, text in made.items()}, data


def cards_digest(cards: Sequence[Any]) -> str:
    """Changes whenever one of the cards does."""
    return digest(repr(sorted(cards, key=lambda one: str(one["name"]))).encode())


def common_files(cards: Sequence[Any], of: Site) -> dict[Path, str]:
    """The files that are made of the cards of all endpoints; raises TemplateError."""
    from snippetgen import site as room  # noqa: PLC0415

    before = (comparison.read(Path(of.out) / room.CHANGES) or b"").decode("utf-8", "replace")
    made = room.common([room.Card.read(one) for one in cards], of.directory, before, _now())
    return {Path(of.out) / path: text for path, text in made.items()}


def _now() -> str:
    """The time, or that of a reproducible build (https://reproducible-builds.org/specs/source-date-epoch/)."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    at = int(seconds) if seconds.isdecimal() else int(time.time())
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def keys(targets: Key, look: Mapping[str, Key]) -> Keys:
    """The format of the configuration's `site`."""
    return Keys({**SITE, "targets": targets, **look})
