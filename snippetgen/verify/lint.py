"""Law 6: each language's own linter is silent and its own formatter changes nothing."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from snippetgen.languages.layout import columns
from snippetgen.running import toolchain
from snippetgen.running.sandbox import Outcome, run
from snippetgen.verify.case import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from snippetgen.languages import Language, Target
    from snippetgen.running.toolchain import Environment

LINT_SECONDS = 300


@dataclass(frozen=True, slots=True)
class LintedProgram:
    """A rendered program, to be read by a linter."""

    target: Target
    spec: str
    stream: bool
    filename: str
    text: str


def _too_long(page: LintedProgram) -> bool:
    """Whether a line is longer than the formatter's column: a text that cannot be broken, round which tastes differ."""
    facts = page.target.language.facts
    return any(columns(line, wide=facts["wide"]) > facts["width"] for line in page.text.splitlines())


def judge_programs(
    language: Language, pages: Iterable[LintedProgram], *, offline: bool = False
) -> tuple[list[Failure], list[LintedProgram]]:
    """What linters and formatters find, and the pages that only a formatter objects to, round a line that is too long.

    Raises:
        RunError: their environment cannot be made.
    """
    environment = toolchain.prepared_linter(language, offline=offline)
    work = Path(tempfile.mkdtemp(prefix="snippetgen lint-"))
    files: dict[str, LintedProgram] = {}
    for number, page in enumerate(pages):
        folder = work / str(number)
        folder.mkdir()
        (folder / page.filename).write_text(page.text, "utf-8", newline="")
        files[f"{number}/{page.filename}"] = page
    toolchain.link(environment, work)
    facts = language.facts["lint"]
    found = [one for command in facts["commands"] for one in _judge(command, files, work, environment)]
    excused = []
    for page, failure in (one for command in facts["format"] for one in _judge(command, files, work, environment)):
        if _too_long(page):
            excused.append(page)
        else:
            found.append((page, failure))
    if not found:
        shutil.rmtree(work, ignore_errors=True)
    return [failure for _, failure in found], excused


def _judge(
    command: list[str], files: dict[str, LintedProgram], work: Path, environment: Environment
) -> list[tuple[LintedProgram, Failure]]:
    """One command over all files; when it finds something, over each, to say of which."""
    if not files or ("{files}" in command and _run(command, list(files), work, environment).code == 0):
        return []
    failures = []
    for name, page in files.items():
        outcome = _run(command, [name], work, environment)
        if outcome.code:
            text = f"{' '.join(command)}\n{outcome.describe()}"
            failures.append((page, Failure(6, page.target.id, page.spec, page.stream, text, str(work / name))))
    return failures


def _run(command: list[str], names: list[str], work: Path, environment: Environment) -> Outcome:
    words: list[str] = []
    for word in command:
        if word == "{files}":
            words += names
        else:
            words.append(word.replace("{file}", names[0]).replace("{env}", str(environment.folder)))
    home = work / "home"
    home.mkdir(exist_ok=True)
    build_program = shutil.which(words[0], path=environment.search_path()) or words[0]
    variables = {"PATH": environment.search_path(), "HOME": str(home), "TMPDIR": str(home), "LANG": "C.UTF-8"}
    if "JAVA_HOME" in os.environ:
        variables["JAVA_HOME"] = os.environ["JAVA_HOME"]
    return run([build_program, *words[1:]], work, variables, seconds=LINT_SECONDS)
