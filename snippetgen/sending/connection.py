"""Connections to addresses that were checked, which count what passes and end what takes too long.

httpcore asks a network backend for its connections. Ours finds the addresses of a name, once, refuses the name if one
of them is refused, and connects to an address, not to the name: no second answer of DNS can send it elsewhere. Host,
SNI and the check of the certificate stay with the name. No proxy is asked, whatever the environment says.
"""

from __future__ import annotations

import asyncio
import ipaddress
import ssl
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import httpcore

from snippetgen.sending import addresses
from snippetgen.sending.rules import Forbidden

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from snippetgen.sending.addresses import Resolver
    from snippetgen.sending.events import Kind
    from snippetgen.sending.rules import Origin, Rules

SHOWN = 256 << 10
"""Bytes of a request that are kept to be shown."""

FRAMING = 8
"""How many times its body an answer may take on the wire: a chunk of one byte takes six."""

_PACKET = 64 << 10


class Broken(Exception):  # noqa: N818 - what the network did, no error of ours
    """The exchange cannot go on; the text has nothing of the request but scheme, host and port."""

    def __init__(self, kind: Kind, text: str) -> None:
        super().__init__(text)
        self.kind, self.text = kind, text


class Wire:
    """What passes over the connection of one request.

    Attributes:
        deadline: when the whole exchange must have ended, by `time.monotonic`.
        sent, size: the bytes written, of which `SHOWN` are kept, and their number.
        received: bytes read.
        in_head: whether the head of the answer is still to come.
        ended: whether the server has closed the connection.
        address: the IP address of the server.
    """

    def __init__(self, rules: Rules, origin: Origin, deadline: float) -> None:
        self.rules, self.origin, self.deadline = rules, origin, deadline
        self.sent, self.size, self.received = bytearray(), 0, 0
        self.in_head, self.ended, self.address = True, False, ""

    def patience(self, most: float) -> float:
        """Seconds to wait for what may take `most`.

        Raises:
            Broken: the whole exchange has taken too long.
        """
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise self.late(most)
        return min(most, left)

    def late(self, most: float) -> Broken:
        """The failure after waiting: for the exchange as a whole, or for one step of it."""
        if time.monotonic() >= self.deadline:
            return Broken("too_slow", f"the exchange with {self.origin} took more than {self.rules.seconds:g} s")
        return Broken("timeout", f"{self.origin} was silent for {most:g} s")

    def room(self) -> int:
        """How many bytes of the answer may be read now.

        Raises:
            Broken: there is no room.
        """
        most = self.rules.max_header_bytes + (0 if self.in_head else FRAMING * self.rules.max_bytes)
        if self.received >= most:
            what = "head of the answer" if self.in_head else "answer"
            raise Broken("too_large", f"the {what} of {self.origin} has more than {most} bytes")
        return most - self.received


class Stream(httpcore.AsyncNetworkStream):
    """A connection that keeps to the limits of its wire."""

    def __init__(self, inner: httpcore.AsyncNetworkStream, wire: Wire) -> None:
        self._inner, self._wire = inner, wire

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002, ASYNC109 - the protocol
        wire = self._wire
        silence = wire.rules.silence
        with _mapped(wire, silence):
            data = await self._inner.read(min(max_bytes, wire.room()), wire.patience(silence))
        wire.received += len(data)
        wire.ended = not data
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002, ASYNC109 - the protocol
        """Write, and note what was written. Where the server closes, an httpcore.WriteError: it may have answered."""
        wire = self._wire
        silence = wire.rules.silence
        for at in range(0, len(buffer), _PACKET):
            piece = buffer[at : at + _PACKET]
            with _mapped(wire, silence):
                await self._inner.write(piece, wire.patience(silence))
            wire.sent += piece[: SHOWN - len(wire.sent)]
            wire.size += len(piece)

    async def aclose(self) -> None:
        await self._inner.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002, ASYNC109 - the protocol
    ) -> httpcore.AsyncNetworkStream:
        wire = self._wire
        connect = wire.rules.connect
        try:
            with _mapped(wire, connect):
                secure = await self._inner.start_tls(ssl_context, server_hostname, wire.patience(connect))
        except httpcore.ConnectError as error:
            raise Broken("tls", f"no trust in {wire.origin}: {_distrust(error)}") from None
        return Stream(secure, wire)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


@contextmanager
def _mapped(wire: Wire, seconds: float) -> Iterator[None]:
    """Waits that were too long, and connections that broke, as failures of ours."""
    try:
        yield
    except httpcore.TimeoutException:
        raise wire.late(seconds) from None
    except httpcore.ReadError:
        raise Broken("reset", f"{wire.origin} broke the connection off") from None


def _distrust(error: httpcore.ConnectError) -> str:
    """The reason of TLS, which names the host at most."""
    cause = error.__cause__
    if isinstance(cause, ssl.SSLCertVerificationError):
        return str(cause.verify_message)
    return str(cause.reason) if isinstance(cause, ssl.SSLError) and cause.reason else "the handshake broke off"


class Backend(httpcore.AsyncNetworkBackend):
    """Connects to the checked addresses of one server.

    Args:
        inner: makes the connection to an IP address.
    """

    def __init__(self, wire: Wire, resolver: Resolver, inner: httpcore.AsyncNetworkBackend) -> None:
        self._wire, self._resolver, self._inner = wire, resolver, inner

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002, ASYNC109 - the protocol
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first address of a host that takes the connection.

        Raises:
            Forbidden: one of its addresses must not be reached.
            Broken: it has none, or none takes the connection.
        """
        wire = self._wire
        connect = wire.rules.connect
        for address in await self._checked(host, port):
            try:
                with _mapped(wire, connect):
                    stream = await self._inner.connect_tcp(
                        address, port, wire.patience(connect), local_address, socket_options
                    )
            except httpcore.ConnectError:
                continue
            except Broken as error:
                if error.kind == "timeout":
                    continue
                raise
            wire.address = address
            return Stream(stream, wire)
        raise Broken("refused", f"no connection to {wire.origin}")

    async def _checked(self, host: str, port: int) -> list[str]:
        wire = self._wire
        found = [host] if _is_address(host) else await self._found(host, port)
        private = wire.origin in wire.rules.allow_private
        for address in found:
            reason = addresses.refused(address, private=private)
            if reason:
                shown = address if _is_address(address) else "what it resolves to"
                raise Forbidden(f"{wire.origin} must not be reached at {shown}: {reason}")
        return found

    async def _found(self, host: str, port: int) -> list[str]:
        wire = self._wire
        try:
            async with asyncio.timeout(wire.patience(wire.rules.connect)):
                found = await self._resolver(host, port)
        except TimeoutError:
            raise Broken("name", f"no answer about the name {host} in time") from None
        except (OSError, UnicodeError):
            found = []
        if not found:
            raise Broken("name", f"the name {host} has no address")
        return found

    async def connect_unix_socket(self, *_: Any, **__: Any) -> httpcore.AsyncNetworkStream:
        raise Forbidden("a socket of this machine must not be reached")


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
