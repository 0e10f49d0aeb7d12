"""The name that a program's file gets never hides what the program, or its client, imports."""

import sys
from dataclasses import replace

import pytest
from needs import need_toolchain

from snippetgen import spec
from snippetgen.languages import Languages
from snippetgen.rendering.render import render
from snippetgen.request.build import build
from snippetgen.running import toolchain
from snippetgen.verify import Options, verify

NAMES = ("token", "email", "queue", "calendar", "http", "json", "requests", "urllib3", "string", "curl", "axios", "Main")
OTHERS = ("json", "string", "Main")
"""Names for languages whose programs look for what they import nowhere near them."""

SPEC = """
title: {name}
method: POST
url: https://api.example.com/{name}
params:
  - {{name: {name}, in: body, example: {name}}}
responses:
  - {{status: 200, example: {{{name}: done}}}}
result: {name}
"""
NAMED = [one for one in Languages().all() if one.language.facts["importable"] or one.is_default]
"""Where programs look for imports near them, each client brings names of its own; elsewhere, one stands for all."""

PYTHON = Languages().select("python/http.client,python/requests,python/httpx")


def named(folder, name):
    """An endpoint that has one name wherever it may have one."""
    file = folder / f"{name}.yaml"
    file.write_text(SPEC.format(name=name), "utf-8")
    return spec.load(file)


@pytest.mark.toolchain
@pytest.mark.parametrize("target", NAMED, ids=lambda target: target.id)
def test_programs_run_under_their_names(target, tmp_path):
    """A program runs under the name that is suggested for it, whatever its spec is called."""
    need_toolchain(target)
    names = NAMES if target.language.facts["importable"] else OTHERS
    row = verify([named(tmp_path, name) for name in names], [target], Options(frozenset([1, 2]), sample=True))[0]
    assert (row.not_executed, [failure.text for failure in row.failures]) == ("", [])


@pytest.mark.parametrize(("name", "expected"), [
    ("token", "token-request.py"),
    ("_socket", "socket-request.py"),
    ("http.client", "http.client.py"),
    ("search", "search.py"),
    ("qwq-32b", "qwq-32b.py"),
    ("请求", "请求.py"),
    ("../token", "token-request.py"),
    ("aux", "aux-request.py"),
    ("Con.users", "Con-request.users.py"),
    ("com1", "com1-request.py"),
    ("com10", "com10.py"),
    ("console", "console.py"),
])
def test_suggested_name(name, expected, tmp_path):
    """A file is called after its spec, unless an import would find it in place of a module."""
    endpoint = replace(named(tmp_path, "any"), name=name)
    assert expected == render(endpoint, build(endpoint), PYTHON[0]).filename


def test_standard_library_is_known():
    """Python's own modules are all among the names that a file does not get."""
    public = {name for name in sys.stdlib_module_names if not name.startswith("_")}
    assert set() == public - set(PYTHON[0].language.facts["importable"])


@pytest.mark.toolchain
@pytest.mark.parametrize("target", PYTHON, ids=lambda target: target.id)
def test_clients_are_known(target):
    """So are the modules that installing a client brings."""
    brought = {one.stem for one in toolchain.prepared(target).folder.glob(".venv/lib/python*/site-packages/[a-z]*[a-z0-9]*") if one.suffix in ("", ".py")}
    assert set() == brought - {"pip", "setuptools", "pkg_resources"} - set(target.language.facts["importable"])
