"""A request as the mock prints it: without secrets, and without what a terminal or a CI runner would obey."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus, unquote_plus

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from snippetgen.running.answers import Recorded
    from snippetgen.spec import Endpoint

SHOWN = 4000
"""The most bytes of a body that are printed."""

SHORTEST = 3
"""Characters of the shortest value that is hidden wherever it stands: a shorter one stands in every other word."""

Place = tuple[str, str]
"""Where a secret is sent: header, query or cookie, and its name (that of a header in lower case)."""


def variables(endpoint: Endpoint) -> list[str]:
    """The environment variables that an endpoint's request reads."""
    pairs = [one for auth in endpoint.auth for one in (auth.user, auth.password) if not isinstance(one, str)]
    names = [*(one.env for one in endpoint.auth), *(one["env"] for one in pairs), *(one.env for one in endpoint.params)]
    return [name for name in dict.fromkeys(names) if name]


def places(endpoint: Endpoint) -> set[Place]:
    """Where an endpoint's request sends secrets, besides its body."""
    found = [(one.place, one.name) for one in endpoint.auth if one.type == "apikey"]
    found += [(one.place, one.name) for one in endpoint.params if one.env]
    return {(place, name.lower() if place == "header" else name) for place, name in found}


class Printer:
    """Makes texts of requests.

    Args:
        endpoints: those that are served; their credentials are hidden, known or not.
        secrets: variable -> value; what equals one is printed as its name.
    """

    def __init__(self, endpoints: Iterable[Endpoint], secrets: Mapping[str, str]) -> None:
        served = [*endpoints]
        self._places = {one for endpoint in served for one in places(endpoint)}
        self._places |= {("header", "authorization"), ("header", "proxy-authorization")}
        self._secrets = secrets
        # The longest first: one value may begin with another.
        known = sorted(((value, name) for name, value in secrets.items()), key=lambda one: -len(one[0]))
        long = [(value, name) for value, name in known if len(value) >= SHORTEST]
        self._spelt = [(one, f"<{name}>") for value, name in long for one in _spellings(value)]

    def text(self, recorded: Recorded) -> str:
        """The request in several lines."""
        lines = [f"{recorded.method} {self._target(recorded.target)}"]
        lines += [f"{name}: {self._header(name, value)}" for name, value in recorded.headers]
        head = "\n".join(visible(self._hidden(line)).replace("\n", "\\n") for line in lines)
        body = self._hidden(recorded.body.decode("utf-8", "replace")).encode()
        rest = f"\n… {len(body) - SHOWN} more bytes" if len(body) > SHOWN else ""
        shown = visible(body[:SHOWN].decode("utf-8", "ignore"))
        return f"{head}\n\n{shown}{rest}" if body else head

    def _hidden(self, text: str) -> str:
        for spelling, shown in self._spelt:
            text = text.replace(spelling, shown)
        return text

    def _target(self, target: str) -> str:
        path, mark, query = target.partition("?")
        return path + mark + "&".join(self._pair("query", one) for one in query.split("&"))

    def _header(self, name: str, value: str) -> str:
        if name.lower() == "cookie":
            return "; ".join(self._pair("cookie", one.strip()) for one in value.split(";"))
        if ("header", name.lower()) not in self._places:
            return value
        scheme, space, rest = value.partition(" ")
        return f"{scheme} {self._credential(rest)}" if space else self._credential(value)

    def _pair(self, place: str, pair: str) -> str:
        name, equals, value = pair.partition("=")
        is_secret = equals and (place, unquote_plus(name)) in self._places
        return f"{name}={self._credential(unquote_plus(value))}" if is_secret else pair

    def _credential(self, value: str) -> str:
        """A value that is a secret, known or not."""
        name = next((name for name, one in self._secrets.items() if one == value), "")
        return f"<{name}>" if name else f"… ({len(value)} characters)"


def _spellings(value: str) -> list[str]:
    """How a value may stand in a request: as it is, percent-encoded, in JSON."""
    encoded = [quote(value, safe=""), quote(value), quote_plus(value)]
    lower = [re.sub("%..", lambda found: found[0].lower(), one) for one in encoded]
    texts = [json.dumps(value)[1:-1], json.dumps(value, ensure_ascii=False)[1:-1]]
    return list(dict.fromkeys([value, *texts, *(one.replace("/", "\\/") for one in texts), *encoded, *lower]))


def visible(text: str) -> str:
    """A text of several lines in which what is not printed is an escape, and no line is a command of a CI runner.

    Those are ``::name::`` at the beginning of a line, and ``##[name]`` anywhere
    (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
    """
    text = text.replace("\r\n", "\n")
    if not text.isprintable():
        text = "".join(one if one.isprintable() or one in "\n\t" else _escaped(one) for one in text)
    return re.sub(r"(?m)^(\s*):(?=:)", r"\1\\x3a", re.sub(r"#(?=#\w*\[)", r"\\x23", text))


def _escaped(one: str) -> str:
    number = ord(one)
    if one == "\r":
        return "\\r"
    return f"\\x{number:02x}" if number < 1 << 8 else f"\\u{number:04x}" if number < 1 << 16 else f"\\U{number:08x}"
