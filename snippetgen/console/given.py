"""What a page sends may be anything: its parts, each of the right kind, or an error that says which is not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from snippetgen.data import jsontext
from snippetgen.data.yamltext import MAX_DEPTH, MAX_NODES, MAX_TEXT
from snippetgen.errors import SpecError
from snippetgen.spec.format import ENV_NAME, PLACES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FILE = "the request"
"""What messages call a state."""

MOST = 1000
"""The most parameters or pairs of a state; some checks compare each with each."""


def wrong(what: str, text: str) -> SpecError:
    """The error about one part of a state."""
    return SpecError(f"{FILE}: {what}: {text}")


def mapping(value: Any, what: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise wrong(what, "must be an object")
    return value


def listing(data: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    """A list of objects; empty where there is none."""
    return [mapping(one, key) for one in _items(data, key)]


def pairs(data: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The pairs of a body."""
    found = _items(data, "pairs")
    if not all(isinstance(one, list) and [type(part) for part in one] == [str, str] for one in found):
        raise wrong("body.pairs", "must be pairs of name and value")
    return [(characters(name, "body.pairs"), characters(value, "body.pairs")) for name, value in found]


def _items(data: Mapping[str, Any], key: str) -> list[Any]:
    value = data.get(key, [])
    if not isinstance(value, list):
        raise wrong(key, "must be a list")
    if len(value) > MOST:
        raise wrong(key, f"has more than {MOST} items")
    return value


def text(data: Mapping[str, Any], key: str) -> str:
    """A text; empty where there is none."""
    value = data.get(key, "")
    if not isinstance(value, str):
        raise wrong(key, "must be a text")
    return characters(value, key)


def matching(data: Mapping[str, Any], key: str, pattern: str, what: str) -> str:
    """A text that fits a pattern."""
    value = text(data, key)
    if not re.fullmatch(pattern, value):
        raise wrong(key, f"must be {what}")
    return value


def characters(value: str, what: str) -> str:
    """A text as it is, if UTF-8 can express it, and it is not longer than a spec."""
    if len(value) > MAX_TEXT:
        raise wrong(what, f"is longer than {MAX_TEXT:,} characters")
    if re.search("[\ud800-\udfff]", value):
        raise wrong(what, "holds half of a character (a lone surrogate)")
    return value


def flag(data: Mapping[str, Any], key: str) -> bool:
    value = data.get(key, False)
    if not isinstance(value, bool):
        raise wrong(key, "must be true or false")
    return value


def place(one: Mapping[str, Any]) -> str:
    """Where a parameter goes."""
    found = one.get("in")
    if not isinstance(found, str) or found not in PLACES:
        raise wrong("params", f"a parameter must be in one of {', '.join(PLACES)}")
    return found


def env(one: Mapping[str, Any]) -> str:
    """The variable that a parameter is read from; empty where it has a value of its own."""
    return matching(one, "env", ENV_NAME, "the name of a variable such as API_KEY") if one.get("env") else ""


def json_data(value: str, what: str) -> Any:
    """The data of JSON text, within the limits of a spec; a name that stands twice would be lost without a word."""
    try:
        jsontext.parse_exact(value, unique=True)
    except ValueError as error:
        raise wrong(what, f"not JSON: {error}") from None
    found = jsontext.read_json(value, what)
    for number, (depth, one) in enumerate(_nodes(found)):
        if depth > MAX_DEPTH:
            raise wrong(what, f"is nested more than {MAX_DEPTH} levels deep")
        if number > MAX_NODES:
            raise wrong(what, f"has more than {MAX_NODES:,} values")
        if isinstance(one, str):
            characters(one, what)
    return found


def _nodes(data: Any) -> Iterator[tuple[int, Any]]:
    """Each value and key of JSON data with its depth, without recursion."""
    left = [(1, data)]
    while left:
        depth, one = left.pop()
        yield depth, one
        inner = [*one, *one.values()] if isinstance(one, dict) else one if isinstance(one, list) else ()
        left += [(depth + 1, value) for value in inner]
