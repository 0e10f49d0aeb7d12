"""Every error that a user can cause.

SnippetgenError
├── SpecError       a spec file, or a choice made about it, is wrong (all its mistakes at once)
│   ├── DocumentError   a marker in a document is wrong, or asks for something impossible
│   └── ConfigError     the file that says what a project builds is wrong
├── LanguageError   a folder under templates/ is wrong
├── TemplateError   a .j2 file is wrong, or prints a value that was not spelt
├── UnknownTarget   --lang names an unknown language or client
├── Refused         the request is fine, but this target cannot send it (the reason is the text)
├── FileError       a file or folder does not exist, or cannot be written
└── RunError        a toolchain is missing, or a program could not be built
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class SnippetgenError(Exception):
    """The root; its text is one clear message for standard error."""


CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""What a terminal obeys, or shows in another order or place: controls, line breaks beyond LF, marks of direction."""


def without_controls(text: str) -> str:
    """A text for a terminal, each control character and mark of direction shown as an escape; LF and tabs stay."""
    return CONTROLS.sub(_escape, text.replace("\r\n", "\n"))


def on_one_line(text: str) -> str:
    """A text as `without_controls` writes it, with line breaks as escapes, too: a file or a key may hold some."""
    return without_controls(text).replace("\n", "\\n")


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return {"\r": "\\r"}.get(match[0]) or (f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}")  # noqa: PLR2004


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """A single mistake in a file.

    Attributes:
        file: as the user named it.
        line: counted from 1; 0 if the mistake has no place in the file.
        column: counted from 1.
        path: the path in the data, such as ``params[0].in``; empty for the whole file.
        text: the mistake and, in brackets, how to correct it.
    """

    file: str
    line: int
    column: int
    path: str
    text: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return on_one_line(f"{place}: {self.path}: {self.text}" if self.path else f"{place}: {self.text}")


class Problem(NamedTuple):
    """Something to tell a user about a file, in the one shape in which all commands write it as JSON.

    Attributes:
        file: as the user named it; empty if it is about no file.
        line, column: counted from 1; 0 if it has no place in the file.
        severity: error, warning or note.
        message: what is wrong and, in brackets, how to correct it.
    """

    file: str
    line: int
    column: int
    severity: str
    message: str

    @classmethod
    def of(cls, mistake: Mistake, severity: str = "error") -> Problem:
        text = f"{mistake.path}: {mistake.text}" if mistake.path else mistake.text
        return cls(mistake.file, mistake.line, mistake.column if mistake.line else 0, severity, text)

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        kind = "" if self.severity == "error" else f"{self.severity}: "
        return on_one_line(f"{place}: {kind}{self.message}" if place else f"{kind}{self.message}")


def problems(error: SnippetgenError) -> list[Problem]:
    """An error as problems: one for each mistake, or one for its text."""
    mistakes = error.mistakes if isinstance(error, SpecError) else ()
    return [Problem.of(one) for one in mistakes] or [Problem("", 0, 0, "error", str(error))]


class SpecError(SnippetgenError):
    def __init__(self, mistakes: Iterable[Mistake] | str) -> None:
        self.mistakes = () if isinstance(mistakes, str) else tuple(sorted(mistakes))
        super().__init__(mistakes if isinstance(mistakes, str) else "\n".join(map(str, self.mistakes)))


class DocumentError(SpecError):
    pass


class ConfigError(SpecError):
    pass


def together(errors: Sequence[SnippetgenError]) -> SnippetgenError:
    """Several errors joined to one: first the texts of those without a place, then all mistakes in order."""
    if len(errors) == 1:
        return errors[0]
    mistakes = [mistake for one in errors if isinstance(one, SpecError) for mistake in one.mistakes]
    plain = [str(one) for one in errors if not (isinstance(one, SpecError) and one.mistakes)]
    return SpecError("\n".join([*plain, *map(str, sorted(mistakes))])) if plain else SpecError(mistakes)


class LanguageError(SnippetgenError):
    pass


class TemplateError(SnippetgenError):
    pass


class UnknownTarget(SnippetgenError):  # noqa: N818 - named after the user's mistake, like the other errors
    pass


class Refused(SnippetgenError):  # noqa: N818 - a refusal is an answer, not an accident
    pass


class FileError(SnippetgenError):
    pass


class RunError(SnippetgenError):
    pass


def suggest(word: str, known: Iterable[str]) -> str:
    """The hint ``did you mean "x"?`` if one of the known words is close, else the list of them."""
    from difflib import get_close_matches  # noqa: PLC0415 - only who errs waits for it (1.5 ms)

    words = list(dict.fromkeys(known))
    close = get_close_matches(word.lower(), words, n=1, cutoff=0.6)
    return f'did you mean "{close[0]}"?' if close else "one of: " + ", ".join(words)
