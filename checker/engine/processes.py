"""Running a stage over items in this process, or in a pool of processes."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from multiprocessing.synchronize import Event

T = TypeVar("T")
R = TypeVar("R")

_SMALL = 8
"""Up to this many items a pool costs more than it saves."""
_CHUNK = 8
_LOOK_SECONDS = 0.2
"""How often a process of the pool looks whether it is still wanted."""


class WorkerError(RuntimeError):
    """A process of the pool that ended before its work did; the message says what to do."""


def map_items(function: Callable[[T], R], items: Sequence[T], jobs: int) -> Iterator[R]:
    """`function` of each item, in the order of `items`; with more than one job in that many processes.

    `function` must be a module-level function and, with its items and results, picklable. `WorkerError` where a process of the
    pool is killed. An interrupt stops the pool at once, and no process outlives the one that started it.
    """
    jobs = min(jobs, -(-len(items) // _CHUNK))
    if jobs <= 1 or len(items) <= _SMALL:
        yield from map(function, items)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - costs start-up time that small runs need not pay
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415
    from multiprocessing import Event  # noqa: PLC0415

    unwanted = Event()
    with ProcessPoolExecutor(jobs, initializer=_follow_parent, initargs=(os.getpid(), unwanted)) as pool:
        try:
            yield from pool.map(function, items, chunksize=_CHUNK)
        except BrokenProcessPool as error:
            raise WorkerError("a process that read articles was killed, perhaps for want of memory: try fewer jobs") from error
        except BaseException:
            unwanted.set()
            raise


def _follow_parent(parent: int, unwanted: Event) -> None:
    """Leave interrupts to the parent, and end when it says so or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_when_unwanted, args=(parent, unwanted), daemon=True).start()


def _end_when_unwanted(parent: int, unwanted: Event) -> None:
    while os.getppid() == parent and not unwanted.wait(_LOOK_SECONDS):
        pass
    os._exit(1)
