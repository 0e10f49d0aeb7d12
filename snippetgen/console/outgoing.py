"""A `Request` with the values of its variables -> what goes over the wire."""

from __future__ import annotations

import secrets as random
from typing import TYPE_CHECKING, Any, NamedTuple

from snippetgen.data import jsontext
from snippetgen.errors import Refused
from snippetgen.request import Env, basic_header, resolve

if TYPE_CHECKING:
    from collections.abc import Mapping

    from snippetgen.request import Request


class Wire(NamedTuple):
    """A request as it is sent: `secret` has the names of the headers that hold a secret."""

    method: str
    url: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    secret: frozenset[str]


def wire(request: Request, environ: Mapping[str, str], files: Mapping[str, bytes]) -> Wire:
    """The request as it is sent.

    Args:
        files: path -> bytes of the files that the user gave; no file of this machine is ever read.

    Raises:
        Refused: a variable has no value, a file was not given, or it cannot be sent in this way; the text says why.
    """
    missing = [name for name in request.env if not environ.get(name)]
    if missing:
        raise Refused(f"{', '.join(missing)} has no value")
    if request.digest:
        raise Refused("digest authentication answers a challenge: run one of the programs")
    body, media_type = _body(request, environ, files)
    headers = [(name, resolve(value, environ)) for name, value in request.headers]
    headers = [(name, media_type if name == "Content-Type" and media_type else value) for name, value in headers]
    if media_type and not any(name == "Content-Type" for name, _ in headers):
        headers.append(("Content-Type", media_type))
    if request.basic:
        user, password = (resolve(one, environ) for one in request.basic)
        headers.append(("Authorization", basic_header(user, password)))
    hidden = frozenset(name for name, value in request.headers if any(isinstance(one, Env) for one in value))
    return Wire(request.method, resolve(request.url, environ), tuple(headers), body, hidden)


def _body(request: Request, environ: Mapping[str, str], files: Mapping[str, bytes]) -> tuple[bytes, str]:
    """The body, and its Content-Type where that is known only now: of a multipart body, with its boundary."""
    body = request.body
    if body.kind == "json":
        return jsontext.dumps(_resolved(body.data, environ)).encode(), ""
    if body.kind in ("text", "form"):
        return resolve(body.text, environ).encode(body.charset or "utf-8"), ""
    if body.kind == "file":
        return _file(body.path, files), ""
    if body.kind == "multipart":
        boundary = random.token_hex(16)
        parts = []
        for one in body.parts:
            content = _file(one.path, files) if one.path else resolve(one.value, environ).encode()
            parts.append(f"--{boundary}\r\n{one.headers}\r\n\r\n".encode() + content + b"\r\n")
        return b"".join(parts) + f"--{boundary}--\r\n".encode(), f"multipart/form-data; boundary={boundary}"
    return b"", ""


def _resolved(data: Any, environ: Mapping[str, str]) -> Any:
    if isinstance(data, Env):
        return environ[data.name]
    if isinstance(data, dict):
        return {key: _resolved(value, environ) for key, value in data.items()}
    return [_resolved(one, environ) for one in data] if isinstance(data, list) else data


def _file(path: str, files: Mapping[str, bytes]) -> bytes:
    if path not in files:
        raise Refused(f"{path}: choose the file first")
    return files[path]
