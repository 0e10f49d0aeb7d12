"""`snippetgen verify`."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from snippetgen.basics import files
from snippetgen.cli import common, sources
from snippetgen.languages import can_be_installed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.verify import Progress, TargetResult

EPILOG = """\b
Laws: 1 exact, 2 answers, 3 fails loudly, 4 keeps secrets, 5 streams, 6 clean,
7 harmless. "ok 12" means that 12 programs kept the law, "-" that there was
nothing to judge. Environments (a venv, node_modules, a class path)
are made once, in the cache folder ($SNIPPETGEN_CACHE, ~/.cache/snippetgen).
"""


@click.command("verify", epilog=EPILOG)
@sources.argument
@sources.options
@common.lang_option("Languages or targets (default: all).")
@common.templates_option
@click.option("--jobs", type=click.IntRange(1, 64), default=os.cpu_count() or 2, help="Number of programs at once.")
@click.option(
    "--law", "laws", type=click.IntRange(1, 7), multiple=True, metavar="N", help="Only this law (can be repeated)."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="A table, or JSON.")
@click.option(
    "--report", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Also write JSON to this file."
)
@click.option(
    "--record",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Also note what was proven: templates/record.json makes its level known.",
)
@click.option("--fresh", is_flag=True, help="Run what is unchanged since it was proven, too.")
@click.option("--offline", is_flag=True, help="Use only existing environments.")
@click.option(
    "--sample",
    is_flag=True,
    help="Try failures (law 3), HTTPS and gzip on one program of each kind only; of refusals, each language's first.",
)
@click.option(
    "--cover", is_flag=True, help="Judge only the fewest programs that reach every line of a target's template."
)
@click.option("--refusals", is_flag=True, help="Judge what targets refuse in place of their programs.")
@click.option(
    "--strict", is_flag=True, envvar="SNIPPETGEN_STRICT", help="A missing toolchain is a failure ($SNIPPETGEN_STRICT)."
)
def command(  # noqa: PLR0917 - click passes an argument for each option
    specs: tuple[str, ...],
    lang: str,
    templates: Path | None,
    jobs: int,
    laws: tuple[int, ...],
    form: str,
    report: Path | None,
    record: Path | None,
    fresh: bool,
    offline: bool,
    sample: bool,
    cover: bool,
    refusals: bool,
    strict: bool,
    **chosen: Any,
) -> None:
    """Verify programs by running them against the mock.

    Renders, builds and runs the programs of SPECs (by default ./specs), plain and streamed, and judges the
    seven laws of a ready-to-run snippet. Exits 1 if a law is broken.

    With --refusals, it renders what a target refuses all the same, one program for each refusal, and exits 1 if such
    a program keeps all laws: then the refusal is not true.
    """
    from snippetgen import verify  # noqa: PLC0415 - what it imports is of no use to --help
    from snippetgen.running import toolchain  # noqa: PLC0415
    from snippetgen.verify import records  # noqa: PLC0415
    from snippetgen.verify import report as reports  # noqa: PLC0415
    from snippetgen.verify.refusals import judge_refusals  # noqa: PLC0415

    endpoints = sources.load(specs, chosen)
    targets = common.select(lang, templates) if lang else common.languages(templates).all()
    options = verify.Options(frozenset(laws or verify.LAWS), jobs, offline, sample, cover, verify.Proofs(fresh=fresh))
    with _progress() as progress:
        if refusals:
            targets = [one for one in targets if can_be_installed(one) or not toolchain.missing(one)]
            judgements = judge_refusals(endpoints, targets, options, progress)
            as_json, as_text = reports.refusals_json(judgements), reports.refusals_text(judgements)
            bad = any(one.fault or (strict and one.unjudged) for one in judgements)
        else:
            rows = verify.verify(endpoints, targets, options, progress)
            if record:
                records.write(record, rows, options)
            as_json, as_text, bad = reports.json_text(rows), reports.text(rows), _bad(rows, strict)
    if report:
        files.write(report, as_json)
    if form == "json":
        click.echo(as_json)
    else:
        common.message(as_text, err=False)
    raise SystemExit(1 if bad else 0)


def _bad(rows: list[TargetResult], strict: bool) -> bool:
    lacking = any(row.not_executed for row in rows if can_be_installed(row.target))
    unjudged = any("was not judged" in note for row in rows for note in row.notes)
    return (strict and (lacking or unjudged)) or any(row.failures for row in rows)


@contextmanager
def _progress() -> Iterator[Progress]:
    """A bar on a terminal; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.progress import Progress as Bar  # noqa: PLC0415

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("preparing", total=None)
        yield lambda text, done, total: bar.update(task, description=text[:40], completed=done, total=total)
