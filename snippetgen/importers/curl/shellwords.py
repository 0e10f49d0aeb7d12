"""Shell text -> commands and their words, as bash reads them (https://www.gnu.org/software/bash/manual/bash.html#Quoting).

Nothing is ever run: variables and commands that the shell would replace stay in the word as they are written, and
are listed in `Word.live`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from snippetgen.errors import Mistake, SpecError

OPERATORS = ("|", "&", ";", "\n")
"""The characters that end a command; ``||``, ``&&`` and ``|&`` are recognised by their first character."""


class Word(NamedTuple):
    """One word of a command.

    Attributes:
        text: the word without its quotes; bytes that are not UTF-8 are surrogates (PEP 383).
        line: the line of its first character, counted from 1.
        column: the column of its first character, counted from 1.
        live: the variables and commands in it that the shell would replace, as written: ``$TOKEN``, ``$(date)``.
    """

    text: str
    line: int = 0
    column: int = 0
    live: tuple[str, ...] = ()


@dataclass(slots=True)
class Command:
    """One command of a shell script.

    Attributes:
        stdin: the text of its here-document; None if it has none.
        stdin_live: the variables and commands in that text which the shell would replace.
        stdin_file: the file after ``<``; empty if there is none.
        redirects: the redirections of its output, as written: ``> out.json``.
        end: the operator after the command; empty at the end of the text.
    """

    words: list[Word] = field(default_factory=list)
    stdin: str | None = None
    stdin_live: tuple[str, ...] = ()
    stdin_file: str = ""
    redirects: list[str] = field(default_factory=list)
    end: str = ""


def bash_commands(text: str, file: str) -> list[Command]:
    """The commands in a text of bash.

    Raises:
        SpecError: a quote or a here-document is not closed.
    """
    return _Bash(text.replace("\r\n", "\n"), file).commands()


_SIMPLE = {"a": "\a", "b": "\b", "e": "\x1b", "E": "\x1b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_ANSI = re.compile(
    r"\\(?:(?P<octal>[0-7]{1,3})|x(?P<hex>[0-9A-Fa-f]{1,2})|u(?P<u>[0-9A-Fa-f]{1,4})|U(?P<U>[0-9A-Fa-f]{1,8})"
    r"|c(?P<control>.)|(?P<other>.))",
    re.DOTALL,
)


def ansi_c(text: str) -> str:
    """The value of the text between ``$'`` and ``'`` (Bash manual, section 3.1.2.4)."""

    def one(match: re.Match[str]) -> bytes:
        if match["octal"] or match["hex"]:
            return bytes([int(match["octal"], 8) & 255 if match["octal"] else int(match["hex"], 16)])
        if match["u"] or match["U"]:
            return chr(min(int(match["u"] or match["U"], 16), 0x10FFFF)).encode("utf-8", "surrogatepass")
        if match["control"]:
            return bytes([ord(match["control"].upper()) & 31])
        other = match["other"]
        return _SIMPLE.get(other, other if other in "\\'\"?" else "\\" + other).encode("utf-8", "surrogateescape")

    pieces, at = [], 0
    for match in _ANSI.finditer(text):
        pieces += [text[at : match.start()].encode("utf-8", "surrogateescape"), one(match)]
        at = match.end()
    pieces.append(text[at:].encode("utf-8", "surrogateescape"))
    return b"".join(pieces).decode("utf-8", "surrogateescape")


_EXPANSION = re.compile(r"\$(?:[A-Za-z_]\w*|[0-9@*#?$!-]|\{[^}]*\})")
_DEMANDED = re.compile(r"\$\{([A-Za-z_]\w*):?\?[^}]*\}")
"""A variable that must be set: ``${TOKEN:?}``."""
_PRINTED = re.compile(r"\$\(printf '((?:\\[0-7]{1,3}|\\[abfnrtv\\]|[^\\%'])*)'\)")
"""A text with control characters, as our programs write it: ``$(printf '\\r')``."""
_CAT = re.compile(
    r"\$\(\s*cat[ \t]*<<(-?)[ \t]*(['\"\\]?)([\w.!-]+)['\"]?[ \t]*\n(.*?)(?<=\n)(?(1)\t*)\3[ \t]*\n?\s*\)", re.DOTALL
)
"""A here-document as a value: ``"$(cat <<EOF … EOF)"``."""
_PLAIN = re.compile(r"[^\s'\"\\$`|&;<>()]+")
_REDIRECT = re.compile(r"(?:\d*|&)(<<<|<<-?|<>|<&|<|>>|>\||>&|>)")


class _Bash:
    def __init__(self, text: str, file: str) -> None:
        self.text, self.file, self.at = text, file, 0
        self.found: list[Command] = []
        self.command = Command()
        self.documents: list[tuple[Command, str, bool, bool]] = []
        self.parts: list[str] = []
        self.live: list[str] = []

    def commands(self) -> list[Command]:
        while self.at < len(self.text):
            self._next()
        self._end("")
        if self.documents:
            raise self._wrong(len(self.text), f"the here-document {self.documents[0][1]} does not end")
        return self.found

    def _next(self) -> None:
        text, here = self.text, self.text[self.at]
        redirect = None if self._is_process() else _REDIRECT.match(text, self.at)
        if here in " \t" or text.startswith("\\\n", self.at):
            self.at += 1 if here in " \t" else 2
        elif here == "#":
            self.at = text.find("\n", self.at) if "\n" in text[self.at :] else len(text)
        elif redirect:
            self._redirect(redirect)
        elif here in "|&;\n()":
            found = re.compile(r"\|\||&&|\|&|.", re.DOTALL).match(text, self.at)
            self.at += len(found[0]) if found else 1
            self._end(found[0] if found else here)
            if here == "\n":
                self._read_documents()
        else:
            self.command.words.append(self._word())

    def _end(self, operator: str) -> None:
        if self.command.words or self.command.redirects:
            self.command.end = operator
            self.found.append(self.command)
            self.command = Command()

    def _wrong(self, at: int, what: str) -> SpecError:
        line, column = self._place(at)
        return SpecError([Mistake(self.file, line, column, "", what)])

    def _place(self, at: int) -> tuple[int, int]:
        return self.text.count("\n", 0, at) + 1, at - self.text.rfind("\n", 0, at)

    # -- words -----------------------------------------------------------------------------------------------------

    def _word(self) -> Word:
        line, column = self._place(self.at)
        self.parts, self.live = [], []
        while self.at < len(self.text) and (self.text[self.at] not in " \t\n|&;<>()" or self._is_process()):
            self._piece()
        return Word("".join(self.parts), line, column, tuple(self.live))

    def _is_process(self) -> bool:
        """Whether a process substitution ``<(…)`` begins here."""
        return self.text.startswith(("<(", ">("), self.at)

    def _piece(self) -> None:
        text, at = self.text, self.at
        plain = _PLAIN.match(text, at)
        if plain:
            self.parts.append(plain[0])
            self.at = plain.end()
        elif text.startswith("$'", at):
            end = re.compile(r"(?:[^'\\]|\\.)*'", re.DOTALL).match(text, at + 2)
            if not end:
                raise self._wrong(at, "the quote $' is not closed")
            self.parts.append(ansi_c(end[0][:-1]))
            self.at = end.end()
        elif text[at] == "'":
            end_at = text.find("'", at + 1)
            if end_at < 0:
                raise self._wrong(at, "the quote ' is not closed")
            self.parts.append(text[at + 1 : end_at])
            self.at = end_at + 1
        elif text[at] == '"' or text.startswith('$"', at):
            self.at += 1 + (text[at] == "$")
            self._double(at)
        elif text[at] == "\\":
            self.parts.append("" if text[at + 1 : at + 2] == "\n" else text[at + 1 : at + 2] or "\\")
            self.at += 2
        else:
            self._expansion()

    def _double(self, start: int) -> None:
        """Read the text in double quotes, up to and including the closing quote."""
        while True:
            plain = re.compile(r'[^"\\$`]+').match(self.text, self.at)
            if plain:
                self.parts.append(plain[0])
                self.at = plain.end()
            here = self.text[self.at : self.at + 1]
            if not here:
                raise self._wrong(start, 'the quote " is not closed')
            if here == '"':
                self.at += 1
                return
            if here == "\\":
                after = self.text[self.at + 1 : self.at + 2]
                self.parts.append("" if after == "\n" else after if after and after in '$`"\\' else "\\" + after)
                self.at += 2
            else:
                self._expansion()

    def _expansion(self) -> None:
        """Read a dollar sign or a backquote, and the variable or command that it begins."""
        text, at = self.text, self.at
        found, printed = _EXPANSION.match(text, at), _PRINTED.match(text, at)
        document = _CAT.match(text, at)
        if printed:
            self.parts.append(ansi_c(printed[1]).rstrip("\n"))
            self.at = printed.end()
            return
        if document:
            written, live = self._document(document[4], strip=bool(document[1]), quoted=bool(document[2]))
            self.parts.append(written.rstrip("\n"))
            self.live += live
            self.at = document.end()
            return
        if found:
            end = found.end()
        elif text.startswith(("$(", "<(", ">("), at):
            end = self._closing(at + 1)
        elif text[at] == "`":
            closing = re.compile(r"(?:[^`\\]|\\.)*`", re.DOTALL).match(text, at + 1)
            if not closing:
                raise self._wrong(at, "the backquote ` is not closed")
            end = closing.end()
        else:
            self.parts.append(text[at])
            self.at = at + 1
            return
        replaced = _DEMANDED.sub(r"${\1}", text[at:end])
        self.parts.append(replaced)
        self.live.append(replaced)
        self.at = end

    def _closing(self, at: int) -> int:
        """The position after the bracket that closes the one at position `at`."""
        depth, quote = 0, ""
        for place in range(at, len(self.text)):
            here = self.text[place]
            if quote:
                quote = "" if here == quote else quote
            elif here in "'\"":
                quote = here
            else:
                depth += (here == "(") - (here == ")")
                if depth == 0:
                    return place + 1
        raise self._wrong(at - 1, "the bracket $( is not closed")

    # -- redirections ----------------------------------------------------------------------------------------------

    def _redirect(self, found: re.Match[str]) -> None:
        self.at = found.end()
        while self.text[self.at : self.at + 1] in (" ", "\t"):
            self.at += 1
        start = self.at
        word = self._word()
        raw = self.text[start : self.at]
        if found[1] == "<<<":
            self.command.stdin = word.text + "\n"
            self.command.stdin_live = word.live
        elif found[1].startswith("<<"):
            self.documents.append((self.command, word.text, found[1] == "<<-", raw != word.text))
        elif found[1] == "<":
            self.command.stdin_file = word.text
        else:
            self.command.redirects.append(f"{found[0]} {raw}")

    def _read_documents(self) -> None:
        """Read the here-documents whose text begins on this line."""
        for command, end, strip, quoted in self.documents:
            pattern = rf"(?m)^{'[	]*' if strip else ''}{re.escape(end)}$"
            found = re.compile(pattern).search(self.text, self.at)
            if not found:
                raise self._wrong(self.at, f"the here-document {end} does not end")
            text = self.text[self.at : found.start()]
            command.stdin, live = self._document(text, strip=strip, quoted=quoted)
            command.stdin_live = tuple(live)
            self.at = found.end() + 1
        self.documents = []

    def _document(self, text: str, *, strip: bool, quoted: bool) -> tuple[str, list[str]]:
        """The text of a here-document, and what the shell would replace in it: nothing if its word is quoted."""
        text = re.sub(r"(?m)^\t+", "", text) if strip else text
        if quoted:
            return text, []
        inner = _Bash(text, self.file)
        while inner.at < len(text):
            plain = re.compile(r"[^\\$`]+").match(text, inner.at)
            if plain:
                inner.parts.append(plain[0])
                inner.at = plain.end()
            elif text[inner.at] == "\\":
                after = text[inner.at + 1 : inner.at + 2]
                inner.parts.append("" if after == "\n" else after if after and after in "$`\\" else "\\" + after)
                inner.at += 2
            else:
                inner._expansion()
        return "".join(inner.parts), inner.live
