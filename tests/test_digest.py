"""HTTP digest authentication, at the server and before the judge."""

import http.client
from dataclasses import replace
from pathlib import Path

import exchange
import pytest

from snippetgen import spec
from snippetgen.request.build import build
from snippetgen.running import digest
from snippetgen.running.answers import Behaviour, Recorded
from snippetgen.running.mock import Mock
from snippetgen.verify.case import secret
from snippetgen.verify.digest import given_away
from snippetgen.verify.wire import differences

ENDPOINT = spec.load(Path(__file__).parent / "specs" / "digest.yaml")
TARGET = "/api/v1/state?fields=zoom%2Cfocus"
KNOWN = {"CAMERA_USER": "ada", "CAMERA_PASSWORD": "pass:word é"}
ADA = tuple(KNOWN.values())

# RFC 7616, section 3.9.1.
MUFASA = {
    "realm": "http-auth@example.org", "uri": "/dir/index.html", "nc": "00000001", "qop": "auth",
    "nonce": "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", "cnonce": "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
}  # fmt: skip


@pytest.mark.parametrize(("algorithm", "expected"), [
    ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
    ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
])
def test_the_examples_of_the_standard(algorithm, expected):
    """The hash is that of the examples of RFC 7616."""
    said = {**MUFASA, "algorithm": algorithm}
    assert expected == digest.response(said, "GET", "Mufasa", "Circle of Life")


def ask(mock, account=None, method="GET", target=TARGET, change=("", ""), **facts):
    """Status and challenge of an answer, and its body; with an account, of the answer to the challenge."""
    connection = http.client.HTTPConnection(mock.origin.removeprefix("http://"), timeout=5)
    headers = {}
    if account:
        nonce = ask(mock)[1].partition('nonce="')[2].partition('"')[0]
        made = exchange.digest_header("GET", f"http://h{TARGET}", *account, **{"nonce": nonce, **facts})
        headers = {"Authorization": made.replace(*change)}
    connection.request(method, target, headers=headers)
    response = connection.getresponse()
    return response.status, response.getheader("WWW-Authenticate", ""), response.read()


@pytest.mark.parametrize("algorithm", ["MD5", "SHA-256"])
def test_the_mock_challenges(algorithm):
    """A request without credentials is challenged, and the right answer to that is answered by the example."""
    with Mock(ENDPOINT, Behaviour(algorithm=algorithm), environ=KNOWN) as mock:
        status, challenge, _ = ask(mock)
        assert (401, True, True) == (status, challenge.startswith("Digest realm="), f"algorithm={algorithm}" in challenge)
        assert (200, "", ENDPOINT.answer.example.encode()) == ask(mock, ADA, algorithm=algorithm)
        assert (1, 2, 3) == (len(mock.requests), len(mock.challenged), mock.received)


@pytest.mark.parametrize(("change", "why"), [
    ({"account": ("ada", "password")}, "user name or password is wrong"),
    ({"account": ("bob", "pass:word é")}, "user name or password is wrong"),
    ({"nonce": "of another server"}, "nonce is"),
    ({"target": TARGET + "&more=1"}, "uri is"),
    ({"method": "DELETE"}, "user name or password is wrong"),
    ({"algorithm": "SHA-256"}, "algorithm is"),
    ({"change": ('opaque="as it is"', 'o="p"')}, "opaque is None"),
    ({"change": ('qop="auth"', 'qop="auth-int"')}, "qop is"),
    ({"change": ("nc=00000001", "nc=1")}, "nc or cnonce is missing or wrong"),
    ({"change": ("Digest ", "Basic ")}, "HTTP digest authentication is missing"),
    ({"change": ("Digest ", "Digest x, ")}, "cannot be read"),
])
def test_the_mock_accepts_the_right_answer_alone(change, why):
    """An answer with a fault gets 401 and a challenge again, and is told what is wrong, whatever else is checked."""
    with Mock(ENDPOINT, Behaviour(check=False), environ=KNOWN) as mock:
        status, challenge, body = ask(mock, **{"account": ADA, **change})
        assert (401, True, True, 0) == (status, challenge.startswith("Digest "), why in body.decode(), len(mock.requests))


def test_unknown_secrets():
    """A mock that knows no password accepts every answer to its own challenge."""
    with Mock(ENDPOINT) as mock:
        assert 200 == ask(mock, ("who", "ever"))[0]


def test_a_challenge_to_head_has_no_body():
    """An answer to HEAD has no body (RFC 9110, section 9.3.2)."""
    with Mock(ENDPOINT) as mock:
        assert (401, b"") == ask(mock, method="HEAD")[::2]


def test_the_judge_reads_the_answer_to_the_challenge():
    """Law 1 takes the right answer for the Authorization of the request, and no other."""
    request = build(ENDPOINT)
    right, wrong = (Recorded("GET", TARGET, (("Authorization", exchange.digest_header("GET", f"http://h{TARGET}", *one)),), b"")
                    for one in (ADA, ("ada", "x")))  # fmt: skip
    assert [] == differences(request, right, KNOWN, {})
    assert ["authorization: user name or password is wrong"] == differences(request, wrong, KNOWN, {})
    twice = replace(right, headers=right.headers * 2)
    assert ["authorization: HTTP digest authentication is missing"] == differences(request, twice, KNOWN, {})


@pytest.mark.parametrize(("header", "says"), [
    (("X", "CAMERA_USER"), ""),
    (("X", "CAMERA_PASSWORD"), "CAMERA_PASSWORD is sent in clear text"),
    (("Authorization", "Basic eDp5"), "other credentials"),
    (("Authorization", 'Digest username="x"'), ""),
])
def test_a_password_stays_at_home(header, says):
    """Law 4 sees a password in clear text, and other credentials, in any of the requests; a user name is no secret."""
    name, value = header
    sent = Recorded("GET", TARGET, ((name, secret(value) if value.startswith("CAMERA") else value),), b"")
    found = given_away(build(ENDPOINT), [replace(sent, headers=()), sent])
    assert (bool(says), True) == (bool(found), says in found)
