"""`snippetgen inject`."""

import json

import pytest
from click.testing import CliRunner

from snippetgen.cli import main
from snippetgen.data.yamllenient import load_lenient

PETS = """\
openapi: 3.0.3
info: {title: Pets, version: '1'}   # a comment
servers: [{url: https://api.example.com}]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [read]
      parameters:
        - {name: limit, in: query, required: true, schema: {type: integer, example: 5}}
      responses:
        '200': {description: OK}
    # makes one
    post:
      operationId: addPet
      responses:
        '201': {description: Made}
"""


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder with a document, which is the current one."""
    (tmp_path / "pets.yaml").write_text(PETS, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def inject(*words, **options):
    return CliRunner().invoke(main, ["inject", *words], **options)


def labels(text):
    """The labels of the samples of each operation."""
    return {
        f"{method} {path}": [one["label"] for one in operation.get("x-codeSamples", ())]
        for path, methods in load_lenient(text, "made")["paths"].items()
        for method, operation in methods.items()
    }


def test_the_document_itself_is_written(here):
    """Every operation gets its programs, and a second run changes nothing."""
    first, second = inject("pets.yaml", "-l", "python,shell"), inject("pets.yaml", "-l", "python,shell")
    text = (here / "pets.yaml").read_text("utf-8")
    both = ["Python", "cURL"]
    assert ("written pets.yaml\n", "unchanged pets.yaml\n", {"get /pets": both, "post /pets": both}) == (
        first.stderr,
        second.stderr,
        labels(text),
    )


def test_the_programs_are_those_of_render(here):
    """The text that is injected is the text that is rendered."""
    inject("pets.yaml", "-l", "python", "--operation", "listPets")
    sample = load_lenient((here / "pets.yaml").read_text("utf-8"), "made")["paths"]["/pets"]["get"]["x-codeSamples"][0]
    rendered = CliRunner().invoke(main, ["render", "pets.yaml", "--operation", "listPets", "-l", "python"])
    assert (rendered.stdout, True) == (sample["source"], '"limit": 5' in sample["source"])


def test_only_lines_are_added(here):
    """The diff has only added lines."""
    result = inject("pets.yaml", "-l", "python,java", "--diff")
    taken = [line for line in result.stdout.splitlines() if line.startswith("-") and not line.startswith("---")]
    assert ([], PETS, True) == (taken, (here / "pets.yaml").read_text("utf-8"), "+      x-codeSamples:" in result.stdout)


def test_check(here):
    """--check says whether the document is current, and writes nothing."""
    before = inject("pets.yaml", "-l", "python", "--check")
    assert (1, "pets.yaml: different\n", PETS) == (before.exit_code, before.stderr, (here / "pets.yaml").read_text("utf-8"))
    inject("pets.yaml", "-l", "python")
    after = inject("pets.yaml", "-l", "python", "--check")
    assert (0, "pets.yaml: unchanged\n") == (after.exit_code, after.stderr)


def test_out(here):
    """--out writes to another file, or standard output, and the document stays."""
    inject("pets.yaml", "-l", "python", "--out", "new/pets.yaml")
    printed = inject("pets.yaml", "-l", "python", "--out", "-")
    assert (PETS, printed.stdout) == (
        (here / "pets.yaml").read_text("utf-8"),
        (here / "new" / "pets.yaml").read_text("utf-8"),
    )


@pytest.mark.usefixtures("here")
def test_standard_input():
    """A dash reads the document from standard input, and prints it."""
    assert inject("-", "-l", "python", input=PETS).stdout == inject("pets.yaml", "-l", "python", "--out", "-").stdout


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--operation", "addPet"], ["post /pets"]),
        (["--operation", "GET /pets"], ["get /pets"]),
        (["--tag", "read"], ["get /pets"]),
        (["--match", "add*"], ["post /pets"]),
    ],
)
def test_some_operations(here, words, expected):
    """With --operation, other operations get no programs."""
    inject("pets.yaml", "-l", "python", *words)
    assert expected == [name for name, found in labels((here / "pets.yaml").read_text("utf-8")).items() if found]


def test_two_runs_for_two_languages(here):
    """A second run for another language adds its programs to those of the first."""
    inject("pets.yaml", "-l", "python")
    inject("pets.yaml", "-l", "java/okhttp,java")
    expected = ["Python", "Java (OkHttp)", "Java"]
    assert expected == labels((here / "pets.yaml").read_text("utf-8"))["get /pets"]


@pytest.mark.usefixtures("here")
def test_an_overlay():
    """With --overlay, the document stays as it is, and the overlay is printed."""
    found = load_lenient(inject("pets.yaml", "-l", "php", "--overlay").stdout, "made")
    assert ["$.paths['/pets'].get", "$.paths['/pets'].post"] == [one["target"] for one in found["actions"]]


def test_an_overlay_as_json(here):
    """The overlay is JSON if the file ends in .json."""
    inject("pets.yaml", "-l", "php", "--overlay", "--out", "o.json", "--field", "x-readme")
    found = json.loads((here / "o.json").read_text("utf-8"))
    assert ["php"] == found["actions"][0]["update"]["x-readme"]["samples-languages"]


def test_a_byte_order_mark_stays(here):
    """A byte order mark and the line breaks of a document stay."""
    data = b"\xef\xbb\xbf" + PETS.replace("\n", "\r\n").encode()
    (here / "pets.yaml").write_bytes(data)
    inject("pets.yaml", "-l", "python")
    new = (here / "pets.yaml").read_bytes()
    assert (data[:120], new.count(b"\n")) == (new[:120], new.count(b"\r\n"))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be"])
def test_the_encoding_stays(here, encoding):
    """A document in UTF-16 stays in UTF-16."""
    data = PETS.encode(encoding)
    (here / "pets.yaml").write_bytes(data)
    inject("pets.yaml", "-l", "python")
    new = (here / "pets.yaml").read_bytes()
    assert (data[:60], True) == (new[:60], "import requests" in new.decode(encoding))


def test_what_is_refused_is_named(here):
    """A client that refuses a request is named, and other clients get their programs."""
    (here / "pets.yaml").write_text(PETS.replace("    post:\n", "    trace:\n"), "utf-8")
    result = inject("pets.yaml", "-l", "python,js")
    assert (0, True, ["Python"]) == (
        result.exit_code,
        result.stderr.startswith("refused: pets.yaml: addPet: node/fetch: "),
        labels((here / "pets.yaml").read_text("utf-8"))["trace /pets"],
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["pets.yaml"], "Error: Give --lang, such as --lang python,java (snippetgen targets lists them).\n"),
        (["nothing.yaml", "-l", "python"], "Error: nothing.yaml: cannot be read: No such file or directory\n"),
        (["pets.yaml", "-l", "python", "--tag", "x"], 'Error: pets.yaml: no operation has the tag "x" (one of: read)\n'),
        (["spec.yaml", "-l", "python"], "Error: spec.yaml: is not an OpenAPI description; programs can only be written into one\n"),
        (["curl.txt", "-l", "python"], "Error: curl.txt: is not an OpenAPI description; programs can only be written into one\n"),
        (["empty.yaml", "-l", "python"], "Error: empty.yaml: contains no operations\n"),
    ],
)
def test_mistakes(here, words, expected):
    """A mistake is one message, and nothing is written."""
    (here / "spec.yaml").write_text("title: t\nmethod: GET\nurl: https://api.example.com\n", "utf-8")
    (here / "curl.txt").write_text("curl https://api.example.com", "utf-8")
    (here / "empty.yaml").write_text("openapi: 3.0.3\npaths: {}\n", "utf-8")
    result = inject(*words)
    assert (2, True, PETS) == (result.exit_code, expected in result.stderr, (here / "pets.yaml").read_text("utf-8")), result.stderr
