"""Languages made by hand: the shipped facts of Python, some of them replaced by those of another language."""

from copy import deepcopy
from pathlib import Path

from snippetgen.languages import Language, Languages

PYTHON = Languages().language("python").facts

ALSO_AND_OTHER = {
    "java": ("bfnrt", "", "u4"),
    "kotlin": ("bnrt", "$", "u4"),
    "php": ("nrtvef", "$", "u{}"),
    "ruby": ("abefnrtv", "#", "u{}"),
    "perl": ("abefnrt", "$@", "x{}"),
    "go": ("abfnrtv", "", "u4U8"),
    "c": ("abfnrtv", "?", "octal"),
    "rust": ("nrt", "", "u{}"),
    "lua": ("abfnrtv", "", "u{}"),
    "tcl": ("abfnrtv", "$[]", "u4U8"),
    "csharp": ("abfnrtv", "", "u4"),
    "node": ("bfnrtv", "", "u4"),
}
"""Short escapes, characters that need a backslash, and how the rest is written, as the trial of 14 languages proved."""


def language(**changes):
    """A language with the facts of Python and some `changes`; a change to a map changes single keys (but for engines)."""
    facts = deepcopy(PYTHON)
    facts["string"] |= {"alternate_quote": "none"}
    for name, change in changes.items():
        merges = isinstance(change, dict) and isinstance(facts[name], dict) and name not in ("join", "path", "optional_path")
        facts[name] = {**facts[name], **change} if merges else change
    return Language("made", Path(), facts, ("client",))
