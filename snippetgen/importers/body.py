"""The body of a foreign request -> the body and the body parameters of a spec."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote_to_bytes

from snippetgen.data import paths, yamltext
from snippetgen.data.jsontext import dumps, read_json
from snippetgen.data.number import Number
from snippetgen.errors import Refused, SpecError
from snippetgen.http import DEFAULT_MEDIA_TYPES, charset, other_charset
from snippetgen.importers import keytexts
from snippetgen.importers.address import append
from snippetgen.importers.naming import blank
from snippetgen.importers.notes import Note, Notes
from snippetgen.importers.secrets import BLANKED, Secrets, is_secret
from snippetgen.spec.parameters import member

if TYPE_CHECKING:
    from snippetgen.data.paths import Step


class Raw(NamedTuple):
    """A body as it is sent; bytes that are not UTF-8 are surrogates in the text (PEP 383).

    Attributes:
        is_decoded: whether the source has decoded it already, as its media type says.
    """

    text: str
    is_decoded: bool = False


class Form(NamedTuple):
    """The fields of an HTML form: decoded names and values, in order."""

    pairs: tuple[tuple[str, str], ...]


class Part(NamedTuple):
    """A part of a multipart body: a text, or the bytes of the file at `file`."""

    name: str
    value: str = ""
    file: str = ""
    filename: str = ""
    media_type: str = ""


class Multipart(NamedTuple):
    parts: tuple[Part, ...]


class FromFile(NamedTuple):
    """A body whose bytes a program reads from a file."""

    path: str


Content = Raw | Form | Multipart | FromFile | None


@dataclass(slots=True)
class Spelt:
    """A body in the words of a spec: the value of the key ``body``, the body parameters, and notes on changes."""

    body: dict[str, Any] = field(default_factory=dict)
    params: list[dict[str, Any]] = field(default_factory=list)
    notes: Notes = field(default_factory=Notes)


def spell(content: Content, media_type: str, secrets: Secrets) -> Spelt:
    """Put a foreign body into the words of the spec format.

    Raises:
        Refused: the body is not UTF-8 text.
    """
    if content is None:
        return Spelt()
    if isinstance(content, FromFile):
        return Spelt({"type": "file", "file": content.path, **_media_type("file", media_type)})
    if isinstance(content, Multipart):
        return _multipart(content.parts, secrets)
    if isinstance(content, Form):
        return _form(content.pairs, media_type, secrets)
    return _raw(content, media_type, secrets)


def essence(media_type: str) -> str:
    """A media type without its parameters, in lower case (https://mimesniff.spec.whatwg.org/#mime-type-essence)."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Whether a media type means JSON (RFC 6839 for ``+json``)."""
    kind = essence(media_type)
    return kind in ("application/json", "text/json") or kind.endswith("+json")


def _media_type(kind: str, written: str) -> dict[str, str]:
    return {"media_type": written} if written and written != DEFAULT_MEDIA_TYPES[kind] else {}


def _decoded(content: Raw, media_type: str) -> str:
    """The text of a body, whose bytes are those of the charset that its media type names, else of UTF-8."""
    if content.is_decoded:
        return content.text
    named = charset(media_type) or "utf-8"
    try:
        return content.text.encode("utf-8", "surrogateescape").decode(named)
    except (UnicodeError, LookupError):
        what = "UTF-8" if named.lower() == "utf-8" else named
        raise Refused(f"the body is not {what} text (save its bytes in a file, and send the file)") from None


def _raw(content: Raw, media_type: str, secrets: Secrets) -> Spelt:
    text = _decoded(content, media_type)
    try:
        is_other = bool(other_charset(text, media_type))
    except ValueError as error:
        raise Refused(str(error)) from None
    kind = essence(media_type)
    data = json_data(text) if is_json(media_type) and not is_other else None
    if data:
        return _json(data[0], media_type, secrets)
    if kind == "application/x-www-form-urlencoded":
        pairs = form_pairs(text)
        if pairs is not None:
            return _form(pairs, media_type, secrets)
    if kind == "multipart/form-data":
        parts = multipart_parts(text, media_type)
        if parts:
            spelt = _multipart(parts, secrets)
            files = ", ".join(one.file for one in parts if one.file)
            spelt.notes += [Note("", f"the program sends the files {files}: place them next to it")] if files else []
            return spelt
    notes = Notes()
    text = secrets.blanked("body", text)
    if not secrets.keep:
        _tell(notes, "body", text)
    return Spelt({"type": "text", **_media_type("text", media_type), "example": text}, notes=notes)


_STAYS = "looks like a secret, and stays in the program: only a whole value can be read from the environment"


def _tell(notes: Notes, place: str, text: str) -> None:
    for name in keytexts.named(text):
        notes.add(f"{place}: {name}" if place else name, _STAYS)


# -- JSON --------------------------------------------------------------------------------------------------------------


def json_data(text: str) -> list[Any] | None:
    """The value of a JSON text, in a list of one; None if a spec cannot hold it.

    That is text that is not JSON, has a duplicate name, or an unpaired surrogate.
    """
    try:
        data = read_json(text, "")
        json.loads(text, object_pairs_hook=_distinct)
        size, depth = measure(data)
    except (SpecError, ValueError, ArithmeticError):
        return None
    return [data] if size < yamltext.MAX_NODES // 2 and depth < yamltext.MAX_DEPTH - 10 else None


def _distinct(pairs: list[tuple[str, Any]]) -> None:
    names = [name for name, _ in pairs]
    if len(set(names)) < len(names):
        raise ValueError


def measure(data: Any) -> tuple[int, int]:
    """The number of values in JSON data, and the depth of its nesting.

    Raises:
        UnicodeEncodeError: a text contains an unpaired surrogate.
    """
    size, depth, todo = 0, 0, [(data, 1)]
    while todo:
        value, level = todo.pop()
        size, depth = size + 1, max(depth, level)
        if isinstance(value, dict):
            "".join(value).encode()
            todo += [(one, level + 1) for one in value.values()]
        elif isinstance(value, list):
            todo += [(one, level + 1) for one in value]
        elif isinstance(value, str):
            value.encode()
    return size, depth


def _json(data: Any, media_type: str, secrets: Secrets) -> Spelt:
    """A JSON body: members of an object become parameters, any other value the example.

    Programs read variables and secrets in the data from the environment.
    """
    spelt = Spelt({"type": "json", **_media_type("json", media_type)})
    hider = _Hider(spelt.notes, secrets)
    data, found = hider.without(data), hider.found
    if isinstance(data, dict) and data:
        spelt.params = [member(name, value) for name, value in data.items()]
        top = {steps[0]: env for steps, env in found if len(steps) == 1}
        for (name, _), param in zip(data.items(), spelt.params, strict=True):
            if name in top:
                del param["example"]
                param["env"] = top[name]
    else:
        spelt.body["example"] = data
    for steps, env in found:
        if len(steps) > 1 or not isinstance(data, dict):
            spelt.params.append({"name": paths.written(*steps), "in": "body", "env": env})
    spelt.body = spelt.body if len(spelt.body) > 1 else {}
    return spelt


_LONGEST = 200
"""The longest text that is read from the environment only because a secret is a part of it, in characters."""


class _Hider:
    """Takes the secrets out of JSON data.

    Attributes:
        found: the path of each, and the environment variable to read in its place.
    """

    def __init__(self, notes: Notes, secrets: Secrets) -> None:
        self.notes, self.secrets = notes, secrets
        self.found: list[tuple[tuple[Step, ...], str]] = []

    def without(self, data: Any, steps: tuple[Step, ...] = ()) -> Any:
        """The data with an empty text in place of each secret."""
        if isinstance(data, dict):
            named = {self.secrets.blanked("body", key): value for key, value in data.items()}
            return {key: self.without(value, (*steps, key)) for key, value in named.items()}
        if isinstance(data, list):
            return [self.without(value, (*steps, index)) for index, value in enumerate(data)]
        name = next((step for step in reversed(steps) if isinstance(step, str)), "")
        if isinstance(data, str):
            return self._text(data, name, steps)
        is_number = isinstance(data, int | Number) and not isinstance(data, bool)
        if is_number and not self.secrets.keep and is_secret("field", name, dumps(data)):
            self.notes.add(paths.written(*steps), "may be a secret, and stays in the program, because it is a number")
        return data

    def _text(self, data: str, name: str, steps: tuple[Step, ...]) -> str:
        is_long = "\n" in data or len(data) > _LONGEST
        whole = steps and not (is_long and self.secrets.marked(data))
        if not steps and data in self.secrets.variables:
            self.notes.add("body", f"{data} is the whole body, which is not read from the environment: {BLANKED}")
            return blank(data) or "YOUR_VALUE"
        if data in self.secrets.variables or (whole and self.secrets.hides("field", name, data)):
            self.found.append((steps, self.secrets.always(name, data)))
            return ""
        data = self.secrets.blanked(paths.written(*steps), data)
        if not self.secrets.keep:
            _tell(self.notes, paths.written(*steps), data)
        return data


# -- forms -------------------------------------------------------------------------------------------------------------

_FIELD = re.compile(r"[^\s<>{}\"\\^`|&=]+")


def form_pairs(text: str) -> tuple[tuple[str, str], ...] | None:
    """The fields of application/x-www-form-urlencoded; None if encoding them again would give other bytes.

    See https://url.spec.whatwg.org/#urlencoded-parsing. None as well for JSON or XML that is declared as a form.
    """
    pairs = [part.partition("=") for part in text.split("&")] if text else []
    if not all(sign and _FIELD.fullmatch(name) for name, sign, _ in pairs) or json_data(text):
        return None
    try:
        return tuple((_form_text(name), _form_text(value)) for name, _, value in pairs)
    except UnicodeDecodeError:
        return None


def _form_text(raw: str) -> str:
    return unquote_to_bytes(raw.replace("+", " ")).decode()


def _form(pairs: tuple[tuple[str, str], ...], media_type: str, secrets: Secrets) -> Spelt:
    spelt = Spelt({"type": "form", **_media_type("form", media_type)})
    for name, value in pairs:
        if not name:
            spelt.notes.append(Note("", f'a field without a name, "{value}", is left out'))
            continue
        env = secrets.env("field", name, value)
        append(spelt.params, {"name": name, "in": "body", **({"env": env} if env else {"example": value})})
    return spelt


# -- multipart ---------------------------------------------------------------------------------------------------------


def _multipart(parts: tuple[Part, ...], secrets: Secrets) -> Spelt:
    spelt = Spelt({"type": "multipart"})
    for part in parts:
        param: dict[str, Any] = {"name": part.name, "in": "body"}
        if part.file:
            param |= {"type": "file", "example": part.file}
            own = part.file.rpartition("/")[2]
            param |= {"filename": part.filename} if part.filename and part.filename != own else {}
        else:
            env = secrets.env("field", part.name, part.value)
            param |= {"env": env} if env else {"example": part.value}
        param |= {"media_type": part.media_type} if part.media_type else {}
        spelt.params.append(param)
    return spelt


def multipart_parts(text: str, media_type: str) -> tuple[Part, ...] | None:
    """The parts of a multipart/form-data body (RFC 7578) given as text; None if it cannot be parsed."""
    found = re.search(r'boundary="?([^";\s]+)"?', media_type)
    if not found:
        return None
    pieces = re.split(rf"(?:^|\r?\n)--{re.escape(found[1])}", text)
    if len(pieces) < 3 or pieces[0].strip() or not pieces[-1].startswith("--"):  # noqa: PLR2004
        return None
    parts = [_part(piece) for piece in pieces[1:-1]]
    return None if None in parts else tuple(part for part in parts if part)


def _part(piece: str) -> Part | None:
    head, found, value = re.sub(r"^[ \t]*\r?\n", "", piece).replace("\r\n\r\n", "\n\n", 1).partition("\n\n")
    headers = dict(re.findall(r"(?m)^([\w-]+):[ \t]*(.*?)\r?$", head))
    headers = {name.lower(): value for name, value in headers.items()}
    labels = dict(re.findall(r';\s*(name|filename)="([^"]*)"', headers.pop("content-disposition", "")))
    media_type = headers.pop("content-type", "")
    if not found or headers or "name" not in labels:
        return None
    if "filename" in labels:
        return Part(labels["name"], file=labels["filename"] or "file", media_type=media_type)
    return Part(labels["name"], value, media_type=media_type)
