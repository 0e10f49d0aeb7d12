"""`snippetgen mock`."""

from __future__ import annotations

import os
import queue
import signal
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import click

from snippetgen.cli import sources
from snippetgen.errors import RunError
from snippetgen.request import resolve
from snippetgen.request.build import build
from snippetgen.running.answers import Behaviour
from snippetgen.running.mock import Mock
from snippetgen.running.shown import Printer, variables, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.running.answers import Recorded
    from snippetgen.spec import Endpoint

LISTED = 50
"""The most endpoints that are listed at the start."""

WAKE = 0.2
"""Seconds between checks whether the server should end."""

EPILOG = """\b
snippetgen mock specs/qwq-32b.yaml --port 8000
snippetgen render specs/qwq-32b.yaml --server http://127.0.0.1:8000/v1
snippetgen mock openapi.yaml               every operation of a description
snippetgen mock specs                      every spec of a folder
"""


@click.command("mock", epilog=EPILOG)
@sources.argument
@sources.options
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port (default: a free one).")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--status", type=click.IntRange(200, 599), default=None, help="The status of every response.")
@click.option(
    "--delay", type=click.FloatRange(0, 3600), default=0.0, metavar="S", help="Seconds to wait before each response."
)
@click.option(
    "--cut-after", type=click.IntRange(0), default=None, metavar="BYTES",
    help="Cut the response off after so many bytes.",
)
@click.option(
    "--pace", type=click.FloatRange(0, 3600), default=0.15, metavar="S", help="Seconds to wait between events."
)
def command(  # noqa: PLR0917 - click passes an argument for each option
    specs: tuple[str, ...],
    port: int,
    host: str,
    status: int | None,
    delay: float,
    cut_after: int | None,
    pace: float,
    **chosen: Any,
) -> None:
    """Serve the example responses of specs on this machine.

    Serves every endpoint of SPECs (by default ./specs), and every operation of a description. Sends the response in
    the media type that the request accepts, streams the example stream to a request that asks for it, and lets pages
    in a browser call it, from any origin (CORS). A request that does not fit gets 404, 405, 406 or 401, with an
    explanation, and a body of more than 32 MiB gets 413. A request by the name of another host gets 421.
    Prints each request, with names of variables in place of the secrets. Press Ctrl-C to stop.
    """
    endpoints = sources.load(specs, chosen)
    behaviour = Behaviour(status=status or 0, delay=delay, cut_after=cut_after, pace=pace)
    names = dict.fromkeys(name for one in endpoints for name in variables(one))
    environ = {name: os.environ[name] for name in names if os.environ.get(name)}
    events: queue.SimpleQueue[str | None] = queue.SimpleQueue()  # what to print, and None for the end
    printer = Printer(endpoints, environ)

    def tell(recorded: Recorded) -> None:
        events.put(printer.text(recorded))

    try:
        mock = Mock(endpoints, behaviour, host=host, port=port, environ=environ, on_request=tell, keep=False)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise RunError(f"cannot listen on {host} port {port}: {reason}") from None
    with mock, _ending(events):
        click.echo(_served(mock, endpoints))
        while (event := _next(events)) is not None:
            click.echo(f"\n{event}")


def _served(mock: Mock, endpoints: list[Endpoint]) -> str:
    """What is served: one whole address, or a list of methods and paths."""
    if len(endpoints) == 1:
        request = build(endpoints[0], origin=mock.origin)
        return f"{request.method} {resolve(request.url, {name: name for name in request.env})}  (Ctrl-C to stop)"
    lines = mock.served
    more = [f"… and {len(lines) - LISTED} more"] if len(lines) > LISTED else []
    head = f"{len(lines)} endpoints at {mock.origin}  (Ctrl-C to stop)"
    return "\n  ".join([head, *map(visible, lines[:LISTED]), *more])


def _next(events: queue.SimpleQueue[str | None]) -> str | None:
    """The next event.

    Python runs the handler of a signal when the main thread wakes. A signal that came to another thread does not wake
    it, so it must not sleep without end. Only the main thread prints: Python aborts when a thread that it leaves behind
    at its end holds standard output.
    """
    while True:
        with suppress(queue.Empty):
            return events.get(timeout=WAKE)


@contextmanager
def _ending(events: queue.SimpleQueue[str | None]) -> Iterator[None]:
    """Ctrl-C, SIGTERM and SIGHUP end the events, even if a shell started the process with them ignored (``&``)."""
    names = ("SIGINT", "SIGTERM", "SIGHUP")  # not every system has SIGHUP
    known = [one for name in names if (one := getattr(signal, name, None))]
    before = {one: signal.signal(one, lambda *_: events.put(None)) for one in known}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
