"""The spec format, declared once, for the checks in `load.py`, for `snippetgen schema`, and for editors."""

from __future__ import annotations

import json

from snippetgen.data.schema import ANY, BOOL, TEXT, Either, Key, Keys, KeysOr, ListOf, MapOf, Scalar
from snippetgen.http import MEDIA_TYPE, METHODS, TOKEN

PLACES = ("path", "query", "header", "cookie", "body")
TYPES = ("string", "integer", "number", "boolean", "object", "array", "file")
BODIES = ("json", "form", "multipart", "text", "file")

_MEDIA_TYPE = Scalar(pattern=MEDIA_TYPE, what="a media type such as application/json")
ENV_NAME = r"[A-Za-z_][A-Za-z0-9_]{0,199}"
"""An environment variable; Perl reads none whose name is longer than 251 characters."""
"""A pattern of the names of environment variables that programs in all languages can read (POSIX, section 8.1)."""

ENV = Scalar(pattern=ENV_NAME, what="the name of an environment variable such as API_KEY")
_LOCALE = r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*"
_BY_LOCALE = MapOf(TEXT, _LOCALE, "a locale such as en or zh-TW")
_WORDS = Either(scalar=TEXT, mapping=_BY_LOCALE)
_LINES = ListOf(_WORDS)
_SET = MapOf(ANY, "(?s:.+)", "a path such as messages[0].content")
_URL = Scalar(pattern=r"(?i:https?)://[^/?#\s].*", what="an address such as https://api.example.com/v1")
_USER = Either(scalar=TEXT, mapping=Keys({"env": Key(ENV, "the environment variable to read it from", required=True)}))

_AUTH_TYPE = Scalar(words=("bearer", "basic", "digest", "apikey", "none"))
_AUTH = Keys({
    "type": Key(_AUTH_TYPE, "how the request is authenticated", required=True),
    "env": Key(ENV, "bearer, apikey: the environment variable to read the key from"),
    "in": Key(Scalar(words=("header", "query", "cookie")), "apikey: where the key goes"),
    "name": Key(TEXT, "apikey: the name of the header, query parameter or cookie"),
    "prefix": Key(TEXT, 'apikey in a header: the text before the key, such as "Token "'),
    "user": Key(_USER, "basic, digest: the user name, as text or {env: NAME}"),
    "password": Key(_USER, 'basic, digest: {env: NAME}, or "" for an empty one'),
    "url": Key(_URL, "the page where users get the key or the account, for pages"),
})

_AUTH_HINTS = {
    "none": "{type: none}",
    "bearer": "{type: bearer, env: API_KEY}",
    "basic": "{type: basic, user: {env: API_USER}, password: {env: API_PASSWORD}}",
    "digest": "{type: digest, user: {env: API_USER}, password: {env: API_PASSWORD}}",
    "apikey": "{type: apikey, in: header, name: X-API-Key, env: API_KEY}",
}

_PARAM = Keys({
    "name": Key(TEXT, "its name; in a JSON body a path such as messages[].role", required=True),
    "in": Key(Scalar(words=PLACES), "where it goes", required=True),
    "type": Key(Scalar(words=TYPES), "the type of its value (default: string)"),
    "required": Key(BOOL, "whether every request must carry it"),
    "example": Key(ANY, "the value in the programs; a list repeats a query parameter, header or form field"),
    "env": Key(ENV, "makes the value a secret, read from this environment variable"),
    "description": Key(_WORDS, "what it means"),
    "enum": Key(ListOf(ANY), "the values it may take"),
    "default": Key(ANY, "what the server uses when it is left out"),
    "format": Key(TEXT, "as in JSON Schema, such as date-time"),
    "nullable": Key(BOOL, "whether it may be null"),
    "allow_reserved": Key(BOOL, "query, path: do not encode reserved characters: & = / and %XX stay as they are"),
    "filename": Key(TEXT, "type file: the file name that is sent (default: that of the file)"),
    "media_type": Key(_MEDIA_TYPE, "the Content-Type of this part of a multipart body"),
})

_PART = Keys({
    "name": Key(TEXT, "the name of the part", required=True),
    "value": Key(Scalar(), "the text that is sent"),
    "env": Key(ENV, "the environment variable that holds the text"),
    "file": Key(TEXT, "the path of a file whose bytes are sent"),
    "filename": Key(TEXT, "the file name that is sent"),
    "media_type": Key(_MEDIA_TYPE, "the Content-Type of this part"),
})

_FIELDS = ListOf(Keys({
    "name": Key(TEXT, "a path such as choices[].message.content", required=True),
    "type": Key(Scalar(words=(*TYPES, "null")), "its type"),
    "description": Key(_WORDS, "what it means"),
}))

_BODY = Keys({
    "type": Key(Scalar(words=BODIES), "its kind (default: json)"),
    "media_type": Key(_MEDIA_TYPE, "the Content-Type, if it is not the usual one for its kind"),
    "example": Key(ANY, "json: the whole value; form: a map; text: the text"),
    "file": Key(TEXT, "file: the path of the file that is sent"),
    "parts": Key(ListOf(_PART), "multipart: its parts, in order"),
    "fields": Key(_FIELDS, "json: what members mean that are not parameters; never sent"),
})

_RESPONSE = Keys({
    "status": Key(Scalar("int", minimum=100), "the status code", required=True),
    "media_type": Key(_MEDIA_TYPE, "its Content-Type"),
    "description": Key(_WORDS, "when it comes"),
    "headers": Key(MapOf(TEXT, TOKEN, "a header name"), "further headers of the answer"),
    "example": Key(ANY, "the body, as text (kept as written) or as data"),
    "fields": Key(_FIELDS, "what the fields of the answer mean; the others are inferred from the example"),
})

_STREAM = Keys({
    "set": Key(_SET, "what to change in the request to ask for a stream, such as {stream: true}"),
    "format": Key(
        Scalar(words=("sse", "lines")),
        "sse: server-sent events (text/event-stream); lines: JSON Lines, one JSON value a line (default: sse)",
    ),
    "events": Key(
        Scalar(words=("simple", "full")),
        "sse, simple: one data: line an event, LF or CRLF (default); full: all that the standard allows, such as"
        " several data: lines an event, lines that end with CR alone, and a byte order mark",
    ),
    "delta": Key(
        Either(scalar=TEXT, sequence=ListOf(TEXT)),
        "the path of the text in each event (default: the whole data of the event); in a list, the first is that of"
        " the answer, and what stands at the others, such as a model's thoughts, is printed to standard error",
    ),
    "done": Key(TEXT, "the data of the last event, such as [DONE]"),
    "timeout": Key(
        Scalar("int", minimum=1),
        "seconds of silence, before and between two pieces, until a program gives up (default: 120, or timeout if"
        " that is longer)",
    ),
    "example": Key(
        ListOf(ANY),
        "the data of each event of an example answer, without the last one; {event: NAME, data: TEXT} where events"
        " have names",
        required=True,
    ),
})

_SERVER = Either(scalar=_URL, mapping=Keys({
    "url": Key(_URL, "its base address", required=True),
    "title": Key(_WORDS, "its name for readers"),
}))

PAGE = r"(?i:https?)://[^/?#\s]\S*"
"""A pattern of addresses that pages link to."""
MAIL = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
"""A pattern of mail addresses, as HTML has it (https://html.spec.whatwg.org/#valid-e-mail-address), with a dot."""
DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
TAG = r"\S(?:[^\r\n]*\S)?"
_PAGE = Scalar(pattern=PAGE, what="an address such as https://example.com")
_DATE = Scalar(pattern=DATE, what="a date such as 2026-01-31")
_CONTACT_WHAT = "a mail address such as help@example.com, or an address such as https://example.com/help"

_PROVIDER = Either(scalar=TEXT, mapping=KeysOr(
    Keys({
        "name": Key(_WORDS, "who provides the endpoint", required=True),
        "url": Key(_PAGE, "the page of the provider"),
    }),
    MapOf(TEXT, _LOCALE, "name, url or a locale such as en or zh-TW"),
))

_CONTACT = Either(scalar=Scalar(pattern=f"{MAIL}|{PAGE}", what=_CONTACT_WHAT), mapping=Keys({
    "name": Key(_WORDS, "who answers"),
    "email": Key(Scalar(pattern=MAIL, what="a mail address such as help@example.com"), "a mail address"),
    "url": Key(_PAGE, "a page to ask on"),
}))

_DEPRECATED = Either(scalar=BOOL, mapping=Keys({
    "since": Key(_DATE, "the day since which it should not be used"),
    "until": Key(_DATE, "the day until which it works"),
    "instead": Key(_WORDS, "what to use instead"),
}))

_METHOD = Scalar(pattern=TOKEN, what="a method such as POST")
_PATH = Scalar(pattern=r"/.*", what="a path such as /chat/completions")

SPEC = Keys({
    "title": Key(_WORDS, "the title of the endpoint", required=True),
    "summary": Key(_WORDS, "what it does, in a sentence or two"),
    "notes": Key(_LINES, "what else users should know"),
    "category": Key(_WORDS, "the kind of service, for pages and for sorting"),
    "tags": Key(ListOf(Scalar(pattern=TAG, what="a tag such as chat")), "words to find it by"),
    "provider": Key(_PROVIDER, "who provides it, as text for readers or {name, url}"),
    "contact": Key(_CONTACT, "where to ask: a mail address, the address of a page, or {name, email, url}"),
    "status_page": Key(_PAGE, "the page that tells whether it works"),
    "price": Key(_WORDS, "what it costs, such as free"),
    "limits": Key(
        Either(scalar=TEXT, mapping=_BY_LOCALE, sequence=_LINES), "how much may be used, such as 60 requests a minute"
    ),
    "deprecated": Key(_DEPRECATED, "true if it should no longer be used, or {since, until, instead}"),
    "method": Key(_METHOD, f"{', '.join(METHODS)} or a method of your own", required=True),
    "url": Key(_URL, "the whole address; or use servers and path instead"),
    "servers": Key(
        MapOf(_SERVER, r"[\w-]+", "a name such as default"),
        "name: base address, or {url, title}; the first is the default",
    ),
    "path": Key(_PATH, "the path, after the server's address; {name} is a path parameter"),
    "auth": Key(
        Either(mapping=_AUTH, sequence=ListOf(_AUTH), hints=_AUTH_HINTS),
        "authentication; a list where several are needed",
    ),
    "params": Key(ListOf(_PARAM), "the parameters, in the order they are sent"),
    "body": Key(_BODY, "the body, where the parameters do not describe it fully"),
    "examples": Key(MapOf(Keys({
        "title": Key(_WORDS, "what it shows"),
        "set": Key(_SET, "what is different, as path: value; path.id and body.id where both have id", required=True),
    }), r"[\w-]+", "a name such as thinking"), "more requests, by name"),
    "responses": Key(ListOf(_RESPONSE), "the responses; the mock sends the first below 400, or one like it (Accept)"),
    "result": Key(TEXT, "the path of what a program prints (default: the whole response)"),
    "stream": Key(_STREAM, "how the endpoint streams its response (text/event-stream, or JSON Lines)"),
    "redirects": Key(
        Scalar(words=("follow", "stop")),
        "whether a redirect is followed (default: as each client does; what is not followed is a failure)",
    ),
    "timeout": Key(Scalar("int", minimum=1), "seconds until a program gives up (default: 30)"),
})
"""One endpoint. A text field takes a string, or a map of locale to string."""

SCHEMA_URL = "https://snippetgen.example/spec.schema.json"


def schema_text() -> str:
    """The JSON Schema (2020-12) of the format, as the text of the file that ships."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_URL,
        "title": "snippetgen endpoint",
        "description": "One HTTP endpoint, from which snippetgen renders complete client programs.",
        **SPEC.schema(),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
