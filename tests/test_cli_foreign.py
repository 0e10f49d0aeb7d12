"""`snippetgen import`, and other commands with foreign sources."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from snippetgen import spec
from snippetgen.cli import main
from snippetgen.importers import READ
from snippetgen.request.build import build

PETS = """openapi: 3.1.0
info: {title: Pets, version: '1'}
servers: [{url: https://api.pets.example/v1}]
paths:
  /pets:
    get: {operationId: listPets, tags: [pets], summary: List pets}
    post:
      operationId: createPet
      tags: [pets]
      requestBody: {content: {application/json: {example: {name: Rex}}, application/x-www-form-urlencoded: {example: {name: Rex}}}}
  /broken:
    post: {operationId: broken, requestBody: {content: {multipart/related: {}}}}
"""
MANY = """openapi: 3.1.0
info: {title: Pets, version: '1'}
servers: [{url: https://api.pets.example/v1}]
security: [{basic: []}, {key: []}]
components: {securitySchemes: {basic: {type: http, scheme: basic}, key: {type: apiKey, in: header, name: X-Key}}}
paths:
  /pets:
    post:
      requestBody: {content: {application/json: {schema: {required: [a], properties: {a: {type: string}, b: {type: string, example: x}, c: {type: string}}}}}}
"""
CURL = "curl https://api.acme.dev/v1/a -H 'Authorization: Bearer abcdef' -d '{\"a\": 1}' -H 'Content-Type: application/json'"


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("pets.yaml").write_text(PETS)


def call(*words, **more):
    return CliRunner().invoke(main, words, **more)


class TestImport:
    def test_one(self):
        """A single operation is printed as a spec."""
        result = call("import", "pets.yaml", "--operation", "createPet")
        assert (0, "Create pet", "POST") == (result.exit_code, spec.loads(result.stdout).title.text(), spec.loads(result.stdout).method)

    def test_folder(self):
        """All operations are written, refusals are reported, and a second run changes nothing."""
        first, second = call("import", "pets.yaml", "--out", "specs"), call("import", "pets.yaml", "--out", "specs")
        refused = "refused: pets.yaml: broken: multipart/related: programs can send multipart bodies only as forms (multipart/form-data)"
        assert [(0, f"{refused}\n2 written, 0 unchanged\n"), (0, f"{refused}\n0 written, 2 unchanged\n")] == [
            (one.exit_code, one.stderr) for one in (first, second)
        ]
        assert ["createPet.yaml", "listPets.yaml"] == sorted(path.name for path in Path("specs").iterdir())

    def test_edited(self):
        """A spec that was edited is kept, and nothing else is written either, unless --force."""
        call("import", "pets.yaml", "--out", "specs", "--operation", "listPets")
        Path("specs/listPets.yaml").write_text("title: mine")
        kept = call("import", "pets.yaml", "--out", "specs")
        assert (2, "title: mine", False) == (kept.exit_code, Path("specs/listPets.yaml").read_text(), Path("specs/createPet.yaml").exists())
        assert "specs/listPets.yaml\nThese already exist and differ: nothing was written (--force overwrites them)." in kept.stderr
        assert 0 == call("import", "pets.yaml", "--out", "specs", "--force").exit_code

    def test_list(self):
        """--list prints the operations of a source."""
        assert "listPets\tlistPets\tGET /pets\tpets\n" == call("import", "pets.yaml", "--list").stdout.splitlines(keepends=True)[0]

    @pytest.mark.parametrize(("words", "message"), [
        (["pets.yaml"], "3 operations: give --out DIR, or --operation NAME (--list shows them)."),
        (["pets.yaml", "--operation", "listPet"], 'pets.yaml: unknown operation "listPet" (did you mean "listPets"?)'),
        (["pets.yaml", "--operation", "broken"], "pets.yaml: broken: multipart/related: programs can send multipart bodies only as forms (multipart/form-data)"),
        (["none.yaml"], "none.yaml: no such file or folder"),
        (["ours.yaml"], "ours.yaml: is already a snippetgen spec (render, run and export read it as it is)"),
        (["empty.yaml"], "empty.yaml: is empty"),
        (["list.yaml"], "list.yaml: is in no format that is read here (read are: specs, OpenAPI"),
        (["junk.bin"], "junk.bin:1:1: not UTF-8 text (save the file as UTF-8)"),
        (["junk.txt"], "junk.txt: is in no format that is read here (read are: specs, OpenAPI"),
        (["truncated.json"], "truncated.json:1:38: not JSON: Expecting value"),
    ])
    def test_mistakes(self, words, message):
        """A mistake is one message and exit code 2."""
        Path("ours.yaml").write_text("title: a\nmethod: GET\nurl: https://a.example")
        Path("empty.yaml").write_text("\n")
        Path("list.yaml").write_text("- a")
        Path("junk.bin").write_bytes(b"\xff\xfe\x00")
        Path("junk.txt").write_text("x" * 1000)
        Path("truncated.json").write_text('{"openapi": "3.0.0", "paths": {"/a": ')
        result = call("import", *words)
        assert (2, True) == (result.exit_code, message in result.stderr), result.stderr

    def test_round_trip(self):
        """Rendering an imported spec and rendering the source give the same request and the same program."""
        call("import", "pets.yaml", "--out", "specs")
        direct = call("render", "pets.yaml", "--operation", "createPet", "--lang", "java").stdout
        assert direct == call("render", "specs/createPet.yaml", "--lang", "java").stdout

    def test_curl(self):
        """A curl command in quotes is a source."""
        endpoint = spec.loads(call("import", CURL).stdout)
        assert ("https://api.acme.dev/v1/a", {"a": 1}) == (build(endpoint).url[0].text, build(endpoint).body.data)


    def test_members(self):
        """A body holds what a user would send, on request every member, or only what is required."""
        Path("many.yaml").write_text(MANY)
        shown = [call("import", "many.yaml", *words).stdout.count("example:") for words in ((), ("--all-members",), ("--required-only",))]
        assert [2, 3, 1] == shown

    @pytest.mark.parametrize(("words", "expected"), [
        ((), "PETS_USER"), (("--auth", "key"), "PETS_API_KEY"), (("--auth", "key", "--env", "MY_KEY"), "MY_KEY"), (("--env", "MY"), "MY_PASSWORD"),
    ])
    def test_auth(self, words, expected):
        """The security scheme and the variable are chosen."""
        Path("many.yaml").write_text(MANY)
        assert f"env: {expected}" in call("import", "many.yaml", *words).stdout.replace("{", "").replace("}", "")

    @pytest.mark.parametrize(("words", "message"), [
        (("--required-only", "--all-members"), "Give --required-only or --all-members, not both."),
        (("--env", "MY KEY"), '"MY KEY" is not the name of an environment variable (write API_KEY)'),
        (("--auth", "kee"), 'many.yaml: unknown security scheme "kee" (did you mean "key"?)'),
    ])
    def test_wrong(self, words, message):
        """A choice that cannot be is one message."""
        Path("many.yaml").write_text(MANY)
        result = call("import", "many.yaml", *words)
        assert (2, "", True) == (result.exit_code, result.stdout, message in result.stderr), result.stderr

    def test_curl_env(self):
        """The variable of any foreign source's key may be named."""
        assert "env: MY_KEY" in call("import", CURL, "--env", "MY_KEY").stdout


class TestRender:
    def test_operation(self):
        """One operation of a description is rendered as its spec would be."""
        result = call("render", "pets.yaml", "--operation", "GET /pets", "--lang", "node")
        assert (0, "", True) == (result.exit_code, result.stderr, '"https://api.pets.example/v1/pets"' in result.stdout)

    def test_all(self):
        """All operations are rendered where none is named; those that cannot be imported are named."""
        result = call("render", "pets.yaml", "--lang", "python,php", "--out", "out")
        assert (0, 4) == (result.exit_code, len(list(Path("out").rglob("*.*"))))
        assert result.stderr.startswith("refused: pets.yaml: broken: multipart/related")

    def test_content_type(self):
        """The body's type is chosen."""
        result = call("render", "pets.yaml", "--operation", "createPet", "--content-type", "application/x-www-form-urlencoded", "--lang", "php")
        assert "http_build_query" in result.stdout or "name=Rex" in result.stdout

    def test_curl(self):
        """A curl command is rendered, its key read from the environment."""
        result = call("render", CURL, "--lang", "python")
        assert (0, True, False) == (result.exit_code, "os.environ" in result.stdout, "abcdef" in result.stdout)

    def test_stdin(self):
        """Standard input is recognised by its content."""
        assert "https://api.pets.example/v1/pets" in call("render", "-", "--operation", "listPets", input=PETS).stdout

    def test_many_on_all_cores(self):
        """Many operations are rendered in the order of the description, by however many processes."""
        paths = "".join(f"  /p{n}: {{get: {{operationId: op{n}}}}}\n" for n in range(40))
        Path("many.yaml").write_text(f"openapi: 3.0.0\nservers: [{{url: https://a.example}}]\npaths:\n{paths}")
        shown = [line for line in call("render", "many.yaml", "--lang", "php").stdout.splitlines() if line.startswith("==>")]
        assert [f"==> many.yaml#op{n} php/curl op{n}.php <==" for n in range(40)] == shown

    @pytest.mark.parametrize(("words", "message"), [
        (["a.yaml", "--operation", "x"], "--operation, --tag, --match, --content-type, --keep-secrets, --required-only, --all-members, --auth and --env are for OpenAPI"),
        (["pets.yaml", "--operation", "broken"], "multipart/related"),
    ])
    def test_mistakes(self, words, message):
        """A mistake is one message and exit code 2."""
        Path("a.yaml").write_text("title: a\nmethod: GET\nurl: https://a.example")
        result = call("render", *words)
        assert (2, True) == (result.exit_code, message in " ".join(result.stderr.split())), result.stderr


@pytest.mark.parametrize(("command", "message"), [
    ("run", "pets.yaml: contains several endpoints (choose one with --operation NAME)."),
])
def test_one_endpoint(command, message):
    """A command for a single endpoint says how to choose one of several."""
    result = call(command, "pets.yaml")
    assert (2, True) == (result.exit_code, message in result.stderr), result.stderr


def test_huge_junk():
    """Fifty megabytes of junk are refused at once, as of no known format."""
    Path("junk.txt").write_text("word word\n" * 5_000_000)
    result = call("render", "junk.txt")
    assert (2, f"junk.txt: is in no format that is read here (read are: {READ})\n") == (result.exit_code, result.stderr)


@pytest.mark.parametrize("text", ["{title: Cats, method: GET, url: 'https://api.example.com/cats'}", '{"title": "Cats", "method": "GET", "url": "https://api.example.com/cats"}'])
def test_a_spec_in_braces_is_a_spec(text, tmp_path):
    """A spec in braces is recognised as a spec."""
    (tmp_path / "cats.yaml").write_text(text, "utf-8")
    assert CliRunner().invoke(main, ["render", str(tmp_path / "cats.yaml"), "-l", "python"]).stdout.splitlines()[0] == "# Cats"
