"""`snippetgen export`."""

import json

import pytest
from click.testing import CliRunner

from snippetgen.cli import main
from snippetgen.exporters import FORMATS

CATS = """\
title: {en: Cats, zh: 猫}
method: GET
servers: {default: https://api.example.com/v1, spare: https://spare.example.com/v2}
path: /cats
params:
  - {name: q, in: query, example: tabby}
examples: {black: {set: {q: black}}}
"""

PURGE = "title: Purge\nmethod: PURGE\nurl: https://api.example.com/cache\n"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder with ./specs, which is the current one."""
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "cats.yaml").write_text(CATS, "utf-8")
    (tmp_path / "specs" / "purge.yaml").write_text(PURGE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def export(*words, **options):
    return CliRunner().invoke(main, ["export", *words], **options)


@pytest.mark.usefixtures("here")
class TestExport:
    @pytest.mark.parametrize("form", FORMATS)
    def test_every_format_is_printed(self, form):
        """Every format is printed, and standard output has nothing else."""
        result = export("specs/cats.yaml", "--format", form)
        assert (0, "", True) == (result.exit_code, result.stderr, "tabby" in result.stdout)

    def test_choices_are_followed(self):
        """Server, example and changes work as in `render`."""
        result = export("specs/cats.yaml", "-f", "curl", "--server", "spare", "--example", "black")
        other = export("specs/cats.yaml", "-f", "curl", "--set", "q=x y")
        assert ("curl 'https://spare.example.com/v2/cats?q=black'\n", "curl 'https://api.example.com/v1/cats?q=x%20y'\n") == (
            result.stdout,
            other.stdout,
        )

    def test_locale_and_title(self):
        """--locale and --title set the language and the title of the result."""
        found = json.loads(export("specs/cats.yaml", "-f", "postman", "--locale", "zh", "--title", "Mine").stdout)
        assert ("Mine", "猫") == (found["info"]["name"], found["item"][0]["name"])

    def test_all_specs(self):
        """Without a name, all of ./specs is exported, and refusals are reported."""
        result = export("-f", "openapi")
        assert (0, "refused: specs/purge.yaml: openapi: OpenAPI 3.1 does not support the method PURGE\n") == (
            result.exit_code,
            result.stderr,
        )

    def test_nothing_is_left(self):
        """If every request is refused, that is an error, and nothing is written."""
        result = export("specs/purge.yaml", "-f", "http", "--out", "a.http")
        assert (2, "Error: specs/purge.yaml: http: .http files do not support the method PURGE\n") == (result.exit_code, result.stderr)

    def test_a_stream_that_is_none(self):
        """A stream of an endpoint that does not stream is refused, as in `render`."""
        result = export("specs/cats.yaml", "-f", "curl", "--stream")
        assert (2, "Error: specs/cats.yaml: the endpoint does not stream (its spec has no stream:)\n") == (
            result.exit_code,
            result.stderr,
        )

    def test_out_writes_a_file(self, here):
        """--out makes folders, and writes YAML or JSON by the file's ending."""
        results = [export("specs/cats.yaml", "-f", "openapi", "--out", f"docs/api.{one}") for one in ("yaml", "json")]
        assert (["written docs/api.yaml\n", "written docs/api.json\n"], "3.1.0", True) == (
            [one.stderr for one in results],
            json.loads((here / "docs" / "api.json").read_text("utf-8"))["openapi"],
            (here / "docs" / "api.yaml").read_text("utf-8").startswith("openapi: 3.1.0\n"),
        )

    def test_an_unknown_format(self):
        """An unknown format is an error that lists the known ones."""
        result = export("specs/cats.yaml", "-f", "wsdl")
        assert (2, True) == (result.exit_code, "'har', 'postman', 'http', 'curl', 'openapi'" in result.stderr)
