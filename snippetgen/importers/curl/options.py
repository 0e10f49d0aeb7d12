"""The options of curl: their names, which of them take a value, and a parser of command lines.

From ``curl --help all`` of 7.88 and the manual of 8.x (https://curl.se/docs/manpage.html).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from snippetgen.errors import Mistake, SpecError, suggest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from snippetgen.importers.curl.shellwords import Word

VALUED = frozenset((
    "abstract-unix-socket", "alt-svc", "aws-sigv4", "cacert", "capath", "cert", "cert-type", "ciphers", "config",
    "connect-timeout", "connect-to", "continue-at", "cookie", "cookie-jar", "create-file-mode", "crlfile", "curves",
    "data", "data-ascii", "data-binary", "data-raw", "data-urlencode", "delegation", "dns-interface", "dns-ipv4-addr",
    "dns-ipv6-addr", "dns-servers", "doh-url", "dump-header", "ech", "egd-file", "engine", "etag-compare", "etag-save",
    "expect100-timeout", "form", "form-string", "ftp-account", "ftp-alternative-to-user", "ftp-method", "ftp-port",
    "ftp-ssl-ccc-mode", "happy-eyeballs-timeout-ms", "haproxy-clientip", "header", "hostpubmd5", "hostpubsha256",
    "hsts", "interface", "ip-tos", "ipfs-gateway", "json", "keepalive-cnt", "keepalive-time", "key", "key-type",
    "knownhosts", "krb", "krb4", "libcurl", "limit-rate", "local-port", "login-options", "mail-auth", "mail-from",
    "mail-rcpt", "max-filesize", "max-redirs", "max-time", "netrc-file", "noproxy", "oauth2-bearer", "output",
    "output-dir", "parallel-max", "parallel-max-host", "pass", "pinnedpubkey", "preproxy", "proto", "proto-default",
    "proto-redir", "proxy", "proxy-cacert", "proxy-capath", "proxy-cert", "proxy-cert-type", "proxy-ciphers",
    "proxy-crlfile", "proxy-header", "proxy-key", "proxy-key-type", "proxy-pass", "proxy-pinnedpubkey",
    "proxy-service-name", "proxy-tls13-ciphers", "proxy-tlsauthtype", "proxy-tlspassword", "proxy-tlsuser",
    "proxy-user", "proxy1.0", "pubkey", "quote", "random-file", "range", "rate", "referer", "request", "request-target",
    "resolve", "retry", "retry-delay", "retry-max-time", "sasl-authzid", "service-name", "sigalgs", "socks4", "socks4a",
    "socks5", "socks5-gssapi-service", "socks5-hostname", "speed-limit", "speed-time", "stderr", "telnet-option",
    "tftp-blksize", "time-cond", "tls-max", "tls13-ciphers", "tlsauthtype", "tlspassword", "tlsuser", "trace",
    "trace-ascii", "trace-config", "unix-socket", "upload-file", "upload-flags", "url", "url-query", "user",
    "user-agent", "variable", "vlan-priority", "write-out",
))  # fmt: skip
"""Long options that take a value."""

FLAGS = frozenset((
    "anyauth", "append", "basic", "buffer", "ca-native", "cert-status", "clobber", "compressed", "compressed-ssh",
    "create-dirs", "crlf", "digest", "disable", "disable-eprt", "disable-epsv", "disallow-username-in-url",
    "doh-cert-status", "doh-insecure", "dump-ca-embed", "environment", "epsv", "eprt", "fail", "fail-early",
    "fail-with-body", "false-start", "follow", "form-escape", "ftp-create-dirs", "ftp-pasv", "ftp-pret",
    "ftp-skip-pasv-ip", "ftp-ssl", "ftp-ssl-ccc", "ftp-ssl-control", "ftp-ssl-reqd", "get", "globoff",
    "haproxy-protocol", "head", "help", "http0.9", "http1.0", "http1.1", "http2", "http2-prior-knowledge", "http3",
    "http3-only", "ignore-content-length", "include", "insecure", "ipv4", "ipv6", "junk-session-cookies", "keepalive",
    "list-only", "location", "location-trusted", "mail-rcpt-allowfails", "manual", "metalink", "mptcp", "negotiate",
    "netrc", "netrc-optional", "next", "no-alpn", "no-npn", "no-keepalive", "no-buffer", "no-clobber",
    "no-progress-meter", "no-sessionid", "ntlm", "ntlm-wb", "out-null", "parallel", "parallel-immediate", "path-as-is",
    "post301", "post302", "post303", "progress-bar", "progress-meter", "proxy-anyauth", "proxy-basic",
    "proxy-ca-native", "proxy-digest", "proxy-http2", "proxy-insecure", "proxy-negotiate", "proxy-ntlm",
    "proxy-ssl-allow-beast", "proxy-ssl-auto-client-cert", "proxy-tlsv1", "proxytunnel", "raw", "remote-header-name",
    "remote-name", "remote-name-all", "remote-time", "remove-on-error", "retry-all-errors", "retry-connrefused",
    "sasl-ir", "sessionid", "show-error", "show-headers", "silent", "skip-existing", "socks5-basic", "socks5-gssapi",
    "socks5-gssapi-nec", "ssl", "ssl-allow-beast", "ssl-auto-client-cert", "ssl-no-revoke", "ssl-reqd",
    "ssl-revoke-best-effort", "ssl-sessions", "sslv2", "sslv3", "styled-output", "suppress-connect-headers",
    "tcp-fastopen", "tcp-nodelay", "tftp-no-options", "tls-earlydata", "tlsv1", "tlsv1.0", "tlsv1.1", "tlsv1.2",
    "tlsv1.3", "tr-encoding", "trace-ids", "trace-time", "use-ascii", "verbose", "version", "xattr",
))  # fmt: skip
"""Long options without a value; most can be turned off as ``--no-…``."""

SHORT = {
    "0": "http1.0", "1": "tlsv1", "2": "sslv2", "3": "sslv3", "4": "ipv4", "6": "ipv6", "a": "append",
    "A": "user-agent", "b": "cookie", "B": "use-ascii", "c": "cookie-jar", "C": "continue-at", "d": "data",
    "D": "dump-header", "e": "referer", "E": "cert", "f": "fail", "F": "form", "g": "globoff", "G": "get", "h": "help",
    "H": "header", "i": "include", "I": "head", "j": "junk-session-cookies", "J": "remote-header-name", "k": "insecure",
    "K": "config", "l": "list-only", "L": "location", "m": "max-time", "M": "manual", "n": "netrc", "N": "no-buffer",
    "o": "output", "O": "remote-name", "p": "proxytunnel", "P": "ftp-port", "q": "disable", "Q": "quote", "r": "range",
    "R": "remote-time", "s": "silent", "S": "show-error", "t": "telnet-option", "T": "upload-file", "u": "user",
    "U": "proxy-user", "v": "verbose", "V": "version", "w": "write-out", "x": "proxy", "X": "request",
    "y": "speed-time", "Y": "speed-limit", "z": "time-cond", "Z": "parallel", "#": "progress-bar", ":": "next",
}  # fmt: skip


class Option(NamedTuple):
    """An option, or an address, on a command line.

    Attributes:
        name: the long name, without dashes; ``url`` for an address.
        word: the value of the option, or the option itself if it takes none.
        written: the option as the command has it: ``-X``, ``--request``; empty for an address.
    """

    name: str
    word: Word
    written: str

    @property
    def value(self) -> str:
        return self.word.text


def options(words: Sequence[Word], file: str) -> Iterator[Option]:
    """The options and addresses that follow the word ``curl``, in order.

    Raises:
        SpecError: an option that curl does not have, or whose value is missing.
    """
    todo, only_addresses = list(reversed(words)), False
    while todo:
        word = todo.pop()
        if word.text == "--" and not only_addresses:
            only_addresses = True
        elif only_addresses or not word.text.startswith("-") or word.text == "-":
            yield Option("url", word, "")
        elif word.text.startswith("--"):
            name = long_name(word, file)
            yield Option(name, _value(word, todo, file) if name in VALUED else word, f"--{name}")
        else:
            yield from _short_options(word, todo, file)


def _short_options(word: Word, todo: list[Word], file: str) -> Iterator[Option]:
    """The options in one word, such as ``-sSLX POST`` or ``-XPOST``; the value of the last may be in the same word."""
    for place, letter in enumerate(word.text[1:], 1):
        if letter not in SHORT:
            raise SpecError([_mistake(word, file, f"curl has no option -{letter}")])
        name, rest = SHORT[letter], word.text[place + 1 :]
        if name in VALUED:
            value = word._replace(text=rest) if rest else _value(word, todo, file)
            yield Option(name, value, f"-{letter}")
            return
        yield Option(name, word, f"-{letter}")


def long_name(word: Word, file: str) -> str:
    """The long option that a word names, in full or by its beginning, as curl accepts it.

    Raises:
        SpecError: no option begins with the word, or several do.
    """
    given = word.text[2:]
    positive = given.removeprefix("no-")
    if given in VALUED or given in FLAGS:
        return given
    if positive in FLAGS:
        return f"no-{positive}"
    matches = sorted(one for one in VALUED | FLAGS if given and one.startswith(given))
    if len(matches) == 1:
        return matches[0]
    if matches:
        raise SpecError([_mistake(word, file, f"curl has several options --{given}…: {', '.join(matches)}")])
    name, sign, value = given.partition("=")
    if sign and name in VALUED:
        what = f"curl has no option --{name}=… (write --{name} {value})"
    else:
        what = f"curl has no option --{given} ({suggest(given, sorted(VALUED | FLAGS))})"
        what = what if len(what) < 200 else f"curl has no option --{given}"  # noqa: PLR2004 - the whole list is no hint
    raise SpecError([_mistake(word, file, what)])


def _value(word: Word, todo: list[Word], file: str) -> Word:
    if not todo:
        raise SpecError([_mistake(word, file, f"{word.text} needs a value")])
    return todo.pop()


def _mistake(word: Word, file: str, what: str) -> Mistake:
    return Mistake(file, word.line, word.column, "", what)
