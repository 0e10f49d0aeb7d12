"""`snippetgen verify`, `mock` and `toolchains`."""

import http.client
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from snippetgen.cli import main
from snippetgen.languages import Languages
from snippetgen.running import toolchain

SPECS = Path(__file__).parent.parent / "specs"
HEAD = str(SPECS / "head.yaml")


def run(*words):
    return CliRunner().invoke(main, words)


@pytest.mark.toolchain
def test_verify_prints_json_and_writes_it(tmp_path):
    """--format json and --report FILE hold the same."""
    report = tmp_path / "report.json"
    words = ["verify", HEAD, "--lang", "python/http.client", "--law", "1", "--format", "json", "--report", str(report)]
    result = run(*words)
    assert (result.exit_code, json.loads(result.stdout)) == (0, json.loads(report.read_text("utf-8")))


def test_verify_refuses_a_law_that_is_none():
    """There are seven laws."""
    result = run("verify", HEAD, "--law", "8")
    assert (result.exit_code, "8 is not in the range 1<=x<=7" in result.stderr) == (2, True)


def test_toolchains_as_json(monkeypatch):
    """With --format json, each target says whether it is ready, and what is missing."""
    missing = {"lua/lua-http": "lua is not installed"}
    monkeypatch.setattr("snippetgen.cli.toolchains._missing", lambda target: missing.get(target.id, ""))
    found = json.loads(run("toolchains", "--lang", "lua,perl/lwp", "--format", "json").stdout)
    assert [
        {"id": "lua/lua-http", "ready": False, "missing": "lua is not installed"},
        {"id": "perl/lwp", "ready": True, "missing": ""},
    ] == found


def test_toolchains_names_every_target():
    """A line for each target: ready, or what is missing."""
    lines = run("toolchains").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [target.id for target in Languages().all()]


def test_toolchains_to_skip():
    """--skip leaves out targets and whole languages; a name that is none is an error."""
    left = [line.split()[0] for line in run("toolchains", "--skip", "python,java/okhttp").stdout.splitlines()]
    wanted = [target.id for target in Languages().all() if target.language.id != "python" and target.id != "java/okhttp"]
    assert (wanted, 2) == (left, run("toolchains", "--skip", "cobol").exit_code)


@pytest.mark.parametrize(("word", "prepares"), [(["packages"], False), ([], True)])
def test_packages_alone(monkeypatch, word, prepares):
    """--install packages installs the packages of Debian, and makes nothing with them."""
    made = []
    monkeypatch.setattr(toolchain, "packages", lambda _: ["a"])
    monkeypatch.setattr(toolchain, "apt_commands", lambda packages: [["true", *packages]])
    monkeypatch.setattr(toolchain, "missing", lambda _: "")
    monkeypatch.setattr(toolchain, "missing_linter", lambda _: "")
    monkeypatch.setattr(toolchain, "prepared", made.append)
    monkeypatch.setattr(toolchain, "prepared_linter", made.append)
    result = run("toolchains", "--lang", "lua", "--install", *word)
    assert ("true a\n", prepares) == (result.stderr, bool(made))


@pytest.fixture
def served():
    """A mock of the HEAD spec as its own process: its first line, and the process."""
    process = subprocess.Popen(
        [sys.executable, "-m", "snippetgen", "mock", HEAD],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    try:
        yield process.stdout.readline(), process
    finally:
        process.kill()
        process.communicate(timeout=10)


def test_mock_prints_the_requests_it_answers(served):
    """A request is answered as the spec's example says, and printed; Ctrl-C ends it with exit code 0."""
    line, process = served
    host, _, path = line.split()[1].removeprefix("http://").partition("/")
    connection = http.client.HTTPConnection(host, timeout=5)
    connection.request("HEAD", f"/{path}", headers={"Accept": "application/gzip"})
    status = connection.getresponse().status
    process.send_signal(signal.SIGINT)
    printed, _ = process.communicate(timeout=10)
    assert (status, process.returncode, f"HEAD /{path}" in printed) == (200, 0, True)


def test_mock_names_a_port_that_is_taken(served):
    """A port in use is one message and exit code 2."""
    port = served[0].split()[1].removeprefix("http://").partition("/")[0].partition(":")[2]
    result = run("mock", HEAD, "--port", port)
    assert (result.exit_code, result.stderr) == (2, f"Error: cannot listen on 127.0.0.1 port {port}: Address already in use\n")
