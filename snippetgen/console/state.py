"""The state of a console's form -> the spec that it stands for, which is then rendered and sent as any other.

A state is JSON data that a page sends: ``{method, base, path, params, body, stream}``. A parameter is ``{name, in, on,
value, type}``, its value as its user typed it, or ``{name, in, on, env}``; the body is ``{kind, media_type, text,
pairs, path, params}``. It never has the value of a secret.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from snippetgen import spec
from snippetgen.console import bodies, given, streaming
from snippetgen.console.values import typed
from snippetgen.http import TOKEN
from snippetgen.spec.format import TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from snippetgen.spec import Endpoint

    Data = dict[str, Any]

FILE = given.FILE

_BASE = r"(?is)https?://[^/?#\s].*"
_PATH = r"(?s)(?:[/?].*)?"

_KEPT = ("allow_reserved", "filename", "media_type", "nullable")
"""What else a parameter keeps of its description, as it says how its value is sent."""

_REPLACED = ("url", "servers", "path", "method", "params", "body", "examples", "stream")
"""What a state says in place of the spec."""


def endpoint(data: Mapping[str, Any], state: Any, name: str) -> Endpoint:
    """The endpoint that a form stands for.

    Args:
        data: the spec that the form was made of, as plain data.
        state: what the page sent.

    Raises:
        SpecError: the state is none, or what its user typed makes no request; every mistake at once.
    """
    state = given.mapping(state, "state")
    made = {key: value for key, value in data.items() if key not in _REPLACED}
    made["method"] = given.matching(state, "method", TOKEN, "a method such as POST")
    made |= _address(state)
    body = given.mapping(state.get("body", {}), "body")
    outside = _params(data, [one for one in given.listing(state, "params") if given.place(one) != "body"])
    content, inside = _body(data, body)
    made |= {"params": [*outside, *inside]} | ({} if content is None else {"body": content})
    if given.flag(state, "stream"):
        streaming.ask(data, made, is_whole=body.get("kind") != "fields")
    return spec.from_data(made, FILE, name)


def _address(state: Data) -> Data:
    base = given.matching(state, "base", _BASE, "an address such as https://api.example.com").rstrip("/")
    path = given.matching(state, "path", _PATH, "a path such as /chat/completions")
    if path.startswith("?"):
        return {"url": base + path}
    return {"servers": {"default": base}} | ({"path": path} if path else {})


def _body(data: Mapping[str, Any], body: Data) -> tuple[Data | None, list[Data]]:
    if body.get("kind") != "fields":
        return bodies.whole(data, body)
    return data.get("body"), _params(data, [one for one in given.listing(body, "params") if given.place(one) == "body"])


def _params(data: Mapping[str, Any], sent: Iterable[Data]) -> list[Data]:
    """The parameters that are switched on; of several with one name, each is that of the spec in the same order."""
    known: dict[tuple[str, str], list[Data]] = defaultdict(list)
    for one in data.get("params", ()):
        known[one["in"], one["name"]].append(one)
    made = []
    for one in sent:
        same = known[given.place(one), given.text(one, "name")]
        param = _param(same.pop(0) if same else {}, one)
        if given.flag(one, "on"):
            made.append(param)
    return made


def _param(known: Data, one: Data) -> Data:
    named = {"name": given.text(one, "name"), "in": given.place(one)}
    kind = known.get("type", "string") if known else given.text(one, "type") or "string"
    if kind not in TYPES:
        raise given.wrong("params", f"a type is one of {', '.join(TYPES)}")
    kept = {key: known[key] for key in _KEPT if key in known}
    env = given.env(one) or ("" if "value" in one else known.get("env", ""))
    if env:
        return named | kept | {"env": env}
    return named | kept | {"type": kind, "example": typed(given.text(one, "value"), known, kind)}
