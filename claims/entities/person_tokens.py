"""How often a word is part of a person's name, from the Wikidata name tables (CC0), kept as hashes."""

from __future__ import annotations

import zlib
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.entities.folding import bare_forms, fold_word
from claims.entities.tokens import word_script

_FILE = Path(__file__).parent / "models" / "person_tokens.npz"


def token_hash(word: str) -> int:
    """The 32 bits that stand for a lower-cased word in the shipped table."""
    return zlib.crc32(word.encode("utf-8"))


@cache
def _table() -> tuple[NDArray[np.uint32], NDArray[np.uint8]]:
    with np.load(_FILE) as data:
        return data["hashes"], data["levels"]


@lru_cache(maxsize=65536)
def person_level(word: str) -> int:
    """0 for a word seen in no or next to no person's name, else 1 (rare) to 4 (very common); `word` is lower-cased."""
    hashes, levels = _table()
    wanted = token_hash(word)
    place = int(np.searchsorted(hashes, np.uint32(wanted)))
    return int(levels[place]) if place < len(hashes) and int(hashes[place]) == wanted else 0


@lru_cache(maxsize=65536)
def name_level(word: str) -> int:
    """`person_level` of a word as a text writes it: in any case, inflected, with particles, in two parts."""
    folded = word.lower()
    forms = {folded, *folded.split("-"), *bare_forms(fold_word(word)), *bare_forms(folded)}
    if word_script(word) == "cyrillic":
        forms |= {folded[:-cut] + tail for cut in (1, 2) if len(folded) > cut + 2 for tail in ("", "а", "й", "я")}
    return max(person_level(form) for form in forms)
