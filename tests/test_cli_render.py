"""`snippetgen render`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from snippetgen.cli import main
from snippetgen.languages import Languages

PLAIN = """\
title: {en: Cats, zh: 猫}
method: GET
servers: {default: https://api.example.com/v1, spare: https://spare.example.com/v2}
path: /cats
params:
  - {name: q, in: query, type: string, example: tabby}
examples: {black: {set: {q: black}}}
"""

STREAM = """\
title: Chat
method: POST
url: https://api.example.com/chat
auth: {type: bearer, env: CHAT_KEY}
params:
  - {name: stream, in: body, type: boolean, required: true, example: false}
stream: {set: {stream: true}, done: "[DONE]", example: ["Hello"]}
"""


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder with ./specs, which is the current one."""
    specs = tmp_path / "specs"
    specs.mkdir()
    (specs / "cats.yaml").write_text(PLAIN, "utf-8")
    (specs / "chat.yml").write_text(STREAM, "utf-8")
    (specs / ".draft.yaml").write_text("not a spec", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def render(*words, **options):
    return CliRunner().invoke(main, ["render", *words], **options)


def listed(*words):
    return json.loads(render("--format", "json", *words).stdout)


@pytest.mark.usefixtures("here")
class TestText:
    def test_one_program_is_printed_as_it_is(self):
        """A single program is printed without anything else."""
        result = render("specs/cats.yaml", "--lang", "python")
        (program,) = listed("specs/cats.yaml", "--lang", "python")
        assert (0, program["text"], "") == (result.exit_code, result.stdout, result.stderr)

    def test_without_lang_it_is_python(self):
        """A newcomer sees one program, not a dozen."""
        assert render("specs/cats.yaml", "--lang", "python").stdout == render("specs/cats.yaml").stdout

    def test_several_programs_have_a_line_before_each(self):
        """Several programs are separated as head(1) separates files."""
        heads = [line for line in render("--lang", "python").stdout.splitlines() if line.startswith("==>")]
        expected = ["==> specs/cats.yaml python/requests cats.py <==", "==> specs/chat.yml python/requests chat.py <=="]
        assert expected == heads

    def test_standard_input(self):
        """A dash stands for standard input."""
        assert render("specs/cats.yaml").stdout.replace("cats.py", "request.py") == render("-", input=PLAIN).stdout

    def test_glob(self):
        """A glob that no shell has unfolded is unfolded here."""
        assert ["specs/cats.yaml"] == [one["spec"] for one in listed("spe*/c*ts.yaml", "--lang", "python")]

    def test_one_file_named_twice(self):
        """A spec is rendered once, however often it is named."""
        assert ["specs/cats.yaml"] == [one["spec"] for one in listed("specs/cats.yaml", "specs/cats.*", "-l", "py")]

    def test_locale(self):
        """The title is in the locale that was asked for."""
        assert "猫" in render("specs/cats.yaml", "--locale", "zh").stdout

    def test_prefix(self):
        """Each line that is not blank moves by N columns."""
        plain, moved = render("specs/cats.yaml").stdout, render("specs/cats.yaml", "--prefix", "3").stdout
        assert [f"   {line}" if line else "" for line in plain.split("\n")] == moved.split("\n")

    def test_indent(self):
        """A level of indentation is as wide as asked, whatever stands before each line."""
        lines = render("specs/cats.yaml", "--indent", "2", "--prefix", "1").stdout.splitlines()
        assert "   timeout=30," in lines

    def test_timeout_and_header(self):
        """The user's timeout takes the place of the spec's, and the header can be left out."""
        text = render("specs/cats.yaml", "--timeout", "5", "--no-header").stdout
        assert ("import sys\n", True) == (text[:11], "    timeout=5,\n" in text)

    def test_server_by_name(self):
        """A server of the spec takes the place of the first one."""
        assert "https://spare.example.com/v2/cats" in render("specs/cats.yaml", "--server", "spare").stdout

    def test_server_by_address(self):
        """A base address takes the place of all of them."""
        assert "http://localhost:1/x/cats" in render("specs/cats.yaml", "--server", "http://localhost:1/x").stdout

    def test_example(self):
        """A named example changes what it names."""
        assert '"q": "black"' in render("specs/cats.yaml", "--example", "black").stdout

    def test_set_wins(self):
        """Changes by --set are applied last."""
        words = ["specs/cats.yaml", "--example", "black", "--set", "q=a b"]
        assert '"q": "a b"' in render(*words).stdout


@pytest.mark.usefixtures("here")
class TestRefusals:
    def test_a_single_one_is_an_error(self):
        """The refusal of the only program is an error with the reason."""
        result = render("specs/cats.yaml", "--stream")
        reason = "specs/cats.yaml: python/requests: the endpoint does not stream (its spec has no stream:)"
        assert (2, "", f"Error: {reason}\n") == (result.exit_code, result.stdout, result.stderr)

    def test_among_several_they_are_told(self):
        """Refusals among several programs are reported, and the other programs rendered."""
        result = render("--stream")
        assert (0, True) == (result.exit_code, result.stderr.startswith("refused: specs/cats.yaml: python/requests: "))

    def test_json_gives_the_reason(self):
        """In JSON a refusal is an entry of its own."""
        expected = {
            "id": "python/requests",
            "spec": "specs/cats.yaml",
            "refused": "the endpoint does not stream (its spec has no stream:)",
        }
        assert [expected] == listed("specs/cats.yaml", "--lang", "python", "--stream")


@pytest.mark.usefixtures("here")
class TestJson:
    def test_keys(self):
        """An entry has everything that it takes to show, build and run a program."""
        keys = ["id", "spec", "language", "client", "stream", "text", "filename", "install", "build", "run", "env"]
        assert keys == list(listed("specs/chat.yml", "--lang", "python")[0])

    def test_env(self):
        """The variables that the program reads are named."""
        assert ["CHAT_KEY"] == listed("specs/chat.yml", "--lang", "python")[0]["env"]

    def test_without_lang_every_language(self):
        """JSON is for programs, which want all languages."""
        expected = [target.id for target in Languages().all() if target.is_default]
        assert expected == [one["id"] for one in listed("specs/cats.yaml")]

    def test_all(self):
        """--all is every target."""
        assert [target.id for target in Languages().all()] == [one["id"] for one in listed("specs/cats.yaml", "--all")]


class TestOut:
    FILE = Path("out/cats/python-requests.py")

    @pytest.fixture(autouse=True)
    def _written(self, here):  # noqa: ARG002 - where it is written
        self.first = render("specs/cats.yaml", "--lang", "python", "--out", "out")

    def keep(self, *words):
        return render("specs/cats.yaml", "--lang", "python", "--out", "out", *words)

    def test_it_is_written(self):
        """The file holds the program, and standard error says so."""
        expected = f"written {self.FILE}\n1 written, 0 unchanged\n"
        assert (expected, render("specs/cats.yaml").stdout) == (self.first.stderr, self.FILE.read_text("utf-8"))

    def test_stream_has_a_file_of_its_own(self):
        """Plain and streamed programs stand side by side."""
        render("specs/chat.yml", "--lang", "python", "--stream", "--out", "out")
        assert ["python-requests-stream.py"] == [one.name for one in Path("out/chat").iterdir()]

    def test_only_what_differs_is_touched(self):
        """A second run leaves the file's time alone."""
        before = self.FILE.stat().st_mtime_ns
        result = self.keep()
        assert (before, "0 written, 1 unchanged\n") == (self.FILE.stat().st_mtime_ns, result.stderr)

    def test_check_of_current_files(self):
        """Nothing differs, so the exit code is 0."""
        assert (0, "0 of 1 files differ\n") == (self.keep("--check").exit_code, self.keep("--check").stderr)

    def test_check_of_other_files(self):
        """A file that differs makes the exit code 1 and stays as it is."""
        self.FILE.write_text("old\n", "utf-8")
        result = self.keep("--check")
        expected = (1, f"{self.FILE}: different\n1 of 1 files differ\n", "old\n")
        assert expected == (result.exit_code, result.stderr, self.FILE.read_text("utf-8"))

    def test_check_of_missing_files(self):
        """A file that does not exist is drift, and is not made."""
        self.FILE.unlink()
        assert (1, False) == (self.keep("--check").exit_code, self.FILE.exists())

    def test_check_of_stale_files(self):
        """A file whose program is refused now is drift."""
        stale = self.FILE.with_name("python-requests-stream.py")
        stale.write_text("old", "utf-8")
        result = render("--lang", "python", "--stream", "--out", "out", "--check")
        assert (1, True) == (result.exit_code, f"{stale}: stale\n" in result.stderr)

    def test_diff(self):
        """A unified diff goes to standard output, and nothing is written."""
        text = self.FILE.read_text("utf-8")
        self.FILE.write_text(text.replace("import sys", "import system"), "utf-8")
        lines = self.keep("--diff").stdout.splitlines()
        assert [f"--- {self.FILE}", f"+++ {self.FILE}"] == lines[:2]
        assert ["-import system", "+import sys"] == [line for line in lines[2:] if line[0] in "+-"]
        assert "import system" in self.FILE.read_text("utf-8")

    def test_diff_of_a_file_without_last_line_break(self):
        """As diff(1) says it."""
        self.FILE.write_bytes(self.FILE.read_bytes().rstrip(b"\n"))
        assert "\\ No newline at end of file" in self.keep("--diff").stdout.splitlines()

    def test_diff_alone_exits_with_0(self):
        """Only --check judges."""
        self.FILE.write_text("old\n", "utf-8")
        assert (0, 1) == (self.keep("--diff").exit_code, self.keep("--diff", "--check").exit_code)

    def test_two_specs_of_one_name(self):
        """Two programs never share a file."""
        Path("more").mkdir()
        Path("more/cats.yaml").write_text(PLAIN, "utf-8")
        result = render("specs/cats.yaml", "more", "--lang", "python", "--out", "out")
        expected = (
            f"Error: {self.FILE}: both specs/cats.yaml and more/cats.yaml would be written there (rename one of the specs)\n"
        )
        assert (2, expected) == (result.exit_code, result.stderr)

    def test_a_place_that_cannot_be_written(self):
        """A path that cannot be written is one clear message."""
        Path("file").touch()
        result = render("specs/cats.yaml", "--out", "file/x")
        assert (2, True) == (result.exit_code, "cannot be written" in result.stderr)


@pytest.mark.usefixtures("here")
class TestMistakes:
    @pytest.mark.parametrize(
        ("words", "message"),
        [
            (["nothing.yaml"], "Error: nothing.yaml: no such file or folder\n"),
            (["nothing/*.yaml"], "Error: nothing/*.yaml: no matching .yaml or .yml file\n"),
            (
                ["specs/cats.yaml", "--lang", ","],
                'Error: --lang "," does not name a language (snippetgen targets lists them)\n',
            ),
            (["specs/cats.yaml", "--set", "q"], 'Error: --set "q": must be PATH=VALUE, such as model=QwQ-32B\n'),
        ],
    )
    def test_one_message_and_exit_code_2(self, words, message):
        """A mistake is one message on standard error and exit code 2."""
        result = render(*words)
        assert (2, "", message) == (result.exit_code, result.stdout, result.stderr)

    @pytest.mark.parametrize(
        "words",
        [["--check"], ["--diff"], ["--lang", "python", "--all"], ["--out", "o", "--prefix", "2"], ["--prefix", "-1"], ["--indent", "0"], ["--indent", "9"], ["--timeout", "0"]],
    )
    def test_options_that_do_not_go_together(self, words):
        """Options that cannot be combined are usage errors."""
        result = render("specs/cats.yaml", *words)
        assert (2, True) == (result.exit_code, result.stderr.startswith("Usage: "))

    def test_unknown_language(self):
        """The message about an unknown language suggests a known one."""
        assert 'did you mean "python"?' in render("specs/cats.yaml", "--lang", "pyton").stderr

    def test_mistakes_of_all_files(self):
        """Each stands on a line that an editor can follow; nothing is rendered."""
        Path("specs/a.yaml").write_text("title: A\nmethod: GET\nurl: ftp://x\n", "utf-8")
        Path("specs/b.yaml").write_text("title: B\nmethod: GET\nurl: https://x.example\ntimeuot: 3\n", "utf-8")
        result = render()
        places = [line.partition(" ")[0] for line in result.stderr.splitlines()]
        assert (2, "", ["specs/a.yaml:3:6:", "specs/b.yaml:4:1:"]) == (result.exit_code, result.stdout, places)

    def test_no_specs_folder(self, tmp_path, monkeypatch):
        """Without a spec's name, there must be ./specs."""
        (tmp_path / "empty").mkdir()
        monkeypatch.chdir(tmp_path / "empty")
        expected = "Error: no ./specs folder here: name a spec file, a folder, a glob, or - for standard input\n"
        assert (2, expected) == (render().exit_code, render().stderr)


@pytest.mark.usefixtures("here")
def test_templates_of_your_own():
    """--templates replaces our templates."""
    assert "Error: own: no such folder of templates" in render("specs/cats.yaml", "--templates", "own").stderr
