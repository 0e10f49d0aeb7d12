"""Features of the engines for PowerShell: backticks in place of backslashes, and quotes that are typographic."""

import pytest

from snippetgen.languages import Languages
from snippetgen.languages.layout import lay_out
from snippetgen.languages.speller import Speller
from snippetgen.request import Env, Text

POWERSHELL = Speller(Languages().language("powershell"))


@pytest.mark.parametrize(("text", "code"), [
    ("a", "'a'"),
    ('"a" \\ $b `c', '"`"a`" \\ `$b ``c"'),
    ('"a" \\ $b', "'\"a\" \\ $b'"),
    ("it's", '"it\'s"'),
    ("it\u2019s “so”", '"it\u2019s `“so`”"'),
    ("it\u2019s $5", '"it\u2019s `$5"'),
    ("a\r\n\tb", '"a`r`n`tb"'),
    ("\0\x01\u2028\U000e0001", '"`u{0}`u{1}`u{2028}`u{e0001}"'),
    ("漢😀", "'漢😀'"),
])
def test_string(text, code):
    """A text stands in single quotes, unless it holds one of any form, a backtick, or what needs an escape."""
    assert code == POWERSHELL.string(text)


@pytest.mark.parametrize(("text", "code"), [
    ("$a\n`b\n", "@'\n$a\n`b\n\n'@"),
    ("a\n'@", '"a`n\'@"'),
    ("a\n\u2019@", '"a`n\u2019@"'),
    ("a\n\x01", '"a`n`u{1}"'),
])
def test_block(text, code):
    """A text of several lines is a here-string, unless a line of it would end one."""
    assert code == POWERSHELL.block(text)


@pytest.mark.parametrize(("value", "code"), [
    ((Text("Bearer "), Env("KEY")), '"Bearer $env:KEY"'),
    ((Text("Bearer "), Env("KEY"), Text(":x")), "'Bearer ' + $env:KEY + ':x'"),
    ((Env("KEY"),), "$env:KEY"),
])
def test_variables(value, code):
    """A variable stands within a string, where no colon behind it could be taken for a part of its name."""
    assert code == lay_out(POWERSHELL.value(value), 100, 4, wide=False)
