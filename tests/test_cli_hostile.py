"""`import`, `render`, `export` and `inject` on foreign sources, as newcomers and accidents use them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from snippetgen import spec
from snippetgen.basics import files
from snippetgen.cli import main

PETS = """openapi: 3.1.0
info: {title: Pets, version: '1'}
servers: [{url: https://api.pets.example/v1}]
paths:
  /pets:
    get: {operationId: listPets, summary: List pets}
    post: {operationId: createPet, requestBody: {content: {application/json: {example: {name: Rex}}}}}
"""
HAR = {"log": {"entries": [{"request": {"method": "GET", "url": "https://a.example/x"}}, {"request": {"method": "GET", "url": "blob:https://a.example/1"}}]}}
NAME = "my pets 猫.yaml"


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch):
    folder = tmp_path / "a b 汉字"
    folder.mkdir()
    monkeypatch.chdir(folder)
    Path(NAME).write_text(PETS)


def call(*words, **more):
    return CliRunner().invoke(main, words, **more)


def names(folder):
    return sorted(str(path.relative_to(folder)) for path in Path(folder).rglob("*") if path.is_file())


def test_any_path():
    """Spaces and Chinese characters in paths are nothing special to any of them."""
    results = [
        call("import", NAME, "--out", "规 格"),
        call("render", NAME, "--lang", "php", "--out", "程 序"),
        call("export", NAME, "--format", "har", "--out", "出 口/a b.har"),
        call("export", "出 口/a b.har", "--format", "curl"),
        call("inject", NAME, "--lang", "php", "--overlay", "--out", "叠 加.yaml"),
    ]
    assert [0] * 5 == [one.exit_code for one in results], [one.output for one in results]
    assert ["createPet.yaml", "listPets.yaml"] == names("规 格")


class TestSeveralSources:
    def test_one_file_twice(self):
        """A file that is named in two ways is imported once."""
        result = call("import", NAME, f"./{NAME}", str(Path(NAME).absolute()), "--out", "specs")
        assert (0, "2 written, 0 unchanged\n", ["createPet.yaml", "listPets.yaml"]) == (result.exit_code, result.stderr, names("specs"))

    def test_two_for_one_place(self):
        """Two operations that would be written to the same file are an error, and nothing is written."""
        Path("other.yaml").write_text(PETS.replace("pets.example", "dogs.example"))
        result = call("import", NAME, "other.yaml", "--out", "specs")
        message = f"Error: specs/listPets.yaml: both {NAME} and other.yaml would be written there (import them into two folders)\n"
        assert (2, message, False) == (result.exit_code, result.stderr, Path("specs").exists())

    def test_one_is_broken(self):
        """If one source is broken, nothing is written."""
        Path("empty.har").write_text("")
        result = call("import", NAME, "empty.har", "--out", "specs")
        assert (2, "empty.har: is empty\n", False) == (result.exit_code, result.stderr, Path("specs").exists())


@pytest.mark.parametrize(("words", "message"), [
    (["import", NAME, "--out", NAME], f"Directory '{NAME}' is a file."),
    (["import", NAME, "--out", f"{NAME}/x"], "cannot be written: a file is in the place of its folder"),
    (["export", NAME, "--format", "curl", "--out", "."], "File '.' is a directory."),
    (["export", NAME, "--format", "curl", "--out", f"{NAME}/x"], f"{NAME}/x: cannot be written: a file is in the place of its folder"),
    (["inject", NAME, "--lang", "php", "--out", f"{NAME}/x"], f"{NAME}/x: cannot be written: a file is in the place of its folder"),
    (["inject", NAME, "--lang", "php", "--out", "."], ".: cannot be written: "),
    (["inject", ".", "--lang", "php"], ".: cannot be read: Is a directory"),
    (["import", "-"], "<stdin>: is empty"),
    (["inject", "-", "--lang", "php"], "<stdin>: is empty"),
    (["import", "curl -d x"], "<curl>:1:1: the curl command has no URL"),
    (["import", "blob.har"], "blob.har: log.entries: contains no HTTP requests"),
])
def test_mistakes(words, message):
    """A mistake is one message, exit code 2, and no file is touched."""
    Path("blob.har").write_text(json.dumps({"log": {"entries": HAR["log"]["entries"][1:]}}))
    before = names(".")
    result = call(*words)
    assert (2, True, before, PETS) == (result.exit_code, message in result.stderr, names("."), Path(NAME).read_text()), result.stderr


def test_what_is_no_request():
    """The addresses that a browser recorded, but that are not HTTP, are one note."""
    Path("a.har").write_text(json.dumps(HAR))
    result = call("import", "a.har")
    assert (0, "GET /x", "a.har: note: log.entries: left out, because they are not HTTP: 1 blob:\n") == (
        result.exit_code,
        spec.loads(result.stdout).title.text(),
        result.stderr,
    )


class TestInterrupted:
    @pytest.mark.parametrize("words", [
        ["import", NAME, "--out", "out"], ["render", NAME, "--lang", "php", "--out", "out"], ["export", NAME, "--format", "har", "--out", "out/a.har"],
        ["inject", NAME, "--lang", "php", "--out", "out/a.yaml"],
    ])
    def test_while_writing(self, words, monkeypatch):
        """Ctrl-C in the middle of a file leaves none of it behind, and there is no traceback."""

        def interrupted(path, data):
            path.write_text(data[:10].decode())
            raise KeyboardInterrupt

        monkeypatch.setattr(files.Path, "write_bytes", interrupted)
        result = call(*words)
        assert (1, "Aborted!", [], True) == (result.exit_code, result.stderr.strip(), names("out"), Path(NAME).read_text() == PETS)

    def test_again(self, monkeypatch):
        """Files that were written before Ctrl-C are whole, and a second run writes the rest."""
        write, done = files.write, []

        def second(path, data):
            if done:
                raise KeyboardInterrupt
            done.append(path)
            write(path, data)

        monkeypatch.setattr(files, "write", second)
        assert 1 == call("import", NAME, "--out", "specs").exit_code
        monkeypatch.setattr(files, "write", write)
        result = call("import", NAME, "--out", "specs")
        assert (0, "1 written, 1 unchanged\n", ["createPet.yaml", "listPets.yaml"]) == (result.exit_code, result.stderr, names("specs"))


@pytest.mark.parametrize("words", [["import", "many.yaml", "--list"], ["export", "many.yaml", "--format", "curl"], ["inject", "many.yaml", "--lang", "php", "--operation", "op1", "--out", "-"]])
def test_a_reader_that_has_enough(words):
    """A reader of only the first line (head) gets it, without an error message."""
    paths = "".join(f"  /p{n}: {{get: {{operationId: op{n}, summary: '{'x' * 400}'}}}}\n" for n in range(400))
    Path("many.yaml").write_text(f"openapi: 3.0.0\nservers: [{{url: https://a.example}}]\npaths:\n{paths}")
    process = subprocess.Popen([sys.executable, "-m", "snippetgen", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    first = process.stdout.readline()
    process.stdout.close()
    assert (True, b"") == (bool(first), process.stderr.read())
    process.stderr.close()
    assert process.wait(60) in (0, 1)


@pytest.mark.parametrize("command", ["import", "export", "inject"])
def test_help_fits(command):
    """Eighty columns are enough for the help."""
    assert [] == [line for line in call(command, "--help", terminal_width=80).stdout.splitlines() if len(line) > 80]
