"""Dates: years, quarters, halves, months, days and relative ones, as intervals of days."""

from claims.dates.finder import find_dates
from claims.dates.interval import DateInterval
from claims.dates.publication import find_publication_date

__all__ = ["DateInterval", "find_dates", "find_publication_date"]
