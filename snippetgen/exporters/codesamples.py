"""Programs in an OpenAPI document: as `x-codeSamples`, as ReadMe's or as Fern's extension.

- x-codeSamples: https://redocly.com/docs/realm/author/reference/openapi-extensions/x-code-samples (Scalar, Mintlify,
  GitBook, Bump.sh, Speakeasy read it too); `lang` is a name of GitHub's Linguist.
- x-readme: https://docs.readme.com/main/docs/openapi-extensions#custom-code-samples
- x-fern-examples: https://buildwithfern.com/learn/api-definitions/openapi/extensions/examples
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from snippetgen.data.yamllenient import load_lenient
from snippetgen.errors import Mistake, Refused, SpecError
from snippetgen.exporters import editing, places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Operation = tuple[str, str]


class Sample(NamedTuple):
    """One program to write into an OpenAPI document.

    Attributes:
        language: the id of its language, such as ``node``.
        title: that language's name.
        label: a label that no other program of the operation has.
        install: shell commands that install the libraries it needs; may be empty.
    """

    language: str
    title: str
    label: str
    source: str
    install: str = ""


_LINGUIST = {"node": "JavaScript"}
"""Language -> its name in Linguist, where that is not our title.

https://github.com/github-linguist/linguist/blob/main/lib/linguist/languages.yml
"""

_FERN = {"node": "javascript", "shell": "bash"}


def _code_samples(samples: Iterable[Sample]) -> dict[str, Any]:
    return {"x-codeSamples": [
        {"lang": _LINGUIST.get(one.language, one.title), "label": one.label, "source": one.source} for one in samples
    ]}


def _readme(samples: Iterable[Sample]) -> dict[str, Any]:
    found = [
        {"language": one.language, "name": one.label, "code": one.source}
        | ({"install": one.install} if one.install else {})
        for one in samples
    ]
    return {"x-readme": {
        "code-samples": found,
        "samples-languages": list(dict.fromkeys(one["language"] for one in found)),
    }}


def _fern(samples: Iterable[Sample]) -> dict[str, Any]:
    return {"x-fern-examples": [{"code-samples": [
        {"language": _FERN.get(one.language, one.language), "name": one.label, "code": one.source} for one in samples
    ]}]}


FIELDS: dict[str, Callable[[Iterable[Sample]], dict[str, Any]]] = {
    "x-codeSamples": _code_samples,
    "x-readme": _readme,
    "x-fern": _fern,
}
"""The name of a field, as users give it -> a function from programs to the keys that an operation gets."""


class Injected(NamedTuple):
    """A document with its samples, and a line for each operation that did not get them."""

    text: str
    skipped: tuple[str, ...] = ()


def inject(
    text: str, file: str, samples: Mapping[Operation, Iterable[Sample]], field: str = "x-codeSamples"
) -> Injected:
    """An OpenAPI document with programs in its operations; nothing else of its text changes.

    A sample of the same language and label is replaced, other samples stay. An operation without
    the field gets it as its last key; in JSON, before the last one. An operation that is written elsewhere, or that an
    alias repeats, is skipped.

    Args:
        text: YAML or JSON.
        file: the name of the document, for messages.
        samples: path and method (in any case) -> programs.
        field: one of `FIELDS`.

    Raises:
        SpecError: the document is broken, or written so that it cannot be edited in place at all.
    """
    document = _Document(text, file, field)
    skipped: dict[Operation, str] = {}
    planned = {}
    for operation, programs in samples.items():
        try:
            planned[operation] = document.plan(operation, FIELDS[field](programs))
        except Refused as reason:
            skipped[operation] = str(reason)
    for operation in document.unfit(planned):
        del planned[operation]
        skipped[operation] = "cannot be edited in place (write an overlay instead), so nothing was written"
    result = document.edited(planned)
    if result is None:
        what = "is written in a way that cannot be edited in place (write an overlay instead)"
        raise SpecError([Mistake(file, 0, 0, "", what)])
    return Injected(result, tuple(document.told(one, skipped[one]) for one in samples if one in skipped))


class _Plan(NamedTuple):
    """The edits for one operation, and the data that the operation is then."""

    edits: tuple[editing.Edit, ...]
    data: Any


class _Document:
    """An OpenAPI document as text, as data and as places in the text."""

    def __init__(self, text: str, file: str, field: str) -> None:
        self.text, self.file, self.field = text, file, field
        is_json = places.is_json(text)
        self.load: Callable[[str, str], Any] = (lambda one, _: json.loads(one)) if is_json else load_lenient
        self.data = self.load(text, file)
        top = places.root(text, file)
        self.paths = top.get("paths") if top else None
        self.how = editing.manner(text, is_json=is_json)

    def plan(self, operation: Operation, wanted: dict[str, Any]) -> _Plan:
        """The edits that write the `wanted` keys into an operation; raises Refused if it must not be edited."""
        path, method = operation[0], operation[1].lower()
        item = self.paths.get(path) if self.paths else None
        place = item.get(method) if item else None
        if place is None or place.kind != "map" or (item and item.kind != "map"):
            raise Refused("is defined elsewhere (by a $ref, an alias or a merge key), so nothing was written")
        if any(one and one.is_shared for one in (self.paths, item)):
            raise Refused("is repeated by an alias, where the programs would stand, too, so nothing was written")
        old = self.data["paths"][path][method]
        return _Plan(tuple(editing.edits(place, wanted, self.how)), editing.merged(old, wanted))

    def edited(self, planned: Mapping[Operation, _Plan]) -> str | None:
        """The text with these edits; None if anything else would change by them."""
        result = editing.apply(self.text, [edit for one in planned.values() for edit in one.edits])
        expected = dict(self.data) if planned else self.data
        if planned:
            expected["paths"] = dict(self.data["paths"])
        for (path, method), one in planned.items():
            expected["paths"][path] = expected["paths"][path] | {method.lower(): one.data}
        try:
            return result if self.load(result, self.file) == expected else None
        except SpecError:
            return None

    def unfit(self, planned: Mapping[Operation, _Plan]) -> list[Operation]:
        """The operations whose edits change more than they should, found by halving."""
        if self.edited(planned) is not None:
            return []
        operations = list(planned)
        if len(operations) == 1:
            return operations
        half = len(operations) // 2
        parts = ({one: planned[one] for one in part} for part in (operations[:half], operations[half:]))
        return [one for part in parts for one in self.unfit(part)]

    def told(self, operation: Operation, reason: str) -> str:
        """A line about an operation that was skipped: its name, its line and the reason."""
        path, method = operation
        entry = next((one for one in (self.paths.entries if self.paths else ()) if one.key == path), None)
        inner = next((one for one in (entry.value.entries if entry else ()) if one.key == method.lower()), entry)
        where = f" (line {places.line_of(self.text, inner.at)})" if inner else ""
        return f"{method.upper()} {path}{where}: {reason}"
