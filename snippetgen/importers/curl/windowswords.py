"""Command lines of Windows -> commands and their words: cmd.exe's carets, PowerShell's backquotes.

https://learn.microsoft.com/windows-server/administration/windows-commands/cmd tells of carets,
https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments of quotes and backslashes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from snippetgen.errors import Mistake, SpecError
from snippetgen.importers.curl.shellwords import Command, Word

if TYPE_CHECKING:
    from collections.abc import Callable

_QUOTED = re.compile(r"""\$'(?:[^'\\]|\\.)*'|'[^']*'|"(?:[^"\\]|\\.)*\"""", re.DOTALL)


def _outside(text: str) -> str:
    """A text with everything removed that bash would read as quoted."""
    return _QUOTED.sub(lambda match: match[0][-1] * 2, text)


def is_cmd(text: str) -> bool:
    """Whether a text has the carets of cmd.exe."""
    if re.search(r'\^[ \t]*\r?\n|[ \t]\^"', _outside(text)) or re.search(r'"[^\n]*\^\\\^"', _single(text)):
        return True
    words = re.findall(r'(?<=[ \t])"[^"\n]*"(?=[ \t\r\n]|$)', _single(text))
    return any("^" in one for one in words) and all(map(_BROWSER.fullmatch, words))


def _single(text: str) -> str:
    """A text without what bash reads as in single quotes at the beginning of a word."""
    return re.sub(r"(?<!\S)\$?'[^']*'", "''", text)


_SURE = r"[a-zA-Z0-9\s_\-:=+~'/.,?;()*`]"
"""The characters that Chrome and Edge write without a caret when they copy a request as cURL (cmd)."""

_BROWSER = re.compile(
    r'(?P<caret>\^?)"(?P<text>(?:'
    + _SURE
    + r"|\^[\r\n]\n?|\^%(?:\^[A-Za-z0-9_ ])?|\^\\\^[\\\"]|\^[^\\\"\sa-zA-Z0-9_])*)"
    + r'(?P=caret)"(?=[ \t\r\n]|$)'
)
"""A word as Chrome and Edge quote it: ``^"…^"`` since 2023; ``"…"`` before, in which cmd.exe would keep the carets.

Quotes and backslashes have a backslash (for the C program), everything unsure a caret (for cmd.exe): escapeStringWin in
https://github.com/ChromeDevTools/devtools-frontend/blob/main/front_end/panels/network/NetworkLogView.ts
"""


def _browser_word(found: re.Match[str]) -> str:
    """The text that the browser meant by a word."""
    text = re.sub(r"\^\n\n", "\n", found["text"])
    text = re.sub(r"\^(.)", r"\1", text, flags=re.DOTALL)
    return re.sub(r'\\([\\"])', r"\1", text)


def is_powershell(text: str) -> bool:
    """Whether a text has PowerShell's prompt or continuation lines, or calls curl.exe with single quotes."""
    lines = re.search(r"[ \t]`[ \t]*\r?\n", _outside(text)) or re.search(r"(?m)^[ \t]*PS(?:[ \t][^\n>]*)?>", text)
    program = re.search(r"\bcurl\.exe\s[^\n]*[ \t]'", text) and not re.search(r"\\\r?\n", text)
    return bool(lines or program)


def cmd_commands(text: str, file: str) -> list[Command]:
    """The commands of a batch of cmd.exe.

    Raises:
        SpecError: a quote is not closed.
    """
    meant: list[str] = []

    def kept(match: re.Match[str]) -> str:
        meant.append(_browser_word(match))
        return f'"{_MARK}{len(meant) - 1}{_MARK}"'

    found = []
    text = re.sub(r"(?<=[ \t])" + _BROWSER.pattern, _only_if_escaped(kept), text.replace("\r\n", "\n"))
    for line, ends_with in _cmd_lines(text):
        words = [_meant(word, meant) for word in _arguments(line, file)]
        if words:
            found.append(Command(words, end=ends_with))
    return found


_MARK = "\0"


def _only_if_escaped(change: Callable[[re.Match[str]], str]) -> Callable[[re.Match[str]], str]:
    return lambda match: change(match) if "^" in match["text"] else match[0]


def _meant(word: Word, texts: list[str]) -> Word:
    """A word with the text of a browser's word, which no shell may touch, in place of its number."""
    found = re.fullmatch(f"{_MARK}([0-9]+){_MARK}", word.text)
    return word._replace(text=texts[int(found[1])], live=()) if found else word


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
            words += [Word(_passed("".join(parts)), 1, 1, tuple(live))] if parts else []
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


def _passed(text: str) -> str:
    """A word as a program receives it: up to PowerShell 7.2, a backslash is needed before each double quote."""
    return re.sub(r'\\(")', r"\1", text)


def _powershell_part(match: re.Match[str]) -> str:
    if match["single"] is not None:
        return match["single"].replace("''", "'")
    if match["double"] is not None:
        text = match["double"].replace('""', '"')
        return re.sub(r"`(.)", lambda one: _ESCAPES.get(one[1], one[1]), text, flags=re.DOTALL)
    escaped = match["escaped"]
    return match["other"] if escaped is None else _ESCAPES.get(escaped, escaped)
