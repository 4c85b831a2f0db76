"""What CLDR knows of a language's figures: marks, number words, scale words, currencies, months."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from claims.quantities.folding import fold

_FOLDER = resources.files(__package__)
_PLACEHOLDER = re.compile(r"[0#.,\u200e\u200f]+")


@dataclass(frozen=True, slots=True)
class Spellout:
    """The number words of a language: numbers to add, powers of ten, and the powers that may stand for one of themselves."""

    words: Mapping[str, int]
    powers: Mapping[str, int]
    lone: frozenset[str]
    compound: bool


@dataclass(frozen=True, slots=True)
class LocaleFacts:
    """The CLDR data of one language that figures need; all words folded.

    `scales` are written apart from the figure, `glued` are single letters written onto it; `names` are the forms of each
    currency's name; `currency` is that of the country where the language is most spoken.
    """

    decimal: str
    group: str
    percent: str
    scales: Mapping[str, int]
    glued: Mapping[str, int]
    names: Mapping[str, str]
    symbols: Mapping[str, str]
    months: frozenset[str]
    currency: str | None


@cache
def load_spellout(lang: str) -> Spellout:
    """The number words of `lang`; empty where CLDR cannot spell numbers out."""
    path = _FOLDER / "spellout" / f"{lang}.json"
    if not path.is_file():
        return Spellout({}, {}, frozenset(), False)
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return Spellout(data["words"], data["powers"], frozenset(data["lone"]), data["compound"])


@cache
def load_symbols() -> Mapping[str, tuple[str, ...]]:
    """Currency symbols with the codes they may stand for, in their own letter case."""
    data: dict[str, list[str]] = json.loads((_FOLDER / "symbols.json").read_text(encoding="utf-8"))
    return {symbol: tuple(codes) for symbol, codes in data.items()}


@cache
def load_facts(lang: str) -> LocaleFacts:
    """The facts of `lang`; those of English marks and no words where CLDR has no such language."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 (start-up time of the command line)

    try:
        locale = Locale.parse(lang)
    except (UnknownLocaleError, ValueError, TypeError):
        return LocaleFacts(".", ",", "%", {}, {}, {}, {}, frozenset(), None)
    marks = locale.number_symbols.get("latn") or {}
    scales, glued = _read_scales(locale)
    return LocaleFacts(
        decimal=str(marks.get("decimal", ".")),
        group=str(marks.get("group", ",")),
        percent=str(marks.get("percentSign", "%")),
        scales=scales,
        glued=glued,
        names=dict(_read_names(locale)),
        symbols={symbol: code for code, symbol in locale.currency_symbols.items() if symbol != code},
        months=frozenset(_read_months(locale)),
        currency=_home_currency(lang),
    )


def _read_scales(locale: Any) -> tuple[dict[str, int], dict[str, int]]:
    scales: dict[str, int] = {}
    glued: dict[str, int] = {}
    for length, patterns in locale.compact_decimal_formats.items():
        for forms in patterns.values():
            for size, pattern in forms.items():
                written = pattern.pattern.replace("'", "")
                zeros = written.count("0")
                word = fold(_PLACEHOLDER.sub("", written)).text.strip(" \u00a0")
                if not word or not zeros or any(char in word for char in " \u00a0¤"):
                    continue
                power = len(size) - zeros
                (glued if length == "short" and len(word) == 1 and word.isascii() else scales).setdefault(word, power)
    return scales, glued


def _read_names(locale: Any) -> Iterator[tuple[str, str]]:
    for code, forms in locale._data["currency_names_plural"].items():
        for form in forms.values() if _is_money(code) else ():
            yield fold(str(form)).text, code
    for code, name in locale.currencies.items():
        if _is_money(code):
            yield fold(str(name)).text, code


def _is_money(code: str) -> bool:
    """Whether a code names a currency that people pay in: not gold, nor a unit of account."""
    return not code.startswith("X") or code in ("XAF", "XOF", "XPF", "XCD")


def _read_months(locale: Any) -> Iterator[str]:
    for context in locale.months.values():
        for width in ("wide", "abbreviated"):
            for name in context.get(width, {}).values():
                word = fold(str(name)).text.rstrip(".")
                if len(word) > 2 and not word[0].isdigit():
                    yield word


def _home_currency(lang: str) -> str | None:
    from babel.core import get_global  # noqa: PLC0415
    from babel.numbers import get_territory_currencies  # noqa: PLC0415

    likely = str(get_global("likely_subtags").get(lang, "")).split("_")
    codes: list[str] = get_territory_currencies(likely[-1]) if len(likely) > 1 else []
    return codes[0] if codes else None


def family_words(names: Mapping[str, str], families: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The words that the names of a family's currencies share, each with the family it speaks of."""
    owners: dict[str, set[str]] = defaultdict(set)
    for name, code in names.items():
        for word in name.split():
            owners[word].add(code)
    found = {}
    for family, codes in families.items():
        for word, owned in owners.items():
            inside = owned.intersection(codes)
            if len(inside) >= 2 and len(inside) * 3 >= len(codes) and len(word) > 1 and len(inside) * 2 > len(owned):
                found[word] = family
    return found


def country_words(names: Mapping[str, str], families: Mapping[str, str], current: Collection[str]) -> dict[str, str]:
    """The adjectives in the names of `current` currencies ("Canadian") as stems, each with the country of the code."""
    found: dict[str, str] = {}
    for name, code in names.items():
        words = name.split()
        rest = [word for word in words if word not in families]
        if len(words) == 2 and len(rest) == 1 and len(rest[0]) >= 4 and code in current:
            stem = rest[0][:-2] if len(rest[0]) >= 6 else rest[0]
            found.setdefault(stem + "*", code[:2])
    return found
