"""What a spec must mean, beyond its shape: things that stand in two places agree, and everything can be sent."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from snippetgen import paths
from snippetgen.errors import suggest
from snippetgen.format import TOKEN
from snippetgen.yamlfile import Number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.shapes import Report

    Data = dict[str, Any]

CLIENT_HEADERS = frozenset(
    "connection content-length expect host keep-alive proxy-connection te trailer transfer-encoding upgrade".split()
)
"""Headers of the connection, not of the request (RFC 9110, section 7.6.1): every client writes them itself."""

PLACEHOLDER = re.compile(r"\{([^{}/]*)\}")


def check_meaning(data: Data, report: Report) -> None:
    """Note in `report` whatever contradicts itself, cannot be sent, or points at nothing."""
    _check_address(data, report)
    auths = data.get("auth", [])
    for path, one in [("auth", auths)] if isinstance(auths, dict) else [(f"auth[{i}]", a) for i, a in enumerate(auths)]:
        _check_auth(one, path, report)
    for index, param in enumerate(data.get("params", ())):
        _check_param(param, f"params[{index}]", report)
    _check_body(data, report)
    _check_answers(data, report)
    _check_paths(data, report)


def _check_address(data: Data, report: Report) -> None:
    if ("url" in data) == ("servers" in data):
        both = "url" in data
        report.wrong("url" if both else "", "give either url, or servers and path" + (", not both" if both else ""))
        return
    if "url" in data and "path" in data:
        report.wrong("path", "goes with servers; url is the whole address")
    if "servers" in data and not data["servers"]:
        report.wrong("servers", "names no server (write default: https://…)")
    for path, url in [("url", data.get("url"))] if "url" in data else [(f"servers.{k}", v) for k, v in data["servers"].items()]:
        _check_url(url, path, report)
        if "servers" in data and "?" in url:
            report.wrong(path, "a base address has no query (write the parameters under params)")
    where = "path" if "path" in data else "url"
    template = data.get("path") or data.get("url") or ""
    if "path" in data:
        _check_url(template, "path", report)
    names = PLACEHOLDER.findall(template)
    known = [param["name"] for param in data.get("params", ()) if param["in"] == "path"]
    for name in dict.fromkeys(names):
        if name not in known:
            report.wrong(where, f"{{{name}}} has no parameter (add one with in: path and name: {name})")
    for index, param in enumerate(data.get("params", ())):
        if param["in"] == "path" and param["name"] not in names:
            report.wrong(f"params[{index}].name", f'"{param["name"]}" is not in the path (write {{{param["name"]}}} there)')


def _check_url(url: str, path: str, report: Report) -> None:
    before_query = re.sub(r"^[a-zA-Z]+://", "", url).partition("?")[0]
    if "#" in url:
        report.wrong(path, "a fragment (#…) is never sent (write %23 for a # that belongs to the address)")
    if "@" in before_query.partition("/")[0] and "://" in url:
        report.wrong(path, "holds a user or password (write them under auth)")
    if {".", ".."} & set(re.split("/", before_query.lower().replace("%2e", "."))):
        report.wrong(path, 'has a "." or ".." segment, which clients remove (write the address without it)')
    if re.search(r"[\x00-\x1f\x7f\\]", url):
        report.wrong(path, "holds a control character or a backslash (write it as %XX)")


_AUTH_KEYS = {"bearer": ("env",), "basic": ("user", "password"), "apikey": ("env", "in", "name"), "none": ()}


def _check_auth(one: Data, path: str, report: Report) -> None:
    wanted = _AUTH_KEYS[one["type"]]
    for key in wanted:
        if key not in one:
            report.wrong(path, f"{one['type']} needs {' and '.join(wanted)} ({key} is missing)")
    for key in one:
        if key not in (*wanted, "type"):
            report.wrong(f"{path}.{key}", f"{one['type']} has no {key} (it has {', '.join(wanted) or 'nothing more'})")
    if one["type"] == "basic" and isinstance(one.get("password"), str) and one["password"]:
        report.wrong(f"{path}.password", "a password never stands in a spec (write password: {env: API_PASSWORD})")
    if isinstance(one.get("user"), str) and ":" in one["user"]:
        report.wrong(f"{path}.user", "a basic user name has no colon (RFC 7617)")
    if one["type"] == "apikey" and not re.fullmatch(TOKEN, one.get("name", "x")) and one.get("in") != "query":
        report.wrong(f"{path}.name", f'"{one["name"]}" is no header or cookie name')


_KINDS: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, Number),
    "boolean": (bool,),
    "object": (dict,),
    "array": (list,),
    "file": (str,),
}


def _fits(value: Any, param: Data) -> bool:
    kind = param.get("type", "string")
    if value is None:
        return bool(param.get("nullable"))
    if isinstance(value, bool):
        return kind == "boolean"
    if isinstance(value, list) and kind not in ("array", "object") and param["in"] in ("query", "header", "body"):
        return all(_fits(item, param) for item in value if not isinstance(item, list))
    return isinstance(value, _KINDS[kind])


def _check_param(param: Data, path: str, report: Report) -> None:
    name, place = param["name"], param["in"]
    if param.get("required") and not {"example", "default", "enum", "env"} & set(param):
        report.wrong(path, f'"{name}" is required, so it needs an example (or env: NAME when it is a secret)')
    if place in ("header", "cookie") and not re.fullmatch(TOKEN, name):
        report.wrong(f"{path}.name", f'"{name}" is no {place} name (letters, digits and - _ .)')
    if place == "header" and name.lower() in CLIENT_HEADERS:
        report.wrong(f"{path}.name", f"{name} belongs to the connection: every client writes it itself (leave it out)")
    if param.get("type") == "file" and place != "body":
        report.wrong(f"{path}.type", "a file goes into a body (in: body)")
    for key in ("example", "default"):
        if key in param and not _fits(param[key], param):
            kind = param.get("type", "string")
            report.wrong(f"{path}.{key}", f"{_show(param[key])} is not of type {kind} (change the type, or quote the value)")
    if "enum" in param and "example" in param and param["example"] not in param["enum"]:
        report.wrong(f"{path}.example", f"{_show(param['example'])} is not in the enum ({suggest(str(param['example']), map(str, param['enum']))})")
    if "example" in param:
        _check_sendable(param, path, report)


def _show(value: Any) -> str:
    return f'the text "{value}"' if isinstance(value, str) else json.dumps(value, default=str)


def _check_sendable(param: Data, path: str, report: Report) -> None:
    values = param["example"] if isinstance(param["example"], list) else [param["example"]]
    for value in values:
        if param["in"] != "body" and isinstance(value, dict | list):
            report.wrong(f"{path}.example", "must be a single value or a list of them (write name[key] for an object)")
        elif param["in"] == "header" and not re.fullmatch(r"(?:[!-~](?:[ -~\t]*[!-~])?)?", str(value)):
            report.wrong(f"{path}.example", "a header value is printable ASCII without space at its ends (encode the rest, as RFC 8187 does)")
        elif param["in"] == "cookie" and not re.fullmatch(r"[!-:<-~]*", str(value)):
            report.wrong(f"{path}.example", "a cookie value is printable ASCII without space and ; (percent-encode it)")
        elif param["in"] == "path" and value in ("", ".", ".."):
            report.wrong(f"{path}.example", "is a segment that clients remove from the path")


def _check_body(data: Data, report: Report) -> None:
    body = data.get("body", {})
    kind = body.get("type", "json")
    params = [(f"params[{i}]", p) for i, p in enumerate(data.get("params", ())) if p["in"] == "body"]
    if kind in ("text", "file") and params:
        report.wrong(params[0][0], f"a {kind} body has no parameters (leave out the parameter, or change body.type)")
    if kind == "text" and not isinstance(body.get("example"), str):
        report.wrong("body", "a text body needs its text as example")
    if kind == "file" and "file" not in body:
        report.wrong("body", "a file body needs file: the path of the file")
    for key, owner in (("file", "file"), ("parts", "multipart")):
        if key in body and kind != owner:
            report.wrong(f"body.{key}", f"belongs to type: {owner}, not to {kind}")
    if kind in ("form", "multipart") and "example" in body and not isinstance(body["example"], dict):
        report.wrong("body.example", f"of a {kind} body must be a map of name to value")
    for path, param in params:
        if param.get("type") == "file" and kind != "multipart":
            report.wrong(f"{path}.type", "a file parameter needs body: {type: multipart}")
    for index, part in enumerate(body.get("parts", ())):
        if len({"value", "env", "file"} & set(part)) != 1:
            report.wrong(f"body.parts[{index}]", "a part has exactly one of value, env and file")
    if ("body" in data or params) and any(p["in"] == "header" and p["name"].lower() == "content-type" for p in data.get("params", ())):
        report.wrong("params", "Content-Type follows from the body (write body: {media_type: …})")
    if data["method"].upper() == "CONNECT":
        report.wrong("method", "CONNECT opens a tunnel through a proxy; it is no request to an endpoint")


def _check_answers(data: Data, report: Report) -> None:
    answers = [(i, one) for i, one in enumerate(data.get("responses", ())) if one["status"] < 400]  # noqa: PLR2004
    if "result" not in data:
        return
    if not answers:
        report.wrong("result", "needs a response with an example to point into")
        return
    index, answer = answers[0]
    example = answer.get("example", "")
    try:
        example = json.loads(example) if isinstance(example, str) else example
        paths.get(example, paths.parse(data["result"]))
    except json.JSONDecodeError as error:
        report.wrong(f"responses[{index}].example", f"result needs a JSON example, and this is none: {error}")
    except LookupError:
        report.wrong("result", f'"{data["result"]}" is not in the example of responses[{index}]')
    except ValueError as error:
        report.wrong("result", str(error))


def _check_paths(data: Data, report: Report) -> None:
    for path, text in _path_texts(data):
        try:
            paths.parse(text)
        except ValueError as error:
            report.wrong(path, str(error))
    stream = data.get("stream")
    if stream and "delta" in stream and stream["example"] and not any(_has(event, stream["delta"]) for event in stream["example"]):
        report.wrong("stream.delta", f'"{stream["delta"]}" is in none of the example events')


def _path_texts(data: Data) -> Iterator[tuple[str, str]]:
    if data.get("body", {}).get("type", "json") == "json":
        for index, param in enumerate(data.get("params", ())):
            if param["in"] == "body":
                yield f"params[{index}].name", param["name"]
    if "delta" in data.get("stream", {}):
        yield "stream.delta", data["stream"]["delta"]
    for index, answer in enumerate(data.get("responses", ())):
        for number, field in enumerate(answer.get("fields", ())):
            yield f"responses[{index}].fields[{number}].name", field["name"]


def _has(event: Any, delta: str) -> bool:
    try:
        return paths.get(json.loads(event) if isinstance(event, str) else event, paths.parse(delta)) is not None
    except (LookupError, ValueError):
        return False
