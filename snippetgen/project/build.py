"""A build: the units with something to do, the files that they make, and the files that no longer belong anywhere."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from snippetgen import __version__
from snippetgen.basics import comparison, parallel
from snippetgen.basics.comparison import Comparison
from snippetgen.basics.digests import digest
from snippetgen.errors import together
from snippetgen.languages import shipped_folder
from snippetgen.project import documents, sites, units
from snippetgen.project.drift import Drift
from snippetgen.project.ledger import Ledger
from snippetgen.rendering import programs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from snippetgen.project.config import Config
    from snippetgen.project.units import Made, Task

    Progress = Callable[[Sequence[Task]], AbstractContextManager[Iterable[Task]]]


class Result(NamedTuple):
    """The result of a build, before anything is written.

    Attributes:
        drift: every file that was built again, and every file that no longer belongs anywhere.
        current: how many other files are known to be up to date.
        refused: a line for each program and endpoint that is impossible, with the reason.
        edited: whether a document was edited by hand between markers, so that only `force` overwrites it.
        foreign: files named like our programs that no spec asks for, and that may be somebody else's.
    """

    drift: tuple[Drift, ...]
    current: int
    refused: tuple[str, ...]
    edited: bool
    foreign: tuple[Path, ...] = ()


class Build:
    """One build of a project; see `run`, and `remember` once its files are written."""

    def __init__(self, config: Config) -> None:
        self.site = units.ProjectContext(config)
        self.config = config
        self.units = units.units(config)
        self._ledger = Ledger(config.root, _stamp(config))
        self._made: list[Made] = []

    def run(self, jobs: int, progress: Progress, *, force: bool = False, remove: bool = False) -> Result:
        """Run every unit that is not known to be up to date.

        Args:
            jobs: the number of processes; 0 for one on each core.
            progress: iterates over the tasks, and may show the progress.
            force: accept documents with manual edits between markers.
            remove: remove every file named like a program that no spec asks for, whoever made it.

        Raises:
            SpecError: every mistake in the specs and documents, at once.
            DocumentError: a text between markers was edited by hand, and `force` is not set.
        """
        waiting = [one for one in self.units if not self._ledger.is_current(one.id)]
        tasks = units.tasks(waiting, self.site)
        with progress(tasks) as shown:
            found = parallel.map(self._make, tasks, jobs)
            self._made = _together([made for _, made in zip(shown, found, strict=True)])
        errors = [one.error for one in self._made if one.error]
        if errors:
            raise together(errors)
        filled = [one.filled for one in self._made if one.filled]
        documents.refuse_edited(filled, force=force)
        self._make_directory()
        drift = [one for made in self._made for one in made.drift]
        done = {made.unit for made in self._made}
        current = {path: one for one in self._ids() if one not in done for path in self._ledger.outputs(one)}
        units.conflicts(self._made, current)
        stale, foreign = self._stale({*current, *(_absolute(one.file.path) for one in drift)}, remove=remove)
        links = documents.left_alone(self.config.docs)
        refused = tuple(f"{one}: is a link out of its folder, and was left alone" for one in links)
        refused += tuple(line for made in self._made for line in made.refused)
        is_edited = any(one.embedded.edited for one in filled)
        return Result((*drift, *stale), len(current), refused, is_edited, foreign)

    def _make(self, task: Task) -> Made:
        return units.make(task, self.site)

    def _make_directory(self) -> None:
        """Make the directory's lists, search and feeds, unless no endpoint has changed."""
        wanted = self.config.site
        if wanted is None:
            return
        made = {one.unit: one.data for one in self._made}
        cards = [card for one in self.units if one.source for card in made.get(one.id, self._ledger.data(one.id))]
        unit = units.site_id(self.config, wanted)
        if self._ledger.data(unit) != [sites.cards_digest(cards)] or not self._ledger.is_current(unit):
            self._made.append(units.of_all(self.config, wanted, cards))

    def _ids(self) -> list[str]:
        """The ids of all units, that of the directory among them."""
        site = self.config.site
        return [*(one.id for one in self.units), *([units.site_id(self.config, site)] if site else [])]

    def remember(self, *, written: bool) -> None:
        """Remember the files that are up to date, so that the next build can skip them.

        Args:
            written: whether the files that differed have been written.
        """
        for made in self._made:
            if written or not any(one.differs for one in made.drift):
                outputs = [_absolute(one.file.path) for one in made.drift if one.file.new is not None]
                self._ledger.record(made.unit, made.reads, outputs, made.data)
        self._ledger.save(self._ids())

    def watched(self) -> set[str]:
        """The files and folders whose change may require another build."""
        reads = {path for made in self._made for path in made.reads}
        known = {path for one in self._ledger.units.values() for path in one["inputs"]}
        templates = {_absolute(path) for path in _template_files(self.config)}
        own = {_absolute(Path(one.file)) for one in self.units}
        folders = {os.path.dirname(path) for path in own}  # noqa: PTH120 - a file that is added changes its folder
        return reads | known | templates | own | folders | {_absolute(Path(self.config.file))}

    def _stale(self, wanted: set[str], *, remove: bool) -> tuple[list[Drift], tuple[Path, ...]]:
        """Files that no unit makes any more, and files named like our programs of which nobody knows who made them.

        A file is ours if a unit made it, in this build or an earlier one, or if its header is that of our program.
        """
        specs = [one.id for one in self.units if one.source]
        known = [self._ledger.forgotten(specs, units.SPEC), *(self._ledger.left(made.unit) for made in self._made)]
        paths = {path for some in known for path in some if path not in wanted}
        foreign: set[str] = set()
        for path, is_ours in self._programs():
            if path not in wanted:
                (paths if remove or is_ours or self._ledger.is_own(path) else foreign).add(path)
        found, named = ([Path(os.path.relpath(path)) for path in sorted(part)] for part in (paths, foreign - paths))
        stale = [Drift(Comparison(one, comparison.read(one), None)) for one in found if _is_output(one, self.config)]
        return stale, tuple(named)

    def _programs(self) -> Iterator[tuple[str, bool]]:
        """The files in the folders of programs that are named like programs, and whether their headers are ours.

        A program is ``<spec>/<language>-<client>.<ext>``.
        """
        targets = self.site.languages.all() if self.config.snippets else []
        names = {programs.file_name(one, stream=stream): (one, stream) for one in targets for stream in (False, True)}
        for out in {one.out for one in self.config.snippets}:
            for folder in _folders(out):
                with os.scandir(folder) as entries:
                    for one in entries:
                        if one.name in names and one.is_file(follow_symlinks=False):
                            target, stream = names[one.name]
                            text = Path(one.path).read_bytes().decode("utf-8", "replace")
                            is_ours = programs.is_program(text, target, Path(folder).name, stream=stream)
                            yield _absolute(Path(one.path)), is_ours


def _folders(out: str) -> list[str]:
    try:
        with os.scandir(out) as entries:
            return [one.path for one in entries if one.is_dir(follow_symlinks=False)]
    except OSError:
        return []


def _is_output(path: Path, config: Config) -> bool:
    """Whether a file is in a folder for built files only; a document is never removed."""
    outs = [one.out for some in (config.snippets, config.pages, [config.site] if config.site else []) for one in some]
    return any(path.is_relative_to(os.path.relpath(out)) for out in outs) and path.exists()


def _absolute(path: Path) -> str:
    return os.path.abspath(path)  # noqa: PTH100 - thousands of times


def _together(parts: Sequence[Made]) -> list[Made]:
    """The results of tasks, joined to one result for each unit."""
    found: dict[str, Made] = {}
    for one in parts:
        before = found.get(one.unit)
        if before:
            found[one.unit] = before._replace(
                drift=before.drift + one.drift,
                reads=before.reads | one.reads,
                refused=before.refused + one.refused,
                error=before.error or one.error,
                data=before.data + one.data,
            )
        else:
            found[one.unit] = one
    return list(found.values())


def _template_files(config: Config) -> list[Path]:
    folders = [shipped_folder("templates"), *([Path(config.templates)] if config.templates else [])]
    return sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())


def _stamp(config: Config) -> str:
    """A digest of everything that every file depends on: the configuration, the templates, our own code."""
    own = sorted(Path(__file__).parent.parent.rglob("*.py"))
    code = [(str(one), one.stat().st_mtime_ns, one.stat().st_size) for one in own]
    templates = [(str(one), digest(one.read_bytes())) for one in _template_files(config)]
    return digest(repr((__version__, config.root, config.text, code, templates)).encode())
