"""Calendar periods: the days they cover, the label claims write them with, and how they move in time."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = {"year": 12, "half": 6, "quarter": 3, "month": 1}


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` to `end`, both included; `grain` is year, half, quarter, month, week, day or other."""

    start: date
    end: date
    label: str | None
    grain: str


def year_period(year: int) -> Period:
    """A calendar year."""
    return Period(date(year, 1, 1), date(year, 12, 31), f"{year:04d}", "year")


def half_period(year: int, half: int) -> Period:
    """The first or second half of a year."""
    return _months(year, half * 6 - 5, half * 6, f"{year:04d}-H{half}", "half")


def quarter_period(year: int, quarter: int) -> Period:
    """One of the four quarters of a year."""
    return _months(year, quarter * 3 - 2, quarter * 3, f"{year:04d}-Q{quarter}", "quarter")


def month_period(year: int, month: int) -> Period:
    """A calendar month."""
    return _months(year, month, month, f"{year:04d}-{month:02d}", "month")


def months_period(year: int, first: int, last: int) -> Period:
    """The months `first` to `last` of a year, labelled as the quarter, half or year that they make up or belong to."""
    length = last - first + 1
    if length == 1:
        return month_period(year, first)
    if length == 3 and last % 3 == 0:
        return quarter_period(year, last // 3)
    if length == 6 and last % 6 == 0:
        return half_period(year, last // 6)
    return _months(year, first, last, f"{year:04d}", "other")


def day_period(day: date) -> Period:
    """A single day."""
    return Period(day, day, day.isoformat(), "day")


def week_period(day: date) -> Period:
    """The week, Monday to Sunday, that holds `day`; labelled with the month that most of its days are in."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6), (monday + timedelta(days=3)).isoformat()[:7], "week")


def fiscal_period(year: int) -> Period:
    """A year that begins in `year` and ends in the next one, on days the text does not give."""
    return Period(date(year, 1, 1), date(year + 1, 12, 31), f"{year:04d}/{(year + 1) % 100:02d}", "other")


def season_period(year: int, season: int) -> Period:
    """Spring, summer, autumn or winter (1 to 4) of the northern half of the world, labelled with the half it lies in.

    Summer lies in both halves and winter in two years: these carry the year alone.
    """
    if season == 4:
        return Period(date(year, 12, 1), date(year + 1, 3, 1) - timedelta(days=1), f"{year:04d}", "other")
    label = {1: f"{year:04d}-H1", 2: f"{year:04d}", 3: f"{year:04d}-H2"}[season]
    return _months(year, season * 3, season * 3 + 2, label, "other")


def part_period(whole: Period, part: str) -> Period:
    """The beginning ("b"), middle ("i") or end ("e") of a period; a month or a shorter period keeps its own label."""
    if whole.grain == "year":
        year = whole.start.year
        return {
            "b": quarter_period(year, 1),
            "i": _months(year, 5, 8, whole.label, "other"),
            "e": quarter_period(year, 4),
        }[part]
    third = (whole.end - whole.start).days // 3
    start = whole.start + timedelta(days={"b": 0, "i": third, "e": 2 * third}[part])
    end = whole.end - timedelta(days={"b": 2 * third, "i": third, "e": 0}[part])
    return Period(start, end, whole.label, whole.grain)


def unit_period(day: date, unit: str) -> Period:
    """The year, half, quarter, month, week or day that holds `day`."""
    if unit == "year":
        return year_period(day.year)
    if unit == "half":
        return half_period(day.year, (day.month + 5) // 6)
    if unit == "quarter":
        return quarter_period(day.year, (day.month + 2) // 3)
    if unit == "month":
        return month_period(day.year, day.month)
    return week_period(day) if unit == "week" else day_period(day)


def moved(day: date, unit: str, count: int) -> date:
    """The day `count` units later; the day of the month is cut to the month's length. `OverflowError` past the calendar."""
    if unit not in _MONTHS:
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    index = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
    year, month = divmod(index, 12)
    if not 1 <= year <= 9998:
        raise OverflowError(f"year {year} is past the calendar")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def moved_period(period: Period, unit: str, count: int) -> Period:
    """`period` moved by `count` units; it keeps its grain unless the unit is finer, and a day moved by years becomes a year."""
    day = moved(period.start, unit, count)
    sizes = ("day", "week", "month", "quarter", "half", "year")
    if period.grain not in sizes:
        return unit_period(day, "year" if unit == "year" else unit)
    if period.grain in ("day", "week"):
        return unit_period(day, unit)
    return unit_period(day, period.grain if sizes.index(period.grain) <= sizes.index(unit) else unit)


def _months(year: int, first: int, last: int, label: str | None, grain: str) -> Period:
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]), label, grain)
