"""Spells texts as strings of a language, on one line or on several."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from snippetgen.data import jsontext
from snippetgen.errors import Refused
from snippetgen.languages import bare, escapes
from snippetgen.languages.layout import END, FIT, FORCE, LINE, NEWLINE, OUT, SOFT, deferred

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from snippetgen.languages.language import Language


class Strings:
    """Spells texts by the facts `string` and `block` (see `facts.FACTS`)."""

    def __init__(self, language: Language) -> None:
        self.title: str = language.facts["title"]
        self._facts: dict[str, Any] = language.facts["string"]
        self._block_facts: Any = language.facts["block"]
        self._engine: str = self._facts["engine"]
        self._mark = "`" if self._engine == "backtick" else "\\"
        self._quote: str = self._facts["quote"]
        self._lacks: str = self._facts.get("lacks", "")
        self._prefix: str = self._facts.get("prefix", "")
        quote = "'" if self._engine == "shell" else self._quote
        self.escape = self.escaper(quote, self._facts["escape"], self._facts["escape_pairs"])
        self._alternate = self._alternate_quote()
        join = language.facts["join"]
        self._interpolate: dict[str, Any] = join.get("interpolate", {}) if isinstance(join, dict) else {}
        self._escape_block = self._block_escaper()
        # Names and header values are often repeated, within a program and between programs.
        self.string = lru_cache(1024)(self._string)

    def _string(self, text: str) -> str:
        """A text as a string of the language.

        Raises:
            Refused: no string of the language can hold the text.
        """
        if self._facts["unprintable"] == "format" and not text.isprintable():
            return self._formatted(text)
        if self._engine == "bare":
            return bare.edges(bare.plain(self.escape(text)))
        if self._engine in ("backslash", "backtick"):
            return self._alternate(text) or f"{self._prefix}{self._quote}{self.escape(text)}{self._quote}"
        if "\0" in text and not self._facts["nul"]:
            raise Refused(f"{self.title} cannot hold U+0000 in a string")
        if self._engine == "doubled":
            return (text.isprintable() and self._alternate(text)) or self._doubled(text)
        return text if _BARE.fullmatch(text) else self.shell(text)

    def holds(self, text: str) -> bool:
        """Whether a string of the language can hold a text."""
        return ("\0" not in text or bool(self._facts["nul"])) and not any(char in text for char in self._lacks)

    def _alternate_quote(self) -> Callable[[str], str]:
        """A function for a text in the language's other quote if that is more readable, else an empty text."""
        facts, first = self._facts["alternate_quote"], self._quote
        if facts == "none":
            return lambda _: ""
        quote = facts["quote"] if facts["when"] == "raw" else facts["quote"][0]
        plain = re.compile(f"[^{facts['quote']}{self._mark * 2}]*")
        if facts["when"] == "plain":
            return lambda text: f"{quote}{text}{quote}" if plain.fullmatch(text) and text.isprintable() else ""
        if facts["when"] == "quotes":
            others = self.escaper("", self._facts["escape"], self._facts["escape_pairs"])
            plain = re.compile(f"[^{quote}]*{first}[^{quote}]*")
            return lambda text: f"{quote}{text}{quote}" if plain.fullmatch(text) and others(text) == text else ""
        if facts["when"] == "raw":
            return lambda text: f"{quote}{text}{quote}" if self.may_be_raw(text) else ""
        escape = self.escaper(quote, self._facts["escape"], self._facts["escape_pairs"])
        return lambda text: f"{quote}{escape(text)}{quote}" if text.count(first) > text.count(quote) else ""

    def may_be_raw(self, text: str) -> bool:
        """Whether a text is better written in quotes within which nothing is escaped."""
        first, other = self._quote, self._facts["alternate_quote"]
        if other == "none" or other["when"] != "raw" or not text.isprintable():
            return False
        raw = other["quote"]
        if raw in text or any(char in text for char in self._facts["escape"]):
            return False
        at_ends = raw.startswith(first) and first in (text[:1], text[-1:])
        return (first in text or "\\" in text) and not at_ends

    def escaper(self, quote: str, escape: str, pairs: Sequence[str]) -> Callable[[str], str]:
        """A function that escapes the text between quotes; plain text is copied as a whole, after a single search."""
        mark = self._mark
        short = {escapes.SHORT[letter]: f"{mark}{letter}" for letter in self._facts["short"]}
        unprintable = escapes.OTHER.get(self._facts["unprintable"])
        nul, title, lacks = self._facts["nul"], self.title, self._lacks
        alternatives = [re.escape(char) for char in {mark, *quote, *escape}]
        alternatives += map(escapes.of_pair, pairs)
        tail = escapes.HEX_TAIL.get(self._facts["unprintable"], "")
        special = re.compile("|".join([*alternatives, r"[\x00-\x1f]", rf"[^\x00-\x7e]{tail}"]))

        def one(match: re.Match[str]) -> str:
            char = match[0]
            if char in short:
                return short[char]
            if (char == "\0" and not nul) or char in lacks:
                raise Refused(f"{title} cannot hold U+{ord(char):04X} in a string")
            if char.isprintable():
                return mark + char if char.isascii() or char in escape else char
            if unprintable is None:
                raise Refused(f"{title} cannot write U+{ord(char):04X} in a string")
            return unprintable(char).replace("\\", mark)

        return lambda text: special.sub(one, text)

    def _formatted(self, text: str) -> str:
        """A text by a call of Common Lisp's format: its strings have no escapes but those of quote and backslash."""
        text = text.replace("~", "~~").replace("\n", "~%")
        others = "".join(f" {escapes.lisp_char(char)}" for char in text if not char.isprintable())
        control = "".join(char if char.isprintable() else "~C" for char in text)
        return f"(format nil {self._quote}{self.escape(control)}{self._quote}{others})"

    def _doubled(self, text: str) -> str:
        runs = groupby(text, key=lambda char: char.isprintable() and char not in self._facts["escape"])
        spelt: list[str] = []
        for is_plain, run in runs:
            if is_plain:
                spelt.append(self._quote + "".join(run).replace(self._quote, self._quote * 2) + self._quote)
            elif self._facts["unprintable"] == "ChrW":
                spelt += map(escapes.chr_w, run)
            elif self._facts["unprintable"] == "char":
                spelt += [*([] if spelt else [self._quote * 2]), *map(escapes.char, run)]
            else:
                raise Refused(f"{self.title} cannot write U+{ord(next(run)):04X} in a string")
        if not spelt[1:]:
            return spelt[0] if spelt else self._quote * 2
        if self._facts["unprintable"] == "char":
            return " + ".join(spelt)
        return FIT + " & ".join(spelt).replace(f"{escapes.LINE_FEED} & ", f"{escapes.LINE_FEED} &{LINE}") + END

    def shell(self, text: str) -> str:
        r"""Single quotes hold everything but themselves; what nobody can see is written by printf.

        ``$'\ooo'`` would be shorter, but shells such as dash do not know it (it is POSIX only since 2024).
        """
        runs = groupby(text, key=lambda char: char == "\n" or char.isprintable())
        return "".join(self._shell_run("".join(run), seen=seen) for seen, run in runs) or "''"

    def _shell_run(self, text: str, *, seen: bool) -> str:
        return "'" + text.replace("'", "'\\''") + "'" if seen else f"\"$(printf '{self.escape(text)}')\""

    # -- text over several lines -----------------------------------------------------------------------------------

    def _block_escaper(self) -> Callable[[str], str]:
        """A function that escapes the text in a block: line breaks stay, and only quotes that end the block matter."""
        block, string = self._block_facts, self._facts
        if isinstance(block, str) or block["kind"] not in _ESCAPED:
            return lambda text: text
        if self._interpolate and block["close"] == self._interpolate["quote"]:
            return lambda text: "\n".join(map(self.joined_escaper(), text.split("\n")))
        close, quote = block["close"], block["close"][-1]
        pairs = string["escape_pairs"]
        alone = quote if close == quote == self._quote else ""  # a string that runs over lines as it is
        twins = [*pairs, quote * 3] if quote in "\"'`" and not alone else pairs
        line = self.escaper(alone, string["escape"], twins)

        def escape(text: str) -> str:
            last = quote if close.startswith(quote) and text.endswith(quote) and not alone else ""
            return "\n".join(map(line, text.removesuffix(last).split("\n"))) + (last and f"\\{last}")

        return escape

    def joined_escaper(self) -> Callable[[str], str]:
        """The function that escapes a text in an interpolated string."""
        facts = self._interpolate
        escape = self.escaper(facts["quote"], facts["escape"], facts["escape_pairs"])
        twice = str.maketrans({char: char * 2 for char in facts["double"]})
        return lambda text: escape(text.translate(twice))

    def block(self, text: str) -> str:
        """A text of several lines as a block of the language, if its content allows that, else as `string`."""
        block = self._block_facts
        if block == "none" or "\n" not in text or not self._fits_block(text):
            return self.string(text)
        if block == "lines":
            return NEWLINE.join(map(self.string, re.findall(r"[^\n]*\n|[^\n]+", text)))
        return self.string(text) if block["kind"] == "heredoc" and not text.endswith("\n") else self._block(text)

    def _block(self, text: str) -> str:
        """A text as a block; the continuation before `close` is left out if the text ends with a line break."""
        block = self._block_facts
        whole: str
        close: str = block["close"]
        if block["kind"] == "heredoc":
            return f"{FORCE}{block['open']}{deferred(text, close)}"
        if close.startswith("\\\n") and text.endswith("\n"):
            text, close = text[:-1], close[1:]
        if block["kind"] == "dollars":
            whole = hanging(("$$" if "$" in text else "") + block["open"] + text)
            return whole.removesuffix(END) + close.replace("\n", OUT) + END
        whole = block["open"] + self._escape_block(text) + close
        if block["kind"] in ("hanging", "deeper"):
            return hanging(whole)
        return indented(whole) if block["indent"] else whole

    def _fits_block(self, text: str) -> bool:
        block = self._block_facts
        if _ENDS_WITH_SPACE.search(text):
            return False
        if (block == "lines" or block["indent"]) and not _BEGINS_WITHOUT_SPACE.search(text):
            return False  # the language would take the common indentation away
        if block == "lines":
            return True
        if any(part in text for part in block["avoid"]):
            return False
        if block["kind"] == "raw" and (text + block["close"]).index(block["close"]) < len(text):
            return False  # a quote at its end would end it sooner
        escapes_all = block["kind"] in _ESCAPED and self._facts["unprintable"] != "format"
        return escapes_all or text.replace("\n", "").isprintable()

    def json_block(self, data: Any) -> str:
        """JSON data as a string literal with its JSON text, indented on several lines if the language can."""
        block = self._block_facts
        if self._engine == "bare":
            return indented(bare.json(data))
        if block == "none":
            return self.string(jsontext.dumps(data))
        lines = jsontext.lines(data)
        if block == "lines":
            return self.block("\n".join(lines)) if lines[1:] else self.string(lines[0])
        text = "\n".join(lines)
        if not self._fits_block(text) or (len(lines) == 1 and "\\" not in self.string(text)):
            return indented(self.string(text))
        ends_with_line = block["kind"] == "heredoc" or block["close"].startswith("\\\n")
        return self._block(f"{text}\n" if ends_with_line else text)


_ESCAPED = ("escaped", "deeper")
"""The kinds of blocks in which escapes work."""

_BARE = re.compile(r"[A-Za-z0-9./_][A-Za-z0-9./_:@%+,=-]*")
"""A word that every shell leaves as it is, also one that is pasted into zsh, and that is no option."""

_ENDS_WITH_SPACE = re.compile(r"[^\S\n](?:\n|\Z)")
HANGS = FIT + FORCE + FORCE
"""Opens a text that stands where it is, though it has several lines."""

_BEGINS_WITHOUT_SPACE = re.compile(r"^\S", re.MULTILINE)


def hanging(code: str) -> str:
    """Code on several lines, all but the first one level deeper than the line that it begins on."""
    return HANGS + code.replace("\n", SOFT) + END if "\n" in code else code


def indented(code: str) -> str:
    """Code on several lines, indented like its first line."""
    return FIT + FORCE + code.replace("\n", OUT) + END if "\n" in code else code
