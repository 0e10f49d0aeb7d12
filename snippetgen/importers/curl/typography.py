"""What word processors, web pages and chats make of a command line -> the characters that a shell reads.

Only what stands outside the author's own quotes is changed, and each kind of change is noted once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from snippetgen.importers.body import json_data
from snippetgen.importers.curl.options import FLAGS, SHORT, VALUED
from snippetgen.importers.notes import Note, Notes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from snippetgen.importers.curl.shellwords import Word

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BREAKS = "\u2028\u2029\u0085\x0b\x0c"
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_DASHES = "\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
_DOUBLE = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02"
_SINGLE = "\u2018\u2019\u201a\u201b\u2032\uff07"

_ODD = re.compile(
    f"[{_SPACES}{_BREAKS}{_UNSEEN}{_DOUBLE}{_SINGLE}]|\\\\[ \\t{_SPACES}]+\\n|\\\\\\s*\\Z"
)
_CLOSED = r"(?=[\s;|&)\\^`]|$)"

_SPACE = "no-break and other wide spaces between words are read as spaces"
_BREAK = "line separators between words are read as line breaks"
_HIDDEN = "invisible characters between words (such as U+200B) are left out"
_QUOTES = "typographic quotes ({0}) around words are read as straight quotes"
_JOINED = "a backslash with blanks after it at a line's end is read as continuing the line"
_LAST = "the backslash at the end is left out: no line follows it"
_INNER = "typographic quotes or spaces in the JSON body are read as straight ones: the body is no JSON with them"
_DASHED = "dashes before options are read as hyphens: {0}"


def straight(text: str, *, single: bool = True) -> tuple[str, Notes]:
    """A command line without typography, and notes on what was read as what.

    Args:
        single: whether a straight ``'`` quotes, as in all shells but cmd.exe.
    """
    if not _ODD.search(text):
        return text, Notes()
    walker = _Walker(text, single=single)
    return walker.run(), walker.notes


class _Walker:
    def __init__(self, text: str, *, single: bool) -> None:
        self.text, self.at, self.notes = text, 0, Notes()
        quotes = r"\$'(?:[^'\\]|\\.)*'|'[^']*'|" if single else ""
        self.kept = re.compile(rf"{quotes}\"(?:[^\"\\]|\\.)*\"|(?<!\S)#[^\n]*|\\[^\s{_SPACES}]", re.DOTALL)

    def run(self) -> str:
        parts = []
        while self.at < len(self.text):
            found = self.kept.match(self.text, self.at)
            if found:
                self.at = found.end()
                parts.append(found[0])
            else:
                parts.append(self._one())
        return "".join(parts)

    def _one(self) -> str:
        text, here = self.text, self.text[self.at]
        if here == "\\":
            found = re.compile(rf"\\([ \t{_SPACES}]+\n|\s*\Z)").match(text, self.at)
            if found:
                self.at = found.end()
                is_end = self.at == len(text)
                self.notes.add("", _LAST if is_end else _JOINED)
                return "\n" if is_end else "\\\n"
        quoted = self._quoted() if here in _DOUBLE + _SINGLE else ""
        if quoted:
            return quoted
        self.at += 1
        for kind, becomes, why in ((_SPACES, " ", _SPACE), (_BREAKS, "\n", _BREAK), (_UNSEEN, "", _HIDDEN)):
            if re.match(f"[{kind}]", here):
                self.notes.add("", why)
                return becomes
        return here

    def _quoted(self) -> str:
        """The text in typographic quotes at this place, in straight ones; empty if none begins here."""
        kind = _DOUBLE if self.text[self.at] in _DOUBLE else _SINGLE
        before = self.text[max(0, self.at - 2) : self.at]
        if before and not re.search(rf"(?:[\s={_SPACES}{_UNSEEN}]|[-{_DASHES}]\w)\Z", before):
            return ""
        ends = rf"[{kind}\"]" if kind is _DOUBLE else rf"[{kind}']"
        for end in (_CLOSED.replace(r"\s", rf"\s{_SPACES}"), ""):
            found = re.compile(rf"((?:[^\\]|\\.)*?)({ends}){end}", re.DOTALL).match(self.text, self.at + 1)
            if found:
                break
        else:
            return ""
        self.notes.add("", _QUOTES.format(f"{self.text[self.at]} {found[2]}"))
        self.at = found.end()
        if kind is _SINGLE:
            return "'" + found[1].replace("'", "'\"'\"'") + "'"
        inner = re.sub(rf"\\[{_DOUBLE}]", r'\\"', found[1])
        return '"' + re.sub(r'(?<!\\)"', r"\\\"", inner) + '"'


def dashed(words: Sequence[Word]) -> tuple[list[Word], Notes]:
    """The words of a command with hyphens in place of the dashes before options, and a note on them."""
    found: list[Word] = []
    read, before = dict[str, str](), ""
    for word in words:
        match = re.fullmatch(rf"([-{_DASHES}]*[{_DASHES}][-{_DASHES}]*)([A-Za-z#].*)", word.text, re.DOTALL)
        if match and not _takes_value(before):
            name = re.split(r"[=\s]", match[2])[0]
            long = name in VALUED or name in FLAGS or len(match[1]) > 1 or (match[1] == "\u2014" and len(name) > 1)
            hyphens = "--" if long and len(name) > 1 else "-"
            shown = name if long else match[2][:1]
            read[match[1] + shown] = hyphens + shown
            word = word._replace(text=hyphens + match[2])  # noqa: PLW2901
        found.append(word)
        before = word.text
    notes = Notes()
    if read:
        notes.add("", _DASHED.format(", ".join(f"{one} as {other}" for one, other in read.items())))
    return found, notes


def _takes_value(word: str) -> bool:
    """Whether the value of an option is the next word: ``-d`` and ``-sd``, but not ``-da=1``."""
    if word.startswith("--"):
        return word[2:] in VALUED
    valued = [place for place, letter in enumerate(word) if SHORT.get(letter) in VALUED]
    return word[:1] == "-" and valued[:1] == [len(word) - 1]


def straight_json(text: str) -> str:
    """A body that is no JSON with its typography, but is without it, as that JSON; any other body as it stands."""
    if text.lstrip()[:1] not in ("{", "[") or not re.search(f"[{_DOUBLE}{_SPACES}{_UNSEEN}]", text):
        return text
    plain = re.sub(f"[{_DOUBLE}]", '"', re.sub(f"[{_UNSEEN}]", "", re.sub(f"[{_SPACES}]", " ", text)))
    return plain if json_data(text) is None and json_data(plain) is not None else text


INNER = Note("body", _INNER)
