"""How fast dates are found: megabytes of UTF-8 per second of CPU time, one process, by language.

The text is the cases of tests/cases/dates, repeated, with about 40 words of sentences without a date between two of them: news
has a date in 40 to 60 words. Run: python benchmarks/bench_dates.py
"""

from __future__ import annotations

import time
import tomllib
from datetime import date
from pathlib import Path

from claims.dates import find_dates

CASES = Path(__file__).parents[1] / "tests" / "cases"
BYTES = 1_000_000
WORDS_PER_DATE = 40
PUBLISHED = date(2025, 10, 22)


def news_like(lang: str) -> str:
    """About a megabyte of the language's cases, thinned with the words of its sentence cases."""
    dates = tomllib.loads((CASES / "dates" / f"{lang}.toml").read_text(encoding="utf-8"))["cases"]
    sentences = tomllib.loads((CASES / "sentences" / f"{lang}.toml").read_text(encoding="utf-8"))["case"]
    plain = [s for case in sentences for s in case["sentences"] if not find_dates(s, lang, PUBLISHED)]
    parts: list[str] = []
    at = 0
    for case in dates:
        parts.append(case["text"])
        words = 0
        while words < WORDS_PER_DATE:
            parts.append(plain[at % len(plain)])
            words += max(parts[-1].count(" ") + 1, len(parts[-1]) // 6)
            at += 1
    once = " ".join(parts) + "\n"
    return once * (BYTES // len(once.encode()) + 1)


def megabytes_per_second(lang: str) -> float:
    """The best of three runs."""
    text = news_like(lang)
    find_dates(text[:2000], lang, PUBLISHED)
    best = float("inf")
    for _ in range(3):
        began = time.process_time()
        find_dates(text, lang, PUBLISHED)
        best = min(best, time.process_time() - began)
    return len(text.encode()) / 1e6 / best


def main() -> None:
    """Print a line for each language."""
    for path in sorted((CASES / "dates").glob("*.toml")):
        print(f"{path.stem}  {megabytes_per_second(path.stem):5.1f} MB/s")


if __name__ == "__main__":
    main()
