"""Which values of a request are secrets, and the environment variables from which programs read them instead."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from snippetgen.importers.naming import blank, service, variable
from snippetgen.importers.notes import Notes
from snippetgen.spec import LIVE_KEY

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_NAMES = re.compile(
    r"(?:^|[^a-z])(?:app|application|auth|access|account|admin|consumer|developer|functions|license|master|private"
    r"|secret|service|shared|subscription|user)[-_. ]?keys?$|api[-_. ]?keys?$"
    r"|token$|secret$|passw(?:or)?d$|passphrase$|passcode$|signature(?:[-_]?\d+)?$|(?:^|[-_])(?:jwt|sig|hmac|credentials?)$"
    r"|(?:^|[-_])authorization$|session(?:[-_]?id)?$|^(?:client[-_])?assertion$|code[-_]?verifier$"
    r"|^(?:x[-_])?(?:(?:user|db|login|admin|smtp|account)[-_]?)?(?:pass|pwd|pw)$|^bearer$"
)
"""Names of headers, query parameters and fields that hold a secret."""

_NO_SECRET = re.compile(
    r"(?:page|next|sync|continuation|cursor|pagination|start|skip|marker|max|stop|pad)[-_ ]?token$"
    r"|^(?:has|is|uses?|needs?|requires?|shows?|hides?|allows?|enables?)[-_]"
)
"""Names that are no secrets: tokens that say where a list continues, and questions such as has_password."""

_COOKIES = re.compile(
    r"sess|sid$|^sid|token|auth|jwt|csrf|xsrf|remember|connect\.sid|credential|login|^li_at$|^\.asp_?net"
)
_KEY = re.compile(r"^(?:key|auth|code)$")
"""Names that hold a secret only if the value looks random."""

_DIGITS = re.compile(r"(?:^|[-_])(?:pin|otp|totp|cvv|cvc|(?:card|cc)[-_]?(?:number|no))$")
"""Names that hold a secret only if the value is a number."""

_DSN = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^/?#\s:@]*:[^/?#\s@]+@\S+")
"""An address with a password: ``postgres://user:password@host/db``."""

_VARIABLE = re.compile(
    r"\$\{([A-Za-z_]\w*)(?:[:?+=-][^}]*)?\}|\$(?i:env):([A-Za-z_]\w*)|\$([A-Za-z_]\w*)|%([A-Za-z_]\w*)%"
    r"|\{\{\s*([^{}]*?)\s*\}\}"
)
_BLANK = re.compile(
    r"[<\[{]([\w][\w .-]{0,60})[>\]}]|((?i:your|my|insert|enter|replace|put)[-_ ]?[\w -]*)"
    r"|([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)|[xX]{4,}|\*{3,}|\.{3,}|…"
)
_FILLERS = frozenset(
    (
        "your",
        "my",
        "the",
        "a",
        "an",
        "insert",
        "enter",
        "replace",
        "put",
        "here",
        "with",
        "this",
        "own",
    )
)
_TOKEN_SERVICES = frozenset(
    (
        "github",
        "gitlab",
        "slack",
        "discord",
        "notion",
        "digitalocean",
        "huggingface",
        "replicate",
    )
)
_TOKENS = re.compile(r"eyJ|gh[a-z]_|github_pat_|glpat-|xox|ya29\.|hf_|r8_")
_SCHEMES = re.compile(
    r"(?i)(?:bearer|token|basic|apikey|api-key|key|jwt|digest|negotiate|oauth|[\w-]*hmac[\w-]*) +(?=\S)"
)
_LONG = 20


_WHOLE = "put all of it there, because no value is a mixture of text and variables"
BLANKED = "a placeholder (YOUR_…) is sent"


def looks_random(text: str) -> bool:
    """Whether a text is long, without spaces, and mixes letters and digits as keys do."""
    letters, digits = sum(map(str.isalpha, text)), sum(map(str.isdigit, text))
    return len(text) >= _LONG and letters >= 6 and digits >= 2 and bool(re.fullmatch(r"[\w.+/=%~:-]+", text))  # noqa: PLR2004


def placeholder(value: str) -> tuple[str, bool] | None:
    """Read a placeholder for a secret: its words, and whether they name a variable; None for a real value.

    ``$TOKEN``, ``${TOKEN}``, ``$env:TOKEN``, ``%TOKEN%`` and ``{{token}}`` name a variable; ``<YOUR_API_KEY>``,
    ``YOUR_API_KEY``, ``your-api-key``, ``API_KEY`` and ``xxxx`` only say what belongs there.
    """
    found = _VARIABLE.fullmatch(value)
    if found:
        shell = next((one for one in found.groups()[:-1] if one), "")
        return (shell or env_name(found[5]), True)
    found = _BLANK.fullmatch(value)
    if found:
        words = re.findall(r"[A-Za-z0-9]+", next(filter(None, found.groups()), ""))
        return (" ".join(word for word in words if word.lower() not in _FILLERS), False)
    return None


def env_name(name: str) -> str:
    """The environment variable for a variable of another tool; a name in capitals is kept."""
    return name if re.fullmatch("[A-Z_][A-Z0-9_]{0,99}", name) else variable(name)


def _spelt(value: str) -> str:
    """The bare name of a variable: ``KEY`` for ``$KEY`` and ``${KEY}``."""
    found = _VARIABLE.fullmatch(value)
    return next(filter(None, found.groups()), value) if found else value


def is_secret(place: str, name: str, value: str) -> bool:
    """Whether a value is a secret, by its name or its looks; `place` is header, query, cookie or field."""
    lower = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().removesuffix("[]")
    if _is_key(value) or _is_address_with_key(value):
        return True
    if place == "cookie":
        return bool(_COOKIES.search(lower)) or looks_random(value)
    if _NO_SECRET.search(lower) or (lower.endswith("signature") and " " in value.strip()):
        return False
    if _NAMES.search(lower) or (place == "header" and lower.removeprefix("x-") == "auth"):
        return True
    if _DIGITS.search(lower):
        return bool(re.fullmatch(r"[\d -]{3,23}", value)) or placeholder(value) is not None
    return bool(_KEY.search(lower)) and (looks_random(value) or placeholder(value) is not None)


_LONGEST = 200


def _is_key(value: str) -> bool:
    """Whether a value is a known form of a key, or a line with one in it."""
    is_line = "\n" not in value and len(value) <= _LONGEST
    found = LIVE_KEY.search(value)
    return bool(found) and (is_line or value.startswith(("-----BEGIN ", "eyJ")))


def _is_address_with_key(value: str) -> bool:
    """Whether a value is an address with a password, or with a secret in its query or fragment."""
    if _DSN.fullmatch(value):
        return True
    if not re.match(r"https?://\S+[?#&]\S+$", value):
        return False
    pairs = (part.partition("=") for part in re.split(r"[?#&]", value)[1:])
    return any(word and is_secret("query", unquote(name), unquote(word)) for name, _, word in pairs)


class Secrets:
    """Assigns environment variables to the secrets of one request: different variables to different secrets."""

    def __init__(
        self,
        url: str,
        hint: str = "",
        *,
        keep: bool = False,
        variables: Mapping[str, str] | None = None,
        known: Collection[tuple[str, str]] = (),
        marks: Collection[str] = (),
    ) -> None:
        """Begin without any secret.

        Args:
            url: the address of the request; its host names the service.
            hint: words that name the service if the host does not.
            keep: leave secrets in the text.
            variables: value -> variable's name, for values that the source's own shell would replace; empty if the
                place of the value names it.
            known: place and name of each value that the source declares to be a secret.
            marks: those of `variables` that hold secrets: a text with one in it is a secret as a whole.
        """
        self.service = service(url, hint) or "api"
        self.keep = keep
        self.variables = variables or {}
        self.known = known
        self.marks = marks
        self.notes = Notes()
        self.taken: dict[str, str] = {}

    def hides(self, place: str, name: str, value: str) -> bool:
        """Whether programs read this value from the environment, rather than having it in their text."""
        if value in self.variables or self.marked(value):
            return True
        secret = bool(value) and ((place, name) in self.known or is_secret(place, name, value))
        return secret and not (self.keep and placeholder(value) is None)

    def marked(self, value: str) -> bool:
        """Whether a secret is a part of a text."""
        return any(mark in value for mark in self.marks)

    def blanked(self, place: str, text: str) -> str:
        """A text of which no part can be read from the environment, with a placeholder for each secret in it."""
        for mark in self.marks:
            if mark in text:
                self.notes.add(place, f"{mark} is a secret that cannot be read from the environment here: {BLANKED}")
                text = text.replace(mark, blank(mark) or "YOUR_SECRET")
        return text

    def env(self, place: str, name: str, value: str) -> str:
        """The variable to read in place of a value; empty if the value may stay in the text."""
        return self.always(name, value) if self.hides(place, name, value) else ""

    def always(self, name: str, value: str) -> str:
        """The variable for a value that is known to be a secret."""
        if self.variables.get(value):
            return self._take(self.variables[value], _spelt(value))
        if self.marked(value) and value not in self.variables:
            free = self._take(self._name(name, "", value), value)
            self.notes.add(name, f'"{value}" is read from {free} as a whole: {_WHOLE}')
            return free
        found = placeholder(value)
        if found and found[1]:
            return self._take(found[0], _spelt(value))
        return self._take(self._name(name, found[0] if found else "", value), value)

    def _take(self, name: str, value: str) -> str:
        """Reserve a variable's name for a value; the name gets a number if another value has it already."""
        free, number = name, 1
        while self.taken.setdefault(free, value) != value:
            number += 1
            free = f"{name}_{number}"
        return free

    def _name(self, name: str, words: str, value: str) -> str:
        if words.lower() in ("", "key", "secret", "secret key"):
            words = re.sub(r"(?i)^x[-_]", "", name)
        words = re.sub(r"(?i)api[-_ ]?key", "API KEY", words)
        if words.lower() in ("authorization", "auth"):
            words = "TOKEN" if _TOKENS.match(value) or self.service in _TOKEN_SERVICES else "API KEY"
        return variable(self.service, "API KEY" if words.lower() in ("", "key") else words)

    def authorization(self, name: str, value: str) -> dict[str, Any] | None:
        """A header that holds a secret as an `auth` of the format; None if its value may stay in the text.

        ``Bearer x`` is bearer; ``Basic x`` is basic (RFC 7617) where it can be read; any other scheme is a prefix.
        """
        is_own = name.lower() == "authorization"
        mark = next((one for one in self.marks if value.endswith(one) and value != one), "")
        before = value.removesuffix(mark)
        scheme = _SCHEMES.match(value)
        if mark and not self.marked(before) and not (scheme and scheme[0] == before):
            return {"type": "apikey", "in": "header", "name": name, "prefix": before, "env": self.always(name, mark)}
        found = _SCHEMES.match(value) or (re.match(r"[\w-]+ +(?=\S)", value) if is_own else None)
        rest = value[found.end() :] if found else value
        if self.keep and placeholder(rest) is None and value not in self.variables:
            return None
        if found and is_own:
            if found[0] == "Bearer ":
                return {"type": "bearer", "env": self.always(name, rest)}
            decoded = _decoded(rest) if found[0] == "Basic " else None
            if decoded:
                return self.basic(*decoded)
        env = self.always(name, rest)
        prefix = {"prefix": found[0]} if found else {}
        return {"type": "apikey", "in": "header", "name": name, **prefix, "env": env}

    def basic(self, user: str, password: str) -> dict[str, Any]:
        """Basic authentication as an `auth` of the format; a user without a password is a key, as in some services."""
        hidden = not password or placeholder(user) is not None or bool(LIVE_KEY.fullmatch(user))
        who: str | dict[str, str] = user
        if user and (hidden or user in self.variables):
            who = {"env": self.always("user" if password else "API KEY", user)}
        return {
            "type": "basic",
            "user": who,
            "password": {"env": self.always("password", password)} if password else "",
        }


def _decoded(text: str) -> tuple[str, str] | None:
    """User and password from the text of a Basic header; None if encoding them would not give that text again."""
    try:
        both = base64.b64decode(text, validate=True).decode()
    except ValueError:
        return None
    user, colon, password = both.partition(":")
    same = colon and base64.b64encode(both.encode()).decode() == text
    return (user, password) if same else None
