"""Features of the engines for Objective-C: strings with a prefix, formats, and the numbers that NSJSONSerialization keeps."""

import pytest

from snippetgen.data.number import Number
from snippetgen.languages import Languages
from snippetgen.languages.layout import lay_out
from snippetgen.languages.speller import Speller
from snippetgen.request import Env, Text

OBJC = Speller(Languages().language("objc"))


@pytest.mark.parametrize(("text", "code"), [
    ("a", '@"a"'),
    ('"a" \\', '@"\\"a\\" \\\\"'),
    ("a??/b", '@"a?\\?/b"'),
    ("\0007\x01é\x85漢😀", '@"\\0007\\001é\\302\\205漢😀"'),
])
def test_string(text, code):
    """A string is that of C behind an @."""
    assert code == OBJC.string(text)


@pytest.mark.parametrize(("value", "code"), [
    ((Text("a"),), '@"a"'),
    ((Env("KEY"),), "keyValue"),
    ((Text('100%, "'), Env("KEY"), Text("%@")), '[NSString stringWithFormat:@"100%%, \\"%@%%@", keyValue]'),
    ((Env("KEY", json=True), Env("KEY")), '[NSString stringWithFormat:@"%@%@", jsonString(keyValue), keyValue]'),
])
def test_variables(value, code):
    """Text and variables are a format and its arguments; a percent sign of the text stands twice."""
    assert code == lay_out(OBJC.value(value), 100, 4, wide=False)


@pytest.mark.parametrize(("text", "expected"), [
    ("0.5", True), ("-1.25", True), ("2.5e3", False), ("0.7", False), ("1.0", False), ("1e-7", False),
    ("0.1234567890123456789", False), ("0.0009765625", True), ("0.00000011920928955078125", False),
])
def test_floats(text, expected):
    """A float is native data where a double holds it exactly, in few digits, and it is no whole number."""
    assert expected == OBJC.can_hold(Number(text))


def test_native():
    """Texts, keys and numbers are objects."""
    data = {"a": [1, -2, Number("0.5"), True, None, "b"], "c": {}}
    code = '@{@"a": @[@1, @(-2), @0.5, @YES, NSNull.null, @"b"], @"c": @{}}'
    assert code == lay_out(OBJC.native(data), 100, 4, wide=False)
