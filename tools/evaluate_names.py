"""Measure the name matcher: precision, recall and F1 on labelled pairs, false matches on random pairs, missed blocks, speed.

python tools/evaluate_names.py [--pairs ../shared/eval/names/dev.tsv] [--show]
"""

from __future__ import annotations

import argparse
import csv
import gzip
import random
import time
from dataclasses import dataclass
from pathlib import Path

from claims.entities.aliases import AliasTable, load_aliases
from claims.entities.names import blocking_keys, compare_names

KINDS = {"ORG": "organisation", "PER": "person"}


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two names and whether they are one."""

    same: bool
    kind: str
    a: str
    b: str


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=Path, default=Path("../shared/eval/names/dev.tsv"))
    parser.add_argument("--people", type=Path, default=Path("../shared/data/entities/fullnames.wikidata.tsv.gz"))
    parser.add_argument("--random", type=int, default=10_000)
    parser.add_argument("--show", action="store_true", help="list the pairs that went wrong without the alias table")
    args = parser.parse_args()
    pairs = read_pairs(args.pairs)
    print_scores("with aliases", pairs, load_aliases(), args.show)
    print_scores("without aliases", pairs, AliasTable((), {}), args.show)
    true = [pair for pair in pairs if pair.same]
    missed = [(p.a, p.b) for p in true if set(blocking_keys(p.a, p.kind)).isdisjoint(blocking_keys(p.b, p.kind))]
    print(f"true pairs without a common block: {len(missed)} of {len(true)} {missed}")
    names = [(pair.a, name, pair.kind) for pair in pairs if pair.same for name in (pair.a, pair.b)]
    print_random("of the labelled names", names, args.random)
    if args.people.exists():
        print_random("of people of Wikidata", read_people(args.people), args.random)


def read_pairs(path: Path) -> list[LabelledPair]:
    """The labelled pairs of a TSV file with columns label, type, kind, name_a, lang_b, name_b."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [LabelledPair(row["label"] == "1", KINDS[row["type"]], row["name_a"], row["name_b"]) for row in rows]


def print_scores(title: str, pairs: list[LabelledPair], aliases: AliasTable, show: bool) -> None:
    """Precision, recall and F1 of "same", and how many true pairs are at least possible."""
    results = [(pair, compare_names(pair.a, pair.b, kind=pair.kind, aliases=aliases)) for pair in pairs]
    hits = sum(pair.same and result.verdict == "same" for pair, result in results)
    claimed = sum(result.verdict == "same" for _, result in results)
    true = sum(pair.same for pair in pairs)
    near = sum(pair.same and result.verdict != "different" for pair, result in results)
    precision, recall = hits / max(1, claimed), hits / max(1, true)
    harmonic = 2 * precision * recall / max(1e-9, precision + recall)
    print(
        f"{title}: precision {precision:.3f} recall {recall:.3f} F1 {harmonic:.3f}; at least possible {near / max(1, true):.3f}"
    )
    for pair, result in results:
        if show and pair.same != (result.verdict == "same"):
            wrong = "missed" if pair.same else "FALSE "
            print(f"  {wrong} {pair.a} | {pair.b}: {result.verdict} {result.score:.2f} {result.reason}")


def read_people(path: Path) -> list[tuple[str, str, str]]:
    """Names of people as (Latin name, name, kind), each in Latin and in Hebrew or Korean letters."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t")[1:] for line in lines]
    return [(latin, name, "person") for latin, native in rows for name in (latin, native)]


def print_random(title: str, names: list[tuple[str, str, str]], count: int) -> None:
    """False matches among random pairs of different entities, each name given as (entity, name, kind)."""
    rng = random.Random(11)
    drawn: list[tuple[str, str, str]] = []
    while len(drawn) < count:
        (one, a, kind), (two, b, other) = rng.choice(names), rng.choice(names)
        if one != two and kind == other:
            drawn.append((a, b, kind))
    started = time.process_time()
    wrong = [(a, b) for a, b, kind in drawn if compare_names(a, b, kind=kind).verdict == "same"]
    seconds = time.process_time() - started
    print(f"random pairs {title}: {len(wrong)} false of {count} {wrong[:5]}; {count / seconds:,.0f} comparisons/s")


if __name__ == "__main__":
    main()
