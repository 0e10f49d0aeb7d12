"""A description in one file or many: ``$ref`` is followed where it stands, and only then."""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

from snippetgen import spec
from snippetgen.basics.gcpause import paused
from snippetgen.data.jsontext import no_constant
from snippetgen.data.number import Number
from snippetgen.data.yamllenient import load_lenient
from snippetgen.data.yamltext import MAX_DEPTH
from snippetgen.errors import Mistake, SpecError

if TYPE_CHECKING:
    from collections.abc import Iterable

_MANY_REFS = 50
"""How many references may lead to one another before it must be a circle."""


class RefError(Exception):
    """A ``$ref`` that leads nowhere; its text says which and why."""


class Spot(NamedTuple):
    """A value, and the document that it stands in, by which its references are to be read."""

    value: Any
    document: Document


class Document:
    """One file of a description.

    Attributes:
        data: the whole of it, as plain data (numbers keep their written form).
        file: as the user named it.
        known: what `fields` looked up in it, kept here because it leads back to the document.
    """

    def __init__(self, data: Any, file: str, library: dict[Path, Document] | None = None) -> None:
        self.data, self.file = data, file
        self.known: dict[tuple[int, int], Any] = {}
        self._library: dict[Path, Document] = {} if library is None else library
        self._found: dict[str, Spot] = {}

    def follow(self, value: Any) -> Spot:
        """What a value stands for: itself, or what its ``$ref`` leads to, however many lie between.

        Raises:
            RefError: it leads nowhere, or in a circle.
        """
        spot = Spot(value, self)
        for _ in range(_MANY_REFS):
            ref = spot.value.get("$ref") if isinstance(spot.value, dict) else None
            if not isinstance(ref, str):
                return spot
            spot = spot.document.target(ref)
        raise RefError(f'$ref "{ref}" leads in a circle')

    def target(self, ref: str) -> Spot:
        """What one ``$ref`` points at.

        Raises:
            RefError: nothing stands there.
        """
        if ref not in self._found:
            address, _, pointer = ref.partition("#")
            document = self._other(address, ref) if address else self
            self._found[ref] = Spot(document._at(pointer, ref), document)  # noqa: SLF001 - a document of the same library
        return self._found[ref]

    def _at(self, pointer: str, ref: str) -> Any:
        """The value at a JSON pointer in a URI fragment (RFC 6901, section 6); also at a ``$anchor`` or ``$id``."""
        if pointer and not pointer.startswith("/"):
            if pointer in self._anchors:
                return self._anchors[pointer]
            raise RefError(f'$ref "{ref}" leads nowhere: there is no such anchor in {self.file}')
        value = self.data
        for step in unquote(pointer).split("/")[1:]:
            key = step.replace("~1", "/").replace("~0", "~")
            if isinstance(value, dict) and key in value:
                value = value[key]
            elif isinstance(value, list) and key.isdigit() and int(key) < len(value):
                value = value[int(key)]
            else:
                raise RefError(f'$ref "{ref}" leads nowhere: {self.file} has no "{key}" there')
        return value

    @cached_property
    def _anchors(self) -> dict[str, Any]:
        """Each ``$anchor`` of the document (looked for only where one is named)."""
        found: dict[str, Any] = {}
        todo: list[Any] = [self.data]
        while todo:
            value = todo.pop()
            if isinstance(value, dict):
                for key in ("$anchor", "$dynamicAnchor"):
                    if isinstance(value.get(key), str):
                        found.setdefault(value[key], value)
            todo += value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        return found

    def _other(self, address: str, ref: str) -> Document:
        if "://" in address:
            raise RefError(f'$ref "{ref}" is on the network, and nothing is fetched (save it beside the description)')
        path = Path(self.file).parent / unquote(address)
        key = path.resolve()
        if key == Path(self.file).resolve():
            return self
        if key not in self._library:
            try:
                self._library[key] = Document(load(spec.read(path), str(path)), str(path), self._library)
            except SpecError as error:
                raise RefError(f'$ref "{ref}" leads nowhere: {error}') from None
        return self._library[key]


def load(text: str, file: str) -> Any:
    """JSON or YAML as plain data.

    Raises:
        SpecError: it is neither, nests too deep, or unfolds to too much.
    """
    if text.lstrip()[:1] not in ("{", "["):
        return load_lenient(text, file)
    try:
        with paused():
            return json.loads(text, parse_float=Number, parse_constant=no_constant)
    except json.JSONDecodeError as error:
        mistake = Mistake(file, error.lineno, error.colno, "", f"not JSON: {error.msg}")
    except ValueError as error:
        mistake = Mistake(file, 0, 0, "", f"not JSON: {error}")
    except RecursionError:
        raise SpecError([Mistake(file, 0, 0, "", f"is nested more than {MAX_DEPTH} levels deep")]) from None
    try:  # YAML in braces: with comments, bare words or a comma at the end
        return load_lenient(text, file)
    except SpecError:
        raise SpecError([mistake]) from None


def pointer(*steps: Any) -> str:
    """A JSON pointer (RFC 6901): ``/paths/~1pets/get``."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in _flat(steps))


def _flat(steps: Iterable[Any]) -> Iterable[Any]:
    for step in steps:
        yield from step if isinstance(step, tuple) else (step,)
