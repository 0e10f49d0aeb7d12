"""A response that streams -> ``stream`` of a spec: how to ask for it, and its events."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from snippetgen.data import paths
from snippetgen.data.jsontext import dumps
from snippetgen.data.number import Number
from snippetgen.importers.openapi.document import RefError, Spot
from snippetgen.importers.openapi.examples import sampled, written
from snippetgen.importers.openapi.operation import elements, words
from snippetgen.importers.openapi.samples.merge import view
from snippetgen.spec.parameters import addressed

if TYPE_CHECKING:
    from snippetgen.importers.openapi.document import Document
    from snippetgen.importers.openapi.operation import Data, Operation

_DELTAS = ("choices[0].delta.content", "delta.text", "choices[0].text", "delta")
"""Paths to the text in the events of well-known APIs (OpenAI, Anthropic, older completions, OpenAI's responses)."""

_MANY_KINDS = 10
"""How many kinds of event an example shows at most."""


class Event(NamedTuple):
    """One event of a stream.

    Attributes:
        data: its data, for lines of JSON the line.
        name: its type (the field ``event`` of text/event-stream); empty if it has none.
    """

    data: str
    name: str = ""


class Stream(NamedTuple):
    """A stream in the words of a spec.

    Attributes:
        events: its events with what the spec has no words for.
        written: the whole answer, as its author wrote it; empty if he wrote none.
    """

    data: Data
    events: list[Event]
    written: str = ""

    def text(self) -> str:
        """The whole answer, as text/event-stream."""
        done = [Event(self.data["done"])] if "done" in self.data else []
        return "".join(map(_written, [*self.events, *done]))


def of_events(operation: Operation, found: Spot | None, params: list[Data], *steps: str) -> Stream:
    """The stream of a media type text/event-stream.

    Args:
        found: the Media Type Object; None if it is broken.
        params: the parameters of the spec so far; a boolean body parameter ``stream`` asks for the stream.
        steps: the path of the Media Type Object within the operation.
    """
    events = _events(operation, found, *steps) if found else []
    data = _asked(params)
    known = [one.data for one in events]
    done = "[DONE]" if "[DONE]" in known or "[DONE]" in json.dumps(operation.data, default=str) else None
    events = [one for one in events if one.data != done] or [Event("{}")]
    delta = _delta(events)
    if delta:
        data["delta"] = delta
    if done or delta == "choices[0].delta.content":
        data["done"] = "[DONE]"
    if any(re.search("[\r\n]", one.data) for one in events):
        data["events"] = "full"
    text = _written_text(operation, found, *steps) if found else ""
    if re.search(r"(?m)^(?:id|retry|):", text):
        operation.note("the ids, pauses and comments of the example stream are left out", *steps)
    return Stream(data | {"example": [_example(one) for one in events]}, events, text)


def _written_text(operation: Operation, found: Spot, *steps: str) -> str:
    """The example of the answer, if it is written as text/event-stream; empty if not."""
    value = next(iter(written(operation, found.value, found.document, *steps).values()), "")
    return value if isinstance(value, str) and _parsed(value) else ""


def _example(event: Event) -> str | Data:
    """An event as the spec writes it; every event without a name is a message."""
    return {"event": event.name, "data": event.data} if event.name not in ("", "message") else event.data


def of_lines(text: str, params: list[Data]) -> Stream | None:
    """The stream of an answer in lines of JSON; None where the example has none."""
    events = [Event(line) for line in text.split("\n") if line.strip()]
    if not events:
        return None
    delta = _delta(events)
    more = {"delta": delta} if delta else {}
    return Stream(_asked(params) | more | {"format": "lines", "example": [one.data for one in events]}, events)


def _asked(params: list[Data]) -> Data:
    names = [(one["in"], one["name"]) for one in params]
    if any(one["name"] == "stream" and one["in"] == "body" and one.get("type") == "boolean" for one in params):
        return {"set": {addressed("body", "stream", names): True}}
    if ("query", "stream") in names:
        return {"set": {addressed("query", "stream", names): "true"}}
    return {}


def _events(operation: Operation, found: Spot, *steps: str) -> list[Event]:
    """The events of the example, or one of each kind from ``itemSchema`` (OpenAPI 3.2) or the schema."""
    examples = written(operation, found.value, found.document, *steps)
    if examples:
        value = next(iter(examples.values()))
        if isinstance(value, str):
            return _parsed(value) or [Event(" ".join(value.split()))]
        return [_event(one) for one in value] if isinstance(value, list) else [_event(value)]
    schema = found.value.get("itemSchema")
    if schema is not None:
        kinds = [_with_data(operation, one, found.document, *steps) for one in _kinds(schema, found.document)]
        return list(dict.fromkeys(kinds))
    value = sampled(operation, found.value.get("schema"), found.document, *steps, response=True)
    if isinstance(value, str):
        return _parsed(value) or [Event(value)]
    return [_event(one) for one in value] if isinstance(value, list) and value else [_event(value)]


def _kinds(schema: Any, document: Document) -> list[Any]:
    """A schema for each kind of event: the branches of its ``oneOf`` or ``anyOf``, else the schema itself."""
    try:
        spot = document.follow(schema)
    except RefError:
        return [schema]
    if spot.document is not document or not isinstance(spot.value, dict):
        return [schema]
    for key in ("oneOf", "anyOf"):
        branches = elements(spot.value.get(key))
        if len(branches) > 1:
            rest = {name: one for name, one in spot.value.items() if name not in (key, "discriminator")}
            return [{"allOf": [rest, one]} if rest else one for one in branches[:_MANY_KINDS]]
    return [schema]


def _with_data(operation: Operation, schema: Any, document: Document, *steps: str) -> Event:
    """An event sampled from a schema; the data of one is JSON text where ``contentSchema`` describes it."""
    value = sampled(operation, schema, document, *steps, response=True)
    event = _event(value)
    if isinstance(value, dict) and _is_event(value):
        inner = view([Spot(schema, document)], lambda _: None).properties().get("data", [])
        content = view(inner, lambda _: None).spots("contentSchema") if inner else []
        if content and event.data == "string":
            return event._replace(data=dumps(sampled(operation, *content[0], *steps, response=True)))
    return event


def _parsed(text: str) -> list[Event]:
    """The events of a text in the format of text/event-stream (the HTML standard, section 9.2.6)."""
    found = []
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip()):
        lines = block.split("\n")
        data = [line[5:].removeprefix(" ") for line in lines if line.startswith("data:")]
        names = [line[6:].removeprefix(" ") for line in lines if line.startswith("event:")]
        if data:
            found.append(Event("\n".join(data), names[-1] if names else ""))
    return found


def _is_event(value: Data) -> bool:
    """Whether a map is an event as OpenAPI 3.2 describes one: a map of its fields."""
    return "data" in value and set(value) <= {"data", "event", "id", "retry", "comment"}


def _event(value: Any) -> Event:
    name = ""
    if isinstance(value, dict) and _is_event(value):
        name, value = words(value.get("event")), value["data"]
    return Event(value if isinstance(value, str) else dumps(value), name)


def _written(event: Event) -> str:
    data = "".join(f"data: {line}\n" for line in event.data.split("\n"))
    return (f"event: {event.name}\n" if event.name else "") + data + "\n"


def _delta(events: list[Event]) -> str | None:
    """The path of the text in some of the events, if it is a well-known one."""
    return next((one for one in _DELTAS if any(_text_at(event.data, one) for event in events)), None)


def _text_at(event: str, path: str) -> bool:
    try:
        return isinstance(paths.get(json.loads(event, parse_float=Number), paths.parse(path)), str)
    except (LookupError, ValueError, RecursionError):
        return False
