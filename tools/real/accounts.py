"""What became of the values that authors wrote: found by the eyes of the tests, which know nothing of the importers."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from snippetgen.importers.openapi.document import load

if TYPE_CHECKING:
    from snippetgen.importers.model import Entry, Imported

sys.path.append(str(Path(__file__).parents[2] / "tests"))
import accounting


class Accounts:
    """The values of one description by operation; none where it cannot be read by plain means."""

    def __init__(self, text: str, file: str) -> None:
        self.known: dict[str, list[tuple[str, str]]] = accounting.openapi(load(text, file), file)

    def settle(self, entry: Entry, one: Imported) -> tuple[int, list[str]]:
        """How many values an operation has, and which of them were lost in silence."""
        values = next((self.known[label] for label in entry.labels if label in self.known), [])
        lost: list[Any] = accounting.silent(values, one)
        return len(values), [f"{entry.name}: {name}: {value}" for name, value in lost]
