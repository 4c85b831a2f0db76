"""Digits and number words that are no quantity: parts of names, ordinals, labels."""

from __future__ import annotations

from typing import Any

from claims.quantities.amounts import Amount
from claims.quantities.folding import Folded
from claims.quantities.lexicon import Lexicon
from claims.quantities.phrases import PhraseTable, in_word, skip_gap, skip_gap_back, word_start
from claims.quantities.units import NOUNS_IN_CAPITALS, Unit, money_before

_SENTENCE = frozenset('.!?:;«»"“”„()[]\n\t—–-•|/')


def is_part_of_word(folded: Folded, start: int, lex: Lexicon) -> bool:
    """Whether the digits at `start` continue a word: G20, COVID-19."""
    text = folded.text
    before = text[start - 1 : start]
    if before == "-" and start > 1 and text[start - 2].isalpha() and (not lex.spaceless or text[start - 2].isascii()):
        word = text[word_start(text, start - 1) : start - 1]
        return word not in lex.words.clitics and not lex.before.match_before(text, start)
    if before and in_word(before) and not (lex.spaceless and not before.isascii()):
        if money_before(folded, start, lex):
            return False
        return text[word_start(text, start) : start] not in lex.words.clitics
    return before == "_"


def is_ordinal(text: str, amount: Amount, lex: Lexicon) -> bool:
    """Whether plain digits carry an ordinal ending: 4th, 3-й, "5. Quartal"."""
    if not amount.plain:
        return False
    end = amount.end
    ordinal = lex.ordinals.match(text, end)
    if ordinal:
        counter = lex.counters.match(text, end)
        return counter is None or counter[1] <= ordinal[1]
    dotted = lex.words.ordinal_dot and text[end : end + 2] == ". " and amount.low < 100
    return dotted and text[end + 2 : end + 3].isalpha() and not lex.months.match(text, end + 2)


def is_glued_word(text: str, amount: Amount, unit: Unit, lex: Lexicon) -> bool:
    """Whether letters follow the digits without a space and are no unit: 5G, 3D."""
    after = text[amount.end : amount.end + 1]
    if not amount.digits or not after or not after.isalpha() or lex.spaceless:
        return False
    return unit.end <= amount.end or amount.scale > 0 or len(unit.name) < 2


def is_label(folded: Folded, amount: Amount, unit: Unit, lex: Lexicon) -> bool:
    """Whether a small bare number names something: "Article 5", "first half", "Llama 4"."""
    text = folded.text
    start = amount.start
    pos = skip_gap_back(text, start)
    if pos == 0 or amount.scale or not (amount.plain or amount.fraction or lex.spaceless):
        return False
    if lex.labels.match_before(text, pos):
        return True
    if not amount.plain or amount.end - start > (2 if unit.name else 4) or pos == start:
        return False
    first = word_start(text, pos)
    word = folded.written(first, pos) if first < pos else ""
    if len(word) < 2 or not word[0].isupper() or lex.lang in NOUNS_IN_CAPITALS or word.lower() in lex.months:
        return False
    return not _opens_sentence(text, first) or (word.isascii() and _is_foreign(text, pos))


def _opens_sentence(text: str, pos: int) -> bool:
    before = skip_gap_back(text, pos)
    return before == 0 or text[before - 1] in _SENTENCE


def _is_foreign(text: str, pos: int) -> bool:
    """Whether the text around a Latin word is in another script."""
    around = text[pos : pos + 40]
    letters = [char for char in around if char.isalpha()]
    return bool(letters) and sum(char.isascii() for char in letters) * 2 < len(letters)


def is_spaceless_number(text: str, amount: Amount, lex: Lexicon) -> bool:
    """Whether number characters inside running text are a number: 三家公司, but not 统一 or 이미."""
    start, end = amount.start, amount.end
    known = _followers(lex)
    at = skip_gap(text, end)
    followed = any(table.match(text, at) for table in known)
    opens = start == 0 or not text[start - 1].isalpha() or any(t.match_before(text, start) for t in (lex.minus, lex.before))
    closes = end >= len(text) or not text[end].isalpha()
    if lex.words.particles:
        if end - start == 1 and at == end and lex.numbers.read(text, start) and not _is_money_or_share(text, start, end, lex):
            return False
        closes = closes or any(text.startswith(particle, end) for particle in lex.words.particles)
        return opens and (followed or (closes and (end - start > 1 or end >= len(text))))
    return followed or (closes and opens) or (end - start > 1 and not _joins_name(text, start, end))


def _is_money_or_share(text: str, start: int, end: int, lex: Lexicon) -> bool:
    """Whether a number of one syllable stands before money or percent, or is no single digit: 십달러, but not 공장."""
    tables: tuple[PhraseTable[Any], ...] = (lex.names, lex.families, lex.percent, lex.denominators)
    return text[start:end] in lex.numbers.lone or end >= len(text) or any(table.match(text, end) for table in tables)


def _followers(lex: Lexicon) -> tuple[PhraseTable[Any], ...]:
    """The tables of words that only stand behind a figure."""
    return (
        lex.counters,
        lex.followers,
        lex.percent,
        lex.people,
        lex.names,
        lex.families,
        lex.symbols,
        lex.tenths,
        lex.denominators,
        lex.after,
        lex.fractions,
    )


def _joins_name(text: str, start: int, end: int) -> bool:
    """Whether number characters stand between letters on both sides, as in a name."""
    return start > 0 and end < len(text) and text[start - 1].isalpha() and text[end].isalpha() and end - start < 3
