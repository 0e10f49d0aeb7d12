"""An HTTP request, as curl, HAR and Postman describe it -> the data of a spec; all three importers end here."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from snippetgen.errors import Refused
from snippetgen.http import CLIENT_HEADERS, MEDIA_TYPE, NO_BODY, TOKEN, unsendable
from snippetgen.importers.address import Address, append, query_params, split, template
from snippetgen.importers.body import Content, measure, spell
from snippetgen.importers.keytexts import in_path, keyless, redacted
from snippetgen.importers.model import Imported
from snippetgen.importers.notes import Note, Notes
from snippetgen.importers.secrets import Secrets, is_secret, placeholder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from snippetgen.importers.model import Options


@dataclass(frozen=True, slots=True)
class Answer:
    """An example response; `text` is its body, decoded."""

    status: int
    media_type: str = ""
    text: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class RawRequest:
    """One HTTP request, as its source describes it.

    Attributes:
        url: absolute, and as encoded as the source has it.
        headers: names and values in order, Content-Type and Cookie among them.
        basic: user name and password that the source gives apart from headers and address.
        is_digest: whether they, or those of the address, are for digest authentication.
        title: the request's title in the source.
        summary: the request's description in the source.
        service: words that name the service if its host does not.
        path_values: name -> value of each ``{name}`` in the path.
        variables: value -> variable's name, for values that the source's own shell would replace; empty if the place
            of the value names it.
        secrets: place (header, query, cookie, field) and name of each value that the source declares to be a secret.
        marks: those of `variables` that are secrets also where they are a part of a text.
        timeout: in seconds; 0 if the source names none.
        redirects: follow or stop; empty if the source leaves that to its client.
    """

    method: str
    url: str
    headers: tuple[tuple[str, str], ...] = ()
    body: Content = None
    basic: tuple[str, str] | None = None
    is_digest: bool = False
    title: str = ""
    summary: str = ""
    service: str = ""
    answers: tuple[Answer, ...] = ()
    path_values: Mapping[str, str] = field(default_factory=dict)
    variables: Mapping[str, str] = field(default_factory=dict)
    secrets: frozenset[tuple[str, str]] = frozenset()
    marks: frozenset[str] = frozenset()
    timeout: int = 0
    redirects: str = ""


def to_spec(request: RawRequest, name: str, file: str, options: Options, notes: tuple[Note, ...] = ()) -> Imported:
    """The spec of a request.

    Args:
        name: the name for its spec file.
        file: the source, as the user named it.
        notes: what the reader of the source could not keep.

    Raises:
        Refused: a spec cannot describe the request.
        SpecError: the request cannot be sent.
    """
    _check_text(request)
    writer = _Writer(request, options, notes)
    data = writer.data()
    try:
        measure(data)
    except UnicodeEncodeError:
        raise Refused("contains bytes that are not UTF-8 text") from None
    result = Imported(name, file, data, tuple(dict.fromkeys(writer.notes)))
    result.endpoint()
    return result


def label(method: str, url: str) -> str:
    """``GET /pets/1`` for a method and an address; a key in its path is not shown, since files are named after this."""
    path = re.sub(r"^(?:[^/?#]*://[^/?#]*|\{\{[^{}]*\}\}|\$\{?\w+\}?)", "", keyless(url))
    return f"{method} {re.split('[?#]', path)[0] or '/'}"


def _check_text(request: RawRequest) -> None:
    """Raises Refused for a request with an unpaired surrogate, which no encoding can hold."""
    texts = [request.method, request.url, request.title, *(text for pair in request.headers for text in pair)]
    for text in texts:
        try:
            text.encode("utf-8", "surrogateescape")
        except UnicodeEncodeError:
            raise Refused("contains an unpaired surrogate, which cannot be sent") from None


_QUIET = frozenset(("connection", "content-length", "keep-alive", "proxy-connection"))
"""Headers that every client writes itself; they are left out without a note."""

_BROWSER = re.compile(
    r"sec-(?:ch-|fetch-|gpc:|purpose:).*|upgrade-insecure-requests: 1|dnt: [01]|x-client-data: .*"
    r"|priority: (?:u=[0-7])?(?:, ?)?(?:i)?"
)
"""Headers that browsers add and no API needs; a Priority header that no browser would write stays.

https://fetch.spec.whatwg.org/#forbidden-request-header, https://www.rfc-editor.org/rfc/rfc9218 (Priority)
"""


class _Writer:
    """Writes the data of one spec; `notes` grows on the way."""

    def __init__(self, request: RawRequest, options: Options, notes: tuple[Note, ...]) -> None:
        self.request = request
        self.notes = Notes(notes)
        self.address = split(request.url)
        self.secrets = Secrets(
            self.address.base,
            request.service or request.title,
            keep=options.keep_secrets,
            variables=request.variables,
            known=request.secrets,
            marks=request.marks,
        )
        self.auth: list[dict[str, Any]] = []
        self.params: list[dict[str, Any]] = []

    def data(self) -> dict[str, Any]:
        request = self.request
        if not re.fullmatch(TOKEN, request.method):
            raise Refused(f'"{request.method}" is not an HTTP method')
        media_type = self._headers(self._credentials(self.address))
        path, path_params = template(*self._path(), self.secrets)
        query, query_parameters, notes = query_params(self.address.query, self.secrets)
        self.notes += notes
        body = spell(request.body, media_type, self.secrets)
        self.notes += [*body.notes, *self.secrets.notes]
        params = [*path_params, *query_parameters, *self.params, *body.params]
        title = " ".join(_words(request.title).split()) or label(request.method, path)
        data = {
            "title": title,
            "summary": _words(request.summary).strip(),
            "method": request.method,
            "url": self.address.base + path + (f"?{query}" if query else ""),
            "auth": self.auth[0] if len(self.auth) == 1 else self.auth,
            "params": params,
            "body": body.body,
            "responses": [self._response(one) for one in request.answers if 200 <= one.status <= 599],  # noqa: PLR2004
            "redirects": request.redirects,
            "timeout": request.timeout,
        }
        return {key: value for key, value in data.items() if value}

    def _path(self) -> tuple[str, Mapping[str, str]]:
        """The path, and the values of its ``{name}``; a key that is a part of it becomes one of them."""
        path, values = self.address.path, self.request.path_values
        found = None if self.secrets.keep else in_path(self.address.base, path)
        if not found or "token" in values:
            return path, values
        self.secrets.known = {*self.secrets.known, ("path", "token")}
        begin, end = found
        return f"{path[:begin]}{{token}}{path[end:]}", {**values, "token": unquote(path[begin:end])}

    # -- who calls -------------------------------------------------------------------------------------------------

    def _credentials(self, address: Address) -> bool:
        """Write the user name and password as an ``auth``; returns whether there were any to write."""
        given = self.request.basic or address.user
        has_header = any(name.lower() == "authorization" for name, _ in self.request.headers)
        if address.user and (has_header or address.user != given):
            self.notes.add("url", "the user name and password in the address are left out: the request has others")
        if not given or has_header:
            return False
        user, password = given
        if self.request.is_digest:
            return self._digest(user, password)
        real = not any(one in self.secrets.variables or placeholder(one) for one in given)
        if (self.secrets.keep and real) or ":" in user:
            value = base64.b64encode(f"{user}:{password}".encode("utf-8", "surrogateescape")).decode()
            self._secret_header("Authorization", f"Basic {value}")
        else:
            self.auth.append(self.secrets.basic(user, password))
        return True

    def _digest(self, user: str, password: str) -> bool:
        if self.secrets.keep and password and placeholder(password) is None and password not in self.secrets.variables:
            what = "the password is read from the environment: a spec cannot contain that of digest authentication"
            self.notes.append(Note("auth", what))
        auth = self.secrets.basic(user, password) | {"type": "digest"}
        if isinstance(auth["user"], str) and re.search(r'[^ -~]|[":\\]', user):
            auth["user"] = {"env": self.secrets.always("user", user)}
            what = f'"{user}" is read from the environment: a user name of digest authentication is printable ASCII'
            self.notes.append(Note("auth", f'{what} without ", : and \\'))
        self.auth.append(auth)
        return True

    def _secret_header(self, name: str, value: str) -> None:
        auth = self.secrets.authorization(name, value)
        if auth is None:
            self._plain_header(name, value)
        else:
            self.auth.append(auth)

    # -- headers ---------------------------------------------------------------------------------------------------

    def _headers(self, has_basic: bool) -> str:
        """Write the headers, and return the media type of the body."""
        media_type, cookies, authorized, noise = "", [], has_basic, self._noise()
        for name, value in ((name.strip(), value.strip(" \t")) for name, value in self.request.headers):
            lower = name.lower()
            if lower in noise:
                continue
            if lower.startswith(":") or lower in CLIENT_HEADERS or lower == "accept-encoding":
                self._drop(name, value)
            elif not re.fullmatch(TOKEN, name):
                self.notes.append(Note(name, "is not a header name; left out"))
            elif lower == "content-type" and self.request.body is not None:
                media_type = self._media_type(value)
            elif lower == "cookie":
                cookies.append(value)
            elif lower == "authorization" and authorized:
                self.notes.append(Note(name, "a second Authorization header; left out, because a request has only one"))
            else:
                authorized |= lower == "authorization"
                self._header(name, value)
        if cookies:
            self._cookies("; ".join(filter(None, cookies)))
        return media_type

    def _noise(self) -> set[str]:
        """The names of the headers that a browser added, with one note for all of them.

        If there are any, Accept-Encoding and TE count among them.
        """
        lines = [f"{name.strip()}: {value.strip()}".lower() for name, value in self.request.headers]
        found = {line.partition(":")[0] for line in lines if _BROWSER.fullmatch(line)}
        if found:
            found |= {line.partition(":")[0] for line in lines if line.startswith(("accept-encoding:", "te:"))}
            names = ", ".join(dict.fromkeys(name for name, _ in self.request.headers if name.strip().lower() in found))
            self.notes.append(Note("headers", f"{names}: added by a browser, not part of the API; left out"))
        return found

    def _drop(self, name: str, value: str) -> None:
        lower = name.lower()
        if lower == "host" and value.lower() != self.address.base.partition("://")[2].lower():
            self.notes.append(Note(name, f'"{value}" is left out: every client takes it from the address'))
        elif lower == "accept-encoding":
            self.notes.append(Note(name, "left out: each client asks for the encodings that it can decode"))
        elif lower not in (*_QUIET, "host") and not lower.startswith(":"):
            self.notes.append(Note(name, "left out: it belongs to the connection, which the client manages"))

    def _media_type(self, value: str) -> str:
        if re.fullmatch(MEDIA_TYPE, value):
            return value
        self.notes.append(Note("Content-Type", f'"{value}" is not a media type; left out'))
        return ""

    def _header(self, name: str, value: str) -> None:
        is_plain = value not in self.secrets.marks or not is_secret("header", name, value)
        if value in self.secrets.variables and is_plain:
            self.params.append({"name": name, "in": "header", "env": self.secrets.env("header", name, value)})
        elif value and (name.lower() == "authorization" or self.secrets.hides("header", name, value)):
            self._secret_header(name, value)
        else:
            self._plain_header(name, value)

    def _plain_header(self, name: str, value: str) -> None:
        fault = unsendable("header", value)
        if fault:
            self.notes.append(Note(name, f"left out: {fault}"))
        else:
            append(self.params, {"name": name, "in": "header", "example": value})

    def _cookies(self, value: str) -> None:
        """Write the cookies as parameters, unless these would not give the same header again; then keep the header."""
        pairs = [part.strip().partition("=") for part in value.split(";") if part.strip()]
        cookies = [(name.strip(), text, self.secrets.hides("cookie", name.strip(), text)) for name, _, text in pairs]
        canonical = "; ".join(f"{name}={text}" for name, text, _ in cookies) == value
        plain = all(hidden or not unsendable("cookie", text) for _, text, hidden in cookies)
        named = all(re.fullmatch(TOKEN, name) and sign for name, sign, _ in pairs)
        secret = any(hidden for _, _, hidden in cookies)
        if plain and named and (canonical or secret):
            for name, text, _ in cookies:
                env = self.secrets.env("cookie", name, text)
                self.params.append({"name": name, "in": "cookie", **({"env": env} if env else {"example": text})})
        elif secret:
            self.params.append({"name": "Cookie", "in": "header", "env": self.secrets.always("cookie", value)})
        else:
            self._plain_header("Cookie", value)

    # -- answers ---------------------------------------------------------------------------------------------------

    def _response(self, answer: Answer) -> dict[str, Any]:
        """An answer in the words of a spec, without the secrets in it."""
        kept, names = (answer.text, []) if self.secrets.keep else redacted(answer.text, answer.media_type)
        if names:
            self.notes.add(f"response {answer.status}", f'secrets are shown as "..." ({", ".join(names)})')
        text = kept if answer.status not in NO_BODY and _is_text(kept) else ""
        media_type = _answer_type(answer.media_type, text)
        return {
            "status": answer.status,
            **({"media_type": media_type} if media_type not in ("", "application/json") else {}),
            **({"description": answer.description} if answer.description else {}),
            **({"example": text} if text else {}),
        }


def _words(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def _is_text(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _answer_type(media_type: str, text: str) -> str:
    """The media type of an answer, without its parameters if its charset cannot encode the text.

    It is text/plain for a type that no spec can hold, and empty for none.
    """
    if not re.fullmatch(MEDIA_TYPE, media_type):
        return "text/plain" if media_type else ""
    charset = re.search(r'charset="?([\w-]+)', media_type)
    try:
        text.encode(charset[1] if charset else "utf-8")
    except (LookupError, UnicodeError):
        return media_type.partition(";")[0].strip()
    return media_type
