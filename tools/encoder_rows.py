"""Which features get a row."""

from __future__ import annotations

from typing import Any

import numpy as np
from encoder_corpus import Corpus

from checker.encoders.rows import Rows


def choose_rows(corpus: Corpus, shares: Any, count: int) -> Rows:
    """The `count` features met most often in training get a row, the most frequent first.

    `shares` says how often each pair is drawn, relative to the others.
    """
    counts = _word_counts(corpus, shares)
    keys = np.asarray(corpus.hashes) >> np.uint64(32)
    weights = np.repeat(counts, np.diff(corpus.word_starts))
    order = np.argsort(keys)
    keys, weights = keys[order], weights[order]
    first = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
    totals = np.add.reduceat(weights, first)
    kept = np.argsort(-totals, kind="stable")[:count]
    return Rows(keys[first][kept].astype(np.uint32))


def _word_counts(corpus: Corpus, shares: Any) -> Any:
    per_text = np.zeros(len(corpus.text_lang))
    for side in (0, 1):
        per_text += np.bincount(corpus.pairs[:, side], weights=shares, minlength=len(per_text))
    per_token = np.repeat(per_text, np.diff(corpus.text_starts))
    return np.bincount(corpus.tokens, weights=per_token, minlength=len(corpus.is_number))


def rows_of_words(rows: Rows, hashes: Any, starts: Any) -> tuple[Any, Any]:
    """The rows (int32) of words whose features are `hashes[starts[i]:starts[i + 1]]`, and where those of each word start."""
    found = rows.find(np.asarray(hashes))
    known = found >= 0
    before = np.concatenate([[0], np.cumsum(known)]).astype(np.int64)
    return found[known].astype(np.int32), np.ascontiguousarray(before[np.asarray(starts)])
