"""`verify` and a spec whose own answer is a redirect."""

import socket

import pytest

from snippetgen import spec
from snippetgen.languages import Languages
from snippetgen.verify import Options, verify

SPEC = """
title: T
method: POST
url: https://api.example.com/x
auth: {{type: apikey, in: header, name: X-Key, env: K}}
responses: [{{status: {status}, headers: {{Location: "http://{host}/latest/meta-data"}}, example: {{m: ok}}}}]
"""


@pytest.mark.toolchain
@pytest.mark.parametrize("status", [302, 307])
def test_it_is_judged_by_the_answer_that_follows(status):
    """Its programs keep all laws, as they do where the example answer is no redirect, and none goes where it leads."""
    with socket.create_server(("127.0.0.1", 0)) as stranger:
        host = f"127.0.0.1:{stranger.getsockname()[1]}"
        endpoint = spec.loads(SPEC.format(status=status, host=host))
        rows = verify([endpoint], Languages().select("python/requests,shell/curl,php/curl"), Options(frozenset((1, 2, 3, 4)), sample=True))
        stranger.setblocking(False)
        with pytest.raises(BlockingIOError):
            stranger.accept()
    assert [[]] * 3 == [[one.text for one in row.failures] for row in rows]
