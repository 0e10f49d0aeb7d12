"""The constraints of a string or a number -> a realistic value that satisfies them."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from snippetgen.data.number import Number
from snippetgen.importers.openapi.samples import pattern

if TYPE_CHECKING:
    from snippetgen.importers.openapi.samples.merge import View

FORMATS = {
    # https://json-schema.org/draft/2020-12/json-schema-validation#section-7.3
    "date-time": "2024-01-15T09:30:00Z",
    "date": "2024-01-15",
    "time": "09:30:00Z",
    "duration": "P1D",
    "email": "user@example.com",
    "idn-email": "user@example.com",
    "hostname": "example.com",
    "idn-hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uri": "https://example.com",
    "iri": "https://example.com",
    "uri-reference": "/path",
    "iri-reference": "/path",
    "uri-template": "https://example.com/{id}",
    "json-pointer": "/name",
    "relative-json-pointer": "1/name",
    "regex": "^[a-z]+$",
    "uuid": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
    # https://spec.openapis.org/registry/format/
    "byte": "c3RyaW5n",
    "base64url": "c3RyaW5n",
    "binary": "",
    "password": "password",
    "char": "a",
    "html": "<p>string</p>",
    "commonmark": "string",
    "media-range": "text/html",
    "http-date": "Mon, 15 Jan 2024 09:30:00 GMT",
    "decimal": "1.5",
    "decimal128": "1.5",
    "int64": "1",
    "int32": "1",
    # names that real documents use for these formats
    "datetime": "2024-01-15T09:30:00Z",
    "dateTime": "2024-01-15T09:30:00Z",
    "google-datetime": "2024-01-15T09:30:00Z",
    "google-duration": "3.5s",
    "google-fieldmask": "name",
    "date-only": "2024-01-15",
    "url": "https://example.com",
    "guid": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
    "ip": "192.0.2.1",
    "ip-address": "192.0.2.1",
    "cidr": "192.0.2.0/24",
    "base64": "c3RyaW5n",
    "phone": "+12025550123",
    "currency": "USD",
    "timezone": "Europe/Berlin",
    "locale": "en-US",
    "unix-time": "1705311000",
    "mac": "00:00:5e:00:53:01",
    "ulid": "01HM6G8Q9XJ5V3T7B2C4D6F8GA",
}
"""Format -> an example text. Names and addresses are those reserved for examples (RFC 2606, RFC 5737, RFC 3849,
RFC 7042); a date is a constant, so that equal input gives equal output."""

_STRING = "string"
_LONG = 10_000
"""The longest text that is made to satisfy a minLength."""

_MOST = 10**8
"""Larger counts (minLength and the like) are read as this one."""

_PLAIN = (
    *(_STRING, "example", "Example", "EXAMPLE", "1", "1.0", "1.0.0", "2024-01-15", "2024-01-15T09:30:00Z"),
    *("en", "US", "USD", "en-US", "https://example.com", "example.com", "/path", "user@example.com"),
    *("3fa85f64-5717-4562-b3fc-2c963f66afa6", "+12025550123", "Passw0rd!"),
)
"""Texts that are tried for a pattern first: the shortest text that matches is rarely a word."""


def text(schema: View, word: str = "") -> str:
    """A string for format, pattern, minLength and maxLength; the least wrong one if they contradict each other.

    Args:
        word: the string to take, in capitals or small, if the schema allows it and its format names no better one.
    """
    least = _count(schema.all("minLength"), max, 0)
    most = _count(schema.all("maxLength"), min, _LONG)
    patterns = tuple(value for value in schema.all("pattern") if isinstance(value, str))
    name = schema.first("format", str)
    usual = FORMATS.get(name, FORMATS.get(name.lower(), _STRING)) if name else _STRING
    if name == "binary" and not patterns:
        return ""
    for one in _forms(word) if word and usual == _STRING else ():
        if least <= len(one) <= most and all(pattern.matches(each, one) for each in patterns):
            return one
    if not patterns:
        return usual if least <= len(usual) <= most else _sized(usual if usual == "password" else _STRING, least, most)
    return _matching(patterns, usual, least, most) or _sized(usual, least, most)


def _forms(word: str) -> tuple[str, ...]:
    """YOUR_NAME, and how it is written where a pattern forbids capitals or underscores."""
    small = word.lower()
    return word, small, small.replace("_", "-"), word.replace("_", ""), small.replace("_", "")


@lru_cache(maxsize=2_000)
def _matching(patterns: tuple[str, ...], usual: str, least: int, most: int) -> str:
    """The best text that matches all patterns; empty if none is found."""
    made = [one for each in patterns for one in pattern.texts(each, least)]
    padded = [_sized("Passw0rd!", max(least, len(one)), most) for one in made]
    padded += [_sized(one, least, most) for one in (usual, *made) if one]
    for one in (usual, *_PLAIN, *made, *padded):
        if least <= len(one) <= most and all(pattern.matches(each, one) for each in patterns):
            return one
    return next(iter(made), "")


def _sized(word: str, least: int, most: int) -> str:
    if len(word) < least:
        word = (word * (min(least, _LONG) // len(word) + 1))[: min(least, _LONG)]
    return word[:most]


def _count(values: Any, best: Any, default: int) -> int:
    """The narrowest of several limits, as `best` (min or max) finds it; a number in quotes counts, too."""
    counts = [
        _MOST if value > _MOST else int(value) for value in map(decimal, values) if value is not None and value >= 0
    ]
    return int(best(counts)) if counts else default


def count(schema: View, key: str, default: int) -> int:
    """The value of a limit such as ``minLength`` or ``maxItems``, the narrowest if several schemas have one."""
    return _count(schema.all(key), max if key.startswith("min") else min, default)


def decimal(value: Any) -> Decimal | None:
    """A number in a schema, exactly; None if the value is not a number."""
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
        return None
    try:
        number = Decimal(value if isinstance(value, int | Decimal) else str(value))
    except (ArithmeticError, ValueError):
        return None
    return number if number.is_finite() and abs(number.adjusted()) < _FAR else None


_FAR = 400
"""Numbers with more digits before or after the point are not taken for limits."""


def number(schema: View, *, whole: bool) -> int | Number:
    """A number for minimum, maximum, both kinds of exclusive bounds, multipleOf and format."""
    low, above = _bound(schema, "minimum", "exclusiveMinimum", max)
    high, below = _bound(schema, "maximum", "exclusiveMaximum", min)
    step = next((abs(one) for one in map(decimal, schema.all("multipleOf")) if one), None)
    start = Decimal("0.1") if not whole and schema.first("format", str) in ("float", "double") else Decimal(0)

    def holds(value: Decimal) -> bool:
        if whole and value != value.to_integral_value():
            return False
        if step is not None and value % step:
            return False
        return (low is None or (value > low if above else value >= low)) and (
            high is None or (value < high if below else value <= high)
        )

    try:
        for value in _candidates(start, low, high, step, whole=whole):
            if holds(value):
                return written(value)
    except ArithmeticError:
        pass
    return written(low if low is not None else high if high is not None else start)


def _candidates(
    start: Decimal, low: Decimal | None, high: Decimal | None, step: Decimal | None, *, whole: bool
) -> list[Decimal]:
    """Numbers that may satisfy the constraints, the nicest first."""
    found = [start, Decimal(0), Decimal(1)]
    unit = step or Decimal(1)
    if whole and step is not None:
        unit = Decimal(Fraction(step).numerator)
    for edge in (low, high):
        if edge is not None:
            up = (edge / unit).to_integral_value(ROUND_CEILING) * unit
            found += [edge, up - unit, up, up + unit]
    if low is not None and high is not None:
        middle = (low + high) / 2
        found += [middle, (middle / unit).to_integral_value(ROUND_FLOOR) * unit]
    return found


def _bound(schema: View, inclusive: str, exclusive: str, best: Any) -> tuple[Decimal | None, bool]:
    """The narrowest bound, and whether it is exclusive (a flag in draft 4, a number from draft 6 on)."""
    found: list[tuple[Decimal, bool]] = []
    for member in schema.outer:
        value, other = decimal(member.schema.get(inclusive)), member.schema.get(exclusive)
        if value is not None:
            found.append((value, other is True))
        limit = decimal(other)
        if limit is not None:
            found.append((limit, True))
    if not found:
        return None, False
    edge = best(value for value, _ in found)
    return edge, any(out for value, out in found if value == edge)


def written(value: Decimal) -> int | Number:
    """A decimal as JSON writes it: whole numbers without a point."""
    if value == value.to_integral_value():
        return int(value)
    return value if isinstance(value, Number) else Number(str(value))
