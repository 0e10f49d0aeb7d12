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


@pytest.mark.parametrize("name", ["docs/spec.md", "docs/gallery.md"])
def test_a_generated_page_is_current(name):
    """`python tools/docs.py` would change nothing."""
    assert docs().PAGES[name]() == (ROOT / name).read_text("utf-8")


def test_the_page_of_the_format_is_whole():
    """Every key of the format has a row, and is in an example, which is a valid spec."""
    made = docs()
    text = (ROOT / "docs" / "spec.md").read_text("utf-8")
    wanted = made.specpage.keys()
    assert {
        one
        for one in wanted
        if not re.search(rf"(?m)^\| `(?:[\w.\[\]*]+\.)?{re.escape(one.rpartition('.')[2])}` \|", text)
    } == set()
    assert wanted - made.specpage.shown() == set()


def test_every_target_is_in_the_gallery():
    """The gallery has a program of every target."""
    text = (ROOT / "docs" / "gallery.md").read_text("utf-8")
    assert [target.id for target in Languages().all() if f"`--lang {target.id}`" not in text] == []


def test_the_readme_links_every_page():
    """Each page of docs is linked from the README."""
    pages = [path.name for path in (ROOT / "docs").glob("*.md")]
    assert [name for name in pages if f"(docs/{name})" not in README] == []


FOREIGN = (
    "ModuleNotFoundError",
    "error: externally",
    "Call to undefined",
    "curl/curl.h",
    "HTTP 301",
    "HTTP 401",
    "--check",
    "unknown operation",
    "unknown language",
)
"""Messages of other programs, or of ours with a name in place of x."""


def test_the_messages_in_troubleshooting_are_ours():
    """Each message that the page about troubleshooting explains is in the code."""
    text = (ROOT / "docs" / "troubleshooting.md").read_text("utf-8")
    code = "".join(path.read_text("utf-8") for path in (ROOT / "snippetgen").rglob("*.py"))
    found = [one for one in re.findall(r"(?m)^\| `([^`]+)`", text) if not one.startswith(FOREIGN)]
    pieces = [
        max(
            re.split(r'…|"x"|_?API_KEY|Markdown|starlight|reStructuredText|\{UNKNOWN\}|https://api.example.com', one),
            key=len,
        ).strip(' "')
        for one in found
    ]
    assert [one for one in pieces if one not in code and not all(word in code for word in one.split(" … "))] == []
    assert len(pieces) > 8


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
