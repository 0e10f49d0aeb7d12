"""`snippetgen validate`."""

from __future__ import annotations

import click

from snippetgen import spec
from snippetgen.basics import files
from snippetgen.cli import common
from snippetgen.errors import SpecError
from snippetgen.request import validate
from snippetgen.spec.recognise import is_spec

_HINT = "snippetgen import converts OpenAPI, curl, HAR and Postman to specs, and render reads them as they are"


@click.command("validate")
@common.specs_argument
def command(specs: tuple[str, ...]) -> None:
    """Check specs, and report every mistake with its place.

    SPEC is a file, a folder, a glob, or - for standard input; by default ./specs. Mistakes go to standard
    error as file:line:column: path: what is wrong (what would be right), and make the exit code 2. A value that looks
    like a live key is a warning.
    """
    failed = False
    for file in files.spec_files(specs):
        try:
            text, name, stem = _read(file)
            for one in spec.suspicions(text, name):
                common.note(f"{one.file}:{one.line}:{one.column}: warning: {one.text}")
            validate.validate(text, name, stem)
        except SpecError as error:
            failed = True
            common.note(str(error))
        else:
            click.echo(f"{name}: ok")
    if failed:
        raise SystemExit(2)


def _read(file: str) -> tuple[str, str, str]:
    """See `common.read`; raises SpecError also for what others describe."""
    text, name, stem = common.read(file)
    if not is_spec(text):
        raise SpecError(f"{name}: is not a snippetgen spec ({_HINT})")
    return text, name, stem
