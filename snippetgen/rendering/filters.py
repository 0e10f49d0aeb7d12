"""What a template may ask of a request's values; none of it is spelt, so none can be printed as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from snippetgen.data.number import Number
from snippetgen.errors import TemplateError
from snippetgen.request import Env, Part, Text, Value, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def is_secret(value: Any) -> bool:
    """Whether a value holds an environment variable."""
    return any(isinstance(token, Env) for token in value)


def whole_text(value: Any) -> str:
    """The text of a value that holds no variable; not spelt, so it cannot be printed as it is."""
    if is_secret(value):
        raise TemplateError("|text: the value holds a secret (ask `is secret` first, and spell it with |value)")
    return "".join(token.text for token in value if isinstance(token, Text))


def after(value: Value, *texts: str) -> Value:
    """A value with texts before it, such as a header's name and its colon."""
    return joined([Text("".join(texts)), *value])


def curl_form(part: Part) -> str:
    """A part as the word of curl's --form, with curl's own quotes (https://curl.se/docs/manpage.html#-F); not spelt."""

    def quoted(text: str) -> str:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    if not part.path:
        return f"{part.name}={quoted(whole_text(part.value))};type={part.media_type}"
    file = part.path if re.fullmatch(r"[\w./-]+", part.path) else quoted(part.path)
    name = "" if part.path.rpartition("/")[2] == part.filename else f";filename={quoted(part.filename)}"
    return f"{part.name}=@{file}{name};type={part.media_type}"


def by_name(pairs: Iterable[tuple[str, Value]]) -> dict[str, Value | list[Value]]:
    """Headers as a map, for `native`: one that is sent twice has a list of values; upper and lower case are one."""
    grouped: dict[str, list[Any]] = {}
    for name, value in pairs:
        grouped.setdefault(name.lower(), [name]).append(value)
    return {name: values if values[1:] else values[0] for name, *values in grouped.values()}


def as_lists(pairs: Iterable[tuple[str, Value]]) -> list[list[Any]]:
    """Pairs as lists of two, for `native`."""
    return [[name, value] for name, value in pairs]


def is_distinct(pairs: Sequence[tuple[str, Value]]) -> bool:
    """Whether pairs can be a map that keeps their order, in any language: no name twice, none a number or a trap."""
    names = {name.lower() for name, _ in pairs}
    return len(names) == len(pairs) and not any(name.isdigit() or name == "__proto__" for name in names)


def has_whole_float(data: Any) -> bool:
    """Whether JSON data holds a number such as 1.0, which some libraries write as 1."""
    if isinstance(data, dict | list):
        return any(map(has_whole_float, data.values() if isinstance(data, dict) else data))
    return isinstance(data, Number) and data == data.to_integral_value()
