"""What curl sends as a body: ``-d`` and its kin, ``--json``, and the parts of ``-F`` (https://curl.se/docs/manpage.html)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from snippetgen.errors import Refused
from snippetgen.importers.body import FromFile, Part, Raw
from snippetgen.importers.notes import Note, Notes

if TYPE_CHECKING:
    from collections.abc import Callable

    from snippetgen.importers.curl.shellwords import Command

DATA = frozenset(("data", "data-ascii", "data-binary", "data-raw", "data-urlencode", "json"))


def escaped(text: str) -> str:
    """A text percent-encoded as curl_easy_escape does it: everything but letters, digits and ``-._~``."""
    return quote(text, safe="", errors="surrogateescape")


class Data:
    """The data of one request, joined as curl joins it."""

    def __init__(self, command: Command) -> None:
        self.command = command
        self.text = ""
        self.files: list[str] = []
        self.given = 0
        self.notes = Notes()

    def add(self, option: str, value: str, written: str) -> None:
        """Add the data of one option; curl joins pieces with ``&``, but those of ``--json`` with nothing.

        Raises:
            Refused: the data depends on the content of a file, or comes from standard input.
        """
        self.given += 1
        text = urlencoded(value, self._read) if option == "data-urlencode" else self._piece(option, value, written)
        self.text += ("&" if self.text and option != "json" else "") + text

    def _piece(self, option: str, value: str, written: str) -> str:
        if option == "data-raw" or not value.startswith("@"):
            return value
        strips = option in ("data", "data-ascii")
        if value == "@-" and self.command.stdin is not None:
            return re.sub(r"[\r\n\0]", "", self.command.stdin) if strips else self.command.stdin
        self.files.append(self._path(value[1:]))
        if strips:
            self.notes.append(Note(written, "curl removes the line breaks of the file; the program keeps them"))
        return ""

    def _path(self, path: str) -> str:
        if path == "-":
            path = self.command.stdin_file
        if not path:
            raise Refused("the body is read from standard input (write it in the command, or use a file: @NAME)")
        if path.startswith("substitution"):
            raise Refused("the body is what another command prints (write it in the command, or use a file: @NAME)")
        return path

    def _read(self, path: str) -> str:
        if path == "-" and self.command.stdin is not None:
            return self.command.stdin
        raise Refused(f"--data-urlencode encodes the file {path}, which is not read (write its content in the command)")

    def query(self) -> str:
        """The query that ``-G`` writes into the address."""
        if self.files:
            raise Refused(f"-G puts the content of the file {self.files[0]} in the address, and files are not read")
        return self.text

    def content(self) -> Raw | FromFile:
        if not self.files:
            return Raw(self.text)
        if self.given > 1:
            raise Refused(f"the body joins the file {self.files[0]} with other data (put all of it in one file)")
        return FromFile(self.files[0])


def urlencoded(value: str, read: Callable[[str], str]) -> str:
    """``--data-urlencode`` in its five forms: content, =content, name=content, @file, name@file."""
    found = re.match(r"([^=]*)(=)", value) or re.match(r"([^@]*)(@)", value)
    if not found:
        return escaped(value).replace("%20", "+")
    name, rest = found[1], value[found.end() :]
    text = escaped(read(rest) if found[2] == "@" else rest).replace("%20", "+")
    return f"{name}={text}" if name else text


# -- forms -------------------------------------------------------------------------------------------------------------

_TYPES = {
    "gif": "image/gif", "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "svg": "image/svg+xml",
    "txt": "text/plain", "htm": "text/html", "html": "text/html", "pdf": "application/pdf", "xml": "application/xml",
}  # fmt: skip
"""File extension -> media type, as libcurl knows them (lib/mime.c, Curl_mime_contenttype)."""


def part(value: str, *, literal: bool) -> Part:
    """The part that ``-F name=content;type=…;filename=…`` sends, or ``--form-string`` if it is literal.

    Raises:
        Refused: a spec cannot describe the part.
    """
    name, sign, content = value.partition("=")
    if not sign:
        raise Refused(f'-F "{value}" has no = (write name=content)')
    if literal:
        return Part(name, content)
    if content.startswith("("):
        raise Refused(f'the part "{name}" consists of parts, which a spec cannot describe')
    mark = content[:1] if content[:1] in ("@", "<") else ""
    text, facts = _content(content.removeprefix(mark), "," if mark == "@" else "")
    media_type, filename = facts.get("type", ""), facts.get("filename", "")
    for unknown in {"headers", "encoder"} & set(facts):
        raise Refused(f'the part "{name}" has its own {unknown}, which a spec cannot describe')
    if mark and text == "-":
        raise Refused(f'the part "{name}" is read from standard input (use a file)')
    if mark == "<":
        raise Refused(f'the part "{name}" is the content of the file {text}, sent without its name (write the content)')
    if not mark:
        if filename:
            raise Refused(f'the part "{name}" is text with a file name (put the text in a file)')
        return Part(name, text, media_type=media_type)
    ending = text.rpartition(".")[2].lower() if "." in text else ""
    return Part(name, "", text, filename or text.rpartition("/")[2], media_type or _TYPES.get(ending, ""))


def _content(text: str, end: str) -> tuple[str, dict[str, str]]:
    """The content of a part, and the settings after it (``type=…``), as curl's formparse.c splits them."""
    content, rest = _word(text.lstrip(), end)
    facts: dict[str, str] = {}
    while rest.startswith(";"):
        rest = rest[1:].lstrip()
        key = next((one for one in ("type", "filename", "headers", "encoder") if rest.startswith(one + "=")), "")
        if key == "type":
            found = re.compile(r"type=\s*([^;]*(?:;(?!\s*(?:filename|headers|encoder)=)[^;]*)*)").match(rest)
            facts["type"], rest = (found[1].strip(), rest[found.end() :]) if found else ("", "")
        else:
            value, rest = _word(rest[len(key) + 1 if key else 0 :].lstrip(), end)
            facts |= {key: value} if key else {}
    if rest.startswith(","):
        raise Refused("a part with several files (write one part for each file)")
    return content, facts


def _word(text: str, end: str) -> tuple[str, str]:
    """Split a text after its first word, which ends at ``;`` or `end`, or is in double quotes."""
    quoted = re.compile(r'"((?:[^"\\]|\\.)*)"[^;' + end + "]*", re.DOTALL).match(text)
    if quoted:
        return re.sub(r'\\(["\\])', r"\1", quoted[1]), text[quoted.end() :]
    bare = re.compile(f"[^;{end}]*", re.DOTALL).match(text)
    length = bare.end() if bare else 0
    return text[:length].rstrip(), text[length:]
