"""Is a refusal true? The program is rendered all the same, and must not build, or break a law."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from snippetgen.errors import Refused, TemplateError
from snippetgen.rendering.render import render
from snippetgen.request.build import build
from snippetgen.running import toolchain
from snippetgen.verify import Options, verify
from snippetgen.verify.case import outside
from snippetgen.verify.workers import workers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from snippetgen.languages import Target
    from snippetgen.spec import Endpoint
    from snippetgen.verify import Progress, TargetResult

LAWS = frozenset((1, 2, 3, 4, 5, 7))
"""What a refusal may appeal to; that a linter dislikes a program (law 6) is no reason to refuse its request."""

FEW = 3
"""The refusals of a feature that a sample has."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The judgement of one refusal.

    Attributes:
        target, feature, reason: who refuses what, and why.
        spec: the file of the endpoint it was judged by; empty where no spec needs the feature and nothing else refused.
        broken: what goes wrong without the refusal, in a line.
        fault: why the refusal is not true; empty when it is.
        unjudged: why nothing can be said of it; empty when it was judged.
    """

    target: str
    feature: str
    reason: str
    spec: str = ""
    broken: str = ""
    fault: str = ""
    unjudged: str = ""


def judge_refusals(
    endpoints: Sequence[Endpoint], targets: Iterable[Target], options: Options, progress: Progress = lambda *_: None
) -> list[Judgement]:
    """Judge each refusal of each target by the smallest request that needs it; of a sample, a few of each feature.

    Raises:
        RunError: as `verify` does.
    """
    todo = due(targets, sample=options.sample)
    # A law may be broken at one status of redirects alone.
    options = replace(options, sample=False, until_broken=True)
    judged = []
    with workers(options.jobs) as pool:
        jobs = [pool.submit(_judge, target, feature, endpoints, options) for target, feature in todo]
        for done, (job, (target, feature)) in enumerate(zip(jobs, todo, strict=True), 1):
            judged.append(job.result())
            progress(f"{target.id} {feature}", done, len(todo))
    return judged


def due(targets: Iterable[Target], *, sample: bool) -> list[tuple[Target, str]]:
    """The refusals to judge: all, or of a sample a few of each feature, those of default clients first."""
    found = [(target, feature) for target in targets for feature in target.facts["refuses"]]
    if not sample:
        return found
    counts: Counter[str] = Counter()
    chosen = set()
    for target, feature in sorted(found, key=lambda one: not one[0].is_default):
        if counts[feature] < FEW:
            counts[feature] += 1
            chosen.add((target.id, feature))
    return [one for one in found if (one[0].id, one[1]) in chosen]


def _judge(target: Target, feature: str, endpoints: Sequence[Endpoint], options: Options) -> Judgement:
    judgement = Judgement(target.id, feature, target.facts["refuses"][feature])
    shown = smallest(target, feature, endpoints)
    if missing := toolchain.missing(target):
        return replace(judgement, unjudged=missing)
    if shown is None:
        return replace(judgement, unjudged=f"no spec needs {feature} and nothing else that {target.id} refuses")
    endpoint, stream = shown
    judgement = replace(judgement, spec=endpoint.file)
    others = {name: reason for name, reason in target.facts["refuses"].items() if name != feature}
    willing = replace(target, facts={**target.facts, "refuses": others})
    told = f'{target.id} refuses {feature} ("{judgement.reason}"), but its'
    try:
        broken = _broken(willing, endpoint, stream, options)
    except TemplateError as error:
        return replace(judgement, fault=f"{told} template does not try: {error}")
    fault = "" if broken else f"{told} program for {endpoint.file} keeps all laws"
    return replace(judgement, broken=broken, fault=fault)


def smallest(target: Target, feature: str, endpoints: Sequence[Endpoint]) -> tuple[Endpoint, bool] | None:
    """The request that needs least of those that need a feature, and nothing else that the target refuses.

    Returns:
        Its endpoint, and whether it is streamed.
    """
    found: list[tuple[int, int, Endpoint, bool]] = []
    for endpoint in endpoints:
        for stream in (False, True) if endpoint.stream else (False,):
            request = build(endpoint, stream=stream)
            needs = request.needs
            if feature in needs and not outside(request) and len(set(needs) & set(target.facts["refuses"])) == 1:
                found.append((len(needs), len(found), endpoint, stream))
    return min(found)[2:] if found else None


def _broken(willing: Target, endpoint: Endpoint, stream: bool, options: Options) -> str:
    """The first law that breaks when a target no longer refuses, in a line; empty when none does.

    Raises:
        TemplateError: the template fails where it is asked for what it refused.
    """
    try:
        render(endpoint, build(endpoint, stream=stream), willing)
    except Refused as refusal:
        return f"it cannot be written: {refusal}"
    for laws in (LAWS & {1, 2}, LAWS - {1, 2}):
        row = verify([endpoint], [willing], replace(options, laws=laws & options.laws, jobs=1, proofs=None))[0]
        if broken := _first(row, stream):
            return broken
    return ""


def _first(row: TargetResult, stream: bool) -> str:
    """The first law that was broken, in a line; the folders of broken programs are removed."""
    for one in row.failures:
        shutil.rmtree(one.folder, ignore_errors=True)
    failure = next((one for one in row.failures if one.stream == stream), None)
    if failure is None:
        return ""
    words = " ".join(failure.text.split())
    return f"law {failure.law}: {words[:200]}{'…' if len(words) > 200 else ''}"  # noqa: PLR2004 - a line
