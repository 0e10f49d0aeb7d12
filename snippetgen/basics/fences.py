"""Backquotes around code, for every text that is written as Markdown."""

from __future__ import annotations

import re


def backquotes(text: str, least: int = 3) -> str:
    """A run of backquotes that is longer than any in a text, so that no line of the text can close the fence.

    https://spec.commonmark.org/0.31.2/#fenced-code-blocks
    """
    return "`" * max(least, 1 + max(map(len, re.findall("`+", text)), default=0))
