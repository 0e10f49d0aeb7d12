"""What an import tells of its changes."""

import pytest

from snippetgen.importers.notes import Note, Notes, gathered


def test_a_changed_value_is_named_with_its_reason():
    """A note shows the value before and after, and why."""
    notes = Notes()
    sent = notes.changed("body", "5", 5, "the schema wants an integer")
    assert (sent, notes) == (5, [Note("body", '"5" is sent as 5: the schema wants an integer')])


def test_an_unchanged_value_leaves_no_note():
    """A value that stays as it is needs no note."""
    notes = Notes()
    assert (notes.changed("body", {"a": 1}, {"a": 1}, "tidied"), notes) == ({"a": 1}, [])


@pytest.mark.parametrize("change", [lambda notes: notes.changed("a", 1, 2, " "), lambda notes: notes.dropped("a", 1, "")])
def test_no_change_without_a_reason(change):
    """A change without a reason is an error of the importer."""
    with pytest.raises(ValueError, match="without a reason"):
        change(Notes())


def test_a_long_value_is_cut():
    """A note shows the beginning of a long value."""
    notes = Notes()
    notes.dropped("a", "x" * 100, "too long")
    assert notes[0].text == '"' + "x" * 59 + "… is left out: too long"


def test_the_same_note_of_many_operations_is_one_line():
    """A remark that operations share is told once, with their number and the first three of them."""
    told = [(f"op{number}", Note(f"/paths/~1{number}/get", "the server has no host")) for number in range(5)]
    assert gathered(told) == ["the server has no host (5 operations: op0, op1, op2, …)"]


def test_a_shared_place_is_kept():
    """The place is told where it is the same in all operations."""
    told = [("a", Note("body", "left out")), ("b", Note("body", "left out"))]
    assert gathered(told) == ["body: left out (2 operations: a, b)"]


def test_a_note_of_one_operation_names_it_and_its_places():
    """A remark on several places of one operation is one line, too."""
    told = [("a", Note("X-A", "left out")), ("a", Note("X-B", "left out")), ("", Note("", "is old"))]
    assert gathered(told) == ["a: X-A, X-B: left out", "is old"]


@pytest.mark.parametrize(("places", "expected"), [
    (["{{a}}", "{{b}}"], "{{a}}, {{b}}: is not set (2 operations: x, y)"),
    (["/paths/a", "/paths/b"], "is not set (2 operations: x, y)"),
])
def test_places_of_many(places, expected):
    """Variables are named where several endpoints share a note; pointers into a document are not."""
    assert [expected] == gathered([("x", Note(places[0], "is not set")), ("y", Note(places[1], "is not set"))])
