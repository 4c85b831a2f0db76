"""Dates: years, quarters, halves, months, days and relative ones, as intervals of days."""

from claims.dates.finder import find_dates
from claims.dates.interval import DateInterval

__all__ = ["DateInterval", "find_dates"]
