"""A record of the last build of a project, so that only changed files are built again.

It is in the user's cache folder, and only saves time: without it, everything is built. A unit of work is up to date as
long as its stamp, the content of every file that it read, and every file that it wrote have not changed.
"""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from snippetgen.basics import files
from snippetgen.basics.digests import digest
from snippetgen.errors import FileError

if TYPE_CHECKING:
    from collections.abc import Iterable

_TICK = 20_000_000
"""Nanoseconds within which two writes may leave equal times on a file."""


class Ledger:
    """The record of one project.

    Attributes:
        units: id -> {"inputs": {path: digest}, "outputs": {path: [digest, bytes, nanoseconds]}, "data": [JSON data]}.
        made: path -> digest of each file that any build of the project wrote, with any configuration.
    """

    def __init__(self, root: str, stamp: str) -> None:
        self._file = files.cache_folder() / "builds" / f"{digest(os.path.realpath(root).encode())}.json"
        self._stamp = stamp
        self._digests: dict[str, str] = {}
        self._started = time.time_ns()
        self.made: dict[str, str] = {}
        self._saved, self.units = self._load()
        self._changed = False

    def _load(self) -> tuple[int, dict[str, Any]]:
        try:
            data = json.loads(self._file.read_bytes())
            self.made = {str(path): str(content) for path, content in data.get("made", {}).items()}
            if data["stamp"] == self._stamp:
                return int(data["saved"]), dict(data["units"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError):  # no ledger yet, or a damaged one
            pass
        return 0, {}

    def is_current(self, unit: str) -> bool:
        """Whether a unit is up to date, so that it has nothing to do."""
        known = self.units.get(unit)
        return (
            known is not None
            and all(self._digest(path) == one for path, one in known["inputs"].items())
            and all(self._is_intact(path, *one) for path, one in known["outputs"].items())
        )

    def outputs(self, unit: str) -> list[str]:
        """The files that a unit wrote in its last run."""
        return list(self.units.get(unit, {}).get("outputs", ()))

    def data(self, unit: str) -> list[Any]:
        """The data that was recorded with a unit."""
        return list(self.units.get(unit, {}).get("data", ()))

    def left(self, unit: str) -> list[str]:
        """The files that a unit wrote in its last run, and which are unchanged."""
        known = self.units.get(unit, {}).get("outputs", {})
        return [path for path, one in known.items() if self._is_intact(path, *one)]

    def forgotten(self, units: Iterable[str], kind: str) -> list[str]:
        """The unchanged files that units wrote whose id begins with `kind`, and which are not among `units`."""
        gone = {one for one in self.units if one.startswith(kind)} - set(units)
        return [path for unit in gone for path in self.left(unit)]

    def record(self, unit: str, inputs: Iterable[str], outputs: Iterable[str], data: Iterable[Any] = ()) -> None:
        """Remember the files that a unit read and wrote, as they are now, and JSON data with them.

        A unit is not remembered if one of its inputs may have changed while it worked.
        """
        self._changed = True
        self.units.pop(unit, None)
        try:
            read = {path: self._fresh(path) for path in inputs}
            written = {path: self._written(path) for path in outputs}
        except OSError:
            return
        self.units[unit] = {"inputs": read, "outputs": written, "data": list(data)}
        self.made.update({path: one[0] for path, one in written.items()})

    def is_own(self, path: str) -> bool:
        """Whether a build of this project wrote a file, and nobody changed it since."""
        return path in self.made and self._digest(path) == self.made[path]

    def forget(self, unit: str) -> None:
        self._changed |= self.units.pop(unit, None) is not None

    def save(self, units: Iterable[str]) -> None:
        """Write the ledger for the next build, with only these units."""
        for unit in set(self.units) - set(units):
            self.forget(unit)
        if not self._changed:
            return
        made = {path: one for path, one in self.made.items() if Path(path).is_file()}
        data = {"stamp": self._stamp, "saved": time.time_ns(), "units": self.units, "made": made}
        with suppress(FileError):
            files.write(self._file, json.dumps(data, separators=(",", ":"), ensure_ascii=False))

    def _fresh(self, path: str) -> str:
        """The digest of an input; raises OSError if the file changed after the build began."""
        if Path(path).stat().st_mtime_ns > self._started - _TICK:
            raise OSError(path)
        return self._digest(path) or ""

    def _digest(self, path: str) -> str:
        """The digest of a file's content; empty if it cannot be read. Each file is read once."""
        if path not in self._digests:
            try:
                self._digests[path] = digest(Path(path).read_bytes())
            except OSError:
                self._digests[path] = ""
        return self._digests[path]

    @staticmethod
    def _written(path: str) -> list[Any]:
        data, status = Path(path).read_bytes(), os.stat(path)  # noqa: PTH116 - thousands of times
        return [digest(data), status.st_size, status.st_mtime_ns]

    def _is_intact(self, path: str, content: str, size: int, time_ns: int) -> bool:
        """Whether a file is unchanged: by its time and size, as in git; by content if these differ or are unsure."""
        try:
            status = os.stat(path)  # noqa: PTH116
            if status.st_size == size and status.st_mtime_ns == time_ns and time_ns < self._saved - _TICK:
                return True
            return digest(Path(path).read_bytes()) == content
        except OSError:
            return False
