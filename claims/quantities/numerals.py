"""Figures written in digits."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

NUMERAL = r"\d{1,3}(?:[ \u00a0]\d{3}(?!\d))+(?:[.,٫]\d+)?|\d+(?:(?:[.,'٫٬]|, (?=000\b))\d+)*|(?<![\w.,٫])[.,٫]\d+"
"""A regular expression for one figure in a folded text."""

_SPACED = re.compile(r"[ \u00a0]")
_MARKS = re.compile(r"[.,'٫٬]")
_GROUPED = re.compile(r"\d{1,3}(?:[.,'٬]\d{3})+$")
_INDIAN = re.compile(r"\d{1,2}(?:[,٬]\d{2})+[,٬]\d{3}$")

_LONGEST = 40
_ONE = Decimal(1)

VULGAR = {
    "½": "1/2",
    "⅓": "1/3",
    "⅔": "2/3",
    "¼": "1/4",
    "¾": "3/4",
    "⅕": "1/5",
    "⅖": "2/5",
    "⅗": "3/5",
    "⅘": "4/5",
    "⅙": "1/6",
    "⅚": "5/6",
    "⅛": "1/8",
    "⅜": "3/8",
    "⅝": "5/8",
    "⅞": "7/8",
    "⅐": "1/7",
    "⅑": "1/9",
    "⅒": "1/10",
}
"""Fractions that are one character."""


class Numeral(NamedTuple):
    """A figure in digits: its value, one unit of its last digit, and whether it was written as a plain run of digits."""

    value: Decimal
    step: Decimal
    plain: bool


def parse_numeral(raw: str, decimal: str, group: str) -> Numeral | None:
    """The value of `raw`, given a language's decimal and group marks; None where the marks make no number (1.2.3, 3:1)."""
    if len(raw) > _LONGEST:
        return None
    if raw.isdigit():
        return Numeral(Decimal(raw), _ONE, True)
    bare = _SPACED.sub("", raw)
    marks = _MARKS.findall(bare)
    if not marks:
        return Numeral(Decimal(bare), _ONE, False)
    whole, fraction = _split(bare, marks, decimal, group)
    if whole is None:
        return None
    value = Decimal(f"{whole or '0'}.{fraction}") if fraction else Decimal(whole)
    return Numeral(value, Decimal(1).scaleb(-len(fraction)), False)


def _split(bare: str, marks: list[str], decimal: str, group: str) -> tuple[str | None, str]:
    last = marks[-1]
    head, _, tail = bare.rpartition(last)
    if marks.count(last) > 1 or last in "'٬":
        whole = _MARKS.sub("", bare)
        return (whole if _is_grouped(bare) else None), ""
    if len(marks) > 1 or last == "٫":
        return (_MARKS.sub("", head) if len(marks) == 1 or _is_grouped(head) else None), tail
    if len(tail) == 3 and _GROUPED.match(bare) and not bare.startswith("0") and (last != decimal or tail == "000"):
        return head + tail, ""
    return head, tail


def _is_grouped(written: str) -> bool:
    return bool(_GROUPED.match(written) or _INDIAN.match(written))
