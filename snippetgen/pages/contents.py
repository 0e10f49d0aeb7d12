"""The table of contents of a page, made from its headings of level 2."""

from __future__ import annotations

import re

from markupsafe import Markup

from snippetgen.pages import markdown

MARK = Markup("\0contents\0")
"""The place of the table in a page that is not finished; no text of a spec contains U+0000."""

_FEW = 3
"""A page with fewer headings needs no table."""

_HEADING = re.compile(r'<h2 id="(?P<id>[^"]+)">(?P<text>.*?)<a ')


def into_html(text: str, label: str) -> str:
    """A page of HTML with its table of contents; `label` is the table's heading, as HTML."""
    found = _HEADING.findall(text)
    if len(found) < _FEW:
        return text.replace(MARK, "")
    items = "\n".join(f'<li><a href="#{one}">{title}</a></li>' for one, title in found)
    head = f'<nav class="contents" aria-labelledby="contents">\n<p id="contents">{label}</p>'
    return text.replace(MARK, f"{head}\n<ul>\n{items}\n</ul>\n</nav>")


def into_markdown(text: str, label: str) -> str:
    """A page of Markdown with its table of contents: links to headings, as GitHub, GitLab and others name them."""
    titles = [line[3:] for line, is_code in markdown.lines(text) if line.startswith("## ") and not is_code]
    if len(titles) < _FEW:
        return text.replace(MARK, "")
    items = "\n".join(f"- [{one}](#{slug(one)})" for one in titles)
    return text.replace(MARK, f"**{label}**\n\n{items}")


def slug(title: str) -> str:
    """The name of a heading in an address, as GitHub makes it: in small letters, without punctuation, - for spaces."""
    return re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", title.lower()))
