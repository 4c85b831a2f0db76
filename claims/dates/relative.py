"""Dates that lean on another one: the same quarter a year before, last March, Monday, the 17th."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from claims.dates import periods
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
from claims.dates.tokens import UNITS, Token


def read_same(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    """The period of the anchor, so many years away: "the same quarter last year"."""
    shift = first_of(tokens, "Rrvz")
    if shift is None and setting.anchor is None:
        return None
    years = -1 if shift is None else shift.value
    quarter = first_of(tokens, "Q")
    if shift is not None and shift.kind in "vz" and shift.unit != "year":
        return None
    if quarter is not None and setting.published is not None:
        return Reading(periods.quarter_period(setting.published.year + years, quarter.value), True)
    if setting.anchor is not None:
        return Reading(periods.moved_period(setting.anchor, "year", years), True)
    if setting.published is None:
        return UNRESOLVED
    return Reading(periods.year_period(setting.published.year + years), True)


def read_relative_month(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    """ "Last March": the latest that is over; "next March": the first still ahead; "this March": that of the year."""
    month, word = need(tokens, "M").value, need(tokens, "ltnpf")
    today = setting.published
    if today is None:
        return UNRESOLVED
    if word.kind == "t":
        return in_year(None, setting, lambda year: month_in(year, month))
    found = [p for p in (month_in(today.year + step, month) for step in (-1, 0, 1)) if p is not None]
    return _beside(found, word, today)


def read_relative_season(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    """ "Last autumn", "next spring", like months."""
    season, word = need(tokens, "G").value, need(tokens, "ltnpf")
    today = setting.published
    if today is None:
        return UNRESOLVED
    if word.kind == "t":
        return Reading(season_in(today.year, season, setting), True)
    found = [season_in(today.year + step, season, setting) for step in (-2, -1, 0, 1)]
    return _beside(found, word, today)


def _beside(found: Sequence[Period], word: Token, today: date) -> Reading | None:
    """The last period that is over, or the first still ahead; None past the end of the calendar."""
    fitting = [p for p in found if p.end < today][-1:] if word.value < 0 else [p for p in found if p.start > today][:1]
    return Reading(fitting[0], True) if fitting else None


def read_weekday(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    """The latest such day up to publication; the next one where a word says so."""
    weekday, word = need(tokens, "W").value, first_of(tokens, "ltnpf")
    today = setting.published
    if today is None:
        return UNRESOLVED
    back = (today.weekday() - weekday) % 7
    if (word is not None and word.value > 0) or (word is None and setting.ahead):
        return Reading(periods.day_period(today + timedelta(days=7 - back if back else (7 if word else 0))), True)
    if word is not None and word.value < 0 and back == 0:
        back = 7
    return Reading(periods.day_period(today - timedelta(days=back)), True)


def read_weekday_of_month(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    """ "Monday (17)", "Monday (17/3)": the figures tell the day."""
    figure = first_of(tokens, "P")
    if figure is not None:
        return _day_and_month(figure, setting)
    return read_day_of_month(tokens, setting)


def _day_and_month(figure: Token, setting: Setting) -> Reading | None:
    day, month = divmod(figure.value, 100)
    return nearest(setting, lambda year: day_in(year, month, day)) if month <= 12 else None


def read_day_of_month(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    """ "On the 17th": the latest such day up to publication, or the next where it is ahead."""
    figure = need(tokens, "NP")
    if figure.kind == "P":
        return _day_and_month(figure, setting)
    if not 1 <= figure.value <= 31:
        return None
    today = setting.published
    if today is None:
        return UNRESOLVED
    months = [periods.moved(today.replace(day=1), "month", step) for step in (-2, -1, 0, 1, 2)]
    days = [day for m in months if (day := calendar_day(m.year, m.month, figure.value))]
    fitting = [day for day in days if day >= today][:1] if setting.ahead else [day for day in days if day <= today][-1:]
    return Reading(periods.day_period(fitting[0]), True) if fitting else None


def read_relative_unit(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    """ "Last month", "this week", "the previous quarter"."""
    word, named = need(tokens, "ltnpf"), need(tokens, "mKqhwd")
    if named.value:
        return None
    unit = UNITS[named.kind]
    return moved_reading(word.kind in "pf", unit, word.value, setting)
