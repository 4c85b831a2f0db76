"""Rows of floats as small integers with a scale, several to a byte."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

_LARGEST = 2184  # of a scale: 15 * 2184, the largest scale * code, still fits 16 bits
_SHARES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3)


def pack(codes: npt.NDArray[np.uint8], bits: int) -> npt.NDArray[np.uint8]:
    """Codes (rows, dim) as bytes (rows, dim * bits / 8), the first part of a row in the lowest bits."""
    parts = np.split(codes, 8 // bits, axis=1)
    packed = np.zeros_like(parts[0])
    for place, part in enumerate(parts):
        packed |= part << np.uint8(place * bits)
    return packed


def unpack(packed: npt.NDArray[np.uint8], bits: int) -> npt.NDArray[np.int8]:
    """The codes that `pack` packed."""
    width = packed.shape[1]
    codes = np.empty((len(packed), width * 8 // bits), dtype=np.int8)
    mask = np.uint8((1 << bits) - 1)
    for place in range(8 // bits):
        part = codes[:, place * width : (place + 1) * width].view(np.uint8)
        np.right_shift(packed, np.uint8(place * bits), out=part)
        np.bitwise_and(part, mask, out=part)
    return codes


def quantise(
    table: npt.NDArray[np.float32], shape: Sequence[tuple[int, int]]
) -> tuple[npt.NDArray[np.int16], npt.NDArray[np.uint8]]:
    """Scales (rows) and codes (rows, dim) of a table; `shape` gives rows and bits of each tier."""
    tops = np.repeat([(1 << bits) - 1 for _, bits in shape], [rows for rows, _ in shape])
    widest = np.abs(table).max(axis=1) / tops
    unit = float(np.quantile(widest, 0.999)) / _LARGEST
    scales: npt.NDArray[np.int16] = np.ones(len(table), dtype=np.int16)
    codes = np.zeros(table.shape, dtype=np.uint8)
    least = np.full(len(table), np.inf)
    for share in _SHARES:
        scale = np.clip(np.rint(widest * share / unit), 1, _LARGEST)
        step = (scale * unit)[:, None]
        tried = np.clip(np.rint((table / step + tops[:, None]) / 2), 0, tops[:, None])
        loss = np.square((2 * tried - tops[:, None]) * step - table).sum(axis=1)
        better = loss < least
        scales[better], codes[better], least[better] = scale[better], tried[better], loss[better]
    return scales, codes


def dequantise(
    scales: npt.NDArray[np.int16], codes: npt.NDArray[np.uint8], shape: Sequence[tuple[int, int]]
) -> npt.NDArray[np.float32]:
    """The table that scales and codes stand for, up to one common factor."""
    tops = np.repeat([(1 << bits) - 1 for _, bits in shape], [rows for rows, _ in shape]).astype(np.float32)
    return (2 * codes.astype(np.float32) - tops[:, None]) * scales[:, None].astype(np.float32)
