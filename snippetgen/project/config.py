"""The configuration of a project, in snippetgen.yaml or as [tool.snippetgen] of pyproject.toml."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from snippetgen import spec
from snippetgen.basics import files
from snippetgen.data import schema, yamltext
from snippetgen.data.schema import BOOL, TEXT, Either, Key, Keys, ListOf, Scalar
from snippetgen.embed.tabs import STYLES
from snippetgen.errors import ConfigError, Mistake, SpecError
from snippetgen.importers.model import Options
from snippetgen.project import sites
from snippetgen.rendering.look import Look
from snippetgen.request.choices import Choices
from snippetgen.spec.format import ENV

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NAMES = ("snippetgen.yaml", "snippetgen.yml", "pyproject.toml")
"""The names of configuration files, which are looked for in the current folder and then in those above it."""

_LABEL = Scalar(pattern=r"""[^"'`<>{}\[\]\n]+""", what="a label without quotes and brackets")
_TARGET = Either(
    scalar=TEXT,
    mapping=Keys({
        "target": Key(TEXT, "a language or a target, such as node or java/okhttp", required=True),
        "label": Key(_LABEL, "the label of its tab"),
    }),
)
_TARGETS = Either(scalar=Scalar(words=("all", "default")), sequence=ListOf(_TARGET))
_WORDS = Either(scalar=TEXT, sequence=ListOf(TEXT))

_SENT = {
    "required_only": Key(BOOL, "send only what is required"),
    "all_members": Key(BOOL, "send every member that a body may have, instead of what a user would send"),
    "auth": Key(TEXT, "the security scheme to use, where several are possible"),
    "env": Key(ENV, "the environment variable to read the key from"),
}

_SOURCE = Keys({
    "file": Key(TEXT, "an OpenAPI description, a HAR or a Postman collection", required=True),
    "operations": Key(ListOf(TEXT), "only these operations: operationId, or POST /pets"),
    "tags": Key(ListOf(TEXT), "only operations with one of these tags"),
    "match": Key(ListOf(TEXT), "only operations whose name matches one of these globs"),
    "content_type": Key(TEXT, "the Content-Type of the body, if there are several"),
    "keep_secrets": Key(BOOL, "keep keys and passwords from the source as they are"),
    **_SENT,
})

_REQUEST = {
    "server": Key(TEXT, "one of the specs' servers, or a base address"),
    "example": Key(TEXT, "one of the specs' named examples"),
    "set": Key(ListOf(TEXT), "changes of parameters, PATH=VALUE"),
    "set_new": Key(ListOf(TEXT), "changes that may add what a spec does not describe, PATH=VALUE"),
}

_LOOK = {
    "timeout": Key(Scalar("int", minimum=1), "seconds that a program waits, instead of the spec's"),
    "indent": Key(Scalar("word", pattern="[1-8]|tab", what="1 to 8, or tab"), "the width of indentation, or tab"),
    "header": Key(BOOL, "whether programs begin with their title and how to run them (default: true)"),
    "comments": Key(BOOL, "whether each step of a program has a comment (default: in tutorials alone)"),
}

_SNIPPETS = Keys({
    "out": Key(TEXT, "the folder; a program is <spec>/<language>-<client>[-stream].<ext> in it", required=True),
    "targets": Key(_TARGETS, "instead of the project's"),
    "stream": Key(BOOL, "the streamed programs, for endpoints that stream"),
    "locale": Key(TEXT, "instead of the project's"),
    **_REQUEST,
    **_LOOK,
})

_INJECT = Keys({
    "document": Key(TEXT, "the OpenAPI description to write code samples into", required=True),
    "targets": Key(_TARGETS, "instead of the project's"),
    "field": Key(Scalar(words=("x-codeSamples", "x-readme", "x-fern")), "default: x-codeSamples"),
    "stream": Key(BOOL, "the streamed programs"),
    "locale": Key(TEXT, "instead of the project's"),
    **_SENT,
    **_REQUEST,
    **_LOOK,
})

_PAGES = Keys({
    "out": Key(TEXT, "the folder; a page is <spec>[.<locale>].<ext> in it", required=True),
    "kind": Key(Scalar(words=("tutorial", "reference")), "default: tutorial"),
    "format": Key(Scalar(words=("md", "html")), "default: md"),
    "targets": Key(_TARGETS, "instead of the project's"),
    "locales": Key(ListOf(TEXT), "instead of the project's"),
    **_REQUEST,
    **_LOOK,
})

CONFIG = Keys({
    "specs": Key(
        Either(scalar=TEXT, sequence=ListOf(Either(scalar=TEXT, mapping=_SOURCE))),
        "spec files, folders, globs, or OpenAPI descriptions (default: the folder specs)",
    ),
    "templates": Key(TEXT, "a folder with your own templates"),
    "targets": Key(_TARGETS, "languages and clients, in the order shown; all, or default: one for each language"),
    "locale": Key(TEXT, "the language of titles and comments (default: en)"),
    **_LOOK,
    "tabs": Key(Scalar(words=tuple(STYLES)), "how documents show several programs (default: none)"),
    "docs": Key(_WORDS, "documents with markers to fill: files, folders, globs"),
    "snippets": Key(ListOf(_SNIPPETS), "programs as files"),
    "inject": Key(ListOf(_INJECT), "programs in OpenAPI descriptions"),
    "pages": Key(ListOf(_PAGES), "tutorials and references"),
    "site": Key(sites.keys(Key(_TARGETS, "instead of the project's"), _LOOK), "a directory of all endpoints"),
})
"""The format of a configuration; paths in it are relative to its folder."""


class Sources(NamedTuple):
    """A source of endpoints: a word as on the command line, and for a foreign source, the endpoints to use."""

    word: str
    operations: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    match: tuple[str, ...] = ()
    options: Options = Options()


class Snippets(NamedTuple):
    """Programs to write as files below `out`; `lang` is written as for --lang, or all, or default."""

    out: str
    lang: str
    choices: Choices
    locale: str
    look: Look = Look()


class Inject(NamedTuple):
    """Programs to write into an OpenAPI description."""

    document: str
    lang: str
    field: str
    choices: Choices
    locale: str
    options: Options
    look: Look = Look()


class Pages(NamedTuple):
    """Pages to write below `out`, one for each endpoint."""

    out: str
    kind: str
    form: str
    lang: str
    choices: Choices
    locales: tuple[str, ...]
    look: Look = Look()


class Config(NamedTuple):
    """The configuration of a project, with defaults filled in.

    Attributes:
        file: the configuration file, as it is shown to the user.
        root: its folder; all paths below already include it.
        lang: the targets, written as for --lang; or all, or default.
        labels: target, as the user wrote it -> label of its tab.
        tabs: the tab style; empty if none is set, so that each tool may choose.
        text: the text of the configuration, on which all built files depend.
    """

    file: str
    root: str
    sources: tuple[Sources, ...]
    templates: str
    lang: str
    labels: Mapping[str, str]
    locale: str
    tabs: str
    docs: tuple[str, ...]
    snippets: tuple[Snippets, ...]
    inject: tuple[Inject, ...]
    pages: tuple[Pages, ...]
    text: str
    look: Look = Look()
    timeout: int = 0
    site: sites.Site | None = None


def find(start: Path) -> Path | None:
    """The configuration file for a folder: in the folder itself, or in the nearest folder above it; None without.

    The search ends at the top of a checkout, and at the user's home.

    Raises:
        ConfigError: the file may be somebody else's, and its templates would run as code.
    """
    home = Path("~").expanduser()
    for folder in (start, *start.parents):
        for name in NAMES:
            path = folder / name
            if path.is_file() and (name != "pyproject.toml" or "[tool.snippetgen" in _text(path)):
                refuse_foreign(path, start)
                return path
        if folder == home or files.is_top(folder):
            break
    return None


def refuse_foreign(path: Path, start: Path) -> None:
    """Raise ConfigError unless a file or folder belongs to the user, to root or to the owner of the folder `start`.

    Git decides in this way whether to trust a repository (https://git-scm.com/docs/git-config, ``safe.directory``).
    """
    if not hasattr(os, "geteuid") or not path.exists():
        return
    trusted = {os.geteuid(), 0, start.stat().st_uid}
    if {path.stat().st_uid, path.lstat().st_uid} - trusted:
        shown = os.path.relpath(path)
        what = "belongs to another user, and templates are code: not read (copy it, or make it yours with chown)"
        raise ConfigError(f"{shown}: {what}")


def load(path: Path) -> Config:
    """Read a configuration file.

    Raises:
        ConfigError: every mistake in the file.
    """
    path = Path(os.path.relpath(path))
    text = _text(path)
    try:
        data = _toml(text, str(path)) if path.suffix == ".toml" else _checked(text, str(path))
    except ConfigError:
        raise
    except SpecError as error:
        raise ConfigError(error.mistakes) from None
    return _config(data, path, text)


def _text(path: Path) -> str:
    try:
        return spec.decode(path.read_bytes(), str(path))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from None
    except SpecError as error:
        raise ConfigError(error.mistakes) from None


def _checked(text: str, file: str) -> dict[str, Any]:
    data, report = schema.read(text, file, CONFIG)
    report.stop()
    return dict(data)


def _toml(text: str, file: str) -> dict[str, Any]:
    try:
        table = tomllib.loads(text).get("tool", {}).get("snippetgen")
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line, column = map(int, where.groups()) if where else (0, 0)
        raise ConfigError([Mistake(file, line, column, "", f"not TOML: {str(error).partition(' (at')[0]}")]) from None
    if table is None:
        raise ConfigError(f"{file}: contains no [tool.snippetgen]")
    try:
        return _checked(yamltext.dump(table), file)
    except SpecError as error:
        raise ConfigError(_in_toml(one, text) for one in error.mistakes) from None


def _in_toml(mistake: Mistake, text: str) -> Mistake:
    """A mistake placed at its key in the TOML text."""
    lines = text.splitlines()
    head = next(number for number, line in enumerate(lines, 1) if "tool.snippetgen" in line)
    for key in reversed(re.findall(r"[\w-]+(?=[.\[]|$)", mistake.path)):
        pattern = re.compile(rf"\s*(?:\[+.*)?(?<![\w-]){re.escape(key)}(?![\w-])\s*(?:=|\]|\.)")
        found = next((at for at, line in enumerate(lines[head - 1 :], head) if pattern.match(line)), 0)
        if found:
            return Mistake(mistake.file, found, 1, mistake.path, mistake.text)
    return Mistake(mistake.file, head, 1, mistake.path, mistake.text)


# -- data -> Config ----------------------------------------------------------------------------------------------------


def _config(data: dict[str, Any], path: Path, text: str) -> Config:
    root = os.path.relpath(path.parent)
    lang, labels = _targets(data.get("targets", "default"))
    locale = data.get("locale", "en")

    def at(word: str) -> str:
        return os.path.normpath(os.path.join(root, word))  # noqa: PTH118 - texts, which may be globs

    templates = at(data["templates"]) if "templates" in data else ""
    wanted = data.get("site")
    given = data.get("specs", ["specs"] if Path(at("specs")).is_dir() else [])
    return Config(
        file=str(path),
        root=root,
        sources=tuple(_source(one, at) for one in ([given] if isinstance(given, str) else given)),
        templates=templates,
        lang=lang,
        labels=labels,
        locale=locale,
        tabs=data.get("tabs", ""),
        docs=tuple(map(at, _as_list(data.get("docs", [])))),
        snippets=tuple(
            Snippets(at(one["out"]), _lang(one, lang), _choices(one, data), one.get("locale", locale), _look(one, data))
            for one in data.get("snippets", ())
        ),
        inject=tuple(
            Inject(
                at(one["document"]),
                _lang(one, lang),
                one.get("field", "x-codeSamples"),
                _choices(one, data),
                one.get("locale", locale),
                Options.of(one)._replace(fields=False),
                _look(one, data),
            )
            for one in data.get("inject", ())
        ),
        pages=tuple(
            Pages(
                at(one["out"]),
                one.get("kind", "tutorial"),
                one.get("format", "md"),
                _lang(one, lang),
                _choices(one, data),
                tuple(one.get("locales", [locale])),
                _look(one, data, comments=True),
            )
            for one in data.get("pages", ())
        ),
        text=text,
        look=_look(data, data),
        timeout=data.get("timeout", 0),
        site=sites.site(wanted, at(wanted["out"]), _lang(wanted, lang), _look(wanted, data), templates)
        if wanted
        else None,
    )


def for_site(words: Sequence[str], said: Mapping[str, Any], templates: Path | None, known: Config | None) -> Config:
    """A configuration that has but a directory: of the specs that words name, or of those of a known one.

    Args:
        said: attributes of `sites.Site`, which replace those of the known one.
    """
    before = known.site if known and known.site else sites.Site("site", "default")
    made = before._replace(**said)
    made = made._replace(templates=str(templates)) if templates else made
    start = known or Config("", ".", (), "", "default", {}, "en", "", (), (), (), (), "")
    sources = tuple(map(Sources, words)) if words else start.sources or (Sources(files.DEFAULT),)
    kept = start._replace(templates=made.templates, docs=(), snippets=(), inject=(), pages=(), site=made)
    return kept._replace(sources=sources, text=f"{start.text}\0site {made!r}")


def _as_list(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _targets(given: Any) -> tuple[str, dict[str, str]]:
    """The targets, written as for --lang, and a map of target -> label."""
    if isinstance(given, str):
        return given, {}
    words = [one if isinstance(one, str) else one["target"] for one in given]
    labels = {one["target"]: one["label"] for one in given if isinstance(one, dict) and "label" in one}
    return ",".join(words), labels


def _lang(one: dict[str, Any], lang: str) -> str:
    return _targets(one["targets"])[0] if "targets" in one else lang


def _choices(one: dict[str, Any], project: dict[str, Any]) -> Choices:
    return Choices(
        server=one.get("server", ""),
        example=one.get("example", ""),
        sets=tuple(one.get("set", ())),
        new_sets=tuple(one.get("set_new", ())),
        stream=bool(one.get("stream", False)),
        timeout=one.get("timeout", project.get("timeout", 0)),
    )


def _look(one: dict[str, Any], project: dict[str, Any], *, comments: bool = False) -> Look:
    given = {**project, **one}
    return Look(str(given.get("indent", "")), given.get("header", True), given.get("comments", comments))


def _source(one: Any, at: Any) -> Sources:
    if isinstance(one, str):
        return Sources(at(one))
    operations, tags, match = (tuple(one.get(key, ())) for key in ("operations", "tags", "match"))
    return Sources(at(one["file"]), operations, tags, match, Options.of(one))
