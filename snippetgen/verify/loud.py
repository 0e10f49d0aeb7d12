"""Law 3: a program that fails says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from snippetgen.running.answers import Behaviour

if TYPE_CHECKING:
    from snippetgen.running.sandbox import Outcome
    from snippetgen.verify.case import Case

UNHURRIED = Behaviour(check=False)
"""The example answer, whatever the request is: a wrong request is law 1's business."""


def judge_loud(
    case: Case,
    law: int,
    outcome: Outcome,
    when: str,
    reasons: list[str] | None = None,
    *,
    quiet: bool = True,
    anywhere: bool = False,
) -> None:
    """Law 3: a non-zero exit, the reason on standard error, nothing on standard output (where `quiet`).

    Args:
        reasons: texts that standard error must hold.
        anywhere: whether they may stand on standard output (a named exception of the target).
    """
    said = outcome.stderr + (outcome.stdout if anywhere else b"")
    text = said.decode("utf-8", "replace")
    problem = ""
    if outcome.timed_out:
        problem = "it did not end"
    elif outcome.code == 0:
        problem = "its exit code says that all is well"
    elif quiet and outcome.stdout and not anywhere:
        problem = "something stands on standard output"
    elif not outcome.stderr.strip():
        problem = "nothing stands on standard error"
    elif absent := [reason for reason in reasons or [] if reason not in text]:
        problem = f"standard error does not say {absent[0]!r}"
    case.expect(law, f"when {when}: {problem}\n{outcome.describe()}" if problem else "")
