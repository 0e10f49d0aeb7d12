"""The responses of an operation -> ``responses`` and ``stream`` of a spec, and the Accept header that asks for them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from snippetgen.data.jsontext import bare_text, dumps
from snippetgen.http import NO_BODY
from snippetgen.importers.openapi import media, streams
from snippetgen.importers.openapi.document import Spot
from snippetgen.importers.openapi.examples import sampled, written
from snippetgen.importers.openapi.fields import fields
from snippetgen.importers.openapi.operation import items, words
from snippetgen.importers.openapi.samples.xmltext import xml_text
from snippetgen.importers.openapi.values import is_raw_text, parsed

if TYPE_CHECKING:
    from snippetgen.importers.openapi.document import Document
    from snippetgen.importers.openapi.operation import Data, Operation


class Answers(NamedTuple):
    """The parts of a spec that are about answers.

    Attributes:
        responses: the good answer first, then the same in other media types, then the errors.
        accept: the value of the Accept header; empty if the request needs none.
        stream: the value of ``stream``; None if the operation does not stream.
    """

    responses: list[Data]
    accept: str
    stream: Data | None


def read(operation: Operation, params: list[Data]) -> Answers:
    """Read the responses of an operation.

    Args:
        params: the parameters of the spec so far; a boolean body parameter ``stream`` asks for the stream.
    """
    statuses = _statuses(operation)
    good = next((one for one in statuses if one[0] < 400), None)  # noqa: PLR2004
    responses = [answer for one in statuses if one[0] >= 400 for answer in _errors(operation, *one)]  # noqa: PLR2004
    if good is None:
        return Answers(responses, "", None)
    status, key, spot = good
    content, document = _content(operation, spot, key)
    spot = Spot({**spot.value, "content": content}, document)
    events = next((one for one in content if media.kind(one) == "sse"), None)
    stream = _stream(operation, spot, key, events, params) if events else None
    plain = [one for one in content if media.kind(one) not in ("sse", "form", "multipart")]
    chosen = media.preferred(plain) or events
    answer: Data = {"status": status}
    if words(spot.value.get("description")):
        answer["description"] = words(spot.value["description"])
    if chosen and status not in NO_BODY:
        answer["media_type"] = media.concrete(chosen, "application/json")
        if stream and not plain:
            answer["example"] = stream.written or stream.text()
        elif operation.method != "HEAD":
            answer |= _example(operation, spot, key, chosen)
    accept = _accept(plain or list(content), chosen or "")
    if stream and plain and not stream.data.get("set"):
        accept = media.concrete(chosen or "", "application/json")
        stream = stream._replace(data={"set": {"Accept": "text/event-stream"}, **stream.data})
    if not stream and chosen and media.kind(chosen) == "lines" and media.essence(chosen) != media.JSON_SEQ:
        stream = streams.of_lines(answer.get("example", ""), params)
    others = [one for one in plain if one != chosen] if operation.method != "HEAD" and status not in NO_BODY else []
    further = _further(operation, spot, key, answer, others)
    return Answers([answer, *further, *responses], accept, stream.data if stream else None)


def _further(
    operation: Operation, spot: Spot, key: str, first: Data, media_types: list[str], *, sample: bool = True
) -> list[Data]:
    """The same answer in other media types, where it has another example there: a client may ask for it by Accept."""
    found: list[Data] = []
    seen = [_bare(first.get("example"))]
    for one in media_types:
        answer = {"status": first["status"], "media_type": media.concrete(one, "")}
        answer |= _example(operation, spot, key, one, sample=sample)
        if answer["media_type"] and "example" in answer and _bare(answer["example"]) not in seen:
            seen.append(_bare(answer["example"]))
            found.append(answer)
    return found


def _bare(example: Any) -> str:
    """An example as text, to compare: JSON without its spaces."""
    return "".join((example if isinstance(example, str) else dumps(example)).split())


def _content(operation: Operation, spot: Spot, key: str) -> tuple[Data, Document]:
    """The Media Type Objects of a Response Object by media type, and the document that they stand in."""
    value, document = operation.opened(spot.value.get("content"), spot.document, "responses", key, "content")
    return {name: one for name, one in items(value) if isinstance(name, str)}, document


def _stream(operation: Operation, spot: Spot, key: str, media_type: str, params: list[Data]) -> streams.Stream:
    steps = ("responses", key, "content", media_type)
    found = operation.follow(spot.value["content"][media_type], spot.document, *steps)
    return streams.of_events(operation, found, params, *steps)


def _statuses(operation: Operation) -> list[tuple[int, str, Spot]]:
    """The described answers, as status, key and Response Object: ``2XX`` is 200.

    ``default`` is 200 if no good answer is described.
    """
    found: list[tuple[int, str, Spot]] = []
    described, document = operation.opened(operation.data.get("responses"), None, "responses")
    for key, value in items(described):
        text = str(key).upper()
        number = int(text.replace("XX", "00")) if re.fullmatch(r"[2-5](?:XX|[0-9]{2})", text) else 0
        spot = operation.follow(value, document, "responses", key) if number or text == "DEFAULT" else None
        if spot:
            found.append((number, str(key), spot))
    found.sort(key=lambda one: (one[0] == 0, one[0]))
    if found and not any(200 <= one[0] < 400 for one in found):  # noqa: PLR2004
        found = [(200, key, spot) if number == 0 else (number, key, spot) for number, key, spot in found]
    return [one for one in found if one[0]]


def _errors(operation: Operation, status: int, key: str, spot: Spot) -> list[Data]:
    """An error response as its author described it; it has an example only if the author wrote one."""
    answer: Data = {"status": status}
    if words(spot.value.get("description")):
        answer["description"] = words(spot.value["description"])
    content, document = _content(operation, spot, key)
    spot = Spot({**spot.value, "content": content}, document)
    chosen = media.preferred(list(content))
    if chosen:
        answer["media_type"] = media.concrete(chosen, "application/json")
        answer |= _example(operation, spot, key, chosen, sample=False)
    others = [one for one in content if one != chosen]
    return [answer, *_further(operation, spot, key, answer, others, sample=False)]


def _example(operation: Operation, spot: Spot, key: str, media_type: str, *, sample: bool = True) -> Data:
    steps = ("responses", key, "content", media_type)
    found = operation.follow(spot.value["content"][media_type], spot.document, *steps)
    if found is None:
        return {}
    examples = written(operation, found.value, found.document, *steps)
    kind = media.kind(media_type)
    if examples:
        value = next(iter(examples.values()))
    elif sample and {"schema", "itemSchema"} & found.value.keys() and kind != "binary":
        schema = found.value.get("itemSchema", found.value.get("schema"))
        value = sampled(operation, schema, found.document, *steps, response=True)
    else:
        return _fields(operation, found, []) if kind == "json" else {}
    if kind == "json":
        schema = found.value.get("schema")
        text = value if is_raw_text(value, schema, found.document) else _json_example(value)
        return {"example": text, **_fields(operation, found, [parsed(value)])}
    if kind == "lines":
        value = media.lines_of(value, media_type)
    if kind == "xml" and not (isinstance(value, str) and value.lstrip().startswith("<")):
        value = xml_text(value, found.value.get("schema"), found.document)
    return {"example": bare_text(value)}


def _fields(operation: Operation, holder: Spot, values: list[Any]) -> Data:
    """The descriptions of the members of a JSON answer, as the ``fields`` of a spec."""
    if not operation.options.fields:
        return {}
    found = fields(holder.value.get("schema"), holder.document, values, response=True)
    return {"fields": found} if found else {}


def _json_example(value: Any) -> Any:
    """A JSON answer as text; an example that is JSON text already stays as its author wrote it."""
    if not isinstance(value, str):
        return value if isinstance(value, dict | list) else dumps(value)
    try:
        json.loads(value)
    except (ValueError, RecursionError):
        return dumps(value)
    return value


def _accept(offered: list[str], chosen: str) -> str:
    """The value of the Accept header; empty if the server sends what clients expect without being asked.

    That is JSON where it is offered first, and anything usual where nothing else is offered.
    """
    first = offered[:1] == [chosen]
    if not chosen or (first and media.essence(chosen) == "application/json"):
        return ""
    if len(offered) == 1 and media.essence(chosen) in ("*/*", "text/event-stream"):
        return ""
    wanted = media.concrete(chosen, "")
    return wanted if len(offered) > 1 or media.kind(chosen) in ("json", "xml", "lines") else ""
