"""Which IP addresses may be reached: those of the public Internet, and private ones where an author says so.

The networks are those of IANA's registries of special-purpose addresses (RFC 6890), and addresses that hold another
one, which a gateway or the system would unpack: these are refused whatever they hold. ``ipaddress.is_global`` says yes
to many of them (``2002:7f00:1::`` and ``64:ff9b:1::1`` in Python 3.11), so it is asked last, for what is in no table.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable

Resolver = Callable[[str, int], Awaitable[list[str]]]
"""The addresses of a host, in the order to try them; an OSError where it has none."""

_METADATA = "the metadata of a cloud's machine"

_NEVER = {
    "169.254.169.254/32": _METADATA,
    "fd00:ec2::254/128": _METADATA,
    "fd20:ce::254/128": _METADATA,
    "100.100.100.200/32": _METADATA,
    "168.63.129.16/32": _METADATA,
    "192.0.0.192/32": _METADATA,
    "0.0.0.0/8": "unspecified (RFC 1122)",
    "169.254.0.0/16": "link-local (RFC 3927)",
    "192.0.0.0/24": "reserved (RFC 6890)",
    "192.0.2.0/24": "for documentation (RFC 5737)",
    "192.88.99.0/24": "a relay of 6to4 (RFC 7526)",
    "198.18.0.0/15": "for benchmarks (RFC 2544)",
    "198.51.100.0/24": "for documentation (RFC 5737)",
    "203.0.113.0/24": "for documentation (RFC 5737)",
    "224.0.0.0/4": "multicast (RFC 5771)",
    "255.255.255.255/32": "broadcast (RFC 919)",
    "240.0.0.0/4": "reserved (RFC 1112)",
    "::/128": "unspecified (RFC 4291)",
    "::ffff:0:0/96": "an IPv4 address in IPv6 (RFC 4291)",
    "::ffff:0:0:0/96": "an IPv4 address in IPv6 (RFC 7915)",
    "64:ff9b::/96": "an IPv4 address in IPv6 (NAT64, RFC 6052)",
    "64:ff9b:1::/48": "an IPv4 address in IPv6 (NAT64, RFC 8215)",
    "100::/64": "discarded (RFC 6666)",
    "2001::/32": "an IPv4 address in IPv6 (Teredo, RFC 4380)",
    "2001:2::/48": "for benchmarks (RFC 5180)",
    "2001::/23": "reserved (RFC 2928)",
    "2001:db8::/32": "for documentation (RFC 3849)",
    "2002::/16": "an IPv4 address in IPv6 (6to4, RFC 3056)",
    "3fff::/20": "for documentation (RFC 9637)",
    "fe80::/10": "link-local (RFC 4291)",
    "fec0::/10": "site-local (RFC 3879)",
    "ff00::/8": "multicast (RFC 4291)",
}
"""Networks that no author can want; the first that fits gives the reason."""

_PRIVATE = {
    "127.0.0.0/8": "loopback (RFC 1122)",
    "::1/128": "loopback (RFC 4291)",
    "10.0.0.0/8": "private (RFC 1918)",
    "172.16.0.0/12": "private (RFC 1918)",
    "192.168.0.0/16": "private (RFC 1918)",
    "100.64.0.0/10": "shared by a provider's customers (RFC 6598)",
    "fc00::/7": "unique local (RFC 4193)",
}
"""Networks that an author may allow for a server."""

_Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def _table(networks: dict[str, str]) -> list[tuple[_Network, str]]:
    return [(ipaddress.ip_network(network), reason) for network, reason in networks.items()]


_NEVER_TABLE, _PRIVATE_TABLE = _table(_NEVER), _table(_PRIVATE)

_COMPATIBLE = ipaddress.ip_network("::/96")
_UNICAST = ipaddress.ip_network("2000::/3")
_ISATAP = (0x00005EFE, 0x02005EFE)


def refused(address: str, *, private: bool = False) -> str:
    """The reason why an IP address must not be reached; empty if it may be.

    Args:
        private: whether it may be in a private network, or this machine.
    """
    if "%" in address:
        return "it has a zone (RFC 4007)"
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "it is no IP address"
    never = _within(parsed, _NEVER_TABLE)
    if never:
        return never
    inner = _within(parsed, _PRIVATE_TABLE)
    if inner:
        return "" if private else inner
    return _unpacked(parsed) or ("" if parsed.is_global else "it is reserved")


def _within(address: ipaddress.IPv4Address | ipaddress.IPv6Address, table: list[tuple[_Network, str]]) -> str:
    return next((f"it is {reason}" for network, reason in table if address in network), "")


def _unpacked(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> str:
    """The reason why an IPv6 address that is in no table is refused."""
    if address.version == 4:  # noqa: PLR2004
        return ""
    if address in _COMPATIBLE:
        return "it is an IPv4 address in IPv6 (RFC 4291)"
    if (int(address) >> 32) & 0xFFFFFFFF in _ISATAP:
        return "it is an IPv4 address in IPv6 (ISATAP, RFC 5214)"
    return "" if address in _UNICAST else "it is reserved"


async def resolve(host: str, port: int) -> list[str]:
    """The addresses that the system gives for a host.

    Raises:
        OSError: it gives none.
    """
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))
