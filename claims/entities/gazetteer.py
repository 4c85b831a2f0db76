"""Countries and large cities as CLDR names them in each language."""

from __future__ import annotations

from functools import cache

from claims.entities.forms.inflection import find_bases
from claims.entities.forms.scripts import script_of


@cache
def _places(lang: str) -> frozenset[str]:
    """Lower-cased names of territories and of the cities that time zones are called after."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  (CLDR loads on first use)

    try:
        locale = Locale.parse(lang)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    names = {str(name) for code, name in locale.territories.items() if not (code.isdigit() and len(name) < 4)}
    names |= {str(zone["city"]) for zone in locale.time_zones.values() if "city" in zone}
    return frozenset(name.lower() for name in names if len(name) > 1)


@cache
def _first_bases(lang: str) -> dict[int, frozenset[str]]:
    """Every bare form of the one-word places, by their number of words."""
    bases: dict[int, set[str]] = {}
    for name in _places(lang):
        words = name.split()
        if len(words) <= 3:
            bases.setdefault(len(words), set()).update(_phrases(words))
    return {size: frozenset(found) for size, found in bases.items()}


def _phrases(words: list[str]) -> set[str]:
    if len(words) > 1:
        return {" ".join(words)}
    return set(find_bases(words[0], script_of(words[0])))


def is_place(name: str, lang: str) -> bool:
    """Whether a name, inflected or not, is a country or a large city."""
    words = name.lower().split()
    known = _first_bases(lang).get(len(words), frozenset())
    return not known.isdisjoint(_phrases(words)) if words and known else False
