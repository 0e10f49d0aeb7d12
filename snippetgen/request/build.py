"""`Endpoint` + choices -> `Request`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from snippetgen.data import jsontext, paths
from snippetgen.data.jsontext import bare_text
from snippetgen.errors import Refused, SpecError, suggest
from snippetgen.http import (
    DEFAULT_MEDIA_TYPES,
    PLACEHOLDER,
    charset,
    essence,
    is_json,
    other_charset,
    unsendable,
    url_faults,
)
from snippetgen.request import Body, Env, Part, Request, Text, Token, Value, joined, resolve
from snippetgen.request.members import named
from snippetgen.spec import Body as BodySpec
from snippetgen.spec import Endpoint, Param, Stream, expected_result
from snippetgen.spec.parameters import Ambiguous, into_body, matching

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


def build(
    endpoint: Endpoint,
    *,
    server: str = "",
    origin: str = "",
    example: str = "",
    sets: Iterable[tuple[str, Any]] = (),
    stream: bool = False,
    timeout: int = 0,
) -> Request:
    """Build the request that an endpoint and the user's choices describe.

    Args:
        server: the name of one of the endpoint's servers, or another base address; empty for the first server.
        origin: scheme, host and port to use instead of the server's; its path stays (for a mock in its place).
        example: the name of one of the endpoint's examples.
        sets: path and JSON value of each change, applied last.
        stream: whether to ask for a streamed answer.
        timeout: in seconds, instead of the endpoint's.

    Raises:
        SpecError: there is no such server, example or path.
        Refused: `stream` is set, but the endpoint does not stream.
    """
    if stream and endpoint.stream is None:
        raise Refused("the endpoint does not stream (its spec has no stream:)")
    streams = endpoint.stream if stream else None
    changes = [*_example_sets(endpoint, example), *(streams.set.items() if streams else ()), *sets]
    params, json_sets = _apply(endpoint, changes)
    body = _body(endpoint, params, json_sets)
    stream_of = endpoint.stream
    return Request(
        method=endpoint.method,
        url=_url(endpoint, params, _base(endpoint, server, origin)),
        query=tuple(_query(endpoint, params)),
        headers=tuple(_headers(endpoint, params, body)),
        basic=_account(endpoint, "basic"),
        digest=_account(endpoint, "digest"),
        body=body,
        timeout=timeout or (_patience(endpoint.timeout, streams) if streams else endpoint.timeout),
        redirects=endpoint.redirects,
        stream=stream,
        result=None if endpoint.result is None else paths.parse(endpoint.result),
        result_is_text=isinstance(expected_result(endpoint), str),
        answer_type=_answer_type(endpoint),
        answer_charset=charset(endpoint.answer.media_type),
        delta=paths.parse(stream_of.delta) if stream_of and stream_of.delta is not None else None,
        asides=tuple(map(paths.parse, stream_of.asides)) if stream_of else (),
        done=stream_of.done if stream_of else None,
        is_lines=stream_of is not None and stream_of.is_lines,
        is_full=stream_of is not None and stream_of.is_full,
    )


def _answer_type(endpoint: Endpoint) -> str:
    media_type = essence(endpoint.answer.media_type) if endpoint.answer.example else ""
    if is_json(media_type) and endpoint.result is None and not jsontext.is_json(endpoint.answer.example):
        return "text/plain"
    return media_type

_SILENCE = 120
"""Seconds that a stream may be silent: a model that thinks first is so for a minute."""


def _patience(timeout: int, stream: Stream) -> int:
    return stream.timeout or max(timeout, _SILENCE)


def _example_sets(endpoint: Endpoint, name: str) -> Iterable[tuple[str, Any]]:
    if not name:
        return ()
    if name not in endpoint.examples:
        hint = suggest(name, endpoint.examples) if endpoint.examples else "it has no examples"
        raise SpecError(f'{endpoint.file}: unknown example "{name}" ({hint})')
    return endpoint.examples[name].items()


def _apply(endpoint: Endpoint, changes: Iterable[tuple[str, Any]]) -> tuple[list[Param], list[tuple[str, Any]]]:
    """Parameters with their changed values, and the changes that go into a JSON body."""
    is_json = endpoint.body is None or endpoint.body.type == "json"
    params = list(endpoint.params)
    names = named(endpoint)
    into_json = []
    for path, value in changes:
        try:
            found = matching(path, names)
        except Ambiguous as error:
            raise SpecError(f"{endpoint.file}: {error}") from None
        first = params[found[0]] if found and found[0] < len(params) else None
        if first and not (is_json and first.place == "body"):
            params[found[0]] = _with_example(endpoint, first, value)
            for index in reversed(found[1:]):
                del params[index], names[index]
        elif is_json and (endpoint.body is not None or any(one.place == "body" for one in params)):
            inside = [name for place, name in names if place == "body"]
            into_json.append((first.name if first else into_body(path, inside), value))
        else:
            hint = suggest(path, [one.name for one in params]) if params else "it has no parameters"
            raise SpecError(f'{endpoint.file}: unknown parameter "{path}" ({hint})')
    return params, into_json


def _with_example(endpoint: Endpoint, param: Param, value: Any) -> Param:
    """A parameter with a new value; a secret becomes plain text, since the user wants this value in the program."""
    fault = unsendable(endpoint.body.type if param.place == "body" and endpoint.body else param.place, value)
    if fault:
        raise SpecError(f"{endpoint.file}: {param.name}: {fault}")
    return replace(param, example=value, has_value=True, env="")


def _base(endpoint: Endpoint, server: str, origin: str) -> str:
    if re.match(r"(?i)https?://", server):
        base = server.rstrip("/")
        for fault in url_faults(base):
            raise SpecError(f'the server "{server}": {fault}')
    elif server and server not in endpoint.servers:
        hint = f"{suggest(server, endpoint.servers)}, or an address beginning with https://"
        raise SpecError(f'{endpoint.file}: unknown server "{server}" ({hint})')
    else:
        base = endpoint.servers[server] if server else next(iter(endpoint.servers.values()))
    return origin + urlsplit(base).path if origin else base


_UNSAFE = re.compile(r"%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~:/?@!$&'()*+,;=%]")
"""A character that RFC 3986 does not allow in a path or query; ``%XX`` is encoded already and stays."""


def _clean(text: str) -> str:
    return _UNSAFE.sub(lambda match: quote(match[0], safe=""), text)


def _url(endpoint: Endpoint, params: list[Param], base: str) -> Value:
    scheme, rest = base.split("://", 1)
    host, slash, base_path = rest.partition("/")
    path, mark, query = endpoint.path.partition("?")
    tokens: list[Token] = [Text(f"{scheme}://{_ascii_host(host, endpoint)}{_clean(slash + base_path)}")]
    values = {one.name: one for one in params if one.place == "path"}
    for index, piece in enumerate(PLACEHOLDER.split(path)):
        tokens += [Text(_clean(piece))] if index % 2 == 0 else _encoded(values[piece], values[piece].example, ":@,")
    if len(tokens) == 2 and tokens[1] == Text("") and not slash:  # noqa: PLR2004 - a bare host
        tokens.append(Text("/"))
    tokens += [Text(mark + _clean(query))]
    separator = "&" if query else "" if mark else "?"
    for param in params:
        if param.place != "query" or not param.has_value:
            continue
        for value in param.example if isinstance(param.example, list) and not param.env else [param.example]:
            tokens += [Text(f"{separator}{quote(param.name, safe='[]$:@,')}=".replace("[", "%5B").replace("]", "%5D"))]
            tokens += _encoded(param, value, "/:@,")
            separator = "&"
    for auth in endpoint.auth:
        if auth.place == "query" and auth.type == "apikey":
            tokens += [Text(f"{separator}{quote(auth.name, safe='')}="), Env(auth.env, percent=True)]
            separator = "&"
    return joined(tokens)


def _query(endpoint: Endpoint, params: list[Param]) -> Iterator[tuple[str, Value]]:
    """The pairs of the query as the author wrote them; none where he wrote any of it already encoded."""
    given = [one for one in params if one.place == "query" and one.has_value]
    if "?" in endpoint.path or any(one.allow_reserved for one in given):
        return
    for param in given:
        if param.env:
            yield param.name, (Env(param.env),)
            continue
        for value in param.example if isinstance(param.example, list) else [param.example]:
            yield param.name, _pair_value(value)
    for auth in endpoint.auth:
        if auth.place == "query" and auth.type == "apikey":
            yield auth.name, (Env(auth.env),)


def _pair_value(value: Any) -> Value:
    """The value of a pair of a query or a form, which may be a number."""
    is_number = isinstance(value, int) and not isinstance(value, bool)
    text = Text(bare_text(value), is_number=is_number)
    return (text,) if text.text else ()


def _ascii_host(host: str, endpoint: Endpoint) -> str:
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        raise SpecError(f'{endpoint.file}: "{host}" is not a host name') from None


def _encoded(param: Param, value: Any, safe: str) -> list[Token]:
    if param.env:
        return [Env(param.env, percent=True)]
    if param.allow_reserved:
        text = _clean(bare_text(value))
        return [Text(text.replace("?", "%3F") if param.place == "path" else text)]
    return [Text(quote(bare_text(value), safe=safe))]


def _values(param: Param) -> list[Value]:
    if param.env:
        return [(Env(param.env),)]
    if not param.has_value:
        return []
    values = param.example if isinstance(param.example, list) else [param.example]
    return [joined([Text(bare_text(value))]) for value in values]


def _headers(endpoint: Endpoint, params: list[Param], body: Body) -> Iterator[tuple[str, Value]]:
    for auth in endpoint.auth:
        if auth.type == "bearer":
            yield "Authorization", (Text("Bearer "), Env(auth.env))
        elif auth.type == "apikey" and auth.place == "header":
            yield auth.name, joined([Text(auth.prefix), Env(auth.env)])
    for param in params:
        if param.place == "header":
            for value in _values(param):
                yield param.name, value
    cookies = list(_cookies(endpoint, params))
    if cookies:
        tokens: list[Token] = []
        for name, value in cookies:
            tokens += [Text("; " if tokens else ""), Text(f"{name}="), *value]
        yield "Cookie", joined(tokens)
    if body.media_type:
        yield "Content-Type", (Text(body.media_type),)


def _cookies(endpoint: Endpoint, params: list[Param]) -> Iterator[tuple[str, Value]]:
    for auth in endpoint.auth:
        if auth.type == "apikey" and auth.place == "cookie":
            yield auth.name, (Env(auth.env),)
    for param in params:
        if param.place == "cookie":
            for value in _values(param):
                yield param.name, value


def _account(endpoint: Endpoint, kind: str) -> tuple[Value, Value] | None:
    for auth in endpoint.auth:
        if auth.type == kind:
            return _credential(auth.user), _credential(auth.password)
    return None


def _credential(given: str | Mapping[str, str]) -> Value:
    return joined([Text(given)]) if isinstance(given, str) else (Env(given["env"]),)


def _body(endpoint: Endpoint, params: list[Param], sets: list[tuple[str, Any]]) -> Body:
    spec, fields = endpoint.body or BodySpec("json"), [one for one in params if one.place == "body" and one.has_value]
    kind, media_type = spec.type, spec.media_type or DEFAULT_MEDIA_TYPES[spec.type]
    body = Body()
    if kind == "json" and (sets or fields or spec.has_example):
        body = Body(kind, media_type, data=_json(endpoint, fields, sets))
        if _charset(endpoint, jsontext.dumps(_without_env(body.data)), media_type):
            what = f"a JSON body is UTF-8 (RFC 8259, section 8.1), not {charset(media_type)}"
            hint = "leave charset out, or write the body as type: text"
            raise SpecError(f"{endpoint.file}: body.media_type: {what} ({hint})")
    elif kind == "form":
        pairs = tuple((name, value) for name, value, _ in _fields(endpoint, fields))
        body = Body(kind if pairs else "text", media_type, pairs=pairs, text=_form_text(pairs))
    elif kind == "multipart":
        body = Body(kind, "", parts=tuple(_parts(endpoint, fields)))
    elif kind == "text":
        other = _charset(endpoint, spec.example, media_type)
        body = Body(kind, media_type, text=joined([Text(spec.example)]), charset=other)
    elif kind == "file":
        body = Body(kind, media_type, path=spec.file)
    return body


def _charset(endpoint: Endpoint, text: str, media_type: str) -> str:
    try:
        return other_charset(text, media_type)
    except ValueError as error:
        raise SpecError(f"{endpoint.file}: body.media_type: {error}") from None


def _without_env(data: Any) -> Any:
    """JSON data with a text of ASCII for each secret."""
    if isinstance(data, dict):
        return {key: _without_env(one) for key, one in data.items()}
    if isinstance(data, list):
        return list(map(_without_env, data))
    return data.name if isinstance(data, Env) else data


def _json(endpoint: Endpoint, fields: list[Param], sets: list[tuple[str, Any]]) -> Any:
    data = endpoint.body.example if endpoint.body and endpoint.body.has_example else None
    changes = [(one.name, Env(one.env) if one.env else one.example) for one in fields] + sets
    changed = paths.Changed(data)
    for path, value in changes:
        try:
            changed.put(paths.parse(path), value)
        except ValueError as error:
            raise SpecError(f"{endpoint.file}: {path}: {error}") from None
    return changed.data


def _fields(endpoint: Endpoint, fields: list[Param]) -> Iterator[tuple[str, Value, Param | None]]:
    example = endpoint.body.example if endpoint.body and endpoint.body.has_example else {}
    for name, values in example.items():
        for value in values if isinstance(values, list) else [values]:
            yield name, joined([Text(bare_text(value))]), None
    for param in fields:
        for value in _values(param):
            yield param.name, value, param


def _form_text(pairs: tuple[tuple[str, Value], ...]) -> Value:
    tokens: list[Token] = []
    for index, (name, value) in enumerate(pairs):
        tokens.append(Text(("&" if index else "") + quote(name, safe="") + "="))
        tokens += [_form_token(one) for one in value]
    return joined(tokens)


def _form_token(token: Token) -> Token:
    return Text(quote(token.text, safe="")) if isinstance(token, Text) else Env(token.name, percent=True)


def _parts(endpoint: Endpoint, fields: list[Param]) -> Iterator[Part]:
    for one in endpoint.body.parts if endpoint.body else ():
        path = one.get("file", "")
        value: Value = (Env(one["env"]),) if "env" in one else joined([Text(one.get("value", ""))])
        media_type = _part_type(path, one.get("media_type"))
        yield Part(one["name"], value, path, _filename(path, one.get("filename")), media_type)
    for name, value, param in _fields(endpoint, fields):
        if param and param.type == "file":
            path = resolve(value, {})
            yield Part(name, (), path, _filename(path, param.filename), _part_type(path, param.media_type))
        else:
            yield Part(name, value, media_type=param.media_type if param else "")


def _filename(path: str, given: str | None) -> str:
    return given or path.rpartition("/")[2]


def _part_type(path: str, given: str | None) -> str:
    """The media type of a file part, which is always sent, so that no client has to guess it."""
    return given or ("application/octet-stream" if path else "")
