"""The body and the credentials of a request in a Postman collection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from snippetgen.data.jsontext import dumps, read_json
from snippetgen.errors import SpecError
from snippetgen.importers.body import Content, Form, FromFile, Multipart, Part, Raw, is_json
from snippetgen.importers.notes import Note, Notes
from snippetgen.importers.postman.variables import as_map, keyed, maps, text
from snippetgen.importers.secrets import is_secret

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.importers.postman.variables import Data, Variables

_LANGUAGES = {
    "json": "application/json",
    "javascript": "application/javascript",
    "html": "text/html",
    "xml": "application/xml",
    "text": "text/plain",
}
"""The language of a raw body -> the Content-Type that Postman sends with it."""

PRUNED = frozenset(("GET", "COPY", "HEAD", "PURGE", "UNLOCK"))
"""Methods whose body Postman leaves out, unless disableBodyPruning is set."""


class BodyReader:
    """Reads one body; `media_type` is the Content-Type that Postman sends if no header gives one."""

    def __init__(self, variables: Variables, media_type: str, notes: Notes) -> None:
        self.variables, self.notes = variables, notes
        self.given = self.media_type = media_type

    def read(self, body: Data) -> Content:
        """The body, in any of Postman's modes; None if the request has none."""
        mode = text(body.get("mode"))
        if not body.get(mode) and mode != "file":
            return None
        readers = {
            "raw": self._raw,
            "urlencoded": self._form,
            "formdata": self._multipart,
            "graphql": self._graphql,
            "file": self._file,
        }
        if mode in readers:
            return readers[mode](body)
        self.notes.append(Note("body", f'the mode "{mode}" is unknown; the body is left out'))
        return None

    def _raw(self, body: Data) -> Content:
        language = text(as_map(as_map(body.get("options")).get("raw")).get("language"))
        self.media_type = self.given or _LANGUAGES.get(language, "text/plain")
        words = text(body.get("raw"))
        if not words:
            return None
        return Raw(self.variables.json(words) if is_json(self.media_type) else self.variables.plain(words))

    def _form(self, body: Data) -> Content:
        self.media_type = self.given or "application/x-www-form-urlencoded"
        fields = body.get("urlencoded")
        if isinstance(fields, str):
            return Raw(self.variables.plain(fields))
        return Form(tuple((self._words(one.get("key")), self.value("field", one)) for one in maps(fields)))

    def _multipart(self, body: Data) -> Content:
        parts = [part for one in maps(body.get("formdata")) for part in self._parts(one)]
        return Multipart(tuple(parts)) if parts else None

    def _parts(self, one: Data) -> Iterator[Part]:
        name, media_type = self._words(one.get("key")), text(one.get("contentType"))
        if text(one.get("type")) != "file":
            yield Part(name, self.value("field", one), media_type=media_type)
            return
        source = one.get("src")
        for path in source if isinstance(source, list) else [source]:
            file = self._words(path).replace("\\", "/")
            if not file:
                self.notes.append(Note(name, "no file is chosen; the program sends a file named file"))
            yield Part(name, "", file or "file", text(one.get("fileName")), media_type)

    def _file(self, body: Data) -> Content:
        path = self._words(as_map(body.get("file")).get("src")).replace("\\", "/")
        if not path:
            self.notes.append(Note("body", "no file is chosen; the program sends a file named file"))
        return FromFile(path or "file")

    def _graphql(self, body: Data) -> Content:
        """Query and variables as JSON (https://graphql.org/learn/serving-over-http/)."""
        self.media_type = self.given or "application/json"
        parts = as_map(body.get("graphql"))
        given = parts.get("variables")
        try:
            variables = read_json(self.variables.json(given), "") if isinstance(given, str) and given.strip() else given
        except SpecError:
            variables = None
            self.notes.append(Note("body.graphql.variables", "is not JSON; left out"))
        name = text(parts.get("operationName"))
        data: dict[str, Any] = {"query": self._words(parts.get("query"))}
        data |= {"operationName": name} if name else {}
        return Raw(dumps({**data, "variables": variables or {}}))

    def _words(self, value: Any) -> str:
        return self.variables.plain(text(value))

    def value(self, place: str, one: Data) -> str:
        return secret_or_filled(self.variables, place, text(one.get("key")), text(one.get("value")))


def secret_or_filled(variables: Variables, place: str, name: str, value: str) -> str:
    """A value with its variables filled in; a secret that is a single variable stays one.

    The name of that variable becomes the name of the environment variable.
    """
    if value.startswith("{{") and value.count("{{") == 1 and value.endswith("}}"):
        filled = variables.value(value)
        return value if is_secret(place, name, value) or is_secret(place, name, filled) else filled
    return variables.plain(value)


# -- credentials -------------------------------------------------------------------------------------------------------


class Credentials:
    """The headers and parameters that Postman's ``auth`` adds to a request.

    Attributes:
        known: place and name of each value that is a secret because it comes from ``auth``.
    """

    def __init__(self, variables: Variables, notes: Notes) -> None:
        self.variables, self.notes = variables, notes
        self.headers: list[tuple[str, str]] = []
        self.query: list[tuple[str, str | None]] = []
        self.basic: tuple[str, str] | None = None
        self.is_digest = False
        self.known: set[tuple[str, str]] = set()

    def read(self, auth: Data) -> None:
        kind = text(auth.get("type"))
        facts = keyed(auth.get(kind))
        if kind == "bearer":
            self._add("header", "Authorization", "Bearer " + (text(facts.get("token")) or "{{token}}"))
        elif kind in ("basic", "digest"):
            self.is_digest = kind == "digest"
            user = self.variables.fill(text(facts.get("username"))) or "{{user}}"
            self.basic = (user, text(facts.get("password")))
        elif kind == "apikey":
            place = "query" if facts.get("in") == "query" else "header"
            name = self.variables.plain(text(facts.get("key"))) or "X-Api-Key"
            self._add(place, name, text(facts.get("value")) or "{{api_key}}")
        elif kind == "oauth2":
            self._oauth2(facts)
        elif kind not in ("", "noauth", "inherit"):
            self.notes.append(Note("auth", f"{kind} is not supported: the program sends no credentials of this kind"))

    def _oauth2(self, facts: Data) -> None:
        token = text(facts.get("accessToken")) or "{{access_token}}"
        if facts.get("addTokenTo") == "queryParams":
            self._add("query", "access_token", token)
        else:
            prefix = text(facts.get("headerPrefix")).strip() or "Bearer"
            self._add("header", "Authorization", f"{prefix} {token}")

    def _add(self, place: str, name: str, value: str) -> None:
        self.known.add((place, name))
        if place == "query":
            self.query.append((name, value))
        else:
            self.headers.append((name, value))
