"""Handles files that are not up to date, for several commands: writes them, or shows how they differ."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from snippetgen.basics import files
from snippetgen.cli import common
from snippetgen.errors import FileError, without_controls

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from snippetgen.basics.comparison import Comparison
    from snippetgen.project.drift import Drift

FORMATS = ("text", "github", "json")

output_format_option = click.option(
    "--output-format",
    "form",
    type=click.Choice(FORMATS),
    default=lambda: "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text",
    help="How to report differences: text, github (annotations; the default on GitHub Actions), json.",
)


exit_code_option = click.option(
    "--exit-code", "tell", is_flag=True, help="Exit 1 if something was written, for use in hooks."
)


class OutputMode(NamedTuple):
    """What to do with files that differ, as the user's options say.

    Attributes:
        fix: the command that fixes the differences that `check` finds.
        tell: whether to exit with 1 if something was written, as pre-commit hooks do.
    """

    check: bool = False
    diff: bool = False
    quiet: bool = False
    form: str = "text"
    fix: str = ""
    tell: bool = False


def write_or_check(found: Sequence[Drift], mode: OutputMode, *, current: int = 0, gone: str = "removed") -> None:
    """Write the files that differ; or show the differences, and exit with 1 if `mode.check` is set and there are any.

    Args:
        current: how many other files are known to be up to date.
        gone: ``removed`` to remove files that should no longer exist; ``stale`` to leave that to the user.
    """
    differing, total = [one for one in found if one.differs], len(found) + current
    if mode.form == "json":
        _print_json(differing, total)
    elif mode.diff or (mode.check and mode.form == "github"):
        with common.without_commands() if mode.form == "github" else nullcontext():
            show([one.file for one in differing])
    if mode.check:
        _tell(differing, total, mode)
        raise SystemExit(1 if differing else 0)
    if not mode.diff:
        _write([one.file for one in differing], total, mode, gone)
        if mode.tell and differing:
            raise SystemExit(1)


def _print_json(differing: Sequence[Drift], total: int) -> None:
    from snippetgen.project import drift  # noqa: PLC0415 - only some users need it

    shown: dict[str, Any] = {"files": total, "different": drift.as_json(differing)}
    common.print_json(shown)


_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def show(differing: Sequence[Comparison]) -> None:
    """Print the unified diff of each file on standard output; on a terminal, without its control characters."""
    is_shown = sys.stdout.isatty()
    for line in (line for one in differing for line in one.diff()):
        click.secho(without_controls(line) if is_shown else line, fg=_COLOURS.get(line[0]), nl=False)


def _tell(differing: Sequence[Drift], total: int, mode: OutputMode) -> None:
    from snippetgen.project import drift  # noqa: PLC0415

    if mode.form == "github":
        for line in drift.workflow_commands(differing, mode.fix):
            click.echo(line)
        _step_summary(drift.summary(differing, total, mode.fix))
    for one in differing:
        places = [f"{one.file.path}:{at.line}: {at.text}" for at in one.places]
        for line in places or [f"{one.file.path}: {one.file.state}"]:
            common.note(line)
    common.note(f"{len(differing)} of {total} files differ")
    if differing and mode.fix:
        common.note(f"fix with: {mode.fix}")


def _step_summary(text: str) -> None:
    """Append to the step summary, a file that GitHub Actions names; an error is reported, but does not fail."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if path:
        try:
            with Path(path).open("a", encoding="utf-8") as file:
                file.write(text)
        except OSError as error:
            common.note(f"cannot write the step summary: {path}: {error.strerror}")


_LISTED = 50
"""Up to so many files are listed one by one when they are written."""


def _write(differing: Sequence[Comparison], total: int, mode: OutputMode, gone: str) -> None:
    counts = {"written": 0, gone: 0}
    tell: Callable[[str], None] = (lambda _: None) if mode.quiet or mode.form == "json" else common.note
    for one in differing:
        word = "written" if one.new is not None else gone
        counts[word] += 1
        if one.new is not None:
            files.write(one.path, one.new)
        elif gone == "removed":
            _remove(one.path)
        if one.new is None and gone == "stale":
            tell(f"stale {one.path}: this program can no longer be made; remove the file")
        elif len(differing) <= _LISTED:
            tell(f"{word} {one.path}")
    gone_text = f"{counts['removed']} removed, " if counts.get("removed") else ""
    tell(f"{counts['written']} written, {gone_text}{total - len(differing)} unchanged")


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
        if not any(path.parent.iterdir()):
            path.parent.rmdir()
    except OSError as error:
        raise FileError(f"{path}: cannot be removed: {error.strerror}") from None
