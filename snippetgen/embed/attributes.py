"""The attributes of a marker, a directive or a fence, parsed and checked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from snippetgen.errors import DocumentError, Mistake, suggest
from snippetgen.rendering.look import INDENTS
from snippetgen.rendering.regions import PARTS
from snippetgen.request.choices import Choices
from snippetgen.spec.format import ENV_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable

ATTRIBUTES = {
    "spec": "a spec or an OpenAPI description, relative to the document",
    "operation": "which operation of a description: its operationId, or 'POST /pets'",
    "auth": "which security scheme of a description, where several are possible",
    "env": "the environment variable to read the key of a description from",
    "lang": "languages or targets, such as python,java/okhttp; all: those of the project, else one for each language",
    "client": "the client, if lang names one language",
    "stream": "true: the program that prints a streamed response as it arrives",
    "server": "one of the spec's servers, or a base address",
    "example": "one of the spec's named examples",
    "set": "a change of a parameter, PATH=VALUE (can be repeated)",
    "set-new": "like set, for what the spec does not describe (can be repeated)",
    "locale": "the language of titles and comments: en, zh, …",
    "tabs": "how several programs are shown",
    "title": "a title of the code; {file} in it is the program's file name",
    "indent": "the width of indentation in the program: 1 to 8 columns, or tab",
    "prefix": "columns before each line, instead of the marker's own indentation",
    "header": "false: without the title and how to install and run the program",
    "comments": "true: a short comment above each step of the program",
    "timeout": "seconds that the program waits, instead of the spec's",
    "part": "; ".join(f"{part}: {meaning}" for part, meaning in PARTS.items()),
}
"""Every attribute, and its meaning for users."""

_PAIR = re.compile(r"""\s*(?P<name>[^\s=]+)(?P<sign>=?)(?P<value>"[^"]*"|'[^']*'|[^\s"'](?:[^\s"]|"[^"]*")*|)""")
_WORDS = {"true": True, "yes": True, "false": False, "no": False}
_FORMS = {
    **dict.fromkeys(("stream", "header", "comments"), ("|".join(_WORDS), "not true or false")),
    "prefix": (r"\d{1,2}", "not a number of columns (0 to 99)"),
    "indent": ("|".join(INDENTS), "not 1 to 8 columns, or tab (prefix= moves every line)"),
    "timeout": (r"[1-9]\d{0,8}", "not a number of seconds"),
    "env": (ENV_NAME, "not the name of an environment variable (write API_KEY)"),
}
"""How the value of an attribute is written, and what is said of any other."""


class MarkerOptions(NamedTuple):
    """The programs that a marker asks for, and how to show them.

    Attributes:
        spec: the file as written, relative to the document.
        prefix: a number of columns; None to indent like the marker.
        indent: as in `Look`; empty for the default.
        auth, env: as the options of `snippetgen render`, for a file that is not a spec.
        header, comments: as in `Look`; None for the default.
    """

    spec: str
    operation: str = ""
    lang: str = ""
    choices: Choices = Choices()
    locale: str = ""
    tabs: str = ""
    title: str = ""
    prefix: int | None = None
    part: str = ""
    indent: str = ""
    header: bool | None = None
    comments: bool | None = None
    auth: str = ""
    env: str = ""


def parse_pairs(text: str, file: str, line: int, column: int = 1) -> list[tuple[str, str]]:
    """The attributes in ``spec=chat.yaml title="Two words"``.

    Args:
        file, line, column: the place of the text, for messages; counted from 1.

    Raises:
        DocumentError: a part of the text is not an attribute.
    """
    result: list[tuple[str, str]] = []
    at, text = 0, text.rstrip()
    while at < len(text):
        match = _PAIR.match(text, at)
        if not match or not match["sign"] or not match["value"]:
            rest = text[at:].lstrip()
            what = f'"{rest.split()[0]}" is not an attribute (write name=value, in quotes if it contains a space)'
            raise DocumentError([Mistake(file, line, column + len(text) - len(rest), "", what)])
        value = match["value"]
        quoted = value[0] in "\"'" and value[-1] == value[0] and len(value) > 1
        result.append((match["name"], value[1:-1] if quoted else value.replace('"', "")))
        at = match.end()
    return result


def parse_options(given: Iterable[tuple[str, str]], file: str, line: int, column: int = 1) -> MarkerOptions:
    """Check attributes, and put them together.

    Args:
        file, line, column: the place of the attributes, for messages; counted from 1.

    Raises:
        DocumentError: an attribute is unknown, repeated or wrong, or spec is missing; all mistakes at once.
    """
    found: dict[str, str] = {}
    sets: dict[str, list[str]] = {"set": [], "set-new": []}
    faults: list[str] = []
    for name, value in given:
        if name in sets:
            sets[name].append(value)
        elif name not in ATTRIBUTES:
            faults.append(f'unknown attribute "{name}" ({suggest(name, ATTRIBUTES)})')
        elif name in found:
            faults.append(f"{name}: given twice")
        else:
            found[name] = value
    faults += _faults(found)
    if faults:
        raise DocumentError(Mistake(file, line, column, "", one) for one in faults)
    choices = Choices(
        server=found.get("server", ""),
        example=found.get("example", ""),
        sets=tuple(sets["set"]),
        new_sets=tuple(sets["set-new"]),
        stream=_WORDS[found.get("stream", "false")],
        timeout=int(found.get("timeout", 0)),
    )
    return MarkerOptions(
        spec=found["spec"],
        operation=found.get("operation", ""),
        lang=_lang(found),
        choices=choices,
        locale=found.get("locale", ""),
        tabs=found.get("tabs", ""),
        title=found.get("title", ""),
        prefix=int(found["prefix"]) if "prefix" in found else None,
        part=found.get("part", ""),
        indent=found.get("indent", ""),
        header=_WORDS[found["header"]] if "header" in found else None,
        comments=_WORDS[found["comments"]] if "comments" in found else None,
        auth=found.get("auth", ""),
        env=found.get("env", ""),
    )


def _lang(found: dict[str, str]) -> str:
    lang, client = found.get("lang", ""), found.get("client", "")
    return f"{lang}/{client}" if client else lang


def _faults(found: dict[str, str]) -> Iterable[str]:
    if not found.get("spec"):
        yield "spec: is missing (write spec=chat.yaml, relative to the document)"
    if "\0" in found.get("spec", ""):
        yield "spec: a file name cannot contain NUL"
    for name, (pattern, what) in _FORMS.items():
        if name in found and not re.fullmatch(pattern, found[name]):
            yield f'{name}: "{found[name]}" is {what}'
    if found.get("client") and not re.fullmatch(r"[^,/]+", found.get("lang", "")):
        yield "client: needs one language, such as lang=java client=okhttp"
    if re.search(r"[`\"\n{}]", found.get("title", "").replace("{file}", "")):
        yield "title: cannot contain quotation marks, backquotes or braces (except {file})"
