"""Retrieval on aligned sentences while training, with the rows as they stand."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
from encoder_rows import rows_of_words

from checker.encoders.features import word_features
from checker.encoders.rows import Rows
from checker.encoders.words import split_words

CORE = ("ar", "de", "pt", "ru", "uk")


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares of sentences whose nearest one by cosine is their translation."""

    to_english: dict[str, float]
    core_pairs: float

    @property
    def average(self) -> float:
        """Over the languages other than English."""
        return float(np.mean(list(self.to_english.values())))

    def line(self) -> str:
        """One line for the log."""
        worst = sorted(self.to_english.items(), key=lambda item: item[1])[:5]
        shown = " ".join(f"{lang} {value:.1%}" for lang, value in worst)
        return f"xx->en {self.average:.2%}, core pairs {self.core_pairs:.2%}, worst {shown}"


class Flores:
    """Aligned sentences, taken apart once."""

    def __init__(self, path: Path, rows: Rows) -> None:
        aligned: dict[str, list[str]] = json.loads(gzip.decompress(path.read_bytes()))
        self._languages = list(aligned)
        self._count = len(aligned["en"])
        numbers: dict[str, int] = {}
        tokens = [
            [numbers.setdefault(word, len(numbers)) for word in split_words(text)]
            for texts in aligned.values()
            for text in texts
        ]
        self._slots = np.array([word for words in tokens for word in words], dtype=np.int32)
        self._starts = np.concatenate([[0], np.cumsum([len(words) for words in tokens])]).astype(np.int64)
        features = word_features(list(numbers))
        self._rows, self._word_starts = rows_of_words(rows, features.hashes, features.starts)

    def measure(self, step: Any) -> Figures:
        """The figures of the table as a step has left it."""
        words = step.sums(step.table, self._rows, self._word_starts)
        vectors = step.sums(words, self._slots, self._starts)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
        dim = vectors.shape[1]
        by_language = dict(zip(self._languages, vectors.reshape(-1, self._count, dim), strict=True))
        english = {lang: _found(values, by_language["en"]) for lang, values in by_language.items() if lang != "en"}
        pairs = [_found(by_language[first], by_language[second]) for first, second in permutations(CORE, 2)]
        return Figures(english, float(np.mean(pairs)))


def _found(queries: Any, answers: Any) -> float:
    return float(((queries @ answers.T).argmax(axis=1) == np.arange(len(queries))).mean())
