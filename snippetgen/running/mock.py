"""A loopback server that imitates endpoints: it replays example answers, streams them, and misbehaves on demand.

Every connection has a thread of its own and carries one request, as HTTP/1.1 with ``Connection: close``.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import h11

from snippetgen.running import browsers
from snippetgen.running.answers import Answer, Behaviour, Recorded, refusal
from snippetgen.running.routes import Routes

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
    from typing import Self

    from snippetgen.running.answers import Piece
    from snippetgen.spec import Endpoint

IDLE = 60.0
"""Seconds after which a silent connection is closed."""

MAX_BODY = 32 << 20
"""Bytes of a request's body that are taken; more is answered with 413."""

TOO_LARGE = 413

LINGER, MAX_DRAINED = 2.0, 1 << 30
"""Seconds to wait for, and bytes to take of the rest of a body that is too large."""

PAUSE = 0.05
"""Seconds to wait where the system gives no more connections or threads for now."""


class Mock:
    """Serves one endpoint, or several, within a ``with`` block.

    Args:
        keep: whether to keep the requests; a server that runs for days must not.

    Attributes:
        origin: scheme, host and port, such as ``http://127.0.0.1:8123``.
        behaviour: how to answer; may be changed between requests.
        requests: the requests that have arrived so far, but for the preflights of browsers, which no page sends.
        challenged: the others, which were answered by the challenge of digest authentication.
        tls: the context of an HTTPS server; may be changed between requests.
        handshakes_failed: TLS connections that the client gave up.
    """

    def __init__(
        self,
        endpoints: Endpoint | Sequence[Endpoint],
        behaviour: Behaviour | None = None,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        environ: Mapping[str, str] | None = None,
        tls: ssl.SSLContext | None = None,
        on_request: Callable[[Recorded], object] | None = None,
        keep: bool = True,
    ) -> None:
        served = [*endpoints] if isinstance(endpoints, Sequence) else [endpoints]
        self.behaviour = behaviour or Behaviour()
        self.requests: list[Recorded] = []
        self.challenged: list[Recorded] = []
        self.handshakes_failed = 0
        self.tls = tls
        self._routes, self._on_request, self._keep, self._host = Routes(served, environ), on_request, keep, host
        servers = (urlsplit(base).hostname for one in served for base in one.servers.values())
        self._known = {one for one in servers if one}
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
        self._routes.expect(environ)

    @property
    def received(self) -> int:
        """How many requests have arrived, challenged or not."""
        return len(self.requests) + len(self.challenged)

    @property
    def served(self) -> list[str]:
        """Method and path of each endpoint."""
        return self._routes.shown

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
            except OSError:  # none left of the descriptors, or it is closed
                self._closing.wait(PAUSE)
                continue
            try:
                threading.Thread(target=self._serve, args=(connection,), daemon=True, name="mock-connection").start()
            except RuntimeError:  # none left of the threads
                connection.close()
                self._closing.wait(PAUSE)

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
            with suppress(h11.LocalProtocolError):  # to a HEAD goes the head alone
                self._send(connection, http, refusal(400, f"this is not an HTTP/1.1 request: {error}"), Behaviour())
            return
        if recorded is None:
            return
        challenge = self._routes.challenge(recorded, self.behaviour)
        preflight = browsers.is_preflight(recorded)
        if self._keep and not preflight:
            (self.challenged if challenge else self.requests).append(recorded)
        if self._on_request:
            self._on_request(recorded)
        if challenge:
            self._send(connection, http, challenge, Behaviour())
            return
        behaviour = self.behaviour
        if behaviour.hang and not preflight:
            self._closing.wait(IDLE)
            return
        if self._closing.wait(behaviour.delay):
            return
        answer = self._answer(recorded, behaviour)
        self._send(connection, http, answer, behaviour)
        if answer.status == TOO_LARGE:
            self._drain(connection)

    def _answer(self, recorded: Recorded, behaviour: Behaviour) -> Answer:
        try:
            answer = self._found(recorded, behaviour)
            # What is asked for is let through, served or not: a page shall read why it is refused.
            asked = recorded.all("access-control-request-method")
            methods = list(dict.fromkeys([*self._routes.methods(recorded.target), *asked]))
            more = browsers.cors(recorded, methods, [name for name, _ in answer.headers])
            names = {name.lower() for name, _ in more}
            answer.headers = [pair for pair in answer.headers if pair[0].lower() not in names] + more
            _head(answer)
        except Exception as error:  # noqa: BLE001 - whoever asks shall read what is wrong, and ask again
            return refusal(500, f"the mock cannot send the answer of the spec: {error}")
        return answer

    def _found(self, recorded: Recorded, behaviour: Behaviour) -> Answer:
        if not browsers.is_meant(recorded, self._host, self._known):
            host = ", ".join(recorded.all("host"))
            return refusal(421, f'the mock serves this machine and the hosts of its specs, not "{host}"')
        if _is_too_large(recorded.headers, recorded.body):
            return refusal(TOO_LARGE, f"the body is larger than {MAX_BODY >> 20} MiB, the most that the mock takes")
        return self._routes.to(recorded, behaviour)

    def _drain(self, connection: socket.socket) -> None:
        """Take the rest of a request that was refused: a client that still writes would never read why."""
        with suppress(OSError):
            connection.settimeout(LINGER)
            left = MAX_DRAINED
            while not self._closing.is_set() and left > 0 and (data := connection.recv(1 << 16)):
                left -= len(data)

    @staticmethod
    def _receive(connection: socket.socket, http: h11.Connection) -> Recorded | None:
        head: Recorded | None = None
        body = bytearray()
        while True:
            event = http.next_event()
            if head and _is_too_large(head.headers, body):
                return replace(head, body=bytes(body))
            if event is h11.NEED_DATA:
                if http.they_are_waiting_for_100_continue:
                    connection.sendall(http.send(h11.InformationalResponse(status_code=100, headers=[])) or b"")
                http.receive_data(connection.recv(65536))
            elif isinstance(event, h11.Request):
                headers = tuple((_text(name), _text(value)) for name, value in event.headers.raw_items())
                head = Recorded(_text(event.method), _text(event.target), headers, b"")
            elif isinstance(event, h11.Data):
                body += event.data
            elif isinstance(event, h11.EndOfMessage) and head:
                return replace(head, body=bytes(body))
            else:
                return None

    def _send(self, connection: socket.socket, http: h11.Connection, answer: Answer, behaviour: Behaviour) -> None:
        for packet in _packets(http, answer, behaviour):
            if self._closing.is_set():
                return
            if isinstance(packet, bytes):
                connection.sendall(packet)
            else:
                packet()


def _packets(http: h11.Connection, answer: Answer, behaviour: Behaviour) -> Iterator[Piece]:
    """The bytes that are sent at once, and what is done between them."""
    # h11 makes chunks of every body without a length.
    framed = answer.plan is None or behaviour.chunked
    send = http.send if framed else _unframed
    left = behaviour.cut_after
    # A server that breaks off has not announced it.
    head = send(_head(answer, [("Connection", "close")] if left is None else [])) or b""
    if framed or not behaviour.apart:
        yield head
        head = b""
    for piece in answer.plan if answer.plan is not None else (answer.body,):
        if not isinstance(piece, bytes):
            yield piece
            continue
        if framed and (behaviour.apart or not (left is None or behaviour.measured)):
            yield from _chunk(http, piece, left)
        else:
            yield head + (send(h11.Data(data=piece[:left])) or b"")
            head = b""
        if left is not None:
            left -= len(piece)
            if left < 0:
                return
    if left is None:
        yield head + (send(h11.EndOfMessage()) or b"")


def _chunk(http: h11.Connection, piece: bytes, left: int | None) -> Iterator[Piece]:
    """A chunk whose size comes before it; of one that breaks off, what is left in a packet with its size."""
    size, *rest = http.send_with_data_passthrough(h11.Data(data=piece)) or [b""]
    if left is None:
        yield from (size, lambda: time.sleep(0.004), b"".join(rest))
    else:
        yield size + piece[:left]


def _unframed(event: Any) -> bytes:
    """An answer whose body ends with its connection, in bytes."""
    if isinstance(event, h11.Response):
        lines = [f"HTTP/1.1 {event.status_code} ".encode(), *(b": ".join(pair) for pair in event.headers.raw_items())]
        return b"\r\n".join([*lines, b"", b""])
    return bytes(event.data) if isinstance(event, h11.Data) else b""


def _is_too_large(headers: Iterable[tuple[str, str]], body: Sized) -> bool:
    """Whether a body is larger than the mock takes, or is announced so."""
    announced = [int(value) for name, value in headers if name.lower() == "content-length" and value.isdecimal()]
    return max(len(body), *announced, 0) > MAX_BODY


def _head(answer: Answer, more: Iterable[tuple[str, str]] = ()) -> h11.Response:
    headers = [(name.encode(), value.encode()) for name, value in [*answer.headers, *more]]
    return h11.Response(status_code=answer.status, headers=headers)


def _text(raw: bytes) -> str:
    """The bytes of a header as text: as UTF-8 if they are valid, else as Latin-1."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")
