"""Law 6, a language at a time: linters read many files as quickly as one. What nothing can run, a parser reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from snippetgen.running import toolchain
from snippetgen.verify import parsers
from snippetgen.verify.lint import LintedProgram, judge_programs
from snippetgen.verify.programs import programs_of
from snippetgen.verify.proofs import lint_key
from snippetgen.verify.workers import workers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from snippetgen.languages import Language
    from snippetgen.spec import Endpoint
    from snippetgen.verify.case import Failure
    from snippetgen.verify.programs import Options, TargetResult


def judge_clean(
    rows: Iterable[TargetResult],
    endpoints: Sequence[Endpoint],
    options: Options,
    progress: Callable[[str, int, int], object],
) -> None:
    """Judge law 6 of each target, and note what was found in its row."""
    by_language: dict[Language, list[TargetResult]] = {}
    for row in rows:
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
    unrun = [row for row in members if row.not_executed and language.facts["parser"] != "none"]
    if unrun:
        _parse(language, unrun, endpoints, options)
    members = [row for row in members if row not in unrun]
    if language.facts["lint"] == "none":
        for row in members:
            row.notes.add(f"law 6 is judged by the build alone: no linter of {language.facts['title']} can be had")
        return
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


def _parse(language: Language, rows: list[TargetResult], endpoints: Sequence[Endpoint], options: Options) -> None:
    """Law 6 of what nothing here can run: a parser reads it."""
    reason = parsers.missing(language)
    for row in rows:
        if reason:
            row.notes.add(f"its programs were not read by a parser, either, which was not judged: {reason}")
            continue
        pages = _pages(row, endpoints, options)
        row.failures += parsers.judge_syntax(language, pages)
        row.parsed = row.judged[6] = len(pages)


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
        for endpoint, stream, snippet in programs_of(row, endpoints, cover=options.cover)
    ]
