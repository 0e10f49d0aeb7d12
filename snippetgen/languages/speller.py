"""The only place where data becomes source code: strings, values, native data, comments, identifiers, variables.

A language answers facts (see `language.FACTS`); the engines here are a small closed set. All follow one rule: printable
text stays readable, everything else (controls, U+00A0, U+2028, bidi marks, unassigned code points) is escaped, and what
a language cannot hold is an error, never a guess.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from snippetgen.data import jsontext
from snippetgen.data.number import Number
from snippetgen.errors import Refused
from snippetgen.languages import escapes
from snippetgen.languages.layout import COMMA, END, FILL, FIT, FORCE, LINE, NEWLINE, OUT, OUTLINE, SOFT, columns, marked
from snippetgen.request import Env, Text, joined, secrets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from snippetgen.data.paths import Step
    from snippetgen.languages import Language
    from snippetgen.request import Value


class Speller:
    """Spells data in one language, by its facts."""

    def __init__(self, language: Language) -> None:
        self.facts = language.facts
        self.title = self.facts["title"]
        facts, join = self.facts["string"], self.facts["join"]
        self._engine: str = facts["engine"]
        self._quote: str = facts["quote"]
        quote = "'" if self._engine == "shell" else self._quote
        self._escape = self._escaper(quote, facts["also"], facts["pairs"])
        self._second = self._second_quote()
        self._escape_joined = self._escaper(join["quote"], join["also"], join["pairs"])
        self._escape_block = self._block_escaper()
        # The same names and header values come again and again, in a program and from one to the next.
        self._ident, self._string = lru_cache(1024)(self._make_ident), lru_cache(1024)(self._make_string)

    # -- strings ---------------------------------------------------------------------------------------------------

    def string(self, text: str) -> str:
        """A text as a string of the language.

        Raises:
            Refused: the language has no string that holds it.
        """
        return self._string(text)

    def _make_string(self, text: str) -> str:
        if self._engine == "backslash":
            return self._second(text) or f"{self._quote}{self._escape(text)}{self._quote}"
        if "\0" in text and not self.facts["string"]["nul"]:
            raise Refused(f"{self.title} cannot hold U+0000 in a string")
        if self._engine == "doubled":
            return self._doubled(text)
        return self._shell(text)

    def _second_quote(self) -> Callable[[str], str]:
        """A text in the language's second quote where that reads better, else nothing."""
        facts, first = self.facts["string"]["second"], self._quote
        if facts == "none":
            return lambda _: ""
        quote = facts["quote"]
        if facts["when"] == "plain":
            plain = re.compile(f"[^{quote}\\\\]*")
            return lambda text: f"{quote}{text}{quote}" if plain.fullmatch(text) and text.isprintable() else ""
        escape = self._escaper(quote, self.facts["string"]["also"], self.facts["string"]["pairs"])
        return lambda text: f"{quote}{escape(text)}{quote}" if text.count(first) > text.count(quote) else ""

    def _escaper(self, quote: str, also: str, pairs: Sequence[str]) -> Callable[[str], str]:
        """The text between the quotes. A run of plain text is copied whole, so ordinary texts cost one search."""
        short = {escapes.SHORT[letter]: f"\\{letter}" for letter in self.facts["string"]["short"]}
        other = escapes.OTHER.get(self.facts["string"]["other"])
        nul, title = self.facts["string"]["nul"], self.facts["title"]
        alternatives = [re.escape(char) for char in {"\\", *quote, *also}]
        alternatives += map(escapes.of_pair, pairs)
        special = re.compile("|".join([*alternatives, r"[\x00-\x1f\x7f]", r"[^\x00-\x7f]"]))

        def one(match: re.Match[str]) -> str:
            char = match[0]
            if char in short:
                return short[char]
            if char == "\0" and not nul:
                raise Refused(f"{title} cannot hold U+0000 in a string")
            if char.isprintable():
                return char if ord(char) > 0x7F else "\\" + char  # noqa: PLR2004
            if other is None:
                raise Refused(f"{title} cannot write U+{ord(char):04X} in a string")
            return other(char)

        return lambda text: special.sub(one, text)

    def _doubled(self, text: str) -> str:
        for char in text:
            if not char.isprintable():
                raise Refused(f"{self.title} cannot write U+{ord(char):04X} in a string")
        return self._quote + text.replace(self._quote, self._quote * 2) + self._quote

    def _shell(self, text: str) -> str:
        r"""Single quotes hold everything but themselves; what nobody can see is written as $'\ooo' (bash, zsh, ksh)."""
        if all(char.isprintable() or char == "\n" for char in text):
            return "'" + text.replace("'", "'\\''") + "'"
        return f"$'{self._escape(text)}'"

    # -- text over several lines -----------------------------------------------------------------------------------

    def _block_escaper(self) -> Callable[[str], str]:
        """Inside an escaped block the line break stays, and a quote only matters where the block would end."""
        block, string = self.facts["block"], self.facts["string"]
        if block == "none" or block["kind"] != "escaped":
            return lambda text: text
        if block["close"] == self.facts["join"]["quote"]:
            return lambda text: "\n".join(map(self._escape_joined, text.split("\n")))
        close, quote = block["close"], block["close"][-1]
        line = self._escaper("", string["also"], [*string["pairs"], quote * 3] if quote in "\"'`" else string["pairs"])

        def escape(text: str) -> str:
            last = quote if close.startswith(quote) and text.endswith(quote) else ""
            return "\n".join(map(line, text.removesuffix(last).split("\n"))) + (last and f"\\{last}")

        return escape

    def block(self, text: str) -> str:
        """A text of several lines as the language's long form when its content allows that, else as `string`."""
        block = self.facts["block"]
        if block == "none" or "\n" not in text or not self._fits_block(text, block):
            return self.string(text)
        if block["kind"] == "lines":
            return NEWLINE.join(map(self.string, re.findall(r"[^\n]*\n|[^\n]+", text)))
        return self._block(text, block)

    def _block(self, text: str, block: dict[str, Any]) -> str:
        """A text that fits a block; the continuation before `close` is left out where the text ends with a line."""
        close = block["close"]
        if close.startswith("\\\n") and text.endswith("\n"):
            text, close = text[:-1], close[1:]
        whole: str = block["open"] + self._escape_block(text) + close
        return _indented(whole) if block["indent"] else whole

    def _fits_block(self, text: str, block: dict[str, Any]) -> bool:
        lines = text.split("\n")
        if any(part in text for part in block["avoid"]) or any(line != line.rstrip() for line in lines):
            return False
        if block["indent"] and all(line[0].isspace() for line in lines if line):
            return False  # the language would take the common indentation away
        return block["kind"] != "raw" or all(char.isprintable() or char == "\n" for char in text)

    def json_text(self, data: Any) -> str:
        """JSON data as a string that holds its JSON text, indented over several lines where the language can.

        Raises:
            Refused: the data holds a secret, which only a JSON library could write into the text.
        """
        if any(secrets(data)):
            if self.facts["value"] == "none" or not self.facts["value"]["json"]:
                raise Refused(f"{self.title} cannot hold this JSON body as data, nor a secret in its text")
            pieces = jsontext.pieces(data)
            return self.value(joined(replace(one, json=True) if isinstance(one, Env) else Text(one) for one in pieces))
        if self.facts["block"] == "none":
            return self.string(jsontext.dumps(data))
        lines, block = jsontext.lines(data), self.facts["block"]
        if block["kind"] == "lines":
            return NEWLINE.join(self.string(line) for line in lines)
        text = "\n".join(lines)
        if not self._fits_block(text, block) or (len(lines) == 1 and "\\" not in self.string(text)):
            return _indented(self.string(text))
        return self._block(f"{text}\n" if block["close"].startswith("\\\n") else text, block)

    # -- values with variables -------------------------------------------------------------------------------------

    def value(self, value: Value) -> str:
        """Text and environment variables as one expression."""
        texts = [token for token in value if isinstance(token, Text)]
        if len(texts) == len(value):
            return self.string("".join(token.text for token in texts))
        engine = self.facts["join"]["engine"]
        if engine == "shell":
            return self._shell_value(value)
        if engine == "printf":
            return self._printf(value)
        if len(value) == 1:
            return self._token(value[0])
        if engine == "operator":
            between = marked(self.facts["join"]["text"])
            whole = between.join(map(self._token, value))
            return f"{FIT}{whole}{END}" if LINE in between or OUTLINE in between else whole
        return self._interpolated(value)

    def _token(self, token: Text | Env) -> str:
        if isinstance(token, Text):
            return self.string(token.text)
        read = self.env(token.name)
        if token.json:
            return str(self.facts["value"]["json"]).replace("{}", read)
        percent = marked(self.facts["percent"]).replace("{name}", token.name)
        return percent.replace("{}", read) if token.percent else read

    def _interpolated(self, value: Value) -> str:
        join = self.facts["join"]

        def inner(token: Text | Env) -> str:
            if isinstance(token, Text):
                return self._escape_joined(token.text)
            return f"{join['before']}{self._token(token)}{join['after']}"

        return f"{join['open']}{''.join(map(inner, value))}{join['close']}"

    def _printf(self, value: Value) -> str:
        """A format string and its arguments."""
        form = "".join(token.text.replace("%", "%%") if isinstance(token, Text) else "%s" for token in value)
        return ", ".join([self.string(form), *(self._token(token) for token in value if isinstance(token, Env))])

    def _shell_value(self, value: Value) -> str:
        texts = "".join(token.text for token in value if isinstance(token, Text))
        if texts.isprintable() and not re.search(r'["$`\\!]', texts):
            inner = "".join(token.text if isinstance(token, Text) else self._token(token) for token in value)
            return f'"{inner}"'
        return "".join(self._shell(one.text) if isinstance(one, Text) else f'"{self._token(one)}"' for one in value)

    def env(self, name: str) -> str:
        """How one environment variable is read.

        Raises:
            Refused: the language keeps the name for a variable of its own.
        """
        if "{name}" in self.facts["env"] and name in self.facts["ident"]["reserved"]:
            raise Refused(f"{self.title} keeps a variable {name} of its own (give the secret another name)")
        read = str(self.facts["env"]).replace("{string}", self.string(name))
        return read.replace("{name}", name).replace("{ident}", self.ident(name))

    # -- native data -----------------------------------------------------------------------------------------------

    def can_hold(self, data: Any) -> bool:
        """Whether the language's own data, written by its JSON library, gives the same JSON."""
        if self.facts["value"] == "none":
            return False
        if isinstance(data, dict):
            bad = self.facts["value"]["bad_keys"]
            return not any(key in data for key in bad) and all(map(self.can_hold, [*data, *data.values()]))
        if isinstance(data, list):
            return all(map(self.can_hold, data))
        if isinstance(data, str):
            return "\0" not in data or bool(self.facts["string"]["nul"])
        return self._holds_scalar(data, self.facts["value"])

    def _holds_scalar(self, data: bool | int | Number | Env | None, facts: dict[str, Any]) -> bool:
        if isinstance(data, Number):
            return self._holds_float(data, facts["floats"])
        if isinstance(data, int) and facts["integers"]:
            return bool(facts["integers"][0] <= data <= facts["integers"][1])
        return True

    @staticmethod
    def _holds_float(number: Number, floats: str) -> bool:
        if number.is_zero() and number.is_signed():
            return False
        written = f"{float(number):.15g}" if floats.startswith("15") else repr(float(number))
        return Decimal(written) == number and (floats == "double" or number != number.to_integral_value())

    def native(self, data: Any) -> str:
        """JSON data as a literal of the language, one line where it fits; a leaf may be a `Value`, too."""
        if isinstance(data, Env | tuple):
            return self.env(data.name) if isinstance(data, Env) else self.value(data)
        if isinstance(data, dict):
            return self._map(data)
        if isinstance(data, list):
            fill = FILL if self.facts["value"]["fill"] and _of_numbers(data) else LINE
            items = list(map(self.native, data))
            return self._group(self.facts["value"]["list"], items, "", spread=_of_containers(data), line=fill)
        if isinstance(data, str):
            return self.block(data) if self.facts["value"]["blocks"] and data.count("\n") > 1 else self.string(data)
        words = self.facts["value"]["words"]
        if data is None or isinstance(data, bool):
            return str(words[{None: "null", True: "true", False: "false"}[data]])
        return _shortest(data) if isinstance(data, Number) else str(data)

    def _map(self, data: dict[str, Any]) -> str:
        facts = self.facts["value"]
        if not data:
            return str(facts["empty_map"])
        return self._group(facts["map"], list(map(self.pair, data.items())), facts["pad"], spread=False)

    def pair(self, item: tuple[str, Any]) -> str:
        """A key of a map and its value."""
        (name, value), facts = item, self.facts["value"]
        bare = _BARE[facts["bare_keys"]](name)
        key, pair = name if bare else self.string(name), str(facts["pair"])
        one_token = isinstance(value, str | Env) or (isinstance(value, tuple) and len(value) < 2)  # noqa: PLR2004
        spelt = self.native(value)
        if one_token and facts["hang"] and columns(key) >= facts["hang"] and "\n" not in spelt:
            return f"{FIT}{key}{pair.rstrip()}{LINE}{spelt}{END}"
        return f"{key}{pair}{spelt}"

    def _group(self, brackets: Sequence[str], items: list[str], pad: str, *, spread: bool, line: str = LINE) -> str:
        if not items:
            return "".join(brackets)
        first, last = (LINE, OUTLINE) if pad else (SOFT, OUT)
        comma = COMMA if self.facts["value"]["trailing_comma"] else ""
        force = FORCE if spread else ""
        return f"{FIT}{force}{brackets[0]}{first}" + f",{line}".join(items) + f"{comma}{last}{brackets[1]}{END}"

    def path(self, steps: Iterable[Step]) -> str:
        """What follows a variable to reach a value in parsed JSON."""
        return "".join(self._step(step, self.facts["path"]) for step in steps)

    def optional_path(self, steps: Sequence[Step]) -> str:
        """The same, where nothing may stand after the first step."""
        return self.path(steps[:1]) + "".join(self._step(step, self.facts["optional_path"]) for step in steps[1:])

    def _step(self, step: Step, facts: dict[str, str]) -> str:
        if isinstance(step, int):
            return facts["index"].replace("{}", str(max(step, 0)))
        if facts["word"] and _WORD.fullmatch(step):
            return facts["word"].replace("{}", step)
        return facts["key"].replace("{}", self.string(step))

    # -- comments and names ----------------------------------------------------------------------------------------

    def comment(self, text: str) -> str:
        """Each line of a text as a line of comment, unable to end the comment or to mean anything in it."""
        prefix = self.facts["comment"]
        return "\n".join((prefix + plain_line(line)).rstrip() for line in text.splitlines() or [""])

    def ident(self, text: str) -> str:
        """An identifier made of a name; not one of the reserved ones."""
        return self._ident(text)

    def _make_ident(self, text: str) -> str:
        facts = self.facts["ident"]
        words = re.findall(r"[A-Za-z0-9]+", text) or ["value"]
        if facts["case"] == "snake":
            name = "_".join(word.lower() for word in words)
        elif facts["case"] == "camel" and _OTHER_NAME.fullmatch(text):
            name = text if "_" in text else f"{text}_"
        elif facts["case"] == "camel":
            name = words[0].lower() + "".join(word[0].upper() + word[1:].lower() for word in words[1:])
        else:
            name = re.sub(r"[^A-Za-z0-9_]+", "_", text) or "value"
        name = f"_{name}" if name[0].isdigit() else name
        if name in facts["reserved"]:
            name += "Value" if facts["case"] == "camel" else "_value"
        return name


_OTHER_NAME = re.compile(r"(?![A-Z][A-Z0-9]*(?:_[A-Z][A-Z0-9]*)*\Z)[A-Za-z_][A-Za-z0-9_]*")
"""A name that is not LIKE_THIS, of which likeThis could be made: it is kept, so that no two names become one."""


def _indented(code: str) -> str:
    """Code over several lines, indented as far as its first line."""
    return FIT + FORCE + code.replace("\n", OUT) + END if "\n" in code else code


def _of_containers(data: list[Any]) -> bool:
    """Prettier breaks a list of several objects of several keys, fit or not; the others look well with it."""
    return len(data) > 1 and any(all(isinstance(one, kind) and len(one) > 1 for one in data) for kind in (dict, list))


def _of_numbers(data: list[Any]) -> bool:
    return len(data) > 1 and all(isinstance(one, int | Number) and not isinstance(one, bool) for one in data)


def _shortest(number: Number) -> str:
    """A float as formatters write it, its value unchanged: ``1.50E+07`` is ``1.5e07``."""
    return re.sub(r"(\.\d+?)0+(?=e|$)", r"\1", number.text.lower().replace("e+", "e"))


_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,6})(?:\.[0-9]{0,4}[1-9])?")  # one that is written in one way only

_BARE: dict[str, Callable[[str], object]] = {
    "none": lambda _: False,
    "words": _WORD.fullmatch,
    "javascript": lambda key: key.replace("$", "_").isidentifier() or _NUMBER.fullmatch(key),
}


_DEFUSED = re.compile(r"\*/|\?>|\?\?/|\\u|\\$|<!--|-->|^\s*/// ")


@lru_cache(maxsize=1024)
def plain_line(line: str) -> str:
    r"""One line of a comment: what would end it (`*/`, `?>`, a trailing backslash, Java's \u) gets a space inside."""
    if not line.isprintable():
        line = "".join(char if char.isprintable() else " " for char in line)
    line = " ".join(line.split())
    while match := _DEFUSED.search(line):
        at = match.start() + 1
        line = line[:at] + ("." if line[at - 1 :] == "\\" else " ") + line[at:]
    return line
