"""A user's choices about a request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from snippetgen.data import schema
from snippetgen.errors import SpecError
from snippetgen.request import Request, build, members
from snippetgen.spec.parameters import Ambiguous, matching

if TYPE_CHECKING:
    from snippetgen.spec import Endpoint


class Choices(NamedTuple):
    """A user's choices about a request: see `build.build`.

    Attributes:
        sets: changes of what the endpoint describes, as typed: PATH=VALUE; or pairs of a path and a JSON value.
        new_sets: changes that may also add what it does not describe (see `members.with_new`).
    """

    server: str = ""
    example: str = ""
    sets: tuple[str | tuple[str, Any], ...] = ()
    stream: bool = False
    timeout: int = 0
    new_sets: tuple[str | tuple[str, Any], ...] = ()

    def request(self, endpoint: Endpoint, origin: str = "") -> Request:
        """The request of an endpoint with these choices.

        Raises:
            SpecError: as `build.build` and `parse_set`; or a change means nothing that the endpoint describes.
        """
        sets = [parse_set(endpoint, one) for one in self.sets]
        for path, _ in sets:
            members.check_known(endpoint, path)
        for path, value in (parse_set(endpoint, one) for one in self.new_sets):
            more = None if members.is_described(endpoint, path) else members.with_new(endpoint, path, value)
            endpoint, sets = (endpoint, [*sets, (path, value)]) if more is None else (more, sets)
        return build.build(
            endpoint,
            server=self.server,
            origin=origin,
            example=self.example,
            sets=sets,
            stream=self.stream,
            timeout=self.timeout,
        )


def parse_set(endpoint: Endpoint, text: str | tuple[str, Any]) -> tuple[str, Any]:
    """``PATH=VALUE`` as typed by a user; VALUE is YAML, or text if the parameter's type is string.

    A pair of a path and a value stays as it is.

    Raises:
        SpecError: the text has no ``=``, or VALUE is not YAML.
    """
    if not isinstance(text, str):
        return text
    path, sign, value = text.partition("=")
    if not sign or not path:
        raise SpecError(f'--set "{text}": must be PATH=VALUE, such as model=QwQ-32B')
    names = [(one.place, one.name.replace("[]", "[0]")) for one in endpoint.params]
    try:
        found = matching(path.replace("[]", "[0]"), names)
    except Ambiguous as error:
        raise SpecError(f"{endpoint.file}: {error}") from None
    param = endpoint.params[found[0]] if found else None
    if (param and param.type in ("string", "file")) or not value:
        return path, value
    return path, schema.read(value, f"--set {path}", schema.ANY)[0]
