"""The vector of a claim: half what is said, half who and what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from checker.encoders.encoder import Encoder, Vectors


@dataclass(frozen=True, slots=True)
class ClaimText:
    """What is encoded of a claim.

    `words`: its sentence and its quote, the figures masked (`masking.mask_values`). `names`: the canonical names of its subject
    and object, so that "the company" lies with the name it stands for; empty where none is known.
    """

    words: str
    names: tuple[str, ...] = ()


def encode_claims(encoder: Encoder, claims: Sequence[ClaimText]) -> Vectors:
    """Unit vectors (len(claims), dim): the sum of the vector of the words and the vector of the names.

    Adding two unit vectors, and not encoding one longer text, gives names the same weight in long and short sentences.
    """
    sums = encoder.encode([claim.words for claim in claims]) + encoder.encode([" ".join(claim.names) for claim in claims])
    norms = np.sqrt(np.square(sums, dtype=np.float64).sum(axis=1, keepdims=True))
    norms[norms == 0] = 1
    unit: Vectors = (sums / norms).astype(np.float32)
    return unit
