"""Writes the generated parts of README.md: ``<!-- generated: ARGUMENTS -->`` holds what snippetgen prints."""

from __future__ import annotations

import os
import re
import shlex
import sys
from pathlib import Path

from click.testing import CliRunner

from snippetgen.cli import main

ROOT = Path(__file__).parent.parent
DOCUMENTS = ("README.md",)

_PART = re.compile(r"(<!-- generated: (?P<args>.*?) -->\n(?P<fence>`{3,}\w*)\n).*?(`{3,}\n<!-- end -->)", re.DOTALL)


def printed(arguments: str) -> str:
    """What a command prints, on a terminal 80 columns wide."""
    result = CliRunner().invoke(main, shlex.split(arguments), prog_name="snippetgen", terminal_width=80)
    if result.exit_code:
        sys.exit(f"snippetgen {arguments}: {result.output}")
    return result.stdout


def regenerated(text: str) -> str:
    """A document with its generated parts as they ought to be."""
    return _PART.sub(lambda part: part[1] + printed(part["args"]) + part[4], text)


if __name__ == "__main__":
    os.chdir(ROOT)
    for name in DOCUMENTS:
        path = ROOT / name
        path.write_text(regenerated(path.read_text("utf-8")), "utf-8")
