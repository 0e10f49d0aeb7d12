"""Paths into JSON data: ``choices[0].message.content``, ``messages[].role``, ``headers["x.y"]``.

A name is everything up to the next ``.`` or ``[``; a name with those characters is written in brackets, as a JSON
string. ``[]`` means the first element when a value is set and every element when fields are described.
"""

from __future__ import annotations

import json
import re
from typing import Any

Step = str | int
"""A key, or a list index; `EACH` stands for ``[]``."""

EACH = -1

_STEP = re.compile(
    r'\[(?P<index>[0-9]+)\]'
    r'|\[(?P<quoted>"(?:[^"\\\x00-\x1f]|\\["\\/bfnrt]|\\u[0-9A-Fa-f]{4})*")\]'
    r'|(?P<each>\[\])|(?P<dot>\.?)(?P<name>[^.\[\]"]+)'
)


def parse(path: str) -> tuple[Step, ...]:
    """The steps of a path; no steps for an empty path.

    Raises:
        ValueError: the text is not a path; the message is fit for users.
    """
    steps: list[Step] = []
    at = 0
    while at < len(path):
        match = _STEP.match(path, at)
        if not match or (match["name"] and bool(match["dot"]) != bool(steps)):
            raise ValueError(f'"{path}" is not a path at "{path[at:]}" (write it like choices[0].message.content)')
        if match["index"]:
            steps.append(int(match["index"]))
        elif match["quoted"]:
            steps.append(json.loads(match["quoted"]))
        else:
            steps.append(EACH if match["each"] else match["name"])
        at = match.end()
    return tuple(steps)


def written(*steps: Step) -> str:
    """A path as `parse` reads it."""
    text = ""
    for step in steps:
        if isinstance(step, int):
            text += f"[{'' if step == EACH else step}]"
        elif re.fullmatch(r'[^.\[\]"]+', step):
            text += f".{step}" if text else step
        else:
            text += f"[{json.dumps(step)}]"
    return text


def get(data: Any, steps: tuple[Step, ...]) -> Any:
    """The value at a path; ``[]`` takes the first element.

    Raises:
        LookupError: there is no value at the path.
    """
    for step in steps:
        if isinstance(step, int) and isinstance(data, list):
            data = data[max(step, 0)]
        elif isinstance(step, str) and isinstance(data, dict):
            data = data[step]
        else:
            raise LookupError(step)  # noqa: TRY004 - the place is missing, whatever is around it
    return data


def put(data: Any, steps: tuple[Step, ...], value: Any) -> Any:
    """A copy of `data` with `value` at a path; missing maps and elements are made.

    Raises:
        ValueError: there is a value of another kind on the way, or there would be a gap in a list.
    """
    return Changed(data).put(steps, value)


class Changed:
    """Data after any number of changes; what it was before stays as it is, and each map or list is copied once."""

    def __init__(self, data: Any) -> None:
        self.data = data
        self._own: dict[int, Any] = {}  # the maps and lists made here; the references keep their ids from others

    def put(self, steps: tuple[Step, ...], value: Any) -> Any:
        """Set the value at a path as `put` does; return the changed data. If it raises ValueError, nothing changes."""
        self.data = self._put(self.data, steps, value)
        return self.data

    def _put(self, data: Any, steps: tuple[Step, ...], value: Any) -> Any:
        if not steps:
            return value
        step, rest = steps[0], steps[1:]
        if isinstance(step, str):
            if data is not None and not isinstance(data, dict):
                raise ValueError(f'"{step}" cannot be set: the value around it is not a map')
            inner = self._put((data or {}).get(step), rest, value)
            items: dict[str, Any] = self._copied(data or {})
            items[step] = inner
            return items
        if data is not None and not isinstance(data, list):
            raise ValueError(f"[{step if step >= 0 else ''}] cannot be set: the value around it is not a list")
        old, index = data or [], max(step, 0)
        if index > len(old):
            raise ValueError(f"[{index}] cannot be set: the list has {len(old)} elements")
        inner = self._put(old[index] if index < len(old) else None, rest, value)
        elements: list[Any] = self._copied(old)
        elements[index : index + 1] = [inner]
        return elements

    def _copied(self, data: Any) -> Any:
        """The map or list itself if it was made here, else a copy."""
        if id(data) in self._own:
            return data
        made = data.copy()
        self._own[id(made)] = made
        return made
