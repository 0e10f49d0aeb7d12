"""Test data for sites of documentation: hostile specs, their programs, and a reader of the code on a page."""

import html.parser
import json
from pathlib import Path

from snippetgen import spec
from snippetgen.languages import Languages
from snippetgen.rendering.programs import programs
from snippetgen.request.choices import Choices

LINES = [
    "```", "````python", "~~~", "</code></pre>", "</details>", "</TabItem></Tabs>", "<script>alert(1)</script>", "<!-- snippetgen:end -->",
    "{/* snippetgen:end */}", ".. snippetgen:end", "// snippetgen:end", "<!-- x", "{{ x }}", "{{ 7*7 }} {% raw %} {% endraw %} {# x #}", "{%- if x %}",
    "{% /tab %}", "{$x}", "{x}", "{`x`}", "{v-pre}", "::: tip", ":::", "::::", '=== "x"', "===", "---", "----", "....", "++++", "____", "====", "|===",
    "!!! note", '--8<-- "x.md"', "--8<--", ";--8<-- 'x.md'", "// --8<-- [start:x] -;--8<-- [end:x]", "{!x.md!}", "/// tab | x", "///", "{++ x ++}", "# x", "- x", "> x", "| a | b |", "$$x$$", "$x$", "\\(x\\)", "*x* _x_ **x** ~~x~~ ==x== ^x^ `x` :x: |x| x_",
    ":ref:`x`", ".. raw:: html", "<1> <.>", "// <1>", "# (1)!", "<<x>>", "{x}`y`", "[[x]] [x](y) ![x](y) [^1] ^[x]", "ifdef::x[]", "include::x[]", "\\", "a \\",
    "&lt; &amp; &#65;", "<div v-if='x'>", "@x ---x-- ... (c)", "import x from 'x'", "export const x = 1", "// highlight-next-line",
    "<<< ./x.md", "::: tip Title", "# highlight-next-line", "# highlight-start", "#!include x", "# main.py", "// x.js", "  two spaces  ", "\ta tab\tand a tab\t", "", "", "    four", "😀 汉字 é", "https://x.example www.x.example", "%% %s {0} %{x}", "x" * 300,
]  # fmt: skip
"""Lines that mean something to a tool."""
ODD = ["```mdx-code-block", "x", "```", ":::note Title", "# x {#y}", "# [!code focus]", "// [!code highlight]", "<!--@include: ./x.md-->", "\\include::x[]"]
"""Lines that some tool alters, and knows no escape for."""

JSON = {
    "title": "A hostile body",
    "method": "POST",
    "url": "https://api.example.com/things",
    "auth": {"type": "bearer", "env": "THINGS_KEY"},
    "body": {"type": "json", "example": {"lines": [*LINES, " lead and trail "], **{line: line for line in LINES if line}}},
}
TEXT = {
    "title": "A hostile text",
    "method": "POST",
    "url": "https://api.example.com/things",
    "body": {"type": "text", "example": "\n".join(LINES)},
}
PLAIN = {
    "title": "A hostile text, line by line",
    "method": "POST",
    "url": "https://api.example.com/things",
    "body": {"type": "text", "example": "\n".join(one for one in LINES if one == one.rstrip() and not set(one) & set("\t\\'"))},
}
SPACES = {
    "title": "Spaces at the end of lines",
    "method": "POST",
    "url": "https://api.example.com/things",
    "body": {"type": "text", "example": "one \ntwo  \n   \n"},
}
NAMED = {"title": "pets/list", "method": "GET", "url": "https://api.example.com/pets"}
CATS = {"title": "Cats", "method": "GET", "url": "https://api.example.com/cats"}
SPECS = {"json": JSON, "text": TEXT, "plain": PLAIN, "spaces": SPACES, "named": NAMED, "title": {**NAMED, "title": "\n".join(["Words", *LINES])}, "odd": {**SPACES, "body": {"type": "text", "example": "\n".join(ODD)}}, "cats": CATS}
LANG = ",".join(one.id for one in Languages().all() if one.is_default)
"""One target of each language."""


def write(folder, files):
    """Write files with their texts, and every spec, below a folder."""
    texts = {**{f"specs/{name}.yaml": json.dumps(data, ensure_ascii=False) for name, data in SPECS.items()}, **files}
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def expected(folder, name, lang=LANG):
    """The programs of a spec below a folder, as text without the last line break."""
    return of(folder / "specs" / f"{name}.yaml", lang)


def of(path, lang=LANG):
    """The programs of a spec file, as text without the last line break."""
    endpoint = spec.load(path)
    found = programs([endpoint], Languages().select(lang), Choices())
    return [one.snippet.text.rstrip("\n") for one in found if one.snippet]


class _Code(html.parser.HTMLParser):
    """The text of every <pre>, as a browser shows it; a line break behind the tag belongs to the tag."""

    def __init__(self):
        super().__init__()
        self.found, self.inside, self.fresh = [], 0, False

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 - the signature of the parser
        self.fresh = tag == "pre"
        if tag == "pre":
            self.inside += 1
            self.found.append("")

    def handle_endtag(self, tag):
        self.inside -= tag == "pre"
        self.fresh = False

    def handle_data(self, data):
        if self.inside:
            self.found[-1] += data.removeprefix("\n") if self.fresh else data
        self.fresh = False


def blocks(page):
    """The code of a page, block by block, without the last line break."""
    parser = _Code()
    parser.feed(page if isinstance(page, str) else Path(page).read_text("utf-8"))
    return [one.removesuffix("\n") for one in parser.found]
