"""The file of the embedded encoder: feature keys, and for each feature one row of small numbers with a scale.

Frequent features come first and have 4 bits an entry, the others 2. Layout: a line of JSON, padded with spaces to 512 bytes,
then keys (uint32), scales (int16), and the codes of each tier. Entry d of a row is `scale * (2 * code - top)`, where `top` is
the largest code; only ratios matter, since every vector is brought to unit length.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from checker.encoders.encoder import EncoderError
from checker.encoders.packing import pack, quantise, unpack
from checker.encoders.rows import Rows
from checker.encoders.sums import sum_lists

_FORMAT = "rashomon-encoder/1"
_HEADER = 512

Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Tier:
    """Rows `first` and on, packed with `bits` bits an entry: (rows, dim * bits / 8)."""

    first: int
    bits: int
    codes: npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Model:
    """The contents of a model file."""

    name: str
    dim: int
    digest: str
    rows: Rows
    scales: npt.NDArray[np.int16]
    tiers: tuple[Tier, ...]

    def sums(self, picked: Integers, starts: Integers) -> npt.NDArray[np.int32]:
        """The sum of rows `picked[starts[i]:starts[i + 1]]` for each i."""
        sums = np.zeros((len(starts) - 1, self.dim), dtype=np.int32)
        for tier in self.tiers:
            inside = (picked >= tier.first) & (picked < tier.first + len(tier.codes))
            before = np.concatenate([[0], np.cumsum(inside)])[starts]
            self._add(sums, tier, picked[inside], before)
        return sums

    def _add(self, sums: npt.NDArray[np.int32], tier: Tier, picked: Integers, starts: Integers) -> None:
        def raised(rows: Integers) -> npt.NDArray[np.int16]:
            codes = unpack(np.take(tier.codes, rows - tier.first, axis=0), tier.bits)
            return codes * np.take(self.scales, rows)[:, None]

        top = (1 << tier.bits) - 1
        scales = np.concatenate([[0], np.cumsum(self.scales[picked], dtype=np.int32)])
        sums += 2 * sum_lists(picked, starts, raised, self.dim, np.int32)
        sums -= top * (scales[starts[1:]] - scales[starts[:-1]])[:, None]


def load_model(path: Path) -> Model:
    """The model in `path`, mapped into memory; `EncoderError` when the file is not whole."""
    try:
        data = np.asarray(np.memmap(path, dtype=np.uint8, mode="r"))
        header = json.loads(bytes(data[:_HEADER]))
        dim, name, digest = int(header["dim"]), str(header["name"]), str(header["digest"])
        shape = [(int(rows), int(bits)) for rows, bits in header["tiers"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EncoderError(f"{path} is not a model of the embedded encoder: reinstall rashomon") from error
    count = sum(rows for rows, _ in shape)
    codes_at = _HEADER + 6 * count
    if header.get("format") != _FORMAT or len(data) != codes_at + sum(rows * dim * bits // 8 for rows, bits in shape):
        raise EncoderError(f"{path} is not a whole model of the embedded encoder: reinstall rashomon")
    keys = data[_HEADER : _HEADER + 4 * count].view("<u4").astype(np.uint32)
    scales = data[_HEADER + 4 * count : codes_at].view("<i2").astype(np.int16)
    return Model(name, dim, digest, Rows(keys), scales, _tiers(data[codes_at:], dim, shape))


def _tiers(data: npt.NDArray[np.uint8], dim: int, shape: Sequence[tuple[int, int]]) -> tuple[Tier, ...]:
    tiers, first, at = [], 0, 0
    for rows, bits in shape:
        size = rows * dim * bits // 8
        tiers.append(Tier(first, bits, data[at : at + size].reshape(rows, -1)))
        first, at = first + rows, at + size
    return tuple(tiers)


def save_model(
    path: Path, name: str, keys: npt.NDArray[np.uint32], table: npt.NDArray[np.float32], shape: Sequence[tuple[int, int]]
) -> None:
    """Write rows of floats as a model file, whole or not at all; `shape` gives rows and bits of each tier."""
    scales, codes = quantise(table, shape)
    ends = np.cumsum([rows for rows, _ in shape])
    packed = [pack(part, bits) for part, (_, bits) in zip(np.split(codes, ends[:-1]), shape, strict=True)]
    body = keys.astype("<u4").tobytes() + scales.astype("<i2").tobytes() + b"".join(part.tobytes() for part in packed)
    digest = hashlib.blake2b(body, digest_size=12).hexdigest()
    header = {"format": _FORMAT, "name": name, "dim": table.shape[1], "tiers": list(shape), "digest": digest}
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as out:
        out.write(json.dumps(header).encode().ljust(_HEADER) + body)
    Path(out.name).chmod(0o644)
    Path(out.name).replace(path)
