"""A sample of endpoints: executed in two quick targets against a recorder, compiled or parsed in all others."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from snippetgen import verify
from snippetgen.errors import Refused
from snippetgen.languages import Languages
from snippetgen.rendering.render import render
from snippetgen.request.build import build
from snippetgen.running import toolchain
from snippetgen.verify.case import Case, build_program

if TYPE_CHECKING:
    from snippetgen.languages import Target
    from snippetgen.spec import Endpoint

QUICK = "python/http.client,shell/curl"
CHECKS = {
    "go": ["gofmt", "-e"],
    "node": ["node", "--check"],
    "perl": ["perl", "-c"],
    "php": ["php", "-l"],
    "ruby": ["ruby", "-c"],
    "shell": ["sh", "-n"],
}
"""How a language reads a program without running it; those with a compiler build it, warnings being errors."""

SLOW = ("java", "c")
SLOW_SHARE = 5
"""Of how many programs one is compiled, where that takes a second."""


def execute(endpoints: list[Endpoint]) -> None:
    """Run them in the quick targets and print how many sent the right request; read them in the others."""
    outside = [one for one in endpoints if _sends_from_outside(one)]
    endpoints = [one for one in endpoints if one not in outside]
    if outside:
        print(f"   not executed: {len(outside)} that send a file which stands outside the program's folder")
    targets = Languages().select(QUICK)
    rows = verify.verify(endpoints, targets, verify.Options(frozenset({1}), jobs=2, sample=True))
    for row in rows:
        wrong = [one for one in row.failures if one.law == 1]
        right = row.programs - len({one.spec for one in wrong})
        print(f"   executed, {row.target.id}: {right} of {row.programs} on the wire right, {len(row.refused)} refused")
        for reason, count in Counter(row.refused.values()).most_common(3):
            print(f"      {count:6} refused: {reason}")
        for one in wrong[:3]:
            print(f"      {one.spec}: {one.text[:600]}")
    _parse(endpoints, [one for one in Languages().all() if one.id not in QUICK.split(",")])


def _sends_from_outside(endpoint: Endpoint) -> bool:
    body = build(endpoint).body
    paths = [Path(one) for one in (body.path, *(part.path for part in body.parts))]
    return any(one.is_absolute() or ".." in one.parts for one in paths)


def _parse(endpoints: list[Endpoint], targets: list[Target]) -> None:
    with ThreadPoolExecutor(2) as pool, tempfile.TemporaryDirectory() as work:
        for target in targets:
            missing = toolchain.missing(target)
            if missing:
                print(f"   {target.id}: not parsed: {missing}")
                continue
            share = endpoints[::SLOW_SHARE] if target.language.id in SLOW else endpoints
            environment = toolchain.prepared(target)
            faults = list(pool.map(lambda one, t=target, e=environment: _fault(one, t, e, Path(work)), share))
            done = [one for one in faults if one is not None]
            wrong = [one for one in done if one]
            good, refused = f"{len(done) - len(wrong)} of {len(done)}", len(faults) - len(done)
            print(f"   parsed or compiled, {target.id}: {good}, {refused} refused")
            for text in wrong[:2]:
                print(f"      {text[:400]}")


def _fault(endpoint: Endpoint, target: Target, environment: toolchain.Environment, work: Path) -> str | None:
    """What is wrong with a program; empty for nothing, None where the target refuses."""
    try:
        snippet = render(endpoint, build(endpoint), target)
    except Refused:
        return None
    if target.language.id == "python":
        try:
            compile(snippet.text, snippet.filename, "exec")
        except SyntaxError as error:
            return f"{endpoint.file}: {error}"
        return ""
    if target.language.id in SLOW:
        case = Case(endpoint, target, False, environment)
        made = build_program(case, "", "one")
        shutil.rmtree(case.folder, ignore_errors=True)
        return f"{endpoint.file}: {made.broken}" if made.broken else ""
    folder = Path(tempfile.mkdtemp(dir=work))
    (folder / snippet.filename).write_text(snippet.text, "utf-8")
    done = subprocess.run(
        [*CHECKS[target.language.id], snippet.filename], cwd=folder, capture_output=True, check=False, timeout=60
    )
    return f"{endpoint.file}: {done.stderr.decode()[-300:]}" if done.returncode else ""
