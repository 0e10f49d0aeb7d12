"""Differences between the files of a project and its specs, as CI services show them."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from snippetgen.basics.fences import backquotes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from snippetgen.basics.comparison import Comparison


class Place(NamedTuple):
    """A range of lines in a file, counted from 1, and a message about them."""

    line: int
    end_line: int
    text: str


class Drift(NamedTuple):
    """A file compared with the content that it should have.

    Attributes:
        places: the lines that differ; empty for the file as a whole.
    """

    file: Comparison
    places: tuple[Place, ...] = ()

    @property
    def differs(self) -> bool:
        return self.file.state != "unchanged"

    def where(self) -> tuple[Place, ...]:
        """The places; if none are known, the lines that change."""
        if self.places:
            return self.places
        return tuple(Place(first, last, _WORDS[self.file.state]) for first, last in self.file.changes())


_WORDS = {
    "different": "differs from what its spec says",
    "missing": "does not exist",
    "stale": "no longer belongs to a spec",
}

TITLE = "snippetgen: not up to date"


def workflow_commands(drift: Sequence[Drift], fix: str) -> list[str]:
    """A workflow command of GitHub Actions for each place.

    https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message; the
    escapes are those of the runner's own toolkit (actions/toolkit, packages/core/src/command.ts).
    """
    return [annotation(path, one, f"{one.text}: run {fix}") for path, one in _places(drift)]


def _places(drift: Sequence[Drift]) -> list[tuple[str, Place]]:
    return [(from_root(one.file.path), place) for one in drift if one.differs for place in one.where()]


def annotation(file: str, place: Place, text: str, title: str = TITLE) -> str:
    """One workflow command; `file` is relative to the root of the repository."""
    properties = {"file": file, "line": place.line, "endLine": max(place.line, place.end_line), "title": title}
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::error {listed}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def from_root(path: Path) -> str:
    """A path for annotations: relative to the checkout, even if a job works in a folder of it."""
    root = os.environ.get("GITHUB_WORKSPACE") or os.getcwd()  # noqa: PTH109 - as a text
    absolute = os.path.abspath(path)  # noqa: PTH100 - links stay as they are
    inside = os.path.relpath(absolute, root)
    is_outside = inside == os.pardir or inside.startswith(os.pardir + os.sep)
    return (str(path) if is_outside else inside).replace(os.sep, "/")


_LONGEST = 60_000
"""The most characters of the diff in a step summary, which may have 1 MiB in all."""

_ROWS = 500
"""The most files that a step summary lists."""


def summary(drift: Sequence[Drift], total: int, fix: str) -> str:
    """A step summary: the files that differ, the command that fixes them, and the diff.

    https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary
    """
    differing = [one for one in drift if one.differs]
    if not differing:
        return f"### snippetgen\n\nAll {total} files are up to date.\n"
    rows = "".join(f"| {_cell(from_root(one.file.path))} | {one.file.state} |\n" for one in differing[:_ROWS])
    more = f"| … and {len(differing) - _ROWS} more | |\n" if len(differing) > _ROWS else ""
    text = "".join(line for one in differing for line in one.file.diff())
    cut = text if len(text) <= _LONGEST else text[:_LONGEST].rpartition("\n")[0] + "\n…\n"
    mark = backquotes(cut)
    return (
        f"### snippetgen: {len(differing)} of {total} files are not up to date\n\n"
        f"| file | state |\n|---|---|\n{rows}{more}\nFix with {_code(fix)}.\n\n"
        f"<details><summary>What would change</summary>\n\n{mark}diff\n{cut}{mark}\n\n</details>\n"
    )


def _code(text: str) -> str:
    """A text within a line, as code (https://spec.commonmark.org/0.31.2/#code-spans)."""
    mark, shown = backquotes(text, 1), _visible(text)
    return f"{mark} {shown} {mark}" if len(mark) > 1 else f"{mark}{shown}{mark}"


def _cell(text: str) -> str:
    return "".join(f"\\{char}" if char in "\\`*_[]<>|&~" else char for char in _visible(text))


def _visible(text: str) -> str:
    return re.sub(r"[\x00-\x1f\x7f]", "\ufffd", text)


def as_json(drift: Sequence[Drift]) -> list[dict[str, Any]]:
    """Every file that differs, with its places and its diff."""
    return [
        {
            "file": one.file.path.as_posix(),
            "state": one.file.state,
            "places": [{"line": at.line, "end_line": at.end_line, "text": at.text} for at in one.where()],
            "diff": "".join(one.file.diff()),
        }
        for one in drift
        if one.differs
    ]
