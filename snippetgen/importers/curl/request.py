"""The options of one curl operation -> method, headers and body (https://curl.se/docs/manpage.html)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from snippetgen.errors import Refused
from snippetgen.importers.body import Content, FromFile, Multipart, Part
from snippetgen.importers.curl.data import DATA, Data, escaped, part, urlencoded
from snippetgen.importers.notes import Note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.importers.curl.options import Option
    from snippetgen.importers.curl.shellwords import Command

NO_CREDENTIALS = frozenset(("ntlm", "ntlm-wb", "negotiate", "aws-sigv4"))
"""Options for authentication that programs here cannot do: another kind of challenge, or a signature."""


class Sent:
    """The request that one operation sends, gathered option by option."""

    def __init__(self, command: Command) -> None:
        self.command = command
        self.request = ""
        self.scheme = "http"
        self.head = self.get = self.globoff = self.jsoned = False
        self.headers: list[tuple[str, str | None]] = []
        self.data = Data(command)
        self.parts: list[Part] = []
        self.upload = self.agent = self.referer = self.bearer = self.range = ""
        self.cookies: list[str] = []
        self.queries: list[str] = []
        self.given_user: tuple[str, str] | None = None
        self.challenged = self.is_digest = False
        self.timeout = 0.0
        self.redirects = ""
        self.more: list[Note] = []

    @property
    def notes(self) -> list[Note]:
        return [*self.more, *self.data.notes]

    def note_method(self, option: Option) -> None:
        """Take an option into account that decides the method; ignore any other."""
        name, value = option.name, option.value
        if name == "request":
            self.request = value
        elif name in ("head", "get"):
            setattr(self, name, True)
        elif name in DATA:
            self.data.given += 1
        elif name in ("form", "form-string"):
            self.parts.append(Part(value))
        elif name == "upload-file":
            self.upload = value

    def take(self, option: Option) -> None:
        """Take one option into account; ignore options that do not change the request.

        Raises:
            Refused: a spec cannot describe the body.
        """
        name, value = option.name, option.value
        if name in DATA:
            self.data.add(name, value, option.written)
            self.jsoned |= name == "json"
        elif name in ("form", "form-string"):
            self.parts.append(part(value, literal=name == "form-string"))
        elif name == "header":
            self._header(value, option.written)
        elif name in _SETTERS:
            setattr(self, _SETTERS[name], value)
        elif name in ("head", "get", "globoff"):
            setattr(self, name, True)
        elif name in LOCATION:
            self.redirects = LOCATION[name]
        elif name in NO_CREDENTIALS:
            self.challenged = True
        elif name == "digest":
            self.is_digest = True
        else:
            self._take_rest(name, value, option.written)

    def _take_rest(self, name: str, value: str, written: str) -> None:
        if name == "user":
            user, _, password = value.partition(":")
            self.given_user = (user, password if ":" in value else "$PASSWORD")
        elif name == "cookie":
            self._cookie(value, written)
        elif name == "url-query":
            self.queries.append(value[1:] if value.startswith("+") else urlencoded(value, self._no_file))
        elif name == "max-time":
            self.timeout = float(value) if re.fullmatch(r"[0-9]+\.?[0-9]*|\.[0-9]+", value) else 0.0

    @staticmethod
    def _no_file(path: str) -> str:
        raise Refused(f"--url-query puts the content of the file {path} in the address, and files are not read")

    def _cookie(self, value: str, written: str) -> None:
        if "=" in value and not value.startswith("@"):
            self.cookies.append(value)
        elif value:
            what = f"the cookies of the file {value.removeprefix('@')} are left out (write them as name=value)"
            self.more.append(Note(written, what))

    def _header(self, value: str, written: str) -> None:
        """Take a ``-H`` into account: ``Name: value``, ``Name;`` (empty value), ``Name:`` (removes curl's own)."""
        if value.startswith("@"):
            self.more.append(Note(written, f"the headers of the file {value[1:]} are left out (write them out)"))
            return
        name, colon, text = value.partition(":")
        text = text.strip(" \t\r\n")
        if colon and name != name.strip(" \t"):
            what = f'"{name}" is sent as "{name.strip()}": servers refuse or ignore a name with blanks'
            self.more.append(Note(written, what))
        if colon and text:
            self.headers.append((name, text))
        elif colon:
            self.headers.append((name, None))
            if name.strip().lower() == "content-type":
                self.more.append(Note(written, "kept: the Content-Type of a body cannot be left out"))
        elif value.rstrip().endswith(";"):
            self.headers.append((value.rstrip()[:-1], ""))
        else:
            self.more.append(Note(written, f'"{value}" is not a header (it has no colon); left out, as curl does'))

    @property
    def user(self) -> tuple[str, str] | None:
        """User and password for basic or digest authentication; None without, or where they are for another kind."""
        return None if self.challenged else self.given_user

    # -- what comes out --------------------------------------------------------------------------------------------

    def method(self) -> str:
        own = "GET"
        if self.head:
            own = "HEAD"
        elif self.upload:
            own = "PUT"
        elif self.parts or (self.data.given and not self.get):
            own = "POST"
        return self.request or own

    def content(self) -> Content:
        """The body of the request.

        Raises:
            Refused: the options ask for two bodies, which curl refuses, too.
        """
        has_data = bool(self.data.given) and not self.get
        if has_data + bool(self.parts) + bool(self.upload) + (self.head and not self.get) > 1:
            raise Refused("asks for two kinds of request at once (curl refuses that too: -d, -F, -T, -I)")
        if self.parts:
            return Multipart(tuple(self.parts))
        if self.upload:
            return self._uploaded()
        return self.data.content() if has_data else None

    def _uploaded(self) -> FromFile:
        path = self.command.stdin_file if self.upload in ("-", ".") else self.upload
        if not path or re.search(r"[\[{]", path):
            raise Refused("-T sends standard input, or several files (name a single file)")
        if not self._is_custom("content-type"):
            self.more.append(Note("-T", "curl sends no Content-Type; the program says application/octet-stream"))
        return FromFile(path)

    def _is_custom(self, name: str) -> bool:
        return any(one.strip().lower() == name for one, _ in self.headers)

    def all_headers(self) -> Iterator[tuple[str, str]]:
        """Names and values of all headers: those of ``-H``, and of other options unless ``-H`` replaces them."""
        has_data = bool(self.data.given) and not self.get
        own = [
            ("Authorization", f"Bearer {self.bearer}" if self.bearer else ""),
            ("Range", self._range()),
            ("User-Agent", self.agent),
            ("Referer", self.referer.removesuffix(";auto")),
            ("Cookie", ";".join(self.cookies)),
            ("Content-Type", self._own_type() if has_data else ""),
            ("Accept", "application/json" if self.jsoned else ""),
        ]
        for name, value in own:
            if value and not self._is_custom(name.lower()):
                yield name, value
        for name, text in self.headers:
            if text is not None:
                yield name, text

    def _range(self) -> str:
        return f"bytes={self.range}{'' if '-' in self.range else '-'}" if self.range else ""

    def _own_type(self) -> str:
        text = self.data.text.lstrip()
        if not self.jsoned and text[:1] in ("{", "["):
            what = "no Content-Type is given, so curl calls the body a form (add -H 'Content-Type: application/json')"
            self.more += [] if self._is_custom("content-type") else [Note("-d", what)]
        return "application/json" if self.jsoned else "application/x-www-form-urlencoded"

    def with_query(self, url: str) -> str:
        """The address with the query that ``-G`` and ``--url-query`` add."""
        more = [*([self.data.query()] if self.get and self.data.given else []), *self.queries]
        if not any(more):
            return url
        address, mark, fragment = url.partition("#")
        address += ("&" if address[-1] not in "?&" else "") if "?" in address else "?"
        return address + "&".join(more) + mark + fragment

    def with_file_name(self, url: str) -> str:
        """The address of an upload: if its path ends with a slash, curl appends the name of the file."""
        if not self.upload or self.upload in ("-", "."):
            return url
        address, query = re.fullmatch(r"([^?#]*)(.*)", url, re.DOTALL).groups()  # type: ignore[union-attr]
        name = escaped(self.upload.rpartition("/")[2])
        if "/" not in address.partition("://")[2]:
            return f"{address}/{name}{query}"
        return f"{address}{name}{query}" if address.endswith("/") else url


LOCATION = {"location": "follow", "location-trusted": "follow", "no-location": "stop"}
"""Option -> what a spec says of redirects (`redirects`)."""

_SETTERS = {
    "request": "request",
    "upload-file": "upload",
    "user-agent": "agent",
    "referer": "referer",
    "oauth2-bearer": "bearer",
    "range": "range",
    "proto-default": "scheme",
}
"""Option -> attribute of `Sent`, for options whose value is used as it is."""
