"""Packages of npm, installed into the cache folder once."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from snippetgen.basics.files import cache_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def installed(name: str, packages: Sequence[str], kind: str) -> Path:
    """A folder in whose node_modules the packages are.

    Args:
        packages: with their versions, ``vitepress@1.6.4``.
        kind: of its scripts, as package.json calls it: module or commonjs.
    """
    folder = cache_folder() / "sites" / name
    folder.mkdir(parents=True, exist_ok=True)
    if any(version(folder, one) != one.rpartition("@")[2] for one in packages):
        if not shutil.which("npm"):
            sys.exit("the tools come from npm, and npm is not installed")
        (folder / "package.json").write_text(json.dumps({"private": True, "type": kind}))
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent", *packages], cwd=folder, check=True)
    return folder


def version(folder: Path, package: str) -> str:
    """The version of a package that is installed; empty if it is not."""
    file = folder / "node_modules" / package.rpartition("@")[0] / "package.json"
    return str(json.loads(file.read_text("utf-8"))["version"]) if file.is_file() else ""
