"""One training step on the CPU: forward, the softmax gradient written out, backward, Adam."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from encoder_batches import Batch
from encoder_corpus import Corpus
from encoder_kernel import buffer, load_kernel, pointer, real, whole
from encoder_rows import rows_of_words

from checker.encoders.rows import Rows


@dataclass(frozen=True, slots=True)
class Settings:
    """What a step needs to know beside the data."""

    scale: float = 20.0
    seed: int = 7
    spread: float = 0.05  # of the first entries
    margin: float = 0.0
    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8


class Step:
    """The table of rows (float32), the moments of Adam, and the scratch space of the kernel."""

    def __init__(self, corpus: Corpus, rows: Rows, dim: int, settings: Settings, folder: Path) -> None:
        self._tokens, self._text_starts = np.ascontiguousarray(corpus.tokens), np.ascontiguousarray(corpus.text_starts)
        self._rows, self._word_starts = rows_of_words(rows, corpus.hashes, corpus.word_starts)
        self._is_number = np.ascontiguousarray(corpus.is_number)
        self._settings, self._dim = settings, dim
        self._kernel = load_kernel(folder, dim)
        rng = np.random.default_rng(settings.seed)
        self.table = rng.normal(0, settings.spread, (len(rows), dim)).astype(np.float32)
        self.first, self.second = np.zeros_like(self.table), np.zeros_like(self.table)
        self._word_slots = np.full(len(self._word_starts) - 1, -1, dtype=np.int32)
        self._row_slots = np.full(len(rows), -1, dtype=np.int32)

    def run(self, batch: Batch, step: int, rate: float) -> float:
        """One step at learning rate `rate`; returns the loss."""
        slots, slot_starts, words = self._words(batch)
        sums = self.sums(self.sums(self.table, self._rows, self._word_starts, words), slots, slot_starts)
        norms = np.sqrt(np.einsum("ij,ij->i", sums, sums))[:, None] + 1e-9
        units = sums / norms
        half = len(units) // 2
        loss, left, right = softmax_gradient(units[:half], units[half:], batch, self._settings, self._kernel)
        gradient = np.concatenate([left, right])
        gradient -= np.einsum("ij,ij->i", gradient, units)[:, None] * units
        gradient /= norms
        starts, owners = self._transposed(slots, slot_starts, len(words))
        self._update(words, self.sums(gradient, owners, starts), step, rate)
        return loss

    def state(self, name: str) -> Any:
        """ "table", "first" or "second" as a numpy array."""
        return getattr(self, name)

    def restore(self, name: str, values: Any) -> None:
        """Put back what `state` gave."""
        getattr(self, name)[:] = values

    def _words(self, batch: Batch) -> tuple[Any, Any, Any]:
        groups = len(batch.group_starts) - 1
        longest = int((self._text_starts[batch.texts.astype(np.int64) + 1] - self._text_starts[batch.texts]).sum())
        slots, slot_starts, words = buffer(np.int32, longest), buffer(np.int64, groups + 1), buffer(np.uint32, longest)
        found = self._kernel.list_words(
            pointer(self._tokens),
            pointer(self._text_starts),
            pointer(batch.texts),
            pointer(batch.group_starts),
            whole(groups),
            pointer(self._is_number) if batch.masked else None,
            pointer(self._word_slots),
            pointer(slots),
            pointer(slot_starts),
            pointer(words),
        )
        return slots[: slot_starts[-1]], slot_starts, words[:found]

    def sums(self, table: Any, rows: Any, starts: Any, picked: Any = None) -> Any:
        """The sum of the rows of each list, or of the lists that are picked (uint32), as an array (lists, dim)."""
        count = len(starts) - 1 if picked is None else len(picked)
        out = buffer(np.float32, count * self._dim).reshape(-1, self._dim)
        chosen = None if picked is None else pointer(picked)
        self._kernel.sum_rows(pointer(table), pointer(rows), pointer(starts), chosen, whole(count), pointer(out))
        return out

    def _transposed(self, columns: Any, starts: Any, count: int) -> tuple[Any, Any]:
        col_starts, fill, out = buffer(np.int64, count + 1), buffer(np.int64, count + 1), buffer(np.int32, len(columns))
        self._kernel.transpose(
            pointer(columns),
            pointer(starts),
            whole(len(starts) - 1),
            whole(count),
            pointer(col_starts),
            pointer(fill),
            pointer(out),
        )
        return col_starts, out

    def _update(self, words: Any, gradients: Any, step: int, rate: float) -> None:
        total = int((self._word_starts[words.astype(np.int64) + 1] - self._word_starts[words]).sum())
        slots, slot_starts, features = buffer(np.int32, total), buffer(np.int64, len(words) + 1), buffer(np.int32, total)
        found = self._kernel.list_features(
            pointer(self._rows),
            pointer(self._word_starts),
            pointer(words),
            whole(len(words)),
            pointer(self._row_slots),
            pointer(slots),
            pointer(slot_starts),
            pointer(features),
        )
        starts, owners = self._transposed(slots, slot_starts, found)
        settings = self._settings
        correction = np.sqrt(1 - settings.beta2 ** (step + 1)) / (1 - settings.beta1 ** (step + 1))
        self._kernel.update_rows(
            pointer(self.table),
            pointer(self.first),
            pointer(self.second),
            pointer(features),
            whole(found),
            pointer(starts),
            pointer(owners),
            pointer(gradients),
            real(rate * correction),
            real(settings.beta1),
            real(settings.beta2),
            real(settings.epsilon),
        )


def softmax_gradient(left: Any, right: Any, batch: Batch, settings: Settings, kernel: Any) -> tuple[float, Any, Any]:
    """Symmetric InfoNCE with its gradient: loss, d loss / d left, d loss / d right. Other copies of a text are no negatives."""
    count = len(left)
    scores = left @ right.T
    rows, columns, positive = (buffer(np.float32, count) for _ in range(3))
    kernel.exponentials(
        pointer(scores),
        whole(count),
        pointer(batch.left_ids),
        pointer(batch.right_ids),
        real(settings.scale),
        real(settings.margin),
        pointer(rows),
        pointer(columns),
        pointer(positive),
    )
    kernel.score_gradient(pointer(scores), whole(count), real(settings.scale), pointer(rows), pointer(columns))
    loss = float((np.log(rows) + np.log(columns) - 2 * positive).mean() / 2)
    return loss, scores @ right, scores.T @ left
