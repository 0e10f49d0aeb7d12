"""Goldens: three specs for every target, all shipped and some hostile specs for default clients; plain and streamed.

They are reviewed by reading; the laws execute them (`snippetgen verify`).
"""

from pathlib import Path

import pytest

from snippetgen import spec
from snippetgen.errors import Refused
from snippetgen.languages import Languages
from snippetgen.rendering.render import render
from snippetgen.request.build import build

HERE = Path(__file__).parent
SPECS = [*sorted((HERE.parent / "specs").glob("*.yaml")), *(HERE / "specs" / name for name in ("words-quotes.yaml", "words-comments.yaml", "digest.yaml", "digest-json.yaml"))]
FOR_ALL = ("qwq-32b", "search", "upload")
"""The specs with a golden of every target: JSON and a stream, a query, and a multipart body."""
TARGETS = Languages().all()


def cases():
    for path in SPECS:
        endpoint = spec.load(path)
        for target in (one for one in TARGETS if one.is_default or endpoint.name in FOR_ALL):
            for stream in (False, True) if endpoint.stream else (False,):
                yield pytest.param(
                    endpoint, target, stream, id=f"{endpoint.name}-{target.id}{'-stream' if stream else ''}"
                )


def golden(endpoint, target, stream):
    """The name of a golden and its text; a refusal is golden, too."""
    try:
        snippet = render(endpoint, build(endpoint, stream=stream), target)
        text, ending = snippet.text, Path(snippet.filename).suffix
    except Refused as refusal:
        text, ending = f"refused: {refusal}\n", ".refused"
    return f"{target.language.id}-{target.client}{'-stream' if stream else ''}{ending}", text


CASES = list(cases())


@pytest.mark.parametrize(("endpoint", "target", "stream"), CASES)
def test_the_program_is_the_golden_one(endpoint, target, stream, snapshot):
    """A changed program is noticed; `make goldens` accepts it once it has been read."""
    name, text = golden(endpoint, target, stream)
    snapshot.snapshot_dir = HERE / "snapshots" / endpoint.name
    snapshot.assert_match(text.encode(), name)


def test_no_golden_is_left_over():
    """Every golden belongs to a program; one that does not is removed by hand."""
    found = {path.relative_to(HERE / "snapshots").as_posix() for path in (HERE / "snapshots").rglob("*.*")}
    expected = set()
    for endpoint, target, stream in (case.values for case in CASES):
        expected.add(f"{endpoint.name}/{golden(endpoint, target, stream)[0]}")
    assert found == expected
