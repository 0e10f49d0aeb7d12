"""Options and helpers that several commands share."""

from __future__ import annotations

import os
import re
import sys
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from snippetgen import spec
from snippetgen.basics import files
from snippetgen.cli import complete
from snippetgen.errors import CONTROLS, Refused, UnknownTarget, on_one_line, without_controls
from snippetgen.languages import Languages
from snippetgen.rendering.look import INDENTS, Look
from snippetgen.request.choices import Choices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from click.shell_completion import CompletionItem

    from snippetgen.languages import Target
T = TypeVar("T")

specs_argument = click.argument("specs", nargs=-1, metavar="[SPEC]...", type=click.Path())

templates_option = click.option(
    "--templates",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Your own templates, instead of the built-in ones. They are code: use only templates you trust.",
)

_CHOICES: tuple[Callable[[Any], Any], ...] = (
    click.option("--stream", is_flag=True, help="The program that prints a streamed response as it arrives."),
    click.option(
        "--server",
        default="",
        metavar="NAME|URL",
        shell_complete=complete.servers,
        help="One of the spec's servers, or a base address.",
    ),
    click.option(
        "--example",
        default="",
        metavar="NAME",
        shell_complete=complete.examples,
        help="One of the spec's named examples.",
    ),
    click.option(
        "--set",
        "sets",
        multiple=True,
        metavar="PATH=VALUE",
        help="Change a parameter, such as model=QwQ-32B or messages[0].content=Hi; path.id and body.id where both have"
        " id (can be repeated).",
    ),
    click.option(
        "--set-new",
        "new_sets",
        multiple=True,
        metavar="PATH=VALUE",
        help="Like --set, for what the spec does not describe: a member of the body, query.NAME, header.NAME.",
    ),
    click.option(
        "--locale",
        default="en",
        show_default=True,
        shell_complete=complete.locales,
        help="Language of titles and comments: en, zh, …",
    ),
)


_TIMEOUT = click.option(
    "--timeout",
    type=click.IntRange(1),
    metavar="S",
    help="Seconds that a program waits, instead of the spec's.",
)

_LOOK: tuple[Callable[[Any], Any], ...] = (
    click.option(
        "--indent",
        type=click.Choice(INDENTS),
        metavar="N|tab",
        help="The width of indentation: 1 to 8 columns, or tab (default: what is usual in the language).",
    ),
    click.option(
        "--no-header",
        "header",
        is_flag=True,
        default=True,
        flag_value=False,
        help="Leave out the title and how to install and run it.",
    ),
    click.option(
        "--comments/--no-comments",
        default=None,
        help="Write a short comment above each step (default: in tutorials alone).",
    ),
)


def request_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that make up `Choices`, and --locale."""
    for option in reversed(_CHOICES):
        command = option(command)
    return command


def choice_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that make up `Choices`, --locale, --timeout and --templates."""
    return request_options(_TIMEOUT(templates_option(command)))


def look_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that make up `Look`."""
    for option in reversed(_LOOK):
        command = option(command)
    return command


def look(options: dict[str, Any], *, comments: bool = False) -> Look:
    """The user's choices about the text of programs; `comments` is what holds where the user says nothing of them."""
    said = options["comments"]
    return Look(options["indent"] or "", options["header"], comments if said is None else said)


def lang_option(text: str) -> Callable[..., Any]:
    names, metavar = ("--lang", "--target", "-l", "lang"), "LANG[/CLIENT],..."
    return click.option(*names, default="", metavar=metavar, shell_complete=_complete_lang, help=text)


def _complete_lang(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str | CompletionItem]:  # noqa: ARG001
    before, comma, word = incomplete.rpartition(",")
    languages = Languages()
    words = [*languages.ids, *(target.id for target in languages.all() if "/" in word)]
    return [before + comma + one for one in words if one.startswith(word)]


format_option = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="Plain text, or JSON."
)


def print_json(data: Any) -> None:
    """Print plain data, or all items of an iterator, as JSON, with control characters as escapes."""
    import json  # noqa: PLC0415 - few ask for it

    shown = data if isinstance(data, dict | list) else list(data)
    click.echo(CONTROLS.sub(lambda char: f"\\u{ord(char[0]):04x}", json.dumps(shown, ensure_ascii=False, indent=2)))


def languages(folder: Path | None) -> Languages:
    return Languages(folder)


def select(words: str, folder: Path | None) -> list[Target]:
    """The targets that --lang names, in the order given.

    Raises:
        UnknownTarget: a word names no target, or there is no word at all.
    """
    found = languages(folder).select(words)
    if not found:
        raise UnknownTarget(f'--lang "{words}" does not name a language (snippetgen targets lists them)')
    return found


def choices(options: dict[str, Any]) -> Choices:
    given = {name: options[name] for name in Choices._fields if options.get(name) is not None}
    return Choices(**given)


def read(file: str) -> tuple[str, str, str]:
    """The text of a spec, its name in messages, and the endpoint's name; `-` is standard input.

    Raises:
        SpecError: the file cannot be read.
    """
    if file == files.STDIN:
        return spec.decode(sys.stdin.buffer.read(), "<stdin>"), "<stdin>", "request"
    return spec.read(file), file, Path(file).stem


def progress(tasks: Sequence[T], label: str) -> AbstractContextManager[Iterable[T]]:
    """A context that iterates over tasks, with a progress bar on standard error if that is a terminal."""
    shown = len(tasks) > 1 and sys.stderr.isatty()
    return click.progressbar(tasks, label=label, file=sys.stderr, show_pos=True) if shown else nullcontext(tasks)


def refusals(lines: Sequence[str], *, nothing_else: bool) -> None:
    """Print the refusals on standard error; raises Refused with them if there is `nothing_else`."""
    if lines and nothing_else:
        raise Refused("\n".join(lines))
    for line in lines:
        note(f"refused: {line}")


def note(text: str) -> None:
    """Print a line on standard error; line breaks and control characters in it are shown as escapes."""
    message(on_one_line(text))


def message(text: str, *, err: bool = True) -> None:
    """Print lines, on standard error unless told otherwise; control characters in them are shown as escapes.

    On GitHub Actions, a line that begins like a workflow command is no command: texts of files may hold such lines.

    https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#stopping-and-starting-workflow-commands
    """
    shown = without_controls(text)
    if not _COMMAND.search(shown) or os.environ.get("GITHUB_ACTIONS") != "true":
        click.echo(shown, err=err)
        return
    with without_commands(err=err):
        click.echo(shown, err=err)


_COMMAND = re.compile(r"(?m)^\s*::|##\[")


@contextmanager
def without_commands(*, err: bool = False) -> Iterator[None]:
    """A context in which GitHub Actions reads no workflow commands from our output."""
    from secrets import token_hex  # noqa: PLC0415 - only CI needs it

    token = token_hex()
    click.echo(f"::stop-commands::{token}", err=err)
    yield
    click.echo(f"::{token}::", err=err)
