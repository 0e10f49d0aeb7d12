"""The files that CI services and pre-commit read: the hooks and the action."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from needs import need

ROOT = Path(__file__).parent.parent
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
PROJECTS = (ROOT / "docs" / "projects.md").read_text("utf-8")

SPEC = "title: Cats\nmethod: GET\nurl: https://api.example.com/cats\n"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A project that was built, and a spec that was edited since."""
    (tmp_path / "cats.yaml").write_text(SPEC, "utf-8")
    (tmp_path / "snippetgen.yaml").write_text("specs: [cats.yaml]\ntargets: [php]\nsnippets: [{out: out}]\n", "utf-8")
    monkeypatch.setenv("SNIPPETGEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    subprocess.run([sys.executable, "-m", "snippetgen", "build", "--quiet"], check=True, timeout=60)
    (tmp_path / "cats.yaml").write_text(SPEC.replace("/cats", "/lions"), "utf-8")
    return tmp_path


def hook(name):
    return next(one for one in HOOKS if one["id"] == name)


def run(words, **environment):
    """A command of ours, with the snippetgen of this environment on the PATH."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(words, capture_output=True, text=True, timeout=60, check=False, env={**os.environ, "PATH": path, **environment})


@pytest.mark.parametrize("name", [one["id"] for one in HOOKS])
def test_each_hook_is_documented(name):
    """Every hook is documented."""
    assert f"`{name}`" in PROJECTS or f"id: {name}" in PROJECTS


@pytest.mark.parametrize("file", ["specs/chat.yaml", "api.json", "docs/a.md", "b.mdx", "c.rst", "d.adoc", "e.html", "pyproject.toml", "t/x.java.j2"])
@pytest.mark.parametrize("name", [one["id"] for one in HOOKS])
def test_a_change_of_any_of_these_runs_a_hook(name, file):
    """A change of a spec, a document, a template or the configuration runs a hook."""
    assert re.search(hook(name)["files"], file)


@pytest.mark.usefixtures("here")
def test_the_checking_hook_fails_where_something_differs():
    """The checking hook exits with 1 and shows the diff."""
    result = run(shlex.split(hook("snippetgen-build-check")["entry"]))
    assert (1, True) == (result.returncode, "+$curl = curl_init('https://api.example.com/lions');" in result.stdout.splitlines())


@pytest.mark.usefixtures("here")
def test_the_fixing_hook_mends_it():
    """The fixing hook fails because it wrote; afterwards, it passes, and so does the check."""
    names = ("snippetgen-build", "snippetgen-build-check", "snippetgen-build")
    assert [1, 0, 0] == [run(shlex.split(hook(name)["entry"])).returncode for name in names]


@pytest.mark.parametrize("name", ["snippetgen-embed", "snippetgen-embed-check"])
def test_hooks_without_a_configuration_look_at_all_documents(here, name):
    """The hooks for documents need no snippetgen.yaml."""
    (here / "snippetgen.yaml").unlink()
    (here / "README.md").write_text("<!-- snippetgen:start spec=cats.yaml -->\n<!-- snippetgen:end -->\n", "utf-8")
    assert 1 == run(shlex.split(hook(name)["entry"])).returncode


def test_the_action_runs_what_it_is_told(here):
    """The last step of the action, in bash, prints annotations, writes a summary, and exits with 1."""
    need("bash")
    step = ACTION["runs"]["steps"][-1]
    venv = here / "runner" / "snippetgen" / "bin"
    venv.mkdir(parents=True)
    (venv / "snippetgen").symlink_to(Path(sys.executable).parent / "snippetgen")
    summary = here / "summary.md"
    result = run(
        ["bash", "-e", "-o", "pipefail", "-c", step["run"]],
        ARGUMENTS=ACTION["inputs"]["arguments"]["default"],
        RUNNER_TEMP=str(here / "runner"),
        GITHUB_ACTIONS="true",
        GITHUB_WORKSPACE=str(here),
        GITHUB_STEP_SUMMARY=str(summary),
    )
    commands = [line for line in result.stdout.splitlines() if line.startswith("::error file=out/cats/php-curl.php,line=")]
    assert (1, 1, True) == (result.returncode, len(commands), summary.read_text("utf-8").startswith("### snippetgen: 1 of 1 files"))


def test_the_arguments_of_the_action_are_no_script(here):
    """The arguments of the action can neither run a command nor expand a pattern."""
    need("bash")
    venv = here / "runner" / "snippetgen" / "bin"
    venv.mkdir(parents=True)
    (venv / "snippetgen").write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    (venv / "snippetgen").chmod(0o755)
    script = ACTION["runs"]["steps"][-1]["run"]
    result = run(["bash", "-e", "-c", script], ARGUMENTS="build $(touch x) * `id`;", RUNNER_TEMP=str(here / "runner"))
    assert ["build", "$(touch", "x)", "*", "`id`;"] == result.stdout.splitlines()


@pytest.mark.parametrize("step", ACTION["runs"]["steps"], ids=lambda step: step.get("name", "uses"))
def test_no_step_holds_an_expression_in_its_script(step):
    """Inputs of the action are passed as variables, because an expression in a script would become code."""
    assert "${{" not in step.get("run", "")
