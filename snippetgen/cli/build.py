"""`snippetgen build`."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from snippetgen.cli import common, outputs
from snippetgen.errors import ConfigError, SnippetgenError
from snippetgen.project import config
from snippetgen.project.build import Build

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from snippetgen.project.config import Config


EPILOG = """\b
snippetgen.yaml (or [tool.snippetgen] in pyproject.toml), in this folder or
one above it:
  specs: [specs, openapi.yaml]     spec files, folders, globs, descriptions
  targets: [python, java/okhttp]   in the order they are shown; all, default
  docs: [docs, README.md]          documents with markers to fill
  tabs: mkdocs                     how documents show several programs
  snippets: [{out: examples}]      programs as files
  inject: [{document: api.yaml}]   programs as x-codeSamples
  pages: [{out: docs/api}]         tutorials (kind: reference; format: html)
  locale, templates, and more: see the README

\b
snippetgen build            render only what changed
snippetgen build --check    for CI: exit 1 and show a diff
"""


@click.command("build", epilog=EPILOG)
@click.option("--check", is_flag=True, help="Write nothing, exit 1 if a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing, print a unified diff of what would change.")
@click.option("--force", is_flag=True, help="Overwrite manual edits between markers.")
@click.option("--remove", is_flag=True, help="Remove all files named like programs that no spec asks for.")
@click.option("--quiet", is_flag=True, help="Do not list the files written.")
@outputs.exit_code_option
@outputs.output_format_option
@click.option(
    "--config", "file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="The configuration file."
)
@click.option(
    "--jobs", type=click.IntRange(0), default=0, metavar="N", help="Number of processes (0: one for each core)."
)
@click.option("--watch", is_flag=True, help="Keep running, and build again whenever a file changes.")
def command(file: Path | None, jobs: int, watch: bool, **options: Any) -> None:
    """Build everything that a project's configuration declares, or check that it is up to date.

    Programs as files, documents with markers, OpenAPI descriptions with code samples, tutorial and reference pages.
    Files that no longer belong to a spec are removed from the folders of programs and pages, if a build made them;
    others that are named like programs are listed, and removed only with --remove.
    """
    found = file or found_config()
    if found is None:
        names = f"{config.NAMES[0]}, nor [tool.snippetgen] in a {config.NAMES[-1]}"
        raise ConfigError(f"no {names} in this folder or above (snippetgen build --help shows an example)")
    fix = "snippetgen build" + (f" --config {file}" if file else "")
    shown = options["diff"] or options["check"]
    mode = outputs.OutputMode(options["check"], shown, options["quiet"], options["form"], fix, options["tell"])
    if not watch:
        once(config.load(found), jobs, mode, force=options["force"], remove=options["remove"])
        return
    if mode.diff or mode.tell:
        raise click.UsageError("--watch cannot be combined with --check, --diff or --exit-code.")
    _watch(found, jobs, mode, force=options["force"], remove=options["remove"])


def found_config() -> Path | None:
    """The configuration of the current folder; raises ConfigError if it, or its templates, may be somebody else's."""
    here = Path.cwd()
    file = config.find(here)
    if file and (templates := config.load(file).templates):
        config.refuse_foreign(Path(templates), here)
    return file


def once(settings: Config, jobs: int, mode: outputs.OutputMode, *, force: bool, remove: bool) -> Build:
    """Build once; raises SystemExit with 1 if `mode.check` is set and something differs."""
    build = Build(settings)
    found = build.run(
        jobs, lambda waiting: common.progress(waiting, "Building"), force=force or mode.diff, remove=remove
    )
    _tell_refused(found.refused)
    _tell_foreign(found.foreign)
    try:
        fix = f"{mode.fix} --force" if found.edited else mode.fix
        outputs.write_or_check(found.drift, mode._replace(fix=fix), current=found.current)
    finally:
        build.remember(written=not mode.check and not mode.diff)
    return build


_LISTED = 20


def _tell_refused(lines: Sequence[str]) -> None:
    for line in lines[:_LISTED]:
        common.note(f"refused: {line}")
    if len(lines) > _LISTED:
        common.note(f"refused: and {len(lines) - _LISTED} more")


def _tell_foreign(paths: Sequence[Path]) -> None:
    for path in paths[:_LISTED]:
        common.note(f"{path}: no spec asks for it, and it may not be ours (--remove removes it)")
    if len(paths) > _LISTED:
        common.note(f"and {len(paths) - _LISTED} more files like this")


# -- watch -------------------------------------------------------------------------------------------------------------

_PAUSE = 0.5
"""Seconds between two checks of the files."""


def _watch(file: Path, jobs: int, mode: outputs.OutputMode, *, force: bool, remove: bool) -> None:
    """Build whenever a file changes, until Ctrl-C; a user's mistake is reported, and the next change awaited."""
    watched = {str(file)}
    while True:
        before = _times(watched)
        try:
            watched = once(config.load(file), jobs, mode, force=force, remove=remove).watched()
        except SnippetgenError as error:
            common.message(str(error))
        else:
            before = _times(watched)
        common.note("waiting for changes (Ctrl-C to stop) …")
        while _times(watched) == before:
            time.sleep(_PAUSE)


def _times(paths: Iterable[str]) -> dict[str, int]:
    found = {}
    for path in paths:
        try:
            found[path] = os.stat(path).st_mtime_ns  # noqa: PTH116 - thousands of times
        except OSError:
            found[path] = 0
    return found
