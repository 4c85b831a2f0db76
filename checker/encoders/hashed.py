"""Hashed n-grams: an encoder that needs no training and no file.

It only sees words and names that are alike in Latin letters, so it is a stand-in, and is called so in every report.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from checker.encoders.features import word_features
from checker.encoders.thresholds import load_thresholds
from checker.encoders.words import split_words

if TYPE_CHECKING:
    from checker.encoders.encoder import Vectors

_DIM = 1024
_BATCH = 4096


class HashedEncoder:
    """The parts of a text's words, romanised forms among them, counted into a fixed number of signed buckets."""

    name = "hashed-ngrams"
    identity = "hashed-ngrams-1"
    dim = _DIM

    def __init__(self) -> None:
        thresholds = load_thresholds(self.name)
        self.join, self.candidate = thresholds.join, thresholds.candidate

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors (len(texts), 1024)."""
        out = np.zeros((len(texts), _DIM), dtype=np.float32)
        for at in range(0, len(texts), _BATCH):
            batch = texts[at : at + _BATCH]
            out[at : at + len(batch)] = _counts(batch)
        norms = np.sqrt(np.square(out, dtype=np.float64).sum(axis=1))
        norms[norms == 0] = 1
        unit: Vectors = (out / norms[:, None]).astype(np.float32)
        return unit


def _counts(texts: Sequence[str]) -> npt.NDArray[np.float32]:
    slots: dict[str, int] = {}
    tokens = [[slots.setdefault(word, len(slots)) for word in split_words(text)] for text in texts]
    features = word_features(list(slots))
    lengths = np.diff(features.starts)
    rows = np.repeat(np.arange(len(texts)), [len(words) for words in tokens])
    ids = np.fromiter((word for words in tokens for word in words), dtype=np.int64, count=len(rows))
    spread = np.repeat(rows, lengths[ids])
    ends = np.cumsum(lengths[ids])
    within = np.arange(len(spread)) - np.repeat(ends - lengths[ids], lengths[ids])
    hashes = features.hashes[np.repeat(features.starts[ids], lengths[ids]) + within]
    signs = np.where(hashes >> np.uint64(63), 1.0, -1.0)
    cells = spread * _DIM + ((hashes >> np.uint64(20)) % np.uint64(_DIM)).astype(np.int64)
    counts: Any = np.bincount(cells, weights=signs, minlength=len(texts) * _DIM)
    table: npt.NDArray[np.float32] = counts.reshape(-1, _DIM).astype(np.float32)
    return table
