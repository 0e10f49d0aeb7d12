"""How thoroughly a program is judged: where another of its target may fail in all the same ways, one is enough."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from snippetgen.request import Request


@dataclass(frozen=True, slots=True)
class Kind:
    """How thoroughly a program is judged.

    Attributes:
        is_first: whether something that decides how it may fail is new in its target.
        turn: of a sample, how many programs of its target met redirects before; None where everything is judged.
        redirects: how many redirects it meets.
        connects: whether something that decides how it may fail to connect, or have to wait, is new.
    """

    is_first: bool = True
    turn: int | None = None
    redirects: Literal["all", "one", "none"] = "all"
    connects: bool = True

    @property
    def is_sampled_out(self) -> bool:
        """Whether failures and compression are left to a program that came before."""
        return self.turn is not None and not self.is_first

    @property
    def tries_connections(self) -> bool:
        """Whether it is run over HTTPS, and where no server is."""
        return self.turn is None or self.connects


@dataclass(slots=True)
class Kinds:
    """The kinds of one target's programs, in their order.

    Attributes:
        sample: whether what was judged of one program is left out of others.
        seen: what the programs so far had of all that decides how a program may fail.
        redirected: how many of them met redirects of all sorts.
    """

    sample: bool
    seen: set[Hashable] = field(default_factory=set)
    redirected: int = 0

    def of(self, request: Request) -> Kind:
        """The kind of the next program."""
        is_first, connects = self._is_new(_facets(request)), self._is_new(_connections(request))
        meets = self._is_new(_redirects(request)) or is_first
        kind = Kind(
            is_first,
            self.redirected if self.sample else None,
            "all" if meets else "none" if self.sample else "one",
            connects if self.sample else is_first,
        )
        self.redirected += meets
        return kind

    def _is_new(self, facets: Iterator[Hashable]) -> bool:
        new = set(facets) - self.seen
        self.seen |= new
        return bool(new)


def _facets(request: Request) -> Iterator[Hashable]:
    """What decides how a program may fail; the rest are texts, and what those can do is judged of all programs."""
    yield "body", request.stream, request.body.kind
    yield "HEAD", request.method == "HEAD"
    yield "result", request.stream, request.result is None
    yield "account", request.stream, request.basic is None, request.digest is None
    if request.stream:
        yield "lines", request.is_lines
        yield "full", request.is_full
        yield "done", request.ends_with_done


def _connections(request: Request) -> Iterator[Hashable]:
    """What decides how a program connects and waits."""
    yield "connection", request.stream, request.digest is None
    if request.stream:
        yield "lines of a connection", request.is_lines


def _redirects(request: Request) -> Iterator[Hashable]:
    """What decides how a program may go wrong where it is redirected."""
    yield "redirects", request.redirects
    for feature in request.needs:
        if feature.startswith("redirected-"):
            yield feature
