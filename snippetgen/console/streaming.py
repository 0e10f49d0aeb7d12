"""What asks for a stream, put into the request of a form that its user may have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from snippetgen.console import given
from snippetgen.data import paths
from snippetgen.data.jsontext import bare_text
from snippetgen.spec.parameters import into_body, matching, members_of, type_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    Data = dict[str, Any]


def ask(data: Mapping[str, Any], made: Data, *, is_whole: bool) -> None:
    """Add to the data of a request what asks for a stream.

    A path means what it means in the spec: of the request, its user may have taken away or added what has that name.

    Args:
        data: the spec that the form was made of.
        made: the spec that the form stands for; it is changed.
        is_whole: whether its body is one of its own, and not the fields of the spec.

    Raises:
        SpecError: the endpoint does not stream, or the body has no place for it.
    """
    if "stream" not in data:
        raise given.wrong("stream", "the endpoint does not stream")
    stream = dict(data["stream"])
    left = {}
    for path, value in stream.pop("set", {}).items():
        place, name = _meaning(data, path)
        if place != "body":
            _set(made, place, name, value)
        elif is_whole:
            _put(made, path, name, value)
        else:
            left[path] = value
    made["stream"] = stream | ({"set": left} if left else {})


def _meaning(data: Mapping[str, Any], path: str) -> tuple[str, str]:
    """Place and name of what a path means in the spec."""
    body = data.get("body") or {}
    names = [(one["in"], one["name"]) for one in data.get("params", ())]
    names += members_of(body.get("example"), names) if body.get("type", "json") == "json" else []
    found = matching(path, names)
    inside = [name for place, name in names if place == "body"]
    return names[found[0]] if found else ("body", into_body(path, inside))


def _set(made: Data, place: str, name: str, value: Any) -> None:
    """Give a parameter a value, and leave out others of its name; it is added if it was switched off."""
    params = made["params"]
    at = [index for index, one in enumerate(params) if (one["in"], one["name"]) == (place, name)]
    kept = {key: one for key, one in params[at[0]].items() if key != "env"} if at else {"name": name, "in": place}
    where = at[0] if at else len(params)
    rest = [one for index, one in enumerate(params) if index not in at]
    typed = {"type": type_of(value), "nullable": value is None, "example": value}
    made["params"] = [*rest[:where], kept | typed, *rest[where:]]


def _put(made: Data, path: str, name: str, value: Any) -> None:
    """Put a value into a body that is shown as a whole."""
    body = made.get("body") or {}
    if body.get("type") == "json":
        try:
            body["example"] = paths.put(body["example"], paths.parse(name), value)
        except ValueError as error:
            raise given.wrong(f"stream: {path}", str(error)) from None
    elif body.get("type") == "form":
        _set(made, "body", name, value)
    elif body.get("type") == "multipart":
        made["body"] = body | {"parts": _with_part(body["parts"], {"name": name, "value": bare_text(value)})}
    else:
        raise given.wrong("stream", f"the body has no place for {path}, which asks for the stream")


def _with_part(parts: list[Data], part: Data) -> list[Data]:
    """Parts with one in place of those of its name."""
    at = next((index for index, one in enumerate(parts) if one["name"] == part["name"]), len(parts))
    return [*parts[:at], part, *(one for one in parts[at:] if one["name"] != part["name"])]
