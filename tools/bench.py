"""Speed and memory beside the rivals, in one run (`make bench`): a benchmark, not a test.

Cold: one whole process, as typed by hand or run by a hook. Warm: snippets per second of the chat request in six
targets within one process; the request is built anew for each round of six, as `snippetgen render` does.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from snippetgen import spec
from snippetgen.basics.files import cache_folder
from snippetgen.languages import Languages
from snippetgen.rendering.render import render
from snippetgen.request import resolve
from snippetgen.request.build import build

ROOT = Path(__file__).parent.parent
SPEC = "specs/qwq-32b.yaml"
SIX = "python/requests,java/okhttp,php/curl,node/fetch,c/libcurl,shell/curl"
RIVALS = [
    "httpsnippet@3",
    "@readme/httpsnippet@11",
    "@scalar/snippetz",
    "postman-code-generators@2",
    "postman-collection@5",
]
COLD_RUNS = 25
SECONDS = 3


def har() -> dict[str, object]:
    """The chat request as a HAR request object, the key a placeholder."""
    request = build(spec.load(ROOT / SPEC))
    environ = dict.fromkeys(request.env, "KEY")
    headers = [{"name": name, "value": resolve(value, environ)} for name, value in request.headers]
    data = {"mimeType": "application/json", "text": json.dumps(request.body.data, ensure_ascii=False)}
    return {
        "method": request.method,
        "url": resolve(request.url, environ),
        "httpVersion": "HTTP/1.1",
        "headers": headers,
        "queryString": [],
        "cookies": [],
        "headersSize": -1,
        "bodySize": -1,
        "postData": data,
    }


def rivals_folder() -> Path:
    folder = cache_folder() / "rivals"
    if not (folder / "node_modules" / "postman-collection").is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text('{"private": true}\n')
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent", *RIVALS], cwd=folder, check=True)
    return folder


def of_rivals(script: str, *words: str) -> Any:
    """What a script of this folder prints as JSON about the rivals' snippets of the chat request."""
    command = ["node", str(Path(__file__).with_name(script)), *words]
    done = subprocess.run(
        command, input=json.dumps(har()), cwd=rivals_folder(), capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def cold(command: list[str]) -> tuple[float, float]:
    """Median wall time in milliseconds and peak memory in MB of a command that must succeed."""
    times, peak = [], 0
    for _ in range(COLD_RUNS):
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        times.append((time.perf_counter() - start) * 1000)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"{command[0]} failed with {process.returncode}")
        peak = max(peak, usage.ru_maxrss)
    return statistics.median(times), peak / 1024


def warm() -> float:
    """Our snippets per second."""
    endpoint, targets = spec.load(ROOT / SPEC), Languages().select(SIX)

    def make() -> None:
        request = build(endpoint)
        for target in targets:
            render(endpoint, request, target)

    for _ in range(50):
        make()
    count, start = 0, time.perf_counter()
    while time.perf_counter() - start < SECONDS:
        make()
        count += len(targets)
    return count / (time.perf_counter() - start)


def main() -> None:
    if not shutil.which("npm"):
        sys.exit("the rivals come from npm, and npm is not installed")
    folder = rivals_folder()
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(har(), file)
        file.flush()
        ours = cold([str(Path(sys.executable).with_name("snippetgen")), "render", SPEC, "--lang", "java"])
        theirs = cold(
            [str(folder / "node_modules/.bin/httpsnippet"), file.name, "--target", "java", "--client", "okhttp"]
        )
        bare = cold([sys.executable, "-c", "pass"])
    print(f"Cold, one Java program, median of {COLD_RUNS} (ratio: ours to theirs, smaller is better)")
    print(f"  snippetgen          {ours[0]:7.0f} ms  {ours[1]:5.0f} MB")
    ratios = f"time {ours[0] / theirs[0]:.2f}  memory {ours[1] / theirs[1]:.2f}"
    print(f"  httpsnippet         {theirs[0]:7.0f} ms  {theirs[1]:5.0f} MB   {ratios}")
    print(f"  (python -c pass     {bare[0]:7.0f} ms  {bare[1]:5.0f} MB)")
    rate = warm()
    print("Warm, the chat request in six targets (ratio: ours to theirs, larger is better)")
    print(f"  snippetgen               {rate:8.0f} snippets/s")
    for name, other in of_rivals("bench_rivals.mjs", str(SECONDS)).items():
        print(f"  {name:<24} {other:8.0f} snippets/s   {rate / other:.2f}")


if __name__ == "__main__":
    main()
