r"""Texts of a Hurl file, which have no quotes: what ends a text, or begins a variable, is written by its code.

https://hurl.dev/docs/hurl-file.html#special-characters-in-strings
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from snippetgen.data import jsontext
from snippetgen.errors import Refused
from snippetgen.request import Env, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from snippetgen.request import Part, Value


def plain(escaped: str, *, variable_follows: bool = False) -> str:
    """A text whose characters are escaped, without a brace that would begin a variable."""
    return re.sub(r"\{(?=\{|\Z)" if variable_follows else r"\{(?=\{)", r"\\u{7b}", escaped)


def edges(escaped: str) -> str:
    """A text that keeps the spaces at its ends, and is no file, though it begins as one does."""
    escaped = re.sub(r"\A | \Z", r"\\u{20}", escaped)
    return "\\u{66}" + escaped[1:] if escaped.startswith("file,") else escaped


def value(tokens: Value, escape: Callable[[str], str], variable: Callable[[Env], str]) -> str:
    """A value of text and environment variables."""
    last = len(tokens) - 1
    return edges("".join(
        plain(escape(one.text), variable_follows=at < last) if isinstance(one, Text) else variable(one)
        for at, one in enumerate(tokens)
    ))  # fmt: skip


def texts(spelt: Callable[[Value], str]) -> Callable[[Value], str]:
    """A function for the text of a body, which stands over several lines if it can."""

    def text(tokens: Value) -> str:
        has_text = all(isinstance(one, Text) for one in tokens)
        lines = _block("".join(one.text for one in tokens if isinstance(one, Text))) if has_text else ""
        return lines or f"`{spelt(tokens)}`"

    return text


def _block(text: str) -> str:
    """A text of several lines as it is; empty where it must be written in another way."""
    is_plain = text.replace("\n", "").isprintable() and not re.search(r"\{\{|```|[^\S\n]$", text, re.MULTILINE)
    return f"```\n{text}```" if is_plain and text.endswith("\n") else ""


def name(text: str) -> str:
    """A text before a colon."""
    return re.sub(r"[^A-Za-z0-9_.-]", lambda char: char[0] if char[0].isalpha() else f"\\u{{{ord(char[0]):x}}}", text)


def file(part: Part) -> str:
    """A file in a multipart body.

    Raises:
        Refused: it is sent under another name, or Hurl does not read it.
    """
    if part.path != part.filename:
        raise Refused("Hurl sends a file under its path alone")
    return f"{path(part.path)} {part.media_type}"


def path(text: str) -> str:
    """The path of a file that is sent.

    Raises:
        Refused: Hurl does not read it.
    """
    if text.startswith("/") or ".." in text.split("/"):
        raise Refused("Hurl sends files beside its own or below alone")
    return "file," + re.sub(r"[^\w./-]", lambda char: _in_path(char[0]), text) + ";"


def _in_path(char: str) -> str:
    return f"\\{char}" if char in "#;{}\\ " else char if char.isprintable() else f"\\u{{{ord(char):x}}}"


def json(data: Any) -> str:
    """A JSON body: as it is, or as a text where Hurl would take it for something else.

    Hurl writes keys without their escapes, and numbers without a capital E.
    """
    text = _without_variables("\n".join(jsontext.lines(data)))
    if isinstance(data, dict) and not any(map(_is_odd, _keys(data))) and "E" not in _TEXT.sub("", text):
        return text
    return "```json\n" + re.sub("`(?=``)", r"\\u0060", text) + "\n```"


def json_with(data: Any, read: Callable[[str], str]) -> str:
    """A JSON body with variables in it, which Hurl writes as JSON strings.

    Raises:
        Refused: Hurl would write a key without its escapes.
    """
    if any(map(_is_odd, _keys(data))):
        raise Refused("Hurl writes keys without their escapes in a JSON body with a variable")
    lines = jsontext.pieces(data)
    return "".join(_without_variables(one) if isinstance(one, str) else f'"{read(one.name)}"' for one in lines)


_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')


def _without_variables(text: str) -> str:
    return re.sub(r"\{(?=\{)", r"\\u007b", text)


def _keys(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        yield from data
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _keys(value)


def _is_odd(key: str) -> bool:
    return jsontext.dumps(key)[1:-1] != key or "{{" in key
