"""One training step with torch, on a GPU or without a C compiler: the same arithmetic as `encoder_step.Step`."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from encoder_batches import Batch
from encoder_corpus import Corpus
from encoder_rows import rows_of_words
from encoder_step import Settings
from torch.nn import functional

from checker.encoders.rows import Rows


class TorchStep:
    """The table of rows (float32) and the moments of Adam, on one device."""

    def __init__(self, corpus: Corpus, rows: Rows, dim: int, settings: Settings, device: str) -> None:
        self._corpus, self._settings, self._device = corpus, settings, torch.device(device)
        self._rows, self._word_starts = rows_of_words(rows, corpus.hashes, corpus.word_starts)
        rng = np.random.default_rng(settings.seed)
        table = rng.normal(0, settings.spread, (len(rows), dim)).astype(np.float32)
        self.table = torch.from_numpy(table).to(self._device)
        self.first, self.second = torch.zeros_like(self.table), torch.zeros_like(self.table)

    def run(self, batch: Batch, step: int, rate: float) -> float:
        """One step at learning rate `rate`; returns the loss."""
        tokens, group_starts = self._tokens(batch)
        words, slots = np.unique(tokens, return_inverse=True)
        features, word_starts = _joined(self._rows, self._word_starts, words)
        distinct, feature_slots = np.unique(features, return_inverse=True)
        picked = self._put(distinct)
        part = self.table[picked].requires_grad_()
        vectors = self._bags(part, feature_slots, word_starts)
        units = functional.normalize(self._bags(vectors, slots, group_starts), eps=1e-9)
        loss = self._loss(units, batch)
        loss.backward()
        assert part.grad is not None
        self._adam(picked, part.grad, step, rate)
        return float(loss.detach())

    def sums(self, table: Any, rows: Any, starts: Any) -> Any:
        """The sum of the rows of each list, as a numpy array (lists, dim)."""
        held = table if isinstance(table, torch.Tensor) else self._put(table)
        return self._bags(held, rows, starts).cpu().numpy()

    def state(self, name: str) -> Any:
        """ "table", "first" or "second" as a numpy array."""
        return getattr(self, name).cpu().numpy()

    def restore(self, name: str, values: Any) -> None:
        """Put back what `state` gave."""
        getattr(self, name).copy_(torch.from_numpy(np.array(values)))

    def _tokens(self, batch: Batch) -> tuple[Any, Any]:
        """The words of all groups one after another, and where each group starts."""
        tokens, text_starts = _joined(self._corpus.tokens, self._corpus.text_starts, batch.texts)
        kept = np.asarray(self._corpus.is_number)[tokens] == 0 if batch.masked else np.ones(len(tokens), dtype=np.bool_)
        before = np.concatenate([[0], np.cumsum(kept)])
        return tokens[kept], before[text_starts[batch.group_starts]]

    def _loss(self, units: torch.Tensor, batch: Batch) -> torch.Tensor:
        half = len(units) // 2
        scores = units[:half] @ units[half:].T
        scores = self._settings.scale * (scores - self._settings.margin * torch.eye(half, device=self._device))
        ids = (self._put(batch.left_ids.astype(np.int64)), self._put(batch.right_ids.astype(np.int64)))
        same = (ids[0][:, None] == ids[0]) | (ids[1][:, None] == ids[1])
        scores = scores.masked_fill(same & ~torch.eye(half, dtype=torch.bool, device=self._device), -torch.inf)
        own = torch.arange(half, device=self._device)
        return (functional.cross_entropy(scores, own) + functional.cross_entropy(scores.T, own)) / 2

    def _adam(self, picked: torch.Tensor, gradient: torch.Tensor, step: int, rate: float) -> None:
        settings = self._settings
        first = torch.lerp(gradient, self.first[picked], settings.beta1)
        second = torch.lerp(gradient * gradient, self.second[picked], settings.beta2)
        correction = float(np.sqrt(1 - settings.beta2 ** (step + 1)) / (1 - settings.beta1 ** (step + 1)))
        self.table[picked] -= rate * correction * first / (second.sqrt() + settings.epsilon)
        self.first[picked], self.second[picked] = first, second

    def _bags(self, table: torch.Tensor, rows: Any, starts: Any) -> torch.Tensor:
        return functional.embedding_bag(self._put(rows), table, self._put(starts[:-1]), mode="sum")

    def _put(self, values: Any) -> torch.Tensor:
        kind = np.float32 if values.dtype == np.float32 else np.int64
        return torch.from_numpy(np.ascontiguousarray(values, dtype=kind)).to(self._device)


def _joined(values: Any, starts: Any, picked: Any) -> tuple[Any, Any]:
    """The lists `values[starts[p]:starts[p + 1]]` of all p in `picked`, one after another, and where each starts."""
    picked = np.asarray(picked, dtype=np.int64)
    first = np.asarray(starts)[picked]
    lengths = np.asarray(starts)[picked + 1] - first
    begins = np.concatenate([[0], np.cumsum(lengths)])
    places = np.arange(begins[-1]) - np.repeat(begins[:-1] - first, lengths)
    return np.asarray(values)[places], begins
