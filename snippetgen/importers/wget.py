"""wget command lines -> requests (https://www.gnu.org/software/wget/manual/wget.html)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from snippetgen.importers.body import FromFile, Raw
from snippetgen.importers.commandline import Arguments, commands
from snippetgen.importers.draft import Draft, absolute, source

if TYPE_CHECKING:
    from snippetgen.importers.commandline import Given
    from snippetgen.importers.model import Options, Source

_VALUED = frozenset((
    "header", "method", "body-data", "body-file", "post-data", "post-file", "user", "password", "http-user",
    "http-password", "user-agent", "referer", "timeout", "connect-timeout", "read-timeout", "dns-timeout", "tries",
    "output-document", "output-file", "append-output", "directory-prefix", "max-redirect", "ca-certificate",
    "ca-directory", "certificate", "certificate-type", "private-key", "private-key-type", "load-cookies",
    "save-cookies", "wait", "waitretry", "limit-rate", "quota", "bind-address", "execute", "input-file", "level",
    "accept", "reject", "domains", "exclude-domains", "cut-dirs", "default-page", "compression", "secure-protocol",
    "ciphers", "pinnedpubkey", "proxy-user", "proxy-password", "local-encoding", "remote-encoding", "progress",
    "start-pos", "report-speed", "prefer-family", "base", "config", "restrict-file-names", "include-directories",
    "exclude-directories", "egd-file", "random-file", "crl-file", "retry-on-http-error", "hsts-file",
))  # fmt: skip
_SHORT = {
    "O": "output-document", "o": "output-file", "a": "append-output", "P": "directory-prefix", "U": "user-agent",
    "T": "timeout", "t": "tries", "w": "wait", "Q": "quota", "e": "execute", "i": "input-file", "l": "level",
    "A": "accept", "R": "reject", "D": "domains", "B": "base", "I": "include-directories", "X": "exclude-directories",
}  # fmt: skip
_SILENT = frozenset((
    "output-document", "output-file", "append-output", "directory-prefix", "tries", "q", "v", "nv", "d", "S", "c", "N",
    "quiet", "verbose", "no-verbose", "debug", "server-response", "show-progress", "progress", "content-on-error",
    "auth-no-challenge", "wait", "waitretry", "limit-rate", "no-clobber", "nc", "continue", "timestamping", "no-cache",
    "no-cookies", "inet4-only", "inet6-only", "4", "6", "no-hsts", "no-proxy", "no-netrc", "no-dns-cache",
    "trust-server-names", "content-disposition", "no-http-keep-alive", "no-config",
    "retry-connrefused", "compression", "b", "background",
))  # fmt: skip
"""Options that are about the saved file or the terminal."""

_TEXTS = {
    "no-check-certificate": "ignored: certificates are always checked (make your system trust the server's own)",
    "load-cookies": "the cookies of the file are left out (write them as --header 'Cookie: name=value')",
    "save-cookies": "ignored: programs do not save the cookies of a response",
    "keep-session-cookies": "ignored: programs do not save the cookies of a response",
}


def open_wget(text: str, file: str, options: Options) -> Source:
    """The requests of the wget commands in a text."""
    found, notes = commands(text, file, ("wget",))
    drafts = [draft for one in found for draft in _drafts(one, file)]
    return source("wget", file, drafts, options, notes)


def _drafts(given: Given, file: str) -> list[Draft]:
    arguments = Arguments(given.words, _VALUED, _SHORT, file)
    drafts = []
    for url in arguments.positional:
        draft = Draft(title=given.title, notes=given.notes())
        for option in arguments.options:
            _take(draft, option.name, option.value, option.written)
        user, password = (arguments.last(f"http-{one}") or arguments.last(one) for one in ("user", "password"))
        if user or password:
            draft.basic = (user, password)
        if draft.body and not draft.header("content-type"):
            draft.headers.append(("Content-Type", "application/x-www-form-urlencoded"))
        draft.url = url if "://" in url else absolute(url, "", draft.notes).replace("https://", "http://", 1)
        drafts.append(draft)
    return given.finished(drafts)


def _take(draft: Draft, name: str, value: str, written: str) -> None:
    if name == "header":
        key, colon, text = value.partition(":")
        if colon:
            draft.headers.append((key.strip(), text.strip(" \t")))
        else:
            draft.notes.dropped(written, value, "it is no header (it has no colon)")
    elif name == "method":
        draft.method = value
    elif name in ("post-data", "body-data", "post-file", "body-file"):
        draft.body = Raw(value) if name.endswith("data") else FromFile(value)
        draft.method = "POST" if name.startswith("post") else draft.method
    elif name in ("user-agent", "referer"):
        draft.headers.append(("User-Agent" if name == "user-agent" else "Referer", value))
    elif name in ("timeout", "read-timeout"):
        draft.timeout = int(value) if value.isdigit() else draft.timeout
    elif name == "max-redirect":
        draft.redirects = "stop" if value == "0" else draft.redirects
    elif name not in _SILENT and name not in ("user", "password", "http-user", "http-password"):
        proxy = re.match("proxy|execute", name)
        text = "left out: how to reach the server depends on the machine" if proxy else "left out: not supported"
        draft.notes.add(written, _TEXTS.get(name, text))
