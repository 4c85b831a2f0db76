"""Write claims/quantities/cldr/symbols.json: currency symbols that mean the same in every language, and what each may mean.

usage: python -m tools.cldr.symbols FOLDER    (FOLDER is the unpacked npm package cldr-numbers-full, see tools/cldr/README.md)

Babel keeps one symbol for a currency; the narrow and variant ones ("kr", "RD$", "Rs") are only in the CLDR files. A symbol of
letters alone is kept where most locales agree on it and it is no common word.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

TARGET = Path(__file__).parents[2] / "claims" / "quantities" / "cldr" / "symbols.json"
_AGREED = 600
_WORDS = frozenset({"lei", "kn", "Ar", "Db", "Ls", "Lt", "Bs", "Rs", "FCFA"}) - {"Rs", "FCFA"}


def _collect(folder: Path) -> dict[str, Counter[str]]:
    symbols: dict[str, Counter[str]] = defaultdict(Counter)
    for path in sorted((folder / "main").glob("*/currencies.json")):
        data = json.loads(path.read_text(encoding="utf-8"))["main"][path.parent.name]["numbers"]["currencies"]
        for code, names in data.items():
            for key, symbol in names.items():
                if key.startswith("symbol") and symbol != code and code not in ("XXX", "KPW"):
                    symbols[unicodedata.normalize("NFKC", symbol).strip()][code] += 1
    return symbols


def _is_safe(symbol: str, codes: Counter[str]) -> bool:
    if any(unicodedata.category(char) == "Sc" for char in symbol):
        return (
            len(symbol) <= 5
            and (" " not in symbol or symbol == "US $")
            and all(char.isascii() or unicodedata.category(char) == "Sc" for char in symbol)
        )
    letters = symbol.isalpha() and len(symbol) > 1 and symbol not in _WORDS and not symbol.isupper()
    return (letters or symbol in ("FCFA", "RM")) and max(codes.values()) >= _AGREED


def main() -> None:
    """Write the table: each symbol with its currencies, the most widely given first."""
    found = _collect(Path(sys.argv[1]))
    table = {s: [code for code, _ in codes.most_common()] for s, codes in sorted(found.items()) if _is_safe(s, codes)}
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
