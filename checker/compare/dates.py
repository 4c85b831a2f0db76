"""Comparing periods as claims write them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from checker.results import Comparison, Dimension, Relation

_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_HALF = re.compile(r"(\d{4})-H([12])")
_PARTS = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_FISCAL = re.compile(r"(\d{4})/(\d{2})")
_YEAR_DAYS = 366


def parse_period(label: str) -> tuple[date, date] | None:
    """The first and last day of YYYY, YYYY-Qn, YYYY-Hn, YYYY-MM, YYYY-MM-DD or YYYY/YY; None for other labels."""
    if match := _QUARTER.fullmatch(label):
        return _months(int(match[1]), 3 * int(match[2]) - 2, 3)
    if match := _HALF.fullmatch(label):
        return _months(int(match[1]), 6 * int(match[2]) - 5, 6)
    if match := _FISCAL.fullmatch(label):
        return date(int(match[1]), 1, 1), date(int(match[1]) + 1, 12, 31)
    match = _PARTS.fullmatch(label)
    if match is None:
        return None
    year, month, day = int(match[1]), match[2], match[3]
    if day is not None:
        return date(year, int(month), int(day)), date(year, int(month), int(day))
    return _months(year, int(month), 1) if month else _months(year, 1, 12)


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    last = first + count - 1
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def compare_periods(first: str, second: str) -> Comparison:
    """How two dates of one event stand to each other; symmetric."""
    says = " and ".join(sorted((first, second)))
    if first == second:
        return Comparison(Relation.AGREE, None, 0.0, f"both say {first}")
    one, two = parse_period(first), parse_period(second)
    if one is None or two is None:
        return Comparison(Relation.COMPLEMENTARY, None, 0.0, f"{says} cannot be compared")
    if one[0] <= two[1] and two[0] <= one[1]:
        return Comparison(Relation.WITHIN_PRECISION, None, 0.0, f"{says} overlap")
    days = max((two[0] - one[1]).days, (one[0] - two[1]).days)
    gap = min(1.0, days / _YEAR_DAYS)
    return Comparison(Relation.CONTRADICTION, Dimension.WHEN, gap, f"{says} exclude each other")


def same_scope(first: str | None, second: str | None) -> bool:
    """Whether two claims' times allow that they speak of one fact: equal, one inside the other, or not given."""
    if first is None or second is None or first == second:
        return True
    one, two = parse_period(first), parse_period(second)
    if one is None or two is None:
        return False
    if _length(one) == _length(two):
        return one == two
    inside = (one[0] >= two[0] and one[1] <= two[1]) or (two[0] >= one[0] and two[1] <= one[1])
    return inside and "Q" not in first + second and "H" not in first + second


def _length(period: tuple[date, date]) -> int:
    """Days, months and years are told apart; months of 28 and 31 days are not."""
    return round((period[1] - period[0]).days / 30)
