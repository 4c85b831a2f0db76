from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from checker.encoders import load_encoder
from checker.encoders.cache import CachedEncoder

TEXTS = [f"Fähre {number} legt ab" for number in range(20)]


class Counting:
    """The hashed encoder, counting what it is asked."""

    def __init__(self, identity: str = "counting-1") -> None:
        self._encoder = load_encoder("hashed")
        self.name, self.dim, self.identity = "counting", self._encoder.dim, identity
        self.join, self.candidate = 0.5, 0.1
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Any:
        self.asked.extend(texts)
        return self._encoder.encode(texts)


def test_a_text_is_encoded_once_over_all_runs(tmp_path: Path) -> None:
    first = Counting()
    cold = CachedEncoder(first, tmp_path).encode([*TEXTS, TEXTS[0]])
    second = Counting()
    warm = CachedEncoder(second, tmp_path).encode([*TEXTS, TEXTS[0]])
    assert first.asked == TEXTS
    assert second.asked == []
    assert np.array_equal(cold, warm)
    assert np.allclose(cold[:-1], load_encoder("hashed").encode(TEXTS), atol=1e-3)
    assert CachedEncoder(second, tmp_path).encode([]).shape == (0, second.dim)


def test_another_encoder_does_not_meet_these_vectors(tmp_path: Path) -> None:
    CachedEncoder(Counting("one"), tmp_path).encode(TEXTS)
    other = Counting("two")
    CachedEncoder(other, tmp_path).encode(TEXTS)
    assert other.asked == TEXTS


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-3], lambda data: data[:40] + b"?" + data[41:], lambda _: b"", lambda _: b"x" * 500]
)
def test_a_damaged_file_is_encoded_again(tmp_path: Path, damage: Any) -> None:
    whole = CachedEncoder(Counting(), tmp_path).encode(TEXTS)
    (file,) = tmp_path.rglob("*.vec")
    file.write_bytes(damage(file.read_bytes()))
    again = Counting()
    assert np.array_equal(CachedEncoder(again, tmp_path).encode(TEXTS), whole)
    assert again.asked == TEXTS


def test_concurrent_runs_lose_nothing_and_many_files_become_few(tmp_path: Path) -> None:
    def run(text: str) -> None:
        CachedEncoder(Counting(), tmp_path).encode([text])

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(run, [f"{text} um {hour}" for text in TEXTS for hour in range(5)]))
    assert len(list(tmp_path.rglob("*.vec"))) < 80
    assert not list(tmp_path.rglob("*.part"))
    last = Counting()
    CachedEncoder(last, tmp_path).encode([f"{text} um {hour}" for text in TEXTS for hour in range(5)])
    assert last.asked == []


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    encoder = CachedEncoder(Counting(), blocked)
    assert encoder.encode(TEXTS).shape == (20, encoder.dim)
