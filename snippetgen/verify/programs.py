"""What is judged and how, and what was found: the programs of a target, and its row in the table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from snippetgen.errors import Refused
from snippetgen.rendering.render import render
from snippetgen.request.build import build
from snippetgen.verify.covering import fewest, reached_data, reached_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from snippetgen.languages import Target
    from snippetgen.rendering.render import Snippet
    from snippetgen.spec import Endpoint
    from snippetgen.verify.case import Failure
    from snippetgen.verify.proofs import Proofs

LAWS = {1: "exact", 2: "answers", 3: "loud", 4: "secrets", 5: "streams", 6: "clean", 7: "harmless"}


@dataclass(slots=True)
class TargetResult:
    """The findings about one target.

    Attributes:
        programs: how many were judged.
        proven: how many of them were proven before, and not executed again.
        refused: spec -> why the target cannot make its request.
        not_executed: what is missing; empty when the target ran.
        notes: what could not be judged, and why.
        parsed: how many were read by a parser alone.
        left_out: how many programs were not chosen (see `Options.cover`).
        judged: law -> number of programs of which it was judged.
        failures: all of them.
        seconds: how long its programs were built and ran.
        found: its programs, once `programs_of` was asked for them.
    """

    target: Target
    programs: int = 0
    proven: int = 0
    refused: dict[str, str] = field(default_factory=dict)
    not_executed: str = ""
    notes: set[str] = field(default_factory=set)
    parsed: int = 0
    left_out: int = 0
    judged: dict[int, int] = field(default_factory=lambda: dict.fromkeys(LAWS, 0))
    failures: list[Failure] = field(default_factory=list)
    seconds: float = 0.0
    found: list[Program] | None = None

    def refuse(self, endpoint: Endpoint, stream: bool, refusal: Refused) -> None:
        self.refused[f"{endpoint.file}{' --stream' if stream else ''}"] = str(refusal)

    def broken(self, law: int) -> int:
        """Programs that broke a law."""
        return len({(one.spec, one.stream) for one in self.failures if one.law == law})


@dataclass(frozen=True, slots=True)
class Options:
    """How to verify.

    Attributes:
        laws: which to judge.
        jobs: how many programs at once.
        offline: never make an environment that is missing.
        sample: judge failures (law 3), HTTPS and compression of a target's first program of each kind, not of all:
            programs of one kind differ in their texts, and what texts can do is judged of all.
        cover: judge the fewest programs of a target that reach all that its specs reach (see `covering`).
        proofs: those of earlier runs, where what is unchanged need not be run again.
        until_broken: do not build a program for HTTPS that broke a law over HTTP: one is as good as another.
    """

    laws: frozenset[int] = frozenset(LAWS)
    jobs: int = 2
    offline: bool = False
    sample: bool = False
    cover: bool = False
    proofs: Proofs | None = None
    until_broken: bool = False


Program = tuple["Endpoint", bool, "Snippet"]


def programs_of(row: TargetResult, endpoints: Sequence[Endpoint], *, cover: bool) -> list[Program]:
    """The programs of a target, plain and streamed, in which all are chosen or the fewest that `cover` all that they
    reach; a request that the target refuses is noted in its row. They are rendered once.
    """
    if row.found is None:
        row.found = _rendered(row, endpoints, cover)
    return row.found


def _rendered(row: TargetResult, endpoints: Sequence[Endpoint], cover: bool) -> list[Program]:
    found, reached = [], []
    for endpoint in endpoints:
        for stream in (False, True) if endpoint.stream else (False,):
            request = build(endpoint, stream=stream)
            try:
                with reached_lines(cover) as lines:
                    found.append((endpoint, stream, render(endpoint, request, row.target)))
            except Refused as refusal:
                row.refuse(endpoint, stream, refusal)
                continue
            reached.append(lines | reached_data(request) if cover else lines)
    if not cover:
        return found
    chosen = fewest(reached)
    row.left_out = len(found) - len(chosen)
    return [found[index] for index in chosen]
