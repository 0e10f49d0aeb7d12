"""`snippetgen inject`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from snippetgen import importers, spec
from snippetgen.basics import files
from snippetgen.basics.comparison import Comparison
from snippetgen.cli import common, sources
from snippetgen.cli.outputs import show
from snippetgen.exporters import codesamples, overlay
from snippetgen.exporters.codesamples import FIELDS
from snippetgen.project import injecting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from snippetgen.languages import Target
    from snippetgen.project.injecting import Samples

EPILOG = """\b
x-codeSamples  Redocly, Scalar, Mintlify, GitBook, Bump.sh, Speakeasy
x-readme       ReadMe
x-fern         Fern (x-fern-examples)

\b
snippetgen inject openapi.yaml --lang python,java,php
snippetgen inject openapi.yaml --lang python --check --diff
snippetgen inject openapi.yaml --lang python --overlay --out samples.yaml
"""


@click.command("inject", epilog=EPILOG)
@click.argument("document", metavar="OPENAPI", type=click.Path())
@common.lang_option("Languages or targets: java, java/okhttp, js,php …")
@click.option(
    "--field", type=click.Choice(list(FIELDS)), default="x-codeSamples", show_default=True,
    help="The format; see below.",
)
@click.option("--overlay", "as_overlay", is_flag=True, help="Write an OpenAPI Overlay 1.0.0 instead of the document.")
@click.option("--out", metavar="FILE", help="Write to this file (-: standard output) instead of the document itself.")
@click.option("--check", is_flag=True, help="Write nothing, exit 1 if the file would change.")
@click.option("--diff", is_flag=True, help="Write nothing, print a unified diff of what would change.")
@click.option(
    "--operation", "operations", multiple=True, metavar="NAME", help="Only this operation: operationId, or 'GET /pets'."
)
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only operations with this tag.")
@click.option("--match", "match", multiple=True, metavar="GLOB", help="Only operations whose name matches.")
@click.option("--content-type", default="", metavar="TYPE", help="The Content-Type of the body, if there are several.")
@sources.sending
@common.look_options
@common.choice_options
def command(document: str, lang: str, **options: Any) -> None:
    """Write programs into an OpenAPI document, as code samples of its operations.

    OPENAPI is a YAML or JSON file, or - for standard input. Nothing but the samples changes: order, comments, quotes
    and line breaks stay, and a second run finds nothing to do. A sample of the same language and client is replaced,
    any other stays. What cannot be imported or rendered is listed on standard error.
    """
    if not lang:
        raise click.UsageError("Give --lang, such as --lang python,java (snippetgen targets lists them).")
    text, name, _ = common.read(document)
    samples = _samples(text, name, common.select(lang, options["templates"]), options)
    out = options["out"] or ("-" if options["as_overlay"] or document == files.STDIN else document)
    if options["as_overlay"]:
        new = overlay.document(samples, options["field"], json=out.lower().endswith(".json"))
    else:
        found = codesamples.inject(text, name, samples, options["field"])
        for line in found.skipped:
            common.note(f"skipped: {name}: {line}")
        new = found.text
    _keep(out, _bytes(document, new, is_same=not options["as_overlay"]), options["check"], options["diff"])


def _samples(text: str, name: str, targets: Sequence[Target], options: dict[str, Any]) -> Samples:
    """The samples for all operations; raises Refused if there are none at all."""
    about = sources.import_options(options, fields=False)
    choice = importers.Selection(options["operations"], options["tags"], options["match"])
    wanted = injecting.Wanted(targets, common.choices(options), options["locale"], about, choice, common.look(options))
    found = injecting.samples(text, name, wanted, lambda entries: common.progress(entries, "Rendering"))
    nothing = [f"{name}: contains no operations"] if not found.samples and not found.refused else []
    common.refusals([*found.refused, *nothing], nothing_else=not found.samples)
    return found.samples


def _bytes(document: str, new: str, *, is_same: bool) -> bytes:
    """The new text in the encoding of the document, with a byte order mark if it has one; another one is in UTF-8."""
    old = Path(document).read_bytes() if is_same and document != files.STDIN else b""
    encoding = spec.encoding(old)
    has_mark = old.decode(encoding).startswith("\ufeff")
    return (("\ufeff" if has_mark else "") + new).encode(encoding)


def _keep(out: str, new: bytes, check: bool, diff: bool) -> None:
    """Write the document if it differs; or show the difference, and exit with 1 if `check`."""
    if out == "-" and not check and not diff:
        sys.stdout.flush()
        click.echo(new, nl=False)
        return
    path = Path(out)
    old = path.read_bytes() if path.is_file() else b""
    if diff and old != new:
        show([Comparison(path, old, new)])
    if check:
        common.note(f"{out}: {'unchanged' if old == new else 'different'}")
        raise SystemExit(0 if old == new else 1)
    if not diff:
        if old != new:
            files.write(path, new)
        common.note(f"{'unchanged' if old == new else 'written'} {out}")
