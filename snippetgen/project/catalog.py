"""Endpoints by the file that contains them, in any format; each file is read once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from snippetgen import spec
from snippetgen.basics import files
from snippetgen.errors import SpecError
from snippetgen.spec.recognise import is_spec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from snippetgen.importers.model import Entry, Options, Source
    from snippetgen.spec import Endpoint

class _Open(NamedTuple):
    """A file that was read: the endpoint of a spec, or a foreign source; and the files that it has needed so far."""

    endpoint: Endpoint | None
    source: Source | None
    reads: set[str]


class Catalog:
    """Remembers every file that it has read; make a new catalog if files may have changed."""

    def __init__(self, options: Mapping[str, Options] | None = None) -> None:
        """Begin without any file.

        Args:
            options: file -> how to import it, if the configuration says so.
        """
        self._options = options or {}
        self._open: dict[tuple[str, str, str], _Open] = {}
        self._found: dict[tuple[str, str, str, str], Endpoint] = {}

    def endpoint(self, path: Path, operation: str = "", *, auth: str = "", env: str = "") -> Endpoint:
        """The endpoint in a file.

        Args:
            operation: an operationId, or ``POST /pets``, if the file is not a spec.
            auth, env: in place of those of its options.

        Raises:
            SpecError: the file cannot be read, is broken, or has several endpoints that match.
            Refused: the operation cannot be imported.
        """
        name = os.path.normpath(path)
        files.depend([name])  # also if it is broken, so that a fix starts a new build
        key = name, auth, env
        if key not in self._open:
            with files.recording() as seen:
                self._open[key] = _read(name, seen, self._options.get(name), auth, env)
        opened = self._open[key]
        if (*key, operation) not in self._found:
            with files.recording() as seen:
                self._found[*key, operation] = _chosen(opened, name, operation)
            opened.reads.update(seen)
        files.depend(opened.reads)
        return self._found[*key, operation]


def _read(name: str, seen: set[str], options: Options | None, auth: str, env: str) -> _Open:
    text = spec.read(name)
    if is_spec(text):
        if auth or env:
            what = "auth, env: are only for OpenAPI, HAR, Postman and curl; a spec file says both itself"
            raise SpecError(f"{name}: {what}")
        return _Open(spec.loads(text, name, Path(name).stem), None, seen)
    from snippetgen import importers  # noqa: PLC0415 - not every user has foreign sources

    usual = options or importers.Options()
    wanted = usual._replace(fields=False, auth=auth or usual.auth, env=env or usual.env)
    return _Open(None, importers.open_source(text, name, wanted), seen)


def _chosen(opened: _Open, name: str, operation: str) -> Endpoint:
    if opened.endpoint:
        if operation:
            what = "operation: is only for OpenAPI, HAR and Postman; a spec file has one endpoint"
            raise SpecError(f"{name}: {what}")
        return opened.endpoint
    assert opened.source is not None  # noqa: S101 - it is one or the other
    return _entry(opened.source, operation).read().endpoint()


def _entry(source: Source, operation: str) -> Entry:
    from snippetgen import importers  # noqa: PLC0415

    found = importers.select(source, importers.Selection((operation,) if operation else ()))
    if len(found) == 1:
        return found[0]
    some = ", ".join(f'"{one.labels[0]}"' for one in found[:5])
    more = ", …" if len(found) > 5 else ""  # noqa: PLR2004 - as many as fit a line or two
    which = f'"{operation}" names {len(found)} operations' if operation else f"contains {len(found)} operations"
    raise SpecError(f"{source.file}: {which} (choose one with operation=: {some}{more})")
