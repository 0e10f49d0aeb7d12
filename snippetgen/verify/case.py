"""One program under test: its folder, its variables, and how it is built and run."""

from __future__ import annotations

import re
import shutil
import tempfile
import threading
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from snippetgen.errors import Refused
from snippetgen.rendering.render import Snippet, fill_commands, render
from snippetgen.request import Env
from snippetgen.request.build import build
from snippetgen.running import roots, runner, toolchain
from snippetgen.running.sandbox import Outcome, run

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from snippetgen.languages import Target
    from snippetgen.request import Request
    from snippetgen.running.toolchain import Environment
    from snippetgen.spec import Endpoint

BUILD_SECONDS = 120
RUN_SECONDS = 30
TIMEOUT = 3
"""Seconds after which a verified program must give up; it is rendered so."""

SENT_FILE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) + b"\r\n--not-a-boundary\r\n\r\n" + "é 漢字 😀".encode() + b"\n"
"""The bytes of every file that a program under test sends."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A law that a program broke.

    Attributes:
        law: 1 to 7.
        text: what happened, over several lines.
        folder: where the program was kept.
    """

    law: int
    target: str
    spec: str
    stream: bool
    text: str
    folder: str = ""


@dataclass(slots=True)
class Case:
    """A spec, a target, plain or streamed, and what was found of it.

    Attributes:
        slots: lets as many programs run at once as this machine has cores; one that only waits holds none.
        seconds: how long its programs were built and ran, those that only wait left out.
    """

    endpoint: Endpoint
    target: Target
    stream: bool
    environment: Environment
    slots: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(64))
    folder: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="snippetgen verify-")))
    failures: list[Failure] = field(default_factory=list)
    judged: set[int] = field(default_factory=set)
    seconds: float = 0.0

    def fail(self, law: int, text: str) -> None:
        self.judged.add(law)
        self.failures.append(Failure(law, self.target.id, self.endpoint.file, self.stream, text, str(self.folder)))

    def expect(self, law: int, problem: str) -> None:
        """Note that a law was judged, and broken where there is a problem."""
        self.judged.add(law)
        if problem:
            self.fail(law, problem)

    def excepts(self, name: str) -> bool:
        """Whether the target has a named exception from a law (`languages.facts.EXCEPTIONS`)."""
        return self.target.excepts(name)

    def close(self) -> None:
        """Remove the folder, unless something failed in it."""
        if not self.failures:
            shutil.rmtree(self.folder, ignore_errors=True)


@dataclass(slots=True)
class BuiltProgram:
    """A rendered and built program, against one origin.

    Attributes:
        secrets: values of the environment variables that it reads.
        files: path -> bytes of the files that it sends.
        broken: how its build failed; empty when it did not.
        runs: how often it was run.
    """

    case: Case
    request: Request
    snippet: Snippet
    folder: Path
    secrets: dict[str, str]
    files: dict[str, bytes]
    broken: str = ""
    runs: int = 0

    def run(
        self,
        *,
        without: str = "",
        env: Mapping[str, str] | None = None,
        prefix: list[str] | None = None,
        seconds: float = RUN_SECONDS,
        on_output: Callable[[bytes], object] | None = None,
        only_waits: bool = False,
    ) -> Outcome:
        """Run it once; `without` names a secret to leave out."""
        secrets = {name: value for name, value in self.secrets.items() if name != without}
        names = {name: self.case.target.language.variable(name) for name in self.secrets}
        given = {names.get(name, name): value for name, value in {**secrets, **(env or {})}.items()}
        variables = {**self._variables(), **given}
        outcome = Outcome(0, b"", b"", timed_out=False, seconds=0.0)
        self.runs += 1
        for command in self._run_commands():
            words = [*(prefix or []), *self._found(command, variables["PATH"])]
            with nullcontext() if only_waits else self.case.slots:
                outcome = run(words, self.folder, variables, seconds=seconds, on_output=on_output)
            self.case.seconds += 0 if only_waits else outcome.seconds
        return outcome

    def _run_commands(self) -> list[list[str]]:
        first = self.runs == 1 and bool(self.snippet.run)
        return self.snippet.run if first else self._commands("run", self.snippet.run)

    def build(self) -> None:
        """Compile it, with warnings as errors where its language has such a build."""
        for command in self._strict() or [*self.snippet.build, *self._commands("build", [])]:
            variables = self._variables()
            words = self._found(command, variables["PATH"])
            with self.case.slots:
                outcome = run(words, self.folder, variables, seconds=BUILD_SECONDS)
            self.case.seconds += outcome.seconds
            if outcome.code:
                self.broken = f"{' '.join(command)}: {outcome.describe()}"
                return

    def is_broken(self, laws: set[int]) -> bool:
        """Whether its build failed, which breaks every law."""
        for law in laws if self.broken else ():
            self.case.fail(law, f"it could not be built\n{self.broken}")
        return bool(self.broken)

    def _commands(self, fact: str, usual: list[list[str]]) -> list[list[str]]:
        """The commands that make a program quick to run, or that run it then (the fact `again`)."""
        return runner.again(self.case.target.language, fact, self.snippet.filename) or usual

    def _strict(self) -> list[list[str]]:
        if self.case.target.language.facts["lint"] == "none":
            return []
        target = self.case.target.variant(self.request)
        strict = target.fact_or("strict_build", target.language.facts["lint"]["build"])
        return fill_commands(strict, self.snippet.filename)

    def _found(self, command: list[str], path: str) -> list[str]:
        inside = roots.entering(self.case.target.language.facts["toolchain"])
        return [*inside, *(command if inside else _found(command, path, self.folder))]

    def _variables(self) -> dict[str, str]:
        """A bare container's environment: no locale, a HOME with nothing in it."""
        home = self.case.folder / "home"
        home.mkdir(exist_ok=True)
        return {
            "PATH": self.case.environment.search_path(),
            "HOME": str(home),
            "TMPDIR": str(home),
            **self.case.environment.env,
        }


def _found(command: list[str], path: str, folder: Path) -> list[str]:
    found = command[0] if "/" in command[0] else shutil.which(command[0], path=path) or command[0]
    return [str(folder / found) if found.startswith("./") else found, *command[1:]]


def answering(endpoint: Endpoint) -> Endpoint:
    """An endpoint whose programs can succeed: where its answer is a redirect, that comes with status 200.

    No program prints a redirect; what programs do with one is judged of each (`redirects.py`).
    """
    answer = endpoint.answer
    if not 300 <= answer.status < 400:  # noqa: PLR2004
        return endpoint
    good = replace(answer, status=200)
    return replace(endpoint, responses=tuple(good if one is answer else one for one in endpoint.responses))


def build_program(case: Case, origin: str, name: str) -> BuiltProgram:
    """Render a case against a server, in a folder `name` of its own, and build it.

    Raises:
        Refused: the target cannot make this request, or a file that it sends cannot be made here.
    """
    request = build(case.endpoint, origin=origin, stream=case.stream, timeout=TIMEOUT)
    snippet = render(case.endpoint, request, case.target)
    folder = case.folder / name
    folder.mkdir()
    (folder / snippet.filename).write_text(snippet.text, "utf-8", newline="")
    toolchain.link(case.environment, folder)
    paths = [request.body.path, *(part.path for part in request.body.parts)]
    files = {path: SENT_FILE for path in paths if path}
    if reason := outside(request):
        raise Refused(reason)
    for path, data in files.items():
        _write(folder, path, data)
    made = BuiltProgram(case, request, snippet, folder, _secrets(request), files)
    made.build()
    return made


def outside(request: Request) -> str:
    """Why a request cannot be judged: a file that it sends is not below the program's folder; empty if all are."""
    for path in (request.body.path, *(part.path for part in request.body.parts)):
        pure = PurePosixPath(path)
        if pure.is_absolute() or Path(path).is_absolute() or ".." in pure.parts:
            return f"verify sends files of the program's own folder alone, not {path}"
    return ""


def _write(folder: Path, path: str, data: bytes) -> None:
    """Make a file that the program sends."""
    file = folder / path
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as stream:
            stream.write(data)
    except FileExistsError:
        raise Refused(f"verify cannot make the file {path} (the program's folder has one of this name)") from None
    except (OSError, ValueError) as error:  # such as a name that is too long
        reason = (error.strerror if isinstance(error, OSError) else "") or str(error)
        raise Refused(f"verify cannot make the file {path} ({reason})") from None


def _secrets(request: Request) -> dict[str, str]:
    """A value of each variable; a user name of digest authentication has no character that clients must escape."""
    users = [token.name for token in request.digest[0] if isinstance(token, Env)] if request.digest else []
    return {name: re.sub(r"[\\\"]", "", secret(name)) if name in users else secret(name) for name in request.env}


def secret(name: str) -> str:
    """A value that would be noticed wherever it is not passed on exactly."""
    return f"{name.swapcase()}-7/+=&%41$HOME\\\"'{{}}"
