"""Threads that judge programs, and that end soon where the user ends it all."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING

from snippetgen.running import sandbox

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def workers(count: int) -> Iterator[ThreadPoolExecutor]:
    """So many threads; after Ctrl-C, or another exception, what runs in the sandbox is killed, and nothing begun."""
    pool = ThreadPoolExecutor(count)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        with sandbox.ending():
            pool.shutdown()
        raise
    pool.shutdown()
