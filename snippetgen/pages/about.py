"""What a page tells about the endpoint as a service: who provides it, what it costs, where to ask, whether it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from snippetgen.pages.model import Deprecated, Fact, Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.spec import Endpoint


def facts(endpoint: Endpoint, locale: str) -> tuple[Fact, ...]:
    """What the author says of the endpoint, in the order of the page; what nobody says is no fact."""
    limits = (Part(one.text(locale)) for one in endpoint.limits)
    found = {
        "provider": _provider(endpoint, locale),
        "category": [Part(endpoint.category.text(locale))],
        "tags": map(Part, endpoint.tags),
        "price": [Part(endpoint.price.text(locale))],
        "limits": limits,
        "contact": _contact(endpoint, locale),
        "status_page": [Part("", endpoint.status_page)],
    }
    kept = {kind: tuple(one for one in parts if one.text.strip() or one.address) for kind, parts in found.items()}
    return tuple(Fact(kind, parts) for kind, parts in kept.items() if parts)


def _provider(endpoint: Endpoint, locale: str) -> Iterator[Part]:
    if endpoint.provider:
        yield Part(endpoint.provider.name.text(locale), endpoint.provider.url)


def _contact(endpoint: Endpoint, locale: str) -> Iterator[Part]:
    if endpoint.contact:
        yield Part(endpoint.contact.name.text(locale))
        yield Part("", endpoint.contact.email)
        yield Part("", endpoint.contact.url)


def deprecated(endpoint: Endpoint, locale: str) -> Deprecated | None:
    """The notice that an endpoint should no longer be used; None if it may be."""
    one = endpoint.deprecated
    return Deprecated(one.since, one.until, one.instead.text(locale)) if one else None
