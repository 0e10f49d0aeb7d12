"""Writes the generated parts of the documentation.

In README.md and docs, ``<!-- generated: ARGUMENTS -->`` holds what snippetgen prints. Whole pages are docs/spec.md (the
format of specs), docs/gallery.md (the programs of all targets) and docs/from-spec-to-program.svg (a picture).
"""

from __future__ import annotations

import os
import re
import shlex
import sys
from pathlib import Path

from click.testing import CliRunner

from snippetgen.cli import main

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import gallery  # noqa: E402 - beside this file
import picture  # noqa: E402
import specpage  # noqa: E402

DOCUMENTS = ("README.md",)
PAGES = {
    "docs/spec.md": specpage.page,
    "docs/gallery.md": gallery.page,
    "docs/from-spec-to-program.svg": picture.page,
}
"""A page -> the function that makes the whole of it."""

_PART = re.compile(
    r"(<!-- generated: (?P<args>[^\n]*?) -->\n(?P<fence>`{3,}\w*\n)?).*?((?(fence)`{3,}\n)<!-- end -->)", re.DOTALL
)


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
    for name, make in PAGES.items():
        (ROOT / name).write_text(make(), "utf-8")
