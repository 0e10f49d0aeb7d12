"""`snippetgen validate`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from snippetgen.cli import main
from snippetgen.errors import SpecError
from snippetgen.request import build

GOOD = "title: Cats\nmethod: GET\nurl: https://api.example.com/cats\n"


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def validate(text, *words):
    Path("spec.yaml").write_text(text, "utf-8")
    return CliRunner().invoke(main, ["validate", "spec.yaml", *words])


def test_a_good_spec():
    """A good spec is listed with ok."""
    result = validate(GOOD)
    assert (0, "spec.yaml: ok\n", "") == (result.exit_code, result.stdout, result.stderr)


def test_all_mistakes_at_once():
    """Each mistake has its place, its path and what would be right."""
    result = validate("titel: Cats\nmethod: GE T\nurl: https://api.example.com/cats\ntimeout: 0\n")
    expected = (
        'spec.yaml:1:1: "title" is missing (the title of the endpoint)\n'
        'spec.yaml:1:1: titel: unknown key "titel" (did you mean "title"?)\n'
        'spec.yaml:2:9: method: "GE T" is not a method such as POST\n'
        "spec.yaml:4:10: timeout: must be 1 or more\n"
    )
    assert (2, "", expected) == (result.exit_code, result.stdout, result.stderr)


def test_problems_as_json():
    """With --format json, standard output holds every problem in one shape, and nothing goes to standard error."""
    Path("other.yaml").write_text(GOOD.replace("GET", "get"), "utf-8")
    result = validate("title: Cats\nmethod: GET\nurl: https://a.example\ntimeout: 0\n", "other.yaml", "--format", "json")
    expected = [
        {"file": "spec.yaml", "line": 4, "column": 10, "severity": "error", "message": "timeout: must be 1 or more"},
        {"file": "other.yaml", "line": 2, "column": 9, "severity": "warning", "message": 'method: "get" is a method of its own (did you mean "GET"?)'},
    ]
    assert (2, expected, "") == (result.exit_code, json.loads(result.stdout), result.stderr)


def test_a_usual_method_in_lower_case_is_a_warning():
    """A method in lower case is lawful, and rarely meant."""
    result = validate(GOOD.replace("GET", "get"))
    expected = 'spec.yaml:2:9: warning: method: "get" is a method of its own (did you mean "GET"?)\n'
    assert (0, "spec.yaml: ok\n", expected) == (result.exit_code, result.stdout, result.stderr)


def test_every_file_is_checked():
    """A wrong file does not hide the next one."""
    Path("good.yaml").write_text(GOOD, "utf-8")
    result = validate("title: [", "good.yaml")
    assert (2, "good.yaml: ok\n") == (result.exit_code, result.stdout)


def test_standard_input():
    """A dash stands for standard input."""
    result = CliRunner().invoke(main, ["validate", "-"], input=GOOD)
    assert (0, "<stdin>: ok\n") == (result.exit_code, result.stdout)


def test_a_live_key_is_a_warning():
    """A live key is a warning that does not show the key, and the spec is valid."""
    result = validate(GOOD + "summary: sk-" "abcdefghijklmnop0123\n")
    expected = 'spec.yaml:4:10: warning: "sk-abcd…" looks like a real key (write env: NAME instead)\n'
    assert (0, expected) == (result.exit_code, result.stderr)


@pytest.mark.parametrize(
    ("choice", "path"),
    [
        ({"server": "b"}, "5:6: servers.b"),
        ({"stream": True}, "9:15: stream.set"),
        ({"example": "two", "stream": False}, "7:14: examples.two.set"),
    ],
)
def test_every_choice_is_built(monkeypatch, choice, path):
    """An example or server whose request cannot be built is a mistake with its place in the spec."""
    text = """\
title: Cats
method: POST
servers:
  a: https://a.example.com
  b: https://b.example.com
examples:
  two: {set: {n: 2}}
params: [{name: n, in: body, type: integer, example: 1}]
stream: {set: {n: 3}, example: [x]}
"""
    real = build.build

    def fail(endpoint, **choices):
        if choices.items() >= choice.items():
            raise SpecError("spec.yaml: no way")
        return real(endpoint, **choices)

    monkeypatch.setattr(build, "build", fail)
    assert f"spec.yaml:{path}: no way\n" in validate(text.replace("'", "")).stderr


FOREIGN = """openapi: 3.1.0
info: {title: Pets, version: "1"}
servers: [{url: https://pets.example.com}]
paths:
  /pets:
    get: {operationId: listPets, parameters: [{name: X-Trace, in: header, schema: {type: string}, example: [1]}]}
%s"""
BROKEN = "    post: {operationId: broken, requestBody: {content: {multipart/related: {}}}}\n"


def test_a_description():
    """Of a description, a line tells each operation that cannot be sent, and how many there are."""
    result = validate(FOREIGN % BROKEN)
    refused = "spec.yaml: warning: broken: multipart/related: programs can send multipart bodies only as forms (multipart/form-data)"
    assert (0, "spec.yaml: 1 of 2 operations can be sent\n") == (result.exit_code, result.stdout)
    assert refused in result.stderr.splitlines()


def test_a_description_that_can_be_sent():
    """Of a description without refusals, the count is told."""
    assert "spec.yaml: ok (1 operation)\n" == validate(FOREIGN % "").stdout


def test_a_description_of_which_nothing_can_be_sent():
    """Where no operation can be sent, that is an error."""
    result = validate(FOREIGN.replace("    get:", "    x-get:") % BROKEN)
    assert (2, "", True) == (result.exit_code, result.stdout, "spec.yaml: broken: multipart/related" in result.stderr)


def test_a_description_without_operations():
    """A description without operations is an error."""
    result = validate(FOREIGN.replace("    get:", "    x-get:") % "")
    assert (2, "spec.yaml: contains no operations (OpenAPI 3.1.0)\n") == (result.exit_code, result.stderr)


def test_notes_as_json():
    """What an import leaves out is a note in the shape of all problems."""
    result = CliRunner().invoke(main, ["validate", "curl https://a.example/x -k", "--format", "json"])
    (one,) = json.loads(result.stdout)
    assert (0, "<curl>", "note", "GET /x: -k: ") == (result.exit_code, one["file"], one["severity"], one["message"][:12])


@pytest.mark.parametrize(("more", "told"), [
    ("auth: {type: apikey, in: header, name: X-Key, env: K}\n", "X-Key"),
    ("auth: {type: apikey, in: cookie, name: k, env: K}\nparams: [{name: X-A, in: header, env: A}, {name: X-B, in: header, example: b}]\n", "X-A"),
    ("auth: {type: bearer, env: K}\n", ""),
    ("auth: {type: apikey, in: query, name: k, env: K}\n", ""),
])  # fmt: skip
def test_a_key_that_a_redirect_takes_along_is_a_warning(more, told):
    """Where redirects must be followed, a secret goes along in every header but those that clients keep back."""
    result = validate(GOOD + more + "redirects: follow\n")
    line = (GOOD + more).count("\n") + 1
    what = "clients keep back Authorization and Cookie alone, and send this header to whatever server they are led to"
    expected = f"spec.yaml:{line}:12: warning: redirects: {told}: {what}\n" if told else ""
    assert (0, "spec.yaml: ok\n", expected) == (result.exit_code, result.stdout, result.stderr)
