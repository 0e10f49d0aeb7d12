"""Secrets within longer texts: in the path of an address, in a text body, in a recorded answer."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote_plus

from snippetgen.importers.secrets import is_secret, placeholder
from snippetgen.spec import LIVE_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator

_PATHS = (
    (r"hooks\.slack\.com", r"/(?:services|workflows|triggers)/[^/]+/[^/]+/([^/]+)"),  # docs.slack.dev/messaging
    (r"(?:\w+\.)?discord(?:app)?\.com", r"/api/(?:v\d+/)?webhooks/\d+/([^/]+)"),  # discord.com/developers/docs
    (r"api\.telegram\.org", r"/(?:file/)?bot([^/]+)"),  # core.telegram.org/bots/api
    (r"maker\.ifttt\.com", r"/trigger/.*/with/key/([^/]+)"),
    (r"hooks\.zapier\.com", r"/hooks/catch/[^/]+/([^/]+)"),
    (r"[\w.-]+\.webhook\.office\.com", r"/webhookb2/(.+)"),
)
"""Hosts, and where their addresses have a secret."""


def in_path(base: str, path: str) -> tuple[int, int] | None:
    """Where a path has the key that such addresses have, as begin and end; None if it has none, or a parameter."""
    host = base.partition("://")[2].lower()
    for known, where in _PATHS:
        found = re.match(where, path) if re.fullmatch(known, host) else None
        if found and "{" not in found[1]:
            return found.span(1)
    return None


def keyless(url: str) -> str:
    """An address with ``token`` in place of the key in its path."""
    found = re.match(r"(\w+://[^/?#]*)([^?#]*)(.*)", url, re.DOTALL)
    where = in_path(found[1], found[2]) if found else None
    if found and where:
        return f"{found[1]}{found[2][: where[0]]}token{found[2][where[1] :]}{found[3]}"
    return LIVE_KEY.sub("token", url)


_JSON = re.compile(r'"((?:[^"\\]|\\.)*+)(?:"|\\?\Z)(?:(\s*+:\s*+)"((?:[^"\\]|\\.)++)")?', re.DOTALL)
"""A string of JSON (RFC 8259), and the text that it names, if it does; one without an end ends with the text."""
_FIELD = re.compile(r"(?:^|(?<=&))([^=&\s]+)=([^&\s]+)")
"""A field of a form with its value."""
_XML = re.compile(r"(<(?:[\w.-]+:)?([\w.-]+)(?:\s[^<>]*)?>)([^<>\s][^<>]*)(?=</)")
_WORD = re.compile(r"""(?<![\w"$-])([A-Za-z][\w-]*)(\s*[:=]\s*)("[^"\n{$]+"|'[^'\n{$]+')""")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^\s\"'<>]+")


def named(text: str) -> list[str]:
    """The names of what looks like a secret in a text (JSON, XML, GraphQL, ``name: "value"``), each once.

    A key without a name is shown by its first characters.
    """
    return list(dict.fromkeys(_found(text)))


def _found(text: str) -> Iterator[str]:
    yield from (_decoded(match[1]) for match in _JSON.finditer(text) if _is_member(match))
    yield from (match[2] for match in _XML.finditer(text) if is_secret("field", match[2], match[3]))
    yield from (match[1] for match in _WORD.finditer(text) if is_secret("field", match[1], match[3][1:-1]))
    yield from (_shortened(match[0]) for match in _ADDRESS.finditer(text) if is_secret("", "", match[0]))
    yield from (_shortened(match[0]) for match in LIVE_KEY.finditer(text))


def _shortened(text: str) -> str:
    """The beginning of a key or an address, without anything that is secret."""
    return text.partition("://")[0] + "://…" if "://" in text else text[:7].rstrip() + "…"


def _is_member(match: re.Match[str]) -> bool:
    """Whether a string of JSON names a text that is a secret, and no blank for one."""
    return bool(match[3]) and _is_value(_decoded(match[1]), _decoded(match[3]))


def _is_value(name: str, value: str) -> bool:
    return is_secret("field", name, value) and placeholder(value) is None


def redacted(text: str, media_type: str) -> tuple[str, list[str]]:
    """A recorded answer with ``...`` for each value that is a secret by its name or its form, and their names."""
    names: list[str] = []

    def hidden(name: str, match: re.Match[str], group: int) -> str:
        names.append(name)
        start, end = (one - match.start() for one in match.span(group))
        return f"{match[0][:start]}...{match[0][end:]}"

    def member(match: re.Match[str]) -> str:
        return hidden(_decoded(match[1]), match, 3) if _is_member(match) else match[0]

    def element(match: re.Match[str]) -> str:
        return hidden(match[2], match, 3) if _is_value(match[2], match[3]) else match[0]

    def field(match: re.Match[str]) -> str:
        name = unquote_plus(match[1])
        return hidden(name, match, 2) if _is_value(name, unquote_plus(match[2])) else match[0]

    if "x-www-form-urlencoded" in media_type:
        text = _FIELD.sub(field, text)
    text = _XML.sub(element, _JSON.sub(member, text))
    shorter = LIVE_KEY.sub("...", text)
    names += ["what looks like a real key"] if shorter != text else []
    return shorter, list(dict.fromkeys(names))


def _decoded(written: str) -> str:
    """The text of a string of JSON; a wrong escape is read as it is written."""
    try:
        return str(json.loads(f'"{written}"', strict=False)) if "\\" in written else written
    except ValueError:
        return written
