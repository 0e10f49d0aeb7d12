"""Postman collections v2.0 and v2.1 -> requests (https://schema.postman.com/)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from snippetgen.errors import Mistake, SpecError
from snippetgen.importers.model import Entry, Imported, Source
from snippetgen.importers.naming import file_stem, unique
from snippetgen.importers.notes import Note, Notes
from snippetgen.importers.postman.body import PRUNED, BodyReader, Credentials
from snippetgen.importers.postman.url import Url, written
from snippetgen.importers.postman.variables import Filler, Variables, as_map, described, maps, text
from snippetgen.importers.rawrequest import Answer, RawRequest, label, to_spec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.importers.body import Content
    from snippetgen.importers.model import Options
    from snippetgen.importers.postman.variables import Data


class _Item(NamedTuple):
    """A request, and the settings that it inherits from its folders.

    Attributes:
        folders: the names of the folders around it, the outermost first.
        behaviour: how Postman is told to behave (``protocolProfileBehavior``), from the outermost folder on.
        scripts: the kinds of the scripts that Postman runs: prerequest, test.
    """

    data: Data
    folders: tuple[str, ...]
    auth: Data
    variables: Variables
    behaviour: Data
    collection: str
    scripts: frozenset[str] = frozenset()

    @property
    def request(self) -> Data:
        """The request as a map; a request may be written as its address alone."""
        request = self.data["request"]
        return request if isinstance(request, dict) else {"url": request}

    @property
    def method(self) -> str:
        return text(self.request.get("method")).strip() or "GET"

    def within(self, data: Data, folders: tuple[str, ...] | None = None) -> _Item:
        """What a folder or a request inherits from this one, with what it says itself."""
        return self._replace(
            data=data,
            folders=self.folders if folders is None else folders,
            auth=as_map(data.get("auth")) or self.auth,
            variables=self.variables.within(data.get("variable")),
            behaviour=self.behaviour | as_map(data.get("protocolProfileBehavior")),
            scripts=self.scripts | _scripts(data.get("event")),
        )


def open_postman(data: Any, file: str, options: Options) -> Source:
    """The requests of a Postman collection.

    Raises:
        SpecError: the collection contains no request.
    """
    data = data["collection"] if isinstance(data.get("collection"), dict) else data
    info = as_map(data.get("info"))
    name, version = text(info.get("name")), "2.0" if "v2.0" in text(info.get("schema")) else "2.1"
    top = _Item({}, (), {}, Variables(), {}, name).within(data)
    items = list(_items(data.get("item"), top))
    if not items:
        raise SpecError([Mistake(file, 0, 0, "item", "contains no requests")])
    names = unique(file_stem(text(one.data.get("name")) or _label(one)) for one in items)
    entries = [_entry(one, stem, file, options) for one, stem in zip(items, names, strict=True)]
    return Source(f"Postman {version}", file, entries)


def _items(items: Any, above: _Item) -> Iterator[_Item]:
    """The requests below a folder, each with the settings that it inherits."""
    for data in maps(items):
        if data.get("request"):
            yield above.within(data)
        else:
            yield from _items(data.get("item"), above.within(data, (*above.folders, text(data.get("name")))))


def _scripts(events: Any) -> frozenset[str]:
    """The kinds of the scripts among the events of an item; an empty one does nothing."""
    found = ((text(one.get("listen")), as_map(one.get("script")).get("exec")) for one in maps(events))
    return frozenset(kind for kind, lines in found if "".join(map(text, lines if isinstance(lines, list) else [lines])))


_REDIRECTS = {True: "follow", False: "stop"}
"""Postman's ``followRedirects`` -> what a spec says of redirects."""

_SCRIPTS = {
    "prerequest": "is not run: what it sets or changes is missing in the program",
    "test": "is not run: the program prints the answer and checks only its status",
}

_KEPT = frozenset(("followRedirects", "disableBodyPruning", "disableCookies"))
"""Settings of Postman that an import keeps, or that make no difference to a single request."""


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
    request, filler = item.request, Filler(item.variables, notes, keep=options.keep_secrets)
    url = Url(request.get("url"), filler, notes)
    credentials = Credentials(filler, notes)
    credentials.read(as_map(request.get("auth")) or item.auth)
    headers = list(_headers(request.get("header"), filler))
    taken = {key.lower() for key, _ in credentials.headers} | ({"authorization"} if credentials.basic else set())
    for key, _ in headers:
        if key.lower() in taken:
            notes.add(key, "left out: Postman sends the credentials of the request's auth in its place")
    headers = [(key, value) for key, value in headers if key.lower() not in taken]
    method, content, media_type = _method(item, filler, notes), None, ""
    given = next((one for key, one in headers if key.lower() == "content-type"), "")
    if not as_map(request.get("body")).get("disabled"):
        content, media_type = _content(item, method, BodyReader(filler, given, notes))
    if content is not None and media_type and not given:
        headers.append(("Content-Type", media_type))
    headers += credentials.headers
    _tell(item, notes)
    plain = RawRequest(
        method,
        url.base + _query(url, credentials, filler),
        tuple(headers),
        content,
        basic=credentials.basic,
        is_digest=credentials.is_digest,
        title=text(item.data.get("name")),
        summary=described(request.get("description")),
        service=item.collection,
        answers=tuple(_answers(item.data.get("response"))),
        path_values=url.values,
        variables=filler.marks,
        marks=frozenset(filler.marks),
        secrets=frozenset(credentials.known),
        redirects=_REDIRECTS.get(item.behaviour.get("followRedirects"), ""),  # type: ignore[arg-type]
    )
    return to_spec(plain, name, file, options, tuple(notes))


def _method(item: _Item, filler: Filler, notes: Notes) -> str:
    """The method as Postman sends it: in capitals (postman-collection, lib/collection/request.js)."""
    method = filler.plain(item.method)
    return notes.changed("method", method, method.upper(), "Postman sends every method in capitals")


def _content(item: _Item, method: str, reader: BodyReader) -> tuple[Content, str]:
    """The body and its Content-Type; none with the methods whose body Postman leaves out."""
    body = as_map(item.request.get("body"))
    if method in PRUNED and not item.behaviour.get("disableBodyPruning"):
        if body.get(text(body.get("mode"))):
            reader.notes.append(Note("body", f"left out: Postman sends no body with {method}"))
        return None, ""
    return reader.read(body), reader.media_type


def _query(url: Url, credentials: Credentials, filler: Filler) -> str:
    """The query with its mark; a key of ``auth`` takes the place of a pair of the same name."""
    taken = {key for key, _ in credentials.query}
    pairs = [pair for pair in (written(key, one) for key, one in url.query) if filler.plain(pair[0]) not in taken]
    values = [None if one is None else filler.value_of("query", key, one) for key, one in pairs]
    filled = [_pair(filler.plain(key), value) for (key, _), value in zip(pairs, values, strict=True)]
    filled += [_pair(*written(key, one)) for key, one in credentials.query]
    return "?" + "&".join(filled) if filled else ""


def _pair(name: str, value: str | None) -> str:
    """A pair of a query; a ``#`` can only come from a variable, and does not end the address."""
    return (name if value is None else f"{name}={value}").replace("#", "%23")


def _tell(item: _Item, notes: Notes) -> None:
    """Name what programs do not do: scripts and settings."""
    for kind, why in _SCRIPTS.items():
        if kind in item.scripts:
            notes.add("pre-request script" if kind == "prerequest" else "test script", why)
    for key, value in item.behaviour.items():
        if key not in _KEPT and value != (key == "strictSSL") and value not in ({}, [], None):
            notes.add(f"protocolProfileBehavior.{key}", "left out: it is a setting of Postman, not of the request")


def _headers(headers: Any, filler: Filler) -> Iterator[tuple[str, str]]:
    """Names and values of headers, from a list, or from a text as older files have it."""
    if isinstance(headers, str):
        headers = headers.splitlines()
    for one in headers if isinstance(headers, list) else []:
        name, value = _header(one)
        if not name and value:
            filler.notes.dropped("header", value, "it has no name")
        elif name.lower() == "authorization":
            yield name, filler.secret(value)
        elif name.lower() == "cookie":
            yield name, "; ".join(_cookies(value, filler))
        elif name:
            yield filler.plain(name), filler.value_of("header", name, value)


def _header(one: Any) -> tuple[str, str]:
    """Name and value of a header: of a map, or of a line; empty if it is disabled."""
    if isinstance(one, str):
        name, _, value = one.partition(":")
        return name.strip(), value.strip()
    data = next(iter(maps([one])), {})
    return text(data.get("key")).strip(), text(data.get("value"))


def _cookies(value: str, filler: Filler) -> Iterator[str]:
    for part in value.split("; "):
        name, sign, words = part.partition("=")
        yield f"{filler.plain(name)}{sign}{filler.value_of('cookie', name, words)}"


def _answers(responses: Any) -> Iterator[Answer]:
    """For each status, the first saved answer with it."""
    seen: set[int] = set()
    for one in maps(responses):
        status = one.get("code")
        if not isinstance(status, int) or status in seen:
            continue
        seen.add(status)
        headers = one.get("header")
        pairs = [_header(line) for line in headers] if isinstance(headers, list) else []
        types = [value for name, value in pairs if name.lower() == "content-type"]
        is_json = one.get("_postman_previewlanguage") == "json"
        media_type = types[0] if types else "application/json" if is_json else "text/plain"
        yield Answer(status, media_type, text(one.get("body")), text(one.get("name")))
