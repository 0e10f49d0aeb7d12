"""The pages of a directory, and what their script asks for, as an application of Starlette (ASGI)."""

from __future__ import annotations

import asyncio
import base64
import json
from contextlib import aclosing
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from snippetgen import pages
from snippetgen.console import outgoing, state
from snippetgen.console.form import form
from snippetgen.errors import Refused, SnippetgenError, SpecError
from snippetgen.pages import html
from snippetgen.pages.model import Code
from snippetgen.rendering import locales, programs
from snippetgen.request.choices import Choices
from snippetgen.sending.events import Ended, Failed, Head, Outgoing, Piece, Redirected, Sent
from snippetgen.sending.rules import Forbidden, origin
from snippetgen.serve.commands import imported
from snippetgen.serve.guard import MAX_BYTES, Guard, refused, with_headers
from snippetgen.site import lists

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from starlette.requests import Request
    from starlette.types import ASGIApp, Receive, Scope, Send

    from snippetgen.languages import Target
    from snippetgen.sending.events import Event
    from snippetgen.sending.rules import Origin
    from snippetgen.sending.sender import Sender
    from snippetgen.serve.catalog import Catalog
    from snippetgen.serve.known import Known
    from snippetgen.site import Card, Directory
    from snippetgen.spec import Endpoint


SLOWEST = 20.0
"""Seconds that a page may take to send its request."""


class Served(NamedTuple):
    """What a server has.

    Attributes:
        directory: how the pages look.
        targets, all_targets: of the pages, and of the console.
        named: servers that requests may go to, beside those of the specs.
    """

    catalog: Catalog
    directory: Directory
    targets: list[Target]
    all_targets: list[Target]
    sender: Sender
    guard: Guard
    named: frozenset[Origin] = frozenset()


def origin_of(url: str) -> Origin | None:
    """The server of an address; None where the sender takes none such."""
    try:
        return origin(url)
    except Forbidden:
        return None


class _Guarded:
    """Answers nothing that the guard refuses, and adds our headers to every answer."""

    def __init__(self, app: ASGIApp, guard: Guard) -> None:
        self._app, self._guard = app, guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        from starlette.requests import Request  # noqa: PLC0415 - as a class, here alone

        async def sending(message: Any) -> None:
            if message["type"] == "http.response.start":
                with_headers(message)
            await send(message)

        answer = self._guard.refusal(Request(scope))
        await (answer or self._app)(scope, receive, sending)


class Pages:
    """The answers of the server."""

    def __init__(self, served: Served) -> None:
        self.served = served

    @cached_property
    def _shared(self) -> dict[str, str]:
        return pages.shared_files(self.served.directory.templates, site=True)

    @cached_property
    def app(self) -> ASGIApp:
        """The application."""
        asked = {"render": self._render, "send": self._send, "import": self._import}
        routes = [Route(f"/api/{name}", _asking(answer), methods=["POST"]) for name, answer in asked.items()]
        routes += [Route("/api/search", self._search), Route("/api/version", self._version)]
        return _Guarded(Starlette(routes=[*routes, Route("/{path:path}", self._page)]), self.served.guard)

    # -- pages ---------------------------------------------------------------------------------------------------------

    async def _page(self, request: Request) -> Response:
        path = request.path_params["path"] or "index.html"
        if path in self._shared:
            kind = "text/css" if path.endswith(".css") else "text/javascript"
            return Response(self._shared[path], media_type=kind)
        return await run_in_threadpool(self._made, path)

    def _made(self, path: str) -> Response:
        of = self.served.directory
        if path.rstrip("/") in of.locales[1:]:  # nothing else: //evil.example/ is the address of another host
            return RedirectResponse(f"/{quote(path.rstrip('/'))}/index.html")
        if not path.endswith((".html", ".md")):
            return _missing()
        locale = next((one for one in of.locales[1:] if path.startswith(f"{one}/")), of.locales[0])
        name, _, ending = path.removeprefix(of.folder(locale)).rpartition(".")
        self.served.catalog.refresh()
        try:
            text = self._endpoint(name, locale, ending) or self._list(name, locale, ending)
        except SnippetgenError as error:
            return PlainTextResponse(str(error), 500)
        if not text and name in self.served.catalog.now.broken:
            return PlainTextResponse(self.served.catalog.now.broken[name], 500)
        kind = "text/html" if ending == "html" else "text/markdown"
        return Response(text, media_type=kind) if text else _missing()

    def _endpoint(self, name: str, locale: str, ending: str) -> str:
        known, of = self.served.catalog.get(name), self.served.directory
        if known is None:
            return ""
        if ending == "md":
            return pages.reference(known.endpoint, locale, "md", of.templates)
        data = form(known.endpoint, locale) | {"live": self._live(name, locale)}
        return pages.in_directory(
            known.endpoint, self.served.targets, locale, self._frame(name, locale), data, of.templates, of.look
        )

    def _frame(self, name: str, locale: str) -> pages.Frame:
        frame = self.served.directory.frame(name, locale)
        return frame._replace(site=frame.site._replace(live=True) if frame.site else None)

    def _live(self, name: str, locale: str) -> dict[str, Any]:
        top = "../" * (self.served.directory.folder(locale) + name).count("/")
        titles = [[one.id, f"{one.language.facts['title']} ({one.facts['title']})"] for one in self.served.all_targets]
        return {"api": f"{top}api/", "token": self.served.guard.token, "endpoint": name, "targets": titles}

    def _list(self, name: str, locale: str, ending: str) -> str:
        now, of = self.served.catalog.now, self.served.directory
        groups = now.groups
        if name == "index":
            found = lists.index(now.cards, groups, locale, of.title, ending)
            return pages.listing(found, locale, ending, self._frame(name, locale), of.templates)
        kind, _, slug = name.partition("/")
        group = next((one for one in groups if (one.kind, one.slug) == (kind, slug.partition("~")[0])), None)
        made = dict(lists.listed(group, locale, ending)) if group else {}
        if name not in made:
            return ""
        return pages.listing(made[name], locale, ending, self._frame(name, locale), of.templates)

    # -- what the script asks for --------------------------------------------------------------------------------------

    async def _search(self, request: Request) -> Response:
        found = await run_in_threadpool(self._found, request.query_params.get("q", "")[:200])
        return JSONResponse(
            [{"name": one.name, "method": one.method, "path": one.path, "titles": one.titles} for one in found]
        )

    def _found(self, text: str) -> list[Card]:
        self.served.catalog.refresh()
        return self.served.catalog.now.find(text)

    async def _version(self, _: Request) -> Response:
        await run_in_threadpool(self.served.catalog.refresh)
        return JSONResponse({"version": self.served.catalog.version})

    def _known(self, asked: dict[str, Any]) -> Known:
        known = self.served.catalog.get(str(asked.get("endpoint", "")))
        if known is None:
            raise SpecError("there is no such endpoint any more: load the page again")
        return known

    def _edited(self, asked: dict[str, Any]) -> tuple[Endpoint, Choices]:
        known = self._known(asked)
        found = state.endpoint(known.data, asked.get("state"), known.endpoint.name)
        return found, Choices(stream=found.stream is not None)

    async def _render(self, asked: dict[str, Any]) -> Response:
        return JSONResponse(await run_in_threadpool(self._program, asked))

    def _program(self, asked: dict[str, Any]) -> dict[str, Any]:
        endpoint, choices = self._edited(asked)
        wanted = str(asked.get("target", ""))
        target = next((one for one in self.served.all_targets if one.id == wanted), None)
        if target is None:
            raise SpecError("there is no such language or client")
        locale = locales.resolve(str(asked.get("locale", "en")), endpoint)
        (made,) = programs.programs([endpoint], [target], choices, locale, self.served.directory.look)
        if made.snippet is None:
            return {"refused": f"{target.facts['title']}: {made.refused}"}
        one = made.snippet
        return {
            "html": str(html.coloured(Code(one.text.rstrip("\n"), target.language.facts["highlight"]))),
            "text": one.text,
            "filename": one.filename,
            "install": [" ".join(words) for words in one.install],
            "run": [" ".join(words) for words in (*one.build, *one.run)],
        }

    async def _import(self, asked: dict[str, Any]) -> Response:
        return JSONResponse(await run_in_threadpool(imported, str(asked.get("text", ""))))

    def _sender(self) -> Sender:
        """The sender, which may send to the servers of the specs as they are now."""
        sender, named = self.served.sender, self.served.named
        origins = frozenset(filter(None, map(origin_of, self.served.catalog.now.servers))) | named
        if sender.rules.origins != origins:
            sender.rules = replace(sender.rules, origins=origins)
        return sender

    async def _send(self, asked: dict[str, Any]) -> Response:
        endpoint, choices = self._edited(asked)
        environ = {str(name): str(value) for name, value in dict(asked.get("secrets") or {}).items()}
        files = {str(path): _bytes(text) for path, text in dict(asked.get("files") or {}).items()}
        wire = outgoing.wire(choices.request(endpoint), environ, files)
        wanted = Outgoing(
            wire.method, wire.url, wire.headers, wire.body, endpoint.redirects == "follow", secret_headers=wire.secret
        )
        return StreamingResponse(self._events(wanted), media_type="application/x-ndjson")

    async def _events(self, wanted: Outgoing) -> AsyncIterator[str]:
        async with aclosing(self._sender().send(wanted)) as events:
            async for event in events:
                yield json.dumps(_told(event), ensure_ascii=False) + "\n"


def _told(event: Event) -> dict[str, Any]:
    """An event of the sender as the console's script reads it."""
    if isinstance(event, Sent):
        raw = event.raw.decode("utf-8", "replace")
        return {"sent": {"raw": raw, "address": event.address, "dropped": event.dropped}}
    if isinstance(event, Head):
        head = {"status": event.status, "reason": event.reason, "headers": event.headers, "seconds": event.seconds}
        return {"head": head}
    if isinstance(event, Piece):
        return {"piece": base64.b64encode(event.data).decode()}
    if isinstance(event, Redirected):
        return {"redirected": {"status": event.status, "target": event.target, "dropped": event.dropped}}
    if isinstance(event, Ended):
        notes = [event.truncated] if event.truncated else []
        return {"end": {"seconds": event.seconds, "bytes": event.size, "notes": notes}}
    assert isinstance(event, Failed)  # noqa: S101 - there is no other
    return {"fail": event.text}


def _asking(answer: Callable[[dict[str, Any]], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    """An answer to JSON; what is wrong with it is told in the answer, as the user made it."""

    async def asked(request: Request) -> Response:
        body = await _read(request)
        if isinstance(body, Response):
            return body
        try:
            data = json.loads(body)
            if not isinstance(data, dict):
                return refused(400, "must be an object")
            return await answer(data)
        except (Refused, Forbidden, SnippetgenError) as error:
            return JSONResponse({"error": str(error)}, 400)
        except (ValueError, TypeError, RecursionError):
            return refused(400, "is no request of a page")
        except Exception as error:  # noqa: BLE001 - its text, and a log of it, may hold a secret
            return refused(500, f"an error of this server, {type(error).__name__}: please report it")

    return asked


async def _read(request: Request) -> bytes | Response:
    """The body of a request; the answer to one that is too large, or does not come."""
    body = bytearray()
    try:
        async with asyncio.timeout(SLOWEST):
            async for piece in request.stream():
                body += piece
                if len(body) > MAX_BYTES:
                    return refused(413, "is larger than this server takes")
    except TimeoutError:
        return refused(408, "the request did not come in time")
    except ClientDisconnect:
        return refused(400, "the request broke off")
    return bytes(body)


def _bytes(text: Any) -> bytes:
    return base64.b64decode(str(text), validate=True)


def _missing() -> Response:
    return PlainTextResponse("There is no such page.", 404)
