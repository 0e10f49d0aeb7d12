"""Command lines of Windows -> commands and their words: cmd.exe's carets, PowerShell's backquotes.

https://learn.microsoft.com/windows-server/administration/windows-commands/cmd tells of carets,
https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments of quotes and backslashes.
"""

from __future__ import annotations

import re

from snippetgen.errors import Mistake, SpecError
from snippetgen.importers.curl.shellwords import Command, Word

_QUOTED = re.compile(r"""\$'(?:[^'\\]|\\.)*'|'[^']*'|"(?:[^"\\]|\\.)*\"""", re.DOTALL)


def _outside(text: str) -> str:
    """A text with everything removed that bash would read as quoted."""
    return _QUOTED.sub(lambda match: match[0][-1] * 2, text)


def is_cmd(text: str) -> bool:
    """Whether a text has the carets of cmd.exe."""
    return bool(re.search(r'\^[ \t]*\r?\n|[ \t]\^"', _outside(text)))


def is_powershell(text: str) -> bool:
    """Whether a text has the continuation lines of PowerShell."""
    return bool(re.search(r"[ \t]`[ \t]*\r?\n", _outside(text)))


def cmd_commands(text: str, file: str) -> list[Command]:
    """The commands of a batch of cmd.exe.

    Raises:
        SpecError: a quote is not closed.
    """
    found = []
    for line, ends_with in _cmd_lines(text.replace("\r\n", "\n")):
        words = _arguments(line, file)
        if words:
            found.append(Command(words, end=ends_with))
    return found


_CMD = re.compile(r'\^[ \t]*\n(\n?)|\^(.)|(")|([&|\n])|(.)', re.DOTALL)


def _cmd_lines(text: str) -> list[tuple[str, str]]:
    """The command lines without carets, each with the operator that ends it.

    A caret before a line break joins the lines, and an empty line after it stays as a line break.
    """
    lines, current, quoted, at = [], "", False, 0
    while at < len(text):
        match = (re.compile(r'(?P<a>)(?P<b>)(")|([\n])|(.)', re.DOTALL) if quoted else _CMD).match(text, at)
        if match is None:
            break
        joined, escaped, quote, end, other = match.groups()
        at = match.end()
        if quote:
            quoted = not quoted
        if end:
            lines.append((current, end))
            current, quoted = "", False
        elif escaped == "\n":
            current += "\n"
        else:
            current += joined or escaped or quote or other or ""
    return [*lines, (current, "")]


def _arguments(line: str, file: str) -> list[Word]:
    """The words of a command line, as Windows passes them to a C program."""
    words, at = list[Word](), 0
    while True:
        at = _skip(line, at)
        if at == len(line):
            return words
        text, at = _argument(line, at, file)
        variables = tuple(re.findall(r"%[A-Za-z_]\w*%", text))
        words.append(Word(text, 1, 1, variables))


def _skip(line: str, at: int) -> int:
    while at < len(line) and line[at] in " \t":
        at += 1
    return at


def _argument(line: str, at: int, file: str) -> tuple[str, int]:
    text, quoted = "", False
    while at < len(line) and (quoted or line[at] not in " \t"):
        slashes = re.compile(r"(\\+)(?=\")").match(line, at)
        if slashes:
            count, at = len(slashes[1]), slashes.end()
            text += "\\" * (count // 2)
            if count % 2:
                text += '"'
                at += 1
        elif line[at] == '"':
            doubled = quoted and line[at + 1 : at + 2] == '"'
            text += '"' if doubled else ""
            quoted = quoted if doubled else not quoted
            at += 1 + doubled
        else:
            text += line[at]
            at += 1
    if quoted:
        raise SpecError([Mistake(file, 0, 0, "", 'a quote " is not closed')])
    return text, at


_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "0": "\0", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "e": "\x1b"}
_POWERSHELL = re.compile(
    r"`[ \t]*\n(?P<joined>)|`(?P<escaped>.)|'(?P<single>(?:[^']|'')*)'|\"(?P<double>(?:[^\"`]|`.|\"\")*)\""
    r"|(?P<comment>(?<!\S)#[^\n]*)|(?P<end>[|;\n])|(?P<space>[ \t]+)|(?P<other>.)",
    re.DOTALL,
)
_REFERENCE = re.compile(r"\$(?:env:)?\w+|\$\{[^}]*\}|\$\([^)]*\)")


def powershell_commands(text: str, file: str) -> list[Command]:
    """The commands of a text of PowerShell.

    Raises:
        SpecError: a quote is not closed.
    """
    found, words, parts, live = [], [], list[str](), list[str]()
    for match in _POWERSHELL.finditer(text.replace("\r\n", "\n") + "\n"):
        kind = match.lastgroup
        if kind in ("space", "end", "joined", "comment"):
            words += [Word("".join(parts), 1, 1, tuple(live))] if parts else []
            parts, live = [], []
            if kind == "end" and words:
                found.append(Command(words, end="" if match["end"] == "\n" else match["end"]))
                words = []
            continue
        if match["other"] in ("'", '"'):
            raise SpecError([Mistake(file, 0, 0, "", f"a quote {match['other']} is not closed")])
        part = _powershell_part(match)
        if kind in ("double", "other"):
            live += _REFERENCE.findall(part)
        parts.append(part)
    return found


def _powershell_part(match: re.Match[str]) -> str:
    if match["single"] is not None:
        return match["single"].replace("''", "'")
    if match["double"] is not None:
        text = match["double"].replace('""', '"')
        return re.sub(r"`(.)", lambda one: _ESCAPES.get(one[1], one[1]), text, flags=re.DOTALL)
    escaped = match["escaped"]
    return match["other"] if escaped is None else _ESCAPES.get(escaped, escaped)
