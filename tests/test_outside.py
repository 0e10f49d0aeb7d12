"""Files beyond the project, and files that are no specs: nothing is written there, nothing shown that nobody asked for."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from snippetgen import importers
from snippetgen.cli import main

CATS = "title: Cats\nmethod: GET\nurl: https://api.example.com/cats\n"
DOCUMENT = "<!-- snippetgen:start spec={} lang=python -->\n<!-- snippetgen:end -->\n"
SECRET = "hunter2"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder of a project, which is the current one; beside the project is another folder."""
    folder = tmp_path / "project" / "api"
    folder.mkdir(parents=True)
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(folder)
    (folder / "cats.yaml").write_text(CATS)
    return folder


def call(*words):
    return CliRunner().invoke(main, words)


class TestQuotes:
    """A marker may name any file of the machine, and CI shows the message to everybody."""

    @pytest.mark.parametrize("text", [
        f"A_PASSWORD={SECRET}\nB=x\n",
        f"root:x:0:0\nname{'x' * 100}{SECRET}\n",
        f"- {'x' * 100}{SECRET}\n",
        f"title: [{SECRET}]\n",
        f"method: {'x ' * 40}{SECRET}\n",
        f"{'x' * 100}{SECRET}: 1\n",
        f"{'x' * 100}{SECRET}: 1\n{'x' * 100}{SECRET}: 1\n",
        f"method: !!int {'x' * 100}{SECRET}\n",
        f"title: {{'{'x' * 100}{SECRET}': a}}\n",
        f"timeout: {'x' * 100}{SECRET}\n",
    ])
    def test_a_file_that_is_no_spec(self, here, text):
        """The message about a file that is no spec quotes a few words of it at most."""
        (here / "a.md").write_text(DOCUMENT.format(".env"))
        (here / ".env").write_text(text)
        for words in (["embed", "a.md"], ["validate", ".env"], ["render", ".env", "--lang", "python"], ["embed", "--check", "a.md"]):
            result = call(*words)
            assert (2, False) == (result.exit_code, SECRET in result.output), result.output

    def test_a_text(self, here):
        """Of a file that is one text, nothing is quoted."""
        (here / ".env").write_text("PASSWORD=x\n")
        said = call("validate", ".env").output
        assert (True, False) == (said.startswith(".env: is in no format that is read here"), "PASSWORD" in said)


class TestReferences:
    """A $ref in a description, which may be somebody else's."""

    def notes(self, here, ref):
        """What is noted about a parameter that a reference leads to, and its value."""
        get = {"operationId": "x", "parameters": [{"$ref": ref}]}
        data = {"openapi": "3.1.0", "info": {"title": "x", "version": "1"}, "servers": [{"url": "https://a.example"}], "paths": {"/x": {"get": get}}}
        (here / "openapi.json").write_text(json.dumps(data))
        imported = importers.open_source((here / "openapi.json").read_text(), "openapi.json").entries[0].read()
        return [one.text for one in imported.notes], json.dumps(imported.data)

    PARAMETER = json.dumps({"p": {"name": "q", "in": "query", "required": True, "example": SECRET}})

    @pytest.mark.parametrize("way", ["../../other/p.json", "absolute", "link"])
    def test_out_of_the_project(self, here, tmp_path, way):
        """A file outside of the project is not read, by whatever way a reference leads to it; the note says why."""
        path = tmp_path / "other" / "p.json"
        path.write_text(self.PARAMETER)
        (here / "link.json").symlink_to(path)
        ref = {"absolute": str(path), "link": "link.json"}.get(way, way) + "#/p"
        notes, data = self.notes(here, ref)
        assert SECRET not in data
        assert any(f'$ref "{ref}" is outside of this project, where nothing is read' in one for one in notes)

    @pytest.mark.parametrize("top", ["cwd", ".git", ".hg"])
    def test_within_the_project(self, here, monkeypatch, top):
        """A file beside the description's folder is read: in the checkout, or below the current folder."""
        (here.parent / "shared").mkdir()
        (here.parent / "shared" / "p.json").write_text(self.PARAMETER)
        if top == "cwd":
            monkeypatch.chdir(here.parent)
            (here.parent / "api").is_dir()
            imported = importers.open_source(json.dumps({"openapi": "3.1.0", "info": {"title": "x", "version": "1"}, "servers": [{"url": "https://a.example"}], "paths": {"/x": {"get": {"parameters": [{"$ref": "../shared/p.json#/p"}]}}}}), "api/openapi.json").entries[0].read()
            assert SECRET in json.dumps(imported.data)
            return
        (here.parent / top).mkdir()
        assert SECRET in self.notes(here, "../shared/p.json#/p")[1]


class TestLinks:
    """Links in a folder of documents."""

    @pytest.fixture
    def linked(self, here, tmp_path):
        docs = here / "docs"
        docs.mkdir()
        outside = tmp_path / "other" / "README.md"
        outside.write_text(DOCUMENT.format(here / "cats.yaml"))
        (docs / "out.md").symlink_to(outside)
        (docs / "own.md").write_text(DOCUMENT.format("../cats.yaml"))
        (docs / "in.md").symlink_to(docs / "own.md")
        return outside

    @pytest.mark.parametrize("words", [["docs"], ["docs/*.md"], ["."], []])
    def test_a_link_out_of_the_folder(self, linked, words):
        """Filling a folder writes to no document outside of it, and names the link that leads there."""
        result = call("embed", *words)
        assert (0, False) == (result.exit_code, "import requests" in linked.read_text())
        assert f"{Path('docs', 'out.md')}: is a link out of its folder, and was left alone (name it to fill it)" in result.stderr.splitlines()
        assert "import requests" in Path("docs/own.md").read_text()

    def test_a_link_that_is_named(self, linked):
        """Who names the link means its document."""
        assert 0 == call("embed", "docs/out.md").exit_code
        assert "import requests" in linked.read_text()

    def test_build(self, linked):
        """A build leaves it alone, too, and says so."""
        Path("snippetgen.yaml").write_text("docs: [docs]\n")
        result = call("build")
        assert (0, False) == (result.exit_code, "import requests" in linked.read_text())
        assert f"refused: {Path('docs', 'out.md')}: is a link out of its folder, and was left alone" in result.stderr.splitlines()
