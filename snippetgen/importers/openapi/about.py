"""What a description tells of the service, for pages: tags, category, provider, contact, deprecation.

``x-providerName`` and ``x-apisguru-categories`` are keys of https://apis.guru, ``x-displayName`` is one of Redoc's; the
others are of OpenAPI. Our own exports have all facts of a spec under ``x-snippetgen`` of the operation (`own.py`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from snippetgen.importers.openapi.operation import elements, items, words
from snippetgen.importers.openapi.own import extension
from snippetgen.importers.openapi.titles import in_words
from snippetgen.spec.check import is_day
from snippetgen.spec.format import DATE, MAIL, PAGE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from snippetgen.importers.openapi.document import Document
    from snippetgen.importers.openapi.operation import Data, Operation

    Dropped = Callable[[str, Any, str], None]

_USUAL = ("", "api", "fastapi", "openapi definition", "api documentation", "swagger ui")
"""Titles that tools write where the author gives none."""

NO_PAGE, NO_MAIL, NO_DAY = "it is no address of a page", "it is no mail address", "it is no date such as 2026-01-31"


def about(operation: Operation) -> Data:
    """The facts about the service, in the order of a spec; none where pages are not wanted."""
    if not operation.options.fields:
        return {}
    whole = _of_document(operation.root)
    for place, value, why in whole["dropped"]:
        operation.notes.dropped(place, value, why)
    found = whole["facts"] | {"tags": list(_tags(operation, whole["tags"])), "deprecated": _deprecated(operation)}
    if found.get("provider") and _name(found["provider"]) == words(operation.data.get("summary")):
        del found["provider"]  # the title of a document with one operation, as our exports write it
    found |= _own(operation)
    return {key: found[key] for key in _ORDER if found.get(key)}


_ORDER = ("category", "tags", "provider", "contact", "status_page", "price", "limits", "deprecated")


def _name(provider: Any) -> Any:
    return provider["name"] if isinstance(provider, dict) else provider


# -- the document ------------------------------------------------------------------------------------------------------


def _of_document(root: Document) -> Data:
    """What all operations of a document share, read once: facts, tags (name -> name for readers), what is dropped."""
    if not root.about:
        dropped: list[tuple[str, Any, str]] = []
        data = dict(items(root.data))
        info = dict(items(data.get("info")))
        tags = (dict(items(one)) for one in elements(data.get("tags")))
        contact = _contact(info, lambda *one: dropped.append(one))
        facts = {"category": _category(info), "provider": _provider(info, data, contact), "contact": contact}
        names = {words(one.get("name")): _line(one.get("x-displayName")) or _line(one.get("summary")) for one in tags}
        root.about |= {"facts": facts, "tags": names, "dropped": dropped}
    return root.about


def _line(value: Any) -> str:
    """A text on one line."""
    return " ".join(words(value).split())


def _category(info: Data) -> str:
    """The first category, in words: ``Open data`` for open_data."""
    return in_words(next((line for one in elements(info.get("x-apisguru-categories")) if (line := _line(one))), ""))


def _contact(info: Data, dropped: Dropped) -> Data:
    """The contact; what no page can link to is dropped. A name alone leads nowhere, and is none."""
    given = dict(items(info.get("contact")))
    email, url = words(given.get("email")), words(given.get("url"))
    found: Data = {"name": name} if (name := words(given.get("name"))) else {}
    if re.fullmatch(MAIL, email):
        found["email"] = email
    elif given.get("email") not in (None, ""):
        dropped("/info/contact/email", given["email"], NO_MAIL)
    if _is_page(url):
        found["url"] = url
    elif given.get("url") not in (None, ""):
        dropped("/info/contact/url", given["url"], NO_PAGE)
    return found if {"email", "url"} & set(found) else {}


def _provider(info: Data, data: Data, contact: Data) -> str | Data:
    """The provider, else the API, which is what readers sort by, with its page."""
    name, title = _line(info.get("x-providerName")), _line(info.get("title"))
    name = name or ("" if title.lower() in _USUAL else title)
    docs = words(dict(items(data.get("externalDocs"))).get("url"))
    url = docs if _is_page(docs) else contact.get("url", "")
    return {"name": name, "url": url} if name and url else name


def _is_page(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(PAGE, value) is not None


# -- the operation -----------------------------------------------------------------------------------------------------


def _tags(operation: Operation, names: dict[str, str]) -> Iterator[str]:
    for index, one in enumerate(elements(operation.data.get("tags"))):
        if tag := _line(one):
            yield names.get(words(one)) or tag
        elif one != "":
            operation.dropped(one, "it is no text", "tags", index)


def _deprecated(operation: Operation) -> bool | Data:
    """Whether it is deprecated, and since and until when, where that is known."""
    data = operation.data
    days: Data = {}
    for key, name in (("since", "x-deprecated-at"), ("until", "x-sunset")):
        day = str(data.get(name) or "").strip()
        day = day[:10] if re.match(rf"{DATE}T", day) else day
        if _is_day(day):
            days[key] = day
        elif day:
            operation.dropped(data[name], NO_DAY, name)
    if "since" in days and days.get("until", "9999") < days["since"]:
        operation.dropped(days.pop("until"), f"it is before {days['since']}", "x-sunset")
    return days or data.get("deprecated") is True


def _is_day(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(DATE, value) is not None and is_day(value)


# -- our own exports ---------------------------------------------------------------------------------------------------


def _own(operation: Operation) -> Data:
    """The facts in our own key, as `exporters/openapi.py` writes them; what is none is passed over."""
    given = extension(operation.data)
    found: Data = {key: text for key in ("category", "price") if (text := words(given.get(key)))}
    if limits := [text for one in elements(given.get("limits")) if (text := words(one))]:
        found["limits"] = limits
    if _is_page(given.get("status_page")):
        found["status_page"] = given["status_page"]
    provider, contact = dict(items(given.get("provider"))), _contact(given, lambda *_: None)
    if name := words(provider.get("name")):
        found["provider"] = {"name": name, "url": provider["url"]} if _is_page(provider.get("url")) else name
    ended = dict(items(given.get("deprecated")))
    days = {key: ended[key] for key in ("since", "until") if _is_day(ended.get(key))}
    days |= {"instead": text} if (text := words(ended.get("instead"))) else {}
    is_sound = days.get("until", "9999") >= days.get("since", "")
    return found | ({"contact": contact} if contact else {}) | ({"deprecated": days} if days and is_sound else {})
