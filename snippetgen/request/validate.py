"""The full check of a spec: that of `spec.loads`, and that every request it describes can be built."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from snippetgen import spec
from snippetgen.errors import Mistake, Problem, SpecError, problems
from snippetgen.http import METHODS
from snippetgen.request import build
from snippetgen.request.tokens import has_env
from snippetgen.spec.load import loads_with_places

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from snippetgen.spec import Endpoint


def check(text: str, file: str, name: str) -> list[Problem]:
    """All that is wrong with the text of a spec, and what only looks wrong (severity ``warning``).

    Args:
        file, name: as for `validate`.
    """
    found = [Problem.of(one, "warning") for one in (*spec.suspicions(text, file), *_odd_methods(text, file))]
    try:
        endpoint = validate(text, file, name)
        found += [Problem.of(one, "warning") for one in _followed_keys(endpoint, text, file)]
    except SpecError as error:
        found += problems(error)
    return found


_FOLLOW = re.compile(r"""(?m)^["']?redirects["']?\s*:\s*(?P<word>["']?follow\b)""")


def _followed_keys(endpoint: Endpoint, text: str, file: str) -> Iterator[Mistake]:
    """Headers with a secret that go along wherever a redirect leads, where redirects must be followed."""
    match = _FOLLOW.search(text)
    if endpoint.redirects != "follow" or match is None:
        return
    what = "clients keep back Authorization and Cookie alone, and send this header to whatever server they are led to"
    for name, value in build.build(endpoint).headers:
        if has_env(value) and name.lower() not in ("authorization", "cookie"):
            yield _mistake(text, file, match.start("word"), "redirects", f"{name}: {what}")


def _mistake(text: str, file: str, at: int, path: str, what: str) -> Mistake:
    before = text[:at]
    return Mistake(file, before.count("\n") + 1, len(before) - before.rfind("\n"), path, what)


_METHOD = re.compile(r"""(?m)^["']?method["']?\s*:\s*["']?(?P<word>[A-Za-z]+)["']?[ \t]*(?:\#.*)?$""")


def _odd_methods(text: str, file: str) -> Iterator[Mistake]:
    """A usual method in lower case, which is a method of its own: case matters (RFC 9110, section 9.1)."""
    match = _METHOD.search(text)
    usual = match["word"].upper() if match else ""
    if match and usual in METHODS and usual != match["word"]:
        hint = f'"{match["word"]}" is a method of its own (did you mean "{usual}"?)'
        yield _mistake(text, file, match.start("word"), "method", hint)


def validate(text: str, file: str, name: str) -> Endpoint:
    """Check the text of a spec, and read it.

    Args:
        file: the name of the file, for messages.
        name: the name of the endpoint.

    Raises:
        SpecError: every mistake in the spec.
    """
    endpoint, report = loads_with_places(text, file, name)
    for path, choices in _choices(endpoint):
        try:
            build.build(endpoint, **choices)
        except SpecError as error:
            report.wrong(path, str(error).removeprefix(f"{file}: "))
    report.stop()
    return endpoint


def _choices(endpoint: Endpoint) -> Iterator[tuple[str, dict[str, Any]]]:
    """The key of the spec and the arguments of `build` for every choice that a user of the spec has."""
    for server in endpoint.servers:
        yield f"servers.{server}", {"server": server}
    for stream in (False, True) if endpoint.stream else (False,):
        yield "stream.set" if stream else "", {"stream": stream}
        for example in endpoint.examples:
            yield f"examples.{example}.set", {"example": example, "stream": stream}
