from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from checker.encoders.sums import sum_lists


@given(st.lists(st.lists(st.integers(0, 9), max_size=7), max_size=9))
def test_lists_are_summed_one_by_one(lists: list[list[int]]) -> None:
    table = np.arange(30).reshape(10, 3)
    items = np.array([item for part in lists for item in part], dtype=np.int64)
    starts = np.concatenate([[0], np.cumsum([len(part) for part in lists])]).astype(np.int64)
    sums = sum_lists(items, starts, lambda rows: table[rows], 3, np.int64)
    assert sums.tolist() == [table[part].sum(axis=0).tolist() for part in lists]
