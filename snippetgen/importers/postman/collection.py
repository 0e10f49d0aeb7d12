"""Postman collections v2.0 and v2.1 -> requests (https://schema.postman.com/)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from snippetgen.errors import Mistake, SpecError
from snippetgen.importers.model import Entry, Imported, Source
from snippetgen.importers.naming import file_stem, unique
from snippetgen.importers.notes import Note, Notes
from snippetgen.importers.postman.body import PRUNED, BodyReader, Credentials, secret_or_filled
from snippetgen.importers.postman.url import Url, written
from snippetgen.importers.postman.variables import Variables, as_map, described, maps, text
from snippetgen.importers.rawrequest import Answer, RawRequest, label, to_spec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.importers.model import Options
    from snippetgen.importers.postman.variables import Data


class _Item(NamedTuple):
    """A request, and the settings that it inherits from its folders.

    Attributes:
        folders: the names of the folders around it, the outermost first.
        behaviour: how Postman is told to behave (``protocolProfileBehavior``), from the outermost folder on.
    """

    data: Data
    folders: tuple[str, ...]
    auth: Data
    variables: Variables
    behaviour: Data
    collection: str

    @property
    def request(self) -> Data:
        """The request as a map; a request may be written as its address alone."""
        request = self.data["request"]
        return request if isinstance(request, dict) else {"url": request}

    @property
    def method(self) -> str:
        return text(self.request.get("method")).strip() or "GET"


def open_postman(data: Any, file: str, options: Options) -> Source:
    """The requests of a Postman collection.

    Raises:
        SpecError: the collection contains no request.
    """
    data = data["collection"] if isinstance(data.get("collection"), dict) else data
    info = as_map(data.get("info"))
    name, version = text(info.get("name")), "2.0" if "v2.0" in text(info.get("schema")) else "2.1"
    variables = Variables().within(data.get("variable"))
    top = _Item({}, (), as_map(data.get("auth")), variables, _behaviour(data, {}), name)
    items = list(_items(data.get("item"), top))
    if not items:
        raise SpecError([Mistake(file, 0, 0, "item", "contains no requests")])
    names = unique(file_stem(text(one.data.get("name")) or _label(one)) for one in items)
    entries = [_entry(one, stem, file, options) for one, stem in zip(items, names, strict=True)]
    return Source(f"Postman {version}", file, entries)


def _items(items: Any, above: _Item) -> Iterator[_Item]:
    """The requests below a folder, each with the settings that it inherits."""
    for data in maps(items):
        variables = above.variables.within(data.get("variable"))
        auth = as_map(data.get("auth")) or above.auth
        behaviour = _behaviour(data, above.behaviour)
        if data.get("request"):
            yield _Item(data, above.folders, auth, variables, behaviour, above.collection)
        else:
            folders = (*above.folders, text(data.get("name")))
            yield from _items(data.get("item"), _Item({}, folders, auth, variables, behaviour, above.collection))


def _behaviour(data: Data, inherited: Data) -> Data:
    return inherited | as_map(data.get("protocolProfileBehavior"))

_REDIRECTS = {True: "follow", False: "stop"}
"""Postman's ``followRedirects`` -> what a spec says of redirects."""


def _label(item: _Item) -> str:
    url = item.request.get("url")
    return label(item.method, text(url.get("raw")) if isinstance(url, dict) else text(url))


def _entry(item: _Item, name: str, file: str, options: Options) -> Entry:
    title = text(item.data.get("name"))
    path = " / ".join([*item.folders, title])
    labels = tuple(dict.fromkeys(filter(None, (title, path, _label(item)))))
    return Entry(name, labels, tuple(filter(None, item.folders)), partial(_read, item, name, file, options))


def _read(item: _Item, name: str, file: str, options: Options) -> Imported:
    """Import one request.

    Raises:
        Refused: a spec cannot describe the request.
    """
    notes = Notes()
    request, variables = item.request, item.variables
    url = Url(request.get("url"), variables, notes)
    credentials = Credentials(variables, notes)
    credentials.read(as_map(request.get("auth")) or item.auth)
    headers = list(_headers(request.get("header"), variables))
    names = {key.lower() for key, _ in headers}
    reader = BodyReader(variables, next((one for key, one in headers if key.lower() == "content-type"), ""), notes)
    content = None if as_map(request.get("body")).get("disabled") else reader.read(as_map(request.get("body")))
    if content is not None and item.method in PRUNED and not item.behaviour.get("disableBodyPruning"):
        notes.append(Note("body", f"left out: Postman sends no body with {item.method}"))
        content = None
    if content is not None and reader.media_type and "content-type" not in names:
        headers.append(("Content-Type", reader.media_type))
    headers += [(key, value) for key, value in credentials.headers if key.lower() not in names]
    pairs = [*((key, _filled(variables, key, value)) for key, value in url.query), *credentials.query]
    query = "&".join(written(variables.plain(key), value) for key, value in pairs)
    plain = RawRequest(
        item.method,
        url.base + (f"?{query}" if query else ""),
        tuple(headers),
        content,
        basic=credentials.basic if "authorization" not in names else None,
        is_digest=credentials.is_digest,
        title=text(item.data.get("name")),
        summary=described(request.get("description")),
        service=item.collection,
        answers=tuple(_answers(item.data.get("response"))),
        path_values=url.values,
        variables=variables.empty,
        secrets=frozenset(credentials.known),
        redirects=_REDIRECTS.get(item.behaviour.get("followRedirects"), ""),  # type: ignore[arg-type]
    )
    return to_spec(_known(plain, variables, keep=options.keep_secrets), name, file, options, tuple(notes))


def _known(plain: RawRequest, variables: Variables, *, keep: bool) -> RawRequest:
    """The request with the values of the variables that hold secrets, where the user wants to keep them."""
    if not keep:
        return plain
    fill = variables.fill
    headers = tuple((name, fill(value)) for name, value in plain.headers)
    basic = (fill(plain.basic[0]), fill(plain.basic[1])) if plain.basic else None
    return replace(plain, headers=headers, basic=basic, url=fill(plain.url))


def _filled(variables: Variables, name: str, value: str | None) -> str | None:
    return None if value is None else secret_or_filled(variables, "query", name, value)


def _headers(headers: Any, variables: Variables) -> Iterator[tuple[str, str]]:
    """Names and values of headers, from a list, or from a text as older files have it."""
    if isinstance(headers, str):
        lines = [line.partition(":") for line in headers.splitlines()]
        headers = [{"key": name.strip(), "value": value.strip()} for name, colon, value in lines if colon]
    for one in maps(headers):
        name, value = text(one.get("key")).strip(), text(one.get("value"))
        if name.lower() == "authorization":
            yield name, value
        elif name.lower() == "cookie":
            yield name, "; ".join(_cookies(value, variables))
        elif name:
            yield name, secret_or_filled(variables, "header", name, value)


def _cookies(value: str, variables: Variables) -> Iterator[str]:
    for part in value.split("; "):
        name, sign, words = part.partition("=")
        yield f"{name}{sign}{secret_or_filled(variables, 'cookie', name, words)}"


def _answers(responses: Any) -> Iterator[Answer]:
    """For each status, the first saved answer with it."""
    seen: set[int] = set()
    for one in maps(responses):
        status = one.get("code")
        if not isinstance(status, int) or status in seen:
            continue
        seen.add(status)
        types = [value for name, value in _headers(one.get("header"), Variables()) if name.lower() == "content-type"]
        is_json = one.get("_postman_previewlanguage") == "json"
        media_type = types[0] if types else "application/json" if is_json else "text/plain"
        yield Answer(status, media_type, text(one.get("body")), text(one.get("name")))
