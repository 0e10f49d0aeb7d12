"""What counts where a page says nothing: the tool's settings, else the project's configuration, else a custom."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from snippetgen.embed import Defaults, Workshop
from snippetgen.errors import ConfigError, suggest
from snippetgen.language import Languages
from snippetgen.project import config
from snippetgen.project.catalog import Catalog
from snippetgen.project.units import Site

if TYPE_CHECKING:
    from collections.abc import Sequence


class Settings(NamedTuple):
    """What the tool's own configuration says; empty where it says nothing.

    Attributes:
        lang: as in --lang, or its words one by one.
        templates: a folder.
    """

    lang: str | Sequence[str] = ""
    tabs: str = ""
    locale: str = ""
    templates: str = ""


class Ground(NamedTuple):
    """What the pages of a site are filled from.

    Attributes:
        files: those on which every page depends: the project's configuration, and templates of the user's own.
    """

    workshop: Workshop
    files: tuple[str, ...]


def ground(folder: Path, settings: Settings, styles: Sequence[str]) -> Ground:
    """The workshop of a site; a new one reads every spec again.

    Args:
        folder: of the tool's configuration, from which the project's is looked for.
        styles: the tabs that the tool can show; the first counts where nobody says anything.

    Raises:
        SnippetgenError: a configuration is wrong.
    """
    if settings.tabs and settings.tabs not in styles:
        raise ConfigError(f'tabs: "{settings.tabs}" cannot be had here ({suggest(settings.tabs, styles)})')
    file = config.find(folder.absolute())
    found = config.load(Path(os.path.relpath(file))) if file else None
    workshop = Site(found).workshop if found else Workshop(Languages(), Catalog().endpoint)
    if settings.templates:
        workshop = workshop._replace(languages=Languages(folder / settings.templates))
    declared = found.tabs if found and found.tabs in styles else ""
    lang = settings.lang if isinstance(settings.lang, str) else ",".join(settings.lang)
    before = workshop.defaults
    defaults = Defaults(
        lang or before.lang, settings.tabs or declared or styles[0], settings.locale or before.locale, before.labels
    )
    templates = [str(folder / settings.templates)] if settings.templates else [found.templates] if found else []
    files = [str(path) for one in templates if one for path in sorted(Path(one).rglob("*")) if path.is_file()]
    return Ground(workshop._replace(defaults=defaults), (*([found.file] if found else []), *files))
