"""docs/gallery.md: the programs of all targets for one spec, whole and streamed."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from snippetgen import spec
from snippetgen.basics.fences import backquotes
from snippetgen.errors import Refused
from snippetgen.languages import Languages
from snippetgen.pages import in_order
from snippetgen.rendering.render import render
from snippetgen.request.build import build

if TYPE_CHECKING:
    from snippetgen.languages import Target
    from snippetgen.spec import Endpoint

ROOT = Path(__file__).parent.parent
SPEC = "specs/qwq-32b.yaml"

INTRO = f"""\
# Gallery

The programs of all targets for [{SPEC}](../{SPEC}), a chat with a streamed response: the whole response first, then
the streamed one. `snippetgen verify` builds and runs every one of them. This page is written by `python tools/docs.py`.
"""


def page() -> str:
    """The page, as Markdown."""
    endpoint = spec.load(ROOT / SPEC)
    endpoint = spec.loads((ROOT / SPEC).read_text("utf-8"), SPEC, endpoint.name)
    parts = [INTRO]
    for language, targets in groupby(in_order(Languages().all()), lambda target: target.language):
        parts.append(f"## {language.facts['title']}\n")
        for target in targets:
            title, url = target.facts["title"], target.facts["url"]
            parts.append(f"### {title}\n\n`--lang {target.id}`, [documentation]({url})\n")
            parts += [_program(endpoint, target, stream=stream) for stream in (False, True)]
    return "\n".join(parts)


def _program(endpoint: Endpoint, target: Target, *, stream: bool) -> str:
    title = f"{target.facts['title']}, {'streamed' if stream else 'whole response'}"
    try:
        text = render(endpoint, build(endpoint, stream=stream), target).text.rstrip("\n")
    except Refused as reason:
        return f"{title}: refused, {reason}.\n"
    mark, count = backquotes(text), text.count("\n") + 1
    head = f"<details>\n<summary>{title}, {count} lines</summary>\n"
    return f"{head}\n{mark}{target.language.facts['highlight']}\n{text}\n{mark}\n\n</details>\n"
