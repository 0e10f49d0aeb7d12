"""The configuration of a project: snippetgen.yaml, and [tool.snippetgen] of pyproject.toml."""

import textwrap

import pytest

from snippetgen.errors import ConfigError
from snippetgen.project import config
from snippetgen.project.config import Snippets, Sources
from snippetgen.rendering.look import Look
from snippetgen.request.choices import Choices


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder, name, text):
    path = folder / name
    path.write_text(textwrap.dedent(text), "utf-8")
    return path


def mistakes(path):
    with pytest.raises(ConfigError) as error:
        config.load(path)
    return str(error.value).splitlines()


YAML = """\
    specs: [one.yaml, {file: api.json, tags: [read]}]
    targets: [python, {target: java/okhttp, label: Java}]
    tabs: mkdocs
    docs: docs
    snippets: [{out: examples, stream: true, set: [a=1]}]
    """
TOML = """\
    [project]
    name = "x"
    [tool.snippetgen]
    specs = ["one.yaml", {file = "api.json", tags = ["read"]}]
    targets = ["python", {target = "java/okhttp", label = "Java"}]
    tabs = "mkdocs"
    docs = "docs"
    [[tool.snippetgen.snippets]]
    out = "examples"
    stream = true
    set = ["a=1"]
    """


@pytest.mark.parametrize(("name", "text"), [("snippetgen.yaml", YAML), ("pyproject.toml", TOML)])
def test_both_files_say_the_same(here, name, text):
    """YAML and TOML declare one and the same project."""
    found = config.load(write(here, name, text))
    assert (Sources("one.yaml"), Sources("api.json", tags=("read",))) == found.sources
    assert ("python,java/okhttp", {"java/okhttp": "Java"}) == (found.lang, found.labels)
    assert ("mkdocs", ("docs",), "en") == (found.tabs, found.docs, found.locale)
    assert (Snippets("examples", "python,java/okhttp", Choices(sets=("a=1",), stream=True), "en"),) == found.snippets


def test_how_programs_look_is_said_once(here):
    """Indentation, header and timeout of the project hold wherever a part does not say otherwise; tutorials explain."""
    text = "indent: 2\nheader: false\ntimeout: 9\nsnippets: [{out: a}, {out: b, indent: tab, header: true, timeout: 4}]\n"
    found = config.load(write(here, "snippetgen.yaml", text + "inject: [{document: c}]\npages: [{out: d}]\n"))
    project, own = (Look("2", header=False), 9), (Look("tab"), 4)
    parts = [*found.snippets, *found.inject, *found.pages]
    page = Look("2", header=False, comments=True), 9
    assert [project, own, project, page] == [(one.look, one.choices.timeout) for one in parts]
    assert project == (found.look, found.timeout)


def test_nothing_said_is_the_folder_specs(here):
    """Without specs: the folder of that name is meant, where there is one."""
    (here / "specs").mkdir()
    assert (Sources("specs"),) == config.load(write(here, "snippetgen.yaml", "docs: README.md\n")).sources


def test_paths_are_relative_to_the_file(here, monkeypatch):
    """Paths are relative to the configuration, also from a folder below."""
    path = write(here, "snippetgen.yaml", "specs: [a.yaml]\ndocs: [docs]\n")
    (here / "docs").mkdir()
    monkeypatch.chdir(here / "docs")
    found = config.load(path)
    assert ("../a.yaml", ("../docs",)) == (found.sources[0].word, found.docs)


@pytest.mark.parametrize("name", config.NAMES)
def test_a_configuration_is_found_from_below(here, name):
    """The nearest folder above that has one counts."""
    path = write(here, name, "[tool.snippetgen]\n")
    (here / "a" / "b").mkdir(parents=True)
    assert path == config.find(here / "a" / "b")


def test_a_pyproject_of_another_tool_is_none(here):
    """A pyproject.toml without [tool.snippetgen] is passed by."""
    write(here, "pyproject.toml", "[tool.ruff]\n")
    (here / ".git").mkdir()
    assert config.find(here) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("spec: x\n", 'snippetgen.yaml:1:1: spec: unknown key "spec" (did you mean "specs"?)'),
        ("tabs: mkdoc\n", 'snippetgen.yaml:1:7: tabs: unknown value "mkdoc" (did you mean "mkdocs"?)'),
        ("snippets: [{stream: true}]\n", 'snippetgen.yaml:1:12: snippets[0]: "out" is missing (the folder; a program is <spec>/<language>-<client>[-stream].<ext> in it)'),
        ("targets: [{target: node, label: 'a\"b'}]\n", 'snippetgen.yaml:1:33: targets[0].label: "a"b" is not a label without quotes and brackets'),
        ("a: [\n", "snippetgen.yaml:2:1: not YAML: while parsing a flow node did not find expected node content"),
    ],
)  # fmt: skip
def test_mistakes_in_yaml_have_their_place(here, text, expected):
    """A mistake in YAML has its file and line, and a hint."""
    path = write(here, "snippetgen.yaml", text)
    assert [expected] == mistakes(path)


def test_mistakes_in_toml_have_their_place(here):
    """A mistake is told with the line of its key in the TOML text."""
    text = "[project]\nname = 'x'\n[tool.snippetgen]\ntabs = 'tabby'\n[[tool.snippetgen.pages]]\nout = 'p'\nform = 'md'\n"
    path = write(here, "pyproject.toml", text)
    assert ["pyproject.toml:4:1: tabs", "pyproject.toml:7:1: pages[0].form"] == [": ".join(line.split(": ")[:2]) for line in mistakes(path)]


def test_what_is_no_toml_is_told_with_its_place(here):
    """A syntax mistake has its line, too."""
    assert "pyproject.toml:2:8: not TOML: Invalid value" in mistakes(write(here, "pyproject.toml", "[tool.snippetgen]\ntabs = \n"))[0]


@pytest.mark.parametrize("text", ["", "- a\n", "just text\n"])
def test_a_file_that_is_no_map_is_a_mistake(here, text):
    """Emptiness and lists declare nothing."""
    assert 1 == len(mistakes(write(here, "snippetgen.yaml", text)))
