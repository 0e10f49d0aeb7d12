"""Content in gzip or deflate, decompressed piece by piece, and cut off where it swells (RFC 9110, section 8.4.1)."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PIECE = 64 << 10
"""Bytes of a piece, at most."""

RATIO, FREE = 100, 1 << 20
"""How many times longer content may become, and bytes that are given out whatever the ratio."""


class Swollen(Exception):  # noqa: N818 - what happened to the answer, no error of ours
    """There is more than the limits allow; the text says why."""


class Decoder:
    """The pieces of one body, decompressed where its coding is known; else as they are.

    Attributes:
        size: bytes given out.
    """

    def __init__(self, coding: str, most: int) -> None:
        self._coding, self._most, self._taken, self.size = coding.strip().lower().removeprefix("x-"), most, 0, 0
        self._inner = zlib.decompressobj(31) if self._coding == "gzip" else None

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """What can be read after these bytes.

        Raises:
            Swollen: after the bytes that the limits allow.
            zlib.error: this is no gzip or deflate.
        """
        self._taken += len(data)
        for piece in self._decoded(data) if self._coding in ("gzip", "deflate") else [data]:
            room = self._most - self.size
            self.size += min(len(piece), room)
            if piece[:room]:
                yield piece[:room]
            if len(piece) > room:
                raise Swollen(f"the answer has more than {self._most} bytes")
            if self._inner is not None and self.size > max(FREE, RATIO * self._taken):
                raise Swollen(f"the answer grows to more than {RATIO} times its size when it is decompressed")

    @property
    def is_open(self) -> bool:
        """Whether compressed data has begun and not ended."""
        return self._inner is not None and self._taken > 0 and not self._inner.eof

    def _decoded(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self._inner is None:  # deflate: of zlib, as RFC 9110 says, or bare, as some servers send it
                self._inner = zlib.decompressobj(15 if data[0] & 0x0F == 8 else -15)  # noqa: PLR2004 - RFC 1950's CM
            if self._inner.eof:
                if self._coding != "gzip":
                    return
                self._inner = zlib.decompressobj(31)  # another member (RFC 1952, section 2.2)
            piece = self._inner.decompress(data, PIECE)
            data = self._inner.unconsumed_tail or self._inner.unused_data
            yield piece
