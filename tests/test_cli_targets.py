"""`snippetgen targets` and `snippetgen schema`."""

import json

from click.testing import CliRunner

from snippetgen.cli import main
from snippetgen.languages import EXCEPTIONS, Languages
from snippetgen.request import FEATURES
from snippetgen.spec.format import schema_text

TARGETS = Languages().all()


def targets(*words):
    return CliRunner().invoke(main, ["targets", *words]).stdout


def test_the_table_names_every_target():
    """A line each, below the heading."""
    table = targets().partition("\n\n")[0]
    assert ["TARGET", *(target.id for target in TARGETS)] == [line.split()[0] for line in table.splitlines()]


def test_exceptions_stand_below_the_table():
    """Each exception from a law is shown with what it means and why it is made."""
    below = " ".join(targets().partition("\n\n")[2].split())
    for target in TARGETS:
        for name, reason in target.facts.get("exceptions", {}).items():
            assert f"{target.id}: {EXCEPTIONS[name]} ({name}): {reason}" in below


def test_the_table_fits_a_terminal():
    """No line is longer than 80 columns."""
    assert [] == [line for line in targets().splitlines() if len(line) > 80]


def test_json_keys():
    """An entry says what a page about the target needs."""
    keys = ["id", "language", "client", "title", "label", "default", "filename", "install", "build", "run", "exceptions", "supports", "level"]
    assert {tuple(keys)} == {tuple(one) for one in json.loads(targets("--format", "json"))}


def test_json_supports():
    """Every feature is answered with yes or no."""
    for target, one in zip(TARGETS, json.loads(targets("--format", "json")), strict=True):
        assert {feature: feature not in target.facts["refuses"] for feature in FEATURES} == one["supports"]


def test_one_default_for_each_language():
    """--lang LANGUAGE means one target."""
    found = [one["language"] for one in json.loads(targets("--format", "json")) if one["default"]]
    assert sorted({target.language.id for target in TARGETS}) == found


def test_schema():
    """The schema is printed as it ships."""
    assert schema_text() == CliRunner().invoke(main, ["schema"]).stdout


def test_markdown():
    """The table for a page has a line for each target, and each exception below."""
    lines = targets("--format", "markdown").splitlines()
    table = [line for line in lines if line.startswith("|")]
    assert len(TARGETS) + 2 == len(table)
    assert {6 + 1} == {line.count("|") for line in table}
    below = [name for target in TARGETS for name in target.facts.get("exceptions", {})]
    assert len(below) == sum(line.startswith("- `") for line in lines)
