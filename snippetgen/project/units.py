"""The units of a build: each one reads some files and makes others, independently of other units."""

from __future__ import annotations

import os
from collections import Counter
from contextlib import nullcontext, suppress
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from snippetgen import embed, importers, spec
from snippetgen.basics import comparison, files
from snippetgen.basics.comparison import Comparison
from snippetgen.embed.contenttabs import content_tabs
from snippetgen.errors import Refused, SnippetgenError, SpecError
from snippetgen.exporters import codesamples
from snippetgen.languages import Languages, language_folder
from snippetgen.project import documents, injecting, sites
from snippetgen.project.catalog import Catalog
from snippetgen.project.drift import Drift
from snippetgen.rendering import locales, programs
from snippetgen.spec.recognise import is_spec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from snippetgen.embed import EmbedContext
    from snippetgen.importers.model import Entry
    from snippetgen.languages import Target
    from snippetgen.project.config import Config, Inject, Pages, Snippets, Sources
    from snippetgen.spec import Endpoint


class Unit(NamedTuple):
    """One piece of work in a build.

    Attributes:
        id: stable from build to build.
        file: the file that it works on: a spec, a description, a document.
        source: for endpoints: the entry of the configuration for the file.
        inject: for code samples: the entry of the configuration for the file.
    """

    id: str
    file: str
    source: Sources | None = None
    inject: Inject | None = None


class Made(NamedTuple):
    """The result of a unit.

    Attributes:
        reads: the files that it depends on.
        refused: a line for each program and endpoint that is impossible, with the reason.
        error: the user's mistake; then there are no other results.
        filled: the document, if the unit fills one.
        data: JSON data about its endpoints, of which a directory is made.
    """

    unit: str
    drift: tuple[Drift, ...] = ()
    reads: frozenset[str] = frozenset()
    refused: tuple[str, ...] = ()
    error: SnippetgenError | None = None
    filled: documents.Filled | None = None
    data: tuple[Any, ...] = ()


class Task(NamedTuple):
    """A unit, or a part of it for one process: a range of the operations in a long description."""

    unit: Unit
    operations: slice = slice(None)


_SHARE = 64
"""How many operations of a description one task has."""

SPEC = "spec "
"""The prefix of the id of a unit that makes programs and pages from a spec."""

SHARED = "shared "
"""The prefix of the id of a unit that makes the files that HTML pages in one folder share."""


class ProjectContext:
    """The objects that all units of a project share, each made once."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.languages = Languages(language_folder(self.page_folder()))
        self.catalog = Catalog({os.path.normpath(one.word): one.options for one in config.sources})
        self._targets: dict[str, list[Target]] = {}
        self._entries: dict[str, tuple[list[Entry], set[str]]] = {}

    def targets(self, lang: str) -> list[Target]:
        """The targets that `lang` of a configuration names; raises UnknownTarget if there is no such target."""
        if lang not in self._targets:
            everything = self.languages.all() if lang in ("all", "default") else []
            default = [target for target in everything if target.is_default]
            found = {"all": everything, "default": default}
            self._targets[lang] = found[lang] if lang in found else self.languages.select(lang)
        return self._targets[lang]

    @cached_property
    def context(self) -> EmbedContext:
        """The context for filling documents."""
        config = self.config
        labels = {self.languages.select(word)[0].id: label for word, label in config.labels.items()}
        lang = ",".join(target.id for target in self.targets(config.lang)) if config.lang != "default" else ""
        defaults = embed.Defaults(lang, config.tabs or "none", config.locale, labels, config.look, config.timeout)
        return embed.EmbedContext(self.languages, self.catalog.endpoint, defaults)

    def entries(self, file: str, source: Sources) -> list[Entry]:
        """The selected operations of a foreign source; none for a spec. Raises SpecError as `importers.select` does."""
        if file not in self._entries:
            with files.recording() as reads:
                text = spec.read(file)
                found: list[Entry] = []
                if not is_spec(text):
                    options = source.options._replace(fields=bool(self.config.pages or self.config.site))
                    opened = importers.open_source(text, file, options)
                    found = importers.select(opened, importers.Selection(source.operations, source.tags, source.match))
                self._entries[file] = found, reads
        found, reads = self._entries[file]
        files.depend(reads)
        return found

    @cached_property
    def site_targets(self) -> list[Target]:
        """The targets on the pages of the directory, which the configuration must have."""
        lang = self.config.site.lang if self.config.site else ""
        return sites.chosen(self.targets(lang), lang)

    def page_folder(self) -> Path | None:
        return Path(self.config.templates) if self.config.templates else None


def units(config: Config) -> list[Unit]:
    """Everything that a configuration declares, in order.

    Raises:
        FileError: a file or a folder does not exist.
    """
    unit_id = partial(_id, config)
    found = [
        Unit(unit_id(SPEC, file), file, source=source)
        for source in config.sources
        for file in files.spec_files([source.word], with_json=bool(config.site))
        if config.snippets or config.pages or config.site
    ]
    found += [Unit(unit_id(SHARED, one.out), one.out) for one in config.pages if one.form == "html"]
    found += [Unit(unit_id("document ", file), file) for file in documents.find(config.docs)]
    for number, one in enumerate(config.inject, 1):
        found.append(Unit(unit_id(f"inject {number} ", one.document), one.document, inject=one))
    return list({unit.id: unit for unit in found}.values())


def _id(config: Config, kind: str, file: str) -> str:
    return kind + Path(os.path.relpath(file, config.root)).as_posix()


def tasks(waiting: Sequence[Unit], site: ProjectContext) -> list[Task]:
    """The units as tasks; a foreign source is read first, by one process, and its operations are divided into tasks."""
    found = []
    for unit in waiting:
        count = 0
        if unit.source:
            with suppress(SnippetgenError):  # the task will raise it again
                count = len(site.entries(unit.file, unit.source))
        found += [Task(unit, slice(first, first + _SHARE)) for first in range(0, count, _SHARE)] or [Task(unit)]
    return found


def make(task: Task, site: ProjectContext) -> Made:
    """Do the work of a task; a user's mistake becomes part of the result."""
    unit = task.unit
    with files.recording() as reads:
        try:
            if unit.source:
                made = _endpoints(unit, unit.source, site, task.operations)
            elif unit.inject:
                made = _injected(unit, unit.inject, site)
            elif unit.id.startswith(SHARED):
                made = _shared(unit, site)
            else:
                made = _document(unit, site)
        except SnippetgenError as error:
            made = Made(unit.id, error=error)
        return made._replace(reads=frozenset(reads))


# -- endpoints ---------------------------------------------------------------------------------------------------------


def _endpoints(unit: Unit, source: Sources, site: ProjectContext, operations: slice) -> Made:
    drift: list[Drift] = []
    refused: list[str] = []
    cards: list[Any] = []
    for name, read in _read(unit.file, site.entries(unit.file, source)[operations]):
        try:
            endpoint = read()
        except SnippetgenError as error:
            if name is None:
                raise
            refused.append(f"{unit.file}: {name}: {error}")
            continue
        for one in site.config.snippets:
            drift += _snippets(endpoint, one, site, refused)
        for page in site.config.pages:
            drift += _pages(endpoint, page, site, refused)
        if site.config.site:
            page_name = sites.page_name(unit.file, source.word, endpoint.name, is_spec=name is None)
            made, card = sites.endpoint_files(endpoint, page_name, site.site_targets, site.config.site)
            drift += [_drift(path, text.encode()) for path, text in made.items()]
            cards.append(card)
    return Made(unit.id, tuple(drift), refused=tuple(refused), data=tuple(cards))


def of_all(config: Config, made: sites.Site, cards: Sequence[Any]) -> Made:
    """The result of the unit that makes a directory's lists, search and feeds of the cards of all endpoints."""
    drift = tuple(_drift(path, text.encode()) for path, text in sites.common_files(cards, made).items())
    return Made(site_id(config, made), drift, data=(sites.cards_digest(cards),))


def site_id(config: Config, made: sites.Site) -> str:
    """The id of that unit."""
    return _id(config, sites.UNIT, made.out)


def _read(file: str, entries: Sequence[Entry]) -> Iterator[tuple[str | None, Callable[[], Endpoint]]]:
    """Pairs for the endpoints of a file: the label in a foreign source (None in a spec), and a function to read it."""
    if not entries:
        yield None, lambda: spec.load(file)
    for entry in entries:
        yield entry.labels[0], lambda entry=entry: entry.read().endpoint()  # type: ignore[misc]


def _snippets(endpoint: Endpoint, wanted: Snippets, site: ProjectContext, refused: list[str]) -> Iterator[Drift]:
    if wanted.choices.stream and endpoint.stream is None:
        return
    locale = locales.resolve(wanted.locale, endpoint)
    for one in programs.programs([endpoint], site.targets(wanted.lang), wanted.choices, locale, wanted.look):
        new = one.snippet.text.encode() if one.snippet else None
        path = Path(wanted.out) / one.file
        if new is None:
            refused.append(f"{endpoint.file}: {one.target.id}: {one.refused}")
        if new is not None or path.exists():
            yield _drift(path, new)


def _pages(endpoint: Endpoint, wanted: Pages, site: ProjectContext, refused: list[str]) -> Iterator[Drift]:
    from snippetgen import pages  # noqa: PLC0415 - not every project has pages

    folder, targets = site.page_folder(), site.targets(wanted.lang)
    targets = pages.in_order(targets) if wanted.lang in ("all", "default") else targets
    names = page_names(endpoint.name, wanted)
    for locale, name in names.items():
        path = Path(wanted.out) / name
        others = tuple((other, to) for other, to in names.items() if other != locale)
        frame = pages.Frame(others, "" if wanted.form == "html" else None, content_tabs(site.config.tabs))
        try:
            if wanted.kind == "reference":
                text = pages.reference(endpoint, locale, wanted.form, folder, frame)
            else:
                chosen = wanted.choices, locale, wanted.form, folder, wanted.look
                text = pages.tutorial(endpoint, targets, *chosen, frame)
        except Refused as reason:
            refused.append(f"{endpoint.file}: {path}: {reason}")
            continue
        yield _drift(path, text.encode())


def page_names(name: str, wanted: Pages) -> dict[str, str]:
    """Locale -> the name of the file with the page of an endpoint."""
    several = len(wanted.locales) > 1
    return {one: f"{name}.{one}.{wanted.form}" if several else f"{name}.{wanted.form}" for one in wanted.locales}


def _shared(unit: Unit, site: ProjectContext) -> Made:
    """The style and the script that the HTML pages in one folder share."""
    from snippetgen import pages  # noqa: PLC0415

    made = pages.shared_files(site.page_folder())
    return Made(unit.id, tuple(_drift(Path(unit.file) / name, text.encode()) for name, text in made.items()))


def _drift(path: Path, new: bytes | None) -> Drift:
    """A file compared with its new content; equal content is left out, so that it is not sent between processes."""
    old = comparison.read(path)
    return Drift(Comparison(path, b"", b"") if old == new else Comparison(path, old, new))


# -- documents ---------------------------------------------------------------------------------------------------------


def _document(unit: Unit, site: ProjectContext) -> Made:
    """A document with its markers filled; a file without markers, such as a page of this project, is left alone."""
    filled = documents.fill(unit.file, site.context)
    if not filled.embedded.blocks:
        files.depend([unit.file])
        return Made(unit.id)
    refused = [f"{unit.file}:{block.line}: {text}" for block in filled.embedded.blocks for text in block.notes]
    return Made(unit.id, (filled.drift(),), refused=tuple(refused), filled=filled)


def _injected(unit: Unit, inject: Inject, site: ProjectContext) -> Made:
    text = spec.read(unit.file)
    wanted = injecting.Wanted(
        site.targets(inject.lang), inject.choices, inject.locale, inject.options, look=inject.look
    )
    found = injecting.samples(text, unit.file, wanted, nullcontext)
    new = codesamples.inject(text, unit.file, found.samples, inject.field)
    skipped = tuple(f"{unit.file}: {line}" for line in new.skipped)
    data = Path(unit.file).read_bytes()
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    drift = Drift(Comparison(Path(unit.file), data, mark + new.text.encode()))
    return Made(unit.id, (drift,), refused=found.refused + skipped)


def conflicts(made: Sequence[Made], current: Mapping[str, str]) -> None:
    """Raises SpecError if two units make the same file; `current` maps the files of up-to-date units to the unit."""
    origin = dict(current)
    for unit in made:
        for one in unit.drift:
            path = os.path.abspath(one.file.path)  # noqa: PTH100
            other = origin.setdefault(path, unit.unit)
            if other != unit.unit:
                both = f"{other.partition(' ')[2]} and {unit.unit.partition(' ')[2]}"
                hint = "rename one of the specs, or give it its own out"
                raise SpecError(f"{one.file.path}: both {both} would be written there ({hint})")
        paths = Counter(one.file.path for one in unit.drift)
        for file, count in paths.items():
            if count > 1:
                what = f"is written {count} times from {unit.unit.partition(' ')[2]}"
                raise SpecError(f"{file}: {what} (give each part of the configuration its own out)")
