"""Sums of rows of integers, list by list: exact, so that neither order nor batch can change them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

Integers = npt.NDArray[np.int64]


def sum_lists(
    items: Integers, starts: Integers, rows: Callable[[Integers], npt.NDArray[Any]], dim: int, kind: type[np.signedinteger[Any]]
) -> npt.NDArray[Any]:
    """For each list `items[starts[i]:starts[i + 1]]` the sum of the rows that `rows` gives for its items.

    The first items of all lists are added, then the second ones, the longest lists first, so that each step is one long
    addition. `kind` is the type of the sums: the caller knows what they can reach.
    """
    lengths = np.diff(starts)
    order = np.argsort(-lengths, kind="stable")
    lengths, firsts = lengths[order], starts[:-1][order]
    sums = np.zeros((len(lengths), dim), dtype=kind)
    for place in range(int(lengths[0]) if len(lengths) else 0):
        count = int(np.searchsorted(-lengths, -place, side="left"))
        part = sums[:count]
        np.add(part, rows(items[firsts[:count] + place]), out=part)
    out = np.empty_like(sums)
    out[order] = sums
    return out
