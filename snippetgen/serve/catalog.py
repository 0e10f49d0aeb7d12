"""The endpoints of the specs that a server was started with, read again when their files change."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from snippetgen import importers, spec
from snippetgen.basics import files
from snippetgen.errors import SnippetgenError
from snippetgen.importers.model import Options
from snippetgen.project import sites
from snippetgen.serve.known import Known, Snapshot
from snippetgen.site import card
from snippetgen.spec.recognise import is_spec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

PAUSE = 0.5
"""Seconds in which files are not asked again whether they have changed."""

Stamps = dict[str, tuple[int, int]]
"""File -> when it changed, and its size."""


class _Read(NamedTuple):
    """What one file gave, and the files that this depends on."""

    stamps: Stamps
    known: list[tuple[str, Known]]
    faults: list[str]
    broken: dict[str, str]


class Catalog:
    """The endpoints that words name, as on the command line.

    Several threads may use it: one reads what has changed while the others have what was known before.

    Attributes:
        now: what is known.
        version: changes whenever that does.
    """

    def __init__(self, words: Sequence[str], locales: Sequence[str]) -> None:
        self._words, self._locales = tuple(words), tuple(locales)
        self._lock, self._next = threading.Lock(), 0.0
        self._read: dict[tuple[str, str], _Read] = {}
        self.now, self.version = Snapshot({}), 0
        self._take(self._found())

    def refresh(self) -> bool:
        """Read the files that have changed since the last time, and say whether any has."""
        if time.monotonic() < self._next or not self._lock.acquire(blocking=False):
            return False
        try:
            return self._take(self._found())
        except SnippetgenError as error:  # a folder is gone, or empty: it may come back
            faults = (str(error),)
            is_news = self.now.faults != faults
            if is_news:
                self._read, self.now, self.version = {}, Snapshot({}, faults), self.version + 1
            return is_news
        finally:
            self._next = time.monotonic() + PAUSE
            self._lock.release()

    def _found(self) -> list[tuple[str, str]]:
        """Word and file of each spec, every file once; raises FileError if a word names nothing."""
        found: dict[str, tuple[str, str]] = {}
        for word in self._words:
            for file in files.spec_files([word], with_json=True):
                found.setdefault(os.path.realpath(file), (word, file))
        return list(found.values())

    def _take(self, found: list[tuple[str, str]]) -> bool:
        before = self._read
        self._read = {one: self._again(before.get(one), *one) for one in found}
        if [*before.items()] == [*self._read.items()] and self.version:
            return False
        self.now, self.version = self._snapshot(), self.version + 1
        return True

    def _again(self, before: _Read | None, word: str, file: str) -> _Read:
        if before is not None and _stamps(before.stamps) == before.stamps:
            return before
        known: list[tuple[str, Known]] = []
        faults: list[str] = []
        broken: dict[str, str] = {}
        stamps = _stamps([file])  # before it is read: what changes meanwhile is read again
        with files.recording() as seen:
            try:
                known += self._of(word, file, faults)
            except SnippetgenError as error:
                faults.append(str(error))
        if faults and not known:
            broken[sites.page_name(file, word, "", is_spec=True)] = "\n".join(faults)
        return _Read(_stamps(seen) | stamps, known, faults, broken)

    def _of(self, word: str, file: str, faults: list[str]) -> Iterator[tuple[str, Known]]:
        text = spec.read(file)
        stem = Path(file).stem
        if is_spec(text):
            name = sites.page_name(file, word, stem, is_spec=True)
            endpoint, data = spec.loads_with_data(text, file, stem)
            yield name, Known(endpoint, data, card(endpoint, name, self._locales))
            return
        for entry in importers.open_source(text, file, Options()).entries:
            try:
                made = entry.read()
                endpoint = made.endpoint()
            except SnippetgenError as error:
                faults.append(f"{file}: {entry.labels[0]}: {error}")
                continue
            name = sites.page_name(file, word, endpoint.name, is_spec=False)
            yield name, Known(endpoint, made.data, card(endpoint, name, self._locales))

    def _snapshot(self) -> Snapshot:
        known: dict[str, Known] = {}
        faults: list[str] = []
        broken: dict[str, str] = {}
        for one in self._read.values():
            faults += one.faults
            broken |= one.broken
            for name, endpoint in one.known:
                if fault := self._fault(name, known):
                    faults.append(f"{endpoint.endpoint.file}: is left out: {fault}")
                else:
                    known[name] = endpoint
        return Snapshot(known, tuple(faults), broken)

    def _fault(self, name: str, known: dict[str, Known]) -> str:
        """Why no page can have a name; empty if one can."""
        if name in known:
            hint = "give one of the files another name, or serve a folder that holds both"
            return f"its page {name} is that of {known[name].endpoint.file} ({hint})"
        if name == "index":
            return "its page would be in the place of the index (give it another name)"
        first, slash, _ = name.partition("/")
        if slash and first in self._locales[1:]:
            return f"the folder {first} is that of the pages in this language (give it another name)"
        return ""

    def get(self, name: str) -> Known | None:
        """The endpoint with this name; None if there is none."""
        return self.now.known.get(name)


def _stamps(paths: Iterable[str]) -> Stamps:
    return {one: _stamp(one) for one in paths}


def _stamp(file: str) -> tuple[int, int]:
    try:
        found = os.stat(file)  # noqa: PTH116 - asked every second
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size
