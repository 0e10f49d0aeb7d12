"""The MkDocs plugin: the pairs of markers of each page are filled while the site is built; no file is touched."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import base, config_options
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger

from snippetgen.basics import files as own_files
from snippetgen.embed import embed
from snippetgen.embed.formats import MARKDOWN
from snippetgen.embed.markers import NAME
from snippetgen.embed.tabs import STYLES
from snippetgen.errors import SnippetgenError
from snippetgen.plugins.defaults import PluginSettings, site_context

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from snippetgen.embed import EmbedContext

_LOG = get_plugin_logger(__name__)
_TABBED = "pymdownx.tabbed"

_MARK = re.compile(r"\{(?=[{%#!])|(?<=-)8(?=<-)|<!(?=--\s*@include)|\[(?=!code )|::(?=include\{)")
"""What other plugins and extensions obey, even in code (`basics/fences.py`), up to where it can be broken."""

_SPACE, _TAB, _BREAK = "\ufdd0", "\u205f", "\ufdd1"
"""Substitutes for a space in a blank line and for a tab, and what breaks a mark: Python-Markdown keeps all three.

No program contains them. Python-Markdown would empty the line, and turn the tab into spaces
(``markdown.preprocessors.NormalizeWhitespace``). Highlighters treat the second one as white space.
"""


class Options(base.Config):
    """The options below ``snippetgen:`` in mkdocs.yml; each one overrides the project's configuration."""

    lang = config_options.Type((str, list), default="")
    tabs = config_options.Type(str, default="")
    locale = config_options.Type(str, default="")
    templates = config_options.Optional(config_options.Dir(exists=True))


class SnippetgenPlugin(BasePlugin[Options]):
    """The plugin; because it has `on_startup`, one object serves all builds of a process (of `mkdocs serve`)."""

    _context: EmbedContext

    def __init__(self) -> None:
        self._filled: set[str] = set()
        self._reads: set[str] = set()
        self._server: LiveReloadServer | None = None
        self._watched: set[str] = set()

    def on_startup(self, **_: object) -> None:
        pass

    def on_config(self, config: MkDocsConfig) -> None:
        """Read the configurations; raises PluginError if one is wrong."""
        options = self.config
        settings = PluginSettings(options.lang, options.tabs, options.locale, options.templates or "")
        able = [name for name, one in STYLES.items() if MARKDOWN in one.formats and name != "mkdocs"]
        has_tabs = _TABBED in config.markdown_extensions
        if not has_tabs:
            _LOG.info("%s is not in markdown_extensions: programs are shown one below the other", _TABBED)
        styles = ["mkdocs", *able] if has_tabs else ["none", *able]
        folder = Path(config.config_file_path or "mkdocs.yml").parent
        try:
            found = site_context(folder, settings, styles)
        except SnippetgenError as error:
            raise PluginError(str(error)) from None
        self._context = found.context._replace(shield=_shield)
        self._reads.update(found.files)

    @event_priority(-50)  # after plugins that read pages as templates: programs may hold braces
    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str | None:  # noqa: ARG002 - the signature of the event
        """The page with its markers filled; raises PluginError with file and line."""
        if NAME not in markdown:
            return None
        source = page.file.abs_src_path
        file = os.path.relpath(source or os.path.join(config.docs_dir, page.file.src_uri))  # noqa: PTH118
        above = "\n" * _lines_above(markdown, page)
        with own_files.recording() as reads:
            try:
                found = embed(above + markdown, file, MARKDOWN, self._context)
            except SnippetgenError as error:
                raise PluginError(str(error)) from None
            finally:
                self._reads |= reads
        self._filled.add(page.file.src_uri)
        for block in found.blocks:
            for note in block.notes:
                _LOG.info("%s:%s: %s", file, block.line, note)
        return found.new.removeprefix(above)

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        if page.file.src_uri not in self._filled:
            return html
        return html.replace(_SPACE, " ").replace(_TAB, "\t").replace(_BREAK, "")

    # -- mkdocs serve --------------------------------------------------------------------------------------------------

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]) -> None:  # noqa: ARG002
        self._server = server
        self._watch(config)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        self._watch(config)

    def on_build_error(self, **_: object) -> None:
        """Watch a spec that was found broken, so that fixing it starts a new build."""
        self._watch(None)

    def _watch(self, config: MkDocsConfig | None) -> None:
        """Watch the folders of the files that were read: an editor that replaces a file removes it for a moment."""
        known = [config.docs_dir, *config.watch] if config else []
        for folder in sorted({os.path.dirname(one) for one in self._reads} - self._watched):  # noqa: PTH120
            is_seen = any(Path(folder).is_relative_to(os.path.abspath(one)) for one in known)  # noqa: PTH100
            if self._server and not is_seen and Path(folder).is_dir():
                self._server.watch(folder, recursive=False)
                self._watched.add(folder)


def _lines_above(markdown: str, page: Page) -> int:
    """How many lines of front matter MkDocs has removed; 0 if another plugin changed the text before us."""
    try:
        source = page.file.content_string
    except OSError:  # a page that a plugin made
        return 0
    source = source.replace("\r\n", "\n")
    return source.removesuffix(markdown).count("\n") if source.endswith(markdown) else 0


def _shield(text: str) -> str:
    """A program, written so that Markdown does not change it; `on_page_content` reverts this."""
    text = re.sub("(?m)^[ \t]+$", lambda blank: blank[0].replace(" ", _SPACE), text)
    return _MARK.sub(rf"\g<0>{_BREAK}", text.replace("\t", _TAB))
