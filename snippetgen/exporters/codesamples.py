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

    from snippetgen.exporters.places import Place

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
    the field gets it as its last key; in JSON, before the last one.

    Args:
        text: YAML or JSON.
        file: the name of the document, for messages.
        samples: path and method (in any case) -> programs.
        field: one of `FIELDS`.

    Raises:
        SpecError: the document is broken, or written so that it cannot be edited in place.
    """
    is_json = places.is_json(text)
    load: Callable[[str, str], Any] = (lambda one, _: json.loads(one)) if is_json else load_lenient
    data = load(text, file)
    top = places.root(text, file)
    paths = top.get("paths") if top else None
    how = editing.manner(text, is_json=is_json)
    edits: list[editing.Edit] = []
    skipped = []
    for (path, method), programs in samples.items():
        wanted = FIELDS[field](programs)
        try:
            edits += list(editing.edits(_operation(paths, path, method), wanted, how))
        except Refused as reason:
            skipped.append(f"{method.upper()} {path}: {reason}")
        else:
            item = data["paths"][path]
            item[method.lower()] = editing.merged(item[method.lower()], wanted)
    result = editing.apply(text, edits)
    if load(result, file) != data:
        what = "is written in a way that cannot be edited in place (write an overlay instead)"
        raise SpecError([Mistake(file, 0, 0, "", what)])
    return Injected(result, tuple(skipped))


def _operation(paths: Place | None, path: str, method: str) -> Place:
    """The place of an operation in the text; raises Refused if the operation is written elsewhere."""
    item = paths.get(path) if paths else None
    operation = item.get(method.lower()) if item else None
    if operation is None or operation.kind != "map" or (item and item.kind != "map"):
        raise Refused("is defined elsewhere (by a $ref, an alias or a merge key), so nothing was written")
    return operation
