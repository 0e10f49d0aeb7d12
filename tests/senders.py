"""A sender and servers for its tests: real sockets on loopback, to which addresses of the Internet lead."""

import asyncio
from contextlib import aclosing, asynccontextmanager

import httpcore

from snippetgen.sending.events import Failed, Outgoing, Piece
from snippetgen.sending.rules import Rules, origin
from snippetgen.sending.sender import Sender

PUBLIC = "8.8.8.8"
"""Where names lead unless a test says otherwise; `Loop` takes connections to it to this machine."""

LIMIT = 30.0
"""Seconds after which a test has failed."""


class Loop(httpcore.AnyIOBackend):
    """Connects to this machine in place of any address, and notes which: all checks come before."""

    def __init__(self):
        self.connected = []

    async def connect_tcp(self, host, port, *rest, **more):
        self.connected.append(host)
        return await super().connect_tcp("127.0.0.1", port, *rest, **more)


class Names:
    """A resolver that gives the addresses of a table, or those of the next turn, and counts the questions."""

    def __init__(self, *turns):
        self.turns, self.asked = [*turns] or [[PUBLIC]], []

    async def __call__(self, host, _):
        self.asked.append(host)
        return self.turns[min(len(self.asked), len(self.turns)) - 1]


class Server:
    """What arrived at a server, and which of its connections the client has closed."""

    def __init__(self, port):
        self.port, self.received, self.connections = port, b"", 0
        self.closed = asyncio.Event()

    def url(self, path="/", host="api.test", scheme="http"):
        return f"{scheme}://{host}:{self.port}{path}"


async def request_of(reader, server):
    """Read a request, and note it as it is."""
    head = await reader.readuntil(b"\r\n\r\n")
    server.received += head
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            server.received += await reader.readexactly(int(line.split(b":")[1]))


@asynccontextmanager
async def serving(act, tls=None):
    """A server whose connections get an answer of bytes, or are handled by a function of reader, writer and server."""
    tasks = set()

    async def handle(reader, writer):
        tasks.add(asyncio.current_task())
        served.connections += 1
        try:
            if isinstance(act, bytes):
                await request_of(reader, served)
                writer.write(act)
                await writer.drain()
            else:
                await act(reader, writer, served)
        except (ConnectionError, asyncio.IncompleteReadError):
            served.closed.set()
        finally:
            writer.close()

    listener = await asyncio.start_server(handle, "127.0.0.1", 0, ssl=tls)
    served = Server(listener.sockets[0].getsockname()[1])
    try:
        yield served
    finally:
        listener.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def sender(*urls, private=(), resolver=None, tls=None, **limits):
    """A sender that may send to the servers of addresses, and its backend."""
    backend = Loop()
    rules = Rules(frozenset(map(origin, urls)), frozenset(map(origin, private)), **limits)
    made = Sender(rules, resolver=resolver or Names(), ssl_context=tls, backend=backend)
    made.backend = backend
    return made


async def events_of(made, url, method="GET", headers=(), body=b"", *, follow=False, secret=()):
    out = Outgoing(method, url, tuple(headers), body, follow=follow, secret_headers=frozenset(secret))
    async with aclosing(made.send(out)) as events:
        return [event async for event in events]


def bounded(coroutine):
    """Run a coroutine, but not longer than a test may take."""
    return asyncio.run(asyncio.wait_for(coroutine, LIMIT))


def names(events):
    return [type(event).__name__ for event in events]


def body(events):
    return b"".join(event.data for event in events if isinstance(event, Piece))


def failure(events):
    """Kind and text of the failure that events end with."""
    assert isinstance(events[-1], Failed), events
    return events[-1].kind, events[-1].text


def only(events, kind):
    return next(event for event in events if isinstance(event, kind))


def ok(text=b"hello", *headers):
    lines = [b"HTTP/1.1 200 OK", b"Content-Length: %d" % len(text), *headers]
    return b"\r\n".join(lines) + b"\r\n\r\n" + text
