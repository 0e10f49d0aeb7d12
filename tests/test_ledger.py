"""The record of a project's last build."""

import os
import time

import pytest

from snippetgen.project import ledger


@pytest.fixture
def book(tmp_path, monkeypatch):
    monkeypatch.setenv("SNIPPETGEN_CACHE", str(tmp_path / "cache"))
    for name in ("in", "out"):
        (tmp_path / name).write_text(name)
        os.utime(tmp_path / name, (time.time() - 10,) * 2)
    return lambda stamp="1": ledger.Ledger(str(tmp_path), stamp)


def remember(book, tmp_path):
    one = book()
    one.record("unit", [str(tmp_path / "in")], [str(tmp_path / "out")])
    one.save(["unit"])


def test_what_is_recorded_is_current(book, tmp_path):
    """A unit is current while nothing changed."""
    remember(book, tmp_path)
    assert [True, False, False] == [book().is_current("unit"), book().is_current("other"), book("2").is_current("unit")]


@pytest.mark.parametrize("name", ["in", "out"])
def test_what_changed_is_not(book, tmp_path, name):
    """A unit is no longer current if a file that it read or wrote has other content of the same size."""
    remember(book, tmp_path)
    (tmp_path / name).write_text("x" * len(name))
    assert not book().is_current("unit")


def test_a_file_touched_only_is_current(book, tmp_path):
    """A new time on the same content, as after a checkout, changes nothing."""
    remember(book, tmp_path)
    os.utime(tmp_path / "out")
    assert book().is_current("unit")


def test_an_input_that_changes_meanwhile_is_not_recorded(book, tmp_path):
    """A unit is not recorded if one of its inputs changed while it worked."""
    one = book()
    (tmp_path / "in").write_text("new")
    one.record("unit", [str(tmp_path / "in")], [])
    assert not one.is_current("unit")


@pytest.mark.parametrize("junk", [b"", b"{", b"[]", b'{"stamp": "1", "saved": "x", "units": 3}'])
def test_a_damaged_ledger_is_none(book, tmp_path, junk):
    """With a damaged ledger, everything is built as if for the first time."""
    remember(book, tmp_path)
    (file,) = (tmp_path / "cache" / "builds").iterdir()
    file.write_bytes(junk)
    assert not book().is_current("unit")
