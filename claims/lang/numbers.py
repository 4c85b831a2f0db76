"""The [numbers] section of a pack: what CLDR lacks to read a language's figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from claims.declarations import Table

BOUNDS = ("about", "at_least", "at_most", "just_over", "just_under")
"""What a word beside a figure may do to it."""

Words = tuple[str, ...]


def _empty() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Words and signs around figures; docs/quantities.md says what each is for. Every word may end in * (any ending)."""

    compound: bool = False
    suffixing: bool = False
    joined_tens: bool = False
    short_last: bool = False
    ordinal_dot: bool = False
    ordinals: Words = ()
    clitics: Words = ()
    joiners: Words = ()
    minus: Words = ()
    point: Words = ()
    links: Words = ()
    scale_links: Words = ()
    fillers: Words = ()
    uncounted: Words = ()
    articles: Words = ()
    ranges: Words = ()
    coordination: Words = ()
    percent: Words = ()
    percent_before: Words = ()
    percent_points: Words = ()
    people: Words = ()
    year_before: Words = ()
    year_after: Words = ()
    lone: Words = ()
    names: Words = ()
    share_after: Words = ()
    changes: Words = ()
    counters: Words = ()
    followers: Words = ()
    denominators: Words = ()
    tenths: Words = ()
    tenth_parts: Words = ()
    fraction_endings: Words = ()
    fraction_words: Words = ()
    fraction_links: Words = ()
    ratios: Words = ()
    particles: Words = ()
    between: tuple[tuple[str, str], ...] = ()
    moves: tuple[tuple[str, str], ...] = ()
    words: Mapping[str, int] = field(default_factory=dict)
    powers: Mapping[str, int] = field(default_factory=dict)
    glued: Mapping[str, int] = field(default_factory=dict)
    dozens: Mapping[str, int] = field(default_factory=dict)
    vague: Mapping[str, str] = field(default_factory=_empty)
    fractions: Mapping[str, Fraction] = field(default_factory=dict)
    halves: Mapping[str, Fraction] = field(default_factory=dict)
    shares: Mapping[str, Fraction] = field(default_factory=dict)
    offsets: Mapping[str, Fraction] = field(default_factory=dict)
    before: Mapping[str, str] = field(default_factory=_empty)
    after: Mapping[str, str] = field(default_factory=_empty)
    inner: Mapping[str, str] = field(default_factory=_empty)
    currencies: Mapping[str, str] = field(default_factory=_empty)
    minor: Mapping[str, str] = field(default_factory=_empty)
    qualifiers: Mapping[str, str] = field(default_factory=_empty)
    defaults: Mapping[str, str] = field(default_factory=_empty)


_FLAGS = ("compound", "suffixing", "joined_tens", "short_last", "ordinal_dot")
_LISTS = (
    "ordinals",
    "clitics",
    "joiners",
    "minus",
    "point",
    "links",
    "scale_links",
    "fillers",
    "uncounted",
    "articles",
    "ranges",
    "coordination",
    "percent",
    "percent_before",
    "percent_points",
    "people",
    "year_before",
    "year_after",
    "lone",
    "names",
    "share_after",
    "changes",
    "counters",
    "followers",
    "denominators",
    "tenths",
    "tenth_parts",
    "fraction_endings",
    "fraction_words",
    "fraction_links",
    "ratios",
    "particles",
)
_PAIRS = ("between", "moves")
_COUNTS = ("words", "powers", "glued", "dozens")
_FRACTIONS = ("fractions", "halves", "shares", "offsets")
_BOUNDS = ("before", "after", "inner")
_NAMES = ("vague", "currencies", "minor", "qualifiers", "defaults")


def read_number_words(table: Table) -> NumberWords:
    """Read and validate the section."""
    values: dict[str, Any] = {name: table.flag(name, False) for name in _FLAGS}
    values |= {name: table.words(name) for name in _LISTS}
    values |= {name: table.pairs(name) for name in _PAIRS}
    values |= {name: MappingProxyType(table.mapping(name, int)) for name in _COUNTS}
    values |= {name: MappingProxyType(_read_fractions(table, name)) for name in _FRACTIONS}
    values |= {name: MappingProxyType(_read_bounds(table, name)) for name in _BOUNDS}
    values |= {name: MappingProxyType(table.mapping(name)) for name in _NAMES}
    table.done()
    return NumberWords(**values)


def _read_fractions(table: Table, key: str) -> dict[str, Fraction]:
    found = {}
    for word, written in table.mapping(key).items():
        try:
            found[word] = Fraction(written)
        except (ValueError, ZeroDivisionError) as error:
            raise table.error(f"{key}.{word}", f"must be a fraction such as 1/2, not {written!r}") from error
    return found


def _read_bounds(table: Table, key: str) -> dict[str, str]:
    found: dict[str, str] = table.mapping(key)
    for word, bound in found.items():
        if bound not in BOUNDS:
            raise table.error(f"{key}.{word}", f"must be one of {', '.join(BOUNDS)}, not {bound!r}")
    return found
