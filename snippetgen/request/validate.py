"""The full check of a spec: that of `spec.loads`, and that every request it describes can be built."""

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
    """Check the text of a spec.

    Args:
        file: the name of the file, for messages.
        name: the name of the endpoint.

    Raises:
        SpecError: every mistake in the spec.
    """
    endpoint, report = loads_with_places(text, file, name)
    for path, choices in _choices(endpoint):
        try:
            build.build(endpoint, **choices)
        except SpecError as error:
            report.wrong(path, str(error).removeprefix(f"{file}: "))
    report.stop()


def _choices(endpoint: Endpoint) -> Iterator[tuple[str, dict[str, Any]]]:
    """The key of the spec and the arguments of `build` for every choice that a user of the spec has."""
    for server in endpoint.servers:
        yield f"servers.{server}", {"server": server}
    for stream in (False, True) if endpoint.stream else (False,):
        yield "stream.set" if stream else "", {"stream": stream}
        for example in endpoint.examples:
            yield f"examples.{example}.set", {"example": example, "stream": stream}
