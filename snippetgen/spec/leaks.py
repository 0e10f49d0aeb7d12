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
    """A mistake for each text in a spec that looks like a live key (`sk-…`, `ghp_…`, `AKIA…`, a JWT and their like).

    A request reads a key from the environment; an example answer cannot, and is shortened.
    """
    found: list[Mistake] = []
    key = ""
    for number, line in enumerate(text.splitlines(), 1):
        begins = _KEY.match(line)
        key = begins[1] if begins else key
        what = f"looks like a real key {_IN_ANSWER if key in ('responses', 'stream') else '(write env: NAME instead)'}"
        places = [(match.start() + 1, f'"{match[0][:7]}…" {what}') for match in LIVE_KEY.finditer(line)]
        found += [Mistake(file, number, column, "", shown) for column, shown in places]
    return found


_KEY = re.compile(r"""["']?([A-Za-z_]+)["']?\s*:""")
"""A key of the whole spec, at the beginning of a line (in YAML's block style, in which specs are written)."""

_IN_ANSWER = "(it is in an example answer: put … in the place of its end; if it ever worked, revoke it)"
