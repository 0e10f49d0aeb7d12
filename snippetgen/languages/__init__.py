"""Languages: the facts of each, and the engines that spell data by them."""

from snippetgen.languages.facts import EXCEPTIONS, FACTS, TARGET_FACTS
from snippetgen.languages.language import (
    Language,
    Languages,
    Target,
    as_json,
    exceptions,
    language_folder,
    shipped_folder,
)
from snippetgen.languages.levels import can_be_installed, level

__all__ = [
    "EXCEPTIONS",
    "FACTS",
    "TARGET_FACTS",
    "Language",
    "Languages",
    "Target",
    "as_json",
    "can_be_installed",
    "exceptions",
    "language_folder",
    "level",
    "shipped_folder",
]
