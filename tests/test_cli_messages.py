"""Messages on a terminal and in CI: no text of a file, and no name of one, is an escape or a workflow command."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from snippetgen.cli import main
from snippetgen.errors import Mistake, Problem, without_controls

HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
EVIL = "k\n::error::X\r\x1b]0;x\x07\x9b\u202e##[error]Y"
SHOWN = "k\\n::error::X\\r\\x1b]0;x\\x07\\x9b\\u202e##[error]Y"
GOOD = {"title": "T", "method": "GET", "url": "https://api.example.com/x"}
PAIR = "<!-- snippetgen:start {} -->\n<!-- snippetgen:end -->\n"


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    spec(), spec("evil.yaml", {EVIL: 1})


def spec(name="good.yaml", more=None):
    Path(name).write_text(json.dumps({**GOOD, **(more or {})}), "utf-8")


def call(*words):
    return CliRunner().invoke(main, words)


def commands(text):
    """The lines that GitHub Actions takes for workflow commands."""
    found, stop = [], ""
    for line in re.split("[\n\r]", text):
        command = re.match(r"\s*::(?:stop-commands::)?(.*?)(?:::|$)", line) or re.search(r"##\[(.*?)\]", line)
        if stop:
            stop = "" if line.strip() == f"::{stop}::" else stop
        elif line.startswith("::stop-commands::"):
            stop = line.removeprefix("::stop-commands::")
        elif command:
            found.append(line)
    return found


WRONG = [
    ("validate", "evil.yaml"),
    ("render", "evil.yaml", "--lang", "python"),
    ("render", EVIL, "--lang", "python"),
    ("render", "good.yaml", "--lang", EVIL),
    ("render", "good.yaml", "--lang", "python", "--set", f"{EVIL}=1"),
    ("render", "good.yaml", "--lang", "python", "--server", EVIL),
    ("tutorial", "evil.yaml", "--lang", "python"),
    ("export", "evil.yaml", "--format", "har"),
    ("mock", "evil.yaml"),
    ("embed", "bad.md"),
    ("embed", "--check", "bad.md"),
    ("embed", f"no{EVIL}.md"),
    ("build",),
    ("build", "--check"),
    ("inject", "evil.yaml", "--lang", "python"),
    ("import", "openapi.json", "--out", "o"),
    ("import", "openapi.json", "--list"),
    (EVIL,),
    ("render", f"--{EVIL}"),
]


def write_all():
    Path("bad.md").write_text(PAIR.format("spec=evil.yaml lang=python") + PAIR.format('"x\x1b[31m=y"'), "utf-8")
    Path("snippetgen.yaml").write_text("specs: [evil.yaml]\nsnippets: [{out: made}]\ntargets: [python]\n")
    operation = {"operationId": EVIL, "tags": [EVIL], "parameters": [{"name": EVIL, "in": "nowhere", "schema": {"$ref": EVIL}}], "requestBody": {"content": {EVIL: {}}}}
    Path("openapi.json").write_text(json.dumps({"openapi": "3.1.0", "info": {"title": EVIL, "version": "1"}, "servers": [{"url": "https://a.example"}], "paths": {f"/{EVIL}": {"get": operation}}}))


@pytest.mark.parametrize("words", WRONG, ids=lambda words: " ".join(words)[:30].replace("\n", ""))
def test_no_control_reaches_a_terminal(words):
    """Whatever a spec, a document, a description or a word holds, messages show its controls as escapes."""
    write_all()
    told = call(*words)
    assert told.exit_code in (0, 1, 2)
    assert (told.exception is None or isinstance(told.exception, SystemExit)), told.exception
    assert [] == HIDDEN.findall(told.output)


@pytest.mark.parametrize("words", [one for one in WRONG if one[-1] not in (EVIL, f"--{EVIL}")], ids=lambda words: " ".join(words)[:30].replace("\n", ""))
def test_no_line_is_a_workflow_command(words, monkeypatch):
    """On GitHub Actions, no text of a file is a workflow command, on standard output and on standard error."""
    write_all()
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    told = call(*words)
    for text in (told.stdout, told.stderr):
        assert [] == [one for one in commands(text) if not one.startswith("::error file=")]


@pytest.mark.skipif(os.name == "nt", reason="Windows allows no line break in the name of a file")
def test_the_name_of_a_document(monkeypatch):
    """A document whose name has a line break is one line of a message, and one annotation."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    Path("a\n::error::X.md").write_text(PAIR.format("spec=good.yaml lang=python"), "utf-8")
    told = call("embed", "--check", ".")
    assert 1 == told.exit_code
    assert [] == [one for one in commands(told.output) if "::error file=a%0A" not in one]
    assert "a\\n::error::X.md:1: " in told.stderr


def test_a_diff_on_a_terminal():
    """A diff keeps its bytes in a file or a pipe, and shows controls as escapes on a terminal."""
    program = "import pty, sys; sys.exit(pty.spawn([sys.executable, '-m', 'snippetgen', 'embed', '--diff', 'a.md']) >> 8)"
    Path("a.md").write_text(PAIR.format("spec=good.yaml lang=python").replace("-->\n<", "-->\nold\x1b]0;x\x07\n<", 1), "utf-8")
    if os.name == "nt":
        pytest.skip("Windows has no pseudo-terminals")
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, stdin=subprocess.DEVNULL).stdout
    assert b"old\\x1b]0;x\\x07" in shown
    assert b"\x1b]0" not in shown
    assert "old\x1b]0;x\x07" in call("embed", "--diff", "a.md").stdout


@pytest.mark.parametrize("words", [("validate", "evil.yaml", "--format", "json"), ("embed", "--check", "bad.md", "--output-format", "json"), ("import", "openapi.json", "--list", "--format", "json")])
def test_json(words):
    """JSON has control characters as escapes, also those that JSON does not ask for."""
    write_all()
    Path("bad.md").write_text(PAIR.format("spec=good.yaml lang=python").replace("-->\n<", f"-->\n{EVIL}\n<", 1), "utf-8")
    told = call(*words)
    assert [] == HIDDEN.findall(told.stdout)
    assert "\\u009b" in json.dumps(json.loads(told.stdout)).replace("\\\\x9b", "\\u009b")


def test_mistakes_are_lines():
    """A mistake and a problem are one line each, whatever they quote."""
    shown = f"{SHOWN}:1:2: {SHOWN}: {SHOWN}"
    assert (shown, f"{SHOWN}:1:2: warning: {SHOWN}") == (str(Mistake(EVIL, 1, 2, EVIL, EVIL)), str(Problem(EVIL, 1, 2, "warning", EVIL)))


def test_what_stays():
    """Line breaks of a message, tabs and letters of any script stay."""
    assert "a\n\tb 汉字 é 😀\n" == without_controls("a\r\n\tb 汉字 é 😀\n")
