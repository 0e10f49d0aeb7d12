"""`snippetgen new`."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from snippetgen import spec
from snippetgen.cli import main
from snippetgen.data import jsontext
from snippetgen.request import Env, Text
from snippetgen.request.build import build

URL = "https://api.example.com/v1/{org}/search?q=black%20cat&tag=a&tag=b&empty="


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def new(*words, **options):
    return CliRunner().invoke(main, ["new", *words], **options)


def made(*words):
    """The request that a spec written with these words describes."""
    result = new("made.yaml", "--force", *words)
    assert (0, "") == (result.exit_code, result.stdout), result.stderr
    return build(spec.load("made.yaml"))


class TestFlags:
    def test_url(self):
        """The query becomes parameters, and goes out as it was."""
        expected = "https://api.example.com/v1/acme/search?q=black%20cat&tag=a&tag=b&empty="
        assert (Text(expected),) == made("--url", URL, "--param", "path:org=acme").url

    @pytest.mark.parametrize(("body", "method"), [("", "GET"), ("{}", "POST")])
    def test_method(self, body, method):
        """With a body, the default method is POST."""
        assert method == made("--url", "https://x.example", "--body", body).method

    def test_body_keeps_numbers(self):
        """A JSON body reads back as it was typed."""
        body = (
            '{"f": 1.0, "e": 1E-7, "i": 12345678901234567890, "z": -0, "a.b": [1, {"c": null}], "t": "no", "n": null}'
        )
        again = jsontext.read_json(body, "body")
        assert again == made("--url", "https://x.example", "--body", body).body.data

    @pytest.mark.parametrize("body", ["[1, 2]", "{}", '"text"', "7"])
    def test_body_that_is_no_object(self, body):
        """A body that is not an object is in the spec as a whole."""
        assert jsontext.read_json(body, "body") == made("--url", "https://x.example", "--body", body).body.data

    @pytest.mark.parametrize(
        ("words", "headers"),
        [
            (["bearer", "--env", "K"], (("Authorization", (Text("Bearer "), Env("K"))),)),
            (["apikey", "--env", "K"], (("X-API-Key", (Env("K"),)),)),
            (["apikey", "--env", "K", "--key", "cookie:sid"], (("Cookie", (Text("sid="), Env("K"))),)),
            (["none"], ()),
        ],
    )
    def test_auth(self, words, headers):
        """The key is read from the environment."""
        assert headers == made("--url", "https://x.example", "--auth", *words).headers

    def test_basic(self):
        """User name and password have one variable each."""
        expected = ((Env("K_USER"),), (Env("K_PASSWORD"),))
        assert expected == made("--url", "https://x.example", "--auth", "basic", "--env", "K").basic

    def test_digest(self):
        """Digest authentication has those two, too."""
        expected = ((Env("K_USER"),), (Env("K_PASSWORD"),))
        assert expected == made("--url", "https://x.example", "--auth", "digest", "--env", "K").digest

    def test_answer(self):
        """A spec gets an example answer, and the path of the value that a program prints."""
        made("--url", "https://x.example", "--answer", '{"text": "Hi"}', "--result", "text")
        endpoint = spec.load("made.yaml")
        assert ("application/json", '{"text": "Hi"}', "text") == (
            endpoint.answer.media_type,
            endpoint.answer.example,
            endpoint.result,
        )

    def test_text_answer(self):
        """An answer that is not JSON is plain text."""
        made("--url", "https://x.example", "--answer", "Hi")
        assert "text/plain" == spec.load("made.yaml").answer.media_type


class TestFile:
    def test_name(self):
        """The file is named after the title."""
        new("--title", "QwQ-32B: Chat!", "--url", "https://x.example")
        assert ["qwq-32b-chat.yaml"] == [one.name for one in Path().iterdir()]

    def test_specs_folder(self):
        """The file is written to ./specs if that folder exists."""
        Path("specs").mkdir()
        new("--title", "A", "--url", "https://x.example")
        assert Path("specs/a.yaml").is_file()

    def test_schema(self):
        """The spec names the schema in its folder for editors."""
        Path("spec.schema.json").touch()
        new("a.yaml", "--url", "https://x.example")
        assert "# yaml-language-server: $schema=spec.schema.json" == Path("a.yaml").read_text("utf-8").split("\n")[0]

    def test_it_is_not_overwritten(self):
        """An existing file is not overwritten."""
        Path("a.yaml").write_text("mine", "utf-8")
        result = new("a.yaml", "--url", "https://x.example")
        expected = (2, "Error: a.yaml: already exists (--force overwrites it)\n", "mine")
        assert expected == (result.exit_code, result.stderr, Path("a.yaml").read_text("utf-8"))


class TestMistakes:
    @pytest.mark.parametrize(
        ("words", "message"),
        [
            (["--url", "https://x.example/{id}"], "{id} needs a value: --param path:id=VALUE"),
            (["--url", "https://x.example", "--auth", "bearer"], "--auth bearer needs --env NAME."),
            (["--url", "https://x.example", "--param", "q=1"], '"q=1" is not a parameter (write PLACE:NAME=VALUE'),
            (["--url", "https://x.example", "--body", "{a"], "body: not JSON: "),
            (["--url", "https://x.example", "--body", "[NaN]"], "body: not JSON: NaN is not a JSON number"),
            (["--url", "https://x.example", "--body", "[" * 5000 + "]" * 5000], "body: not JSON: "),
            (["--url", "https://x.example", "--body", r'"\ud800"'], "invalid Unicode"),
            (["--url", "https://x.example", "--result", "a.b"], "result"),
            (["--url", "ftp://x.example"], '"ftp://x.example" is not an address'),
        ],
    )
    def test_one_message_and_no_file(self, words, message):
        """Options that make no valid spec are one message, and no file is written."""
        result = new("a.yaml", *words)
        assert (2, True, False) == (result.exit_code, message in result.stderr, Path("a.yaml").exists())


class TestQuestions:
    def test_what_flags_do_not_say_is_asked(self):
        """An answer that does not fit is asked for again."""
        answers = [
            "Chat",
            "api.example.com",
            "https://api.example.com/{id}",
            "7",
            "bearer",
            "KEY",
            "{a",
            '{"a": 1}',
            "",
            "",
        ]
        result = new("--method", "PUT", input="\n".join(answers))
        request = build(spec.load("chat.yaml"))
        expected = (0, "PUT", (Text("https://api.example.com/7"),), {"a": 1}, ("KEY",))
        assert expected == (result.exit_code, request.method, request.url, request.body.data, request.env)

    def test_questions_go_to_standard_error(self):
        """Questions go to standard error."""
        words = [sys.executable, "-m", "snippetgen", "new"]
        done = subprocess.run(words, input="T\nhttps://x.example\n\n\n\n", capture_output=True, text=True, check=False)
        assert (0, "") == (done.returncode, done.stdout.strip(" ")), done.stderr  # older versions of click leave their spaces
