"""What one training step looks at: pairs of one source, some by way of a third language, joined, or with names added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from encoder_corpus import Corpus
from encoder_sources import NAMES, SENTENCES, SOURCES, WORDS

_MIX = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Batch:
    """Groups of texts: left groups first, then the right group of each, in the same order."""

    texts: Any  # uint32, text numbers
    group_starts: Any  # int64 (2 n + 1)
    left_ids: Any  # uint64 (n), equal where the left groups are the same
    right_ids: Any  # uint64 (n)
    masked: bool  # leave out every number, as claims do


@dataclass(frozen=True, slots=True)
class Recipe:
    """How batches are drawn; the defaults are those of the shipped model."""

    size: int = 1024
    swap: float = 0.35  # left texts replaced by another translation of theirs
    join: float = 0.5  # batches that join pairs
    longest_join: int = 5
    longest_list: int = 8  # words joined from a dictionary
    mask: float = 0.15  # batches without numbers
    same_sentence: int = 4  # names that share a sentence, so that only the name tells them apart
    balance: float = 0.5  # 0: languages by their size, 1: all alike


def pair_shares(corpus: Corpus, balance: float) -> Any:
    """How often each pair is drawn: sources by their weight, the languages of a source by size ** (1 - balance)."""
    source = np.asarray(corpus.pair_source)
    languages = np.asarray(corpus.text_lang)[np.asarray(corpus.pairs)].astype(np.int64)
    group = (source.astype(np.int64) * 256 + languages[:, 0]) * 256 + languages[:, 1]
    _, member, sizes = np.unique(group, return_inverse=True, return_counts=True)
    shares = sizes[member] ** -balance
    totals = np.bincount(source, weights=shares, minlength=len(corpus.sources))
    weights = np.array([SOURCES[name][1] for name in corpus.sources])
    return shares * (weights / np.maximum(totals, 1e-9))[source]


def boosted(corpus: Corpus, shares: Any, boosts: Mapping[str, float]) -> Any:
    """`shares`, with the pairs of some languages drawn more often than before: for a last stretch, where one lags behind."""
    factors = np.array([boosts.get(language, 1.0) for language in corpus.languages])
    return shares * factors[np.asarray(corpus.text_lang)[np.asarray(corpus.pairs)]].max(axis=1)


class Sampler:
    """Draws batches; the same seed and step give the same batch."""

    def __init__(self, corpus: Corpus, shares: Any, recipe: Recipe, seed: int) -> None:
        self._corpus, self._recipe, self._seed = corpus, recipe, seed
        self._pairs = np.asarray(corpus.pairs)
        source = np.asarray(corpus.pair_source)
        self._kinds = [SOURCES[name][0] for name in corpus.sources]
        self._of_source = [np.flatnonzero(source == at) for at in range(len(corpus.sources))]
        self._ladders = [np.cumsum(shares[rows]) for rows in self._of_source]
        weights = np.array([ladder[-1] if len(ladder) else 0.0 for ladder in self._ladders])
        self._weights = weights / weights.sum()
        self._others, self._other_starts = self._translations(source)

    def _translations(self, source: Any) -> tuple[Any, Any]:
        """For each text, the texts paired with it in sentence sources."""
        pairs = self._pairs[np.array([kind == SENTENCES for kind in self._kinds])[source]]
        order = np.argsort(pairs[:, 0], kind="stable")
        starts = np.zeros(len(self._corpus.text_lang) + 1, dtype=np.int64)
        np.cumsum(np.bincount(pairs[:, 0], minlength=len(starts) - 1), out=starts[1:])
        return pairs[order, 1], starts

    def batch(self, step: int) -> Batch:
        """The batch of `step`."""
        rng = np.random.default_rng((self._seed, step))
        source = int(rng.choice(len(self._weights), p=self._weights))
        kind = self._kinds[source]
        if kind == NAMES and rng.random() < 0.7:
            left, right, sizes = self._named(rng, source)
        else:
            sizes = self._sizes(rng, kind)
            left, right = self._draw(rng, source, int(sizes.sum()))
        starts = np.concatenate([[0], np.cumsum(sizes)])
        ids = [np.add.reduceat((side.astype(np.uint64) + np.uint64(1)) * _MIX, starts[:-1]) for side in (left, right)]
        group_starts = np.concatenate([starts, starts[1:] + starts[-1]]).astype(np.int64)
        texts = np.concatenate([left, right]).astype(np.uint32)
        masked = kind == SENTENCES and rng.random() < self._recipe.mask
        return Batch(texts, group_starts, ids[0], ids[1], masked)

    def _draw(self, rng: Any, source: int, count: int) -> tuple[Any, Any]:
        ladder = self._ladders[source]
        places = np.searchsorted(ladder, rng.random(count) * ladder[-1]).clip(max=len(ladder) - 1)
        pairs = self._pairs[self._of_source[source][places]]
        left, right = pairs[:, 0].copy(), pairs[:, 1].copy()
        if self._kinds[source] == SENTENCES:
            self._swap(rng, left, right)
        return left, right

    def _named(self, rng: Any, names: int) -> tuple[Any, Any, Any]:
        """Sentences that several groups share, each group with a name of its own."""
        recipe = self._recipe
        sentences = [at for at, kind in enumerate(self._kinds) if kind == SENTENCES and self._weights[at] > 0]
        weights = self._weights[sentences] / self._weights[sentences].sum()
        drawn = self._draw(rng, int(rng.choice(sentences, p=weights)), recipe.size // recipe.same_sentence)
        own = self._draw(rng, names, recipe.size)
        sides = [
            np.stack([np.repeat(shared, recipe.same_sentence), name], axis=1).ravel()
            for shared, name in zip(drawn, own, strict=True)
        ]
        return sides[0], sides[1], np.full(recipe.size, 2, dtype=np.int64)

    def _sizes(self, rng: Any, kind: str) -> Any:
        recipe = self._recipe
        if kind == WORDS:
            return rng.integers(1, recipe.longest_list + 1, size=recipe.size)
        if kind == NAMES or rng.random() >= recipe.join:
            return np.ones(recipe.size, dtype=np.int64)
        return rng.integers(2, recipe.longest_join + 1, size=recipe.size)

    def _swap(self, rng: Any, left: Any, right: Any) -> None:
        """Put another translation in place of some left texts, so that pairs without English are seen."""
        counts = self._other_starts[left + 1] - self._other_starts[left]
        chosen = np.flatnonzero((rng.random(len(left)) < self._recipe.swap) & (counts > 1))
        picks = self._other_starts[left[chosen]] + (rng.random(len(chosen)) * counts[chosen]).astype(np.int64)
        others = self._others[picks]
        same = self._corpus.text_lang[others] == self._corpus.text_lang[right[chosen]]
        left[chosen[~same]] = others[~same]
