"""The targets on a page: how to install, save and run each program, and its output."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING

from snippetgen.data import jsontext, paths
from snippetgen.data.jsontext import lines
from snippetgen.errors import Refused
from snippetgen.http import NO_BODY
from snippetgen.pages.answers import example
from snippetgen.pages.model import Code, LanguagePanel, Panel, PanelProgram
from snippetgen.pages.setup import client_commands, commands, language_panel, tools, windows_commands
from snippetgen.rendering import programs
from snippetgen.rendering.look import USUAL, Look

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from snippetgen.languages import Target
    from snippetgen.request.choices import Choices
    from snippetgen.spec import Endpoint


def panels(
    endpoint: Endpoint, targets: Sequence[Target], choices: Choices, locale: str, look: Look = USUAL
) -> tuple[Panel, ...]:
    """A panel for each target, with the streamed program if the endpoint streams.

    Raises:
        Refused: no target can send the request; the text has the reason of each target.
        SpecError, TemplateError: as for `programs.programs`.
    """
    plain = list(programs.programs([endpoint], targets, choices._replace(stream=False), locale, look))
    if all(one.snippet is None for one in plain):
        raise Refused("\n".join(f"{endpoint.file}: {one.target.id}: {one.refused}" for one in plain))
    streamed: Iterable[programs.Program | None] = [None] * len(plain)
    if endpoint.stream:
        streamed = programs.programs([endpoint], targets, choices._replace(stream=True), locale, look)
    languages = Counter(target.language.id for target in targets)
    return tuple(
        _panel(one, other, several=languages[one.target.language.id] > 1)
        for one, other in zip(plain, streamed, strict=True)
    )


def languages(targets: Sequence[Target], made: Sequence[Panel]) -> tuple[LanguagePanel, ...]:
    """The panels of `panels`, grouped by language, in the order in which the languages come first."""
    found: dict[str, list[Panel]] = {}
    for target, panel in zip(targets, made, strict=True):
        found.setdefault(target.language.id, []).append(panel)
    by_id = {target.language.id: target.language for target in targets}
    return tuple(language_panel(by_id[name], group) for name, group in found.items())


def _panel(plain: programs.Program, streamed: programs.Program | None, *, several: bool) -> Panel:
    target = plain.target
    language, client = target.language.facts["title"], target.facts["title"]
    usual = f"{language} ({client})" if several else language
    return Panel(
        id=re.sub(r"[^A-Za-z0-9]+", "-", target.id),
        title=target.facts.get("label", usual),
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
    language = made.target.language
    install = client_commands(language, snippet.install)
    setup, run = language.facts["setup"], [*snippet.build, *snippet.run]
    is_like_linux = setup != "none" and setup["windows_terminal"] != "none"
    return PanelProgram(
        code=Code(snippet.text.rstrip("\n"), language.facts["highlight"]),
        filename=snippet.filename,
        install=commands(install) if install else None,
        run=commands(run) if run else None,
        env=snippet.env,
        prints=prints,
        windows=None if is_like_linux else windows_commands(run),
        tools=tools(install),
    )


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
        if whole and whole.lexer == "json" and _prints_python(made):
            return _python("", answer.example)
        return Code(answer.example.rstrip("\r\n"), whole.lexer) if whole else None
    return _result(made)


def _prints_python(made: programs.Program) -> bool:
    return bool(made.target.language.facts["prints_data"] == "python")


def _result(made: programs.Program) -> Code | None:
    """The value at the path `result` of the example: a text without the line breaks around it, other values as JSON."""
    endpoint = made.endpoint
    try:
        value = paths.get(jsontext.parse_exact(endpoint.answer.example), paths.parse(endpoint.result or ""))
    except (ValueError, LookupError):  # JSON that this page cannot show exactly is not shown
        return None
    if not isinstance(value, str) and _prints_python(made):
        return _python(endpoint.result or "", endpoint.answer.example)
    return Code(value.strip("\n")) if isinstance(value, str) else Code("\n".join(lines(value)), "json")


def _python(path: str, text: str) -> Code | None:
    """The value at a path of JSON text as Python prints it; None where there is none."""
    try:
        data = json.loads(text)
        return Code(str(paths.get(data, paths.parse(path)) if path else data), "python")
    except (ValueError, LookupError):
        return None


def _streamed_output(made: programs.Program) -> Code | None:
    """The output of a streamed program: the pieces of text one after the other, or the events as lines."""
    stream = made.endpoint.stream
    if stream is None:
        return None
    if made.target.excepts("stream-as-received"):  # comments, names and the word of the end, too
        return Code(b"".join(stream.pieces()).decode().rstrip("\n"))
    return Code("".join(stream.printed(stream.example, reads_json=made.target.fact("reads_json"))).strip("\n"))
