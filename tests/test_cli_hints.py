"""What users bring along from other tools is answered by what to do instead."""

import json

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from snippetgen.cli import hints, main
from snippetgen.errors import UnknownTarget
from snippetgen.languages import Languages
from snippetgen.languages.absent import KNOWN
from snippetgen.languages.search import found

SPEC = """\
title: {en: Cats, de: Katzen}
method: POST
servers: {default: https://api.example.com/v1, spare: https://spare.example.com/v2}
path: /cats
params: [{name: q, in: query, example: tabby}]
examples: {black: {set: {q: black}}, blue: {set: {q: blue}}}
"""
OPENAPI = {
    "openapi": "3.1.0",
    "info": {"title": "a", "version": "1"},
    "servers": [{"url": "https://a.example"}],
    "paths": {"/a": {"get": {"operationId": "listCats", "responses": {}}, "put": {"operationId": "putCat", "responses": {}}}},
}


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cats.yaml").write_text(SPEC, "utf-8")
    (tmp_path / "api.json").write_text(json.dumps(OPENAPI), "utf-8")


def run(*words, **options):
    return CliRunner().invoke(main, words, **options)


def told(*words):
    """The last line of what a wrong call says."""
    result = run(*words)
    assert (2, "") == (result.exit_code, result.stdout)
    return result.stderr.splitlines()[-1]


@pytest.mark.parametrize(("words", "expected"), [
    (["rendr"], 'Error: unknown command "rendr" (did you mean "render"?)'),
    (["render", "cats.yaml", "--insecure"], f"Error: no option --insecure: {hints.TLS}."),
    (["render", "cats.yaml", "-k"], f"Error: no option -k: {hints.TLS}."),
    (["run", "cats.yaml", "--proxy", "http://p"], f"Error: no option --proxy: {hints.PROXY}."),
    (["render", "cats.yaml", "--locales", "de"], "Error: no such option: --locales (did you mean --locale?)"),
    (["render", "cats.yaml", "--async"], "Error: no such option: --async"),
    (["validate", "cats.yaml", "--timeout", "5"], "Error: no such option: --timeout"),
    (["render", "curl", "https://a.example", "-H", "a: b", "--lang", "java"],
     "Error: -H is an option of curl: put the command in quotes, or after --: snippetgen render --lang java -- curl https://a.example -H 'a: b'"),
    (["render", "curl", "https://a.example", "--data-raw", "a"],
     "Error: --data-raw is an option of curl: put the command in quotes, or after --: snippetgen render -- curl https://a.example --data-raw a"),
    (["render", "axios.get('https://a.example')"],
     "Error: requests of axios are not read; taken are commands of curl, wget and HTTPie, fetch, PowerShell, an address, or a file (browsers copy a request as cURL)"),
    (["render", "requests.get('https://a.example')"],
     "Error: requests of requests are not read; taken are commands of curl, wget and HTTPie, fetch, PowerShell, an address, or a file (browsers copy a request as cURL)"),
    (["render", "fetch"], "Error: fetch: no such file or folder"),
])  # fmt: skip
def test_answers(words, expected):
    """A wrong word is answered by what is right, or by nothing rather than by a wrong guess."""
    assert expected == told(*words)


@pytest.mark.parametrize("words", [
    ["--", "curl", "https://a.example/x", "-H", "A: b c"], ["curl https://a.example/x -H 'A: b c'"], ["-"],
], ids=["after --", "quoted", "standard input"])  # fmt: skip
def test_unquoted_curl(words):
    """The words of a curl command after -- are the command."""
    quoted = run("render", "curl https://a.example/x -H 'A: b c'").stdout
    assert quoted == run("render", *words, input="curl https://a.example/x -H 'A: b c'").stdout


def test_an_address_is_a_request():
    """An address alone, or after a method, is a request."""
    assert run("render", "curl https://a.example/x").stdout == run("render", "https://a.example/x").stdout
    assert "requests.delete(\n" in run("render", "DELETE https://a.example/x").stdout


def test_options_of_a_curl_command():
    """What curl is told of proxies and certificates is answered by what to do where the program runs."""
    notes = run("render", "curl -k -x http://p:1 https://a.example").stderr.splitlines()
    assert {f"<curl>: note: -k: {hints.TLS}", f"<curl>: note: -x: {hints.PROXY}"} == set(notes)


THERE = {name for one in Languages().ids for name in (one, *Languages().language(one).facts["aliases"])}
ABSENT = {word: title for word, title in KNOWN.items() if word not in THERE and not found(Languages().all(), word)}


@pytest.mark.parametrize(("word", "title"), [*ABSENT.items(), *((f"{word.upper()}/client", title) for word, title in ABSENT.items())])
def test_a_language_that_is_not_there(word, title):
    """A language without templates is called by its name, and nothing else is guessed."""
    known = Languages()
    with pytest.raises(UnknownTarget) as caught:
        known.select(word)
    how = 'to add one: "Add a language" in CONTRIBUTING.md'
    assert f"{title} has no templates yet (languages: {', '.join(known.ids)}; {how})" == str(caught.value)


def test_a_client_in_place_of_a_language():
    """A client alone is completed by its language."""
    assert 'Error: unknown language "okhttp" (did you mean "java/okhttp"?); snippetgen targets lists them' == told("render", "cats.yaml", "--lang", "okhttp")


@pytest.mark.parametrize(("auth", "meant"), [
    ("bearer", "{type: bearer, env: API_KEY}"),
    ("basic", "{type: basic, user: {env: API_USER}, password: {env: API_PASSWORD}}"),
    ("digest", "{type: digest, user: {env: API_USER}, password: {env: API_PASSWORD}}"),
    ("apikey", "{type: apikey, in: header, name: X-API-Key, env: API_KEY}"),
    ("none", "{type: none}"),
])  # fmt: skip
def test_auth_as_a_word(auth, meant, tmp_path):
    """A kind of authentication as a word is answered by how to write it; and that is right."""
    (tmp_path / "a.yaml").write_text(f"{SPEC}auth: {auth}\n", "utf-8")
    expected = f'a.yaml:7:7: auth: must be a list or a map, not the text "{auth}" (write auth: {meant})'
    assert expected == run("validate", "a.yaml").stderr.strip()
    (tmp_path / "a.yaml").write_text(f"{SPEC}auth: {meant}\n", "utf-8")
    assert "" == run("validate", "a.yaml").stderr


@pytest.mark.parametrize(("text", "cause"), [
    ("title: a: b\n", "(a line indented too far, or a colon in a text without quotes)"),
    ("title: a\n  method: GET\n", "(a line indented too far, or a colon in a text without quotes)"),
    ('title: "a"b\n', "(a line with another indentation than those around it, or a quote in a text)"),
    ("title: a\nmethod\nurl: b\n", "(a key without a colon, or a line indented too little)"),
])  # fmt: skip
def test_yaml_in_plain_words(text, cause):
    """What the parser of YAML says is followed by the usual causes."""
    assert run("validate", "-", input=text).stderr.strip().endswith(cause)


def test_one_line_for_a_spec_that_does_not_stream():
    """A reason that holds for every target of a spec is told once."""
    assert "Error: cats.yaml: the endpoint does not stream (its spec has no stream:)" == told("render", "cats.yaml", "--all", "--stream")


def completed(*words):
    return [one.value for one in ShellComplete(main, {}, "snippetgen", "_X").get_completions(list(words[:-1]), words[-1])]


@pytest.mark.parametrize(("words", "expected"), [
    (["render", "cats.yaml", "--locale", ""], ["de", "en", "zh"]),
    (["render", "cats.yaml", "--example", "bl"], ["black", "blue"]),
    (["run", "cats.yaml", "--server", ""], ["default", "spare"]),
    (["render", "api.json", "--operation", "list"], ["listCats"]),
    (["mock", "api.json", "--operation", ""], ["listCats", "putCat"]),
    (["render", "none.yaml", "--example", ""], []),
])  # fmt: skip
def test_completion(words, expected):
    """A shell completes what the named file contains."""
    assert expected == completed(*words)


def test_new_asks_for_the_address_before_the_method():
    """`new` can be answered by pasting the address, and says why an answer is wrong."""
    result = run("new", "made.yaml", input="Cats\nnonsense\nhttps://a.example/cats\nget\nGET\nnone\n\n")
    asked = [line.split(":")[0] for line in result.stderr.splitlines()]
    assert (0, ["Title", "Address"]) == (result.exit_code, asked[:2])
    assert '"nonsense" is not an address such as https://api.example.com/v1' in result.stderr
    assert '"get" is a method of its own (did you mean "GET"?)' in result.stderr
