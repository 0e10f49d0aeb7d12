"""Shell completion of what the named source contains: operations, servers, examples, locales."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import click

    from snippetgen.api import Endpoint

_SOURCES = ("specs", "spec", "source", "spec_file", "document")
"""The arguments of commands that name sources."""


def _words(ctx: click.Context) -> list[str]:
    given = next((ctx.params[name] for name in _SOURCES if ctx.params.get(name)), ())
    given = given or [one for one in ctx.args if not one.startswith("-")]  # click stops at an option without its value
    return [given] if isinstance(given, str) else list(given)


def _starting(found: Iterable[str], incomplete: str) -> list[str]:
    return [one for one in dict.fromkeys(found) if one.startswith(incomplete)]


def operations(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001 - click's own
    """The operations of the sources that are named so far."""
    return _starting((name for _, names in _listed(ctx) for name in names), incomplete)


def _listed(ctx: click.Context) -> Iterator[tuple[str, list[str]]]:
    """Each source that is named so far and can be read, and its operations."""
    from snippetgen import api  # noqa: PLC0415 - only a shell waits for it

    for word in _words(ctx):
        with suppress(Exception):  # a shell has no place for a message
            yield word, api.operations(word)


def _of_endpoints(find: Callable[[Endpoint], Iterable[str]]) -> Callable[..., list[str]]:
    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001
        from snippetgen import api  # noqa: PLC0415

        chosen = ctx.params.get("operations") or ()
        found: list[str] = []
        for word, names in _listed(ctx):
            for name in chosen or names[:1]:
                with suppress(Exception):
                    found += find(api.load(word, operation=name if len(names) > 1 else ""))
        return _starting(found, incomplete)

    return complete


servers = _of_endpoints(lambda endpoint: endpoint.servers)
examples = _of_endpoints(lambda endpoint: endpoint.examples)
locales = _of_endpoints(lambda endpoint: endpoint.locales)
