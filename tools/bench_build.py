"""Building a thousand specs in every target, as a part of `make bench`: cold, with nothing to do, one changed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
SPECS = 1000
CONFIG = "specs: specs\ntargets: all\nsnippets: [{out: examples}]\n"


def project(folder: Path) -> None:
    """The shipped specs, a hundred times each, every one with an address of its own."""
    shipped = [path.read_text("utf-8") for path in sorted((ROOT / "specs").glob("*.yaml"))]
    (folder / "specs").mkdir()
    for number in range(SPECS):
        text = re.sub(r"(https://[\w.]+/)", rf"\g<1>{number}/", shipped[number % len(shipped)], count=1)
        (folder / "specs" / f"endpoint{number:04}.yaml").write_text(text, "utf-8")
    (folder / "snippetgen.yaml").write_text(CONFIG, "utf-8")


def build(folder: Path) -> tuple[float, float]:
    """Seconds, and MB of the largest process."""
    environment = {**os.environ, "SNIPPETGEN_CACHE": str(folder / "cache")}
    command = [str(Path(sys.executable).with_name("snippetgen")), "build", "--quiet"]
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"snippetgen build failed with {process.returncode}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project(folder)
        cold = build(folder)
        settled = [build(folder) for _ in range(5)]
        changed = folder / "specs" / "endpoint0500.yaml"
        changed.write_text(changed.read_text("utf-8").replace("/500/", "/new/", 1), "utf-8")
        one = build(folder)
        count = sum(len(files) for _, _, files in os.walk(folder / "examples"))
    print(f"Build of {SPECS} specs, {count} programs")
    for what, (seconds, memory) in {"cold": cold, "nothing to do": sorted(settled)[2], "one spec changed": one}.items():
        print(f"  {what:<17}{seconds:6.2f} s  {memory:4.0f} MB")


if __name__ == "__main__":
    main()
