"""Plain requests to a mock, header by header."""

import http.client
from typing import NamedTuple


class Reply(NamedTuple):
    """An answer as it arrived; `headers` are by name in lower case."""

    status: int
    headers: dict
    body: bytes


def ask(mock, method, path, body=None, **headers):
    """Send a request, with ``content_type`` for Content-Type."""
    connection = http.client.HTTPConnection(mock.origin.removeprefix("http://"), timeout=20)
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.putrequest(method, path, skip_host="Host" in names, skip_accept_encoding=True)
    for name, value in (names | ({"Content-Length": str(len(body))} if body is not None else {})).items():
        connection.putheader(name, value)
    connection.endheaders(body)
    response = connection.getresponse()
    return Reply(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())
