"""What was proven and has not changed is not run again; whatever it rests on changes the key."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from snippetgen import spec
from snippetgen.languages import Languages, shipped_folder
from snippetgen.rendering.render import render
from snippetgen.request.build import build
from snippetgen.running import toolchain
from snippetgen.verify import Options, Proofs, proofs, verify

SPECS = Path(__file__).parent.parent / "specs"
HEAD = spec.load(SPECS / "head.yaml")
ANOTHER = spec.load(SPECS / "search.yaml")
TARGET = Languages().select("python/http.client")[0]
LAWS = frozenset((1, 6))


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """A cache folder of its own, with the linter that is there already."""
    known = toolchain.cache_folder() / "environments"
    monkeypatch.setenv("SNIPPETGEN_CACHE", str(tmp_path / "cache"))
    (tmp_path / "cache").mkdir()
    if known.is_dir():
        (tmp_path / "cache" / "environments").symlink_to(known)
    return tmp_path / "cache"


# -- the store ---------------------------------------------------------------------------------------------------------


def test_kept():
    """What was added and saved is there for the next run."""
    store = Proofs()
    store.add("a", [1, 2])
    store.save()
    assert ([1, 2], None) == (Proofs().get("a"), Proofs().get("b"))


def test_fresh():
    """A fresh run knows nothing, and adds to what was there."""
    first = Proofs()
    first.add("a", [1])
    first.save()
    second = Proofs(fresh=True)
    assert second.get("a") is None
    second.add("b", [2])
    second.save()
    assert ([1], [2]) == (Proofs().get("a"), Proofs().get("b"))


@pytest.mark.parametrize("text", ["", "[]", "{", "\0"])
def test_damaged(text, cache):
    """A damaged file is an empty one."""
    (cache / "proofs.json").write_text(text)
    store = Proofs()
    assert store.get("a") is None
    store.add("a", True)
    store.save()
    assert Proofs().get("a") is True


def test_forgotten(cache):
    """A proof that nobody asked for in sixty days goes; one that was asked for stays."""
    today = Proofs().today
    (cache / "proofs.json").write_text(json.dumps({"old": [today - 61, 1], "asked": [today - 59, 2], "idle": [today - 59, 3]}))
    store = Proofs()
    store.get("asked")
    store.save()
    assert {"asked": [today, 2], "idle": [today - 59, 3]} == json.loads((cache / "proofs.json").read_text())


# -- the key -----------------------------------------------------------------------------------------------------------


def key(endpoint=HEAD, target=TARGET, how=1, stream=False, text=None):
    snippet = render(endpoint, build(endpoint), target)
    return proofs.program_key(target, endpoint, replace(snippet, text=text or snippet.text), stream, how)


def test_key_is_stable():
    """The same program has the same key, wherever its spec stands."""
    assert key() == key(endpoint=replace(HEAD, file="elsewhere.yaml"))


def with_fact(fact, value):
    facts = TARGET.language.facts
    return replace(TARGET, language=replace(TARGET.language, facts={**facts, fact: {**facts[fact], **value}}))


@pytest.mark.parametrize("change", [
    {"endpoint": ANOTHER},
    {"endpoint": replace(HEAD, timeout=HEAD.timeout + 1)},
    {"text": "pass\n"},
    {"how": 2},
    {"target": with_fact("toolchain", {"env": {"A": "b"}})},
    {"target": with_fact("toolchain", {"needs": ["python3", "sh"]})},
    {"target": with_fact("ca", {"env": {}})},
    {"target": replace(TARGET, facts={**TARGET.facts, "env": {"A": "b"}})},
], ids=str)
def test_key_changes(change):
    """Whatever a judgement rests on is in its key."""
    assert key() != key(**change)


def test_key_of_a_stream():
    """A program that was judged plain was not judged streamed, were its text the same."""
    chat = spec.load(SPECS / "qwq-32b.yaml")
    assert key(chat, text="pass\n") != key(chat, text="pass\n", stream=True)


@pytest.mark.parametrize("name", ["_judge", "_tools"])
def test_key_of_the_judge(name, monkeypatch):
    """So are the judge's own code and the tools of this machine."""
    before = key()
    monkeypatch.setattr(proofs, name, lambda *_: "others")
    assert before != key()


# -- verify ------------------------------------------------------------------------------------------------------------


def judged(target=TARGET, laws=LAWS, **options):
    row = verify([HEAD], [target], Options(laws=laws, proofs=Proofs(**options)))[0]
    return row.programs, row.proven, {law for law, count in row.judged.items() if count}, len(row.failures)


@pytest.mark.toolchain
def test_proven_once():
    """The second time nothing is run, and the result is that of the first."""
    assert [(1, 0, {1, 2, 6}, 0), (1, 1, {1, 2, 6}, 0)] == [judged(laws=LAWS | {2}), judged(laws=LAWS | {2})]


@pytest.mark.toolchain
def test_run_again_when_fresh():
    """`fresh` runs what is proven, and other laws are another question."""
    judged()
    assert [(1, 0, {1, 6}, 0), (1, 0, {1, 2}, 0)] == [judged(fresh=True), judged(laws=frozenset((1, 2)))]


@pytest.fixture
def sabotaged(tmp_path):
    """The target with a template that sends another method, and whose import nobody needs."""
    shutil.copytree(shipped_folder("templates") / "python", tmp_path / "python")
    file = tmp_path / "python" / "http.client.py.j2"
    text = file.read_text("utf-8").replace('"connection.request", r.method|str', '"connection.request", "\'PUT\'"')
    file.write_text(text.replace('"import sys": true', '"import sys, shlex": true'), "utf-8")
    return Languages(tmp_path).select("python/http.client")[0]


@pytest.mark.toolchain
def test_failure_is_not_remembered(sabotaged):
    """What broke a law is run each time, and no earlier proof hides it."""
    judged()
    first, second = judged(sabotaged), judged(sabotaged)
    assert ((1, 0, {1, 6}), True) == (first[:3], first == second and first[3] > 1)
