"""Packages of npm and PyPI, unpacked into the cache folder once."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from snippetgen.basics.files import cache_folder


def package(name: str) -> Path:
    """The folder of a package such as ``har-examples@5.0.1``."""
    folder = cache_folder() / "real" / re.sub(r"[^\w.@-]+", "-", name).strip("-")
    if not folder.is_dir():
        if not shutil.which("npm"):
            sys.exit("the inputs come from npm, and npm is not installed")
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as work:
            subprocess.run(["npm", "pack", "--silent", name], cwd=work, check=True, stdout=subprocess.DEVNULL)
            (archive,) = Path(work).glob("*.tgz")
            with tarfile.open(archive) as opened:
                opened.extractall(work, filter="data")
            (Path(work) / "package").rename(folder)
    return folder


def sdist(name: str) -> Path:
    """The folder of a source distribution such as ``Sphinx==8.2.3``."""
    folder = cache_folder() / "real" / f"pypi-{name}"
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as work:
            options = ["--quiet", "--no-deps", "--no-binary", ":all:", "--dest", work]
            subprocess.run([sys.executable, "-m", "pip", "download", *options, name], check=True)
            (archive,) = Path(work).glob("*.tar.gz")
            with tarfile.open(archive) as opened:
                opened.extractall(Path(work) / "source", filter="data")
            (Path(work) / "source").rename(folder)
    return folder


def installed(*names: str) -> Path:
    """A folder in whose node_modules the packages are."""
    folder = cache_folder() / "rivals"
    folder.mkdir(parents=True, exist_ok=True)
    missing = [name for name in names if not (folder / "node_modules" / re.sub(r"(?<=.)@.*", "", name)).is_dir()]
    if missing:
        if not (folder / "package.json").is_file():
            (folder / "package.json").write_text('{"private": true}\n')
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent", *missing], cwd=folder, check=True)
    return folder
