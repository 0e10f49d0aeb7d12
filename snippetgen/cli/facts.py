"""`snippetgen facts`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from snippetgen.cli import common
from snippetgen.languages import Languages
from snippetgen.rendering.reference import reference

if TYPE_CHECKING:
    from pathlib import Path

EPILOG = """\b
snippetgen facts > templates/README.md
"""


@click.command("facts", epilog=EPILOG)
@click.option("--lang", default="python", metavar="LANGUAGE", help="The language of the examples (default: python).")
@common.templates_option
def command(lang: str, templates: Path | None) -> None:
    """Print what a template sees and what a language answers, as Markdown.

    For authors of templates: the request and its parts, every filter, test and layout mark, every fact.
    """
    languages = Languages(templates)
    click.echo(reference(languages.select(lang)[0].language), nl=False)
