"""One pass over a text: where figures stand, and what each of them says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claims.quantities.amounts import (
    Amount,
    read_digits,
    read_fraction,
    read_sign,
    read_vague,
    read_words,
    with_denominator,
)
from claims.quantities.folding import Folded, fold
from claims.quantities.hedges import read_hedge
from claims.quantities.lexicon import Lexicon
from claims.quantities.numerals import NUMERAL, VULGAR
from claims.quantities.phrases import MARKS, in_word, skip_gap, skip_gap_back, word_start
from claims.quantities.quantity import Quantity
from claims.quantities.ranges import join_ranges
from claims.quantities.reading import Reading, to_quantity
from claims.quantities.units import Unit, money_before, read_unit
from claims.quantities.years import is_day, year_end

_NOISE = (
    r"https?://\S+|www\.\S+|\d{4}-\d{1,2}-\d{1,2}(?!\d)|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?!\d)"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\+\d[\d ()-]{6,20}\d"
)
_NUMBER, _SIGN, _WORD = "number", "sign", "word"


class Anchors:
    """Finds the places of a text where a figure may start; keeps what it learned of each word."""

    def __init__(self, lex: Lexicon) -> None:
        self._lex = lex
        self._memo: dict[str, bool] = {}
        signs = "".join(VULGAR)
        if lex.spaceless:
            letters = re.escape(lex.numbers.characters) or "\\ufffe"
            word = rf"[{letters}]+"
        else:
            word = rf"[^\W\d_](?:[^\W\d_]|[{MARKS}])*"
        self._scan = re.compile(rf"(?P<noise>{_NOISE})|(?P<number>{NUMERAL})|(?P<sign>[{signs}])|(?P<word>{word})")

    def find(self, text: str) -> Iterator[tuple[str, int, int]]:
        """The kind, start and end of each place."""
        memo = self._memo
        for found in self._scan.finditer(text):
            kind = found.lastgroup
            if kind == "word":
                word = found.group()
                known = memo.get(word)
                if known is None:
                    known = self._learn(word)
                if known:
                    yield _WORD, found.start(), found.end()
            elif kind != "noise" and kind:
                yield kind, found.start(), found.end()

    def _learn(self, word: str) -> bool:
        lex = self._lex
        if len(self._memo) > 200_000:
            self._memo.clear()
        tables = (lex.fractions, lex.shares, lex.vague)
        known = lex.spaceless or lex.numbers.read(word, 0) is not None or any(table.opens(word) for table in tables)
        self._memo[word] = known
        return known


def find(source: str, lex: Lexicon, anchors: Anchors) -> list[Quantity]:
    """The quantities of `source`, in order; spans do not overlap."""
    folded = fold(source)
    readings: list[Reading] = []
    done = 0
    for kind, start, end in anchors.find(folded.text):
        if start < done:
            continue
        amount = _read_amount(folded, source, kind, start, end, lex)
        if amount is None:
            if kind == _NUMBER:
                done = end
            continue
        done = amount.end
        reading = _read(folded, source, amount, lex)
        if reading:
            readings.append(reading)
            done = max(done, reading.last)
    return [to_quantity(reading, folded, source) for reading in join_ranges(folded.text, readings, lex)]


def _read_amount(folded: Folded, source: str, kind: str, start: int, end: int, lex: Lexicon) -> Amount | None:
    text = folded.text
    if kind == _SIGN:
        return read_sign(text, start, lex)
    if kind == _NUMBER:
        if _is_name(folded, source, start, end, lex):
            return None
        amount = read_digits(text, start, lex)
        if amount is None or _is_ordinal(text, amount, lex):
            return None
        return with_denominator(text, amount, lex) or amount
    return read_vague(text, start, lex) or read_fraction(text, start, lex) or _read_word(text, start, lex)


def _read_word(text: str, start: int, lex: Lexicon) -> Amount | None:
    amount = read_words(text, start, lex)
    return (with_denominator(text, amount, lex) or amount) if amount else None


def _is_name(folded: Folded, source: str, start: int, end: int, lex: Lexicon) -> bool:
    """Whether digits are part of a name or a word: G20, COVID-19, 5G."""
    text = folded.text
    before = text[start - 1 : start]
    if before == "-" and start > 1 and text[start - 2].isalpha() and (not lex.spaceless or text[start - 2].isascii()):
        return True
    if before and in_word(before) and not (lex.spaceless and not before.isascii()):
        if money_before(folded, source, start, lex):
            return False
        first = word_start(text, start)
        return text[first:start] not in lex.words.clitics
    return before == "_"


def _is_ordinal(text: str, amount: Amount, lex: Lexicon) -> bool:
    if not amount.plain:
        return False
    end = amount.end
    if lex.ordinals.match(text, end):
        return True
    dotted = lex.words.ordinal_dot and text[end : end + 2] == ". " and amount.low < 100
    return dotted and text[end + 2 : end + 3].isalpha() and not lex.months.match(text, end + 2)


def _read(folded: Folded, source: str, amount: Amount, lex: Lexicon) -> Reading | None:
    text = folded.text
    unit = read_unit(folded, source, amount, lex)
    if unit.name not in ("percent", "people") and not unit.is_money:
        if is_day(text, amount, lex):
            return None
        year = year_end(text, amount, unit.name, lex)
        if year is not None:
            unit = Unit(amount.start, year, "year")
        elif _is_glued_word(text, amount, unit, lex):
            return None
    reading = _measure(text, amount, unit, lex)
    return _signed(text, reading, lex)


def _is_glued_word(text: str, amount: Amount, unit: Unit, lex: Lexicon) -> bool:
    """Whether letters follow the digits without a space and are no unit: 5G, 3D, 20th."""
    after = text[amount.end : amount.end + 1]
    if not amount.digits or not after or not after.isalpha() or lex.spaceless:
        return False
    return unit.end <= amount.end or amount.scale > 0 or len(unit.name) < 2


def _measure(text: str, amount: Amount, unit: Unit, lex: Lexicon) -> Reading:
    hedge = read_hedge(text, unit.start, unit.end, lex)
    low, high, name = amount.low, amount.high, unit.name
    if amount.fraction and not unit.is_money and name not in ("percent", "percent_points"):
        share = amount.share or hedge.bound or hedge.approximate or _is_share(text, amount, unit, lex)
        if share:
            low, high, name = low * 100, high * 100, "percent"
            unit = replace(unit, end=amount.end)
    return Reading(
        start=unit.start,
        end=unit.end,
        first=hedge.start,
        last=max(hedge.end, unit.end),
        low=low,
        high=high,
        step=amount.step,
        unit=name,
        codes=unit.codes,
        scale=amount.scale,
        bound=hedge.bound,
        approximate=amount.approximate or hedge.approximate,
        plain=amount.plain,
        digits=amount.digits,
        minor=unit.minor,
        prefixed=unit.prefixed,
    )


def _is_share(text: str, amount: Amount, unit: Unit, lex: Lexicon) -> bool:
    """Whether a fraction is a share of something that follows: "half of the", "a third of"."""
    at = skip_gap(text, amount.end)
    if lex.links.match(text, at) or lex.share_after.match(text, at):
        return True
    if len(lex.share_after):
        return False
    return not amount.digits and at > amount.end and at < len(text) and text[at].isalpha() and not lex.spaceless


def _signed(text: str, reading: Reading, lex: Lexicon) -> Reading:
    """The reading with the minus sign or word in front of it, if there is one."""
    start = reading.start
    pos = start
    if text[start - 1 : start] == "-" and (start == 1 or text[start - 2] in " \u00a0(\n\t"):
        pos = start - 1
    else:
        found = lex.minus.match_before(text, skip_gap_back(text, start))
        if not found:
            return reading
        pos = found[1]
    low, high = -reading.high, -reading.low
    return replace(reading, low=low, high=high, start=pos, first=min(pos, reading.first))
