"""Nothing is sent to where the rules do not allow, whatever names, addresses and redirects say."""

import asyncio
import logging

import pytest
from senders import PUBLIC, Names, bounded, events_of, failure, names, ok, only, sender, serving

from snippetgen.sending.events import Redirected, Sent

SECRET = "hidden-value"


def redirect(location, status=302):
    return f"HTTP/1.1 {status} Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n".encode()


@pytest.mark.parametrize("url", ["http://other.test:{port}/", "http://api.test:1/", "https://api.test:{port}/", "http://user:hidden-value@api.test:{port}/", "file:///etc/passwd", "http://2130706433:{port}/"])
def test_only_servers_of_the_list(url):
    """Another host, port or scheme is refused before a connection is made."""

    async def run():
        async with serving(ok()) as server:
            made = sender(server.url())
            events = await events_of(made, url.format(port=server.port))
            return events, server.connections, made.backend.connected

    events, connections, connected = bounded(run())
    assert ("forbidden", 0, []) == (failure(events)[0], connections, connected)
    assert SECRET not in failure(events)[1]


@pytest.mark.parametrize("one", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "fe80::1", "fe80::1%lo", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0::1", "0.0.0.0"])
@pytest.mark.parametrize("others", [[], [PUBLIC]])
def test_name_that_leads_within(one, others):
    """A name of the list that leads within is refused, also where another of its addresses is public."""

    async def run():
        async with serving(ok()) as server:
            made = sender(server.url(), resolver=Names([*others, one]))
            return await events_of(made, server.url()), server.connections, made.backend.connected

    events, connections, connected = bounded(run())
    assert (["Failed"], "forbidden", 0, []) == (names(events), failure(events)[0], connections, connected)


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "[::1]", "[::ffff:127.0.0.1]"])
def test_address_within_on_the_list(host):
    """An IP address of this machine is refused even if it is on the list, in any spelling."""

    async def run():
        async with serving(ok()) as server:
            made = sender(server.url(host=host))
            return await events_of(made, server.url(host=host)), server.connections

    events, connections = bounded(run())
    assert ("forbidden", 0) == (failure(events)[0], connections)


def test_private_server_that_is_allowed():
    """A flag lets one server be on this machine."""

    async def run():
        async with serving(ok()) as server:
            made = sender(server.url(), private=[server.url()], resolver=Names(["127.0.0.1"]))
            return await events_of(made, server.url())

    assert ["Sent", "Head", "Piece", "Ended"] == names(bounded(run()))


def test_rebinding():
    """A name is resolved once for a connection, which goes to the address that was checked; the next one is checked again."""

    async def run():
        async with serving(ok()) as server:
            resolver = Names([PUBLIC], ["127.0.0.1"])
            made = sender(server.url(), resolver=resolver)
            first = await events_of(made, server.url())
            asked = len(resolver.asked)
            return first, asked, await events_of(made, server.url()), made.backend.connected, server.connections

    first, asked, second, connected, connections = bounded(run())
    assert (PUBLIC, 1) == (only(first, Sent).address, asked)
    assert ("forbidden", [PUBLIC], 1) == (failure(second)[0], connected, connections)


@pytest.mark.parametrize("location", ["http://127.0.0.1:{port}/", "http://other.test:{port}/", "ftp://api.test/", "file:///etc/passwd", "//other.test/", "http://api.test@127.0.0.1:{port}/", "http://2130706433:{port}/", "\\\\127.0.0.1/x"])
def test_redirect_elsewhere(location):
    """A redirect leads to no server that the list does not have; the one request is the last."""

    async def run():
        answer = b""

        async def act(reader, writer, server):
            await reader.readuntil(b"\r\n\r\n")
            writer.write(answer if server.connections == 1 else ok())

        async with serving(act) as server:
            answer = redirect(location.format(port=server.port))
            made = sender(server.url())
            events = await events_of(made, server.url(), follow=True)
            return events, server

    events, server = bounded(run())
    if location.startswith("\\"):  # it is a path, percent-encoded
        assert server.url("/%5C%5C127.0.0.1/x") == only(events, Redirected).target
    else:
        assert (["Sent", "Head", "Failed"], "forbidden", 1) == (names(events), failure(events)[0], server.connections)


def test_redirect_to_a_name_that_leads_within():
    """The address of a redirect's server is checked, too."""

    async def run():
        async with serving(ok()) as inner, serving(redirect(inner.url(host="inner.test"))) as outer:
            made = sender(outer.url(), inner.url(host="inner.test"), resolver=Names([PUBLIC], ["10.0.0.1"]))
            return await events_of(made, outer.url(), follow=True), inner.connections

    events, connections = bounded(run())
    assert (["Sent", "Head", "Redirected", "Failed"], "forbidden", 0) == (names(events), failure(events)[0], connections)


def test_redirect_that_goes_round():
    """A loop of redirects ends after five."""

    async def run():
        async with serving(redirect("/again")) as server:
            return await events_of(sender(server.url()), server.url(), follow=True), server.connections

    events, connections = bounded(run())
    assert ("limit", 6, 5) == (failure(events)[0], connections, names(events).count("Redirected"))


def test_redirect_that_is_not_followed():
    """Who does not follow gets the redirect as the answer."""

    async def run():
        async with serving(redirect("/x")) as server:
            return await events_of(sender(server.url()), server.url())

    assert ["Sent", "Head", "Ended"] == names(bounded(run()))


CREDENTIALS = [("Authorization", SECRET), ("COOKIE", SECRET), ("X-Key", SECRET), ("Accept", "a/b")]


@pytest.mark.parametrize("host", ["api.test", "other.test"])
def test_credentials_stay_with_their_server(host):
    """Authorization, cookies and marked headers go on to the same server, and to no other."""

    async def run():
        async def act(reader, writer, server):
            received.append(await reader.readuntil(b"\r\n\r\n"))
            writer.write(ok() if len(received) > 1 else redirect(server.url("/b", host=host)))

        received = []
        async with serving(act) as server:
            made = sender(server.url(), server.url(host="other.test"))
            return await events_of(made, server.url("/a"), headers=CREDENTIALS, follow=True, secret=["x-key"]), received

    events, received = bounded(run())
    same = host == "api.test"
    assert (() if same else ("Authorization", "COOKIE", "X-Key")) == only(events, Redirected).dropped
    assert (3, 3 if same else 0, True) == (received[0].count(SECRET.encode()), received[1].count(SECRET.encode()), b"Accept: a/b" in received[1])


@pytest.mark.parametrize(("status", "method", "expected"), [(301, "POST", b"GET"), (302, "POST", b"GET"), (303, "PUT", b"GET"), (307, "POST", b"POST"), (308, "PUT", b"PUT"), (302, "PUT", b"PUT"), (303, "HEAD", b"HEAD")])
def test_methods_of_redirects(status, method, expected):
    """A redirect changes the method as RFC 9110 (section 15.4) says, and with it goes the body."""

    async def run():
        async def act(reader, writer, _):
            received.append(await reader.readuntil(b"\r\n\r\n"))
            writer.write(ok(b"") if len(received) > 1 else redirect("/b", status))

        received = []
        async with serving(act) as server:
            content = b"" if method == "HEAD" else b"body"
            await events_of(sender(server.url()), server.url(), method, [("Content-Type", "text/plain")], content, follow=True)
            return received[1]

    second = bounded(run())
    assert (expected, expected not in (b"GET", b"HEAD")) == (second.split(b" ")[0], b"Content-Length: 4" in second)
    assert (expected != b"GET") is (b"Content-Type" in second)


def test_body_stays_with_its_server():
    """A redirect does not send a body to another server."""

    async def run():
        async with serving(ok()) as other, serving(redirect(other.url(host="other.test"), 307)) as server:
            made = sender(server.url(), other.url(host="other.test"))
            return await events_of(made, server.url(), "POST", body=SECRET.encode(), follow=True), other.connections

    events, connections = bounded(run())
    assert ("forbidden", 0) == (failure(events)[0], connections)


def test_nothing_asks_the_environment(monkeypatch):
    """No proxy of the environment is used."""

    async def run():
        async with serving(ok()) as server, serving(ok()) as proxy:
            for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
                monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
            return names(await events_of(sender(server.url()), server.url())), proxy.connections

    assert (["Sent", "Head", "Piece", "Ended"], 0) == bounded(run())


def test_nothing_is_logged(caplog):
    """No log has a value, a query or a body of a request, whatever its level."""

    async def run():
        async with serving(ok()) as server:
            await events_of(sender(server.url()), server.url(f"/?q={SECRET}"), "POST", [("X-Key", SECRET)], SECRET.encode())
            await asyncio.sleep(0)

    with caplog.at_level(logging.DEBUG):
        bounded(run())
    assert SECRET not in caplog.text
