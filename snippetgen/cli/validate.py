"""`snippetgen validate`."""

from __future__ import annotations

import click

from snippetgen.cli import common, sources
from snippetgen.errors import Problem, SpecError, on_one_line, problems
from snippetgen.importers.check import Checked, check


@click.command("validate")
@common.specs_argument
@common.format_option
def command(specs: tuple[str, ...], form: str) -> None:
    """Check specs, and report every mistake with its place.

    SPEC is a file, a folder, a glob, or - for standard input; by default ./specs. Mistakes go to standard
    error as file:line:column: path: what is wrong (what would be right), and make the exit code 2. A value that looks
    like a live key, a method in lower case, or a key that a redirect takes along, is a warning.

    Of an OpenAPI description, a HAR, a Postman collection or curl commands, it tells what of each operation is changed
    or left out (a note), and which operations programs cannot send (a warning; an error if that is all of them).

    With --format json, standard output is a list of problems: file, line, column, severity, message.
    """
    found: list[Problem] = []
    for name, checked in map(_checked, sources.files_of(specs)):
        found += checked.problems
        if form == "text":
            for one in checked.problems:
                common.note(str(one))
            if not any(one.severity == "error" for one in checked.problems):
                common.message(on_one_line(f"{name}: {_summary(checked)}"), err=False)
    if form == "json":
        common.print_json(one._asdict() for one in found)
    if any(one.severity == "error" for one in found):
        raise SystemExit(2)


def _summary(checked: Checked) -> str:
    if checked.operations is None:
        return "ok"
    sent, count = checked.operations - checked.refused, checked.operations
    operations = "1 operation" if count == 1 else f"{count} operations"
    return f"{sent} of {operations} can be sent" if checked.refused else f"ok ({operations})"


def _checked(file: str) -> tuple[str, Checked]:
    """What messages call a file, and what was found of it."""
    try:
        text, name, stem = sources.text_of(file)
    except SpecError as error:
        return file, Checked(problems(error))
    return name, check(text, name, stem)
