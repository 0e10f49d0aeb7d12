"""Calls of Invoke-WebRequest and Invoke-RestMethod -> requests, as browsers copy them and as people write them.

https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/invoke-restmethod
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from snippetgen.data.jsontext import dumps
from snippetgen.errors import Mistake, Refused, SpecError
from snippetgen.importers.body import Form, FromFile, Multipart, Part, Raw
from snippetgen.importers.draft import Draft, source
from snippetgen.importers.powershellvalues import Json, Reader
from snippetgen.spec.recognise import without_prompts

if TYPE_CHECKING:
    from snippetgen.importers.model import Options, Source

_CALL = re.compile(
    r"(?<![\w$-])(?:(?i:Invoke-WebRequest|Invoke-RestMethod|iwr|irm)(?=\s)"
    r"|(?m:^)\s*(?:curl|wget)(?=\s+(?:\"[^\"\n]*\"\s+|[^\s'\"-]\S*\s+)?-(?:Uri|Method|Headers|Body|UseBasicParsing)\b))"
)
_SET = re.compile(r"(?m)^\s*\$(?:global:|script:)?(\w+)\s*=\s*(?!\$?\s*(?i:Invoke-|iwr|irm|New-Object Microsoft))")
_AGENT = re.compile(r"\$(\w+)\.UserAgent\s*=\s*")
_COOKIE = re.compile(r"System\.Net\.Cookie\s*\(")
_SILENT = frozenset((
    "usebasicparsing", "websession", "sessionvariable", "outfile", "passthru", "disablekeepalive", "erroraction",
    "verbose", "responseheadersvariable", "statuscodevariable", "skiphttperrorcheck", "useragent", "uri", "method",
    "headers", "body",
    "contenttype", "timeoutsec", "maximumredirection", "form", "infile", "custommethod", "authentication", "token",
    "credential", "allowunencryptedauthentication", "noproxy", "resume", "preserveauthorizationonredirect",
))  # fmt: skip
_FLAGS = frozenset((
    "usebasicparsing", "passthru", "disablekeepalive", "verbose", "skiphttperrorcheck", "skipcertificatecheck",
    "resume",
    "allowunencryptedauthentication", "noproxy", "usedefaultcredentials", "preserveauthorizationonredirect",
    "skipheadervalidation", "proxyusedefaultcredentials", "followrellink",
))  # fmt: skip
_PSEUDO = ("authority", "method", "path", "scheme")
"""Header fields of HTTP/2 that Chrome copies without their colon, although they repeat the address."""


_VERIFY = "ignored: certificates are always checked (make your system trust the server's own)"


def open_powershell(text: str, file: str, options: Options) -> Source:
    """The requests of all calls in a text.

    Raises:
        SpecError: there is none.
    """
    text = without_prompts(text).replace("\r\n", "\n")
    calls = list(_CALL.finditer(text))
    if not calls:
        raise SpecError([Mistake(file, 0, 0, "", "contains no call of Invoke-WebRequest or Invoke-RestMethod")])
    drafts, before = [], 0
    for found in calls:
        drafts.append(_draft(text, before, found))
        before = found.end()
    return source("PowerShell", file, drafts, options)


def _draft(text: str, before: int, call: re.Match[str]) -> Draft:
    draft = Draft()
    try:
        known = _variables(text, call.start())
        given = _arguments(Reader(text, call.end(), known))
        _fill(draft, given)
        above = text[before : call.start()]
        _session(draft, text, given, (before, call.start()), known)
        if "-websession" in text[call.end() :].lower() and "New-Object Microsoft" not in above:
            draft.notes.add("-WebSession", "cookies of the session are only sent as far as they are written here")
    except Refused as error:
        draft.refused = str(error)
    return draft


def _variables(text: str, end: int) -> dict[str, Any]:
    known: dict[str, Any] = {}
    for found in _SET.finditer(text, 0, end):
        try:
            known[found[1].lower()] = Reader(text, found.end(), known).piped()
        except Refused:
            continue
    for found in re.finditer(r"(?m)^\s*\$(\w+)(?:\[[\"']([^\"']+)[\"']\]|\.([A-Za-z]\w*))\s*=\s*", text[:end]):
        if isinstance(known.get(found[1].lower()), dict):
            known[found[1].lower()][found[2] or found[3]] = Reader(text, found.end(), known).piped()
    return known


def _arguments(reader: Reader) -> dict[str, Any]:
    """The arguments of a call, by their names in lower case; the address may stand without its name."""
    given: dict[str, Any] = {}
    while (found := reader.peek()) and found[0] not in ("|", ";", ")", "}") and not found["line"]:
        if not found["option"]:
            value = reader.value()
            given.setdefault("uri", value)
            continue
        reader.at = found.end()
        name = found[0].strip("-:").lower()
        given[name] = True if name in _FLAGS else reader.value()
    return given


def _session(draft: Draft, text: str, given: dict[str, Any], span: tuple[int, int], known: dict[str, Any]) -> None:
    """Take the agent and the cookies that are put into the session above the call."""
    if "websession" not in given:
        return
    agent = next(iter(_AGENT.finditer(text, *span)), None)
    if agent and not draft.header("user-agent"):
        draft.headers.append(("User-Agent", str(Reader(text, agent.end(), known).value())))
    pairs = []
    for found in _COOKIE.finditer(text, *span):
        reader = Reader(text, found.end(), known)
        name = reader.value()
        pairs.append(f"{name}={reader.value() if reader.takes(',') else ''}")
    if pairs:
        draft.headers.append(("Cookie", "; ".join(pairs)))


def _fill(draft: Draft, given: dict[str, Any]) -> None:
    draft.url = str(given.get("uri", ""))
    draft.method = str(given.get("custommethod") or given.get("method") or "GET").upper()
    headers = given.get("headers", {})
    if not isinstance(headers, dict):
        raise Refused("the headers are not written out")
    pseudo = {key.lower() for key in headers} >= set(_PSEUDO)
    draft.headers = [
        (key, str(value)) for key, value in headers.items() if not (pseudo and key.lower() in _PSEUDO)
    ]
    if "useragent" in given:
        draft.headers.append(("User-Agent", str(given["useragent"])))
    if "contenttype" in given:
        draft.drop_header("content-type")
        draft.headers.append(("Content-Type", str(given["contenttype"])))
    _body(draft, given)
    _credentials(draft, given)
    seconds = str(given.get("timeoutsec", ""))
    draft.timeout = int(seconds) if seconds.isdigit() else 0
    draft.redirects = "stop" if str(given.get("maximumredirection", "")) == "0" else ""
    for name in given:
        if name == "skipcertificatecheck":
            draft.notes.add("-SkipCertificateCheck", _VERIFY)
        elif name not in _SILENT:
            draft.notes.add(f"-{name}", "left out: not supported")


def _body(draft: Draft, given: dict[str, Any]) -> None:
    body = given.get("body")
    if "infile" in given:
        draft.body = FromFile(str(given["infile"]))
    elif isinstance(given.get("form"), dict):
        draft.body = Multipart(tuple(_part(name, value) for name, value in given["form"].items()))
    elif isinstance(body, Json):
        draft.body = Raw(dumps(_plain(body.value)))
    elif isinstance(body, dict) and draft.method == "GET":
        draft.query = [(key, str(value)) for key, value in body.items()]
    elif isinstance(body, dict):
        draft.body = Form(tuple((key, str(value)) for key, value in body.items()))
    elif body is not None:
        draft.body = Raw(str(body))
    if draft.body and not draft.header("content-type") and not isinstance(draft.body, Multipart):
        draft.headers.append(("Content-Type", "application/x-www-form-urlencoded"))


def _part(name: str, value: Any) -> Part:
    found = re.match(r"(?i)get-item(?:\s+-path)?\s+(.*)", str(value))
    return Part(name, "", found[1], found[1].rpartition("/")[2]) if found else Part(name, str(value))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return _plain(value.value) if isinstance(value, Json) else value


def _credentials(draft: Draft, given: dict[str, Any]) -> None:
    kind = str(given.get("authentication", "")).lower()
    if "token" in given and kind in ("bearer", "oauth", ""):
        draft.headers.append(("Authorization", f"Bearer {given['token']}"))
    elif "credential" in given:
        draft.basic = ("{{USER}}", "{{PASSWORD}}")
        draft.notes.add("-Credential", "the program reads the user name and the password from USER and PASSWORD")
