"""`snippetgen targets`."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import click

from snippetgen.cli import common
from snippetgen.errors import UnknownTarget
from snippetgen.exporters import FORMATS
from snippetgen.languages import as_json, exceptions, level
from snippetgen.languages.absent import KNOWN, REASONS
from snippetgen.languages.search import found

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from snippetgen.languages import Target

WIDTH = 80
"""Columns of a terminal."""


@click.command("targets")
@common.templates_option
@click.option("--search", metavar="WORDS", help='Only targets with such names: "C# RestSharp", jquery, fetch.')
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", help="A table, or JSON."
)
def command(templates: Path | None, search: str | None, form: str) -> None:
    """List languages and clients: what --lang takes.

    \b
    Levels:
      executed   every program is built and run, and judged by the seven laws
      parsed     a parser of the language accepted every program
      rendered   not checked
    A target whose tools we cannot install is executed where a record of proofs
    (verify --record) still fits its template and our code.

    A target may have named exceptions from the laws, which its users expect; it is
    judged by everything else.
    """
    targets = common.languages(templates).all()
    if search is not None:
        targets = _found(targets, search)
    if form == "json":
        common.print_json(map(as_json, targets))
        return
    if form == "markdown":
        click.echo("\n".join(_markdown(targets)))
        return
    rows = [("TARGET", "CLIENT", "LEVEL", "ALIASES")]
    rows += [(target.id, target.facts["title"], level(target), ", ".join(_short(target))) for target in targets]
    widths = [max(len(row[column]) for row in rows) + 2 for column in range(3)]
    for row in rows:
        line = "".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)) + row[3]
        click.echo(line.rstrip() if len(line) <= WIDTH else line[: WIDTH - 1].rstrip(" ,") + "…")
    excepted = [line for target in targets for line in _exceptions(target)]
    if excepted:
        click.echo("\n".join(["", "EXCEPTIONS from the laws", *excepted]))


def _markdown(targets: list[Target]) -> Iterator[str]:
    """A table for a page: a line for each target, with the lowest version of what runs its programs."""
    yield "| language | `--lang` | client | level | streams | needs |"
    yield "|---|---|---|---|---|---|"
    for target in targets:
        setup = target.language.facts["setup"]
        lowest = "" if setup == "none" else f"{setup['of']} {setup['version']}"
        needs = target.facts.get("needs", lowest)
        streams = "no" if "stream" in target.facts["refuses"] else "yes"
        client = f"[{target.facts['title']}]({target.facts['url']})"
        title = target.language.facts["title"] if target.is_default else ""
        yield f"| {title} | `{target.id}` | {client} | {level(target)} | {streams} | {needs} |"
    excepted = [(target, one) for target in targets for one in exceptions(target)]
    if excepted:
        yield ""
        yield "Exceptions from the laws:"
        yield ""
        yield from (f"- `{target.id}`: {one.partition(': ')[2]}" for target, one in excepted)


def _found(targets: list[Target], words: str) -> list[Target]:
    """Targets by their names.

    Raises:
        UnknownTarget: there is none; a format that `export` writes instead is named.
    """
    near = found(targets, words)
    if not near:
        raise UnknownTarget(f'no target is called "{words}" ({_instead(words.lower().split())})')
    return near


def _instead(words: list[str]) -> str:
    """What to do without a target of such a name."""
    if form := next((word for word in words if word in FORMATS), ""):
        return f"snippetgen export --format {form} writes such a file"
    reason = next((REASONS[word] for word in words if word in REASONS), "")
    language = next((f"{KNOWN[word]} has no templates yet" for word in words if word in KNOWN), "")
    return reason or language or "snippetgen targets lists all"


def _exceptions(target: Target) -> list[str]:
    """What a target's programs do against a law, and why, within `WIDTH` columns."""
    lines = []
    for text in exceptions(target):
        lines += textwrap.wrap(text, WIDTH, subsequent_indent="  ", break_on_hyphens=False)
    return lines


def _short(target: Target) -> list[str]:
    """The other names that --lang accepts for a target: the language and its aliases, for the default client."""
    return [target.language.id, *target.language.facts["aliases"]] if target.is_default else []
