"""Request and target -> program; and the guard, which lets no raw value through."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from snippetgen import spec
from snippetgen.data.number import Number
from snippetgen.errors import Refused, TemplateError
from snippetgen.languages import Languages, shipped_folder
from snippetgen.rendering.filters import after, as_runs, as_texts, by_name, has_whole_float, is_distinct, jq
from snippetgen.rendering.guard import SPELLING, check_template
from snippetgen.rendering.render import command_line, render
from snippetgen.request import Env, Text
from snippetgen.request.build import build

HERE = Path(__file__).parent
LANGUAGES = Languages()
TEMPLATES = sorted(one for language in LANGUAGES.ids for one in (shipped_folder("templates") / language).glob("*.j2"))
FILES = sorted((HERE.parent / "specs").glob("*.yaml")) + sorted((HERE / "specs").glob("*.yaml"))
CASES = [
    (endpoint, stream)
    for endpoint in map(spec.load, FILES)
    for stream in ((False, True) if endpoint.stream else (False,))
]
FILTERS = ", ".join(f"|{name}" for name in SPELLING)
WHERE = Path("a.j2")


def complaint(source):
    with pytest.raises(TemplateError) as caught:
        check_template(source, WHERE)
    return str(caught.value)


# -- the guard ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("source", [
    "{{ r.method }}",
    "{{ r.method|upper }}",
    "{{ r.method|safe }}",
    "{{ r.method|str|upper }}",
    "{{ r.method|str + r.method }}",
    "{{ r.headers[0][0] }}",
    "{{ 'text' }}",
    "{{ 5 }}",
    "{{ name }}",
    "{% set x = r.method %}{{ x }}",
    "{% for x in r.headers %}{{ x }}{% endfor %}",
    "{% if r.stream %}{{ r.method }}{% endif %}",
    "{{ r.method|str if r.stream else r.method }}",
    "{{ r.method if r.stream else r.method|str }}",
    "{{ r.method if r.stream }}",
    "{{ names|join(', ') }}",
    "{{ names|map('upper')|join(', ') }}",
    "{{ names|map('str')|join(r.method) }}",
    "{{ names|map('str')|join(', ', attribute='x') }}",
    "{{ names|map(r.method)|join(', ') }}",
    "{{ r.method.lower() }}",
    "{{ range(3) }}",
    "{% macro m(x) %}{{ x }}{% endmacro %}",
    "{% import '_x.j2' as x %}{{ x.y() }}",
    "{% from '_x.j2' import y %}{{ y }}",
    "{% set x %}{{ r.method }}{% endset %}",
    "{% block x %}{{ r.method }}{% endblock %}",
    "{% with x = r.method %}{{ x }}{% endwith %}",
    "{% autoescape false %}{{ r.method }}{% endautoescape %}",
    "{{ not r.method }}",
    "{{ [r.method] }}",
    "{{ r.method|default('x') }}",
    "{{ call(r.method) }}",
    "{{ call('f', r.method) }}",
    "{{ call('f', r.method|str, r.method if r.stream) }}",
    "{{ call('f', 'x' if r.stream else r.method) }}",
    "{{ call('f', *r.headers) }}",
    "{{ call('f', x=r.method) }}",
    "{{ hang('x =', r.method) }}",
    "{{ code('x', r.method) }}",
    "{{ imports(r.headers) }}",
    "{{ imports({r.method: true}) }}",
    "{{ imports({'x': true}, {r.method: true}) }}",
])
def test_raw_value(source):
    """A template that prints an unspelt value fails with a message that names the filters."""
    assert f"a.j2:1: prints a raw value; spell it with one of {FILTERS}" == complaint(source)


@pytest.mark.parametrize(("source", "what"), [
    ("{{ (r.method ~ 'x')|str }}", "Concat"),
    ("{{ r.method|str ~ r.method }}", "Concat"),
    ("{% filter upper %}x{% endfilter %}", "FilterBlock"),
    ("{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}x{% endcall %}", "CallBlock"),
    ("{% include '_x.j2' %}", "Include"),
    ("{% extends '_x.j2' %}", "Extends"),
])
def test_forbidden(source, what):
    """Statements that could carry a raw value past the guard are forbidden altogether."""
    assert f"a.j2:1: {what} could print a raw value; spell each value by itself" == complaint(source)


@pytest.mark.parametrize("source", [
    '"{{ r.method|str }}', "'{{ r.method|value }}", "`{{ r.method|str }}", '{{ r.method|str }}"', "{{ r.method|str }}'",
])
def test_quote_mark(source):
    """A quote mark beside a value is a mistake: the filter writes the quotes."""
    assert "a.j2:1: a quote mark beside {{ }}: |str writes the quotes itself" == complaint(source)


@pytest.mark.parametrize(("source", "name"), [
    ("{% for line in r.headers %}{{ line }}{% endfor %}", "line"),
    ("{% set end = r.method %}{{ end }}", "end"),
    ("{% with fit = r.method %}{{ fit }}{% endwith %}", "fit"),
    ("{% macro m(out) %}{{ out }}{% endmacro %}", "out"),
    ("{% macro m() %}{% endmacro %}{% set m = r.method.lower %}{{ m() }}", "m"),
    ("{% from '_x.j2' import y as soft %}", "soft"),
    ("{% import '_x.j2' as comma %}", "comma"),
    ("{% set call = r.method.lower %}{{ call('x') }}", "call"),
    ("{% macro hang() %}{% endmacro %}", "hang"),
])
def test_taken_name(source, name):
    """A name that may be printed as it is cannot be given another meaning."""
    assert f'a.j2:1: the name "{name}" is taken (a layout mark, a function or a macro); choose another' == complaint(source)


def test_line_of_the_mistake():
    """A mistake is told with its line."""
    assert complaint("a\nb\n{{ c }}\n").startswith("a.j2:3: ")


def test_syntax():
    """A template that cannot be read is told with its line."""
    assert "a.j2:2: Expected an expression, got 'end of statement block'" == complaint("a\n{% if %}\n")


@pytest.mark.parametrize("source", [
    "{{ r.method|str }}",
    "{{ r.method|str if r.stream else r.url|value }}",
    "{{ r.method|str if r.stream }}",
    "{{ names|map('str')|join(', ') }}",
    "{{ fit }}[{{ soft }}{{ r.method|str }}{{ out }}]{{ end }}",
    "{% macro m(x) %}{{ x|str }}{% endmacro %}{{ m(r.method) }}",
    "{% from '_x.j2' import y as z %}{{ z(r) }}",
    'f({{ soft }}"text")',
    "{{ call('f', r.method|str, 'null', r.url|value if r.stream else 'x', call('g')) }};",
    "{% macro m() %}x{% endmacro %}{{ hang('x =', code(m(), '.y', r.result|path)) }};",
    "{{ imports({'import x': r.stream, 'import y': true}) }}",
    'plain "text" without values',
])
def test_spelt_value(source):
    """A value that is spelt, a macro and a layout mark may be printed."""
    assert check_template(source, WHERE) is None


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_shipped_template(path):
    """Every template that ships passes the guard."""
    assert check_template(path.read_text("utf-8"), path) is None


@pytest.mark.parametrize(("name", "hint"), [("capitalize", "one of: "), ("replace", "one of: "), ("indent", "did you mean"), ("iden", 'did you mean "ident"')])
def test_unknown_filter(name, hint):
    """A template replaces, escapes and changes the case of nothing by hand: the guard knows every filter it may use."""
    with pytest.raises(TemplateError) as caught:
        check_template(f"a\n{{{{ r.method|{name}|ident }}}}", Path("x.j2"))
    assert str(caught.value).startswith(f"x.j2:2: unknown filter |{name} ({hint}")


def test_guard_stands_at_the_door(tmp_path):
    """A template is checked before it prints anything, and the message names the file."""
    made = tmp_path / "made"
    made.mkdir()
    facts = (shipped_folder("templates") / "python" / "language.yaml").read_text("utf-8")
    (made / "language.yaml").write_text(re.sub(r"(?m)^default: .*", "default: one", facts), "utf-8")
    file = made / "one.py.j2"
    file.write_text("{#-\ntitle: a\nurl: b\ninstall: []\nrefuses: {}\n-#}\n{{ r.method }}\n", "utf-8")
    endpoint = spec.loads("{title: a, method: GET, url: 'https://a.example'}")
    with pytest.raises(TemplateError) as caught:
        render(endpoint, build(endpoint), Languages(tmp_path).select("made")[0])
    assert str(caught.value).startswith(f"{file}:7: prints a raw value; spell it with one of |str, ")


# -- the program -------------------------------------------------------------------------------------------------------


@cache
def programs(target, locale="en"):
    """Every program of a target that it does not refuse, and the endpoint it calls."""
    made = []
    for endpoint, stream in CASES:
        try:
            made.append((endpoint, render(endpoint, build(endpoint, stream=stream), target, locale)))
        except Refused as refusal:
            made += [] if len(str(refusal)) > 10 else [(endpoint, None)]  # a refusal without a reason fails every test
    return made


@pytest.mark.parametrize("target", LANGUAGES.all(), ids=lambda target: target.id)
def test_page_is_readable(target):
    """Nothing stands in a program that nobody can see, and its last line ends."""
    odd = [endpoint.name for endpoint, one in programs(target) if not re.sub(r"[\n\t]", "", one.text).isprintable()]
    ends = [endpoint.name for endpoint, one in programs(target) if not one.text.endswith("\n") or one.text.endswith("\n\n")]
    assert ([], []) == (odd, ends)


@pytest.mark.parametrize("target", LANGUAGES.all(), ids=lambda target: target.id)
def test_secrets_are_named(target):
    """A program names every variable that it says it reads."""
    assert [] == [(endpoint.name, name) for endpoint, one in programs(target) for name in one.env if name not in one.text]


@pytest.mark.parametrize("target", LANGUAGES.all(), ids=lambda target: target.id)
def test_no_code_from_a_spec(target):
    """No comment contains a text of a spec that would end the comment, or mean something in it."""
    facts = target.language.facts["comment"]
    attacks = [one.strip("^$") for one in facts["defuse"] if one[0] != "^"]
    heads = tuple(facts["open"] + one[1:] for one in facts["defuse"] if one[0] == "^")
    texts = [one.text for endpoint, one in programs(target) if endpoint.name.startswith("words-")]
    close = "" if facts["close"] == "none" else facts["close"]
    lines = (line.removesuffix(close) for text in texts for line in text.splitlines())
    comments = [line for line in lines if line.lstrip().startswith(facts["open"].strip())]
    bodies = (line.lstrip().removeprefix(facts["open"]) for line in comments)
    harmful = [line for line in bodies for attack in attacks if attack in line and (attack != "\\" or line.endswith(attack))]
    harmful += [line for line in comments if heads and line.lstrip().startswith(heads)]
    assert (True, []) == (bool(texts), harmful)


@pytest.mark.parametrize("locale", ["en", "zh", "zh-TW", "de"])
def test_python_parses(locale):
    """Python reads every Python program, and the title in it is text."""
    targets = [one for one in LANGUAGES.all() if one.language.id == "python"]
    trees = [ast.parse(one.text) for target in targets for _, one in programs(target, locale)]
    assert [] == [tree for tree in trees if "PWNED" in "".join(_names(tree))]


def _names(tree):
    """Every name that a program uses as code."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr


def program(name, target="python/requests", locale="en", **choices):
    endpoint = spec.load(HERE.parent / "specs" / f"{name}.yaml")
    return render(endpoint, build(endpoint, **choices), LANGUAGES.select(target)[0], locale)


def test_snippet():
    """A program comes with the name of its file, the commands that run it, and the variables it reads."""
    snippet = program("delete-basic")
    assert (
        "delete-basic.py", [["pip", "install", "requests"]], [], [["python", "delete-basic.py"]], ("ADMIN_USER", "ADMIN_PASSWORD"),
    ) == (snippet.filename, snippet.install, snippet.build, snippet.run, snippet.env)


@pytest.mark.parametrize(("locale", "title", "label"), [
    ("en", "Search a catalogue", "Run: "), ("zh", "搜索目录", "运行\uff1a"), ("zh-TW", "搜索目录", "运行\uff1a"),
    ("de", "Search a catalogue", "Run: "),
])
def test_locale(locale, title, label):
    """Title and labels come in the locale, its language, or English."""
    text = program("search", locale=locale).text
    assert (True, True) == (title in text, f"{label}python search.py" in text)


@pytest.mark.parametrize(("name", "filename"), [
    ("a b", "a-b.py"), ("你好", "你好.py"), ("../../etc/passwd", "etc-passwd.py"), ("$(touch PWNED)", "touch-PWNED.py"),
    ("-rf", "rf.py"), ("...", "request.py"), ("", "request.py"),
])
def test_file_name(name, filename):
    """A program's file has a harmless name."""
    endpoint = spec.loads("{title: a, method: GET, url: 'https://a.example'}", "a.yaml", name)
    assert filename == render(endpoint, build(endpoint), LANGUAGES.select("python")[0]).filename


def test_refusal():
    """A target that cannot make a request says why."""
    endpoint = spec.load(HERE / "specs" / "headers-repeated.yaml")
    with pytest.raises(Refused) as caught:
        render(endpoint, build(endpoint), LANGUAGES.select("python/requests")[0])
    assert "Requests keeps headers in a dict, so no name can be sent twice" == str(caught.value)


def test_rendering_twice():
    """The same request gives the same program."""
    assert program("qwq-32b", stream=True) == program("qwq-32b", stream=True)


@pytest.mark.parametrize(("words", "line"), [
    (["java", "-cp", "lib/*", "A.java"], 'java -cp "lib/*" A.java'),
    (["java", "-Dfile.encoding=UTF-8"], 'java "-Dfile.encoding=UTF-8"'),
    (["a", "b c", "$d", "it's"], """a "b c" '$d' 'it'"'"'s'"""),
])
def test_command_line(words, line):
    """A command is quoted as the shells of Windows take it, too, unless only those of POSIX can."""
    assert line == command_line(words)


# -- what templates ask about pairs and data ---------------------------------------------------------------------------

A, B = (Text("a"),), (Text("b"),)


def test_after():
    """A value keeps its secret when a header's name comes before it."""
    assert (Text("X-Key: a"), Env("KEY")) == after((Text("a"), Env("KEY")), "X-Key", ": ")


@pytest.mark.parametrize(("path", "text"), [
    (("choices", 0, "message"), ".choices[0].message"), ((1, "é-", ""), '.[1]["é-"][""]'), (('"',), '.["\\""]'),
])
def test_jq(path, text):
    """A path becomes a filter that jq 1.6 reads: no dot stands before a bracket, but at the beginning."""
    assert text == jq(path)


def test_by_name():
    """A header that is sent twice has a list of values, however it is written."""
    assert {"X-A": [A, B], "Y": B} == by_name([("X-A", A), ("Y", B), ("x-a", B)])


@pytest.mark.parametrize(("pairs", "runs"), [
    ([], []),
    ([("a b", A), ("b", B)], [("a%20b=a&b=b", ())]),
    ([("a", (Text("é"),)), ("b", B)], [("a=", (Text("é"),)), ("&b=b", ())]),
    ([("a", A), ("b", (Env("KEY"),))], [("a=a&b=", (Env("KEY"),))]),
])
def test_as_runs(pairs, runs):
    """What stands between two values that must be encoded is one text."""
    assert runs == as_runs(pairs)


def test_as_texts():
    """A number that a native map would hold as one is a text."""
    pairs = as_texts([("limit", (Text("10", is_number=True), Env("REST")))])
    assert ([("limit", (Text("10"), Env("REST")))], False) == (pairs, pairs[0][1][0].is_number)


def test_a_template_takes_parts_of_another_language():
    """What TypeScript shares with Node.js is spelt by TypeScript's own facts."""
    endpoint = spec.load(HERE.parent / "specs" / "search.yaml")
    (target,) = LANGUAGES.select("typescript/fetch")
    text = render(endpoint, build(endpoint), target).text
    assert "\ninterface Answer {\n  items: { title: string }[];\n}\n" in text


@pytest.mark.parametrize(("pairs", "distinct"), [
    ([], True), ([("a", A), ("b", A)], True), ([("a", A), ("a", B)], False), ([("a", A), ("7", B)], False),
    ([("__proto__", A)], False),
])
def test_is_distinct(pairs, distinct):
    """Pairs are a map where no language would lose one or their order."""
    assert distinct == is_distinct(pairs)


@pytest.mark.parametrize(("data", "found"), [
    ({"a": [Number("1.0")]}, True), (Number("1e5"), True), ([Number("1.5"), 1, "1.0", None], False),
])
def test_has_whole_float(data, found):
    """A number such as 1.0 is found wherever it stands."""
    assert found == has_whole_float(data)
