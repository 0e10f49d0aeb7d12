"""How long our programs are beside the shortest of the rivals', for the chat request: lines that are not blank.

Ours without its first comment. A rival's is a statement or a function, as a rule: it reads no key from the environment,
does not look at the status, and prints the answer as it came.
"""

from __future__ import annotations

import shutil
import sys

from bench import ROOT, SPEC, of_rivals

from snippetgen import spec
from snippetgen.errors import Refused
from snippetgen.languages import Languages, Target
from snippetgen.rendering.render import render
from snippetgen.request.build import build

NAMES = {
    "browser": ("javascript", "js"),
    "node": ("node", "nodejs"),
    "shell": ("shell", "curl"),
}
"""What rivals call a language; most have the name that we have."""

CLIENTS = {
    "curl": ("curl", "libcurl"),
    "http": ("native",),
    "net-http": ("native", "net::http"),
    "http.client": ("python3", "http.client"),
    "httpx": ("httpx_sync",),
    "httpx-async": ("httpx_async",),
    "java.net.http": ("nethttp",),
    "urlsession": ("nsurlsession", "urlsession"),
}
"""What they call a client."""


def lines(target: Target, *, stream: bool) -> int:
    """The lines of our program; 0 where the target refuses it."""
    endpoint = spec.load(ROOT / SPEC)
    try:
        text = render(endpoint, build(endpoint, stream=stream), target).text
    except Refused:
        return 0
    written = [line for line in text.splitlines() if line.strip()]
    comment = target.language.facts["comment"]["open"].strip()
    while written and written[0].startswith(comment):
        written.pop(0)
    return len(written)


def rivals() -> dict[tuple[str, str], int]:
    """The shortest of the rivals' programs, by their names of language and client."""
    shortest: dict[tuple[str, str], int] = {}
    for language, client, count in of_rivals("lengths.mjs"):
        shortest[language, client] = min(count, shortest.get((language, client), count))
    return shortest


def theirs(target: Target, known: dict[tuple[str, str], int]) -> int:
    """The lines of the shortest of the rivals' programs for a target; 0 where none has it."""
    language, client = target.id.split("/")
    names = ((one, two) for one in NAMES.get(language, (language,)) for two in CLIENTS.get(client, (client,)))
    return min((known[name] for name in names if name in known), default=0)


def main() -> None:
    if not shutil.which("npm"):
        sys.exit("the rivals come from npm, and npm is not installed")
    known = rivals()
    print(f"{'target':<24}{'plain':>6}{'streamed':>10}{'shortest rival':>16}")
    for target in Languages().all():
        plain, streamed, other = lines(target, stream=False), lines(target, stream=True), theirs(target, known)
        print(f"{target.id:<24}{plain:>6}{streamed or '-':>10}{other or '-':>16}")


if __name__ == "__main__":
    main()
