"""Files stay small enough to read at one sitting."""

from __future__ import annotations

import statistics
from pathlib import Path

ROOT = Path(__file__).parents[2]
FILES = [path for package in ("claims", "checker", "reports") for path in (ROOT / package).rglob("*.py")]
LENGTHS = {path: len(path.read_text().splitlines()) for path in FILES}


def test_no_file_is_longer_than_400_lines() -> None:
    assert {str(path): count for path, count in LENGTHS.items() if count > 400} == {}


def test_the_median_file_is_near_100_lines() -> None:
    assert statistics.median(LENGTHS.values()) <= 120
