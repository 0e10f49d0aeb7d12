"""Descriptions that users already have -> endpoints: OpenAPI, commands, files of HTTP clients, captures.

The format is recognised from the content. An importer ends at the data of a spec (see `model.Imported`); rendering
does not know that importers exist.
"""

from __future__ import annotations

from dataclasses import replace
from fnmatch import fnmatchcase
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from snippetgen.errors import Mistake, SpecError, suggest
from snippetgen.importers.model import Options
from snippetgen.importers.unread import unread, unread_data
from snippetgen.importers.variables import named
from snippetgen.spec.recognise import kind, looks_like_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from snippetgen.importers.model import Entry, Imported, Source

def open_source(text: str, file: str, options: Options = Options()) -> Source:  # noqa: B008 - it is immutable
    """The endpoints that a text in a foreign format describes.

    Args:
        file: the name of the source in messages; relative references in the text start from its folder.

    Raises:
        SpecError: the text is in no format that an importer reads, or is broken.
    """
    source = _open(text, file, options)
    if not options.env:
        return source
    return replace(source, entries=[replace(one, read=partial(_named, one, options.env)) for one in source.entries])


def _named(entry: Entry, name: str) -> Imported:
    return named(entry.read(), name)


def _open(text: str, file: str, options: Options) -> Source:
    try:
        text.encode("utf-8", "surrogateescape")
        reason = "" if text.strip() else "is empty"
    except UnicodeEncodeError:
        reason = "contains an unpaired surrogate, which is not valid text"
    if reason:
        raise SpecError([Mistake(file, 0, 0, "", reason)])
    try:
        return _opened(text, file, options)
    except RecursionError:
        raise SpecError([Mistake(file, 0, 0, "", "is nested too deeply")]) from None


def _opened(text: str, file: str, options: Options) -> Source:
    found = _TEXTS.get(kind(text))
    if found:
        return _importer(*found)(text, file, options)
    reason = unread(text)
    data = None if reason else _data(text, file)
    for recognise, module, function in _FORMATS:
        if recognise(data):
            return _importer(module, function)(data, file, options)
    reason = reason or unread_data(data) or "is in no format that is read here"
    raise SpecError([Mistake(file, 0, 0, "", f"{reason} (read are: {READ})")])


READ = (
    "specs, OpenAPI and Swagger, HAR, Postman, Insomnia and Bruno, commands of curl, wget and HTTPie, fetch, "
    "PowerShell, .http files, raw HTTP"
)
"""What can be read, for people."""

_TEXTS = {
    "curl": ("curl.commands", "open_curl"),
    "http": ("httpfile", "open_http"),
    "raw": ("httpfile", "open_raw"),
    "wget": ("wget", "open_wget"),
    "httpie": ("httpie", "open_httpie"),
    "fetch": ("fetch", "open_fetch"),
    "powershell": ("powershell", "open_powershell"),
    "bruno": ("bruno", "open_bruno"),
}
"""Format of a text (`recognise.kind`) -> its importer."""


def _data(text: str, file: str) -> Any:
    """The data of JSON or YAML.

    Raises:
        SpecError: the text is neither, which is only called broken if it begins as one of them.
    """
    try:
        return import_module("snippetgen.importers.openapi.document").load(text, file)
    except SpecError:
        if text.lstrip()[:1] in ("{", "[") or looks_like_yaml(text):
            raise
        raise SpecError([Mistake(file, 0, 0, "", f"is in no format that is read here (read are: {READ})")]) from None


def _importer(module: str, function: str) -> Callable[[Any, str, Options], Source]:
    found: Callable[[Any, str, Options], Source] = getattr(import_module(f"snippetgen.importers.{module}"), function)
    return found


def _has(*keys: str) -> Callable[[Any], bool]:
    return lambda data: isinstance(data, dict) and all(key in data for key in keys)


def _is_har(data: Any) -> bool:
    if isinstance(data, list):
        return bool(data) and all(map(_is_har, data))
    return _has("log")(data) or _has("method", "url")(data) or (_has("request")(data) and _is_har(data["request"]))


def _is_postman(data: Any) -> bool:
    if _has("collection")(data):
        return _is_postman(data["collection"])
    return _has("item")(data) and isinstance(data["item"], list)


def _is_insomnia(data: Any) -> bool:
    if not isinstance(data, dict):
        return False
    return (data.get("_type") == "export" and isinstance(data.get("resources"), list)) or str(
        data.get("type", "")
    ).startswith("collection.insomnia.rest")


_FORMATS: tuple[tuple[Callable[[Any], bool], str, str], ...] = (
    (lambda data: _has("openapi")(data) or _has("swagger")(data), "openapi.entries", "open_openapi"),
    (_is_insomnia, "insomnia", "open_insomnia"),
    (_is_postman, "postman.collection", "open_postman"),
    (_is_har, "har", "open_har"),
)


__all__ = ["Options", "Selection", "open_source", "select"]


class Selection(NamedTuple):
    """Which endpoints of a source the user wants; all of them if every attribute is empty.

    Attributes:
        operations: names or labels of endpoints; each must exist in the source.
        tags: an endpoint must have at least one of these tags.
        match: glob patterns; at least one must match the name or a label of an endpoint.
    """

    operations: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    match: tuple[str, ...] = ()


def select(source: Source, choice: Selection) -> list[Entry]:
    """The entries that a user means, in the order of the source.

    Raises:
        SpecError: an operation, a tag or all the patterns match no entry.
    """
    named = {id(one) for word in choice.operations for one in _entries_named(source, word)}
    for word in choice.tags:
        if not any(word in one.tags for one in source.entries):
            tags = sorted({tag for one in source.entries for tag in one.tags})
            raise SpecError(f'{source.file}: no operation has the tag "{word}" ({_hint(word, tags)})')
    found = [
        one
        for one in source.entries
        if (not named or id(one) in named)
        and (not choice.tags or set(choice.tags) & set(one.tags))
        and (
            not choice.match
            or any(fnmatchcase(label, word) for word in choice.match for label in (one.name, *one.labels))
        )
    ]
    if choice.match and not found:
        raise SpecError(f"{source.file}: no operation matches {' or '.join(choice.match)}")
    return found


def _entries_named(source: Source, word: str) -> list[Entry]:
    wanted = _folded(word)
    exact = [one for one in source.entries if word in (one.name, *one.labels)]
    found = exact or [one for one in source.entries if wanted in map(_folded, (one.name, *one.labels))]
    if not found:
        known = [label for one in source.entries for label in one.labels]
        raise SpecError(f'{source.file}: unknown operation "{word}" ({_hint(word, known)})')
    return found


def _folded(label: str) -> str:
    """A label as a user may type it: ``post /pets`` for ``POST /pets``."""
    return " ".join(label.lower().split())


_MANY = 12


def _hint(word: str, known: Iterable[str]) -> str:
    words = list(dict.fromkeys(known))
    if not words:
        return "the source has none"
    hint = suggest(word, words)
    return (
        hint
        if hint.startswith("did") or len(words) <= _MANY
        else f"one of: {', '.join(words[:_MANY])}, … ({len(words)})"
    )
