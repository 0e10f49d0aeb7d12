"""Media types: the kind of body that each stands for, and the best of several."""

from __future__ import annotations

import mimetypes
import re
from typing import Any

from snippetgen.data.jsontext import dumps
from snippetgen.http import MEDIA_TYPE
from snippetgen.importers.body import essence

__all__ = ["FORM", "JSON_SEQ", "MULTIPART", "concrete", "essence", "file_name", "kind", "lines_of", "preferred"]

FORM, MULTIPART = "application/x-www-form-urlencoded", "multipart/form-data"

_KINDS = (
    ("lines", r"application/(?:x-)?(?:ndjson|jsonl|json-lines|jsonlines|json-seq)|application/stream\+json|text/jsonl"),
    (
        "json",
        r"application/(?:.+\+)?json(?:-patch)?|text/json|application/(?:x-)?json\b.*|application/\*|\*/\*|\*|json",
    ),
    ("form", re.escape(FORM)),
    ("multipart", re.escape(MULTIPART)),
    ("sse", r"text/event-stream"),
    ("xml", r"(?:application|text)/(?:.+\+)?xml|xml"),
    ("yaml", r"(?:application|text)/(?:x-|vnd\.)?ya?ml"),
    ("text", r"text/.+|application/(?:graphql|jwt|jose|x-httpd-php|javascript|sql|pgp-keys)"),
    ("mixed", r"multipart/.+"),
    ("binary", r".*"),
)
"""Pairs of a kind of body and a pattern of its media types; the first pattern that matches decides."""


def kind(media_type: str) -> str:
    """The kind of body that a media type stands for.

    It is json, form, multipart, lines (of JSON), sse, xml, yaml, text, mixed (multipart, but not a form) or binary.
    """
    word = essence(media_type)
    return next(name for name, pattern in _KINDS if re.fullmatch(pattern, word))


JSON_SEQ = "application/json-seq"


def lines_of(value: Any, media_type: str) -> str:
    """An example as lines of JSON; in a sequence of JSON texts, U+001E precedes each (RFC 7464, section 2.2)."""
    if isinstance(value, str):
        return value
    mark = "\x1e" if essence(media_type) == JSON_SEQ else ""
    return "".join(f"{mark}{dumps(one)}\n" for one in (value if isinstance(value, list) else [value]))


_ORDER = ("json", "form", "multipart")


def preferred(media_types: list[str], wanted: str = "") -> str | None:
    """The media type to send: `wanted`, else JSON, a form, multipart, or the first of the list, in this order.

    None if the list is empty, or does not contain `wanted`.
    """
    if wanted:
        same = [one for one in media_types if one.strip().lower() == wanted.strip().lower()]
        alike = [one for one in media_types if essence(one) == essence(wanted)]
        return next(iter(same + alike), None)
    plain = [one for one in media_types if essence(one) == "application/json"]
    ranked = sorted(media_types, key=lambda one: _ORDER.index(kind(one)) if kind(one) in _ORDER else len(_ORDER))
    return next(iter(plain + ranked), None)


def concrete(media_type: str, default: str) -> str:
    """A media type that can be sent: one type for a range such as ``image/*``, and `default` for an invalid text."""
    text = media_type.strip()
    if re.fullmatch(MEDIA_TYPE, text) and "*" not in text:
        return text
    return _RANGES.get(essence(text), default)


_RANGES = {
    "image/*": "image/png",
    "audio/*": "audio/mpeg",
    "video/*": "video/mp4",
    "text/*": "text/plain",
    "text": "text/plain",
    "xml": "application/xml",
    "font/*": "font/ttf",
}


def named_file(example: object) -> str:
    """The file's name, where that is the example of a file; empty where the example is its content.

    Some descriptions write it as curl does: ``"@tax_form.pdf"``.
    """
    found = re.fullmatch(r'("?)@?([\w-]{1,60}\.\w{1,5})\1', example) if isinstance(example, str) else None
    return found[2] if found else ""


def file_name(stem: str, media_type: str) -> str:
    """A name for a file of some media type: ``photo.png``."""
    ending = mimetypes.guess_extension(essence(media_type)) or ".bin"
    return re.sub(r"[^\w.-]+", "-", stem).strip("-.") + ending
