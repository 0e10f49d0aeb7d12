"""Marks that documentation tools obey, even in code; pages and documents made of a spec that has one in every text."""

import re

from embedding import LANGUAGES, filled, pair

from snippetgen import embed, pages, spec
from snippetgen.embed.contenttabs import content_tabs
from snippetgen.embed.formats import MARKDOWN
from snippetgen.errors import DocumentError
from snippetgen.rendering.programs import programs
from snippetgen.request.choices import Choices

INCLUDES = ["<!--@include: ../far.txt-->", "<!-- @include: ../far.txt -->", '--8<-- "far.txt"', ';--8<-- "far.txt"', "-8<- 'far.txt'", '    --8<--\n    "far.txt"\n    --8<--', "{!far.txt!}", "::include{file=far.txt}"]
RUNS = ["{{ 6*7 }}", "{{{ 6*7 }}}", "{% include 'far.txt' %}", "{%- raw -%}", "{# gone #}", "{{< readfile far.txt >}}", "{{% x %}}", "{{#include far.txt}}"]
MARKS = [*INCLUDES, *RUNS]
OBEYED = re.compile(r"\{[{%#!]|<!--|^[ \t]*;*-+8<-|::include\{", re.MULTILINE)
"""What the tools look for before they read Markdown."""
WORD = "FAR-AWAY-WORD"


def data(mark):
    """A spec with a mark in every place for a text."""
    return {
        "title": f"T {mark}",
        "summary": f"S {mark}\n\n{mark}\n\nexport const x = 1\n\nimport x from 'y'",
        "notes": [f"N {mark}"],
        "method": "POST",
        "url": "https://api.example.com/things",
        "params": [{"name": mark, "in": "query", "example": mark, "enum": [mark, "b"], "description": mark}],
        "body": {"type": "text", "example": f"a\n{mark}\nb\n"},
        "responses": [{"status": 200, "media_type": "text/plain", "description": mark, "example": f"a\n{mark}\nb\n"}],
    }


def endpoint(mark):
    return spec.from_data(data(mark), "things.yaml", "things")


def made(mark, kind, style=""):
    """A page; `style` is that of its tabs."""
    one, frame = endpoint(mark), pages.Frame(tabs=content_tabs(style))
    if kind == "reference":
        return pages.reference(one, "en", "md", frame=frame)
    return pages.tutorial(one, LANGUAGES.select("shell"), Choices(), "en", "md", frame=frame)


def program(mark, lang="shell"):
    return next(programs([endpoint(mark)], LANGUAGES.select(lang), Choices())).snippet.text.rstrip("\n")


def embedded(mark, style, doc_format=MARKDOWN):
    context = embed.EmbedContext(LANGUAGES, lambda *_, **__: endpoint(mark), embed.Defaults("shell"))
    return filled(pair(doc_format, f"spec=things.yaml tabs={style}"), doc_format, context).new.split("\n", 2)[2]


def texts(mark, styles):
    """The pages of a site, by name: ours, and a document for each of these styles that does not refuse."""
    found = {"tutorial": made(mark, "tutorial"), "reference": made(mark, "reference")}
    for style in styles:
        try:
            found[style] = f"# x\n\n{embedded(mark, style)}"
        except DocumentError:
            continue
    return found
