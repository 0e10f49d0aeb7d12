"""A spec as a whole: what `spec.loads` checks, and that every request it can describe can be built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from snippetgen.errors import SpecError
from snippetgen.request import build
from snippetgen.spec.load import loads_with_places

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from snippetgen.spec import Endpoint


def validate(text: str, file: str, name: str) -> None:
    """Check a spec.

    Args:
        file: for messages.
        name: of the endpoint.

    Raises:
        SpecError: all the mistakes of the spec.
    """
    endpoint, report = loads_with_places(text, file, name)
    for path, choices in _choices(endpoint):
        try:
            build.build(endpoint, **choices)
        except SpecError as error:
            report.wrong(path, str(error).removeprefix(f"{file}: "))
    report.stop()


def _choices(endpoint: Endpoint) -> Iterator[tuple[str, dict[str, Any]]]:
    """Everything that a user of the spec can choose, and the key of the spec that says so."""
    for server in endpoint.servers:
        yield f"servers.{server}", {"server": server}
    for stream in (False, True) if endpoint.stream else (False,):
        yield "stream.set" if stream else "", {"stream": stream}
        for example in endpoint.examples:
            yield f"examples.{example}.set", {"example": example, "stream": stream}
