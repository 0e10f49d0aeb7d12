"""What verify found, as text for people and as JSON for programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from snippetgen.languages import exceptions
from snippetgen.verify import LAWS, TargetResult

if TYPE_CHECKING:
    from collections.abc import Sequence

    from snippetgen.verify.refusals import Judgement

SHOWN = 5
"""How many failures are printed in full."""


def table(rows: Sequence[TargetResult]) -> str:
    """Targets by laws: how many programs kept each law, out of how many it was judged of."""
    head = ["target", "programs", "seconds", "refused", *(f"{law} {name}" for law, name in LAWS.items())]
    lines = [
        head,
        *([row.target.id, *_counts(row), *(_cell(row, law) for law in LAWS)] for row in rows),
    ]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def _counts(row: TargetResult) -> list[str]:
    return [str(row.programs), f"{row.seconds:.0f}", str(len(row.refused))]


def _cell(row: TargetResult, law: int) -> str:
    if row.not_executed and not row.judged[law]:
        return "-"
    broken = row.broken(law)
    return f"FAIL {broken}" if broken else f"ok {row.judged[law]}" if row.judged[law] else "-"


def text(rows: Sequence[TargetResult]) -> str:
    """The table, what was refused or not judged and why, and the first failures in full."""
    parts = [table(rows)]
    refusals: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        for spec, reason in row.refused.items():
            refusals.setdefault((row.target.id, reason), []).append(spec)
    if refusals:
        parts.append(
            "Refused:\n"
            + "\n".join(f"  {target}: {reason} ({', '.join(specs)})" for (target, reason), specs in refusals.items())
        )
    excepted = [f"  {line}" for row in rows for line in exceptions(row.target)]
    if excepted:
        parts.append("Excepted from the laws:\n" + "\n".join(excepted))
    notes = [f"  {row.target.id}: not executed: {row.not_executed}" for row in rows if row.not_executed]
    notes += [f"  {row.target.id}: {note}" for row in rows for note in sorted(row.notes)]
    if notes:
        parts.append("Not judged:\n" + "\n".join(notes))
    failures = [failure for row in rows for failure in row.failures]
    for failure in failures[:SHOWN]:
        how = " streamed" if failure.stream else ""
        where = f"{failure.target}, {failure.spec}{how}, kept in {failure.folder}"
        parts.append(f"Law {failure.law} ({LAWS[failure.law]}), {where}\n{failure.text}")
    if len(failures) > SHOWN:
        parts.append(f"... and {len(failures) - SHOWN} more failures (--report FILE holds them all)")
    parts.append(summary(rows))
    return "\n\n".join(parts)


def summary(rows: Sequence[TargetResult]) -> str:
    programs, failures = sum(row.programs for row in rows), sum(len(row.failures) for row in rows)
    skipped = sum(bool(row.not_executed) for row in rows)
    proven = sum(row.proven for row in rows)
    tail = f", {skipped} targets not executed" if skipped else ""
    parsed = sum(row.parsed for row in rows)
    read = f", {parsed} read by a parser alone" if parsed else ""
    left = sum(row.left_out for row in rows)
    others = f", {left} left out that reach nothing more" if left else ""
    before = f", {proven} unchanged since they were proven" if proven else ""
    rest = f"{before}{read}{others}"
    return f"{len(rows)} targets, {programs - proven} programs executed{rest}, {failures} failures{tail}"


def data(rows: Sequence[TargetResult]) -> dict[str, Any]:
    """Everything, as JSON data."""
    return {
        "laws": {str(law): name for law, name in LAWS.items()},
        "targets": [
            {
                "id": row.target.id,
                "programs": row.programs,
                "seconds": round(row.seconds, 1),
                "proven": row.proven,
                "parsed": row.parsed,
                "left_out": row.left_out,
                "not_executed": row.not_executed or None,
                "notes": sorted(row.notes),
                "refused": row.refused,
                "exceptions": row.target.facts.get("exceptions", {}),
                "judged": {str(law): count for law, count in row.judged.items()},
                "failures": [
                    {"law": one.law, "spec": one.spec, "stream": one.stream, "text": one.text, "folder": one.folder}
                    for one in row.failures
                ],
            }
            for row in rows
        ],
    }


def json_text(rows: Sequence[TargetResult]) -> str:
    return json.dumps(data(rows), indent=2, ensure_ascii=False) + "\n"


def refusals_text(judgements: Sequence[Judgement]) -> str:
    """A line for each refusal with the fault that it spares its user; refusals that spare none are told in full."""
    parts = ["\n".join(f"{one.target} {one.feature} ({one.spec}): {one.broken}" for one in judgements if one.broken)]
    unjudged = [f"  {one.target} {one.feature}: {one.unjudged}" for one in judgements if one.unjudged]
    if unjudged:
        parts.append("Not judged:\n" + "\n".join(unjudged))
    faults = [one.fault for one in judgements if one.fault]
    tail = f", {len(unjudged)} not judged" if unjudged else ""
    parts += [*faults, f"{len(judgements)} refusals, {len(faults)} not true{tail}"]
    return "\n\n".join(part for part in parts if part)


def refusals_json(judgements: Sequence[Judgement]) -> str:
    return json.dumps(list(map(asdict, judgements)), indent=2, ensure_ascii=False) + "\n"
