"""Programs print the output that their tutorials show."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from needs import need

from snippetgen import spec
from snippetgen.languages import Languages
from snippetgen.pages.panels import panels
from snippetgen.request.choices import Choices

SPECS = sorted((Path(__file__).parent.parent / "specs").glob("*.yaml"))
CASES = [(file, stream) for file in SPECS for stream in ((False, True) if spec.load(file).stream else (False,))]
TARGETS = {"python/http.client": "python3", "shell/curl": "curl"}


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize(("file", "stream"), CASES, ids=lambda one: getattr(one, "stem", "stream" if one else "plain"))
def test_what_a_page_says_is_printed_is_printed(file, stream, target, monkeypatch, tmp_path):
    """Run against the mock, which gives the example answer, a program prints what its tutorial shows."""
    need(TARGETS[target])
    endpoint = spec.load(file)
    (panel,) = panels(endpoint, Languages().select(target), Choices(), "en")
    program = panel.stream if stream else panel.program
    for name in spec_files(endpoint):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"content")
    monkeypatch.chdir(tmp_path)
    words = [sys.executable, "-m", "snippetgen", "run", str(file), "--lang", target, "--mock", *(["--stream"] if stream else [])]
    stdout = subprocess.run(words, capture_output=True, encoding="utf-8", timeout=60, check=True).stdout
    printed = program.prints
    if endpoint.method == "HEAD":  # a server adds headers of its own
        assert set(printed.text.lower().splitlines()) <= set(stdout.lower().splitlines())
    elif printed is None:
        assert not endpoint.answer.example
    elif printed.lexer == "json":
        assert json.loads(printed.text) == json.loads(stdout)
    else:
        assert printed.text.strip() == stdout.strip()


def spec_files(endpoint):
    """The files that a program would send."""
    parts = [part["file"] for part in (endpoint.body.parts if endpoint.body else ()) if "file" in part]
    params = [one.example for one in endpoint.params if one.type == "file"]
    return [*parts, *params, *([endpoint.body.file] if endpoint.body and endpoint.body.file else [])]
