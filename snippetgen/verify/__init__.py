"""Builds and runs rendered programs against the mock and judges the seven laws (see CONTRIBUTING, "The seven laws")."""

from __future__ import annotations

import shutil
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import as_completed
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from snippetgen.errors import Refused, RunError
from snippetgen.rendering.render import render
from snippetgen.request.build import build
from snippetgen.running import toolchain
from snippetgen.verify.case import Case, Failure, Kind, answering
from snippetgen.verify.covering import fewest, reached_data, reached_lines
from snippetgen.verify.lint import LintedProgram, judge_programs
from snippetgen.verify.plain import judge_https, judge_plain
from snippetgen.verify.proofs import Proofs, lint_key, program_key
from snippetgen.verify.streams import judge_stream, judge_stream_https
from snippetgen.verify.tls import Authority, Trust, cannot_trust
from snippetgen.verify.workers import workers

if TYPE_CHECKING:
    from snippetgen.languages import Language, Target
    from snippetgen.rendering.render import Snippet
    from snippetgen.spec import Endpoint

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
        left_out: how many programs were not chosen (see `Options.cover`).
        judged: law -> number of programs of which it was judged.
        failures: all of them.
    """

    target: Target
    programs: int = 0
    proven: int = 0
    refused: dict[str, str] = field(default_factory=dict)
    not_executed: str = ""
    notes: set[str] = field(default_factory=set)
    left_out: int = 0
    judged: dict[int, int] = field(default_factory=lambda: dict.fromkeys(LAWS, 0))
    failures: list[Failure] = field(default_factory=list)

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
    """

    laws: frozenset[int] = frozenset(LAWS)
    jobs: int = 2
    offline: bool = False
    sample: bool = False
    cover: bool = False
    proofs: Proofs | None = None


WAITING = 4
"""How many programs are under way for each that runs: some wait for a server that never answers."""

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
        bench = _Bench(Path(folder), options)
        todo = [job for row in rows.values() if not row.not_executed for job in bench.jobs(row, endpoints)]
        for row in {job.row.target.id: job.row for job in todo}.values():
            progress(f"preparing {row.target.id}", 0, len(todo))
            bench.prepare(row)
        with bench.cleared(), workers(options.jobs * WAITING) as pool:
            futures = {pool.submit(bench.judge, job): job for job in todo}
            for done, future in enumerate(as_completed(futures), 1):
                job = futures[future]
                future.result()
                progress(f"{job.row.target.id} {job.endpoint.name}{' streamed' * job.stream}", done, len(todo))
    if 6 in options.laws:  # noqa: PLR2004 - the law of clean programs
        _judge_clean(rows, endpoints, options, progress)
    if options.proofs:
        options.proofs.save()
    return list(rows.values())


_Program = tuple["Endpoint", bool, "Snippet"]


def _programs(row: TargetResult, endpoints: Sequence[Endpoint], *, cover: bool) -> list[_Program]:
    """The programs of a target, plain and streamed, in which all are chosen or the fewest that `cover` all that they
    reach; a request that the target refuses is noted in its row.
    """
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


@dataclass(frozen=True, slots=True)
class _Job:
    """A program to judge.

    Attributes:
        key: of its proof.
    """

    row: TargetResult
    endpoint: Endpoint
    stream: bool
    kind: Kind
    key: str


class _Bench:
    """Environments, trust stores and the authority that all cases share."""

    def __init__(self, folder: Path, options: Options) -> None:
        self.authority, self.folder, self.options = Authority(folder), folder, options
        self.environments: dict[str, toolchain.Environment] = {}
        self.trusts: dict[str, Trust] = {}
        self._lock = threading.Lock()
        self._slots = threading.Semaphore(options.jobs + 1)  # a program waits for its server now and then
        self._seen: dict[str, set[tuple[str | bool, ...]]] = {}
        self._folders: list[Path] = []

    @contextmanager
    def cleared(self) -> Iterator[None]:
        """Remove the folders of all programs where something ends it all: nobody will be told which were kept."""
        try:
            yield
        except BaseException:
            for folder in self._folders:
                shutil.rmtree(folder, ignore_errors=True)
            raise

    def prepare(self, row: TargetResult) -> None:
        target = row.target
        self.environments[target.id] = toolchain.prepared(target, offline=self.options.offline)
        if target.language.id not in self.trusts:
            self.trusts[target.language.id] = Trust(target.language, self.authority, self.folder / target.language.id)
        if self.trusts[target.language.id].unable:
            row.notes.add(f"HTTPS was not judged: {self.trusts[target.language.id].unable}")

    def jobs(self, row: TargetResult, endpoints: Sequence[Endpoint]) -> Iterator[_Job]:
        """The programs of a target that are not proven; those that are count as judged."""
        for endpoint, stream, snippet in _programs(row, endpoints, cover=self.options.cover):
            kind = self._kind(row.target, endpoint, stream)
            key, proven = "", None
            if proofs := self.options.proofs:
                unable = cannot_trust(row.target.language)
                how = sorted(self.options.laws), kind, unable
                key = program_key(row.target, endpoint, snippet, stream, how)
                proven = proofs.get(key)
            if proven is None:
                yield _Job(row, endpoint, stream, kind, key)
                continue
            row.programs += 1
            row.proven += 1
            for law in proven:
                row.judged[law] += 1

    def judge(self, job: _Job) -> None:
        endpoint, target = answering(job.endpoint), job.row.target
        case = Case(endpoint, target, job.stream, self.environments[target.id], self._slots)
        self._folders.append(case.folder)
        laws = set(self.options.laws)
        try:
            if job.stream:
                self._judge_stream(case, laws, job.kind)
            else:
                self._judge_plain(case, laws, job.kind)
        except Refused as refusal:  # what it sends cannot be made here
            with self._lock:
                job.row.refuse(job.endpoint, job.stream, refusal)
            case.close()
            return
        except Exception:  # noqa: BLE001 - a fault of ours must not pass for a law kept
            case.fail(1, f"verify itself failed:\n{traceback.format_exc()}")
        with self._lock:
            self._count(job.row, case, laws)
            if self.options.proofs and not case.failures:
                self.options.proofs.add(job.key, sorted(case.judged & laws))
        case.close()

    def _judge_plain(self, case: Case, laws: set[int], kind: Kind) -> None:
        trust = self.trusts[case.target.language.id]
        judge_plain(case, laws, kind)
        if not kind.is_sampled_out and not trust.unable and laws & {1, 2, 3, 4}:
            judge_https(case, laws, self.authority, trust)

    def _judge_stream(self, case: Case, laws: set[int], kind: Kind) -> None:
        trust = self.trusts[case.target.language.id]
        judge_stream(case, laws, kind)
        if kind.is_first and not trust.unable:
            judge_stream_https(case, laws, self.authority, trust)

    def _kind(self, target: Target, endpoint: Endpoint, stream: bool) -> Kind:
        request = build(endpoint)
        answer = (request.method == "HEAD", request.result is None, request.basic is None, request.digest is None)
        seen, kind = self._seen.setdefault(target.id, set()), (stream, request.body.kind, *answer)
        turn, is_first = len(seen), kind not in seen
        seen.add(kind)
        return Kind(is_first, turn if self.options.sample else None)

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
    with workers(options.jobs) as pool:
        jobs = by_language.items()
        futures = [pool.submit(_judge_language, language, members, endpoints, options) for language, members in jobs]
        for done, (future, language) in enumerate(zip(futures, by_language, strict=True), 1):
            future.result()
            progress(f"{language.id}: linter and formatter", done, len(by_language))


def _judge_language(
    language: Language, members: list[TargetResult], endpoints: Sequence[Endpoint], options: Options
) -> None:
    reason = toolchain.missing_linter(language)
    if reason:
        for row in members:
            row.notes.add(f"law 6 was not judged: {reason}")
        return
    pages = [page for row in members for page in _pages(row, endpoints, options)]
    failures, excused = _lint(language, pages, options)
    for row in members:
        long = [page.spec for page in excused if page.target is row.target]
        if long:
            what = f"the formatter has other views on {len(long)} programs with a line that nothing can break"
            row.notes.add(f"{what}: {', '.join(long)}")
        row.judged[6] += sum(page.target is row.target for page in pages)
        row.failures += [failure for failure in failures if failure.target == row.target.id]


def _lint(
    language: Language, pages: list[LintedProgram], options: Options
) -> tuple[list[Failure], list[LintedProgram]]:
    """The findings of `judge_programs`; pages that were judged before and have not changed are not read again."""
    proofs = options.proofs
    if proofs is None:
        return judge_programs(language, pages, offline=options.offline)
    keys = {id(page): lint_key(language, page.filename, page.text) for page in pages}
    known = {id(page): proofs.get(keys[id(page)]) for page in pages}
    unknown = [page for page in pages if known[id(page)] is None]
    failures, excused = judge_programs(language, unknown, offline=options.offline) if unknown else ([], [])
    failed = {(one.target, one.spec, one.stream) for one in failures}
    for page in unknown:
        if (page.target.id, page.spec, page.stream) not in failed:
            proofs.add(keys[id(page)], page in excused)
    return failures, excused + [page for page in pages if known[id(page)]]


def _pages(row: TargetResult, endpoints: Sequence[Endpoint], options: Options) -> list[LintedProgram]:
    return [
        LintedProgram(row.target, endpoint.file, stream, snippet.filename, snippet.text)
        for endpoint, stream, snippet in _programs(row, endpoints, cover=options.cover)
    ]


__all__ = ["LAWS", "Failure", "Options", "Proofs", "RunError", "TargetResult", "verify"]
