"""The fewest programs of a target that reach all that its specs reach: each line of its templates, for a start."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from snippetgen.request import Env, texts

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from snippetgen.request import Request, Value

Reached = set["Hashable"]


@contextmanager
def reached_lines(wanted: bool = True) -> Iterator[Reached]:
    """The lines of templates that run meanwhile, in this thread: pairs of a line and the code that it is part of.

    Jinja compiles a template into Python functions, whose file is called ``<template>``.
    """
    lines: Reached = set()
    if not wanted:
        yield lines
        return

    def within(frame: Any, event: str, _: object) -> Any:
        if event == "line":
            lines.add((frame.f_code, frame.f_lineno))
        return within

    before = sys.gettrace()
    sys.settrace(lambda frame, *_: within if frame.f_code.co_filename == "<template>" else None)
    try:
        yield lines
    finally:
        sys.settrace(before)


def reached_data(request: Request) -> Reached:
    """What a request asks of spelling and clients: its kind, what is read, and each character in each place.

    Its features are not among them: those that matter to a target have a line of its template, or are refused.
    """
    body = request.body
    answer = request.prints, request.answer_charset
    events = request.stream and (request.is_lines, request.is_full, request.ends_with_done)
    found: Reached = {
        ("kind", request.stream, body.kind),
        ("answer", *answer),
        ("events", events),
        ("account", bool(request.basic), bool(request.digest), request.redirects),
    }
    for place, spelt in _texts(request):
        found |= {(place, _sort(char)) for text in spelt for char in text}
    return found


def _texts(request: Request) -> Iterator[tuple[str, Iterable[str]]]:
    body = request.body
    yield "url", _of_value(request.url)
    yield "header", (text for name, value in request.headers for text in (name, *_of_value(value)))
    yield "form", (text for name, value in body.pairs for text in (name, *_of_value(value)))
    yield "text", _of_value(body.text) if body.kind == "text" else ()
    parts = ((one.name, one.filename, one.path, *_of_value(one.value)) for one in body.parts)
    yield "part", (text for part in parts for text in part)
    yield "data", texts(body.data) if body.kind == "json" else ()


def _of_value(value: Value) -> Iterator[str]:
    return (one.name if isinstance(one, Env) else one.text for one in value)


def _sort(char: str) -> str:
    """A character of ASCII that is no letter or digit is one of its own kind; the rest are of few."""
    if char.isascii():
        return "word" if char.isalnum() else char
    width = "beyond U+FFFF" if ord(char) > 0xFFFF else "to U+FFFF"  # noqa: PLR2004 - two units in UTF-16
    return f"{width}, {'printable' if char.isprintable() else 'not printable'}"


def fewest(reached: Sequence[Reached]) -> list[int]:
    """The places of those that together reach what all do, in order; by turns the one that adds most, the first of
    equals.
    """
    left = dict(enumerate(reached))
    chosen = []
    while left:
        best = max(left, key=lambda place: len(left[place]))
        if not left[best]:
            break
        chosen.append(best)
        gained = left.pop(best)
        left = {place: rest - gained for place, rest in left.items()}
    return sorted(chosen)
