"""Countries and large cities as CLDR names them in each language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from claims.entities.forms.inflection import find_bases
from claims.entities.forms.scripts import script_of

_LONGEST = 3
_REGIONS = ("Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")


@cache
def _names(lang: str) -> Mapping[str, str]:
    """CLDR's key by the name of each territory, and of each city that a time zone is called after; none without CLDR data."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  (CLDR loads on first use)

    try:
        locale = Locale.parse(lang)
    except (UnknownLocaleError, ValueError):
        return {}
    # CLDR leaves out a city that a language calls as its time zone is called.
    zones = {_city(key): key for key in _zone_keys() if "city" not in locale.time_zones.get(key, {})}
    zones |= {str(zone["city"]): key for key, zone in locale.time_zones.items() if "city" in zone}
    lands = {str(name): code for code, name in locale.territories.items() if not code.isdigit()}
    return {**zones, **lands}


@cache
def _keys(lang: str) -> Mapping[str, str]:
    """CLDR's key by every lower-cased form of every name."""
    found: dict[str, str] = {}
    for name, key in sorted(_names(lang).items(), key=lambda item: (len(item[1]), item)):
        for form in _forms(name.lower()):
            found.setdefault(form, key)
        found[name.lower()] = key
    return found


@cache
def _zone_keys() -> tuple[str, ...]:
    """The time zones that are called after a city."""
    from babel.core import get_global  # noqa: PLC0415  (CLDR loads on first use)

    return tuple(sorted(key for key in get_global("zone_territories") if key.startswith(_REGIONS)))


def _city(key: str) -> str:
    return key.rpartition("/")[2].replace("_", " ")


@cache
def _english() -> Mapping[str, str]:
    return {key: name for name, key in _names("en").items()}


def _forms(name: str) -> Iterator[str]:
    words = name.split()
    if len(words) == 1:
        yield from find_bases(name, script_of(name))
    elif len(words) <= _LONGEST:
        yield name


@lru_cache(maxsize=65536)
def find_place(name: str, lang: str) -> str | None:
    """The English name of the country or large city that `name`, inflected or not, means in a language; None for any other."""
    keys = _keys(lang)
    forms = [name.lower(), *sorted(_forms(name.lower()), key=lambda form: (-len(form), form))]
    return next((_english()[keys[form]] for form in forms if keys.get(form) in _english()), None)
