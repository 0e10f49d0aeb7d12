"""`snippetgen reference`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from snippetgen import pages
from snippetgen.basics import files
from snippetgen.cli import common, sources
from snippetgen.errors import FileError, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from snippetgen.pages import Frame
    from snippetgen.spec import Endpoint

EPILOG = """\b
snippetgen reference spec.yaml
snippetgen reference openapi.yaml --operation createUser --format html
snippetgen reference openapi.yaml --out docs/api
"""

form_option = click.option(
    "--format", "-f", "form", type=click.Choice(pages.FORMS), default="md", show_default=True, help="Markdown, or HTML."
)
out_option = click.option(
    "--out",
    metavar="FILE|DIR",
    callback=lambda _context, _option, value: None if value == files.STDIN else value,
    help="Write to this instead of standard output: a file, or DIR/<spec>/<page>.md (.html) for each endpoint; "
    "HTML pages in DIR share DIR/snippetgen.css and DIR/snippetgen.js.",
)


@click.command("reference", epilog=EPILOG)
@sources.argument
@form_option
@out_option
@sources.options
@click.option("--locale", default="en", show_default=True, help="Language of the page: en, zh, …")
@common.templates_option
def command(specs: tuple[str, ...], form: str, out: str | None, **options: Any) -> None:
    """Print the reference page of an endpoint: parameters, body, answers.

    SPEC is a file, a folder, a glob, or - for standard input; by default ./specs. It may also be an OpenAPI
    description, a HAR, a Postman collection, or a curl command in quotes. One page is printed; several need --out DIR.

    Templates in DIR/pages of --templates DIR replace the built-in ones.
    """
    endpoints = one_or_folder(sources.load(specs, options, fields=True), out)
    locale, templates = options["locale"], options["templates"]
    write(endpoints, lambda one, frame: pages.reference(one, locale, form, templates, frame), out,
          f"reference.{form}", templates)  # fmt: skip


def one_or_folder(endpoints: list[Endpoint], out: str | None) -> list[Endpoint]:
    """The endpoints; raises UsageError if there are several, but only one page is to be written."""
    if len(endpoints) > 1 and (out is None or not _is_folder(out)):
        where = "" if out is None else f"; {out} is one file"
        raise click.UsageError(
            f"{len(endpoints)} endpoints, but a page describes one{where}: "
            "choose one (in an OpenAPI description with --operation), or give --out DIR."
        )
    return endpoints


_ENDINGS = (".md", ".markdown", ".html", ".htm", ".txt")


def _is_folder(out: str) -> bool:
    """Whether a path is an existing folder, or does not end like the file of a page."""
    path = Path(out)
    return path.is_dir() or (not path.is_file() and path.suffix.lower() not in _ENDINGS)


def write(
    endpoints: Sequence[Endpoint],
    make: Callable[[Endpoint, Frame], str],
    out: str | None,
    name: str,
    templates: Path | None,
) -> None:
    """Print a single page, or write a page for each endpoint; refusals are printed on standard error.

    Pages of HTML in a folder share their style and script; a page in a file of its own contains both.

    Args:
        name: the name of a page's file in a folder.
        templates: the user's folder of templates.

    Raises:
        FileError: two endpoints have the same name.
        Refused: there is no page at all.
    """
    made: dict[Path, str] = {}
    origin: dict[Path, str] = {}
    refused = []
    folder = Path(out) if out and _is_folder(out) else None
    shares = folder is not None and name.endswith(".html")
    frame = pages.Frame(shared="../" if shares else None)
    for one in endpoints:
        path = folder / one.name / name if folder else Path(out or files.STDIN)
        if path in origin:
            both = f"both {origin[path]} and {one.file}" if origin[path] != one.file else f"two endpoints of {one.file}"
            raise FileError(f"{path}: {both} would be written there (write them to two folders)")
        origin[path] = one.file
        try:
            made[path] = make(one, frame)
        except Refused as reason:
            refused.append(str(reason))
    common.refusals(refused, nothing_else=not made)
    if shares and folder:
        made |= {folder / file: text for file, text in pages.shared_files(templates).items()}
    for path, text in made.items():
        if out is None:
            click.echo(text, nl=False)
        else:
            files.write(path, text)
            common.note(f"written {path}")
