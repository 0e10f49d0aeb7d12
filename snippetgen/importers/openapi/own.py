"""``x-snippetgen``: facts in our own exports that OpenAPI has no words for, such as environment variables.

A security scheme has ``{env: NAME}``, ``{env: NAME, prefix: "Token "}`` or ``{user: …, password: …}``, as the ``auth``
of a spec, and perhaps its ``url``; a parameter ``{env: NAME}``, or ``{allow_reserved: true}`` in a path; a media type
``{env: {path: NAME}}``, the path as in a spec.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from snippetgen.data import paths
from snippetgen.spec.format import ENV_NAME

if TYPE_CHECKING:
    from snippetgen.importers.openapi.operation import Data

KEY = "x-snippetgen"


def extension(holder: Data) -> Data:
    found = holder.get(KEY)
    return found if isinstance(found, dict) else {}


def env(holder: Data) -> str:
    """The environment variable that a parameter or a security scheme names; empty if it names none."""
    name = extension(holder).get("env")
    return name if isinstance(name, str) and _is_env(name) else ""


def is_reserved(parameter: Data) -> bool:
    """Whether a path parameter is written as in an address: a key of OpenAPI 3.2, and ours in 3.1."""
    return parameter.get("allowReserved") is True or extension(parameter).get("allow_reserved") is True


def auth(found: Data, scheme: Data) -> Data:
    """An ``auth`` with the variables and the prefix added that its security scheme names."""
    own = extension(scheme)
    found = found | ({"url": own["url"]} if _is_address(own.get("url")) else {})
    if found["type"] in ("basic", "digest"):
        return found | {key: own[key] for key in ("user", "password") if _is_credential(own.get(key))}
    prefix = own.get("prefix")
    more = {"prefix": prefix} if found.get("in") == "header" and _is_text(prefix) else {}
    return found | more | ({"env": env(scheme)} if env(scheme) else {})


def _is_address(value: Any) -> bool:
    return isinstance(value, str) and re.match(r"(?i)https?://[^/?#\s].*\Z", value) is not None


def secret_fields(params: list[Data], holder: Data, value: Any) -> list[Data]:
    """Body parameters, with the secret values among them read from the environment.

    Args:
        holder: the Media Type Object.
        value: the body's data; paths that do not exist in it are ignored.
    """
    names = extension(holder).get("env")
    named = {str(path): name for path, name in names.items() if _is_env(name)} if isinstance(names, dict) else {}
    result = []
    for one in params:
        name = named.pop(one["name"], "")
        result.append({key: kept for key, kept in one.items() if key != "example"} | {"env": name} if name else one)
    return result + [{"name": path, "in": "body", "env": name} for path, name in named.items() if _leads(path, value)]


def _leads(path: str, value: Any) -> bool:
    try:
        paths.get(value, paths.parse(path))
    except (ValueError, LookupError):
        return False
    return True


def _is_env(name: Any) -> bool:
    return isinstance(name, str) and bool(re.fullmatch(ENV_NAME, name))


def _is_text(text: Any) -> bool:
    return isinstance(text, str) and bool(re.fullmatch(r"[\x20-\x7e]+", text))


def _is_credential(one: Any) -> bool:
    return isinstance(one, str) or (isinstance(one, dict) and list(one) == ["env"] and _is_env(one["env"]))
