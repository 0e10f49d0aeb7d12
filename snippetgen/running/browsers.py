"""What pages in a browser need of the mock (CORS), and what they must not do to it."""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from snippetgen.http import TOKEN

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from snippetgen.running.answers import Recorded

Headers = list[tuple[str, str]]

MAX_AGE = "5"
"""Seconds for which a browser may remember a preflight: short, since a mock is soon another one."""

_LOCAL_ENDS = (".local", ".internal", ".home.arpa")
"""Ends of names that nobody can register (RFC 6762, RFC 8375, ICANN's resolution 2024.07.29.06)."""

_WILDCARDS = ("0.0.0.0", "::", "")  # noqa: S104 - what a user may have asked for


def cors(recorded: Recorded, methods: Sequence[str], names: Collection[str]) -> Headers:
    """The headers that let the page which sent a request read the answer (https://fetch.spec.whatwg.org/#http-cors-protocol).

    Args:
        methods: that the path takes.
        names: of the answer's own headers.

    Returns:
        None at all for a program, which sends no Origin.
    """
    origin = next(iter(recorded.all("origin")), "")
    exposed = ("Access-Control-Expose-Headers", ", ".join(dict.fromkeys(names)))
    if not origin and recorded.all("sec-fetch-mode") == ["cors"]:
        # Chromium tells no origin in a GET that a redirect made of a POST.
        return [("Access-Control-Allow-Origin", "*"), ("Vary", "Origin"), exposed]
    if not origin:
        return []
    headers = [
        ("Access-Control-Allow-Origin", origin if re.fullmatch(r"[!-~]+", origin) else "null"),
        ("Access-Control-Allow-Credentials", "true"),
        ("Vary", "Origin"),
    ]
    if not is_preflight(recorded):
        return [*headers, exposed]
    headers += [("Access-Control-Allow-Methods", ", ".join(methods)), ("Access-Control-Max-Age", MAX_AGE)]
    wanted = re.findall(TOKEN, ",".join(recorded.all("access-control-request-headers")))
    headers += [("Access-Control-Allow-Headers", ", ".join(wanted))] if wanted else []
    for kind in ("Private", "Local"):
        if recorded.all(f"access-control-request-{kind}-network"):
            headers.append((f"Access-Control-Allow-{kind}-Network", "true"))
    return headers


def is_preflight(recorded: Recorded) -> bool:
    """Whether a browser asks for leave before it sends a page's request."""
    asks = recorded.all("origin") and recorded.all("access-control-request-method")
    return recorded.method == "OPTIONS" and bool(asks)


def is_meant(recorded: Recorded, bound: str, known: Collection[str]) -> bool:
    """Whether the Host of a request is this machine, and no name that a stranger made lead here (DNS rebinding).

    An address is no name, so it is always meant; so is a name that nobody can register, where the mock listens on all
    addresses: that of another container, say.

    Args:
        bound: where the mock listens.
        known: hosts of the spec, which are the user's own choice.
    """
    hosts = recorded.all("host")
    if not hosts:
        return True  # HTTP/1.0, which no browser speaks: h11 wants the header in HTTP/1.1
    try:
        host = (urlsplit(f"//{hosts[0]}").hostname or "").removesuffix(".")
    except ValueError:
        return False
    if host in {"localhost", bound.lower(), *known} - {""} or host.endswith(".localhost") or _is_address(host):
        return True
    return bound in _WILDCARDS and bool(host) and ("." not in host or host.endswith(_LOCAL_ENDS))


def _is_address(host: str) -> bool:
    try:
        return bool(ip_address(host))
    except ValueError:
        return False


def own_location(location: str) -> str:
    """Where a redirect may lead: what it names on this server, whatever server it names.

    Read as browsers read it, for whom ``\\`` is ``/`` and line breaks and tabs are nothing
    (https://url.spec.whatwg.org/#concept-basic-url-parser).
    """
    text = re.sub(r"[\t\r\n]", "", location).strip("".join(map(chr, range(33)))).replace("\\", "/")
    scheme = re.match(r"(?i)[a-z][a-z0-9+.-]*:", text)
    if not scheme and not text.startswith("//"):
        return location
    rest = text[scheme.end() :] if scheme else text
    if rest.startswith("//"):
        rest = re.sub(r"^[^/?#]*", "", rest[2:])
    return "/" + rest.lstrip("/")
