"""The mock goes on, whatever its clients do."""

import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from asking import ask

from snippetgen import spec
from snippetgen.running import mock as module
from snippetgen.running.mock import Mock

SPEC = Path(__file__).parent.parent / "specs" / "qwq-32b.yaml"
PLAIN = spec.loads("title: T\nmethod: POST\nurl: https://api.example.com/x\nresponses: [{status: 200, example: {a: 1}}]")


@pytest.mark.skipif(sys.platform == "win32", reason="RLIMIT_NOFILE is POSIX's")
def test_it_outlives_a_lack_of_descriptors():
    """After more connections than the system allows, the mock answers as before."""
    import resource  # noqa: PLC0415

    def few():
        resource.setrlimit(resource.RLIMIT_NOFILE, (40, 40))

    words = [sys.executable, "-m", "snippetgen", "mock", str(SPEC)]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, preexec_fn=few)  # noqa: PLW1509 - no threads here
    try:
        address = urlsplit(process.stdout.readline().split()[1])
        place = (address.hostname, address.port)
        idle = [socket.create_connection(place, timeout=20) for _ in range(60)]
        open_files = Path(f"/proc/{process.pid}/fd")
        while open_files.is_dir() and len(list(open_files.iterdir())) < 40:
            time.sleep(0.01)
        for one in idle:
            one.close()
        with socket.create_connection(place, timeout=20) as last:
            last.sendall(b"GET /x HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert last.recv(100).startswith(b"HTTP/1.1 404 ")
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def test_it_outlives_a_head_whose_body_is_cut(monkeypatch):
    """A HEAD that announces a body and breaks off is refused like any other, by a head alone."""
    failed = []
    monkeypatch.setattr(threading, "excepthook", failed.append)
    with Mock(PLAIN) as mock:
        place = urlsplit(mock.origin)
        with socket.create_connection((place.hostname, place.port), timeout=20) as client:
            client.sendall(b"HEAD /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\n")
            client.shutdown(socket.SHUT_WR)
            answer = client.makefile("rb").read()
    assert (b"HTTP/1.1 400 ", b"\r\n\r\n", []) == (answer[:13], answer[-4:], failed)


def test_it_outlives_a_thread_that_cannot_start(monkeypatch):
    """Where the system gives no thread for a connection, that one is closed, and the next is answered."""
    real, refused = threading.Thread.start, []

    def start(thread):
        if thread.name.startswith("mock-") and not refused:
            refused.append(thread)
            raise RuntimeError("can't start new thread")
        real(thread)

    with Mock(PLAIN) as mock:
        monkeypatch.setattr(threading.Thread, "start", start)
        with pytest.raises(OSError):
            ask(mock, "POST", "/x", b"")
        assert (1, 200) == (len(refused), ask(mock, "POST", "/x", b"").status)


def test_it_keeps_nothing_if_told_so():
    """A mock that runs for days keeps no request."""
    with Mock(PLAIN, keep=False) as mock:
        assert (200, []) == (ask(mock, "POST", "/x", b"a").status, mock.requests)


def test_a_body_has_a_limit(monkeypatch):
    """A body that is too large is refused with 413, while the client still writes; one that fits is not."""
    monkeypatch.setattr(module, "MAX_BODY", 1 << 20)
    with Mock(PLAIN) as mock:
        sizes = (1 << 20, (1 << 20) + 1, 30 << 20)
        assert [200, 413, 413] == [ask(mock, "POST", "/x", bytes(size)).status for size in sizes]


def test_a_body_that_is_announced_too_large_is_not_awaited(monkeypatch):
    """A client that asks first (Expect: 100-continue) is refused before it has sent anything."""
    monkeypatch.setattr(module, "MAX_BODY", 10)
    with Mock(PLAIN) as mock, socket.create_connection(tuple_of(mock), timeout=20) as connection:
        connection.sendall(b"POST /x HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 11\r\n\r\n")
        assert connection.recv(100).startswith(b"HTTP/1.1 413 ")


def test_a_fault_of_ours_is_an_answer():
    """An answer that cannot be sent as the spec says is a 500 that says why; the next request is answered."""
    text = "title: T\nmethod: POST\nurl: https://api.example.com/x\n"
    faulty = spec.loads(text + "responses: [{status: 200, media_type: text/plain; charset=nonsense, example: a}]")
    with Mock(faulty) as mock:
        found = [ask(mock, "POST", "/x", b"") for _ in range(2)]
    assert [(500, True)] * 2 == [(one.status, b"nonsense" in one.body) for one in found]


def test_deep_json_is_only_a_body():
    """A body that is nested too deeply for Python asks for no stream."""
    text = "title: T\nmethod: POST\nurl: https://api.example.com/x\nparams: [{name: s, in: body, type: boolean, example: false}]\n"
    more = "responses: [{status: 200, example: a}]\nstream: {set: {s: true}, example: [a]}"
    with Mock(spec.loads(text + more)) as mock:
        assert 200 == ask(mock, "POST", "/x", b"[" * 100_000).status


def test_the_spec_does_not_frame():
    """Headers that say how the spec's server sends its answer are not sent: the mock sends its own."""
    headers = "headers: {Content-Length: '999', Transfer-Encoding: chunked, Content-Encoding: br, X-A: é}"
    text = f"title: T\nmethod: POST\nurl: https://api.example.com/x\nresponses: [{{status: 200, {headers}, example: a}}]"
    with Mock(spec.loads(text)) as mock:
        reply = ask(mock, "POST", "/x", b"")
    assert (200, b"a", "é".encode().decode("latin-1")) == (reply.status, reply.body, reply.headers["x-a"])


def tuple_of(mock):
    address = urlsplit(mock.origin)
    return address.hostname, address.port
