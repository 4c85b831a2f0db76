"""Measure claims.language on aligned sentences: `python tools/evaluate_language.py FILE.json.gz [--sentences 3]`.

FILE holds an object of language code -> list of sentences. Prints, for each language, the share of chunks of that many
sentences that come out as the language, what the others came out as, and the speed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from pathlib import Path

from claims.lang import pack_codes
from claims.language import identify_language


def main() -> None:
    """Read the file named on the command line and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--sentences", type=int, default=3, help="sentences in a chunk")
    options = parser.parse_args()
    with gzip.open(options.file, "rt", encoding="utf-8") as file:
        corpus: dict[str, list[str]] = json.load(file)
    size, right, total, began = options.sentences, 0, 0, time.perf_counter()
    for code, sentences in corpus.items():
        chunks = [" ".join(sentences[i : i + size]) for i in range(0, len(sentences) - size + 1, size)]
        found = Counter(str(identify_language(chunk).lang) for chunk in chunks)
        right, total = right + found[code], total + len(chunks)
        others = ", ".join(f"{lang} {count}" for lang, count in found.most_common(4) if lang != code)
        print(f"{code:4}{'' if code in pack_codes() else ' (no pack)'}{found[code] / len(chunks):8.2%}  {others}")
    print(f"all {right / total:8.2%}  {total / (time.perf_counter() - began):.0f} chunks/s")


if __name__ == "__main__":
    main()
