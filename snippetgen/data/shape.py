"""The shape of JSON data around one value, for languages that read JSON into types."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from snippetgen.data.paths import Step


class Member(NamedTuple):
    """The member of an object that leads to the value.

    Attributes:
        key: its name in the JSON text.
        lists: the number of lists around its value: 2 for a list of lists.
        is_last: whether its value is the wanted one; otherwise it is an object, whose member comes next.
        indexes: the indexes into these lists, the outermost first.
    """

    key: str
    lists: int
    is_last: bool
    indexes: tuple[int, ...]

    @property
    def is_plain(self) -> bool:
        """Whether the key holds letters, digits, and what stands between words, alone: a tag can name it."""
        return any(map(str.isalnum, self.key)) and all(char.isalnum() or char in "_-. /" for char in self.key)


class Shape(NamedTuple):
    """A chain of objects, from the whole answer to the value.

    Attributes:
        lists: the number of lists around the outermost object.
        indexes: the indexes into these lists, the outermost first.
        members: one for each object, from the outermost inwards; empty if there are only lists around the value.
    """

    lists: int
    indexes: tuple[int, ...]
    members: tuple[Member, ...]


def shape(steps: Sequence[Step]) -> Shape:
    """The objects on the way to the value at a path: ``choices[0].message.content`` passes three."""
    keys = [at for at, step in enumerate(steps) if isinstance(step, str)]
    ends = [*keys[1:], len(steps)]

    def indexes(start: int, end: int) -> tuple[int, ...]:
        return tuple(max(step, 0) for step in steps[start:end] if isinstance(step, int))

    first = indexes(0, keys[0] if keys else len(steps))
    members = []
    for at, end in zip(keys, ends, strict=False):  # without a key there is no member
        inner = indexes(at + 1, end)
        members.append(Member(str(steps[at]), len(inner), end == len(steps), inner))
    return Shape(len(first), first, tuple(members))
