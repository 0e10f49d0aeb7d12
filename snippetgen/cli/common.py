"""What several commands share: options, and specs as users name them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from snippetgen import files, spec
from snippetgen.errors import SpecError, UnknownTarget
from snippetgen.language import Languages
from snippetgen.programs import Choices

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from click.shell_completion import CompletionItem

    from snippetgen.language import Target
    from snippetgen.spec import Endpoint

specs_argument = click.argument("specs", nargs=-1, metavar="[SPEC]...", type=click.Path())

templates_option = click.option(
    "--templates",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Templates of your own, in place of ours. They are code: use none that you do not trust.",
)

_CHOICES: tuple[Callable[[Any], Any], ...] = (
    click.option("--stream", is_flag=True, help="The program that prints a streamed answer as it arrives."),
    click.option("--server", default="", metavar="NAME|URL", help="One of the spec's servers, or a base address."),
    click.option("--example", default="", metavar="NAME", help="One of the spec's named examples."),
    click.option(
        "--set",
        "sets",
        multiple=True,
        metavar="PATH=VALUE",
        help="Change a parameter, such as model=QwQ-32B or messages[0].content=Hi (repeat at will).",
    ),
    click.option("--locale", default="en", show_default=True, help="Language of titles and comments: en, zh, …"),
    templates_option,
)


def choice_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that make up `Choices`, and --locale and --templates."""
    for option in reversed(_CHOICES):
        command = option(command)
    return command


def lang_option(text: str) -> Callable[..., Any]:
    metavar = "LANG[/CLIENT],..."
    return click.option("--lang", "-l", default="", metavar=metavar, shell_complete=_complete_lang, help=text)


def _complete_lang(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str | CompletionItem]:  # noqa: ARG001
    before, comma, word = incomplete.rpartition(",")
    languages = Languages()
    words = [*languages.ids, *(target.id for target in languages.all() if "/" in word)]
    return [before + comma + one for one in words if one.startswith(word)]


def languages(folder: Path | None) -> Languages:
    return Languages(folder)


def select(words: str, folder: Path | None) -> list[Target]:
    """The targets that --lang names, in that order.

    Raises:
        UnknownTarget: a word that names none, or no word at all.
    """
    found = languages(folder).select(words)
    if not found:
        raise UnknownTarget(f'--lang "{words}" names no language (snippetgen targets lists them)')
    return found


def choices(options: dict[str, Any]) -> Choices:
    return Choices(**{name: options[name] for name in Choices._fields})


def read(file: str) -> tuple[str, str, str]:
    """The text of a spec, what to call it in messages, and the endpoint's name; `-` is standard input.

    Raises:
        SpecError: it cannot be read.
    """
    if file == files.STDIN:
        return spec.decode(sys.stdin.buffer.read(), "<stdin>"), "<stdin>", "request"
    return spec.read(file), file, Path(file).stem


def load(words: Sequence[str]) -> list[Endpoint]:
    """The endpoints of the specs that the words name.

    Raises:
        FileError: a word that names no file.
        SpecError: the mistakes of all of them.
    """
    endpoints, failures = [], []
    for file in files.spec_files(words):
        try:
            endpoints.append(spec.loads(*read(file)))
        except SpecError as error:
            failures.append(error)
    if len(failures) == 1:
        raise failures[0]
    if failures:
        mistakes = [mistake for failure in failures for mistake in failure.mistakes]
        texts = [str(failure) for failure in failures if not failure.mistakes]
        raise SpecError(mistakes) if not texts else SpecError("\n".join([*texts, *map(str, sorted(mistakes))]))
    return endpoints


def note(text: str) -> None:
    """A line on standard error."""
    click.echo(text, err=True)
