"""The [dates] section of a pack: what CLDR lacks to read a language's dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from claims.declarations import Table

_SEQUENCES: Mapping[str, tuple[str, ...]] = {
    "M": (
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ),
    "J": (
        "farvardin",
        "ordibehesht",
        "khordad",
        "tir",
        "mordad",
        "shahrivar",
        "mehr",
        "aban",
        "azar",
        "dey",
        "bahman",
        "esfand",
    ),
    "W": ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    "G": ("spring", "summer", "autumn", "winter"),
    "O": ("first", "second", "third", "fourth"),
    "N": ("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"),
}
_SINGLE: Mapping[str, tuple[str, int]] = {
    "year": ("y", 0),
    "quarter": ("q", 0),
    "half": ("h", 0),
    "half_of_year": ("g", 0),
    "month": ("m", 0),
    "week": ("w", 0),
    "day": ("d", 0),
    "years": ("y", 1),
    "quarters": ("q", 1),
    "months": ("m", 1),
    "weeks": ("w", 1),
    "days": ("d", 1),
    "period": ("o", 0),
    "last": ("l", -1),
    "this": ("t", 0),
    "next": ("n", 1),
    "previous": ("p", -1),
    "following": ("f", 1),
    "same": ("s", 0),
    "begin": ("b", 0),
    "mid": ("i", 0),
    "end": ("e", 0),
    "ago": ("A", 0),
    "earlier": ("B", -1),
    "later": ("C", 1),
    "within": ("k", 1),
    "several": ("u", 0),
    "today": ("D", 0),
    "yesterday": ("D", -1),
    "tomorrow": ("D", 1),
    "day_before_yesterday": ("D", -2),
    "day_after_tomorrow": ("D", 2),
    "month_mark": ("K", 0),
    "day_mark": ("a", 0),
    "fiscal": ("Z", 0),
    "ignore": ("x", 0),
}
_FIRST = {"M": 1, "J": 101, "W": 0, "G": 1, "O": 1, "N": 1}
"""The value of a sequence's first name; Solar Hijri months are months too, a hundred higher."""
VOCABULARY: Mapping[str, tuple[str, int]] = MappingProxyType(
    {
        name: ("M" if kind == "J" else kind, _FIRST[kind] + at)
        for kind, names in _SEQUENCES.items()
        for at, name in enumerate(names)
    }
    | dict(_SINGLE)
)
"""What a pack's words can mean: a name, the letter the grammar knows it by, and its value (docs/dates.md explains each)."""


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words of one language that speak of dates; every field may be empty.

    `words` gives for each name of `VOCABULARY` the words and `stem*`s that mean it; `phrases` the names that a longer
    expression stands for, in order ("Vorjahr" is "previous year"). `eras` maps a name to the year before its first, `compact`
    a letter to the unit it stands for ("Q3"). `joiners` may stand between the parts of a date, `ranges` between its two ends,
    `pairs` between two dates; after one of `between` a pair is a range. `at` are the prepositions after which a bare figure is
    a year, `until` those that set a deadline, `since` those that put a date in the past, `ahead` the words that say it is
    still to come. `suffixes` are written to a numeral ("3rd", "2024-го"), `decades` make ten years of it
    ("1990er"). `regions` are the territories whose CLDR month
    names are read too; `counted` are nouns that make the figure in front of them no year; `weak` words are dates only beside
    a figure or after a preposition. `bare_years`: a year may stand without its word; `short_years`: two digits and the word
    for year are one; `roman`: quarters and halves are counted in Roman numerals;
    `solar_hijri`: years from 1250 to 1499 are of that calendar.
    """

    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    eras: Mapping[str, int] = field(default_factory=dict)
    compact: Mapping[str, str] = field(default_factory=dict)
    joiners: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    decades: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    bare_years: bool = True
    short_years: bool = False
    roman: bool = False
    solar_hijri: bool = False


def read_date_words(table: Table) -> DateWords:
    """Read and validate the section."""
    words = DateWords(
        words=_read_words(table.table("words")),
        phrases=_read_phrases(table),
        eras=table.mapping("eras", int),
        compact=_read_compact(table),
        joiners=table.words("joiners"),
        ranges=table.words("ranges"),
        at=table.words("at"),
        until=table.words("until"),
        since=table.words("since"),
        pairs=table.words("pairs"),
        between=table.words("between"),
        ahead=table.words("ahead"),
        suffixes=table.words("suffixes"),
        decades=table.words("decades"),
        regions=table.words("regions"),
        counted=table.words("counted"),
        weak=table.words("weak"),
        bare_years=table.flag("bare_years", True),
        short_years=table.flag("short_years", False),
        roman=table.flag("roman", False),
        solar_hijri=table.flag("solar_hijri", False),
    )
    table.done()
    return words


def _read_words(table: Table) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    owner: dict[str, str] = {}
    for name in table:
        if name not in VOCABULARY:
            raise table.error(name, "unknown meaning; docs/dates.md lists them")
        found[name] = table.words(name)
        for word in found[name]:
            if word in owner:
                raise table.error(name, f"duplicate word {word!r}, also in {owner[word]}")
            owner[word] = name
    return MappingProxyType(found)


def _read_phrases(table: Table) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for phrase, meaning in table.mapping("phrases").items():
        names = tuple(meaning.split())
        unknown = [name for name in names if name not in VOCABULARY]
        if unknown or not names:
            raise table.error(f"phrases.{phrase}", f"unknown meaning {' '.join(unknown)!r}; docs/dates.md lists them")
        found[phrase] = names
    return MappingProxyType(found)


def _read_compact(table: Table) -> Mapping[str, str]:
    found = table.mapping("compact")
    for letter, unit in found.items():
        if unit not in ("quarter", "half"):
            raise table.error(f"compact.{letter}", "must be quarter or half")
    return MappingProxyType(found)
