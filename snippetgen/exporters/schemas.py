"""JSON Schemas (2020-12) of a spec's parameters, bodies and answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from snippetgen.data import paths
from snippetgen.data.number import Number
from snippetgen.request import Env

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from snippetgen.data.paths import Step
    from snippetgen.spec import Param

    Data = dict[str, Any]

_TYPES: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, "boolean"),
    (int, "integer"),
    (Number, "number"),
    (str, "string"),
)


def of_data(data: Any) -> Data:
    """The schema of an example; the schema of a list's elements is that of the first, unless their types differ."""
    if isinstance(data, Env):
        return {"type": "string", "format": "password"}
    if isinstance(data, dict):
        return {"type": "object", "properties": {key: of_data(value) for key, value in data.items()}}
    if isinstance(data, list):
        kinds = [of_data(item) for item in data]
        alike = kinds and all(one.get("type") == kinds[0].get("type") for one in kinds)
        return {"type": "array", "items": _merged(kinds) if alike else {}}
    return next(({"type": name} for kind, name in _TYPES if isinstance(data, kind)), {})


def _merged(kinds: list[Data]) -> Data:
    """One schema for elements of one type; objects get the properties of all elements."""
    first = kinds[0]
    if first.get("type") != "object":
        return first
    properties: Data = {}
    for one in kinds:
        for key, value in one["properties"].items():
            same = properties.setdefault(key, value)
            if same.get("type") != value.get("type"):
                properties[key] = {}
    return {"type": "object", "properties": properties}


def of_param(param: Param, locale: str = "") -> Data:
    """The schema of a single value of a parameter, with its description if a locale is given."""
    kind = "string" if param.type == "file" else param.type
    schema: Data = {"type": [kind, "null"] if param.nullable else kind}
    if param.type == "array":
        schema["items"] = of_data(param.example)["items"] if isinstance(param.example, list) else {}
    if param.type == "object" and isinstance(param.example, dict):
        schema |= of_data(param.example)
    if param.enum:
        schema["enum"] = list(param.enum)
    if param.default is not None:
        schema["default"] = param.default
    form = param.format or ("password" if param.env else "binary" if param.type == "file" else "")
    text = param.description.text(locale) if locale else ""
    return schema | ({"format": form} if form else {}) | ({"description": text} if text else {})


def of_json_body(data: Any, params: Iterable[Param], locale: str) -> Data:
    """The schema of a JSON body: that of its example, extended by the author's parameters for its members."""
    schema = of_data(data)
    for param in params:
        steps = paths.parse(param.name)
        around, inner = _descend(schema, steps)
        inner.update(of_param(param, locale))
        if param.required and steps and isinstance(steps[-1], str):
            required = around.setdefault("required", [])
            required += [steps[-1]] if steps[-1] not in required else []
    return schema


def with_fields(schema: Data, fields: Iterable[Mapping[str, Any]], locale: str, data: Any = None) -> Data:
    """A schema, extended by the author's ``fields`` of an answer or a body.

    Args:
        data: the data of the example; a field that is null in it may be null.
    """
    for field in fields:
        steps = paths.parse(field["name"])
        _, inner = _descend(schema, steps)
        words = field.get("description", "")
        text = words if isinstance(words, str) else words.get(locale) or words.get("en") or next(iter(words.values()))
        kind = field.get("type", "")
        kinds = [kind, "null"] if kind != "null" and _is_null(data, steps) else kind
        inner.update(({"type": kinds} if kind else {}) | ({"description": text} if text else {}))
    return schema


def _is_null(data: Any, steps: tuple[Step, ...]) -> bool:
    try:
        return paths.get(data, steps) is None
    except LookupError:
        return False


def _descend(schema: Data, steps: tuple[Step, ...]) -> tuple[Data, Data]:
    """The schema at a path, made if there is none, and the schema around it."""
    around = schema
    for step in steps:
        around = schema
        if isinstance(step, str):
            schema.setdefault("type", "object")
            schema = schema.setdefault("properties", {}).setdefault(step, {})
        else:
            schema.setdefault("type", "array")
            schema = schema.setdefault("items", {})
    return around, schema
