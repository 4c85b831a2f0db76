"""Month and weekday names of a language, as CLDR has them."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError, localedata
from babel.core import get_global


@cache
def month_names(lang: str, region: str = "") -> tuple[tuple[str, int, bool], ...]:
    """(name, month 1..12, whether it is an abbreviation); empty where CLDR does not know the language.

    With a region, the names that this territory uses; babel's names for "ar" in "LB" are those of the Levant.
    """
    return tuple(dict.fromkeys(_names("months", lang, region, ("wide", "abbreviated"))))


@cache
def weekday_names(lang: str) -> tuple[tuple[str, int], ...]:
    """(name, weekday, Monday 0); full names only, since abbreviations are words of their own too often."""
    return tuple(dict.fromkeys((name, day) for name, day, _ in _names("days", lang, "", ("wide",))))


@cache
def month_first(lang: str) -> bool:
    """Whether the language writes the month before the day ("March 12")."""
    long = _formats(lang).get("long", "d MMMM y")
    return long.find("M") < long.find("d")


@cache
def numeric_order(lang: str) -> str:
    """The order of day, month and year in a date of figures: "dmy", "mdy" or "ymd"."""
    short = _formats(lang).get("short", "d/M/y")
    return "".join(sorted("dmy", key=lambda part: short.lower().find(part)))


def _formats(lang: str) -> dict[str, str]:
    try:
        return {width: str(pattern) for width, pattern in Locale.parse(lang).date_formats.items()}
    except (UnknownLocaleError, ValueError):
        return {}


def _names(table: str, lang: str, region: str, widths: tuple[str, ...]) -> Iterator[tuple[str, int, bool]]:
    data = _own_data(f"{lang}_{region}" if region else lang).get(table, {})
    for context in ("format", "stand-alone"):
        for width in widths:
            forms = data.get(context, {}).get(width, {})
            if isinstance(forms, dict):
                yield from ((form, key, width == "abbreviated") for key, form in forms.items())


def _own_data(name: str) -> dict[str, Any]:
    """What CLDR holds for a locale itself, or for the one it takes everything from (Bokmål from Norwegian).

    The file is read directly: babel's own loader fills what a locale leaves to the root from whichever locale was asked for
    before (the stand-alone months of Swedish become Chinese), and its cache would hand a bare reading to everybody else.
    """
    if not localedata.exists(name):
        return {}
    with Path(localedata.resolve_locale_filename(name)).open("rb") as file:
        data: dict[str, Any] = pickle.load(file)
    parent = get_global("parent_exceptions").get(name)
    return data if "months" in data or not parent or parent == "root" else _own_data(parent)
