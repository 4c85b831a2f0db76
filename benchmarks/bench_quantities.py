"""How fast figures are read: megabytes of UTF-8 per second of CPU time, one process, by language.

The text is the articles of seeds/, repeated to about a megabyte: news as newsrooms write it, with its own share of figures.
Dates are timed on the same text where claims.dates is there, and Recognizers-Text (number, currency and percentage models)
where it is installed: pip install recognizers-text-suite 'emoji<2'. It is not a dependency of Rashomon.
Run: python benchmarks/bench_quantities.py
"""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

SEEDS = Path(__file__).parents[1] / "seeds"
BYTES = 1_000_000
PEER_BYTES = 10_000
PUBLISHED = date(2025, 10, 22)
CULTURES = {"en": "en-us", "de": "de-de", "pt": "pt-br", "es": "es-es", "fr": "fr-fr", "it": "it-it", "ar": "ar-*"}


def articles() -> dict[str, str]:
    """The text of the seed articles by language; their file names start with it."""
    return {path.name[:2]: path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("??-*.txt"))}


def rate(read: Callable[[str], object], text: str, size: int) -> float:
    """Megabytes per second of CPU time that `read` takes over `text`, repeated to `size` bytes."""
    read(text)
    weight = len(text.encode())
    rounds = max(size // weight, 1)
    started = time.process_time()
    for _ in range(rounds):
        read(text)
    return rounds * weight / (time.process_time() - started) / 1e6


def peer(lang: str) -> Callable[[str], object] | None:
    """Recognizers-Text's models for a language; None where it has none in Python."""
    from recognizers_number import recognize_number  # noqa: PLC0415 (not always installed)
    from recognizers_number_with_unit import recognize_currency  # noqa: PLC0415

    culture = CULTURES.get(lang)
    if culture is None or lang == "ar":
        return None
    return lambda text: (recognize_number(text, culture), recognize_currency(text, culture))


def main() -> None:
    """Print one line for each language."""
    has_peer = importlib.util.find_spec("recognizers_number_with_unit") is not None
    has_claims = importlib.util.find_spec("claims") is not None
    if not has_peer:
        print("Recognizers-Text is not installed: its column is empty")
    print(f"{'language':9} {'quantities':>12} {'with dates':>12} {'Recognizers-Text':>18}   (MB/s of CPU time)")
    for lang, text in articles().items():
        ours, both = own_rates(lang, text) if has_claims else (0.0, 0.0)
        found = peer(lang) if has_peer else None
        theirs = f"{rate(found, text, PEER_BYTES):18.4f}" if found else f"{'-':>18}"
        print(f"{lang:9} {ours:12.2f} {both:12.2f} {theirs}")


def own_rates(lang: str, text: str) -> tuple[float, float]:
    """The rates of find_quantities alone, and of it and find_dates together."""
    from claims.dates import find_dates  # noqa: PLC0415 (not in the peer's environment)
    from claims.quantities import find_quantities  # noqa: PLC0415

    alone = rate(lambda part: find_quantities(part, lang), text, BYTES)
    both = rate(lambda part: (find_quantities(part, lang), find_dates(part, lang, PUBLISHED)), text, BYTES)
    return alone, both


if __name__ == "__main__":
    main()
