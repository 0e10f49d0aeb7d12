"""The JSON Schema of the spec format."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from snippetgen.data.yamltext import compose, plain
from snippetgen.spec.format import schema_text

HERE = Path(__file__).parent
SPECS = HERE.parent / "specs"
FILES = sorted(SPECS.glob("*.yaml")) + sorted((HERE / "specs").glob("*.yaml"))
VALIDATOR = jsonschema.Draft202012Validator(json.loads(schema_text()))


def test_shipped_schema():
    """The schema that ships is the one that the format gives (update: snippetgen schema > specs/spec.schema.json)."""
    assert schema_text() == (SPECS / "spec.schema.json").read_text("utf-8")


def test_schema_is_a_schema():
    """The schema is itself valid."""
    jsonschema.Draft202012Validator.check_schema(json.loads(schema_text()))


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.parent.name}-{file.stem}")
def test_spec_validates(file):
    """Every spec validates as an editor sees it, and names the schema in its first line."""
    text = file.read_text("utf-8")
    data = plain(compose(text, str(file)))
    where = "spec.schema.json" if file.parent == SPECS else "../../specs/spec.schema.json"
    assert (
        [], f"# yaml-language-server: $schema={where}",
    ) == ([one.message for one in VALIDATOR.iter_errors(data)], text.partition("\n")[0])


@pytest.mark.parametrize(("text", "what"), [
    ("{method: GET}", "'title' is a required property"),
    ("{title: a, method: 'a b'}", "'a b' does not match"),
    ("{title: a, method: GET, titel: b}", "Additional properties are not allowed ('titel' was unexpected)"),
    ("{title: a, method: GET, params: [{name: a, in: boddy}]}", "'boddy' is not one of"),
    ("{title: a, method: GET, timeout: 0}", "0 is less than the minimum of 1"),
])
def test_schema_finds_mistakes(text, what):
    """A spec that the schema rejects is a mistake in our checks, too."""
    assert [True] == [what in one.message for one in VALIDATOR.iter_errors(yaml.safe_load(text))]
