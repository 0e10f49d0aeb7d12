"""The body and the credentials of a request in a Postman collection."""

from __future__ import annotations

import mimetypes
import re
from typing import TYPE_CHECKING, Any

from snippetgen.data.jsontext import dumps
from snippetgen.importers.body import Content, Form, FromFile, Multipart, Part, Raw, is_json, json_data
from snippetgen.importers.notes import Note, Notes
from snippetgen.importers.postman.variables import as_map, keyed, maps, text, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.importers.postman.variables import Data, Filler

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


_COMMENTED = re.compile(r"application/(\S+\+)?json")
"""The beginning of a Content-Type whose bodies Postman rids of comments."""


class BodyReader:
    """Reads one body; `media_type` is the Content-Type that Postman sends if no header gives one."""

    def __init__(self, filler: Filler, media_type: str, notes: Notes) -> None:
        self.filler, self.notes = filler, notes
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
        if language == "json" or (not language and _COMMENTED.match(self.given)):
            bare = _without_comments(words)
            if bare != words:
                self.notes.add("body", "the comments in the JSON are left out, as Postman does before it sends")
            words = bare
        return Raw(self.filler.json(words) if is_json(self.media_type) else self.filler.fill(words))

    def _form(self, body: Data) -> Content:
        self.media_type = self.given or "application/x-www-form-urlencoded"
        fields = body.get("urlencoded")
        if isinstance(fields, str):
            return Raw(self.filler.fill(fields))
        pairs = tuple((self._words(one.get("key")), self._value(one)) for one in maps(fields))
        return Form(pairs) if pairs else None

    def _multipart(self, body: Data) -> Content:
        parts = [part for one in maps(body.get("formdata")) for part in self._parts(one)]
        return Multipart(tuple(parts)) if parts else None

    def _parts(self, one: Data) -> Iterator[Part]:
        name, media_type = self._words(one.get("key")), self._words(one.get("contentType"))
        filename = self._words(one.get("fileName"))
        if text(one.get("type")) != "file":
            if filename:
                self.notes.dropped(name, filename, "it is the file name of a text")
            yield Part(name, self._value(one), media_type=media_type)
            return
        source = one.get("src")
        for path in source if isinstance(source, list) else [source]:
            file = self._path(name, path)
            yield Part(name, "", file, filename, media_type or _guessed(filename or file))

    def _file(self, body: Data) -> Content:
        data = as_map(body.get("file"))
        if data.get("content") and not data.get("src"):
            self.notes.add("body", "its bytes stand in the collection; save them as a file named file")
            return FromFile("file")
        path = self._path("body", data.get("src"))
        self.media_type = self.given or _guessed(path)
        return FromFile(path)

    def _path(self, place: str, source: Any) -> str:
        """The path of a file; of one on a Windows drive, only its name."""
        written = self._words(source)
        if not written:
            self.notes.append(Note(place, "no file is chosen; the program sends a file named file"))
        path = written.replace("\\", "/")
        if re.match(r"/?[A-Za-z]:/", path):
            name = path.rpartition("/")[2] or "file"
            return self.notes.changed(place, written, name, "place the file of this Windows drive next to the program")
        why = "paths are written with slashes here"
        return self.notes.changed(place, written, path, why) if path else "file"

    def _graphql(self, body: Data) -> Content:
        """Query and variables as JSON, those as they are written (https://graphql.org/learn/serving-over-http/)."""
        self.media_type = self.given or "application/json"
        parts = as_map(body.get("graphql"))
        named = {"query": parts.get("query"), "operationName": parts.get("operationName")}
        members = [f'"{name}":{dumps(self.filler.fill(text(one)))}' for name, one in named.items() if one is not None]
        variables = text(parts.get("variables"))
        members += [f'"variables":{self.filler.json(variables)}'] if variables.strip() else []
        whole = "{" + ",".join(members) + "}"
        if not json_data(whole):
            self.notes.add("body.graphql.variables", "is not JSON; sent as it is written, as Postman does")
        return Raw(whole)

    def _words(self, value: Any) -> str:
        return self.filler.plain(text(value))

    def _value(self, one: Data) -> str:
        return self.filler.value_of("field", text(one.get("key")), text(one.get("value")))


def _guessed(path: str) -> str:
    """The Content-Type that Postman gives a file, by its ending; empty if none is known."""
    return mimetypes.MimeTypes().guess_type(path)[0] or ""


def _without_comments(words: str) -> str:
    """JSON text without ``//`` and ``/* */`` outside of its strings."""
    found = r'("(?:[^"\\]|\\.)*")|//[^\r\n]*|/\*.*?\*/'
    return re.sub(found, lambda match: match[1] or "", words, flags=re.DOTALL)


# -- credentials -------------------------------------------------------------------------------------------------------

_UNSUPPORTED = {
    "oauth1": "the header Authorization with a signature (OAuth 1.0)",
    "awsv4": "the headers Authorization and X-Amz-Date with a signature (AWS Signature 4)",
    "hawk": "the header Authorization with a signature (Hawk)",
    "ntlm": "the answers to the server's NTLM challenges",
    "edgegrid": "the header Authorization with a signature (Akamai EdgeGrid)",
}
"""Postman's kinds of authentication that no spec describes -> what a program lacks without them."""


class Credentials:
    """The headers and parameters that Postman's ``auth`` adds to a request.

    Attributes:
        known: place and name of each value that is a secret because it comes from ``auth``.
    """

    def __init__(self, filler: Filler, notes: Notes) -> None:
        self.filler, self.notes = filler, notes
        self.headers: list[tuple[str, str]] = []
        self.query: list[tuple[str, str | None]] = []
        self.basic: tuple[str, str] | None = None
        self.is_digest = False
        self.known: set[tuple[str, str]] = set()

    def read(self, auth: Data) -> None:
        """Add what one ``auth`` sends, as postman-runtime does (lib/authorizer)."""
        kind = text(auth.get("type"))
        facts = keyed(auth.get(kind))
        if kind == "bearer":
            self._add("header", "Authorization", text(facts.get("token")) or "{{token}}", "Bearer ")
        elif kind in ("basic", "digest"):
            self.is_digest = kind == "digest"
            user, password = text(facts.get("username")) or "{{user}}", text(facts.get("password"))
            self.basic = (self._user(user), self.filler.secret(password))
        elif kind == "apikey":
            place = "query" if facts.get("in") == "query" else "header"
            name = self.filler.plain(text(facts.get("key"))) or "X-Api-Key"
            self._add(place, name, text(facts.get("value")) or "{{api_key}}")
        elif kind == "oauth2":
            self._oauth2(facts)
        elif kind in ("jwt", "asap"):
            self._made(kind, facts)
        elif kind not in ("", "noauth", "inherit"):
            lacks = f"the program lacks {_UNSUPPORTED[kind]}" if kind in _UNSUPPORTED else _LACKS
            self.notes.append(Note("auth", f"{kind} is not supported: {lacks}"))

    def _user(self, words: str) -> str:
        """A user name, which is no secret unless its variable is one, or has no value."""
        filled = self.filler.address(words)
        return self.filler.secret(words) if unknown(filled) else filled

    def _oauth2(self, facts: Data) -> None:
        token, prefix = text(facts.get("accessToken")) or "{{access_token}}", facts.get("headerPrefix")
        if facts.get("accessTokenUrl") and not facts.get("accessToken"):
            self.notes.add("auth", "oauth2: Postman asks for a token by itself; the program reads one that it is given")
        if facts.get("addTokenTo") == "queryParams":
            self._add("query", "access_token", token)
        else:
            words = "Bearer" if prefix is None else self.filler.plain(text(prefix)).strip()
            self._add("header", "Authorization", token, f"{words} " if words else "")

    def _made(self, kind: str, facts: Data) -> None:
        """A JWT, which Postman makes for each request."""
        self.notes.add("auth", f"{kind}: Postman makes a token for each request; the program reads one that is made")
        if facts.get("addTokenTo") == "queryParam":
            self._add("query", text(facts.get("queryParamKey")) or "token", "{{jwt}}")
        else:
            prefix = facts.get("headerPrefix")
            words = "Bearer" if prefix is None else text(prefix).strip()
            self._add("header", "Authorization", "{{jwt}}", f"{words} " if words else "")

    def _add(self, place: str, name: str, value: str, prefix: str = "") -> None:
        self.known.add((place, name))
        filled = prefix + self.filler.secret(value)
        if place == "query":
            self.query.append((name, filled))
        else:
            self.headers.append((name, filled))


_LACKS = "the program sends no credentials of this kind"
