"""The learned edit model: how well one word of a script and one word in Latin letters sound alike.

An alignment cuts both words into pieces of up to two symbols; a piece of the one against a piece of the other weighs what
training found (log odds against chance), a pair never seen weighs the floor. The best alignment's total is the evidence.
"""

from __future__ import annotations

from collections.abc import Mapping

# Stand around each word, so that a silent last letter, or a vowel written only at the start, is learned as such.
START, END = "<", ">"
# What a pair of pieces weighs that training has not seen, and a symbol that stands for nothing.
UNSEEN = -6.0
DROPPED = -5.0

FEATURES = ("mean", "share", "total")


class EditTable:
    """The weights of one script, laid out for look-up by symbol."""

    __slots__ = ("best", "dropped", "inserted", "weights")

    def __init__(self, weights: Mapping[str, Mapping[str, float]]) -> None:
        self.weights: dict[str, Mapping[str, float]] = {piece: row for piece, row in weights.items() if piece}
        self.inserted: Mapping[str, float] = weights.get("", {})
        self.dropped: dict[str, float] = {piece: row[""] for piece, row in self.weights.items() if "" in row}
        self.best: dict[str, float] = {piece: max(row.values()) for piece, row in self.weights.items() if len(piece) == 1}


_NONE: Mapping[str, float] = {}


def align(table: EditTable, native: str, latin: str) -> float:
    """Total weight of the best alignment of two words."""
    a, b = START + native + END, START + latin + END
    height = len(b)
    weights, dropped = table.weights, table.dropped
    insert = [table.inserted.get(symbol, DROPPED) for symbol in b]
    row = [0.0]
    for cost in insert:
        row.append(row[-1] + cost)
    before: list[float] | None = None
    for i, symbol in enumerate(a):
        ones = weights.get(symbol, _NONE)
        twos = weights.get(a[i - 1 : i + 1], _NONE) if before is not None else _NONE
        drop = dropped.get(symbol, DROPPED)
        new = [row[0] + drop]
        last = new[0]
        for j in range(height):
            best = row[j] + ones.get(b[j], UNSEEN)
            score = row[j + 1] + drop
            best = max(best, score)
            score = last + insert[j]
            best = max(best, score)
            if j:
                pair = b[j - 1 : j + 1]
                if pair in ones:
                    score = row[j - 1] + ones[pair]
                    best = max(best, score)
                if pair in twos and before is not None:
                    score = before[j - 1] + twos[pair]
                    best = max(best, score)
            if b[j] in twos and before is not None:
                score = before[j] + twos[b[j]]
                best = max(best, score)
            new.append(best)
            last = best
        before, row = row, new
    return row[height]


def measure(table: EditTable, native: str, latin: str) -> tuple[float, float, float]:
    """The figures the judge weighs: evidence per symbol, its share of the most this word could reach, and the total (to 30)."""
    total = align(table, native, latin)
    reach = sum(table.best.get(symbol, 2.0) for symbol in START + native + END)
    return total / (len(native) + len(latin)), total / max(reach, 1.0), max(-30.0, min(30.0, total))
