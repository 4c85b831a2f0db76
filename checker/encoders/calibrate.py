"""Finding the thresholds of an encoder on annotated stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from checker.encoders.claim_vectors import ClaimText, encode_claims
from checker.encoders.encoder import EncoderError
from checker.encoders.gold import GoldClaim, load_gold_claims
from checker.encoders.thresholds import Thresholds

if TYPE_CHECKING:
    from checker.encoders.encoder import Encoder

_KEPT = 0.98  # of the pairs about one fact, those that a candidate threshold must let through
_PRECISE = 0.8  # what share of the joins must be right
_STEPS = np.round(np.arange(-0.2, 1.0, 0.005), 3)


@dataclass(frozen=True, slots=True)
class Calibration:
    """Thresholds, and what they were found on: pairs of claims of one kind and subject from two articles of a story."""

    thresholds: Thresholds
    pairs: int
    same: int
    precision: float
    recall: float
    nearest: float  # share of claims whose nearest claim of another language is about the same fact
    chance: float  # the same share when the claim is drawn blindly


def calibrate_encoder(encoder: Encoder, folder: Path, *, names: bool = True) -> Calibration:
    """Choose `join` as clusters use it: among claims of one kind and subject, by their words alone.

    It is the smallest cosine whose joins are right in four of five cases, or, where none is, the best F1; `candidate` lets 98 %
    of the true pairs pass. `names` says whether the nearest claims are looked for by words and names, or by words alone.
    Raises `EncoderError` when the folder cannot be read or no two of its claims are about one fact.
    """
    claims = load_gold_claims(folder, names=names)
    words = encode_claims(encoder, [ClaimText(claim.text.words, ()) for claim in claims])
    scores, same = _pairs(claims, words)
    if not same.any():
        raise EncoderError(f"{folder} holds no two claims about one fact: thresholds cannot be found on it")
    precise = (float(step) for step in _STEPS if _rates(scores, same, float(step))[0] >= _PRECISE)
    join = next(precise, float(max(_STEPS, key=lambda step: (_f1(scores, same, float(step)), -step))))
    candidate = float(np.floor(np.quantile(scores[same], 1 - _KEPT) * 200) / 200)
    precision, recall = _rates(scores, same, join)
    nearest, chance = nearest_same(claims, encode_claims(encoder, [claim.text for claim in claims]))
    return Calibration(Thresholds(join, min(candidate, join)), len(scores), int(same.sum()), precision, recall, nearest, chance)


def nearest_same(claims: Sequence[GoldClaim], vectors: npt.NDArray[np.float32]) -> tuple[float, float]:
    """Of the claims that have one about the same fact in another language: how often the nearest of another language is one.

    Nearest by cosine among the claims of one story and kind; the second figure is what drawing blindly among them gives.
    """
    hits, chances = [], []
    for block in _blocks(claims):
        scores = vectors[block] @ vectors[block].T
        for row, at in enumerate(block):
            others = [column for column, other in enumerate(block) if claims[other].lang != claims[at].lang]
            same = [claims[block[column]].cluster == claims[at].cluster for column in others]
            if any(same):
                hits.append(same[int(np.argmax(scores[row, others]))])
                chances.append(sum(same) / len(same))
    return float(np.mean(hits)), float(np.mean(chances))


def _blocks(claims: Sequence[GoldClaim], *, by_subject: bool = False) -> Iterator[list[int]]:
    blocks: dict[tuple[str, ...], list[int]] = {}
    for at, claim in enumerate(claims):
        blocks.setdefault((claim.story, claim.kind, claim.subject if by_subject else ""), []).append(at)
    return iter(blocks.values())


def _pairs(
    claims: Sequence[GoldClaim], vectors: npt.NDArray[np.float32]
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.bool_]]:
    scores, same = [], []
    for block in _blocks(claims, by_subject=True):
        products = vectors[block] @ vectors[block].T
        for row, first in enumerate(block):
            for column, second in enumerate(block[:row]):
                if claims[first].article != claims[second].article:
                    scores.append(products[row, column])
                    same.append(claims[first].cluster == claims[second].cluster)
    return np.array(scores, dtype=np.float32), np.array(same, dtype=np.bool_)


def _rates(scores: npt.NDArray[np.float32], same: npt.NDArray[np.bool_], threshold: float) -> tuple[float, float]:
    joined = scores >= threshold
    right = int((joined & same).sum())
    return right / max(1, int(joined.sum())), right / max(1, int(same.sum()))


def _f1(scores: npt.NDArray[np.float32], same: npt.NDArray[np.bool_], threshold: float) -> float:
    precision, recall = _rates(scores, same, threshold)
    return 2 * precision * recall / max(1e-9, precision + recall)
