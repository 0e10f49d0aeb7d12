"""Whose configuration is read: never one above the project, and never one of another user, whose templates would run."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from snippetgen.cli import main
from snippetgen.errors import ConfigError
from snippetgen.project import config

OTHER = 65534
CATS = "title: Cats\nmethod: GET\nurl: https://api.example.com/cats\n"
DOCUMENT = "<!-- snippetgen:start spec=cats.yaml lang=python -->\n<!-- snippetgen:end -->\n"
REFUSED = "belongs to another user, and templates are code: not read (copy it, or make it yours with chown)"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder, which is the current one, in a folder that has a configuration."""
    folder = tmp_path / "above" / "project" / "docs"
    folder.mkdir(parents=True)
    (folder / "cats.yaml").write_text(CATS)
    (folder / "a.md").write_text(DOCUMENT)
    (tmp_path / "above" / "snippetgen.yaml").write_text("tabs: mkdocs\ntargets: [python]\n")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("name", [".git", ".hg", ".svn", ".jj", "_darcs"])
@pytest.mark.parametrize("depth", [0, 1])
def test_the_top_of_a_checkout(here, name, depth):
    """Nothing above the top folder of a checkout is read, whatever the version control."""
    above = here.parents[1] / "snippetgen.yaml"
    assert above == config.find(here)
    ((here, here.parent)[depth] / name).mkdir()
    assert config.find(here) is None


def test_home(here, monkeypatch):
    """Nothing above the user's home is read; what is in it is."""
    monkeypatch.setenv("HOME", str(here.parent))
    monkeypatch.setenv("USERPROFILE", str(here.parent))
    assert config.find(here) is None
    (here.parent / "snippetgen.yml").write_text("tabs: none\n")
    assert here.parent / "snippetgen.yml" == config.find(here)


def fake_owner(monkeypatch, *paths, mine=1000):
    """Let these files belong to another user, and all others to the user."""
    given = {str(path) for path in paths}

    def status(real):
        def of(path, **more):
            found = list(real(path, **more))
            found[4] = OTHER if str(path) in given else mine
            return os.stat_result(found)
        return of

    monkeypatch.setattr(Path, "stat", status(Path.stat))
    monkeypatch.setattr(Path, "lstat", status(Path.lstat))
    monkeypatch.setattr(os, "geteuid", lambda: mine, raising=False)


def test_another_owner(here, monkeypatch):
    """A configuration of another user above the folder is refused by name, and nothing of it is read."""
    above = here.parents[1] / "snippetgen.yaml"
    fake_owner(monkeypatch, above)
    with pytest.raises(ConfigError) as caught:
        config.find(here)
    assert f"{Path('..', '..', 'snippetgen.yaml')}: {REFUSED}" == str(caught.value)
    for words in (["embed", "--check", "a.md"], ["build"], ["build", "--check"]):
        result = CliRunner().invoke(main, words)
        assert (2, True) == (result.exit_code, REFUSED in result.stderr)


def test_a_folder_of_the_same_owner(here, monkeypatch):
    """Who works in a folder of another user, as root does in a container, works with its configuration."""
    above = here.parents[1] / "snippetgen.yaml"
    fake_owner(monkeypatch, above, here)
    assert above == config.find(here)


def test_templates_of_another_owner(here, monkeypatch):
    """Templates of another user are refused, even if the configuration names them."""
    (here / "snippetgen.yaml").write_text("templates: ../tpl\ntargets: [python]\n")
    (here.parent / "tpl").mkdir()
    fake_owner(monkeypatch, Path("../tpl"))
    for words in (["embed", "--check", "a.md"], ["build"]):
        result = CliRunner().invoke(main, words)
        assert (2, f"Error: {Path('..', 'tpl')}: {REFUSED}\n") == (result.exit_code, result.stderr)
