"""Features of the engines for Java and Perl: indented blocks, names of variables, broken sums, rounded floats."""

import shutil

import pytest

from snippetgen import spec
from snippetgen.data.number import Number
from snippetgen.languages import Languages, shipped_folder
from snippetgen.languages.layout import lay_out
from snippetgen.languages.speller import Speller
from snippetgen.rendering.render import render
from snippetgen.request import Env, Part, Text
from snippetgen.request.build import build

JAVA = Speller(Languages().language("java"))
PERL = Speller(Languages().language("perl"))


def printed(code):
    """Java code as it stands on the page, two levels deep."""
    return lay_out(f"    f({code})", 100, 4, wide=False)


@pytest.mark.parametrize(("text", "code"), [
    ("a\n  b\nc\n", '    f("""\n    a\n      b\n    c\n    """)'),
    ("a\n  b\n\nc", '    f("""\n    a\n      b\n\n    c\\\n    """)'),
    ('"""\n""""\n""', '    f("""\n    \\"""\n    \\"\\"""\n    ""\\\n    """)'),
    ("  a\n  b", '    f("  a\\n  b")'),
    ("\u2003a\n b", '    f(" a\\n b")'.replace('" a', '"\\u2003a')),
    ("a \nb", '    f("a \\nb")'),
])
def test_indented_block(text, code):
    """A text block stands as deep as the code around it, whatever the depth of its lines; Java takes that away again."""
    assert code == printed(JAVA.block(text))


def test_json_text_in_a_block():
    """JSON with quotes in it is a block even on one line; JSON without is an ordinary string."""
    assert ['    f("""\n    {"a": 1}\n    """)', '    f("[1, 2]")'] == [
        printed(JAVA.json_text({"a": 1})), printed(JAVA.json_text([1, 2])),
    ]  # fmt: skip


def test_names_of_variables_differ():
    """LIKE_THIS becomes likeThis; any other name is kept, so that no two become one."""
    names = ["API_KEY", "api_key", "RESPONSE", "response", "API_2", "API2", "class", "_2fa", "apiKey", "A__B"]
    expected = ["apiKey", "api_key", "responseValue", "response_", "API_2", "api2", "class_", "_2fa", "apiKey_", "A__B"]
    assert expected == [JAVA.ident(name) for name in names]


def test_sum_breaks_before_its_operators():
    """A sum that does not fit has an operand on each line."""
    value = (Text("a" * 60), Env("KEY", percent=True), Text("b" * 20))
    encoded = 'URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20")'
    assert f'    f("{"a" * 60}"\n        + {encoded}\n        + "{"b" * 20}")' == printed(JAVA.value(value))


@pytest.mark.parametrize(("number", "holds"), [
    ("0.1", True), ("1e-7", True), ("3.14159265358979", True), ("3.141592653589793", False), ("5e-324", False),
    ("1.0", False), ("1e400", False),
])
def test_rounded_floats(number, holds):
    """A float that Perl would round is left to JSON text."""
    assert holds == PERL.can_hold(Number(number))


@pytest.mark.parametrize("key", ["$schema", "a.b", "é x", "a-b", "@type"])
def test_sigils_in_keys(key):
    """A key that would be a variable stands in quotes."""
    assert f"{{'{key}' => 1}}" == lay_out(PERL.native({key: 1}), 80, 4, wide=False)


def test_head_of_a_part():
    """Names in a part's head are escaped as browsers do."""
    part = Part('a"\r\n', path="x", filename='é".txt', media_type="text/plain")
    head = 'Content-Disposition: form-data; name="a%22%0D%0A"; filename="é%22.txt"\r\nContent-Type: text/plain'
    assert head == part.headers


def test_long_command(tmp_path):
    """A comment that would be too long for its line is parted between build and run."""
    text = "title: T\nmethod: GET\nurl: https://a.example/\nparams:\n" + "".join(
        f"  - {{name: X-{one}, in: header, env: A_RATHER_LONG_NAME_{one}}}\n" for one in "AB"
    )
    shutil.copytree(shipped_folder("templates") / "c", tmp_path / "c")
    facts = tmp_path / "c" / "language.yaml"
    facts.write_text(facts.read_text("utf-8").replace("width: 1000", "width: 80"), "utf-8")
    endpoint = spec.loads(text + "responses: [{status: 200}]\n", name="x")
    (target,) = Languages(tmp_path).select("c")
    assert [
        "// T",
        "// Install: apt install libcurl4-openssl-dev",
        "// Run: cc x.c -o x -lcurl &&",
        "// A_RATHER_LONG_NAME_A=... A_RATHER_LONG_NAME_B=... ./x",
    ] == render(endpoint, build(endpoint), target).text.splitlines()[:4]
