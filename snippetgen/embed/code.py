"""One program as a block of code, in the markup of each format of documents."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from snippetgen.basics.fences import TEMPLATE, as_html, backquotes, is_obeyed
from snippetgen.embed.formats import ASCIIDOC, HTML, MARKDOWN, RST
from snippetgen.errors import Refused

if TYPE_CHECKING:
    from snippetgen.embed.formats import DocumentFormat


class Code(NamedTuple):
    """A program to show.

    Attributes:
        label: the label of its tab, equal on every page.
        key: an identifier of the label: tools synchronise the tabs of several pages by it.
        highlight: the name of its language for syntax highlighters.
        text: the program, without a line break at its end.
        title: the title above the code; may be empty.
    """

    label: str
    key: str
    highlight: str
    text: str
    title: str = ""


def fenced(code: Code, info: str = "") -> list[str]:
    """Fenced code; `info` follows the language on its first line."""
    mark = backquotes(code.text)
    return [f"{mark}{code.highlight} {info}".rstrip(), *code.text.split("\n"), mark]


def titled(code: Code) -> list[str]:
    """Fenced code as MkDocs reads it: the title is an attribute."""
    return fenced(code, f'title="{code.title}"' if code.title else "")


def indented(lines: list[str], columns: int) -> list[str]:
    """Lines moved to the right; empty ones stay empty."""
    return [" " * columns + line if line else line for line in lines]


def plain(code: Code, doc_format: DocumentFormat) -> list[str]:
    """A block of code in the plain markup of a format, without extensions."""
    if doc_format is RST:
        return rst(code)
    if doc_format is ASCIIDOC:
        return _listing(code)
    if doc_format is HTML:
        return _pre(code)
    title = [f"**{code.title}**", ""] if code.title else []
    is_safe = doc_format is not MARKDOWN or not is_obeyed(code.text)
    return [*title, *(fenced(code) if is_safe else [as_html(code.text, code.highlight)])]


def rst(code: Code) -> list[str]:
    """A code-block directive of reStructuredText.

    https://www.sphinx-doc.org/en/master/usage/restructuredtext/directives.html#directive-code-block

    Docutils makes spaces of tabs, up to columns that stand askew in an indented block, and drops spaces at the end of a
    line (docutils, ``statemachine.string2lines``). So tabs that indent become four spaces here; other text may not
    change.

    Raises:
        Refused: a text in the program contains a tab, or spaces at the end of a line.
    """
    require(code, r"(?<=[^\t\n])[\t\v\f]|[ \t\v\f]$", "reStructuredText", "remove a tab or a trailing space")
    caption = [f"   :caption: {code.title}"] if code.title else []
    return [f".. code-block:: {code.highlight}", *caption, "", *indented(without_tabs(code.text).split("\n"), 3)]


def without_tabs(text: str) -> str:
    """A program whose tabs of indentation are four spaces each."""
    return re.sub(r"(?m)^\t+", lambda tabs: "    " * len(tabs[0]), text)


def require(code: Code, altered: str, name: str, what: str) -> None:
    """Raises Refused if a line of the code matches the pattern `altered`: the tool `name` would do `what`."""
    match = re.search(altered, code.text, re.MULTILINE)
    if match:
        line = code.text.count("\n", 0, match.start()) + 1
        raise Refused(f"{name} would {what}, in line {line} of the program in {code.label}")


_DIRECTIVE = re.compile(r"(?P<escaped>\\?)(?:include|ifdef|ifndef|ifeval|endif)::[^\[]*\[.*\]\s*")
_CALLOUT = re.compile(r"<(?:!--)?(?:\d+|\.)(?:--)?>")


def _listing(code: Code) -> list[str]:
    """A source block of AsciiDoc (https://docs.asciidoctor.org/asciidoc/latest/verbatim/source-blocks/).

    A preprocessor reads the lines of code, too: without a backslash, ``include::`` would show a file of the reader's.
    https://docs.asciidoctor.org/asciidoc/latest/directives/include/#escape-an-include-directive

    Raises:
        Refused: the program contains a directive with a backslash, which AsciiDoc would remove, or a space at the end
            of a line, which AsciiDoc removes, too.
    """
    require(code, r"[ \t\v\f]$", "AsciiDoc", "remove a trailing space")
    lines = code.text.split("\n")
    longest = max((len(line) for line in lines if re.fullmatch(r"-+\s*", line)), default=0)
    mark = "-" * max(4, longest + 1)
    directives = {number: match for number, line in enumerate(lines) if (match := _DIRECTIVE.fullmatch(line))}
    for number, match in directives.items():
        if match["escaped"]:
            raise Refused(f'AsciiDoc would remove the backslash in the line "{lines[number][:40]}"')
        lines[number] = f"\\{lines[number]}"
    subs = ",subs=-callouts" if _CALLOUT.search(code.text) else ""
    return [*_block_title(code.title), f"[source,{code.highlight}{subs}]", mark, *lines, mark]


def _block_title(title: str) -> list[str]:
    """The line with a block's title; as an attribute if it begins with a dot or a space.

    https://docs.asciidoctor.org/asciidoc/latest/blocks/add-title/
    """
    if title.startswith((".", " ")):
        return [f'[title="{title}"]']
    return [f".{title}"] if title else []


def _pre(code: Code) -> list[str]:
    """A block of code in HTML, with the language as a class; a brace that would begin a tag of a template as `&#123;`.

    https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-code-element
    """
    title = [f"<p><strong>{html.escape(code.title)}</strong></p>"] if code.title else []
    text = re.sub(r"\{(?=[{%#!])", "&#123;", html.escape(code.text, quote=False))
    first, *rest = text.split("\n")
    pre = "pre v-pre" if re.search(TEMPLATE, code.text) else "pre"
    lines = [f'<{pre}><code class="language-{code.highlight}">{first}', *rest]
    return [*title, *lines[:-1], f"{lines[-1]}</code></pre>"]
