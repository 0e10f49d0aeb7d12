"""Secrets within longer texts: in the path of an address, in a text body, in a recorded answer."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from snippetgen.importers.secrets import is_secret
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


_JSON = re.compile(r'("(?:[^"\\]|\\.)*")(\s*:\s*)"((?:[^"\\]|\\.)+)"', re.DOTALL)
_XML = re.compile(r"(<(?:[\w.-]+:)?([\w.-]+)(?:\s[^<>]*)?>)([^<>\s][^<>]*)(?=</)")
_WORD = re.compile(r"""(?<![\w"$-])([A-Za-z][\w-]*)(\s*[:=]\s*)("[^"\n{$]+"|'[^'\n{$]+')""")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^\s\"'<>]+")


def named(text: str) -> list[str]:
    """The names of what looks like a secret in a text (JSON, XML, GraphQL, ``name: "value"``), each once.

    A key without a name is shown by its first characters.
    """
    return list(dict.fromkeys(_found(text)))


def _found(text: str) -> Iterator[str]:
    for match in _JSON.finditer(text):
        name = _decoded(match[1])
        if is_secret("field", name, match[3]):
            yield name
    yield from (match[2] for match in _XML.finditer(text) if is_secret("field", match[2], match[3]))
    yield from (match[1] for match in _WORD.finditer(text) if is_secret("field", match[1], match[3][1:-1]))
    yield from (_shortened(match[0]) for match in _ADDRESS.finditer(text) if is_secret("", "", match[0]))
    yield from (_shortened(match[0]) for match in LIVE_KEY.finditer(text))


def _shortened(text: str) -> str:
    """The beginning of a key or an address, without anything that is secret."""
    return text.partition("://")[0] + "://…" if "://" in text else text[:7].rstrip() + "…"


def redacted(text: str) -> str:
    """A recorded answer with ``...`` in place of each value that is a secret by its name or its form."""

    def member(match: re.Match[str]) -> str:
        return f'{match[1]}{match[2]}"..."' if is_secret("field", _decoded(match[1]), match[3]) else match[0]

    def element(match: re.Match[str]) -> str:
        return f"{match[1]}..." if is_secret("field", match[2], match[3]) else match[0]

    return LIVE_KEY.sub("...", _XML.sub(element, _JSON.sub(member, text)))


def _decoded(written: str) -> str:
    try:
        return str(json.loads(written, strict=False))
    except ValueError:
        return written[1:-1]
