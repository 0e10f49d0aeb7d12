"""What an importer hands on: entries, each read when it is asked for, and what could not be carried."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from snippetgen import spec
from snippetgen.data.yamltext import dump
from snippetgen.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from snippetgen.spec import Endpoint


TOO_DEEP = "an example is nested too deeply for any program"


class Options(NamedTuple):
    """What a user chooses about a foreign source.

    Attributes:
        content_type: the media type of the body, where an operation offers several.
        keep_secrets: leave keys and passwords in the text in place of reading them from the environment.
        required_only: send no parameter and no part of a sampled body that need not be there.
        fields: say what the members of JSON bodies and answers mean, which no program needs.
    """

    content_type: str = ""
    keep_secrets: bool = False
    required_only: bool = False
    fields: bool = True


class Note(NamedTuple):
    """Something that could not be carried, or was changed.

    Attributes:
        place: where it stands: a JSON pointer (RFC 6901), a curl option, an entry's number; may be empty.
        text: what it is, and what was done about it.
    """

    place: str
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {self.text}" if self.place else self.text


@dataclass(frozen=True, slots=True)
class Imported:
    """One endpoint, read.

    Attributes:
        name: what its spec file would be called, without the ending.
        file: the source, as the user named it.
        data: the spec, as the plain data of its YAML file.
        notes: what could not be carried.
    """

    name: str
    file: str
    data: dict[str, Any]
    notes: tuple[Note, ...] = ()

    def endpoint(self) -> Endpoint:
        """Raises SpecError when what the source says cannot be sent."""
        try:
            return spec.from_data(self.data, f"{self.file}#{self.name}", self.name)
        except RecursionError:
            raise Refused(TOO_DEEP) from None

    def text(self, schema: str = "") -> str:
        """The spec file, whose first line names a schema for editors where one is given."""
        try:
            return (f"# yaml-language-server: $schema={schema}\n" if schema else "") + dump(self.data)
        except RecursionError:
            raise Refused(TOO_DEEP) from None


@dataclass(frozen=True, slots=True)
class Entry:
    """One endpoint that a source holds.

    Attributes:
        name: stable, and unique within the source also where case is ignored; fit for a file name.
        labels: what a user may call it: its operationId, ``POST /pets``, a request's title.
        tags: the groups it belongs to.
        read: makes it; raises Refused or SpecError with the reason why it cannot be imported.
    """

    name: str
    labels: tuple[str, ...]
    tags: tuple[str, ...]
    read: Callable[[], Imported]


@dataclass(frozen=True, slots=True)
class Source:
    """A foreign source that is open.

    Attributes:
        kind: what it is, such as ``OpenAPI 3.1``, for people.
        notes: what is wrong with the source as a whole.
    """

    kind: str
    file: str
    entries: Sequence[Entry]
    notes: tuple[Note, ...] = field(default=())
