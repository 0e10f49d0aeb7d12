"""What a page may not send, or not be kept from, as features that a client refuses."""

import pytest

from snippetgen import spec
from snippetgen.request.build import build


def needs(text):
    return build(spec.loads(f"title: T\nurl: https://api.example.com/x\n{text}")).needs


@pytest.mark.parametrize(("name", "expected"), [
    ("Cookie", True),
    ("REFERER", True),
    ("Sec-Fetch-Mode", True),
    ("Proxy-Authorization", True),
    ("User-Agent", True),
    ("X-Cookie", False),
    ("Accept", False),
    ("Security", False),
])  # fmt: skip
def test_forbidden_header(name, expected):
    """The header names that browsers keep to themselves, in any case."""
    text = f"method: GET\nparams: [{{name: {name}, in: header, example: v}}]"
    assert expected == ("forbidden-header" in needs(text))


@pytest.mark.parametrize(("text", "expected"), [
    ("method: GET", False),
    ("method: GET\nredirects: stop", True),
    ("method: GET\nauth: {type: bearer, env: KEY}", False),
    ("method: GET\nauth: {type: apikey, in: header, name: X-Key, env: KEY}", True),
])  # fmt: skip
def test_stopped_redirects(text, expected):
    """A redirect must not be followed where the spec says so, or a secret would go along."""
    assert expected == ("stopped-redirects" in needs(text))
