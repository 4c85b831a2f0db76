"""Publication dates as metadata writes them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

__all__ = ["parse_publication_date"]

_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T\d+.*)?")
_YEAR_LAST = re.compile(r"(\d{1,2})([./-])\s*(\d{1,2})\2\s*(\d{4})(?!\d)")
_SECONDS = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?")
_MILLISECONDS_FROM = 1e11


def parse_publication_date(value: object) -> date | None:
    """The day that `value` names, None where it names none or could be two: 03/04/2025 is not read, 17/04/2025 is.

    Reads ISO 8601, RFC 2822, Unix seconds or milliseconds, 17.04.2025 (day first), 2025/04/17 and 2025年4月17日. A time zone
    does not move the day: the day as printed counts.
    """
    text = str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    if match := _YEAR_FIRST.match(text) or _COMPACT.fullmatch(text):
        return _day(*(int(part) for part in match.groups()))
    if match := _YEAR_LAST.match(text):
        return _year_last(int(match[1]), match[2], int(match[3]), int(match[4]))
    return _of_seconds(text) if _SECONDS.fullmatch(text) else _of_mail(text)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year_last(first: int, mark: str, second: int, year: int) -> date | None:
    if mark == "." or first == second:
        return _day(year, second, first)
    readings = {day for day in (_day(year, second, first), _day(year, first, second)) if day}
    return readings.pop() if len(readings) == 1 else None


def _of_seconds(text: str) -> date | None:
    seconds = float(text)
    return datetime.fromtimestamp(seconds / 1000 if seconds > _MILLISECONDS_FROM else seconds, tz=UTC).date()


def _of_mail(text: str) -> date | None:
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError):
        return None
