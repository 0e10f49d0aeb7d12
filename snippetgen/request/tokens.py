"""Values to send, made of text and environment variables, so that a secret is never text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Text:
    """A text that is sent as it is.

    Attributes:
        is_number: whether the author wrote it as a whole number, and a language may, too.
    """

    text: str
    is_number: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Env:
    """An environment variable that the program reads.

    Attributes:
        percent: whether its value must be percent-encoded in this place.
        json: whether its value must be written as a JSON string in this place.
    """

    name: str
    percent: bool = False
    json: bool = False


Token = Text | Env

Value = tuple[Token, ...]


def resolve(value: Value, environ: Mapping[str, str]) -> str:
    """The text that a program makes of a value, in the environment `environ`."""
    return "".join(token.text if isinstance(token, Text) else _read(token, environ) for token in value)


def _read(token: Env, environ: Mapping[str, str]) -> str:
    return quote(environ[token.name], safe="") if token.percent else environ[token.name]


def joined(tokens: Iterable[Token]) -> Value:
    """The tokens as a value, with adjacent texts joined and empty texts left out."""
    result: list[Token] = []
    for token in tokens:
        if isinstance(token, Text) and result and isinstance(result[-1], Text):
            result[-1] = Text(result[-1].text + token.text)
        elif token != Text(""):
            result.append(token)
    return tuple(result)


def secrets(data: Any) -> Iterator[Env]:
    """The environment variables within JSON data."""
    if isinstance(data, Env):
        yield data
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from secrets(value)


def texts(data: Any) -> Iterator[str]:
    """The texts within JSON data, keys among them."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield str(key)
            yield from texts(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from texts(value)


def number(value: Value) -> int | None:
    """The whole number that a value is, if its author wrote it as one."""
    match value:
        case (Text(text, is_number=True),):
            return int(text)
    return None


def has_env(value: Value) -> bool:
    return any(isinstance(token, Env) for token in value)
