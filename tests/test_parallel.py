"""Work over all cores."""

import os

import pytest

from snippetgen.basics import parallel


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 2, 50])
def test_order(jobs, count):
    """Results come in the order of the tasks, by however many processes, and the work need not be picklable."""
    factor = 3
    assert [factor * one for one in range(count)] == list(parallel.map(lambda one: factor * one, range(count), jobs))


def test_other_processes():
    """The work is not done by this process."""
    assert os.getpid() not in set(parallel.map(lambda _: os.getpid(), range(40), 2, share=1))


def test_cores():
    """There is at least one core."""
    assert parallel.cores() >= 1


def test_ends_early():
    """Who wants no more results leaves no process behind."""
    results = parallel.map(lambda one: one, range(100), 2)
    assert 0 == next(results)
    results.close()
    assert list(range(5)) == list(parallel.map(lambda one: one, range(5), 2))
