"""A command that a user pasted -> the state of a console's form, and what that form cannot have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from snippetgen import importers
from snippetgen.console.form import form, state_of
from snippetgen.errors import SpecError
from snippetgen.spec.recognise import kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.spec import Endpoint

WHAT = "the command"
"""What messages call it."""


def imported(text: str) -> dict[str, Any]:
    """The state and the notes, as JSON data; no value of a secret is in them, only the names of variables.

    Descriptions are not taken: they may refer to files, and those of this machine are not a page's to read.

    Raises:
        SpecError: the text is no command, or none that can be read.
    """
    if not kind(text):
        raise SpecError(f"{WHAT}: is none that is read here (paste one of curl, wget or HTTPie, fetch, or raw HTTP)")
    entries = importers.open_source(text, WHAT, importers.Options()).entries
    if not entries:
        raise SpecError(f"{WHAT}: has no request")
    found = entries[0].read()
    endpoint = found.endpoint()
    more = [f"{len(entries) - 1} more requests are left out"] if len(entries) > 1 else []
    notes = [*map(str, found.notes), *more, *_lost(endpoint)]
    return {"state": state_of(form(endpoint, "en")), "notes": notes}


def _lost(endpoint: Endpoint) -> Iterator[str]:
    """What the form of another endpoint does not take over."""
    if endpoint.auth:
        yield "its authentication is left out: the request has that of this page"
    for one in endpoint.params:
        if one.env and one.place == "body":
            yield f"{one.name}: is a secret, and stands as ${one.env} where its value was"
    parts = endpoint.body.parts if endpoint.body else ()
    named = [str(one["file"]) for one in parts if "file" in one]
    for path in [*named, *(str(one.example) for one in endpoint.params if one.type == "file")]:
        yield f"{path}: a file is left out of the parts"
