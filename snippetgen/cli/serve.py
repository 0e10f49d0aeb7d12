"""`snippetgen serve`."""

from __future__ import annotations

import logging
import os
import signal
import socket
from contextlib import contextmanager, nullcontext
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from snippetgen.basics import files
from snippetgen.cli import common
from snippetgen.errors import RunError, SnippetgenError
from snippetgen.languages import Languages
from snippetgen.project import sites
from snippetgen.sending.rules import Rules, origin

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from snippetgen.sending.rules import Origin
    from snippetgen.serve.app import Served

EPILOG = """\b
snippetgen serve openapi.yaml
snippetgen serve specs --port 8080
snippetgen serve specs --allow http://127.0.0.1:3000

It listens on this machine alone, and sends requests only to the servers that
the specs name, and to those of --allow. A server that is on this machine or in
a private network must be named by --allow, too.
"""


@click.command("serve", epilog=EPILOG)
@common.specs_argument
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 for a free one.")
@click.option(
    "--allow", "allowed", multiple=True, metavar="URL", help="A server that requests may go to (can be repeated)."
)
@click.option("--title", default=sites.TITLE, show_default=True, metavar="TEXT", help="The title of the directory.")
@click.option(
    "--locale",
    "locales",
    multiple=True,
    metavar="LOCALE",
    default=sites.LOCALES,
    help="A language of the pages, the one at the top first (can be repeated; default: en, zh).",
)
@common.templates_option
def command(specs: tuple[str, ...], port: int, **given: Any) -> None:
    """Serve a directory of endpoints on this machine, with a console that sends requests.

    The pages are those of `snippetgen site`; programs follow every edit of the console's form. Specs are read again
    when they change. It needs pip install 'snippetgen[serve]'.
    """
    named = frozenset(_allowed(given["allowed"]))
    try:
        uvicorn, *_ = map(import_module, ("uvicorn", "snippetgen.sending.sender", "snippetgen.serve.app"))
    except ImportError as error:
        raise RunError(f"{error.name} is not installed: pip install 'snippetgen[serve]'") from None
    with _listening(port) as listening:
        real = listening.getsockname()[1]
        served = _served(specs, real, given, named)
        for line in "\n".join(served.catalog.now.faults).splitlines():
            common.note(line)
        click.echo(f"http://127.0.0.1:{real}/  (Ctrl-C to stop)")
        _run(uvicorn, served, listening)


def _allowed(urls: tuple[str, ...]) -> Iterator[Origin]:
    """The servers of --allow."""
    for url in urls:
        try:
            yield origin(url)
        except SnippetgenError as error:
            raise RunError(f"--allow {url}: {error}") from None


@contextmanager
def _listening(port: int) -> Iterator[socket.socket]:
    with socket.socket() as listening:
        if os.name == "posix":  # elsewhere it lets several servers have one port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind(("127.0.0.1", port))
            listening.listen()  # another server may listen to what can be bound
        except OSError as error:
            raise RunError(f"cannot listen on port {port}: {error.strerror}") from None
        yield listening


def _run(uvicorn: ModuleType, served: Served, listening: socket.socket) -> None:
    """Serve until Ctrl-C, SIGTERM or SIGHUP, even if a shell started the process with them ignored (``&``)."""
    from snippetgen.serve.app import Pages  # noqa: PLC0415

    config = uvicorn.Config(
        Pages(served).app, log_level="warning", access_log=False, server_header=False, lifespan="off", ws="none"
    )
    server = uvicorn.Server(config)
    server.capture_signals = nullcontext  # its own would end this process by the signal
    log = logging.getLogger("uvicorn.error")

    def end(*_: object) -> None:
        log.disabled = True  # what is broken off now is no error
        server.should_exit = server.force_exit = True

    known = [one for name in ("SIGINT", "SIGTERM", "SIGHUP") if (one := getattr(signal, name, None))]
    before = {one: signal.signal(one, end) for one in known}
    try:
        server.run(sockets=[listening])
    finally:
        log.disabled = False
        for one, handler in before.items():
            signal.signal(one, handler)


def _served(specs: tuple[str, ...], port: int, given: dict[str, Any], named: frozenset[Origin]) -> Served:
    from snippetgen.sending.sender import Sender  # noqa: PLC0415
    from snippetgen.serve.app import Served  # noqa: PLC0415
    from snippetgen.serve.catalog import Catalog  # noqa: PLC0415
    from snippetgen.serve.guard import Guard  # noqa: PLC0415

    templates = given["templates"]
    site = sites.Site("", "default", given["title"], "", tuple(given["locales"]), templates=str(templates or ""))
    catalog = Catalog(specs or (files.DEFAULT,), site.locales)
    known = Languages(templates).all()
    return Served(
        catalog,
        site.directory,
        sites.chosen([one for one in known if one.is_default], "default"),
        sites.chosen(known, "all"),
        Sender(Rules(named, named)),
        Guard(f"{host}:{port}" for host in ("127.0.0.1", "localhost")),
        named,
    )
