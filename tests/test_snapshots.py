"""Goldens: every target, shipped spec and form (plain, stream), and the hostile spec.

They are reviewed by reading; the laws execute them (`snippetgen verify`).
"""

from pathlib import Path

import pytest

from snippetgen import spec
from snippetgen.build import build
from snippetgen.errors import Refused
from snippetgen.language import Languages
from snippetgen.render import render

HERE = Path(__file__).parent
SPECS = [*sorted((HERE.parent / "specs").glob("*.yaml")), HERE / "specs" / "hostile-text.yaml"]
TARGETS = Languages().all()


def cases():
    for path in SPECS:
        endpoint = spec.load(path)
        for target in TARGETS:
            for stream in (False, True) if endpoint.stream else (False,):
                yield pytest.param(
                    endpoint, target, stream, id=f"{endpoint.name}-{target.id}{'-stream' if stream else ''}"
                )


@pytest.mark.parametrize(("endpoint", "target", "stream"), cases())
def test_the_program_is_the_golden_one(endpoint, target, stream, snapshot):
    """A changed program is noticed; `make goldens` accepts it once it has been read."""
    try:
        snippet = render(endpoint, build(endpoint, stream=stream), target)
        text, ending = snippet.text, Path(snippet.filename).suffix
    except Refused as refusal:
        text, ending = f"refused: {refusal}\n", ".refused"
    snapshot.snapshot_dir = HERE / "snapshots" / endpoint.name
    name = f"{target.language.id}-{target.client}{'-stream' if stream else ''}{ending}"
    snapshot.assert_match(text.encode(), name)
