"""`snippetgen tutorial`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from snippetgen import pages
from snippetgen.cli import common, sources
from snippetgen.cli.reference import form_option, one_or_folder, out_option, write
from snippetgen.languages import language_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from snippetgen.languages import Target

EPILOG = """\b
Without --lang and --all: Python in Markdown; in HTML, the default client of
every language in a tab of its own, in the order in which beginners look for
them. Several clients of a language share its tab.

\b
snippetgen tutorial spec.yaml --lang java
snippetgen tutorial spec.yaml --locale zh --format html --out tutorial.html
snippetgen tutorial openapi.yaml --operation createUser --lang php,js
snippetgen tutorial --all --format html --out docs/tutorials
"""


@click.command("tutorial", epilog=EPILOG)
@sources.argument
@common.lang_option("Languages or targets: java, java/okhttp, js,php …")
@click.option("--all", "everything", is_flag=True, help="Every target of every language.")
@form_option
@out_option
@sources.options
@common.look_options
@common.choice_options
def command(specs: tuple[str, ...], lang: str, everything: bool, form: str, out: str | None, **options: Any) -> None:
    """Print a beginner's tutorial of an endpoint, with its programs.

    SPEC is a file, a folder, a glob, or - for standard input; by default ./specs. It may also be an OpenAPI
    description, a HAR, a Postman collection, or a curl command in quotes. One page is printed; several need --out DIR.
    If the endpoint streams, the streamed programs are shown, too.

    Templates in DIR/pages of --templates DIR replace the built-in ones; if DIR has no languages, the built-in
    ones are used.
    """
    if lang and everything:
        raise click.UsageError("--lang and --all cannot be combined.")
    targets = _targets(lang, everything, form, options["templates"])
    chosen, locale = common.choices({**options, "stream": False}), options["locale"]
    look = common.look(options, comments=True)
    endpoints = one_or_folder(sources.load(specs, options, fields=True), out)
    templates = options["templates"]
    write(endpoints, lambda one, frame: pages.tutorial(one, targets, chosen, locale, form, templates, look, frame),
          out, f"tutorial.{form}", templates)  # fmt: skip


# A tutorial shows both programs if there are two, so there is nothing to choose.
command.params[:] = [one for one in command.params if one.name != "stream"]


def _targets(lang: str, everything: bool, form: str, templates: Path | None) -> Sequence[Target]:
    folder = language_folder(templates)
    if lang:
        return common.select(lang, folder)
    found = pages.in_order(common.languages(folder).all())
    if everything:
        return found
    defaults = [target for target in found if target.is_default]
    return defaults if form == "html" else defaults[:1]
