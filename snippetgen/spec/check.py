"""Checks of a spec beyond its shape: its parts must not contradict each other, and everything can be sent."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any

from snippetgen.data import paths
from snippetgen.http import NO_BODY, PLACEHOLDER, split_url, url_faults
from snippetgen.spec.checkparams import check_name, check_param, check_params
from snippetgen.spec.events import deltas, named_event

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.data.schema import Report

    Data = dict[str, Any]


def check_meaning(data: Data, report: Report) -> None:
    """Note in `report` all contradictions, values that cannot be sent, and paths that do not exist."""
    if report.mistakes:
        _check_sound_parts(data, report)
        return
    _check_address(data, report)
    _check_auths(data, report)
    _check_headers(data, report)
    check_params(data, report)
    _check_answers(data, report)
    _check_paths(data, report)
    _check_about(data, report)


def _check_sound_parts(data: Data | None, report: Report) -> None:
    """Check only the parts whose shape is correct, for a spec with mistakes in its shape."""
    if data is None:
        return
    kind = (data.get("body") or {}).get("type") or "json"
    for path, one in _auths(data) if data.get("auth") else ():
        if not report.is_broken(path):
            _check_auth(one, path, report)
    for index, param in enumerate(data.get("params") or ()):
        if not report.is_broken(f"params[{index}]"):
            check_param(param, f"params[{index}]", report, kind)
    if not any(map(report.is_broken, ("url", "servers", "path"))):
        _check_address(data, report)
    if not any(map(report.is_broken, ("responses", "result"))):
        _check_answers(data, report)
    if not any(map(report.is_broken, ("responses", "stream"))):
        _check_paths(data, report)
    sound: Data = {key: data[key] for key in ("contact", "deprecated") if key in data and not report.is_broken(key)}
    _check_about(sound, report)


# -- the address -------------------------------------------------------------------------------------------------------


def _check_address(data: Data, report: Report) -> None:
    servers = data.get("servers", {})
    if ("url" in data) == ("servers" in data):
        both = "url" in data
        report.wrong("url" if both else "", "give url, or servers and path" + (", not both" if both else ""))
        return
    if "url" in data and "path" in data:
        report.wrong("path", "is only for servers; url is already the whole address")
    if "servers" in data and not servers:
        report.wrong("servers", "is empty (write default: https://…)")
    addresses: dict[str, str] = {key: data[key] for key in ("url", "path") if key in data}
    for key, one in servers.items():
        addresses |= {f"servers.{key}": one} if isinstance(one, str) else {f"servers.{key}.url": one["url"]}
    for path, url in addresses.items():
        for fault in url_faults(url):
            report.wrong(path, fault)
        if path.startswith("servers.") and "?" in url:
            report.wrong(path, "a base address cannot have a query (put the parameters under params)")
    where = "path" if "path" in data else "url"
    if not report.is_broken("params"):
        _check_placeholders(data.get(where, ""), where, data, report)


def _check_placeholders(template: str, where: str, data: Data, report: Report) -> None:
    """Each {name} in the path has its parameter, and each path parameter its {name}."""
    names = PLACEHOLDER.findall(split_url(template)[1])
    params = data.get("params", ())
    known = [param["name"] for param in params if param["in"] == "path"]
    for name in dict.fromkeys(names):
        if name not in known:
            report.wrong(where, f"{{{name}}} has no parameter (add one with in: path and name: {name})")
    for index, param in enumerate(params):
        if param["in"] == "path" and param["name"] not in names:
            what = f'"{param["name"]}" is not in the path (write {{{param["name"]}}} there)'
            report.wrong(f"params[{index}].name", what)


# -- who calls ---------------------------------------------------------------------------------------------------------

_ACCOUNT = ("user", "password")
_AUTH_KEYS = {
    "bearer": ("env",), "basic": _ACCOUNT, "digest": _ACCOUNT, "apikey": ("env", "in", "name"), "none": (),
}  # fmt: skip
_MORE_KEYS = {"bearer": ("url",), "basic": ("url",), "digest": ("url",), "apikey": ("prefix", "url")}


def _auths(data: Data) -> list[tuple[str, Data]]:
    auths = data.get("auth", [])
    return [("auth", auths)] if isinstance(auths, dict) else [(f"auth[{i}]", one) for i, one in enumerate(auths)]


def _check_auths(data: Data, report: Report) -> None:
    for path, one in _auths(data):
        _check_auth(one, path, report)


def _check_auth(one: Data, path: str, report: Report) -> None:
    wanted = _AUTH_KEYS[one["type"]]
    for key in wanted:
        if key not in one:
            report.wrong(path, f"{one['type']} needs {' and '.join(wanted)} ({key} is missing)")
    for key in one:
        if key not in (*wanted, *_MORE_KEYS.get(one["type"], ()), "type"):
            what = f"{one['type']} does not take {key} (it takes {', '.join(wanted) or 'nothing else'})"
            report.wrong(f"{path}.{key}", what)
    if isinstance(one.get("password"), str) and one["password"]:
        report.wrong(f"{path}.password", "a spec must not contain a password (write password: {env: API_PASSWORD})")
    if isinstance(one.get("user"), str) and ":" in one["user"]:
        report.wrong(f"{path}.user", f"a user name for {one['type']} cannot contain a colon (RFC 7617)")
    if one["type"] == "digest" and isinstance(one.get("user"), str) and re.search(r'[^ -~]|["\\]', one["user"]):
        what = 'can only contain printable ASCII, but for " and \\ (each client writes the rest in its own way)'
        report.wrong(f"{path}.user", f"a user name for digest {what}")
    if one.get("prefix") and (one.get("in") != "header" or not re.fullmatch("[!-~][ -~]*", one["prefix"])):
        report.wrong(f"{path}.prefix", "is only for a key in a header, and must be printable ASCII")
    if one["type"] == "apikey" and "name" in one:
        check_name(one["name"], one.get("in", "header"), f"{path}.name", report)


def _check_headers(data: Data, report: Report) -> None:
    """Check that no header is written by two parts of the spec."""
    places = list(_places(data))
    used = {place for _, _, place in places}

    def headers(wanted: str) -> list[str]:
        return [path for path, name, place in places if (place, name.lower()) == ("header", wanted)]

    for path in headers("authorization")[1:]:
        report.wrong(path, "a second Authorization header (a request has one; send a second key in another header)")
    for path in headers("cookie") if "cookie" in used else ():
        report.wrong(path, "Cookie is written from the parameters with in: cookie (add this one as such a parameter)")
    for path in headers("content-type") if "body" in data or "body" in used else ():
        report.wrong(path, "Content-Type comes from the body (write body: {media_type: …})")


def _places(data: Data) -> Iterator[tuple[str, str, str]]:
    """Path in the spec, name and place of everything that is sent outside of the body."""
    for path, one in _auths(data):
        if one["type"] in ("bearer", "basic", "digest"):
            yield f"{path}.type", "Authorization", "header"
        elif one["type"] == "apikey" and "name" in one:
            yield f"{path}.name", one["name"], one.get("in", "header")
    for index, one in enumerate(data.get("params", ())):
        yield f"params[{index}].name", one["name"], one["in"]


# -- the answer --------------------------------------------------------------------------------------------------------


def _check_answers(data: Data, report: Report) -> None:
    answers = list(enumerate(data.get("responses", ())))
    for index, one in answers:
        if not 200 <= one["status"] <= 599:  # noqa: PLR2004
            report.wrong(f"responses[{index}].status", f"{one['status']} is not a response status (200 to 599)")
        elif one["status"] in NO_BODY and one.get("example"):
            report.wrong(f"responses[{index}].example", f"an answer with status {one['status']} has no body")
    good = next(((index, one) for index, one in answers if one["status"] < 400), None)  # noqa: PLR2004
    if "result" not in data:
        return
    if good is None:
        report.wrong("result", "needs a response with an example")
        return
    index, answer = good
    example = answer.get("example", "")
    try:
        example = json.loads(example) if isinstance(example, str) else example
        paths.get(example, paths.parse(data["result"]))
    except json.JSONDecodeError as error:
        report.wrong(f"responses[{index}].example", f"result needs a JSON example, and this is not JSON: {error}")
    except RecursionError:
        report.wrong(f"responses[{index}].example", "is nested too deeply")
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
    if stream := data.get("stream", {}):
        _check_stream(stream, report)


def _check_stream(stream: Data, report: Report) -> None:
    events = [named_event(event) for event in stream["example"]]
    for path, delta in _deltas(stream):
        if events and not any(_has(event, delta) for _, event in events):
            report.wrong(path, f'"{delta}" is not in any of the example events')
    if "delta" in stream and not deltas(stream):
        report.wrong("stream.delta", "is empty (leave it out to print the data of each event)")
    for index, (_, event) in enumerate(events):
        if isinstance(event, str) and re.search("[\r\n]", event) and stream.get("events") != "full":
            report.wrong(f"stream.example[{index}]", "has several lines (say events: full, or write it on one line)")
    if stream.get("format") == "lines":
        for key in ("events", "done"):
            if key in stream:
                report.wrong(f"stream.{key}", "is only for server-sent events, not for format: lines")
        if any(name for name, _ in events):
            report.wrong("stream.example", "only server-sent events have names (lines are data alone)")


def _deltas(stream: Data) -> Iterator[tuple[str, str]]:
    """Where in the spec each path of a stream's text stands, and the path."""
    for index, delta in enumerate(deltas(stream)):
        yield (f"stream.delta[{index}]" if isinstance(stream["delta"], list) else "stream.delta"), delta


# -- what pages tell ---------------------------------------------------------------------------------------------------


def _check_about(data: Data, report: Report) -> None:
    contact, deprecated = data.get("contact"), data.get("deprecated")
    if isinstance(contact, dict) and not {"email", "url"} & set(contact):
        report.wrong("contact", "needs email or url (or both)")
    days = {key: deprecated[key] for key in ("since", "until") if isinstance(deprecated, dict) and key in deprecated}
    wrong = [key for key, day in days.items() if not is_day(day)]
    for key in wrong:
        report.wrong(f"deprecated.{key}", f'"{days[key]}" is not a day of the calendar')
    if not wrong and days.get("until", "9999") < days.get("since", ""):
        report.wrong("deprecated.until", f"is before since ({days['since']})")


def is_day(text: str) -> bool:
    """Whether a text in the form YYYY-MM-DD is a day of the calendar."""
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _path_texts(data: Data) -> Iterator[tuple[str, str]]:
    yield from _deltas(data.get("stream", {}))
    holders = [(f"responses[{index}]", answer) for index, answer in enumerate(data.get("responses", ()))]
    for holder, value in [("body", data.get("body", {})), *holders]:
        for number, field in enumerate(value.get("fields", ())):
            yield f"{holder}.fields[{number}].name", field["name"]


def _has(event: Any, delta: str) -> bool:
    try:
        return paths.get(json.loads(event) if isinstance(event, str) else event, paths.parse(delta)) is not None
    except (LookupError, ValueError, RecursionError):
        return False
