"""Addresses are judged by the server that they really reach."""

import pytest

from snippetgen.sending.addresses import refused
from snippetgen.sending.rules import Forbidden, Origin, address, origin

SAME = [
    ("http://Example.COM", Origin("http", "example.com", 80)),
    ("HTTPS://example.com.:443/a", Origin("https", "example.com", 443)),
    ("http://example.com:/x?y", Origin("http", "example.com", 80)),
    ("http://bücher.example/", Origin("http", "xn--bcher-kva.example", 80)),
    ("http://faß.de/", Origin("http", "xn--fa-hia.de", 80)),
    ("http://[0:0:0:0:0:0:0:1]:8080/", Origin("http", "::1", 8080)),
    ("http://[::ffff:127.0.0.1]/", Origin("http", "::ffff:7f00:1", 80)),
    *((f"http://{one}/", Origin("http", "127.0.0.1", 80)) for one in ("127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "0x7f000001", "017700000001", "127.0.1", "127.0.0.1.", "\uff11\uff12\uff17.\uff10.\uff10.\uff11", "127。0。0。1")),
]

WRONG = [
    ("http://user@example.com/", "user name"),
    ("http://user:secret@example.com/", "user name"),
    ("http://example.com:80@127.0.0.1/", "user name"),
    ("file:///etc/passwd", "http://"),
    ("ftp://example.com/", "http://"),
    ("gopher://example.com/_x", "http://"),
    ("data:text/plain,x", "http://"),
    ("//example.com/", "http://"),
    ("http:///path", "no host"),
    ("http://:80/", "no host"),
    ("http://example.com:99999/", "out of range"),
    ("http://example.com:0/", "out of range"),
    ("http://example.com:8o/", "no number"),
    ("http://example.com:\uff18\uff10/", "no number"),
    ("http://example.com/\r\nX: y", "control character"),
    ("http://example.com/\x00", "control character"),
    ("http://exa mple.com/", "space"),
    ("http://example.com\\@127.0.0.1/", "backslash"),
    ("http://example.com/é", "percent-encoded"),
    ("http://%31%32%37.0.0.1/", "is none"),
    ("http://%65xample.com/", "no name"),
    ("http://[fe80::1%25eth0]/", "no host"),
    ("http://[::1/", "no host"),
    ("http://[1.2.3.4]/", "no IPv6"),
    ("http://256.0.0.1/", "out of range"),
    ("http://1.2.3.4.5/", "is none"),
    ("http://08.0.0.1/", "is none"),
    ("http://a..b/", "no name"),
    ("http://4294967296/", "out of range"),
]

BAD = [
    *("127.0.0.1", "127.255.0.9", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254"),
    *("169.254.1.1", "100.64.0.1", "100.100.100.200", "168.63.129.16", "0.0.0.0", "0.1.2.3", "224.0.0.1", "240.0.0.1"),
    *("255.255.255.255", "192.0.2.1", "198.51.100.1", "203.0.113.1", "198.18.0.1", "192.0.0.192", "192.88.99.1"),
    *("::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "::ffff:127.0.0.1"),
    *("::ffff:8.8.8.8", "::127.0.0.1", "::ffff:0:7f00:1", "64:ff9b::7f00:1", "64:ff9b:1::7f00:1", "2002:7f00:1::"),
    *("2001:0::1", "2001:db8::1", "2001:2::1", "3fff::1", "5f00::1", "100::1", "4000::1", "2606:4700::5efe:7f00:1"),
    *("2606:4700::200:5efe:7f00:1", "localhost", "", "1.2.3"),
]

GOOD = ["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700:4700::1111", "2001:4860:4860::8888", "2a00:1450:4001::1"]


@pytest.mark.parametrize(("url", "expected"), SAME)
def test_one_server_has_one_spelling(url, expected):
    """However a host is spelt, its server is the same."""
    assert expected == origin(url)


@pytest.mark.parametrize(("url", "reason"), WRONG)
def test_what_is_no_address_is_refused(url, reason):
    """An address that parsers read in different ways, or that is not of HTTP, is none; the reason does not repeat it."""
    with pytest.raises(Forbidden, match=reason) as caught:
        address(url)
    assert "secret" not in str(caught.value)


def test_target_is_kept():
    """Path and query are sent as they are, the fragment is not."""
    assert "/a%20b?c=%26&d" == address("http://example.com/a%20b?c=%26&d#e").target
    assert "/?q" == address("http://example.com?q").target


@pytest.mark.parametrize("one", BAD)
def test_addresses_within_are_refused(one):
    """What is not of the public Internet must not be reached."""
    assert "" != refused(one)


@pytest.mark.parametrize("one", GOOD)
def test_addresses_of_the_internet_are_allowed(one):
    """Public addresses, those beside private networks too, may be reached."""
    assert "" == refused(one)


def test_private_addresses_may_be_allowed():
    """An author may allow private networks, and nothing else of what is refused."""
    allowed = {one for one in BAD if not refused(one, private=True)}
    assert {"127.0.0.1", "127.255.0.9", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1", "::1", "fc00::1"} == allowed


def test_metadata_is_named():
    """The reason says what the address of a cloud's metadata is."""
    assert "metadata" in refused("169.254.169.254")
    assert "metadata" in refused("fd00:ec2::254", private=True)
