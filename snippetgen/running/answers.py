"""The answers of the mock: the example, its stream, an error, a redirect, or why a request does not fit the spec."""

from __future__ import annotations

import gzip
import json
import re
import secrets
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from snippetgen.data import paths
from snippetgen.http import NO_BODY, charset, essence, is_json
from snippetgen.request import basic_header
from snippetgen.running import digest
from snippetgen.running.accept import takes_json, wanted
from snippetgen.running.browsers import own_location

if TYPE_CHECKING:
    from snippetgen.spec import Endpoint, Response

Piece = bytes | Callable[[], object]
"""A piece of a planned answer: bytes to send as one chunk, or something to wait for."""


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

    @property
    def reads_gzip(self) -> bool:
        """Whether the client offers to read gzip."""
        return "gzip" in ",".join(self.all("accept-encoding"))


@dataclass(frozen=True, slots=True)
class Behaviour:
    """How the mock answers.

    Attributes:
        status: in place of the example's; 0 for the example's. From 300 to 399: a redirect, with a page that says so.
        location: where it points, None for nowhere. A request for that path is answered as if there were no redirect.
        delay: seconds before the answer begins.
        hang: never answer at all.
        cut_after: bytes of the body after which the connection breaks off; None for the whole answer.
        gzip: compress the answer, streamed or not, for a client that offers to read it.
        instead: a JSON text that is sent with status 200 in place of the stream; empty for the stream.
        pace: seconds between the events of a stream.
        plan: the exact body of a streamed answer, piece by piece; None to replay the example.
        apart: whether the size of each chunk comes in a packet of its own, as many servers send it; of a stream without
            chunks, whether its first piece comes in one packet with the head.
        chunked: whether a stream comes in chunks; else it lasts until the connection ends (RFC 9112, section 6.3).
        measured: whether a whole answer says its length; else it comes in one chunk, and breaks off within it.
        check: answer 404, 405, 406 or 401 to what does not fit the spec, and 204 to a browser's preflight.
        algorithm: that of the challenge of digest authentication: MD5 or SHA-256.
    """

    status: int = 0
    location: str | None = None
    delay: float = 0.0
    hang: bool = False
    cut_after: int | None = None
    gzip: bool = False
    instead: str = ""
    pace: float = 0.0
    plan: tuple[Piece, ...] | None = None
    apart: bool = False
    chunked: bool = True
    measured: bool = True
    check: bool = True
    algorithm: str = "MD5"


@dataclass(slots=True)
class Answer:
    """An answer of the mock, with its whole body, or the pieces of one."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes = b""
    plan: tuple[Piece, ...] | None = None
    extra: dict[str, Any] = field(default_factory=dict)


_FRAMING = ("connection", "content-encoding", "content-length", "content-type", "transfer-encoding")
"""Headers that say how an answer is sent; a spec describes its server's, and the mock sends its own."""


class Answers:
    """The answers of one endpoint to requests for its path, with its method.

    Attributes:
        environ: values of the secrets that a request must have, where they are known; may be changed between requests.
    """

    def __init__(self, endpoint: Endpoint, environ: Mapping[str, str] | None = None) -> None:
        self.endpoint, self.environ = endpoint, environ
        self._nonce = secrets.token_hex(16)

    def challenge(self, recorded: Recorded, algorithm: str) -> Answer | None:
        """The challenge of digest authentication to a request that is no right answer to it; else None."""
        auth = next((one for one in self.endpoint.auth if one.type == "digest"), None)
        challenged = {"nonce": self._nonce, "algorithm": algorithm}
        wrong = digest.fault(recorded, *self._account(auth), challenged) if auth else ""
        if not wrong:
            return None
        answer = refusal(401, wrong)
        answer.headers.append(("WWW-Authenticate", digest.challenge(self._nonce, algorithm)))
        return replace(answer, body=b"") if recorded.method == "HEAD" else answer

    def to(self, recorded: Recorded, behaviour: Behaviour) -> Answer:
        stranger = self._stranger(recorded) if behaviour.check else None
        if stranger:
            return stranger
        response = self.endpoint.answer
        if 300 <= behaviour.status < 400:  # noqa: PLR2004
            if behaviour.location is None or recorded.target != urlsplit(behaviour.location).path:
                return _redirect(behaviour.status, behaviour.location, is_head=recorded.method == "HEAD")
            behaviour = replace(behaviour, status=0)
        if behaviour.status >= 400:  # noqa: PLR2004
            return self._plain(recorded, self._error(behaviour.status, recorded), behaviour)
        if behaviour.instead:
            return self._plain(recorded, type(response)(200, "application/json", example=behaviour.instead), behaviour)
        if behaviour.plan is not None or self.wants_stream(recorded):
            return self._stream(recorded, behaviour)
        return self._negotiated(recorded, behaviour) if behaviour.check else self._plain(recorded, response, behaviour)

    def _negotiated(self, recorded: Recorded, behaviour: Behaviour) -> Answer:
        """The answer in the media type that the client likes best; 406 where it takes none that the spec has."""
        first, accept = self.endpoint.answer, recorded.all("accept")
        offered = self._offered(first.status) or [first]
        place = wanted(accept, [one.media_type for one in offered])
        if place is None and takes_json(accept):
            place = next((at for at, one in enumerate(offered) if is_json(essence(one.media_type))), None)
        if place is None and self.endpoint.stream and wanted(accept, [self.endpoint.stream.media_type]) is not None:
            return self._stream(recorded, behaviour)
        if place is None and first.example and not self._is_own(accept):
            types = " or ".join(dict.fromkeys(one.media_type for one in offered))
            return refusal(406, f"Accept: {', '.join(accept)} takes none of what this endpoint answers: {types}")
        return self._plain(recorded, offered[place or 0], behaviour)

    def _offered(self, status: int) -> list[Response]:
        return [one for one in self.endpoint.responses if one.status == status]

    def _is_own(self, accept: list[str]) -> bool:
        """Whether the spec itself says this Accept: its author knows that the server answers it."""
        own = [one.example for one in self.endpoint.params if one.place == "header" and one.name.lower() == "accept"]
        return accept == own

    def _stream(self, recorded: Recorded, behaviour: Behaviour) -> Answer:
        plan = behaviour.plan if behaviour.plan is not None else tuple(self._replay(behaviour.pace))
        headers = [
            ("Content-Type", self.endpoint.stream.media_type if self.endpoint.stream else "text/event-stream"),
            ("Cache-Control", "no-cache"),
            *([("Transfer-Encoding", "chunked")] if behaviour.chunked else []),
        ]
        if behaviour.gzip and recorded.reads_gzip:
            headers.append(("Content-Encoding", "gzip"))
            plan = tuple(_compressed(plan))
        if recorded.method == "HEAD":
            return Answer(behaviour.status or 200, headers)
        return Answer(behaviour.status or 200, headers, plan=plan)

    def _plain(self, recorded: Recorded, response: Response, behaviour: Behaviour) -> Answer:
        status = behaviour.status or response.status
        body = b"" if status in NO_BODY else encoded(response)
        headers = [
            (name, own_location(value) if name.lower() == "location" and 300 <= status < 400 else value)  # noqa: PLR2004
            for name, value in response.headers.items()
            if name.lower() not in _FRAMING
        ]
        if body:
            headers.insert(0, ("Content-Type", response.media_type))
        if behaviour.gzip and body and recorded.reads_gzip:
            body = gzip.compress(body)
            headers.append(("Content-Encoding", "gzip"))
        if status not in NO_BODY:
            length = ("Content-Length", str(len(body)))
            headers.append(length if behaviour.measured else ("Transfer-Encoding", "chunked"))
        return Answer(status, headers, b"" if recorded.method == "HEAD" else body)

    def _error(self, status: int, recorded: Recorded) -> Response:
        offered = self._offered(status) or [error_response(self.endpoint, status)]
        return offered[wanted(recorded.all("accept"), [one.media_type for one in offered]) or 0]

    def _replay(self, pace: float) -> Iterable[Piece]:
        for piece in self.endpoint.stream.pieces() if self.endpoint.stream else ():
            yield piece
            if pace:
                yield lambda: time.sleep(pace)

    def wants_stream(self, recorded: Recorded) -> bool:
        """Whether a request asks for a stream: each path of the spec's ``stream.set`` has its value in it."""
        if self.endpoint.stream is None:
            return False
        try:
            data = json.loads(recorded.body) if recorded.body else {}
        except (ValueError, RecursionError):
            data = {}
        return all(_asks(data, recorded, path, value) for path, value in self.endpoint.stream.set.items())

    def _stranger(self, recorded: Recorded) -> Answer | None:
        missing = next(filter(None, (self._missing_auth(auth, recorded) for auth in self.endpoint.auth)), "")
        return refusal(401, missing) if missing else None

    def _missing_auth(self, auth: Any, recorded: Recorded) -> str:
        """The fault of a request's credentials; empty if they are present (and, as far as is known, correct)."""
        known = self.environ or {}
        if auth.type == "digest":
            return ""  # it was challenged before
        if auth.type == "basic":
            user, password = self._account(auth)
            whole = basic_header(user, password) if user is not None and password is not None else ""
            fits = _has(recorded.all("authorization"), "Basic ", whole)
            return "" if fits else "HTTP basic authentication is missing or wrong"
        if auth.type == "bearer":
            whole = f"Bearer {known[auth.env]}" if auth.env in known else ""
            fits = _has(recorded.all("authorization"), "Bearer ", whole)
            return "" if fits else f"the header Authorization: Bearer <{auth.env}> is missing or wrong"
        where = {
            "header": recorded.all(auth.name),
            "query": re.findall(r"[?&]([^&]*)", recorded.target),
            "cookie": recorded.all("cookie"),
        }
        found = where[auth.place]
        if auth.place != "header":
            found = [one for one in found if f"{auth.name}=" in unquote(one)]
        return "" if any(found) else f"the {auth.place} {auth.name} (<{auth.env}>) is missing"

    def _account(self, auth: Any) -> tuple[str | None, str | None]:
        """User name and password; None for one that is not known."""
        known = self.environ or {}
        user, password = (one if isinstance(one, str) else known.get(one["env"]) for one in (auth.user, auth.password))
        return user, password


def _compressed(plan: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces in one gzip stream (RFC 1952), each of them whole as soon as it is sent."""
    packer = zlib.compressobj(wbits=31)
    for piece in plan:
        yield packer.compress(piece) + packer.flush(zlib.Z_SYNC_FLUSH) if isinstance(piece, bytes) else piece
    yield packer.flush()


def encoded(response: Response) -> bytes:
    """The example's body in the charset that its media type names, UTF-8 where it names none."""
    return response.example.encode(charset(response.media_type) or "utf-8")


def error_response(endpoint: Endpoint, status: int) -> Response:
    """An error answer in the manner of many APIs, for a status that the spec has no example of."""
    body = {"error": {"message": f"the mock was told to fail with {status} (失败)", "endpoint": endpoint.name}}
    return type(endpoint.answer)(status, "application/json", example=json.dumps(body, ensure_ascii=False))


def _redirect(status: int, location: str | None, *, is_head: bool) -> Answer:
    """A redirect with the page that many servers add, for people whose browser does not follow."""
    page = f"<html><body><h1>{status} Moved</h1></body></html>\n".encode()
    headers = [("Content-Type", "text/html"), ("Content-Length", str(len(page)))]
    if location is not None:
        headers.append(("Location", location))
    return Answer(status, headers, b"" if is_head else page)


def refusal(status: int, text: str, **more: Any) -> Answer:
    """An error of the mock's own, as JSON; `more` are further members of its object."""
    body = json.dumps({"error": {"message": text, **more}}, ensure_ascii=False).encode() + b"\n"
    return Answer(status, [("Content-Type", "application/json"), ("Content-Length", str(len(body)))], body)


def _asks(data: Any, recorded: Recorded, path: str, value: Any) -> bool:
    with suppress(LookupError, ValueError):
        return bool(paths.get(data, paths.parse(path)) == value)
    text = value if isinstance(value, str) else json.dumps(value, default=str)
    if text in recorded.all(path.removeprefix("header.")):
        return True
    return f"{path.removeprefix('query.')}={text}" in re.split(r"[?&]", unquote(recorded.target))


def _has(values: list[str], start: str, whole: str) -> bool:
    """Whether one of the values is the whole one; where that is not known, whether it is more than its start."""
    return whole in values if whole else any(one.startswith(start) and len(one) > len(start) for one in values)
