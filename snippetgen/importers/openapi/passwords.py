"""``format: password`` -> an environment variable in place of the author's example; a sampled value stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from snippetgen.data import paths
from snippetgen.importers.openapi import bodies, credentials, media, own
from snippetgen.importers.openapi.document import Spot
from snippetgen.importers.openapi.samples.merge import view
from snippetgen.importers.openapi.values import only
from snippetgen.importers.secrets import Secrets, placeholder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.data.paths import Step
    from snippetgen.importers.openapi.bodies import Carried
    from snippetgen.importers.openapi.operation import Data, Operation

_SAMPLES = ("password", "Passw0rd!")
"""The texts of which samples of this format are made."""


def ask(operation: Operation, params: list[Data], body: Carried, address: str) -> list[Data]:
    """The parameters, of which those that are passwords are read from the environment.

    Args:
        params: all parameters, those of the body among them.
        body: its examples lose their passwords, too.
        address: the server's address, which names the variables if the description has no title.
    """
    if operation.options.keep_secrets:
        return params
    secrets = Secrets("", credentials.owner(operation, address))
    result = [_asked(one, secrets) if _is_password(one.get("format"), one.get("example")) else one for one in params]
    found = bodies.chosen(operation)
    if found is None or media.kind(found[0]) != "json" or own.extension(found[1].value):
        return result  # an export of ours names the secrets of its body
    hidden = [paths.parse(one["name"]) for one in result if one["in"] == "body" and "env" in one]
    _forget(operation, body, hidden)
    schema = Spot(found[1].value.get("schema"), found[1].document)
    holders = [(one, paths.parse(one["name"])) for one in result if one["in"] == "body"]
    for holder, steps in [*holders, *([(body.body, ())] if body.body else [])]:
        if isinstance(holder.get("example"), dict | list):
            result += _nested(holder, steps, _at([schema], steps), secrets)
    return result


def _is_password(kind: Any, value: Any) -> bool:
    """Whether a value of some format is a password that an author wrote."""
    return kind == "password" and isinstance(value, str) and bool(value) and not (
        placeholder(value) or any((word * (len(value) // len(word) + 1))[: len(value)] == value for word in _SAMPLES)
    )


def _asked(param: Data, secrets: Secrets) -> Data:
    env = secrets.always(param["name"], param["example"])
    return only(param, "name", "in", "required", "description") | {"env": env}


def _nested(holder: Data, steps: tuple[Step, ...], spots: list[Spot], secrets: Secrets) -> list[Data]:
    """Parameters for the passwords within the example of `holder`, which becomes empty in their places."""
    found = list(_within(spots, holder["example"], ()))
    for inner, _ in found:
        holder["example"] = paths.put(holder["example"], inner, "")
    return [
        {"name": paths.written(*steps, *inner), "in": "body", "env": secrets.always(_last((*steps, *inner)), value)}
        for inner, value in found
    ]


def _within(spots: list[Spot], value: Any, steps: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], str]]:
    """The passwords in a value, each with its path."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from _within(_at(spots, (name,)), one, (*steps, name))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from _within(_at(spots, (index,)), one, (*steps, index))
    elif spots and _is_password(view(spots, lambda _: None).first("format"), value):
        yield steps, value


def _at(spots: list[Spot], steps: tuple[Step, ...]) -> list[Spot]:
    """The schemas of a value's inner value."""
    for step in steps:
        if not spots:
            return []
        seen = view(spots, lambda _: None)
        spots = seen.spots("items") if isinstance(step, int) else seen.properties().get(step, [])
    return spots


def _forget(operation: Operation, body: Carried, hidden: list[tuple[Step, ...]]) -> None:
    """Take the passwords out of the further examples, whose requests read them from the environment as well."""
    for name, example in list(body.examples.items()):
        kept = {path: value for path, value in example["set"].items() if paths.parse(path) not in hidden}
        if kept != example["set"]:
            operation.dropped(None, "a password, which is read from the environment", "requestBody", "examples", name)
            example["set"] = kept
        if not kept:
            del body.examples[name]


def _last(steps: tuple[Step, ...]) -> str:
    return next((step for step in reversed(steps) if isinstance(step, str)), "password")
