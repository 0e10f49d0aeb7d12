"""The part of a program that makes and sends the request: marked in every template, shown alone or with comments."""

import ast
import json
import re
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from pygments.lexers import get_lexer_by_name

from snippetgen import cli, spec
from snippetgen.errors import Refused, SpecError, TemplateError
from snippetgen.languages import Languages, shipped_folder
from snippetgen.rendering.regions import ENDREGION, REGION, joined, resolve
from snippetgen.rendering.render import render
from snippetgen.request.build import build

HERE = Path(__file__).parent
SPECS = HERE.parent / "specs"
LANGUAGES = Languages()
TARGETS = LANGUAGES.all()
FILES = [*sorted(SPECS.glob("*.yaml")), *sorted((HERE / "specs").glob("*.yaml"))]
every_target = pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.id)


@cache
def requests():
    endpoints = [spec.load(path) for path in FILES]
    cases = [(one, stream) for one in endpoints for stream in ((False, True) if one.stream else (False,))]
    return [(endpoint, build(endpoint, stream=stream)) for endpoint, stream in cases]


@cache
def programs(target):
    """Name, request, program and program with regions, of every request that a target does not refuse."""
    found = []
    for endpoint, request in requests():
        if not target.refusal(request.needs):
            try:
                pair = render(endpoint, request, target), render(endpoint, request, target, regions=True)
            except Refused:
                continue
            found.append((endpoint.name + "-stream" * request.stream, request, *pair))
    return found


def marks(target, text):
    """The region comments of a program, without their indentation, each told by its first word."""
    return re.findall(rf"(?m)^[ \t]*{comment(target, '((?:end)?region) call')}$", text)


def comment(target, pattern):
    """A pattern of a comment of a language whose text is that of a pattern."""
    facts = target.language.facts["comment"]
    return re.escape(facts["open"]) + pattern + re.escape("" if facts["close"] == "none" else facts["close"])


def part(name, target="python/requests", **choices):
    endpoint = spec.load(SPECS / f"{name}.yaml")
    return render(endpoint, build(endpoint, **choices), LANGUAGES.select(target)[0]).part("call")


# -- in every program --------------------------------------------------------------------------------------------------


COMMANDS = ("shell/curl", "shell/httpie", "shell/wget")
"""Targets whose program is a command alone."""


@every_target
def test_only_comments_are_added(target):
    """A program with regions is the program and its comments."""
    line = re.compile(rf"(?m)^[ \t]*{comment(target, '(?:end)?region call')}\n")
    changed = [name for name, _, plain, marked in programs(target) if line.sub("", marked.text) != plain.text]
    assert [] == changed


@every_target
def test_regions_of_a_program(target):
    """Every program has a region around its request, and one around each definition that the request needs."""
    odd = [
        name
        for name, _, plain, marked in programs(target)
        if not plain.regions or marks(target, marked.text) != ["region", "endregion"] * len(plain.regions)
    ]
    assert [] == odd


@every_target
def test_program_without_regions(target):
    """A program has region comments only when it is asked for them."""
    assert [] == [name for name, _, plain, _ in programs(target) if marks(target, plain.text)]


@every_target
def test_part_is_the_same(target):
    """The part of a program is the same whether its comments are shown or not."""
    assert [] == [name for name, _, plain, marked in programs(target) if plain.regions != marked.regions]


@every_target
def test_part_is_a_piece(target):
    """A part is dedented, begins and ends with a statement, and is not the whole program, but of a plain command."""
    odd = []
    for name, _, plain, _ in programs(target):
        text = plain.part("call")
        if text[:1].isspace() or not text.endswith("\n") or text[-2:-1].isspace() or (len(text) >= len(plain.text) and target.id not in COMMANDS):
            odd.append(name)
    assert [] == odd


@every_target
def test_part_holds_the_address(target):
    """A part says where the request goes."""
    assert [] == [name for name, request, plain, _ in programs(target) if request.host not in plain.part("call")]


@every_target
def test_part_holds_the_path(target):
    """The part of the chat completion holds its path, streamed or not."""
    endpoint = spec.load(SPECS / "qwq-32b.yaml")
    ways = (False,) if "stream" in target.facts["refuses"] else (False, True)
    texts = [render(endpoint, build(endpoint, stream=stream), target).part("call") for stream in ways]
    assert [] == [text for text in texts if "/chat/completions" not in text]


@every_target
def test_part_has_no_head(target):
    """A part holds nothing of what stands above the program: no title, no import, no `main`."""
    head = re.compile(r"(?m)^\s*(import |#include|use [A-Z]|public class|int main|<\?php|#!)")
    odd = [
        name for name, _, plain, _ in programs(target)
        if name in {path.stem for path in SPECS.glob("*.yaml")} and head.search(plain.part("call"))
    ]
    assert [] == odd


@pytest.mark.parametrize("client", ["requests", "httpx", "http.client"])
def test_python_part_parses(client):
    """The part of a Python program is Python."""
    texts = [plain.part("call") for _, _, plain, _ in programs(LANGUAGES.select(f"python/{client}")[0])]
    assert [True] * len(texts) == [bool(ast.parse(text).body) for text in texts]


@every_target
def test_control_characters_of_a_spec(target):
    """No text of a spec can open or close a region."""
    form = '{title: "%s", method: POST, url: "https://a.example/x", body: {type: text, example: "%s"}}'
    filled = (r"a\u0011b\n\u0012\n", r"a\n\u0011\n  b\n\u0012\nc\n"), (r"ab\n\n", r"a\n\n  b\n\nc\n")
    endpoints = [spec.loads(form % texts) for texts in filled]
    odd, plain = (marks(target, render(one, build(one), target, regions=True).text) for one in endpoints)
    assert plain == odd


# -- one program -------------------------------------------------------------------------------------------------------


def test_part():
    """The part of a Python program is the call that sends the request."""
    assert (
        "response = requests.head(\n"
        '    "https://downloads.example.net/releases/2.10/engine.tar.gz",\n'
        '    headers={"Accept": "application/gzip"},\n'
        "    timeout=30,\n"
        ")\n"
    ) == part("head")


def test_part_of_a_stream():
    """If one block sends and reads, the part is the block, without the output after it."""
    text = part("qwq-32b", stream=True)
    assert (True, True) == (text.startswith("with requests.post(\n"), text.endswith('sys.exit("The stream ended unexpectedly. " + rest.decode())\n'))


def test_part_within_a_block():
    """The part of a program within `main` stands at the left margin."""
    assert part("graphql", "node/axios").splitlines()[:2] == ["const response = await axios.post(", '  "https://code.example.com/graphql",']


def test_part_of_two_regions():
    """A blank line stands between two regions of a part."""
    assert ";\n\nconst response = await axios.post(url, form, {\n" in part("upload", "node/axios")


def test_long_text_keeps_its_lines():
    """A long text within an indented region keeps the blanks that are its own, whatever quotes stand before it."""
    endpoint = spec.loads(
        "{title: a, method: POST, url: 'https://a.example/`', params: ["
        "{name: X-Quotes, in: header, type: string, example: \"`' \\\\ \\\"\"}], "
        'body: {type: text, media_type: text/plain, example: "<a>\\n  <b> `\'\\n    \\\\ `\\n  </b>\\n"}}'
    )
    snippet = render(endpoint, build(endpoint), LANGUAGES.select("node/axios")[0])
    literal = "`<a>\n  <b> \\`'\n    \\\\ \\`\n  </b>\n`"
    assert (True, True) == (literal in snippet.text, literal in snippet.part("call"))


def test_comments():
    """The comments have the indentation of what stands in the region, and its language's spelling."""
    endpoint = spec.load(SPECS / "search.yaml")
    texts = [render(endpoint, build(endpoint), target, regions=True).text for target in LANGUAGES.select("java,python,node/axios")]
    assert [
        ["    // region call", "    // endregion call"],
        ["# region call", "# endregion call"],
        ["// region call", "// endregion call", "  // region call", "  // endregion call"],
    ] == [re.findall(r".*region call$", text, re.MULTILINE) for text in texts]


@pytest.mark.parametrize(("name", "suggestion"), [("requests", 'did you mean "request"?'), ("x", "one of: program, request, call")])
def test_unknown_part(name, suggestion):
    """An unknown part is reported with the known ones."""
    endpoint = spec.load(SPECS / "head.yaml")
    with pytest.raises(SpecError) as caught:
        render(endpoint, build(endpoint), TARGETS[0]).part(name)
    assert f'unknown part "{name}" ({suggestion})' == str(caught.value)


# -- marks -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def made(tmp_path):
    """Renders a request with a template from the test."""

    def with_template(body):
        folder = tmp_path / "made"
        folder.mkdir()
        facts = (shipped_folder("templates") / "python" / "language.yaml").read_text("utf-8")
        (folder / "language.yaml").write_text(re.sub(r"(?m)^default: .*", "default: one", facts), "utf-8")
        (folder / "one.py.j2").write_text("{#-\ntitle: a\nurl: b\ninstall: []\nrefuses: {}\n-#}\n" + body, "utf-8")
        endpoint = spec.loads("{title: a, method: GET, url: 'https://a.example'}", "a.yaml", "a")
        return render(endpoint, build(endpoint), Languages(tmp_path).select("made")[0])

    return with_template


ALONE = "{{ region }}, {{ endregion }}, {{ frame }} and {{ endframe }} must be alone on their lines"
PAIRED = "each {{ region }} must be closed by {{ endregion }}, and {{ frame }} by {{ endframe }}, before the next one"


@pytest.mark.parametrize(("body", "what"), [
    ("x{{ region }}\n{{ endregion }}\n", ALONE),
    ("{{ region }} x\nx\n{{ endregion }}\n", ALONE),
    ("{{ region }}{{ endregion }}\n", ALONE),
    ("{{ region }}\nx\n{{ endregion }}", ALONE),
    ("f({{ fit }}{{ soft }}{{ region }}{{ out }}{{ end }})\n", ALONE),
    ("{{ region }}\nx\n", PAIRED),
    ("x\n{{ endregion }}\n", PAIRED),
    ("{{ endregion }}\nx\n{{ region }}\n", PAIRED),
    ("{{ frame }}\nx\n", PAIRED),
    ("{{ frame }}\nx\n{{ endregion }}\n", PAIRED),
    ("{{ region }}\n{{ frame }}\nx\n{{ endframe }}\n{{ endregion }}\n", PAIRED),
    ("{{ region }}\n{{ region }}\nx\n{{ endregion }}\n{{ endregion }}\n", PAIRED),
])
def test_misplaced_mark(made, tmp_path, body, what):
    """A mark beside other text, or without its counterpart, is a mistake that is told with the template's file."""
    with pytest.raises(TemplateError) as caught:
        made(body)
    assert f"{tmp_path / 'made' / 'one.py.j2'}: {what}" == str(caught.value)


def test_template_without_marks(made):
    """A template need not mark anything; a part of its programs is then an error that says so."""
    snippet = made("x\n")
    with pytest.raises(TemplateError) as caught:
        snippet.part("call")
    assert ("x\n", 'a.py: its template prints no {{ region }} for the part "call"') == (snippet.text, str(caught.value))


def test_unknown_attribute(made):
    """A template that asks for what a request does not have is told so, with its file."""
    with pytest.raises(TemplateError, match=r"one\.py\.j2: 'Request' object has no attribute 'pages'$"):
        made("{% if r.pages %}x{% endif %}\n")


def test_resolve():
    """Marked lines disappear, and what stands between them is the part."""
    facts = LANGUAGES.language("python").facts
    page = f"a\n  {REGION}\n  b\n\n    c\n  {ENDREGION}\nd\n{REGION}\ne\n{ENDREGION}\n"
    text, regions, _ = resolve(page, facts, shown=False)
    assert ("a\n  b\n\n    c\nd\ne\n", "b\n\n  c\n\ne\n") == (text, joined(regions, facts))


def test_resolve_shows():
    """Marked lines become comments if they are to be shown."""
    facts = LANGUAGES.language("python").facts
    page = f"a\n\t{REGION}\n\tb\n\t{ENDREGION}\nd\n"
    shown = "a\n\t# region call\n\tb\n\t# endregion call\nd\n"
    text, regions, _ = resolve(page, facts, shown=True)
    assert (shown, "b\n") == (text, joined(regions, facts))


# -- what goes with it -------------------------------------------------------------------------------------------------


def test_option():
    """`render --regions` prints the comments."""
    result = CliRunner().invoke(cli.main, ["render", str(SPECS / "head.yaml"), "--lang", "c", "--regions"])
    assert (0, 1, 1) == (result.exit_code, result.output.count("  // region call\n"), result.output.count("// endregion call\n"))


@pytest.mark.parametrize("name", LANGUAGES.ids)
def test_highlight(name):
    """Pygments knows the name that a language gives to highlighters."""
    facts = LANGUAGES.language(name).facts
    assert facts["highlight"] in get_lexer_by_name(facts["highlight"]).aliases


@pytest.mark.parametrize(("name", "first"), [
    ("program", "// Look at a download before fetching it"), ("request", "import java.io.IOException;"), ("call", 'var url = "https://downloads.example.net/releases/2.10/engine.tar.gz";'),
])  # fmt: skip
def test_part_option(name, first):
    """`render --part` prints a part, as text and as JSON."""
    words = ["render", str(SPECS / "head.yaml"), "--target", "java", "--part", name]
    text, data = (CliRunner().invoke(cli.main, [*words, *more]) for more in ([], ["--format", "json"]))
    assert (first, text.output) == (text.output.splitlines()[0], json.loads(data.output)[0]["text"])


@pytest.mark.parametrize("more", [["--out", "here"], ["--regions"]])
def test_part_option_with(more):
    """Files and regions are for whole programs."""
    result = CliRunner().invoke(cli.main, ["render", str(SPECS / "head.yaml"), "--part", "call", *more])
    assert (2, True) == (result.exit_code, "--part cannot be combined with --out or --regions" in result.stderr)
