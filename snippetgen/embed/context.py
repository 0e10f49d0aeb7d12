"""The attributes of a marker -> the lines between the markers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from snippetgen.embed import tabs
from snippetgen.embed.code import Code
from snippetgen.errors import Refused, SnippetgenError, UnknownTarget
from snippetgen.rendering import locales, programs
from snippetgen.rendering.look import Look

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from snippetgen.embed.attributes import MarkerOptions
    from snippetgen.embed.formats import DocumentFormat
    from snippetgen.languages import Languages, Target
    from snippetgen.rendering.programs import Program
    from snippetgen.spec import Endpoint


class Defaults(NamedTuple):
    """Defaults for attributes that a marker leaves out.

    Attributes:
        lang: targets, written as for --lang; empty for Python.
        labels: target id -> label of its tab.
        timeout: in seconds; 0 for that of each spec.
    """

    lang: str = ""
    tabs: str = "none"
    locale: str = "en"
    labels: Mapping[str, str] = {}
    look: Look = Look()
    timeout: int = 0


class ReadEndpoint(Protocol):
    """Reads an endpoint from a spec file, or from a foreign file and the name of an operation.

    Raises SpecError or Refused if there is none.
    """

    def __call__(self, path: Path, operation: str = "", *, auth: str = "", env: str = "") -> Endpoint: ...


class EmbedContext(NamedTuple):
    """Everything that rendering for a document needs.

    Attributes:
        shield: changes the text of a program before it is written, for a tool that reverts the change later.
    """

    languages: Languages
    endpoint: ReadEndpoint
    defaults: Defaults = Defaults()
    shield: Callable[[str], str] = str


class MarkerPrograms(NamedTuple):
    """The programs that a marker asks for; `style` and `notes` as in `Shown`."""

    codes: list[Code]
    style: str
    notes: tuple[str, ...]


class Shown(NamedTuple):
    """The text to put between two markers.

    Attributes:
        lines: the lines, without line breaks.
        style: the tab style of several programs; empty for a single program.
        notes: a line for each target that refused, with the reason.
    """

    lines: list[str]
    style: str
    notes: tuple[str, ...]


def show(options: MarkerOptions, file: str, doc_format: DocumentFormat, context: EmbedContext) -> Shown:
    """The lines that a marker asks for.

    Args:
        file: the document; the path of the spec is relative to its folder.

    Raises:
        SnippetgenError: no such spec, target, style or part, or every target refuses.
    """
    found = find(options, file, doc_format, context)
    style = options.tabs or context.defaults.tabs
    return Shown(tabs.lines(found.codes, style, doc_format), found.style, found.notes)


def find(options: MarkerOptions, file: str, doc_format: DocumentFormat, context: EmbedContext) -> MarkerPrograms:
    """The programs that a marker asks for; arguments and errors as for `show`."""
    style = options.tabs or context.defaults.tabs
    fault = tabs.fault(style, doc_format)
    if fault:
        raise SnippetgenError(fault)
    targets = _targets(options.lang, context.defaults.lang, context.languages)
    if not targets:
        raise UnknownTarget(f'lang: "{options.lang or context.defaults.lang}" does not name a language')
    path = Path(file).parent / options.spec
    endpoint = context.endpoint(path, options.operation, auth=options.auth, env=options.env)
    defaults = context.defaults
    choices = options.choices._replace(timeout=options.choices.timeout or defaults.timeout)
    header = defaults.look.header if options.header is None else options.header
    comments = defaults.look.comments if options.comments is None else options.comments
    look = Look(options.indent or defaults.look.indent, header, comments)
    locale = locales.resolve(options.locale or defaults.locale, endpoint)
    found = list(programs.programs([endpoint], targets, choices, locale, look))
    refused = [f"{one.target.id}: {one.refused}" for one in found if one.snippet is None]
    codes = [_code(one, options, context) for one in found if one.snippet]
    if not codes:
        raise Refused("\n".join(refused))
    return MarkerPrograms(codes, style if len(codes) > 1 else "", tuple(f"refused: {one}" for one in refused))


def _targets(lang: str, default: str, languages: Languages) -> Sequence[Target]:
    """The targets that `lang` of a marker names; ``all`` means those of the default, else one for each language."""
    words = lang if lang not in ("", "all") else default
    if words == "all" or (lang == "all" and not words):
        return [target for target in languages.all() if target.is_default]
    return languages.select(words or ("python" if "python" in languages.ids else languages.ids[0]))


def _code(program: Program, options: MarkerOptions, context: EmbedContext) -> Code:
    snippet, target = program.snippet, program.target
    assert snippet is not None  # noqa: S101 - the caller has checked it
    text = snippet.part(options.part) if options.part else snippet.text
    title = options.title.replace("{file}", snippet.filename)
    highlight = str(target.language.facts["highlight"])
    shielded = context.shield(text.rstrip("\n"))
    return Code(label(target, context.defaults.labels), key(target), highlight, shielded, title)


def label(target: Target, labels: Mapping[str, str]) -> str:
    """The label of a target's tab, equal on every page: ``Java``, ``Java (OkHttp)``."""
    return labels.get(target.id) or target.label


def key(target: Target) -> str:
    """The identifier of a target's tab: ``java``, ``java-okhttp``."""
    return target.language.id if target.is_default else target.id.replace("/", "-")
