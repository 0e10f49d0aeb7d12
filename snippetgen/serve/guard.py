"""Which requests a server on this machine answers: those of its own pages.

A page of another site may send requests here from the same browser, or have its own name lead here (DNS rebinding). So
the host must be one of ours (RFC 9110, section 7.4), a request that does something must come from our own page (Fetch
Metadata, https://www.w3.org/TR/fetch-metadata/) with the token that only that page knows, and be JSON, which other
sites cannot send without asking first (CORS).
"""

from __future__ import annotations

import hmac
import secrets
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse

if TYPE_CHECKING:
    from collections.abc import Iterable, MutableMapping
    from typing import Any

    from starlette.requests import Request
    from starlette.responses import Response

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src data: blob:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""What every answer of ours says."""

TOKEN = "X-Snippetgen-Token"  # noqa: S105 - the name of a header

MAX_BYTES = 12 << 20
"""The most bytes of a request of a page."""


class Guard:
    """The hosts that the server answers to, and the token of its pages.

    Args:
        hosts: host and port as the header Host has them.
    """

    def __init__(self, hosts: Iterable[str]) -> None:
        self.hosts = frozenset(one.lower() for one in hosts)
        self.token = secrets.token_urlsafe(32)

    def refusal(self, request: Request) -> Response | None:
        """The answer to a request that must not be answered; None for others."""
        given = request.headers.getlist("host")
        if len(given) != 1 or given[0].lower() not in self.hosts:
            return refused(421, "this server answers to its own address alone")
        if not request.scope["path"].startswith("/"):
            return refused(400, "this server is no proxy")
        if request.method == "POST":
            return self._of_post(request, given[0].lower())
        if request.method not in ("GET", "HEAD"):
            return refused(405, "pages are read, and ask by POST")
        is_page = request.headers.get("sec-fetch-mode", "navigate") == "navigate" and not _is_api(request)
        is_ours = request.headers.get("sec-fetch-site", "none") in ("same-origin", "none")
        return None if is_ours or is_page else refused(403, "other sites may not read this")

    def _of_post(self, request: Request, host: str) -> Response | None:
        is_ours = request.headers.get("sec-fetch-site", "same-origin") == "same-origin"
        if not is_ours or request.headers.get("origin", "").lower() != f"http://{host}":
            return refused(403, "only the pages of this server may ask this")
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            return refused(415, "must be application/json")
        if not hmac.compare_digest(request.headers.get(TOKEN, "").encode(), self.token.encode()):
            return refused(403, "the page is of an earlier run of this server: load it again")
        return None


def _is_api(request: Request) -> bool:
    return str(request.scope["path"]).startswith("/api/")


def refused(status: int, text: str) -> Response:
    """A short answer that quotes nothing of the request."""
    return JSONResponse({"error": text}, status)


def with_headers(message: MutableMapping[str, Any]) -> None:
    """Add our headers to the beginning of an answer (ASGI)."""
    names = {name.lower() for name, _ in message["headers"]}
    more = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
    message["headers"] = [*message["headers"], *(pair for pair in more if pair[0] not in names)]
