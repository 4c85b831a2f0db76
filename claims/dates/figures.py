"""What a group of digits can be in a date: a day, a year, two years, or a whole date in figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from claims.dates.calendars import solar_hijri_day
from claims.dates.lexicon import Lexicon

Figure = tuple[str, int, int, int, bool]
"""Kind, value, start, end, and whether it is sure; a whole date ("T") has the ordinal of its day as value."""

_GROUPS = re.compile(r"\d+")
_AFTER = re.compile(r"\s?[%٪‰$€£¥₽₴₺₩₹°]|\s\d{3}(?!\d)")
_BEFORE = frozenset("$€£¥₽₴₺₩₹#@_%&+=")


def parse_year(digits: str) -> int:
    """The year that two or four digits stand for; two digits up to 49 are of this century."""
    value = int(digits)
    return value if len(digits) > 2 else value + (2000 if value < 50 else 1900)


def figure_tokens(folded: str, start: int, end: int, lexicon: Lexicon, *, glued: bool = False) -> Iterator[Figure]:
    """The readings of the figure at [start, end) of the folded text, suffix included; `glued` to a word it belongs to."""
    if folded[start:end].isdigit():
        # Most figures are a plain number: they are read without looking for groups.
        plain = end - start <= 4 and (glued or _stands_free(folded, start, end, end))
        yield _single(folded, (int(folded[start:end]), start, end), end, lexicon) if plain else ("x", 0, start, end, True)
        return
    groups = [(int(m[0]), m.start(), m.end()) for m in _GROUPS.finditer(folded, start, end)]
    if not (glued or _stands_free(folded, start, end, groups[-1][2])) or any(b - a > 4 for _, a, b in groups):
        yield "x", 0, start, end, True
        return
    marks = [folded[a[2] : b[1]].strip("\u200e\u200f") for a, b in pairwise(groups)]
    if len(groups) == 1:
        yield _single(folded, groups[0], end, lexicon)
    elif len(groups) == 3 and marks[0] == marks[1] and (day := _whole(groups, marks[0], lexicon)):
        yield "T", day.toordinal(), start, end, True
    elif len(groups) == 2:
        yield from _pair(groups, marks[0], end)
    else:
        yield "x", 0, start, end, True


def _stands_free(folded: str, start: int, end: int, digits: int) -> bool:
    before = folded[start - 1 : start]
    after = folded[end : end + 1]
    if (before and before in _BEFORE) or before == "," or _cased(before) or (digits == end and _cased(after)):
        return False
    return _AFTER.match(folded, digits) is None


def _cased(char: str) -> bool:
    return char.lower() != char.upper()


def _single(folded: str, group: tuple[int, int, int], end: int, lexicon: Lexicon) -> Figure:
    value, start, digits = group
    length = digits - start
    if length == 2 and folded[start - 1 : start] == "'" and not folded[max(start - 2, 0) : start - 1].isalnum():
        return "S", parse_year(folded[start:digits]), start - 1, end, False
    if length <= 2:
        return "N", value, start, end, digits != end
    if length == 3:
        return "V", value, start, end, False
    return ("Y", value, start, end, digits != end) if _earliest(lexicon) <= value <= 2100 else ("x", 0, start, end, True)


def _pair(groups: list[tuple[int, int, int]], mark: str, end: int) -> Iterator[Figure]:
    (first, a, b), (second, c, d) = groups
    long, short = b - a, d - c
    if mark in "/-–" and long == 4 and 1900 <= first <= 2100:
        if (short == 2 and second == (first + 1) % 100) or (mark == "/" and second == first + 1):
            yield "F", first, a, d, True
        elif short == 4 and 1900 <= second <= 2100:
            yield from (("Y", first, a, b, False), ("-", 0, b, c, True), ("Y", second, c, end, False))
        elif short == 2 and 1 <= second <= 12:
            yield from (("Y", first, a, b, True), ("M", second, c, end, True))
        elif short == 2 and second > first % 100 and mark in "-–":
            yield from (("Y", first, a, b, False), ("-", 0, b, c, True), ("Y", first // 100 * 100 + second, c, end, False))
        else:
            yield "x", 0, a, end, True
    elif mark in "/-–" and long <= 2 and short == 4 and 1900 <= second <= 2100:
        yield from (("N", first, a, b, True), ("-", 0, b, c, True), ("Y", second, c, end, False))
    elif mark in "-–" and long <= 2 and short <= 2:
        yield from (("N", first, a, b, False), ("-", 0, b, c, True), ("N", second, c, end, False))
    elif mark in "./" and 1 <= first <= 31 and 1 <= second <= 31 and short <= 2:
        yield "P", first * 100 + second, a, end, False
    else:
        yield "x", 0, a, end, True


def _earliest(lexicon: Lexicon) -> int:
    return 1250 if lexicon.words.solar_hijri else 1500


def _whole(groups: list[tuple[int, int, int]], mark: str, lexicon: Lexicon) -> date | None:
    (first, a, b), (second, _, _), (third, c, d) = groups
    if mark not in "./-–":
        return None
    if (first if b - a == 4 else third if d - c == 4 else 2000) < _earliest(lexicon):
        return None
    if b - a == 4:
        return calendar_day(first, second, third)
    if d - c == 4 or (d - c == 2 and mark in "./" and b - a == 2):
        year = parse_year(str(third)) if d - c == 2 else third
        swapped = lexicon.numeric_order == "mdy" and mark == "/" and first <= 12
        return calendar_day(year, first, second) if swapped else calendar_day(year, second, first)
    return None


def calendar_day(year: int, month: int, day: int) -> date | None:
    """A day by its figures, Solar Hijri where the year can be no other; None where there is no such day."""
    if 1250 <= year < 1500 or month > 100:
        return solar_hijri_day(year, month % 100, day)
    if not 1900 <= year <= 2100:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
