"""Train the edit model of claims.entities.names on the Wikidata name tables (CC0) and write its model.json.

    python tools/train_names.py --data ../shared/data/entities

For each script a table of weights: how much more often a piece of one to two symbols of that script stands for a piece of up to
two Latin letters than chance would have it (log odds, from expectation-maximisation over aligned name tokens). Then one
logistic regression turns an alignment's figures into a probability; its negatives are the nearest other names.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process
from sklearn.linear_model import LogisticRegression

from claims.entities.forms.sounds import read_latin, read_roman, read_sounds
from claims.entities.names.edits import END, FEATURES, START, EditTable, align, measure

SCRIPTS = {
    "russian": "cyrillic",
    "arabic": "arabic",
    "hebrew": "hebrew",
    "korean": "hangul",
    "japanese": "kana",
    "katakana": "kana",
    "chinese": "han",
}
PIECES = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 0), (0, 1))
Pair = tuple[str, str]
Weights = dict[str, dict[str, float]]


def main() -> None:
    """Read the tables, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/entities"))
    parser.add_argument("--out", type=Path, default=Path("claims/entities/names/model.json"))
    parser.add_argument("--pairs", type=int, default=40_000, help="token pairs to align per script")
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    random.seed(7)
    started = time.monotonic()
    tokens = read_tokens(args.data / "nametokens.wikidata.tsv.gz")
    tokens["latin"] = latin_variants(tokens["cyrillic"])
    model: dict[str, Weights] = {}
    judges: dict[str, list[float]] = {}
    for script, pairs in sorted(tokens.items()):
        random.shuffle(pairs)
        train, held = pairs[: args.pairs], pairs[args.pairs : args.pairs + 3_000]
        weights = train_table(train, args.rounds)
        model[script] = weights
        seconds = time.monotonic() - started
        print(f"{script}: {len(train)} pairs, {sum(map(len, weights.values()))} weights, {seconds:.0f} s", end="; ")
        judges[script] = fit_judge(judge_pairs(EditTable(weights), held, pairs))
    args.out.write_text(json.dumps({"judges": judges, "tables": model}, ensure_ascii=False, indent=0), encoding="utf-8")


def read_tokens(path: Path) -> dict[str, list[Pair]]:
    """Pairs of (native symbols, Latin letters) by script; a pair seen more often is listed up to three times."""
    tokens: dict[str, list[Pair]] = defaultdict(list)
    seen: set[tuple[str, str, str]] = set()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            language, latin, native, count = line.rstrip("\n").split("\t")
            script = SCRIPTS[language]
            pair = (read_sounds(native), read_latin(latin))
            if min(map(len, pair)) < 2 or max(map(len, pair)) > 16 or (script, *pair) in seen:
                continue
            seen.add((script, *pair))
            tokens[script] += [pair] * min(3, int(count))
    return tokens


def latin_variants(cyrillic: Sequence[Pair]) -> list[Pair]:
    """Spellings of one name in Latin letters: a Russian name read out against its Latin form, and Latin forms of one name."""
    forms: dict[str, set[str]] = defaultdict(set)
    for native, latin in cyrillic:
        forms[native].add(latin)
    pairs = [(read_roman(native), latin) for native, latin in random.sample(cyrillic, 20_000)]
    for native, group in forms.items():
        near = sorted(form for form in group if fuzz.ratio(form, read_roman(native)) >= 60)
        pairs += [(a, b) for a in near for b in near if a != b]
    return pairs


def train_table(pairs: Sequence[Pair], rounds: int) -> Weights:
    """Weights by piece and Latin piece, as log odds against chance."""
    xs, ys = letter_odds(a for a, _ in pairs), letter_odds(b for _, b in pairs)
    odds = {}
    probability: dict[Pair, float] | None = None
    for turn in range(rounds):
        counts: Counter[Pair] = Counter()
        for a, b in pairs:
            if turn >= 2 and align(EditTable(odds), a, b) < 0:
                continue
            count_pieces(START + a + END, START + b + END, probability, counts)
        total = sum(counts.values())
        probability = {piece: n / total for piece, n in counts.items() if n >= 0.5}
        odds = log_odds(counts, total, xs, ys)
    return odds


def letter_odds(words: Iterable[str]) -> dict[str, float]:
    """Log frequency of each symbol."""
    counts: Counter[str] = Counter()
    for word in words:
        counts.update(START + word + END)
    total = sum(counts.values())
    return {symbol: math.log(n / total) for symbol, n in counts.items()}


def log_odds(counts: Counter[Pair], total: float, xs: dict[str, float], ys: dict[str, float]) -> Weights:
    """Log of how much likelier each pair of pieces is than chance; rare ones are left to the model's floor."""
    weights: Weights = defaultdict(dict)
    for (a, b), n in counts.items():
        if n < 3.0:
            continue
        chance = sum(xs[symbol] for symbol in a) + sum(ys[symbol] for symbol in b)
        weight = math.log((n - 0.5) / total) - chance
        if weight > -5.0:
            weights[a][b] = round(weight, 2)
    return dict(weights)


def count_pieces(a: str, b: str, probability: dict[Pair, float] | None, counts: Counter[Pair]) -> None:
    """Add the expected counts of the pieces of one aligned pair."""
    width, height = len(a), len(b)
    forward = [[0.0] * (height + 1) for _ in range(width + 1)]
    forward[0][0] = 1.0
    arcs = []
    for i in range(width + 1):
        for j in range(height + 1):
            mass = forward[i][j]
            if mass <= 0.0 or abs(i * height - j * width) > 5 * max(width, height):
                continue
            for di, dj in PIECES:
                if i + di > width or j + dj > height:
                    continue
                piece = (a[i : i + di], b[j : j + dj])
                p = 0.02 ** (di + dj) * (1.0 if di and dj else 0.1) if probability is None else probability.get(piece, 1e-7)
                forward[i + di][j + dj] += mass * p
                arcs.append((i, j, i + di, j + dj, piece, p))
    backward: dict[tuple[int, int], float] = defaultdict(float)
    backward[width, height] = 1.0
    whole = forward[width][height]
    if whole <= 0.0:
        return
    for i, j, k, m, piece, p in reversed(arcs):
        mass = p * backward[k, m]
        backward[i, j] += mass
        expected = forward[i][j] * mass / whole
        if expected > 0.01:
            counts[piece] += expected


def judge_pairs(table: EditTable, held: Sequence[Pair], every: Sequence[Pair]) -> list[tuple[list[float], int]]:
    """Figures of true pairs and of each native word against its nearest wrong Latin words."""
    known: dict[str, set[str]] = defaultdict(set)
    for native, latin in every:
        known[native].add(latin)
    words = sorted({latin for _, latin in held})
    samples = []
    for native, latin in sorted(set(held)):
        score = measure(table, native, latin)
        if score[0] < 0.0:
            continue  # a wrong pair of the source: the tables hold names that were translated, not transcribed
        samples.append((list(score), 1))
        near = process.extract(latin, words, scorer=fuzz.ratio, limit=4)
        wrong = {word for word, _, _ in near} | {random.choice(words)}
        samples += [(list(measure(table, native, word)), 0) for word in sorted(wrong - known[native])]
    return samples


def fit_judge(samples: Sequence[tuple[list[float], int]]) -> list[float]:
    """Bias, then one coefficient per figure; prints precision and recall at odds from even up."""
    features = np.array([row for row, _ in samples])
    labels = np.array([label for _, label in samples])
    judge = LogisticRegression(max_iter=1_000).fit(features, labels)
    odds = judge.decision_function(features)
    for threshold in (0.0, 1.0, 2.0):
        found = odds >= threshold
        right = int((found & (labels == 1)).sum())
        print(f"odds >= {threshold:.0f}: P {right / max(1, found.sum()):.3f} R {right / labels.sum():.3f}", end="; ")
    print(dict(zip(FEATURES, judge.coef_[0].round(2).tolist(), strict=True)), flush=True)
    return [round(float(judge.intercept_[0]), 4), *(round(float(weight), 4) for weight in judge.coef_[0])]


if __name__ == "__main__":
    main()
