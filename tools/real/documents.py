"""OpenAPI descriptions: read, imported, rendered, and a sample of them executed."""

from __future__ import annotations

import json
import re
import resource
import subprocess
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import fetch
import proof

from snippetgen import importers
from snippetgen.build import build
from snippetgen.crew import cores, spread
from snippetgen.errors import Refused, SnippetgenError
from snippetgen.language import Languages, Target
from snippetgen.render import render

SIX = "python,java,php,node,c,shell"
SAMPLE = 500
"""Operations that are executed."""

LISTED = 12
"""Reasons that are listed, the most frequent first."""


@dataclass
class Tally:
    """What was found in some documents; `names` are (file, operation) of what was imported."""

    documents: int = 0
    operations: int = 0
    snippets: int = 0
    peak: int = 0
    unread: list[str] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    unmade: Counter[str] = field(default_factory=Counter)
    noted: Counter[str] = field(default_factory=Counter)
    names: list[tuple[str, str]] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        for key, value in vars(other).items():
            mine = getattr(self, key)
            if isinstance(mine, Counter):
                mine.update(value)
            elif isinstance(mine, list):
                mine += value
            else:
                setattr(self, key, max(mine, value) if key == "peak" else mine + value)


def survey(targets: list[Target], file: str) -> Tally:
    """One document, every operation of it in every target."""
    tally = Tally(documents=1)
    try:
        source = importers.open_source(Path(file).read_text("utf-8-sig"), file)
    except SnippetgenError as error:
        tally.unread.append(str(error).replace(file, Path(file).name))
        return tally
    for entry in source.entries:
        tally.operations += 1
        try:
            found = entry.read()
            endpoint = found.endpoint()
            request = build(endpoint)
        except SnippetgenError as error:
            tally.refused[_kind(str(error).replace(file, ""))] += 1
            continue
        except Exception as error:  # noqa: BLE001 - a crash is a finding, and the others are still to be counted
            tally.refused[f"CRASH {error!r} ({Path(file).name} {entry.name})"] += 1
            continue
        tally.names.append((file, entry.name))
        tally.noted.update({_kind(one.text) for one in found.notes})
        for target in targets:
            try:
                render(endpoint, request, target)
                tally.snippets += 1
            except Refused as reason:
                tally.unmade[f"{target.id}: {reason}"] += 1
    tally.peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return tally


def _kind(text: str) -> str:
    """A reason without the names in it."""
    return re.sub(r'"[^"]*"|\[[^\]]*\]|\{[^}]*\}|#\S+', "…", text)


def part(package: str, pattern: str, *, every_target: bool = False, rival: bool = False) -> None:
    files = sorted(map(str, fetch.package(package).glob(pattern)), key=lambda one: -Path(one).stat().st_size)
    targets = Languages().all() if every_target else [one for one in Languages().select(SIX) if one.is_default]
    start, tally = time.perf_counter(), Tally()
    for one in spread(partial(survey, targets), files, share=1):
        tally.add(one)
    seconds = time.perf_counter() - start
    print(f"   {package}: {tally.documents} documents, {len(tally.unread)} of them no description")
    imported = tally.operations - sum(tally.refused.values())
    print(f"   {tally.operations} operations: {imported} imported, {sum(tally.refused.values())} refused")
    _list(tally.refused)
    print(f"   {tally.snippets} snippets in {len(targets)} targets, {sum(tally.unmade.values())} refused by a target")
    _list(tally.unmade)
    rate = f"{tally.snippets / seconds:.0f} snippets/s"
    print(f"   {seconds:.0f} s on {cores()} cores, reading and importing included: {rate}")
    print(f"   peak memory of a process {tally.peak} MB; notes on what could not be carried:")
    _list(tally.noted)
    for text in tally.unread[:LISTED]:
        print(f"      not read: {text}")
    proof.execute(_sampled(tally.names))
    if rival:
        _rival(files, seconds)


def _list(counter: Counter[str]) -> None:
    for text, count in counter.most_common(LISTED):
        print(f"      {count:6} {text[:150]}")


def _sampled(names: list[tuple[str, str]]) -> list[proof.Endpoint]:
    """Evenly spread over all that was imported."""
    ordered, count = sorted(names), min(SAMPLE, len(names))
    chosen: dict[str, list[str]] = {}
    for file, name in (ordered[index * len(ordered) // count] for index in range(count)):
        chosen.setdefault(file, []).append(name)
    found = []
    for file, wanted in chosen.items():
        source = importers.open_source(Path(file).read_text("utf-8-sig"), file)
        found += [one.read().endpoint() for one in source.entries if one.name in wanted]
    return found


def _rival(files: list[str], seconds: float) -> None:
    """@readme/oas-to-snippet over the same documents (it reads OpenAPI 3 only), in the six languages, on one core."""
    folder = fetch.installed("@readme/oas-to-snippet@29", "oas@29")
    script = Path(__file__).with_name("rival.mjs").read_text("utf-8")
    (folder / "rival.mjs").write_text(script, "utf-8")
    done = subprocess.run(
        ["node", "--max-old-space-size=8000", "rival.mjs"],
        input=json.dumps({"files": files, "languages": SIX.split(",")}),
        cwd=folder, capture_output=True, text=True, check=False, timeout=3600,
    )  # fmt: skip
    if done.returncode:
        print(f"   @readme/oas-to-snippet ended with {done.returncode}: {done.stderr.strip()[-300:]}")
        return
    theirs = json.loads(done.stdout)
    print(f"   @readme/oas-to-snippet, same documents, same run: {theirs['operations']} operations,")
    total, making, made = theirs["total"], theirs["making"], theirs["snippets"]
    print(f"      {made} snippets in {total:.0f} s ({made / total:.0f}/s); {making:.0f} s of it making them,")
    print(
        f"      ({made / max(making, 0.001):.0f}/s); {theirs['failed']} failed, {theirs['unread']} documents not read"
    )
    print(f"   ours: {seconds:.0f} s")
