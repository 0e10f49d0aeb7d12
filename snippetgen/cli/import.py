"""`snippetgen import`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from snippetgen.basics import files, parallel
from snippetgen.cli import common, sources
from snippetgen.errors import FileError, SnippetgenError, on_one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from snippetgen.cli.sources import Open
    from snippetgen.importers.model import Entry
    from snippetgen.importers.notes import Note

EPILOG = """\b
snippetgen import openapi.yaml --out specs
snippetgen import openapi.yaml --list
snippetgen import openapi.yaml --operation createChatCompletion > chat.yaml
snippetgen import "curl https://api.example.com/v1/users -u me:pw"
snippetgen import capture.har --match "POST *" --out specs
snippetgen import "http POST https://api.example.com/v1/users name=Ada"
"""


@click.command("import", epilog=EPILOG)
@click.argument("source", nargs=-1, required=True, metavar="SOURCE...", type=click.Path())
@sources.options
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write DIR/<operation>.yaml for each; without --out, a single spec is printed.",
)
@click.option("--force", is_flag=True, help="Overwrite spec files that differ.")
@click.option("--list", "only_list", is_flag=True, help="List the operations of the source: name, label, tags.")
@common.format_option
def command(
    source: tuple[str, ...], out: Path | None, force: bool, only_list: bool, form: str, **chosen: Any
) -> None:
    """Convert what you have to specs: OpenAPI, curl, HAR, Postman and more.

    SOURCE is a file, or - for standard input, or a request in quotes. Read are OpenAPI 3.x and Swagger 2.0; HAR;
    collections of Postman, Insomnia and Bruno; command lines of curl, wget and HTTPie; what browsers copy as cURL,
    fetch and PowerShell; .http files; raw HTTP. What is not supported is listed on standard error. A spec file that
    exists and differs is kept, unless --force is given.
    """
    opened = sources.open_external(source, chosen)
    if form == "json" and not only_list:
        raise click.UsageError("--format json is for --list; a spec is YAML.")
    if only_list:
        entries = [(one.file, entry) for one in opened for entry in one.entries]
        if form == "json":
            common.print_json(
                {"file": file, "name": one.name, "labels": list(one.labels), "tags": list(one.tags)}
                for file, one in entries
            )
        else:
            for _, entry in entries:
                cells = (entry.name, *entry.labels[:2], ", ".join(entry.tags))
                common.message("\t".join(map(on_one_line, cells)), err=False)
        return
    tasks = [_Task(one, entry) for one in opened for entry in one.entries]
    if out is None and len(tasks) > 1:
        raise click.UsageError(f"{len(tasks)} operations: give --out DIR, or --operation NAME (--list shows them).")
    made = _made(tasks)
    if out is None:
        click.echo(made[0].text, nl=False)
    else:
        _keep(made, out, force)


class _Task(NamedTuple):
    opened: Open
    entry: Entry


class _Made(NamedTuple):
    """An imported spec, or the reason why there is none.

    Attributes:
        text: the text of the spec file.
        error: the reason; empty if there is a text.
    """

    file: str
    label: str
    name: str
    text: str
    notes: tuple[Note, ...]
    error: str = ""


def _make(task: _Task) -> _Made:
    entry, file = task.entry, task.opened.file
    try:
        found = entry.read()
        found.endpoint()
        text = found.text()
    except SnippetgenError as error:
        return _Made(file, entry.labels[0], entry.name, "", (), str(error))
    return _Made(file, entry.labels[0], entry.name, text, found.notes)


def _made(tasks: Sequence[_Task]) -> list[_Made]:
    """Import all tasks; notes and refusals go to standard error. Raises Refused if no spec is left."""
    found: list[_Made] = []
    refused: list[_Made] = []
    with common.progress(tasks, "Importing") as bar:
        for _, one in zip(bar, parallel.map(_make, tasks, parallel.jobs_for(tasks)), strict=True):
            (refused if one.error else found).append(one)
    for file in dict.fromkeys(one.file for one in found):
        mine = [one for one in found if one.file == file]
        sources.report(file, (("" if len(tasks) == 1 else one.label, note) for one in mine for note in one.notes))
    common.refusals([f"{one.file}: {one.label}: {one.error}" for one in refused], nothing_else=not found)
    return found


def _keep(made: list[_Made], out: Path, force: bool) -> None:
    """Write new specs; raises FileError and writes nothing if a file would be overwritten without `force`."""
    paths: dict[Path, _Made] = {}
    for one in made:
        path = out / f"{one.name}.yaml"
        if path in paths and paths[path].text != one.text:
            both = f"{paths[path].file} and {one.file}"
            raise FileError(f"{path}: both {both} would be written there (import them into two folders)")
        paths[path] = one
    there = {path: path.read_text("utf-8", "replace") for path in paths if path.exists()}
    changed = [path for path, text in there.items() if text != paths[path].text]
    if changed and not force:
        listed = "\n".join(map(str, changed[:5])) + (f"\nand {len(changed) - 5} more" if len(changed) > 5 else "")  # noqa: PLR2004
        raise FileError(f"{listed}\nThese already exist and differ: nothing was written (--force overwrites them).")
    written = [path for path in paths if path not in there or path in changed]
    for path in written:
        files.write(path, paths[path].text)
    common.note(f"{len(written)} written, {len(paths) - len(written)} unchanged")
