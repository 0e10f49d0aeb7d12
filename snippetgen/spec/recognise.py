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
    r"\s*(?:(?:#|//|::|rem\s|export\s+\w+=|set\s|\$?\w+\s*=)[^\n]*\n\s*)*(?:(?:sudo|time)\s+)*(?:\w+=\S*[ \t]+)*"
    r"curl(?:\.exe)?(?:\s|$)"
)

_SCRIPT = re.compile(
    r"\s*(?:#!|(?:#[^\n]*\n\s*)*(?:(?:export|set|cd|echo|printf|cat|source|read|if|for|while|function|jq)\s|[A-Za-z_]\w*=|\w+\(\)))"
)
_CALLED = re.compile(r"(?m)(?:^|[|;&(]|\b(?:do|then|else)\b)[ \t]*curl[ \t]")
"""How a script of a shell begins, and where it calls curl."""

_PROMPT = (
    r"(?:[$%>\u276f\u279c\u00bb][ \t]+|>>?[ \t]*|PS(?:[ \t][^\n>]*)?>[ \t]*|[A-Za-z]:\\[^\n>]*>[ \t]*|"
    r"(?:ba|z)?sh-[\d.]+[$#%][ \t]+|(?:\([\w.-]+\)[ \t]?)?\[?[\w.-]+@[\w.-]+[^\n$#%>]{0,80}[$#%>][ \t]+|"
    r"\([\w.-]+\)[ \t]?\$[ \t]+)"
)
_CALL = r"(?=\$\w+\s*=|(?:(?:sudo|time)[ \t]+|\w+=\S*[ \t]+)*(?:curl|wget|https?|xh)(?:\.exe)?\s)"
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


_KEYS = re.compile(
    r"(?m)^(?:title|summary|method|url|servers|path|auth|params|body|examples|responses|result|stream|redirects|timeout)\s*:"
)

_BEFORE = r"\s*(?:(?:#|//|::|rem\s|export\s+\w+=|set\s|\w+=)[^\n]*\n\s*)*"
"""What may stand before a command: comments and assignments."""

_METHOD = (
    r"(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE|CONNECT|PURGE|QUERY|PROPFIND|REPORT|LIST|LINK|UNLINK"
    r"|GRAPHQL|WEBSOCKET|GRPC)"
)
_INVOKE = (
    r"(?:(?i:Invoke-(?:WebRequest|RestMethod)|iwr|irm)(?=\s)"
    r"|(?:curl|wget)(?=\s+(?:\"[^\"\n]*\"\s+|[^\s'\"-]\S*\s+)?-(?:Uri|Method|Headers|Body|UseBasicParsing)\b))"
)
"""Calls of PowerShell; Windows PowerShell 5 has curl and wget as other names for Invoke-WebRequest."""

_FETCH = (
    r"\s*(?:(?://|/\*|(?:const|let|var|import|async|function|await|return|export)\s|\(async\b|\(\(\)|['\"]use strict)"
    r"(?s:.*?)(?<![\w.$]))?(?:window\.|globalThis\.)?fetch\s*\("
)
_HTTP_FILE = r"(?m)^###|\{\{|^@\w+[ \t]*=|^>[ \t]*\{%|^>[ \t]+\S+\.js[ \t]*\r?$|^<[ \t]+\S+[ \t]*\r?$"
"""What an .http file has, and a raw message has not."""
_HTTP = (
    r"\s*(?:(?:#|//|@[^\s=]+[ \t]*=|<[ \t]*\{%|import\s|run\s)[^\n]*\n\s*)*"
    rf"(?:{_METHOD}[ \t]+\S|(?:https?://|\{{\{{)\S+[ \t]*(?:HTTP/[\d.]+)?[ \t]*(?:\r?\n|$))"
)
_TEXTS = (
    ("wget", rf"{_BEFORE}(?:(?:sudo|time)\s+)*wget(?:\.exe)?\s+\S"),
    ("httpie", rf"{_BEFORE}(?:xhs?|https?)\s+(?:-\S|{_METHOD}\s|localhost|\S*[.:/{{$]\S*)"),
    ("fetch", _FETCH),
    ("powershell", rf"\s*(?:[$#][^\n]*\n(?s:.*?)(?<![\w-]){_INVOKE}|(?:\$\w+\s*=\s*)?{_INVOKE})"),
    ("raw", r"\s*[A-Z][A-Z-]*[ \t]+(?:/|https?://)\S*[ \t]+HTTP/[\d.]+[ \t]*\r?(?:\n|$)"),
    ("http", _HTTP),
    ("bruno", r"\s*meta\s*\{[ \t]*\r?\n"),
)
"""Format of a text that is neither YAML nor JSON -> how it begins."""


def kind(text: str) -> str:
    """The format of a text that is no YAML or JSON: curl, wget, httpie, fetch, powershell, raw, http, bruno; or empty.

    A text that is none of them may still be a spec, or JSON or YAML that an importer reads.
    """
    plain = without_prompts(text)
    if is_curl(text) and not re.match(rf"(?:\$\w+\s*=[^\n]*\n)*\s*{_INVOKE}", plain):
        return "curl"
    if re.match(rf"\s*{_INVOKE}", plain):
        return "powershell"
    found = next((name for name, pattern in _TEXTS if re.match(pattern, plain)), "")
    if found == "http" and re.search(r"(?m)^HTTP(?:/[\d.]+)?[ \t]+(?:\d{3}|\*)[ \t]*\r?$", plain):
        return ""  # it is Hurl, which looks alike
    return "http" if found == "raw" and re.search(_HTTP_FILE, text) else found


def is_spec(text: str) -> bool:
    """Whether a text is a spec, sound or not, rather than something that an importer reads or refuses."""
    if text.lstrip()[:1] in ("{", "["):
        return bool(_TITLE_IN_BRACES.search(text)) and not _OTHER_IN_BRACES.search(text)
    first = re.match(r"(?:\s*#[^\n]*\n)*\s*([^\n]*)", text)
    if has_title(text) and first and re.match(r"[\w\"'-]+\s*:(?:\s|$)|---|%YAML", first[1]):
        return True
    if not text.strip() or (_KEYS.search(text) and not (_KEYWORD.search(text) or kind(text))):
        return True
    begins = re.match(r"(\w+)\s*:(?:\s|$)", first[1]) if first else None
    return begins is not None and not (looks_like_yaml(text) or kind(text)) and is_misspelt(begins[1])


def is_misspelt(key: str) -> bool:
    """Whether a key is nearly that of a spec, such as ``titel``."""
    from difflib import get_close_matches  # noqa: PLC0415 - only who errs waits for it

    return bool(get_close_matches(key, ("title", "summary", "method", "servers", "params", "responses"), 1, 0.75))


def looks_like_yaml(text: str) -> bool:
    """Whether a text begins as YAML with the keys of an API's description, so that its mistakes are worth telling."""
    return bool(re.search(r"(?m)^[\"']?(?:openapi|swagger|info|paths|type|log|item|resources)[\"']?\s*:", text))


_REQUEST = re.compile(rf"\s*(?:(?P<method>{'|'.join(METHODS)})\s+)?(?P<url>(?i:https?)://[^\s\x00-\x1f]+)\s*")


def as_request(word: str) -> str:
    """The text of an argument that is a request itself, rather than the name of a file; else empty.

    It is a command, a call of fetch, or a message of several lines; an address, or ``GET https://…``, becomes a curl
    command.
    """
    if re.search(r"[\s(]", word.strip()) and kind(word) not in ("", "raw", "http"):
        return word
    match = _REQUEST.fullmatch(word)
    if not match:
        return word if "\n" in word.strip() and kind(word) else ""
    method = {None: [], "GET": [], "HEAD": ["--head"]}.get(match["method"], ["--request", match["method"]])
    return shlex.join(["curl", "--globoff", *method, match["url"]])


_ELSEWHERE = re.compile(r"\s*(?:await\s+)?(?P<tool>axios|requests(?=\.)|httpx(?=\.)|\$\.ajax|ky(?=\.)|got(?=\())\b")


def no_source(word: str) -> str:
    """The reason why an argument that is the request of another tool is no source; empty if it is not one."""
    match = _ELSEWHERE.match(word)
    if not match or not re.search(r"[\s(]", word.strip()):
        return ""
    taken = "commands of curl, wget and HTTPie, fetch, PowerShell, an address, or a file"
    return f"requests of {match['tool']} are not read; taken are {taken} (browsers copy a request as cURL)"


def is_curl(text: str) -> bool:
    """Whether a text is a curl command, after comments and assignments, as a script or a page has it."""
    plain = without_prompts(text)
    return bool(_CURL.match(plain) or (_SCRIPT.match(plain) and _CALLED.search(plain)))
