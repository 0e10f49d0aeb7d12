"""The documentation agrees with the code."""

import importlib.util
import re
from pathlib import Path

import pytest

from snippetgen import spec
from snippetgen.cli import COMMANDS
from snippetgen.languages import Languages
from snippetgen.verify import LAWS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def docs():
    loaded = importlib.util.spec_from_file_location("docs", ROOT / "tools" / "docs.py")
    module = importlib.util.module_from_spec(loaded)
    loaded.loader.exec_module(module)
    return module


def test_the_generated_parts_of_the_readme_are_current(monkeypatch):
    """`python tools/docs.py` would change nothing."""
    monkeypatch.chdir(ROOT)
    assert docs().regenerated(README) == README


def test_the_spec_in_the_readme_is_valid():
    """Every YAML block of the README loads."""
    blocks = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    assert [spec.loads(block).method for block in blocks] == ["GET"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command):
    """Every command is in the README."""
    assert re.search(rf"\b{command}\b", README) is not None


@pytest.mark.parametrize("target", [target.id for target in Languages().all()])
def test_every_target_is_in_the_readme(target):
    """The table of targets is whole."""
    assert target in README


ROOMS = [path.parent.name + "/" for path in (ROOT / "snippetgen").glob("*/__init__.py")]


@pytest.mark.parametrize("room", sorted([*ROOMS, "api.py", "errors.py", "http.py"]))
def test_every_room_is_in_contributing(room):
    """The table of rooms in CONTRIBUTING has every room."""
    assert f"| `{room}` |" in CONTRIBUTING


def test_the_readme_lists_the_laws():
    """Seven laws, in order."""
    assert len(re.findall(r"(?m)^\d\. \*\*", README)) == len(LAWS)


def test_every_make_target_in_the_docs_exists():
    """A command that the documentation names can be typed."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    named = set(re.findall(r"(?m)(?:^|`)make ([a-z]+)", README + CONTRIBUTING))
    assert {one for one in named if not re.search(rf"(?m)^{one}:", makefile)} == set()


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_fits_a_narrow_terminal(command):
    """No line of `--help` is wider than 80 columns, and click's own marks are not shown."""
    lines = docs().printed(f"{command} --help").splitlines()
    assert [line for line in lines if len(line) > 80 or "\\b" in line] == []
