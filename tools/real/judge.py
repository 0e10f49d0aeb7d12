"""Is a value what a schema asks for? JSON Schema's own judge, made to read what OpenAPI 2.0 and 3.0 write."""

from __future__ import annotations

import json
import operator
import re
import signal
import warnings
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator, FormatChecker, validators
from jsonschema.exceptions import ValidationError
from referencing import Registry, Resource
from referencing.exceptions import Unresolvable
from referencing.jsonschema import DRAFT202012

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Check = Callable[[Any, Any, Any, dict[str, Any]], Iterator[ValidationError] | None]

TYPES = frozenset(("object", "array", "string", "integer", "number", "boolean", "null"))
FORMATS = FormatChecker(["date", "date-time", "uuid", "ipv4", "ipv6", "email"])
NUMBERS = (int, Decimal)
PLAIN = Draft202012Validator.VALIDATORS
URN = "urn:description"

warnings.filterwarnings("ignore", category=FutureWarning, module=__name__)  # a pattern may be an odd one

PATIENCE = 5
"""Seconds of computing for one value."""

SHOWN = 5
"""The most errors that are reported for one value."""


class NotJudgedError(Exception):
    """The schema is invalid, has a broken reference, or takes too long."""


class Judge:
    """Validates against the schemas of one document.

    What JSON Schema 2020-12 does not have is read as OpenAPI 3.0 means it: `nullable`, and `exclusiveMinimum: true`
    beside `minimum`. A required property may be missing from a request if it is readOnly. A keyword whose value is
    of the wrong kind says nothing.
    """

    def __init__(self, text: str) -> None:
        data = read(text)
        self.registry: Registry[Any] = Registry().with_resource(URN, Resource(data, DRAFT202012))
        checks = {**CHECKS, "required": _required(_read_only(data))}
        self.kind = validators.extend(Draft202012Validator, checks)

    def errors(self, value: Any, pointer: str) -> list[str]:
        """The first few errors of a value; empty if it is valid.

        Raises:
            NotJudgedError: the value cannot be judged.
        """
        judge = self.kind({"$ref": f"{URN}#{pointer}"}, registry=self.registry, format_checker=FORMATS)
        try:
            with _limited():
                found = [one for one, _ in zip(judge.iter_errors(value), range(SHOWN), strict=False)]
        except (Unresolvable, RecursionError, TypeError, AttributeError) as error:
            raise NotJudgedError(f"{type(error).__name__}: {error}") from None
        return [f"{'/'.join(map(str, one.absolute_path))}: {one.message}".removeprefix(": ") for one in found]


def read(text: str) -> Any:
    """JSON with exact numbers: 1.0 is the integer 1, as JSON Schema has it."""
    return json.loads(text, parse_float=_number)


def _number(text: str) -> int | Decimal:
    number = Decimal(text)
    return int(number) if number == number.to_integral_value() else number


@contextmanager
def _limited() -> Iterator[None]:
    """A context that raises NotJudgedError if its body takes too long."""
    signal.signal(signal.SIGVTALRM, _late)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _late(*_: object) -> None:
    raise NotJudgedError(f"more than {PATIENCE} s")


def _read_only(data: Any) -> frozenset[str]:
    """The names of all properties of a document that are readOnly somewhere: by themselves, a reference or an allOf."""
    names: set[str] = set()
    todo = [data]
    while todo:
        value = todo.pop()
        if isinstance(value, dict):
            properties = value.get("properties")
            if isinstance(properties, dict):
                names |= {name for name, one in properties.items() if _is_read_only(one, data)}
            todo += value.values()
        elif isinstance(value, list):
            todo += value
    return frozenset(names)


def _is_read_only(schema: Any, data: Any) -> bool:
    if not isinstance(schema, dict):
        return False
    parts = schema.get("allOf")
    near = [schema, *(parts if isinstance(parts, list) else ())]
    near += [_named(one, data) for one in near]
    return any(isinstance(one, dict) and one.get("readOnly") is True for one in near)


def _named(schema: Any, data: Any) -> Any:
    """The component that a schema refers to."""
    ref = schema.get("$ref") if isinstance(schema, dict) else None
    for step in ref.split("/")[1:] if isinstance(ref, str) and ref.startswith("#/") else ():
        data = data.get(step) if isinstance(data, dict) else None
    return data


def _required(read_only: frozenset[str]) -> Check:
    def check(_: Any, names: Any, instance: Any, __: dict[str, Any]) -> Iterator[ValidationError]:
        if isinstance(instance, dict) and isinstance(names, list):
            for name in names:
                if name not in instance and name not in read_only:
                    yield ValidationError(f"{name!r} is a required property")

    return check


def _type(validator: Any, types: Any, instance: Any, schema: dict[str, Any]) -> Iterator[ValidationError]:
    wanted = types if isinstance(types, list) else [types]
    if TYPES.issuperset(wanted) and not (instance is None and schema.get("nullable") is True):
        yield from PLAIN["type"](validator, wanted, instance, schema)


def _enum(validator: Any, words: Any, instance: Any, schema: dict[str, Any]) -> Iterator[ValidationError]:
    if isinstance(words, list) and not (instance is None and schema.get("nullable") is True):
        yield from PLAIN["enum"](validator, words, instance, schema)


def _pattern(_: Any, pattern: Any, instance: Any, __: dict[str, Any]) -> Iterator[ValidationError]:
    """A pattern; one that is written as a literal of JavaScript is taken for what it means."""
    if isinstance(instance, str) and isinstance(pattern, str):
        literal = re.fullmatch(r"/(\^.*\$)/[a-z]*", pattern)
        try:
            fits = re.search(literal[1] if literal else pattern, instance)
        except re.error:
            return
        if not fits:
            yield ValidationError(f"{instance!r} does not match {pattern!r}")


def _bound(key: str, beyond: Callable[[Any, Any], bool], at_least: Callable[[Any, Any], bool]) -> Check:
    def check(_: Any, limit: Any, instance: Any, schema: dict[str, Any]) -> Iterator[ValidationError]:
        wrong = at_least if schema.get(key) is True else beyond
        if _is_number(instance) and _is_number(limit) and wrong(instance, limit):
            yield ValidationError(f"{instance} is beyond {limit}")

    return check


def _is_number(value: Any) -> bool:
    return isinstance(value, NUMBERS) and not isinstance(value, bool)


def _only(keyword: str, *kinds: type) -> Check:
    """JSON Schema's own check, where the keyword's value is one of these kinds."""

    def check(validator: Any, value: Any, instance: Any, schema: dict[str, Any]) -> Iterator[ValidationError]:
        if isinstance(value, kinds) and (bool in kinds or not isinstance(value, bool)):
            yield from PLAIN[keyword](validator, value, instance, schema) or ()

    return check


COUNTS = ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "multipleOf")
CHECKS: dict[str, Check] = {
    "type": _type,
    "enum": _enum,
    "pattern": _pattern,
    "minimum": _bound("exclusiveMinimum", operator.lt, operator.le),
    "maximum": _bound("exclusiveMaximum", operator.gt, operator.ge),
    "exclusiveMinimum": _bound("", operator.le, operator.le),
    "exclusiveMaximum": _bound("", operator.ge, operator.ge),
    **{key: _only(key, *NUMBERS) for key in COUNTS},
    **{key: _only(key, dict, bool) for key in ("additionalProperties", "items", "not")},
    **{key: _only(key, dict) for key in ("properties", "patternProperties")},
    **{key: _only(key, list) for key in ("allOf", "anyOf", "oneOf")},
}
