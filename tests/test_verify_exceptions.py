"""A target's named exceptions from the laws: each is needed, and all else is judged as of any other target."""

import shutil
from pathlib import Path

import pytest

from snippetgen import spec
from snippetgen.languages import Languages, language
from snippetgen.verify import Options, verify

SPECS = Path(__file__).parent.parent / "specs"
TEMPLATE = "curl.sh.j2"
OTHER_SHELL = ': "${MKEAI_API_KEY:?}" && sh -c \'curl "$@" || true\' sh{{ method'

SABOTAGE = {
    "an error status is no failure": (3, TEMPLATE, "--fail-with-body --max-time", "--max-time"),
    "an error's body is lost": (3, TEMPLATE, "--fail-with-body --max-time", "--fail --max-time"),
    "no failure is one": (3, TEMPLATE, "curl{{ method", OTHER_SHELL),
    "there is no time-out": (3, TEMPLATE, " --max-time {{ r.timeout|number }}", ""),
    "a redirect takes the key to a stranger": (4, TEMPLATE, "curl{{ method", "curl --location-trusted{{ method"),
    "a missing variable is no matter": (4, "language.yaml", 'env: "${{name}:?}"', 'env: "${{name}}"'),
    "pieces wait for the end": (5, TEMPLATE, "--no-buffer --fail-with-body", "--fail-with-body"),
    "silence is no matter": (5, TEMPLATE, " --speed-time {{ r.timeout|number }} --speed-limit 1", ""),
    "a stream is decorated": (5, TEMPLATE, "--no-buffer --fail-with-body", "--no-buffer --fail-with-body --include"),
    "an error's status is no failure of a stream": (5, TEMPLATE, "--no-buffer --fail-with-body", "--no-buffer"),
}

NEEDED = {
    ("shell/curl", "errors-printed"): 3,
    ("shell/curl", "redirects-printed"): 3,
    ("shell/curl", "ends-unchecked"): 5,
    ("shell/curl", "stream-as-received"): 5,
    ("shell/wget", "errors-printed"): 3,
    ("shell/wget", "ends-unchecked"): 5,
    ("shell/wget", "stream-as-received"): 5,
    ("shell/httpie", "errors-printed"): 3,
    ("shell/httpie", "redirects-printed"): 3,
    ("shell/httpie", "ends-unchecked"): 5,
    ("shell/httpie", "stream-as-received"): 5,
    ("perl/http-tiny", "needs-chunks"): 5,
    ("nim/httpclient", "needs-chunks"): 5,
    ("shell/wget", "chunks-unchecked"): 3,
    ("perl/lwp", "chunks-unchecked"): 3,
    ("scheme/guile", "chunks-unchecked"): 3,
    ("ocaml/cohttp", "chunks-unchecked"): 3,
    ("elixir/httpc", "needs-chunks"): 5,
    ("erlang/httpc", "needs-chunks"): 5,
    ("rust/ureq", "redirects-unnamed"): 3,
    ("browser/axios", "redirects-unnamed"): 3,
    ("browser/axios", "one-line-secrets"): 1,
    ("browser/xhr", "one-line-secrets"): 1,
    ("browser/jquery", "one-line-secrets"): 1,
    ("browser/fetch", "redirects-unnamed"): 3,
    ("browser/fetch", "one-line-secrets"): 1,
}
"""The law that each exception is from."""

SPEC = {
    "redirects-unnamed": "login-form",
    "rust/ureq redirects-unnamed": "search",
    "one-line-secrets": "../tests/specs/secret-query",
    "chunks-unchecked": "soap-xml",
    "elixir/httpc needs-chunks": "../tests/specs/stream-events",
    "erlang/httpc needs-chunks": "../tests/specs/stream-events",
}
"""The spec that an exception (of one target) shows in; qwq-32b for the others."""


def broken(folder, law, file, old, new, *, target="shell/curl", name="qwq-32b"):
    """The laws that a target breaks after a change to its templates."""
    of = target.partition("/")[0]
    shutil.copytree(language.shipped_folder("templates") / of, folder / of)
    path = folder / of / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    options = Options(frozenset([law]), 2, sample=True)
    (row,) = verify([spec.load(SPECS / f"{name}.yaml")], Languages(folder).select(target), options)
    return {failure.law for failure in row.failures}


@pytest.mark.toolchain
@pytest.mark.parametrize("how", SABOTAGE)
def test_all_else_is_judged(how, tmp_path):
    """A target with exceptions that breaks a law in another way is caught."""
    law, *change = SABOTAGE[how]
    assert {law} == broken(tmp_path, law, *change)


@pytest.mark.toolchain
@pytest.mark.parametrize(("target", "name"), NEEDED, ids=str)
def test_no_exception_is_idle(target, name, tmp_path):
    """Without one of its exceptions the target breaks a law."""
    found, law = Languages().select(target)[0], NEEDED[target, name]
    where = SPEC.get(f"{target} {name}") or SPEC.get(name, "qwq-32b")
    line = f"  {name}: {found.facts['exceptions'][name]}\n"
    gone = f"exceptions:\n{line}" if len(found.facts["exceptions"]) == 1 else line
    assert {law} == broken(tmp_path, law, found.template, gone, "", target=target, name=where)


def test_every_exception_is_proven():
    """Each exception of each target that has any is judged here."""
    found = {(target.id, name) for target in Languages().all() for name in target.facts.get("exceptions", {})}
    assert set(NEEDED) == found
