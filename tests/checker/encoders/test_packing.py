from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.encoders.packing import dequantise, pack, quantise, unpack


@pytest.mark.parametrize("bits", [1, 2, 4, 8])
@given(seed=st.integers(0, 1000), rows=st.integers(0, 5))
def test_packed_codes_come_back(bits: int, seed: int, rows: int) -> None:
    codes = np.random.default_rng(seed).integers(0, 1 << min(bits, 7), size=(rows, 32)).astype(np.uint8)
    packed = pack(codes, bits)
    assert packed.shape == (rows, 32 * bits // 8)
    assert np.array_equal(unpack(packed, bits).astype(np.uint8), codes)


@given(st.integers(0, 1000))
def test_more_bits_lose_less(seed: int) -> None:
    table = np.random.default_rng(seed).normal(0, 1, (6, 64)).astype(np.float32)
    losses = []
    for bits in (4, 2):
        shape = [(6, bits)]
        back = dequantise(*quantise(table, shape), shape)
        back *= (back * table).sum() / (back * back).sum()
        losses.append(float(np.square(back - table).mean()))
    assert losses[0] < 0.02 < losses[1] < 0.2
