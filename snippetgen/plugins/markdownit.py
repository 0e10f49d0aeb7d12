"""The plugin of markdown-it-py: a fence with ``snippetgen spec=chat.yaml lang=python`` becomes programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from markdown_it.token import Token

from snippetgen.embed.attributes import parse_options, parse_pairs
from snippetgen.embed.context import find
from snippetgen.embed.formats import MARKDOWN
from snippetgen.errors import DocumentError, Mistake, SnippetgenError
from snippetgen.plugins.defaults import PluginSettings, site_context

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

    from snippetgen.embed import EmbedContext


def snippetgen_plugin(
    md: MarkdownIt, folder: str = ".", *, lang: str | Sequence[str] = "", locale: str = "", templates: str = ""
) -> None:
    """Let a parser show programs: ``MarkdownIt().use(snippetgen_plugin, "docs")``.

    Specs are relative to the folder of ``env["file"]`` of a page, else to `folder`. Mistakes in a page are raised as
    SnippetgenError, with file and line. Several programs are shown one below the other, each under its label.

    Args:
        folder: the folder in which (and above which) the project's configuration is looked for; `templates` is relative
            to it.
    """
    context = site_context(Path(folder), PluginSettings(lang, "", locale, templates), ["none"]).context

    def replace(state: StateCore) -> None:
        file = str(state.env.get("file") or Path(folder) / "<markdown>")
        state.tokens = [new for one in state.tokens for new in _replaced(one, file, context)]

    md.core.ruler.push("snippetgen", replace)


def _replaced(token: Token, file: str, context: EmbedContext) -> Iterator[Token]:
    """The token itself, or for one of our fences, the fences of its programs, which the parser then shows."""
    word, _, rest = token.info.strip().partition(" ")
    if token.type != "fence" or word != "snippetgen":
        yield token
        return
    line = (token.map or [0])[0] + 1
    column = len(f"{token.markup}{word} ") + 1
    asked = parse_options(parse_pairs(f"{rest} {token.content}", file, line, column), file, line, column)
    if asked.tabs not in ("", "none"):
        raise _error(f"tabs: {asked.tabs} is not available here (one of: none)", file, line)
    try:
        found = find(asked, file, MARKDOWN, context)
    except SnippetgenError as error:
        raise _error(str(error), file, line) from None
    for code in found.codes:
        title = code.title or (code.label if len(found.codes) > 1 else "")
        if title:
            label = Token("text", "", 0, content=title)
            strong = [Token("strong_open", "strong", 1), label, Token("strong_close", "strong", -1)]
            yield Token("paragraph_open", "p", 1, block=True, level=token.level)
            yield Token("inline", "", 0, children=strong, level=token.level + 1)
            yield Token("paragraph_close", "p", -1, block=True, level=token.level)
        yield token.copy(info=code.highlight, content=f"{code.text}\n")


def _error(text: str, file: str, line: int) -> DocumentError:
    return DocumentError([Mistake(file, line, 1, "", one) for one in text.splitlines()])
