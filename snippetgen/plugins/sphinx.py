"""The Sphinx extension: ``.. snippetgen:: chat.yaml``, in reStructuredText and in MyST."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx.errors import ConfigError
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from snippetgen import __version__
from snippetgen.basics import files
from snippetgen.embed import tabs
from snippetgen.embed.attributes import ATTRIBUTES, parse_options
from snippetgen.embed.context import find
from snippetgen.embed.formats import MARKDOWN, RST
from snippetgen.errors import DocumentError, SnippetgenError, suggest
from snippetgen.plugins.defaults import PluginSettings, site_context

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from snippetgen.embed.code import Code
    from snippetgen.plugins.defaults import SiteContext

_LOG = logging.getLogger(__name__)
_STYLES = {"sphinx_design": "sphinx-design", "sphinx_tabs.tabs": "sphinx-tabs"}
"""Sphinx extension -> the tab style that it shows."""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension (https://www.sphinx-doc.org/en/master/extdev/index.html)."""
    app.add_config_value("snippetgen_lang", "", "env", (str, list, tuple))
    for name in ("tabs", "locale", "templates"):
        app.add_config_value(f"snippetgen_{name}", "", "env", (str,))
    app.connect("builder-inited", _open)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}


def _open(app: Sphinx) -> None:
    """Read the configurations, once all extensions are loaded; raises Sphinx's ConfigError if one is wrong."""
    config = app.config
    settings = PluginSettings(
        config.snippetgen_lang, config.snippetgen_tabs, config.snippetgen_locale, config.snippetgen_templates
    )
    styles = [*(style for name, style in _STYLES.items() if name in app.extensions), "none"]
    try:
        found = site_context(Path(app.confdir), settings, styles)
    except SnippetgenError as error:
        raise ConfigError(str(error)) from None
    directive = type("Snippetgen", (Directive,), {"site_context": found, "styles": styles})
    app.add_directive("snippetgen", directive, override=True)


def _option(name: str) -> Callable[[str | None], str]:
    """The reader of an option: a flag without a value means true."""
    return lambda value: (value or "").strip() or ("true" if name == "stream" else "")


class Directive(SphinxDirective):
    """The directive ``snippetgen``, which shows the programs of a spec.

    Tabs and blocks are parsed with a number in the place of each program, and the programs are put in afterwards, so
    that no text of a program is ever read as markup, or changed.
    """

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar = {name: _option(name) for name in ATTRIBUTES if name not in ("spec", "prefix")}
    site_context: ClassVar[SiteContext]
    styles: ClassVar[Sequence[str]]

    def run(self) -> list[nodes.Node]:
        with files.recording() as reads:
            try:
                return self._shown()
            except SnippetgenError as error:
                raise self.error(_text(error)) from None
            finally:
                # A file of our own is as new as the snippetgen that is installed.
                for file in (*sorted(reads), *self.site_context.files, files.__file__):
                    self.env.note_dependency(file)

    def _shown(self) -> list[nodes.Node]:
        source, line = self.get_source_info()
        asked = parse_options(self._attributes(), source, line)
        context = self.site_context.context
        style = asked.tabs or context.defaults.tabs
        if style not in self.styles:
            raise SnippetgenError(f"tabs: {style} is not available here ({suggest(style, self.styles)})")
        # MyST's own state is no state machine of docutils, and parses Markdown.
        doc_format = MARKDOWN if type(self.state).__module__.startswith("myst_parser.") else RST
        found = find(asked, source, doc_format, context)
        for note in found.notes:
            _LOG.info("%s", note, location=self.get_location())
        numbered = [code._replace(text=str(number)) for number, code in enumerate(found.codes)]
        shown = self.parse_text_to_nodes("\n".join(tabs.lines(numbered, style, doc_format)) + "\n")
        _put_in(found.codes, shown)
        return shown

    def _attributes(self) -> list[tuple[str, str]]:
        """The argument and the options as attributes of a marker; the path of a spec is resolved as usual in Sphinx."""
        _, spec = self.env.relfn2path(self.arguments[0])
        found = [("spec", spec)]
        for name, value in self.options.items():
            values = value.splitlines() if name in ("set", "set-new") else [value]
            found += [(name, one.strip()) for one in values if one.strip()]
        return found


def _put_in(codes: Sequence[Code], shown: Sequence[nodes.Node]) -> None:
    """Replace the numbers in the parsed nodes by the programs."""
    for node in shown:
        for block in node.findall(nodes.literal_block):
            text = codes[int(block.astext())].text
            block[:] = [nodes.Text(text)]
            block.rawsource = text
            block["force"] = True  # a language that Pygments cannot read is not a mistake in the page


def _text(error: SnippetgenError) -> str:
    """The text of an error without the place of the directive, which Sphinx adds itself."""
    return "\n".join(one.text for one in error.mistakes) if isinstance(error, DocumentError) else str(error)
