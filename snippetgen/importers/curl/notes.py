"""What of a curl command a program does not carry, in words for its user."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from snippetgen.importers.curl.data import DATA
from snippetgen.importers.model import Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from snippetgen.importers.curl.options import Option

_CARRIED = DATA | {
    "request", "head", "get", "globoff", "header", "form", "form-string", "user", "cookie", "user-agent", "referer",
    "oauth2-bearer", "upload-file", "max-time", "range", "proto-default", "url-query", "basic",
}  # fmt: skip

_SILENT = frozenset((
    "silent", "show-error", "verbose", "fail", "fail-with-body", "fail-early", "progress-bar", "no-progress-meter",
    "progress-meter", "no-buffer", "buffer", "disable", "styled-output", "no-styled-output", "ipv4", "ipv6", "http1.1",
    "tcp-nodelay", "no-keepalive", "keepalive", "keepalive-time", "no-silent", "no-verbose", "no-fail", "no-location",
    "no-insecure", "no-compressed", "raw", "no-include", "disallow-username-in-url", "trace-time", "no-sessionid",
))  # fmt: skip
"""What changes neither the request nor the answer."""

_PROXY = "how the server is reached is a matter of the machine; it is left out"
_TLS = "which certificates are taken is a matter of the machine; it is left out"
_CERTIFICATE = "a client certificate is not carried; the program sends none"
_OUTPUT = "the program prints the answer"
_HTTP = "the version of HTTP is the client's choice"
_CREDENTIALS = "no program here does that; it sends no user and no password"
_TEXTS = {
    "insecure": "certificates are always checked; trust the server's own in your system",
    "location": "whether redirects are followed is up to each client",
    "location-trusted": "whether redirects are followed is up to each client",
    "max-redirs": "whether redirects are followed is up to each client",
    "compressed": "each client offers the encodings that it can read",
    "cookie-jar": "the cookies of the answer are not kept",
    "junk-session-cookies": "no cookies of a file are sent",
    "config": "the options in its file are not read",
    "netrc": "the user and password of the file .netrc are not read",
    "netrc-optional": "the user and password of the file .netrc are not read",
    "netrc-file": "the user and password of its file are not read",
    "anyauth": "the program sends user and password at once",
    "connect-timeout": "the program has one time-out, that of --max-time",
    "request-target": "the request names the path of the address",
    "path-as-is": "clients remove . and .. from a path",
    "time-cond": "is left out (write the header If-Modified-Since)",
    "variable": "variables of curl are not read",
    **dict.fromkeys(("digest", "ntlm", "ntlm-wb", "negotiate", "aws-sigv4"), _CREDENTIALS),
    **dict.fromkeys(("cert", "key", "pass", "cert-type", "key-type", "engine"), _CERTIFICATE),
    **dict.fromkeys(("cacert", "capath", "crlfile", "pinnedpubkey", "ciphers", "tls13-ciphers", "tls-max"), _TLS),
    **dict.fromkeys(("resolve", "connect-to", "interface", "unix-socket", "abstract-unix-socket", "doh-url"), _PROXY),
    **dict.fromkeys(("output", "remote-name", "remote-header-name", "output-dir", "write-out", "dump-header"), _OUTPUT),
    **dict.fromkeys(("include", "show-headers", "remote-name-all", "create-dirs", "trace", "trace-ascii"), _OUTPUT),
    **dict.fromkeys(("http1.0", "http2", "http2-prior-knowledge", "http3", "http3-only", "http0.9"), _HTTP),
}


def options_notes(found: Iterable[Option]) -> Iterator[Note]:
    """One note for each option that is not carried."""
    for option in found:
        name = option.name
        if name in _CARRIED or name in _SILENT:
            continue
        proxy = name.startswith(("proxy", "socks", "preproxy", "noproxy"))
        tls = name.startswith(("ssl", "tls"))
        text = _TEXTS.get(name, _PROXY if proxy else _TLS if tls else "is not carried: the program does without it")
        yield Note(option.written, text)


def shell_notes(live: Iterable[str], data: dict[str, Any]) -> Iterator[Note]:
    """One note for each thing that a shell would replace and that stands in the spec as it is written."""
    texts = list(_texts(data))
    for one in live:
        spellings = {one, quote(one, safe="/", errors="replace"), quote(one, safe="", errors="replace")}
        if any(spelling in text for text in texts for spelling in spellings):
            what = "would be run by the shell" if one.startswith(("$(", "`")) else "would be replaced by the shell"
            yield Note(one, f"{what}; it stays as it is written")


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _texts(value)
