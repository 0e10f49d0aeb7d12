"""JSON data and texts as a page shows them: exact where it can be, and never invisible."""

from __future__ import annotations

import re
import unicodedata
from typing import Any
from urllib.parse import quote

from snippetgen.data.jsontext import dumps, lines, parse_exact
from snippetgen.spec.format import MAIL

LONG = 60
"""The most characters of a value in a table; a longer value ends with an ellipsis."""


def pretty(text: str) -> str:
    """JSON text, indented; unchanged if it is not JSON, or if indenting would change its meaning."""
    try:
        return "\n".join(lines(parse_exact(text, unique=True)))
    except (ValueError, RecursionError):
        return text.rstrip("\r\n")


def value(data: Any) -> str:
    """A value in a table: a text as it is, if it is readable; any other value as JSON."""
    if not isinstance(data, str):
        return dumps(data)
    return data if data.isprintable() and data.strip() == data and data else dumps(data)


def short(text: str) -> str:
    """A text for a table, its end replaced by an ellipsis if it is longer than `LONG`."""
    return text if len(text) <= LONG else text[: LONG - 1].rstrip() + "…"


_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""Control characters, marks that change the direction of text (Unicode TR 36, section 2.1), and noncharacters."""


def visible(text: str) -> str:
    """A text for a block of code: line breaks as LF, and visible marks for invisible and misleading characters."""
    text = re.sub(r"\r\n?", "\n", text)
    return _INVISIBLE.sub(lambda match: _PICTURES.get(ord(match[0]), "\ufffd"), text)


_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
"""Control pictures, such as ␀ for U+0000."""


def mail_address(text: str) -> str:
    """The ``mailto:`` address of a mailbox, encoded (RFC 6068, section 2); empty if the text is none."""
    return f"mailto:{quote(text, safe='@+')}" if re.fullmatch(MAIL, text) else ""


def paragraphs(text: str) -> list[str]:
    """The paragraphs of an author's text, each as one line; blank lines separate paragraphs in the text."""
    text = re.sub("\r\n?|\u2028", "\n", text)
    parts = re.split(r"\n[ \t]*\n\s*|\u2029", text)
    return [line for line in map(one_line, parts) if line]


def one_line(text: str) -> str:
    """An author's text on one line, with visible marks for invisible characters."""
    text = _INVISIBLE.sub(lambda match: " " if unicodedata.category(match[0]) == "Cc" else "", text)
    return " ".join(text.split())
