"""Bodies that are forms: each property of the schema is a field, or a part (OpenAPI 3.1, "Encoding Object")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from snippetgen.data.jsontext import bare_text, dumps
from snippetgen.errors import Refused
from snippetgen.http import DEFAULT_MEDIA_TYPES
from snippetgen.importers.openapi import bodies, media, own, styles
from snippetgen.importers.openapi.bodies import BodyReader, Carried, Member
from snippetgen.importers.openapi.document import Spot
from snippetgen.importers.openapi.examples import sampled
from snippetgen.importers.openapi.operation import items, words
from snippetgen.importers.openapi.samples.merge import view
from snippetgen.importers.openapi.values import content_type, fitted, is_binary, only

if TYPE_CHECKING:
    from snippetgen.importers.openapi.operation import Data, Operation


def read(operation: Operation) -> Carried:
    """The body of an operation: a form, or any other kind.

    Raises:
        Refused: programs cannot send a body of its media type.
    """
    found = bodies.chosen(operation)
    if found is None:
        return Carried()
    media_type, spot = found
    reader = {"form": _Form, "multipart": _Multipart}.get(media.kind(media_type), BodyReader)
    return reader(operation, media_type, spot).read()


class _Fields(BodyReader):
    def encoding(self, name: str) -> Data:
        known, document = self.operation.opened(self.holder.get("encoding"), self.document, *self.steps, "encoding")
        found = dict(items(known)).get(name)
        spot = self.operation.follow(found, document, *self.steps, "encoding", name)
        return spot.value if spot else {}


class _Form(_Fields):
    def read(self) -> Carried:
        media_type = media.concrete(self.media_type, media.FORM)
        about: Data = {} if media_type == media.FORM else {"media_type": media_type}
        value = self.value()
        if isinstance(value, str):
            return Carried(body={"type": "text", "media_type": media_type, "example": value})
        if not isinstance(value, dict):
            raise Refused(f"{self.media_type}: the schema of a form must be an object")
        known = self.members()
        params: list[Data] = []
        for name, one in value.items():
            member = known.get(name, Member({}, self.document))
            params += self._field(name, self._filled(one, member), self.about(name, member, required=member.required))
        if not params and not bodies.is_required(self.operation):
            return Carried()
        return Carried(own.secret_fields(params, self.holder, value), {"type": "form", **about})

    def _filled(self, value: Any, member: Member) -> Any:
        """The value; for an empty object, which a form cannot write, a sample of that member alone."""
        if value != {} or self.examples:
            return value
        return sampled(self.operation, member.schema, member.document, *self.steps, members="usual", anything=value)

    def _field(self, name: str, value: Any, about: Data) -> list[Data]:
        """The parameters for one field: an object becomes JSON, unless the encoding differs; an array is repeated."""
        encoding = self.encoding(name)
        if isinstance(value, dict) and not {"style", "explode", "allowReserved"} & set(encoding):
            return [fitted(about | {"type": "string"}, dumps(value))]
        style = words(encoding.get("style")) or "form"
        explode = encoding["explode"] if isinstance(encoding.get("explode"), bool) else style == "form"
        found = styles.pairs(name, value, style, explode)
        if any(encoded for _, _, encoded in found):  # a form encodes again, and no text can be told from the separator
            found = [(name, styles.SEPARATORS.get(style, ",").join(map(bare_text, value)), False)]
        if not found:
            self.operation.dropped(value, "a form has no word for it", *self.steps, "schema", "properties", name)
        is_one = len(found) == 1 and found[0][0] == name
        base = about if is_one else only(about, "in", "required")
        return [fitted({**base, "name": key}, one) for key, one, _ in found]


class _Multipart(_Fields):
    def read(self) -> Carried:
        value, known = self.value(), self.members()
        files = self._files(known)
        if not isinstance(value, dict):
            if self.examples:
                self.operation.dropped(value, "only a map of its parts tells what to send", *self.steps, "example")
            value = sampled(self.operation, self.schema, self.document, *self.steps)
            value = value if isinstance(value, dict) else {}
        params: list[Data] = []
        for name, one in {**value, **{name: value.get(name) for name in files}}.items():
            member = known.get(name, Member({}, self.document))
            params += self._part(name, one, member)
        if not params:
            raise Refused(f"{self.media_type}: the form has no part that can be sent")
        return Carried(own.secret_fields(params, self.holder, value), {"type": "multipart"})

    def _files(self, known: dict[str, Member]) -> list[str]:
        """The files that are sent: all that are required; the first one, if the schema requires nothing."""
        files = [name for name, one in known.items() if self._is_file(name, one)]
        if any(one.required for one in known.values()):
            return [name for name in files if known[name].required]
        return files[:1]

    def _is_file(self, name: str, member: Member) -> bool:
        """Whether a part is a file, or several: its schema says so, or the media type of its encoding."""
        given = self._given(name)
        given = "" if media.kind(given) in ("text", "xml", "yaml") else given
        found = view([Spot(member.schema, member.document)], lambda _: None)
        items = found.spots("items")
        return is_binary(member.schema, member.document, given) or any(is_binary(*one, given) for one in items)

    def _given(self, name: str) -> str:
        """The media type of a part in the encoding, the first of several; empty if there is none."""
        return words(self.encoding(name).get("contentType")).partition(",")[0].strip()

    def _part(self, name: str, value: Any, member: Member) -> list[Data]:
        if not name or re.search(r'[\x00-\x1f\x7f"\\]', name):
            self.operation.note(
                f'clients disagree on how to write the part name "{name}"; left out', *self.steps
            )
            return []
        about = self.about(name, member, required=member.required)
        given = self._given(name)
        if self._is_file(name, member):
            given = given or content_type(member.schema, member.document)
            return [self._file(value, only(about, "name", "in", "required", "description"), given)]
        values = value if isinstance(value, list) else [value]
        if any(isinstance(one, dict | list) for one in values):
            texts = list(map(dumps, values))
            base = only(about, "name", "in", "required", "description") | {"type": "string"}
            example = {"example": texts[0] if len(texts) == 1 else texts}
            return [base | example | {"media_type": media.concrete(given, "application/json")}]
        return [fitted(about, value) | ({"media_type": media.concrete(given, "text/plain")} if given else {})]

    def _file(self, value: Any, base: Data, given: str) -> Data:
        media_type = media.concrete(given, DEFAULT_MEDIA_TYPES["file"])
        text = value[0] if isinstance(value, list) and value else value
        name = media.named_file(text)
        if text and not name:
            why = "the part is a file, whose content the program reads"
            self.operation.dropped(text, why, *self.steps, "example", base["name"])
        name = name or media.file_name(base["name"], media_type)
        typed = {} if media_type == DEFAULT_MEDIA_TYPES["file"] else {"media_type": media_type}
        return {**base, "type": "file", "example": name, **typed}
