"""Ctrl-C and SIGTERM end a command soon, without a traceback, and leave nothing behind."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from snippetgen.basics import parallel
from snippetgen.running import sandbox
from snippetgen.verify.workers import workers

SPECS = Path(__file__).parent.parent / "specs"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")


def interrupted(folder, sent, begun, *words):
    """The exit code and standard error of a command that gets a signal as soon as `begun` is true, and what it left."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background ignores it
    try:
        process = subprocess.Popen(
            [sys.executable, "-m", "snippetgen", *words],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True,
            env={**os.environ, "TMPDIR": str(folder)},
        )  # fmt: skip
    finally:
        signal.signal(signal.SIGINT, before)
    try:
        while not begun():
            assert process.poll() is None
            time.sleep(0.02)
        process.send_signal(sent)
        _, told = process.communicate(timeout=20)
    finally:
        process.kill()
    return process.returncode, told, sorted(one.name for one in folder.iterdir())


@pytest.mark.toolchain
@pytest.mark.parametrize(("sent", "code", "told"), [(signal.SIGINT, 1, "Aborted!"), (signal.SIGTERM, 143, "")])
def test_verify_ends(sent, code, told, tmp_path):
    """Programs that run are ended with it, those that wait are not begun, and their folders are removed."""
    def begun():
        return any(tmp_path.glob("snippetgen verify-*/http/*.py"))

    words = ("verify", str(SPECS), "--lang", "python/http.client", "--fresh", "--jobs", "1")
    found = interrupted(tmp_path, sent, begun, *words)
    assert (code, told, []) == (found[0], found[1].strip(), found[2])


@pytest.mark.toolchain
def test_run_ends(tmp_path):
    """A program that waits for its answer is ended by the SIGTERM that ends `run`, and its folder is removed."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        (tmp_path / "slow.yaml").write_text(f"title: T\nmethod: GET\nurl: {url}\ntimeout: 600\n")
        folder = tmp_path / "tmp"
        folder.mkdir()
        connections = []

        def begun():
            connections.append(server.accept()[0])
            return True

        words = ("run", str(tmp_path / "slow.yaml"), "--lang", "python/http.client")
        code, _, left = interrupted(folder, signal.SIGTERM, begun, *words)
        with connections[0] as connection:
            connection.settimeout(30)
            while connection.recv(4096):
                pass
    assert (143, []) == (code, left)


def test_nothing_is_run_that_is_to_end(tmp_path):
    """What runs in the sandbox is killed when all is to end, and nothing more is begun."""
    found = []
    words = [sys.executable, "-c", "import time; print(1, flush=True); time.sleep(60)"]
    begun = threading.Event()
    thread = threading.Thread(
        target=lambda: found.append(sandbox.run(words, tmp_path, {}, seconds=60, on_output=lambda _: begun.set()))
    )
    thread.start()
    assert begun.wait(30)
    with sandbox.ending():
        thread.join(30)
        found.append(sandbox.run(words, tmp_path, {}, seconds=60))
    assert [-signal.SIGKILL, 130] == [one.code for one in found]
    assert 0 == sandbox.run([sys.executable, "-c", ""], tmp_path, {}, seconds=60).code


def test_what_waits_is_not_begun():
    """Of the work of threads, only what has begun goes on to its end after Ctrl-C."""
    begun, may_end, done = threading.Event(), threading.Event(), []

    def work(number):
        begun.set()
        may_end.wait(30)
        done.append((number, sandbox.is_ending()))

    def watch():
        while not sandbox.is_ending():
            time.sleep(0.001)
        may_end.set()

    def interrupt():
        with workers(1) as pool:
            for number in range(3):
                pool.submit(work, number)
            begun.wait(30)
            threading.Thread(target=watch, daemon=True).start()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupt()
    assert ([(0, True)], False) == (done, sandbox.is_ending())


def test_workers_never_see_the_signals(monkeypatch):
    """A worker has Ctrl-C and SIGTERM blocked from the fork on, until it ignores the one and ends by the other."""
    real = parallel._begin  # noqa: SLF001 - what it changes is seen before and after

    def begin():
        blocked = signal.pthread_sigmask(signal.SIG_BLOCK, [])
        real()
        os.write(pipe[1], f"{sorted(blocked & set(parallel.SIGNALS))} {signal.pthread_sigmask(signal.SIG_BLOCK, [])}\n".encode())

    pipe = os.pipe()
    monkeypatch.setattr(parallel, "_begin", begin)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [])
    assert [0, 1, 2, 3] == list(parallel.map(int, [0, 1, 2, 3], jobs=2))
    seen = os.read(pipe[0], 10_000).decode().splitlines()
    assert {f"{sorted(parallel.SIGNALS)} set()"} == set(seen)
    assert before == signal.pthread_sigmask(signal.SIG_BLOCK, [])
