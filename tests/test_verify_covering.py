"""`verify --cover` judges the fewest programs that reach all that the specs reach."""

from pathlib import Path

import pytest

from snippetgen import spec
from snippetgen.languages import Languages
from snippetgen.rendering.render import render
from snippetgen.request.build import build
from snippetgen.verify import Options, verify
from snippetgen.verify.covering import fewest, reached_data, reached_lines

HERE = Path(__file__).parent
QWQ = HERE.parent / "specs" / "qwq-32b.yaml"


def reached(file):
    """The lines that the Perl program of a spec reaches."""
    endpoint = spec.load(file)
    with reached_lines() as lines:
        render(endpoint, build(endpoint), Languages().target("perl", "http-tiny"))
    return lines


@pytest.mark.parametrize(
    ("reaches", "chosen"),
    [
        ([{1, 2}, {2}, {3}], [0, 2]),
        ([{1}, {1, 2, 3}, {3}], [1]),
        ([{1}, {1}], [0]),
        ([set(), {1}], [1]),
        ([], []),
    ],
)
def test_fewest(reaches, chosen):
    """What adds nothing is left out; of equals, the first is taken."""
    assert chosen == fewest(reaches)


def test_lines_of_a_template():
    """Two bodies reach different lines of a template, and the same one the same."""
    assert reached(QWQ) == reached(QWQ)
    assert reached(HERE / "specs" / "multipart.yaml") - reached(QWQ)


def test_characters_of_a_place():
    """A character that is no letter counts by itself, in each place where it stands."""
    found = reached_data(build(spec.load(HERE / "specs" / "json-code.yaml")))
    assert {("data", "$"), ("data", "`"), ("data", "word")} <= found
    assert ("header", "`") not in found


def test_left_out(monkeypatch, tmp_path):
    """What is left out is counted, and what is judged and left out together is all."""
    monkeypatch.setenv("SNIPPETGEN_CACHE", str(tmp_path))
    endpoints = [spec.load(file) for file in sorted((HERE.parent / "specs").glob("*.yaml"))]
    target = Languages().target("python", "http.client")
    laws = frozenset({7})
    every, some = (verify(endpoints, [target], Options(laws=laws, cover=one))[0] for one in (False, True))
    assert every.left_out == 0
    assert every.programs == some.programs + some.left_out
    assert 0 < some.left_out < every.programs
