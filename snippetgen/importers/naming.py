"""Names that an importer gives: of files, and of environment variables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from snippetgen.basics import files

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 100
"""The longest file name, in characters: with an ending and in UTF-8, it fits every file system."""


def file_stem(text: str) -> str:
    """A text as a file name without ending: ``get-pets-id`` for ``GET /pets/id``; a single word keeps its capitals."""
    words = text.lower() if " " in text else text
    return re.sub(r"[^\w.]+", "-", words).strip("-._")[:_LONGEST].rstrip("-._") or "request"


def unique(stems: Iterable[str]) -> list[str]:
    """File names made unique: of names that are equal (case ignored), the second gets the number 2, and so on.

    None is that of a device.
    """
    taken: set[str] = set()
    last: dict[str, int] = {}
    result = []
    for stem in map(files.beside_devices, stems):
        name, number = stem, last.get(stem.lower(), 1)
        while name.lower() in taken:
            number += 1
            name = f"{stem}-{number}"
        last[stem.lower()] = number
        taken.add(name.lower())
        result.append(name)
    return result


_COMMON = {
    "api",
    "apis",
    "www",
    "rest",
    "gateway",
    "app",
    "v1",
    "v2",
    "v3",
    "dev",
    "staging",
    "sandbox",
    "test",
    "prod",
}
_TITLES = frozenset(
    (
        "openapi", "swagger", "documentation", "docs", "doc", "reference", "specification", "spec", "description",
        "the", "my", "our", "a", "an", "and", "for", "of", "public", "web", "http", "json", "server", "service", "v",
    )
)  # fmt: skip
"""Words of a title that say nothing about whose service it is."""

_SECOND_LEVEL = {"co", "com", "org", "net", "gov", "ac", "edu"}


def service(url: str, title: str = "") -> str:
    """A short name for a service: ``github`` for https://api.github.com/v3; empty if none can be found."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        host = ""
    labels = host.split(".")
    if len(labels) > 1 and not labels[-1].isdigit() and ":" not in host and "{" not in host:
        labels = labels[:-2] if labels[-2] in _SECOND_LEVEL and len(labels) > 2 else labels[:-1]  # noqa: PLR2004
        if labels[-1] not in (*_COMMON, "example", "localhost"):
            return labels[-1]
    found = re.findall(r"[a-z0-9]+", title.lower())
    words = [word for word in found if not (word in _COMMON or word in _TITLES or word.isdigit())]
    return "_".join(words[:2])


def blank(name: str) -> str:
    """What stands for a value that the user must fill in: ``YOUR_PLANET_ID`` for planetId; empty without letters."""
    words = re.findall(r"[A-Z0-9]+", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).upper())
    return "_".join(words if words[:1] == ["YOUR"] else ["YOUR", *words]) if words else ""


def variable(*words: str) -> str:
    """The name of an environment variable: ``GITHUB_TOKEN`` for github and token, each word in it once."""
    parts: list[str] = []
    for word in words:
        split = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", word)
        parts += [part for part in re.findall(r"[A-Z0-9]+", split.upper()) if part not in parts]
    name = "_".join(parts)[:_LONGEST].strip("_") or "API_KEY"
    return f"API_{name}" if name[0].isdigit() else name
