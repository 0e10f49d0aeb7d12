"""`snippetgen embed`: what it writes, and what it says of mistakes."""

import os
import re
import stat

import pytest
from click.testing import CliRunner
from embedding import DOCUMENT, END, START, edit, folder, run

from snippetgen.cli import main

PETS = """\
openapi: 3.0.3
info: {title: Pets, version: '1'}
servers: [{url: https://api.example.com}]
paths:
  /pets:
    get: {operationId: listPets, responses: {'200': {description: OK}}}
    post: {operationId: addPet, responses: {'201': {description: Made}}}
"""


@pytest.fixture
def here(tmp_path, monkeypatch):
    return folder(tmp_path, monkeypatch)


def program(text):
    """The code in the fences of a document."""
    return re.findall(r"(?ms)^```\w+\n(.*?)^```$", text)


# -- writing -----------------------------------------------------------------------------------------------------------


def test_a_document_is_filled(here):
    """The program is that of `render`; the rest stays to the byte; a second run writes nothing."""
    first, second = run("a.md"), run("a.md")
    text = (here / "a.md").read_bytes().decode()
    assert (0, "written a.md\n1 written, 0 unchanged\n", "0 written, 1 unchanged\n") == (first.exit_code, first.stderr, second.stderr)
    assert [CliRunner().invoke(main, ["render", "cats.yaml", "-l", "python"]).stdout] == program(text)
    assert (True, True) == (text.startswith(f"# Cats\r\n\n{START}\n\n```python\n"), text.endswith("\n\nThe end"))


def test_the_current_folder(here):
    """Without a path, the documents below the current folder are filled, but none in node_modules and the like."""
    for name in ("docs/b.rst", "node_modules/x/c.md", ".venv/d.md", "docs/.hidden.md", "docs/e.txt"):
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text(DOCUMENT, "utf-8")
    (here / "docs" / "b.rst").write_text(".. snippetgen:start spec=../cats.yaml\n.. snippetgen:end\n", "utf-8")
    assert "written a.md\nwritten docs/b.rst\n2 written, 0 unchanged\n" == run().stderr


def test_paths(here):
    """Files, folders and globs, each document once."""
    (here / "docs" / "deep").mkdir(parents=True)
    for name in ("docs/b.md", "docs/deep/c.html", "docs/deep/d.mdx"):
        (here / name).write_text("nothing", "utf-8")
    result = run("docs", "docs/b.md", "./docs/b.md", "docs/**/*.html", "a.md", "*.md")
    assert "written a.md\n1 written, 3 unchanged\n" == result.stderr


def test_no_documents(tmp_path, monkeypatch):
    """A folder without documents is not a mistake, but is reported."""
    monkeypatch.chdir(tmp_path)
    assert (0, "no documents found here\n0 written, 0 unchanged\n") == ((found := run()).exit_code, found.stderr)


def test_many_documents(here):
    """Many documents are filled on all cores, with the same result, and their mistakes are reported together."""
    (here / "many").mkdir()
    for number in range(20):
        (here / "many" / f"{number:02}.md").write_text(DOCUMENT.replace("cats.yaml", "../cats.yaml"), "utf-8")
    first = run("many")
    texts = {path.read_bytes() for path in (here / "many").iterdir()}
    for number in (3, 17):
        (here / "many" / f"{number:02}.md").write_text(f"{END}\n", "utf-8")
    second = run("many")
    assert ("20 written, 0 unchanged", 1) == (first.stderr.splitlines()[-1], len(texts))
    assert (2, ["many/03.md:1:1", "many/17.md:1:1"]) == (second.exit_code, [line.partition(": ")[0] for line in second.stderr.splitlines()])


def test_quiet(here):
    """With --quiet, nothing is printed."""
    result = run("a.md", "--quiet")
    assert (0, "", True) == (result.exit_code, result.output, "requests.get" in (here / "a.md").read_text("utf-8"))


def test_stdout(here):
    """The document is printed, and the file stays."""
    printed = run("a.md", "--stdout")
    assert DOCUMENT.encode() == (here / "a.md").read_bytes()
    run("a.md")
    assert (printed.stdout_bytes, "") == ((here / "a.md").read_bytes(), printed.stderr)


def test_stdout_of_a_document_without_markers(here):
    """--stdout prints a document without markers as it is, whatever its bytes."""
    (here / "b.md").write_bytes(b"\xef\xbb\xbfa\r\n\xff\r")
    assert b"\xef\xbb\xbfa\r\n\xff\r" == run("b.md", "--stdout").stdout_bytes


@pytest.mark.parametrize("words", [["--stdout"], ["a.md", "cats.yaml", "--stdout"], ["a.md", "--stdout", "--check"], ["-", "--diff"], ["-", "a.md"], [".", "--stdout"]])
@pytest.mark.usefixtures("here")
def test_stdout_prints_one_document(words):
    """--stdout with anything but one document is a usage error."""
    result = run(*words, input="")
    assert (2, True) == (result.exit_code, "--stdout and - print one document" in result.stderr)


def test_standard_input(here):
    """A dash is Markdown in the current folder, printed to standard output."""
    printed = run("-", input=DOCUMENT.encode())
    run("a.md")
    assert (here / "a.md").read_bytes() == printed.stdout_bytes


@pytest.mark.usefixtures("here")
def test_standard_input_without_markers():
    """Standard input without markers is printed as it is, whatever its bytes."""
    assert b"\xff\r\n\0" == run("-", input=b"\xff\r\n\0").stdout_bytes


@pytest.mark.usefixtures("here")
def test_mistakes_in_standard_input():
    """Mistakes in standard input have a file name, too."""
    result = run("-", input=f"\n{END}")
    assert (2, "<stdin>:2:1: snippetgen:end: no marker is open here (open one with <!-- snippetgen:start … -->)\n") == (result.exit_code, result.stderr)


def test_clean(here):
    """--clean removes the text between the markers, and embedding brings it back."""
    run("a.md")
    filled = (here / "a.md").read_bytes()
    result = run("a.md", "--clean")
    assert (0, DOCUMENT.encode()) == (result.exit_code, (here / "a.md").read_bytes())
    run("a.md")
    assert filled == (here / "a.md").read_bytes()


def test_clean_reads_no_spec(here):
    """--clean works even if the spec is gone."""
    run("a.md")
    (here / "cats.yaml").unlink()
    assert (0, DOCUMENT.encode()) == (run("a.md", "--clean").exit_code, (here / "a.md").read_bytes())


@pytest.mark.parametrize("words", [[], ["--clean"]])
def test_an_edit_is_kept(here, words):
    """Text edited by hand between markers is not overwritten without --force, and no other document is written."""
    (here / "b.md").write_text(DOCUMENT, "utf-8")
    run("a.md")
    edit(here / "a.md", "requests.get(", "requests.post(")
    edited, other = (here / "a.md").read_bytes(), (here / "b.md").read_bytes()
    result = run(".", *words)
    first, end = (edited.count(b"\n", 0, edited.index(word)) + 1 for word in (b"requests.post(", b"snippetgen:end"))
    first, last = (4, f" (to line {end - 1})") if words else (first, "")
    what = f"edited by hand{last}, between the markers of lines 3 and {end}: change the spec or the marker instead, or overwrite it with --force"
    assert (2, f"a.md:{first}:1: {what}\n") == (result.exit_code, result.stderr)
    assert (edited, other) == ((here / "a.md").read_bytes(), (here / "b.md").read_bytes())
    forced = run("a.md", "--force", *words)
    assert (0, False) == (forced.exit_code, b"requests.post(" in (here / "a.md").read_bytes())


def test_an_edit_is_not_printed_over(here):
    """--stdout refuses a document with manual edits, too, because its output may be written to the file."""
    run("a.md")
    edit(here / "a.md", "requests.get(", "requests.post(")
    assert [2, 0, 2] == [run("a.md", "--stdout", *words).exit_code for words in ([], ["--force"], ["--clean"])]


# -- defaults ----------------------------------------------------------------------------------------------------------


def test_defaults(here):
    """Options are the defaults for attributes that a marker leaves out."""
    run("a.md", "-l", "php,shell", "--tabs", "github", "--locale", "zh")
    text = (here / "a.md").read_text("utf-8")
    assert [True, True, True] == [one in text for one in ("<summary>PHP</summary>", "<summary>cURL</summary>", "// 猫\n")]


def test_templates(here):
    """The user's own templates are used."""
    result = run("a.md", "--templates", "nowhere")
    assert (2, DOCUMENT.encode()) == (result.exit_code, (here / "a.md").read_bytes())


def test_a_part(here):
    """A marker with part=call shows only the call."""
    edit(here / "a.md", "cats.yaml", "cats.yaml part=call")
    run("a.md")
    assert ['response = requests.get(\n    "https://api.example.com/cats",\n    timeout=30,\n)\n'] == program((here / "a.md").read_text("utf-8"))


def test_a_refusal_is_a_note(here):
    """A target that cannot make the request is named with the marker's place."""
    (here / "cats.yaml").write_text("title: a\nmethod: TRACE\nurl: https://a.example/\n", "utf-8")
    result = run("a.md", "-l", "python,node/fetch")
    assert (0, True) == (result.exit_code, result.stderr.startswith("a.md:3: refused: node/fetch: "))


# -- what others describe ----------------------------------------------------------------------------------------------


def test_an_operation(here):
    """A marker names an operation of an OpenAPI description."""
    (here / "pets.yaml").write_text(PETS, "utf-8")
    edit(here / "a.md", "spec=cats.yaml", 'spec=pets.yaml operation="POST /pets"')
    run("a.md")
    assert [True] == ["requests.post(" in one for one in program((here / "a.md").read_text("utf-8"))]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("spec=pets.yaml", 'pets.yaml: contains 2 operations (choose one with operation=: "listPets", "addPet")'),
        ("spec=pets.yaml operation=addPets", 'pets.yaml: unknown operation "addPets" (did you mean "addPet"?)'),
        ("spec=cats.yaml operation=addPet", "cats.yaml: operation: is only for OpenAPI, HAR and Postman; a spec file has one endpoint"),
    ],
)
def test_which_operation(here, words, expected):
    """The operation of a description must be unambiguous."""
    (here / "pets.yaml").write_text(PETS, "utf-8")
    edit(here / "a.md", "spec=cats.yaml", words)
    assert f"a.md:3:23: {expected}\n" == run("a.md").stderr


# -- mistakes ----------------------------------------------------------------------------------------------------------


def test_a_broken_spec(here):
    """The message names the line of the document, and the line of the spec."""
    (here / "specs").mkdir()
    (here / "cats.yaml").rename(here / "specs" / "cats.yaml")
    edit(here / "specs" / "cats.yaml", "method", "methd")
    (here / "docs").mkdir()
    (here / "a.md").rename(here / "docs" / "a.md")
    edit(here / "docs" / "a.md", "cats.yaml", "../specs/cats.yaml")
    result = run("docs")
    lines = result.stderr.splitlines()
    assert 2 == result.exit_code
    assert 'docs/a.md:3:23: specs/cats.yaml:2:1: methd: unknown key "methd" (did you mean "method"?)' in lines


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("b.md", b"\xff\n<!-- snippetgen:start -->", "b.md:1:1: not UTF-8 text"),
        ("b.txt", b"<!-- snippetgen:start -->", "Error: b.txt: unknown kind of document"),
        ("b.md", b"<!-- snippetgen:start spce=a -->\n<!-- snippetgen:end -->", "b.md:1:23: spec: is missing (write spec=chat.yaml, relative to the document)"),
    ],
)
def test_mistakes(here, name, data, expected):
    """A mistake in a marker is one message with its place, and nothing is written."""
    (here / name).write_bytes(data)
    result = run(name, "a.md")
    assert (2, True, data, DOCUMENT.encode()) == (result.exit_code, result.stderr.startswith(expected), (here / name).read_bytes(), (here / "a.md").read_bytes())


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("nowhere", "Error: nowhere: no such file or folder\n"),
        ("*.rst", "Error: *.rst: no matching document\n"),
        ("nowhere/", "Error: nowhere/: no such file or folder\n"),
    ],
)
@pytest.mark.usefixtures("here")
def test_a_path_that_is_not_there(word, expected):
    """A path that does not exist is a mistake, and so is a pattern that matches nothing."""
    result = run(word)
    assert (2, expected) == (result.exit_code, result.stderr)


def test_a_document_that_is_no_utf_8(here):
    """A document without markers need not be UTF-8."""
    (here / "b.md").write_bytes(b"\xff\xfe\r\n")
    result = run("b.md")
    assert (0, b"\xff\xfe\r\n", "0 written, 1 unchanged\n") == (result.exit_code, (here / "b.md").read_bytes(), result.stderr)


def test_an_unknown_ending_without_markers(here):
    """A document without markers may have an unknown ending."""
    (here / "b.txt").write_text("a", "utf-8")
    assert (0, "0 written, 1 unchanged\n") == ((found := run("b.txt")).exit_code, found.stderr)


# -- files -------------------------------------------------------------------------------------------------------------


def test_a_document_without_markers_is_not_written(here):
    """Neither the bytes nor the time of a document without markers change."""
    (here / "b.md").write_bytes(b"a\r\n\r \xef\xbb\xbf")
    os.utime(here / "b.md", (1, 1))
    run("b.md")
    assert (b"a\r\n\r \xef\xbb\xbf", 1) == ((here / "b.md").read_bytes(), (here / "b.md").stat().st_mtime)


def test_a_document_that_is_current_is_not_written(here):
    """Neither the bytes nor the time of a document change if its programs are current."""
    run("a.md")
    os.utime(here / "a.md", (1, 1))
    run("a.md")
    assert 1 == (here / "a.md").stat().st_mtime


def test_a_symbolic_link(here):
    """A link stays a link, its target is written, and specs are relative to the folder of the link."""
    (here / "real").mkdir()
    (here / "a.md").rename(here / "real" / "b.md")
    (here / "a.md").symlink_to("real/b.md")
    result = run("a.md")
    assert (0, True, True) == (result.exit_code, (here / "a.md").is_symlink(), b"requests" in (here / "real" / "b.md").read_bytes())


def test_links_in_a_folder(here):
    """Broken links and links to folders are skipped."""
    (here / "gone.md").symlink_to("nowhere.md")
    (here / "loop").symlink_to(".")
    assert (0, "written a.md\n1 written, 0 unchanged\n") == ((found := run()).exit_code, found.stderr)


def test_what_is_no_file_in_a_folder(here):
    """A pipe with the name of a document is skipped."""
    os.mkfifo(here / "pipe.md")
    (here / "folder.md").mkdir()
    assert 0 == run().exit_code


@pytest.mark.parametrize("mode", [0o444, 0o640, 0o755])
def test_the_mode_stays(here, mode):
    """A document keeps its mode; a read-only one is replaced like any other."""
    (here / "a.md").chmod(mode)
    run("a.md")
    assert (mode, True) == (stat.S_IMODE((here / "a.md").stat().st_mode), b"requests" in (here / "a.md").read_bytes())


def test_nothing_is_left_behind(here):
    """No temporary file is left behind."""
    before = sorted(here.rglob("*"))
    run("a.md")
    assert before == sorted(here.rglob("*"))


PETS_OF_TWO = """openapi: 3.1.0
info: {title: Pets, version: "1"}
servers: [{url: https://api.pets.example}]
security: [{key: []}, {user: []}]
paths: {/pets: {get: {operationId: listPets}}}
components: {securitySchemes: {key: {type: http, scheme: bearer}, user: {type: http, scheme: basic}}}
"""


def test_auth_and_env(here):
    """A marker chooses one of several security schemes, and the variable that its key is read from."""
    (here / "pets.yaml").write_text(PETS_OF_TWO, "utf-8")
    first, second = "spec=pets.yaml env=PETS_KEY", "spec=pets.yaml auth=user env=PETS"
    (here / "a.md").write_text("".join(f"<!-- snippetgen:start {one} -->\n<!-- snippetgen:end -->\n" for one in (first, second)), "utf-8")
    assert 0 == run("a.md").exit_code
    text = (here / "a.md").read_text("utf-8")
    assert (True, True) == ("os.environ['PETS_KEY']" in text, 'auth=(os.environ["PETS_USER"], os.environ["PETS_PASSWORD"])' in text.replace(".encode()", "")), text


def test_auth_of_a_spec(here):
    """A spec says itself how it authenticates."""
    edit(here / "a.md", "spec=cats.yaml", "spec=cats.yaml auth=key")
    result = run("a.md")
    assert (2, True) == (result.exit_code, "cats.yaml: auth, env: are only for OpenAPI, HAR, Postman and curl" in result.stderr)
