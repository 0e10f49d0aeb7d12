"""A description in one file or many: ``$ref`` is followed where it stands, and only then."""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote, unquote

from snippetgen import spec
from snippetgen.basics import files
from snippetgen.basics.gcpause import paused
from snippetgen.data.jsontext import no_constant
from snippetgen.data.number import Number
from snippetgen.data.yamllenient import load_lenient
from snippetgen.data.yamltext import MAX_DEPTH
from snippetgen.errors import Mistake, SpecError

if TYPE_CHECKING:
    from collections.abc import Iterable

_MANY_REFS = 50
"""How many references may lead to one another; a longer chain is taken for a circle."""


class RefError(Exception):
    """A ``$ref`` that cannot be resolved; the text names it and the reason."""


class Spot(NamedTuple):
    """A value, and the document that contains it: references in the value are relative to that document."""

    value: Any
    document: Document


class Document:
    """One file of a description.

    Attributes:
        data: the whole document, as plain data (numbers keep their written form).
        file: the file, as the user named it.
        about: what `about.py` has read of it: empty until then.
        known: a cache of `fields`: its values refer to the document, so that they must live as long as it.
    """

    def __init__(
        self, data: Any, file: str, library: dict[Path, Document] | None = None, projects: frozenset[Path] = frozenset()
    ) -> None:
        self.data, self.file = data, file
        self._projects = projects or frozenset(map(files.project_of, (Path(file).parent, Path())))
        self.known: dict[tuple[int, int], Any] = {}
        self.about: dict[str, Any] = {}
        self._library: dict[Path, Document] = {} if library is None else library
        self._found: dict[str, Spot] = {}

    def follow(self, value: Any) -> Spot:
        """The value itself, or the value that its ``$ref`` leads to, through any number of references.

        Raises:
            RefError: a reference cannot be resolved, or is circular.
        """
        spot = Spot(value, self)
        for _ in range(_MANY_REFS):
            ref = spot.value.get("$ref") if isinstance(spot.value, dict) else None
            if not isinstance(ref, str):
                return spot
            spot = spot.document.target(ref)
        raise RefError(f'$ref "{ref}" is circular')

    def here(self, spot: Spot) -> Any:
        """The value at a spot, with references that hold in this document; a copy if it stands in another one."""
        return spot.value if spot.document is self else _moved(spot.value, Path(spot.document.file).resolve())

    def target(self, ref: str) -> Spot:
        """The value that one ``$ref`` points at.

        Raises:
            RefError: the reference cannot be resolved.
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
            raise RefError(f'$ref "{ref}" cannot be resolved: {self.file} has no such anchor')
        value = self.data
        for step in unquote(pointer).split("/")[1:]:
            key = step.replace("~1", "/").replace("~0", "~")
            if isinstance(value, dict) and key in value:
                value = value[key]
            elif isinstance(value, list) and key.isdigit() and int(key) < len(value):
                value = value[int(key)]
            else:
                raise RefError(f'$ref "{ref}" cannot be resolved: {self.file} has no "{key}" there')
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
            raise RefError(f'$ref "{ref}" is not a local file, and nothing is downloaded (save a copy of it)')
        path = Path(self.file).parent / unquote(address)
        key = path.resolve()
        if key == Path(self.file).resolve():
            return self
        if not any(key.is_relative_to(one) for one in self._projects):
            what = "is outside of this project, where nothing is read (copy it, or call snippetgen in a folder above)"
            raise RefError(f'$ref "{ref}" {what}')
        if key not in self._library:
            try:
                text = spec.read(path)
                self._library[key] = Document(load(text, str(path)), str(path), self._library, self._projects)
            except SpecError as error:
                raise RefError(f'$ref "{ref}" cannot be resolved: {error}') from None
        return self._library[key]


def _moved(value: Any, file: Path) -> Any:
    """A copy of a value of some file, with absolute references."""
    if isinstance(value, list):
        return [_moved(one, file) for one in value]
    if not isinstance(value, dict):
        return value
    moved = {key: _moved(one, file) for key, one in value.items()}
    ref = value.get("$ref")
    if isinstance(ref, str) and "://" not in ref:
        address, mark, fragment = ref.partition("#")
        moved["$ref"] = quote(str(file.parent / unquote(address) if address else file)) + mark + fragment
    return moved


def load(text: str, file: str) -> Any:
    """JSON or YAML as plain data.

    Raises:
        SpecError: the text is neither, is nested too deeply, or has aliases that expand to too many values.
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
