"""`snippetgen mock` ends at once, whatever connections are open."""

import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

SPEC = Path(__file__).parent.parent / "specs" / "qwq-32b.yaml"
HALF_A_REQUEST = b"POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab"


def ignoring():
    """Ignore Ctrl-C, as a shell makes a command do that it starts with &."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("begin", [None, ignoring], ids=["terminal", "background"])
def test_it_ends(sent, begin):
    """A signal ends the server with success while connections are open: a silent one, half a request, a delayed answer."""
    words = [sys.executable, "-m", "snippetgen", "mock", str(SPEC), "--delay", "600"]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, preexec_fn=begin)  # noqa: PLW1509 - no threads here
    try:
        address = urlsplit(process.stdout.readline().split()[1])
        silent, half, whole = (socket.create_connection((address.hostname, address.port), timeout=30) for _ in range(3))
        half.sendall(HALF_A_REQUEST)
        whole.sendall(HALF_A_REQUEST + b"cde")
        assert "\n" == process.stdout.readline()  # the third request is being answered
        process.send_signal(sent)
        assert 0 == process.wait(timeout=30)
        for one in (silent, half, whole):
            one.close()
    finally:
        process.kill()
        process.stdout.close()
