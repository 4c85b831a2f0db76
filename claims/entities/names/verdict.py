"""What comparing two names says."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

Verdict = Literal["same", "possible", "different"]


@dataclass(frozen=True, slots=True)
class NameComparison:
    """`score` is a probability in 0..1; `possible` is for an editor to see, never to merge on its own."""

    score: float
    verdict: Verdict
    reason: str


@cache
def different(reason: str) -> NameComparison:
    """Certainly two names; most comparisons end so, with one of a few reasons."""
    return NameComparison(0.0, "different", reason)
