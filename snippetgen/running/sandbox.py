"""Runs one program: a folder and a HOME of its own, few variables, bounded time, output and memory."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from snippetgen.running.toolchain import posix

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

MAX_OUTPUT = 4 << 20
"""Bytes of standard output or standard error after which a program is ended."""

MAX_MEMORY = 4 << 30
"""Bytes of memory that a program may take (RLIMIT_DATA: virtual machines reserve far more than they use)."""


INTERRUPTED = 130
"""The exit code of a program that was not begun, since all is to end."""

_running: set[subprocess.Popen[bytes]] = set()
_ending = threading.Event()
_lock = threading.Lock()


@contextmanager
def ending() -> Iterator[None]:
    """Kill every program that runs, and begin none, until the block ends."""
    with _lock:
        _ending.set()
        for process in _running:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
    try:
        yield
    finally:
        _ending.clear()


def is_ending() -> bool:
    """Whether all is to end, so that what a program did says nothing."""
    return _ending.is_set()


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a program ended.

    Attributes:
        code: its exit code; negative for the signal that ended it.
        timed_out: whether it was ended because its time was over.
        seconds: how long it ran.
    """

    code: int
    stdout: bytes
    stderr: bytes
    timed_out: bool
    seconds: float

    def describe(self) -> str:
        end = "was still running when its time was over" if self.timed_out else f"exit code {self.code}"
        outputs = f"  standard output: {_shown(self.stdout)}\n  standard error: {_shown(self.stderr)}"
        return f"{end} after {self.seconds:.1f} s\n{outputs}"


def run(
    command: Sequence[str],
    folder: Path,
    env: Mapping[str, str],
    *,
    seconds: float,
    on_output: Callable[[bytes], object] | None = None,
) -> Outcome:
    """Run a command until it ends, or its time is over.

    Args:
        folder: the folder in which it runs.
        env: its whole environment.
        on_output: called with the whole standard output so far, whenever there is more.
    """
    started = time.monotonic()
    try:
        with _lock:  # what is begun is seen by `ending`
            if _ending.is_set():
                return Outcome(INTERRUPTED, b"", b"", timed_out=False, seconds=0.0)
            process = subprocess.Popen(
                command,
                cwd=folder,
                env=dict(env),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
            _running.add(process)
    except OSError as error:
        return Outcome(127, b"", f"{command[0]}: {error.strerror}".encode(), timed_out=False, seconds=0.0)
    with suppress(ProcessLookupError, PermissionError, ValueError):
        resource = posix("resource")
        resource.prlimit(process.pid, resource.RLIMIT_DATA, (MAX_MEMORY, MAX_MEMORY))
    outputs = bytearray(), bytearray()
    readers = [
        threading.Thread(
            target=_drain, args=(process, pipe, output, on_output if pipe is process.stdout else None), daemon=True
        )
        for pipe, output in zip((process.stdout, process.stderr), outputs, strict=True)
    ]
    for reader in readers:
        reader.start()
    timed_out = False
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        timed_out = True
    _end(process)
    _running.discard(process)
    for reader in readers:
        reader.join(5)
    return Outcome(process.returncode, bytes(outputs[0]), bytes(outputs[1]), timed_out, time.monotonic() - started)


def _drain(
    process: subprocess.Popen[bytes], pipe: BinaryIO, output: bytearray, on_output: Callable[[bytes], object] | None
) -> None:
    while chunk := os.read(pipe.fileno(), 65536):
        output += chunk
        if on_output:
            on_output(bytes(output))
        if len(output) > MAX_OUTPUT:
            _end(process)
            break
    pipe.close()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and the processes that it started, by its process group."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _shown(data: bytes, limit: int = 2000) -> str:
    text = data[:limit].decode("utf-8", "replace")
    return (text if text.strip() else repr(text)) + ("…" if len(data) > limit else "")
