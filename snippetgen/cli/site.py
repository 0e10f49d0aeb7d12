"""`snippetgen site`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from snippetgen.cli import build, common, outputs
from snippetgen.errors import ConfigError
from snippetgen.project import config, sites

if TYPE_CHECKING:
    from snippetgen.project.config import Config

EPILOG = """\b
snippetgen site openapi.yaml --out public
snippetgen site apis --title "Our APIs" --base https://docs.example.com/apis/
snippetgen site                        as snippetgen.yaml says (site: …)

A folder stands for the specs in it and for its OpenAPI descriptions, as YAML
or JSON. The files need no server but one that sends files, such as
  python3 -m http.server --directory public
"""


@click.command("site", epilog=EPILOG)
@common.specs_argument
@click.option("--out", metavar="DIR", help="The folder to write to (default: site).")
@click.option("--title", metavar="TEXT", help=f"The title of the directory (default: {sites.TITLE}).")
@click.option(
    "--base", metavar="URL", help="The address where it will be published; the sitemap and the feed need it."
)
@click.option(
    "--lang", "--target", "-l", "lang", metavar="LANG[/CLIENT],...", help="Languages on the pages (default: 15)."
)
@click.option(
    "--locale",
    "locales",
    multiple=True,
    metavar="LOCALE",
    help="A language of the pages, the one at the top first (can be repeated; default: en, zh).",
)
@common.templates_option
@click.option("--check", is_flag=True, help="Write nothing, exit 1 if a file would change.")
@click.option("--quiet", is_flag=True, help="Do not list the files written.")
@click.option(
    "--jobs", type=click.IntRange(0), default=0, metavar="N", help="Number of processes (0: one for each core)."
)
def command(specs: tuple[str, ...], *, check: bool, quiet: bool, jobs: int, **given: Any) -> None:
    """Write a directory of endpoints as static files.

    An index with a search, a page for each endpoint with its programs in 15 languages, lists by category, provider and
    tag, each page also as Markdown, llms.txt; with --base a sitemap and a feed of changes. What has not changed since
    the last time is not made again; pages of endpoints that are gone are removed.
    """
    found = _config(specs, given)
    mode = outputs.OutputMode(check, check, quiet, "text", "snippetgen site", tell=False)
    build.once(found, jobs, mode, force=False, remove=False)


def _config(specs: tuple[str, ...], given: dict[str, Any]) -> Config:
    """The configuration of the folder; or one that has but a directory, if specs are named or there is none."""
    file = None if specs else build.found_config()
    known = config.load(file) if file else None
    before = known.site if known else None
    if known and not before:
        raise ConfigError(f"{known.file}: has no site (name specs: snippetgen site specs --out public)")
    said = {key: given[key] for key in ("out", "title", "base", "lang") if given[key] is not None}
    if given["locales"]:
        said["locales"] = given["locales"]
    return config.for_site(specs, said, given["templates"], known)
