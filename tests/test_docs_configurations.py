"""Every configuration in the documentation builds, and builds again."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.commands.build import build as mkdocs
from mkdocs.config import load_config
from test_cli_build import CATS, CHAT, CONFIG, DOCUMENT

from snippetgen.cli import main
from snippetgen.data import yamltext
from snippetgen.project import config

ROOT = Path(__file__).parent.parent
OPENAPI = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
servers: [{url: https://api.pets.example}]
paths:
  /pets:
    get: {operationId: listPets, tags: [public], responses: {"200": {description: Pets}}}
"""


MDX = "# Pets\n\n{/* snippetgen:start spec=../../openapi.yaml operation=listPets */}\n{/* snippetgen:end */}\n"


def shown():
    """The configurations that documents show: blocks of YAML whose keys are all keys of a configuration."""
    for file in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        for text in re.findall(r"(?ms)^```yaml\n(.*?)^```", file.read_text("utf-8")):
            data = yamltext.plain(yamltext.compose(text, file.name))
            if isinstance(data, dict) and {"specs", "docs", "pages"} & set(data) and set(data) <= set(config.CONFIG.keys):
                yield pytest.param(text, id=f"{file.name}: {text.splitlines()[0]}")


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A project for any of these configurations, without its configuration."""
    files = {"specs/cats.yaml": CATS, "specs/chat.yaml": CHAT, "openapi.yaml": OPENAPI, "docs/cats.md": DOCUMENT, "README.md": "# Pets\n", "website/docs/pets.mdx": MDX}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.setenv("SNIPPETGEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def build(*words):
    result = CliRunner().invoke(main, ["build", *words])
    return result.exit_code, result.output.strip().splitlines()[-1]


CASES = [*shown(), pytest.param(CONFIG.replace("out: pages", "out: docs"), id="pages beside documents")]


@pytest.mark.parametrize("text", CASES)
@pytest.mark.parametrize("fresh", [False, True])
def test_a_configuration_builds_twice(here, monkeypatch, text, fresh):
    """A second build, with or without a memory of the first, has nothing to do, and a check finds nothing."""
    (here / "snippetgen.yaml").write_text(text, "utf-8")
    first = build()
    if fresh:
        monkeypatch.setenv("SNIPPETGEN_CACHE", str(here / "another cache"))
    assert (0, 0, 0) == (first[0], build()[0], build("--check")[0])
    assert build()[1].startswith("0 "), build()


def test_the_configuration_of_the_documentation_is_among_them():
    """The search above finds the sample of docs/projects.md."""
    assert len(CASES) > 1


def test_a_page_whose_spec_is_gone_is_removed_from_a_folder_of_documents(here):
    """A generated page is no document, even if `docs` names its folder."""
    (here / "snippetgen.yaml").write_text(CONFIG.replace("out: pages", "out: docs/api"), "utf-8")
    build(), build()
    (here / "specs" / "chat.yaml").unlink()
    build()
    assert ["cats.en.md", "cats.zh.md"] == sorted(one.name for one in (here / "docs" / "api").iterdir())


def test_a_document_with_markers_is_never_overwritten_by_a_page(here):
    """A document of the user's own in the place of a page is an error."""
    (here / "snippetgen.yaml").write_text("docs: [docs]\npages: [{out: docs}]\n", "utf-8")
    (here / "docs" / "cats.md").write_text(DOCUMENT, "utf-8")
    assert (2, DOCUMENT) == (build()[0], (here / "docs" / "cats.md").read_text("utf-8"))


def test_the_ten_minutes(tmp_path, monkeypatch):
    """The page about ten minutes, followed for MkDocs: a site with a tab for each language, which is up to date."""
    blocks = re.findall(r"(?ms)^```(yaml|markdown)\n(.*?)^```", (ROOT / "docs" / "ten-minutes.md").read_text("utf-8"))
    description, site, project = [text for kind, text in blocks if kind == "yaml"][:3]
    document = next(text for kind, text in blocks if kind == "markdown")
    (tmp_path / "docs").mkdir()
    texts = {"openapi.yaml": description, "mkdocs.yml": site, "snippetgen.yaml": project, "docs/pets.md": document, "docs/index.md": "# Pets\n"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.setenv("SNIPPETGEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    assert (0, 0) == (build()[0], build("--check")[0])
    mkdocs(load_config(str(tmp_path / "mkdocs.yml"), strict=True))
    for page in ("pets", "api/createPet", "api/listPets"):
        labels = re.findall(r'<label for="[^"]*">(.*?)</label>', (tmp_path / "site" / page / "index.html").read_text("utf-8"))
        assert ["Python", "Node.js", "Java", "PHP", "Go"] == [one for one in labels if one in ("Python", "Node.js", "Java", "PHP", "Go")], page
