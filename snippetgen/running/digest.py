"""The server's side of HTTP digest authentication (RFC 7616): its challenge, and what is wrong with an answer to it."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING
from urllib.request import parse_http_list, parse_keqv_list

if TYPE_CHECKING:
    from snippetgen.running.answers import Recorded

_HASHES = {"MD5": hashlib.md5, "SHA-256": hashlib.sha256}

_FIXED = {"realm": "snippetgen mock", "opaque": "as it is", "qop": "auth"}


def challenge(nonce: str, algorithm: str) -> str:
    """The value of WWW-Authenticate (RFC 7616, section 3.3), with the algorithm MD5 or SHA-256."""
    fixed = ", ".join(f'{name}="{value}"' for name, value in _FIXED.items())
    return f'Digest {fixed}, nonce="{nonce}", algorithm={algorithm}, charset=UTF-8'


def fault(recorded: Recorded, user: str | None, password: str | None, challenged: dict[str, str] | None = None) -> str:
    """What is wrong with a request's answer to a challenge (RFC 7616, section 3.4); empty if nothing is.

    Args:
        user: None, as `password`, where it is not known: the hash is not checked then.
        challenged: nonce and algorithm of the challenge, where they are known.
    """
    values = recorded.all("authorization")
    if len(values) != 1 or not values[0].lower().startswith("digest "):
        return "HTTP digest authentication is missing"
    try:
        said = parse_keqv_list(parse_http_list(values[0].partition(" ")[2]))
    except (ValueError, IndexError):
        return "the header Authorization cannot be read"
    algorithm = said.setdefault("algorithm", "MD5")
    expected = {**_FIXED, "uri": recorded.target, **(challenged or {})}
    for name, value in expected.items():
        if said.get(name) != value:
            return f"in HTTP digest authentication, {name} is {said.get(name)!r}, not {value!r}"
    if algorithm not in _HASHES or not re.fullmatch("[0-9a-fA-F]{8}", said.get("nc", "")) or not said.get("cnonce"):
        return "in HTTP digest authentication, algorithm, nc or cnonce is missing or wrong"
    if user is None or password is None:
        return ""
    same = said.get("username") == user and said.get("response") == response(said, recorded.method, user, password)
    return "" if same else "user name or password is wrong"


def response(said: dict[str, str], method: str, user: str, password: str) -> str:
    """The hash that shows that a client knows the password (RFC 7616, section 3.4.1).

    Args:
        said: the other parameters of the header.
    """

    def digest(*texts: str) -> str:
        return _HASHES[said["algorithm"]](":".join(texts).encode()).hexdigest()

    who, what = digest(user, said["realm"], password), digest(method, said["uri"])
    return digest(who, said.get("nonce", ""), said["nc"], said["cnonce"], said["qop"], what)
