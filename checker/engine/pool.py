"""A pool of processes that ends when it is told to.

`concurrent.futures` waits for ever where its processes are ended while work is on its way to them, and leaves them behind where
the process that started them is killed; `multiprocessing.Pool` waits for ever where one of its processes is killed.
"""

from __future__ import annotations

import os
import signal
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Any, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_LOOK_SECONDS = 0.2
"""How often a process of the pool looks whether the one that started it is still there."""
_KILLED = "a process that read articles was killed, perhaps for want of memory: try fewer jobs"


class WorkerError(RuntimeError):
    """A process of the pool that ended before its work did; the message says what to do."""


class Pool(Generic[T, R]):
    """Processes that apply `function` to chunks of items; a context manager, at whose end they are gone."""

    def __init__(self, function: Callable[[T], R], jobs: int) -> None:
        self._function = function
        self._jobs = jobs
        self._workers: dict[Connection, Process] = {}

    def __enter__(self) -> Pool[T, R]:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for connection, process in self._workers.items():
            process.terminate()
            process.join()
            connection.close()

    def map(self, chunks: Sequence[Sequence[T]]) -> Iterator[list[R]]:
        """The results of each chunk, in the order of `chunks`."""
        with _interrupts_held_back():
            self._start()
        tasks = deque(enumerate(chunks))
        done: dict[int, list[R]] = {}
        idle, busy = list(self._workers), list[Connection]()
        for wanted in range(len(chunks)):
            while wanted not in done:
                while idle and tasks:
                    busy.append(idle.pop())
                    _send(busy[-1], tasks.popleft())
                for worker in _ready(busy):
                    number, done[number] = _receive(worker)
                    busy.remove(worker)
                    idle.append(worker)
            yield done.pop(wanted)

    def _start(self) -> None:
        for _ in range(self._jobs):
            ours, theirs = Pipe()
            process = Process(target=_work, args=(self._function, theirs, os.getpid()), daemon=True)
            process.start()
            theirs.close()
            self._workers[ours] = process


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """An interrupt amid a fork would be lost: Python ignores what is raised in the functions it calls then."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _ready(busy: list[Connection]) -> list[Connection]:
    """Those of `busy` that have something to say or have died; at least one."""
    said = wait(busy)
    return [worker for worker in busy if worker in said]


def _send(worker: Connection, task: tuple[int, Sequence[Any]]) -> None:
    try:
        worker.send(task)
    except OSError as error:
        raise WorkerError(_KILLED) from error


def _receive(worker: Connection) -> tuple[int, list[Any]]:
    """The number of a chunk and its results; what the function raised is raised."""
    try:
        number, results, raised = worker.recv()
    except (EOFError, OSError) as error:
        raise WorkerError(_KILLED) from error
    if raised is not None:
        raise raised
    return number, results


def _work(function: Callable[[T], R], work: Connection, parent: int) -> None:
    """Apply `function` to the chunks that come, until the process is ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    while True:
        number, items = work.recv()
        try:
            work.send((number, [function(item) for item in items], None))
        except Exception as error:
            error.add_note(traceback.format_exc())
            work.send((number, None, error))


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK_SECONDS)
    os._exit(1)
