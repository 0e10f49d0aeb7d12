"""Spells paths into JSON data that a program has read, by the facts `path` and `optional_path`."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any

from snippetgen.errors import Refused
from snippetgen.languages.barekeys import BARE
from snippetgen.languages.layout import marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from snippetgen.data.paths import Step
    from snippetgen.languages.data import Data
    from snippetgen.languages.language import Language
    from snippetgen.languages.strings import Strings


class Paths:
    """Spells the way to a value in parsed JSON."""

    def __init__(self, language: Language, strings: Strings, data: Data) -> None:
        self._strings, self._data = strings, data
        self._path, self._optional_path = language.facts["path"], language.facts["optional_path"]
        value: Any = language.facts["value"]
        self._is_r = value != "none" and value["bare_keys"] == "r"
        self._is_word = BARE["r" if self._is_r else "words"]
        self._quotes_keys = value != "none" and bool(value.get("key_quote", ""))

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
        inside = marked(call["between"]).join(self._step(step, call) for step in steps)
        return f"{start}{call['open']}{inside}{call['close']}" if inside else start

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
        if self._quotes_keys:
            return str(facts["key"]).replace("{}", self._data.key(step))
        if facts["word"] != "none" and self._is_word(step) and step not in facts.get("no_words", ()):
            return str(facts["word"]).replace("{}", step)
        return str(facts["key"]).replace("{}", self._strings.string(step))
