"""From the parts of one date to the days it names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from claims.dates import periods
from claims.dates.calendars import solar_hijri_year
from claims.dates.figures import calendar_day
from claims.dates.periods import Period
from claims.dates.readings import (
    UNRESOLVED,
    Reading,
    Setting,
    day_in,
    first_of,
    in_year,
    month_in,
    moved_reading,
    nearest,
    need,
    season_in,
)
from claims.dates.relative import (
    read_day_of_month,
    read_relative_month,
    read_relative_season,
    read_relative_unit,
    read_same,
    read_weekday,
    read_weekday_of_month,
)
from claims.dates.tokens import UNITS, Token


def read_date(rule: str, tokens: Sequence[Token], setting: Setting) -> Reading | None:
    """The reading of the tokens that a rule of `grammar.DATES` matched; None where they are no date after all."""
    try:
        return _RULES[rule](tokens, setting)
    except (OverflowError, ValueError):
        return None


def _absolute(period: Period | None) -> Reading | None:
    return None if period is None else Reading(period, False)


def _read_year(token: Token, setting: Setting) -> Reading | None:
    if token.kind == "F":
        return _absolute(periods.fiscal_period(token.value))
    if token.kind == "Y" and 1250 <= token.value < 1500:
        return _absolute(solar_hijri_year(token.value))
    return in_year(token, setting, periods.year_period)


def _figures(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    return _absolute(periods.day_period(date.fromordinal(need(tokens, "T").value)))


def _dotted(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    figures = [token.value for token in tokens if token.kind in "NY"]
    day, month, year = figures if tokens[-1].kind == "Y" else reversed(figures)
    found = calendar_day(year, month, day)
    return None if found is None else Reading(periods.day_period(found), False)


def _full_day(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    day, month = need(tokens, "N").value, need(tokens, "M").value
    return in_year(first_of(tokens, "YRr"), setting, lambda year: day_in(year, month, day))


def _day_month(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    day, month = need(tokens, "N").value, need(tokens, "M").value
    if need(tokens, "M").unit == "short" or not 1 <= day <= 31:
        return None
    return nearest(setting, lambda year: day_in(year if month < 100 else year - 621, month, day))


def _of_year(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    part, year = need(tokens, "MQHIGjJ"), first_of(tokens, "YRrFy")
    if year is not None and year.kind == "F":
        return _absolute(periods.fiscal_period(year.value))
    build = _builder(part, setting)
    return None if build is None else in_year(year, setting, build)


def _builder(part: Token, setting: Setting) -> Callable[[int], Period | None] | None:
    """The period that a month, quarter, half or season is in a given year."""
    if part.kind == "M":
        return lambda year: month_in(year, part.value)
    if part.kind == "Q":
        return lambda year: periods.quarter_period(year, part.value)
    if part.kind in "HI":
        return lambda year: periods.half_period(year, part.value)
    if part.kind == "G":
        return lambda year: season_in(year, part.value, setting)
    if part.unit == "l":
        return lambda year: periods.quarter_period(year, 4) if part.kind == "j" else periods.half_period(year, 2)
    return None


def _part(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    part = need(tokens, "bieg")
    rest = [token for token in tokens if token is not part]
    if rest[-1].kind == "y" and len(rest) > 1:
        rest.pop()
    whole = _read_whole([token for token in rest if token.kind not in ",_-"], setting)
    if whole is None or whole.period is None:
        return whole
    if setting.deadline and part.kind == "e" and whole.period.grain == "year":
        return whole
    # "W połowie 2026 roku": a half that is not counted is the middle.
    return Reading(periods.part_period(whole.period, "i" if part.kind == "g" else part.kind), whole.relative)


def _read_whole(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    kinds = "".join(token.kind for token in tokens)
    if len(tokens) == 1 and kinds in UNITS:
        if setting.published is None:
            return UNRESOLVED
        return Reading(periods.unit_period(setting.published, UNITS[kinds]), True)
    if len(tokens) == 1:
        return _single(tokens, setting)
    if set(kinds) & set("mKqhw") and set(kinds) & set("ltnpf"):
        return read_relative_unit(tokens, setting)
    return _of_year(tokens, setting)


def _month_range(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    first, last = (token.value for token in tokens if token.kind == "M")
    return _range(first, last, first_of(tokens, "YRrF"), setting)


def _months(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    first, last = divmod(need(tokens, "U").value, 100)
    return _range(first, last, first_of(tokens, "YRrF"), setting)


def _range(first: int, last: int, year: Token | None, setting: Setting) -> Reading | None:
    if not first <= last <= 12:
        return None
    if year is None:
        return nearest(setting, lambda year: periods.months_period(year, first, last))
    return in_year(year, setting, lambda year: periods.months_period(year, first, last))


def _count_of_months(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    count = need(tokens, "XN").value
    year = first_of(tokens, "YRrFy")
    if not 1 < count <= 12:
        return None
    if year is None:
        return nearest(setting, lambda year: periods.months_period(year, 1, count))
    return in_year(year, setting, lambda year: periods.months_period(year, 1, count))


def _single(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    token = tokens[0]
    if token.kind in "YRrF":
        return _read_year(token, setting)
    if token.kind == "W":
        return read_weekday(tokens, setting)
    if token.kind in "MQHG":
        build = _builder(token, setting)
        return None if build is None else nearest(setting, build)
    return _moved(token, setting)


def _moved(token: Token, setting: Setting) -> Reading:
    """A day, quarter or half beside that of publication, or an amount of time from it."""
    if token.kind == "D":
        return moved_reading(False, "day", token.value, setting)
    if token.kind in "jJ":
        return moved_reading(token.unit in ("p", "f"), "quarter" if token.kind == "j" else "half", token.value, setting)
    # Without a date before it, "a year earlier" is counted from publication; "ten years later" can be any time.
    lost = token.kind == "v" and setting.anchor is None and token.value != -1
    return UNRESOLVED if lost or not token.sure else moved_reading(token.kind == "v", token.unit, token.value, setting)


_RULES: dict[str, Callable[[Sequence[Token], Setting], Reading | None]] = {
    "figures": _figures,
    "dotted": _dotted,
    "dotted_year_first": _dotted,
    "year_month_day": _full_day,
    "day_month_year": _full_day,
    "month_day_year": _full_day,
    "part": _part,
    "day_month": _day_month,
    "month_day": _day_month,
    "month_range": _month_range,
    "months": _months,
    "count_of_months": _count_of_months,
    "same": read_same,
    "relative_month": read_relative_month,
    "of_year": _of_year,
    "relative_season": read_relative_season,
    "weekday_of_month": read_weekday_of_month,
    "relative_weekday": read_weekday,
    "relative_unit": read_relative_unit,
    "day_of_month": read_day_of_month,
    "single": _single,
}
