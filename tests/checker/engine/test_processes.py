"""Stages in several processes: the same results in the same order, and an end whatever happens."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time

import pytest

from checker.engine.pool import WorkerError
from checker.engine.processes import map_items

MANY = list(range(100))


def _double(number: int) -> int:
    return 2 * number


def _refuse_fifty(number: int) -> int:
    if number == 50:
        raise ValueError("fifty is refused")
    return number


def _die_at_fifty(number: int) -> int:
    if number == 50:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def _sleep(number: int) -> int:
    time.sleep(60)
    return number


@pytest.mark.parametrize("jobs", [1, 2, 3, 200])
@pytest.mark.parametrize("count", [0, 1, 8, 9, 100])
def test_results_come_in_the_order_of_the_items(jobs: int, count: int) -> None:
    assert list(map_items(_double, MANY[:count], min(jobs, 13))) == [2 * number for number in MANY[:count]]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_the_function_raises_is_raised_with_its_place(jobs: int) -> None:
    with pytest.raises(ValueError, match="fifty is refused") as raised:
        list(map_items(_refuse_fifty, MANY, jobs))
    assert jobs == 1 or "_refuse_fifty" in "".join(raised.value.__notes__)


def test_a_killed_process_is_told_in_one_line() -> None:
    with pytest.raises(WorkerError, match="fewer jobs"):
        list(map_items(_die_at_fifty, MANY, 2))
    assert multiprocessing.active_children() == []


def test_an_interrupt_ends_the_pool_at_once() -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.3)
    start = time.monotonic()
    try:
        with pytest.raises(KeyboardInterrupt):
            list(map_items(_sleep, MANY, 2))
    finally:
        signal.signal(signal.SIGALRM, before)
    assert time.monotonic() - start < 10
    assert multiprocessing.active_children() == []


def test_an_abandoned_iteration_leaves_no_process_behind() -> None:
    results = map_items(_double, MANY, 2)
    assert next(results) == 0
    del results
    assert multiprocessing.active_children() == []
