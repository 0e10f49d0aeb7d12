"""Compiled templates, kept in the user's cache folder, because compiling takes most of the time of `render`."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2

from snippetgen.basics import files
from snippetgen.errors import FileError

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.bccache import Bucket


class TemplateCache(jinja2.BytecodeCache):
    """The compiled templates of one folder.

    Templates are checked before they are compiled and stored. A stored template is used only as long as the template,
    the language's facts, our own code and Jinja have not changed: Jinja spells constants when it compiles, so the
    result depends on all of these.

    Args:
        folder: the folder of the templates.
        facts: the facts of the language.
        check: called with a template's text and file before it is compiled; raises an error if the template is wrong.
        variant: tells environments apart whose filters spell differently by the same facts.
    """

    def __init__(
        self, folder: Path, facts: dict[str, Any], check: Callable[[str, Path], object], variant: str = ""
    ) -> None:
        self._folder, self._check, self._variant = folder, check, variant
        self._stamp = hashlib.sha1(repr((facts, _code_stamp())).encode(), usedforsecurity=False).digest()

    def get_bucket(self, environment: jinja2.Environment, name: str, filename: str | None, source: str) -> Bucket:
        bucket = super().get_bucket(environment, f"{self._folder.resolve() / name}{self._variant}", filename, source)
        if bucket.code is None:
            self._check(source, self._folder / name)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(Exception):  # whatever error a damaged file causes, the template is compiled again
            data = self._file(bucket).read_bytes()
            start = len(self._stamp) + _DIGEST
            if data.startswith(self._stamp) and data[start - _DIGEST : start] == _digest(data[start:]):
                bucket.bytecode_from_string(data[start:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(FileError):
            code = bucket.bytecode_to_string()
            files.write(self._file(bucket), self._stamp + _digest(code) + code)

    @staticmethod
    def _file(bucket: Bucket) -> Path:
        return files.cache_folder() / "templates" / bucket.key


_DIGEST = 32
"""Bytes of a checksum."""


def _digest(code: bytes) -> bytes:
    """A checksum of compiled code: Python may crash on code of which a bit was lost (``marshal``)."""
    return hashlib.sha256(code).digest()


@cache
def _code_stamp() -> list[tuple[str, int, int]]:
    """Name, time and size of every file that the result of compiling a template depends on."""
    package = Path(__file__).parent.parent
    rooms = (package / room for room in ("languages", "rendering", "request"))
    own = [Path(one.path) for room in rooms for one in os.scandir(room) if one.name.endswith(".py")]
    return [(one.name, one.stat().st_mtime_ns, one.stat().st_size) for one in [*sorted(own), Path(jinja2.__file__)]]
