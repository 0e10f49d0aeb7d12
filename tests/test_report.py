"""What verify says of what it found."""

import json
from types import SimpleNamespace

from snippetgen.languages import EXCEPTIONS
from snippetgen.verify import Failure, TargetResult, report

ROWS = [
    TargetResult(
        SimpleNamespace(id="a/one", facts={}),
        programs=3,
        refused={"x.yaml": "it cannot"},
        judged={1: 3, 2: 2, 3: 0, 4: 0, 5: 0, 6: 3, 7: 3},
        seconds=12.3,
        failures=[Failure(1, "a/one", "y.yaml", True, "the body differs", "/kept")],
    ),
    TargetResult(SimpleNamespace(id="b/two", facts={"exceptions": {"errors-printed": "as its users expect"}}), not_executed="b is not installed"),
]


def test_the_table():
    """A row for each target, a column for each law."""
    assert report.table(ROWS).splitlines() == [
        "target  programs  seconds  refused  1 exact  2 answers  3 loud  4 secrets  5 streams  6 clean  7 harmless",
        "a/one   3         12       1        FAIL 1   ok 2       -       -          -          ok 3     ok 3",
        "b/two   0         0        0        -        -          -       -          -          -        -",
    ]


def test_the_text_names_everything():
    """Refusals and exceptions with their reason, targets that did not run, failures in full, and the sum."""
    assert report.text(ROWS).split("\n\n")[1:] == [
        "Refused:\n  a/one: it cannot (x.yaml)",
        f"Excepted from the laws:\n  b/two: {EXCEPTIONS['errors-printed']} (errors-printed): as its users expect",
        "Not judged:\n  b/two: not executed: b is not installed",
        "Law 1 (exact), a/one, y.yaml streamed, kept in /kept\nthe body differs",
        "2 targets, 3 programs executed, 1 failures, 1 targets not executed",
    ]


def test_the_json_holds_the_same():
    """Every failure is there, with its law, spec and folder, and every exception from a law."""
    data = json.loads(report.json_text(ROWS))
    assert [one["exceptions"] for one in data["targets"]] == [{}, {"errors-printed": "as its users expect"}]
    assert [(one["id"], one["not_executed"], one["failures"]) for one in data["targets"]] == [
        (
            "a/one",
            None,
            [{"law": 1, "spec": "y.yaml", "stream": True, "text": "the body differs", "folder": "/kept"}],
        ),
        ("b/two", "b is not installed", []),
    ]
