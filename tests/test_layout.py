"""Lines break at marks: a group is flat if it fits, else each mark breaks, one level deeper."""

import pytest

from snippetgen.languages.layout import (
    COLUMN,
    COMMA,
    DEFER,
    DEFER_END,
    END,
    FILL,
    FIT,
    FORCE,
    LEAP,
    LINE,
    NEWLINE,
    OUT,
    OUTLINE,
    SOFT,
    columns,
    lay_out,
)
from snippetgen.rendering.guard import MARKS
from snippetgen.rendering.look import LITERAL


def group(*items, first=SOFT, last=OUT, comma=COMMA):
    return f"{FIT}[{first}" + f",{LINE}".join(items) + f"{comma}{last}]{END}"


def laid(text, width=20):
    return lay_out(text, width, 4, wide=True)


def test_without_marks():
    """A text without marks stays as it is."""
    assert "a b  \n  c\n" * 10 == laid("a b  \n  c\n" * 10)


def test_flat():
    """A group that fits stays on its line."""
    assert "x = [one, two]" == laid("x = " + group("one", "two"))


def test_broken():
    """A group that does not fit breaks at each of its marks, one level deeper, with a trailing comma."""
    assert "  x = [\n      one one,\n      two two,\n  ]" == laid("  x = " + group("one one", "two two"))


@pytest.mark.parametrize(("width", "expected"), [(14, "x = [one, two]"), (13, "x = [\n    one,\n    two,\n]")])
def test_exact_width(width, expected):
    """The last column is used, and none beyond it."""
    assert expected == laid("x = " + group("one", "two"), width)


def test_one_column():
    """What stands behind the marks of consecutive lines begins in one column; on one line, there is none."""
    items = [f"a:{COLUMN} 1", f"long:{COLUMN} {group(f'b:{COLUMN} 2')}", f"c:{COLUMN} 3"]
    assert "x = [\n    a:    1,\n    long: [b: 2],\n    c:    3,\n]" == laid("x = " + group(*items))
    assert "x = [a: 1, long: [b: 2], c: 3]" == laid("x = " + group(*items), 30)


def test_what_follows_counts():
    """The text after a group on its line must fit, too."""
    assert "x = [\n    one,\n    two,\n].then()" == laid("x = " + group("one", "two") + ".then()")


def test_inner_group_fits():
    """A group within a broken one is judged by itself."""
    assert "[\n    aaaaaaaa,\n    [b, c],\n    dddddddd,\n]" == laid(group("aaaaaaaa", group("b", "c"), "dddddddd"))


def test_inner_group_breaks():
    """Levels add up."""
    expected = "[\n    a,\n    [\n        bbbbbbbb,\n        cccccccc,\n    ],\n]"
    assert expected == laid(group("a", group("bbbbbbbb", "cccccccc")))


def test_comma_of_an_inner_group_counts():
    """The comma behind an inner group takes a column, too."""
    expected = "[\n    aaaaaaaaaaaa,\n    [\n        bbbbbb,\n        cccccc,\n    ],\n]"
    assert expected == laid(group("aaaaaaaaaaaa", group("bbbbbb", "cccccc")), 20)


def test_padded():
    """Brackets with a space inside lose it where they stand alone."""
    flat, broken = (laid(group("one", "two", first=LINE, last=OUTLINE), width) for width in (20, 5))
    assert ("[ one, two ]", "[\n    one,\n    two,\n]") == (flat, broken)


def test_no_trailing_comma():
    """A language without trailing commas gets none."""
    assert "[\n    one one one,\n    two two two\n]" == laid(group("one one one", "two two two", comma=""))


def test_force():
    """A group that is forced breaks though it fits, and so do those around it."""
    assert "[\n    a,\n    (\n        b\n    ),\n]" == laid(group("a", f"{FIT}{FORCE}({SOFT}b{OUT}){END}"))


@pytest.mark.parametrize(("width", "expected"), [
    (20, "let x = client.get()"),
    (18, "let x =\n    client.get()"),
    (15, "let x = client\n    .get()"),
])
def test_leap(width, expected):
    """A chain of calls stands on the next line where it fits there whole, and else is broken where it is."""
    assert expected == laid(f"{FIT}let x ={LEAP}{FIT}client{SOFT}.get(){END}{END}", width)


def test_newline_keeps_indentation():
    """A line break within a line keeps its indentation."""
    assert '    "one"\n    "two"\n' == laid(f'    "one"{NEWLINE}"two"\n')


def test_newline_breaks_its_group():
    """A group with a line break in it cannot be flat."""
    assert '[\n    "a"\n    "b",\n]' == laid(group('"a"' + NEWLINE + '"b"'))


def test_text_with_line_break():
    """A raw line break within a group is kept, and its text does not move."""
    assert "[\n    `a\n  b`,\n    c,\n]" == laid(group("`a\n  b`", "c"))


def test_fill():
    """Short items share the lines of a list that does not fit on one."""
    items = f",{FILL}".join(["12345", "12345", "123456", "1", "2"])
    assert "[\n    12345, 12345,\n    123456, 1, 2\n]" == laid(f"{FIT}[{SOFT}{items}{OUT}]{END}")


def test_no_space_at_the_end():
    """A broken line has no space at its end."""
    assert f"key:\n    {'x' * 20}" == laid(f"{FIT}key:{LINE}{'x' * 20}{END}")


@pytest.mark.parametrize(("text", "wide", "count"), [
    ("abc", True, 3), ("你好", True, 4), ("你好", False, 2), ("é", True, 1), ("e\u0301", True, 1), ("😀", True, 2),
])
def test_columns(text, wide, count):
    """A Chinese character takes two columns where the formatter thinks so."""
    assert count == columns(text, wide=wide)


def test_wide_characters_break_earlier():
    """Columns are counted, and no characters."""
    assert "[\n    你好你好你好,\n    你好你好,\n]" == laid(group("你好你好你好", "你好你好"))


def test_marks_are_distinct():
    """No mark of a line break is one of a region, or of a literal."""
    marks = [*MARKS.values(), LITERAL, DEFER, DEFER_END, FILL, NEWLINE]
    assert [] == [mark for mark in marks if marks.count(mark) > 1]
