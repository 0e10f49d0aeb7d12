"""What cannot be carried of a source in any format: the full check of a spec, or a trial of every operation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from snippetgen import importers
from snippetgen.basics import parallel
from snippetgen.errors import Problem, SnippetgenError, SpecError, problems
from snippetgen.importers.model import Options
from snippetgen.request import validate
from snippetgen.request.build import build
from snippetgen.spec.recognise import is_spec

if TYPE_CHECKING:
    from snippetgen.importers.model import Entry


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
    told = [Problem(file, 0, 0, "note", str(one)) for one in source.notes]
    found = list(parallel.map(partial(_tried, file), source.entries, parallel.jobs_for(source.entries)))
    refused = sum(any(one.severity == "warning" for one in some) for some in found)
    if refused == len(source.entries):
        found = [[one._replace(severity="error") for one in some] for some in found]
        if not found:
            told.append(Problem(file, 0, 0, "error", f"contains no operations ({source.kind})"))
    return Checked([*told, *(one for some in found for one in some)], len(source.entries), refused)


def _tried(file: str, entry: Entry) -> list[Problem]:
    label = entry.labels[0]
    try:
        imported = entry.read()
        build(imported.endpoint())
    except SnippetgenError as error:
        told = [one.message for one in problems(error)]
        return [Problem(file, 0, 0, "warning", f"{label}: {one}") for one in told]
    return [Problem(file, 0, 0, "note", f"{label}: {one}") for one in imported.notes]
