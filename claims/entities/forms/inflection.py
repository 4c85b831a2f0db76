"""The strict rule within one script: two words are one name when they differ by endings or clitics only (inflections.toml)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from claims.declarations import Table, load_table

_FILE = Path(__file__).parent / "inflections.toml"
_LISTS = ("apostrophe", "after_consonant", "after_vowel", "after_any", "before")
# "instead_of_a" replaces this ending of the bare form by one of the listed.
_ENDINGS = {
    "latin": {"instead_of_a": "a", "instead_of_ek": "ek", "instead_of_ec": "ec"},
    "cyrillic": {
        "instead_of_a": "а",
        "instead_of_ok": "ок",
        "instead_of_ets": "ец",
        "instead_of_ka": "ка",
        "instead_of_ga": "га",
        "instead_of_kha": "ха",
        "instead_of_tsya": "ця",
        "instead_of_ya": "я",
        "instead_of_soft": "ь",
        "instead_of_short_i": "й",
        "instead_of_yy": "ый",
        "instead_of_iy": "ий",
        "instead_of_aya": "ая",
        "instead_of_o": "о",
        "instead_of_ie": "ие",
        "instead_of_oe": "ое",
    },
    "greek": {"instead_of_s": "ς"},
}
# Where the stem changes before the ending (Америка, Америці; Marek, Marka), and what its last consonant was.
_SOFTENED = (
    "instead_of_ka", "instead_of_ga", "instead_of_kha", "instead_of_tsya",
    "instead_of_ok", "instead_of_ets", "instead_of_ek", "instead_of_ec",
)  # fmt: skip
_HARDENED = str.maketrans("цзс", "кгх")
# Endings that make a woman's name of a man's as well as a case form.
_WOMAN = {"latin": ("a",), "cyrillic": ("а", "я"), "greek": ("α",)}
_VOWELS = frozenset("aeiouyäöüåæøąęıаеёиоуыэюяіїєαεηιουωάέήίόύώ")
# The least that must be left of a word when an ending or clitic is taken off.
_STEM = {"latin": 4, "arabic": 3, "hebrew": 3, "hangul": 2, "kana": 2, "han": 2}

Rules = Mapping[str, tuple[str, ...]]


@cache
def load_inflections() -> Mapping[str, Rules]:
    """Endings by script and list; `PackError` names file and key."""
    table = load_table(_FILE)
    rules: dict[str, Rules] = {}
    for script in table:
        rules[script] = _read_rules(table.table(script), tuple(_ENDINGS.get(script, {})))
    return MappingProxyType(rules)


def _read_rules(table: Table, replaced: tuple[str, ...]) -> Rules:
    rules = {}
    for key in table:
        if key not in _LISTS and key not in replaced:
            raise table.error(key, "unknown list of endings")
        rules[key] = tuple(sorted(table.words(key), key=lambda word: (-len(word), word)))
    return rules


@lru_cache(maxsize=100_000)
def find_bases(word: str, script: str) -> frozenset[str]:
    """Every bare form `word` could be a form of, itself included; `word` is lower-case."""
    rules = load_inflections().get(script)
    if rules is None or len(word) < 3:
        return frozenset((word,))
    least = _STEM.get(script, 3)
    bases = {word}
    stem, mark, ending = word.rpartition("'")
    if mark and script == "latin":
        return frozenset((word, stem)) if ending in rules["apostrophe"] and len(stem) > 1 else frozenset((word,))
    if mark and script == "cyrillic" and len(stem) > 1:
        bases.add(stem)
    bases |= _without_endings(word, rules, least)
    for key, bare in _ENDINGS.get(script, {}).items():
        bases |= {stem + bare for stem in _stems(word, rules.get(key, ())) if len(stem) >= 3 - (len(bare) > 1)}
    bases |= set(_without_clitic(word, rules.get("before", ()), least))
    return frozenset(bases)


def _without_endings(word: str, rules: Rules, least: int) -> set[str]:
    bases = set()
    for key in ("after_consonant", "after_vowel", "after_any"):
        for stem in _stems(word, rules.get(key, ())):
            vowel = stem[-1:] in _VOWELS
            if len(stem) >= least and (key == "after_any" or vowel == (key == "after_vowel")):
                bases.add(stem)
    return bases


def _without_clitic(word: str, clitics: tuple[str, ...], least: int) -> list[str]:
    return [word[len(clitic) :] for clitic in clitics if word.startswith(clitic) and len(word) - len(clitic) >= least]


def _stems(word: str, endings: tuple[str, ...]) -> list[str]:
    return [word[: len(word) - len(ending)] for ending in endings if ending and word.endswith(ending)]


@lru_cache(maxsize=100_000)
def same_word(a: str, b: str, script: str) -> bool:
    """Whether two words of one script are forms of one word."""
    if a[:1] != b[:1] and not load_inflections().get(script, {}).get("before"):
        return False  # endings leave the first letter alone
    return a == b or not find_bases(a, script).isdisjoint(find_bases(b, script))


def same_words(one: tuple[str, ...], two: tuple[str, ...], script: str) -> bool:
    """Whether two names of one script are the same words, each but for its ending or clitic."""
    return len(one) == len(two) and all(same_word(a, b, script) for a, b in zip(one, two, strict=True))


def agree_as_person(one: tuple[str, ...], two: tuple[str, ...], script: str) -> bool:
    """Whether given name and surname of two inflected forms can be one person's.

    A given name in -a beside an unchanged surname is a woman's, no case form: Александра Ванг is not Александр Ванг.
    """
    endings = _WOMAN.get(script, ())
    return not (len(one) > 1 and one[-1] == two[-1] and any(one[0] + a == two[0] or two[0] + a == one[0] for a in endings))


@lru_cache(maxsize=100_000)
def rough_stem(word: str, script: str) -> str:
    """Without all that could be ending or clitic: equal for all forms of a word, and for some words that are not the same."""
    if script in ("latin", "cyrillic"):
        word = word.partition("'")[0] or word
    while True:
        shorter = _shorten(word, script)
        if shorter is None:
            return word[:-1] + word[-1:].translate(_HARDENED) if script == "cyrillic" else word
        word = shorter


def _shorten(word: str, script: str) -> str | None:
    endings, clitics, least = _all_endings(script)
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    without = _without_clitic(word, clitics, least)
    return without[0] if without else None


@cache
def _all_endings(script: str) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    """Every ending of a script, replaced ones too, and every clitic, longest first; and the least that must be left."""
    rules = load_inflections().get(script, {})
    apart = ("before", "apostrophe", *_SOFTENED)
    endings = {ending for key, listed in rules.items() if key not in apart for ending in listed}
    endings |= {bare for key, bare in _ENDINGS.get(script, {}).items() if key not in _SOFTENED}
    by_length = tuple(sorted(endings, key=lambda ending: (-len(ending), ending)))
    return by_length, rules.get("before", ()), min(3, _STEM.get(script, 3))
