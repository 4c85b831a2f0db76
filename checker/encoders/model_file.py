"""The file of the embedded encoder: feature keys, and one row of 4-bit numbers with a scale for each feature.

Layout: a line of JSON, padded with spaces to 256 bytes, then keys (uint32), scales (int16) and codes (two per byte).
Entry d of row r is `scales[r] * (code - 8)`; only ratios matter, since every vector is brought to unit length.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from checker.encoders.encoder import EncoderError
from checker.encoders.rows import Rows
from checker.encoders.sums import sum_lists

_FORMAT = "rashomon-encoder/1"
_HEADER = 256
_LARGEST = 2184  # 15 * 2184 still fits 16 bits


@dataclass(frozen=True, slots=True)
class Model:
    """The contents of a model file; `codes` holds the first half of a row in low and the second half in high half bytes."""

    name: str
    dim: int
    digest: str
    rows: Rows
    scales: npt.NDArray[np.int16]
    codes: npt.NDArray[np.uint8]  # (rows, dim // 2)

    def raised(self, picked: npt.NDArray[np.int64]) -> npt.NDArray[np.int16]:
        """`scale * code` for the entries of rows (len(picked), dim): each is 8 scales too large."""
        packed = np.take(self.codes, picked, axis=0)
        half = self.dim // 2
        out = np.empty((len(picked), self.dim), dtype=np.int8)
        np.bitwise_and(packed, 15, out=out[:, :half].view(np.uint8))
        np.right_shift(packed, 4, out=out[:, half:].view(np.uint8))
        return out * np.take(self.scales, picked)[:, None]


    def sums(self, picked: npt.NDArray[np.int64], starts: npt.NDArray[np.int64]) -> npt.NDArray[np.int32]:
        """The sum of rows `picked[starts[i]:starts[i + 1]]` for each i."""
        sums = sum_lists(picked, starts, self.raised, self.dim, np.int32)
        scales = np.concatenate([[0], np.cumsum(self.scales[picked], dtype=np.int32)])
        sums -= 8 * (scales[starts[1:]] - scales[starts[:-1]])[:, None]
        return sums


def load_model(path: Path) -> Model:
    """The model in `path`, mapped into memory; `EncoderError` when the file is not whole."""
    try:
        data = np.memmap(path, dtype=np.uint8, mode="r")
        header = json.loads(bytes(data[:_HEADER]))
        count, dim, name, digest = int(header["rows"]), int(header["dim"]), str(header["name"]), str(header["digest"])
    except (OSError, ValueError, KeyError) as error:
        raise EncoderError(f"{path} is not a model of the embedded encoder: reinstall rashomon") from error
    scales_at = _HEADER + 4 * count
    codes_at = scales_at + 2 * count
    if header.get("format") != _FORMAT or len(data) != codes_at + count * dim // 2:
        raise EncoderError(f"{path} is not a whole model of the embedded encoder: reinstall rashomon")
    keys = np.array(data[_HEADER:scales_at]).view(np.uint32)
    scales = np.array(data[scales_at:codes_at]).view(np.int16)
    codes = np.asarray(data)[codes_at:].reshape(count, dim // 2)
    return Model(name, dim, digest, Rows(keys), scales, codes)


def save_model(path: Path, name: str, keys: npt.NDArray[np.uint32], table: npt.NDArray[np.float32]) -> None:
    """Write rows of floats as a model file, whole or not at all."""
    scales, codes = quantise(table)
    body = keys.astype("<u4").tobytes() + scales.astype("<i2").tobytes() + codes.tobytes()
    digest = hashlib.blake2b(body, digest_size=12).hexdigest()
    header = {"format": _FORMAT, "name": name, "dim": table.shape[1], "rows": len(table), "digest": digest}
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as out:
        out.write(json.dumps(header).encode().ljust(_HEADER) + body)
    Path(out.name).chmod(0o644)
    Path(out.name).replace(path)


def quantise(table: npt.NDArray[np.float32]) -> tuple[npt.NDArray[np.int16], npt.NDArray[np.uint8]]:
    """Each row as a scale and 4-bit codes, with the scale that loses least."""
    largest = np.abs(table).max(axis=1) / 7
    unit = np.quantile(largest, 0.9999) / _LARGEST
    best_scale: npt.NDArray[np.int16] = np.ones(len(table), dtype=np.int16)
    best_codes = np.zeros(table.shape, dtype=np.uint8)
    best_loss = np.full(len(table), np.inf)
    for share in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5):
        scale = np.clip(np.rint(largest * share / unit), 1, _LARGEST)
        step = (scale * unit)[:, None]
        codes = np.clip(np.rint(table / step), -8, 7)
        loss = np.square(codes * step - table).sum(axis=1)
        better = loss < best_loss
        best_scale[better], best_loss[better] = scale[better], loss[better]
        best_codes[better] = codes[better] + 8
    half = table.shape[1] // 2
    packed: npt.NDArray[np.uint8] = best_codes[:, :half] | (best_codes[:, half:] << np.uint8(4))
    return best_scale, packed
