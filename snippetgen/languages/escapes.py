"""The escapes of the `backslash` engine: ways to write a character that cannot be in a string as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SHORT = {"a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
"""Letter -> the character that it means after a backslash."""


def _u4(char: str) -> str:
    units = char.encode("utf-16-be")
    return "".join(f"\\u{int.from_bytes(units[at : at + 2], 'big'):04x}" for at in range(0, len(units), 2))


def _vala(text: str) -> str:
    """A control character in octal digits, the first of which is 0; or the UTF-8 bytes of a character, and of the
    digits behind it, which would belong to its last escape (see `HEX_TAIL`).
    """
    return f"\\{ord(text):03o}" if text < " " else "".join(f"\\x{byte:02x}" for byte in text.encode())


OTHER: dict[str, Callable[[str], str]] = {
    "u4": _u4,
    "u4U8": lambda char: f"\\u{ord(char):04x}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08x}",  # noqa: PLR2004
    "u4U6": lambda char: f"\\u{ord(char):04x}" if ord(char) <= 0xFFFF else f"\\U{ord(char):06x}",  # noqa: PLR2004
    "u{}": lambda char: f"\\u{{{ord(char):x}}}",
    "x{}": lambda char: f"\\x{{{ord(char):x}}}",
    "x&": lambda char: f"\\x{ord(char):x}\\&",  # what ends it is nothing, as no digit may follow
    "octal": lambda char: "".join(f"\\{byte:03o}" for byte in char.encode()),
    "0x": _vala,
}
"""Name of an escape -> function that writes any character: by UTF-16 units, code point, or UTF-8 bytes."""


HEX_TAIL = {"0x": "[0-9A-Fa-f]*"}
"""Name of an escape -> what is escaped along with a character before it."""

_LISP_NAMES = {"\t": "#\\Tab", "\r": "#\\Return", "\f": "#\\Page", "\b": "#\\Backspace", "\x7f": "#\\Rubout"}


def lisp_char(char: str) -> str:
    """A character as Common Lisp writes it alone."""
    return _LISP_NAMES.get(char, f"(code-char {ord(char)})")


LINE_FEED = "vbLf"

_CONSTANTS = {"\n": LINE_FEED, "\r": "vbCr", "\t": "vbTab"}


def chr_w(char: str) -> str:
    """A character as Visual Basic writes it beside a string: by its name, or its UTF-16 units."""
    units = char.encode("utf-16-be")
    calls = (f"ChrW(&H{int.from_bytes(units[at : at + 2], 'big'):X})" for at in range(0, len(units), 2))
    return _CONSTANTS.get(char) or " & ".join(calls)


def char(char: str) -> str:
    """A character as MATLAB writes it beside a string: a line feed by its name, others by their UTF-16 units."""
    units = char.encode("utf-16-be")
    numbers = [str(int.from_bytes(units[at : at + 2], "big")) for at in range(0, len(units), 2)]
    return "newline" if char == "\n" else f"char({numbers[0]})" if not numbers[1:] else f"char([{' '.join(numbers)}])"


def of_pair(pair: str) -> str:
    """A pattern of the character to escape in a pair: the first, but the second of twins (?? begins C's trigraphs).

    What follows the first may be several characters, in any case, such as those of ``</script``.
    """
    first, rest = re.escape(pair[0]), re.escape(pair[1:])
    return f"(?<={first}){rest}" if pair == 2 * pair[0] else f"{first}(?=(?i:{rest}))"
