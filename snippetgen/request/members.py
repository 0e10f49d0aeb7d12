"""The names that a user may set in a request: those that its endpoint describes, and new ones if they are meant."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from snippetgen.data import paths
from snippetgen.errors import SpecError, suggest
from snippetgen.http import TOKEN, unsendable
from snippetgen.spec import Param
from snippetgen.spec.parameters import Ambiguous, into_body, matching, members_of, type_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.data.paths import Step
    from snippetgen.spec import Endpoint

Steps = tuple["Step", ...]


def check_known(endpoint: Endpoint, path: str) -> None:
    """Refuse a path that means nothing that the endpoint describes, where its JSON body has described parameters.

    Known are the parameters, the members of their examples and of the body's, and what the endpoint's own examples and
    its stream set; within a parameter of which no member is known, any member may be set.

    Raises:
        SpecError: the path is not known; the text names the closest one that is.
    """
    params = [(one.place, one.name) for one in endpoint.params]
    if is_described(endpoint, path) or not any(place == "body" for place, _ in params) or not _is_json(endpoint):
        return
    try:
        steps = _each(paths.parse(into_body(path, [name for place, name in named(endpoint) if place == "body"])))
    except ValueError:
        return  # `build` says what is wrong
    known = dict(_known(endpoint))
    if any(one[: len(steps)] == steps for one in known):
        return
    above = max((one for one in known if steps[: len(one)] == one), key=len, default=None)
    if above is not None and known[above] in ("object", "array") and not _has_members(above, known):
        return
    names = list(dict.fromkeys([name for _, name in params] + [paths.written(*one) for one in known if one]))
    hint = "--timeout sets that of the program" if path == "timeout" else suggest(path, names)
    raise SpecError(f'{endpoint.file}: unknown parameter "{path}" ({hint}; --set-new adds what is new)')


def is_described(endpoint: Endpoint, path: str) -> bool:
    """Whether a path means a parameter, or a member of the body's own example.

    Raises:
        SpecError: several places have something of that name.
    """
    try:
        return bool(matching(path, named(endpoint)))
    except Ambiguous as error:
        raise SpecError(f"{endpoint.file}: {error}") from None


def named(endpoint: Endpoint) -> list[tuple[str, str]]:
    """All that a change may name, as place and name: the parameters, then what the body's own example has besides."""
    params = [(one.place, one.name) for one in endpoint.params]
    own = endpoint.body.example if endpoint.body and endpoint.body.type == "json" else None
    return params + members_of(own, params)


def _is_json(endpoint: Endpoint) -> bool:
    return endpoint.body is None or endpoint.body.type == "json"


def _each(steps: Steps) -> Steps:
    """Steps in which every element of a list is any element."""
    return tuple(paths.EACH if isinstance(step, int) else step for step in steps)


def _has_members(above: Steps, known: dict[Steps, str]) -> bool:
    return any(len(one) > len(above) and one[: len(above)] == above for one in known)


def _known(endpoint: Endpoint) -> Iterator[tuple[Steps, str]]:
    """The known paths into the body, and the type of what is there."""
    if endpoint.body and endpoint.body.has_example:
        yield from _members((), endpoint.body.example)
    for field in endpoint.body.fields if endpoint.body else ():
        yield _each(paths.parse(field["name"])), field.get("type", "string")
    changes = [change for example in endpoint.examples.values() for change in example.items()]
    changes += endpoint.stream.set.items() if endpoint.stream else ()
    for path, value in changes:
        yield from _members(_each(paths.parse(path)), value)
    for one in endpoint.params:
        if one.place == "body":
            steps = _each(paths.parse(one.name))
            yield from _members(steps, one.example if one.has_value else None)
            yield steps, one.type


def _members(above: Steps, value: Any) -> Iterator[tuple[Steps, str]]:
    """The path of a value, and those of all that is in it."""
    yield above, type_of(value)
    items: list[tuple[Step, Any]] = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = [(paths.EACH, one) for one in value]
    for step, inner in items:
        yield from _members((*above, step), inner)


def with_new(endpoint: Endpoint, path: str, value: Any) -> Endpoint | None:
    """The endpoint with one more parameter, ``query.NAME``, ``header.NAME``, ``cookie.NAME`` or a member of its form.

    None for a member of a JSON body, which a request can be given without a parameter.

    Raises:
        SpecError: the request has no body that could have such a member, or the value cannot be sent there.
    """
    place, _, name = path.partition(".")
    if place not in ("query", "header", "cookie") or not name:
        if _is_json(endpoint) and (endpoint.body or any(one.place == "body" for one in endpoint.params)):
            return None
        place, name = "body", path
    kind = endpoint.body.type if endpoint.body else ""
    if place == "body" and kind not in ("form", "multipart"):
        what = f"has a body of the type {kind}" if kind else "has no body"
        raise SpecError(f"{endpoint.file}: --set-new {path}: the request {what} (write query.{path} for the query)")
    fault = unsendable(kind if place == "body" else place, value)
    if place in ("header", "cookie") and not re.fullmatch(TOKEN, name):
        fault = f'"{name}" is not the name of a {place}'
    if fault:
        raise SpecError(f"{endpoint.file}: {path}: {fault}")
    return replace(endpoint, params=(*endpoint.params, Param(name, place, example=value, has_value=True)))
