"""`snippetgen toolchains`."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import click

from snippetgen.cli import common
from snippetgen.errors import RunError
from snippetgen.running import roots, toolchain

if TYPE_CHECKING:
    from pathlib import Path

    from snippetgen.languages import Target


@click.command("toolchains")
@common.lang_option("Languages or targets (default: all).")
@common.templates_option
@common.format_option
@click.option("--skip", default="", metavar="LANG[/CLIENT],...", help="Languages or targets to leave out.")
@click.option(
    "--install",
    is_flag=False,
    flag_value="all",
    type=click.Choice(["all", "packages"]),
    metavar="[packages]",
    help="Install them: Debian packages with apt (packages: these alone), the rest into the cache.",
)
def command(lang: str, templates: Path | None, skip: str, install: str | None, form: str) -> None:
    """List the toolchains that programs need, or install them.

    language.yaml in a language's folder lists what it needs; --install requires Debian or Ubuntu, and root or sudo. It
    says how much it will download, and what disk space that takes.
    """
    targets = common.select(lang, templates) if lang else common.languages(templates).all()
    skipped = _named(skip, templates)
    targets = [one for one in targets if not skipped & {one.id, one.language.id}]
    targets = [one for one in targets if one.language.facts["toolchain"] != "none"]
    if install:
        _install_packages(targets)
    if install == "all":
        _prepare(targets)
    if form == "json":
        common.print_json({"id": one.id, "ready": not (what := _missing(one)), "missing": what} for one in targets)
        return
    width = max((len(target.id) for target in targets), default=0)
    for target in targets:
        click.echo(f"{target.id:<{width}}  {_missing(target) or 'ready'}")


def _named(words: str, templates: Path | None) -> set[str]:
    """The ids of the languages and targets that --skip names; here, a language stands for all of its clients."""
    found: set[str] = set()
    for word in filter(None, map(str.strip, words.split(","))):
        (target, *_) = common.select(word, templates)
        found.add(target.id if "/" in word else target.language.id)
    return found


def _missing(target: Target) -> str:
    """What programs of a target, or the linter of its language, need and lack; empty if nothing."""
    return toolchain.missing(target) or toolchain.missing_linter(target.language)


def _install_packages(targets: list[Target]) -> None:
    """Install the Debian packages that some targets need; raises RunError if a command fails."""
    packages = toolchain.packages(targets)
    for command in toolchain.apt_commands(packages) if packages else []:
        for line in toolchain.apt_sizes(packages) if "install" in command else []:
            common.note(line)
        common.note(" ".join(command))
        if subprocess.run(command, check=False).returncode:
            raise RunError(f"{' '.join(command)} failed")
    toolchain.forget()


def _prepare(targets: list[Target]) -> None:
    """Make the environments of some targets, where what they need is there; raises RunError if a command fails."""
    for language in {target.language.id: target.language for target in targets}.values():
        if language.facts["toolchain"]["root"] != "none":
            common.note(f"making the root folder of Debian {language.facts['toolchain']['root']['release']}")
            roots.make(language.facts["toolchain"])
        if not toolchain.missing_linter(language):
            toolchain.prepared_linter(language)
    for target in targets:
        if not toolchain.missing(target):
            toolchain.prepared(target)
