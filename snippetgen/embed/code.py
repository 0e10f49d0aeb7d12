"""One program as a block of code, in the markup of each family of documents."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from snippetgen.embed.families import ASCIIDOC, HTML, RST

if TYPE_CHECKING:
    from snippetgen.embed.families import Family


class Code(NamedTuple):
    """A program to show.

    Attributes:
        label: what its tab is called, the same on every page.
        key: the same for machines: what tabs of several pages are synchronised by.
        highlight: the name by which highlighters know its language.
        text: without a line break at its end.
        title: what stands over the code; may be empty.
    """

    label: str
    key: str
    highlight: str
    text: str
    title: str = ""


def fence(text: str, least: int = 3) -> str:
    """Backquotes that no line of the text can close (https://spec.commonmark.org/0.31.2/#fenced-code-blocks)."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    return "`" * max(least, longest + 1)


def fenced(code: Code, info: str = "") -> list[str]:
    """Fenced code, with what follows the language on its first line."""
    mark = fence(code.text)
    return [f"{mark}{code.highlight} {info}".rstrip(), *code.text.split("\n"), mark]


def titled(code: Code) -> list[str]:
    """Fenced code as MkDocs, Docusaurus and Starlight read it: the title is an attribute."""
    return fenced(code, f'title="{code.title}"' if code.title else "")


def indented(lines: list[str], columns: int) -> list[str]:
    """Lines moved to the right; empty ones stay empty."""
    return [" " * columns + line if line else line for line in lines]


def plain(code: Code, family: Family) -> list[str]:
    """A block of code as a family writes it where it knows nothing more."""
    if family is RST:
        return rst(code)
    if family is ASCIIDOC:
        return _listing(code)
    if family is HTML:
        return _pre(code)
    return [*([f"**{code.title}**", ""] if code.title else []), *fenced(code)]


def rst(code: Code) -> list[str]:
    """https://www.sphinx-doc.org/en/master/usage/restructuredtext/directives.html#directive-code-block"""
    caption = [f"   :caption: {code.title}"] if code.title else []
    return [f".. code-block:: {code.highlight}", *caption, "", *indented(code.text.split("\n"), 3)]


def _listing(code: Code) -> list[str]:
    """https://docs.asciidoctor.org/asciidoc/latest/verbatim/source-blocks/"""
    longest = max((len(line) for line in code.text.split("\n") if re.fullmatch(r"-+\s*", line)), default=0)
    mark = "-" * max(4, longest + 1)
    title = [f".{code.title}"] if code.title else []
    return [*title, f"[source,{code.highlight}]", mark, *code.text.split("\n"), mark]


def _pre(code: Code) -> list[str]:
    """https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-code-element: a class tells the language."""
    title = [f"<p><strong>{html.escape(code.title)}</strong></p>"] if code.title else []
    first, *rest = html.escape(code.text, quote=False).split("\n")
    lines = [f'<pre><code class="language-{code.highlight}">{first}', *rest]
    return [*title, *lines[:-1], f"{lines[-1]}</code></pre>"]
