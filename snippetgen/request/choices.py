"""A user's choices about a request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from snippetgen.data import schema
from snippetgen.errors import SpecError
from snippetgen.request import Request, build

if TYPE_CHECKING:
    from snippetgen.spec import Endpoint


class Choices(NamedTuple):
    """A user's choices about a request: see `build.build`; `sets` are as typed, PATH=VALUE."""

    server: str = ""
    example: str = ""
    sets: tuple[str, ...] = ()
    stream: bool = False
    timeout: int = 0

    def request(self, endpoint: Endpoint, origin: str = "") -> Request:
        """The request of an endpoint with these choices; raises errors as `build.build` and `parse_set`."""
        sets = [parse_set(endpoint, text) for text in self.sets]
        return build.build(
            endpoint,
            server=self.server,
            origin=origin,
            example=self.example,
            sets=sets,
            stream=self.stream,
            timeout=self.timeout,
        )


def parse_set(endpoint: Endpoint, text: str) -> tuple[str, Any]:
    """``PATH=VALUE`` as typed by a user; VALUE is YAML, or text if the parameter's type is string.

    Raises:
        SpecError: the text has no ``=``, or VALUE is not YAML.
    """
    path, sign, value = text.partition("=")
    if not sign or not path:
        raise SpecError(f'--set "{text}": must be PATH=VALUE, such as model=QwQ-32B')
    param = next((one for one in endpoint.params if one.name.replace("[]", "[0]") == path.replace("[]", "[0]")), None)
    if (param and param.type in ("string", "file")) or not value:
        return path, value
    return path, schema.read(value, f"--set {path}", schema.ANY)[0]
