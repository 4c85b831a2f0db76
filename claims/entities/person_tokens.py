"""How often a word is part of a person's name, from the Wikidata name tables (CC0), kept as hashes."""

from __future__ import annotations

import zlib
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

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
