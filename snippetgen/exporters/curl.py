r"""One curl command for each request, to paste into a terminal: ``curl 'https://…' \ -H '…' --data-raw '…'``.

A secret is read from the environment, as ``"${NAME:?}"``, so that nothing is sent where it is not set. Texts are spelt
by the facts of the shell language: bare or in single quotes, which every POSIX shell reads alike; control characters
and other invisible ones by printf, because a raw one would act on the terminal.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from snippetgen.data.jsontext import lines
from snippetgen.errors import Refused
from snippetgen.exporters.placeholders import refuse_charset
from snippetgen.languages import Languages
from snippetgen.languages.speller import Speller
from snippetgen.rendering.filters import curl_form
from snippetgen.request import Env, Text, joined, secrets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.exporters import Item
    from snippetgen.request import Part, Request, Token, Value

_PLAIN_METHOD = re.compile("[A-Z]+")
_FORM = "application/x-www-form-urlencoded"
_ENCODED = "\"$(printf %s {} | od -An -v -tx1 | tr -d ' \\n' | sed 's/../%&/g')\""
"""A shell command for a variable's value with every byte percent-encoded; the variable goes into ``{}``."""


class Document:
    """A script of curl commands in the making."""

    def __init__(self, *, json: bool = False) -> None:  # noqa: ARG002 - the formats are made alike
        self.speller = Speller(Languages().language("shell"))
        self.commands: list[tuple[str, str]] = []

    def add(self, item: Item) -> None:
        """Add the command for a request; raises Refused if curl in a shell cannot make the request."""
        request = item.request
        if request.method == "HEAD" and request.body.kind != "none":
            raise Refused("curl sends no body with HEAD")
        refuse_charset(request, "a shell keeps")
        words = [self._url(request), *self._options(request)]
        title = self.speller.comment(item.endpoint.title.text(item.locale))
        self.commands.append((title, "curl " + " \\\n  ".join(words)))

    def text(self, title: str) -> str:  # noqa: ARG002 - each command has its own
        """The script; several commands have titles above them."""
        if len(self.commands) == 1:
            return self.commands[0][1] + "\n"
        return "\n".join(f"{title}\n{command}\n" for title, command in self.commands)

    def _url(self, request: Request) -> str:
        """The address as a shell word, without the pairs of its query that curl must encode (they contain a secret)."""
        url = _split(request)[0]
        if not any(isinstance(token, Env) for token in url):
            return self.speller.value(url)
        return "".join(map(self._url_token, url))

    def _url_token(self, token: Token) -> str:
        if isinstance(token, Text):
            return self.speller.string(token.text)
        return _ENCODED.replace("{}", f'"{self.speller.env(token.name)}"')

    def _options(self, request: Request) -> Iterator[str]:
        body, pairs = request.body, _split(request)[1]
        if request.redirects == "follow":
            yield "-L"
        yield from self._method(request, uses_get=bool(pairs))
        if pairs:
            yield "-G"
        for name, value in pairs:
            yield f"--data-urlencode {self._after(f'{name}=', value)}"
        if request.account:
            yield f"{'--digest ' if request.digest else ''}-u {self.speller.value(request.credentials)}"
        for name, value in request.headers:
            if name != "Content-Type" or (body.kind, body.media_type) != ("form", _FORM):
                yield f"-H {self._after(f'{name}: ', value) if value else self.speller.string(f'{name};')}"
        yield from self._body(request)
        if request.stream:
            yield "-N"

    def _method(self, request: Request, *, uses_get: bool) -> Iterator[str]:
        method = request.method
        implied = "GET" if uses_get or request.body.kind == "none" else "POST"
        if method == "HEAD":
            yield "-I"
        elif method != implied:
            yield f"-X {method if _PLAIN_METHOD.fullmatch(method) else self.speller.string(method)}"

    def _body(self, request: Request) -> Iterator[str]:
        body = request.body
        if body.kind == "none" and request.method in ("POST", "PUT", "PATCH"):
            yield "-H 'Content-Length: 0'"
        elif body.kind == "json":
            if any(secrets(body.data)):
                raise Refused("a shell has no JSON library to write a secret into the body")
            text = "\n".join(lines(body.data))
            yield f"--data-raw {self.speller.string(text)}"
        elif body.kind == "form":
            words = [f"--data-urlencode {self._after(quote(name) + '=', value)}" for name, value in body.pairs]
            yield from words or ["--data-raw ''"]
        elif body.kind == "multipart":
            yield from map(self._part, body.parts)
        elif body.kind == "text":
            yield f"--data-raw {self.speller.value(body.text)}"
        elif body.kind == "file":
            yield f"--data-binary {self.speller.string('@' + _file(body.path))}"

    def _part(self, part: Part) -> str:
        if "=" in part.name:
            raise Refused("curl reads the name of a part only up to the first =")
        if not part.path and not part.media_type:
            return f"--form-string {self._after(f'{part.name}=', part.value)}"
        if any(isinstance(token, Env) for token in part.value):
            raise Refused("curl interprets the text of a part with a media type, so that it cannot contain a secret")
        return f"-F {self.speller.string(curl_form(part))}"

    def _after(self, text: str, value: Value) -> str:
        return self.speller.value(joined([Text(text), *value]))


def _file(path: str) -> str:
    """A path, written so that curl does not read it as standard input."""
    return f"./{path}" if path == "-" else path


def _split(request: Request) -> tuple[Value, list[tuple[str, Value]]]:
    """Split an address: the part before the pair of its query with the first secret, and the pairs from there on.

    curl encodes these pairs with ``-G``, for a request without a body; otherwise the address stays in one piece.
    """
    url, at = request.url, _first_query_secret(request.url)
    if not at or request.body.kind != "none":
        return url, []
    before = url[at - 1]
    text = before.text if isinstance(before, Text) else ""
    start = max(text.rfind("&"), text.find("?"))
    pairs = _pairs(joined([Text(text[start + 1 :]), *url[at:]]))
    return (joined([*url[: at - 1], Text(text[:start])]), pairs) if pairs and start >= 0 else (url, [])


def _first_query_secret(url: Value) -> int:
    """The index of the first token of the query that is a secret; 0 if there is none."""
    in_query = False
    for at, token in enumerate(url):
        in_query = in_query or (isinstance(token, Text) and "?" in token.text)
        if in_query and isinstance(token, Env):
            return at
    return 0


def _pairs(query: Value) -> list[tuple[str, Value]]:
    """The pairs of a query, values decoded; empty if curl would not encode a value back to the same text.

    A space becomes a plus sign there, which is a space to servers that read queries as forms.
    """
    pieces: list[list[Token]] = [[]]
    for token in query:
        texts = token.text.split("&") if isinstance(token, Text) else []
        pieces[-1].append(Text(texts[0]) if isinstance(token, Text) else Env(token.name))
        pieces += [[Text(text)] for text in texts[1:]]
    found = []
    for first, *rest in pieces:
        name, sign, value = first.text.partition("=") if isinstance(first, Text) else ("", "", "")
        text = unquote(value)
        if not sign or not text.isprintable() or re.search("[+ \ufffd]", text):
            return []
        found.append((name, joined([Text(text), *rest])))
    return found
