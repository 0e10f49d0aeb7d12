"""Writes the record of proofs, which `languages.levels` reads: what was executed here, for machines that cannot."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
import subprocess
from dataclasses import asdict
from typing import TYPE_CHECKING

from snippetgen.basics import files
from snippetgen.errors import SpecError
from snippetgen.languages.levels import Proof, read, stamp
from snippetgen.running import toolchain
from snippetgen.verify.programs import LAWS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from snippetgen.languages import Target
    from snippetgen.verify.programs import Options, TargetResult

VERSION_SECONDS = 60
"""How long a tool may take to say its version."""


def write(file: Path, rows: Iterable[TargetResult], options: Options) -> None:
    """Put what was executed into a record; its other entries stay.

    A target that broke a law loses its entry; one that was not executed keeps it.

    Raises:
        SpecError: not all laws were judged.
        LanguageError: the file is there, and no record.
        FileError: it cannot be written.
    """
    if options.laws != set(LAWS):
        raise SpecError("--record says that all laws were kept: leave out --law")
    known = read(file)
    for row in rows:
        if row.failures:
            known.pop(row.target.id, None)
        elif not row.not_executed:
            known[row.target.id] = _proof(row)
    data = {target: asdict(known[target]) for target in sorted(known)}
    files.write(file, json.dumps(data, indent=1, ensure_ascii=False) + "\n")


def _proof(row: TargetResult) -> Proof:
    return Proof(
        stamp=stamp(row.target.language),
        date=dt.datetime.now(dt.UTC).date().isoformat(),
        programs=row.programs,
        laws={str(law): count for law, count in row.judged.items()},
        tools=_versions(row.target),
    )


def _versions(target: Target) -> dict[str, str]:
    """What the commands of the fact `setup.check` say, where they say anything."""
    setup = target.language.facts["setup"]
    if setup == "none":
        return {}
    environment = toolchain.prepared(target, offline=True)
    said = ""
    for command in setup["check"]:
        program = shutil.which(command[0], path=environment.search_path())
        if program:
            done = subprocess.run(
                [program, *command[1:]], capture_output=True, check=False, text=True, timeout=VERSION_SECONDS,
                errors="replace", stdin=subprocess.DEVNULL,
            )  # fmt: skip
            said += done.stdout + done.stderr
    found = re.search(r"\d+\.\d[\w.+-]*", said) or re.search(r"\d+", said)
    return {setup["of"]: found[0]} if found else {}
