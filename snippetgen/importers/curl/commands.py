"""curl command lines -> requests, as curl itself would make them (https://curl.se/docs/manpage.html)."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from snippetgen.errors import Mistake, SpecError
from snippetgen.importers.body import Raw
from snippetgen.importers.curl.data import DATA
from snippetgen.importers.curl.globs import unglob
from snippetgen.importers.curl.notes import OUTPUT, options_notes
from snippetgen.importers.curl.options import Option, options
from snippetgen.importers.curl.request import Sent
from snippetgen.importers.curl.shellwords import Command, Word, bash_commands
from snippetgen.importers.curl.substitutions import Substitutions, file_of, variable_of
from snippetgen.importers.curl.typography import INNER, dashed, straight, straight_json
from snippetgen.importers.curl.warnings import warnings
from snippetgen.importers.curl.windowswords import cmd_commands, is_cmd, is_powershell, powershell_commands
from snippetgen.importers.model import Entry, Imported, Source
from snippetgen.importers.naming import file_stem, unique
from snippetgen.importers.notes import Note, Notes
from snippetgen.importers.rawrequest import RawRequest, label, to_spec
from snippetgen.spec.recognise import without_prompts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from snippetgen.importers.model import Options

_PROMPTS = ("$", ">", "%", "#", "sudo", "time", "PS>", "C:\\>", "do", "then", "else", "{", "!")
_WORDS = frozenset(("done", "fi", "}", "export", "set", "cd", "sleep", "exit", "return", "source", ""))
"""Words and commands of a script that have no part in its requests."""


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
    plain, told = straight(without_prompts(text), single=not is_cmd(text))
    operations, notes = _operations(_commands(plain, file, powershell=is_powershell(text)), file)
    text = plain
    notes = [*told, *notes]
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


def _commands(text: str, file: str, *, powershell: bool) -> list[Command]:
    try:
        text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raise SpecError([Mistake(file, 0, 0, "", "contains an unpaired surrogate, which is not valid text")]) from None
    if is_cmd(text):
        return cmd_commands(text, file)
    return powershell_commands(text, file) if powershell else bash_commands(text, file)


def _operations(commands: list[Command], file: str) -> tuple[list[Operation], list[Note]]:
    found, notes, known, piped = list[Operation](), Notes(), dict[str, str](), None
    following = iter([*commands[1:], Command()])
    for command in commands:
        words = _without_prompt(command.words)
        sets = _assignments(words)
        rest, after = words[len(sets) :], _without_prompt(next(following).words)
        program = _program(rest)
        if program == "curl":
            plain, told = dashed(rest[1:])
            notes += told
            found += _split(_fed(command, piped), plain, file, known)
        elif command.end == "|" and _program(after) == "curl" and program in ("echo", "printf", "cat"):
            pass
        elif piped:
            notes.append(Note("|", f"{' '.join(word.text for word in words)}: the command after the pipe is left out"))
        elif sets and not rest:
            known |= sets
        elif program not in _WORDS and (found or program != "echo"):
            notes.append(Note(program, "is not a curl command; left out"))
        if program == "export":
            known |= _assignments(rest[1:])
        notes += [Note(one, OUTPUT) for one in command.redirects] if program == "curl" else []
        if command.end == "&" and program == "curl" and _program(after) != "curl":
            notes.append(Note("&", "ends the command in a shell (put the address in quotes if this is part of it)"))
        piped = command if command.end in ("|", "|&") else None
    if not found:
        raise SpecError([Mistake(file, 0, 0, "", "contains no curl command (a command begins with the word curl)")])
    return found, notes


def _program(words: Sequence[Word]) -> str:
    return PurePosixPath(PureWindowsPath(words[0].text).name).stem if words else ""


def _fed(command: Command, before: Command | None) -> Command:
    """A command with what ``echo TEXT |``, ``printf TEXT |`` or ``cat FILE |`` before it writes to its input."""
    words = before.words if before else []
    if not words or command.stdin is not None or command.stdin_file:
        return command
    program, given = _program(words), words[1:]
    live = tuple(one for word in given for one in word.live)
    if program == "cat":
        if before and before.stdin is not None and not given:
            return replace(command, stdin=before.stdin, stdin_live=before.stdin_live)
        return replace(command, stdin_file=given[0].text) if len(given) == 1 else command
    texts = [word.text for word in given]
    ends = "" if program == "printf" or texts[:1] == ["-n"] else "\n"
    texts = texts[1:] if texts[:1] in (["-n"], ["%s"], ["-e"]) else texts
    if program not in ("echo", "printf") or (program == "printf" and re.search(r"[%\\]", " ".join(texts[:1]))):
        return command
    return replace(command, stdin=" ".join(texts) + ends, stdin_live=live)


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
    found = Substitutions()
    command = operation.command
    if command.stdin is not None:
        command = replace(command, stdin=found.marked(command.stdin, command.stdin_live))
    sent = Sent(command)
    for option in operation.options:
        sent.take(_marked(_set(option, operation.known), found, sent))
    address, values, notes = _address(operation, url, sent, found)
    headers, content = tuple(sent.all_headers()), sent.content()
    if isinstance(content, Raw) and (plain := straight_json(content.text)) != content.text:
        content = Raw(plain)
        notes.append(INNER)
    notes += [*options_notes(operation.options), *sent.notes, *warnings(operation.options, url.word)]
    request = RawRequest(
        sent.method(),
        address,
        headers,
        content,
        basic=sent.user,
        is_digest=sent.is_digest,
        title=operation.title,
        path_values=values,
        variables=found.variables(address),
        timeout=math.ceil(sent.timeout),
        redirects=sent.redirects,
    )
    result = to_spec(request, name, operation.file, choices, tuple(notes))
    data = found.restored(result.data)
    return Imported(name, operation.file, data, (*result.notes, *found.notes(data)))


def _set(option: Option, known: dict[str, str]) -> Option:
    """An option of the body, with the values of variables that the text itself sets above the command."""
    if option.name not in DATA and option.name != "form":
        return option
    text, live = option.value, []
    for one in option.word.live:
        value = known.get(variable_of(one))
        text = text if value is None or re.search(r"[$`]", value) else text.replace(one, value)
        live += [one] if value is None or re.search(r"[$`]", value) else []
    return option._replace(word=option.word._replace(text=text, live=tuple(live)))


def _marked(option: Option, found: Substitutions, sent: Sent) -> Option:
    """An option whose value has marks for the commands in it, or names the file that a command prints."""
    path = file_of(option.word)
    if path and option.name in DATA - {"data-urlencode"}:
        sent.more.append(Note(option.written, f"{option.value} is read as the file {path}"))
        return option._replace(name="json" if option.name == "json" else "data-binary", word=Word(f"@{path}"))
    return option._replace(word=option.word._replace(text=found.marked(option.value, option.word.live)))


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


def _address(
    operation: Operation, url: Option, sent: Sent, found: Substitutions
) -> tuple[str, dict[str, str], list[Note]]:
    """The address as curl reads it, a map of name -> value for each ``{name}`` in it, and notes."""
    word, notes, values = _encoded(url.word), Notes(), dict[str, str]()
    text = word.text
    for live in word.live:
        if variable_of(live) in operation.known:
            text = text.replace(live, operation.known[variable_of(live)])
    text = re.sub(r"\{\{\s*([\w.-]+)\s*\}\}", r"{\1}", text)
    unknown = re.match(r"((?i:https?://)?)(\$\{?\w+\}?|\$env:\w+|%[A-Za-z_]\w*%|\{[\w.-]+\}|\$\([^)]*\)|`[^`]*`)", text)
    if unknown:
        rest = text[unknown.end() :]
        text = f"{unknown[1] or 'https://'}{_UNKNOWN_HOST}{rest}"
        word = word._replace(live=tuple(one for one in word.live if one != unknown[2]))
        notes.append(Note(unknown[2], f"is not set: {_UNKNOWN_HOST} is used as the server (change it with --server)"))
    text = found.marked(text, word.live)
    if "://" not in text:
        text = f"{sent.scheme}://{text}"
    if not sent.globoff:
        text, values, more = unglob(text)
        notes += more
    return sent.with_query(sent.with_file_name(text)), values, notes
