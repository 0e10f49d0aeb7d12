"""Features of the engines for Kotlin: raw strings, whose indentation is taken away, and variables within strings."""

import pytest

from snippetgen.languages import Languages
from snippetgen.languages.layout import lay_out
from snippetgen.languages.speller import Speller
from snippetgen.request import Env, Text

KOTLIN = Speller(Languages().language("kotlin"))


def printed(code):
    """Kotlin code as it stands on the page, one level deep."""
    return lay_out(f"    val a = {code}", 100, 4, wide=False)


@pytest.mark.parametrize(("text", "code"), [
    ("a\n  b\n\nc\n", '"""\n        a\n          b\n\n        c\n\n    """.trimIndent()'),
    ("a \\ 5$\n$b", '$$"""\n        a \\ 5$\n        $b\n    """.trimIndent()'),
    ("a\n$$b", '"a\\n\\$\\$b"'),
    ("  a\n  b", '"  a\\n  b"'),
    ("a\n \nb", '"a\\n \\nb"'),
    ("a\r\nb", '"a\\r\\nb"'),
    ('a\n"""', '"a\\n\\"\\"\\""'),
])
def test_block(text, code):
    """A raw string ends below the line that opens it; what `trimIndent` or a $ would change is written otherwise."""
    assert f"    val a = {code}" == printed(KOTLIN.block(text))


@pytest.mark.parametrize(("text", "code"), [
    ('say "a" \\ b', '"""say "a" \\ b"""'),
    ('"a" b', '"\\"a\\" b"'),
    ('a "b"', '"a \\"b\\""'),
    ('a "b" $c', '"a \\"b\\" \\$c"'),
    ('a "b" \n c', '"a \\"b\\" \\n c"'),
    ("a", '"a"'),
])
def test_raw_string(text, code):
    """A text with quotes within it is raw, where it holds no $, and no quote stands beside those around it."""
    assert code == KOTLIN.string(text)


@pytest.mark.parametrize(("value", "code"), [
    ((Text("Bearer "), Env("KEY")), '"Bearer $key"'),
    ((Env("KEY"), Text("a $")), '"${key}a \\$"'),
    ((Env("KEY"), Text("é"), Env("B"), Text("\n"), Env("KEY")), '"${key}é$b\\n$key"'),
    ((Text('{"a": '), Env("KEY", json=True), Text("}")), '"""{"a": ${JSONObject.quote(key)}}"""'),
    ((Text('{"$": "'), Env("KEY"), Text('"}')), '"{\\"\\$\\": \\"$key\\"}"'),
])
def test_variables(value, code):
    """A variable has braces where a name would run on, or where it is more than a name."""
    assert code == KOTLIN.value(value)
