"""HAR 1.2 -> requests, as browsers write it and as httpsnippet reads it.

http://www.softwareishard.com/blog/har-12-spec/
"""

from __future__ import annotations

import base64
import json
import re
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote_plus

from snippetgen.data.jsontext import bare_text
from snippetgen.errors import Mistake, SpecError
from snippetgen.importers.body import Content, Form, Multipart, Part, Raw, essence
from snippetgen.importers.model import Entry, Imported, Source
from snippetgen.importers.naming import file_stem, unique
from snippetgen.importers.notes import Note, Notes
from snippetgen.importers.rawrequest import Answer, RawRequest, label, to_spec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.importers.model import Options

    Data = dict[str, Any]

LONGEST_ANSWER = 100_000
"""The longest example answer that is imported, in characters; a longer answer explains no more."""

_READABLE = re.compile(
    r"text/|application/(?:.*\+)?(?:json|xml|javascript|x-www-form-urlencoded|graphql|x-ndjson|yaml)\b"
)
"""Media types of answers that are text for people."""


_VARIABLE = re.compile(r"\{\{([A-Z][A-Z0-9_]*)\}\}")
"""A placeholder ``{{NAME}}`` whose name is written like an environment variable."""

_BASE64 = re.compile(r"(\w+): the Base64 of ([^:]*):(.*)", re.DOTALL)
"""The comment in which our own exports name user and password."""


def open_har(data: Any, file: str, options: Options) -> Source:
    """The requests of a HAR file, of one of its entries, of a bare request, or of a list of these.

    Raises:
        SpecError: the data contains no HTTP request.
    """
    pages, variables = _pages(data), _own_variables if _is_own(data) else _any_variables
    everything = list(enumerate(_entries(data), 1))
    others = [_scheme(one) for _, one in everything if _scheme(one)]
    entries = [(number, one) for number, one in everything if not _scheme(one)]
    if not entries:
        raise SpecError([Mistake(file, 0, 0, "log.entries", f"contains no {'HTTP ' if others else ''}requests")])
    labels = [_label(one) for _, one in entries]
    names = unique(file_stem(text) for text, _ in labels)
    hosts = [_host(url) for _, url in labels]
    hosts = hosts if len(set(hosts)) > 1 else [""] * len(hosts)
    found = [
        Entry(
            name,
            (text, url, str(number)),
            _tags(one, pages, host),
            partial(_read, one, name, file, options, variables(one["request"])),
        )
        for name, (text, url), host, (number, one) in zip(names, labels, hosts, entries, strict=True)
    ]
    schemes = ", ".join(f"{count} {scheme}:" for scheme, count in Counter(others).items())
    notes = (Note("log.entries", f"left out, because they are not HTTP: {schemes}"),) if others else ()
    return Source("HAR 1.2", file, found, notes)


def _entries(data: Any) -> Iterator[Data]:
    """Every HAR entry in the data; a bare request becomes an entry of its own."""
    if isinstance(data, list):
        for one in data:
            yield from _entries(one)
    elif isinstance(data, dict):
        if isinstance(data.get("log"), dict):
            yield from _entries(data["log"].get("entries"))
        elif isinstance(data.get("request"), dict):
            yield data
        elif "url" in data:
            yield {"request": data}


def _any_variables(request: Data) -> re.Pattern[str]:  # noqa: ARG001 - is called in place of _own_variables
    return _VARIABLE


def _own_variables(request: Data) -> re.Pattern[str]:
    """A pattern of the placeholders that our own export lists in ``_env``."""
    given = request.get("_env")
    names = [re.escape(one) for one in given if isinstance(one, str)] if isinstance(given, list) else []
    return re.compile(rf"\{{\{{({'|'.join(names)})\}}\}}" if names else r"(?!)()")


def _is_own(data: Any) -> bool:
    log = _map(data.get("log")) if isinstance(data, dict) else {}
    return _map(log.get("creator")).get("name") == "snippetgen"


def _pages(data: Any) -> dict[str, str]:
    log = data.get("log") if isinstance(data, dict) else None
    pages = log.get("pages") if isinstance(log, dict) else None
    return {_text(one.get("id")): _text(one.get("title")) for one in _maps(pages)}


_OTHER = re.compile(
    r"(?i)\s*(data|blob|wss?|about|file|filesystem|javascript|chrome|(?:chrome|moz|safari-web)-extension):"
)
"""Addresses that browsers record, but that no HTTP server receives."""


def _scheme(entry: Data) -> str:
    found = _OTHER.match(_text(_map(entry["request"]).get("url")))
    return found[1].lower() if found else ""


def _host(url: str) -> str:
    found = re.match(r"(?i)https?://(?:[^/?#@]*@)?([^/?#]+)", url)
    return found[1].lower() if found else ""


def _tags(entry: Data, pages: dict[str, str], host: str) -> tuple[str, ...]:
    """The tags of an entry: the title of its page, its host, and its type as Chrome records it: ``xhr``, ``image``."""
    words = (pages.get(_text(entry.get("pageref"))), host, _text(entry.get("_resourceType")))
    return tuple(dict.fromkeys(filter(None, words)))


def _maps(value: Any) -> list[Data]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _map(value: Any) -> Data:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    return bare_text(value)


def _pairs(value: Any) -> list[tuple[str, str]]:
    """The names and values in a list of maps; a map without a name is skipped."""
    return [(_text(one["name"]), _text(one.get("value"))) for one in _maps(value) if one.get("name")]


def _method(request: Data) -> str:
    return _text(request.get("method")).strip() or "GET"


def _label(entry: Data) -> tuple[str, str]:
    request = entry["request"]
    url = _text(request.get("url"))
    return label(_method(request), url), url


def _read(entry: Data, name: str, file: str, options: Options, variable: re.Pattern[str]) -> Imported:
    """Import one request.

    Args:
        variable: the pattern of a placeholder for an environment variable; only a whole value counts as one.

    Raises:
        Refused: a spec cannot describe the request.
    """
    request, notes = entry["request"], Notes()
    post = _map(request.get("postData"))
    headers = _pairs(request.get("headers"))
    names = {key.lower() for key, _ in headers}
    content = _content(post, notes)
    media_type = _text(post.get("mimeType"))
    if content is not None and media_type and "content-type" not in names:
        headers.append(("Content-Type", media_type))
    cookies = "; ".join(f"{key}={value}" for key, value in _pairs(request.get("cookies")))
    if cookies and "cookie" not in names:
        headers.append(("Cookie", cookies))
    url, values = _filled_in(_address(_text(request.get("url")), _pairs(request.get("queryString"))), variable)
    basic = _basic(_text(request.get("comment")), headers)
    comment = _text((not basic and request.get("comment")) or entry.get("comment"))
    texts = json.dumps([url, [*values.values()], headers, basic, post], ensure_ascii=False, default=str)
    plain = RawRequest(
        _method(request),
        url,
        tuple(headers),
        content,
        basic=basic,
        title=comment if len(comment) <= 100 and "\n" not in comment else "",  # noqa: PLR2004
        summary=comment if len(comment) > 100 or "\n" in comment else "",  # noqa: PLR2004
        answers=tuple(_answers(_map(entry.get("response")), notes)),
        path_values=values,
        variables={found[0]: found[1] for found in variable.finditer(texts)},
    )
    return to_spec(plain, name, file, options, tuple(notes))


def _basic(comment: str, headers: list[tuple[str, str]]) -> tuple[str, str] | None:
    """User and password, if the comment names them; their Authorization header is removed from `headers`."""
    found = _BASE64.fullmatch(comment)
    header = ("Authorization", f"Basic {{{{{found[1]}}}}}") if found else None
    if not found or header not in headers:
        return None
    headers.remove(header)
    return found[2], found[3]


# -- the address -------------------------------------------------------------------------------------------------------


def _address(url: str, pairs: list[tuple[str, str]]) -> str:
    """The address, with the pairs of queryString appended that it does not contain yet."""
    address, mark, fragment = url.partition("#")
    base, question, query = address.partition("?")
    known = Counter(_decoded(part) for part in query.split("&")) if query else Counter()
    more = []
    for name, value in pairs:
        decoded = (unquote_plus(name), unquote_plus(value))
        here = decoded if known[decoded] else (name, value)
        if known[here]:
            known[here] -= 1
        else:
            more.append(f"{_encoded(name)}={_encoded(value)}")
    if not more:
        return url
    return f"{base}?{query}{'&' if question and query else ''}{'&'.join(more)}{mark}{fragment}"


def _filled_in(url: str, variable: re.Pattern[str]) -> tuple[str, dict[str, str]]:
    """The address with ``{NAME}`` for each placeholder in its path, and a map of name -> placeholder."""
    url = re.sub(r"%7[Bb]%7[Bb](\w+)%7[Dd]%7[Dd]", r"{{\1}}", url)
    path, mark, query = url.partition("?")
    return variable.sub(r"{\1}", path) + mark + query, {found[1]: found[0] for found in variable.finditer(path)}


def _decoded(part: str) -> tuple[str, str]:
    name, _, value = part.partition("=")
    return unquote_plus(name), unquote_plus(value)


def _encoded(text: str) -> str:
    """Percent-encode a text, unless it is encoded already (it contains ``%XX``, and nothing that needs encoding)."""
    whole = re.fullmatch(r"(?:%[0-9A-Fa-f]{2}|[\w.~!$&'()*+,;=:@/?-])*", text, re.ASCII)
    if whole and re.search(r"%[0-9A-Fa-f]{2}", text):
        return text
    return quote(text, safe="", errors="surrogatepass")


# -- the body ----------------------------------------------------------------------------------------------------------


def _content(post: Data, notes: Notes) -> Content:
    """The body that postData describes; its text is preferred, since that is what was sent."""
    text, params = _text(post.get("text")), _maps(post.get("params"))
    if text:
        return Raw(_plain_text(text, post, notes), is_decoded=not _is_base64(post))
    if not params:
        return None
    if essence(_text(post.get("mimeType"))) == "multipart/form-data" or any(one.get("fileName") for one in params):
        return Multipart(tuple(_part(one, notes) for one in params))
    return Form(tuple(_pairs(params)))


def _is_base64(post: Data) -> bool:
    return "base64" in (post.get("encoding"), post.get("_encoding"))


def _plain_text(text: str, post: Data, notes: Notes) -> str:
    if not _is_base64(post):
        return text
    try:
        return base64.b64decode(text).decode("utf-8", "surrogateescape")
    except ValueError:
        notes.append(Note("postData", "is declared as base64, but is not; sent as it is written"))
        return text


def _part(one: Data, notes: Notes) -> Part:
    name, value, media_type = _text(one.get("name")), _text(one.get("value")), _text(one.get("contentType"))
    file = _text(one.get("fileName")).replace("\\", "/")
    if not file:
        return Part(name, value, media_type=media_type)
    if value:
        notes.append(Note(name, f"the program sends the file {file}: save its content from the HAR file there"))
    return Part(name, "", file, media_type=media_type)


# -- the answer --------------------------------------------------------------------------------------------------------


def _answers(response: Data, notes: Notes) -> Iterator[Answer]:
    status = response.get("status")
    if not isinstance(status, int):
        return
    content = _map(response.get("content"))
    media_type = _text(content.get("mimeType"))
    text = _text(content.get("text")) if _READABLE.match(media_type) else ""
    if content.get("encoding") == "base64":
        try:
            text = base64.b64decode(text).decode()
        except ValueError:
            text = ""
    if len(text) > LONGEST_ANSWER:
        notes.append(Note("response", f"is {len(text):,} characters long; left out"))
        text = ""
    yield Answer(status, media_type if media_type != "x-unknown" else "", text)
