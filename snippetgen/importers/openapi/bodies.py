"""The request body of an operation -> ``body``, body parameters and further examples of a spec."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from snippetgen.data import paths
from snippetgen.data.jsontext import bare_text, dumps
from snippetgen.errors import Refused
from snippetgen.http import DEFAULT_MEDIA_TYPES, other_charset
from snippetgen.importers.openapi import media, own
from snippetgen.importers.openapi.document import Document, RefError, Spot
from snippetgen.importers.openapi.examples import sampled, written
from snippetgen.importers.openapi.fields import fields
from snippetgen.importers.openapi.operation import elements, items
from snippetgen.importers.openapi.samples.xmltext import xml_text
from snippetgen.importers.openapi.values import (
    described,
    description_of,
    documented,
    fitted,
    is_binary,
    is_raw_text,
    parsed,
    schema_of,
)

if TYPE_CHECKING:
    from snippetgen.importers.openapi.operation import Data, Operation


@dataclass(slots=True)
class Carried:
    """The parts of a spec that are about the body.

    Attributes:
        params: the body parameters.
        body: the value of ``body``; None if the parameters describe the body fully, or there is no body.
        examples: the value of ``examples``: further requests by name.
    """

    params: list[Data] = field(default_factory=list)
    body: Data | None = None
    examples: Data = field(default_factory=dict)


class Member(NamedTuple):
    """A property of the body's schema."""

    schema: Any
    document: Document
    required: bool = False


def chosen(operation: Operation) -> tuple[str, Spot] | None:
    """The media type of the body to send, and its Media Type Object; None if no body is sent."""
    if "requestBody" not in operation.data:
        return None
    spot = operation.follow(operation.data["requestBody"], None, "requestBody")
    if spot is None:
        return None
    content, document = operation.opened(spot.value.get("content"), spot.document, "requestBody", "content")
    if not isinstance(content, dict) or not content:
        return None
    if operation.method in ("GET", "HEAD") and not is_required(operation):
        what = f"the body is left out: it is optional, and few servers read a body with {operation.method}"
        operation.note(what, "requestBody")
        return None
    media_type = _preferred(operation, [str(one) for one in content])
    found = operation.follow(content[media_type], document, "requestBody", "content", media_type)
    return media_type, found or Spot({}, document)


def is_required(operation: Operation) -> bool:
    """Whether every request must carry the body."""
    spot = operation.follow(operation.data.get("requestBody"), None, "requestBody")
    return spot is not None and spot.value.get("required") is True


def _preferred(operation: Operation, offered: list[str]) -> str:
    wanted = operation.options.content_type
    found = media.preferred(offered, wanted)
    if found is None:
        operation.note(f"does not accept {wanted} (accepted: {', '.join(offered)})", "requestBody", "content")
    carried = [one for one in offered if media.kind(one) != "mixed"]
    return found or media.preferred(carried or offered) or offered[0]


class BodyReader:
    """Reads the body of one media type, unless it is a form (see `forms`)."""

    def __init__(self, operation: Operation, media_type: str, spot: Spot) -> None:
        self.operation, self.media_type = operation, media_type
        self.holder, self.document = spot
        self.schema = self.holder.get("schema")
        self.steps = ("requestBody", "content", media_type)
        self.examples = written(operation, self.holder, self.document, *self.steps)

    def read(self) -> Carried:
        """The body in the words of a spec; raises Refused if programs cannot send a body of this media type."""
        kind = media.kind(self.media_type)
        if kind == "json" and "*" in self.media_type and is_binary(self.schema, self.document):
            kind = "binary"
        if kind == "mixed":
            raise Refused(f"{self.media_type}: programs can send multipart bodies only as forms (multipart/form-data)")
        readers = {
            "json": self._json,
            "lines": self._lines,
            "xml": self._xml,
            "yaml": self._yaml,
            "binary": self._binary,
        }
        return readers.get(kind, self._text)()

    def raw(self) -> Any:
        """The first example as the author wrote it, else a sample of the schema."""
        if self.examples:
            return next(iter(self.examples.values()))
        schema = self.holder.get("itemSchema", self.schema)
        return sampled(self.operation, schema, self.document, *self.steps, anything={})

    def value(self) -> Any:
        """The first example, else a sample of the schema; an example that is JSON text is parsed."""
        return parsed(self.raw())

    def members(self) -> dict[str, Member]:
        """The properties of the schema, including those from ``allOf``."""
        found: dict[str, Member] = {}
        required: set[str] = set()
        todo = [(self.schema, self.document)]
        for value, document in todo:  # which grows
            try:
                spot = document.follow(value)
            except RefError:
                continue
            if not isinstance(spot.value, dict):
                continue
            required |= {one for one in elements(spot.value.get("required")) if isinstance(one, str)}
            properties, inner = self.operation.opened(spot.value.get("properties"), spot.document)
            for name, schema in items(properties):
                found.setdefault(name, Member(schema, inner))
            if len(todo) < _MANY:
                todo += [(one, spot.document) for one in elements(spot.value.get("allOf"))]
        return {name: one._replace(required=name in required) for name, one in found.items()}

    def about(self, name: str, member: Member, *, required: bool) -> Data:
        """A body parameter without its value."""
        about = described(member.schema, member.document)
        result: Data = {"name": name, "in": "body", "type": about.pop("type", "string")}
        if required:
            result["required"] = True
        return result | description_of(member.schema, member.document) | about

    # -- kinds of body -----------------------------------------------------------------------------------------------

    def _json(self) -> Carried:
        media_type = media.concrete(self.media_type, "application/json")
        about: Data = {} if media_type == DEFAULT_MEDIA_TYPES["json"] else {"media_type": media_type}
        value = self.value()
        meant = self._fields(value)
        if is_raw_text(value, self.schema, self.document):
            return self._whole(value)
        if self._charset(dumps(value)):
            return self._whole(dumps(value))
        if not isinstance(value, dict):
            return Carried(own.secret_fields([], self.holder, value), {**about, "example": value, **meant})
        params = own.secret_fields(self._json_params(value), self.holder, value)
        body = about | ({} if value else {"example": {}}) | meant
        return Carried(params, body or None, self._further(value))

    def _fields(self, value: Any) -> Data:
        """The descriptions of the value's members that are not parameters, as the ``fields`` of a spec."""
        if not self.operation.options.fields:
            return {}
        found = fields(self.schema, self.document, [value], response=False, outermost=not isinstance(value, dict))
        return {"fields": found} if found else {}

    def _json_params(self, value: Data) -> list[Data]:
        """A parameter for each member of the value, then one for each property that the value leaves out."""
        known = self.members()
        params = []
        for name, one in value.items():
            member = known.pop(name, Member({}, self.document))
            params.append(fitted(self.about(paths.written(name), member, required=member.required), one, repeats=False))
        for name, member in known.items():
            if schema_of(member.schema, member.document).get("readOnly") is not True:
                params.append(documented(self.about(paths.written(name), member, required=False)))
        return params

    def _further(self, first: Data) -> Data:
        """The other examples, each as its changes to the first example, which must not take away a member."""
        result: Data = {}
        for name, one in list(self.examples.items())[1:]:
            key, value = re.sub(r"[^\w-]+", "-", name).strip("-"), parsed(one)
            if not key or not isinstance(value, dict) or not set(first) <= set(value):
                what = f'the example "{name}" lacks members of the first example, or is not an object; left out'
                self.operation.note(what, *self.steps, "examples", name)
                continue
            changed = {at: one for at, one in value.items() if at not in first or dumps(first[at]) != dumps(one)}
            changes = {paths.written(at): one for at, one in changed.items()}
            if changes:
                result[key] = {"set": changes}
        return result

    def _lines(self) -> Carried:
        return self._whole(media.lines_of(self.value(), self.media_type))

    def _text(self) -> Carried:
        if is_binary(self.schema, self.document) and not self.examples:
            return self._binary()
        return self._whole(bare_text(self.raw()))

    def _xml(self) -> Carried:
        value = self.raw()
        if not isinstance(value, str) or not value.lstrip().startswith("<"):
            value = xml_text(value, self.schema, self.document)
        return self._whole(value)

    def _yaml(self) -> Carried:
        value = self.raw()
        return self._whole(value if isinstance(value, str) else dumps(value) + "\n")

    def _binary(self) -> Carried:
        """The body as a file; as a text if the author wrote an example, or the schema is not that of a string."""
        is_text = schema_of(self.schema, self.document).get("type", "string") != "string"
        if not is_binary(self.schema, self.document) and (self.examples or is_text):
            return self._whole(bare_text(self.raw()))
        media_type = media.concrete(self.media_type, DEFAULT_MEDIA_TYPES["file"])
        about = {} if media_type == DEFAULT_MEDIA_TYPES["file"] else {"media_type": media_type}
        name = next(filter(None, map(media.named_file, self.examples.values())), "")
        if self.examples and not name:
            self.operation.dropped(self.raw(), "the body is a file, whose content the program reads", *self.steps)
        name = name or media.file_name("body", media_type)
        return Carried(body={"type": "file", **about, "file": name})

    def _charset(self, text: str) -> str:
        """The charset, other than UTF-8, that a text is sent in; raises Refused if it cannot be."""
        try:
            return other_charset(text, self.media_type)
        except ValueError as error:
            raise Refused(f"{self.media_type}: {error}") from None

    def _whole(self, text: str) -> Carried:
        self._charset(text)
        media_type = media.concrete(self.media_type, "text/plain")
        about = {} if media_type == DEFAULT_MEDIA_TYPES["text"] else {"media_type": media_type}
        return Carried(body={"type": "text", **about, "example": text})


_MANY = 100
"""How many schemas are searched for the properties of one body."""
