"""`snippetgen verify --refusals`: a refusal must be true, and that is judged by execution, too."""

import json
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from snippetgen import spec
from snippetgen.cli import main
from snippetgen.languages import Languages, shipped_folder
from snippetgen.verify import Options
from snippetgen.verify.refusals import due, judge_refusals, smallest

HERE = Path(__file__).parent
ENDPOINTS = [spec.load(file) for folder in (HERE.parent / "specs", HERE / "specs") for file in sorted(folder.glob("*.yaml"))]
PAIRS = [(target, feature) for target in Languages().all() for feature in target.facts["refuses"]]


def refusing(folder, refused, old="", new=""):
    """A copy of the templates of Python in which http.client refuses more; `old` is replaced, too, in what it shares."""
    shutil.copytree(shipped_folder("templates") / "python", folder / "python")
    file = folder / "python" / "http.client.py.j2"
    text = file.read_text("utf-8")
    text, found = re.subn(r"(?m)^refuses:\n(?:  .*\n)+", f"refuses: {refused}\n", text)
    shared = folder / "python" / "_stdlib.j2"
    shared_text = shared.read_text("utf-8")
    assert (found, old in shared_text) == (1, True)
    file.write_text(text, "utf-8")
    shared.write_text(shared_text.replace(old, new), "utf-8")
    return folder


def run(*words):
    return CliRunner().invoke(main, ["verify", "--refusals", *map(str, words)])


@pytest.mark.parametrize(("target", "feature"), PAIRS, ids=[f"{target.id}-{feature}" for target, feature in PAIRS])
def test_every_refusal_is_shown(target, feature):
    """A spec needs what a target refuses, and nothing else that it refuses."""
    assert smallest(target, feature, ENDPOINTS) is not None


@pytest.mark.toolchain
def test_an_invented_refusal_is_a_fault(tmp_path):
    """A refusal without which the program keeps all laws is told, and the exit code is 1."""
    file = HERE / "specs" / "http.yaml"
    result = run(file, "--templates", refusing(tmp_path, "{json: we had no time}"), "--lang", "python/http.client", "--law", "1")
    fault = f'python/http.client refuses json ("we had no time"), but its program for {file} keeps all laws'
    assert (result.exit_code, result.stdout) == (1, f"{fault}\n\n1 refusals, 1 not true\n")


@pytest.mark.toolchain
def test_a_template_that_does_not_try_is_a_fault(tmp_path):
    """A template that fails at what it refuses proves nothing of its client."""
    folder = refusing(tmp_path, "{file: no files}", "Path({{ body.path|str }})", "Path({{ body.nothing|str }})")
    judged = judge_refusals([spec.load(HERE.parent / "specs" / "put-binary.yaml")], Languages(folder).select("python/http.client"), Options())
    told = 'python/http.client refuses file ("no files"), but its template does not try: '
    assert [(one.broken, one.fault.startswith(told)) for one in judged] == [("", True)]


@pytest.mark.toolchain
@pytest.mark.parametrize(("target", "feature", "expected"), [
    ("python/requests", "lower-case-method", "law 1: over HTTP: the request differs method: expected put, received PUT"),
    ("shell/curl", "nul-in-text", "it cannot be written: Shell cannot hold U+0000 in a string"),
])
def test_a_true_refusal_says_what_it_spares(target, feature, expected):
    """A law that is broken, or an engine that cannot spell it, makes a refusal true."""
    judged = [one for one in judge_refusals(ENDPOINTS, Languages().select(target), Options(sample=True)) if one.feature == feature]
    assert [(one.broken[: len(expected)], one.fault, one.unjudged) for one in judged] == [(expected, "", "")]


@pytest.mark.toolchain
@pytest.mark.parametrize(("strict", "code"), [([], 0), (["--strict"], 1)])
def test_a_refusal_that_no_spec_needs(tmp_path, monkeypatch, strict, code):
    """It is not judged, which is a failure only where everything must be."""
    monkeypatch.delenv("SNIPPETGEN_STRICT", raising=False)
    folder = refusing(tmp_path, "{json: we had no time}")
    result = run(HERE.parent / "specs" / "head.yaml", "--templates", folder, "--lang", "python/http.client", "--format", "json", *strict)
    told = [(one["feature"], one["fault"], one["unjudged"]) for one in json.loads(result.stdout)]
    why = "no spec needs json and nothing else that python/http.client refuses"
    assert (result.exit_code, told) == (code, [("json", "", why)])


def test_refusals_of_a_sample():
    """Of a sample, each feature that is refused at all is judged, by three targets at most, default clients first."""
    targets = Languages().all()
    whole, sample = (due(targets, sample=one) for one in (False, True))
    counts, all_counts, own = (
        Counter(feature for target, feature in some if target.is_default or not own_alone)
        for some, own_alone in ((sample, False), (whole, False), (sample, True))
    )
    defaults = Counter(feature for target, feature in whole if target.is_default)
    expected = {feature: min(3, count) for feature, count in all_counts.items()}
    assert (expected, {feature: min(3, count) for feature, count in defaults.items()}) == (dict(counts), dict(own))

