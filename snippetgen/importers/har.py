"""HAR 1.2 -> requests, as browsers write it and as httpsnippet reads it.

http://www.softwareishard.com/blog/har-12-spec/
"""

from __future__ import annotations

import base64
import re
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote_plus

from snippetgen.errors import Mistake, SpecError
from snippetgen.importers.body import Content, Form, Multipart, Part, Raw, essence
from snippetgen.importers.found import Entry, Found, Note, Source
from snippetgen.importers.naming import file_stem, unique
from snippetgen.importers.plain import Answer, PlainRequest, found, label
from snippetgen.jsontext import bare_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.importers.found import Options

    Data = dict[str, Any]

LONGEST_ANSWER = 100_000
"""Characters of an example answer; a longer one says no more."""

_READABLE = re.compile(
    r"text/|application/(?:.*\+)?(?:json|xml|javascript|x-www-form-urlencoded|graphql|x-ndjson|yaml)\b"
)
"""Media types of answers that a reader can read."""


def open_har(data: Any, file: str, options: Options) -> Source:
    """The requests of a HAR file, of one of its entries, of a bare request, or of a list of these.

    Raises:
        SpecError: there is no request.
    """
    pages = _pages(data)
    entries = list(_entries(data))
    if not entries:
        raise SpecError([Mistake(file, 0, 0, "log.entries", "holds no request")])
    labels = [_label(one) for one in entries]
    names = unique(file_stem(text) for text, _ in labels)
    return Source("HAR 1.2", file, [
        Entry(
            name,
            (text, url, str(number)),
            tuple(filter(None, (pages.get(_text(one.get("pageref"))),))),
            partial(_read, one, name, file, options),
        )
        for number, (name, (text, url), one) in enumerate(zip(names, labels, entries, strict=True), 1)
    ])


def _entries(data: Any) -> Iterator[Data]:
    """Whatever holds a request, as an entry."""
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


def _pages(data: Any) -> dict[str, str]:
    log = data.get("log") if isinstance(data, dict) else None
    pages = log.get("pages") if isinstance(log, dict) else None
    return {_text(one.get("id")): _text(one.get("title")) for one in _maps(pages)}


def _maps(value: Any) -> list[Data]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _map(value: Any) -> Data:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    return bare_text(value)


def _pairs(value: Any) -> list[tuple[str, str]]:
    """Names and values of a list of maps; one without a name is none."""
    return [(_text(one["name"]), _text(one.get("value"))) for one in _maps(value) if one.get("name")]


def _method(request: Data) -> str:
    return _text(request.get("method")).strip() or "GET"


def _label(entry: Data) -> tuple[str, str]:
    request = entry["request"]
    url = _text(request.get("url"))
    return label(_method(request), url), url


def _read(entry: Data, name: str, file: str, options: Options) -> Found:
    """One request.

    Raises:
        Refused: it cannot be said in a spec.
    """
    request, notes = entry["request"], list[Note]()
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
    comment = _text(request.get("comment") or entry.get("comment"))
    plain = PlainRequest(
        _method(request),
        _address(_text(request.get("url")), _pairs(request.get("queryString"))),
        tuple(headers),
        content,
        title=comment if len(comment) <= 100 and "\n" not in comment else "",  # noqa: PLR2004
        summary=comment if len(comment) > 100 or "\n" in comment else "",  # noqa: PLR2004
        answers=tuple(_answers(_map(entry.get("response")), notes)),
    )
    return found(plain, name, file, options, tuple(notes))


# -- the address -------------------------------------------------------------------------------------------------------


def _address(url: str, pairs: list[tuple[str, str]]) -> str:
    """The address with those pairs of queryString that do not stand in it already."""
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


def _decoded(part: str) -> tuple[str, str]:
    name, _, value = part.partition("=")
    return unquote_plus(name), unquote_plus(value)


def _encoded(text: str) -> str:
    """A text that is encoded already (``%XX``, and nothing that would need it) stays as it is."""
    whole = re.fullmatch(r"(?:%[0-9A-Fa-f]{2}|[\w.~!$&'()*+,;=:@/?-])*", text, re.ASCII)
    if whole and re.search(r"%[0-9A-Fa-f]{2}", text):
        return text
    return quote(text, safe="", errors="surrogatepass")


# -- the body ----------------------------------------------------------------------------------------------------------


def _content(post: Data, notes: list[Note]) -> Content:
    """What postData says; its text, where it has one, since that is what was sent."""
    text, params = _text(post.get("text")), _maps(post.get("params"))
    if text:
        return Raw(_plain_text(text, post, notes))
    if not params:
        return None
    if essence(_text(post.get("mimeType"))) == "multipart/form-data" or any(one.get("fileName") for one in params):
        return Multipart(tuple(_part(one, notes) for one in params))
    return Form(tuple(_pairs(params)))


def _plain_text(text: str, post: Data, notes: list[Note]) -> str:
    if "base64" not in (post.get("encoding"), post.get("_encoding")):
        return text
    try:
        return base64.b64decode(text).decode("utf-8", "surrogateescape")
    except ValueError:
        notes.append(Note("postData", "is called base64, and is not; it is sent as it is written"))
        return text


def _part(one: Data, notes: list[Note]) -> Part:
    name, value, media_type = _text(one.get("name")), _text(one.get("value")), _text(one.get("contentType"))
    file = _text(one.get("fileName")).replace("\\", "/")
    if not file:
        return Part(name, value, media_type=media_type)
    if value:
        notes.append(Note(name, f"the program sends the file {file}: put what the HAR holds of it into that file"))
    return Part(name, "", file, media_type=media_type)


# -- the answer --------------------------------------------------------------------------------------------------------


def _answers(response: Data, notes: list[Note]) -> Iterator[Answer]:
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
        notes.append(Note("response", f"its {len(text):,} characters are left out"))
        text = ""
    yield Answer(status, media_type if media_type != "x-unknown" else "", text)
