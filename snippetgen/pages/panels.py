"""The targets on a page: how to install, save and run each program, and its output."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from snippetgen.data import jsontext, paths
from snippetgen.data.jsontext import dumps, lines
from snippetgen.errors import Refused
from snippetgen.http import NO_BODY
from snippetgen.pages.answers import example
from snippetgen.pages.model import Code, Panel, PanelProgram
from snippetgen.rendering import programs
from snippetgen.rendering.render import command_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from snippetgen.languages import Target
    from snippetgen.rendering.render import Commands
    from snippetgen.request.choices import Choices
    from snippetgen.spec import Endpoint, Stream


def panels(endpoint: Endpoint, targets: Sequence[Target], choices: Choices, locale: str) -> tuple[Panel, ...]:
    """A panel for each target, with the streamed program if the endpoint streams.

    Raises:
        Refused: no target can send the request; the text has the reason of each target.
        SpecError, TemplateError: as for `programs.programs`.
    """
    plain = list(programs.programs([endpoint], targets, choices._replace(stream=False), locale))
    if all(one.snippet is None for one in plain):
        raise Refused("\n".join(f"{endpoint.file}: {one.target.id}: {one.refused}" for one in plain))
    streamed: Iterable[programs.Program | None] = [None] * len(plain)
    if endpoint.stream:
        streamed = programs.programs([endpoint], targets, choices._replace(stream=True), locale)
    languages = Counter(target.language.id for target in targets)
    return tuple(
        _panel(one, other, several=languages[one.target.language.id] > 1)
        for one, other in zip(plain, streamed, strict=True)
    )


def _panel(plain: programs.Program, streamed: programs.Program | None, *, several: bool) -> Panel:
    target = plain.target
    language, client = target.language.facts["title"], target.facts["title"]
    return Panel(
        id=re.sub(r"[^A-Za-z0-9]+", "-", target.id),
        title=f"{language} ({client})" if several else language,
        language=language,
        client=client,
        url=target.facts["url"],
        program=_program(plain, _output(plain)),
        refused=plain.refused,
        stream=_program(streamed, _streamed_output(streamed)) if streamed else None,
        stream_refused=streamed.refused if streamed else "",
    )


def _program(made: programs.Program, prints: Code | None) -> PanelProgram | None:
    snippet = made.snippet
    if snippet is None:
        return None
    return PanelProgram(
        code=Code(snippet.text.rstrip("\n"), made.target.language.facts["highlight"]),
        filename=snippet.filename,
        install=_commands(snippet.install) if snippet.install else None,
        run=_commands([*snippet.build, *snippet.run]),
        env=snippet.env,
        prints=prints,
    )


def _commands(commands: Commands) -> Code:
    return Code("\n".join(map(command_line, commands)), "sh")


def _output(made: programs.Program) -> Code | None:
    """The output of a program for the example answer; None if the spec has no example."""
    endpoint = made.endpoint
    answer = endpoint.answer
    if not endpoint.responses:
        return None
    if endpoint.method == "HEAD":
        return Code("\n".join(f"{name}: {value}" for name, value in answer.headers.items())) if answer.headers else None
    if answer.status in NO_BODY:
        return Code("")
    if endpoint.result is None or not made.target.fact("reads_json"):
        whole = example(answer)
        return Code(answer.example.rstrip("\r\n"), whole.lexer) if whole else None
    return _result(endpoint)


def _result(endpoint: Endpoint) -> Code | None:
    """The value at the path `result` of the example: a text as it is, any other value as JSON."""
    try:
        value = paths.get(jsontext.parse_exact(endpoint.answer.example), paths.parse(endpoint.result or ""))
    except (ValueError, LookupError):  # JSON that this page cannot show exactly is not shown
        return None
    return Code(value.rstrip("\n")) if isinstance(value, str) else Code("\n".join(lines(value)), "json")


def _streamed_output(made: programs.Program) -> Code | None:
    """The output of a streamed program: the pieces of text one after the other, or the events as lines."""
    stream = made.endpoint.stream
    if stream is None:
        return None
    if stream.delta is None or not made.target.fact("reads_json"):
        return Code("\n".join(stream.example))
    return Code("".join(_piece(data, stream) for data in stream.example).rstrip("\n"))


def _piece(data: str, stream: Stream) -> str:
    try:
        value = paths.get(jsontext.parse_exact(data), paths.parse(stream.delta or ""))
    except (ValueError, LookupError):
        return ""
    return value if isinstance(value, str) else "" if value is None else dumps(value)
