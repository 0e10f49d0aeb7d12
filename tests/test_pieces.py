"""Calls, assignments and imports out of pieces that are spelt already."""

import pytest

from snippetgen.languages import Languages
from snippetgen.languages.layout import lay_out
from snippetgen.languages.pieces import Pieces

LONG = '"a very long text that does not fit into the columns that are left"'


def laid(text, width=60):
    return lay_out(text, width, 4, wide=True)


def pieces(name):
    return Pieces(Languages().language(name))


@pytest.mark.parametrize(("language", "arguments", "expected"), [
    ("java", [], "f()"),
    ("java", ["a"], "f(a)"),
    ("java", ["a", "b"], "f(a, b)"),
    ("java", ["a", LONG], f"f(\n    a,\n    {LONG})"),
    ("python", [LONG], f"f(\n    {LONG}\n)"),
    ("python", ["a", LONG], f"f(\n    a,\n    {LONG},\n)"),
    ("node", [LONG], f"f(\n    {LONG},\n)"),
    ("perl", ["a", LONG], f"f(\n    a,\n    {LONG},\n)"),
    ("c", ["a", LONG], f"f(a, {LONG})"),
])
def test_call(language, arguments, expected):
    """Arguments stand on one line where they fit, else as the fact `call` of the language says."""
    assert expected == laid(pieces(language).call("f", *arguments))


def test_left_out():
    """An argument that is not given is left out."""
    assert "f(a)" == laid(pieces("java").call("f", "a", None))


@pytest.mark.parametrize(("right", "expected"), [("1", "x = 1"), (LONG, f"x =\n    {LONG}")])
def test_hang(right, expected):
    """What stands on the right goes to the next line where it does not fit."""
    assert expected == laid(Pieces.hang("x =", right))


def test_imports():
    """The lines whose value is true, in their order."""
    assert "import a\nimport c" == Pieces.imports({"import a": [1], "import b": (), "import c": True})


def test_code():
    """Pieces side by side."""
    assert "answer[0]" == Pieces.code("answer", "[0]")
