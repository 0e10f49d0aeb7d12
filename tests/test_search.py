"""Targets are found by the names that users and other tools have for them."""

import pytest
from click.testing import CliRunner

from snippetgen.cli import main
from snippetgen.languages import Languages
from snippetgen.languages.search import found

TARGETS = Languages().all()


@pytest.mark.parametrize(("words", "first"), [
    ("okhttp", "java/okhttp"),
    ("java_okhttp", "java/okhttp"),
    ("csharp_httpclient", "csharp/httpclient"),
    ("C# HttpClient", "csharp/httpclient"),
    ("node/native", "node/http"),
    ("python_python3", "python/http.client"),
    ("HTTPie", "shell/httpie"),
    ("vb.net", "vbnet/httpclient"),
    ("ts axios", "typescript/axios"),
    ("guzzle", "php/guzzle"),
])
def test_names(words, first):
    """What another tool calls a target finds it first."""
    assert first == found(TARGETS, words)[0].id


@pytest.mark.parametrize("words", ["", " / ", "nosuch", "java nosuch"])
def test_nothing(words):
    """Words that no name has find nothing."""
    assert [] == found(TARGETS, words)


@pytest.mark.parametrize("target", TARGETS, ids=lambda one: one.id)
def test_every_target_is_found_by_its_id(target):
    """A target is found by its own id, alone or with others that are called so."""
    assert target in found(TARGETS, target.id)


def test_search_lists_what_it_finds():
    """--search prints the table of what it finds."""
    result = CliRunner().invoke(main, ["targets", "--search", "okhttp"])
    assert ["TARGET", "java/okhttp"] == [line.split()[0] for line in result.stdout.splitlines() if "kotlin" not in line][:2]


@pytest.mark.parametrize(("words", "told"), [
    ("nosuch", 'no target is called "nosuch" (snippetgen targets lists all)'),
    ("C# RestSharp", 'no target is called "C# RestSharp" (RestSharp comes from NuGet alone, where nothing of ours can fetch and run it)'),
    ("zig std.http", 'no target is called "zig std.http" (Zig has no templates yet)'),
    ("tcl", 'no target is called "tcl" (Tcl has no templates yet)'),
    ("LuaSocket", 'no target is called "LuaSocket" (LuaSec, by which it has HTTPS, checks no host of a certificate; lua/lua-http does)'),
    ("har entry", 'no target is called "har entry" (snippetgen export --format har writes such a file)'),
])
def test_search_finds_nothing(words, told):
    """A name of nothing is an error; what `export` writes is named."""
    result = CliRunner().invoke(main, ["targets", "--search", words])
    assert (2, "") == (result.exit_code, result.stdout)
    assert told in result.stderr


@pytest.mark.parametrize(("word", "hint"), [
    ("java/ok-http", 'unknown target "java/ok-http" (did you mean "java/okhttp"?)'),
    ("csharp_httpclient", 'unknown language "csharp_httpclient" (did you mean "csharp/httpclient"?)'),
])
def test_did_you_mean(word, hint):
    """--lang suggests what such a name finds."""
    result = CliRunner().invoke(main, ["render", "specs/head.yaml", "--lang", word])
    assert hint in result.stderr
