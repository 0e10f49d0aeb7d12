"""A request as it is put on the wire: its headers, judged and completed, and what a redirect makes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

from snippetgen.http import CLIENT_HEADERS, TOKEN
from snippetgen.sending.events import Redirected
from snippetgen.sending.rules import Address, Forbidden, address

if TYPE_CHECKING:
    from snippetgen.sending.events import Outgoing
    from snippetgen.sending.rules import Rules

REDIRECTS = (301, 302, 303, 307, 308)

_CREDENTIALS = ("authorization", "cookie")

_ABOUT_BODY = ("content-encoding", "content-language", "content-location", "content-type", "digest", "last-modified")
"""Headers that go with a body (RFC 9110, section 15.4)."""

_WITH_LENGTH = ("POST", "PUT", "PATCH")
"""Methods whose request says its length even if it has no body (RFC 9110, section 8.6)."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A request that the rules allow.

    Attributes:
        headers: of the user, judged, without those in `dropped`.
        secret: names of headers, in lower case, that no other server may see.
    """

    method: str
    address: Address
    headers: tuple[tuple[str, str], ...]
    body: bytes
    secret: frozenset[str]
    dropped: tuple[str, ...] = ()

    @property
    def target(self) -> str:
        """What stands in the first line: host and port for CONNECT (RFC 9112, section 3.2.3), else path and query."""
        return self.address.origin.netloc if self.method == "CONNECT" else self.address.target

    def wire_headers(self) -> list[tuple[bytes, bytes]]:
        """All headers; Host, Content-Length and Connection are ours. Nothing else is added."""
        origin = self.address.origin
        host = origin.netloc if self.method == "CONNECT" else origin.authority
        pairs = [("Host", host), *self.headers]
        if self.body or self.method in _WITH_LENGTH:
            pairs.append(("Content-Length", str(len(self.body))))
        return [(name.encode("ascii"), value.encode()) for name, value in [*pairs, ("Connection", "close")]]


def prepared(outgoing: Outgoing, rules: Rules) -> Prepared:
    """A request, judged.

    Raises:
        Forbidden: the rules do not allow it, or it would not be one request of HTTP.
    """
    if not re.fullmatch(TOKEN, outgoing.method):
        raise Forbidden("the method is no token (RFC 9110, section 9.1)")
    to = allowed(address(outgoing.url), rules)
    headers = tuple(_judged(number, *pair) for number, pair in enumerate(outgoing.headers, 1))
    size = len(outgoing.body) + sum(len(name) + len(value.encode()) + 4 for name, value in headers) + len(to.target)
    if size > rules.max_request_bytes:
        raise Forbidden(f"the request has more than {rules.max_request_bytes} bytes")
    named = {one.strip().lower() for name, value in headers if name.lower() == "connection" for one in value.split(",")}
    kept = tuple(pair for pair in headers if not _is_hop(pair[0].lower(), named))
    dropped = tuple(pair[0] for pair in headers if pair not in kept)
    secret = frozenset({*_CREDENTIALS, *(one.lower() for one in outgoing.secret_headers)})
    return Prepared(outgoing.method, to, kept, outgoing.body, secret, dropped)


def allowed(to: Address, rules: Rules) -> Address:
    if to.origin not in rules.origins:
        raise Forbidden(f"{to.origin} is none of the servers that requests may go to")
    return to


def _is_hop(name: str, named: set[str]) -> bool:
    """Whether a header is about one connection (RFC 9110, section 7.6.1), and so not the user's to say."""
    return name in CLIENT_HEADERS or name in named or name.startswith("proxy-")


def _judged(number: int, name: str, value: str) -> tuple[str, str]:
    """A header whose name is a token, and whose value ends no line (RFC 9110, section 5.5)."""
    if not re.fullmatch(TOKEN, name):
        raise Forbidden(f"the name of header {number} is no token (RFC 9110, section 5.1)")
    if re.search(r"[\x00-\x08\x0a-\x1f\x7f]", value):
        raise Forbidden(f"the value of {name} holds a control character")
    if re.search("[\ud800-\udfff]", value):
        raise Forbidden(f"the value of {name} is no text")
    return name, value.strip(" \t")


def redirected(request: Prepared, status: int, location: str, rules: Rules) -> tuple[Prepared, Redirected]:
    """The request that follows a redirect (RFC 9110, section 15.4).

    Raises:
        Forbidden: its target is not allowed, or less safe, or another server would get the body.
    """
    escaped = quote(location, safe="!#$%&'()*+,/:;=?@[]~")
    try:
        joined = urljoin(str(request.address), escaped)
    except ValueError:
        raise Forbidden("the answer redirects to what is no address") from None
    to = _redirect_target(joined, rules)
    before, after = request.address.origin, to.origin
    if (before.scheme, after.scheme) == ("https", "http"):
        raise Forbidden(f"the answer redirects from {before} to {after}, which is not encrypted")
    is_post = status in (301, 302) and request.method == "POST"
    moved = replace(request, address=to, dropped=())
    if is_post or (status == 303 and request.method != "HEAD"):  # noqa: PLR2004 - See Other
        kept = tuple(pair for pair in request.headers if pair[0].lower() not in _ABOUT_BODY)
        moved = replace(moved, method="GET", body=b"", headers=kept)
    dropped: tuple[str, ...] = ()
    if before != after:
        if moved.body:
            raise Forbidden(f"the answer redirects the body of the request from {before} to {after}")
        dropped = tuple(name for name, _ in moved.headers if name.lower() in request.secret)
        moved = replace(moved, headers=tuple(pair for pair in moved.headers if pair[0] not in dropped))
    return moved, Redirected(status, location, str(to), dropped)


def _redirect_target(url: str, rules: Rules) -> Address:
    try:
        return allowed(address(url), rules)
    except Forbidden as error:
        raise Forbidden(f"the answer redirects to where no request may go: {error}") from None
