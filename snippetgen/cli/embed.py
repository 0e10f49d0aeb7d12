"""`snippetgen embed`."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from snippetgen.basics import files, parallel
from snippetgen.cli import common, outputs
from snippetgen.embed.tabs import STYLES
from snippetgen.errors import SpecError, together
from snippetgen.project import documents
from snippetgen.project.context import Overrides, embed_context

if TYPE_CHECKING:
    from collections.abc import Sequence

    from snippetgen.embed import EmbedContext
    from snippetgen.project.documents import Filled

EPILOG = f"""\b
In Markdown and HTML, a pair of comments marks the place of a program:
  <!-- snippetgen:start spec=chat.yaml lang=python,java tabs=mkdocs -->
  <!-- snippetgen:end -->
MDX        {{/* snippetgen:start ... */}}
reST       .. snippetgen:start ...
AsciiDoc   // snippetgen:start ...

\b
Attributes: spec (relative to the document) operation auth env lang client
stream server example set set-new timeout locale tabs title indent prefix
header comments part (part=request: no header, class or main function;
part=call: only the statements that make the request and send it)

\b
Tabs: {" ".join(list(STYLES)[:6])}
{" ".join(list(STYLES)[6:])}

\b
snippetgen embed docs README.md
snippetgen embed docs --check
"""


@click.command("embed", epilog=EPILOG)
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
@click.option("--check", is_flag=True, help="Write nothing, exit 1 if a document would change.")
@click.option("--diff", is_flag=True, help="Write nothing, print a unified diff of what would change.")
@click.option("--stdout", "to_stdout", is_flag=True, help="Print the document instead of writing it.")
@click.option("--clean", is_flag=True, help="Remove what is between the markers.")
@click.option("--force", is_flag=True, help="Overwrite manual edits between markers.")
@click.option("--quiet", is_flag=True, help="Do not list the files written.")
@outputs.exit_code_option
@outputs.output_format_option
@common.lang_option("Default for markers without lang=.")
@click.option(
    "--tabs",
    type=click.Choice(list(STYLES)),
    metavar="STYLE",
    help="Default for markers without tabs=.",
)
@click.option("--locale", default="", help="Default for markers without locale=.")
@common.templates_option
def command(paths: tuple[str, ...], **options: Any) -> None:
    """Fill the markers of documents with programs, or check that they are up to date.

    PATH is a document, a folder, or - for Markdown from standard input; by default the current folder.
    Documents are Markdown, MDX, reStructuredText, AsciiDoc and HTML; a document without markers is never touched.
    Manual edits between two markers are kept, unless --force is given. Settings that neither a marker nor an option
    gives come from the project's configuration, if there is one (see snippetgen build).
    """
    settings = Overrides(options["lang"], options["tabs"] or "", options["locale"], options["templates"])
    context, _ = embed_context(Path.cwd(), settings)
    writes = not options["check"] and not options["diff"]
    if options["to_stdout"] or files.STDIN in paths:
        if not writes or len(paths) != 1 or Path(paths[0]).is_dir():
            raise click.UsageError("--stdout and - print one document, and cannot be combined with --check or --diff.")
        _print(paths[0], context, clean=options["clean"], force=options["force"])
        return
    for name in documents.left_alone(paths or ["."]):
        common.note(f"{name}: is a link out of its folder, and was left alone (name it to fill it)")
    names = documents.find(paths or ["."])
    found = _filled(names, context, clean=options["clean"])
    _report(found)
    documents.refuse_edited(found, force=options["force"] or not writes)
    edited = any(one.embedded.edited for one in found)
    fix = _mend(paths, options | {"force": edited})
    check, diff, quiet, form, tell = (options[key] for key in ("check", "diff", "quiet", "form", "tell"))
    mode = outputs.OutputMode(check, diff, quiet, form, fix, tell)
    outputs.write_or_check([one.drift() for one in found], mode, current=len(names) - len(found))


def _print(name: str, context: EmbedContext, *, clean: bool, force: bool) -> None:
    data = sys.stdin.buffer.read() if name == files.STDIN else None
    found = documents.fill(name, context, clean=clean, data=data)
    _report([found])
    documents.refuse_edited([found], force=force)
    sys.stdout.buffer.write(found.comparison().new or b"")


_MEND = {
    "clean": "--clean",
    "force": "--force",
    "lang": "--lang",
    "tabs": "--tabs",
    "locale": "--locale",
    "templates": "--templates",
}


def _mend(paths: Sequence[str], options: dict[str, Any]) -> str:
    """The command that fixes the differences that --check finds, quoted for a shell."""
    words = ["snippetgen", "embed", *paths]
    for name, option in _MEND.items():
        if options[name]:
            words += [option] if options[name] is True else [option, str(options[name])]
    return shlex.join(words)


def _filled(names: Sequence[str], context: EmbedContext, *, clean: bool) -> list[Filled]:
    """Fill every document that may contain markers; raises the mistakes of all documents at once."""

    def make(name: str) -> Filled | SpecError:
        try:
            return documents.fill(name, context, clean=clean)
        except SpecError as error:
            return error

    with_markers = [name for name in names if documents.has_markers(name)]
    made = list(parallel.map(make, with_markers, parallel.jobs_for(with_markers, documents.MANY)))
    wrong = [one for one in made if isinstance(one, SpecError)]
    if wrong:
        raise together(wrong)
    if not names:
        common.note("no documents found here")
    return [one for one in made if not isinstance(one, SpecError)]


def _report(found: Sequence[Filled]) -> None:
    for one in found:
        for block in one.embedded.blocks:
            for text in block.notes:
                common.note(f"{one.embedded.file}:{block.line}: {text}")
