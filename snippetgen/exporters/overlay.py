"""An OpenAPI Overlay 1.0.0 (https://spec.openapis.org/overlay/v1.0.0) that adds programs to operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from snippetgen.data.jsontext import lines
from snippetgen.data.yamltext import dump
from snippetgen.exporters.codesamples import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from snippetgen.exporters.codesamples import Operation, Sample


def document(
    samples: Mapping[Operation, Iterable[Sample]], field: str, *, title: str = "Code samples", json: bool = False
) -> str:
    """An overlay with one action for each operation: it merges the programs into the target, a path of RFC 9535."""
    actions = [
        {"target": f"$.paths[{_quoted(path)}].{method.lower()}", "update": FIELDS[field](programs)}
        for (path, method), programs in samples.items()
    ]
    whole = {"overlay": "1.0.0", "info": {"title": title, "version": "1.0.0"}, "actions": actions}
    return "\n".join(lines(whole, width=100)) + "\n" if json else dump(whole)


def _quoted(name: str) -> str:
    """A member's name in single quotes (RFC 9535, section 2.3.1.1)."""
    return "'" + name.replace("\\", "\\\\").replace("'", "\\'") + "'"
