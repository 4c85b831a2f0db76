"""How many comparisons of names a second and core: pairs that share a blocking key, as the resolver would compare them.

    python -m benchmarks.bench_names [--data ../shared/data/entities] [--names 4000]

The names are people of Wikidata in Latin, Hebrew and Korean letters. Time is processor time of one process.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import random
import time
from collections import defaultdict
from pathlib import Path

from claims.entities.names import blocking_keys, compare_names


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/entities"))
    parser.add_argument("--names", type=int, default=4_000)
    parser.add_argument("--pairs", type=int, default=100_000)
    args = parser.parse_args()
    names = read_names(args.data / "fullnames.wikidata.tsv.gz", args.names)
    compare_names(names[0], names[1], kind="person")  # reads the model and the alias table
    started = time.process_time()
    pairs = pair_blocks(names, args.pairs)
    blocked = time.process_time()
    verdicts = [compare_names(a, b, kind="person").verdict for a, b in pairs]
    seconds = time.process_time() - blocked
    print(f"{len(names)} names blocked in {blocked - started:.2f} s")
    print(f"{len(pairs)} pairs within blocks, {verdicts.count('same')} the same: {len(pairs) / seconds:,.0f} comparisons/s")


def read_names(path: Path, count: int) -> list[str]:
    """Names in two scripts each, mixed."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t")[1:] for line in lines]
    rng = random.Random(5)
    names = sorted({name for row in rng.sample(rows, count // 2) for name in row})
    rng.shuffle(names)
    return names


def pair_blocks(names: list[str], count: int) -> list[tuple[str, str]]:
    """Pairs that share a key, a random `count` of them."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for key in blocking_keys(name, "person"):
            blocks[key].append(name)
    pairs = {pair for block in blocks.values() for pair in itertools.combinations(sorted(block), 2)}
    print(f"{len(pairs)} of {len(names) * (len(names) - 1) // 2} possible pairs share a block")
    chosen = sorted(pairs)
    random.Random(5).shuffle(chosen)
    return chosen[:count]


if __name__ == "__main__":
    main()
