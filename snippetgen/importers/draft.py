"""A request that an importer gathers piece by piece, with variables ``{{name}}`` -> an entry of a source."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import partial
from mimetypes import MimeTypes
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from snippetgen.errors import Refused
from snippetgen.importers.body import Content, Form, FromFile, Multipart, Raw
from snippetgen.importers.model import Entry, Imported, Source
from snippetgen.importers.naming import file_stem, unique
from snippetgen.importers.notes import Note, Notes
from snippetgen.importers.rawrequest import RawRequest, label, to_spec
from snippetgen.importers.secrets import env_name, is_secret

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from snippetgen.importers.model import Options

UNKNOWN_HOST = "api.example.com"
"""The server of an address whose own server is a variable without a value."""


@dataclass(slots=True)
class Draft:
    """A request in the making, as its source writes it.

    Attributes:
        basic, is_digest: user name and password, and whether they are for digest authentication, not basic.
        known: the variables of the source, name -> value, which may contain others.
        query: decoded names and values that follow the address.
        secrets: place (header, query, cookie) and name of each value that the source declares to be a secret.
        off: names of what the source has turned off.
        refused: the reason why the request cannot be imported; empty if it can.
    """

    method: str = "GET"
    url: str = ""
    headers: list[tuple[str, str]] = field(default_factory=list)
    query: list[tuple[str, str]] = field(default_factory=list)
    body: Content = None
    basic: tuple[str, str] | None = None
    is_digest: bool = False
    title: str = ""
    summary: str = ""
    tags: tuple[str, ...] = ()
    known: Mapping[str, str] = field(default_factory=dict)
    path_values: dict[str, str] = field(default_factory=dict)
    timeout: int = 0
    redirects: str = ""
    secrets: set[tuple[str, str]] = field(default_factory=set)
    off: list[str] = field(default_factory=list)
    notes: Notes = field(default_factory=Notes)
    refused: str = ""

    def header(self, name: str) -> str:
        """The value of a header; empty if there is none."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    def drop_header(self, name: str) -> None:
        """Remove a header, whose value goes another way."""
        self.headers = [one for one in self.headers if one[0].lower() != name.lower()]

    def key(self, place: str, name: str, value: str) -> None:
        """Add a secret as a header, a cookie or a parameter of the query."""
        self.secrets.add((place, name))
        if place == "query":
            self.query.append((name, value))
        else:
            self.headers.append(("Cookie", f"{name}={value}") if place == "cookie" else (name, value))


_TYPES = MimeTypes()
"""Python's own table alone: a machine's would give each user another program."""


def type_by_name(path: str) -> str:
    """The media type of a file by the ending of its name, as clients write it beside a part; empty if it tells none."""
    return _TYPES.guess_type(path)[0] or ""


def source(
    kind: str, file: str, drafts: Sequence[Draft], options: Options, notes: Iterable[Note] = ()
) -> Source:
    """A source of these requests, each of which has its title, ``GET /x``, its address and its number as labels."""
    labels = [
        tuple(filter(None, (one.title, label(one.method, _full(one)), one.url, str(number))))
        for number, one in enumerate(drafts, 1)
    ]
    names = unique(file_stem(one[0]) for one in labels)
    entries = [
        Entry(name, each, one.tags, partial(_read, one, name, file, options))
        for name, each, one in zip(names, labels, drafts, strict=True)
    ]
    return Source(kind, file, entries, tuple(notes))


def _full(draft: Draft) -> str:
    return draft.url if re.match(r"\w+://|\{\{|/", draft.url) else f"http://{draft.url}"


def _read(draft: Draft, name: str, file: str, options: Options) -> Imported:
    """Import one request.

    Raises:
        Refused: a spec cannot describe the request.
    """
    if draft.refused:
        raise Refused(draft.refused)
    filler, notes = Filler(draft.known, keep=options.keep_secrets), Notes(draft.notes)
    if draft.off:
        notes.add("", f"turned off in the source, and left out: {', '.join(dict.fromkeys(draft.off))}")
    url = filler.fill(draft.url)
    pairs = [(filler.fill(key), filler.fill(value)) for key, value in draft.query]
    more = "&".join(f"{_quoted(key)}={_quoted(value)}" for key, value in pairs)
    url, values = _address(url, more, draft.path_values, filler, notes)
    request = RawRequest(
        draft.method,
        url,
        tuple((filler.fill(key), filler.fill(value)) for key, value in draft.headers),
        _body(draft.body, filler),
        is_digest=draft.is_digest,
        basic=draft.basic and (filler.fill(draft.basic[0]), filler.fill(draft.basic[1])),
        title=draft.title,
        summary=draft.summary,
        path_values=values,
        variables=filler.variables,
        secrets=frozenset(draft.secrets),
        marks=frozenset(filler.marks),
        timeout=draft.timeout,
        redirects=draft.redirects,
    )
    found = to_spec(request, name, file, options, tuple(notes))
    return replace(found, data=_with_tags(found.data, draft, options), notes=(*found.notes, *_left(found.data, filler)))


def _with_tags(data: dict[str, Any], draft: Draft, options: Options) -> dict[str, Any]:
    """The spec with its tags before the method, where pages are wanted."""
    tags = list(filter(None, (" ".join(one.split()) for one in draft.tags))) if options.fields else []
    if not tags:
        return data
    head: dict[str, Any] = {key: data[key] for key in ("title", "summary", "notes") if key in data}
    return {**head, "tags": tags, **data}


def _quoted(text: str) -> str:
    return quote(text, safe="", errors="surrogatepass")


_BRACES = re.compile(r"\{\{\s*([^{}]+?)\s*\}\}")
_ENVIRONMENT = re.compile(r"\$?(?:processEnv|dotenv|env|process\.env)(?:\s+%?|\.)([A-Za-z_]\w*)")
_DEEPEST = 10


class Filler:
    """Puts the values of variables into texts.

    Attributes:
        variables: ``{{name}}`` -> environment variable, for each that has no value, or is a secret.
        marks: those of them that are secrets with a value.
    """

    def __init__(self, known: Mapping[str, str], *, keep: bool = False) -> None:
        self.known, self.keep = known, keep
        self.variables: dict[str, str] = {}
        self.marks: set[str] = set()

    def fill(self, text: str, depth: int = 0) -> str:
        """The text with the value of each variable; one without a value becomes a plain ``{{name}}``."""

        def one(match: re.Match[str]) -> str:
            name = match[1].removeprefix("_.")
            value = self.known.get(name, "")
            if name in self.known and depth < _DEEPEST and not self._hides(name, value):
                return self.fill(value, depth + 1)
            given = _ENVIRONMENT.fullmatch(name)
            variable = given[1] if given else env_name(name)
            shown = f"{{{{{given[1] if given else name}}}}}"
            self.variables[shown] = variable
            self.marks |= {shown} if value else set()
            return shown

        return _BRACES.sub(one, text)

    def _hides(self, name: str, value: str) -> bool:
        """Whether a variable is a secret by its name or the form of its value.

        An address is judged by its parts, and a variable that is another one by that one.
        """
        is_open = not value or self.keep or re.match(r"https?://", value) or _BRACES.fullmatch(value.strip())
        return not is_open and is_secret("variable", name, value)


def _address(
    url: str, more: str, given: Mapping[str, str], filler: Filler, notes: Notes
) -> tuple[str, dict[str, str]]:
    """The address with a server and the rest of the query, and a map of name -> value for each ``{name}`` in it."""
    unknown = re.match(r"((?i:https?)://)?\{\{([^{}]*)\}\}(?=[/?#:]|$)", url)
    if unknown:
        url = f"{unknown[1] or 'https://'}{UNKNOWN_HOST}{url[unknown.end() :]}"
        what = f"is not set: {UNKNOWN_HOST} is used as the server (change it with --server)"
        notes.add(f"{{{{{unknown[2]}}}}}", what)
    authority = re.match(r"\w+://[^/?#]*", url)
    if authority and _BRACES.search(authority[0]):
        plain = _BRACES.sub(lambda match: re.sub(r"\W+", "-", match[1]).strip("-"), authority[0])
        notes.changed("address", authority[0], plain, "a part of the server is not set (change it with --server)")
        url = plain + url[authority.end() :]
    if more:
        url, mark, fragment = url.partition("#")
        url += ("&" if url[-1:] not in "?&" else "") if "?" in url else "?"
        url += more + mark + fragment
    path, mark, query = url.partition("?")
    values = {name: filler.fill(value) for name, value in given.items()}

    def parameter(match: re.Match[str]) -> str:
        name = re.sub(r"\W+", "_", match[1]).strip("_")
        values[name] = match[0]
        return f"{{{name}}}"

    return _BRACES.sub(parameter, path) + mark + query, values


def _body(body: Content, filler: Filler) -> Content:
    if isinstance(body, Raw):
        return Raw(filler.fill(body.text))
    if isinstance(body, Form):
        return Form(tuple((filler.fill(name), filler.fill(value)) for name, value in body.pairs))
    if isinstance(body, Multipart):
        filled = (one._replace(name=filler.fill(one.name), value=filler.fill(one.value)) for one in body.parts)
        return Multipart(tuple(filled))
    return FromFile(filler.fill(body.path)) if isinstance(body, FromFile) else body


def _left(data: dict[str, Any], filler: Filler) -> Iterable[Note]:
    """A note for each variable that is a part of a text, so that no environment variable can take its place."""
    texts = [*_texts(data)]
    for one in filler.variables.keys() - filler.marks:
        if any(one in text or one in unquote(text) for text in texts):
            yield Note(one, "has no value here, and is only a part of a text; kept as it is")


def _texts(data: Any) -> Iterable[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _texts(value)


def absolute(url: str, host: str, notes: Notes) -> str:
    """An address with a scheme and a server: those it has, else those of the header Host."""
    if re.match(r"\w+://", url) or url.startswith("{{"):
        return url
    bare = f"{host}{url}" if url.startswith("/") else url
    if url.startswith("/") and not host:
        raise Refused(f'"{url}" has no server (write the whole address, or a header Host)')
    scheme = "http" if re.match(r"localhost\b|127\.|0\.0\.0\.0|\[::1\]|[^/?#]*:(?!443\b)\d", bare) else "https"
    notes.add("", f"the source does not say http or https: {scheme} is used (change it with --server)")
    return f"{scheme}://{bare}"
