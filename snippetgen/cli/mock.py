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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.running.answers import Recorded
    from snippetgen.spec import Endpoint

SHOWN = 4000
"""The most bytes of a body that are printed."""

WAKE = 0.2
"""Seconds between checks whether the server should end."""

EPILOG = """\b
snippetgen mock specs/qwq-32b.yaml --port 8000
snippetgen render specs/qwq-32b.yaml --server http://127.0.0.1:8000/v1
"""


@click.command("mock", epilog=EPILOG)
@click.argument("spec_file", metavar="SPEC", type=click.Path())
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
    spec_file: str,
    port: int,
    host: str,
    status: int | None,
    delay: float,
    cut_after: int | None,
    pace: float,
    **chosen: Any,
) -> None:
    """Serve a spec's example responses on this machine.

    Streams the example stream to a request that asks for it, and prints each request. A request that does not fit
    the spec gets 404, 405 or 401, with an explanation. Press Ctrl-C to stop.
    """
    endpoints = sources.load([spec_file], chosen)
    if len(endpoints) != 1:
        raise click.UsageError(f"{spec_file}: contains several endpoints (choose one with --operation NAME).")
    (endpoint,) = endpoints
    behaviour = Behaviour(status=status or 0, delay=delay, cut_after=cut_after, pace=pace)
    environ = {name: os.environ[name] for name in _names(endpoint) if os.environ.get(name)}
    events: queue.SimpleQueue[Recorded | None] = queue.SimpleQueue()  # requests, and None for the end
    try:
        mock = Mock(endpoint, behaviour, host=host, port=port, environ=environ, on_request=events.put)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise RunError(f"cannot listen on {host} port {port}: {reason}") from None
    with mock, _ending(events):
        request = build(endpoint, origin=mock.origin)
        url = resolve(request.url, {name: environ.get(name, name) for name in request.env})
        click.echo(f"{request.method} {url}  (Ctrl-C to stop)")
        while (event := _next(events)) is not None:
            _print(event)


def _names(endpoint: Endpoint) -> list[str]:
    """The variables of the credentials."""
    accounts = [one["env"] for auth in endpoint.auth for one in (auth.user, auth.password) if not isinstance(one, str)]
    return [*(auth.env for auth in endpoint.auth), *accounts]


def _next(events: queue.SimpleQueue[Recorded | None]) -> Recorded | None:
    """The next event.

    Python runs the handler of a signal when the main thread wakes. A signal that came to another thread does not wake
    it, so it must not sleep without end. Only the main thread prints: Python aborts when a thread that it leaves behind
    at its end holds standard output.
    """
    while True:
        with suppress(queue.Empty):
            return events.get(timeout=WAKE)


@contextmanager
def _ending(events: queue.SimpleQueue[Recorded | None]) -> Iterator[None]:
    """Ctrl-C, SIGTERM and SIGHUP end the events, even if a shell started the process with them ignored (``&``)."""
    names = ("SIGINT", "SIGTERM", "SIGHUP")  # not every system has SIGHUP
    known = [one for name in names if (one := getattr(signal, name, None))]
    before = {one: signal.signal(one, lambda *_: events.put(None)) for one in known}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _print(recorded: Recorded) -> None:
    lines = [f"{recorded.method} {recorded.target}", *(f"{name}: {value}" for name, value in recorded.headers)]
    body = recorded.body[:SHOWN].decode("utf-8", "replace")
    rest = f"\n… {len(recorded.body) - SHOWN} more bytes" if len(recorded.body) > SHOWN else ""
    click.echo("\n" + "\n".join(lines) + (f"\n\n{body}{rest}" if body else ""))
