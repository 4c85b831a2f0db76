"""From the parts of one date to the days it names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from claims.dates import periods
from claims.dates.calendars import solar_hijri_month, solar_hijri_year
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


_UNRESOLVED = Reading(None, True)


def read_date(rule: str, tokens: Sequence[Token], setting: Setting) -> Reading | None:
    """The reading of the tokens that a rule of `grammar.DATES` matched; None where they are no date after all."""
    try:
        return _RULES[rule](tokens, setting)
    except (OverflowError, ValueError):
        return None


def _get(tokens: Sequence[Token], kinds: str) -> Token | None:
    return next((token for token in tokens if token.kind in kinds), None)


def _need(tokens: Sequence[Token], kinds: str) -> Token:
    return next(token for token in tokens if token.kind in kinds)


def _absolute(period: Period | None) -> Reading | None:
    return None if period is None else Reading(period, False)


def _year(token: Token, setting: Setting) -> tuple[int | None, bool]:
    """The year a token stands for, None where it is unknown, and whether it is relative."""
    if token.kind in "YF":
        return token.value, False
    base = setting.anchor.start if token.kind == "r" and setting.anchor else setting.published
    return (None if base is None else base.year + token.value), True


def _in_year(token: Token | None, setting: Setting, build: Callable[[int], Period | None]) -> Reading | None:
    if token is None or token.kind == "y":
        year, relative = (setting.published.year if setting.published else None), True
    else:
        year, relative = _year(token, setting)
    if year is None:
        return _UNRESOLVED
    period = build(year)
    return None if period is None else Reading(period, relative)


def _month(year: int, month: int) -> Period | None:
    if month > 100:
        return solar_hijri_month(year if year < 1900 else year - 621, month - 100)
    return periods.month_period(year, month)


def _read_year(token: Token, setting: Setting) -> Reading | None:
    if token.kind == "F":
        return _absolute(periods.fiscal_period(token.value))
    if token.kind == "Y" and 1250 <= token.value < 1500:
        return _absolute(solar_hijri_year(token.value))
    return _in_year(token, setting, periods.year_period)


def _nearest(setting: Setting, candidates: Callable[[int], Period | None]) -> Reading | None:
    """The candidate of this year, the last or the next that suits best: the latest one begun, or the next where it is ahead."""
    today = setting.published
    if today is None:
        return _UNRESOLVED
    found = [p for p in (candidates(today.year + step) for step in (-1, 0, 1)) if p is not None]
    past = [p for p in found if p.start <= today]
    if setting.past and past:
        return Reading(past[-1], True)
    ahead = [p for p in found if p.end >= today]
    soon = [p for p in ahead if p.grain in ("day", "month") and (p.start - today).days <= _SOON]
    if ahead and (setting.ahead or not past or (soon and past[-1].end < today)):
        return Reading(ahead[0] if setting.ahead or not past else soon[0], True)
    return Reading(past[-1], True) if past else None


def _figures(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    return _absolute(periods.day_period(date.fromordinal(_need(tokens, "T").value)))


def _dotted(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    figures = [token.value for token in tokens if token.kind in "NY"]
    day, month, year = figures if tokens[-1].kind == "Y" else reversed(figures)
    found = calendar_day(year, month, day)
    return None if found is None else Reading(periods.day_period(found), False)


def _full_day(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    day, month = _need(tokens, "N").value, _need(tokens, "M").value
    return _in_year(_get(tokens, "YRr"), setting, lambda year: _day(year, month, day))


def _day_month(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    day, month = _need(tokens, "N").value, _need(tokens, "M").value
    if _need(tokens, "M").unit == "short" or not 1 <= day <= 31:
        return None
    return _nearest(setting, lambda year: _day(year if month < 100 else year - 621, month, day))


def _day(year: int, month: int, day: int) -> Period | None:
    found = calendar_day(year - 621 if month > 100 and year > 1900 else year, month, day)
    return None if found is None else periods.day_period(found)


def _of_year(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    part, year = _need(tokens, "MQHIGjJ"), _get(tokens, "YRrFy")
    if year is not None and year.kind == "F":
        return _absolute(periods.fiscal_period(year.value))
    build = _builder(part, setting)
    return None if build is None else _in_year(year, setting, build)


def _builder(part: Token, setting: Setting) -> Callable[[int], Period | None] | None:
    """The period that a month, quarter, half or season is in a given year."""
    if part.kind == "M":
        return lambda year: _month(year, part.value)
    if part.kind == "Q":
        return lambda year: periods.quarter_period(year, part.value)
    if part.kind in "HI":
        return lambda year: periods.half_period(year, part.value)
    if part.kind == "G":
        return lambda year: _season(year, part.value, setting)
    if part.unit == "l":
        return lambda year: periods.quarter_period(year, 4) if part.kind == "j" else periods.half_period(year, 2)
    return None


def _season(year: int, season: int, setting: Setting) -> Period:
    if setting.deadline and season == 2:
        return periods.half_period(year, 1)
    return periods.season_period(year, season)


def _part(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    part = _need(tokens, "bie")
    rest = [token for token in tokens if token is not part]
    if rest[-1].kind == "y" and len(rest) > 1:
        rest.pop()
    whole = _read_whole([token for token in rest if token.kind not in ",_-"], setting)
    if whole is None or whole.period is None:
        return whole
    if setting.deadline and part.kind == "e" and whole.period.grain == "year":
        return whole
    return Reading(periods.part_period(whole.period, part.kind), whole.relative)


def _read_whole(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    kinds = "".join(token.kind for token in tokens)
    if len(tokens) == 1 and kinds in UNIT_LETTERS:
        if setting.published is None:
            return _UNRESOLVED
        return Reading(periods.unit_period(setting.published, UNIT_LETTERS[kinds]), True)
    if len(tokens) == 1:
        return _single(tokens, setting)
    if set(kinds) & set("mKqhw") and set(kinds) & set("ltnpf"):
        return _relative_unit(tokens, setting)
    return _of_year(tokens, setting)


UNIT_LETTERS = {"y": "year", "q": "quarter", "h": "half", "m": "month", "K": "month", "w": "week", "d": "day"}


def _month_range(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    first, last = (token.value for token in tokens if token.kind == "M")
    return _range(first, last, _get(tokens, "YRrF"), setting)


def _months(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    first, last = divmod(_need(tokens, "U").value, 100)
    return _range(first, last, _get(tokens, "YRrF"), setting)


def _range(first: int, last: int, year: Token | None, setting: Setting) -> Reading | None:
    if not first <= last <= 12:
        return None
    if year is None:
        return _nearest(setting, lambda year: periods.months_period(year, first, last))
    return _in_year(year, setting, lambda year: periods.months_period(year, first, last))


def _count_of_months(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    count = _need(tokens, "XN").value
    year = _get(tokens, "YRrFy")
    if not 1 < count <= 12:
        return None
    if year is None:
        return _nearest(setting, lambda year: periods.months_period(year, 1, count))
    return _in_year(year, setting, lambda year: periods.months_period(year, 1, count))


def _same(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    """The period of the anchor, so many years away: "the same quarter last year"."""
    shift = _get(tokens, "Rrvz")
    years = -1 if shift is None else shift.value
    quarter = _get(tokens, "Q")
    if shift is not None and shift.kind in "vz" and shift.unit != "year":
        return None
    if quarter is not None and setting.published is not None:
        return Reading(periods.quarter_period(setting.published.year + years, quarter.value), True)
    if setting.anchor is not None:
        return Reading(periods.moved_period(setting.anchor, "year", years), True)
    if setting.published is None:
        return _UNRESOLVED
    return Reading(periods.year_period(setting.published.year + years), True)


def _relative_month(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    month, word = _need(tokens, "M").value, _need(tokens, "ltnpf")
    today = setting.published
    if today is None:
        return _UNRESOLVED
    if word.kind == "t":
        return _in_year(None, setting, lambda year: _month(year, month))
    found = [p for p in (_month(today.year + step, month) for step in (-1, 0, 1)) if p is not None]
    if word.value < 0:
        return Reading([p for p in found if p.end < today][-1], True)
    return Reading(next(p for p in found if p.start > today), True)


def _relative_season(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    season, word = _need(tokens, "G").value, _need(tokens, "ltnpf")
    today = setting.published
    if today is None:
        return _UNRESOLVED
    if word.kind == "t":
        return Reading(_season(today.year, season, setting), True)
    found = [_season(today.year + step, season, setting) for step in (-2, -1, 0, 1)]
    if word.value < 0:
        return Reading([p for p in found if p.end < today][-1], True)
    return Reading(next(p for p in found if p.start > today), True)


def _weekday(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    weekday, word = _need(tokens, "W").value, _get(tokens, "ltnpf")
    today = setting.published
    if today is None:
        return _UNRESOLVED
    back = (today.weekday() - weekday) % 7
    if (word is not None and word.value > 0) or (word is None and setting.ahead):
        return Reading(periods.day_period(today + timedelta(days=7 - back if back else (7 if word else 0))), True)
    if word is not None and word.value < 0 and back == 0:
        back = 7
    return Reading(periods.day_period(today - timedelta(days=back)), True)


def _weekday_of_month(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    figure = _get(tokens, "P")
    if figure is not None:
        day, month = divmod(figure.value, 100)
        return _nearest(setting, lambda year: _day(year, month, day)) if month <= 12 else None
    return _day_of_month(tokens, setting)


def _day_of_month(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    figure = _need(tokens, "NP")
    if figure.kind == "P":
        day, month = divmod(figure.value, 100)
        return _nearest(setting, lambda year: _day(year, month, day)) if month <= 12 else None
    if not 1 <= figure.value <= 31:
        return None
    today = setting.published
    if today is None:
        return _UNRESOLVED
    months = [periods.moved(today.replace(day=1), "month", step) for step in (-2, -1, 0, 1, 2)]
    days = [day for m in months if (day := calendar_day(m.year, m.month, figure.value))]
    if setting.ahead:
        return Reading(periods.day_period(next(day for day in days if day >= today)), True)
    return Reading(periods.day_period([day for day in days if day <= today][-1]), True)


def _relative_unit(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    word, unit = _need(tokens, "ltnpf"), UNIT_LETTERS[_need(tokens, "mKqhwd").kind]
    return _moved(word.kind in "pf", unit, word.value, setting)


def _moved(anchored: bool, unit: str, count: int, setting: Setting) -> Reading | None:
    if anchored and setting.anchor is not None:
        return Reading(periods.moved_period(setting.anchor, unit, count), True)
    if setting.published is None:
        return _UNRESOLVED
    return Reading(periods.unit_period(periods.moved(setting.published, unit, count), unit), True)


def _single(tokens: Sequence[Token], setting: Setting) -> Reading | None:
    token = tokens[0]
    if token.kind in "YRrF":
        return _read_year(token, setting)
    if token.kind in "MQHG":
        build = _builder(token, setting)
        return None if build is None else _nearest(setting, build)
    if token.kind == "W":
        return _weekday(tokens, setting)
    if token.kind == "D":
        return _moved(False, "day", token.value, setting)
    if token.kind in "jJ":
        return _moved(token.unit in ("p", "f"), "quarter" if token.kind == "j" else "half", token.value, setting)
    if not token.sure:
        return _UNRESOLVED
    return _moved(token.kind == "v", token.unit, token.value, setting)


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
    "same": _same,
    "relative_month": _relative_month,
    "of_year": _of_year,
    "relative_season": _relative_season,
    "weekday_of_month": _weekday_of_month,
    "relative_weekday": _weekday,
    "relative_unit": _relative_unit,
    "day_of_month": _day_of_month,
    "single": _single,
}
