"""Code in every text that is written as Markdown: backquotes around it, and marks that tools obey even in code."""

from __future__ import annotations

import re


def backquotes(text: str, least: int = 3) -> str:
    """A run of backquotes that is longer than any in a text, so that no line of the text can close the fence.

    https://spec.commonmark.org/0.31.2/#fenced-code-blocks
    """
    return "`" * max(least, 1 + max(map(len, re.findall("`+", text)), default=0))


INCLUSION = r"<!--\s*@include|(?<![^\s;])-+8<-|\{!|::include\{"
"""What puts a file of the build machine into a page, also into code: VitePress, Snippets, markdown-include, GitLab.

https://vitepress.dev/guide/markdown#markdown-file-inclusion
https://facelessuser.github.io/pymdown-extensions/extensions/snippets/#snippets-notation
https://github.com/cmacmackin/markdown-include#usage
https://docs.gitlab.com/user/markdown/#includes
"""

TEMPLATE = r"\{[{%#]"
"""What makes a template of a page before Markdown is read, also in code: mkdocs-macros, Jekyll, Hugo, Eleventy, Vue.

https://mkdocs-macros-plugin.readthedocs.io/en/latest/advanced/#how-to-prevent-interpretation-of-jinja-like-statements
https://jekyllrb.com/docs/liquid/
https://gohugo.io/content-management/shortcodes/
"""

_MARKS = re.compile(rf"{INCLUSION}|{TEMPLATE}|\[!code ")
"""The third one: https://vitepress.dev/guide/markdown#line-highlighting-in-code-blocks."""
_UNSAFE = re.compile(r"[^\w ,;?%]", re.ASCII)


def is_obeyed(text: str) -> bool:
    """Whether some tool would obey a mark in this text, even if it stands in code of Markdown."""
    return bool(_MARKS.search(text))


def as_html(text: str, language: str = "") -> str:
    """A block of code as one line of HTML that Markdown, MDX and templates leave alone.

    Each mark is a character reference, so a browser shows and copies the text itself; ``v-pre`` is for Vue, which would
    compile what the references stand for.

    https://spec.commonmark.org/0.31.2/#html-blocks
    https://vuejs.org/api/built-in-directives.html#v-pre
    """
    name = f' class="language-{language}"' if language else ""
    return f"<pre v-pre><code{name}>{references(text)}</code></pre>"


def references(text: str) -> str:
    """A text whose line breaks and marks of ASCII are character references of HTML."""
    return _UNSAFE.sub(lambda mark: f"&#{ord(mark[0])};" if mark[0] < "\x7f" else mark[0], text)
