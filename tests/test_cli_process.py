"""The command line as a process: what it imports, what it does when its output goes nowhere, and where no locale is."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from snippetgen import __version__
from snippetgen.cli import COMMANDS, main

ROOT = Path(__file__).parent.parent
SPEC = str(ROOT / "specs" / "qwq-32b.yaml")


def snippetgen(*words, python=(), **environ):
    return subprocess.run(
        [sys.executable, *python, "-m", "snippetgen", *words],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environ},
        capture_output=True,
        timeout=60,
        check=False,
    )


def shell(command):
    return subprocess.run(
        ["bash", "-c", re.sub(r"^snippetgen", f"{shlex.quote(sys.executable)} -m snippetgen", command)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=60,
        check=False,
    )


def imported(*words):
    """The modules that a command leaves behind."""
    code = f"import sys; from snippetgen.cli import main; main({words}, standalone_mode=False); "
    code += "print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return set(done.stderr.split())


def commands(modules):
    return [name for name in COMMANDS if f"snippetgen.cli.{name}" in modules]


def test_render_imports_what_it_needs():
    """A cold start pays for no module that rendering does not use."""
    found = imported("render", SPEC, "--lang", "python")
    spared = {
        "asyncio", "difflib", "email", "encodings.idna", "h11", "http", "importlib.metadata", "rich", "socket", "ssl",
        "subprocess", "urllib.request",
        "snippetgen.running.mock", "snippetgen.running.runner", "snippetgen.running.toolchain", "snippetgen.verify",
    }  # fmt: skip
    assert (["render"], set()) == (commands(found), spared & found)


def test_help_imports_no_command():
    """--help knows the commands without them."""
    assert [] == commands(imported("--help"))


@pytest.mark.parametrize(
    "environ", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "latin-1"}]
)
def test_output_is_utf_8(environ):
    """A program comes out whole where no locale is set, or another one."""
    done = snippetgen("render", SPEC, "--lang", "python", "--locale", "zh", **environ)
    assert "你好" in done.stdout.decode("utf-8")


def test_a_reader_who_has_enough():
    """A closed pipe is no error to talk about."""
    done = shell(f"snippetgen render {shlex.quote(SPEC)} {shlex.quote(SPEC)} --format json --all | head -c 10")
    assert (0, b"") == (done.returncode, done.stderr)


def test_a_full_disk():
    """Output that cannot be written is one message and exit code 2."""
    done = shell("snippetgen schema > /dev/full")
    assert (2, b"Error: [Errno 28] No space left on device\n") == (done.returncode, done.stderr)


def test_a_name_that_is_no_text():
    """A file name in no known encoding is still named."""
    done = shell("snippetgen validate $'\\xff.yaml'")
    assert (2, b"Error: \\udcff.yaml: no such file or folder\n") == (done.returncode, done.stderr)


@pytest.mark.parametrize(("environ", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colours(tmp_path, environ, coloured):
    """A terminal sees colours in a diff, unless NO_COLOR is set."""
    words = ["render", SPEC, "--lang", "python", "--out", str(tmp_path), "--diff"]
    result = CliRunner().invoke(main, words, color=True, env=environ)
    assert coloured == ("\x1b[32m+" in result.stdout)


def test_help_names_every_command():
    """--help shows each command."""
    text = CliRunner().invoke(main, ["--help"]).stdout
    assert [] == [name for name in COMMANDS if f"\n  {name} " not in text]


@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_help_fits_a_terminal(command):
    """No line of any help is longer than 80 columns."""
    result = CliRunner().invoke(main, [*([command] if command else []), "--help"])
    assert (0, []) == (result.exit_code, [line for line in result.stdout.splitlines() if len(line) > 80])


def test_version():
    """The version of the package."""
    assert f"snippetgen, version {__version__}\n" == CliRunner().invoke(main, ["--version"]).stdout


def test_unknown_command():
    """A word that is no command is a usage error."""
    result = CliRunner().invoke(main, ["rendr"])
    assert (2, True) == (result.exit_code, 'unknown command "rendr" (did you mean "render"?)' in result.stderr)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("snippetgen sch", "plain,schema"),
        ("snippetgen render --lang pyth", "plain,python"),
        ("snippetgen run --lang php,python/req", "plain,php,python/requests"),
    ],
)
def test_completion(words, expected):
    """A shell completes commands, languages and targets."""
    count = str(len(words.split()) - 1)
    done = snippetgen(_SNIPPETGEN_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=count)
    assert expected == done.stdout.decode().strip()
