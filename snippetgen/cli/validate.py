"""`snippetgen validate`."""

from __future__ import annotations

import click

from snippetgen.basics import files
from snippetgen.cli import common
from snippetgen.errors import Problem, SpecError, problems
from snippetgen.request import validate


@click.command("validate")
@common.specs_argument
@common.format_option
def command(specs: tuple[str, ...], form: str) -> None:
    """Check specs, and report every mistake with its place.

    SPEC is a file, a folder, a glob, or - for standard input; by default ./specs. Mistakes go to standard
    error as file:line:column: path: what is wrong (what would be right), and make the exit code 2. A value that looks
    like a live key, or a method in lower case, is a warning.

    With --format json, standard output is a list of problems: file, line, column, severity, message.
    """
    found: list[Problem] = []
    for name, told in map(_checked, files.spec_files(specs)):
        found += told
        if form == "text":
            for one in told:
                common.note(str(one))
            if all(one.severity == "warning" for one in told):
                click.echo(f"{name}: ok")
    if form == "json":
        common.print_json(one._asdict() for one in found)
    if any(one.severity == "error" for one in found):
        raise SystemExit(2)


def _checked(file: str) -> tuple[str, list[Problem]]:
    """What messages call a file, and all that is wrong with it."""
    try:
        text, name, stem = common.read(file)
    except SpecError as error:
        return file, problems(error)
    return name, validate.check(text, name, stem)
