"""The command lines of other tools than curl: found in a text of bash, and taken apart into options and words."""

from __future__ import annotations

import re
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, NamedTuple

from snippetgen.errors import Mistake, SpecError
from snippetgen.importers.curl.shellwords import Command, Word, bash_commands
from snippetgen.importers.curl.substitutions import variable_of
from snippetgen.importers.curl.typography import straight
from snippetgen.importers.notes import Note, Notes
from snippetgen.spec.recognise import without_prompts

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from snippetgen.importers.draft import Draft


class Given(NamedTuple):
    """One command of a tool.

    Attributes:
        program: its name, without folder and ``.exe``.
        words: what follows the name, with ``{{NAME}}`` for each variable that a shell would replace.
        title: the comment in the line above it.
        live: notes on what a shell would run.
        command: the command itself, with its input.
    """

    program: str
    words: list[Word]
    title: str
    live: tuple[Note, ...]
    command: Command

    def notes(self) -> Notes:
        return Notes(self.live)

    def finished(self, drafts: list[Draft]) -> list[Draft]:
        """The requests, of which several have no title of their own."""
        for one in drafts:
            one.title = one.title if len(drafts) == 1 else ""
        return drafts


def commands(text: str, file: str, names: Collection[str]) -> tuple[list[Given], Notes]:
    """The commands in a text that call one of these programs, and notes on the others.

    Raises:
        SpecError: there is none, or a quote is not closed.
    """
    text, notes = straight(without_prompts(text))
    lines, found = text.splitlines(), list[Given]()
    for command in bash_commands(text, file):
        words = _without_assignments(command.words)
        program = PurePosixPath(PureWindowsPath(words[0].text).name).stem if words else ""
        if program in names:
            above = words[0].line - 2
            comment = re.fullmatch(r"#+[ \t]*([^\s!][^\n]{0,99})", lines[above].strip()) if above >= 0 else None
            live: list[Note] = []
            plain = [_plain(word, live) for word in words[1:]]
            found.append(Given(program, plain, comment[1].strip() if comment else "", tuple(live), command))
        elif program not in ("", "export", "set", "cd", "echo"):
            notes.add(program, f"is not a command of {' or '.join(names)}; left out")
    if not found:
        raise SpecError([Mistake(file, 0, 0, "", f"contains no command of {' or '.join(names)}")])
    return found, notes


def _without_assignments(words: Sequence[Word]) -> Sequence[Word]:
    at = 0
    while at < len(words) and re.match(r"[A-Za-z_]\w*=|sudo$|time$", words[at].text):
        at += 1
    return words[at:]


def _plain(word: Word, live: list[Note]) -> Word:
    """A word with ``{{NAME}}`` for each variable in it; a command stays as it is, with a note."""
    text = word.text
    for one in word.live:
        name = variable_of(one)
        if name:
            text = text.replace(one, f"{{{{{name}}}}}")
        else:
            live.append(Note(one, "would be run by the shell; kept as it is"))
    return word._replace(text=text)


class Option(NamedTuple):
    """An option with its value (empty if it takes none), and as it is written."""

    name: str
    value: str
    written: str


class Arguments:
    """The options and the other words of a command line, in the manner of getopt_long.

    Attributes:
        positional: the words that are no options.
    """

    def __init__(self, words: Sequence[Word], valued: Collection[str], short: Mapping[str, str], file: str) -> None:
        """Take the words apart.

        Args:
            valued: long options that take a value.
            short: letter -> long option, of those short options that mean one.
        """
        self.valued, self.short, self.file = valued, short, file
        self.options: list[Option] = []
        self.positional: list[str] = []
        todo = list(reversed(words))
        while todo:
            word = todo.pop()
            if word.text == "--":
                self.positional += [one.text for one in reversed(todo)]
                return
            if word.text.startswith("--"):
                name, sign, value = word.text[2:].partition("=")
                takes = name in valued and not sign
                self.options.append(Option(name, self._value(word, todo) if takes else value, f"--{name}"))
            elif word.text.startswith("-") and len(word.text) > 1:
                self._letters(word, todo)
            else:
                self.positional.append(word.text)

    def last(self, name: str) -> str:
        """The value of the last option of this name; empty without one."""
        return next((one.value for one in reversed(self.options) if one.name == name), "")

    def has(self, *names: str) -> bool:
        return any(one.name in names for one in self.options)

    def _letters(self, word: Word, todo: list[Word]) -> None:
        for place, letter in enumerate(word.text[1:], 1):
            name, rest = self.short.get(letter, letter), word.text[place + 1 :]
            if name in self.valued:
                value = rest.removeprefix("=") if rest else self._value(word, todo)
                self.options.append(Option(name, value, f"-{letter}"))
                return
            self.options.append(Option(name, "", f"-{letter}"))

    def _value(self, word: Word, todo: list[Word]) -> str:
        if not todo:
            raise SpecError([Mistake(self.file, word.line, word.column, "", f"{word.text} needs a value")])
        return todo.pop().text
