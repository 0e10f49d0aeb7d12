"""Which of several answers a client would rather have, by its Accept header (RFC 9110, section 12.5.1)."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from snippetgen.http import TOKEN, essence, is_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class _Range(NamedTuple):
    """One media range: how exact it is, what it names, its parameters, and how much it is wanted (0 to 1)."""

    exact: tuple[int, int]
    pattern: str
    parameters: frozenset[tuple[str, str]]
    quality: float


def wanted(accept: Iterable[str], media_types: Sequence[str]) -> int | None:
    """The place of the media type that a client likes best; the first of those that it likes as much.

    Args:
        accept: the values of the Accept header; without one, every type is as good.

    Returns:
        None if the client takes none of them.
    """
    ranges = [one for text in accept for one in _ranges(text)] or [_Range((0, 0), "*/*", frozenset(), 1.0)]
    quality, place = max(((_quality(ranges, one), -at) for at, one in enumerate(media_types)), default=(0.0, 0))
    return -place if quality else None


def takes_json(accept: Iterable[str]) -> bool:
    """Whether a client takes JSON, by any of its names."""
    return any(is_json(one.pattern) and one.quality for text in accept for one in _ranges(text))


def _quality(ranges: Iterable[_Range], media_type: str) -> float:
    """How much a type is wanted: what the most exact range that it falls under says."""
    name, parameters = essence(media_type), _parameters(media_type)
    fitting = [
        one
        for one in ranges
        if one.pattern in ("*/*", name, f"{name.partition('/')[0]}/*") and one.parameters <= parameters
    ]
    return max(fitting, default=_Range((0, 0), "", frozenset(), 0.0), key=lambda one: one.exact).quality


def _ranges(text: str) -> Iterable[_Range]:
    for one in re.findall(r'(?:[^,"]|"(?:\\.|[^"\\])*")+', text):
        pattern = essence(one)
        if not re.fullmatch(rf"{TOKEN}/{TOKEN}", pattern):
            continue
        quality, parameters = 1.0, _parameters(one)
        for name, value in parameters:
            with suppress(ValueError):
                quality = min(max(float(value), 0.0), 1.0) if name == "q" else quality
        rest = frozenset(pair for pair in parameters if pair[0] != "q")
        yield _Range((2 - pattern.count("*"), len(rest)), pattern, rest, quality)


def _parameters(text: str) -> frozenset[tuple[str, str]]:
    """The parameters of a media type or range, but for the charset: an answer is as good in any."""
    pairs = re.findall(rf';\s*({TOKEN})\s*=\s*("(?:\\.|[^"\\])*"|{TOKEN})', text)
    return frozenset((name.lower(), value.strip('"').lower()) for name, value in pairs if name.lower() != "charset")
