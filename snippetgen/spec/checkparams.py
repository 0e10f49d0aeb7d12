"""Checks of the parameters and the body of a spec: each must be possible to send."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from snippetgen.data import paths
from snippetgen.data.jsontext import dumps
from snippetgen.errors import suggest
from snippetgen.http import CLIENT_HEADERS, TOKEN, unsendable
from snippetgen.spec.parameters import _KINDS, Ambiguous, into_body, matching, members_of, sent_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.data.schema import Report

    Data = dict[str, Any]

def check_params(data: Data, report: Report) -> None:
    """Note in `report` each parameter, part and change that contradicts itself or cannot be sent."""
    for index, param in enumerate(data.get("params", ())):
        check_param(param, f"params[{index}]", report, _kind(data))
    _check_body(data, report)
    _check_multipart(data, report)
    _check_changes(data, report)


def _kind(data: Data) -> str:
    return str(data.get("body", {}).get("type", "json"))


def check_name(name: str, place: str, path: str, report: Report) -> None:
    """Note what is wrong with the name of a parameter or a key."""
    if not name:
        report.wrong(path, "is empty (a parameter needs a name)")
    elif place in ("header", "cookie") and not re.fullmatch(TOKEN, name):
        report.wrong(path, f'"{name}" is not a valid {place} name (letters, digits and - _ .)')
    elif place == "header" and name.lower() in CLIENT_HEADERS:
        report.wrong(path, f"{name} belongs to the connection, and every client sends it by itself (leave it out)")


def _repeats(param: Data, kind: str) -> bool:
    """Whether a list of values means that the parameter is repeated."""
    return param["in"] in ("query", "header", "cookie") or (param["in"] == "body" and kind in ("form", "multipart"))


def _fits(value: Any, param: Data, kind: str) -> bool:
    wanted = param.get("type", "string")
    if value is None:
        return bool(param.get("nullable"))
    if isinstance(value, bool):
        return bool(wanted == "boolean")
    if isinstance(value, list) and wanted != "array" and _repeats(param, kind):
        return all(_fits(item, param, "") for item in value if not isinstance(item, list))
    return isinstance(value, _KINDS[wanted])


def check_param(param: Data, path: str, report: Report, kind: str) -> None:
    """Note in `report` what is wrong with one parameter, in a body of that kind."""
    name, place = param["name"], param["in"]
    check_name(name, place, f"{path}.name", report)
    if (param.get("required") or place == "path") and not {"example", "default", "enum", "env"} & set(param):
        report.wrong(path, f'"{name}" is required, so it needs an example (or env: NAME when it is a secret)')
    if param.get("type") == "file" and not (place == "body" and kind == "multipart"):
        report.wrong(f"{path}.type", "a file needs a multipart body (in: body, and body: {type: multipart})")
    if param.get("allow_reserved") and place not in ("query", "path"):
        report.wrong(f"{path}.allow_reserved", "is only for in: query and in: path")
    for key in ("example", "default"):
        if key in param and not _fits(param[key], param, kind):
            what = f"{_show(param[key])} is not of type {param.get('type', 'string')}"
            report.wrong(f"{path}.{key}", f"{what} (change the type, or quote the value)")
    if "enum" in param and "example" in param:
        _check_enum(param, path, report, kind)
    for value in sent_value(param):
        fault = unsendable(kind if place == "body" else place, value)
        if param.get("allow_reserved") and place == "path" and isinstance(value, str):
            fault = fault or next(filter(None, (unsendable(place, one) for one in value.split("/"))), "")
        if fault:
            key = next(key for key in ("example", "default", "enum") if key in param)
            report.wrong(f"{path}.{key}", fault)


def _check_enum(param: Data, path: str, report: Report, kind: str) -> None:
    example, enum = param["example"], param["enum"]
    for value in example if isinstance(example, list) and _repeats(param, kind) else [example]:
        if not any(value == one and isinstance(value, bool) == isinstance(one, bool) for one in enum):
            hint = suggest(str(value), map(str, enum))
            report.wrong(f"{path}.example", f"{_show(value)} is not in the enum ({hint})")


def _show(value: Any) -> str:
    return f'the text "{value}"' if isinstance(value, str) else dumps(value)


# -- the body ----------------------------------------------------------------------------------------------------------


def _check_body(data: Data, report: Report) -> None:
    body, kind = data.get("body", {}), _kind(data)
    fields = [f"params[{i}]" for i, one in enumerate(data.get("params", ())) if one["in"] == "body"]
    if kind in ("text", "file") and fields:
        report.wrong(fields[0], f"a {kind} body cannot have parameters (remove the parameter, or change body.type)")
    if kind == "text" and not isinstance(body.get("example"), str):
        report.wrong("body", "a text body needs an example: its text")
    if kind == "file" and "file" not in body:
        report.wrong("body", "a file body needs file: the path of the file")
    for key, owners in _OWNERS.items():
        if key in body and kind not in owners:
            report.wrong(f"body.{key}", f"is for type: {' or '.join(owners)}, not for {kind}")
    if kind in ("form", "multipart") and "example" in body:
        _check_fields(body["example"], kind, report)
    if data["method"].upper() == "CONNECT":
        report.wrong("method", "CONNECT opens a tunnel through a proxy; it is not a request to an endpoint")


_OWNERS = {
    "file": ("file",),
    "parts": ("multipart",),
    "example": ("json", "form", "multipart", "text"),
    "media_type": ("json", "form", "text", "file"),
    "fields": ("json",),
}
"""Key of ``body`` -> the kinds of body that may have it."""


def _check_fields(example: Any, kind: str, report: Report) -> None:
    if not isinstance(example, dict):
        report.wrong("body.example", f"of a {kind} body must be a map of name to value")
        return
    for name, value in example.items():
        fault = unsendable(kind, value)
        if fault:
            report.wrong(f"body.example.{name}", fault)


def _check_multipart(data: Data, report: Report) -> None:
    if _kind(data) != "multipart":
        return
    for index, part in enumerate(data["body"].get("parts", ())):
        check_name(part["name"], "body", f"body.parts[{index}].name", report)
        if len({"value", "env", "file"} & set(part)) != 1:
            report.wrong(f"body.parts[{index}]", "a part needs exactly one of value, env and file")
    names = list(_part_names(data))
    if not names:
        report.wrong("body", "a multipart body needs at least one part (under parts, or a parameter with in: body)")
    for path, name in names:
        if re.search(r'[\x00-\x1f\x7f"\\]', str(name)):
            what = "clients disagree on how to write quotation marks, backslashes and control characters"
            report.wrong(path, f"{what} (leave them out)")


def _part_names(data: Data) -> Iterator[tuple[str, Any]]:
    """Path in the spec and value of each name of a part or file."""
    for name in data["body"].get("example") or {}:
        yield f"body.example.{name}", name
    params = [(f"params[{i}]", one) for i, one in enumerate(data.get("params", ())) if one["in"] == "body"]
    for path, one in [*params, *((f"body.parts[{i}]", one) for i, one in enumerate(data["body"].get("parts", ())))]:
        file = "example" if one.get("type") == "file" else "file"
        yield from ((f"{path}.{key}", one[key]) for key in ("name", "filename", file) if key in one)


def _check_changes(data: Data, report: Report) -> None:
    """Check that the parameters of a JSON body, and the changes of examples and the stream, fit into the body."""
    params = [(one["in"], one["name"]) for one in data.get("params", ())]
    is_json = _kind(data) == "json" and ("body" in data or any(place == "body" for place, _ in params))
    own = data.get("body", {}).get("example")
    params += members_of(own, params) if is_json else []
    tree = paths.Changed(own)
    if is_json:
        for index, param in enumerate(data.get("params", ())):
            values = ([""] if "env" in param else sent_value(param)) if param["in"] == "body" else []
            for value in values:
                _put(tree, param["name"], value, f"params[{index}].name", report)
    sets = [(f"examples.{name}.set", one["set"]) for name, one in data.get("examples", {}).items()]
    for where, changes in [*sets, ("stream.set", data.get("stream", {}).get("set", {}))]:
        changed = paths.Changed(tree.data)
        names = [paths.written(one) for one in tree.data] if isinstance(tree.data, dict) else []
        for path, value in changes.items():
            try:
                found = [params[index] for index in matching(path, params)]
            except Ambiguous as error:
                report.wrong(f"{where}.{path}", str(error))
                continue
            fault = unsendable(_kind(data) if found[0][0] == "body" else found[0][0], value) if found else ""
            if fault:
                report.wrong(f"{where}.{path}", fault)
            elif is_json and (not found or found[0][0] == "body"):
                inner = found[0][1] if found else into_body(path, names)
                _put(changed, inner, value, f"{where}.{path}", report)
            elif not found:
                hint = suggest(path, [name for _, name in params]) if params else "the endpoint has no parameters"
                report.wrong(f"{where}.{path}", f'unknown parameter "{path}" ({hint})')


def _put(tree: paths.Changed, name: str, value: Any, path: str, report: Report) -> None:
    try:
        tree.put(paths.parse(name), value)
    except ValueError as error:
        report.wrong(path, str(error))
