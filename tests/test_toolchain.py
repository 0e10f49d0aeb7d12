"""Missing commands and prepared environments, with a toy language whose tools are those of the shell."""

import shutil

import pytest

from snippetgen.errors import RunError
from snippetgen.languages import Languages, language
from snippetgen.running import toolchain


@pytest.fixture
def target(tmp_path, monkeypatch):
    """Python's requests target, with an environment that a shell makes in no time."""
    monkeypatch.setenv("SNIPPETGEN_CACHE", str(tmp_path / "cache"))
    shutil.copytree(language.shipped_folder("templates") / "python", tmp_path / "templates" / "python")
    facts = tmp_path / "templates" / "python" / "language.yaml"
    text = facts.read_text("utf-8")
    prepare = '  prepare: [["sh", "-c", "echo made >> log; mkdir -p .venv/bin"]]'
    text = text.replace('  prepare: [["python3", "-m", "venv", ".venv"], ["{install}"]]', prepare, 1)
    facts.write_text(text, "utf-8")
    return Languages(tmp_path / "templates").target("python", "requests")


def test_an_environment_is_made_once(target):
    """An environment is made once, and used again."""
    folders = {toolchain.prepared(target).folder for _ in range(2)}
    assert [(folder / "log").read_text() for folder in folders] == ["made\n"]


def test_offline_makes_nothing(target):
    """--offline makes no environment, and names the one that is missing."""
    with pytest.raises(RunError) as caught:
        toolchain.prepared(target, offline=True)
    assert str(caught.value) == "the environment of python-requests does not exist yet (run without --offline)"


def test_offline_uses_what_is_there(target):
    """An environment that is made is no matter of the network."""
    folder = toolchain.prepared(target).folder
    assert toolchain.prepared(target, offline=True).folder == folder


@pytest.mark.usefixtures("target")
def test_a_command_that_fails_is_named(tmp_path):
    """The command, its exit code and the end of what it said are in the message; nothing counts as made."""
    facts = tmp_path / "templates" / "python" / "language.yaml"
    facts.write_text(facts.read_text("utf-8").replace("echo made >> log", "echo no luck >&2; exit 3"), "utf-8")
    broken = Languages(tmp_path / "templates").target("python", "requests")
    messages = []
    for _ in range(2):
        with pytest.raises(RunError) as caught:
            toolchain.prepared(broken)
        messages.append(str(caught.value))
    command = "sh -c echo no luck >&2; exit 3; mkdir -p .venv/bin"
    assert messages == [f"python-requests: {command} failed with 3:\nno luck"] * 2


def test_what_is_missing_is_named_with_its_packages(target):
    """A command that is not on the PATH is named, with the Debian packages that bring it."""
    target.language.facts["toolchain"].update(needs=["no-such-command"], apt=["no-such-package"])
    assert toolchain.missing(target) == "no-such-command is not installed (apt install no-such-package)"


def test_links_stand_beside_a_program(target, tmp_path):
    """The entries of the environment are linked into a program's folder, except for its marker file."""
    folder = tmp_path / "program"
    folder.mkdir()
    toolchain.link(toolchain.prepared(target), folder)
    assert sorted(path.name for path in folder.iterdir()) == [".venv", "log"]


STATUS = "installed nodejs-dev, npm (= 10.8)\nconfig-files gone\ninstalled \n"


@pytest.fixture
def dpkg(tmp_path, monkeypatch):
    """A dpkg-query that knows three packages."""
    (tmp_path / "status").write_text(STATUS)
    query = tmp_path / "dpkg-query"
    query.write_text(f"#!/bin/sh\ncat '{tmp_path}/status'\n")
    query.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")


@pytest.mark.usefixtures("dpkg")
def test_names_that_installed_packages_provide_are_known():
    """Node's own package for Debian provides npm."""
    assert toolchain.provided() == {"nodejs-dev", "npm"}


def test_nothing_is_provided_without_debian(monkeypatch, tmp_path):
    """A system without dpkg-query has no such names."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert toolchain.provided() == set()


@pytest.mark.usefixtures("dpkg")
def test_packages_that_another_one_provides_are_not_installed(monkeypatch):
    """A package that conflicts with what is there would stop the installation of all others."""
    target = Languages(language.shipped_folder("templates")).target("browser", "fetch")
    monkeypatch.setattr(toolchain, "missing", lambda _: "chromium is missing")
    monkeypatch.setattr(toolchain, "missing_linter", lambda _: "")
    assert "npm" not in toolchain.packages([target])
    assert "nodejs" in toolchain.packages([target])
