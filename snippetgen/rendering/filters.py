"""Filters and tests that prepare a request's values for templates; their results must still be spelt."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from snippetgen.data.number import Number
from snippetgen.errors import Refused, TemplateError
from snippetgen.request import Env, Part, Text, Value, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from snippetgen.data.paths import Step


def is_secret(value: Any) -> bool:
    """Whether a value contains an environment variable."""
    return any(isinstance(token, Env) for token in value)


def whole_text(value: Any) -> str:
    """The text of a value without variables; it is not spelt, so a template cannot print it as it is."""
    if is_secret(value):
        raise TemplateError("|text: the value contains a secret (test it with `is secret`, and spell it with |value)")
    return "".join(token.text for token in value if isinstance(token, Text))


def after(value: Value, *texts: str) -> Value:
    """A value after some texts, such as a header's name and a colon."""
    return joined([Text("".join(texts)), *value])


def curl_form(part: Part) -> str:
    """A part as the argument of curl's --form, with curl's own quotes; it is not spelt.

    https://curl.se/docs/manpage.html#-F
    """

    def quoted(text: str) -> str:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    if not part.path:
        return f"{part.name}={quoted(whole_text(part.value))};type={part.media_type}"
    file = part.path if re.fullmatch(r"[\w./-]+", part.path) else quoted(part.path)
    name = "" if part.path.rpartition("/")[2] == part.filename else f";filename={quoted(part.filename)}"
    return f"{part.name}=@{file}{name};type={part.media_type}"


def httpie_method(method: str) -> str:
    """A method, which HTTPie would take for an address if it were no word; it is not spelt.

    Raises:
        Refused: it is none.
    """
    if not re.fullmatch("[A-Za-z]+", method):
        raise Refused("HTTPie takes a method of other characters than letters for an address")
    return method


def httpie_name(name: str) -> str:
    """A name before the separator of one of HTTPie's items; it is not spelt.

    Raises:
        Refused: a backslash stands before a character that HTTPie would take it away from.
    """
    return re.sub(r"[:;=@]", r"\\\g<0>", _unaltered(name))


def httpie_value(value: Value) -> Value:
    """A value behind the separator of one of HTTPie's items, which a = or @ would make longer; it is not spelt.

    https://httpie.io/docs/cli/escaping-rules

    Raises:
        Refused: as `httpie_name` does.
    """
    first, *rest = value or (Text(""),)
    for token in value:
        if isinstance(token, Text):
            _unaltered(token.text)
    if isinstance(first, Text) and first.text.startswith(("=", "@")):
        return joined([Text("\\" + first.text), *rest])
    return value


def _unaltered(text: str) -> str:
    if re.search(r"\\[:;=@]", text):
        raise Refused("HTTPie takes the backslash away from \\: \\; \\= and \\@")
    return text


def httpie_file(part: Part) -> str:
    """A file in a multipart body, as an item of HTTPie; it is not spelt.

    Raises:
        Refused: it is sent under another name, which HTTPie cannot.
    """
    if part.path.rpartition("/")[2] != part.filename:
        raise Refused("HTTPie sends a file under its own name alone")
    if ";type=" in part.path:
        raise Refused("HTTPie takes what follows ;type= in the path of a file for its type")
    return f"{httpie_name(part.name)}@{_unaltered(part.path)};type={part.media_type}"


def hurl_method(method: str) -> str:
    """A method, in which Hurl takes letters alone; it is not spelt.

    Raises:
        Refused: it has others.
    """
    if not re.fullmatch("[A-Za-z]+", method):
        raise Refused("Hurl takes a method of letters alone")
    return method


def by_name(pairs: Iterable[tuple[str, Value]]) -> dict[str, Value | list[Value]]:
    """Headers as a map name -> value, for `native`; a repeated name (in any case) has a list of values."""
    grouped: dict[str, list[Any]] = {}
    for name, value in pairs:
        grouped.setdefault(name.lower(), [name]).append(value)
    return {name: values if values[1:] else values[0] for name, *values in grouped.values()}


def as_lists(pairs: Iterable[tuple[str, Value]]) -> list[list[Any]]:
    """Pairs as lists [name, value], for `native`."""
    return [[name, value] for name, value in pairs]


def as_texts(pairs: Iterable[tuple[str, Value]]) -> list[tuple[str, Value]]:
    """Pairs whose numbers are texts, for `native` where the language's types tell the two apart."""
    return [(name, tuple(Text(one.text) if isinstance(one, Text) else one for one in value)) for name, value in pairs]


def as_runs(pairs: Iterable[tuple[str, Value]], start: str = "") -> list[tuple[str, Value]]:
    """Pairs of a query or a form behind `start`, as text that is encoded, each with a value behind it that is not.

    Returns:
        the last value is empty where the text needs nothing behind it.
    """
    runs, text, mark = [], start, ""
    for name, value in pairs:
        text += f"{mark}{quote(name, safe='')}="
        mark = "&"
        if not is_secret(value) and quote(whole_text(value), safe="") == whole_text(value):
            text += whole_text(value)
        else:
            runs.append((text, value))
            text = ""
    return [*runs, (text, ())] if text else runs


def is_distinct(pairs: Sequence[tuple[str, Value]]) -> bool:
    """Whether pairs can be a map that keeps their order in any language: no duplicate, numeric or special names."""
    names = {name.lower() for name, _ in pairs}
    return len(names) == len(pairs) and not any(name.isdigit() or name == "__proto__" for name in names)


def is_adjacent(pairs: Sequence[tuple[str, Value]]) -> bool:
    """Whether a map of lists (`by_name`) keeps the order of pairs: those of one name stand side by side."""
    names = [name for index, (name, _) in enumerate(pairs) if not index or pairs[index - 1][0] != name]
    return is_distinct([(name, ()) for name in names])


def pointer(path: Iterable[Step]) -> str:
    """A path as a JSON pointer (RFC 6901); it is not spelt."""
    steps = (str(step).replace("~", "~0").replace("/", "~1") for step in path)
    return "".join(f"/{step}" for step in steps)


def jq(path: Sequence[Step]) -> str:
    """A path as a filter of jq, which version 1.6 reads, too (https://jqlang.org/manual/#basic-filters); not spelt."""
    words = (isinstance(step, str) and _WORD.fullmatch(step) for step in path)
    steps = (
        f".{step}" if is_word else f"[{json.dumps(step, ensure_ascii=False)}]"
        for step, is_word in zip(path, words, strict=True)
    )
    text = "".join(steps)
    return text if text.startswith(".") else f".{text}"


_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def has_whole_float(data: Any) -> bool:
    """Whether JSON data contains a number such as 1.0, which some libraries write as 1."""
    if isinstance(data, dict | list):
        return any(map(has_whole_float, data.values() if isinstance(data, dict) else data))
    return isinstance(data, Number) and data == data.to_integral_value()
