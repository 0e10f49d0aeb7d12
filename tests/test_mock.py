"""The mock, spoken to over plain sockets."""

import http.client
import json
import socket
import time
from pathlib import Path

import pytest

from snippetgen import spec
from snippetgen.http import event_bytes
from snippetgen.running.answers import Behaviour
from snippetgen.running.mock import Mock

QWQ = spec.load(Path(__file__).parent.parent / "specs" / "qwq-32b.yaml")
BODY = {"model": "QwQ-32B", "messages": [{"role": "user", "content": "你好"}], "stream": False}
KEY = {"Authorization": "Bearer k"}


def ask(mock, method="POST", path="/v1/chat/completions", body=BODY, headers=KEY):
    connection = http.client.HTTPConnection(mock.origin.removeprefix("http://"), timeout=5)
    connection.request(method, path, json.dumps(body), headers)
    response = connection.getresponse()
    return response.status, response.getheader("Content-Type"), response.read()


def test_it_answers_as_the_example_does():
    """The example answer is sent exactly as written."""
    with Mock(QWQ) as mock:
        assert ask(mock) == (200, "application/json", QWQ.answer.example.encode())


def test_it_streams_what_is_asked_as_a_stream():
    """A request with the values of stream.set gets the example events, and the last one."""
    with Mock(QWQ) as mock:
        status, media_type, body = ask(mock, body={**BODY, "stream": True})
    expected = b"".join(map(event_bytes, (*QWQ.stream.example, "[DONE]")))
    assert (status, media_type, body) == (200, "text/event-stream", expected)


@pytest.mark.parametrize(
    ("method", "path", "headers", "status", "text"),
    [
        ("POST", "/v1/chat", KEY, 404, "this endpoint is POST /v1/chat/completions"),
        ("GET", "/v1/chat/completions", KEY, 405, "this endpoint takes POST"),
        ("POST", "/v1/chat/completions", {}, 401, "Authorization: Bearer <MKEAI_API_KEY>"),
    ],
)
def test_it_refuses_what_does_not_fit_the_spec(method, path, headers, status, text):
    """A wrong path, method or credential gets 404, 405 or 401, and is told what would be right."""
    with Mock(QWQ) as mock:
        answer = ask(mock, method, path, headers=headers)
    assert (answer[0], text in json.loads(answer[2])["error"]["message"]) == (status, True)


def test_a_known_key_must_match():
    """If the mock knows the values of the variables, any other key is refused."""
    with Mock(QWQ, environ={"MKEAI_API_KEY": "right"}) as mock:
        assert [ask(mock, headers={"Authorization": f"Bearer {key}"})[0] for key in ("wrong", "right")] == [401, 200]


def test_it_fails_with_the_status_it_is_told():
    """An error status of the spec comes with the spec's example; another with an error of the mock's own."""
    with Mock(QWQ, Behaviour(status=401)) as mock:
        own = ask(mock)[2]
        mock.behaviour = Behaviour(status=500)
        assert (json.loads(own)["error"]["type"], ask(mock)[0]) == ("new_api_error", 500)


def test_it_redirects():
    """With a status of 3xx a request is sent elsewhere, and the one that comes there is answered."""
    with Mock(QWQ, Behaviour(status=307, location="/elsewhere", check=False)) as mock:
        assert [ask(mock)[0], ask(mock, path="/elsewhere")[0]] == [307, 200]


def test_it_streams_names():
    """Events have the names that the example gives them; JSON Lines have none, and a type of their own."""
    head = "title: T\nmethod: GET\nurl: https://a.example\n"
    for text, expected in [
        ("stream: {done: x, example: [{event: a, data: b}, {event: a, data: 1}]}", b'event: a\ndata: b\n\ndata: {"event": "a", "data": 1}\n\ndata: x\n\n'),
        ("stream: {format: lines, example: [{a: 1}, b]}", b'{"a": 1}\nb\n'),
    ]:
        assert expected == b"".join(spec.loads(head + text).stream.pieces())


def test_it_cuts_the_answer():
    """With cut_after, the connection breaks off after so many bytes."""
    with Mock(QWQ, Behaviour(cut_after=10)) as mock, pytest.raises(http.client.IncompleteRead) as caught:
        ask(mock)
    assert len(caught.value.partial) == 10


def test_a_head_comes_with_the_first_piece_where_it_is_asked_to():
    """Told so, it sends the first piece of a stream without chunks in one packet with the head."""
    plan = (b"one", lambda: time.sleep(0.1), b"two")
    with Mock(QWQ) as mock, socket.create_connection(tuple_of(mock.origin), timeout=5) as connection:
        mock.behaviour = Behaviour(check=False, plan=plan, apart=True, chunked=False)
        host = mock.origin.removeprefix("http://")
        connection.sendall(f"POST /v1/chat/completions HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        assert [b"one", b"two"] == [connection.recv(4096)[-3:], connection.recv(4096)]


def test_it_records_what_arrives():
    """Method, target, headers as sent and the body's bytes are recorded."""
    with Mock(QWQ) as mock:
        ask(mock, headers={**KEY, "X-Twice": "1"})
        recorded = mock.requests[0]
    assert (recorded.method, recorded.target, recorded.all("x-twice"), json.loads(recorded.body)) == (
        "POST",
        "/v1/chat/completions",
        ["1"],
        BODY,
    )


def test_a_request_that_is_no_http_is_answered_with_400():
    """Nonsense on the wire gets a 400 that says so."""
    with Mock(QWQ) as mock, socket.create_connection(tuple_of(mock.origin), timeout=5) as connection:
        connection.sendall(b"nonsense\r\n\r\n")
        assert connection.recv(100).startswith(b"HTTP/1.1 400 ")


def tuple_of(origin):
    host, port = origin.removeprefix("http://").split(":")
    return host, int(port)
