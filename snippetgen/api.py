"""The library: what the command line does, for programs in Python (docs/library.md).

Names and attributes here are stable: they change as Semantic Versioning says. What is in other modules may change with
every release. Nothing here prints or exits; every error that a user can cause is a `SnippetgenError`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from snippetgen import importers, languages, spec
from snippetgen.data import schema
from snippetgen.errors import (
    FileError,
    Problem,
    Refused,
    RunError,
    SnippetgenError,
    SpecError,
    TemplateError,
    UnknownTarget,
    problems,
)
from snippetgen.importers.check import check
from snippetgen.rendering import locales, programs
from snippetgen.rendering.look import INDENTS, Look
from snippetgen.request.choices import Choices
from snippetgen.spec.recognise import as_request, is_curl, is_spec, no_source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from snippetgen.importers.model import Entry

__all__ = [
    "Commands", "Endpoint", "Failure", "FileError", "Problem", "Refused", "RunError", "Snippet", "SnippetgenError",
    "SpecError", "Target", "TemplateError", "UnknownTarget", "Verdict", "load", "operations", "render", "targets",
    "validate", "verify",
]  # fmt: skip

Commands = tuple[tuple[str, ...], ...]
"""Commands, each a tuple of arguments, as `subprocess.run` takes them."""

Changes = Mapping[str, Any] | Iterable[str]
"""Path -> JSON value; or texts PATH=VALUE, as the command line takes them."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A ready-to-run program.

    Attributes:
        text: the whole of it, with a line break at its end; or the part that was asked for.
        filename: what its file must be called.
        install, build, run: commands.
        env: names of the environment variables that it reads.
        notes: what an importer changed or could not keep.
        target: the id of its target, such as ``java/okhttp``.
        highlight: the name of its language for Pygments, Prism, Shiki and highlight.js.
    """

    text: str
    filename: str
    install: Commands
    build: Commands
    run: Commands
    env: tuple[str, ...]
    notes: tuple[str, ...]
    target: str
    highlight: str


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An endpoint that was read; it can be rendered many times.

    Attributes:
        name: what its programs are named after.
        file: where it was read from, as messages name it.
        title: in English, else in any locale.
        method: such as POST.
        servers, examples, locales: what `render` takes.
        streams: whether it has a streamed program.
        env: names of the environment variables that its programs read.
        notes: what an importer changed or could not keep.
    """

    name: str
    file: str
    title: str
    method: str
    servers: tuple[str, ...]
    examples: tuple[str, ...]
    locales: tuple[str, ...]
    streams: bool
    env: tuple[str, ...]
    notes: tuple[str, ...]
    _spec: spec.Endpoint = field(repr=False)


@dataclass(frozen=True, slots=True)
class Target:
    """A language and a client.

    Attributes:
        id: such as ``java/okhttp``.
        title: such as ``Java (OkHttp)``.
        aliases: other names of the language, for its default client.
        default: whether the language's name alone means this client.
        level: executed, parsed or rendered: how its programs are verified.
    """

    id: str
    language: str
    client: str
    title: str
    aliases: tuple[str, ...]
    default: bool
    level: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A law (1 to 7) that a program broke, and how."""

    law: int
    stream: bool
    text: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `verify` found about one target.

    Attributes:
        programs: how many were judged, plain and streamed.
        judged: law (1 to 7) -> of how many programs it was judged.
        failures: the laws that were broken.
        refused: why the target cannot send the request; empty if it can.
        not_executed: which toolchain is missing; empty if none is.
    """

    target: str
    programs: int
    judged: Mapping[int, int]
    failures: tuple[Failure, ...]
    refused: str
    not_executed: str

    @property
    def ok(self) -> bool:
        """Whether programs were judged, and broke no law."""
        return self.programs > 0 and not self.failures


Source = str | Path | Endpoint
"""A path; the text of a spec, an OpenAPI description, a HAR, a Postman collection; a curl command; an `Endpoint`."""


def load(
    source: Source,
    *,
    operation: str = "",
    content_type: str = "",
    keep_secrets: bool = False,
    required_only: bool = False,
    all_members: bool = False,
    auth: str = "",
    env: str = "",
) -> Endpoint:
    """Read one endpoint.

    Args:
        operation: which endpoint of a source with several: an operationId, or ``POST /pets``.
        content_type, keep_secrets, required_only, all_members, auth, env: as the options of `snippetgen render` with
            these names; for sources other than specs.

    Raises:
        FileError: there is no such file.
        SpecError: the source is wrong, has no such operation, or has several and `operation` is empty.
        Refused: the operation cannot be sent by programs.
    """
    if isinstance(source, Endpoint):
        return source
    options = importers.Options(content_type, keep_secrets, required_only, True, all_members, auth, env)
    text, file, name = _text(source)
    if is_spec(text):
        if operation or options != importers.Options():
            what = "operation=, auth= and the like are for OpenAPI, curl, HAR and Postman"
            raise SpecError(f"{file}: a spec is one endpoint, and says it all; {what}")
        return _endpoint(spec.loads(text, file, name), ())
    entries, told = _entries(text, file, operation, options)
    if len(entries) != 1:
        names = ", ".join(one.labels[0] for one in entries[:12]) + (", …" if entries[12:] else "")
        raise SpecError(f"{file}: contains {len(entries)} operations (choose one with operation=: {names})")
    found = entries[0].read()
    return _endpoint(found.endpoint(), (*told, *map(str, found.notes)))


def operations(source: str | Path) -> list[str]:
    """What `load` takes as `operation`, for each endpoint of a source, in order; the name of a spec.

    Raises:
        FileError, SpecError: as `load`.
    """
    text, file, name = _text(source)
    return [name] if is_spec(text) else [one.labels[0] for one in _entries(text, file, "", importers.Options())[0]]


def render(
    source: Source,
    target: str = "python",
    *,
    stream: bool = False,
    operation: str = "",
    server: str = "",
    example: str = "",
    set: Changes = (),  # noqa: A002 - as the option is called
    set_new: Changes = (),
    timeout: int = 0,
    locale: str = "en",
    indent: int | str = "",
    header: bool = True,
    comments: bool = False,
    part: str = "program",
    templates: str | Path | None = None,
) -> Snippet:
    """The program that sends an endpoint's request.

    Args:
        target: a language, or a language and a client, such as ``java/okhttp`` (see `targets`).
        stream: the program that prints a streamed response as it arrives.
        operation: as for `load`.
        server: one of the endpoint's servers, or a base address.
        example: one of its examples.
        set: changes of what the endpoint describes.
        set_new: changes that may add what it does not describe.
        timeout: in seconds, instead of the endpoint's.
        locale: the language of title and comments, in any form (``zh``, ``zh_CN``).
        indent: the width of indentation, 1 to 8 or ``tab``, instead of what is usual in the language.
        header: whether the program begins with its title, how to install and how to run it.
        comments: whether each of its steps has a short comment above it.
        part: ``program``; ``request`` for no header, class or main function; ``call`` for the statements that send it.
        templates: a folder with your own templates; they are code.

    Raises:
        UnknownTarget: there is no such language or client, or it is not one.
        Refused: the target cannot send this request; the text says why.
        SpecError: the source is wrong, or has no such server, example, parameter or locale.
        FileError, TemplateError: a file is not there, or a template is wrong.
    """
    endpoint = load(source, operation=operation)
    if str(indent) not in ("", *INDENTS):
        raise SpecError(f'indent="{indent}": must be 1 to 8, or tab')
    if timeout < 0:
        raise SpecError(f"timeout={timeout}: must be a number of seconds")
    choices = Choices(server, example, _changes(set), stream, timeout, _changes(set_new))
    look = Look(str(indent), header, comments)
    known = locales.resolve(locale, endpoint._spec)  # noqa: SLF001 - it is ours
    (made,) = programs.programs([endpoint._spec], [_target(target, templates)], choices, known, look)  # noqa: SLF001
    if made.snippet is None:
        raise Refused(f"{made.target.id}: {made.refused}")
    one, highlight = made.snippet, str(made.target.language.facts["highlight"])
    return Snippet(
        text=one.part(part),
        filename=one.filename,
        install=_frozen(one.install),
        build=_frozen(one.build),
        run=_frozen(one.run),
        env=one.env,
        notes=endpoint.notes,
        target=made.target.id,
        highlight=highlight,
    )


def targets(templates: str | Path | None = None) -> list[Target]:
    """All targets, by language; the default client of each first. Raises LanguageError if a folder is wrong."""
    found = languages.Languages(Path(templates) if templates else None).all()
    return [
        Target(
            id=one.id,
            language=one.language.id,
            client=one.client,
            title=languages.as_json(one)["title"],
            aliases=tuple(one.language.facts["aliases"]) if one.is_default else (),
            default=one.is_default,
            level=languages.level(one),
        )
        for one in found
    ]


def validate(source: str | Path) -> list[Problem]:
    """Every mistake in a spec (severity ``error``), and what looks wrong (``warning``); none in a sound spec.

    Of other sources, what programs cannot send (``warning``; ``error`` if nothing can be), or not as it is (``note``).

    Raises:
        FileError: there is no such file.
    """
    try:
        text, file, name = _text(source)
    except SpecError as error:  # not UTF-8
        return problems(error)
    return check(text, file, name).problems


def verify(
    source: Source,
    target: str = "python",
    *,
    laws: Iterable[int] = range(1, 8),
    offline: bool = False,
    fresh: bool = True,
) -> Verdict:
    """Build and run an endpoint's programs against a mock on this machine, and judge the seven laws.

    It needs ``pip install 'snippetgen[verify]'`` and the toolchain of the language, and may take a minute.

    Args:
        offline: use only environments that are there already.
        fresh: run what is unchanged since it was proven, too.

    Raises:
        RunError: an environment could not be made, or a library is missing.
        FileError, SpecError, UnknownTarget: as `render`.
    """
    from snippetgen import verify as judge  # noqa: PLC0415 - few need it, and it takes its time

    options = judge.Options(frozenset(laws), offline=offline, proofs=judge.Proofs(fresh=fresh))
    (row,) = judge.verify([load(source)._spec], [_target(target, None)], options)  # noqa: SLF001
    failures = tuple(Failure(one.law, one.stream, one.text) for one in row.failures)
    refused = "; ".join(dict.fromkeys(row.refused.values()))
    return Verdict(row.target.id, row.programs, dict(row.judged), failures, refused, row.not_executed)


def _text(source: str | Path) -> tuple[str, str, str]:
    """The text of a source, what messages call it, and the name of its endpoint."""
    if isinstance(source, str):
        if reason := no_source(source):
            raise FileError(reason)
        if command := as_request(source):
            return command, "<curl>" if is_curl(command) else "<request>", "request"
        if "\n" in source or source.lstrip()[:1] == "{":
            return source, "<text>", "request"
    path = Path(source)
    try:
        return spec.decode(path.read_bytes(), str(path)), str(path), path.stem
    except OSError as error:
        raise FileError(f"{path}: cannot be read: {error.strerror}") from None


def _entries(
    text: str, file: str, operation: str, options: importers.Options
) -> tuple[Sequence[Entry], tuple[str, ...]]:
    """The entries of a foreign source that `operation` names (all, if it is empty), and the notes on the source."""
    opened = importers.open_source(text, file, options)
    chosen = importers.Selection((operation,) if operation else ())
    return importers.select(opened, chosen), tuple(map(str, opened.notes))


def _endpoint(found: spec.Endpoint, notes: tuple[str, ...]) -> Endpoint:
    return Endpoint(
        name=found.name,
        file=found.file,
        title=found.title.text(),
        method=found.method,
        servers=tuple(found.servers),
        examples=tuple(found.examples),
        locales=tuple(locales.of(found)),
        streams=found.stream is not None,
        env=Choices().request(found).env,
        notes=notes,
        _spec=found,
    )


def _target(word: str, templates: str | Path | None) -> languages.Target:
    found = languages.Languages(Path(templates) if templates else None).select(word)
    if len(found) != 1:
        raise UnknownTarget(f'target="{word}": must name one language, or one client such as java/okhttp')
    return found[0]


def _frozen(commands: list[list[str]]) -> Commands:
    return tuple(map(tuple, commands))


def _changes(given: Changes) -> tuple[str | tuple[str, Any], ...]:
    """Changes as `Choices` takes them; numbers of Python become numbers as JSON writes them."""
    if not isinstance(given, Mapping):
        return tuple(given)
    return tuple((path, schema.read(json.dumps(value), path, schema.ANY)[0]) for path, value in given.items())
