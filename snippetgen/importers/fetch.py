"""Calls of ``fetch``, as browsers copy them and as programs write them -> requests (https://fetch.spec.whatwg.org/)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from snippetgen.data.jsontext import dumps
from snippetgen.errors import Mistake, Refused, SpecError
from snippetgen.importers.body import Form, Multipart, Part, Raw
from snippetgen.importers.draft import Draft, source
from snippetgen.importers.javascript import Call, Code, Reader, code

if TYPE_CHECKING:
    from snippetgen.importers.model import Options, Source

_FETCH = re.compile(r"(?<![\w.$])(?:window\.|globalThis\.)?fetch\s*\(")
_CONSTANT = re.compile(r"(?m)^\s*(?:const|let|var)\s+([A-Za-z_$][\w$]*)\s*=\s*(?!await\b|async\b|\()")
_QUOTED = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|//[^\n]*|/\*.*?\*/", re.DOTALL)
_NORMALISED = ("DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT")
"""Methods that fetch writes in capitals (https://fetch.spec.whatwg.org/#concept-method-normalize)."""
_BROWSER = ("mode", "cache", "keepalive", "integrity", "priority", "window", "duplex", "referrerPolicy")
"""Options that only say how a browser goes about it."""


def open_fetch(text: str, file: str, options: Options) -> Source:
    """The requests of all calls of ``fetch`` in a text.

    Raises:
        SpecError: there is none, or one ends too early.
    """
    kept = [range(*found.span()) for found in _QUOTED.finditer(text)]
    calls = [found for found in _FETCH.finditer(text) if not any(found.start() in one for one in kept)]
    if not calls:
        raise SpecError([Mistake(file, 0, 0, "", "contains no call of fetch")])
    drafts = [_draft(text, found.end(), _constants(text, found.start())) for found in calls]
    return source("fetch", file, drafts, options)


def _constants(text: str, end: int) -> dict[str, Any]:
    """The constants above a call, as far as they are plain values."""
    known: dict[str, Any] = {}
    for found in _CONSTANT.finditer(text, 0, end):
        try:
            known[found[1]] = Reader(text, found.end(), known).value()
        except Refused:
            continue
        _append(text, end, found[1], known)
    return known


def _append(text: str, end: int, name: str, known: dict[str, Any]) -> None:
    """Add what ``name.append("a", "b")`` appends to a form."""
    if isinstance(known[name], Call) and known[name].name in ("FormData", "URLSearchParams"):
        pairs = _pairs(known[name].values[0]) if known[name].values else []
        for call in re.finditer(rf"(?<![\w.$]){re.escape(name)}\.(?:append|set)\s*\(", text[:end]):
            pairs.append([*Reader(text, call.end(), known).values(")"), "", ""][:3])
        known[name] = Call(known[name].name, [pairs])


def _pairs(value: Any) -> list[list[Any]]:
    if isinstance(value, dict):
        return [[key, one] for key, one in value.items()]
    return [[*one, ""] for one in value if isinstance(one, list) and one] if isinstance(value, list) else []


def _draft(text: str, at: int, known: dict[str, Any]) -> Draft:
    draft = Draft()
    try:
        _fill(draft, Reader(text, at, known).values(")"))
    except Refused as error:
        draft.refused = str(error)
    return draft


def _fill(draft: Draft, values: list[Any]) -> None:
    given = values[1] if len(values) > 1 else {}
    if not values or not isinstance(given, dict):
        raise Refused("the options of fetch are not written out" if values else "fetch has no address")
    draft.url = _text(values[0])
    _options(draft, given)


def _text(value: Any) -> str:
    if isinstance(value, Call) and value.name in ("URL", "Request", "String", "encodeURIComponent") and value.values:
        return _text(value.values[0])
    return code(value)


def _options(draft: Draft, given: dict[str, Any]) -> None:
    method = _text(given.get("method", "GET"))
    draft.method = method.upper() if method.upper() in _NORMALISED else method
    headers = given.get("headers", {})
    headers = headers.values[0] if isinstance(headers, Call) and headers.values else headers
    if isinstance(headers, Code):
        draft.notes.dropped("headers", headers.text, "they are not written out")
    draft.headers = [(str(one[0]), _text(one[1])) for one in _pairs(headers)]
    if given.get("body") is not None:
        _body(draft, given["body"])
    _rest(draft, given)


def _rest(draft: Draft, given: dict[str, Any]) -> None:
    if given.get("redirect") in ("follow", "manual", "error"):
        draft.redirects = "follow" if given["redirect"] == "follow" else "stop"
    if isinstance(given.get("referrer"), str) and given["referrer"] and not draft.header("referer"):
        draft.notes.dropped("referrer", given["referrer"], "a browser decides what it sends of it (header Referer)")
    if given.get("credentials") == "include" and not draft.header("cookie"):
        draft.notes.add("credentials", "the browser's cookies are not written here, and not sent")
    signal = given.get("signal")
    if isinstance(signal, Call) and signal.name == "AbortSignal.timeout" and signal.values:
        draft.timeout = max(1, int(str(signal.values[0])) // 1000)
    known = (*_BROWSER, "method", "headers", "body", "redirect", "referrer", "credentials")
    for name in given:
        if name not in known and not (name == "signal" and draft.timeout):
            draft.notes.add(name, "left out: not supported")


def _body(draft: Draft, value: Any) -> None:
    if isinstance(value, Call) and value.name == "JSON.stringify" and value.values:
        draft.body = Raw(dumps(_plain(value.values[0])))
        default = "text/plain;charset=UTF-8"
    elif isinstance(value, Call) and value.name == "URLSearchParams":
        inner = value.values[0] if value.values else []
        pairs = tuple((_text(one[0]), _text(one[1])) for one in _pairs(inner))
        draft.body = Raw(inner) if isinstance(inner, str) else Form(pairs)
        default = "application/x-www-form-urlencoded;charset=UTF-8"
    elif isinstance(value, Call) and value.name == "FormData":
        draft.body = Multipart(tuple(_part(one) for one in (value.values[0] if value.values else [])))
        draft.drop_header("content-type")
        return
    elif isinstance(value, str):
        draft.body, default = Raw(value), "text/plain;charset=UTF-8"
    else:
        raise Refused(f"the body is not written out: {value.text if isinstance(value, Code) else type(value).__name__}")
    if not draft.header("content-type"):
        draft.headers.append(("Content-Type", default))


def _part(one: list[Any]) -> Part:
    name, value = str(one[0]), one[1]
    if isinstance(value, str | int):
        return Part(name, str(value))
    file = _text(one[2]) if len(one) > 2 and one[2] else "file"  # noqa: PLR2004 - FormData.append(name, value, filename)
    return Part(name, "", file, file)


def _plain(value: Any) -> Any:
    """JSON data, in which a variable is ``{{name}}``."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, Call):
        raise Refused(f"the body depends on {value.name}(…), which is not run")
    return code(value) if isinstance(value, Code) else value
