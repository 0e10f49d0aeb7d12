"""Whether a program comes through documentation tools unaltered (`make sites`): a table, not a test.

    python tools/sites [docusaurus] [vitepress] [starlight] [mintlify] [redocly] [asciidoctor]

Each tool builds a site whose pages `snippetgen embed` has filled with programs of all specs, hostile ones included. The
tools are fetched from npm once, into the cache folder. VitePress, which runs what stands in double braces, and puts
files into pages, also builds pages of specs that are full of such marks. MkDocs and Sphinx are looked at by
tests/test_plugin_*.py.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import documents
import foreign_pages
import install
from kinds import KINDS

if TYPE_CHECKING:
    from kinds import Kind

HERE = Path(__file__).parent


def main(words: list[str]) -> None:
    names = {kind.name.split()[0].lower(): kind for kind in KINDS}
    unknown = [word for word in words if word not in names]
    if unknown:
        sys.exit(f"there is no tool {unknown[0]} (one of: {', '.join(names)})")
    head = f"{'tool':18} {'version':9} {'style':11} {'pages':>6} {'programs':>9} {'equal':>6}"
    print(f"{head} {'tabs':>6} {'refused':>8} {'s':>4}")
    wrong = [line for word in words or names for line in _look(names[word])]
    print("", *wrong, sep="\n")
    sys.exit(bool(wrong))


def _look(kind: Kind) -> list[str]:
    """A line of the table; what did not come through."""
    start = time.perf_counter()
    folder = install.installed(kind.name.split()[0].lower(), kind.packages, kind.module)
    site = folder / "site"
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir()
    for name, text in kind.files.items():
        documents.write(site / name, text)
    for script in HERE.glob("*.mjs"):
        shutil.copy(script, site)
    pages = documents.pages(kind, site)
    is_vue = kind.name == "VitePress"
    if is_vue:
        foreign_pages.write(site)
    log = folder / "build.log"
    with log.open("w") as told:
        done = subprocess.run(kind.command, cwd=site, stdout=told, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        return [f"{kind.name}: did not build: {log}"]
    found = [documents.judge(kind, page, site) for page in pages if page.programs]
    programs, equal = sum(len(page.programs) for page in pages), sum(one.equal for one in found)
    refused = sum(len(page.refused) for page in pages)
    print(
        f"{kind.name:18} {install.version(folder, kind.packages[0]):9} {kind.style:11} {len(found):6} {programs:9} "
        f"{equal:6} {sum(one.tabs for one in found):6} {refused:8} {time.perf_counter() - start:4.0f}",
        flush=True,
    )
    foreign = foreign_pages.wrong(site, kind.page) if is_vue else []
    return [f"{kind.name}: {line}" for line in [*(line for one in found for line in one.wrong), *foreign]]


if __name__ == "__main__":
    main(sys.argv[1:])
