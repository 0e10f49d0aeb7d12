"""The context for filling markers: the configuration of the project, and settings that override it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from snippetgen.embed import EmbedContext
from snippetgen.languages import Languages
from snippetgen.project import config
from snippetgen.project.catalog import Catalog
from snippetgen.project.units import ProjectContext

if TYPE_CHECKING:
    from snippetgen.project.config import Config


class Overrides(NamedTuple):
    """Settings that override the configuration, unless they are empty.

    Attributes:
        lang: targets, written as for --lang.
    """

    lang: str = ""
    tabs: str = ""
    locale: str = ""
    templates: Path | None = None


def embed_context(folder: Path, settings: Overrides) -> tuple[EmbedContext, Config | None]:
    """The context for filling documents, which reads each spec once, and the configuration that it is based on.

    Args:
        folder: a configuration is looked for in this folder, and then in those above.

    Raises:
        SnippetgenError: the configuration or the folder of templates is wrong.
    """
    file = config.find(folder.absolute())
    found = config.load(Path(os.path.relpath(file))) if file else None
    if found and found.templates:
        config.refuse_foreign(Path(found.templates), folder)
    made = ProjectContext(found).context if found else EmbedContext(Languages(settings.templates), Catalog().endpoint)
    before = made.defaults
    defaults = before._replace(
        lang=settings.lang or before.lang,
        tabs=settings.tabs or before.tabs,
        locale=settings.locale or before.locale,
    )
    languages = Languages(settings.templates) if settings.templates else made.languages
    return made._replace(languages=languages, defaults=defaults), found
