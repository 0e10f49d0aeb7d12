"""What every importer returns: a source with its entries, each read on demand, and notes on what is lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from snippetgen import spec
from snippetgen.data.yamltext import dump
from snippetgen.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from snippetgen.importers.notes import Note
    from snippetgen.spec import Endpoint


TOO_DEEP = "an example is nested too deeply for any program"


class Options(NamedTuple):
    """The options of a user for importing a foreign source.

    Attributes:
        content_type: the media type of the body, where an operation offers several.
        keep_secrets: leave keys and passwords in the spec, instead of reading them from the environment.
        required_only: leave out optional parameters, and optional parts of a sampled body.
        fields: describe the members of JSON bodies and answers, and the service, which only pages need.
        all_members: send every member of a sampled body, instead of those that a user would send.
        auth: the name of the security scheme, where an operation offers several.
        env: the environment variable to read the key from; for a user and a password, what their variables begin with.
    """

    content_type: str = ""
    keep_secrets: bool = False
    required_only: bool = False
    fields: bool = True
    all_members: bool = False
    auth: str = ""
    env: str = ""

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> Options:
        """The options among the keys of a configuration, or of a command's options; the others as usual."""
        return cls(**{key: given[key] for key in cls._fields if key in given})

    @property
    def members(self) -> str:
        """Which members a sampled body has: usual, required or all (see ``samples/sample.py``)."""
        return "required" if self.required_only else "all" if self.all_members else "usual"


@dataclass(frozen=True, slots=True)
class Imported:
    """One imported endpoint.

    Attributes:
        name: the name for its spec file, without the ending.
        file: the source, as the user named it.
        data: the spec, as the plain data of its YAML file.
        notes: what the import changed or could not keep.
    """

    name: str
    file: str
    data: dict[str, Any]
    notes: tuple[Note, ...] = ()

    def endpoint(self) -> Endpoint:
        """The endpoint that the data describes; raises SpecError if its request cannot be sent."""
        try:
            return spec.from_data(self.data, f"{self.file}#{self.name}", self.name)
        except RecursionError:
            raise Refused(TOO_DEEP) from None

    def text(self, schema: str = "") -> str:
        """The text of the spec file; if a schema is given, the first line names it for editors."""
        try:
            return (f"# yaml-language-server: $schema={schema}\n" if schema else "") + dump(self.data)
        except RecursionError:
            raise Refused(TOO_DEEP) from None


@dataclass(frozen=True, slots=True)
class Entry:
    """One endpoint of a source, not yet read.

    Attributes:
        name: stable, and unique within the source also where case is ignored; fit for a file name.
        labels: other names that a user may give for it: its operationId, ``POST /pets``, a request's title.
        tags: the groups that the endpoint belongs to.
        read: imports the endpoint; raises Refused or SpecError with the reason why that is impossible.
    """

    name: str
    labels: tuple[str, ...]
    tags: tuple[str, ...]
    read: Callable[[], Imported]


@dataclass(frozen=True, slots=True)
class Source:
    """A foreign source, opened: its endpoints are known, but not yet imported.

    Attributes:
        kind: the format of the source, for people: ``OpenAPI 3.1``.
        notes: what is wrong with the source as a whole.
    """

    kind: str
    file: str
    entries: Sequence[Entry]
    notes: tuple[Note, ...] = field(default=())
