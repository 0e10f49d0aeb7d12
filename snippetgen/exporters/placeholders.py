"""Secrets in the formats whose tools fill in variables: ``{{NAME}}``, as Postman and others write it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from snippetgen.errors import Refused
from snippetgen.request import Env, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.request import Request, Value


def shown(value: Value) -> str:
    """A value as text, with ``{{NAME}}`` for each environment variable."""
    return "".join(token.text if isinstance(token, Text) else f"{{{{{token.name}}}}}" for token in value)


def shown_data(data: Any) -> Any:
    """JSON data, with the text ``{{NAME}}`` for each environment variable."""
    if isinstance(data, Env):
        return shown((data,))
    if isinstance(data, dict):
        return {key: shown_data(value) for key, value in data.items()}
    return [shown_data(value) for value in data] if isinstance(data, list) else data


def refuse_mistakable(request: Request, also: str = "") -> None:
    """Refuse texts that a tool would read as a variable: one of the request, or one that the pattern `also` matches.

    Raises:
        Refused: the request contains such a text.
    """
    names = "|".join([*map(re.escape, request.env), *([also] if also else [])])
    pattern = re.compile(rf"\{{\{{\s*(?:{names})\s*\}}\}}")
    for text in texts(request) if names else ():
        found = pattern.search(text)
        if found:
            raise Refused(f'the text "{found[0]}" would be taken for a variable')


def refuse_charset(request: Request, who: str) -> None:
    """Refuse a text that must be encoded otherwise than in UTF-8; `who` sends it.

    Raises:
        Refused: the request has such a body.
    """
    if request.body.charset:
        raise Refused(f"{who} a text in UTF-8, not in {request.body.charset}")


def texts(request: Request) -> Iterator[str]:
    """Every text in a request that is not a secret."""
    body = request.body
    for value in (request.url, *(request.account or ()), *(value for _, value in request.headers), body.text):
        yield from (unquote(token.text) for token in value if isinstance(token, Text))
    yield from _data_texts(body.data)
    for _, value in body.pairs:
        yield from (token.text for token in value if isinstance(token, Text))
    for part in body.parts:
        yield from (part.name, part.path, part.filename, part.media_type)
        yield from (token.text for token in part.value if isinstance(token, Text))


def _data_texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from _data_texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _data_texts(value)
