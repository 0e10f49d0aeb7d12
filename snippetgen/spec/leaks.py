"""Finds texts in a spec that look like live keys."""

from __future__ import annotations

import re

from snippetgen.errors import Mistake

LIVE_KEY = re.compile(
    r"\b(?:sk-[A-Za-z0-9_-]{16,}|gh[pousr]_[A-Za-z0-9]{20,}|AKIA[0-9A-Z]{16}|xox[abpr]-[A-Za-z0-9-]{10,}"
    r"|AIza[A-Za-z0-9_-]{30,}|eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,})"
)
"""A pattern of keys of well-known services, and of JWTs."""


def suspicions(text: str, file: str) -> list[Mistake]:
    """A mistake for each text in a spec that looks like a live key (`sk-…`, `ghp_…`, `AKIA…`, a JWT and their like)."""
    hint = "looks like a real key (write env: NAME instead)"
    return [
        Mistake(file, number, match.start() + 1, "", f'"{match[0][:7]}…" {hint}')
        for number, line in enumerate(text.splitlines(), 1)
        for match in LIVE_KEY.finditer(line)
    ]
