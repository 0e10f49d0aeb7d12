"""`snippetgen render`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from snippetgen.basics import parallel
from snippetgen.cli import common, outputs, sources
from snippetgen.errors import SnippetgenError, on_one_line
from snippetgen.project.drift import Drift
from snippetgen.rendering import locales, programs
from snippetgen.rendering.regions import PARTS, PROGRAM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from snippetgen.cli.sources import Pending
    from snippetgen.languages import Target
    from snippetgen.rendering.programs import Program
    from snippetgen.rendering.render import Snippet

EPILOG = """\b
Without --lang and --all, these programs are rendered: the Python program
if text is printed; the default client of every language with --out or
with --format json.

\b
snippetgen render spec.yaml --lang java/okhttp,php
snippetgen render openapi.yaml --operation createUser --lang java
snippetgen render "curl https://api.example.com/v1/users" --lang node
snippetgen render --all --stream --out docs/examples
snippetgen render --all --out docs/examples --check --diff
snippetgen render - --format json --set model=QwQ-32B < spec.yaml
"""


@click.command("render", epilog=EPILOG)
@sources.argument
@common.lang_option("Languages or targets: java, java/okhttp, js,php …")
@click.option("--all", "everything", is_flag=True, help="Every target of every language.")
@sources.options
@common.choice_options
@common.look_options
@click.option(
    "--prefix",
    type=click.IntRange(0, 100),
    default=0,
    metavar="N",
    help="Put N spaces before each printed line, for example to paste it into a nested list.",
)
@click.option(
    "--part",
    type=click.Choice(list(PARTS)),
    default=PROGRAM,
    help="What is printed: " + "; ".join(f"{part}, {meaning}" for part, meaning in PARTS.items()) + ".",
)
@click.option("--regions", is_flag=True, help="Put region comments around the code that makes and sends the request.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write DIR/<spec>/<language>-<client>[-stream].<ext>; only files that differ are touched.",
)
@click.option("--check", is_flag=True, help="With --out: write nothing, exit 1 if a file differs.")
@click.option("--diff", is_flag=True, help="With --out: write nothing, print a unified diff of what differs.")
@common.format_option
def command(specs: tuple[str, ...], lang: str, everything: bool, **options: Any) -> None:
    """Print the programs of specs, or keep their files up to date.

    SPEC is a file, a folder, a glob, or - for standard input; by default ./specs. It may also be an OpenAPI
    description, a HAR, a Postman collection, or a curl command in quotes. One program is printed as it
    is; several are printed with a line before each. Requests that a target cannot send are listed on standard error;
    exit code 2 if no program is left.
    """
    _check_options(lang, everything, options)
    targets = _targets(lang, everything, options)
    found = _rendered(sources.pending(specs, options), targets, options)
    if options["form"] == "json":
        common.print_json(_shown(one, options) for one in found)
        return
    _report_refusals(found)
    if options["out"]:
        compared = [Drift(one) for one in programs.compare(found, options["out"])]
        outputs.write_or_check(compared, outputs.OutputMode(options["check"], options["diff"]), gone="stale")
    else:
        _print(found, options)


def _check_options(lang: str, everything: bool, options: dict[str, Any]) -> None:
    if lang and everything:
        raise click.UsageError("--lang and --all cannot be combined.")
    for name in ("check", "diff"):
        if options[name] and not options["out"]:
            raise click.UsageError(f"--{name} compares with the files of a folder: add --out DIR.")
    if options["out"] and options["form"] == "json":
        raise click.UsageError("--format json cannot be combined with --out.")
    if options["out"] and options["prefix"]:
        raise click.UsageError("--prefix cannot be combined with --out, whose files must run as they are.")
    if options["part"] != PROGRAM and (options["out"] or options["regions"]):
        raise click.UsageError("--part cannot be combined with --out or --regions, which are for whole programs.")


def _targets(lang: str, everything: bool, options: dict[str, Any]) -> Sequence[Target]:
    if lang:
        return common.select(lang, options["templates"])
    languages = common.languages(options["templates"])
    if everything:
        return languages.all()
    if options["out"] or options["form"] == "json" or "python" not in languages.ids:
        return [target for target in languages.all() if target.is_default]
    return languages.select("python")


def _rendered(waiting: list[Pending], targets: Sequence[Target], options: dict[str, Any]) -> list[Program]:
    """All programs; endpoints that cannot be imported are reported on standard error, or raised if it is only one."""
    choices, look = common.choices(options), common.look(options)

    def make(one: Pending) -> list[Program] | SnippetgenError:
        try:
            endpoint = one.read()
            locale = locales.resolve(options["locale"], endpoint)
            return list(programs.programs([endpoint], targets, choices, locale, look, regions=options["regions"]))
        except SnippetgenError as error:
            return error

    found: list[Program] = []
    refused: list[str] = []
    with common.progress(waiting, "Rendering") as bar:
        for one, made in zip(bar, parallel.map(make, waiting, parallel.jobs_for(waiting)), strict=True):
            if not isinstance(made, SnippetgenError):
                found += made
            elif len(waiting) == 1 or not one.label:
                raise made
            else:
                refused.append(f"{one.file}: {one.label}: {made}")
    common.refusals(refused, nothing_else=not found)
    return found


def _report_refusals(found: list[Program]) -> None:
    """Print refusals on standard error; raises Refused if there is no program."""
    refused = [one for one in found if one.snippet is None]
    common.refusals(_lines(found), nothing_else=len(refused) == len(found))


def _lines(found: list[Program]) -> list[str]:
    """A line for each refusal, or for each endpoint that every target refuses for one reason: it does not stream."""
    by_file: dict[str, list[Program]] = {}
    for one in found:
        by_file.setdefault(one.endpoint.file, []).append(one)
    lines = []
    for file, made in by_file.items():
        reasons = {one.refused for one in made}
        if len(made) > 1 and len(reasons) == 1 and "" not in reasons:
            lines.append(f"{file}: {made[0].refused}")
        else:
            lines += [f"{file}: {one.target.id}: {one.refused}" for one in made if one.snippet is None]
    return lines


def _shown(program: Program, options: dict[str, Any]) -> dict[str, Any]:
    shown = program.as_json()
    return shown if program.snippet is None else {**shown, "text": _text(program.snippet, options)}


def _text(snippet: Snippet, options: dict[str, Any]) -> str:
    return re.sub(r"(?m)^(?=.*\S)", " " * options["prefix"], snippet.part(options["part"]))


def _print(found: list[Program], options: dict[str, Any]) -> None:
    """Print programs as head(1) prints files: a line before each of several, but only the text of a single one."""
    for number, one in enumerate(found):
        if one.snippet is None:
            continue
        if len(found) > 1:
            title = f"==> {one.endpoint.file} {one.target.id} {one.snippet.filename} <=="
            click.secho(on_one_line(title), bold=True)
        click.echo(_text(one.snippet, options) + ("\n" if number < len(found) - 1 else ""), nl=False)
