"""Law 1: is the request on the wire the one described? Says what differs, one line for each difference."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_to_bytes

from snippetgen.data.jsontext import scalar_text
from snippetgen.request import Env, Request, basic_header, resolve
from snippetgen.verify.digest import digest_fault
from snippetgen.verify.multipart import multipart_differences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from snippetgen.running.answers import Recorded


def differences(
    request: Request, recorded: Recorded, environ: Mapping[str, str], files: Mapping[str, bytes]
) -> list[str]:
    """The differences between a request and its record, a line each; empty where there are none.

    Args:
        environ: the variables that the program read.
        files: path -> bytes of the files that it sent.
    """
    return [
        *_line(request, recorded, environ),
        *_headers(request, recorded, environ),
        *_body(request, recorded, environ, files),
    ]


def _line(request: Request, recorded: Recorded, environ: Mapping[str, str]) -> Iterator[str]:
    if recorded.method != request.method:
        yield f"method: expected {request.method}, received {recorded.method}"
    url = resolve(request.url, environ)
    target = "/" + url.split("://", 1)[1].partition("/")[2]
    expected, received = target.partition("?"), recorded.target.partition("?")
    if unquote_to_bytes(expected[0]) != unquote_to_bytes(received[0]):
        yield f"path: expected {expected[0]}, received {received[0]}"
    if _query(expected[2]) != _query(received[2]):
        yield f"query: expected {_query(expected[2])}, received {_query(received[2])}"


def _query(text: str) -> list[tuple[bytes, bytes]]:
    """The pairs of a query; + is a space, as every server reads it (WHATWG URL, section 5.1)."""
    pairs = [part.replace("+", " ").partition("=") for part in text.split("&")] if text else []
    return [(unquote_to_bytes(name), unquote_to_bytes(value)) for name, _, value in pairs]


def _headers(request: Request, recorded: Recorded, environ: Mapping[str, str]) -> Iterator[str]:
    expected: dict[str, list[str]] = {"authorization": [], "cookie": []}
    for name, value in request.headers:
        expected.setdefault(name.lower(), []).append(resolve(value, environ))
    if request.basic:
        expected["authorization"].append(basic_header(*(resolve(one, environ) for one in request.basic)))
    if request.digest:
        del expected["authorization"]
    if fault := digest_fault(request, recorded, environ):
        yield f"authorization: {fault}"
    if request.body.kind == "multipart":
        types = recorded.all("content-type")
        if len(types) != 1 or not re.match("multipart/form-data; ?boundary=", types[0], re.IGNORECASE):
            yield f"Content-Type: expected one multipart/form-data with its boundary, received {types}"
    else:
        expected.setdefault("content-type", [])
    for name, values in expected.items():
        if recorded.all(name) != values:
            yield f"{name}: expected {values}, received {recorded.all(name)}"


def _body(
    request: Request, recorded: Recorded, environ: Mapping[str, str], files: Mapping[str, bytes]
) -> Iterator[str]:
    body, received = request.body, recorded.body
    if body.kind == "none":
        if received:
            yield f"body: expected none, received {received[:200]!r}"
        elif (
            request.method in ("POST", "PUT", "PATCH")
            and not recorded.all("content-length")
            and not recorded.all("transfer-encoding")
        ):
            yield "Content-Length: expected 0 (RFC 9110, section 8.6), received none: many servers answer 411"
    elif body.kind == "json":
        yield from _json_differences(_with_env(body.data, environ), received)
    elif body.kind == "form":
        expected = [(name, resolve(value, environ)) for name, value in body.pairs]
        if _form(received) != expected:
            yield f"form: expected {expected}, received {_form(received)}"
    elif body.kind == "multipart":
        yield from multipart_differences(request, recorded, environ, files)
    else:
        text = resolve(body.text, environ)
        if body.charset and received.decode(body.charset, "replace") == text:
            return  # UTF-16 may have either order of bytes, and a mark that tells it
        expected_bytes = text.encode(body.charset or "utf-8") if body.kind == "text" else files[body.path]
        if received != expected_bytes:
            yield f"body: expected {expected_bytes[:500]!r}, received {received[:500]!r}"


def _form(body: bytes) -> list[tuple[str, str]]:
    """application/x-www-form-urlencoded, as WHATWG URL, section 5.1, parses it."""
    pairs = [part.partition(b"=") for part in body.replace(b"+", b" ").split(b"&") if part]
    return [(_decoded(name), _decoded(value)) for name, _, value in pairs]


def _decoded(text: bytes) -> str:
    return unquote_to_bytes(text).decode("utf-8", "replace")


def _with_env(data: Any, environ: Mapping[str, str]) -> Any:
    if isinstance(data, Env):
        return environ[data.name]
    if isinstance(data, dict):
        return {key: _with_env(value, environ) for key, value in data.items()}
    return [_with_env(value, environ) for value in data] if isinstance(data, list) else data


def _json_differences(expected: Any, received: bytes) -> Iterator[str]:
    try:
        data = json.loads(
            received.decode("utf-8"),
            parse_float=_Float,
            parse_int=_Int,
            object_pairs_hook=_members,
            parse_constant=_refuse,
        )
    except (ValueError, RecursionError) as error:
        yield f"body: expected JSON, received {received[:500]!r} ({error})"
        return
    if canonical(data) != canonical(expected):
        yield f"body: expected {_clip(expected)}, received {received[:1000].decode('utf-8', 'replace')}"


class _Float(str):
    __slots__ = ()


class _Int(str):
    __slots__ = ()


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise ValueError("a name stands twice in an object")
    return members


def _refuse(word: str) -> None:
    raise ValueError(f"{word} is not JSON")


def canonical(data: Any) -> Any:
    """JSON data in a form in which ``==`` means the same JSON: 1 is not 1.0, nor is it true; numbers are exact."""
    if isinstance(data, dict):
        return {key: canonical(value) for key, value in data.items()}
    if isinstance(data, list):
        return [canonical(value) for value in data]
    if isinstance(data, _Int) or (isinstance(data, int) and not isinstance(data, bool)):
        return ("integer", int(data))
    if isinstance(data, _Float | Decimal):
        number = Decimal(data)
        return ("float", number, number.is_signed())
    return (type(data).__name__, data)


def _clip(data: Any) -> str:
    text = json.dumps(data, ensure_ascii=False, default=scalar_text)
    return text if len(text) < 1000 else text[:1000] + "…"  # noqa: PLR2004


def same_json(text: str, expected: Any) -> bool:
    """Whether a text is JSON equal to data, numbers by value (what a program prints may write 1.0 for 1)."""
    try:
        return bool(json.loads(text) == expected)
    except ValueError:
        return False
