"""The locale that a user names, as the texts of a spec and our own words know it."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from snippetgen.errors import SpecError
from snippetgen.rendering.words import LOCALES
from snippetgen.spec import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from snippetgen.spec import Endpoint


def resolve(wanted: str, endpoint: Endpoint, ours: Iterable[str] = LOCALES) -> str:
    """The known locale that a user means: in any case, with ``_`` or ``-``, and with or without a region.

    ``zh_CN``, ``ZH`` and ``zh_CN.UTF-8`` (as in ``$LANG``) are ``zh`` where only that is known (RFC 4647, lookup).

    Args:
        ours: the locales of our own words.

    Raises:
        SpecError: neither the endpoint's texts nor our own words are in this locale; the text lists those they are in.
    """
    ours = tuple(ours)
    if wanted in ours:
        return wanted
    known = {one.lower(): one for one in of(endpoint, ours)}
    tag = re.sub(r"[.@].*", "", wanted.strip()).replace("_", "-").lower()
    while tag:
        longer = (one for one in known if one.startswith(f"{tag}-"))
        if found := known.get(tag) or known.get(next(longer, "")):
            return found
        tag = tag.rpartition("-")[0]
    raise SpecError(f'{endpoint.file}: unknown locale "{wanted}" (one of: {", ".join(sorted(known.values()))})')


def of(endpoint: Endpoint, ours: Iterable[str] = LOCALES) -> list[str]:
    """The locales of an endpoint's texts and of our own words, sorted."""
    return sorted({*ours, *spoken(endpoint)})


def spoken(data: Any) -> Iterator[str]:
    """The locales of all texts in an endpoint, or a part of one."""
    if isinstance(data, Words):
        yield from filter(None, data)
    elif is_dataclass(data):
        for field in fields(data):
            yield from spoken(getattr(data, field.name))
    elif isinstance(data, dict | list | tuple):
        for one in _parts(data):
            yield from spoken(one)


def _parts(data: Mapping[str, Any] | Iterable[Any]) -> Iterable[Any]:
    return data.values() if isinstance(data, dict) else data
