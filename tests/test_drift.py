"""Reports for CI services on files that differ."""

from pathlib import Path

import pytest

from snippetgen.basics.comparison import Comparison
from snippetgen.project import drift
from snippetgen.project.drift import Drift, Place

PLACE = Place(3, 7, "differs")


@pytest.fixture(autouse=True)
def root(tmp_path, monkeypatch):
    """A checkout, in whose folder `docs` a job works."""
    (tmp_path / "docs").mkdir()
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    monkeypatch.chdir(tmp_path / "docs")
    return tmp_path


def changed(name="a.md", old=b"a\nb\nc\n", new=b"a\nB\nc\n", places=()):
    return Drift(Comparison(Path(name), old, new), places)


# -- annotations -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.md", "a.md"),
        ("a b/汉字.md", "a b/汉字.md"),
        ("100%.md", "100%25.md"),
        ("a:b,c.md", "a%3Ab%2Cc.md"),
        ("a\r\nb::error::.md", "a%0D%0Ab%3A%3Aerror%3A%3A.md"),
        ("%0A", "%250A"),
    ],
)
def test_a_path_in_an_annotation(name, expected):
    """Nothing in a file's name can end a property, or the command."""
    assert f"::error file={expected},line=3,endLine=7,title=snippetgen%3A not up to date::x" == drift.annotation(name, PLACE, "x")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a: b, c", "a: b, c"), ("50%", "50%25"), ("a\n::error::b", "a%0A::error::b"), ("a\rb", "a%0Db"), ("%0A", "%250A")],
)
def test_a_message_in_an_annotation(text, expected):
    """Nothing in a message can begin another line."""
    assert f"::error file=a,line=3,endLine=7,title=t::{expected}" == drift.annotation("a", PLACE, text, "t")


def test_an_annotation_never_ends_before_it_begins():
    """A place of no lines is a line."""
    assert "line=3,endLine=3," in drift.annotation("a", Place(3, 2, ""), "")


def test_annotations():
    """There is an annotation for each place in each file that differs, with the command that fixes it."""
    found = [changed(places=(PLACE, Place(9, 9, "was edited"))), changed("b.md", new=b"a\nb\nc\n", places=(PLACE,)), changed("c.md")]
    assert [
        "::error file=docs/a.md,line=3,endLine=7,title=snippetgen%3A not up to date::differs: run make docs",
        "::error file=docs/a.md,line=9,endLine=9,title=snippetgen%3A not up to date::was edited: run make docs",
        "::error file=docs/c.md,line=2,endLine=2,title=snippetgen%3A not up to date::differs from what its spec says: run make docs",
    ] == drift.workflow_commands(found, "make docs")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (b"a\nb\nc\n", b"a\nc\n", [(2, 2, "differs from what its spec says")]),
        (b"a\nb\n", b"a\nx\nb\n", [(1, 1, "differs from what its spec says")]),
        (b"", b"a\n", [(1, 1, "differs from what its spec says")]),
        (None, b"a\n", [(1, 1, "does not exist")]),
        (b"a\nb\n", None, [(1, 2, "no longer belongs to a spec")]),
        (b"a\nb\nc\nd\ne\n", b"A\nb\nc\nD\nE\n", [(1, 1, "differs from what its spec says"), (4, 5, "differs from what its spec says")]),
    ],
)
def test_where(old, new, expected):
    """Without places, the annotations are at the lines that change."""
    assert expected == [tuple(one) for one in changed(old=old, new=new).where()]


# -- paths -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.md", "docs/a.md"), ("./b/../a.md", "docs/a.md"), ("../README.md", "README.md"), ("../../out.md", "../../out.md"), ("../..a/b.md", "..a/b.md"), ("..a.md", "docs/..a.md")],
)
def test_from_root(name, expected):
    """A path is told from the root of the checkout; one outside of it as it is."""
    assert expected == drift.from_root(Path(name))


def test_from_root_of_an_absolute_path(root):
    """An absolute path within the checkout is relative to it."""
    assert "x/a.md" == drift.from_root(root / "x" / "a.md")


def test_from_root_elsewhere(monkeypatch):
    """Without a checkout, the current folder is the root."""
    monkeypatch.delenv("GITHUB_WORKSPACE")
    assert "a.md" == drift.from_root(Path("a.md"))


# -- the summary of a step ---------------------------------------------------------------------------------------------


def test_a_summary_of_nothing():
    """A summary says so if nothing differs."""
    assert "### snippetgen\n\nAll 3 files are up to date.\n" == drift.summary([changed(new=b"a\nb\nc\n")], 3, "x")


def test_a_summary():
    """A summary lists the files, the command that fixes them, and the diff."""
    diff = "--- a.md\n+++ a.md\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"
    assert (
        "### snippetgen: 1 of 3 files are not up to date\n\n| file | state |\n|---|---|\n| docs/a.md | different |\n\n"
        f"Fix with `make docs`.\n\n<details><summary>What would change</summary>\n\n```diff\n{diff}```\n\n</details>\n"
    ) == drift.summary([changed()], 3, "make docs")


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("a|b.md", "docs/a\\|b.md"),
        ("<b>.md", "docs/\\<b\\>.md"),
        ("[a](b).md", "docs/\\[a\\](b).md"),
        ("`a`_*.md", "docs/\\`a\\`\\_\\*.md"),
        ("a\n| b", "docs/a\ufffd\\| b"),
        ("&lt;", "docs/\\&lt;"),
    ],
)
def test_a_path_in_a_summary(name, cell):
    """A file's name is text, and cannot end its row."""
    assert f"\n| {cell} | different |\n" in drift.summary([changed(name)], 1, "x")


@pytest.mark.parametrize(
    ("fix", "shown"),
    [("embed 'a b'", "`embed 'a b'`"), ("embed `x`", "`` embed `x` ``"), ("a```b", "```` a```b ````"), ("a\n\n# b", "`a\ufffd\ufffd# b`")],
)
def test_a_command_in_a_summary(fix, shown):
    """A command in a summary is code, whatever characters it contains."""
    assert f"\nFix with {shown}.\n" in drift.summary([changed()], 1, fix)


def test_a_diff_cannot_end_its_fence():
    """The fence is longer than any in the diff."""
    text = drift.summary([changed(new=b"a\n`````\n</details>\n")], 1, "x")
    assert ("``````diff", "``````") == tuple(line for line in text.split("\n") if line.startswith("``````"))


def test_a_long_diff_is_cut():
    """A summary has a limit, and the diff ends with a line."""
    text = drift.summary([changed(new=b"0123456789\n" * 100_000)], 1, "x")
    assert (True, True) == (len(text) < 61_000, text.endswith("+0123456789\n…\n```\n\n</details>\n"))


def test_a_diff_of_one_line_is_cut():
    """A long diff is cut even if no line ends before the limit."""
    assert len(drift.summary([changed(new=b"x" * 1_000_000)], 1, "x")) < 61_000


def test_many_files():
    """Not every one of many files is named."""
    text = drift.summary([changed(f"{number}.md") for number in range(1000)], 1000, "x")
    assert (500, True) == (text.count(" | different |\n"), "| … and 500 more | |\n" in text)


# -- JSON --------------------------------------------------------------------------------------------------------------


def test_json():
    """The JSON report has each file that differs, with its places and its diff."""
    found = drift.as_json([changed(places=(PLACE,)), changed("b.md", new=b"a\nb\nc\n"), changed("c d.md", old=None)])
    assert [
        ("a.md", "different", [{"line": 3, "end_line": 7, "text": "differs"}]),
        ("c d.md", "missing", [{"line": 1, "end_line": 1, "text": "does not exist"}]),
    ] == [(one["file"], one["state"], one["places"]) for one in found]
    assert "--- /dev/null\n+++ c d.md\n" == found[1]["diff"][:25]
