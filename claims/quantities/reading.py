"""A quantity while it is being read, and the quantity it becomes."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from claims.article import Span
from claims.quantities.folding import Folded
from claims.quantities.quantity import Quantity

_HUNDRED = Decimal(100)


class Reading(NamedTuple):
    """A figure with its unit at [start, end) of the folded text; [first, last) takes in the words that hedge it.

    `scale` is the power of ten its own scale words gave; `prefixed` tells that the currency stands in front, `minor` that
    hundredths of it are counted, `points` that percentage points are.
    """

    start: int
    end: int
    first: int
    last: int
    low: Decimal
    high: Decimal
    step: Decimal
    unit: str
    codes: tuple[str, ...] = ()
    scale: int = 0
    bound: str | None = None
    approximate: bool = False
    is_range: bool = False
    plain: bool = False
    digits: bool = False
    minor: bool = False
    prefixed: bool = False
    points: bool = False

    @property
    def is_measured(self) -> bool:
        """Whether the unit is money, percent or people: one that another figure of a range may take over."""
        return bool(self.codes) or self.unit in ("percent", "people")


def to_quantity(reading: Reading, folded: Folded) -> Quantity:
    """The quantity that a reading stands for, over the characters of the original text."""
    first, last = folded.original(reading.first, reading.last)
    low: Decimal | None = reading.low
    high: Decimal | None = reading.high
    step = reading.step
    if reading.minor:
        low, high, step = reading.low / _HUNDRED, reading.high / _HUNDRED, step / _HUNDRED
    if reading.bound in ("at_least", "just_over"):
        high = None
    elif reading.bound in ("at_most", "just_under"):
        low = None
    return Quantity(
        low=low,
        high=high,
        unit=reading.unit,
        approximate=reading.approximate,
        raw=folded.source[first:last],
        span=Span(first, last),
        step=step,
        currencies=reading.codes if len(reading.codes) > 1 else (),
        points=reading.points,
    )
