"""curl command lines -> requests, as curl itself would make them (https://curl.se/docs/manpage.html)."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from snippetgen.errors import Mistake, SpecError
from snippetgen.importers.curl.globs import unglob
from snippetgen.importers.curl.notes import OUTPUT, options_notes, shell_notes
from snippetgen.importers.curl.options import Option, options
from snippetgen.importers.curl.request import Sent
from snippetgen.importers.curl.shellwords import Command, Word, bash_commands
from snippetgen.importers.curl.windowswords import cmd_commands, is_cmd, is_powershell, powershell_commands
from snippetgen.importers.model import Entry, Imported, Source
from snippetgen.importers.naming import file_stem, unique
from snippetgen.importers.notes import Note, Notes
from snippetgen.importers.rawrequest import RawRequest, label, to_spec
from snippetgen.importers.secrets import placeholder

if TYPE_CHECKING:
    from snippetgen.importers.model import Options

_PROMPTS = ("$", ">", "%", "#", "sudo", "time", "PS>", "C:\\>")


@dataclass(slots=True)
class Operation:
    """The part of a command between two ``--next``: the options for all its addresses.

    Attributes:
        known: variables that the text itself sets, each with its value.
        title: the comment above the command.
        is_first: whether there is no ``--next`` before this part.
    """

    command: Command
    file: str
    options: list[Option] = field(default_factory=list)
    urls: list[Option] = field(default_factory=list)
    known: dict[str, str] = field(default_factory=dict)
    title: str = ""
    is_first: bool = True


def open_curl(text: str, file: str, options: Options) -> Source:
    """The requests of the curl commands in a text: of bash, of cmd.exe where it has carets, or of PowerShell.

    Raises:
        SpecError: the text contains no curl command, or one that curl would reject.
    """
    operations, notes = _operations(_commands(text, file), file)
    _entitle(operations, text)
    pairs = [(operation, url) for operation in operations for url in operation.urls]
    labels = [tuple(filter(None, (operation.title, _label(operation, url)))) for operation, url in pairs]
    names = unique(file_stem(one[0]) for one in labels)
    entries = [
        Entry(name, (*one, url.value, str(number)), (), partial(_read, operation, url, name, options))
        for number, (name, one, (operation, url)) in enumerate(zip(names, labels, pairs, strict=True), 1)
    ]
    return Source("curl", file, entries, tuple(notes))


_COMMENT = re.compile(r"#+[ \t]*(?![ \t!]|(?:\$[ \t]*)?curl\b)(\S[^\n]{0,99})")


def _entitle(operations: list[Operation], text: str) -> None:
    """Give each command the comment in the line above it, as pages of documentation write them."""
    lines = text.splitlines() if "#" in text else []
    for one in operations:
        above = one.command.words[0].line - 2
        found = _COMMENT.fullmatch(lines[above].strip()) if 0 <= above < len(lines) else None
        if found and len(one.urls) == 1 and one.is_first:
            one.title = found[1].strip()


def _commands(text: str, file: str) -> list[Command]:
    try:
        text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raise SpecError([Mistake(file, 0, 0, "", "contains an unpaired surrogate, which is not valid text")]) from None
    if is_cmd(text):
        return cmd_commands(text, file)
    return powershell_commands(text, file) if is_powershell(text) else bash_commands(text, file)


def _operations(commands: list[Command], file: str) -> tuple[list[Operation], list[Note]]:
    found, notes, known, piped = list[Operation](), Notes(), dict[str, str](), False
    for command in commands:
        words = _without_prompt(command.words)
        sets = _assignments(words)
        rest = words[len(sets) :]
        program = PurePosixPath(PureWindowsPath(rest[0].text).name).stem if rest else ""
        if program == "curl":
            found += _split(command, rest[1:], file, known)
        elif piped:
            notes.append(Note("|", f"{' '.join(word.text for word in words)}: the command after the pipe is left out"))
        elif sets and not rest:
            known |= sets
        elif found or program not in ("export", "set", "cd", "echo", ""):
            notes.append(Note(program, "is not a curl command; left out"))
        if program == "export":
            known |= _assignments(rest[1:])
        notes += [Note(one, OUTPUT) for one in command.redirects] if program == "curl" else []
        if command.end == "&" and program == "curl":
            notes.append(Note("&", "ends the command in a shell (put the address in quotes if this is part of it)"))
        piped = command.end in ("|", "|&")
    if not found:
        raise SpecError([Mistake(file, 0, 0, "", "contains no curl command (a command begins with the word curl)")])
    return found, notes


def _without_prompt(words: list[Word]) -> list[Word]:
    while words and words[0].text in _PROMPTS:
        words = words[1:]
    return words


def _assignments(words: list[Word]) -> dict[str, str]:
    """The variables that are set before a command."""
    result = {}
    for word in words:
        found = re.fullmatch(r"(?:\$env:)?([A-Za-z_]\w*)\+?=(.*)", word.text, re.DOTALL)
        if not found:
            break
        result[found[1]] = found[2]
    return result


def _split(command: Command, words: list[Word], file: str, known: dict[str, str]) -> list[Operation]:
    """A command line as its operations, which ``--next`` separates."""
    result = [Operation(command, file, known=known)]
    for option in options(words, file):
        if option.name == "next":
            result.append(Operation(command, file, known=known, is_first=False))
        elif option.name == "url":
            result[-1].urls.append(option)
        else:
            result[-1].options.append(option)
    for operation in result:
        if not operation.urls:
            raise SpecError([Mistake(file, words[0].line if words else 1, 1, "", "the curl command has no URL")])
    return result


def _label(operation: Operation, url: Option) -> str:
    sent = Sent(operation.command)
    for option in operation.options:
        sent.note_method(option)
    return label(sent.method(), url.value if "://" in url.value else f"http://{url.value}")


_UNKNOWN_HOST = "api.example.com"


def _read(operation: Operation, url: Option, name: str, choices: Options) -> Imported:
    """Import one request.

    Raises:
        Refused: a spec cannot describe the request.
    """
    sent = Sent(operation.command)
    for option in operation.options:
        sent.take(option)
    words = [_encoded(url.word), *(option.word for option in operation.options)]
    live = dict.fromkeys(one for word in words for one in word.live)
    variables = {one: name for one in live for name in [_variable(one)] if name}
    address, values, notes = _address(operation, url, sent)
    headers, content = tuple(sent.all_headers()), sent.content()
    notes = [*notes, *options_notes(operation.options), *sent.notes]
    request = RawRequest(
        sent.method(),
        address,
        headers,
        content,
        basic=sent.user,
        is_digest=sent.is_digest,
        title=operation.title,
        path_values=values,
        variables=variables,
        timeout=math.ceil(sent.timeout),
        redirects=sent.redirects,
    )
    result = to_spec(request, name, operation.file, choices, tuple(notes))
    return Imported(name, operation.file, result.data, (*result.notes, *shell_notes(live, result.data)))


_ENCODED = re.compile(
    r"\$\(\s*(?:printf\s+'?%s'?|echo\s+-n)\s+\"?\$\{?([A-Za-z_]\w*)\}?\"?\s*\|"
    r"\s*(?:jq\s+-\w+(?:\s+-\w+)*\s+'?@uri'?|od -An -v -tx1 \| tr -d ' \\n' \| sed 's/\.\./%&/g')\s*\)"
    r"|\$\(jq -rn --arg text \"\$\{([A-Za-z_]\w*)\}\" '\$text\|@uri'\)"
)
"""A variable's value percent-encoded, as scripts and our own programs do it with jq, and our own exports with od."""


def _encoded(word: Word) -> Word:
    """The word with a plain variable for each one that a command encodes, since every program encodes it anyway."""
    text, live = word.text, []
    for one in word.live:
        found = _ENCODED.fullmatch(one)
        name = f"${found[1] or found[2]}" if found else one
        text = text.replace(one, name)
        live.append(name)
    return word._replace(text=text, live=tuple(live))


def _variable(live: str) -> str:
    found = placeholder(live)
    return found[0] if found and found[1] else ""


def _address(operation: Operation, url: Option, sent: Sent) -> tuple[str, dict[str, str], list[Note]]:
    """The address as curl reads it, a map of name -> value for each ``{name}`` in it, and notes."""
    word, notes, values = _encoded(url.word), Notes(), dict[str, str]()
    text = word.text
    for live in word.live:
        if _variable(live) in operation.known:
            text = text.replace(live, operation.known[_variable(live)])
    text = re.sub(r"\{\{\s*([\w.-]+)\s*\}\}", r"{\1}", text)
    unknown = re.match(r"((?i:https?://)?)(\$\{?\w+\}?|\$env:\w+|%[A-Za-z_]\w*%|\{[\w.-]+\}|\$\([^)]*\))", text)
    if unknown:
        rest = text[unknown.end() :]
        text = f"{unknown[1] or 'https://'}{_UNKNOWN_HOST}{rest}"
        notes.append(Note(unknown[2], f"is not set: {_UNKNOWN_HOST} is used as the server (change it with --server)"))
    if "://" not in text:
        text = f"{sent.scheme}://{text}"
    if not sent.globoff:
        text, values, more = unglob(text)
        notes += more
    return sent.with_query(sent.with_file_name(text)), values, notes
