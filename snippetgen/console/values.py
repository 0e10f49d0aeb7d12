"""The value of a parameter as a form shows it, and as its user typed it.

A form has texts alone: a browser would read 12345678901234567890 as another number, and 1.50 as 1.5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from snippetgen.console import given
from snippetgen.data import jsontext, schema
from snippetgen.errors import SpecError
from snippetgen.spec.parameters import sent_value

if TYPE_CHECKING:
    from collections.abc import Mapping


def shown(value: Any) -> str:
    """A value as text: a text as it is, any other value as JSON."""
    return value if isinstance(value, str) else jsontext.dumps(value)


def typed(text: str, known: Mapping[str, Any], kind: str) -> Any:
    """What a user typed.

    What the form showed is the value that it stood for, whatever that is: null, or a list of repeated values. Else it
    is a text where the type is one, or a value in JSON or YAML; what is neither stays a text, which the checks of the
    spec judge.

    Args:
        known: the parameter in the spec, as plain data.
        kind: its type.
    """
    offered = [*(sent_value(dict(known)) if known else ()), *known.get("enum", ())]
    for one in offered:
        if shown(one) == text:
            return one
    is_many = any(isinstance(one, list) for one in offered[:1])
    if kind in ("string", "file") and not is_many:
        return text
    value = _value(text)
    return value if isinstance(value, list) or kind not in ("string", "file") else text


def _value(text: str) -> Any:
    if not text.strip():
        return text
    try:
        return given.json_data(text, "params")
    except SpecError:
        pass
    try:
        return schema.read(text, given.FILE, schema.ANY)[0]
    except (SpecError, ArithmeticError, ValueError):  # or a number too large for any program
        return text


def variable(name: str) -> str:
    """How a form shows the place of a secret within a body, which the program reads from a variable."""
    return f"${name}"
