"""Comparing figures as intervals, with the precision that their digits imply."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from checker.results import Comparison, Dimension, Relation
from claims.quantities.quantity import Quantity
from claims.rendering import render_quantity

_ABOUT = Decimal("0.07")
"""How far "about" reaches, as a share of the figure."""
_NEARLY = Decimal("0.12")
"""How far below its figure "nearly" or "up to" reaches when it is approximate."""
_ROUNDING = Decimal("0.025")
"""The most that trailing zeros are taken for rounding, as a share of the figure."""
_BEYOND = Decimal("1.5")
"""How far above an "at least", or below an "at most", a figure is still what its writer had in mind."""
_EXACT = frozenset({"year"})


@dataclass(frozen=True, slots=True)
class Reach:
    """The figures that a quantity may stand for: [low, high]; `firm` is False where the writer left a bound open."""

    low: Decimal
    high: Decimal
    firm: bool

    def overlaps(self, other: Reach) -> bool:
        """Whether some figure would fit both."""
        if self.low == self.high == other.low == other.high:
            return True
        return self.low < other.high and other.low < self.high


def compare_quantities(first: Quantity, second: Quantity) -> Comparison:
    """How two figures stand to each other; symmetric. Units that cannot be compared are a different scope."""
    if not _units(first) & _units(second) or first.points != second.points:
        return Comparison(Relation.DIFFERENT_SCOPE, None, 0.0, _units_why(first, second))
    one, two = find_reach(first), find_reach(second)
    if one is None or two is None:
        return Comparison(Relation.COMPLEMENTARY, None, 0.0, "one side gives no figure")
    renderings = sorted((render_quantity(first), render_quantity(second)))
    if (first.low, first.high) == (second.low, second.high):
        return Comparison(Relation.AGREE, None, 0.0, f"both say {min(renderings)}")
    says = " and ".join(renderings)
    if one.overlaps(two):
        return Comparison(Relation.WITHIN_PRECISION, None, 0.0, f"{says} agree within the precision of their wording")
    gap = relative_gap(one, two)
    relation = Relation.CONTRADICTION if (one.firm and two.firm) or not _open_fits(first, second) else Relation.TENSION
    return Comparison(relation, Dimension.QUANTITY, gap, f"{says} differ by {_distance(first, one, two, gap)}")


def _distance(quantity: Quantity, one: Reach, two: Reach, gap: float) -> str:
    if quantity.unit in _EXACT:
        return f"{max(one.low, two.low) - min(one.high, two.high)} years"
    return f"{gap:.0%}"


def _units(quantity: Quantity) -> set[str]:
    """The units that a figure may be in: several for a bare "$"."""
    return {quantity.unit, *quantity.currencies}


def _units_why(first: Quantity, second: Quantity) -> str:
    units = " and ".join(sorted((first.unit or "no unit", second.unit or "no unit")))
    if first.is_money and second.is_money:
        return f"different currencies: {units}, without a rate to compare them"
    return f"different units: {units}"


def find_reach(quantity: Quantity) -> Reach | None:
    """The interval that a figure stands for, widened by its rounding; None where it has no bound at all."""
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return None
    if low is not None and high is not None:
        return _closed(quantity, low, high)
    if low is not None:
        return Reach(low - _slack(quantity, low), low + abs(low) * (_BEYOND - 1), firm=False)
    assert high is not None
    spread = abs(high) * (_NEARLY if quantity.approximate else 1 - 1 / _BEYOND)
    return Reach(high - spread, high + _slack(quantity, high), firm=False)


def _closed(quantity: Quantity, low: Decimal, high: Decimal) -> Reach:
    slack_low, slack_high = _slack(quantity, low), _slack(quantity, high)
    if quantity.approximate and low == high:
        slack_low = slack_high = max(slack_low, abs(low) * _ABOUT)
    return Reach(low - slack_low, high + slack_high, firm=True)


def _slack(quantity: Quantity, value: Decimal) -> Decimal:
    """Half of the last digit that means something: as written, or before trailing zeros of a round number."""
    if quantity.unit in _EXACT:
        return Decimal(0)
    written = quantity.step / 2
    zeros = _trailing_zeros(value)
    return max(min(written, abs(value) * Decimal("0.5")), min(zeros / 2, abs(value) * _ROUNDING))


def _trailing_zeros(value: Decimal) -> Decimal:
    whole = value.normalize()
    exponent = whole.as_tuple().exponent
    return Decimal(10) ** exponent if isinstance(exponent, int) and exponent > 0 else Decimal(0)


def _open_fits(first: Quantity, second: Quantity) -> bool:
    """Whether an open bound, taken literally, admits the other figure ("more than 10" and 30)."""
    for bound, other in ((first, second), (second, first)):
        value = other.low if other.low is not None else other.high
        if value is None:
            continue
        if bound.high is None and bound.low is not None and value >= bound.low:
            return True
        if bound.low is None and bound.high is not None and value <= bound.high:
            return True
    return False


def relative_gap(one: Reach, two: Reach) -> float:
    """The distance between two reaches as a share of the larger figure, 0..1."""
    distance = max(one.low, two.low) - min(one.high, two.high)
    largest = max(abs(one.low), abs(one.high), abs(two.low), abs(two.high))
    return float(min(Decimal(1), max(Decimal(0), distance) / largest)) if largest else 0.0
