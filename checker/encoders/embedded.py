"""The encoder that ships with Rashomon: a sum of learned rows, numpy only, the same bytes on every machine.

All sums are sums of integers, so that neither the batch, the order nor the number of threads can change a result.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from checker.encoders.features import word_features
from checker.encoders.model_file import Model, load_model
from checker.encoders.sums import sum_lists
from checker.encoders.thresholds import load_thresholds
from checker.encoders.words import split_words

if TYPE_CHECKING:
    from checker.encoders.encoder import Vectors

MODEL_FILE = Path(__file__).with_name("embedded.bin")
_TEXTS_AT_ONCE = 1024
_WORDS_AT_ONCE = 512
_WORDS_KEPT = 100_000  # a kilobyte each; a batch with more of them is still encoded
_SAFE_LENGTH = 2000  # words whose sum fits 32 bits: each has at most 30 rows of 15 bits
_EXACT = 22  # bits of an entry whose squares still add up exactly in float64, over up to 512 entries


class EmbeddedEncoder:
    """Texts as unit vectors; keeps the vectors of the words it has met, up to a fixed number."""

    def __init__(self, model: Model, join: float, candidate: float) -> None:
        self._model = model
        self.name, self.dim = model.name, model.dim
        self.identity = f"{model.name}-{model.digest}"
        self.join, self.candidate = join, candidate
        self._words: dict[str, int] = {}
        self._vectors = np.zeros((1024, model.dim), dtype=np.int32)
        self._lock = Lock()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors (len(texts), dim); zeros for a text without a word."""
        out = np.zeros((len(texts), self.dim), dtype=np.float32)
        with self._lock:
            for at in range(0, len(texts), _TEXTS_AT_ONCE):
                part = texts[at : at + _TEXTS_AT_ONCE]
                out[at : at + len(part)] = self._encode([split_words(text) for text in part])
        return out

    def _encode(self, texts: list[list[str]]) -> Vectors:
        self._learn({word for words in texts for word in words})
        starts = np.zeros(len(texts) + 1, dtype=np.int64)
        np.cumsum([len(words) for words in texts], out=starts[1:])
        known = self._words
        slots = np.array([known[word] for words in texts for word in words], dtype=np.int64)
        safe = int(np.diff(starts).max(initial=0)) <= _SAFE_LENGTH
        sums = sum_lists(slots, starts, self._word_rows, self.dim, np.int32 if safe else np.int64)
        return _unit(sums)

    def _word_rows(self, slots: npt.NDArray[np.int64]) -> npt.NDArray[np.int32]:
        return np.take(self._vectors, slots, axis=0)

    def _learn(self, words: set[str]) -> None:
        """Make sure each of `words` has its vector."""
        if len(self._words) + len(words - self._words.keys()) > _WORDS_KEPT:
            self._words.clear()
        new = sorted(words - self._words.keys())
        base = len(self._words)
        if base + len(new) > len(self._vectors):
            grown = np.zeros((2 * (base + len(new)), self.dim), dtype=np.int32)
            grown[:base] = self._vectors[:base]
            self._vectors = grown
        features = word_features(new)
        rows = self._model.rows.find(features.hashes)
        known = rows >= 0
        rows, all_starts = rows[known], np.concatenate([[0], np.cumsum(known)])[features.starts]
        for at in range(0, len(new), _WORDS_AT_ONCE):
            starts = all_starts[at : at + _WORDS_AT_ONCE + 1]
            sums = self._model.sums(rows[starts[0] : starts[-1]], starts - starts[0])
            self._vectors[base + at : base + at + len(sums)] = sums
        self._words.update((word, base + at) for at, word in enumerate(new))


def _unit(sums: npt.NDArray[Any]) -> Vectors:
    """Rows of integers at unit length: the squares are those of integers small enough to add up exactly."""
    bits = np.frexp(np.abs(sums).max(axis=1, initial=0).astype(np.float64))[1].astype(np.int64)
    shift = np.maximum(0, bits - _EXACT)
    small = (sums >> shift[:, None]).astype(np.float64)
    norms = np.sqrt(np.square(small).sum(axis=1))
    norms[norms == 0] = 1
    unit: Vectors = (small / norms[:, None]).astype(np.float32)
    return unit


def load_embedded(path: Path = MODEL_FILE) -> EmbeddedEncoder:
    """The encoder of a model file, with the thresholds that ship for it."""
    model = load_model(path)
    thresholds = load_thresholds(model.name)
    return EmbeddedEncoder(model, thresholds.join, thresholds.candidate)
