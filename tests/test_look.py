"""How programs are written: the width of indentation, and programs without a header."""

import ast
import os
import re
import subprocess
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from needs import need_toolchain

from snippetgen import spec
from snippetgen.languages import Languages
from snippetgen.rendering.look import INDENTS, Look, indentation
from snippetgen.rendering.programs import programs
from snippetgen.request.choices import Choices
from snippetgen.running import toolchain
from snippetgen.spec import Body, Words
from snippetgen.verify import case as cases
from snippetgen.verify.plain import judge_plain

ROOT = Path(__file__).parent.parent
LANGUAGES = Languages()
TARGETS = LANGUAGES.all()
CHAT = spec.load(ROOT / "specs" / "qwq-32b.yaml")
FILES = sorted([*(ROOT / "specs").glob("*.yaml"), *(ROOT / "tests" / "specs").glob("*.yaml")])

TEXT = "none\n  two\n    four\n\ttab\n \n  \t both\n# comment\n  }\nend\n"
"""A text whose lines begin with white space of many widths."""


def texts(endpoint, target, look, *, stream=False):
    """The programs of an endpoint; none where it does not stream, or the target refuses."""
    found = programs([endpoint], [target], Choices(stream=stream), "en", look)
    return [one.snippet.text for one in found if one.snippet]


def units(text, unit):
    """The lines of a text with a sign in place of each unit that they begin with."""
    return [re.sub(rf"^(?:{unit})*", lambda run: ">" * (len(run[0]) // len(unit)), line) for line in text.split("\n")]


@pytest.mark.parametrize(
    ("target", "own", "wanted", "unit"),
    [("node/fetch", "  ", "4", "    "), ("ruby", "  ", "tab", "\t"), ("go", "\t", "2", "  "), ("perl", "    ", "2", "  ")],
)
def test_each_level_is_as_wide_as_asked(target, own, wanted, unit):
    """A program in another width has the lines of the usual one, and each of them begins with as many levels."""
    (target,) = LANGUAGES.select(target)
    endpoint = spec.load(ROOT / "specs" / "search.yaml") if own == "\t" else CHAT  # Go's JSON is a text
    (usual,), (other,) = (texts(endpoint, target, look) for look in (Look(), Look(wanted)))
    assert units(usual, own) == units(other, unit)


def test_continued_lines_keep_their_ratio():
    """Java's blocks take two columns and its continued lines four: with four, they take four and eight."""
    (target,) = LANGUAGES.select("java")
    lines = texts(CHAT, target, Look("4"))[0].split("\n")
    assert {
        "    public static void main(String[] args) throws Exception {",
        "        var request =",
        '                HttpRequest.newBuilder(URI.create("https://api.mkeai.com/v1/chat/completions"))',
        '                        .header("Content-Type", "application/json")',
    } <= set(lines)


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.id)
def test_own_width_changes_nothing(target):
    """The width that is usual in a language gives the program that is printed without a choice."""
    fact = target.language.facts["indent"]
    own = fact["block"] if isinstance(fact, dict) else fact
    assert texts(CHAT, target, Look()) == texts(CHAT, target, Look(str(own).removesuffix(" spaces")))


@pytest.mark.parametrize("indent", INDENTS)
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_python_means_what_it_meant(file, indent):
    """Python reads the same program, its texts included, whatever the width."""
    endpoint = spec.load(file)
    for target in LANGUAGES.select("python/requests,python/http.client,python/httpx"):
        for stream in (False, True):
            usual, other = (texts(endpoint, target, look, stream=stream) for look in (Look(), Look(indent)))
            assert [ast.dump(ast.parse(text)) for text in usual] == [ast.dump(ast.parse(text)) for text in other]


def prepared(target):
    need_toolchain(target)
    return toolchain.prepared(target)


def test_no_tabs():
    """A language that allows no tab keeps its spaces, in whatever width."""
    facts = LANGUAGES.language("fsharp").facts
    assert ["    ", "    ", "  "] == [indentation(facts, wanted).unit for wanted in ("", "tab", "2")]


BODIES = {
    "text": Body("text", "text/plain", example=TEXT, has_example=True),
    "json": Body("json", "", example={"text": TEXT, "list": [{"a": TEXT}, {"b": [1, 2]}]}, has_example=True),
    "json text": Body("json", "", example={"number": 12345678901234567890123, "text": TEXT}, has_example=True),
}


@pytest.mark.toolchain
@pytest.mark.parametrize("indent", ["3", "tab"])
@pytest.mark.parametrize("name", LANGUAGES.ids)
def test_literals_never_change(name, indent, monkeypatch):
    """A program in another width sends the same texts, line by line."""
    (target,) = LANGUAGES.select(name)
    environment = prepared(target)
    monkeypatch.setattr(cases, "render", partial(cases.render, look=Look(indent)))
    for body in BODIES.values():
        endpoint = replace(CHAT, auth=(), params=(), body=body, result=None, title=Words({"": "Texts"}))
        case = cases.Case(endpoint, target, False, environment)
        judge_plain(case, {1, 7})
        case.close()
        assert [] == [failure.text[:3000] for failure in case.failures]


@pytest.mark.toolchain
@pytest.mark.parametrize(("indent", "words"), [("4", ["--tab-width", "4"]), ("tab", ["--use-tabs", "--tab-width", "2"])])
def test_prettier_finds_nothing_to_change(indent, words, tmp_path):
    """Lines break where the language's formatter breaks them with that width."""
    language = LANGUAGES.language("node")
    reason = toolchain.missing_linter(language)
    if reason and not os.environ.get("SNIPPETGEN_STRICT"):
        pytest.skip(reason)
    linter = toolchain.prepared_linter(language)
    for file in (ROOT / "specs").glob("*.yaml"):
        for target in TARGETS:
            for number, text in enumerate(texts(spec.load(file), target, Look(indent))):
                if target.language is language or target.language.id == "node":
                    (tmp_path / f"{file.stem}-{target.client}-{number}.mjs").write_text(text, "utf-8")
    done = subprocess.run(
        ["prettier", "--check", *words, *map(str, tmp_path.iterdir())],
        env={**os.environ, **linter.env, "PATH": linter.search_path()}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (0, "") == (done.returncode, done.stderr)


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.id)
def test_without_header(target, stream):
    """A program without a header lacks its title, how to install and how to run it, and nothing else."""
    stream = stream and "stream" not in target.facts["refuses"]
    (whole,), (bare,) = (texts(CHAT, target, look, stream=stream) for look in (Look(), Look(header=False)))
    gone = whole.split("\n")
    kept = bare.split("\n")
    bare = bare.replace("<title>QwQ-32B chat completion</title>", "")  # a part of the page
    assert not any(word in bare for word in ("QwQ-32B chat completion", "Run: ", "Install: ", "# /// script"))
    end = kept[-15:]  # Hurl's has fewer lines
    assert end == gone[-len(end) :]
    assert "\n".join(kept).strip("\n") in "\n".join(gone) or whole.startswith(("#!", "#lang", ";;; -*-", "<?php", "<!doctype html>"))


def test_without_header_shell_stays_a_program():
    """The first line by which a system knows the language is no header."""
    shell, php = ((texts(CHAT, *LANGUAGES.select(name), Look(header=False))[0]) for name in ("shell/script", "php"))
    assert ("#!/usr/bin/env bash\nset -", "<?php\n\n") == (shell[:25], php[:7])


def test_title_in_the_body_is_no_header():
    """Only the header is left out, where a text of the request says the same."""
    (target,) = LANGUAGES.select("python")
    title = CHAT.title.text()
    endpoint = replace(CHAT, params=(), body=Body("json", example={"text": title}, has_example=True))
    assert 1 == texts(endpoint, target, Look(header=False))[0].count(title)
