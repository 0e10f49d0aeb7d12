"""A loopback server that imitates an endpoint: it replays the example answer, streams it, and misbehaves on demand.

Every connection has a thread of its own and carries one request, as HTTP/1.1 with ``Connection: close``.
"""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import h11

from snippetgen.running.answers import Answer, Answers, Behaviour, Recorded, refusal

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Mapping
    from typing import Self

    from snippetgen.spec import Endpoint

IDLE = 60.0
"""Seconds after which a silent connection is closed."""

class Mock:
    """Serves one endpoint within a ``with`` block.

    Attributes:
        origin: scheme, host and port, such as ``http://127.0.0.1:8123``.
        behaviour: how to answer; may be changed between requests.
        requests: the requests that have arrived so far.
        challenged: the others, which were answered by the challenge of digest authentication.
        tls: the context of an HTTPS server; may be changed between requests.
        handshakes_failed: TLS connections that the client gave up.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        behaviour: Behaviour | None = None,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        environ: Mapping[str, str] | None = None,
        tls: ssl.SSLContext | None = None,
        on_request: Callable[[Recorded], object] | None = None,
    ) -> None:
        self.endpoint = endpoint
        self.behaviour = behaviour or Behaviour()
        self.requests: list[Recorded] = []
        self.challenged: list[Recorded] = []
        self.handshakes_failed = 0
        self.tls = tls
        self._answers, self._on_request = Answers(endpoint, environ), on_request
        self._closing = threading.Event()
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._listener = socket.create_server((host, port), family=family, backlog=64)
        shown = f"[{host}]" if ":" in host else host
        self.origin = f"{'https' if tls else 'http'}://{shown}:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def expect(self, environ: Mapping[str, str]) -> None:
        """From now on, a request must have these values of the secrets, where that is judged."""
        self._answers.environ = environ

    @property
    def received(self) -> int:
        """How many requests have arrived, challenged or not."""
        return len(self.requests) + len(self.challenged)

    def close(self) -> None:
        """Stop listening and drop every connection."""
        self._closing.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._lock:
            for connection in self._open:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    # -- connections -----------------------------------------------------------------------------------------------

    def _accept(self) -> None:
        while not self._closing.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with self._lock:
            self._open.add(connection)
        plain = connection
        try:
            connection.settimeout(IDLE)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self.tls:
                connection = self.tls.wrap_socket(connection, server_side=True)
            self._exchange(connection)
        except OSError:  # ssl.SSLError is one
            self.handshakes_failed += connection is plain and self.tls is not None
        finally:
            with self._lock:
                self._open.discard(plain)
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()

    def _exchange(self, connection: socket.socket) -> None:
        http = h11.Connection(h11.SERVER, max_incomplete_event_size=1 << 20)
        try:
            recorded = self._receive(connection, http)
        except h11.RemoteProtocolError as error:
            self._send(connection, http, refusal(400, f"this is not an HTTP/1.1 request: {error}"), Behaviour())
            return
        if recorded is None:
            return
        challenge = self._answers.challenge(recorded, self.behaviour.algorithm)
        (self.challenged if challenge else self.requests).append(recorded)
        if self._on_request:
            self._on_request(recorded)
        if challenge:
            self._send(connection, http, challenge, Behaviour())
            return
        behaviour = self.behaviour
        if behaviour.hang:
            self._closing.wait(IDLE)
            return
        if self._closing.wait(behaviour.delay):
            return
        self._send(connection, http, self._answers.to(recorded, behaviour), behaviour)

    @staticmethod
    def _receive(connection: socket.socket, http: h11.Connection) -> Recorded | None:
        request: h11.Request | None = None
        body = bytearray()
        while True:
            event = http.next_event()
            if event is h11.NEED_DATA:
                if http.they_are_waiting_for_100_continue:
                    connection.sendall(http.send(h11.InformationalResponse(status_code=100, headers=[])) or b"")
                http.receive_data(connection.recv(65536))
            elif isinstance(event, h11.Request):
                request = event
            elif isinstance(event, h11.Data):
                body += event.data
            elif isinstance(event, h11.EndOfMessage) and request:
                headers = tuple((_text(name), _text(value)) for name, value in request.headers.raw_items())
                return Recorded(_text(request.method), _text(request.target), headers, bytes(body))
            else:
                return None

    def _send(self, connection: socket.socket, http: h11.Connection, answer: Answer, behaviour: Behaviour) -> None:
        # h11 makes chunks of every body without a length.
        framed = answer.plan is None or behaviour.chunked
        http_send = http.send if framed else _unframed

        def out(event: Any) -> None:
            connection.sendall(http_send(event) or b"")

        left = behaviour.cut_after
        # A server that breaks off has not announced it.
        closing = [("Connection", "close")] if left is None else []
        out(h11.Response(status_code=answer.status, headers=[*answer.headers, *closing]))
        for piece in answer.plan if answer.plan is not None else (answer.body,):
            if self._closing.is_set():
                return
            if not isinstance(piece, bytes):
                piece()
                continue
            data = h11.Data(data=piece if left is None else piece[:left])
            if behaviour.apart and framed:
                size, *rest = http.send_with_data_passthrough(data) or [b""]
                connection.sendall(size)
                time.sleep(0.004)
                connection.sendall(b"".join(rest))
            else:
                out(data)
            if left is not None:
                left -= len(piece)
                if left < 0:
                    return
        if left is None:
            out(h11.EndOfMessage())


def _unframed(event: Any) -> bytes:
    """An answer whose body ends with its connection, in bytes."""
    if isinstance(event, h11.Response):
        lines = [f"HTTP/1.1 {event.status_code} ".encode(), *(b": ".join(pair) for pair in event.headers.raw_items())]
        return b"\r\n".join([*lines, b"", b""])
    return bytes(event.data) if isinstance(event, h11.Data) else b""


def _text(raw: bytes) -> str:
    """The bytes of a header as text: as UTF-8 if they are valid, else as Latin-1."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")
