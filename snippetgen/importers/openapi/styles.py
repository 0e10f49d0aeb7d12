"""Values as parameters write them: ``style`` and ``explode`` (OpenAPI 3.1, "Style Values"; RFC 6570)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from snippetgen.data.jsontext import bare_text

if TYPE_CHECKING:
    from collections.abc import Iterator

SEPARATORS = {"spaceDelimited": " ", "pipeDelimited": "|", "tabDelimited": "\t"}
"""Style -> the separator between the values of an array that is not exploded; other styles use a comma."""


def pairs(name: str, value: Any, style: str, explode: bool) -> list[tuple[str, Any, bool]]:
    """A query, cookie or form parameter as pairs: (name, value, whether the value is percent-encoded already).

    A value is data that `bare_text` writes; an exploded array is one pair with a list of values.
    """
    if style == "deepObject" and isinstance(value, dict | list):
        return [(key, one, False) for key, one in _deep(name, value)]
    if isinstance(value, dict):
        if explode:
            return [(key, bare_text(one), False) for key, one in value.items()]
        return [(name, *joined(_alternating(value), SEPARATORS.get(style, ",")))]
    if isinstance(value, list):
        if explode:
            return [(name, [_leaf(one) for one in value], False)]
        return [(name, *joined(map(bare_text, value), SEPARATORS.get(style, ",")))]
    return [(name, value, False)]


def joined(texts: Any, separator: str) -> tuple[str, bool]:
    """Texts joined, and whether they had to be percent-encoded because one of them contains the separator."""
    parts = list(texts)
    if any(separator in part for part in parts):
        return quote(separator, safe=",").join(quote(part, safe="") for part in parts), True
    return separator.join(parts), False


def header(value: Any, explode: bool) -> str:
    """The value of a header parameter (style simple)."""
    if isinstance(value, dict):
        return (
            ",".join(f"{key}={bare_text(one)}" for key, one in value.items())
            if explode
            else ",".join(_alternating(value))
        )
    return ",".join(map(bare_text, value)) if isinstance(value, list) else bare_text(value)


def path(name: str, value: Any, style: str, explode: bool) -> list[tuple[str, str, bool]]:
    """A path parameter as pieces: (literal text before it, text, whether the text is percent-encoded already)."""
    if style == "matrix":
        return list(_matrix(name, value, explode))
    first = "." if style == "label" else ""
    between = "." if style == "label" and explode else ","
    if isinstance(value, dict):
        if explode:
            return [
                ((between if number else first) + f"{quote(key, safe='')}=", bare_text(one), False)
                for number, (key, one) in enumerate(value.items())
            ]
        return [(first, *joined(_alternating(value), between))]
    if isinstance(value, list):
        return [(first, *joined(map(bare_text, value), between))]
    return [(first, bare_text(value), False)]


def _matrix(name: str, value: Any, explode: bool) -> Iterator[tuple[str, str, bool]]:
    label = f";{quote(name, safe='')}="
    if isinstance(value, dict) and explode:
        yield from ((f";{quote(key, safe='')}=", bare_text(one), False) for key, one in value.items())
    elif isinstance(value, dict):
        yield (label, *joined(_alternating(value), ","))
    elif isinstance(value, list) and explode:
        yield from ((label, bare_text(one), False) for one in value)
    elif isinstance(value, list):
        yield (label, *joined(map(bare_text, value), ","))
    else:
        yield label, bare_text(value), False


def _alternating(value: dict[str, Any]) -> list[str]:
    return [text for key, one in value.items() for text in (key, bare_text(one))]


def _leaf(value: Any) -> Any:
    return bare_text(value) if isinstance(value, dict | list) else value


def _deep(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    """The members of an object as pairs: ``color[R]``, with more brackets for nested members (Rack, PHP, qs)."""
    if isinstance(value, dict | list) and value:
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _deep(f"{name}[{key}]", one)
    elif not isinstance(value, dict | list):
        yield name, value
