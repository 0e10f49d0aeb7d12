"""Work on all cores, by forked processes, which share the data that they work on."""

from __future__ import annotations

import gc
import os
import signal
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")
R = TypeVar("R")

_at_work: tuple[Callable[[Any], Any], Sequence[Any]] | None = None


def cores() -> int:
    """The number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


MANY = 16
"""From so many endpoints on, it is quicker to spread the work over all cores."""


def jobs_for(tasks: Sequence[Any], many: int = MANY) -> int:
    """The number of processes for some tasks, as `map` takes it: this one alone, or one on each core for `many`."""
    return 0 if len(tasks) >= many else 1


def map(  # noqa: A001 - it is called as parallel.map
    work: Callable[[T], R], tasks: Sequence[T], jobs: int = 0, share: int = 8
) -> Iterator[R]:
    """The results of `work` for each task, in the order of the tasks.

    Only results are sent between processes, so they must be picklable; `work` should return errors, not raise them. If
    there is one core only, or processes cannot be forked, this process does all the work.

    Args:
        jobs: the number of processes; 0 for one on each core.
        share: how many tasks a process takes at once.
    """
    global _at_work  # noqa: PLW0603 - a forked process finds its work here, and nowhere else
    jobs = min(jobs or cores(), len(tasks))
    if jobs < 2 or not hasattr(os, "fork"):  # noqa: PLR2004
        yield from (work(one) for one in tasks)
        return
    import multiprocessing  # noqa: PLC0415 - it is slow to import, and a single program needs none of it

    _at_work = (work, tasks)
    gc.freeze()  # a search for garbage would copy every page that is shared
    try:
        with _forked(multiprocessing.get_context("fork"), jobs) as pool:
            yield from pool.imap(_one, range(len(tasks)), chunksize=max(1, min(share, len(tasks) // jobs)))
    finally:
        _at_work = None
        gc.unfreeze()


SIGNALS = (signal.SIGINT, signal.SIGTERM)


def _forked(context: Any, jobs: int) -> Any:
    """A pool; its workers are forked with the signals blocked, so that none comes before they know what to do."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        return context.Pool(jobs, _begin)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Make a worker ignore Ctrl-C, which is for the main process, and end by the SIGTERM by which that ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)


def _one(index: int) -> Any:
    assert _at_work is not None  # noqa: S101 - it was set before the fork
    work, tasks = _at_work
    return work(tasks[index])
