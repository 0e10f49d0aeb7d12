"""Bruno's .bru files -> a request (https://docs.usebruno.com/bru-lang/overview)."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, NamedTuple

from snippetgen.data.jsontext import dumps, read_json
from snippetgen.errors import Mistake, SpecError
from snippetgen.importers.body import Form, FromFile, Multipart, Part, Raw
from snippetgen.importers.draft import Draft, source, type_by_name

if TYPE_CHECKING:
    from snippetgen.importers.model import Options, Source

_START = re.compile(r"([a-z][\w:-]*)[ \t]*(\{|\[)[ \t]*")
_METHODS = ("get", "post", "put", "patch", "delete", "head", "options", "trace", "connect", "http")
_TYPES = {
    "json": "application/json",
    "text": "text/plain",
    "xml": "application/xml",
    "sparql": "application/sparql-query",
}
_UNRUN = re.compile(r"script:|tests$|assert$|vars:post-response$")


class Line(NamedTuple):
    """A pair of a block; a pair that begins with ``~`` is turned off."""

    name: str
    value: str
    off: bool


def open_bruno(text: str, file: str, options: Options) -> Source:
    """The request of a .bru file.

    Raises:
        SpecError: the file contains no request.
    """
    blocks = _blocks(text.replace("\r\n", "\n").split("\n"))
    method = next((one for one in _METHODS if one in blocks), "")
    if not method:
        raise SpecError([Mistake(file, 0, 0, "", "contains no request (a block such as get { url: … })")])
    draft = _Reader(blocks, method).draft
    return source("Bruno", file, [draft], options)


def _blocks(lines: list[str]) -> dict[str, str]:
    """The name of each block and its lines, which end at a bracket at the margin."""
    found: dict[str, list[str]] = {}
    name, inside = "", False
    for line in lines:
        start = _START.fullmatch(line)
        if inside:
            inside = line.rstrip() not in ("}", "]")
            found[name] += [line] if inside else []
        elif start:
            name, inside = start[1], True
            found[name] = []
    return {key: "\n".join([*value, ""]) for key, value in found.items()}


def _lines(text: str) -> list[Line]:
    """The pairs of a block; a text in ``'''`` goes on over several lines."""
    found = re.findall(r"(?m)^[ \t]*(~?)(\"[^\"]*\"|[^:\n]*?)[ \t]*:[ \t]*('''.*?'''|[^\n]*)", text, re.DOTALL)
    return [Line(name.strip('"'), _value(value), bool(off)) for off, name, value in found if name]


def _value(text: str) -> str:
    return textwrap.dedent(text[3:-3]).strip("\n") if text.startswith("'''") else text.strip()


class _Reader:
    def __init__(self, blocks: dict[str, str], method: str) -> None:
        self.blocks, self.draft = blocks, Draft()
        call = {one.name: one.value for one in _lines(blocks[method])}
        draft = self.draft
        draft.title = next((one.value for one in _lines(blocks.get("meta", "")) if one.name == "name"), "")
        draft.summary = textwrap.dedent(blocks.get("docs", "")).strip()
        draft.method = call.get("method", "GET") if method == "http" else method.upper()
        draft.known = {one.name: one.value for one in self._on("vars:pre-request")}
        draft.headers = [(one.name, one.value) for one in self._on("headers")]
        draft.url = call.get("url", "")
        self._address()
        self._body(call.get("body", "none"))
        self._auth(call.get("auth", "none"))
        for name in blocks:
            if _UNRUN.match(name):
                draft.notes.dropped(name, None, "scripts and tests are not run")

    def _on(self, block: str) -> list[Line]:
        """The pairs of a block that are not turned off."""
        lines = _lines(self.blocks.get(block, ""))
        self.draft.off += [one.name for one in lines if one.off]
        return [one for one in lines if not one.off]

    def _address(self) -> None:
        """Take the parameters; those of the query stand in the address, too."""
        draft = self.draft
        query = self._on("params:query") + self._on("query")
        base, mark, rest = draft.url.partition("?")
        for one in self._on("params:path") + self._on("path"):
            base = re.sub(rf"/:{re.escape(one.name)}(?=/|$)", f"/{{{{{one.name}}}}}", base)
            draft.known = {**draft.known, one.name: one.value} if one.value else draft.known
        draft.url = base + mark + rest
        for one in query:
            if not re.search(rf"(?:^|&){re.escape(one.name)}=", rest):
                draft.query.append((one.name, one.value))

    def _body(self, kind: str) -> None:
        draft = self.draft
        text = textwrap.dedent(self.blocks.get(f"body:{kind}", self.blocks.get("body", ""))).rstrip("\n")
        if kind == "none":
            return
        if kind in ("form-urlencoded", "formUrlEncoded"):
            draft.body = Form(tuple((one.name, one.value) for one in self._on("body:form-urlencoded")))
            media_type = "application/x-www-form-urlencoded"
        elif kind in ("multipart-form", "multipartForm"):
            draft.body = Multipart(tuple(part for one in self._on("body:multipart-form") for part in _parts(one)))
            draft.drop_header("content-type")
            return
        elif kind == "graphql":
            variables = textwrap.dedent(self.blocks.get("body:graphql:vars", "")).strip()
            draft.body = Raw(dumps({"query": text, "variables": _json(variables) if variables else {}}))
            media_type = "application/json"
        elif kind == "file":
            path = next((re.match(r"@file\(([^)]*)\)", one.value) for one in self._on("body:file")), None)
            draft.body, media_type = FromFile(path[1] if path else "file"), "application/octet-stream"
        else:
            draft.body, media_type = Raw(text), _TYPES.get(kind, "text/plain")
        if not draft.header("content-type"):
            draft.headers.append(("Content-Type", media_type))

    def _auth(self, kind: str) -> None:
        draft, given = self.draft, {one.name: one.value for one in self._on(f"auth:{kind}")}
        if kind in ("basic", "digest"):
            draft.is_digest = kind == "digest"
            draft.basic = (given.get("username", ""), given.get("password", ""))
        elif kind == "bearer":
            draft.headers.append(("Authorization", f"Bearer {given.get('token', '{{token}}')}"))
        elif kind == "apikey":
            place = "query" if given.get("placement") == "queryparams" else "header"
            draft.key(place, given.get("key", ""), given.get("value", ""))
        elif kind == "inherit":
            draft.notes.add("auth", "inherited from the collection, whose file is not read; left out")
        elif kind != "none":
            draft.notes.add("auth", f"{kind} is not supported; the program sends no user name or password")


def _json(text: str) -> object:
    try:
        return read_json(text, "")
    except SpecError:
        return text


def _parts(one: Line) -> list[Part]:
    """The parts of a pair: a text, or one for each file of ``@file(a|b)``."""
    value, _, kind = one.value.partition("@contentType(")
    found = re.fullmatch(r"@file\(([^)]*)\)", value.strip())
    if not found:
        return [Part(one.name, value.strip(), media_type=kind.rstrip(")"))]
    given = kind.rstrip(")")
    return [
        Part(one.name, "", path, path.rpartition("/")[2], given or type_by_name(path)) for path in found[1].split("|")
    ]
