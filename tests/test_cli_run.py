"""`snippetgen run`: a toy language, so that nothing is fetched, whose programs are Python scripts."""

import re
import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from snippetgen import cli
from snippetgen.cli import main
from snippetgen.languages import Languages
from snippetgen.running import toolchain

OURS = Languages().folder

TARGET = """\
{#-
title: Toy
url: https://docs.python.org/3/
install: []
refuses: {custom-method: Toy knows no PURGE}
BUILD
-#}
import os
import sys
import urllib.request

HEADERS = {
{% for name, value in r.headers %}
    {{ name|str }}: {{ value|value }},
{% endfor %}
}
body = None
{% if body.path %}
with open({{ body.path|str }}, "rb") as file:
    body = file.read()
{% endif %}
if os.environ.get("TOY_EXIT"):
    sys.exit(int(os.environ["TOY_EXIT"]))
if os.environ.get("TOY_SIGNAL"):
    os.kill(os.getpid(), int(os.environ["TOY_SIGNAL"]))
print(sys.stdin.read() + repr(body), file=sys.stderr)
request = urllib.request.Request({{ r.url|value }}, body, HEADERS, method={{ r.method|str }})
with urllib.request.urlopen(request) as response:
    print(response.read().decode())
"""

SPEC = """\
title: Cats
method: PUT
url: https://api.example.com/v1/cats
auth: {type: bearer, env: TOY_KEY}
responses: [{status: 200, example: "purr"}]
"""

FILE_BODY = SPEC + "body: {type: file, file: FILE}\n"


@pytest.fixture
def toy(tmp_path, monkeypatch):
    """A folder to stand in, with specs and a folder of templates that holds one language."""
    folder = tmp_path / "templates" / "toy"
    folder.mkdir(parents=True)
    facts = (OURS / "python" / "language.yaml").read_text("utf-8")
    facts = re.sub(r"(?m)^default: .*", "default: toy", facts)
    facts = re.sub(r"(?m)^run: .*", f'run: [["{sys.executable}", "{{file}}"]]', facts)
    facts = re.sub(r"(?m)^  prepare: .*", "  prepare: []", facts)
    (folder / "language.yaml").write_text(facts, "utf-8")
    (folder / "toy.py.j2").write_text(TARGET.replace("BUILD\n", ""), "utf-8")
    (tmp_path / "cats.yaml").write_text(SPEC, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SNIPPETGEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("TOY_KEY", raising=False)
    return folder


def run(*words):
    return CliRunner().invoke(main, ["run", *words, "--lang", "toy", "--templates", "templates"])


def build_with(toy, command):
    (toy / "toy.py.j2").write_text(TARGET.replace("BUILD", f"build: [[{', '.join(command)}]]"), "utf-8")


@pytest.mark.usefixtures("toy")
class TestMock:
    def test_it_answers(self, capfd):
        """The program prints what the spec's example says, and its exit code is ours."""
        result = run("cats.yaml", "--mock")
        assert (0, "purr\n") == (result.exit_code, capfd.readouterr().out)

    def test_secrets_are_placeholders(self, monkeypatch):
        """A real secret never goes to the mock."""
        monkeypatch.setenv("TOY_KEY", "real")
        sent = []
        note = lambda _, recorded: sent.append(recorded.all("authorization"))  # noqa: E731
        monkeypatch.setattr("snippetgen.running.answers.Answers._stranger", note)
        run("cats.yaml", "--mock")
        assert [["Bearer placeholder-TOY_KEY"]] == sent

    def test_proxies_are_left_out(self, capfd, monkeypatch):
        """The mock is on this machine, where no proxy finds it."""
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
        assert (0, "purr\n") == (run("cats.yaml", "--mock").exit_code, capfd.readouterr().out)

    @pytest.mark.parametrize(("name", "value", "code"), [("TOY_EXIT", "7", 7), ("TOY_SIGNAL", "9", 137)])
    def test_exit_code(self, monkeypatch, name, value, code):
        """The program's exit code is ours; a signal counts as in a shell."""
        monkeypatch.setenv(name, value)
        assert code == run("cats.yaml", "--mock").exit_code

    @pytest.mark.parametrize("path", ["cat.bin", "in/a/folder.bin", "../above.bin", "../../x/../far.bin"])
    def test_files_are_those_of_the_current_folder(self, tmp_path, capfd, monkeypatch, path):
        """A path in a spec is meant from where the user stands."""
        stand = tmp_path / "one" / "two"
        stand.mkdir(parents=True)
        (stand / path).resolve().parent.mkdir(parents=True, exist_ok=True)
        (stand / path).resolve().write_bytes(b"meow")
        (stand / "file.yaml").write_text(FILE_BODY.replace("FILE", path), "utf-8")
        shutil.copytree(tmp_path / "templates", stand / "templates")
        (tmp_path / "one" / "x").mkdir(exist_ok=True)
        (tmp_path / "x").mkdir(exist_ok=True)
        monkeypatch.chdir(stand)
        assert (0, "b'meow'\n") == (run("file.yaml", "--mock").exit_code, capfd.readouterr().err)

    def test_nothing_is_left_behind(self, tmp_path, monkeypatch):
        """The program and what was built of it are gone."""
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
        before = set(tmp_path.iterdir())
        run("cats.yaml", "--mock")
        assert before | {tmp_path / "cache"} == set(tmp_path.iterdir())


@pytest.mark.usefixtures("toy")
class TestMissing:
    def test_variables(self):
        """Each variable that is not set is named, with what to do."""
        expected = "Error: TOY_KEY is not set (export TOY_KEY=…)\n"
        assert (2, expected) == (run("cats.yaml").exit_code, run("cats.yaml").stderr)

    def test_files(self):
        """A file that the request sends is looked for before anything runs."""
        Path("file.yaml").write_text(FILE_BODY.replace("FILE", "no.bin"), "utf-8")
        assert "Error: no.bin: is not in this folder, but the request sends it\n" == run("file.yaml").stderr.replace("TOY_KEY is not set (export TOY_KEY=…)\n", "")

    def test_a_placeholder_goes_to_the_mock(self, capfd):
        """With --mock, a placeholder takes the place of a file that is not there."""
        Path("file.yaml").write_text(FILE_BODY.replace("FILE", "x/no.bin"), "utf-8")
        result = run("file.yaml", "--mock")
        expected = "x/no.bin is not in this folder: a placeholder is sent to the mock\n"
        assert (0, expected, "b'placeholder of x/no.bin\\n'\n") == (result.exit_code, result.stderr, capfd.readouterr().err)
        assert not Path("x/no.bin").exists()

    def test_a_file_that_is_the_program(self):
        """The program's own file is not overwritten by one that it sends."""
        Path("file.py").touch()
        Path("file.yaml").write_text(FILE_BODY.replace("FILE", "file.py"), "utf-8")
        expected = "Error: file.py: the program's folder already has a file of this name (rename yours)\n"
        assert expected == run("file.yaml", "--mock").stderr

    def test_toolchain(self, toy):
        """A command that is not installed is named, with the packages that bring it."""
        facts = (toy / "language.yaml").read_text("utf-8")
        facts = re.sub(r"(?m)^  needs: .*", "  needs: [no-such-command]", facts, count=1)
        (toy / "language.yaml").write_text(facts, "utf-8")
        expected = "Error: toy/toy: no-such-command is not installed (apt install python3 python3-venv)\n"
        assert (2, expected) == (run("cats.yaml", "--mock").exit_code, run("cats.yaml", "--mock").stderr)


@pytest.mark.usefixtures("toy")
class TestBuild:
    def test_it_runs_beside_the_program(self, toy, capfd):
        """A build command works in the program's folder."""
        build_with(toy, ["sh", "-c", "'echo \"print(5)\" > {file}'"])
        assert (0, "5\n") == (run("cats.yaml", "--mock").exit_code, capfd.readouterr().out)

    def test_a_failure_shows_its_output(self, toy):
        """What the compiler says is the message."""
        build_with(toy, ["sh", "-c", "'echo line 1: bad; exit 3'"])
        result = run("cats.yaml", "--mock")
        assert (2, True) == (result.exit_code, result.stderr.endswith("failed with exit code 3\nline 1: bad\n"))

    def test_no_such_command(self, toy):
        """A build command that is not installed is named."""
        build_with(toy, ["no-such-command"])
        assert "Error: no-such-command is not installed\n" == run("cats.yaml", "--mock").stderr


@pytest.mark.usefixtures("toy")
class TestAsked:
    def test_one_target_only(self):
        """`run` runs one program."""
        words = ["run", "cats.yaml", "--templates", str(OURS), "--lang", "python,python/http.client"]
        assert "--lang: run takes one target" in CliRunner().invoke(main, words).stderr

    def test_one_spec_only(self):
        """A folder with two specs is no spec."""
        Path("two").mkdir()
        for name in ("a", "b"):
            Path(f"two/{name}.yaml").write_text(SPEC, "utf-8")
        assert "two: contains several endpoints (choose one with --operation NAME)." in run("two").stderr

    def test_refusals(self):
        """A request that the target refuses is not run."""
        Path("purge.yaml").write_text(SPEC.replace("PUT", "PURGE"), "utf-8")
        assert "Error: Toy knows no PURGE\n" == run("purge.yaml", "--mock").stderr

    def test_who_waits_is_told(self, monkeypatch):
        """Preparing an environment can take a minute, so the user learns of it."""
        prepared = toolchain.prepared
        monkeypatch.setattr("snippetgen.cli.run.SILENCE", 0.0)
        monkeypatch.setattr(toolchain, "prepared", lambda target: __import__("time").sleep(0.2) or prepared(target))
        told = []
        monkeypatch.setattr(cli.common, "note", told.append)
        run("cats.yaml", "--mock")
        assert ["preparing toy/toy (only the first time) …"] == told
