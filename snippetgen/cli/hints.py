"""What to do instead, for options and arguments that users bring along from other tools."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

TLS = (
    "programs always check certificates; let them trust your own authority where they run: SSL_CERT_FILE or "
    "REQUESTS_CA_BUNDLE (Python), NODE_EXTRA_CA_CERTS (Node.js), CURL_CA_BUNDLE (curl), a trust store (Java)"
)
PROXY = (
    "a proxy is chosen where a program runs: most clients read HTTPS_PROXY=http://proxy:8080 (Node.js with "
    "NODE_USE_ENV_PROXY=1; Java takes -Dhttps.proxyHost=proxy -Dhttps.proxyPort=8080)"
)
_INSTEAD = {
    **dict.fromkeys(("-k", "--insecure", "--no-verify", "--verify", "--no-check-certificate"), TLS),
    **dict.fromkeys(("--cacert", "--ca-bundle", "--skip-tls", "--no-ssl-verify", "--strict-ssl"), TLS),
    **dict.fromkeys(("-x", "--proxy", "--https-proxy", "--http-proxy", "--socks5", "--noproxy"), PROXY),
}
"""An option of another tool -> what takes its place."""

_CURL = ("-H", "-d", "-X", "-u", "-F", "-b", "-G", "-L", "-A", "-e", "-s", "-S", "-i", "-I", "-v", "-T", "-o")

_COMMANDS = ("curl", "curl.exe", "wget", "http", "https", "xh", "xhs")
"""Programs whose command lines are read, as they stand without quotes."""

_CLOSE = 0.75
"""How alike two names are (0 to 1) before one is taken for the other."""


def instead(option: str) -> str:
    """What takes the place of an option of another tool; empty if nothing is known of it."""
    return _INSTEAD.get(option, "")


def unknown_option(error: click.NoSuchOption, words: Sequence[str]) -> click.UsageError:
    """The message about an option that a command does not have; `words` are all that the user typed."""
    name = error.option_name
    if "curl" in words and (name in _CURL or name.startswith(("--data", "--header", "--request", "--url", "--user"))):
        text = f"{name} is an option of curl: {_quoted(words)}"
    elif hint := instead(name):
        text = f"no option {name}: {hint}."
    else:
        close = [one for one in error.possibilities or () if _alike(one, name)]
        text = f"no such option: {name}" + (f" (did you mean {close[0]}?)" if close else "")
    return click.UsageError(text, error.ctx)


def _alike(one: str, other: str) -> bool:
    from difflib import SequenceMatcher  # noqa: PLC0415 - only who errs waits for it

    return SequenceMatcher(None, one.strip("-"), other.strip("-")).ratio() >= _CLOSE


def _quoted(words: Sequence[str]) -> str:
    """How to give a curl command as one argument, or as all that follows ``--``."""
    before, command = words[: words.index("curl")], words[words.index("curl") :]
    ours = [one for one in ("--lang", "-l") if one in command]
    if ours:
        at = command.index(ours[0])
        before, command = [*before, *command[at : at + 2]], [*command[:at], *command[at + 2 :]]
    return f"put the command in quotes, or after --: snippetgen {shlex.join(before)} -- {shlex.join(command)}"


def joined(words: Iterable[str]) -> list[str]:
    """Arguments in which the words of an unquoted command are one argument."""
    found = list(words)
    return [shlex.join(found)] if found[:1] and found[0] in _COMMANDS and found[1:] else found
