"""Backquotes around code, for every text that is written as Markdown."""

from __future__ import annotations

import re


def backquotes(text: str, least: int = 3) -> str:
    """More backquotes than stand side by side in a text, so that no line of it can close what they open.

    https://spec.commonmark.org/0.31.2/#fenced-code-blocks
    """
    return "`" * max(least, 1 + max(map(len, re.findall("`+", text)), default=0))
