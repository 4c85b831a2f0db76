"""How the parts of a date stand together, as patterns over the letters of `claims.lang.dates.VOCABULARY`.

Three passes over a run: fixed amounts of time and numbered months first, then years, quarters and halves, then whole dates.
Each pass replaces what it finds by one token. Letters that only a pass makes: R and r are a year relative to publication or
to the date before; Q and H a numbered quarter or half, I a half that needs its year; j and J a relative quarter or half; z a
time ago or ahead, v a time before or after another date; U the months from one to another.
"""

from __future__ import annotations

import re
from functools import lru_cache

_UNIT = "[yqhgmKwda]"
_REL = "[ltnpf]"
_COUNT = "(?:Nu?|u)"
_YEAR = "[YRrF]"
_DAYNAME = r"(?:W[,(]?)?"


def _pass(*rules: tuple[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in rules))


AMOUNTS = _pass(
    ("skip", f"{_REL}[Nu][yqhgmwd]|[Nu]{_REL}[ymwqd]"),
    ("ago", f"A[Nu]?[yqhgmKwda](?!Y)|{_COUNT}{_UNIT}[Alp]|(?<![YNOu]){_UNIT}A"),
    ("within", f"k[Nu]?{_UNIT}|{_COUNT}{_UNIT}k"),
    ("apart", f"{_COUNT}{_UNIT}[BC]|(?<![YNOux]){_UNIT}[BC]|[BC][Nu]?{_UNIT}(?!Y)|[Nu]{_UNIT}f"),
    ("era", "E[NV]y"),
    ("fiscal", r"y?Z+-?[YSN]y?"),
    ("first_months", "ON[mK]|N[mK]b|N[mO][Om]|bN[mK]"),
    ("months", "N-NK"),
    ("month", "NK|KN"),
)
YEARS = _pass(
    ("year", f"(?:{_REL},?)?y?[YS](?:-?y)?|y{_REL}Y"),
    ("fiscal_year", "y?Fy?"),
    ("same_year", "sy(?![ABCzltnpf])"),
    ("relative_year", f"{_REL}y|y{_REL}"),
    ("quarter", r"[ON]\.?q|q[ON]"),
    ("half", r"[ON]\.?h|h[ON]"),
    ("half_of", r"[ON]\.?g|g[ON]"),
    ("relative_quarter", f"{_REL}q|q{_REL}"),
    ("relative_half", f"{_REL}h|h{_REL}"),
)
_MONTH = f"(?:M[,_-]?{_YEAR}|[YRr]_?M|M)"
_QUARTER = f"(?:[QHI][,_-]?{_YEAR}|{_YEAR}[_-]?[QHI]|[QH]y?|Iy|y[QHI]|[jJ][_,]?[YRr]?)"
_WHOLE = f"(?:{_MONTH}|{_QUARTER}|{_YEAR}|{_REL}?[mKqhw]|[mK]{_REL}|y)"
DATES = _pass(
    ("figures", f"{_DAYNAME}T"),
    ("dotted", _DAYNAME + r"N\.N\.Y"),
    ("dotted_year_first", r"Y\.N\.N"),
    ("year_month_day", r"[YRr][,.]?MNa?"),
    ("day_month_year", f"{_DAYNAME}a?N[.-]?M[,-]?[YRr]"),
    ("month_day_year", f"{_DAYNAME}MNa?,?[YRr]"),
    ("part", f"[bie]-?{_WHOLE}|g_?(?:[YRr]|M[YRr]?)|{_WHOLE}-?[bie]y?"),
    ("day_month", f"{_DAYNAME}a?N[.-]?M"),
    ("month_day", f"{_DAYNAME}MNa?"),
    ("month_range", f"M[-&]M(?:[,_]?{_YEAR})?|{_YEAR}_?M-M"),
    ("months", f"U{_YEAR}?|{_YEAR}_?U"),
    ("count_of_months", f"(?:X|Nm)[,_]?{_YEAR}|{_YEAR}X|Xy?"),
    ("same", "s[oqQhgmyd]?[_,]?(?:[Rrvz]|y)|[Rr](?:s[oqQhgmyd]?|[oq])"),
    ("relative_month", f"{_REL}M|M{_REL}"),
    ("of_year", f"[MQHIGjJ]y|y[QHI]|[MQHIG][,_-]?{_YEAR}|{_YEAR}_?[MQHIG]|[jJ][_,]?[YRr]|[YRr]_?[jJ]|{_YEAR}-[QHI]"),
    ("relative_season", f"{_REL}G|G{_REL}"),
    ("weekday_of_month", "W[(](?:N|P)a?"),
    ("relative_weekday", f"{_REL}W|W{_REL}"),
    ("relative_unit", f"{_REL}[mKw]|[mKw]{_REL}|[pf]d"),
    ("day_of_month", "aN|Na|aP"),
    ("single", "[MWQHjJGDRrYFvz]"),
)


@lru_cache(maxsize=4096)
def parse_letters(grammar: re.Pattern[str], letters: str) -> tuple[tuple[str, int, int], ...]:
    """(rule, start, end) of every match in a run's letters, leftmost first."""
    return tuple((m.lastgroup or "", m.start(), m.end()) for m in grammar.finditer(letters))
