"""Programs that nothing here can run are read by tree-sitter, which fails where they are wrong."""

from dataclasses import replace

import pytest

from snippetgen import spec
from snippetgen.languages import Languages
from snippetgen.verify import Options, parsers, verify
from snippetgen.verify.lint import LintedProgram

PERL = Languages().target("perl", "http-tiny")
TARGET = replace(PERL, language=replace(PERL.language, facts={**PERL.language.facts, "parser": "pwsh", "toolchain": "none"}))


@pytest.mark.parametrize(("text", "expected"), [
    ("$a = 'b'\nInvoke-RestMethod -Uri $a\n", []),
    ("$a = @{\n    b = 'c'\n", ["1"]),
    ("$a = 1\n$b = 'c\n", ["2"]),
])
def test_the_first_wrong_line_is_named(text, expected):
    """A program that the grammar cannot read breaks law 6, with the line where that begins."""
    program = LintedProgram(TARGET, "a.yaml", False, "a.ps1", text)
    failures = parsers.judge_syntax(TARGET.language, [program])
    assert expected == [one.text.partition("line ")[2].partition(":")[0] for one in failures]
    assert {6} >= {one.law for one in failures}


def test_a_parser_that_is_missing():
    """A grammar that is not installed is named with what installs it."""
    language = replace(PERL.language, facts={**PERL.language.facts, "parser": "no-such"})
    assert parsers.missing(language) == "pip install tree-sitter tree-sitter-no-such"


def test_verify_reads_what_it_cannot_run():
    """Programs of a target without a toolchain are read, and the others' findings are as before."""
    row, = verify([spec.load("specs/head.yaml")], [TARGET], Options())
    assert (0, 1, 1) == (row.programs, row.parsed, row.judged[6])
    assert [6] == [one.law for one in row.failures]  # Perl is no PowerShell
