"""Builds and runs rendered programs against the mock and judges the seven laws (see CONTRIBUTING, "The seven laws")."""

from __future__ import annotations

import tempfile
import threading
import traceback
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from snippetgen.errors import Refused, RunError
from snippetgen.rendering.render import render
from snippetgen.request.build import build
from snippetgen.running import toolchain
from snippetgen.verify.case import Case, Failure
from snippetgen.verify.lint import LintedProgram, judge_programs
from snippetgen.verify.plain import judge_https, judge_plain
from snippetgen.verify.streams import judge_stream
from snippetgen.verify.tls import Authority, Trust

if TYPE_CHECKING:
    from snippetgen.languages import Language, Target
    from snippetgen.spec import Endpoint

LAWS = {1: "exact", 2: "answers", 3: "loud", 4: "secrets", 5: "streams", 6: "clean", 7: "harmless"}


@dataclass(slots=True)
class TargetResult:
    """What was found of one target.

    Attributes:
        programs: how many were executed.
        refused: spec -> why the target cannot make its request.
        not_executed: what is missing; empty when the target ran.
        notes: what could not be judged, and why.
        judged: law -> number of programs of which it was judged.
        failures: all of them.
    """

    target: Target
    programs: int = 0
    refused: dict[str, str] = field(default_factory=dict)
    not_executed: str = ""
    notes: set[str] = field(default_factory=set)
    judged: dict[int, int] = field(default_factory=lambda: dict.fromkeys(LAWS, 0))
    failures: list[Failure] = field(default_factory=list)

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
        sample: judge failures (law 3) and HTTPS of a target's first program of each kind, not of all: programs of one
            kind differ in their texts, and what texts can do is judged of all.
    """

    laws: frozenset[int] = frozenset(LAWS)
    jobs: int = 2
    offline: bool = False
    sample: bool = False


Progress = Callable[[str, int, int], object]
"""Called with what was done, how many are done, and how many there are."""


def verify(
    endpoints: Sequence[Endpoint], targets: Iterable[Target], options: Options, progress: Progress = lambda *_: None
) -> list[TargetResult]:
    """Judge every target over every endpoint, plain and streamed.

    Raises:
        RunError: an environment could not be made, or a library that verify needs is not installed.
    """
    rows = {target.id: TargetResult(target, not_executed=toolchain.missing(target)) for target in targets}
    with tempfile.TemporaryDirectory(prefix="snippetgen-ca-") as folder:
        authority = Authority(Path(folder))
        bench = _Bench(authority, Path(folder), options)
        todo = [job for row in rows.values() if not row.not_executed for job in _jobs(row, endpoints)]
        for row in {id(row): row for row, *_ in todo}.values():
            progress(f"preparing {row.target.id}", 0, len(todo))
            bench.prepare(row)
        with ThreadPoolExecutor(options.jobs) as pool:
            futures = {pool.submit(bench.judge, *job): job for job in todo}
            for done, future in enumerate(as_completed(futures), 1):
                row, endpoint, stream = futures[future]
                future.result()
                progress(f"{row.target.id} {endpoint.name}{' streamed' if stream else ''}", done, len(todo))
    if 6 in options.laws:  # noqa: PLR2004 - the law of clean programs
        _judge_clean(rows, endpoints, options, progress)
    return list(rows.values())


def _jobs(row: TargetResult, endpoints: Sequence[Endpoint]) -> list[tuple[TargetResult, Endpoint, bool]]:
    """The programs to judge; a request that the target refuses is noted in its row."""
    jobs = []
    for endpoint in endpoints:
        for stream in (False, True) if endpoint.stream else (False,):
            try:
                render(endpoint, build(endpoint, stream=stream), row.target)
            except Refused as refusal:
                row.refused[f"{endpoint.file}{' --stream' if stream else ''}"] = str(refusal)
            else:
                jobs.append((row, endpoint, stream))
    return jobs


class _Bench:
    """Environments, trust stores and the authority that all cases share."""

    def __init__(self, authority: Authority, folder: Path, options: Options) -> None:
        self.authority, self.folder, self.options = authority, folder, options
        self.environments: dict[str, toolchain.Environment] = {}
        self.trusts: dict[str, Trust] = {}
        self._lock = threading.Lock()
        self._seen: set[tuple[str | bool, ...]] = set()

    def prepare(self, row: TargetResult) -> None:
        target = row.target
        self.environments[target.id] = toolchain.prepared(target, offline=self.options.offline)
        if target.language.id not in self.trusts:
            self.trusts[target.language.id] = Trust(target.language, self.authority, self.folder / target.language.id)
        if self.trusts[target.language.id].unable:
            row.notes.add(f"HTTPS was not judged: {self.trusts[target.language.id].unable}")

    def judge(self, row: TargetResult, endpoint: Endpoint, stream: bool) -> None:
        case = Case(endpoint, row.target, stream, self.environments[row.target.id])
        laws = set(self.options.laws)
        try:
            if stream:
                judge_stream(case, laws, patient=self._is_first(case))
            else:
                self._judge_plain(case, laws)
        except Exception:  # noqa: BLE001 - a fault of ours must not pass for a law kept
            case.fail(1, f"verify itself failed:\n{traceback.format_exc()}")
        with self._lock:
            self._count(row, case, laws)
        case.close()

    def _judge_plain(self, case: Case, laws: set[int]) -> None:
        is_first = self._is_first(case)
        trust = self.trusts[case.target.language.id]
        everything = is_first or not self.options.sample
        judge_plain(case, laws if everything else laws - {3}, patient=is_first)
        if everything and not trust.unable and laws & {1, 2, 3, 4}:
            judge_https(case, laws, self.authority, trust)

    def _is_first(self, case: Case) -> bool:
        """Whether this is a target's first program of its kind: those of one kind fail in the same way."""
        request = build(case.endpoint)
        answer = (request.method == "HEAD", request.result is None, request.basic is None)
        kind = (case.target.id, case.stream, request.body.kind, *answer)
        with self._lock:
            is_first = kind not in self._seen
            self._seen.add(kind)
        return is_first

    @staticmethod
    def _count(row: TargetResult, case: Case, laws: set[int]) -> None:
        row.programs += 1
        for law in case.judged & laws:
            row.judged[law] += 1
        row.failures += [failure for failure in case.failures if failure.law in laws]


def _judge_clean(
    rows: dict[str, TargetResult], endpoints: Sequence[Endpoint], options: Options, progress: Progress
) -> None:
    """Law 6, a language at a time: linters read many files as quickly as one."""
    by_language: dict[Language, list[TargetResult]] = {}
    for row in rows.values():
        by_language.setdefault(row.target.language, []).append(row)
    for done, (language, members) in enumerate(by_language.items(), 1):
        progress(f"{language.id}: linter and formatter", done, len(by_language))
        reason = toolchain.missing_linter(language)
        pages = [page for row in members for page in _pages(row, endpoints)]
        if reason:
            for row in members:
                row.notes.add(f"law 6 was not judged: {reason}")
            continue
        failures, excused = judge_programs(language, pages, offline=options.offline)
        for row in members:
            long = [page.spec for page in excused if page.target is row.target]
            if long:
                what = f"the formatter has other views on {len(long)} programs with a line that nothing can break"
                row.notes.add(f"{what}: {', '.join(long)}")
            row.judged[6] += sum(page.target is row.target for page in pages)
            row.failures += [failure for failure in failures if failure.target == row.target.id]


def _pages(row: TargetResult, endpoints: Sequence[Endpoint]) -> list[LintedProgram]:
    pages = []
    for _, endpoint, stream in _jobs(row, endpoints):
        snippet = render(endpoint, build(endpoint, stream=stream), row.target)
        pages.append(LintedProgram(row.target, endpoint.file, stream, snippet.filename, snippet.text))
    return pages


__all__ = ["LAWS", "Failure", "Options", "RunError", "TargetResult", "verify"]
