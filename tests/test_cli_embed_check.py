"""`snippetgen embed --check`, as people and CI services see it."""

import json
import os
import re

import pytest
from embedding import DOCUMENT, edit, folder, run


@pytest.fixture
def here(tmp_path, monkeypatch):
    return folder(tmp_path, monkeypatch)


# -- checking ----------------------------------------------------------------------------------------------------------


def test_check(here):
    """--check writes nothing, and names the blocks that differ and the fix; after the fix, it passes."""
    before = run("a.md", "--check")
    expected = "a.md:3: differs from what its spec says\n1 of 1 files differ\nfix with: snippetgen embed a.md\n"
    assert (1, expected, "", DOCUMENT.encode()) == (before.exit_code, before.stderr, before.stdout, (here / "a.md").read_bytes())
    run("a.md")
    after = run("a.md", "--check")
    assert (0, "0 of 1 files differ\n") == (after.exit_code, after.stderr)


def test_check_of_an_edit(here):
    """--check reports a manual edit as such, at its own line, and the fix that it names is one that works."""
    run("a.md")
    edit(here / "a.md", "requests.get(", "requests.post(")
    line = (here / "a.md").read_text("utf-8").split("requests.post(")[0].count("\n") + 1
    result = run("a.md", "--check")
    said = [f"a.md:{line}: was edited by hand, and differs from what its spec says (--force overwrites it)", "1 of 1 files differ"]
    assert (1, [*said, "fix with: snippetgen embed a.md --force"]) == (result.exit_code, result.stderr.splitlines())
    assert [0, 0] == [run("a.md", "--force").exit_code, run("a.md", "--check").exit_code]


def test_check_of_a_clean_document(here):
    """--clean --check fails if there is text between the markers."""
    assert 0 == run("a.md", "--check", "--clean").exit_code
    run("a.md")
    result = run("a.md", "--check", "--clean")
    assert (1, "fix with: snippetgen embed a.md --clean") == (result.exit_code, result.stderr.splitlines()[-1])
    assert b"requests" in (here / "a.md").read_bytes()


def test_the_command_that_mends(here):
    """The fix can be pasted into a shell, and has the options that were given."""
    (here / "a b").mkdir()
    (here / "a.md").rename(here / "a b" / "$(x).md")
    (here / "cats.yaml").rename(here / "a b" / "cats.yaml")
    result = run("a b", "--check", "-l", "shell", "--tabs", "github", "--locale", "zh")
    assert "fix with: snippetgen embed 'a b' --lang shell --tabs github --locale zh" == result.stderr.splitlines()[-1]
    assert "fix with: snippetgen embed 'a b/$(x).md'" == run("a b/$(x).md", "--check").stderr.splitlines()[-1]


def test_diff(here):
    """--diff prints the changes and does not write them, even if there are manual edits."""
    result = run("a.md", "--diff")
    added = [line[1:] for line in result.stdout.splitlines()[3:] if line.startswith("+")]
    assert (0, DOCUMENT.encode(), "--- a.md", True) == (result.exit_code, (here / "a.md").read_bytes(), result.stdout.splitlines()[0], "```python" in added)
    run("a.md")
    edit(here / "a.md", "requests.get(", "requests.post(")
    again = run("a.md", "--diff")
    assert (0, ["-response = requests.post(", "+response = requests.get("]) == (again.exit_code, [line for line in again.stdout.splitlines()[2:] if line[0] in "+-"])


# -- continuous integration --------------------------------------------------------------------------------------------


def stale(here, name):
    """A document that was filled, and whose spec has changed since."""
    (here / name).parent.mkdir(parents=True, exist_ok=True)
    (here / name).write_bytes(DOCUMENT.replace("cats.yaml", os.path.relpath(here / "cats.yaml", (here / name).parent)).encode())
    run(name)
    edit(here / "cats.yaml", "/cats", "/lions")
    return (here / name).read_bytes().count(b"\n") - 1


def test_github(here):
    """The report for GitHub has an annotation for each block, and the diff, in which nothing is read as a command."""
    end = stale(here, "a.md")
    result = run("a.md", "--check", "--output-format", "github")
    lines = result.stdout.splitlines()
    place = f"::error file=a.md,line=3,endLine={end},title=snippetgen%3A not up to date::differs from what its spec says: run snippetgen embed a.md"
    token = re.fullmatch(r"::stop-commands::([0-9a-f]{64})", lines[0])[1]
    assert (1, [f"::{token}::", place]) == (result.exit_code, lines[-2:])
    assert ["--- a.md", "+++ a.md"] == lines[1:3]


def test_github_is_found(here, monkeypatch):
    """GitHub Actions is detected, and paths are relative to the checkout, whatever folder a job works in."""
    end = stale(here, "sub/a,b: 100%.md")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(here))
    monkeypatch.chdir(here / "sub")
    found = run("--check").stdout.splitlines()[-1]
    assert f"::error file=sub/a%2Cb%3A 100%25.md,line=3,endLine={end},title=snippetgen%3A not up to date::differs from what its spec says: run snippetgen embed" == found


def test_a_command_in_a_program(here):
    """A spec that holds a command of GitHub's stands within the lines that stop commands."""
    body = '{type: text, example: "a\\n::add-mask::b\\nc\\n"}'
    (here / "cats.yaml").write_text(f"title: '::add-mask::x'\nmethod: POST\nurl: https://a.example/\nbody: {body}\n", "utf-8")
    lines = run("a.md", "--check", "--output-format", "github").stdout.splitlines()
    stop = [number for number, line in enumerate(lines) if re.match(r"::(stop-commands::)?[0-9a-f]{64}", line)]
    commands = [number for number, line in enumerate(lines) if "::add-mask::" in line]
    assert (0, True, len(lines) - 2) == (stop[0], all(stop[0] < one < stop[1] for one in commands), stop[1])
    assert commands


def test_the_summary_of_a_step(here, tmp_path):
    """The step summary is appended to the file that GitHub names."""
    (tmp_path / "summary.md").write_text("before\n", "utf-8")
    stale(here, "a.md")
    run("a.md", "--check", "--output-format", "github", env={"GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")})
    text = (tmp_path / "summary.md").read_text("utf-8")
    assert ["before", "### snippetgen: 1 of 1 files are not up to date", "| a.md | different |", "Fix with `snippetgen embed a.md`."] == [
        line for line in text.splitlines() if line.startswith(("before", "#", "| a", "Fix"))
    ]


def test_a_summary_that_cannot_be_written(here):
    """A step summary that cannot be written is not a failure."""
    run("a.md")
    result = run("a.md", "--check", "--output-format", "github", env={"GITHUB_STEP_SUMMARY": "/no/such/folder/summary.md"})
    assert (0, "cannot write the step summary: /no/such/folder/summary.md: No such file or directory") == (result.exit_code, result.stderr.splitlines()[0])
    assert here.is_dir()


def test_json(here):
    """The JSON report lists each document that differs, with the places, and nothing else is printed."""
    end = stale(here, "a 汉字.md")
    (here / "a.md").unlink()
    (here / "c.md").write_text("no markers", "utf-8")
    result = run("--check", "--output-format", "json")
    found = json.loads(result.stdout)
    (one,) = found["different"]
    assert (1, 2, "a 汉字.md", "different", [{"line": 3, "end_line": end, "text": "differs from what its spec says"}]) == (
        result.exit_code,
        found["files"],
        one["file"],
        one["state"],
        one["places"],
    )
    assert '+    "https://api.example.com/lions",' in one["diff"].splitlines()


def test_json_of_what_is_written(here):
    """Without --check, the JSON report lists the documents that were written."""
    result = run("a.md", "--output-format", "json")
    assert (0, "", ["a.md"]) == (result.exit_code, result.stderr, [one["file"] for one in json.loads(result.stdout)["different"]])
    assert b"requests" in (here / "a.md").read_bytes()
