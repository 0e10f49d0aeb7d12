"""What may be sent where: the servers that a request may go to, and the limits of it and of its answer.

An address is judged by the host that it really reaches, so every spelling of a host becomes one before it is compared:
names in lower case, as RFC 5890 encodes them, without the final dot; IPv4 addresses with four decimal numbers, whatever
of hexadecimal, octal and missing numbers ``inet_aton`` understands; IPv6 addresses as RFC 5952 writes them.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from typing import NamedTuple

from snippetgen.errors import SnippetgenError

PORTS = {"http": 80, "https": 443}

MAX_PORT = 65535

_URL = re.compile(r"(?i)(https?)://([^/?#]*)([^?#]*)(\?[^#]*)?(?:#.*)?")

_AUTHORITY = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^\[\]:]+)(?::([0-9]{0,5}))?")

_NAME = re.compile(r"(?=.{1,253}$)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
"""A name of DNS (RFC 1035, section 2.3.4), with the underscore that names within networks have."""

_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")


class Forbidden(SnippetgenError):  # noqa: N818 - as Refused: an answer, not an accident
    """A request that must not be sent; the text has no value of a header, no body and no query."""


class Origin(NamedTuple):
    """A server (RFC 6454): the scheme, the host in its one spelling (IPv6 without brackets), the port."""

    scheme: str
    host: str
    port: int

    @property
    def authority(self) -> str:
        """Host and port as the header Host has them: without the port that the scheme has anyway."""
        return self.netloc if self.port != PORTS[self.scheme] else self.netloc.rpartition(":")[0]

    @property
    def netloc(self) -> str:
        """Host and port, always both: the target of CONNECT (RFC 9110, section 9.3.6)."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}"


class Address(NamedTuple):
    """An address as it is sent: the server, and path and query, percent-encoded."""

    origin: Origin
    target: str

    def __str__(self) -> str:
        return f"{self.origin}{self.target}"


@dataclass(frozen=True, slots=True)
class Rules:
    """What a sender may do.

    Attributes:
        origins: the servers that requests and redirects may go to; no other.
        allow_private: those of them that may be in a private network or on this machine.
        max_bytes: of an answer's body, both as it arrives and decompressed.
        max_header_bytes: of an answer's head, with all heads of 1xx before it. httpcore takes no line or head of more
            than 100 KiB, whatever is said here.
        max_request_bytes: of a request's headers and body together.
        seconds: for the whole exchange, redirects and all, but without the time in the queue.
        silence: seconds between two pieces of the answer, and for each piece of the request to be taken.
        connect: seconds for a connection to one address, and for the handshake of TLS.
        queue: seconds that a request waits for others to end.
        redirects: how many are followed.
        at_once: requests at the same time.
        at_once_each: of these, how many may go to one host.
    """

    origins: frozenset[Origin]
    allow_private: frozenset[Origin] = frozenset()
    max_bytes: int = 8 << 20
    max_header_bytes: int = 64 << 10
    max_request_bytes: int = 8 << 20
    seconds: float = 120.0
    silence: float = 30.0
    connect: float = 10.0
    queue: float = 5.0
    redirects: int = 5
    at_once: int = 8
    at_once_each: int = 4


def origin(url: str) -> Origin:
    """The server of an absolute address.

    Raises:
        Forbidden: see `address`.
    """
    return address(url).origin


def address(url: str) -> Address:
    """An absolute address that is percent-encoded already; a fragment is never sent (RFC 9110, section 7.1).

    Raises:
        Forbidden: it is none of http or https, has a user name, a character that no address has (RFC 3986), a host that
            is none, or a port out of range.
    """
    if re.search(r"[\x00-\x20\x7f\\]", url):
        raise Forbidden("the address holds a control character, a space or a backslash (write it as %XX)")
    found = _URL.fullmatch(url)
    if found is None:
        raise Forbidden("the address does not begin with http:// or https://")
    scheme, authority, path, query = found[1].lower(), found[2], found[3], found[4] or ""
    if not (path + query).isascii():
        raise Forbidden("path or query of the address are not percent-encoded")
    host, port = _host_and_port(authority)
    return Address(Origin(scheme, host, PORTS[scheme] if port is None else port), (path or "/") + query)


def _host_and_port(authority: str) -> tuple[str, int | None]:
    if "@" in authority:
        raise Forbidden("the address has a user name or password")
    found = _AUTHORITY.fullmatch(authority)
    if found is None:
        raise Forbidden("the address has no host, or a port that is no number")
    port = int(found[2]) if found[2] else None
    if port is not None and not 0 < port <= MAX_PORT:
        raise Forbidden("the port of the address is out of range")
    return (_ipv6(found[1][1:-1]) if found[1].startswith("[") else _host(found[1])), port


def _ipv6(text: str) -> str:
    try:
        return ipaddress.IPv6Address(text).compressed
    except ValueError:
        raise Forbidden("the host in brackets is no IPv6 address") from None


def _host(text: str) -> str:
    host = _encoded(text).lower().removesuffix(".")
    if _NUMBER.fullmatch(host.rpartition(".")[2]):
        return _ipv4(host)
    if not _NAME.fullmatch(host):
        raise Forbidden("the host of the address is no name and no IP address")
    return host


def _encoded(text: str) -> str:
    """A host in ASCII (UTS #46, as browsers do it): it may turn digits and dots of other scripts into ours."""
    if text.isascii():
        return text
    import idna  # noqa: PLC0415 - it comes with httpcore's extra, and few hosts need it

    try:
        return idna.encode(text, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        raise Forbidden("the host of the address is no name that DNS can have") from None


def _ipv4(host: str) -> str:
    """The address that ``inet_aton`` reads: one to four numbers, the last of which fills what is left."""
    parts = host.split(".")
    if len(parts) > 4 or not all(map(_NUMBER.fullmatch, parts)):  # noqa: PLR2004 - bytes of an IPv4 address
        raise Forbidden("the host of the address ends like an IPv4 address, and is none")
    *first, last = map(_number, parts)
    if any(one > 0xFF for one in first) or last >= 256 ** (4 - len(first)):  # noqa: PLR2004 - a byte
        raise Forbidden("the host of the address is an IPv4 address out of range")
    return str(ipaddress.IPv4Address(int.from_bytes(bytes(first), "big") * 256 ** (4 - len(first)) + last))


def _number(text: str) -> int:
    if len(text) > 20:  # noqa: PLR2004 - more digits than the address has in base 8
        raise Forbidden("the host of the address is an IPv4 address out of range")
    try:
        if text.startswith("0x"):
            return int(text[2:] or "0", 16)
        return int(text, 8 if text.startswith("0") else 10)
    except ValueError:
        raise Forbidden("the host of the address ends like an IPv4 address, and is none") from None
