r"""Foreign texts as Markdown that shows them literally (CommonMark 0.31, GitHub Flavored Markdown 0.29).

A text is escaped with backslashes, which CommonMark takes before any punctuation mark of ASCII (section 2.4), or with
character references before marks that other dialects know no backslash for. Code goes
into spans and fences that are longer than any run of backquotes within (sections 6.1 and 4.5).

Nobody knows which tool makes a site of a page, and tools obey marks that Markdown does not know: they read a page as a
template, or put files in, before or after Markdown is read. So no such mark is ever written (`basics/fences.py`).
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from markupsafe import Markup

from snippetgen.basics.fences import as_html, backquotes, is_obeyed, references
from snippetgen.pages import display
from snippetgen.pages.model import Code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_EVERYWHERE = re.compile(
    r"[\\`*<\[\]{}|~$]"  # escapes, code, emphasis, HTML, links, attributes, cells, strikethrough, math
    r"|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])"  # emphasis, which never begins or ends within a word
    r"|&(?=[#A-Za-z]|\Z)"  # character references
    r"|(?<!\S)#"  # the end of a heading
    r"|:(?=//)|(?<=www)\."  # GitHub makes links of bare addresses
)
_BRACE = re.compile(r"\{(?=\\?[{%#!$])")
"""What begins an expression or a tag of a template."""
_RUN = re.compile(r"r |\{[a-z]+\} ")
"""The beginning of a span that R Markdown and Quarto run (https://quarto.org/docs/computations/inline-code.html)."""
_MODULE = re.compile(r"(import|export) ")
"""The beginning of a line that MDX runs (https://mdxjs.com/docs/what-is-mdx/#esm)."""
_MENTION = re.compile(r"(?<![A-Za-z0-9`])@(?=[A-Za-z0-9]|\Z)")
_START = re.compile(r"[-+>=:!#%]|/(?=//)|\?(?=\?\?)|[0-9]+(?=[.)])")
"""The beginning of a line that makes it a list, a quote, a heading, a container, an admonition or a comment of MyST."""


def inline(text: str, *, start: bool = True) -> Markup:
    """A text on one line as Markdown.

    Args:
        start: whether the text may be at the beginning of a line.
    """
    line = display.one_line(text)
    first = _START.match(line) if start else None
    head = _escaped_start(first[0]) if first else ""
    rest = _EVERYWHERE.sub(_escaped, line[first.end() if first else 0 :])
    if start and not first:
        rest = _MODULE.sub(r"\1&#32;", rest, count=1) if _MODULE.match(rest) else rest
    # GitHub looks for @name in the rendered text, and Vue for two braces, so no escape helps; an invisible U+200B
    # separates the two.
    rest = _BRACE.sub("{&#8203;", _MENTION.sub("@&#8203;", rest))
    return Markup(head + rest)  # noqa: S704 - escaped here


def _escaped_start(mark: str) -> str:
    """The beginning of a line, escaped: after a number, the mark behind it is escaped."""
    return f"{mark}\\" if mark.isdigit() else _ENTITIES.get(mark) or f"\\{mark}"


def _escaped(mark: re.Match[str]) -> str:
    return _ENTITIES.get(mark[0]) or f"\\{mark[0]}"


_ENTITIES = {"<": "&lt;", "&": "&amp;"} | {mark: f"&#{ord(mark)};" for mark in ":~$/?=%"}
"""Marks before which Python-Markdown, the Markdown of MkDocs, knows no backslash: HTML would be HTML."""


def linked(one: Any) -> Markup:
    """A link to another page of the directory: its title, with its relative address, which is percent-encoded."""
    return Markup("[") + inline(one.title, start=False) + Markup(f"]({one.address})")  # noqa: S704 - encoded


def paragraphs(text: str) -> Markup:
    """A text of several paragraphs as Markdown, with blank lines between them."""
    return Markup("\n\n").join(map(inline, display.paragraphs(text)))


def span(text: str) -> Markup:
    """A code span; a line break in it is shown as ⏎, because a span would lose it.

    A text that a tool would obey in a span is written as HTML.
    """
    if is_obeyed(text) or _RUN.match(text):
        return Markup(f"<code v-pre>{references(_in_span(text))}</code>")  # noqa: S704 - no mark is left
    return _bare_span(text)


def _in_span(text: str) -> str:
    text = display.visible(text).replace("\n", "⏎").replace("\t", "␉")
    return text if text.strip(" ") else "␠" * max(len(text), 1)


def _bare_span(text: str) -> Markup:
    text = _in_span(text)
    runs = {len(run) for run in re.findall("`+", text)}
    fence = "`" * next(length for length in range(1, len(runs) + 2) if length not in runs)
    is_padded = "`" in (text[0], text[-1]) or (text[0] == text[-1] == " ")
    pad = " " if is_padded else ""
    return Markup(f"{fence}{pad}{text}{pad}{fence}")  # noqa: S704 - nothing ends the span


def link(address: str, label: str = "") -> Markup:
    """A link to the address of a page or a mailbox, with a label or itself as its text (CommonMark, section 6.3).

    What is neither is only text. It is no autolink: in MDX, ``<`` begins an element
    (https://mdxjs.com/docs/what-is-mdx/#markdown).
    """
    if place := display.mail_address(address):
        return Markup(f"[{inline(label or address)}]({place})")  # noqa: S704 - nothing ends the link: it is encoded
    if not re.fullmatch(r"(?i)https?://[^\s<>\\`\x00-\x1f|{}]+", address):
        return inline(label or address)
    bare = inline(address).replace("&#58;//", "://").replace("www\\.", "www.")
    text = inline(label) if label else bare
    address = re.sub(r"&(?=#?\w+;)", "&amp;", address)
    place = f"<{address}>" if re.search(r"[()*_~\[\]!]", address) else address
    return Markup(f"[{text}]({place})")  # noqa: S704 - nothing ends the link


class Tabs(Protocol):
    """Writes tabs in the markup of a documentation tool."""

    @property
    def style(self) -> str:
        """The name of the style."""

    @property
    def imports(self) -> tuple[str, ...]:
        """The lines that a page needs at its top."""

    def lines(self, tabs: Sequence[Any], level: int) -> list[str]:
        """The lines of some tabs: each a label, a key, and its lines of Markdown."""


def line(text: str) -> Markup:
    """A line that a tool of documentation needs, as it is."""
    return Markup(text)  # noqa: S704 - never a text of a spec


def tabbed(items: Iterable[Any], macro: Callable[..., str], tabs: Tabs, level: int, *more: Any) -> Markup:
    """Items with a title or a client, and an id, as tabs; `macro` writes each one, and gets `more` with it."""
    found = []
    for one in items:
        title, key = (one["title"], one["id"]) if isinstance(one, dict) else (getattr(one, "client", one.title), one.id)
        found.append((str(title), str(key), tidy(str(macro(one, *more))).rstrip("\n").split("\n")))
    return Markup("\n".join(tabs.lines(found, level)))  # noqa: S704 - titles are facts of languages


def cell(text: str) -> Markup:
    r"""A code span in a table, where ``\|`` is the only escape (GFM, section 4.10)."""
    return Markup(str(span(text)).replace("|", "\\|"))  # noqa: S704


def _bare_cell(text: str) -> Markup:
    return Markup(str(_bare_span(text)).replace("|", "\\|"))  # noqa: S704


MDX, MARKDOC = ("docusaurus", "mintlify"), ("redocly",)
"""The styles of tabs whose pages are MDX, which obeys nothing in code and trims lines in HTML; or Markdoc (no HTML)."""


def filters_of(style: str) -> dict[str, Callable[..., Markup]]:
    """The filters that write code for the tool of a tab style; empty for a page of which nobody knows the tool."""
    if style in MDX:
        return {"block": partial(block, fences=True)}
    if style in MARKDOC:
        fenced = partial(block, fences=True, info="{% process=false %}")
        return {"block": fenced, "code": _bare_span, "cell": _bare_cell}
    return {}


def block(code: Code | str, lexer: str = "", *, fences: bool = False, info: str = "") -> Markup:
    """A fenced block of code, as Markdown; as a line of HTML, if a tool would obey a text in the block.

    Args:
        fences: always write a fence.
        info: what follows the language on the first line of a fence with a text that a tool would obey.
    """
    code = Code(code, lexer) if isinstance(code, str) else code
    text = display.visible(code.text)
    fence = backquotes(text)
    word = _WORDS.get(code.lexer, code.lexer) if re.fullmatch(r"[A-Za-z0-9+#.-]*", code.lexer) else ""
    if is_obeyed(text) and not fences:
        return Markup(as_html(text, word))  # noqa: S704 - no mark is left
    is_told = info and (is_obeyed(text) or "{$" in text)
    return Markup(f"{fence}{word}{f' {info}' if is_told else ''}\n{text}\n{fence}")  # noqa: S704 - nothing ends the fence


_WORDS = {"": "text"}
"""Lexer -> word after a fence: ``text`` for no colours, because some renderers guess a language without a word."""


def escape(value: Any) -> Markup:
    """Prepare a value that a template prints: our markup stays, any other value is escaped as text."""
    return value if isinstance(value, Markup) else inline(str(value))


def tidy(text: str) -> str:
    """A page with a single blank line between its parts; blocks of code stay as they are."""
    kept: list[str] = []
    for line, is_code in lines(text.strip("\n")):
        if is_code or line.strip() or (kept and kept[-1]):
            kept.append(line if is_code else line.rstrip())
    return "\n".join(kept) + "\n"


def lines(text: str) -> Iterator[tuple[str, bool]]:
    """The lines of a page, each with whether it is in a block of code; the fences of MyST around text are no code."""
    around: list[str] = []
    fence = ""
    for line in text.split("\n"):
        bare = line.strip()
        if fence:
            yield line, bare != fence
            fence = "" if bare == fence else fence
            continue
        yield line, False
        if around and bare == around[-1]:
            around.pop()
        elif opened := re.match("(`{3,})({?)", bare):
            if opened[2]:
                around.append(opened[1])
            else:
                fence = opened[1]
