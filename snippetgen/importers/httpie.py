"""HTTPie's and xh's command lines -> requests (https://httpie.io/docs/cli/request-items)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from snippetgen.data.jsontext import dumps, read_json
from snippetgen.errors import Refused, SpecError
from snippetgen.importers.body import Form, FromFile, Multipart, Part, Raw
from snippetgen.importers.commandline import Arguments, commands
from snippetgen.importers.draft import Draft, source, type_by_name

if TYPE_CHECKING:
    from snippetgen.importers.commandline import Given
    from snippetgen.importers.model import Options, Source

_VALUED = frozenset((
    "auth", "auth-type", "bearer", "timeout", "verify", "cert", "cert-key", "cert-key-pass", "proxy", "session",
    "session-read-only", "output", "print", "pretty", "style", "max-redirects", "max-headers", "raw", "boundary", "ssl",
    "ciphers", "default-scheme", "format-options", "response-charset", "response-mime", "history-print", "http-version",
    "resolve", "interface",
))  # fmt: skip
_SHORT = {
    "a": "auth", "A": "auth-type", "j": "json", "f": "form", "F": "follow", "o": "output", "p": "print", "s": "style",
    "d": "download", "c": "continue", "v": "verbose", "h": "headers", "b": "body", "m": "meta", "S": "stream",
    "x": "compress", "I": "ignore-stdin", "q": "quiet",
}  # fmt: skip
_SILENT = frozenset((
    "json", "form", "multipart", "follow", "print", "pretty", "style", "verbose", "headers", "body", "meta", "stream",
    "ignore-stdin", "quiet", "check-status", "all", "format-options", "unsorted", "sorted", "response-charset",
    "offline", "response-mime", "history-print", "debug", "traceback", "auth", "auth-type", "bearer", "timeout", "raw",
    "boundary", "default-scheme", "output", "download", "continue", "https", "curl", "curl-long",
))  # fmt: skip
_VERIFY = "ignored: certificates are always checked (make your system trust the server's own)"
_METHOD = re.compile("[A-Za-z]+")
_SEPARATORS = (":=@", "=@", "==", ":=", "@", "=", ":")


def open_httpie(text: str, file: str, options: Options) -> Source:
    """The requests of the commands ``http``, ``https``, ``xh`` and ``xhs`` in a text."""
    found, notes = commands(text, file, ("http", "https", "xh", "xhs"))
    return source("HTTPie", file, [_draft(one, file) for one in found], options, notes)


class Item:
    """A request item: a name, a separator and a value; a backslash makes a separator a part of the name."""

    def __init__(self, word: str) -> None:
        pieces = re.findall(r"\\.|[^\\]|\\", word, re.DOTALL)
        name = ""
        for place, piece in enumerate(pieces):
            rest = "".join(pieces[place:])
            self.sign = next((one for one in _SEPARATORS if rest.startswith(one)), "")
            if self.sign:
                self.name, self.value = name, rest[len(self.sign) :]
                return
            name += piece[1:] if len(piece) > 1 and piece[1] in ":=@;\\" else piece
        self.name, self.value = (name[:-1], "") if name.endswith(";") else (name, "")
        self.sign = ";" if name.endswith(";") else ""


def _draft(given: Given, file: str) -> Draft:
    arguments = Arguments(given.words, _VALUED, _SHORT, file)
    draft, words = Draft(title=given.title, notes=given.notes()), list(arguments.positional)
    method = words.pop(0).upper() if len(words) > 1 and _METHOD.fullmatch(words[0]) else ""
    if not words:
        draft.refused = "the command has no address"
        return draft
    draft.url = _address(words.pop(0), given, arguments)
    try:
        _items(draft, [Item(word) for word in words], given, arguments)
    except Refused as error:
        draft.refused = str(error)
    draft.method = method or ("POST" if draft.body else "GET")
    _settings(draft, arguments)
    return draft


def _address(word: str, given: Given, arguments: Arguments) -> str:
    if re.match(r"\w+://|\{\{", word):
        return word
    scheme = "https" if given.program in ("https", "xhs") or arguments.has("https") else ""
    scheme = scheme or arguments.last("default-scheme") or "http"
    short = re.match(r":(\d*)(?=/|$|\?)", word)
    return f"{scheme}://" + (f"localhost{':' + short[1] if short[1] else ''}{word[short.end() :]}" if short else word)


def _items(draft: Draft, items: list[Item], given: Given, arguments: Arguments) -> None:
    for item in items:
        if not item.sign:
            raise Refused(f'"{item.name}" is no request item (write name=value, name:=json, name==value or Name:value)')
        if item.sign == "==":
            draft.query.append((item.name, item.value))
        elif item.sign == ";" or (item.sign == ":" and item.value):
            draft.headers.append((item.name, item.value.strip(" \t")))
        elif item.sign == ":":
            draft.notes.add(f"{item.name}:", "left out: it removes a header of HTTPie's own")
    fields = [one for one in items if one.sign not in ("==", ":", ";")]
    if fields and fields[0].sign == "@" and not fields[0].name:
        draft.body = FromFile(fields[0].value)
    elif fields:
        _fields(draft, fields, arguments)
        return
    _input(draft, given, arguments)


def _input(draft: Draft, given: Given, arguments: Arguments) -> None:
    """Take the body of ``--raw``, or that which is redirected to the command."""
    raw, stdin = arguments.last("raw"), given.command.stdin
    if raw or stdin is not None:
        draft.body = Raw(raw or stdin or "")
    elif given.command.stdin_file:
        draft.body = FromFile(given.command.stdin_file)
    if draft.body and not draft.header("content-type"):
        form = arguments.has("form")
        draft.headers.append(("Content-Type", "application/x-www-form-urlencoded" if form else "application/json"))


def _fields(draft: Draft, fields: list[Item], arguments: Arguments) -> None:
    multipart = arguments.has("multipart") or any(one.sign == "@" for one in fields)
    if any(one.sign in ("=@", ":=@") for one in fields):
        name = next(one.value for one in fields if one.sign in ("=@", ":=@"))
        raise Refused(f"a field is the content of the file {name}, which is not read (write its content)")
    if multipart:
        draft.body = Multipart(tuple(map(_part, fields)))
    elif arguments.has("form"):
        draft.body = Form(tuple((one.name, one.value) for one in fields))
        if not draft.header("content-type"):
            draft.headers.append(("Content-Type", "application/x-www-form-urlencoded"))
    else:
        data: Any = None
        for one in fields:
            data = _put(data, _steps(one.name), _json(one) if one.sign == ":=" else one.value)
        draft.body = Raw(dumps(data))
        if not draft.header("content-type"):
            draft.headers.append(("Content-Type", "application/json"))


def _part(item: Item) -> Part:
    if item.sign != "@":
        return Part(item.name, item.value)
    path, _, facts = item.value.partition(";")
    kind = re.search(r"type=([^;]+)", facts)
    return Part(item.name, "", path, path.rpartition("/")[2], kind[1].strip() if kind else type_by_name(path))


def _json(item: Item) -> Any:
    try:
        return read_json(item.value, "")
    except SpecError:
        if "{{" in item.value:
            return item.value
        raise Refused(f'"{item.name}:={item.value}" is not JSON') from None


def _steps(name: str) -> list[str | int]:
    """The path that ``a[b][0]`` names (https://httpie.io/docs/cli/nested-json); an empty text appends."""
    found = re.fullmatch(r"([^\[\]]*)((?:\[[^\[\]]*\])*)", name, re.DOTALL)
    head, brackets = (found[1], found[2]) if found else (name, "")
    rest: list[str | int] = [int(one) if one.isdigit() else one for one in re.findall(r"\[([^\[\]]*)\]", brackets)]
    return [head, *rest] if head or not rest else rest


def _put(data: Any, steps: list[str | int], value: Any) -> Any:
    """The data with a value at a path; maps and lists on the way are made."""
    if not steps:
        return value
    step, rest = steps[0], steps[1:]
    if isinstance(step, int) or (step == "" and not isinstance(data, dict)):
        items = list(data) if isinstance(data, list) else []
        place = len(items) if step == "" else int(step)
        items += [None] * (place + 1 - len(items))
        items[place] = _put(items[place], rest, value)
        return items
    found = dict(data) if isinstance(data, dict) else {}
    found[step] = _put(found.get(step), rest, value)
    return found


def _settings(draft: Draft, arguments: Arguments) -> None:
    kind = arguments.last("auth-type") or ("bearer" if arguments.has("bearer") else "basic")
    auth = arguments.last("auth") or arguments.last("bearer")
    if auth and kind in ("basic", "digest"):
        draft.is_digest = kind == "digest"
        user, colon, password = auth.partition(":")
        draft.basic = (user, password if colon else "{{PASSWORD}}")
    elif auth and kind == "bearer":
        draft.headers.append(("Authorization", f"Bearer {auth}"))
    elif auth:
        draft.notes.add("--auth-type", f"{kind} is not supported; the program sends no user name or password")
    seconds = arguments.last("timeout")
    draft.timeout = int(float(seconds)) if re.fullmatch(r"\d+(\.\d+)?", seconds) else 0
    draft.redirects = "follow" if arguments.has("follow") else ""
    for option in arguments.options:
        if option.name not in _SILENT:
            told = _VERIFY if option.name == "verify" else "left out: not supported"
            draft.notes.add(option.written, told)
