"""JSON data -> JSON text (RFC 8259), numbers as they were written."""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any

from snippetgen.data.number import Number
from snippetgen.errors import SpecError

if TYPE_CHECKING:
    from collections.abc import Iterator


def dumps(data: Any) -> str:
    """JSON text on one line, with a space after each comma and colon."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{_text(key)}: {dumps(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(dumps, data)) + "]"
    return scalar_text(data)


def lines(data: Any, width: int = 72) -> list[str]:
    """Indented text, a line each; what fits within `width` columns stays on its line.

    The lines are kept until other data comes: a request is spelt in one language after the other. `data` must not be
    changed in between, nor the list.
    """
    global _kept  # noqa: PLW0603 - see above
    if _kept[0] is not data or _kept[1] != width:
        _kept = data, width, _broken(data, width)[1]
    return _kept[2]

_INDENT = "  "
_kept: tuple[Any, int, list[str]] = object(), 0, []


def _broken(data: Any, width: int) -> tuple[str, list[str]]:
    """The text on one line, and over as many lines as it takes where `width` columns are left."""
    if not isinstance(data, dict | list) or not data:
        flat = dumps(data)
        return flat, [flat]
    left = width - len(_INDENT)
    if isinstance(data, dict):
        keys, brackets = [f"{_text(key)}: " for key in data], "{}"
        values = [_broken(value, left) for value in data.values()]
    else:
        keys, brackets = [""] * len(data), "[]"
        values = [_broken(value, left) for value in data]
    inside = ", ".join([key + value for key, (value, _) in zip(keys, values, strict=True)])
    flat = f"{brackets[0]}{inside}{brackets[1]}"
    if len(flat) <= width:
        return flat, [flat]
    inner: list[str] = []
    for key, (_, block) in zip(keys, values, strict=True):
        inner.append(_INDENT + key + block[0])
        inner += [_INDENT + line for line in block[1:]]
        inner[-1] += ","
    inner[-1] = inner[-1][:-1]
    return flat, [brackets[0], *inner, brackets[1]]


def pieces(data: Any) -> Iterator[Any]:
    """The text of `dumps` in pieces; a leaf that is not JSON (such as `Env`) is a piece by itself."""
    if isinstance(data, dict):
        for number, (key, value) in enumerate(data.items()):
            yield f"{', ' if number else '{'}{_text(key)}: "
            yield from pieces(value)
        yield "}" if data else "{}"
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield ", " if number else "["
            yield from pieces(value)
        yield "]" if data else "[]"
    else:
        yield scalar_text(data) if data is None or isinstance(data, str | int | Number) else data


def is_json(text: str) -> bool:
    """Whether a text is JSON."""
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def bare_text(value: Any) -> str:
    """A value as text outside JSON (in a query, a header or a form): text as it is, null as "", the rest as JSON."""
    return value if isinstance(value, str) else "" if value is None else dumps(value)


def scalar_text(value: Any) -> str:
    if isinstance(value, Number):
        return value.text
    if isinstance(value, str):
        return _text(value)
    return json.dumps(value)


def _text(value: str) -> str:
    """A JSON string; invisible characters (controls, line separators, bidi marks) are escaped."""
    text = encode_basestring(value)
    return text if text.isprintable() else "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in text)


def read_json(text: str, what: str) -> Any:
    """JSON text as data, with numbers as they were written.

    Raises:
        SpecError: the text is not JSON; the message begins with `what`.
    """
    try:
        return json.loads(text, parse_float=Number, parse_int=_integer, parse_constant=no_constant)
    except (ValueError, RecursionError) as error:
        raise SpecError(f"{what}: not JSON: {error}") from None


def _integer(text: str) -> int | Number:
    return Number(text) if text == "-0" else int(text)


def no_constant(text: str) -> None:
    """Raises ValueError for NaN and Infinity, which Python's parser would take (RFC 8259, section 6)."""
    raise ValueError(f"{text} is not a JSON number")


def parse_exact(text: str, *, unique: bool = False) -> Any:
    """JSON text as data whose numbers remember how they were written.

    Args:
        unique: whether a duplicate key is an error; otherwise the last one wins, as in most parsers.

    Raises:
        ValueError: the text is not JSON, is nested too deeply, or contains NaN or a number too large for any program.
    """
    hook = _unique if unique else None
    try:
        return json.loads(
            text, parse_int=Number, parse_float=Number, parse_constant=no_constant, object_pairs_hook=hook
        )
    except (RecursionError, ArithmeticError):
        raise ValueError("is nested too deeply, or contains a number too large for any program") from None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) < len(pairs):
        raise ValueError("duplicate key")
    return data
