"""Programs for an OpenAPI document: every operation imported and rendered, ready for `exporters.codesamples`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from snippetgen import importers
from snippetgen.errors import SnippetgenError, SpecError
from snippetgen.exporters.codesamples import Sample
from snippetgen.rendering import locales, programs
from snippetgen.rendering.look import Look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from contextlib import AbstractContextManager

    from snippetgen.importers.model import Entry, Options
    from snippetgen.languages import Target
    from snippetgen.rendering.programs import Program
    from snippetgen.request.choices import Choices

Samples = dict[tuple[str, str], list[Sample]]
"""(path, method) -> the samples of that operation."""


class Rendered(NamedTuple):
    """The samples of a document, and a line for each program that was refused."""

    samples: Samples
    refused: tuple[str, ...]


class Wanted(NamedTuple):
    """The programs to write into a document."""

    targets: Sequence[Target]
    choices: Choices
    locale: str
    options: Options
    choice: importers.Selection = importers.Selection()
    look: Look = Look()


def samples(
    text: str, name: str, wanted: Wanted, progress: Callable[[list[Entry]], AbstractContextManager[Iterable[Entry]]]
) -> Rendered:
    """The programs of every operation.

    Args:
        progress: iterates over the entries, and may show the progress.

    Raises:
        SpecError: the text is not an OpenAPI description.
    """
    source = importers.open_source(text, name, wanted.options)
    if not source.kind.startswith(("OpenAPI", "Swagger")):
        raise SpecError(f"{name}: is not an OpenAPI description; programs can only be written into one")
    found: Samples = {}
    refused: list[str] = []
    with progress(importers.select(source, wanted.choice)) as entries:
        for entry in entries:
            where = f"{name}: {entry.labels[0]}"
            try:
                endpoint = entry.read().endpoint()
                locale = locales.resolve(wanted.locale, endpoint)
                made = list(programs.programs([endpoint], wanted.targets, wanted.choices, locale, wanted.look))
            except SnippetgenError as reason:
                refused.append(f"{where}: {reason}")
                continue
            refused += [f"{where}: {one.target.id}: {one.refused}" for one in made if not one.snippet]
            operation, rendered = _operation(entry), [_sample(one) for one in made if one.snippet]
            if operation and rendered:
                found.setdefault(operation, []).extend(rendered)
    return Rendered(found, tuple(refused))


def _operation(entry: Entry) -> tuple[str, str] | None:
    """Path and method, from the label that every operation has; None if there is no such label."""
    for label in entry.labels:
        match = re.fullmatch(r"([A-Z]+) (/.*)", label, re.DOTALL)
        if match:
            return match[2], match[1]
    return None


def _sample(program: Program) -> Sample:
    target, snippet = program.target, program.snippet
    title = target.language.facts["title"]
    label = target.label
    if program.stream:
        label = f"{label[:-1]}, streamed)" if label.endswith(")") else f"{label} (streamed)"
    install = " && ".join(" ".join(command) for command in snippet.install) if snippet else ""
    return Sample(target.language.id, title, label, snippet.text if snippet else "", install)
