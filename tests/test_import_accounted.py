"""No value of a source is lost in silence: it is sent, or hidden as a secret, or named in a note."""

import json
from pathlib import Path

import accounting
import pytest

from snippetgen import importers
from snippetgen.errors import SnippetgenError
from snippetgen.importers.openapi.document import load

CASES = Path(__file__).parent / "imports"
OPENAPI = sorted(file for file in CASES.glob("*/*") if file.suffix in (".yaml", ".json") and "openapi" in file.read_text("utf-8", "replace")[:300])


@pytest.mark.parametrize("file", OPENAPI, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_openapi(file):
    """Each example of a parameter or a body that an author wrote is sent, hidden, or named."""
    text = file.read_text("utf-8")
    known = accounting.openapi(load(text, str(file)), str(file))
    lost = {}
    for entry in importers.open_source(text, str(file)).entries:
        label = next(one for one in entry.labels if " " in one)
        try:
            lost[label] = accounting.silent(known[label], entry.read())
        except SnippetgenError as error:
            lost[label] = str(error)
    assert {} == {label: values for label, values in lost.items() if values}


POSTMAN = [*sorted(CASES.glob("postman-*/*.json")), *sorted(one for one in (CASES.parent / "postman").glob("*.json") if one.name != "wire.json")]


@pytest.mark.parametrize("file", POSTMAN, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_postman(file):
    """Each value that stands in a request of a collection is sent, hidden, or named."""
    text = file.read_text("utf-8")
    known = accounting.postman(json.loads(text))
    entries = importers.open_source(text, str(file)).entries
    lost = {entry.labels[0]: accounting.silent(values, entry.read()) for entry, values in zip(entries, known, strict=True)}
    assert {} == {label: values for label, values in lost.items() if values}
