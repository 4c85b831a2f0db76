"""One pass over a text: where figures stand, and what each of them says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from claims.quantities.amounts import Amount, read_digits, read_sign, read_words
from claims.quantities.folding import Folded, fold
from claims.quantities.lexicon import Lexicon
from claims.quantities.measures import measure
from claims.quantities.numerals import NUMERAL, VULGAR
from claims.quantities.phrases import MARKS, skip_gap, word_end
from claims.quantities.quantity import Quantity
from claims.quantities.ranges import join_ranges
from claims.quantities.reading import Reading, to_quantity
from claims.quantities.rejections import is_ordinal, is_part_of_word, is_spaceless_number
from claims.quantities.shares import (
    read_fraction,
    read_vague,
    with_denominator,
    with_fraction,
    with_numerator,
    with_ratio,
)
from claims.quantities.tenths import with_tenths

_NOISE = (
    r"\d{4}-\d{1,2}-\d{1,2}(?!\d)|\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)\d{2,4}(?!\d)"
    r"|\d{1,3}:\d{1,3}(?::\d{2})?(?!\d)|\+\d[\d ()-]{6,20}\d"
)
_ADDRESS = re.compile(r"\S*")
_ADDRESSES = frozenset({"http", "https", "www"})
_NUMBER, _SIGN, _WORD = "number", "sign", "word"
_REMEMBERED = 200_000
_NO, _WEAK, _STRONG = 0, 1, 2
_GROWN = (with_denominator, with_ratio)
_GROWN_SPACELESS = (with_tenths, with_denominator, with_numerator, with_fraction, with_ratio)


class Anchors:
    """Finds the places of a text where a figure may start; keeps what it learned of each word."""

    def __init__(self, lex: Lexicon) -> None:
        self._lex = lex
        self._memo: dict[str, int] = {}
        self._seconds: dict[str, bool] = {}
        signs = "".join(VULGAR)
        if lex.spaceless:
            heads = "".join(sorted(lex.fractions.heads | lex.vague.heads | lex.shares.heads))
            word = rf"(?:[{re.escape(lex.numbers.characters + heads) or '0'}]|https?|www)+"
        elif any(unicodedata.category(char)[0] == "M" for char in lex.numbers.characters):
            word = rf"[^\W\d_{signs}](?:[^\W\d_{signs}]|[{MARKS}])*"
        else:
            word = rf"[^\W\d_{signs}]+"
        self._scan = re.compile(rf"(?P<word>{word})|(?P<noise>{_NOISE})|(?P<number>{NUMERAL})|(?P<sign>[{signs}])")

    def find(self, text: str) -> Iterator[tuple[str, int, int]]:
        """The kind, start and end of each place."""
        memo = self._memo
        address = 0
        for found in self._scan.finditer(text):
            word = found.group()
            known = memo.get(word)
            # Nine words in ten: no figure starts here.
            if known == _NO or found.start() < address:
                continue
            kind = found.lastgroup
            if kind == _WORD:
                if known is None:
                    known = self._learn(word)
                if not known or (known == _WEAK and not self._goes_on(text, found.end())):
                    continue
                if word in _ADDRESSES:
                    address = _end_of_address(text, found.end())
                elif self._lex.spaceless:
                    yield from ((_WORD, pos, found.end()) for pos in range(found.start(), found.end()))
                else:
                    yield _WORD, found.start(), found.end()
            elif kind and kind != "noise":
                yield kind, found.start(), found.end()

    def _learn(self, word: str) -> int:
        if len(self._memo) > _REMEMBERED:
            self._memo.clear()
        known = self._memo[word] = self._strength(word)
        return known

    def _strength(self, word: str) -> int:
        """How surely a word starts a figure: not at all, only with the right word behind it ("a third"), or by itself."""
        lex = self._lex
        if lex.spaceless or word in _ADDRESSES:
            return _STRONG
        atoms = lex.numbers.read(word, 0)
        if atoms:
            return _WEAK if len(atoms[0]) == 1 and atoms[0][0].value == 1 else _STRONG
        tables = (lex.fractions, lex.shares, lex.vague, lex.offsets)
        if any(table.match(word, 0) for table in tables):
            return _STRONG
        return _WEAK if any(table.opens(word) for table in tables) else _NO

    def _goes_on(self, text: str, end: int) -> bool:
        """Whether the word behind `end` may continue a figure that a weak word starts, or nothing stands there."""
        at = skip_gap(text, end)
        word = text[at : word_end(text, at)]
        known = self._seconds.get(word)
        if known is None:
            if len(self._seconds) > _REMEMBERED:
                self._seconds.clear()
            known = self._seconds[word] = not word or word.isdigit() or self._continues(word)
        return known

    def _continues(self, word: str) -> bool:
        lex = self._lex
        if (
            lex.numbers.read(word, 0)
            or lex.numbers.denominator(word)
            or any(table.holds(word) for table in (lex.fractions, lex.shares, lex.vague))
        ):
            return True
        units = (lex.percent, lex.names, lex.families, lex.qualifiers, lex.symbols)
        tables = (*units, lex.ratios, lex.links, lex.point, lex.halves)
        return any(table.opens(word) or table.match(word, 0) for table in tables) or word in lex.numbers.joiners


def _end_of_address(text: str, end: int) -> int:
    """Where the web address ends whose first word ends at `end`; `end` itself where no address follows."""
    return _ADDRESS.match(text, end).end() if text[end : end + 1] in (":", ".") else end  # type: ignore[union-attr]


def find(source: str, lex: Lexicon, anchors: Anchors) -> list[Quantity]:
    """The quantities of `source`, in order; spans do not overlap."""
    folded = fold(source)
    readings: list[Reading] = []
    done = floor = 0
    for kind, start, end in anchors.find(folded.text):
        if start < done:
            continue
        amount = _read_amount(folded, kind, start, lex)
        if amount is None:
            done = end if kind == _NUMBER else done
            continue
        done = amount.end
        reading = measure(folded, amount, floor, lex)
        if reading:
            readings.append(reading)
            done = floor = max(done, reading.last)
    return [to_quantity(reading, folded) for reading in join_ranges(folded.text, readings, lex)]


def _read_amount(folded: Folded, kind: str, start: int, lex: Lexicon) -> Amount | None:
    text = folded.text
    if kind == _SIGN:
        return read_sign(text, start, lex)
    if kind == _WORD:
        told = read_vague(text, start, lex) or read_fraction(text, start, lex)
        return told or _grown(text, _read_word(text, start, lex), lex)
    amount = None if is_part_of_word(folded, start, lex) else read_digits(text, start, lex)
    return None if amount and is_ordinal(text, amount, lex) else _grown(text, amount, lex)


def _read_word(text: str, start: int, lex: Lexicon) -> Amount | None:
    amount = read_words(text, start, lex)
    return None if amount and lex.spaceless and not is_spaceless_number(text, amount, lex) else amount


def _grown(text: str, amount: Amount | None, lex: Lexicon) -> Amount | None:
    """The amount with what makes it a fraction: a denominator, a numerator, the whole of a ratio."""
    if amount is None:
        return None
    at = skip_gap(text, amount.end)
    if not lex.spaceless and not (text[at : at + 1].isalpha() or text[at : at + 1] == "-"):
        return amount
    for grow in _GROWN_SPACELESS if lex.spaceless else _GROWN:
        grown = grow(text, amount, lex)
        if grown:
            return grown
    return amount
