"""Running a stage over items in this process, or in a pool of processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

_SMALL = 8
"""Up to this many items a pool costs more than it saves."""
_CHUNK = 8


def map_items(function: Callable[[T], R], items: Sequence[T], jobs: int) -> Iterator[R]:
    """`function` of each item, in the order of `items`; with more than one job in that many processes.

    `function` must be a module-level function and, with its items and results, picklable. What it raises is raised here;
    `WorkerError` where a process is killed. An interrupt ends the processes at once, and none outlives the one that started it.
    """
    chunks = [items[start : start + _CHUNK] for start in range(0, len(items), _CHUNK)]
    if jobs <= 1 or len(items) <= _SMALL:
        yield from map(function, items)
        return
    from checker.engine.pool import Pool  # noqa: PLC0415 - costs start-up time that small runs need not pay

    with Pool(function, min(jobs, len(chunks))) as pool:
        yield from chain.from_iterable(pool.map(chunks))
