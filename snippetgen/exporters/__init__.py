"""Requests in the formats of other tools: one module for each format, each with a class `Document`.

`Document.add` takes one request, or refuses it with the reason; `Document.text` is the file.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from snippetgen.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from snippetgen.request import Request
    from snippetgen.spec import Endpoint

FORMATS = {"har": "har", "postman": "postman", "http": "httpfile", "curl": "curl", "openapi": "openapi"}
"""The name of a format, as users give it -> the module that writes it."""


class Item(NamedTuple):
    """One endpoint, and the request of it to export.

    Attributes:
        locale: the language of titles and descriptions.
    """

    endpoint: Endpoint
    request: Request
    locale: str = "en"


class Exported(NamedTuple):
    """The text of an exported file, and a line for each request that its format refuses."""

    text: str
    refused: tuple[str, ...] = ()


def export(items: Iterable[Item], form: str, *, title: str = "", json: bool = False) -> Exported:
    """Export requests to one file.

    Args:
        form: one of `FORMATS`.
        title: the title of the file; if empty, the title of a single endpoint.
        json: openapi: write JSON instead of YAML.

    Raises:
        Refused: the format supports none of the items; the text has every reason.
    """
    module = import_module(f"snippetgen.exporters.{FORMATS[form]}")
    document = module.Document(json=json)
    kept, refused = [], []
    for item in items:
        try:
            document.add(item)
            kept.append(item)
        except Refused as reason:
            refused.append(f"{item.endpoint.file}: {form}: {reason}")
    if refused and not kept:
        raise Refused("\n".join(refused))
    return Exported(document.text(title or _title(kept)), tuple(refused))


def _title(items: list[Item]) -> str:
    return items[0].endpoint.title.text(items[0].locale) if len(items) == 1 else "API"
