"""Requests in the formats that other tools read: one module a format, each with a `Document`.

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
"""What a user calls a format -> the module that writes it."""


class Item(NamedTuple):
    """One endpoint, and the request that was chosen of it.

    Attributes:
        locale: the language of titles and descriptions.
    """

    endpoint: Endpoint
    request: Request
    locale: str = "en"


class Exported(NamedTuple):
    """The text of a file, and a line for each request that its format refuses."""

    text: str
    refused: tuple[str, ...] = ()


def export(items: Iterable[Item], form: str, *, title: str = "", json: bool = False) -> Exported:
    """The file of a format.

    Args:
        form: one of `FORMATS`.
        title: what the whole is called; the title of a single endpoint where nothing is said.
        json: openapi: write JSON in place of YAML.

    Raises:
        Refused: the format can carry none of the items; the text holds every reason.
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
