"""Spells texts in a page of HTML, around its script; nothing in them can become markup."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"[&<>]|(?:^| ) |[ ]$|[^ -~]")
_SPECIAL_VALUE = re.compile(r"[&<>\"]|[^ -~]")


def text(words: str) -> str:
    """A text between tags, with each of its spaces."""
    return _SPECIAL.sub(_reference, words)


def value(words: str) -> str:
    """A text as the value of an attribute, in quotes."""
    return f'"{_SPECIAL_VALUE.sub(_reference, words)}"'


def comment(words: str) -> str:
    """A text as a comment on one line; it cannot end the comment."""
    line = " ".join("".join(char if char.isprintable() else " " for char in words).split())
    return f"<!-- {re.sub('-(?=-)', '- ', line)} -->"


def _reference(match: re.Match[str]) -> str:
    """Characters that mean something, or that nobody sees, as references (https://html.spec.whatwg.org/#character-references)."""
    found = match[0]
    if not found.isascii() and found.isprintable():
        return found
    return found[:-1] + _NAMED.get(found[-1], f"&#{ord(found[-1])};")


_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
