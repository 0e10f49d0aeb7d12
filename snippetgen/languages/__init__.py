"""Languages: the facts of each, and the engines that spell data by them."""

from snippetgen.languages.facts import EXCEPTIONS, FACTS, TARGET_FACTS
from snippetgen.languages.language import (
    Language,
    Languages,
    Target,
    as_json,
    exceptions,
    language_folder,
    level,
    shipped_folder,
)

__all__ = [
    "EXCEPTIONS",
    "FACTS",
    "TARGET_FACTS",
    "Language",
    "Languages",
    "Target",
    "as_json",
    "exceptions",
    "language_folder",
    "level",
    "shipped_folder",
]
