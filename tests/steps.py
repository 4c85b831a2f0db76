"""Counting how much work a call does, for tests of growth that no busy machine can fail."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def count_steps(call: Callable[[], object]) -> int:
    """How many lines of Python `call` runs: the same on every machine and under any load."""
    steps = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal steps
        steps += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return steps


def grows_linearly(work: Callable[[int], object], *, small: int = 500, factor: int = 8) -> bool:
    """Whether `factor` times the size takes at most half as much again as `factor` times the steps."""
    work(small)
    few, many = count_steps(lambda: work(small)), count_steps(lambda: work(small * factor))
    return many <= 1.5 * factor * few + 2_000
