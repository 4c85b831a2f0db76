"""Everything find_quantities looks up in one language, compiled once: CLDR's facts, the pack's words, the world's symbols."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from claims.declarations import load_table
from claims.lang import load_pack, pack_codes
from claims.lang.numbers import NumberWords, read_number_words
from claims.quantities.cldr import (
    LocaleFacts,
    Spellout,
    country_words,
    family_words,
    load_facts,
    load_spellout,
    load_symbols,
)
from claims.quantities.folding import fold
from claims.quantities.phrases import PhraseTable
from claims.quantities.words import NumberTable

SPACELESS = frozenset({"zh", "ja", "ko", "th", "lo", "km", "my", "yue"})
"""Languages whose figures and units follow one another without spaces."""

_ALIASES = {
    "no": "nb",
    "nn": "nb",
    "iw": "he",
    "in": "id",
    "und": "en",
    "": "en",
    "cmn": "zh",
    "pes": "fa",
    "tl": "fil",
    "sh": "hr",
    "bs": "hr",
    "ms": "id",
}


@dataclass(frozen=True, slots=True)
class Money:
    """What a currency word stands for: a code, or several codes of which the first is the usual one here."""

    codes: tuple[str, ...]
    minor: bool = False
    power: int = 0


@dataclass(frozen=True, slots=True)
class Vague:
    """A word such as "dozens": between `low` and `high`."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables of one language."""

    lang: str
    spaceless: bool
    words: NumberWords
    decimal: str
    group: str
    numbers: NumberTable
    glued: PhraseTable[int]
    fractions: PhraseTable[Fraction]
    halves: PhraseTable[Fraction]
    shares: PhraseTable[Fraction]
    vague: PhraseTable[Vague]
    offsets: PhraseTable[Fraction]
    minus: PhraseTable[bool]
    point: PhraseTable[bool]
    links: PhraseTable[bool]
    scale_links: PhraseTable[bool]
    fillers: PhraseTable[bool]
    percent: PhraseTable[str]
    percent_before: PhraseTable[str]
    names: PhraseTable[Money]
    families: PhraseTable[str]
    family_codes: Mapping[str, tuple[str, ...]]
    qualifiers: PhraseTable[str]
    symbols: PhraseTable[Money]
    people: PhraseTable[bool]
    before: PhraseTable[str]
    after: PhraseTable[str]
    ranges: PhraseTable[bool]
    between: Mapping[str, PhraseTable[bool]]
    between_open: PhraseTable[str]
    coordination: PhraseTable[bool]
    year_before: PhraseTable[bool]
    year_after: PhraseTable[bool]
    uncounted: PhraseTable[bool]
    counters: PhraseTable[bool]
    followers: PhraseTable[bool]
    denominators: PhraseTable[bool]
    fraction_words: PhraseTable[bool]
    fraction_links: PhraseTable[bool]
    tenths: PhraseTable[bool]
    tenth_parts: PhraseTable[bool]
    ratios: PhraseTable[bool]
    inner: PhraseTable[str]
    articles: PhraseTable[bool]
    ordinals: PhraseTable[bool]
    months: PhraseTable[bool]
    labels: PhraseTable[bool]
    share_after: PhraseTable[bool]
    changes: PhraseTable[bool]
    moves: Mapping[str, PhraseTable[bool]]
    moves_open: PhraseTable[str]


def resolve_language(lang: str) -> str:
    """The code under which a language's tables are kept: the primary subtag, in its usual form."""
    primary = re.split(r"[-_]", lang.strip().lower(), maxsplit=1)[0]
    return _ALIASES.get(primary, primary)


_SIGNS_BEFORE = {
    **dict.fromkeys(("~", "≈", "±", "∼", "≃"), "about"),
    **dict.fromkeys((">", "≥", ">=", "> =", "⩾"), "at_least"),
    **dict.fromkeys(("<", "≤", "<=", "< =", "⩽"), "at_most"),
}
_SIGNS_AFTER = {"+": "at_least"}


@cache
def load_lexicon(code: str) -> Lexicon:
    """The lexicon of a language code as `resolve_language` gives it; a language nobody knows gets plain digits and symbols."""
    pack = load_pack(code).numbers if code in pack_codes() else _unpacked().get(code, _PLAIN)
    return _build(code, pack, load_facts(code), load_spellout(code))


_PLAIN = NumberWords(glued={"m": 6})


@cache
def _unpacked() -> Mapping[str, NumberWords]:
    table = load_table(Path(__file__).with_name("unpacked.toml"))
    return {code: read_number_words(table.table(code)) for code in table}


@dataclass(frozen=True, slots=True)
class _Shared:
    """What holds in every language: families of currencies, symbols, words that are not translated."""

    families: Mapping[str, tuple[str, ...]]
    symbols: Mapping[str, tuple[str, ...]]
    words: Mapping[str, str]
    minor: Mapping[str, str]


@cache
def _shared() -> _Shared:
    text = (resources.files(__package__) / "currencies.toml").read_text(encoding="utf-8")
    data: dict[str, Any] = tomllib.loads(text)
    symbols = dict(load_symbols()) | {symbol: tuple(codes) for symbol, codes in data["symbols"].items()}
    return _Shared({name: tuple(codes) for name, codes in data["families"].items()}, symbols, data["words"], data["minor"])


def _first(codes: Iterable[str], chosen: str | None) -> tuple[str, ...]:
    rest = tuple(codes)
    return (chosen, *(code for code in rest if code != chosen)) if chosen in rest and chosen else rest


def _build(code: str, pack: NumberWords, facts: LocaleFacts, spellout: Spellout) -> Lexicon:
    loose = code in SPACELESS
    clitics = {fold(clitic).text for clitic in pack.clitics if len(clitic) == 1}
    shared = _shared()
    families = shared.families
    named = dict(shared.words) | dict(pack.currencies)
    homes = {name: _first(codes, pack.defaults.get(name, facts.currency)) for name, codes in families.items()}
    words = family_words(facts.names, families)
    current = {c for codes in families.values() for c in codes}

    def flags(items: Iterable[str]) -> PhraseTable[bool]:
        return PhraseTable(dict.fromkeys(items, True), loose=loose)

    def table(entries: Mapping[str, Any], suffixing: bool = False) -> PhraseTable[Any]:
        return PhraseTable(entries, loose=loose, suffixing=suffixing, clitics=clitics)

    uncounted = flags((*pack.uncounted, *pack.ranges, *pack.coordination, *(last for _, last in pack.between)))
    percent = {"%": "percent"} | dict.fromkeys(pack.percent, "percent") | dict.fromkeys(pack.percent_points, "points")
    return Lexicon(
        lang=code,
        spaceless=loose,
        words=pack,
        decimal=facts.decimal,
        group=facts.group,
        numbers=NumberTable(pack, facts, spellout, loose),
        glued=table({"k": 3, "к": 3} | dict(facts.glued) | dict(pack.glued)),
        fractions=table(pack.fractions, pack.suffixing),
        halves=table(pack.halves, pack.suffixing),
        shares=table(pack.shares),
        vague=table({word: _vague(span) for word, span in pack.vague.items()}),
        offsets=table(pack.offsets),
        minus=flags(pack.minus),
        point=flags(pack.point),
        links=flags(pack.links),
        scale_links=flags(pack.scale_links),
        fillers=flags(pack.fillers),
        percent=table(percent, pack.suffixing),
        percent_before=table({"%": "percent"} | dict.fromkeys(pack.percent_before, "percent")),
        names=table(_names(pack, facts, homes, named), pack.suffixing),
        families=table(
            {w: f for w, f in words.items() if w not in uncounted}
            | {word: name for word, name in named.items() if name in families},
            pack.suffixing,
        ),
        family_codes=homes,
        qualifiers=table(country_words(facts.names, words, current) | dict(pack.qualifiers)),
        symbols=PhraseTable(_symbols(facts, shared.symbols, homes), loose=False),
        people=table(dict.fromkeys(pack.people, True), pack.suffixing),
        before=table(_SIGNS_BEFORE | dict(pack.before)),
        after=table(_SIGNS_AFTER | dict(pack.after)),
        ranges=flags(pack.ranges),
        between={first: flags([last for f, last in pack.between if f == first]) for first, _ in pack.between},
        between_open=table({first: first for first, _ in pack.between}),
        moves={first: flags([last for f, last in pack.moves if f == first]) for first, _ in pack.moves},
        moves_open=table({first: first for first, _ in pack.moves}),
        coordination=flags(pack.coordination),
        year_before=flags(pack.year_before),
        year_after=flags(pack.year_after),
        uncounted=uncounted,
        counters=flags(pack.counters),
        followers=flags(pack.followers),
        denominators=flags(pack.denominators),
        fraction_words=flags(pack.fraction_words),
        fraction_links=flags(pack.fraction_links),
        tenths=flags(pack.tenths),
        tenth_parts=flags(pack.tenth_parts),
        ratios=flags(pack.ratios),
        inner=table(pack.inner),
        articles=flags(pack.articles),
        ordinals=flags(pack.ordinals),
        months=flags(facts.months),
        labels=flags(pack.names),
        share_after=flags(pack.share_after),
        changes=flags(pack.changes),
    )


def _vague(written: str) -> Vague:
    low, _, high = written.partition("-")
    return Vague(Decimal(low), Decimal(high))


def _names(
    pack: NumberWords, facts: LocaleFacts, homes: Mapping[str, tuple[str, ...]], named: Mapping[str, str]
) -> dict[str, Money]:
    names = {name: Money((code,)) for name, code in facts.names.items()}
    names |= {word: _coded(code) for word, code in named.items() if code not in homes}
    for word, owner in (dict(_shared().minor) | dict(pack.minor)).items():
        names[word] = Money(homes.get(owner, (owner,)), minor=True)
    return names


def _coded(written: str) -> Money:
    """ "SEK" is a krona, "SEK:6" a word for a million of them."""
    code, _, power = written.partition(":")
    return Money((code,), power=int(power or 0))


def _symbols(
    facts: LocaleFacts, shared: Mapping[str, tuple[str, ...]], homes: Mapping[str, tuple[str, ...]]
) -> dict[str, Money]:
    found = {symbol: Money((code,)) for symbol, code in facts.symbols.items() if len(fold(symbol).text.rstrip(".")) > 1}
    for symbol, codes in shared.items():
        family = next((family for family, members in homes.items() if codes[0] in members and len(codes) > 1), None)
        local = facts.symbols.get(symbol)
        found[symbol] = Money(_first(codes, local or (homes[family][0] if family else None)), minor=symbol == "¢")
    found["$"] = Money(homes["dollar"])
    return found
