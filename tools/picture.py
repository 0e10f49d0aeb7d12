"""The picture of the way from a spec to a program: docs/from-spec-to-program.svg, with what there is counted."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from snippetgen.languages import Languages

VIEW = "0 0 960 300"
TIP = (
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
    '<path d="M0 0 L8 4 L0 8 z" style="fill: #59636e; stroke: none; marker-end: none"/></marker></defs>'
)
STYLE = """
  text { font: 14px system-ui, sans-serif; fill: #1f2328; text-anchor: middle }
  .name { font-weight: 600 }
  .note { font-size: 12px; fill: #59636e }
  rect { fill: #f6f8fa; stroke: #59636e; rx: 8px }
  .proof { stroke: #1a7f37; stroke-width: 2 }
  path { fill: none; stroke: #59636e; marker-end: url(#tip) }
  .back { stroke: #1a7f37; stroke-dasharray: 5 4 }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc }
    .note { fill: #9198a1 }
    rect { fill: #151b23; stroke: #9198a1 }
    path { stroke: #9198a1 }
  }
"""


class Box(NamedTuple):
    """A box: its left upper corner and size in pixels, its name, and further lines below that."""

    x: int
    y: int
    width: int
    height: int
    name: str
    notes: tuple[str, ...]
    kind: str = ""


def page() -> str:
    """The picture, as SVG."""
    languages = Languages()
    counted = f"{len(languages.all())} targets in {len(languages.ids)} languages"
    boxes = [
        Box(10, 20, 180, 78, "Spec", ("YAML: parameters, auth,", "answer, stream")),
        Box(10, 118, 180, 78, "What you have", ("OpenAPI, Postman, HAR,", "curl, fetch, .http, …")),
        Box(240, 64, 140, 88, "Endpoint", ("checked; its secrets", "become variables")),
        Box(420, 64, 140, 88, "Request", ("every header and", "byte to be sent")),
        Box(610, 20, 170, 78, "Template", ("one for each client,", "it chooses the form")),
        Box(610, 118, 170, 78, "Facts", ("how a language spells", "texts: none is code")),
        Box(820, 64, 130, 88, "Program", (counted.partition(" in ")[0], f"in {counted.partition(' in ')[2]}")),
        Box(420, 222, 360, 62, "Seven laws", ("each program runs against a mock: is it exact, loud, …?",), "proof"),
    ]
    arrows = [
        ("M190 59 L236 95", ""),
        ("M190 157 L236 121", ""),
        ("M380 108 L416 108", ""),
        ("M560 95 L606 62", ""),
        ("M560 121 L606 154", ""),
        ("M780 59 L816 95", ""),
        ("M780 157 L816 121", ""),
        ("M885 152 L885 253 L784 253", "back"),
        ("M490 222 L490 156", "back"),
    ]
    label = f"A spec becomes an endpoint, a request, and programs: {counted}, judged by seven laws"
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{VIEW}" role="img" aria-label="{escape(label)}">',
        f"<style>{STYLE}</style>",
        TIP,
        *(line for box in boxes for line in _drawn(box)),
        *(f'<path class="{kind}" d="{where}"/>' if kind else f'<path d="{where}"/>' for where, kind in arrows),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _drawn(box: Box) -> list[str]:
    """The elements of a box: its frame, its name and what stands below."""
    middle, first = box.x + box.width // 2, box.y + box.height // 2 - 8 * len(box.notes) + 4
    kind = f' class="{box.kind}"' if box.kind else ""
    return [
        f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}"{kind}/>',
        f'<text class="name" x="{middle}" y="{first}">{escape(box.name)}</text>',
        *(
            f'<text class="note" x="{middle}" y="{first + 20 + 16 * at}">{escape(note)}</text>'
            for at, note in enumerate(box.notes)
        ),
    ]
