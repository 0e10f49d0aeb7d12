"""A number that remembers how it was written."""

from __future__ import annotations

from decimal import Decimal
from typing import Self


class Number(Decimal):
    """A non-integer that remembers how it was written.

    Attributes:
        text: a JSON number, such as ``1.0`` or ``1e-7``.
    """

    text: str

    def __new__(cls, text: str) -> Self:
        self = super().__new__(cls, text)
        self.text = text
        return self
