"""The kind of a text, told from its first look: a spec, a curl command, or another description.

The one place that decides it. Only the importers look closer, once a text is theirs (`importers.open_source`).
"""

from __future__ import annotations

import re
import shlex

from snippetgen.http import METHODS

_TITLE = re.compile(r"(?m)^title\s*:")
"""A spec has a title at the margin, and no other description has."""

_CURL = re.compile(
    r"\s*(?:(?:#|//|::|rem\s|export\s+\w+=|set\s|\$?\w+\s*=)[^\n]*\n\s*)*(?:(?:sudo|time)\s+)*(?:\w+=\S*\s+)*curl(?:\.exe)?(?:\s|$)"
)

_PROMPT = (
    r"(?:[$%>\u276f\u279c\u00bb][ \t]+|>>?[ \t]*|PS(?:[ \t][^\n>]*)?>[ \t]*|[A-Za-z]:\\[^\n>]*>[ \t]*|"
    r"(?:ba|z)?sh-[\d.]+[$#%][ \t]+|(?:\([\w.-]+\)[ \t]?)?\[?[\w.-]+@[\w.-]+[^\n$#%>]{0,80}[$#%>][ \t]+|"
    r"\([\w.-]+\)[ \t]?\$[ \t]+)"
)
_CALL = r"(?=(?:(?:sudo|time)[ \t]+|\w+=\S*[ \t]+)*(?:curl|wget|https?|xh)(?:\.exe)?\s)"
_UNSEEN = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad"
"""Invisible characters that pages put before a command."""


def without_prompts(text: str) -> str:
    """A text of commands without the prompts that a terminal wrote before them, and before lines that go on."""
    text = re.sub(rf"(?m)^[ \t{_UNSEEN}]*{_PROMPT}{_CALL}", "", text.lstrip(_UNSEEN))
    if re.match(r"\s*#[ \t]+curl(?:\.exe)?\s", text) and not re.search(r"(?m)^[ \t]*curl(?:\.exe)?\s", text):
        text = re.sub(r"#[ \t]+", "", text, count=1)
    return re.sub(r"([\\^`][ \t]*\r?\n)[ \t]*(?:>{1,2}|More\?)[ \t]+(?=[-'\"h{])", r"\1", text)


_KEYWORD = re.compile(r"(?m)^(?:\ufeff)?[\"']?(?:openapi|swagger)[\"']?\s*:")

_TITLE_IN_BRACES = re.compile(r"""[{,\s]["']?title["']?\s*:""")
_OTHER_IN_BRACES = re.compile(r"""[{,\s]["']?(?:openapi|swagger|info|log)["']?\s*:""")
"""Keys of a map in braces, as JSON and YAML write them."""


def has_title(text: str) -> bool:
    """Whether a title stands at the margin, as in nearly every spec."""
    return bool(_TITLE.search(text))


def is_spec(text: str) -> bool:
    """Whether a text is a spec, sound or not, rather than something that an importer reads."""
    if has_title(text):
        return True
    if text.lstrip()[:1] in ("{", "["):
        return bool(_TITLE_IN_BRACES.search(text)) and not _OTHER_IN_BRACES.search(text)
    return not (is_curl(text) or _KEYWORD.search(text))


_REQUEST = re.compile(rf"\s*(?:(?P<method>{'|'.join(METHODS)})\s+)?(?P<url>(?i:https?)://[^\s\x00-\x1f]+)\s*")


def as_curl(word: str) -> str:
    """An argument that is a request (a curl command, an address, ``GET https://…``) as a curl command; else empty."""
    if is_curl_argument(word):
        return word
    match = _REQUEST.fullmatch(word)
    if not match:
        return ""
    method = {None: [], "GET": [], "HEAD": ["--head"]}.get(match["method"], ["--request", match["method"]])
    return shlex.join(["curl", "--globoff", *method, match["url"]])


_ELSEWHERE = re.compile(
    r"\s*(?:\$\s+)?(?P<tool>wget|httpie|https?(?=\s)|fetch(?=\s*\()|(?:await\s+)?fetch(?=\s*\()|axios|requests(?=\.)"
    r"|Invoke-(?:WebRequest|RestMethod)|iwr|irm)\b"
)


def no_source(word: str) -> str:
    """The reason why an argument that is the request of another tool is no source; empty if it is not one."""
    match = _ELSEWHERE.match(word)
    if not match or not re.search(r"[\s(]", word.strip()):
        return ""
    tool = match["tool"].removeprefix("await").strip()
    taken = "a curl command in quotes, an address, a spec, or an OpenAPI, HAR or Postman file"
    return f"requests of {tool} are not read; taken are {taken} (browsers copy a request as cURL)"


def is_curl(text: str) -> bool:
    """Whether a text is a curl command, after comments and assignments, as a script or a page has it."""
    return bool(_CURL.match(without_prompts(text)))


def is_curl_argument(word: str) -> bool:
    """Whether an argument on the command line is a curl command, rather than the name of a file."""
    return bool(re.search(r"\s", word.strip())) and is_curl(word)
