"""curl's patterns in addresses, such as ``{a,b}`` and ``[1-3]`` (https://curl.se/docs/manpage.html, "URL")."""

from __future__ import annotations

import re

from snippetgen.errors import Refused
from snippetgen.importers.notes import Note

_TOKENS = re.compile(r"\\([{}\[\]])|\{([^{}]*)\}|\[([^\[\]]*)\]|([^\\{\[]+|.)", re.DOTALL)
_RANGE = re.compile(r"(?:[0-9]+-[0-9]+|[A-Za-z]-[A-Za-z])(?::[0-9]+)?")


def unglob(url: str) -> tuple[str, dict[str, str], list[Note]]:
    """An address without patterns, a map of name -> value for each ``{name}`` in its path, and notes.

    ``{id}`` is a pattern with one member, so curl sends ``id``. Authors mean a parameter by it: its value is ``id``.

    Raises:
        Refused: the address stands for several addresses.
    """
    parts, values, notes = [], dict[str, str](), []
    path_at = re.compile(r"[^/?#]*//[^/?#]*|").match(url)
    start, end = path_at.end() if path_at else 0, min(url.find(mark) % (len(url) + 1) for mark in "?#")
    for match in _TOKENS.finditer(url):
        escaped, braces, brackets, plain = match.groups()
        if braces is not None:
            if "," in braces:
                raise Refused(f"{{{braces}}} stands for several addresses (write out the one you mean, or add -g)")
            is_name = start <= match.start() < end and bool(re.fullmatch(r"[\w.-]+", braces))
            values |= {braces: braces} if is_name else {}
            parts.append(match[0] if is_name else braces)
        elif brackets is not None:
            if _RANGE.fullmatch(brackets):
                raise Refused(f"[{brackets}] stands for several addresses (write out the one you mean, or add -g)")
            if match.start() >= start:
                notes.append(Note(match[0], "curl accepts brackets only with -g; kept as they are"))
            parts.append(match[0])
        else:
            parts.append(escaped or plain)
    return "".join(parts), values, notes
