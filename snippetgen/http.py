"""The rules of HTTP for methods, addresses, headers, media types and events of a stream."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING, Any

from snippetgen.data.jsontext import bare_text

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"  # noqa: S105 - a pattern, no password
"""A method or header name (RFC 9110, section 5.6.2)."""

METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH")
"""The methods of RFC 9110 (section 9.3) and RFC 5789, without CONNECT, which opens a tunnel."""

NO_BODY = (204, 304)
"""Statuses of answers that never have a body (RFC 9110, sections 15.3.5 and 15.4.5)."""

MEDIA_TYPE = rf"{TOKEN}/{TOKEN}(?:\s*;[\x20-\x7e]+)?"
"""A media type and its parameters (RFC 9110, section 8.3.1)."""

CLIENT_HEADERS = frozenset(
    (
        "connection",
        "content-length",
        "expect",
        "host",
        "keep-alive",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    )
)
"""Headers of the connection, not of the request (RFC 9110, section 7.6.1): every client writes them itself."""


def unsendable(place: str, value: Any) -> str:
    """The reason why a value cannot be sent in a place (of a parameter, or a kind of body); empty if it can."""
    if place in ("body", "json", "multipart", "text", "file"):
        return ""
    if place == "path" and isinstance(value, list):
        return "must be a single value"
    values = value if isinstance(value, list) else [value]
    if any(isinstance(one, dict | list) for one in values):
        return "must be a single value or a list of them (write name[key] for an object)"
    pattern, fault = _SENDABLE.get(place, ("(?s:.*)", ""))
    return "" if all(re.fullmatch(pattern, bare_text(one)) for one in values) else fault


_SENDABLE = {
    "header": (
        r"(?:[!-~](?:[ -~\t]*[!-~])?)?",
        "a header value must be printable ASCII, without spaces at the ends (encode the rest, see RFC 8187)",
    ),
    "cookie": (r"[!-:<-~]*", "a cookie value must be printable ASCII, without spaces or ; (percent-encode it)"),
    "path": (r"(?s:(?!\.{0,2}$).*)", "is a path segment that clients remove"),
}
"""Place -> a pattern that values must match, and the message about other values."""

PLACEHOLDER = re.compile(r"\{([^{}/]*)\}")
"""A path parameter in the path of an endpoint."""

_HOST = re.compile(r"(?:\[[0-9A-Fa-f:.]+\]|[\w.-]+)(?::[0-9]{1,5})?")


def split_url(url: str) -> tuple[str, str]:
    """The host (empty if there is only a path) and the path of an address, without the query."""
    address = url.partition("?")[0]
    if address.startswith("/"):
        return "", address
    host, slash, path = address.partition("://")[2].partition("/")
    return host, slash + path


def url_faults(url: str) -> Iterator[str]:
    """The faults of an address, or of a path alone."""
    host, path = split_url(url)
    if "#" in url:
        yield "a fragment (#…) is never sent (write %23 for a literal #)"
    if "@" in host:
        yield "contains a user name or password (write them under auth)"
    elif not url.startswith("/") and not _is_host(host):
        yield f'"{host}" is not a host name'
    if {".", ".."} & set(path.lower().replace("%2e", ".").split("/")):
        yield 'has a "." or ".." segment, which clients remove (leave it out)'
    if re.search(r"[\x00-\x1f\x7f\\]", url):
        yield "contains a control character or a backslash (write it as %XX)"


def _is_host(host: str) -> bool:
    if host.isascii():  # spares the import of the codec, 6 ms
        labels = host.removesuffix(".").split(".")
        return bool(_HOST.fullmatch(host)) and all(0 < len(label) < 64 for label in labels)  # noqa: PLR2004 - RFC 1035
    try:
        return bool(_HOST.fullmatch(host)) and bool(host.encode("idna"))
    except UnicodeError:
        return False


DEFAULT_MEDIA_TYPES = {
    "json": "application/json",
    "form": "application/x-www-form-urlencoded",
    "multipart": "",
    "text": "text/plain; charset=utf-8",
    "file": "application/octet-stream",
}
"""Kind of body -> its default Content-Type; for multipart, clients add the header, with the boundary."""


def essence(media_type: str) -> str:
    """A media type in lower case, without its parameters."""
    return media_type.partition(";")[0].strip().lower()


def charset(media_type: str) -> str:
    """The charset that a media type names; empty if it names none (RFC 9110, section 8.3.2)."""
    found = re.search(r"(?i);\s*charset=\"?([\w-]+)", media_type)
    return found[1] if found else ""


def other_charset(text: str, media_type: str) -> str:
    """The charset that a text must be encoded in; empty where its media type names none, or the bytes of UTF-8 do.

    Raises:
        ValueError: nobody knows the charset, or it has no bytes for the text; the message is fit for users.
    """
    named = charset(media_type)
    try:
        encoded = text.encode(named or "utf-8", "surrogatepass" if not named else "strict")
    except LookupError:
        raise ValueError(f"the charset {named} is unknown (write charset=utf-8)") from None
    except UnicodeEncodeError as error:
        shown = text[error.start : error.end][:1]
        raise ValueError(f'the charset {named} has no "{shown}" (write charset=utf-8)') from None
    return named if encoded != text.encode("utf-8", "surrogatepass") else ""


def is_json(media_type: str) -> bool:
    """Whether a media type, as `essence` gives it, is JSON (RFC 8259, and RFC 6839 for the suffix)."""
    return media_type in ("application/json", "text/json") or media_type.endswith("+json")


def is_text(media_type: str) -> bool:
    """Whether what has a media type, as `essence` gives it, is text that people read."""
    return is_json(media_type) or bool(re.fullmatch(_TEXT, media_type))


_TEXT = (
    r"|text/.*|application/(?:.*[+.-])?"
    r"(?:xml|yaml|graphql|javascript|jsonl|ndjson|json-seq|jwt|sql|csv|x-www-form-urlencoded)"
)


def event_bytes(data: str, name: str = "") -> bytes:
    """One server-sent event (WHATWG HTML, section 9.2.6), a ``data:`` line for each line of its data."""
    lines = [f"event: {name}"] if name else []
    lines += [f"data: {line}" for line in re.split(r"\r\n|\r|\n", data)]
    return "".join(f"{line}\n" for line in [*lines, ""]).encode()


def basic_header(user: str, password: str) -> str:
    """The value of Authorization for a user name and password (RFC 7617, UTF-8)."""
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()
