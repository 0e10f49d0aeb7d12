"""The variable of a request's key, under the name that the user gave it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from snippetgen.importers.notes import Note

if TYPE_CHECKING:
    from snippetgen.importers.model import Imported

Data = dict[str, Any]


def named(found: Imported, name: str) -> Imported:
    """An import whose key is read from the variable `name`: that of its first authentication, else its first secret.

    A user and a password are read from ``NAME_USER`` and ``NAME_PASSWORD``; where only one of the two is a secret, it
    is read from `name`.
    """
    data, auth = found.data, found.data.get("auth")
    if isinstance(auth, list):
        return replace(found, data={**data, "auth": [_auth(auth[0], name), *auth[1:]]})
    if auth and auth["type"] != "none":
        return replace(found, data={**data, "auth": _auth(auth, name)})
    params = list(data.get("params", ()))
    for number, one in enumerate(params):
        if "env" in one:
            params[number] = {**one, "env": name}
            return replace(found, data={**data, "params": params})
    return replace(found, notes=(*found.notes, Note("", f"there is no key that {name} could name")))


def _auth(auth: Data, name: str) -> Data:
    if auth["type"] not in ("basic", "digest"):
        return {**auth, "env": name}
    secret = [key for key in ("user", "password") if isinstance(auth[key], dict)]
    many = len(secret) > 1
    return auth | {key: {"env": f"{name}_{key.upper()}" if many else name} for key in secret}
