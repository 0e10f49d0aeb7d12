"""`snippetgen schema`."""

from __future__ import annotations

import click

from snippetgen.spec.format import schema_text

EPILOG = """\b
snippetgen schema > specs/spec.schema.json
\b
Editors with a YAML language server complete and check a spec whose first
line names that file:
  # yaml-language-server: $schema=spec.schema.json
"""


@click.command("schema", epilog=EPILOG)
def command() -> None:
    """Print the JSON Schema (2020-12) of the spec format."""
    click.echo(schema_text(), nl=False)
