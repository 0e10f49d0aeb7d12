"""Which keys of native data go without quotes, language by language (the fact `value.bare_keys`)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

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

BARE: dict[str, Callable[[str], object]] = {
    "none": lambda _: False,
    "words": _WORD.fullmatch,
    "lisp": re.compile(r"[A-Za-z_][A-Za-z0-9_-]*").fullmatch,
    "r": lambda key: key not in _R_WORDS and key[:1] != "_" and _WORD.fullmatch(key),
    "erlang": lambda key: key not in _ERLANG_WORDS and _ATOM.fullmatch(key),
    "prolog": lambda key: key not in _PROLOG_WORDS and _ATOM.fullmatch(key),
    "javascript": lambda key: key.replace("$", "_").isidentifier() or _NUMBER.fullmatch(key),
}
"""A value of the fact -> whether a key goes without quotes there."""
