"""Spells values with environment variables as one expression."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from snippetgen.data import jsontext
from snippetgen.errors import Refused
from snippetgen.languages import bare
from snippetgen.languages.layout import END, FIT, LINE, OUTLINE, marked
from snippetgen.languages.pieces import Pieces
from snippetgen.request import Env, Text, joined

if TYPE_CHECKING:
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
