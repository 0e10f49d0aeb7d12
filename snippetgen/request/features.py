"""The features that a request may need, and a client may lack."""

from __future__ import annotations

import codecs
import re
from itertools import groupby
from typing import TYPE_CHECKING

from snippetgen.request.tokens import Text, has_env, secrets, texts

if TYPE_CHECKING:
    from snippetgen.request.model import Part, Request
    from snippetgen.request.tokens import Value

FEATURES = {
    "stream": "reads a streamed answer",
    "json-lines": "reads a stream of JSON Lines",
    "full-events": "reads a stream whose events may have several lines",
    "json": "JSON body",
    "form": "form body",
    "multipart": "multipart body",
    "file-part": "files in a multipart body",
    "repeated-parts": "two parts of one name in a multipart body",
    "scattered-parts": "two parts of one name in a multipart body, with others between",
    "typed-text-part": "a type on a text part of a multipart body",
    "exact-part": "what FormData alters in a multipart body: such a type, a lone line break, capitals in a type",
    "equals-in-part-name": "= in the name of a part of a multipart body",
    "text": "text body",
    "file": "body from a file",
    "head": "HEAD",
    "empty-post": "POST, PUT or PATCH without a body",
    "get-body": "a body on GET",
    "head-body": "a body on HEAD",
    "options-body": "a body on OPTIONS",
    "trace-body": "a body on TRACE",
    "trace": "TRACE",
    "patch": "PATCH",
    "custom-method": "a custom method, such as PURGE",
    "unknown-method": "a custom method that Node.js does not list, either (http.METHODS)",
    "lower-case-method": "a method in lower case",
    "empty-header": "a header without a value",
    "repeated-headers": "a header that is sent twice",
    "proto-header": "a header named __proto__",
    "constructor-header": "a header named constructor or prototype",
    "underscore-header": "a header with _ in its name",
    "forbidden-header": "a header that browsers write themselves, such as Cookie, Host or Accept-Encoding",
    "scattered-query": "a name that stands twice in the query, with others between",
    "basic-auth": "HTTP basic authentication",
    "digest-auth": "HTTP digest authentication",
    "stopped-redirects": "redirects that must not be followed, lest a secret goes to another server",
    "redirects": "redirects that must be followed",
    "redirected-get-body": "redirects that must be followed by GET with its body",
    "redirected-head-body": "redirects that must be followed by HEAD with its body",
    "redirected-post": "redirects that must be followed by POST",
    "redirected-authorization": "redirects that must be followed, though not with Authorization to another server",
    "redirected-digest": "redirects that must be followed, though not with digest authentication to another server",
    "redirected-cookie": "redirects that must be followed, though not with Cookie to another server",
    "redirected-change": "redirects that must be followed by another method than GET, HEAD and POST",
    "secret-in-url": "a secret in the query",
    "secret-in-json": "a secret in a JSON body",
    "secret-in-form": "a secret in a form",
    "secret-in-multipart": "a secret in a multipart body",
    "secret-in-typed-part": "a secret in a text part of a multipart body that has a type",
    "nul-in-text": "U+0000 in a text",
    "noncharacter": "a noncharacter, such as U+FFFE, in the query, a form or JSON",
    "latin-1": "a text body in ISO-8859-1",
    "charset": "a text body in a charset other than UTF-8 and ISO-8859-1",
}
"""Feature -> its meaning; a target lists the features that it refuses, each with the reason."""


def features(request: Request) -> list[str]:
    """The features of `FEATURES` that a request needs, in that order."""
    body, method = request.body, request.method
    has_body, follows = body.kind != "none", request.redirects == "follow"
    names = [name.lower() for name, _ in request.headers]
    needed = {
        "stream": request.stream,
        "json-lines": request.stream and request.is_lines,
        "full-events": request.stream and request.is_full,
        body.kind: has_body,
        "file-part": any(part.path for part in body.parts),
        "repeated-parts": len({part.name for part in body.parts}) < len(body.parts),
        "scattered-parts": _are_scattered([part.name for part in body.parts]),
        "typed-text-part": any(part.media_type and not part.path for part in body.parts),
        "exact-part": any(map(_is_altered_by_form_data, body.parts)),
        "equals-in-part-name": any("=" in part.name for part in body.parts),
        "head": method == "HEAD",
        "empty-post": request.needs_length,
        "get-body": has_body and method == "GET",
        "head-body": has_body and method == "HEAD",
        "options-body": has_body and method == "OPTIONS",
        "trace-body": has_body and method == "TRACE",
        "trace": method == "TRACE",
        "patch": method == "PATCH",
        "custom-method": method not in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"),
        "unknown-method": method.upper() not in _METHODS,
        "lower-case-method": method != method.upper(),
        "empty-header": any(_is_empty(value) for _, value in request.headers),
        "repeated-headers": len(set(names)) < len(names),
        "proto-header": any(name == "__proto__" for name, _ in request.headers),
        "constructor-header": any(name in ("constructor", "prototype") for name, _ in request.headers),
        "underscore-header": any("_" in name for name, _ in request.headers),
        "forbidden-header": any(map(_is_forbidden, names)),
        "scattered-query": _are_scattered(_names_in_query(request)),
        "basic-auth": request.basic is not None,
        "digest-auth": request.digest is not None,
        "stopped-redirects": request.must_stop,
        "redirects": follows,
        "redirected-get-body": follows and has_body and method == "GET",
        "redirected-head-body": follows and has_body and method == "HEAD",
        "redirected-post": follows and method == "POST",
        "redirected-authorization": follows and request.sends_authorization,
        "redirected-digest": follows and request.digest is not None,
        "redirected-cookie": follows and request.sends_cookie,
        "redirected-change": follows and method not in ("GET", "HEAD", "POST"),
        "secret-in-url": has_env(request.url),
        "secret-in-json": any(secrets(body.data)),
        "secret-in-form": any(has_env(value) for _, value in body.pairs),
        "secret-in-multipart": any(has_env(part.value) for part in body.parts),
        "secret-in-typed-part": any(part.media_type and has_env(part.value) for part in body.parts),
        "nul-in-text": any("\0" in token.text for token in body.text if isinstance(token, Text)),
        "noncharacter": _has_noncharacter(request),
        "latin-1": _is_latin_1(body.charset),
        "charset": bool(body.charset) and not _is_latin_1(body.charset),
    }
    return [name for name in FEATURES if needed.get(name)]


def _are_scattered(names: list[str]) -> bool:
    return len(list(groupby(names))) > len(set(names))


def _is_empty(value: Value) -> bool:
    return all(isinstance(token, Text) and not token.text for token in value)


_METHODS = frozenset((
    "ACL", "BIND", "CHECKOUT", "CONNECT", "COPY", "DELETE", "GET", "HEAD", "LINK", "LOCK", "M-SEARCH", "MERGE",
    "MKACTIVITY", "MKCALENDAR", "MKCOL", "MOVE", "NOTIFY", "OPTIONS", "PATCH", "POST", "PROPFIND", "PROPPATCH",
    "PURGE", "PUT", "QUERY", "REBIND", "REPORT", "SEARCH", "SOURCE", "SUBSCRIBE", "TRACE", "UNBIND", "UNLINK",
    "UNLOCK", "UNSUBSCRIBE",
))  # fmt: skip
"""Those of Node.js 20 (https://nodejs.org/api/http.html#httpmethods)."""


def _is_forbidden(name: str) -> bool:
    """Whether no page may set a header, by its name in lower case (https://fetch.spec.whatwg.org/#forbidden-request-header).

    User-Agent is no longer one of them, but Chromium sends its own all the same.
    """
    return name in _FORBIDDEN or name.startswith(("proxy-", "sec-"))


_FORBIDDEN = frozenset((
    "accept-charset", "accept-encoding", "access-control-request-headers", "access-control-request-method",
    "access-control-request-private-network", "connection", "content-length", "cookie", "cookie2", "date", "dnt",
    "expect", "host", "keep-alive", "origin", "referer", "set-cookie", "te", "trailer", "transfer-encoding", "upgrade",
    "user-agent", "via",
))  # fmt: skip


def _is_latin_1(charset: str) -> bool:
    return bool(charset) and codecs.lookup(charset).name == "iso8859-1"


def _names_in_query(request: Request) -> list[str]:
    """The names of a query as they stand in the address, in order."""
    written = "".join(token.text if isinstance(token, Text) else "" for token in request.url)
    return [pair.partition("=")[0] for pair in written.partition("?")[2].split("&") if pair]


_PLANE_ENDS = "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))

_NONCHARACTER = re.compile(f"[\uFDD0-\uFDEF{_PLANE_ENDS}]")
"""See https://www.unicode.org/faq/private_use.html#noncharacters."""


def _has_noncharacter(request: Request) -> bool:
    """Whether a strict encoder would alter data."""
    pairs = (*request.query, *request.body.pairs)
    values = (token.text for _, value in pairs for token in value if isinstance(token, Text))
    found = (*(name for name, _ in pairs), *values, *texts(request.body.data))
    return any(map(_NONCHARACTER.search, found))


def _is_altered_by_form_data(part: Part) -> bool:
    """Whether a browser's FormData would alter a part (https://html.spec.whatwg.org/#multipart-form-data).

    A Blob's type is always in lower case.
    """
    spelt = [part.name, part.filename, *(token.text for token in part.value if isinstance(token, Text))]
    typed = part.media_type != part.media_type.lower() if part.path else bool(part.media_type)
    return typed or any(re.search(r"(?<!\r)\n|\r(?!\n)", text) for text in spelt)
