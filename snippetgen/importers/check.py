"""What cannot be carried of a source in any format: the full check of a spec, or a trial of every operation."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from snippetgen import importers
from snippetgen.basics import parallel
from snippetgen.errors import Problem, SnippetgenError, SpecError, problems
from snippetgen.importers.model import Options
from snippetgen.importers.notes import gathered
from snippetgen.request import validate
from snippetgen.request.build import build
from snippetgen.spec.recognise import is_spec

if TYPE_CHECKING:
    from snippetgen.importers.model import Entry
    from snippetgen.importers.notes import Note


class Checked(NamedTuple):
    """What was found of one source.

    Attributes:
        problems: of an operation that programs cannot send (``warning``; ``error`` if there is no other), and of what
            an import changes or leaves out (``note``); of a spec as `validate.check` tells them.
        operations, refused: how many there are, and how many of them cannot be sent; None for a spec.
    """

    problems: list[Problem]
    operations: int | None = None
    refused: int = 0


def check(text: str, file: str, name: str) -> Checked:
    """All that can be said of a source before it is used.

    Args:
        file: the name of the source in messages.
        name: the name of the endpoint, where it is a spec.
    """
    if is_spec(text):
        return Checked(validate.check(text, file, name))
    try:
        source = importers.open_source(text, file, Options(fields=False))
    except SpecError as error:
        return Checked(problems(error))
    found = list(parallel.map(_tried, source.entries, parallel.jobs_for(source.entries)))
    refused = sum(bool(one.faults) for one in found)
    told = [Problem(file, 0, 0, "note", str(one)) for one in source.notes]
    told += [Problem(file, 0, 0, "note", one) for one in gathered(note for one in found for note in one.notes)]
    if not found:
        told.append(Problem(file, 0, 0, "error", f"contains no operations ({source.kind})"))
    severity = "error" if refused == len(found) else "warning"
    told += [Problem(file, 0, 0, severity, fault) for one in found for fault in one.faults]
    return Checked(told, len(found), refused)


class _Tried(NamedTuple):
    notes: tuple[tuple[str, Note], ...] = ()
    faults: tuple[str, ...] = ()


def _tried(entry: Entry) -> _Tried:
    label = entry.labels[0]
    try:
        imported = entry.read()
        build(imported.endpoint())
    except SnippetgenError as error:
        return _Tried(faults=tuple(f"{label}: {one.message}" for one in problems(error)))
    return _Tried(tuple((label, one) for one in imported.notes))
