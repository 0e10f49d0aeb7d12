"""Spells JSON data as native data of a language, paths into it, and values with environment variables."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import reduce
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from snippetgen.data import jsontext
from snippetgen.data.number import Number
from snippetgen.errors import Refused
from snippetgen.languages import bare
from snippetgen.languages.layout import ALIGN, COMMA, END, FILL, FIT, FORCE, LINE, OUT, OUTLINE, SOFT, columns, marked
from snippetgen.languages.pieces import Pieces
from snippetgen.languages.strings import HANGS
from snippetgen.request import Env, Text, joined, number, secrets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from snippetgen.data.paths import Step
    from snippetgen.languages.language import Language
    from snippetgen.languages.names import Names
    from snippetgen.languages.strings import Strings
    from snippetgen.request import Value


class Values:
    """Spells text and variables as one expression, by the facts `join`, `env`, `percent` and `json_string`."""

    def __init__(self, language: Language, strings: Strings, names: Names) -> None:
        self._facts, self._strings, self._names = language.facts, strings, names
        join = self._facts["join"]
        ways = {"bare": self._bare, "printf": self._printf, "shell": self._shell}
        self._spell = ways[join] if isinstance(join, str) else self._mixed
        self._between = marked(join["operator"]) if "operator" in join else ""
        self._function = str(join["function"]) if "function" in join else ""
        self._call = Pieces(language).call
        self._string = strings.string
        self._format: dict[str, str] = {}
        if "format" in join:
            self._format = join["format"]
        if "interpolate" in join:
            self._interpolate: dict[str, str] = join["interpolate"]
            self._escape_joined = strings.joined_escaper()

    def value(self, value: Value) -> str:
        """A value of text and environment variables as one expression."""
        if len(value) == 1 and isinstance(value[0], Text):
            return self._string(value[0].text)
        if not any(isinstance(token, Env) for token in value):
            return self._string("".join(token.text for token in value if isinstance(token, Text)))
        return self.short(value) or self._spell(value)

    def short(self, value: Value) -> str:
        """A value of plain texts and variables in one string; empty where it must be written in another way."""
        short = self._facts["short_join"]
        texts = "".join(token.text for token in value if isinstance(token, Text))
        if short == "none" or not texts.isprintable() or any(char in texts for char in f"\"'\\{short['avoid']}"):
            return ""
        if len(value) == 1 or any(isinstance(token, Env) and (token.json or token.percent) for token in value):
            return ""
        behind = [two.text for one, two in pairwise(value) if isinstance(one, Env) and isinstance(two, Text)]
        runs_on = "(?!)" if short["ends"] == "none" else rf"[\w{re.escape(short['ends'])}]|[^\0-\x7f]"
        if any(re.match(runs_on, text) for text in behind):
            return ""
        inner = (token.text if isinstance(token, Text) else self._inside(token.name) for token in value)
        return f"{short['open']}{''.join(inner)}{short['close']}"

    def _inside(self, name: str) -> str:
        form = str(self._facts["short_join"]["env"])
        return form.replace("{name}", name).replace("{ident}", self._names.ident(name))

    def _mixed(self, value: Value) -> str:
        if len(value) == 1:
            return self._token(value[0])
        if self._function:
            return self._call(self._function, *map(self._token, value))
        if self._format:
            inside = f",{LINE}".join(self._arguments(value, self._format["variable"]))
            return f"{FIT}{self._format['open']}{inside}{self._format['close']}{END}"
        if not self._between:
            return self._interpolated(value)
        whole = self._between.join(map(self._token, value))
        return f"{FIT}{whole}{END}" if LINE in self._between or OUTLINE in self._between else whole

    def _token(self, token: Text | Env) -> str:
        if isinstance(token, Text):
            return self._string(token.text)
        fact = "json_string" if token.json else "percent"
        if token.percent and self._facts["percent"] == "none":
            raise Refused(f"{self._facts['title']} cannot percent-encode the variable {token.name}")
        form = marked(self._facts[fact]) if token.json or token.percent else "{}"
        return form.replace("{name}", token.name).replace("{}", self.env(token.name))

    def _interpolated(self, value: Value) -> str:
        join = self._interpolate
        texts = "".join(token.text for token in value if isinstance(token, Text))
        # What marks an interpolated string, such as s, makes its escapes mean something in every quote.
        is_raw = join["open"] == join["quote"] and self._strings.may_be_raw(texts)
        escape = str if is_raw else self._escape_joined

        def inner(token: Text | Env, after: Text | Env | None) -> str:
            if isinstance(token, Text):
                return escape(token.text)
            runs_on = isinstance(after, Text) and re.match(r"\w", after.text)
            if self._facts["short_join"] != "none" and not (runs_on or token.json or token.percent):
                return self._inside(token.name)
            return f"{join['before']}{self._token(token)}{join['after']}"

        inside = "".join(map(inner, value, (*value[1:], None)))
        quote = self._facts["string"]["alternate_quote"]["quote"] if is_raw else ""
        return f"{quote or join['open']}{inside}{quote or join['close']}"

    def _printf(self, value: Value) -> str:
        return ", ".join(self._arguments(value, "%s"))

    def _arguments(self, value: Value, variable: str) -> list[str]:
        """A value as the arguments of printf: a format string, and its variables."""
        form = "".join(token.text.replace("%", "%%") if isinstance(token, Text) else variable for token in value)
        return [self._string(form), *(self._token(token) for token in value if isinstance(token, Env))]

    def _shell(self, value: Value) -> str:
        texts = "".join(token.text for token in value if isinstance(token, Text))
        if texts.isprintable() and not re.search(r'["$`\\!]', texts):
            inner = "".join(token.text if isinstance(token, Text) else self._token(token) for token in value)
            return f'"{inner}"'
        spelt = (self._strings.shell(one.text) if isinstance(one, Text) else f'"{self._token(one)}"' for one in value)
        return "".join(spelt)

    def _bare(self, value: Value) -> str:
        return bare.value(value, self._strings.escape, self._token)

    def env(self, name: str) -> str:
        """The expression that reads an environment variable.

        Raises:
            Refused: the language uses the name for a variable of its own.
        """
        if "{name}" in self._facts["env"] and name in self._facts["ident"]["reserved"]:
            title = self._facts["title"]
            raise Refused(f"{title} keeps a variable {name} of its own (give the secret another name)")
        read = str(self._facts["env"]).replace("{string}", self._string(name))
        return read.replace("{name}", name).replace("{ident}", self._names.ident(name))

    def json_text(self, data: Any) -> str:
        """JSON data with secrets in it, as an expression that gives its JSON text.

        Raises:
            Refused: the language has no JSON library to write a secret into the text.
        """
        if self._facts["json_string"] == "none":
            raise Refused(f"{self._facts['title']} cannot hold this JSON body as data, nor a secret in its text")
        if self._facts["string"]["engine"] == "bare":
            return bare.json_with(data, self.env)
        pieces = jsontext.pieces(data)
        return self.value(joined(replace(one, json=True) if isinstance(one, Env) else Text(one) for one in pieces))


class Data:
    """Spells JSON data as the language's own dict, list, string and number, by the facts `value` and `path`."""

    def __init__(self, language: Language, strings: Strings, values: Values) -> None:
        self._strings, self._values = strings, values
        self._facts: Any = language.facts["value"]
        self._path, self._optional_path = language.facts["path"], language.facts["optional_path"]
        self._is_r = self._facts != "none" and self._facts["bare_keys"] == "r"
        self._is_word = _BARE["r" if self._is_r else "words"]
        if self._facts != "none":
            words = self._facts["words"]
            self._words = {None: words["null"], True: words["true"], False: words["false"]}
            self._is_bare = _BARE[self._facts["bare_keys"]]
            self._text: str = self._facts.get("text", "{}")
            self._leaf: str = self._facts.get("leaf", "{}")
            self._count: str = self._facts.get("number", "{}")
            self._key_quote = str(self._facts.get("key_quote", ""))
            self._escape_key = strings.escaper(self._key_quote, "", ())
            self._brackets = list(map(marked, self._facts["list"]))
            self._braces = list(map(marked, self._facts["map"][:2]))
            self._breaks_at = [int(one) for one in self._facts["map"][2:]]

    def can_hold(self, data: Any) -> bool:
        """Whether the language's own data, written by its JSON library, gives exactly this JSON data."""
        if self._facts == "none":
            return False
        if isinstance(data, str):
            raw = "controls" in self._facts and _LONG_CONTROL.search(data)
            return self._strings.holds(data) and not raw
        if isinstance(data, dict):
            bad, longest = self._facts["bad_keys"], self._facts.get("longest_key")
            if longest and any(len(key) > longest for key in data):
                return False
            return not any(key in data for key in bad) and all(map(self.can_hold, [*data, *data.values()]))
        if isinstance(data, list):
            return all(map(self.can_hold, data))
        return self._holds_number(data)

    def _holds_number(self, data: bool | int | Number | Env | None) -> bool:
        if isinstance(data, Number):
            return self._holds_float(data, self._facts["floats"])
        if isinstance(data, int) and self._facts["integers"]:
            return bool(self._facts["integers"][0] <= data <= self._facts["integers"][1])
        return True

    @staticmethod
    def _holds_float(number: Number, floats: dict[str, Any]) -> bool:
        if number.is_zero() and number.is_signed():
            return False
        if floats["precision"] == "binary" and Decimal(float(number)) != number:
            return False
        written = f"{float(number):.15g}" if floats["precision"] in ("15 digits", "binary") else repr(float(number))
        return Decimal(written) == number and (floats["keeps_point_zero"] or number != number.to_integral_value())

    def native(self, data: Any) -> str:
        """JSON data as a literal of the language, on one line if it fits; a leaf may also be a `Value`."""
        if isinstance(data, str):
            use_block = self._facts["use_blocks"] and data.count("\n") > 1
            spelt = self._spelt(self._strings.block(data) if use_block else self._strings.string(data))
            return self._leaf.replace("{}", spelt)
        if isinstance(data, dict):
            return self._map(data)
        if isinstance(data, Env | tuple):
            return self._secret(data) if isinstance(data, Env) else self._pair_value(data)
        if isinstance(data, list):
            fill = FILL if self._facts["fill_numbers"] and _of_numbers(data) else LINE
            items = list(map(self.native, data))
            return self._group(self._brackets, items, "", spread=_of_containers(data), line=fill)
        if data is None or isinstance(data, bool):
            return str(self._words[data])
        spelt = self._number(data)
        return self._count.replace("{}", f"({spelt})" if spelt[0] == "-" and self._count != "{}" else spelt)

    def _number(self, number: int | Number) -> str:
        if isinstance(number, Number):
            text, floats = _shortest(number), self._facts["floats"]
            letter = floats.get("exponent", "e")
            if floats["precision"] == "pointed double" and "." not in text:
                text = text.replace("e", ".0e")
            text = text.replace("e", letter) if letter == "e" or "e" in text else f"{text}{letter}0"
        else:
            text = str(number)
        if between := self._facts.get("thousands"):
            return re.sub(r"^-?\d{6,}", lambda whole: re.sub(r"\d(?=(?:\d{3})+$)", rf"\g<0>{between}", whole[0]), text)
        return text

    def _pair_value(self, value: Value) -> str:
        whole = number(value)
        return self._values.value(value) if whole is None or not self._holds_number(whole) else self._number(whole)

    def _secret(self, leaf: Env) -> str:
        return str(self._facts["env"]).replace("{}", self._values.env(leaf.name))

    def _map(self, data: dict[str, Any]) -> str:
        facts = self._facts
        if not data:
            return str(facts["empty_map"])
        spread = any(len(data) >= most for most in self._breaks_at)
        return self._group(self._braces, list(map(self.pair, data.items())), facts["map_padding"], spread=spread)

    def pair(self, item: tuple[str, Any]) -> str:
        """An entry of a map: key and value."""
        (name, value), facts = item, self._facts
        key, pair = self.key(name), facts["pair"]
        if isinstance(pair, dict):
            pair = pair["bare" if self._is_bare(name) else "quoted"]
        pair = marked(pair)
        spelt = self.native(value)
        if "{}" in pair:
            before, pair, *rest = pair.split("{}")
            key, spelt = f"{before}{key}", spelt + "".join(rest)
        one_token = isinstance(value, str | Env)
        if isinstance(value, tuple):
            one_token = len(value) < 2 or bool(self._values.short(value))  # noqa: PLR2004
        one_line = one_token and "\n" not in spelt and not spelt.startswith(HANGS)
        if one_line and facts["hang_after"] and columns(key) >= facts["hang_after"]:
            return f"{FIT}{key}{pair.rstrip()}{LINE}{spelt}{END}"
        return f"{key}{pair}{spelt}"

    def key(self, name: str) -> str:
        """The key of an entry of a map; in a language without quotes, any name."""
        if self._facts == "none":
            return bare.name(name)
        if self._is_bare(name):
            return name
        quote = self._key_quote
        return f"{quote}{self._escape_key(name)}{quote}" if quote else self._spelt(self._strings.string(name))

    def _spelt(self, string: str) -> str:
        return self._text.replace("{}", string)

    def _group(self, brackets: Sequence[str], items: list[str], pad: str, *, spread: bool, line: str = LINE) -> str:
        if not items:
            return "".join(brackets[2:]) or "".join(one.rstrip(f"{ALIGN} ") for one in brackets)
        if brackets[0].endswith(ALIGN):
            between = line if line == FILL else OUTLINE
            return f"{FIT}{FORCE if spread else ''}{brackets[0]}{between.join(items)}{brackets[1]}{END}"
        first, last = (LINE, OUTLINE) if pad else (SOFT, OUT)
        comma = COMMA if self._facts["trailing_comma"] else ""
        force = FORCE if spread else ""
        return f"{FIT}{force}{brackets[0]}{first}" + f",{line}".join(items) + f"{comma}{last}{brackets[1]}{END}"

    def json_text(self, data: Any) -> str:
        """JSON data as a string literal with its JSON text.

        Raises:
            Refused: the data contains a secret, which only a JSON library can write into the text.
        """
        return self._values.json_text(data) if any(secrets(data)) else self._strings.json_block(data)

    # -- paths -----------------------------------------------------------------------------------------------------

    def path(self, steps: Sequence[Step], start: str = "") -> str:
        """The code that follows `start`, or stands around it, to reach a value in parsed JSON; or a pattern that gives
        the value the name `start`.
        """
        if self._path != "none" and "pattern" in self._path:
            return self._pattern(steps, start or "value", self._path["pattern"])
        return self._access(start, steps, self._path)

    def optional_path(self, steps: Sequence[Step], start: str = "") -> str:
        """Like `path`, for data in which the value after the first step may be missing; all steps where paths nest."""
        sure = 0 if self._path != "none" and "nested" in self._path else 1
        return self._access(self.path(steps[:sure], start), steps[sure:], self._optional_path)

    def _access(self, start: str, steps: Iterable[Step], facts: Any) -> str:
        if facts == "none":
            return start
        if "nested" in facts:
            spelt = (marked(self._step(step, facts["nested"])) for step in steps)
            return reduce(lambda inner, step: step.replace("{value}", inner), spelt, start)
        if "chain" in facts:
            return start + "".join(self._step(step, facts["chain"]) for step in steps)
        call = facts["call"]
        spelt = call["between"].join(self._step(step, call) for step in steps)
        return f"{start}{call['open']}{spelt}{call['close']}" if spelt else start

    def _pattern(self, steps: Sequence[Step], name: str, facts: dict[str, str]) -> str:
        for step in reversed(steps):
            before, after = facts["key" if isinstance(step, str) else "index"].split("{value}")
            if isinstance(step, str):
                before, after = (part.replace("{}", self._strings.string(step)) for part in (before, after))
            else:
                before = before.replace("{skip}", facts["skip"] * max(step, 0))
            name = f"{before}{name}{after}"
        return name

    def _step(self, step: Step, facts: dict[str, Any]) -> str:
        if isinstance(step, int):
            return str(facts["index"]).replace("{}", str(max(step, 0))).replace("{+1}", str(max(step, 0) + 1))
        if self._is_r and not step:
            raise Refused("R finds no value without a name in what it has read")
        if self._facts != "none" and self._key_quote:
            return str(facts["key"]).replace("{}", self.key(step))
        if facts["word"] != "none" and self._is_word(step) and step not in facts.get("no_words", ()):
            return str(facts["word"]).replace("{}", step)
        return str(facts["key"]).replace("{}", self._strings.string(step))


def _of_containers(data: list[Any]) -> bool:
    """Whether a list has several objects of several keys: Prettier always breaks it, and other languages may, too."""
    return len(data) > 1 and any(all(isinstance(one, kind) and len(one) > 1 for one in data) for kind in (dict, list))


def _of_numbers(data: list[Any]) -> bool:
    return len(data) > 1 and all(isinstance(one, int | Number) and not isinstance(one, bool) for one in data)


def _shortest(number: Number) -> str:
    """A float as formatters write it, with the same value: ``1.5e07`` for ``1.50E+07``."""
    return re.sub(r"(\.\d+?)0+(?=e|$)", r"\1", number.text.lower().replace("e+", "e"))


_LONG_CONTROL = re.compile(r"[\0-\x07\x0b\x0e-\x1f]")
"""A control character that JSON has no short escape for."""

_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,199}")  # Perl's words end at 251 characters
_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,6})(?:\.[0-9]{0,4}[1-9])?")  # one that is written in one way only

_R_WORDS = frozenset((
    "if", "else", "repeat", "while", "function", "for", "in", "next", "break", "TRUE", "FALSE", "NULL", "Inf", "NaN",
    "NA", "NA_integer_", "NA_real_", "NA_complex_", "NA_character_",
))  # fmt: skip
"""Its reserved words: https://cran.r-project.org/doc/manuals/r-release/R-lang.html#Reserved-words"""

_ATOM = re.compile(r"[a-z][A-Za-z0-9_]{0,199}")

_ERLANG_WORDS = frozenset((
    "after", "and", "andalso", "band", "begin", "bnot", "bor", "bsl", "bsr", "bxor", "case", "catch", "cond", "div",
    "else", "end", "fun", "if", "let", "maybe", "not", "of", "or", "orelse", "receive", "rem", "try", "when", "xor",
))  # fmt: skip
"""Its reserved words: https://www.erlang.org/doc/system/reference_manual.html#reserved-words"""

_PROLOG_WORDS = frozenset((
    "as", "discontiguous", "div", "divs", "dynamic", "initialization", "is", "meta_predicate", "mod",
    "module_transparent", "multifile", "public", "rdiv", "rem", "table", "tdiv", "thread_initialization",
    "thread_local", "tnot", "volatile", "xor",
))  # fmt: skip
"""Its operators: https://www.swi-prolog.org/pldoc/man?section=operators"""

_BARE: dict[str, Callable[[str], object]] = {
    "none": lambda _: False,
    "words": _WORD.fullmatch,
    "lisp": re.compile(r"[A-Za-z_][A-Za-z0-9_-]*").fullmatch,
    "r": lambda key: key not in _R_WORDS and key[:1] != "_" and _WORD.fullmatch(key),
    "erlang": lambda key: key not in _ERLANG_WORDS and _ATOM.fullmatch(key),
    "prolog": lambda key: key not in _PROLOG_WORDS and _ATOM.fullmatch(key),
    "javascript": lambda key: key.replace("$", "_").isidentifier() or _NUMBER.fullmatch(key),
}
