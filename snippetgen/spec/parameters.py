"""What the data of a parameter means: its type, the value that is sent, the name it goes by."""

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
    """The type word of a value; string for null, which has none."""
    if isinstance(value, bool):
        return "boolean"
    return next((word for word, kinds in _KINDS.items() if isinstance(value, kinds)), "string")


def sent_value(param: dict[str, Any]) -> list[Any]:
    """The one value of a parameter that is sent, or none; a required one falls back on its default and its enum."""
    if "example" in param:
        return [param["example"]]
    if param.get("required") or param["in"] == "path":
        return [param["default"]] if "default" in param else list(param.get("enum", ()))[:1]
    return []


def matching(path: str, params: Iterable[tuple[str, str]]) -> list[int]:
    """Which of the parameters (place and name) a change means: ``name``, or ``query.name`` where two share a name."""
    place, _, rest = path.partition(".")
    return [index for index, one in enumerate(params) if path == one[1] or (place, rest) == one]


def member(name: str, value: Any) -> dict[str, Any]:
    """A member of a JSON object as a parameter."""
    kind = type_of(value)
    nullable = {"nullable": True} if value is None else {}
    return {"name": paths.written(name), "in": "body", "type": kind, "required": True, **nullable, "example": value}
