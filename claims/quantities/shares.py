"""Fractions and shares: "a third", "two thirds", 三分之一, "3 out of 10", and vague counts such as "dozens"."""

from __future__ import annotations

from decimal import Decimal

from claims.quantities.amounts import Amount, read_digits, read_words, to_decimal
from claims.quantities.chains import read_part, skip_hyphen
from claims.quantities.lexicon import Lexicon
from claims.quantities.phrases import skip_gap, word_end

_TEN_THOUSAND = 4


def read_fraction(text: str, pos: int, lex: Lexicon) -> Amount | None:
    """A share or a fraction in words at `pos`: "one in three", "a third", "half a million"."""
    share = lex.shares.match(text, pos)
    if share:
        value = to_decimal(share[0])
        return Amount(pos, share[1], value, value, Decimal(0), fraction=True, share=True)
    found = lex.fractions.match(text, pos)
    if not found:
        return None
    value = to_decimal(found[0])
    return _fraction_scaled(text, Amount(pos, found[1], value, value, Decimal(0), fraction=value < 1), lex)


def with_denominator(text: str, amount: Amount, lex: Lexicon) -> Amount | None:
    """ "two thirds": a small whole number and the fraction behind it."""
    if amount.scale >= 3 or amount.low != amount.low.to_integral_value():
        return None
    at = skip_hyphen(text, amount.end)
    link = lex.fraction_links.match(text, at) if not amount.digits else None
    found = _linked_part(text, skip_gap(text, link[1]), lex) if link else _read_part(text, at, lex, amount.digits)
    if not found:
        return None
    value = amount.low / found[0]
    grown = amount._replace(end=found[1], scale=0, low=value, high=value, step=Decimal(0), plain=False, fraction=value < 1)
    return _fraction_scaled(text, grown, lex)


def _linked_part(text: str, pos: int, lex: Lexicon) -> tuple[Decimal, int] | None:
    """The denominator behind a word that ties it to its number: Hindi "तीन का पांचवां", three of fifth parts."""
    end = word_end(text, pos)
    whole = lex.numbers.denominator(text[pos:end])
    return (whole, end) if whole else None


def _read_part(text: str, pos: int, lex: Lexicon, digits: bool) -> tuple[Decimal, int] | None:
    """The denominator that a word at `pos` names, and where it ends: "fifths", "cincoavos", "onze avos".

    Behind `digits`, only a word that is always a fraction: "2 fifths", but not "100 millionths".
    """
    found = read_part(text, pos, lex)
    if found or digits:
        return found if not digits or lex.fractions.match(text, pos) else None
    below = read_words(text, pos, lex) if len(lex.fraction_words) else None
    word = lex.fraction_words.match(text, skip_gap(text, below.end)) if below else None
    return (below.low, word[1]) if below and word and below.low >= 2 else None


def with_numerator(text: str, amount: Amount, lex: Lexicon) -> Amount | None:
    """三分之一: the denominator first, then the numerator; a hundredth is a percent."""
    found = lex.denominators.match(text, skip_gap(text, amount.end))
    if not found or not amount.low:
        return None
    at = skip_gap(text, found[1])
    above = read_digits(text, at, lex) if text[at : at + 1].isdigit() else read_words(text, at, lex)
    if above is None:
        return None
    parts = amount.low
    grown = amount._replace(end=above.end, scale=0, plain=False, step=Decimal(0))
    hundredths = any(word.endswith(text[amount.end : found[1]].strip()) for word in lex.words.percent_before)
    bare = not text[amount.start].isdigit() and text[amount.start] in lex.numbers.scale_signs
    if hundredths and bare and parts >= 100 and parts == Decimal(1).scaleb(parts.adjusted()):
        factor = 100 / parts
        return grown._replace(low=above.low * factor, high=above.high * factor, step=above.step * factor, percent=True)
    value = above.low / parts
    return grown._replace(low=value, high=value, fraction=value < 1)


def with_fraction(text: str, amount: Amount, lex: Lexicon) -> Amount | None:
    """１と２分の１: a whole number and a fraction with the denominator first."""
    if not len(lex.denominators) or amount.scale >= _TEN_THOUSAND:
        return None
    joiner = lex.coordination.match(text, amount.end)
    if not joiner:
        return None
    at = skip_gap(text, joiner[1])
    below = read_digits(text, at, lex) if text[at : at + 1].isdigit() else read_words(text, at, lex)
    part = with_numerator(text, below, lex) if below else None
    if part is None or not part.fraction:
        return None
    return amount._replace(end=part.end, low=amount.low + part.low, high=amount.low + part.low, step=Decimal(0), plain=False)


def with_ratio(text: str, amount: Amount, lex: Lexicon) -> Amount | None:
    """ "3 out of 10", "un sur trois": the share that the second number gives the first."""
    if not len(lex.ratios) or amount.scale or not 0 < amount.low <= 100 or amount.low != amount.low.to_integral_value():
        return None
    word = lex.ratios.match(text, skip_gap(text, amount.end))
    if not word:
        return None
    at = skip_gap(text, word[1])
    whole = read_digits(text, at, lex) if text[at : at + 1].isdigit() else read_words(text, at, lex)
    if whole is None or whole.low <= amount.low or whole.low > 1_000_000 or whole.low != whole.low.to_integral_value():
        return None
    value = amount.low / whole.low
    return amount._replace(end=whole.end, low=value, high=value, step=Decimal(0), plain=False, fraction=True)


def _fraction_scaled(text: str, amount: Amount, lex: Lexicon) -> Amount:
    at = skip_gap(text, amount.end)
    for table in (lex.articles, lex.links):
        word = table.match(text, at)
        if word:
            at = skip_gap(text, word[1])
    found = lex.numbers.read(text, at)
    if not found or len(found[0]) != 1 or found[0][0].power < 10:
        return amount
    return amount.scaled(found[0][0].power, found[1])


def read_vague(text: str, pos: int, lex: Lexicon) -> Amount | None:
    """ "dozens", "several hundred", "tens of millions"."""
    found = lex.vague.match(text, pos)
    if not found:
        return None
    low, high = found[0].low, found[0].high
    amount = Amount(pos, found[1], low, high, Decimal(0), approximate=True)
    return _fraction_scaled(text, amount, lex)
