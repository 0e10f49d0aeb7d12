"""Builds and runs rendered programs against the mock and judges the seven laws (see CONTRIBUTING, "The seven laws")."""

from __future__ import annotations

import shutil
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from snippetgen.errors import Refused, RunError
from snippetgen.request.build import build
from snippetgen.running import toolchain
from snippetgen.verify.case import Case, Failure, answering
from snippetgen.verify.clean import judge_clean
from snippetgen.verify.kinds import Kind, Kinds
from snippetgen.verify.plain import judge_https, judge_plain
from snippetgen.verify.programs import LAWS, Options, TargetResult, programs_of
from snippetgen.verify.proofs import Proofs, program_key
from snippetgen.verify.streams import judge_stream, judge_stream_https
from snippetgen.verify.tls import Authority, Trust, cannot_trust, trust_key
from snippetgen.verify.workers import workers

if TYPE_CHECKING:
    from snippetgen.languages import Target
    from snippetgen.spec import Endpoint

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
        judge_clean(rows.values(), endpoints, options, progress)
    if options.proofs:
        options.proofs.save()
    return list(rows.values())


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
        key = trust_key(target)
        if key not in self.trusts:
            self.trusts[key] = Trust(target, self.authority, self.folder / key)
        if self.trusts[key].unable:
            row.notes.add(f"HTTPS was not judged: {self.trusts[key].unable}")

    def jobs(self, row: TargetResult, endpoints: Sequence[Endpoint]) -> Iterator[_Job]:
        """The programs of a target that are not proven; those that are count as judged."""
        kinds = Kinds(self.options.sample)
        for endpoint, stream, snippet in programs_of(row, endpoints, cover=self.options.cover):
            kind = kinds.of(build(endpoint, stream=stream))
            key, proven = "", None
            if proofs := self.options.proofs:
                unable = cannot_trust(row.target)
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
        trust = self.trusts[trust_key(case.target)]
        judge_plain(case, laws, kind)
        if self._is_settled(case):
            return
        if kind.tries_connections and not trust.unable and laws & {1, 2, 3, 4}:
            judge_https(case, laws, self.authority, trust)

    def _judge_stream(self, case: Case, laws: set[int], kind: Kind) -> None:
        trust = self.trusts[trust_key(case.target)]
        judge_stream(case, laws, kind)
        if kind.connects and not trust.unable and not self._is_settled(case):
            judge_stream_https(case, laws, self.authority, trust)

    def _is_settled(self, case: Case) -> bool:
        return self.options.until_broken and bool(case.failures)

    @staticmethod
    def _count(row: TargetResult, case: Case, laws: set[int]) -> None:
        row.programs += 1
        row.seconds += case.seconds
        for law in case.judged & laws:
            row.judged[law] += 1
        row.failures += [failure for failure in case.failures if failure.law in laws]


__all__ = ["LAWS", "Failure", "Options", "Proofs", "RunError", "TargetResult", "verify"]
