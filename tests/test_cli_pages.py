"""`snippetgen tutorial` and `snippetgen reference`."""

import pytest
from click.testing import CliRunner

from snippetgen import spec
from snippetgen.cli import main

CATS = """\
title: {en: Cats, zh: 猫}
method: GET
servers: {default: https://api.example.com/v1, spare: https://spare.example.com/v2}
path: /cats
auth: {type: apikey, in: header, name: X-Key, env: CATS_KEY}
params:
  - {name: q, in: query, example: tabby}
examples: {black: {title: Black ones, set: {q: black}}}
responses: [{status: 200, example: {cats: [{name: Tom}]}}]
result: cats[0].name
"""
PURGE = "title: Purge\nmethod: PURGE\nurl: https://api.example.com/cache\n"
GET_BODY = "title: Odd\nmethod: GET\nurl: https://api.example.com/x\nbody: {example: {a: 1}}\n"
PETS = """openapi: 3.1.0
info: {title: Pets, version: '1'}
servers: [{url: https://api.pets.example/v1}]
paths:
  /pets:
    get: {operationId: listPets, summary: List pets}
    post: {operationId: createPet, summary: Add a pet, requestBody: {content: {application/json: {example: {name: Rex}}}}}
"""


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """A folder with specs, which is the current one."""
    (tmp_path / "specs").mkdir()
    for name, text in {"specs/cats": CATS, "specs/purge": PURGE, "odd": GET_BODY, "pets": PETS}.items():
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def call(*words, **options):
    return CliRunner().invoke(main, words, **options)


def headings(text):
    return [line.lstrip("# ") for line in text.splitlines() if line.startswith("## ")]


class TestTutorial:
    def test_what_is_printed(self):
        """The default page is Markdown with the Python program, and standard output has nothing else."""
        result = call("tutorial", "specs/cats.yaml")
        parts = ["Endpoint", "Parameters", "Get an API key", "The program in Python", "More requests to try", "Response", "What can go wrong"]
        assert (0, "", parts) == (result.exit_code, result.stderr, headings(result.stdout))
        assert "```sh\nexport CATS_KEY=your-value-here\n```" in result.stdout
        assert "It prints:\n\n```text\nTom\n```" in result.stdout

    def test_further_examples(self):
        """An example has the title that its author gave it, and what it changes."""
        assert "| `black` | Black ones | `q` = `black` |" in call("tutorial", "specs/cats.yaml").stdout
        assert {"black": {"": "Black ones"}} == spec.loads(CATS).example_titles

    def test_several_languages(self):
        """Each language has its heading; --all has every target."""
        one = call("tutorial", "specs/cats.yaml", "--lang", "java,php/guzzle")
        every = call("tutorial", "specs/cats.yaml", "--all")
        assert ["### The program in Java", "### The program in PHP"] == [line for line in one.stdout.splitlines() if line.startswith("### The")]
        titles = [line[19:] for line in every.stdout.splitlines() if line.startswith("### The program in ")]
        assert (["Python", "Java", "PHP", "Node.js", "C"], sorted(titles[5:], key=str.lower)) == (titles[:5], titles[5:])
        assert "#### Guzzle" in every.stdout

    def test_html(self):
        """An HTML page has the default client of every language."""
        result = call("tutorial", "specs/cats.yaml", "--format", "html", "--locale", "zh")
        assert (0, True, True) == (result.exit_code, result.stdout.startswith('<!DOCTYPE html>\n<html lang="zh-Hans">'), 'data-title="Java"' in result.stdout)

    def test_choices(self):
        """Server, example and changes are those of the programs; a secret that is set needs no variable."""
        result = call("tutorial", "specs/cats.yaml", "--server", "spare", "--example", "black", "--set", "q=x y", "--lang", "shell")
        assert (True, True) == ("curl -G https://spare.example.com/v2/cats" in result.stdout, "`https://spare.example.com/v2/cats`" in result.stdout)

    def test_foreign_sources(self):
        """An operation of an OpenAPI description, or a curl command."""
        one = call("tutorial", "pets.yaml", "--operation", "createPet", "--lang", "php")
        two = call("tutorial", "curl https://api.example.com/v1/users?page=2")
        assert ("# Add a pet", 0, True) == (one.stdout.splitlines()[0], two.exit_code, "api.example.com/v1/users" in two.stdout)

    def test_a_refusal(self):
        """A refusal is an error if no program is left; otherwise it is on the page."""
        alone = call("tutorial", "odd.yaml", "--lang", "java/okhttp")
        beside = call("tutorial", "odd.yaml", "--lang", "java/okhttp,python")
        assert (2, "Error: odd.yaml: java/okhttp: OkHttp throws when a GET has a body\n") == (alone.exit_code, alone.stderr)
        assert (0, True) == (beside.exit_code, "cannot send this request: OkHttp throws when a GET has a body." in beside.stdout)


class TestReference:
    def test_what_is_printed(self):
        """A reference has no programs and no steps."""
        result = call("reference", "specs/cats.yaml")
        assert (0, "", ["Endpoint", "Authentication", "Parameters", "More requests to try", "Response"]) == (
            result.exit_code,
            result.stderr,
            headings(result.stdout),
        )

    def test_standard_input(self):
        """A spec may come from standard input, and --out - means standard output."""
        result = call("reference", "-", "--out", "-", input=PURGE)
        assert (0, "# Purge") == (result.exit_code, result.stdout.splitlines()[0])

    def test_locale(self):
        """The page is in the locale that was asked for."""
        assert ["接口地址", "身份验证", "请求参数", "更多请求示例", "返回结果"] == headings(call("reference", "specs/cats.yaml", "--locale", "zh").stdout)


class TestOut:
    def test_a_file(self, here):
        """--out FILE makes folders, and standard output stays empty."""
        result = call("tutorial", "specs/cats.yaml", "--format", "html", "--out", "docs/cats.html")
        assert ("", "written docs/cats.html\n", True) == (result.stdout, result.stderr, "</html>" in (here / "docs/cats.html").read_text("utf-8"))

    def test_html_in_a_folder(self, here):
        """Pages of HTML in a folder share their style and script; a page in a file contains both."""
        result = call("tutorial", "specs", "--out", "docs", "--format", "html")
        written = ["docs/cats/tutorial.html", "docs/purge/tutorial.html", "docs/snippetgen.css", "docs/snippetgen.js"]
        assert (0, [f"written {one}" for one in written]) == (result.exit_code, result.stderr.splitlines())
        assert '<link rel="stylesheet" href="../snippetgen.css">' in (here / "docs/cats/tutorial.html").read_text("utf-8")

    @pytest.mark.parametrize("kind", ["tutorial", "reference"])
    def test_a_folder(self, here, kind):
        """--out DIR writes a page for each endpoint."""
        result = call(kind, "specs", "--out", "docs")
        assert (f"written docs/cats/{kind}.md\nwritten docs/purge/{kind}.md\n", ["cats", "purge"]) == (
            result.stderr,
            sorted(one.name for one in (here / "docs").iterdir()),
        )

    @pytest.mark.parametrize(("words", "message"), [
        (["specs"], "2 endpoints, but a page describes one: choose one (in an OpenAPI description with --operation), or give --out DIR."),
        (["pets.yaml"], "2 endpoints, but a page describes one"),
        (["specs", "--out", "x.md"], "2 endpoints, but a page describes one; x.md is one file: choose one"),
        (["specs", "--out", "specs/cats.yaml"], "specs/cats.yaml is one file"),
        (["specs/cats.yaml", "--out", "specs/cats.yaml/x"], "a file is in the place of its folder"),
        (["specs/none.yaml"], "specs/none.yaml: no such file or folder"),
    ])
    def test_mistakes(self, here, words, message):
        """Several endpoints without a folder are a usage error, and nothing is written."""
        result = call("reference", *words)
        assert (2, True, CATS, False) == (
            result.exit_code,
            message in " ".join(result.stderr.split()),
            (here / "specs/cats.yaml").read_text("utf-8"),
            (here / "x.md").exists(),
        ), result.stderr

    def test_two_of_one_name(self, here):
        """Two endpoints of the same name are an error."""
        (here / "more").mkdir()
        (here / "more" / "cats.yaml").write_text(CATS, "utf-8")
        result = call("reference", "specs/cats.yaml", "more/cats.yaml", "--out", "docs")
        message = "Error: docs/cats/reference.md: both specs/cats.yaml and more/cats.yaml would be written there (write them to two folders)\n"
        assert (2, message, False) == (result.exit_code, result.stderr, (here / "docs").exists())

    def test_one_is_refused(self):
        """An endpoint that is refused is reported, and the other pages are written."""
        result = call("tutorial", "odd.yaml", "specs/cats.yaml", "--lang", "java/okhttp", "--out", "docs")
        assert (0, "refused: odd.yaml: java/okhttp: OkHttp throws when a GET has a body\nwritten docs/cats/tutorial.md\n") == (
            result.exit_code,
            result.stderr,
        )


class TestOwnTemplates:
    def test_pages_alone(self, here):
        """A folder with only pages/ changes the pages; the built-in languages are used."""
        (here / "mine" / "pages").mkdir(parents=True)
        (here / "mine" / "pages" / "tutorial.md.j2").write_text("{{ page.title }}: {{ page.panels[0].program.filename }}\n")
        result = call("tutorial", "specs/cats.yaml", "--templates", "mine", "--lang", "php")
        assert (0, "Cats: cats.php\n") == (result.exit_code, result.stdout)

    def test_a_mistake(self, here):
        """A mistake in a template is one message with its file and line."""
        (here / "mine" / "pages").mkdir(parents=True)
        (here / "mine" / "pages" / "reference.md.j2").write_text("\n{{ page.nothing }}\n")
        result = call("reference", "specs/cats.yaml", "--templates", "mine")
        assert (2, "Error: mine/pages/reference.md.j2:2: UndefinedError: 'snippetgen.pages.model.Page object' has no attribute 'nothing'\n") == (
            result.exit_code,
            result.stderr,
        )

    def test_an_empty_folder(self, here):
        """An empty folder of templates is a mistake, as in `render`."""
        (here / "mine").mkdir()
        result = call("tutorial", "specs/cats.yaml", "--templates", "mine")
        assert (2, "Error: mine: contains no <language>/language.yaml\n") == (result.exit_code, result.stderr)
