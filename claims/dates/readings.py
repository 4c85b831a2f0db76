"""What the parts of a date say, and the ways to a year: as written, relative to another, or the nearest one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from claims.dates import periods
from claims.dates.calendars import solar_hijri_month
from claims.dates.figures import calendar_day
from claims.dates.periods import Period
from claims.dates.tokens import Token

_SOON = 62
"""Days within which a date without a year is taken to lie ahead when nothing tells: a day
ten months ago would have its year."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a date stands: the publication date, the period the sentence named before, and the words around it."""

    published: date | None
    anchor: Period | None
    ahead: bool
    deadline: bool
    past: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What the parts say; `period` is None where a relative date cannot be resolved."""

    period: Period | None
    relative: bool


UNRESOLVED = Reading(None, True)


def first_of(tokens: Sequence[Token], kinds: str) -> Token | None:
    """The first token of one of these kinds."""
    return next((token for token in tokens if token.kind in kinds), None)


def need(tokens: Sequence[Token], kinds: str) -> Token:
    """The first token of one of these kinds, where the rule has one."""
    return next(token for token in tokens if token.kind in kinds)


def year_of(token: Token, setting: Setting) -> tuple[int | None, bool]:
    """The year a token stands for, None where it is unknown, and whether it is relative."""
    if token.kind in "YF":
        return token.value, False
    # "That same year" and "the following year" say nothing without the date before them.
    if token.kind == "r" and setting.anchor is None and token.value >= 0:
        return None, True
    base = setting.anchor.start if token.kind == "r" and setting.anchor else setting.published
    return (None if base is None else base.year + token.value), True


def in_year(token: Token | None, setting: Setting, build: Callable[[int], Period | None]) -> Reading | None:
    """The period that `build` makes of the year a token stands for; without a token, of the year of publication."""
    if token is None or token.kind == "y":
        year, relative = (setting.published.year if setting.published else None), True
    else:
        year, relative = year_of(token, setting)
    if year is None:
        return UNRESOLVED
    period = build(year)
    return None if period is None else Reading(period, relative)


def nearest(setting: Setting, candidates: Callable[[int], Period | None]) -> Reading | None:
    """The candidate of this year, the last or the next that suits best: the latest one begun, or the next where it is ahead."""
    today = setting.published
    if today is None:
        return UNRESOLVED
    found = [p for p in (candidates(today.year + step) for step in (-1, 0, 1)) if p is not None]
    past = [p for p in found if p.start <= today]
    if setting.past and past:
        return Reading(past[-1], True)
    ahead = [p for p in found if p.end >= today]
    if ahead and (setting.ahead or not past or _is_nearer(ahead[0], past[-1], today)):
        return Reading(ahead[0], True)
    return Reading(past[-1], True) if past else None


def _is_nearer(ahead: Period, past: Period, today: date) -> bool:
    """Whether a day or month without any cue is the one ahead: very soon, or later in this year and not so far as the other."""
    if ahead.grain not in ("day", "month") or past.end >= today:
        return False
    distance = (ahead.start - today).days
    return distance <= _SOON or (ahead.start.year == today.year and distance < (today - past.end).days)


def month_in(year: int, month: int) -> Period | None:
    """A month of a year; the months above 100 are Solar Hijri, counted from a Gregorian year if need be."""
    if month > 100:
        return solar_hijri_month(year if year < 1900 else year - 621, month - 100)
    return periods.month_period(year, month)


def day_in(year: int, month: int, day: int) -> Period | None:
    """A day by its figures, None where there is none such."""
    found = calendar_day(year - 621 if month > 100 and year > 1900 else year, month, day)
    return None if found is None else periods.day_period(found)


def season_in(year: int, season: int, setting: Setting) -> Period:
    """A season; one that sets a deadline is over before it: "by summer" lies in the first half."""
    if setting.deadline and season == 2:
        return periods.half_period(year, 1)
    return periods.season_period(year, season)


def moved_reading(anchored: bool, unit: str, count: int, setting: Setting) -> Reading:
    """The period `count` units from publication, or from the anchor where `anchored`."""
    if anchored and setting.anchor is not None:
        return Reading(periods.moved_period(setting.anchor, unit, count), True)
    if setting.published is None or (anchored and count > 0):
        return UNRESOLVED
    return Reading(periods.unit_period(periods.moved(setting.published, unit, count), unit), True)
