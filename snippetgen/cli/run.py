"""`snippetgen run`."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from snippetgen.cli import common, sources
from snippetgen.rendering import locales
from snippetgen.running import runner

if TYPE_CHECKING:
    from collections.abc import Iterator

SILENCE = 1.0
"""Seconds of preparing after which a message says what is going on."""

EPILOG = """\b
snippetgen run spec.yaml --lang java --stream --mock
MKEAI_API_KEY=... snippetgen run spec.yaml --set "messages[0].content=Hi"
"""


@click.command("run", epilog=EPILOG)
@click.argument("spec", type=click.Path())
@sources.options
@common.lang_option("The target: java, java/okhttp … (default: python).")
@click.option("--mock", is_flag=True, help="Run against a mock of the endpoint on this machine: no key, no network.")
@common.choice_options
def command(spec: str, lang: str, mock: bool, **options: Any) -> None:
    """Render, build and run one program.

    It runs against the spec's server, or the built-in mock, with your standard input and output, and exits with the
    program's exit code. Secrets come from your environment (placeholders with --mock); files to send are
    looked up in the current folder (with --mock, a placeholder takes the place of a missing one). Dependencies (a venv,
    node_modules, jars …) are fetched once, into the cache folder: $SNIPPETGEN_CACHE, else ~/.cache/snippetgen.
    """
    several = f"{spec}: contains several endpoints (choose one with --operation NAME)."
    (endpoint,) = _one(sources.load([spec], options), several)
    (target,) = _one(common.select(lang or "python", options["templates"]), "--lang: run takes one target.")
    choices = common.choices(options)
    waiting = _telling(f"preparing {target.id} (only the first time) …")
    locale = locales.resolve(options["locale"], endpoint)
    code = runner.run(endpoint, target, choices, locale=locale, mock=mock, preparing=waiting, tell=common.note)
    raise SystemExit(code)


def _one(found: list[Any], otherwise: str) -> list[Any]:
    if len(found) != 1:
        raise click.UsageError(otherwise)
    return found


@contextmanager
def _telling(text: str) -> Iterator[None]:
    timer = threading.Timer(SILENCE, common.note, [text])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
