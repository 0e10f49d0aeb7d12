"""Pages of specs whose every text is a mark that documentation tools obey, as VitePress shows them."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import documents
import foreign
import sites

if TYPE_CHECKING:
    from pathlib import Path

RUN = {"6*7": "6*7*1000+1"}
"""What a mark computes -> a computation whose result is nowhere else."""
RESULT = "42001"
NAME = "foreign-{}-{}"


def _marks() -> list[str]:
    return [one.replace("6*7", RUN["6*7"]) for one in foreign.MARKS]


def write(folder: Path) -> None:
    """Write a page of each kind for each mark, and the file that the marks name, in the site and above it."""
    for place in (folder, folder.parent):
        (place / "far.txt").write_text(foreign.WORD, "utf-8")
    for number, mark in enumerate(_marks()):
        for kind, text in foreign.texts(mark, ("none", "vitepress")).items():
            documents.write(folder / f"{NAME.format(number, kind)}.md", text)


def wrong(folder: Path, page: str) -> list[str]:
    """What the built pages show that they must not, and programs that they do not show to the letter."""
    found = []
    for number, mark in enumerate(_marks()):
        for kind in foreign.texts(mark, ("none", "vitepress")):
            text = (folder / page.format(name=NAME.format(number, kind))).read_text("utf-8")
            words = unescape(re.sub("<[^>]*>", "", text))
            found += [f"{kind} of {mark!r}: shows {one}" for one in (foreign.WORD, RESULT) if one in words]
            if kind != "reference" and foreign.program(mark) not in sites.blocks(text):
                found.append(f"{kind} of {mark!r}: the program is not on the page")
    return found
