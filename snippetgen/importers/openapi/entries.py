"""A description -> its operations, each read when it is asked for."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from snippetgen.errors import Mistake, Refused, SpecError, suggest
from snippetgen.importers.model import TOO_DEEP, Entry, Imported, Options, Source
from snippetgen.importers.naming import file_stem, unique
from snippetgen.importers.notes import Note, Notes
from snippetgen.importers.openapi import swagger
from snippetgen.importers.openapi.convert import convert
from snippetgen.importers.openapi.document import Document, RefError, Spot, pointer
from snippetgen.importers.openapi.operation import Operation, elements, items, words
from snippetgen.importers.openapi.security import schemes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.importers.openapi.operation import Data

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")


def open_openapi(data: Data, file: str, options: Options) -> Source:
    """The operations of a description.

    Raises:
        SpecError: the version is neither OpenAPI 3.x nor Swagger 2.0.
    """
    version = str(data.get("openapi", data.get("swagger", "")))
    if not re.match(r"3\.|2(?:\.0)?$", version):
        what = f'"{version}" is not a supported version (supported: OpenAPI 3.0, 3.1, 3.2 and Swagger 2.0)'
        raise SpecError([Mistake(file, 0, 0, "/openapi" if "openapi" in data else "/swagger", what)])
    document = Document(data, file)
    known = schemes(document).value
    if options.auth and options.auth not in known:
        hint = suggest(options.auth, known) if known else "the description has none"
        raise SpecError(f'{file}: unknown security scheme "{options.auth}" ({hint})')
    notes = Notes()
    found = list(_operations(document, options, notes))
    stems = unique(
        file_stem(words(one.data.get("operationId")) or f"{one.method} {_worded(one.path)}") for one in found
    )
    entries = [_entry(one, name) for one, name in zip(found, stems, strict=True)]
    kind = f"Swagger {version}" if "swagger" in data else f"OpenAPI {version}"
    return Source(kind, file, entries, tuple(notes))


def _worded(path: str) -> str:
    return re.sub(r"[{}]", "", path)


def _entry(operation: Operation, name: str) -> Entry:
    data = operation.data
    labels = (words(data.get("operationId")), f"{operation.method} {operation.path}", name)
    tags = tuple(one for one in elements(data.get("tags")) if isinstance(one, str))
    return Entry(name, tuple(dict.fromkeys(filter(None, labels))), tags, partial(_read, operation, name))


def _read(operation: Operation, name: str) -> Imported:
    item, data = operation.item, operation.data
    if "swagger" in operation.root.data:
        item, data = swagger.modern(operation.root.data, operation.document, operation.around, item, data)
    try:
        return convert(replace(operation, item=item, data=data, notes=Notes()), name)
    except RecursionError:
        raise Refused(TOO_DEEP) from None


def _operations(document: Document, options: Options, notes: Notes) -> Iterator[Operation]:
    try:
        paths, around = document.follow(document.data.get("paths"))
    except RefError as error:
        notes.add("/paths", f"{error}; so there are no operations")
        return
    if not isinstance(paths, dict):
        notes.append(Note("/paths", "is not a map, so there are no operations"))
        return
    for path, value in paths.items():
        try:
            spot = around.follow(value)
        except RefError as error:
            notes.append(Note(pointer("paths", path), f"{error}; left out"))
            continue
        if path.startswith("x-"):
            continue
        if not isinstance(spot.value, dict):
            notes.append(Note(pointer("paths", path), "is not a map; left out"))
            continue
        item = {**spot.value, **{key: one for key, one in value.items() if key != "$ref"}}
        for steps, data in _methods(item):
            place, method = pointer("paths", path, *steps), steps[-1]
            method = method.upper() if len(steps) == 1 else method
            found = _found(spot.document, data, place, notes)
            if found:
                where = document, found.document, spot.document
                yield Operation(*where, path, method, item, found.value, place, options)


def _found(document: Document, data: Any, place: str, notes: Notes) -> Spot | None:
    """An Operation Object, which may stand elsewhere; keys beside its ``$ref`` win over those that it leads to."""
    try:
        spot = document.follow(data)
    except RefError as error:
        notes.add(place, f"{error}; left out")
        return None
    if isinstance(spot.value, dict):
        own = {key: one for key, one in data.items() if key != "$ref"} if spot.value is not data else {}
        return Spot({**spot.value, **own}, spot.document) if own else spot
    if spot.value is not None:
        notes.add(place, "is not a map; left out")
    return None


def _methods(item: Data) -> Iterator[tuple[tuple[str, ...], Any]]:
    """The operations of a path item; OpenAPI 3.2 has custom methods under additionalOperations."""
    for key, value in item.items():
        if key.lower() in METHODS:
            yield (key,), value
    for key, value in items(item.get("additionalOperations")):
        yield ("additionalOperations", key), value
