"""Sends a request for somebody else, and tells what happens as it happens.

The request goes to a server that the rules name, at an address that was checked, as HTTP/1.1 on its own connection.
Redirects are followed by hand, each judged by the same rules. Only asyncio is served. Nothing is logged.
"""

from __future__ import annotations

import asyncio
import ssl
import time
import zlib
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import certifi
import httpcore

from snippetgen.sending.addresses import resolve
from snippetgen.sending.connection import Backend, Broken, Wire
from snippetgen.sending.decoding import Decoder, Swollen
from snippetgen.sending.events import Ended, Event, Failed, Head, Outgoing, Piece, Sent
from snippetgen.sending.prepared import REDIRECTS, Prepared, prepared, redirected
from snippetgen.sending.rules import Forbidden

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator

    from snippetgen.sending.addresses import Resolver
    from snippetgen.sending.rules import Rules


@dataclass(slots=True)
class _Exchange:
    """One call of `send`: when it began, what it sends now and over which wire, and whether that has been told."""

    began: float
    request: Prepared
    wire: Wire
    told: bool = False

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.began

    def sent(self) -> Sent:
        self.told = True
        return Sent(bytes(self.wire.sent), self.wire.size, self.wire.address, self.request.dropped)


class Sender:
    """Sends requests within the rules, as many at a time as they allow.

    Args:
        resolver: finds the addresses of a host; by default the system does.
        ssl_context: whom to trust; by default the authorities of the system and of certifi.
        backend: makes a connection to an IP address that was checked; by default that of httpcore for anyio.
    """

    def __init__(
        self,
        rules: Rules,
        *,
        resolver: Resolver = resolve,
        ssl_context: ssl.SSLContext | None = None,
        backend: httpcore.AsyncNetworkBackend | None = None,
    ) -> None:
        self.rules, self._resolver = rules, resolver
        self._tls = ssl_context or _trust()
        self._backend = backend or httpcore.AnyIOBackend()
        self._all = asyncio.Semaphore(rules.at_once)
        self._each: dict[str, asyncio.Semaphore] = {}

    async def send(self, outgoing: Outgoing) -> AsyncGenerator[Event, None]:
        """What happens to a request; whatever goes wrong is an event, too.

        Use it within `contextlib.aclosing`: closing it closes the connection, and makes room for other requests.
        """
        try:
            request = prepared(outgoing, self.rules)
            async with self._place(request.address.origin.host):
                began = time.monotonic()
                wire = Wire(self.rules, request.address.origin, began + self.rules.seconds)
                async with aclosing(self._told(_Exchange(began, request, wire), follow=outgoing.follow)) as events:
                    async for event in events:
                        yield event
        except Forbidden as error:
            yield Failed("forbidden", str(error))
        except Broken as error:
            yield Failed(error.kind, error.text)

    async def _told(self, exchange: _Exchange, *, follow: bool) -> AsyncGenerator[Event, None]:
        """The events of an exchange; what was sent is told even of one that fails."""
        try:
            async with aclosing(self._followed(exchange, follow=follow)) as events:
                async for event in events:
                    yield event
        except (Forbidden, Broken):
            if exchange.wire.size and not exchange.told:
                yield exchange.sent()
            raise

    async def _followed(self, exchange: _Exchange, *, follow: bool) -> AsyncGenerator[Event, None]:
        """The events of the request and of those that redirects make of it."""
        for left in range(self.rules.redirects, -1, -1):
            async with self._answer(exchange) as (head, response):
                yield exchange.sent()
                yield head
                location = _location(head) if follow and exchange.request.method != "CONNECT" else ""
                if not location:
                    async with aclosing(_body(exchange, head, response)) as events:
                        async for event in events:
                            yield event
                    return
            if not left:
                raise Broken("limit", f"{exchange.wire.origin} redirects more than {self.rules.redirects} times")
            exchange.request, event = redirected(exchange.request, head.status, location, self.rules)
            exchange.wire = Wire(self.rules, exchange.request.address.origin, exchange.wire.deadline)
            exchange.told = False
            yield event

    @asynccontextmanager
    async def _answer(self, exchange: _Exchange) -> AsyncIterator[tuple[Head, httpcore.Response]]:
        """The head of the answer, on a connection that ends with the block.

        Raises:
            Forbidden, Broken: see `Backend`.
        """
        wire, request = exchange.wire, exchange.request
        to = request.address.origin
        pool = httpcore.AsyncConnectionPool(
            ssl_context=self._tls,
            max_connections=1,
            max_keepalive_connections=0,
            network_backend=Backend(wire, self._resolver, self._backend),
        )
        outgoing = httpcore.Request(
            request.method.encode("ascii"),
            httpcore.URL(scheme=to.scheme, host=to.host, port=to.port, target=request.target),
            headers=request.wire_headers(),
            content=request.body,
        )
        async with pool:
            try:
                response = await pool.handle_async_request(outgoing)
            except (httpcore.ProtocolError, httpcore.NetworkError):
                raise _no_http(wire) from None
            wire.in_head = False
            try:
                yield _head(response, exchange.seconds), response
            finally:
                await response.aclose()

    @asynccontextmanager
    async def _place(self, host: str) -> AsyncIterator[None]:
        """Room for one more request to a host.

        Raises:
            Broken: there is none in time.
        """
        each = self._each.setdefault(host, asyncio.Semaphore(self.rules.at_once_each))
        until = time.monotonic() + self.rules.queue
        async with _acquired(each, until), _acquired(self._all, until):
            yield


@asynccontextmanager
async def _acquired(semaphore: asyncio.Semaphore, until: float) -> AsyncIterator[None]:
    try:
        async with asyncio.timeout(max(0.0, until - time.monotonic())):
            await semaphore.acquire()
    except TimeoutError:
        raise Broken("limit", "too many requests are being sent at the moment (try again later)") from None
    try:
        yield
    finally:
        semaphore.release()


def _trust() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _no_http(wire: Wire) -> Broken:
    """Why an answer could not be read: httpcore's text has parts of the answer, which may repeat a secret."""
    if wire.ended:
        return Broken("reset", f"{wire.origin} closed the connection before the answer was complete")
    return Broken("protocol", f"the answer of {wire.origin} is not HTTP/1.1")


def _head(response: httpcore.Response, seconds: float) -> Head:
    headers = tuple((_text(name), _text(value)) for name, value in response.headers)
    reason, version = response.extensions["reason_phrase"], response.extensions["http_version"]
    return Head(response.status, _text(reason), headers, seconds, _text(version))


def _text(data: bytes) -> str:
    """Bytes of a head as text: UTF-8, or what RFC 9110 (section 5.5) knows from earlier, ISO-8859-1."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _values(head: Head, name: str) -> list[str]:
    return [value for key, value in head.headers if key.lower() == name]


def _location(head: Head) -> str:
    """Where an answer redirects to; empty if it does not, or does not say where."""
    return next(iter(_values(head, "location")), "") if head.status in REDIRECTS else ""


async def _body(exchange: _Exchange, head: Head, response: httpcore.Response) -> AsyncGenerator[Event, None]:
    """The pieces of an answer, and its end; there is no more after the first reason to stop.

    Raises:
        Broken: the answer broke off, or is not what its head says.
    """
    wire, most = exchange.wire, exchange.wire.rules.max_bytes
    decoder, truncated, taken = Decoder(",".join(_values(head, "content-encoding")), most), "", 0
    try:
        async with aclosing(aiter(response.stream)) as stream:  # type: ignore[arg-type, type-var]
            async for data in stream:
                taken += len(data)
                for piece in decoder.pieces(data):
                    yield Piece(piece)
                if taken > most:
                    truncated = f"the answer has more than {most} bytes"
                    break
    except Swollen as error:
        truncated = str(error)
    except zlib.error:
        raise Broken("protocol", f"the answer of {wire.origin} is not compressed as it says") from None
    except (httpcore.ProtocolError, httpcore.NetworkError):
        raise _no_http(wire) from None
    if not truncated and decoder.is_open:
        truncated = "the compressed data of the answer breaks off"
    yield Ended(exchange.seconds, wire.received, decoder.size, truncated)
