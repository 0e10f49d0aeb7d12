"""A few facts about an endpoint -> the text of a first spec, for its author to complete."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_plus

from snippetgen import spec
from snippetgen.data.jsontext import read_json
from snippetgen.data.yamltext import dump
from snippetgen.errors import SpecError
from snippetgen.http import PLACEHOLDER
from snippetgen.spec.format import PLACES
from snippetgen.spec.parameters import member

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Draft:
    """The facts about an endpoint that a user has given.

    Attributes:
        url: the whole address; its query becomes parameters.
        auth: its authentication, as in the spec format; empty for none.
        params: place, name and example value of each parameter.
        body: JSON text; its members become parameters.
        answer: the text of an example answer.
        result: the path of the value that a program prints.
    """

    title: str
    method: str
    url: str
    auth: Mapping[str, Any] = field(default_factory=dict)
    params: tuple[tuple[str, str, str], ...] = ()
    body: str = ""
    answer: str = ""
    result: str = ""

    def text(self, file: str, schema: str = "") -> str:
        """The spec as YAML text.

        Args:
            file: the name of the file, for messages.
            schema: the JSON Schema that the first line names for editors; empty for none.

        Raises:
            SpecError: the facts do not make a valid spec.
        """
        address, _, query = self.url.partition("?")
        params = [_param(*one) for one in self.params if one[0] == "path"]
        params += _query(query) + [_param(*one) for one in self.params if one[0] != "path"]
        data: dict[str, Any] = {"title": self.title, "method": self.method, "url": address}
        if self.auth:
            data["auth"] = dict(self.auth)
        if self.body:
            body = read_json(self.body, "body")
            whole = not isinstance(body, dict) or not body
            data |= {"body": {"example": body}} if whole else {}
            params += [] if whole else [member(name, value) for name, value in body.items()]
        if params:
            data["params"] = params
        if self.answer or self.result:
            data["responses"] = [_response(self.answer)]
        if self.result:
            data["result"] = self.result
        try:
            text = (f"# yaml-language-server: $schema={schema}\n" if schema else "") + dump(data)
        except RecursionError:
            raise SpecError(f"{file}: the body is nested too deeply") from None
        spec.loads(text, file)
        return text


def placeholders(url: str) -> list[str]:
    """The names in the path of an address that need a value, without duplicates."""
    return list(dict.fromkeys(PLACEHOLDER.findall(url.partition("?")[0])))


def parse_param(text: str) -> tuple[str, str, str]:
    """``query:q=cats`` as place, name and value.

    Raises:
        SpecError: the text is not written like this.
    """
    place, colon, rest = text.partition(":")
    name, sign, value = rest.partition("=")
    if not (colon and sign and name) or place not in PLACES[:-1]:
        raise SpecError(f'"{text}" is not a parameter (write PLACE:NAME=VALUE, PLACE one of {", ".join(PLACES[:-1])})')
    return place, name, value


def file_name(title: str) -> str:
    """A file name for a title: ``qwq-32b-chat.yaml`` for "QwQ-32B chat"."""
    return (re.sub(r"[\W_]+", "-", title.lower()).strip("-") or "endpoint") + ".yaml"


def _param(place: str, name: str, value: Any) -> dict[str, Any]:
    return {"name": name, "in": place, "example": value}


def _query(query: str) -> list[dict[str, Any]]:
    """The parameters of a query; a repeated name becomes one parameter with a list of values."""
    values: dict[str, list[str]] = {}
    for pair in filter(None, query.split("&")):
        name, _, value = pair.partition("=")
        values.setdefault(unquote_plus(name), []).append(unquote_plus(value))
    return [_param("query", name, some if len(some) > 1 else some[0]) for name, some in values.items()]


def _response(answer: str) -> dict[str, Any]:
    try:
        read_json(answer, "answer")
    except SpecError:
        return {"status": 200, "media_type": "text/plain", "example": answer}
    return {"status": 200, "media_type": "application/json", "example": answer}
