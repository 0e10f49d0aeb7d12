"""The requirements for building and running programs: missing commands, and prepared environments.

A prepared environment is a folder with the libraries that a target's user would install (a venv, node_modules, a class
path). It is
made once, in the user's cache directory, by the commands in the language's facts, and linked beside each program.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from snippetgen.basics.files import cache_folder
from snippetgen.errors import RunError
from snippetgen.languages import can_be_installed
from snippetgen.running import roots

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from snippetgen.languages import Language, Target

PREPARE_SECONDS = 1800
"""How long one command that prepares an environment may take."""


@dataclass(frozen=True, slots=True)
class Environment:
    """A prepared environment.

    Attributes:
        folder: its top-level entries are linked into a program's folder.
        path: the folders to put before the PATH.
        env: the environment variables that its programs need.
    """

    folder: Path
    path: tuple[Path, ...]
    env: dict[str, str]

    def search_path(self) -> str:
        return os.pathsep.join([*map(str, self.path), os.environ.get("PATH", os.defpath)])


def posix(name: str) -> Any:
    """A module of Python's that only POSIX systems have.

    Raises:
        RunError: this system is not POSIX.
    """
    try:
        return import_module(name)
    except ImportError:
        what = "running programs needs Linux, macOS or another POSIX system (on Windows: the Subsystem for Linux)"
        raise RunError(f"{what}; Python has no {name} here") from None


def missing(target: Target) -> str:
    """The reason why a target's programs cannot run here, and how to install what is missing; empty if they can."""
    facts = target.language.facts["toolchain"]
    if facts == "none":
        return f"there is no way to run {target.language.facts['title']} here"
    if facts["root"] != "none":
        return roots.missing(facts)
    return _missing(
        tuple(facts["needs"]),
        json.dumps([*facts["probe"], *target.facts.get("probe", [])]),
        " ".join(apt(target)),
    )


def apt(target: Target) -> list[str]:
    """The Debian packages that bring what runs a target's programs, missing or not; none where no packages do."""
    if not can_be_installed(target):
        return []
    return [*target.language.facts["toolchain"]["apt"], *target.facts.get("apt", [])]


def missing_linter(language: Language) -> str:
    """The reason why law 6 cannot be judged here, and how to install what is missing; empty if it can."""
    facts = language.facts["lint"]
    if facts == "none":
        return f"there is no linter for {language.facts['title']} here"
    toolchain = language.facts["toolchain"]
    if toolchain != "none" and toolchain["root"] != "none":
        return roots.missing(toolchain)
    return _missing(tuple(facts["needs"]), "[]", " ".join(facts["apt"]))


@cache
def _missing(needs: Sequence[str], probes: str, packages: str) -> str:
    hint = f" (apt install {packages})" if packages else ""
    for command in needs:
        if shutil.which(command) is None:
            return f"{command} is not installed{hint}"
    for probe in json.loads(probes):
        done = subprocess.run(probe, capture_output=True, check=False, stdin=subprocess.DEVNULL, timeout=60)
        if done.returncode:
            return f"{' '.join(probe)} fails{hint}"
    return ""


def prepared(target: Target, *, offline: bool = False) -> Environment:
    """The environment of a target's programs, made if it does not exist yet.

    Raises:
        RunError: a command that makes it failed, or it does not exist and `offline` is set.
    """
    env = {**target.language.facts["toolchain"]["env"], **target.facts.get("env", {})}
    return _made(_recipe(target), env, offline)


def environment_of(target: Target) -> Path:
    """The folder that the environment of a target's programs is made in."""
    return _folder(_recipe(target))


def _recipe(target: Target) -> dict[str, Any]:
    facts = target.language.facts["toolchain"]
    install = target.installs
    commands = target.fact_or("prepare", facts["prepare"])
    return {
        "name": target.id.replace("/", "-"),
        "commands": [one for command in commands for one in (install if command == ["{install}"] else [command])],
        "files": target.facts.get("files", {}),
        "path": facts["path"],
    }


def prepared_linter(language: Language, *, offline: bool = False) -> Environment:
    """The environment of a language's linter and formatter; raises RunError as `prepared` does."""
    return _made(_linter_recipe(language), {}, offline)


def linter_environment_of(language: Language) -> Path:
    """The folder that the environment of a language's linter and formatter is made in."""
    return _folder(_linter_recipe(language))


def _linter_recipe(language: Language) -> dict[str, Any]:
    facts = language.facts["lint"]
    recipe = {"name": f"{language.id}-lint", "commands": facts["prepare"]}
    return recipe | {key: facts[key] for key in ("files", "path")}


def _folder(recipe: dict[str, Any]) -> Path:
    key = hashlib.sha256(json.dumps(recipe).encode()).hexdigest()[:10]
    return cache_folder() / "environments" / f"{recipe['name']}-{key}"


def _made(recipe: dict[str, Any], env: dict[str, str], offline: bool) -> Environment:
    folder = _folder(recipe)
    environment = Environment(
        folder,
        tuple(folder / one for one in recipe["path"]),
        {name: value.replace("{env}", str(folder)) for name, value in env.items()},
    )
    fcntl = posix("fcntl")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / ".ready").exists():
            if offline and recipe["commands"]:
                raise RunError(f"the environment of {recipe['name']} does not exist yet (run without --offline)")
            _fill(recipe, environment)
    return environment


def _fill(recipe: dict[str, Any], environment: Environment) -> None:
    folder = environment.folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, text in recipe["files"].items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    variables = {**os.environ, "PATH": environment.search_path()}
    for command in recipe["commands"]:
        program = shutil.which(command[0], path=variables["PATH"]) or str(folder / command[0])
        try:
            done = subprocess.run(
                [program, *command[1:]], cwd=folder, env=variables, capture_output=True, text=True,
                stdin=subprocess.DEVNULL, timeout=PREPARE_SECONDS, check=False, errors="replace",
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired) as error:
            raise RunError(f"{recipe['name']}: {' '.join(command)}: {error}") from None
        if done.returncode:
            tail = "\n".join((done.stdout + done.stderr).strip().splitlines()[-15:])
            raise RunError(f"{recipe['name']}: {' '.join(command)} failed with {done.returncode}:\n{tail}")
    (folder / ".ready").touch()


def link(environment: Environment, folder: Path) -> None:
    """Put links to the environment's top-level entries into a program's folder."""
    for entry in environment.folder.iterdir():
        if entry.name != ".ready" and not (folder / entry.name).exists():
            (folder / entry.name).symlink_to(entry)


def packages(targets: Sequence[Target]) -> list[str]:
    """The Debian packages with the missing commands of these targets and their linters, without duplicates."""
    names: dict[str, None] = {}
    for target in targets:
        if missing(target):
            names |= dict.fromkeys(apt(target))
        if missing_linter(target.language) and target.language.facts["lint"] != "none":
            names |= dict.fromkeys(target.language.facts["lint"]["apt"])
    there = provided()
    return [name for name in names if name not in there]


def provided() -> set[str]:
    """The names that installed packages of Debian provide besides their own.

    Node's own package for Debian has npm, and conflicts with Debian's package of that name.
    """
    query = ["dpkg-query", "--show", "--showformat", "${db:Status-Status} ${Provides}\n"]
    if not shutil.which(query[0]):
        return set()
    done = subprocess.run(query, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, timeout=60)
    installed = [line.partition(" ")[2] for line in done.stdout.splitlines() if line.startswith("installed ")]
    return {name.split()[0] for names in installed for name in names.split(",") if name.strip()}


def apt_commands(names: Sequence[str]) -> list[list[str]]:
    """The commands that install Debian packages, with sudo if the user is not root.

    Raises:
        RunError: this system is neither Debian nor Ubuntu.
    """
    if not shutil.which("apt-get"):
        raise RunError(f"packages can only be installed with apt-get; install these yourself: {' '.join(names)}")
    sudo = [] if os.geteuid() == 0 else ["sudo"]
    environment = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive"]
    return [
        [*environment, "apt-get", "update", "-qq"],
        [*environment, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *names],
    ]


def apt_sizes(names: Sequence[str]) -> list[str]:
    """What apt-get says of the archives that Debian packages need and of the disk space that they will take."""
    command = ["apt-get", "install", "--assume-no", "--no-install-recommends", *names]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, timeout=60,
        env={**os.environ, "LC_ALL": "C"},
    )  # fmt: skip
    return [line for line in done.stdout.splitlines() if line.startswith(("Need to get ", "After this operation"))]


def forget() -> None:
    """Forget which commands are missing, after packages were installed."""
    _missing.cache_clear()
