"""Spells JSON data as native data of a language."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from snippetgen.data.number import Number
from snippetgen.languages import bare
from snippetgen.languages.barekeys import BARE
from snippetgen.languages.layout import ALIGN, COMMA, END, FILL, FIT, FORCE, LINE, OUT, OUTLINE, SOFT, columns, marked
from snippetgen.languages.strings import HANGS
from snippetgen.request import Env, number, secrets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from snippetgen.languages.language import Language
    from snippetgen.languages.strings import Strings
    from snippetgen.languages.values import Values
    from snippetgen.request import Value


class Data:
    """Spells JSON data as the language's own dict, list, string and number, by the fact `value`."""

    def __init__(self, language: Language, strings: Strings, values: Values) -> None:
        self._strings, self._values = strings, values
        self._facts: Any = language.facts["value"]
        if self._facts != "none":
            words = self._facts["words"]
            self._words = {None: words["null"], True: words["true"], False: words["false"]}
            self._is_bare = BARE[self._facts["bare_keys"]]
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
