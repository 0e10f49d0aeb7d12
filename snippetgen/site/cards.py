"""What a directory says of an endpoint outside its page: in lists, in the search, in feeds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from snippetgen.basics.digests import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from snippetgen.spec import Endpoint
    from snippetgen.spec.model import Words

Texts = dict[str, str]
"""Locale -> text; a text for every locale of the directory."""


class Card(NamedTuple):
    """An endpoint in a list. It is kept as JSON from build to build.

    Attributes:
        name: the path of its page without ending, with ``/``; unique in the directory.
        host: of its first server.
        titles, summaries, categories, providers: by locale; a category or provider that is unknown is no text.
        tags: as the author wrote them.
        params: the names of its parameters and of the described members of its body.
        descriptions: what is said of these, in all locales, for the search alone.
        deprecated: whether its author says that it is.
        digest: changes whenever the endpoint does.
    """

    name: str
    method: str
    path: str
    host: str
    titles: Texts
    summaries: Texts
    categories: Texts
    providers: Texts
    tags: tuple[str, ...]
    params: tuple[str, ...]
    descriptions: tuple[str, ...]
    deprecated: bool
    digest: str

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Card:
        """The card in data that `as_data` made, and JSON kept."""
        lists = {key: tuple(data[key]) for key in ("tags", "params", "descriptions")}
        return cls(**{**data, **lists})

    @property
    def as_data(self) -> dict[str, Any]:
        """The card as JSON data."""
        return self._asdict()


def card(endpoint: Endpoint, name: str, locales: Iterable[str]) -> Card:
    """The card of an endpoint whose page has this name."""
    locales = tuple(locales)
    body = endpoint.body.fields if endpoint.body else ()
    described = [*(one.description for one in endpoint.params), *(one.get("description") for one in body)]
    provider = endpoint.provider
    return Card(
        name=name,
        method=endpoint.method,
        path=endpoint.path or "/",
        host=urlsplit(next(iter(endpoint.servers.values()))).hostname or "",
        titles=_texts(endpoint.title, locales),
        summaries=_texts(endpoint.summary, locales),
        categories=_texts(endpoint.category, locales),
        providers=_texts(provider.name, locales) if provider else {},
        tags=endpoint.tags,
        params=tuple(dict.fromkeys([*(one.name for one in endpoint.params), *(str(one["name"]) for one in body)])),
        descriptions=tuple(dict.fromkeys(text for one in described for text in _all(one))),
        deprecated=endpoint.deprecated is not None,
        digest=digest(repr(replace(endpoint, file="")).encode()),
    )


def _texts(words: Words, locales: Iterable[str]) -> Texts:
    return {locale: text for locale in locales if (text := words.text(locale))}


def _all(words: Any) -> Iterable[str]:
    return words.values() if isinstance(words, dict) else [words] if words else []
