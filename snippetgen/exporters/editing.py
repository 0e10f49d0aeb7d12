"""Additions to a YAML or JSON document: nothing else of its text is touched."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from snippetgen.data.jsontext import dumps
from snippetgen.errors import Refused
from snippetgen.exporters.places import line_start, next_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.exporters.places import Place

IDENTITY = ("lang", "label", "language", "name")
"""The keys that identify a map in a list: a map with equal values of these is replaced."""


class Edit(NamedTuple):
    """A replacement for the text between two offsets."""

    start: int
    end: int
    new: str


class Manner(NamedTuple):
    """The style in which a document is written.

    Attributes:
        unit: spaces by which a map within a map is indented.
        offset: spaces by which a list within a map is indented.
        is_json: whether it is JSON; `unit` may then be a tab, or empty if the document is on one line.
        tight: whether there is no space after colons (only in JSON on one line).
        line_break: LF or CRLF.
    """

    unit: str
    offset: int
    is_json: bool
    tight: bool = False
    line_break: str = "\n"


def manner(text: str, *, is_json: bool) -> Manner:
    """The style of a document, as its first indented lines show it."""
    line_break = "\r\n" if "\r\n" in text else "\n"
    if is_json:
        first = re.match(r"\s*[\[{][ \t]*\r?\n([ \t]*)", text)
        tight = not first and '": ' not in text[:2000]
        return Manner(first[1] if first else "", 0, is_json=True, tight=tight, line_break=line_break)
    found = re.search(r"(?m)^paths:[^\n]*\n(?:\s*(?:#[^\n]*)?\n)*( +)", text)
    lists = re.search(r"(?m)^( *)(?:[^\s#\-][^\n]*):[ \t]*\r?\n( *)- ", text)
    offset = len(lists[2]) - len(lists[1]) if lists else 2
    return Manner(found[1] if found else "  ", max(offset, 0), is_json=False, line_break=line_break)


def apply(text: str, edits: list[Edit]) -> str:
    """The text with all edits applied; edits at the same place keep their order."""
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda one: one.start):
        pieces += [text[at : edit.start], edit.new]
        at = edit.end
    return "".join([*pieces, text[at:]])


def merged(old: Any, wanted: Any) -> Any:
    """The data `old` after the same changes that `edits` makes in a text."""
    if isinstance(old, dict) and isinstance(wanted, dict):
        return old | {key: merged(old[key], value) if key in old else value for key, value in wanted.items()}
    if isinstance(old, list) and isinstance(wanted, list):
        found = list(old)
        for value in wanted:
            at = next((index for index, one in enumerate(old) if _is_same(one, value)), None)
            if at is None:
                found.append(value)
            else:
                found[at] = merged(found[at], value)
        return found
    return wanted


def _is_same(one: Any, wanted: Any) -> bool:
    if not isinstance(wanted, dict):
        return bool(one == wanted)
    if not isinstance(one, dict):
        return False
    if not any(key in wanted for key in IDENTITY):
        return set(wanted) <= set(one)
    return all(one.get(key) == wanted.get(key) for key in IDENTITY)


def _plain(place: Place) -> Any:
    """The members of a value that `_is_same` compares."""
    if place.kind == "map":
        return {one.key: one.value.value for one in place.entries}
    return place.value if place.kind == "scalar" else None


def edits(place: Place, wanted: Any, how: Manner) -> Iterator[Edit]:
    """The edits that add the `wanted` data to a value.

    Raises:
        Refused: a value of another kind, or an alias, is in the place, or an alias repeats it.
    """
    if place.is_shared and place.kind != "alias":
        raise Refused("is repeated by an alias, where the programs would stand, too, so nothing was written")
    if isinstance(wanted, dict) and place.kind == "map":
        missing = {}
        for key, value in wanted.items():
            found = place.get(key)
            if found:
                yield from edits(found, value, how)
            else:
                missing[key] = value
        if missing:
            yield (_flow_entries if place.is_flow else _block_entries)(place, missing, how)
    elif isinstance(wanted, list) and place.kind == "list":
        yield from _list_edits(place, wanted, how)
    elif place.kind == "scalar" and isinstance(wanted, str):
        if place.value != wanted:
            yield _scalar(place, wanted, how)
    else:
        there = {"alias": "an alias", "map": "a map", "list": "a list"}.get(place.kind, "a single value")
        raise Refused(f"cannot write {'a list' if isinstance(wanted, list) else 'a map'} where {there} is")


def _list_edits(place: Place, wanted: list[Any], how: Manner) -> Iterator[Edit]:
    new = []
    for value in wanted:
        found = next((one for one in place.items if _is_same(_plain(one), value)), None)
        if found is None:
            new.append(value)
        elif isinstance(value, dict):
            yield from edits(found, value, how)
    if new:
        yield (_flow_items if place.is_flow else _block_items)(place, new, how)


# -- block style -------------------------------------------------------------------------------------------------------


def _column(text: str, at: int) -> int:
    """The column of the key at an offset; a key written as ``? key`` begins at its question mark."""
    before = text[line_start(text, at) : at]
    return before.index("?") if before.strip() == "?" else len(before)


def _block_entries(place: Place, missing: dict[str, Any], how: Manner) -> Edit:
    last = place.entries[-1]
    lines = [" " * _column(place.text, place.entries[0].at) + line for line in block(missing, how)]
    at = place.end
    if at == len(place.text) and not place.text.endswith("\n"):
        at = line_start(place.text, last.at)  # to write after the last line would change it
    return Edit(at, at, _joined(lines, how))


def _block_items(place: Place, new: list[Any], how: Manner) -> Edit:
    column = _column(place.text, place.text.index("-", place.start))
    lines = [" " * column + line for line in block(new, how)]
    before = "\n" if place.end == len(place.text) and not place.text.endswith("\n") else ""
    return Edit(place.end, place.end, before + _joined(lines, how))


def _scalar(place: Place, wanted: str, how: Manner) -> Edit:
    if how.is_json:
        return Edit(place.start, place.end, _flat(wanted, how))
    line = place.text[line_start(place.text, place.start) : place.start]
    key = re.match(r"[\s-]*", line)
    first, *rest = scalar(wanted, how)
    ends_line = not place.is_flow or not place.text[place.end : next_line(place.text, place.end)].strip()
    if rest and not ends_line:
        first, rest = dumps(wanted), []
    lines = [first, *((" " * len(key[0] if key else "") + one) if one else "" for one in rest)]
    end = place.end if place.is_flow else len(place.text[: place.end].removesuffix("\n").removesuffix("\r"))
    return Edit(place.start, end, _joined(lines, how).removesuffix("\n").removesuffix("\r"))


def _joined(lines: list[str], how: Manner) -> str:
    """Lines as a text with the line breaks of the document."""
    return "".join((line if line.strip() else "") + how.line_break for line in lines)


def block(data: Any, how: Manner) -> list[str]:
    """The lines of a map or a list in block style."""
    lines: list[str] = []
    if isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, str):
                first, *rest = scalar(value, how)
                lines += [f"{key}: {first}", *rest]
            else:
                pad = how.unit if isinstance(value, dict) else " " * how.offset
                lines += [f"{key}:", *(pad + line for line in block(value, how))]
        return lines
    for value in data:
        first, *rest = block(value, how) if isinstance(value, dict) else scalar(value, how)
        lines += [f"- {first}", *(f"  {line}" for line in rest)]
    return lines


_BARE = re.compile(r"[A-Za-z][\w./()+-]*(?: [\w./()+-]+)*", re.ASCII)
_WORDS = ("y", "n", "yes", "no", "on", "off", "true", "false", "null")


def scalar(text: str, how: Manner) -> list[str]:
    """A text as the value of a key: bare, quoted, or the lines of a literal block."""
    if _BARE.fullmatch(text) and text.lower() not in _WORDS:
        return [text]
    lines = text.removesuffix("\n").split("\n")
    is_literal = "\n" in text and lines[0][:1].strip() and lines[-1].strip()
    if not is_literal or not all(line.replace("\t", " ").isprintable() for line in lines):
        return [dumps(text)]
    return ["|" if text.endswith("\n") else "|-", *(how.unit + line if line else "" for line in lines)]


# -- flow style --------------------------------------------------------------------------------------------------------


def _flow_entries(place: Place, missing: dict[str, Any], how: Manner) -> Edit:
    """Insert entries before the last one, so that in JSON no existing line changes to get a comma."""
    text = place.text
    if not place.entries:
        return _into_empty(place, missing, how)
    at = place.entries[-1].at
    before = text[line_start(text, at) : at]
    if before.strip():
        members = "".join(f"{_member(key, value, how)}{',' if how.tight else ', '}" for key, value in missing.items())
        return Edit(at, at, members)
    members = "".join(f"{_pretty(key, value, before, how)},\n{before}" for key, value in missing.items())
    return Edit(at, at, _breaks(members, how))


def _flow_items(place: Place, new: list[Any], how: Manner) -> Edit:
    text = place.text
    if not place.items:
        return _into_empty(place, new, how)
    last = place.items[-1]
    before = text[line_start(text, last.start) : last.start]
    if before.strip():
        return Edit(last.end, last.end, "".join(("," if how.tight else ", ") + _flat(value, how) for value in new))
    items = "".join(f",\n{before}{_indented(value, before, how)}" for value in new)
    return Edit(last.end, last.end, _breaks(items, how))


def _into_empty(place: Place, data: Any, how: Manner) -> Edit:
    """Replace ``{}`` or ``[]`` by the data."""
    line = place.text[line_start(place.text, place.start) : place.start]
    pad = line[: len(line) - len(line.lstrip())]
    new = _indented(data, pad, how) if how.is_json and how.unit else _flat(data, how)
    return Edit(place.start, place.end, _breaks(new, how))


def _breaks(new: str, how: Manner) -> str:
    return new.replace("\n", how.line_break)


def _member(key: str, value: Any, how: Manner) -> str:
    return f"{json.dumps(key)}:{'' if how.tight else ' '}{_flat(value, how)}"


def _pretty(key: str, value: Any, pad: str, how: Manner) -> str:
    return f"{json.dumps(key)}: {_indented(value, pad, how)}"


def _flat(value: Any, how: Manner) -> str:
    return _visible(json.dumps(value, ensure_ascii=False, separators=(",", ":") if how.tight else (", ", ": ")))


def _indented(value: Any, pad: str, how: Manner) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=how.unit or "  ")
    return _visible(text.replace("\n", f"\n{pad}"))


def _visible(text: str) -> str:
    """JSON with invisible characters escaped; YAML would read some of them as line breaks."""
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text
    return "".join(char if char.isprintable() or char in "\n\t" else json.dumps(char)[1:-1] for char in text)
