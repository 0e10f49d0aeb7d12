"""Root folders of a newer Debian release, for toolchains that this system's release does not have.

A root is made once, in the cache folder, by debootstrap, and shared by all languages of its release. Programs enter it
by chroot, in a mount namespace of their own: it ends with their last process, so that nothing stays mounted.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from importlib import import_module
from typing import TYPE_CHECKING, Any

from snippetgen.basics.files import cache_folder
from snippetgen.errors import RunError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MAKE_SECONDS = 1800
"""How long one command that makes a root may take."""

_SCRIPT = "/usr/share/debootstrap/scripts/sid"
"""That of each release since 2005 but by name, for one that this system's debootstrap does not know yet."""

_SHARED = ("/proc", "/dev", "/etc/ssl/certs")
_ENTER = (
    'root="$1"; shift; while [ "$1" != -- ]; do '
    'mkdir -p "$root$1" && mount --rbind "$1" "$root$1" || exit 125; shift; done; shift; '
    'exec chroot "$root" env --chdir="$PWD" "$@"'
)
_INSTALL = (
    'root="$1"; shift; touch "$root/etc/resolv.conf" && mount --rbind /proc "$root/proc" && '
    'mount --rbind /dev "$root/dev" && mount --bind /etc/resolv.conf "$root/etc/resolv.conf" || exit 125; '
    'exec chroot "$root" "$@"'
)
_HOSTS = "127.0.0.1 localhost\n::1 localhost\n"


def folder(release: str) -> Path:
    """The folder of a release's root."""
    return cache_folder() / "roots" / release


def identity_files(toolchain: Any) -> list[Path]:
    """The files that change whenever the root of a toolchain does; none without a root."""
    if toolchain == "none" or toolchain["root"] == "none":
        return []
    return [folder(toolchain["root"]["release"]) / "var/lib/dpkg/status"]


def entering(toolchain: Any) -> list[str]:
    """The words before a command that runs in the root of a toolchain; none without a root."""
    if toolchain == "none" or toolchain["root"] == "none":
        return []
    shared = [*_SHARED, *dict.fromkeys(("/tmp", tempfile.gettempdir())), str(cache_folder() / "environments")]  # noqa: S108 - what programs see
    return [*_namespace(_ENTER), str(folder(toolchain["root"]["release"])), *shared, "--"]


def missing(toolchain: Any) -> str:
    """Why programs cannot run in the root of a toolchain here; empty if they can."""
    release, packages = toolchain["root"]["release"], toolchain["root"]["packages"]
    if os.geteuid() != 0:
        return f"its tools are in Debian {release}, and only root may enter a root folder of another release"
    for command in ("debootstrap", "unshare"):
        if shutil.which(command) is None:
            return f"{command} is not installed (apt install {' '.join(toolchain['apt'])})"
    if lacking := _lacking(release, packages):
        return f"the root folder of Debian {release} lacks {' '.join(lacking)} (snippetgen toolchains --install)"
    return ""


def make(toolchain: Any) -> None:
    """Make the root of a toolchain, or add the packages that it lacks.

    Raises:
        RunError: a command failed.
    """
    release, packages = toolchain["root"]["release"], toolchain["root"]["packages"]
    root = folder(release)
    root.parent.mkdir(parents=True, exist_ok=True)
    fcntl = import_module("fcntl")  # only POSIX systems have it, as they have root
    with root.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not root.exists():
            new = root.with_suffix(".new")
            shutil.rmtree(new, ignore_errors=True)
            _do(["debootstrap", "--variant=minbase", release, str(new), mirror(), _SCRIPT])
            (new / "etc/hosts").write_text(_HOSTS, "utf-8")
            new.rename(root)
        if lacking := _lacking(release, packages):
            apt = [*_namespace(_INSTALL), str(root), "env", "TMPDIR=/tmp", "DEBIAN_FRONTEND=noninteractive"]
            apt += ["apt-get", *_as_here()]
            _do([*apt, "update", "-qq"])
            _do([*apt, "install", "-y", "-qq", "--no-install-recommends", *lacking])
            _do([*apt, "clean"])


def mirror() -> str:
    """The address of the archive that this system's apt takes its packages from.

    Raises:
        RunError: apt names none.
    """
    command = ["apt-get", "indextargets", "--format", "$(ORIGIN)|$(REPO_URI)", "Created-By: Packages"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    return chosen(done.stdout)


def chosen(targets: str) -> str:
    """The first archive of Debian's own among lines of `origin|address`."""
    for line in targets.splitlines():
        origin, _, address = line.partition("|")
        if origin == "Debian":
            return address
    raise RunError("apt knows no archive of Debian's (run apt-get update)")


def _as_here() -> list[str]:
    """Options with which apt takes the mirror's old lists of packages if this system's does: a release that is not out
    yet has lists that expire, and some mirrors keep them longer.
    """
    command = ["apt-config", "--format", "%f=%v%n", "dump", "Acquire::Check-Valid-Until"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    return [word for line in done.stdout.split() for word in ("-o", line)]


def _lacking(release: str, packages: Sequence[str]) -> list[str]:
    there = folder(release) / "var/lib/dpkg/info"
    return [one for one in packages if not (there / f"{one}.list").exists() and not [*there.glob(f"{one}:*.list")]]


def _namespace(script: str) -> list[str]:
    return ["unshare", "--mount", "--propagation", "private", "sh", "-c", script, "sh"]


def _do(command: list[str]) -> None:
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, errors="replace", stdin=subprocess.DEVNULL,
            timeout=MAKE_SECONDS, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise RunError(f"{shlex.join(command)}: {error}") from None
    if done.returncode:
        tail = "\n".join((done.stdout + done.stderr).strip().splitlines()[-15:])
        raise RunError(f"{shlex.join(command)} failed with {done.returncode}:\n{tail}")
