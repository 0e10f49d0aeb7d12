"""The body of a console's form -> the body of the spec that the form stands for, and its parameters.

A body is shown in one of two ways: as the fields that the spec describes (kind ``fields``), or as a whole, in a kind
of its own. A whole body shows a secret as its variable, ``$API_KEY``, and what stands there unchanged stays secret.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from snippetgen import spec
from snippetgen.console import given
from snippetgen.console.values import variable
from snippetgen.data import paths
from snippetgen.http import DEFAULT_MEDIA_TYPES, MEDIA_TYPE
from snippetgen.request import Env, build
from snippetgen.spec.format import BODIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from snippetgen.request import Part

    Data = dict[str, Any]

_ONE_TEXT = ("json", "form", "text", "file")
"""Kinds of bodies that have one Content-Type."""


def whole(data: Mapping[str, Any], body: Data) -> tuple[Data | None, list[Data]]:
    """A body that is shown as a whole, and the parameters that it needs, as data of a spec.

    Args:
        data: the spec that the form was made of.
        body: what the page sent.

    Raises:
        SpecError: it is no body, or cannot be sent.
    """
    kind = given.text(body, "kind") or "none"
    if kind == "none":
        return None, []
    if kind not in BODIES:
        raise given.wrong("body.kind", "is no kind of body")
    made: Data = {"type": kind}
    media_type = given.text(body, "media_type").strip()
    if media_type and kind in _ONE_TEXT and media_type != DEFAULT_MEDIA_TYPES[kind]:
        made["media_type"] = given.matching({"media_type": media_type}, "media_type", MEDIA_TYPE, "a media type")
    if kind == "multipart":
        return made | {"parts": _parts(data, body)}, []
    if kind == "file":
        return made | {"file": given.text(body, "path")}, []
    if kind == "form":
        return made, list(_fields(data, body))
    text = given.text(body, "text")
    if kind == "text":
        return made | {"example": text}, []
    example = given.json_data(text, "body")
    return made | {"example": example}, [one for one in secrets(data, body) if _is_there(example, one)]


def secrets(data: Mapping[str, Any], body: Data) -> list[Data]:
    """The parameters of a body that are read from variables: those that the page names, else those of the spec."""
    own = body if "params" in body else data
    named = [one for one in given.listing(own, "params") if given.place(one) == "body" and one.get("env")]
    sent = [one for one in named if one.get("on", True)]
    return [{"name": given.text(one, "name"), "in": "body", "env": given.env(one)} for one in sent]


def _is_there(example: Any, one: Data) -> bool:
    """Whether JSON data still has the variable of a secret in its place."""
    try:
        return bool(paths.get(example, paths.parse(one["name"])) == variable(one["env"]))
    except (LookupError, ValueError):
        return False


def _fields(data: Mapping[str, Any], body: Data) -> Iterable[Data]:
    """The fields of a form in their order, each as a parameter: a name may stand there again and again."""
    hidden = {(one["name"], variable(one["env"])): one for one in secrets(data, body)}
    for name, value in given.pairs(body):
        yield hidden.get((name, value), {"name": name, "in": "body", "example": value})


# -- multipart ---------------------------------------------------------------------------------------------------------


def _parts(data: Mapping[str, Any], body: Data) -> list[Data]:
    """The parts of a multipart body: those of the spec with the texts that the page sent, then what was added.

    A page shows the parts that are texts, as pairs; a file, the place of each part and its type stay as they are.
    """
    pairs, left = given.pairs(body), defaultdict[str, list[str]](list)
    named = [(one["name"], one["env"]) for one in secrets(data, body)]
    hidden = {(name, variable(env)): {"name": name, "env": env} for name, env in named}
    for name, value in pairs:
        left[name].append(value)
    made = []
    for one in _known(data):
        if one.path:
            made.append({"name": one.name, "file": one.path, "filename": one.filename, "media_type": one.media_type})
        elif left[one.name]:
            made.append(_part(one, left[one.name].pop(0)))
    for name, value in pairs:
        if left[name]:
            left[name].pop(0)
            made.append(hidden.get((name, value), {"name": name, "value": value}))
    return made


def _known(data: Mapping[str, Any]) -> tuple[Part, ...]:
    """The parts that the spec describes."""
    if (data.get("body") or {}).get("type") != "multipart":
        return ()
    return build.build(spec.from_data(dict(data), given.FILE, "known")).body.parts


def _part(one: Part, value: str) -> Data:
    typed = {"media_type": one.media_type} if one.media_type else {}
    names = [token.name for token in one.value if isinstance(token, Env)]
    if names and value == variable(names[0]):
        return {"name": one.name, "env": names[0], **typed}
    return {"name": one.name, "value": value, **typed}
