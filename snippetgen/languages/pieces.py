"""Pieces of source code that are spelt already, put together so that they break where a formatter would."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from snippetgen.languages.layout import END, FIT, LINE, marked
from snippetgen.languages.strings import HANGS

if TYPE_CHECKING:
    from snippetgen.languages.language import Language


class Pieces:
    """Calls and assignments, by the fact `call`; each argument is source code."""

    def __init__(self, language: Language) -> None:
        call: dict[str, str] = {name: marked(text) for name, text in language.facts["call"].items()}
        self._one, self._several, self._between = call["one"], call["several"], call["between"]
        join = language.facts["join"]
        self._operator = marked(join["operator"]) if "operator" in join else ""
        self._tight = call["operator"] if self._operator and call["operator"] != "none" else self._operator

    def call(self, name: str, *arguments: Any) -> str:
        """A call; arguments that are not given (`x if y`, where y is false) are left out."""
        given = [one for one in arguments if isinstance(one, str)]
        if not given:
            return f"({name})" if "{name}" in self._one else f"{name}()"
        if not given[1:]:
            return self._around(name, self._one, given[0])
        inside = self._between.join(given)
        if self._tight != self._operator:
            inside = inside.replace(self._operator, self._tight)
        return self._around(name, self._several, inside)

    @staticmethod
    def _around(name: str, form: str, inside: str) -> str:
        before, inner, after = form.partition("{}")
        before = before.replace("{name}", name) if "{name}" in form else name + before
        return f"{before}{inside}{after}" if inner else before

    @staticmethod
    def code(*pieces: str) -> str:
        """Pieces side by side, as one argument of a call."""
        return "".join(pieces)

    @staticmethod
    def hang(left: str, right: str) -> str:
        """An assignment or the like, whose right side stands on the next line where it does not fit."""
        return f"{left} {right}" if right.startswith(HANGS) else f"{FIT}{left}{LINE}{right}{END}"

    @staticmethod
    def imports(lines: dict[str, Any]) -> str:
        """Each line whose value is true, but for the last line break, which stands in the template."""
        return "\n".join(line for line, is_needed in lines.items() if is_needed)
