"""Defaults for pages: from the tool's settings, else the project's configuration, else the tool's custom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from snippetgen.errors import ConfigError, suggest
from snippetgen.project import context

if TYPE_CHECKING:
    from collections.abc import Sequence

    from snippetgen.embed import EmbedContext


class PluginSettings(NamedTuple):
    """The settings in the tool's own configuration; empty if they are missing there.

    Attributes:
        lang: targets, written as for --lang, or as a list.
        templates: the user's folder of templates.
    """

    lang: str | Sequence[str] = ""
    tabs: str = ""
    locale: str = ""
    templates: str = ""


class SiteContext(NamedTuple):
    """Everything that the pages of a site are filled from.

    Attributes:
        files: absolute paths on which every page depends: the project's configuration, and the user's own templates.
    """

    context: EmbedContext
    files: tuple[str, ...]


def site_context(folder: Path, settings: PluginSettings, styles: Sequence[str]) -> SiteContext:
    """A new context for the pages of a site, which reads every spec again.

    Args:
        folder: the folder of the tool's configuration; the project's is looked for in it and in the folders above.
        styles: the tab styles that the tool supports; the first is the default.

    Raises:
        SnippetgenError: a configuration is wrong.
    """
    if settings.tabs and settings.tabs not in styles:
        raise ConfigError(f'tabs: "{settings.tabs}" is not available here ({suggest(settings.tabs, styles)})')
    lang = settings.lang if isinstance(settings.lang, str) else ",".join(settings.lang)
    templates = folder / settings.templates if settings.templates else None
    embed_context, found = context.embed_context(folder, context.Overrides(lang, "", settings.locale, templates))
    declared = found.tabs if found and found.tabs in styles else ""
    defaults = embed_context.defaults._replace(tabs=settings.tabs or declared or styles[0])
    used = templates or (Path(found.templates) if found and found.templates else None)
    files = [path for path in sorted(used.rglob("*")) if path.is_file()] if used else []
    every = [*([Path(found.file)] if found else []), *files]
    return SiteContext(embed_context._replace(defaults=defaults), tuple(str(path.absolute()) for path in every))
