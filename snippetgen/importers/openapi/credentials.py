"""What a description says about a key in its own words: the prefix before it, its variable, an empty password."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from snippetgen.importers.naming import service, variable
from snippetgen.importers.openapi.operation import words
from snippetgen.spec.format import ENV_NAME

if TYPE_CHECKING:
    from snippetgen.importers.openapi.operation import Data, Operation

_WORD = r"([A-Za-z][\w-]*)"
_BLANK = r"(?:<[^<>]{1,40}>|\{[^{}]{1,40}\}|\[[^\[\]]{1,40}\]|\$\w+|[A-Z]+(?:_[A-Z]+)+\b|[xX]{3,}|\.{3}|…)"
_QUOTE = "[\"'`\u201c\u2018]"
_PREFIXES = (
    rf"(?i:authorization){_QUOTE}?\s*[:=]\s*{_QUOTE}?{_WORD}(?: +|\s+token=){_QUOTE}?(?={_BLANK}|[\w-]{{16,}})",
    rf"{_QUOTE}{_WORD} +(?:token=)?(?:{_BLANK}|[\w.-]*(?:token|key|jwt|secret)[\w-]*|[0-9][\w.-]{{7,}})",
    rf"\b{_WORD} +(?:token=)?{_BLANK}",
    rf"(?i:prefix(?:ed)?|prepend(?:ed)?|preceded?|the (?:word|string|text))\W+(?:\w{{2,4}}\W+)*?(?<={_QUOTE}){_WORD}",
    rf"{_QUOTE}{_WORD} [\"'`\u201d\u2019]",
)
"""Where a description shows the word before a key: in a header, in quotes, before a blank, or said in so many words."""

_NO_PREFIX = frozenset(
    (
        "a", "an", "the", "your", "my", "this", "that", "is", "are", "as", "with", "of", "by", "in", "and", "or", "to",
        "for", "be", "must", "should", "from", "on", "use", "using", "pass", "provide", "send", "set", "enter", "put",
        "include", "add", "insert", "replace", "get", "obtain", "supply", "specify", "example", "following", "format",
        "value", "header", "user", "string", "key", "api", "apikey", "authorization", "auth", "scheme", "http",
        "https", "curl", "see", "like", "called", "named", "name", "via", "paste", "type", "where",
    )
)  # fmt: skip
"""Words of a sentence that stand before a key, and are not sent."""

_LINK = re.compile(r"\[([^\[\]]{0,200})\]\([^()]{0,500}\)")
_ITS_NAME = re.compile(r" *token=(?=[^\"'])")
"""What some servers want between the word and the key, as in ``Token token=abc``."""

_LONGEST = 5_000
"""How much of a description is searched, in characters."""

_SAID = re.compile(r"(?i)\bbearer\b")

_GENERIC = frozenset(
    (
        "API", "ACCESS", "AUTH", "SECRET", "BEARER", "JWT", "CLIENT", "USER", "REFRESH", "PRIVATE", "PUBLIC", "TOKEN",
        "KEY", "APIKEY", "APP", "APPLICATION", "AUTHORIZATION", "X", "ACCOUNT", "SERVICE", "SESSION", "MASTER", "ADMIN",
        "PERSONAL", "OAUTH", "AUTHENTICATION", "DEVELOPER", "YOUR", "MY", "THE", "HEADER", "SUBSCRIPTION", "ID",
    )
)  # fmt: skip
"""Words that say nothing about whose key it is."""

_STATED = re.compile(r"\b[A-Z][A-Z0-9]{0,30}_(?:[A-Z0-9]{1,30}_){0,4}(?:KEY|TOKEN|SECRET|PAT)\b")
_NO_PASSWORD = re.compile(
    r"(?is)\b(?:leave|no|an empty|blank|without|omit\w*|ignor\w*)\b[^.;]{0,30}\bpassword"
    r"|\bpassword\b[^.;]{0,40}\b(?:blank|empty|not (?:required|needed|used|necessary)|ignored|unused|omitted)"
    r"|\w*key\w*:[`'\">\s]*(?:$|[`'\">])"
)


def prefix(name: str, *texts: str) -> str:
    """The word before the key of a security scheme, with a space after it; empty if nothing shows one.

    Args:
        name: the name of the scheme.
        texts: descriptions and examples, the most telling first.
    """
    for text in (_LINK.sub(r"\1", one[:_LONGEST]) for one in texts):
        for pattern in _PREFIXES:
            for found in re.finditer(pattern, text):
                if found[1].lower() not in _NO_PREFIX:
                    named = _ITS_NAME.match(text, found.end(1))
                    return f"{found[1]} {'token=' if named else ''}"
    return "Bearer " if any(map(_SAID.search, (*texts, re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", name)))) else ""


def of_example(example: str) -> str:
    """The word before the key in an example of a whole header, with a space after it: ``Token `` in ``Token abc``."""
    found = re.match(rf"{_WORD} +(?=\S)", example)
    return found[0] if found and found[1].lower() not in _NO_PREFIX else ""


def is_without_password(scheme: Data) -> bool:
    """Whether the user of basic authentication is a key, and the password empty, as the description says."""
    return bool(_NO_PASSWORD.search(words(scheme.get("description"))[:_LONGEST]))


def owner(operation: Operation, address: str) -> str:
    """Whose key it is, for the names of variables: the title tells, so that another server changes nothing."""
    title = words(operation.root_value("info", "title"))
    return service("", title) or service(address) or "api"


def env(scheme: Data, owned_by: str, word: str, header: str = "") -> str:
    """The variable of a key.

    It is the one that the author names (``x-env-name``, or in the description, such as DD_API_KEY); else the header's
    name, if that tells whose key it is (``DD-API-KEY``); else owner and `word`: ACME_TOKEN.
    """
    stated = words(scheme.get("x-env-name"))
    if re.fullmatch(ENV_NAME, stated):
        return stated
    for found in _STATED.findall(words(scheme.get("description"))):
        if not set(found.split("_")) <= _GENERIC and found.partition("_")[0] not in _GENERIC:
            return str(found)
    own = variable(re.sub(r"(?i)^x[-_]", "", header)) if header else ""
    first, _, rest = own.partition("_")
    if rest and first not in _GENERIC and rest.rpartition("_")[2] in ("KEY", "TOKEN", "SECRET"):
        return own
    return variable(owned_by, word)
