"""What a spec says of the events of a stream."""

from __future__ import annotations

from typing import Any


def named_event(event: Any) -> tuple[str, Any]:
    """The name (empty where it has none) and the data of an event of a stream's example."""
    match event:
        case {"event": str(name), "data": str(data), **rest} if not rest:
            return name, data
    return "", event


def deltas(stream: dict[str, Any]) -> list[str]:
    """The paths of the texts in each event: first that of the answer, then those of what is printed beside it."""
    given = stream.get("delta", [])
    return given if isinstance(given, list) else [given]
