"""A loopback server that imitates an endpoint: it replays the example answer, streams it, and misbehaves on demand.

Every connection has a thread of its own and carries one request, as HTTP/1.1 with ``Connection: close``.
"""

from __future__ import annotations

import gzip
import json
import re
import socket
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import h11

from snippetgen.data import paths
from snippetgen.http import NO_BODY, PLACEHOLDER, event_bytes
from snippetgen.request import basic_header

if TYPE_CHECKING:
    import ssl
    from typing import Self

    from snippetgen.spec import Endpoint, Response

IDLE = 60.0
"""Seconds after which a silent connection is closed."""

Piece = bytes | Callable[[], object]
"""A piece of a planned answer: bytes to send as one chunk, or a function to wait for."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A request as it arrived.

    Attributes:
        target: path and query, as sent.
        headers: names as sent, in order.
    """

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def all(self, name: str) -> list[str]:
        """The values of a header, in order."""
        return [value for key, value in self.headers if key.lower() == name.lower()]


@dataclass(frozen=True, slots=True)
class Behaviour:
    """How the mock answers; the defaults replay the example.

    Attributes:
        status: in place of the example's; 0 for the example's. From 300 to 399: a redirect, with a page that says so.
        location: where it points, None for nowhere. A request for that path is answered as if there were no redirect.
        delay: seconds before the answer begins.
        hang: whether never to answer at all.
        cut_after: bytes of the body after which the connection breaks off; None for the whole answer.
        gzip: whether to compress the answer for a client that accepts it.
        pace: seconds between the events of a stream.
        plan: the exact body of a streamed answer, piece by piece; None to replay the example.
        check: whether to answer 404, 405 or 401 to a request that does not match the spec.
    """

    status: int = 0
    location: str | None = None
    delay: float = 0.0
    hang: bool = False
    cut_after: int | None = None
    gzip: bool = False
    pace: float = 0.0
    plan: tuple[Piece, ...] | None = None
    check: bool = True


@dataclass(slots=True)
class _Answer:
    status: int
    headers: list[tuple[str, str]]
    body: bytes = b""
    plan: tuple[Piece, ...] | None = None
    extra: dict[str, Any] = field(default_factory=dict)


class Mock:
    """Serves one endpoint within a ``with`` block.

    Attributes:
        origin: scheme, host and port, such as ``http://127.0.0.1:8123``.
        behaviour: how to answer; may be changed between requests.
        requests: the requests that have arrived so far.
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
        self.handshakes_failed = 0
        self.tls = tls
        self._environ, self._on_request = environ, on_request
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
            self._send(connection, http, _refusal(400, f"this is not an HTTP/1.1 request: {error}"), Behaviour())
            return
        if recorded is None:
            return
        self.requests.append(recorded)
        if self._on_request:
            self._on_request(recorded)
        behaviour = self.behaviour
        if behaviour.hang:
            self._closing.wait(IDLE)
            return
        if self._closing.wait(behaviour.delay):
            return
        self._send(connection, http, self._answer(recorded, behaviour), behaviour)

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

    def _send(self, connection: socket.socket, http: h11.Connection, answer: _Answer, behaviour: Behaviour) -> None:
        def out(event: Any) -> None:
            connection.sendall(http.send(event) or b"")

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
            out(h11.Data(data=piece if left is None else piece[:left]))
            if left is not None:
                left -= len(piece)
                if left < 0:
                    return
        if left is None:
            out(h11.EndOfMessage())

    # -- answers ---------------------------------------------------------------------------------------------------

    def _answer(self, recorded: Recorded, behaviour: Behaviour) -> _Answer:
        misfit = self._misfit(recorded) if behaviour.check else None
        if misfit:
            return misfit
        response = self.endpoint.answer
        if 300 <= behaviour.status < 400:  # noqa: PLR2004
            if behaviour.location is None or recorded.target != urlsplit(behaviour.location).path:
                return _redirect(behaviour.status, behaviour.location, is_head=recorded.method == "HEAD")
            behaviour = replace(behaviour, status=0)
        if behaviour.status >= 400:  # noqa: PLR2004
            return self._plain(recorded, self._error(behaviour.status), behaviour)
        if behaviour.plan is not None or self.wants_stream(recorded):
            plan = behaviour.plan if behaviour.plan is not None else tuple(self._replay(behaviour.pace))
            headers = [
                ("Content-Type", "text/event-stream"),
                ("Cache-Control", "no-cache"),
                ("Transfer-Encoding", "chunked"),
            ]
            return _Answer(behaviour.status or 200, headers, plan=plan)
        return self._plain(recorded, response, behaviour)

    def _plain(self, recorded: Recorded, response: Response, behaviour: Behaviour) -> _Answer:
        status = behaviour.status or response.status
        body = b"" if status in NO_BODY else encoded(response)
        headers = [*response.headers.items()]
        if body:
            headers.insert(0, ("Content-Type", response.media_type))
        if behaviour.gzip and body and "gzip" in ",".join(recorded.all("accept-encoding")):
            body = gzip.compress(body)
            headers.append(("Content-Encoding", "gzip"))
        if status not in NO_BODY:
            headers.append(("Content-Length", str(len(body))))
        return _Answer(status, headers, b"" if recorded.method == "HEAD" else body)

    def _error(self, status: int) -> Response:
        for response in self.endpoint.responses:
            if response.status == status:
                return response
        return error_response(self.endpoint, status)

    def _replay(self, pace: float) -> Iterable[Piece]:
        stream = self.endpoint.stream
        for event in (*stream.example, *([stream.done] if stream.done is not None else [])) if stream else ():
            yield event_bytes(event)
            if pace:
                yield lambda: time.sleep(pace)

    def wants_stream(self, recorded: Recorded) -> bool:
        """Whether a request asks for a stream: each path of the spec's ``stream.set`` has its value in it."""
        if self.endpoint.stream is None:
            return False
        try:
            data = json.loads(recorded.body) if recorded.body else {}
        except ValueError:
            data = {}
        return all(_asks(data, recorded.target, path, value) for path, value in self.endpoint.stream.set.items())

    def _misfit(self, recorded: Recorded) -> _Answer | None:
        endpoint, path = self.endpoint, unquote(urlsplit(recorded.target).path)
        if not any(pattern.fullmatch(path) for pattern in self._patterns()):
            wanted = " or ".join(
                urlsplit(base).path + endpoint.path.partition("?")[0] for base in endpoint.servers.values()
            )
            return _refusal(404, f"{path} is not served here; this endpoint is {endpoint.method} {wanted}")
        if recorded.method != endpoint.method:
            answer = _refusal(405, f"{recorded.method} is not allowed here; this endpoint takes {endpoint.method}")
            answer.headers.append(("Allow", endpoint.method))
            return answer
        missing = next(filter(None, (self._missing_auth(auth, recorded) for auth in endpoint.auth)), "")
        return _refusal(401, missing) if missing else None

    def _patterns(self) -> list[re.Pattern[str]]:
        path = PLACEHOLDER.split(self.endpoint.path.partition("?")[0])
        pattern = "".join(".+" if index % 2 else re.escape(unquote(piece)) for index, piece in enumerate(path))
        bases = {unquote(urlsplit(base).path) for base in self.endpoint.servers.values()} | {""}
        return [re.compile((re.escape(base) + pattern) or "/", re.DOTALL) for base in bases]

    def _missing_auth(self, auth: Any, recorded: Recorded) -> str:
        """What is wrong with a request's credentials; empty if they are present (and, as far as is known, correct)."""
        known = self._environ or {}
        if auth.type == "basic":
            user, password = (
                one if isinstance(one, str) else known.get(one["env"]) for one in (auth.user, auth.password)
            )
            wanted = basic_header(user, password) if user is not None and password is not None else "Basic "
            return (
                "" if _has(recorded.all("authorization"), wanted) else "HTTP basic authentication is missing or wrong"
            )
        if auth.type == "bearer":
            wanted = "Bearer " + known.get(auth.env, "")
            return (
                ""
                if _has(recorded.all("authorization"), wanted)
                else f"the header Authorization: Bearer <{auth.env}> is missing or wrong"
            )
        where = {
            "header": recorded.all(auth.name),
            "query": re.findall(r"[?&]([^&]*)", recorded.target),
            "cookie": recorded.all("cookie"),
        }
        found = where[auth.place]
        if auth.place != "header":
            found = [one for one in found if f"{auth.name}=" in unquote(one)]
        return "" if any(found) else f"the {auth.place} {auth.name} (<{auth.env}>) is missing"


def encoded(response: Response) -> bytes:
    """The example's body in the charset that its media type names, UTF-8 where it names none."""
    charset = re.search(r"charset=\"?([\w-]+)", response.media_type)
    return response.example.encode(charset[1] if charset else "utf-8")


def error_response(endpoint: Endpoint, status: int) -> Response:
    """An error answer like that of many APIs, for a status without an example in the spec."""
    body = {"error": {"message": f"the mock was told to fail with {status} (失败)", "endpoint": endpoint.name}}
    return type(endpoint.answer)(status, "application/json", example=json.dumps(body, ensure_ascii=False))


def _redirect(status: int, location: str | None, *, is_head: bool) -> _Answer:
    """A redirect with the page that many servers add, for people whose browser does not follow."""
    page = f"<html><body><h1>{status} Moved</h1></body></html>\n".encode()
    headers = [("Content-Type", "text/html"), ("Content-Length", str(len(page)))]
    if location is not None:
        headers.append(("Location", location))
    return _Answer(status, headers, b"" if is_head else page)


def _refusal(status: int, text: str) -> _Answer:
    body = json.dumps({"error": {"message": text}}, ensure_ascii=False).encode() + b"\n"
    return _Answer(status, [("Content-Type", "application/json"), ("Content-Length", str(len(body)))], body)


def _asks(data: Any, target: str, path: str, value: Any) -> bool:
    with suppress(LookupError, ValueError):
        return bool(paths.get(data, paths.parse(path)) == value)
    text = value if isinstance(value, str) else json.dumps(value, default=str)
    return f"{path.removeprefix('query.')}={text}" in re.split(r"[?&]", unquote(target))


def _has(values: list[str], start: str) -> bool:
    return any(value.startswith(start) and len(value) > len("Bearer ") for value in values)


def _text(raw: bytes) -> str:
    """The bytes of a header as text: as UTF-8 if they are valid, else as Latin-1."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")
