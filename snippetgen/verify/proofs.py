"""Proofs of earlier runs: a program that was proven and has not changed is not run again.

A proof stands in the user's cache folder, under a digest of all that it rests on: the program's text and files, the
facts that build and run it, the tools on this machine and its prepared environment, what the spec expects, which laws
were judged and how, and the judge's own code. Only what kept every law is remembered.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from contextlib import suppress
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from snippetgen.basics import files
from snippetgen.basics.digests import code, digest
from snippetgen.errors import FileError
from snippetgen.request.build import build
from snippetgen.running import roots, toolchain
from snippetgen.verify.case import TIMEOUT

if TYPE_CHECKING:
    from snippetgen.languages import Language, Target
    from snippetgen.rendering.render import Snippet
    from snippetgen.spec import Endpoint

_DAYS = 60
"""How long a proof that nobody asks for is kept."""

_JUDGE = ("basics", "data", "request", "running", "spec", "verify")
"""The rooms whose code has a say in a judgement; a program's text says what the others do."""

_LIBRARIES = ("h11", "trustme")


class Proofs:
    """The proofs of earlier runs.

    Args:
        fresh: know none of them, and remember new ones all the same.
    """

    def __init__(self, *, fresh: bool = False) -> None:
        self._file = files.cache_folder() / "proofs.json"
        self._known = {} if fresh else self._read()
        self._new: dict[str, list[Any]] = {}
        self.today = int(time.time() // 86400)  # days

    def _read(self) -> dict[str, list[Any]]:
        try:
            known = json.loads(self._file.read_bytes())
        except (OSError, ValueError):  # none yet, or a damaged one
            return {}
        return known if isinstance(known, dict) else {}

    def get(self, key: str) -> Any:
        """The finding under a key; None where there is none."""
        entry = self._known.get(key)
        if entry is None:
            return None
        if entry[0] != self.today:
            self._new[key] = [self.today, entry[1]]
        return entry[1]

    def add(self, key: str, found: Any) -> None:
        """Remember what was found: JSON data."""
        self._new[key] = [self.today, found]

    def save(self) -> None:
        """Write the new ones to those that others may have written meanwhile, without those nobody asked for."""
        if not self._new:
            return
        kept = {key: one for key, one in self._read().items() if one[0] > self.today - _DAYS}
        with suppress(FileError):
            files.write(self._file, json.dumps(kept | self._new, separators=(",", ":")))


def program_key(target: Target, endpoint: Endpoint, snippet: Snippet, stream: bool, how: object) -> str:
    """The key of a judgement by execution; `how` is all that the caller decides on."""
    request = build(endpoint, stream=stream, timeout=TIMEOUT)
    facts = {name: target.language.facts[name] for name in ("toolchain", "ca", "lint", "reads_json")}
    program = snippet.text, snippet.filename, snippet.install, snippet.build, snippet.run
    environment = toolchain.environment_of(target)
    expected = replace(endpoint, file=""), request
    rest = facts, target.facts, _tools(target.language), _identity(environment / ".ready"), _runners(target.language)
    return _digest("program", _judge(), program, expected, rest, stream, how)


def _runners(language: Language) -> list[bytes]:
    """What the language's folder holds beside facts and templates: what its commands run programs with."""
    others = (one for one in sorted(language.folder.iterdir()) if one.suffix not in (".j2", ".yaml") and one.is_file())
    return [one.read_bytes() for one in others]


def lint_key(language: Language, filename: str, text: str) -> str:
    """The key of what a language's linter and formatter say of a program."""
    environment = toolchain.linter_environment_of(language)
    rest = language.facts["lint"], language.facts["width"], _tools(language), _identity(environment / ".ready")
    return _digest("lint", _judge(), filename, text, rest)


def _digest(*parts: object) -> str:
    return digest(repr(parts).encode())


@cache
def _judge() -> str:
    """The code that judges, its libraries, and the Python that runs it."""
    return _digest(sys.version, [version(name) for name in _LIBRARIES], code(_JUDGE))


@cache
def _tools(language: Language) -> list[object]:
    """The commands that build, run and judge a language's programs, and the system's packages."""
    facts = (language.facts[name] for name in ("toolchain", "lint"))
    needs = {name for one in facts if one != "none" for name in one["needs"]}
    found = map(shutil.which, sorted(needs))
    files = [*(Path(one) for one in found if one), Path("/var/lib/dpkg/status")]
    return [*map(_identity, [*files, *roots.identity_files(language.facts["toolchain"])])]


@cache
def _identity(file: Path) -> object:
    """Where a file stands, its size and its time; None where there is none."""
    try:
        status = file.stat()
    except OSError:
        return None
    return os.path.realpath(file), status.st_size, status.st_mtime_ns
