"""The only place where data becomes source code: strings, values, native data, comments, identifiers, variables.

A language answers facts (see `facts.FACTS`); the engines are a small closed set, one file for each. All follow one
rule: printable text stays readable, everything else (controls, U+00A0, U+2028, bidi marks, unassigned code points) is
escaped, and a value that a language cannot hold is an error, never a guess.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from snippetgen.languages import bare, html
from snippetgen.languages.data import Data
from snippetgen.languages.names import Names
from snippetgen.languages.paths import Paths
from snippetgen.languages.pieces import Pieces
from snippetgen.languages.strings import Strings
from snippetgen.languages.values import Values

if TYPE_CHECKING:
    from snippetgen.languages.language import Language


class Speller:
    """Spells data in one language, by its facts; each attribute is a function that gives source code."""

    def __init__(self, language: Language) -> None:
        self.facts = language.facts
        names, strings = Names(language), Strings(language)
        values = Values(language, strings, names)
        data = Data(language, strings, values)
        self.string, self.block = strings.string, strings.block
        self.value, self.env = values.value, values.env
        self.hurl_text, self.hurl_file, self.hurl_path = bare.texts(values.value), bare.file, bare.path
        self.native, self.pair, self.json_text, self.can_hold = data.native, data.pair, data.json_text, data.can_hold
        self.key = data.key
        paths = Paths(language, strings, data)
        self.path, self.optional_path = paths.path, paths.optional_path
        self.comment, self.plain_line = names.comment, names.plain_line
        pieces = Pieces(language)
        self.call, self.code, self.hang, self.imports = pieces.call, pieces.code, pieces.hang, pieces.imports
        self.ident, self.pascal = names.ident, names.pascal
        self.html, self.html_value, self.html_comment = html.text, html.value, html.comment
