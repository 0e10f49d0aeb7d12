"""The command line: the only place that prints or exits. One file per command, imported when it is called.

A file here is named after its command, and contains it as `command`; the actual work is done in other packages.
"""

from __future__ import annotations

import atexit
import errno
import gc
import io
import os
import signal
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from snippetgen.basics.gcpause import paused

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


# An import makes modules, which stay: searching them for garbage took 15 % of a cold start.
with paused():
    import click

    from snippetgen import __version__
    from snippetgen.errors import SnippetgenError, SpecError, on_one_line, suggest

COMMANDS = {
    "render": "Print the programs of specs, or keep their files up to date.",
    "run": "Render, build and run one program.",
    "targets": "List languages and clients.",
    "validate": "Check specs, and report every mistake with its place.",
    "verify": "Verify programs by running them against the mock.",
    "mock": "Serve a spec's example responses on this machine.",
    "toolchains": "List the toolchains that programs need, or install them.",
    "new": "Write a first spec.",
    "import": "Convert OpenAPI, curl, HAR, Postman, … to specs.",
    "export": "Write requests as HAR, Postman, .http, curl or OpenAPI.",
    "inject": "Write programs into an OpenAPI document.",
    "embed": "Fill the markers of documents with programs.",
    "build": "Build everything a project's configuration declares.",
    "site": "Write a directory of endpoints as static files.",
    "serve": "Serve a directory with a console that sends requests.",
    "tutorial": "Print a beginner's tutorial, as Markdown or HTML.",
    "reference": "Print the reference page of an endpoint.",
    "schema": "Print the JSON Schema of the spec format.",
    "facts": "Print what templates see and languages answer.",
}
"""Command -> its line in `--help`, which does not import it."""

EPILOG = """\b
Shell completion, for the current shell (add the line to its start-up file):
  bash   eval "$(_SNIPPETGEN_COMPLETE=bash_source snippetgen)"
  zsh    eval "$(_SNIPPETGEN_COMPLETE=zsh_source snippetgen)"
  fish   _SNIPPETGEN_COMPLETE=fish_source snippetgen | source

\b
Exit codes: 0 success; 1 files differ (--check) or a law is broken (verify);
2 usage error, or a wrong spec or template. run: that of the program.
Colours are used on a terminal only, and never if NO_COLOR is set.
"""


_WORDS = "snippetgen.words"
"""The key of all words that the user typed, in click's own notes."""


class Failure(click.ClickException):
    """The user's mistake, as one message on standard error."""

    exit_code = 2

    def __init__(self, error: SnippetgenError) -> None:
        super().__init__(str(error))
        self.has_place = isinstance(error, SpecError) and bool(error.mistakes)

    def show(self, file: Any = None) -> None:  # noqa: ARG002 - click's own signature
        """Print the message; a mistake in a file begins with its place, so that editors recognise it."""
        from snippetgen.cli import common  # noqa: PLC0415 - commands have it, and --help needs it not

        common.message(self.message if self.has_place else f"Error: {self.message}")


def _shown(error: click.ClickException) -> click.ClickException:
    """An error of click, which may quote what a user typed, with control characters as escapes."""
    vars(error)["message"] = on_one_line(error.message)  # final, say its types
    return error


def _let_end(number: signal.Signals | None) -> None:
    """Let a signal end this process in good order, which removes its temporary folders, unless it is ignored."""
    if number is not None and signal.getsignal(number) == signal.SIG_DFL:
        signal.signal(number, _end)


def _end(number: int, _: object) -> None:
    raise SystemExit(128 + number)


class Main(click.Group):
    """Commands that are imported when they are called."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        if not args and kwargs.get("args") is None:
            atexit.register(gc.freeze)  # skips the last search for garbage: 10 ms
            for name in ("SIGTERM", "SIGHUP"):  # not every system has SIGHUP
                _let_end(getattr(signal, name, None))
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        ctx.color = False if os.environ.get("NO_COLOR") else None
        try:
            return super().invoke(ctx)
        except click.NoSuchOption as error:
            from snippetgen.cli import hints  # noqa: PLC0415 - only who errs waits for it

            raise _shown(hints.unknown_option(error, ctx.meta.get(_WORDS, ()))) from None
        except SnippetgenError as error:
            raise Failure(error) from None
        except click.ClickException as error:
            raise _shown(error) from None
        except OSError as error:
            if error.errno == errno.EPIPE:  # the reader of our output has closed the pipe; click ends quietly
                raise
            raise Failure(SnippetgenError(str(error))) from None

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        with paused():
            command: click.Command = import_module(f"snippetgen.cli.{cmd_name}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """The command that the user named; raises UsageError with a suggestion if it does not exist."""
        ctx.meta[_WORDS] = tuple(args)
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            ctx.fail(f'unknown command "{args[0]}" ({suggest(args[0], COMMANDS)})')
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - nobody else needs it

        words = [CompletionItem(name, help=text) for name, text in COMMANDS.items() if name.startswith(incomplete)]
        return [*words, *click.Command.shell_complete(self, ctx, incomplete)]


@click.group(cls=Main, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
@click.version_option(__version__, "-V", "--version", prog_name="snippetgen")
def main() -> None:
    """Ready-to-run API client programs, in every language, from a YAML spec.

    \b
    snippetgen new                                   write a first spec
    snippetgen render spec.yaml --lang java          print its Java program
    snippetgen render --all --out docs/examples      write every program
    snippetgen run spec.yaml --lang php --mock       run one, without a key
    snippetgen COMMAND --help                        explain a command
    """
