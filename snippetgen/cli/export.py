"""`snippetgen export`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from snippetgen import exporters
from snippetgen.basics import files
from snippetgen.cli import common, sources
from snippetgen.errors import Refused
from snippetgen.rendering import locales

EPILOG = """\b
har       HTTP Archive 1.2: one entry for each request, with its example
postman   collection v2.1: variables for servers and secrets, saved responses
http      .http file of VS Code's REST Client and JetBrains' HTTP Client
curl      one command for each request, to paste into a terminal
openapi   one OpenAPI 3.1 document; JSON where --out ends in .json

\b
Secrets become variables: {{NAME}}, in curl ${NAME}.

\b
snippetgen export spec.yaml --format curl
snippetgen export --format openapi --title "My API" --out openapi.yaml
"""


@click.command("export", epilog=EPILOG)
@sources.argument
@click.option(
    "--format", "-f", "form", type=click.Choice(list(exporters.FORMATS)), required=True, help="The format; see below."
)
@click.option("--title", default="", help="The title of the result (default for a single spec: its own title).")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write to this file instead of standard output.",
)
@sources.options
@common.request_options
def command(specs: tuple[str, ...], form: str, title: str, out: Path | None, **options: Any) -> None:
    """Write requests in a format that other tools read.

    SPEC is a file, a folder, a glob, or - for standard input; by default ./specs. It may also be an OpenAPI
    description, a HAR, a Postman collection, or a curl command in quotes. Requests that a format cannot
    hold are listed on standard error; exit code 2 if none is left.
    """
    chosen, items, refused = common.choices(options), [], []
    for endpoint in sources.load(specs, options, fields=True):
        locale = locales.resolve(options["locale"], endpoint)
        try:
            items.append(exporters.Item(endpoint, chosen.request(endpoint), locale))
        except Refused as reason:
            refused.append(f"{endpoint.file}: {reason}")
    common.refusals(refused, nothing_else=not items)
    found = exporters.export(items, form, title=title, json=out is not None and out.suffix.lower() == ".json")
    common.refusals(found.refused, nothing_else=False)
    if out:
        files.write(out, found.text)
        common.note(f"written {out}")
    else:
        click.echo(found.text, nl=False)
