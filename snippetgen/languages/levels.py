"""How a target is known to be right: executed, parsed or rendered; and records of proofs made on other machines.

`verify --record` writes record.json beside the language folders: what was executed, when, by which versions of tools,
and a stamp of all that the proof rests on. An entry whose stamp no longer fits proves nothing, so that a level is never
older than the code.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from snippetgen.basics.digests import code, digest
from snippetgen.errors import LanguageError

if TYPE_CHECKING:
    from pathlib import Path

    from snippetgen.languages.language import Language, Target

RECORD = "record.json"
"""The name of the file, in the folder of languages."""

_CODE = ("basics", "data", "languages", "rendering", "request", "running", "spec", "verify")
"""The rooms that have a say in what a program is, and in how it is judged."""


@dataclass(frozen=True, slots=True)
class Proof:
    """An entry of the record.

    Attributes:
        stamp: of all that it rests on (`stamp`).
        date: the day of the run, as YYYY-MM-DD.
        programs: how many were executed.
        laws: number of a law -> of how many programs it was judged.
        tools: the name of a tool -> its version, as it says itself.
    """

    stamp: str
    date: str
    programs: int
    laws: dict[str, int]
    tools: dict[str, str]


def level(target: Target) -> str:
    """How a target's programs are verified: executed, parsed or rendered (not at all)."""
    facts = target.language.facts
    if can_be_installed(target):
        return "executed"
    proof = proof_of(target)
    if proof and proof.stamp == stamp(target.language):
        return "executed"
    return "rendered" if facts["parser"] == "none" else "parsed"


def can_be_installed(target: Target) -> bool:
    """Whether `snippetgen toolchains --install` brings what runs a target's programs, so that CI executes them."""
    toolchain = target.language.facts["toolchain"]
    return toolchain != "none" and "none" not in (toolchain["apt"], target.fact_or("apt", []))


def proof_of(target: Target) -> Proof | None:
    """What the record says of a target, fit or not; None where it says nothing.

    Raises:
        LanguageError: the record cannot be read.
    """
    return proofs(target.language.folder.parent).get(target.id)


@cache
def proofs(folder: Path) -> dict[str, Proof]:
    """The record of a folder of languages, as `read` gives it."""
    return read(folder / RECORD)


def read(file: Path) -> dict[str, Proof]:
    """A record: target -> its entry; empty where there is no such file.

    Raises:
        LanguageError: it cannot be read.
    """
    if not file.exists():
        return {}
    try:
        found: dict[str, Any] = json.loads(file.read_bytes())
        return {target: Proof(**entry) for target, entry in found.items()}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        what = f"is no record of proofs ({error}); snippetgen verify --record writes one"
        raise LanguageError(f"{file}: {what}") from None


@cache
def stamp(language: Language) -> str:
    """A name for all that a proof of a language's targets rests on: its folder, what languages share, and our code."""
    shared = language.folder.parent.glob("*/_*.j2")
    files = sorted({*(file for file in language.folder.iterdir() if file.is_file()), *shared})
    return digest(repr([(file.name, file.read_bytes()) for file in files]).encode() + _code().encode())


@cache
def _code() -> str:
    return digest(repr(code(_CODE)).encode())
