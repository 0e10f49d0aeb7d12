"""The library: what docs/library.md shows is so, and the promises that its docstrings make."""

import contextlib
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import snippetgen
from snippetgen import api
from snippetgen.cli import main

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "library.md").read_text("utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(autouse=True)
def _here(monkeypatch):
    monkeypatch.chdir(ROOT)


def test_the_page_is_so():
    """Each example of the page runs after those before it, and prints what the page says."""
    names, printed = {}, []
    for code, _ in EXAMPLES:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(code, "docs/library.md", "exec"), names)
        printed.append(out.getvalue())
    assert [expected for _, expected in EXAMPLES] == printed


def test_every_example_has_its_output():
    """No Python block of the page goes without what it prints."""
    assert len(EXAMPLES) == PAGE.count("```python")


@pytest.mark.parametrize("words", [[], ["--stream"], ["--timeout", "9", "--no-header", "--indent", "2"], ["--set", "model=x", "--locale", "zh_CN"]])
def test_it_prints_what_the_command_line_prints(words):
    """The same choices give the same program."""
    options = {"timeout": 9, "header": False, "indent": 2} if "--timeout" in words else {}
    options |= {"set": {"model": "x"}, "locale": "zh_CN"} if "--set" in words else {}
    made = snippetgen.render("specs/qwq-32b.yaml", "php", stream="--stream" in words, **options)
    assert CliRunner().invoke(main, ["render", "specs/qwq-32b.yaml", "--lang", "php", *words]).stdout == made.text


@pytest.mark.parametrize("source", [
    Path("specs/search.yaml"), "specs/search.yaml", Path("specs/search.yaml").read_text("utf-8"), snippetgen.load(ROOT / "specs/search.yaml"),
    "https://example.com/items?q=a", "HEAD https://example.com/items", "curl https://example.com", '{"title": "a", "method": "GET", "url": "https://example.com"}',
], ids=["path", "word", "text", "loaded", "address", "request", "curl", "json"])  # fmt: skip
def test_sources(source):
    """A path, a text, a request and an endpoint that was read are sources."""
    assert "requests." in snippetgen.render(source).text


def test_address_is_sent_as_it_is():
    """An address with what curl would take for a pattern is that address."""
    text = snippetgen.render("https://example.com/{id}?a=[1-3]").text
    assert [True, True] == [one in text for one in ('"https://example.com/%7Bid%7D"', 'params={"a": "[1-3]"}')]


def test_notes_of_an_import():
    """What an importer could not keep is in the notes."""
    assert [True] == ["--retry" in one for one in snippetgen.render("curl --retry 3 https://example.com").notes]


def test_options_of_an_import():
    """What the command line lets users choose about a description, `load` takes by the same names."""
    schemes = "{a: {type: http, scheme: bearer}, b: {type: apiKey, in: header, name: X-Key}}"
    text = f"openapi: 3.1.0\ninfo: {{title: Cats, version: '1'}}\nservers: [{{url: https://a.example}}]\ncomponents: {{securitySchemes: {schemes}}}\n"
    text += "paths: {/cats: {get: {security: [{a: []}, {b: []}], responses: {}}}}\n"
    assert '"X-Key: $mine"' in snippetgen.render(snippetgen.load(text, auth="b", env="MINE"), "php").text


WRONG = [
    ({"source": "specs/none.yaml"}, snippetgen.FileError, "specs/none.yaml: cannot be read: No such file or directory"),
    ({"source": "specs/search.yaml", "target": "python/requests,php"}, snippetgen.UnknownTarget, 'target="python/requests,php": must name one language, or one client such as java/okhttp'),
    ({"source": "specs/search.yaml", "stream": True}, snippetgen.Refused, "python/requests: the endpoint does not stream (its spec has no stream:)"),
    ({"source": "specs/search.yaml", "indent": 9}, snippetgen.SpecError, 'indent="9": must be 1 to 8, or tab'),
    ({"source": "specs/search.yaml", "operation": "x"}, snippetgen.SpecError, "specs/search.yaml: a spec is one endpoint, and says it all; operation=, auth= and the like are for OpenAPI, curl, HAR and Postman"),
    ({"source": "specs/qwq-32b.yaml", "set": {"modle": "x"}}, snippetgen.SpecError, 'specs/qwq-32b.yaml: unknown parameter "modle" (did you mean "model"?; --set-new adds what is new)'),
    ({"source": "curl https://a.example --next https://b.example"}, snippetgen.SpecError, "<curl>: contains 2 operations (choose one with operation=: GET /, GET /)"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "kind", "text"), WRONG)
def test_errors(arguments, kind, text):
    """A mistake is an error of its kind, with one message."""
    with pytest.raises(kind) as caught:
        snippetgen.render(**arguments)
    assert (text, True) == (str(caught.value), isinstance(caught.value, snippetgen.SnippetgenError))


def test_validate_has_every_problem():
    """Problems carry file, line, column, severity and message; a sound spec has none."""
    found = snippetgen.validate("title: a\nmethod: GET\nurl: ftp://a\nspam: 1\n")
    assert [("<text>", 3, "error"), ("<text>", 4, "error")] == sorted((one.file, one.line, one.severity) for one in found)
    assert [] == snippetgen.validate("specs/qwq-32b.yaml")
    notes = snippetgen.validate("curl https://example.com -k")
    assert [("note", True)] == [(one.severity, one.message.startswith("GET /: -k: ")) for one in notes]


def test_names():
    """The package has what the library exports, but for the name that one of its packages has."""
    assert set(api.__all__) - {"Commands", "Failure", "RunError", "TemplateError", "Verdict", "verify"} == set(snippetgen.__all__)
    assert set(snippetgen.__all__) <= set(dir(snippetgen))
    assert [getattr(api, name) for name in snippetgen.__all__] == [getattr(snippetgen, name) for name in snippetgen.__all__]
    with pytest.raises(AttributeError):
        _ = snippetgen.rendr


def test_the_command_line_does_not_wait_for_it():
    """What `import snippetgen` and `--help` load holds no part of the library."""
    code = "import sys, snippetgen, snippetgen.cli; print(sorted(one for one in sys.modules if one.startswith('snippetgen.')))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "['snippetgen.basics', 'snippetgen.basics.gcpause', 'snippetgen.cli', 'snippetgen.errors']\n" == loaded


def test_it_is_typed():
    """A program with a wrong argument is told so by a type checker (PEP 561)."""
    assert (ROOT / "snippetgen" / "py.typed").is_file()
    code = "import snippetgen\ntext: str = snippetgen.render('a').text\nsnippetgen.render('a', stream='x')\n"
    done = subprocess.run([sys.executable, "-m", "mypy", "--strict", "--config-file=", "-c", code], capture_output=True, text=True, check=False)
    assert ['<string>:3: error: Argument "stream" to "render" has incompatible type "str"; expected "bool"  [arg-type]'] == done.stdout.splitlines()[:-1]
