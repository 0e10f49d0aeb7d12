"""Requests as text: raw HTTP messages, and .http files of the REST Client for VS Code and of JetBrains.

https://github.com/Huachao/vscode-restclient, https://www.jetbrains.com/help/idea/exploring-http-syntax.html; the start
line and the headers are those of RFC 9112.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from snippetgen.data.jsontext import dumps
from snippetgen.errors import Mistake, Refused, SpecError
from snippetgen.importers.body import FromFile, Multipart, Part, Raw, essence, multipart_parts
from snippetgen.importers.draft import Draft, absolute, source

if TYPE_CHECKING:
    from snippetgen.importers.model import Options, Source

_LINE = re.compile(r"(?:([A-Z][A-Z-]*)[ \t]+)?(\S.*?)(?:[ \t]+HTTP/[\d.]+)?[ \t]*")
_VARIABLE = re.compile(r"@([^\s=]+)[ \t]*=[ \t]*(.*)")
_COMMENT = re.compile(r"[ \t]*(?:#|//)[ \t]*(.*)")
_SETTING = re.compile(r"@([\w-]+)(?:[ \t=]+(.*))?")
_HANDLER = re.compile(r">(?:>!?)?[ \t]+\S|<>[ \t]")
_OTHERS = ("GRAPHQL", "GRPC", "WEBSOCKET", "RSOCKET", "WSS", "WS")


def open_raw(text: str, file: str, options: Options) -> Source:
    """The request of a raw HTTP message, in which nothing is a comment or a variable."""
    head, _, body = re.sub(r"\r\n?", "\n", text.lstrip()).partition("\n\n")
    draft, lines = Draft(), head.split("\n")
    _start(draft, lines[0], file)
    _headers(draft, lines[1:])
    length = draft.header("content-length")
    text = body if length == str(len(body.encode("utf-8", "surrogateescape"))) else body.rstrip("\n")
    crlf = text.replace("\n", "\r\n")
    text = crlf if length == str(len(crlf.encode("utf-8", "surrogateescape"))) else text
    if length.isdigit() and length != str(len(text.encode("utf-8", "surrogateescape"))):
        draft.notes.add("Content-Length", f"is {length}, but the body here is of another length; sent as it is")
    draft.body = Raw(text) if text else None
    try:
        _finish(draft)
    except Refused as error:
        draft.refused = str(error)
    return source("raw HTTP", file, [draft], options)


def open_http(text: str, file: str, options: Options) -> Source:
    """The requests of an .http file.

    Raises:
        SpecError: the file contains no request.
    """
    known: dict[str, str] = {}
    drafts = []
    blocks = re.split(r"(?m)^###+(.*)$", "\n" + text.replace("\r\n", "\n"))
    for title, block in zip(["", *blocks[1::2]], blocks[::2], strict=True):
        draft = _Block(block, known, file).draft
        if draft:
            draft.title = draft.title or title.strip("# \t")
            drafts.append(draft)
    if not drafts:
        raise SpecError([Mistake(file, 0, 0, "", "contains no request (a request begins with GET https://…)")])
    return source(".http file", file, drafts, options)


class _Block:
    """What stands between two ``###``: variables, settings in comments, and one request."""

    def __init__(self, text: str, known: dict[str, str], file: str) -> None:
        self.known, self.file = known, file
        self.draft: Draft | None = None
        self.made = Draft(known=known)
        lines = text.split("\n")
        start = self._before(lines)
        if start < len(lines):
            self.draft = self.made
            self._request(lines[start:])

    def _before(self, lines: list[str]) -> int:
        """Read what stands above the request; returns the number of its first line."""
        at = 0
        while at < len(lines):
            line = lines[at]
            comment, variable = _COMMENT.fullmatch(line), _VARIABLE.fullmatch(line.strip())
            if variable:
                self.known[variable[1]] = variable[2].strip()
            elif comment:
                self._setting(comment[1].strip())
            elif re.match(r"[ \t]*<[ \t]*\{%", line):
                while at < len(lines) - 1 and "%}" not in lines[at]:
                    at += 1
                self.made.notes.dropped("< {% %}", None, "scripts are not run")
            elif re.match(r"<[ \t]+\S|(?:import|run)[ \t]", line):
                self.made.notes.dropped(line.strip(), None, "other files are not run")
            elif line.strip():
                break
            at += 1
        return at

    def _setting(self, text: str) -> None:
        found = _SETTING.fullmatch(text)
        if not found:
            return
        name, value = found[1], (found[2] or "").strip()
        if name == "name":
            self.made.title = value
        elif name == "no-redirect":
            self.made.redirects = "stop"
        elif name == "timeout" and (seconds := re.match(r"\d+", value)):
            self.made.timeout = int(seconds[0])
        elif name not in ("note", "no-log", "no-cookie-jar", "no-auto-encoding", "prompt", "description"):
            self.made.notes.add(f"@{name}", "left out: not supported")

    def _request(self, lines: list[str]) -> None:
        draft, at = self.made, 1
        first = lines[0].strip()
        while at < len(lines) and re.match(r"[ \t]+\S", lines[at]) and not _COMMENT.fullmatch(lines[at]):
            version = re.search(r"[ \t]+HTTP/[\d.]+$", first)
            first = first[: version.start() if version else None] + lines[at].strip() + (version[0] if version else "")
            at += 1
        _start(draft, first, self.file)
        if draft.method in _OTHERS:
            draft.refused = f"{draft.method} is no HTTP request"
            return
        head = []
        while at < len(lines) and lines[at].strip() and not _HANDLER.match(lines[at]):
            if not _COMMENT.fullmatch(lines[at]):
                head.append(lines[at])
            at += 1
        _headers(draft, head)
        try:
            self._body(lines[at:])
            _finish(draft)
        except Refused as error:
            draft.refused = str(error)

    def _body(self, lines: list[str]) -> None:
        draft = self.made
        text = "\n".join(self._without_handlers(lines))
        text = re.sub(r"\A(?:[ \t]*\n)+|(?:\n[ \t]*)+\Z", "", text) if text.strip() else ""
        media_type = essence(draft.header("content-type"))
        files = re.findall(r"(?m)^<(@\w*)?[ \t]+(\S.*?)[ \t]*$", text)
        if not text:
            return
        if media_type == "multipart/form-data":
            draft.body = Multipart(_parts(text, draft))
        elif files:
            if "\n" in text:
                raise Refused(f"the body joins the file {files[0][1]} with other text (put all of it in one file)")
            if files[0][0]:
                draft.notes.add(f"<{files[0][0]}", "variables in the file are not replaced: it is sent as it is")
            draft.body = FromFile(re.sub(r"^\./", "", files[0][1]))
        else:
            if media_type == "application/x-www-form-urlencoded":
                text = re.sub(r"[ \t]*\n[ \t]*&|&[ \t]*\n[ \t]*", "&", text)
            draft.body = Raw(_graphql(draft, text))

    def _without_handlers(self, lines: list[str]) -> list[str]:
        """The lines of a body without the scripts and files for the answer, which notes name."""
        kept, script = list[str](), False
        for line in lines:
            if script:
                script = "%}" not in line
            elif _HANDLER.match(line):
                told = re.sub(r"\{%.*", "{% %}", line).strip()
                self.made.notes.dropped(told, None, "programs print the answer; scripts are not run")
                script = "{%" in line and "%}" not in line
            else:
                kept.append(line)
        return kept


def _graphql(draft: Draft, text: str) -> str:
    """The JSON of a GraphQL request, as the REST Client makes it where a header says so; else the text itself."""
    if draft.header("x-request-type").lower() != "graphql":
        return text
    draft.drop_header("x-request-type")
    query, _, variables = text.partition("\n\n")
    try:
        data = json.loads(variables) if variables.strip() else {}
    except ValueError:
        raise Refused("the variables below the GraphQL query are not JSON") from None
    if not draft.header("content-type"):
        draft.headers.append(("Content-Type", "application/json"))
    return dumps({"query": query, "variables": data})


def _parts(text: str, draft: Draft) -> tuple[Part, ...]:
    """The parts of a multipart body, in which ``< path`` stands for the content of a file."""
    media_type = draft.header("content-type")
    parts = multipart_parts(text.replace("\r", ""), media_type)
    boundary = re.search(r'boundary="?([^";\s]+)"?', media_type)
    pieces = re.split(rf"(?m)^--{re.escape(boundary[1])}(?:--)?[ \t]*$", text)[1:-1] if boundary else []
    if not parts or len(parts) != len(pieces):
        raise Refused("the multipart body cannot be read (its parts need the boundary that Content-Type names)")
    draft.drop_header("content-type")
    return tuple(_with_file(part, piece, draft) for part, piece in zip(parts, pieces, strict=True))


def _with_file(part: Part, piece: str, draft: Draft) -> Part:
    found = re.search(r"\n\n<@?\w*[ \t]+(\S[^\n]*?)[ \t]*\n*\Z", piece)
    if found and not part.file:
        raise Refused(f'the part "{part.name}" is the content of the file {found[1]}, sent without its name')
    if found:
        return part._replace(file=re.sub(r"^\./", "", found[1]), filename=part.file)
    if part.file:
        draft.notes.add(part.name, f"the program sends the file {part.file}: save its content from the source there")
    return part


def _start(draft: Draft, line: str, file: str) -> None:
    found = _LINE.fullmatch(line.strip())
    if not found:
        raise SpecError([Mistake(file, 0, 0, "", f'"{line}" is no request line (write GET https://…)')])
    draft.method, draft.url = found[1] or "GET", found[2]


def _headers(draft: Draft, lines: list[str]) -> None:
    for line in filter(str.strip, lines):
        name, colon, value = line.partition(":")
        if line[0] in " \t" and draft.headers:
            before = draft.headers.pop()
            draft.headers.append((before[0], f"{before[1]} {line.strip()}"))
            draft.notes.add(before[0], "its lines are joined with a blank (RFC 9112, section 5.2)")
        elif colon:
            draft.headers.append((name.strip(), value.strip(" \t")))
        else:
            draft.notes.dropped("", line, "it is no header (it has no colon)")


def _finish(draft: Draft) -> None:
    """Give the request a whole address, and credentials in place of the short forms that the clients encode."""
    host = draft.header("host")
    draft.url = absolute(draft.url, host, draft.notes)
    if host and host.lower() == re.sub(r"^\w+://([^/?#]*).*", r"\1", draft.url, flags=re.DOTALL).lower():
        draft.drop_header("host")
    value = draft.header("authorization")
    found = re.fullmatch(r"(?i)(basic|digest)[ \t]+(?:([^\s:]+)[ \t]+(\S+)|([^\s:]*):(\S*))", value)
    if found:
        draft.drop_header("authorization")
        draft.is_digest = found[1].lower() == "digest"
        draft.basic = (found[2], found[3]) if found[2] else (found[4], found[5])
    elif value.startswith("AWS "):
        draft.drop_header("authorization")
        draft.notes.add("Authorization", "left out: programs here do not sign requests")
