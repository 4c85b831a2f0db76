"""Days of other calendars than the Gregorian."""

from __future__ import annotations

from datetime import date, timedelta

from claims.dates.periods import Period

_EPOCH = date(622, 3, 21)
_LEAPS = (1, 5, 9, 13, 17, 22, 26, 30)
"""Leap years of the 33-year cycle, which agrees with the Iranian civil calendar from 1244 to 1473 (1865 to 2094)."""


def solar_hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day; None where the year is out of reach or has no such day."""
    if not (1244 <= year <= 1472 and 1 <= month <= 12 and 1 <= day <= solar_hijri_length(year, month)):
        return None
    before = (month - 1) * 31 - max(month - 7, 0)
    return _new_year(year) + timedelta(days=before + day - 1)


def solar_hijri_length(year: int, month: int) -> int:
    """Days in a month."""
    if month <= 6:
        return 31
    return 30 if month < 12 or year % 33 in _LEAPS else 29


def solar_hijri_month(year: int, month: int) -> Period | None:
    """A month of the year, labelled with the Gregorian month that most of its days are in."""
    start = solar_hijri_day(year, month, 1)
    if start is None:
        return None
    middle = start + timedelta(days=15)
    return Period(start, start + timedelta(days=solar_hijri_length(year, month) - 1), f"{middle:%Y-%m}", "month")


def solar_hijri_year(year: int) -> Period | None:
    """A whole year, from March to March, labelled as a year that straddles two."""
    start, after = solar_hijri_day(year, 1, 1), solar_hijri_day(year + 1, 1, 1)
    if start is None or after is None:
        return None
    return Period(start, after - timedelta(days=1), f"{start.year:04d}/{after.year % 100:02d}", "year")


def _new_year(year: int) -> date:
    cycles, rest = divmod(year - 1, 33)
    leaps = sum(leap <= rest for leap in _LEAPS)
    return _EPOCH + timedelta(days=cycles * 12053 + rest * 365 + leaps)
