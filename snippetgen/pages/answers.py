"""The answers of an endpoint as a page shows them: example, fields, stream, errors."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from snippetgen.pages import display
from snippetgen.pages.fields import fields
from snippetgen.pages.model import Answer, Code, Stream
from snippetgen.pages.requests import changes, lexer_of

if TYPE_CHECKING:
    from snippetgen.spec import Endpoint, Response

_ERROR = 400


def answers(endpoint: Endpoint, locale: str) -> tuple[Answer, ...]:
    """The described answers with a status below 400, in the order of the spec."""
    return tuple(_answer(one, locale) for one in endpoint.responses if one.status < _ERROR)


def errors(endpoint: Endpoint, locale: str) -> tuple[Answer, ...]:
    """The described answers with a status of 400 or more, in the order of the spec."""
    return tuple(_answer(one, locale) for one in endpoint.responses if one.status >= _ERROR)


def _answer(response: Response, locale: str) -> Answer:
    return Answer(
        status=response.status,
        phrase=phrase(response.status),
        media_type=response.media_type if response.example else "",
        description=response.description.text(locale),
        headers=tuple(response.headers.items()),
        code=example(response),
        fields=tuple(fields(response.example, response.fields, locale)),
    )


_PHRASES = {413: "Content Too Large", 422: "Unprocessable Content", 418: ""}
"""Status -> reason phrase of RFC 9110, for phrases that differ between versions of Python."""


def phrase(status: int) -> str:
    """The reason phrase of a status code (RFC 9110); empty for one that has none."""
    try:
        return _PHRASES.get(status, HTTPStatus(status).phrase)
    except ValueError:  # a code of the server's own
        return ""


def example(response: Response) -> Code | None:
    """The example body of an answer; JSON is indented, if that keeps every number and text as it is."""
    if not response.example:
        return None
    lexer = lexer_of(response.media_type)
    text = display.pretty(response.example) if lexer == "json" else response.example.rstrip("\r\n")
    return Code(text, lexer)


_EVENTS = 3
"""How many events of a stream a page shows."""


def stream(endpoint: Endpoint) -> Stream | None:
    """How the endpoint streams, and the first events of its example."""
    it = endpoint.stream
    if it is None:
        return None
    events = [_event(data) for data in it.example]
    last = [_event(it.done)] if it.done is not None else []
    left_out = len(events) > _EVENTS + 1
    kept = [*events[:_EVENTS], "…"] if left_out else events
    return Stream(changes(it.set), it.delta or "", it.done or "", Code("\n\n".join([*kept, *last])))


def _event(data: str) -> str:
    """An event as it is sent (WHATWG HTML, section 9.2.6)."""
    return "\n".join(f"data: {line}" for line in display.visible(data).split("\n"))
