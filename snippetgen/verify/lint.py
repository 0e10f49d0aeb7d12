"""Law 6: each language's own linter is silent and its own formatter changes nothing."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from snippetgen.languages.layout import columns
from snippetgen.running import roots, toolchain
from snippetgen.running.sandbox import Outcome, is_ending, run
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


def _too_long(program: LintedProgram) -> bool:
    """Whether a line is longer than the formatter's column: a text that cannot be broken, round which tastes differ."""
    facts = program.target.language.facts
    return any(columns(line, wide=facts["cjk_wide"]) > facts["width"] for line in program.text.splitlines())


def judge_programs(
    language: Language, programs: Iterable[LintedProgram], *, offline: bool = False
) -> tuple[list[Failure], list[LintedProgram]]:
    """The findings of linters and formatters, and the programs excused: only a formatter objects, for a line too long.

    Raises:
        RunError: their environment cannot be made.
    """
    environment = toolchain.prepared_linter(language, offline=offline)
    work = Path(tempfile.mkdtemp(prefix="snippetgen lint-"))
    files: dict[str, LintedProgram] = {}
    for number, program in enumerate(programs):
        folder = work / str(number)
        folder.mkdir()
        (folder / program.filename).write_text(program.text, "utf-8", newline="")
        files[f"{number}/{program.filename}"] = program
    toolchain.link(environment, work)
    linter = _Linter(language, work, environment)
    facts = language.facts["lint"]
    found = [one for command in facts["commands"] for one in linter.judge(command, files)]
    # Apart, lest each of the others be read alone, too, to find those that are excused.
    long = {name: program for name, program in files.items() if _too_long(program)}
    others = {name: program for name, program in files.items() if name not in long}
    found += [one for command in facts["format"] for one in linter.judge(command, others)]
    excused = [program for command in facts["format"] for program, _ in linter.judge(command, long)]
    if not found or is_ending():
        shutil.rmtree(work, ignore_errors=True)
    return [failure for _, failure in found], excused


class _Linter:
    """Runs the linters and formatters of one language in a folder of programs."""

    def __init__(self, language: Language, work: Path, environment: Environment) -> None:
        facts = language.facts["lint"]
        self._inside = roots.entering(language.facts["toolchain"])
        self._silent: bool = facts["silent"]
        self._work, self._environment = work, environment
        home = work / "home"
        home.mkdir(exist_ok=True)
        own = {name: self._filled(value) for name, value in facts["env"].items()}
        self._env = {"PATH": environment.search_path(), "HOME": str(home), "TMPDIR": str(home), "LANG": "C.UTF-8"} | own
        if "JAVA_HOME" in os.environ:
            self._env["JAVA_HOME"] = os.environ["JAVA_HOME"]

    def judge(self, command: list[str], files: dict[str, LintedProgram]) -> list[tuple[LintedProgram, Failure]]:
        """One command over all files; when it finds something, over each, to say of which."""
        if not files or ("{files}" in command and self._is_content(self._run(command, list(files)))):
            return []
        failures = []
        for name, program in files.items():
            outcome = self._run(command, [name])
            if not self._is_content(outcome):
                text = f"{' '.join(command)}\n{outcome.describe()}"
                where = str(self._work / name)
                failures.append((program, Failure(6, program.target.id, program.spec, program.stream, text, where)))
        return failures

    def _is_content(self, outcome: Outcome) -> bool:
        return outcome.code == 0 and not (self._silent and (outcome.stdout or outcome.stderr))

    def _filled(self, word: str) -> str:
        return word.replace("{env}", str(self._environment.folder))

    def _run(self, command: list[str], names: list[str]) -> Outcome:
        words: list[str] = []
        for word in command:
            words += names if word == "{files}" else [self._filled(word).replace("{file}", names[0])]
        if self._inside:
            return run([*self._inside, *words], self._work, self._env, seconds=LINT_SECONDS)
        found = shutil.which(words[0], path=self._env["PATH"]) or words[0]
        return run([found, *words[1:]], self._work, self._env, seconds=LINT_SECONDS)
