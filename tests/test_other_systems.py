"""The commands for documentation authors work on systems that are not POSIX."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HIDING = """
import os, sys

class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name in {"fcntl", "resource", "pwd", "grp", "termios"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Hidden())
for name in ("fcntl", "resource", "pwd", "grp", "termios"):
    sys.modules.pop(name, None)
for name in ("fork", "forkpty", "geteuid", "getuid", "sched_getaffinity"):
    if hasattr(os, name):
        delattr(os, name)
"""
MODULES = sorted(
    ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for file in (ROOT / "snippetgen").rglob("*.py")
    if file.name != "__main__.py" and file.parent.name != "plugins"  # a plugin needs the tool that it is for
)


def hidden(code, *words):
    """Python run with those modules and functions hidden."""
    words = [sys.executable, "-c", HIDING + code, *words]
    return subprocess.run(words, capture_output=True, text=True, cwd=ROOT, timeout=120, check=False)


def test_every_module_can_be_imported():
    """No module of the package needs POSIX modules to be imported."""
    done = hidden(f"import importlib\nfor name in {MODULES!r}: importlib.import_module(name)\nprint('all')")
    assert ("all\n", "") == (done.stdout, done.stderr)


@pytest.mark.parametrize("words", [
    ["render", "specs/qwq-32b.yaml", "--lang", "java"],
    ["tutorial", "specs/search.yaml"],
    ["import", "curl https://api.example.com/cats"],
    ["build", "--check"],
    ["embed", "README.md", "--check"],
], ids=lambda words: words[0])
def test_what_authors_use(words):
    """The commands for authors work without POSIX modules."""
    done = hidden("from snippetgen.cli import main\nmain()", *words)
    assert (0, False) == (done.returncode, "Traceback" in done.stderr), done.stderr


def test_run_says_what_it_needs():
    """Running a program needs POSIX, and one message says so."""
    done = hidden("from snippetgen.cli import main\nmain()", "run", "specs/qwq-32b.yaml", "--lang", "python/http.client", "--mock")
    assert (2, ["Error: running programs needs Linux, macOS or another POSIX system"]) == (
        done.returncode, [line.partition(" (on Windows")[0] for line in done.stderr.splitlines()],
    )  # fmt: skip
