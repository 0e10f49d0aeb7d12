"""What is put on the wire is the one request that was asked for, and it is what is shown."""

import asyncio
import ssl

import pytest
import trustme
from senders import Names, body, bounded, events_of, failure, names, ok, only, sender, serving

from snippetgen.sending import connection
from snippetgen.sending.events import Head, Sent

SECRET = "hidden-value"


def test_sent_is_what_arrives():
    """What is shown as sent is, byte for byte, what the server received; nothing is added but what frames it."""

    async def run():
        async with serving(ok()) as server:
            events = await events_of(sender(server.url()), server.url("/a%20b?c=1&c=2"), "POST", [("X-b", "é"), ("x-B", " 2 ")], b"\x00\xffbody")
            return events, server

    events, server = bounded(run())
    expected = f"POST /a%20b?c=1&c=2 HTTP/1.1\r\nHost: api.test:{server.port}\r\nX-b: é\r\nx-B: 2\r\nContent-Length: 6\r\nConnection: close\r\n\r\n".encode() + b"\x00\xffbody"
    assert (expected, expected, len(expected)) == (server.received, only(events, Sent).raw, only(events, Sent).size)
    assert (b"hello", 200, "OK", "HTTP/1.1") == (body(events), *(getattr(only(events, Head), name) for name in ("status", "reason", "http_version")))


def test_shown_is_cut():
    """Of a large request, only the beginning is kept."""

    async def run():
        async with serving(ok()) as server:
            return only(await events_of(sender(server.url()), server.url(), "POST", body=b"x" * 1_000_000), Sent), server.received

    sent, received = bounded(run())
    assert (connection.SHOWN, received[: connection.SHOWN], len(received)) == (len(sent.raw), sent.raw, sent.size)


INJECTED = [
    ("GET", "/", [("X\r\nY", "z")]),
    ("GET", "/", [("X", f"{SECRET}\r\nY: z")]),
    ("GET", "/", [("X", "y\nZ: z")]),
    ("GET", "/", [("X", "y\rZ: z")]),
    ("GET", "/", [("X", "y\x00")]),
    ("GET", "/", [("X", "\ud800")]),
    ("GET", "/", [("X:", "y")]),
    ("GET", "/", [("", "y")]),
    ("GET", "/", [(" X", "y")]),
    ("GET / HTTP/1.1\r\nX: y\r\n\r\nGET", "/", []),
    ("GET ", "/", []),
    ("", "/", []),
    ("GET", "/ HTTP/1.1\r\nX: y\r\n\r\n", []),
    ("GET", "/\n", []),
]


@pytest.mark.parametrize(("method", "path", "headers"), INJECTED)
def test_lines_cannot_be_injected(method, path, headers):
    """What would end a line of the head is refused before a connection is made, and is not repeated."""

    async def run():
        async with serving(ok()) as server:
            return await events_of(sender(server.url()), server.url(path), method, headers), server.connections

    events, connections = bounded(run())
    assert ("forbidden", 0) == (failure(events)[0], connections)
    assert SECRET not in failure(events)[1]


def test_framing_is_ours():
    """Headers of the connection and its framing are dropped and named: nothing can be smuggled by them."""
    given = [("Transfer-Encoding", "chunked"), ("Content-Length", "0"), ("Host", "127.0.0.1"), ("Connection", "X-Hop, close"), ("x-hop", "1"), ("Proxy-Authorization", "2"), ("TE", "trailers"), ("Upgrade", "h2c"), ("Keep-Alive", "3"), ("Trailer", "X"), ("Expect", "100-continue"), ("Accept", "a/b")]

    async def run():
        async with serving(ok()) as server:
            return await events_of(sender(server.url()), server.url(), "POST", given, b"0\r\n\r\nGET / HTTP/1.1\r\n\r\n"), server

    events, server = bounded(run())
    lines = server.received.split(b"\r\n\r\n")[0].split(b"\r\n")[1:]
    assert [f"Host: api.test:{server.port}".encode(), b"Accept: a/b", b"Content-Length: 23", b"Connection: close"] == lines
    assert tuple(name for name, _ in given[:-1]) == only(events, Sent).dropped


def test_large_request_is_refused():
    """A request beyond the limit is not sent."""

    async def run():
        async with serving(ok()) as server:
            return await events_of(sender(server.url(), max_request_bytes=1000), server.url(), "POST", body=b"x" * 1001), server.connections

    events, connections = bounded(run())
    assert ("forbidden", 0) == (failure(events)[0], connections)


@pytest.mark.parametrize("method", ["TRACE", "OPTIONS", "DELETE", "PROPFIND", "x-own"])
def test_methods(method):
    """Any method can be sent, and has its answer."""

    async def run():
        async with serving(ok()) as server:
            return await events_of(sender(server.url()), server.url(), method), server.received

    events, received = bounded(run())
    assert (b"hello", True) == (body(events), received.startswith(f"{method} / HTTP/1.1\r\n".encode()))


@pytest.mark.parametrize(("method", "answer"), [("HEAD", ok()), ("GET", b"HTTP/1.1 204 No Content\r\n\r\n"), ("GET", b"HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n"), ("HEAD", ok(b"x", b"Content-Encoding: gzip"))])
def test_answers_without_body(method, answer):
    """An answer to HEAD, 204 and 304 end with their heads."""

    async def run():
        async with serving(answer) as server:
            return await events_of(sender(server.url()), server.url(), method)

    events = bounded(run())
    assert (["Sent", "Head", "Ended"], "") == (names(events), events[-1].truncated)


def test_informational_answers():
    """Answers of 1xx are not the answer."""

    async def run():
        async with serving(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + ok()) as server:
            return await events_of(sender(server.url()), server.url())

    events = bounded(run())
    assert (["Sent", "Head", "Piece", "Ended"], 200) == (names(events), only(events, Head).status)


@pytest.mark.parametrize("status", [200, 405])
def test_connect(status):
    """CONNECT names the server itself; a tunnel is closed, and not used."""

    async def run():
        async with serving(f"HTTP/1.1 {status} X\r\nContent-Length: 0\r\n\r\n".encode()) as server:
            return await events_of(sender(server.url()), server.url("/path"), "CONNECT"), server

    events, server = bounded(run())
    assert (["Sent", "Head", "Ended"], status) == (names(events), only(events, Head).status)
    assert server.received.startswith(f"CONNECT api.test:{server.port} HTTP/1.1\r\nHost: api.test:{server.port}\r\n".encode())


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


def tls_of(authority, *hosts):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*hosts).configure_cert(context)
    return context


def trust(authority):
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


def over_tls(authority, host, trusted):
    async def run():
        async with serving(ok(), tls_of(authority, host)) as server:
            url = server.url(scheme="https")
            return await events_of(sender(url, tls=trusted), url, headers=[("X-Key", SECRET)]), server.received

    return bounded(run())


def test_tls(authority):
    """The certificate is compared with the name, although the connection goes to an address."""
    events, received = over_tls(authority, "api.test", trust(authority))
    assert (["Sent", "Head", "Piece", "Ended"], received) == (names(events), only(events, Sent).raw)


@pytest.mark.parametrize("host", ["other.test", "8.8.8.8"])
def test_certificate_of_another(authority, host):
    """Nothing is sent to a server whose certificate is for another name, or for the address alone."""
    events, received = over_tls(authority, host, trust(authority))
    assert (["Failed"], "tls", b"") == (names(events), failure(events)[0], received)


def test_certificate_of_nobody(authority):
    """By default, nothing is sent to a server whose certificate nobody vouches for."""
    events, received = over_tls(authority, "api.test", None)
    assert (["Failed"], "tls", b"") == (names(events), failure(events)[0], received)


def test_redirect_to_clear_text(authority):
    """A redirect from https to http is refused, even to a server of the list."""

    async def run():
        async with serving(ok()) as plain:
            answer = f"HTTP/1.1 302 Found\r\nLocation: {plain.url()}\r\nContent-Length: 0\r\n\r\n".encode()
            async with serving(answer, tls_of(authority, "api.test")) as server:
                url = server.url(scheme="https")
                made = sender(url, plain.url(), tls=trust(authority))
                return await events_of(made, url, follow=True), plain.connections

    events, connections = bounded(run())
    assert ("forbidden", 0) == (failure(events)[0], connections)


def test_names_without_address():
    """A name without an address is a failure that says so."""

    async def run():
        async def unknown(host, port):
            raise OSError(host, port)

        url = "http://api.test/"
        return [failure(await events_of(sender(url, resolver=one), url)) for one in (unknown, Names([]))]

    assert [("name", "the name api.test has no address")] * 2 == bounded(run())


def test_refused_connection():
    """A port that nobody listens on refuses the connection."""

    async def run():
        listener = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
        port = listener.sockets[0].getsockname()[1]
        listener.close()
        await listener.wait_closed()
        url = f"http://api.test:{port}/?q={SECRET}"
        return failure(await events_of(sender(url), url))

    kind, text = bounded(run())
    assert ("refused", False) == (kind, SECRET in text)
