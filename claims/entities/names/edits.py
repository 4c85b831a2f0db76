"""The learned edit model: how well one word of a script and one word in Latin letters sound alike.

An alignment cuts both words into pieces of up to two symbols; a piece of the one against a piece of the other weighs what
training found (log odds against chance), a pair never seen weighs the floor. The best alignment's total is the evidence.
"""

# ruff: noqa: PLR1730 (a call of max in the innermost loop doubles its time)
from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from string import ascii_lowercase, digits

# Stand around each word, so that a silent last letter, or a vowel written only at the start, is learned as such.
START, END = "<", ">"
# What a pair of pieces weighs that training has not seen, and a symbol that stands for nothing.
UNSEEN = -6.0
DROPPED = -5.0

# A Latin letter or digit inside a word of another script ("오픈AI") stands for itself.
ITSELF = 3.0

# An alignment that cannot reach this is not finished: the words are different whatever follows.
ABANDONED = -3.0
_NEVER = -1e9
# Words and rows a table keeps; eight tables full take about 120 MB.
_REMEMBERED = 40_000

# Tuples of numbers, which the garbage collector does not visit again: lists here halved the speed.
Row = tuple[tuple[float, ...], tuple[float, ...]]

FEATURES = ("mean", "share", "total")


class EditTable:
    """The weights of one script, laid out for look-up by symbol; what a Latin word weighs against a symbol is remembered."""

    __slots__ = ("_reach", "_rows", "_starts", "best", "dropped", "inserted", "weights")

    def __init__(self, weights: Mapping[str, Mapping[str, float]]) -> None:
        self.weights: dict[str, Mapping[str, float]] = {piece: row for piece, row in weights.items() if piece}
        for symbol in ascii_lowercase + digits:
            self.weights.setdefault(symbol, {symbol: ITSELF})
        self.inserted: Mapping[str, float] = weights.get("", {})
        self.dropped: dict[str, float] = {piece: row[""] for piece, row in self.weights.items() if "" in row}
        self.best: dict[str, float] = {piece: max(row.values()) for piece, row in self.weights.items() if len(piece) == 1}
        self._reach: dict[str, tuple[float, ...]] = {}
        self._rows: dict[tuple[str, str], Row | None] = {}
        self._starts: dict[str, Row] = {}

    def row(self, piece: str, latin: str) -> Row | None:
        """What `piece` weighs against each letter of `latin`, and against each with the one before; None: it fits none."""
        key = (piece, latin)
        if key not in self._rows:
            if len(self._rows) >= _REMEMBERED:
                self._rows.clear()
            self._rows[key] = self._weigh(piece, latin)
        return self._rows[key]

    def reach(self, native: str) -> tuple[float, ...]:
        """The most that the symbols after each of START + native + END can still add; last, the most that all of them can."""
        found = self._reach.get(native)
        if found is None:
            if len(self._reach) >= _REMEMBERED:
                self._reach.clear()
            most = [self.best.get(symbol, 2.0) for symbol in START + native + END]
            found = self._reach[native] = (*(sum(most[i + 1 :]) for i in range(len(most))), sum(most))
        return found

    def _weigh(self, piece: str, latin: str) -> Row | None:
        weights = self.weights.get(piece, {})
        unseen = UNSEEN if len(piece) == 1 else _NEVER
        singles = tuple([weights.get(letter, unseen) for letter in latin])
        pairs = tuple([weights.get(pair, _NEVER) for pair in _pairs(latin)])
        return (singles, pairs) if max(singles) > _NEVER or max(pairs) > _NEVER else None

    def start(self, latin: str) -> Row:
        """What each letter of `latin` weighs against nothing, and the sums of these from the front: the first row."""
        found = self._starts.get(latin)
        if found is None:
            if len(self._starts) >= _REMEMBERED:
                self._starts.clear()
            insert = tuple([self.inserted.get(letter, DROPPED) for letter in latin])
            found = self._starts[latin] = (insert, tuple(accumulate(insert, initial=0.0)))
        return found


@lru_cache(maxsize=100_000)
def _pairs(latin: str) -> tuple[str, ...]:
    """Each letter with the one before it; the first has none."""
    return (" ", *(latin[j - 1 : j + 1] for j in range(1, len(latin))))


def align(table: EditTable, native: str, latin: str) -> float:
    """Total weight of the best alignment of two words; where it cannot get above `ABANDONED`, a figure between it and that."""
    a, b = START + native + END, START + latin + END
    insert, first = table.start(b)
    row: Sequence[float] = first
    before: Sequence[float] = ()
    reach = table.reach(native)
    for i, symbol in enumerate(a):
        drop = table.dropped.get(symbol, DROPPED)
        ones = table.row(symbol, b)
        piece = a[i - 1 : i + 1] if i else ""
        twos = table.row(piece, b) if piece in table.weights else None
        assert ones is not None  # one symbol always weighs something, the floor if nothing else
        new = _step_one(row, ones, insert, drop) if twos is None else _step_two(row, before, (ones, twos), insert, drop)
        before, row = row, new
        reachable = max(new) + reach[i]
        if reachable < ABANDONED:
            return reachable
    return row[-1]


def _step_one(row: Sequence[float], weights: Row, insert: Sequence[float], drop: float) -> list[float]:
    """The next row of the alignment, where the symbol stands alone."""
    last = row[0] + drop
    new = [last]
    left = _NEVER
    for here, above, single, pair, add in zip(row, row[1:], *weights, insert, strict=False):
        last += add
        if here + single > last:
            last = here + single
        if left + pair > last:
            last = left + pair
        if above + drop > last:
            last = above + drop
        new.append(last)
        left = here
    return new


def _step_two(
    row: Sequence[float], before: Sequence[float], weights: tuple[Row, Row], insert: Sequence[float], drop: float
) -> list[float]:
    """The next row, where the symbol may also be taken together with the one before it."""
    last = row[0] + drop
    new = [last]
    left = far = _NEVER
    columns = zip(row, row[1:], before, *weights[0], *weights[1], insert, strict=False)
    for here, above, back, single, pair, double, quad, add in columns:
        last += add
        if here + single > last:
            last = here + single
        if left + pair > last:
            last = left + pair
        if above + drop > last:
            last = above + drop
        if back + double > last:
            last = back + double
        if far + quad > last:
            last = far + quad
        new.append(last)
        left, far = here, back
    return new


def measure(table: EditTable, native: str, latin: str) -> tuple[float, float, float]:
    """The figures the judge weighs: evidence per symbol, its share of the most this word could reach, and the total (to 30)."""
    total = align(table, native, latin)
    reach = table.reach(native)[-1]
    return total / max(1, len(native) + len(latin)), total / max(reach, 1.0), max(-30.0, min(30.0, total))
