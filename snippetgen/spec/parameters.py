"""The meaning of a parameter's data: its type, the value to send, its name."""

from __future__ import annotations

import re
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


class Ambiguous(ValueError):  # noqa: N818 - it is the user's word that is ambiguous
    """Several places have something of that name; the text lists how to write each of them."""


def matching(path: str, params: Iterable[tuple[str, str]]) -> list[int]:
    """The indexes of the parameters that a change means: ``name``, or ``query.name`` where several places have it.

    Args:
        params: place and name of each parameter.

    Raises:
        Ambiguous: the name alone stands in several places.
    """
    listed = list(params)
    found = [index for index, one in enumerate(listed) if path == one[1]]
    places = list(dict.fromkeys(listed[index][0] for index in found))
    if len(places) > 1:
        raise Ambiguous(f'"{path}" is ambiguous (write {" or ".join(f"{place}.{path}" for place in places)})')
    place, _, rest = path.partition(".")
    return found or [index for index, one in enumerate(listed) if (place, rest) == one]


def addressed(place: str, name: str, params: Iterable[tuple[str, str]]) -> str:
    """How a change names something: by its name, or ``body.name`` where another place has that name, too."""
    return f"{place}.{name}" if any(one[1] == name and one[0] != place for one in params) else name


def members_of(example: Any, params: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The members of a JSON body's own example that no parameter describes, as place and name."""
    described = {name for place, name in params if place == "body"}
    names = [paths.written(name) for name in example] if isinstance(example, dict) else []
    return [("body", name) for name in names if name not in described]


def into_body(path: str, members: Iterable[str]) -> str:
    """The path within a JSON body that a change means: ``id`` for ``body.id``, unless the body has a member ``body``.

    Args:
        members: paths of members of the body.
    """
    rest = path.removeprefix("body.")
    return path if rest == path or any(re.match(r"body(?:[.\[]|$)", one) for one in members) else rest


def member(name: str, value: Any) -> dict[str, Any]:
    """A member of a JSON object as a body parameter."""
    kind = type_of(value)
    nullable = {"nullable": True} if value is None else {}
    return {"name": paths.written(name), "in": "body", "type": kind, "required": True, **nullable, "example": value}
