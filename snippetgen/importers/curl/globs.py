"""The patterns that curl reads in an address (https://curl.se/docs/manpage.html, "URL")."""

from __future__ import annotations

import re

from snippetgen.errors import Refused
from snippetgen.importers.model import Note

_TOKENS = re.compile(r"\\([{}\[\]])|\{([^{}]*)\}|\[([^\[\]]*)\]|([^\\{\[]+|.)", re.DOTALL)
_RANGE = re.compile(r"(?:[0-9]+-[0-9]+|[A-Za-z]-[A-Za-z])(?::[0-9]+)?")


def unglob(url: str) -> tuple[str, dict[str, str], list[Note]]:
    """An address without patterns, and what ``{name}`` in its path stands for.

    ``{id}`` is a pattern with one member, so curl sends ``id``; who writes it means a parameter, and the two agree.

    Raises:
        Refused: it stands for several addresses.
    """
    parts, values, notes = [], dict[str, str](), []
    path_at = re.compile(r"[^/?#]*//[^/?#]*|").match(url)
    start, end = path_at.end() if path_at else 0, min(url.find(mark) % (len(url) + 1) for mark in "?#")
    for match in _TOKENS.finditer(url):
        escaped, braces, brackets, plain = match.groups()
        if braces is not None:
            if "," in braces:
                raise Refused(f"{{{braces}}} stands for several addresses (write out the one that is meant, or add -g)")
            is_name = start <= match.start() < end and bool(re.fullmatch(r"[\w.-]+", braces))
            values |= {braces: braces} if is_name else {}
            parts.append(match[0] if is_name else braces)
        elif brackets is not None:
            if _RANGE.fullmatch(brackets):
                raise Refused(f"[{brackets}] stands for several addresses (write out the one that is meant, or add -g)")
            if match.start() >= start:
                notes.append(Note(match[0], "curl takes brackets only with -g; they are read as they stand"))
            parts.append(match[0])
        else:
            parts.append(escaped or plain)
    return "".join(parts), values, notes
