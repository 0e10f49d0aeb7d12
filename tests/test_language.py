"""A folder is a language: facts, targets, and the messages about wrong ones."""

import re
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from snippetgen.errors import LanguageError, UnknownTarget
from snippetgen.languages import FACTS, TARGET_FACTS, Languages, shipped_folder
from snippetgen.request import FEATURES

SHIPPED = Languages()
PYTHON = shipped_folder("templates") / "python"
FRONT = '{#-\ntitle: Made\nurl: https://made.example/\ninstall: [["get", "made"]]\nrefuses: {}\n-#}\n'


@pytest.fixture
def folder(tmp_path):
    """A folder with one language and one target, to be damaged by tests."""
    made = tmp_path / "templates" / "made"
    made.mkdir(parents=True)
    facts = (PYTHON / "language.yaml").read_text("utf-8")
    facts = re.sub(r"(?m)^title: .*", "title: Made", facts)
    facts = re.sub(r"(?m)^aliases: .*", "aliases: [hand]", facts)
    (made / "language.yaml").write_text(re.sub(r"(?m)^default: .*", "default: one", facts), "utf-8")
    (made / "one.made.j2").write_text(FRONT + "{{ r.method|str }}\n", "utf-8")
    return made


def spoil(folder, pattern, new, file="language.yaml"):
    text = (folder / file).read_text("utf-8")
    spoilt = re.sub(pattern, lambda _: new, text, count=1, flags=re.MULTILINE)
    assert spoilt != text
    (folder / file).write_text(spoilt, "utf-8")


def complaint(folder):
    with pytest.raises(LanguageError) as caught:
        Languages(folder.parent).all()
    return str(caught.value)


def test_made_language(folder):
    """A folder with facts and a template is a language with a target; nothing else must be touched."""
    languages = Languages(folder.parent)
    target = languages.select("made")[0]
    assert (
        ("made",), "made/one", True, "Made", "Made", "one.made.j2",
    ) == (languages.ids, target.id, target.is_default, target.facts["title"], target.fact("title"), target.template)


@pytest.mark.parametrize("fact", sorted(name for name, key in FACTS.keys.items() if key.required))
def test_missing_fact(folder, fact):
    """A fact that is not answered is a load error that names it and what it means."""
    facts = FACTS.keys[fact]
    text = (folder / "language.yaml").read_text("utf-8")
    blocks = re.split(r"(?m)^(?=[a-z])", text)
    (folder / "language.yaml").write_text("".join(one for one in blocks if not one.startswith(f"{fact}:")), "utf-8")
    what = f'{folder / "language.yaml"}:2:1: "{fact}" is missing ({facts.meaning})'
    assert [what] == complaint(folder).splitlines()


def test_missing_fact_within(folder):
    """A fact within a fact is missed, too."""
    spoil(folder, ' unprintable: "u4U8",', "")
    assert complaint(folder).endswith('string: "unprintable" is missing (how the rest that is not printable is written)')


@pytest.mark.parametrize(("pattern", "new", "expected"), [
    ("engine: backslash", "engine: backslach", 'string.engine: unknown value "backslach" (did you mean "backslash"?)'),
    ('short: "abfnrtv"', 'short: "xyz"', 'string.short: "xyz" is not some of the letters abefnrtv'),
    ("^width: 88", "width: 8", "width: must be 40 or more"),
    ("^cjk_wide: true", "cjk_wide: yes", 'cjk_wide: must be true or false, not the text "yes"'),
    ("^title: Made", "title: Made\ntitel: Made", 'titel: unknown key "titel" (did you mean "title"?)'),
    ("^indent: 4", "indent: tabs", 'indent: "tabs" is not a number of columns, or tab'),
    ("^join: .*", "join: {}", "join: must have exactly one of the keys operator, function, interpolate, format"),
    ("^aliases: .*", "aliases: [no, null]", "aliases[1]: must be text, not empty"),
    ("^title: Made", "title: Made\ntitle: Made", 'duplicate key "title" (first on line 2)'),
])
def test_wrong_fact(folder, pattern, new, expected):
    """A fact that cannot be is told with its place and what would be right."""
    spoil(folder, pattern, new)
    assert complaint(folder).endswith(expected)


def test_default_must_exist(folder):
    """The default names a template that is there."""
    spoil(folder, "^default: one", "default: two")
    assert f"{folder / 'language.yaml'}: default: no two.*.j2 in this folder (found: one)" == complaint(folder)


def test_target_without_facts(folder):
    """A template begins with its facts."""
    (folder / "one.made.j2").write_text("{{ r.method|str }}\n", "utf-8")
    assert complaint(folder).startswith(f"{folder / 'one.made.j2'}:1: a template begins with the facts of its target: {{#-, YAML with title, aliases, label, url, ")


@pytest.mark.parametrize("fact", [name for name, key in TARGET_FACTS.keys.items() if key.required])
def test_missing_target_fact(folder, fact):
    """A fact of a target that is not answered is a load error that names it."""
    spoil(folder, f"^{fact}: .*\n", "", "one.made.j2")
    assert f'{folder / "one.made.j2"}:2:1: "{fact}" is missing ({TARGET_FACTS.keys[fact].meaning})' == complaint(folder)


def test_mistake_in_target_has_its_line(folder):
    """A mistake in a target's facts stands on its line of the file."""
    spoil(folder, "^refuses: {}", "refuses: []", "one.made.j2")
    assert f"{folder / 'one.made.j2'}:5:10: refuses: must be a map, not a list" == complaint(folder)


def test_unknown_feature(folder):
    """A target refuses only what a request can ask for."""
    spoil(folder, "^refuses: {}", "refuses: {multi-part: it has no examples}", "one.made.j2")
    assert f'{folder / "one.made.j2"}: refuses: unknown feature "multi-part" (did you mean "multipart"?)' == complaint(folder)


def test_not_utf8(folder):
    """A file that is no text is one clear message."""
    (folder / "language.yaml").write_bytes(b"title: \xff\n")
    assert complaint(folder).startswith(f"{folder / 'language.yaml'}: cannot be read: ")


@pytest.mark.parametrize(("make", "expected"), [
    (False, "{folder}: no such folder of templates"), (True, "{folder}: contains no <language>/language.yaml"),
])
def test_no_folder(tmp_path, make, expected):
    """A folder that is missing or empty is one clear message."""
    folder = tmp_path / "none"
    if make:
        folder.mkdir()
    with pytest.raises(LanguageError) as caught:
        Languages(folder)
    assert expected.format(folder=folder) == str(caught.value)


def test_partials_are_no_targets(folder):
    """A template whose name begins with _ is for the others."""
    (folder / "_parts.j2").write_text("{% macro a() %}{% endmacro %}", "utf-8")
    assert ["made/one"] == [one.id for one in Languages(folder.parent).all()]


def test_select(folder):
    """Names, aliases and clients, in the order asked for, each once, in any case."""
    shutil.copy(folder / "one.made.j2", folder / "two.made.j2")
    languages = Languages(folder.parent)
    assert ["made/two", "made/one"] == [one.id for one in languages.select("made/two, Hand,made/one,MADE/TWO,")]


def test_default_comes_first(folder):
    """Of a language's targets the default comes first, the others by name."""
    for name in ("zero", "alpha"):
        shutil.copy(folder / "one.made.j2", folder / f"{name}.made.j2")
    assert ["one", "alpha", "zero"] == [one.client for one in Languages(folder.parent).all()]


@pytest.mark.parametrize(("words", "expected"), [
    ("maed", 'unknown language "maed" (did you mean "made"?); snippetgen targets lists them'),
    ("cobol", 'unknown language "cobol" (one of: made); snippetgen targets lists them'),
    ("made/two", 'unknown target "made/two" (made has one)'),
])
def test_unknown_target(folder, words, expected):
    """A name that means nothing is told with those that do."""
    with pytest.raises(UnknownTarget) as caught:
        Languages(folder.parent).select(words)
    assert expected == str(caught.value)


def test_refusal(folder):
    """The first feature that a target refuses gives the reason."""
    spoil(folder, "^refuses: {}", "refuses: {multipart: no parts, stream: no stream}", "one.made.j2")
    target = Languages(folder.parent).select("made")[0]
    assert ("", "no stream") == (target.refusal(["json"]), target.refusal(["stream", "multipart"]))


def test_own_facts_come_first(folder):
    """A target's own command stands in place of its language's."""
    spoil(folder, "^url:", 'run: [["made", "{file}"]]\nurl:', "one.made.j2")
    target = Languages(folder.parent).select("made")[0]
    assert ([["made", "{file}"]], []) == (target.fact("run"), target.fact("build"))


@pytest.mark.parametrize(("more", "installed"), [("", [["get", "made"]]), ("writes_json: true\n", [["pip", "install", "json"]])])
def test_library_that_writes_a_secret(folder, more, installed):
    """What reads JSON is installed as well where a target needs it to write a secret into a JSON body."""
    spoil(folder, "^url:", f'with_json: {{install: [["pip", "install", "json"]]}}\n{more}url:', "one.made.j2")
    target = Languages(folder.parent).select("made")[0]
    request = SimpleNamespace(reads_json=False, quoted=("KEY",), stream=False, is_full=False)
    assert installed == target.variant(request).facts["install"]


@pytest.mark.parametrize(("more", "installed"), [("", [["get", "made"]]), ("checks_json: true\n", [["pip", "install", "json"]])])
def test_library_that_checks_lines(folder, more, installed):
    """What reads JSON is installed as well where a target needs it to check lines that it prints as they are."""
    spoil(folder, "^url:", f'with_json: {{install: [["pip", "install", "json"]]}}\n{more}url:', "one.made.j2")
    target = Languages(folder.parent).select("made")[0]
    request = SimpleNamespace(reads_json=False, quoted=(), stream=True, is_lines=True, is_full=False)
    assert installed == target.variant(request).facts["install"]


# -- what ships --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SHIPPED.ids)
def test_shipped_language(name):
    """A shipped language loads, its default is one of its clients, and no alias of it means another."""
    facts = SHIPPED.language(name).facts
    others = {word for one in SHIPPED.ids if one != name for word in (one, *SHIPPED.language(one).facts["aliases"])}
    assert (SHIPPED.language(name).clients[0], set()) == (facts["default"], {name, *facts["aliases"]} & others)


@pytest.mark.parametrize("name", SHIPPED.ids)
def test_facts_hold_no_escapes(name):
    """Facts are letters and names; the escape sequences are the engines' business."""
    string = SHIPPED.language(name).facts["string"]
    assert "\\" not in string["short"] + string["escape"] + string["unprintable"] + "".join(string["escape_pairs"])


@pytest.mark.parametrize("name", SHIPPED.ids)
def test_file_names_are_told(name):
    """A program's file name has an ending, and holds the spec's name where its language allows that."""
    target = SHIPPED.select(name)[0]
    assert re.fullmatch(r"(?:\{name\}|[A-Za-z]+)(?:\.main)?\.[A-Za-z0-9]+", target.fact("filename"))


@pytest.mark.parametrize("target", SHIPPED.all(), ids=lambda target: target.id)
def test_shipped_target(target):
    """A shipped target names its client, where that is documented, and why it refuses what it refuses."""
    facts = target.facts
    reasons = [reason for reason in facts["refuses"].values() if len(reason) < 10]
    assert (
        True, True, [], set(),
    ) == (bool(facts["title"]), facts["url"].startswith("https://"), reasons, set(facts["refuses"]) - set(FEATURES))


def test_every_fact_says_what_it_means():
    """Each fact stands beside its meaning."""
    assert [] == [name for keys in (FACTS, TARGET_FACTS) for name, key in keys.keys.items() if len(key.meaning) < 10]


def test_shipped_folder_is_a_folder():
    """Templates and specs ship with the package."""
    assert [True, True] == [shipped_folder(name).is_dir() for name in ("templates", "specs")]


def test_no_registry():
    """No file of the package names a language that ships."""
    package = Path(__file__).parent.parent / "snippetgen"
    named = [
        (file.name, name)
        for file in package.rglob("*.py")
        for name in ("okhttp", "guzzle", "libcurl", "axios")
        if re.search(rf"[\"']{name}[\"']", file.read_text("utf-8")) and file.parent.name != "curl"
    ]  # --libcurl is an option of curl
    assert [] == named
