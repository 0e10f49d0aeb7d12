"""Endpoints x targets -> programs, and their comparison with the files of a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from snippetgen.basics import comparison
from snippetgen.basics.comparison import Comparison
from snippetgen.errors import FileError, Refused
from snippetgen.rendering import render
from snippetgen.rendering.look import USUAL, Look

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from snippetgen.languages import Target
    from snippetgen.rendering.render import Snippet
    from snippetgen.request.choices import Choices
    from snippetgen.spec import Endpoint


def file_name(target: Target, *, stream: bool) -> str:
    """The name of a program's file in the folder of its spec: ``<language>-<client>[-stream].<ext>``."""
    return f"{target.id.replace('/', '-')}{'-stream' if stream else ''}{Path(target.fact('filename')).suffix}"


def is_program(text: str, target: Target, name: str, *, stream: bool) -> bool:
    """Whether the first lines of a text tell how to run it as they do in a program for the endpoint `name`."""
    head = text[:_HEAD].splitlines()[:_HEAD_LINES]
    return any(render.run_text(target, name, stream=stream) in line for line in head)


_HEAD, _HEAD_LINES = 4000, 20


class Program(NamedTuple):
    """A rendered program, or the reason why there is none.

    Attributes:
        snippet: the program; None if the target refuses the request.
        refused: the reason of a refusal; empty if there is a snippet.
    """

    endpoint: Endpoint
    target: Target
    stream: bool
    snippet: Snippet | None
    refused: str = ""

    @property
    def file(self) -> Path:
        """Its path in an output folder: ``<spec>/<language>-<client>[-stream].<ext>``."""
        return Path(self.endpoint.name) / file_name(self.target, stream=self.stream)

    def as_json(self) -> dict[str, Any]:
        """The program for ``render --format json``."""
        head = {"id": self.target.id, "spec": self.endpoint.file}
        if self.snippet is None:
            return {**head, "refused": self.refused}
        return {
            **head,
            "language": self.target.language.id,
            "client": self.target.client,
            "stream": self.stream,
            "text": self.snippet.text,
            "filename": self.snippet.filename,
            "install": self.snippet.install,
            "build": self.snippet.build,
            "run": self.snippet.run,
            "env": list(self.snippet.env),
        }


def programs(
    endpoints: Iterable[Endpoint],
    targets: Sequence[Target],
    choices: Choices,
    locale: str = "en",
    look: Look = USUAL,
    *,
    regions: bool = False,
) -> Iterator[Program]:
    """The programs of every endpoint for every target, in that order; `regions` as in `render.render`.

    Raises:
        SpecError: a choice does not fit an endpoint.
        TemplateError: a template is wrong.
    """
    for endpoint in endpoints:
        try:
            request = choices.request(endpoint)
        except Refused as reason:
            yield from (Program(endpoint, target, choices.stream, None, str(reason)) for target in targets)
            continue
        for target in targets:
            try:
                snippet = render.render(endpoint, request, target, locale, look, regions=regions)
            except Refused as reason:
                yield Program(endpoint, target, choices.stream, None, str(reason))
            else:
                yield Program(endpoint, target, choices.stream, snippet)


def compare(found: Iterable[Program], folder: Path) -> list[Comparison]:
    """Compare every program with its file in a folder.

    Raises:
        FileError: two programs would have the same file, or a file cannot be read.
    """
    result: dict[Path, Comparison] = {}
    origin: dict[Path, str] = {}
    for one in found:
        path = folder / one.file
        if path in result:
            both = f"{origin[path]} and {one.endpoint.file}"
            raise FileError(f"{path}: both {both} would be written there (rename one of the specs)")
        origin[path] = one.endpoint.file
        new = None if one.snippet is None else one.snippet.text.encode()
        result[path] = Comparison(path, comparison.read(path), new)
    return list(result.values())
