"""The request as a page shows it: its parameters, its body, and the environment variables that it needs."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

from snippetgen.data import paths
from snippetgen.data.jsontext import dumps, lines
from snippetgen.pages import display
from snippetgen.pages.fields import Kind, fields
from snippetgen.pages.model import BodyDescription, Changed, Code, Key, ParameterRow
from snippetgen.request import Env, Text, secrets
from snippetgen.spec.parameters import type_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from snippetgen.data.paths import Step
    from snippetgen.pages.fields import Field
    from snippetgen.request import Request
    from snippetgen.spec import Auth, Endpoint, Param


def rows(endpoint: Endpoint, locale: str) -> tuple[ParameterRow, ...]:
    """The rows of the table of parameters: credentials, then parameters, then other parts and fields of the body."""
    auths = (_auth_row(one) for one in endpoint.auth)
    params = (_param_row(one, endpoint, locale) for one in endpoint.params)
    return (*auths, *params, *_body_rows(endpoint))


def _auth_row(auth: Auth) -> ParameterRow:
    env = tuple(name for name, _ in _auth_env(auth))
    if auth.type == "apikey":
        return ParameterRow(auth.name, auth.place, required=True, kind=Kind("string"), env=env, auth=auth.type)
    return ParameterRow("Authorization", "header", required=True, kind=Kind("string"), env=env, auth=auth.type)


def _auth_env(auth: Auth) -> Iterator[tuple[str, str]]:
    """The environment variables of a credential, each with its role: bearer, apikey, user or password."""
    if not auth.has_account:
        yield auth.env, auth.type
        return
    for what, given in (("user", auth.user), ("password", auth.password)):
        if not isinstance(given, str):
            yield given["env"], what


def _param_row(param: Param, endpoint: Endpoint, locale: str) -> ParameterRow:
    is_json = param.place == "body" and (endpoint.body is None or endpoint.body.type == "json")
    repeats = isinstance(param.example, list) and not is_json
    values = param.example if repeats else [param.example]
    return ParameterRow(
        name=param.name,
        place=param.place,
        required=param.required or param.place == "path",
        kind=_kind(param),
        env=(param.env,) if param.env else (),
        examples=() if param.env or not param.has_value else tuple(map(_short, values)),
        description=param.description.text(locale),
        enum=tuple(map(_short, param.enum)),
        default="" if param.default is None else _short(param.default),
        format=param.format,
        nullable=param.nullable,
    )


def _kind(param: Param) -> Kind:
    """The type of a parameter, with that of its elements for an array; other lists repeat the parameter."""
    if param.type != "array" or not isinstance(param.example, list):
        return Kind(param.type)
    words = {"" if one is None else type_of(one) for one in param.example}
    return Kind("array", words.pop() if len(words) == 1 else "")


def _short(value: Any) -> str:
    return display.short(display.value(value))


def _body_rows(endpoint: Endpoint) -> Iterator[ParameterRow]:
    """The rows of those parts and fields of the body that are not parameters."""
    body = endpoint.body
    if body is None or body.type not in ("form", "multipart"):
        return
    for part in body.parts:
        env = (part["env"],) if "env" in part else ()
        text = _short(part.get("file", part.get("value", "")))
        kind = Kind("file" if "file" in part else "string")
        form = part.get("media_type", "")
        examples = () if env else (text,)
        yield ParameterRow(part["name"], "body", required=None, kind=kind, env=env, examples=examples, format=form)
    for name, value in (body.example or {}).items():
        values = value if isinstance(value, list) else [value]
        kind = Kind(type_of(values[0]) if values else "string")
        yield ParameterRow(name, "body", required=None, kind=kind, examples=tuple(map(_short, values)))


def body(endpoint: Endpoint, request: Request, locale: str) -> BodyDescription:
    """The description of the body; a secret in JSON is shown as ``"$NAME"``."""
    it = request.body
    if it.kind == "json":
        data = _with_names(it.data)
        return BodyDescription(
            it.kind,
            it.media_type,
            Code("\n".join(lines(data)), "json"),
            fields=_members(endpoint, dumps(data), locale),
            has_secret=any(secrets(it.data)),
        )
    if it.kind == "text" and it.text:
        text = "".join(token.text for token in it.text if isinstance(token, Text))
        return BodyDescription(it.kind, it.media_type, Code(text.rstrip("\r\n"), lexer_of(it.media_type)))
    media_type = it.media_type or ("multipart/form-data" if it.kind == "multipart" else "")
    return BodyDescription(it.kind, media_type, path=it.path)


def _members(endpoint: Endpoint, example: str, locale: str) -> tuple[Field, ...]:
    """The members of a JSON body that are not parameters; empty if the author describes none of them."""
    described = endpoint.body.fields if endpoint.body else ()
    if not described:
        return ()
    params = {_general(one.name) for one in endpoint.params if one.place == "body"}
    return tuple(one for one in fields(example, described, locale) if _general(one.name) not in params)


def _general(path: str) -> tuple[Step, ...]:
    return tuple(paths.EACH if isinstance(step, int) else step for step in paths.parse(path))


def _with_names(data: Any) -> Any:
    if isinstance(data, Env):
        return f"${data.name}"
    if isinstance(data, dict):
        return {key: _with_names(value) for key, value in data.items()}
    return list(map(_with_names, data)) if isinstance(data, list) else data


def lexer_of(media_type: str) -> str:
    """The lexer that colours a text of this media type; empty if there is none."""
    kind = media_type.partition(";")[0].strip().lower()
    subtype = kind.rpartition("/")[2].rpartition("+")[2]
    return subtype if subtype in ("json", "xml", "html", "yaml") else ""


def keys(endpoint: Endpoint, wanted: tuple[str, ...] | None = None) -> tuple[Key, ...]:
    """The environment variables for credentials and secrets, in the order of the spec; if given, only the `wanted`."""
    found: dict[str, Key] = {}
    for key in _keys(endpoint):
        if wanted is None or key.env in wanted:
            found.setdefault(key.env, key)
    return tuple(found.values())


def _keys(endpoint: Endpoint) -> Iterator[Key]:
    for auth in endpoint.auth:
        is_named = auth.type == "apikey"
        for env, what in _auth_env(auth):
            name, place = (auth.name, auth.place) if is_named else ("Authorization", "header")
            yield Key(env, what, name, place, auth.url)
    for param in endpoint.params:
        if param.env:
            yield Key(param.env, "", param.name, param.place)
    for part in endpoint.body.parts if endpoint.body else ():
        if "env" in part:
            yield Key(part["env"], "", part["name"], "body")


def exports(found: Iterable[Key], shell: str, placeholder: str) -> Code:
    """The commands that set environment variables, for ``sh``, ``powershell`` or ``cmd``."""
    if shell == "sh":
        return Code("\n".join(f"export {key.env}={shlex.quote(placeholder)}" for key in found), "sh")
    if shell == "cmd":
        return Code("\n".join(f"set {key.env}={placeholder}" for key in found), "bat")
    quoted = re.sub(r'([`"$])', r"`\1", placeholder)
    return Code("\n".join(f'$env:{key.env} = "{quoted}"' for key in found), "powershell")


def examples(endpoint: Endpoint, locale: str) -> tuple[Changed, ...]:
    """The named examples of the spec, each with its changes."""
    titles = endpoint.example_titles
    return tuple(
        Changed(name, titles[name].text(locale) if name in titles else "", changes(sets))
        for name, sets in endpoint.examples.items()
    )


def changes(sets: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Changes as pairs of path and value, as a table shows them."""
    return tuple((path, _short(value)) for path, value in sets.items())


