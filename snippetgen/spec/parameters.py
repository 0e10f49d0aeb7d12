"""The meaning of a parameter's data: its type, the value to send, its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from snippetgen.data import paths
from snippetgen.data.number import Number

if TYPE_CHECKING:
    from collections.abc import Iterable

_KINDS: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, Number),
    "boolean": (bool,),
    "object": (dict,),
    "array": (list,),
    "file": (str,),
}


def type_of(value: Any) -> str:
    """The type of a value, as a word of the format; string for null, which has none."""
    if isinstance(value, bool):
        return "boolean"
    return next((word for word, kinds in _KINDS.items() if isinstance(value, kinds)), "string")


def sent_value(param: dict[str, Any]) -> list[Any]:
    """The value of a parameter that is sent, in a list; empty if none is.

    A required parameter without an example sends its default, else the first value of its enum.
    """
    if "example" in param:
        return [param["example"]]
    if param.get("required") or param["in"] == "path":
        return [param["default"]] if "default" in param else list(param.get("enum", ()))[:1]
    return []


def matching(path: str, params: Iterable[tuple[str, str]]) -> list[int]:
    """The indexes of the parameters that a change means: ``name``, or ``query.name`` if several have the name.

    Args:
        params: place and name of each parameter.
    """
    place, _, rest = path.partition(".")
    return [index for index, one in enumerate(params) if path == one[1] or (place, rest) == one]


def member(name: str, value: Any) -> dict[str, Any]:
    """A member of a JSON object as a body parameter."""
    kind = type_of(value)
    nullable = {"nullable": True} if value is None else {}
    return {"name": paths.written(name), "in": "body", "type": kind, "required": True, **nullable, "example": value}
