"""What curl itself warns about or leaves out, as notes: options that take another's place, ranges, odd addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from snippetgen.importers.curl.options import FLAGS, SHORT, VALUED
from snippetgen.importers.notes import Notes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from snippetgen.importers.curl.options import Option
    from snippetgen.importers.curl.shellwords import Word
    from snippetgen.importers.notes import Note

_ONCE = frozenset(("request", "user-agent", "referer", "range", "user", "oauth2-bearer", "max-time", "proto-default"))
"""Options of which curl takes the last one alone."""

_SECRET = frozenset(("user", "oauth2-bearer", "cookie"))
"""Options whose values no note shows."""

_HEADERS = {
    "user-agent": "User-Agent",
    "referer": "Referer",
    "cookie": "Cookie",
    "range": "Range",
    "user": "Authorization",
    "oauth2-bearer": "Authorization",
}
"""Option -> the header that it sends, unless -H gives that header."""


def warnings(options: Sequence[Option], address: Word) -> Iterator[Note]:
    """Notes on all that curl would not send as written, or would warn about."""
    url = address.text
    for one in address.live:
        url = url.replace(one, "x")
    notes = Notes()
    names = {option.name for option in options}
    headers = {option.value.partition(":")[0].strip().lower() for option in options if option.name == "header"}
    last = {option.name: option for option in options}
    for option in options:
        if option.name in _ONCE and last[option.name] is not option and option.value != last[option.name].value:
            notes.dropped(option.written, _shown(option), f"curl takes the last {option.written} alone")
        elif (header := _HEADERS.get(option.name)) and header.lower() in headers:
            notes.dropped(option.written, _shown(option), f"-H gives {header}, and curl sends that one")
        elif option.name == "user" and "oauth2-bearer" in names:
            notes.dropped(option.written, None, "curl sends the token of --oauth2-bearer")
        elif option.name in VALUED and _is_option(option.value):
            notes.add(option.written, f"takes {option.value} as its value, as in curl (was its value forgotten?)")
    _method(last, names, notes)
    _range(last.get("range"), notes)
    if " " in url.strip():
        notes.add("", "curl refuses an address with spaces; they are sent as %20")
    elif "globoff" not in names and re.search(r"(?<!\\)(?:\{[^}]*|\[[^\]]*)$", url):
        notes.add("", "curl refuses an address with a bracket that is not closed (add -g); kept as it is")
    yield from notes


def _shown(option: Option) -> str | None:
    return None if option.name in _SECRET else option.value


def _is_option(value: str) -> bool:
    """Whether a value is an option of curl, as it is where the true value was forgotten."""
    if value.startswith("--"):
        return value[2:] in VALUED | FLAGS
    return len(value) == 2 and value[0] == "-" and value[1] in SHORT and value[1].isalpha()  # noqa: PLR2004


def _method(last: dict[str, Option], names: set[str], notes: Notes) -> None:
    method = last.get("request")
    if method and method.value == "HEAD" and "head" not in names:
        notes.add(method.written, "with -X HEAD, curl waits for a body in vain (write -I); the program does not")


def _range(option: Option | None, notes: Notes) -> None:
    if not option:
        return
    if "-" not in option.value:
        notes.changed(option.written, option.value, f"bytes={option.value}-", "curl adds the dash")
    elif not re.fullmatch(r"[0-9]*-[0-9]*(?:,[0-9]*-[0-9]*)*", option.value):
        notes.add(option.written, f'"{option.value}" is no range of bytes; sent as it is, as by curl')
