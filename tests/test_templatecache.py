"""Compiled templates are kept, and only as long as they are right."""

import shutil

import pytest

from snippetgen import spec
from snippetgen.errors import TemplateError
from snippetgen.languages import Languages
from snippetgen.rendering import guard, render, templatecache
from snippetgen.request import build

ENDPOINT = spec.loads("title: Cats\nmethod: GET\nurl: https://api.example.com/cats\n")

TARGET = """\
{#-
title: Toy
url: https://example.com
install: []
refuses: {}
-#}
print({{ "spelt"|str }})
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder of templates with one toy target, and an empty cache."""
    toy = tmp_path / "templates" / "python"
    toy.mkdir(parents=True)
    facts = (Languages().folder / "python" / "language.yaml").read_text("utf-8")
    (toy / "language.yaml").write_text(facts.replace("default: requests", "default: toy"), "utf-8")
    (toy / "toy.py.j2").write_text(TARGET, "utf-8")
    monkeypatch.setenv("SNIPPETGEN_CACHE", str(tmp_path / "cache"))
    return toy


@pytest.fixture
def compiled(monkeypatch):
    """The names of the templates that were compiled."""
    names = []
    check = guard.check_template
    monkeypatch.setattr(render, "check_template", lambda text, path: names.append(path.name) or check(text, path))
    return names


def text(folder):
    """The program as a new process would print it."""
    (target,) = Languages(folder.parent).select("python")
    return render.render(ENDPOINT, build.build(ENDPOINT), target).text


def test_a_template_is_compiled_once(folder, compiled):
    """The second process takes it from the cache."""
    assert (text(folder), ["toy.py.j2"]) == (text(folder), compiled)


def test_another_text(folder, compiled):
    """A template that changed is compiled anew."""
    text(folder)
    (folder / "toy.py.j2").write_text(TARGET.replace("spelt", "other"), "utf-8")
    assert ('print("other")\n', 2) == (text(folder), len(compiled))


def test_other_facts(folder, compiled):
    """A template is compiled again if a fact has changed, because constants are spelt at compile time."""
    text(folder)
    file = folder / "language.yaml"
    file.write_text(file.read_text("utf-8").replace("quote: '\"', short", 'quote: "\'", short'), "utf-8")
    assert ("print('spelt')\n", 2) == (text(folder), len(compiled))


def test_other_code(folder, compiled, monkeypatch):
    """A template is compiled again if our own code has changed."""
    text(folder)
    monkeypatch.setattr(templatecache, "_code_stamp", lambda: [("speller.py", 1, 1)])
    text(folder)
    assert ["toy.py.j2", "toy.py.j2"] == compiled


def test_a_template_that_is_wrong_is_never_kept(folder):
    """A wrong template is never cached: the guard reports it each time."""
    (folder / "toy.py.j2").write_text(TARGET.replace("|str", ""), "utf-8")
    for _ in range(2):
        with pytest.raises(TemplateError, match="prints a raw value"):
            text(folder)


def test_a_broken_cache(folder, tmp_path):
    """A damaged cache is replaced."""
    text(folder)
    for file in (tmp_path / "cache" / "templates").iterdir():
        file.write_bytes(file.read_bytes()[:60])
    assert 'print("spelt")\n' == text(folder)


@pytest.mark.parametrize("at", [0, 10, 25, 60, 100, 200, -1])
def test_a_bit_was_lost(folder, tmp_path, compiled, at):
    """Of a file that differs by one bit, nothing is run, and the template is compiled anew."""
    text(folder)
    (file,) = (tmp_path / "cache" / "templates").iterdir()
    data = bytearray(file.read_bytes())
    data[at] ^= 1
    file.write_bytes(data)
    assert ('print("spelt")\n', 2) == (text(folder), len(compiled))


def test_no_cache(folder, tmp_path):
    """Rendering works without a cache."""
    (tmp_path / "cache").touch()
    assert 'print("spelt")\n' == text(folder)


def test_a_copy_elsewhere(folder, tmp_path, compiled):
    """Two folders of templates do not share a cache."""
    text(folder)
    shutil.copytree(folder.parent, tmp_path / "more")
    text(tmp_path / "more" / "python")
    assert 2 == len(compiled)
