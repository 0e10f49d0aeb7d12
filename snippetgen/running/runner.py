"""Builds and runs one program for its user: their files, their standard streams, their exit code."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from snippetgen.basics import files
from snippetgen.errors import RunError
from snippetgen.rendering import render
from snippetgen.running import roots, toolchain
from snippetgen.running.answers import Behaviour

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from contextlib import AbstractContextManager

    from snippetgen.languages import Language, Target
    from snippetgen.rendering.render import Snippet
    from snippetgen.request import Request
    from snippetgen.request.choices import Choices
    from snippetgen.running.toolchain import Environment
    from snippetgen.spec import Endpoint

PACE = 0.15
"""Seconds between the events that the mock streams, so that a reader sees them arrive one by one."""

BUILD_SECONDS = 300

_PROXIES = frozenset(("http_proxy", "https_proxy", "all_proxy"))


def run(
    endpoint: Endpoint,
    target: Target,
    choices: Choices,
    *,
    locale: str = "en",
    mock: bool = False,
    preparing: AbstractContextManager[object] | None = None,
    tell: Callable[[str], object] = lambda _: None,
) -> int:
    """Render, build and run the program of one endpoint; returns its exit code, or 128 + N if signal N ended it.

    The program is built and run in a temporary folder, which has links to the files that the request sends (from the
    current folder). The libraries that the target's user would install come from a prepared environment in the cache
    folder.

    Args:
        mock: run against a mock of the endpoint, with placeholders for the secrets, and for files that are not there.
        preparing: a context to enter while the environment is prepared, which may take a minute the first time.
        tell: called with a line about each placeholder of a file.

    Raises:
        Refused: the target cannot send the request.
        RunError: a command, variable or file is missing, or the program does not build.
        SpecError, TemplateError: as for `render`.
    """
    with ExitStack() as stack:
        request = choices.request(endpoint)
        environ = dict(os.environ)
        if mock:
            secrets = {name: f"placeholder-{name}" for name in request.env}
            request = choices.request(endpoint, stack.enter_context(_mock(endpoint, secrets)))
            environ = {name: text for name, text in environ.items() if name.lower() not in _PROXIES} | secrets
        snippet = render.render(endpoint, request, target, locale)
        sent = _files(request)
        absent = [path for path in sent if mock and not Path(path).exists() and not Path(path).is_absolute()]
        _check(target, request, [path for path in sent if path not in absent], environ)
        for path in absent:
            tell(f"{path} is not in this folder: a placeholder is sent to the mock")
        with preparing or ExitStack():
            environment = toolchain.prepared(target)
        environ |= {target.language.variable(name): environ[name] for name in request.env}
        environ |= {**environment.env, "PATH": environment.search_path()}
        top = Path(stack.enter_context(TemporaryDirectory(prefix="snippetgen-")))
        folder = _lay_out(top, snippet, sent, environment)
        inside = roots.entering(target.language.facts["toolchain"])
        for command in snippet.build:
            _build([*inside, *command], folder, environ)
        commands = snippet.run or again(target.language, "run", snippet.filename)
        return _run([[*inside, *command] for command in commands], folder, environ)


def again(language: Language, fact: str, filename: str) -> list[list[str]]:
    """The commands of the fact `again` for a program's file: its `build` or its `run`; none where it has none."""
    facts = language.facts["toolchain"]["again"]
    commands = [] if facts == "none" else render.fill_commands(facts[fact], filename)
    return [[word.replace("{folder}", str(language.folder.resolve())) for word in one] for one in commands]


@contextmanager
def _mock(endpoint: Endpoint, secrets: Mapping[str, str]) -> Iterator[str]:
    """The origin of a mock that knows the secrets."""
    from snippetgen.running.mock import Mock  # noqa: PLC0415 - h11 is only for those who ask for a mock

    with Mock(endpoint, Behaviour(pace=PACE), environ=secrets) as mock:
        yield mock.origin


def _files(request: Request) -> list[str]:
    """The files that a request sends, as the spec names them."""
    paths = [request.body.path, *(part.path for part in request.body.parts)]
    return list(dict.fromkeys(path for path in paths if path))


def _check(target: Target, request: Request, sent: list[str], environ: Mapping[str, str]) -> None:
    """Raises RunError with everything that is missing."""
    lacking = [f"{name} is not set (export {name}=…)" for name in request.env if not environ.get(name)]
    lacking += [f"{path}: is not in this folder, but the request sends it" for path in sent if not Path(path).is_file()]
    if what := toolchain.missing(target):
        lacking.append(f"{target.id}: {what}")
    if lacking:
        raise RunError("\n".join(lacking))


def _lay_out(top: Path, snippet: Snippet, sent: list[str], environment: Environment) -> Path:
    """Make the folder of the program, with everything it needs.

    The folder is so deep that links for paths with ``..`` are still within `top`.
    """
    up = max((Path(path).parts.count(os.pardir) for path in sent), default=0)
    folder = top.joinpath(*["program"] * (up + 1))
    folder.mkdir(parents=True)
    files.write(folder / snippet.filename, snippet.text)
    toolchain.link(environment, folder)
    taken = {one.name for one in folder.iterdir()}
    for path in sent:
        if Path(path).parts[0] in taken:
            raise RunError(f"{path}: the program's folder already has a file of this name (rename yours)")
        if not Path(path).is_absolute():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            if Path(path).exists():
                (folder / path).symlink_to(Path(path).resolve())
            else:
                files.write(folder / path, f"placeholder of {path}\n")
    return folder


def _build(command: list[str], folder: Path, environ: Mapping[str, str]) -> None:
    program = _found(command, environ)
    try:
        done = subprocess.run(
            [program, *command[1:]],
            cwd=folder,
            env=environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=BUILD_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise RunError(f"{' '.join(command)}: not finished after {BUILD_SECONDS} seconds") from None
    if done.returncode:
        shown = done.stdout.decode("utf-8", "replace").strip()
        raise RunError(f"{' '.join(command)}: failed with exit code {done.returncode}\n{shown}")


def _run(commands: list[list[str]], folder: Path, environ: Mapping[str, str]) -> int:
    """Run the commands until one fails, with the standard streams of this process."""
    code = 0
    for command in commands:
        process = subprocess.Popen([_found(command, environ), *command[1:]], cwd=folder, env=environ)
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program, whose exit code we return
        try:
            code = process.wait()
        except BaseException:  # SIGTERM, say: the program ends with us
            process.terminate()
            raise
        finally:
            signal.signal(signal.SIGINT, before)
        if code:
            break
    return code if code >= 0 else 128 - code


def _found(command: list[str], environ: Mapping[str, str]) -> str:
    """The path of a command's program; a path such as ``./a.out`` is relative to the folder it runs in."""
    if os.sep in command[0]:
        return command[0]
    found = shutil.which(command[0], path=environ["PATH"])
    if found is None:
        raise RunError(f"{command[0]} is not installed")
    return found
