"""An answer that is endless, slow, broken or swollen ends in time, and what comes in time is seen at once."""

import asyncio
import gzip
import socket
import struct
import time
import zlib
from contextlib import aclosing

import pytest
from senders import LIMIT, body, bounded, events_of, failure, names, ok, only, sender, serving

from snippetgen.sending.connection import Broken, Wire
from snippetgen.sending.events import Ended, Outgoing, Piece, Sent
from snippetgen.sending.rules import Rules, origin

SOON = 10.0
"""Seconds within which everything here must have ended."""


def answered(act, **limits):
    """The events of a GET, which must end soon, and the server."""

    async def run():
        async with serving(act) as server:
            began = time.monotonic()
            events = await events_of(sender(server.url(), **limits), server.url("/?q=hidden-value"), headers=[("X", "hidden-value")])
            assert time.monotonic() - began < SOON
            return events

    events = bounded(run())
    assert "hidden-value" not in str(events[-1])
    return events


def after_head(head, piece, pause=0.0):
    """A server that sends a head, and then the same piece for ever."""

    async def act(reader, writer, _):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(head)
        while True:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(pause)

    return act


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(("head", "piece"), [(b"HTTP/1.1 200 OK\r\nContent-Length: 5000000000\r\n\r\n", b"x" * 65536), (b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 65536), (CHUNKED, b"8000\r\n" + b"x" * 0x8000 + b"\r\n")])
def test_endless_answer(head, piece):
    """An answer without an end is cut off at the limit."""
    events = answered(after_head(head, piece), max_bytes=1_000_000)
    assert (1_000_000, 1_000_000, True) == (len(body(events)), only(events, Ended).size, "1000000" in events[-1].truncated)


def test_answer_as_long_as_allowed():
    """An answer of just as many bytes as are allowed is whole, and one of a byte more is not."""
    whole, cut = (answered(ok(b"x" * size), max_bytes=1000)[-1] for size in (1000, 1001))
    assert ("", 1000, True) == (whole.truncated, cut.size, bool(cut.truncated))


@pytest.mark.parametrize("piece", [b"X-A: b\r\n", b"x" * 100])
def test_endless_head(piece):
    """A head without an end is a failure."""
    events = answered(after_head(b"HTTP/1.1 200 OK\r\n", piece))
    assert (["Sent", "Failed"], "too_large") == (names(events), failure(events)[0])


def test_endless_informational_answers():
    """Answers of 1xx without an end are a failure."""
    events = answered(after_head(b"", b"HTTP/1.1 100 Continue\r\n\r\n"))
    assert ("too_large") == failure(events)[0]


def test_endless_framing():
    """Chunks whose extensions are longer than all that they hold are a failure."""
    events = answered(after_head(CHUNKED, b"1;" + b"x" * 30000 + b"\r\nx\r\n"), max_bytes=10_000)
    assert "too_large" == failure(events)[0]


@pytest.mark.parametrize("wbits", [31, 15, -15])
def test_bomb(wbits):
    """Compressed content that swells is cut off: by the ratio, and by its size."""
    packer = zlib.compressobj(9, zlib.DEFLATED, wbits)
    bomb = b"".join(packer.compress(b"\x00" * (1 << 20)) for _ in range(64)) + packer.flush()
    answer = ok(bomb, b"Content-Encoding: " + (b"gzip" if wbits == 31 else b"deflate"))
    by_ratio, by_size = answered(answer, max_bytes=1 << 26), answered(answer, max_bytes=100_000)
    assert (True, "100 times" in by_ratio[-1].truncated) == (len(body(by_ratio)) < 1 << 24, True)
    assert (100_000, True) == (len(body(by_size)), "100000 bytes" in by_size[-1].truncated)


@pytest.mark.parametrize(("coding", "content"), [(b"gzip", gzip.compress(b"hello ") + gzip.compress(b"world")), (b"X-GZIP", gzip.compress(b"hello world")), (b"deflate", zlib.compress(b"hello world")), (b"deflate", zlib.compress(b"hello world")[2:-4]), (b"identity", b"hello world"), (b"br", b"hello world")])
def test_codings(coding, content):
    """Gzip and deflate are decompressed, each in both its forms; other codings stay."""
    events = answered(ok(content, b"Content-Encoding: " + coding))
    assert (b"hello world", "") == (body(events), events[-1].truncated)


def test_broken_coding():
    """What is not compressed as it says is a failure, and what breaks off is said to."""
    assert "protocol" == failure(answered(ok(b"hello", b"Content-Encoding: gzip")))[0]
    assert "breaks off" in answered(ok(gzip.compress(b"hello")[:-3], b"Content-Encoding: gzip"))[-1].truncated


def test_slow_answer():
    """An answer that is never silent, and never ends, is a failure in the end."""
    events = answered(after_head(CHUNKED, b"1\r\nx\r\n", 0.1), seconds=1.0)
    assert ("too_slow", True) == (failure(events)[0], "Piece" in names(events))


def test_nothing_waits_after_the_deadline():
    """After the deadline, no step of an exchange begins, whatever the connection would do."""
    rules = Rules(frozenset())
    late = Wire(rules, origin("http://api.test/"), time.monotonic() - 1)
    with pytest.raises(Broken) as caught:
        late.patience(rules.silence)
    assert "too_slow" == caught.value.kind


async def silent(reader, writer, server):
    await reader.read()
    del writer, server


async def half_silent(reader, writer, server):
    await reader.readuntil(b"\r\n\r\n")
    writer.write(CHUNKED + b"1\r\nx\r\n")
    await silent(reader, writer, server)


@pytest.mark.parametrize(("act", "expected"), [(silent, ["Sent", "Failed"]), (half_silent, ["Sent", "Head", "Piece", "Failed"])])
def test_silent_server(act, expected):
    """Silence is a failure, before the answer and within it."""
    events = answered(act, silence=0.3)
    assert (expected, "timeout") == (names(events), failure(events)[0])


async def resetting(reader, writer, _):
    await reader.readuntil(b"\r\n\r\n")
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


@pytest.mark.parametrize("act", [resetting, b"", b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf", CHUNKED + b"5\r\nhe"])
def test_broken_answer(act):
    """A connection that breaks off before the answer is complete is a failure, after what was sent was told."""
    events = answered(act)
    assert ("Sent", "reset") == (names(events)[0], failure(events)[0])


@pytest.mark.parametrize("answer", [b"SSH-2.0-x\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx", b"HTTP/1.1 200 OK\r\nX hidden-value\r\n\r\n", b"HTTP/1.1 101 X\r\nUpgrade: x\r\n\r\n", CHUNKED + b"zz\r\n"])
def test_no_http(answer):
    """What is not HTTP/1.1, or can be read in two ways, is a failure that does not repeat the answer."""
    assert "protocol" == failure(answered(answer))[0]


@pytest.mark.parametrize("coding", [b"identity", b"gzip"])
def test_pieces_arrive_one_by_one(coding):
    """Each piece of a stream is seen while the server still holds back the next."""

    async def run():
        seen = asyncio.Event()

        async def act(reader, writer, _):
            await reader.readuntil(b"\r\n\r\n")
            packer = zlib.compressobj(wbits=31)
            writer.write(CHUNKED[:-2] + b"Content-Encoding: " + coding + b"\r\n\r\n")
            for number in range(5):
                data = b"data: %d\n\n" % number
                piece = packer.compress(data) + packer.flush(zlib.Z_SYNC_FLUSH) if coding == b"gzip" else data
                writer.write(b"%x\r\n%s\r\n" % (len(piece), piece))
                await writer.drain()
                await seen.wait()
                seen.clear()
            last = packer.flush() if coding == b"gzip" else b""
            writer.write((b"%x\r\n%s\r\n" % (len(last), last) if last else b"") + b"0\r\n\r\n")

        pieces = []
        async with serving(act) as server, aclosing(sender(server.url(), silence=5.0).send(Outgoing("GET", server.url()))) as events:
            async for event in events:
                if isinstance(event, Piece):
                    pieces.append(event.data)
                    seen.set()
        return pieces, event

    pieces, last = bounded(run())
    assert ([b"data: %d\n\n" % number for number in range(5)], "") == (pieces, last.truncated)


async def until_closed(reader, writer, server):
    await reader.readuntil(b"\r\n\r\n")
    writer.write(CHUNKED + b"1\r\nx\r\n")
    await reader.read()
    server.closed.set()


def test_closing_closes_the_connection():
    """Who closes the events closes the connection, and makes room for others."""

    async def run():
        async with serving(until_closed) as server:
            made = sender(server.url(), at_once=1, at_once_each=1, queue=1.0)
            for _ in range(3):
                async with aclosing(made.send(Outgoing("GET", server.url()))) as events:
                    async for event in events:
                        if isinstance(event, Piece):
                            break
                await asyncio.wait_for(server.closed.wait(), SOON)
                server.closed.clear()
            return server.connections

    assert 3 == bounded(run())


def test_cancelling_closes_the_connection():
    """Cancelling who waits for an answer closes the connection, and makes room for others."""

    async def run():
        came = asyncio.Event()

        async def act(reader, writer, server):
            await reader.readuntil(b"\r\n\r\n")
            came.set()
            await silent(reader, writer, server)
            server.closed.set()

        async with serving(act) as server:
            made = sender(server.url(), at_once=1)
            for _ in range(2):
                task = asyncio.create_task(events_of(made, server.url()))
                await asyncio.wait_for(came.wait(), SOON)
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
                await asyncio.wait_for(server.closed.wait(), SOON)
                came.clear()
                server.closed.clear()
            return task.cancelled()

    assert bounded(run())


@pytest.mark.parametrize(("limits", "most"), [({"at_once": 8, "at_once_each": 4}, 4), ({"at_once": 3, "at_once_each": 4}, 3)])
def test_many_at_once(limits, most):
    """Of fifty requests, no more than the limit are sent at the same time, and all are answered."""

    async def run():
        now = peak = 0

        async def act(reader, writer, _):
            nonlocal now, peak
            await reader.readuntil(b"\r\n\r\n")
            now += 1
            peak = max(peak, now)
            await asyncio.sleep(0.02)
            now -= 1
            writer.write(ok())

        async with serving(act) as server:
            made = sender(server.url(), queue=LIMIT, **limits)
            done = await asyncio.gather(*(events_of(made, server.url()) for _ in range(50)))
        return peak, {tuple(names(events)) for events in done}

    assert (most, {("Sent", "Head", "Piece", "Ended")}) == bounded(run())


def test_queue_ends():
    """Who finds no room in time is told so; nothing was sent."""

    async def run():
        async with serving(silent) as server:
            made = sender(server.url(), at_once_each=1, queue=0.2, silence=2.0)
            first, second = await asyncio.gather(*(events_of(made, server.url()) for _ in range(2)))
            return first, second, server.connections

    first, second, connections = bounded(run())
    assert (("timeout", "limit"), 1) == ((failure(first)[0], failure(second)[0]), connections)
    assert ["Failed"] == names(second)


def test_early_answer():
    """An answer that comes before the whole request was taken is read where it can be."""

    async def act(reader, writer, _):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        await writer.drain()
        await reader.read(1 << 24)

    async def run():
        async with serving(act) as server:
            return await events_of(sender(server.url(), silence=2.0), server.url(), "POST", body=b"x" * 100_000)

    assert isinstance(bounded(run())[0], Sent)
