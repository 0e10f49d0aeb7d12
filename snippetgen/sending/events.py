"""What is sent, and what a sender tells of it, in order: Sent, Head, then Piece after Piece, and Ended.

After the Head of a redirect that is followed come Redirected, and Sent again. Failed may come anywhere, as the last.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "forbidden", "name", "refused", "tls", "timeout", "reset", "protocol", "too_large", "too_slow", "limit"
]
"""Why an exchange failed: the rules forbid it; a name without an address; no connection; no trust; silence; a
connection that broke off; no HTTP; a head, or framing, that is too large; it took too long; too many requests or
redirects."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A request to send.

    Attributes:
        url: absolute and percent-encoded.
        headers: names and values, in order; the values are sent in UTF-8.
        follow: whether redirects are followed.
        secret_headers: names of headers, beside Authorization and Cookie, that no other server may see.
    """

    method: str
    url: str
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    follow: bool = False
    secret_headers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sent:
    """A request was written.

    Attributes:
        raw: head and body as written, at most `connection.SHOWN` bytes.
        size: bytes written.
        address: the IP address that it went to.
        dropped: names of headers that the user gave and that were not sent.
    """

    raw: bytes
    size: int
    address: str
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """The head of the answer came; `seconds` since the exchange began, `http_version` such as ``HTTP/1.1``."""

    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    seconds: float
    http_version: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes of the body as they arrived, decompressed where the answer is in gzip or deflate."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Redirected:
    """A redirect is followed; `dropped` are the names of headers that the other server must not see."""

    status: int
    location: str
    target: str
    dropped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ended:
    """The answer is complete, or was cut off on purpose.

    Attributes:
        bytes_received: of the last answer, head and framing and all.
        size: bytes of its pieces.
        truncated: the reason why the rest was not read; empty if all of it was.
    """

    seconds: float
    bytes_received: int
    size: int
    truncated: str


@dataclass(frozen=True, slots=True)
class Failed:
    """Why there is no answer, or no more of it; the text holds no value of a header, no body and no query."""

    kind: Kind
    text: str


Event = Sent | Head | Piece | Redirected | Ended | Failed
