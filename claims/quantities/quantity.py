"""A figure as an interval with a unit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from claims.article import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """An interval with a unit; either bound may be open (None).

    `unit` is an ISO 4217 code, "percent", "people", "year", a counted noun, or "" for a bare number; `points` marks percentage
    points, a difference between percentages and not a share.
    `step` is one unit of the last digit written (1e8 for "14.3 bn"): the figure stands for anything within half a step.
    `currencies` lists the codes that an ambiguous symbol may mean, `unit` first; empty where there is no doubt.
    """

    low: Decimal | None
    high: Decimal | None
    unit: str
    approximate: bool
    raw: str
    span: Span
    step: Decimal = Decimal(0)
    currencies: tuple[str, ...] = ()
    points: bool = False

    @property
    def is_money(self) -> bool:
        """Whether the unit is a currency."""
        return len(self.unit) == 3 and self.unit.isascii() and self.unit.isupper()

    @property
    def point(self) -> Decimal | None:
        """The single value of a figure that is no range and has no open bound."""
        return self.low if self.low == self.high else None
