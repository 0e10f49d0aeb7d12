"""Notes for users on the options of a curl command that a program cannot have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from snippetgen.importers.curl.data import DATA
from snippetgen.importers.notes import Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from snippetgen.importers.curl.options import Option

_CARRIED = DATA | {
    "request", "head", "get", "globoff", "header", "form", "form-string", "user", "cookie", "user-agent", "referer",
    "oauth2-bearer", "upload-file", "max-time", "range", "proto-default", "url-query", "basic", "digest",
    "location", "no-location",
}  # fmt: skip

_SILENT = frozenset((
    "silent", "show-error", "verbose", "fail", "fail-with-body", "fail-early", "progress-bar", "no-progress-meter",
    "progress-meter", "no-buffer", "buffer", "disable", "styled-output", "no-styled-output", "ipv4", "ipv6", "http1.1",
    "tcp-nodelay", "no-keepalive", "keepalive", "keepalive-time", "no-silent", "no-verbose", "no-fail",
    "no-insecure", "no-compressed", "raw", "no-include", "disallow-username-in-url", "trace-time", "no-sessionid",
))  # fmt: skip
"""Options that change neither the request nor the answer; they are left out without a note."""

_PROXY = "left out: how to reach the server depends on the machine"
_TLS = "left out: which certificates to trust depends on the machine"
_CERTIFICATE = "left out: programs send no client certificate"
OUTPUT = "ignored: the program prints the response"
_HTTP = "ignored: the client chooses the version of HTTP"
_CREDENTIALS = "not supported; the program sends no user name or password"
_TEXTS = {
    "insecure": "ignored: certificates are always checked (make your system trust the server's own)",
    "location-trusted": "read as --location: programs send the user name and password to no other host",
    "max-redirs": "ignored: each client has a limit of its own",
    "compressed": "ignored: each client asks for the encodings that it can decode",
    "cookie-jar": "ignored: programs do not save the cookies of a response",
    "junk-session-cookies": "ignored: programs send no cookies from a file",
    "config": "ignored: the options in that file are not read",
    "netrc": "ignored: programs do not read .netrc files",
    "netrc-optional": "ignored: programs do not read .netrc files",
    "netrc-file": "ignored: programs do not read .netrc files",
    "anyauth": "ignored: the program sends the user name and password with the first request",
    "connect-timeout": "ignored: a program has only one time-out, that of --max-time",
    "request-target": "ignored: the program requests the path of the address",
    "path-as-is": "ignored: clients remove . and .. from a path",
    "time-cond": "left out (write the header If-Modified-Since)",
    "variable": "ignored: curl's own variables are not read",
    **dict.fromkeys(("ntlm", "ntlm-wb", "negotiate", "aws-sigv4"), _CREDENTIALS),
    **dict.fromkeys(("cert", "key", "pass", "cert-type", "key-type", "engine"), _CERTIFICATE),
    **dict.fromkeys(("cacert", "capath", "crlfile", "pinnedpubkey", "ciphers", "tls13-ciphers", "tls-max"), _TLS),
    **dict.fromkeys(("resolve", "connect-to", "interface", "unix-socket", "abstract-unix-socket", "doh-url"), _PROXY),
    **dict.fromkeys(("output", "remote-name", "remote-header-name", "output-dir", "write-out", "dump-header"), OUTPUT),
    **dict.fromkeys(("include", "show-headers", "remote-name-all", "create-dirs", "trace", "trace-ascii"), OUTPUT),
    **dict.fromkeys(("http1.0", "http2", "http2-prior-knowledge", "http3", "http3-only", "http0.9"), _HTTP),
}


def options_notes(found: Iterable[Option]) -> Iterator[Note]:
    """One note for each option that a program cannot have."""
    for option in found:
        name = option.name
        if name in _CARRIED or name in _SILENT:
            continue
        proxy = name.startswith(("proxy", "socks", "preproxy", "noproxy"))
        tls = name.startswith(("ssl", "tls"))
        text = _TEXTS.get(name, _PROXY if proxy else _TLS if tls else "left out: not supported")
        yield Note(option.written, text)
