"""Endpoints as users name them: spec files, and whatever the importers read."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from snippetgen import spec
from snippetgen.basics import files
from snippetgen.cli import common, complete, hints
from snippetgen.errors import FileError, SnippetgenError, SpecError, together
from snippetgen.spec.format import ENV_NAME
from snippetgen.spec.recognise import as_request, has_title, is_curl, is_spec, no_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from snippetgen.importers.model import Entry, Options
    from snippetgen.importers.notes import Note
    from snippetgen.spec import Endpoint

argument = common.specs_argument


def _members(context: click.Context, param: click.Parameter, value: bool) -> bool:
    """Refuse --all-members beside --required-only, whichever comes first."""
    seen = context.meta.setdefault("snippetgen.members", set())
    seen |= {param.name} if value else set()
    if len(seen) > 1:
        raise click.UsageError("Give --required-only or --all-members, not both.")
    return value


def _env(_: click.Context, __: click.Parameter, value: str) -> str:
    if value and not re.fullmatch(ENV_NAME, value):
        raise click.BadParameter(f'"{value}" is not the name of an environment variable (write API_KEY)')
    return value


IMPORT_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    click.option("--required-only", is_flag=True, callback=_members, help="OpenAPI: send only what is required."),
    click.option(
        "--all-members", is_flag=True, callback=_members, help="OpenAPI: send every member that a body may have."
    ),
    click.option(
        "--auth", default="", metavar="NAME", help="OpenAPI: the security scheme to use, where several are possible."
    ),
    click.option(
        "--env", default="", metavar="NAME", callback=_env, help="The environment variable to read the key from."
    ),
)
"""The options that say what is sent; `import_options` reads them."""


def sending(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `IMPORT_OPTIONS` alone."""
    for option in reversed(IMPORT_OPTIONS):
        command = option(command)
    return command


def import_options(chosen: dict[str, Any], *, fields: bool) -> Options:
    """The importers' options from those of a command."""
    from snippetgen import importers  # noqa: PLC0415

    return importers.Options.of(chosen)._replace(fields=fields)


_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    click.option(
        "--operation",
        "operations",
        multiple=True,
        metavar="NAME",
        shell_complete=complete.operations,
        help="OpenAPI, HAR, Postman: the operationId, or 'POST /pets' (can be repeated).",
    ),
    click.option(
        "--tag", "tags", multiple=True, metavar="TAG", help="Only operations with this tag, or in this folder."
    ),
    click.option(
        "--match", "match", multiple=True, metavar="GLOB", help="Only operations whose name matches: 'repos/*'."
    ),
    click.option(
        "--content-type", default="", metavar="TYPE", help="The Content-Type of the body, if there are several."
    ),
    click.option("--keep-secrets", is_flag=True, help="Keep keys and passwords from the source as they are."),
    *IMPORT_OPTIONS,
)


_SINGULAR = {"operations": "operation", "tags": "tag"}
_KEYS = ("operations", "tags", "match", "content_type", "keep_secrets", "required_only", "all_members", "auth", "env")


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that select endpoints of a foreign source, and say how to import them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


class Pending(NamedTuple):
    """An endpoint that may not have been read yet.

    Attributes:
        file: the file that contains it, as the user named it.
        read: reads the endpoint; raises Refused or SpecError if it cannot be imported.
        label: its label in a foreign source; empty for a spec.
    """

    file: str
    read: Callable[[], Endpoint]
    label: str = ""


def load(words: Sequence[str], chosen: dict[str, Any], *, fields: bool = False) -> list[Endpoint]:
    """The endpoints that the words name; refusals to import one are printed on standard error.

    Args:
        chosen: the values of `options`.
        fields: whether to import the descriptions of members of bodies and answers, which programs do not need.

    Raises:
        FileError: a word names no file.
        SpecError: spec files have mistakes (all of them at once), or a foreign source is broken or lacks an operation.
        Refused: none of the endpoints can be imported.
    """
    waiting = pending(words, chosen, fields=fields)
    found, refused = [], []
    for one in waiting:
        try:
            found.append(one.read())
        except SnippetgenError as error:
            if len(waiting) == 1:
                raise
            refused.append(f"{one.file}: {one.label}: {error}")
    common.refusals(refused, nothing_else=not found)
    return found


def pending(words: Sequence[str], chosen: dict[str, Any], *, fields: bool = False) -> list[Pending]:
    """The endpoints that words name, in that order; those of a foreign source are read when they are asked for.

    Raises:
        FileError: a word names no file.
        SpecError: spec files have mistakes (all of them at once), or a foreign source is broken or lacks an operation.
    """
    result: list[Pending] = []
    failures: list[SpecError] = []
    foreign = False
    for file in files_of(words):
        try:
            text, name, stem = text_of(file)
            if is_spec(text):
                endpoint = spec.loads(text, name, stem)
                result.append(Pending(name, partial(_same, endpoint)))
            else:
                _, entries = _open(text, name, chosen, fields=fields)
                alone = len(entries) == 1
                result += [Pending(name, partial(_read, one, name, tell=alone), one.labels[0]) for one in entries]
                foreign = True
        except SpecError as error:
            failures.append(error)
    if failures:
        raise together(failures)
    if not foreign and any(chosen[key] for key in _KEYS):
        *some, last = (f"--{_SINGULAR.get(key, key).replace('_', '-')}" for key in _KEYS)
        what = f"{', '.join(some)} and {last}"
        raise click.UsageError(f"{what} are for OpenAPI, curl, HAR and Postman; a spec file is one endpoint.")
    return result


def _same(endpoint: Endpoint) -> Endpoint:
    return endpoint


def files_of(words: Sequence[str]) -> list[str]:
    """The files that words name, each once; a curl command or an address stands for itself. Without words: ./specs.

    Raises:
        FileError: there is no such file.
    """
    return list(dict.fromkeys(one for word in hints.joined(words) or [""] for one in _files(word)))


def _files(word: str) -> list[str]:
    if reason := no_source(word):
        raise FileError(reason)
    return [word] if as_request(word) else files.spec_files([word] if word else [])


def text_of(word: str) -> tuple[str, str, str]:
    """The text that a word names, what to call it in messages, and the endpoint's name."""
    request = as_request(word)
    return (request, "<curl>" if is_curl(request) else "<request>", "request") if request else common.read(word)


class Open(NamedTuple):
    """A foreign source, and the selected entries of it."""

    file: str
    entries: list[Entry]


def open_external(words: Sequence[str], chosen: dict[str, Any]) -> list[Open]:
    """The foreign sources that the words name.

    Raises:
        FileError: a word names no file.
        SpecError: a source is already a spec, is broken, or lacks an operation.
    """
    result = []
    for file in files_of(words):
        text, name, _ = text_of(file)
        if has_title(text) and is_spec(text):
            raise SpecError(f"{name}: is already a snippetgen spec (render, run and export read it as it is)")
        result.append(_open(text, name, chosen, fields=True))
    return result


def _open(text: str, file: str, chosen: dict[str, Any], *, fields: bool) -> Open:
    from snippetgen import importers  # noqa: PLC0415

    source = importers.open_source(text, file, import_options(chosen, fields=fields))
    report(file, (("", one) for one in source.notes))
    choice = importers.Selection(chosen["operations"], chosen["tags"], chosen["match"])
    entries = importers.select(source, choice)
    if not entries:
        raise SpecError(f"{file}: contains no operations ({source.kind})")
    return Open(file, entries)


def _read(entry: Entry, file: str, *, tell: bool) -> Endpoint:
    """Import an endpoint; with `tell`, also print the notes on it (`import` prints the notes on all)."""
    found = entry.read()
    if tell:
        report(file, (("", one) for one in found.notes))
    return found.endpoint()


def report(file: str, told: Iterable[tuple[str, Note]]) -> None:
    """Print notes on standard error, each with its endpoint's label; what several endpoints share is one line."""
    from snippetgen.importers.notes import gathered  # noqa: PLC0415

    for line in gathered((label, _with_hint(note)) for label, note in told):
        common.note(f"{file}: note: {line}")


def _with_hint(note: Note) -> Note:
    option = note.place.partition(" ")[0]
    hint = hints.instead(option)
    return note._replace(place=option, text=hint) if hint else note
