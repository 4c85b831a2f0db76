"""Tenths of the whole and what may follow them: 三成, 六成五, 3割8分7厘, 八折."""

from __future__ import annotations

from decimal import Decimal

from claims.quantities.amounts import Amount, read_digits, read_words
from claims.quantities.lexicon import Lexicon
from claims.quantities.phrases import skip_gap

_TEN = Decimal(10)


def with_tenths(text: str, amount: Amount, lex: Lexicon) -> Amount | None:
    """The percent that a figure before a word for tenths stands for; None where there is no such word."""
    if not len(lex.tenths) or amount.low > 100:
        return None
    found = lex.tenths.match(text, skip_gap(text, amount.end))
    if not found:
        return None
    factor = _TEN if amount.low <= _TEN else Decimal(1)
    value, step, end = amount.low * factor, amount.step * factor, found[1]
    if factor == _TEN and value < 100:
        value, step, end = _finer(text, value, end, lex)
    return amount._replace(end=end, low=value, high=value, step=step, scale=0, plain=False, percent=True)


def _finer(text: str, value: Decimal, end: int, lex: Lexicon) -> tuple[Decimal, Decimal, int]:
    """The hundredths and thousandths behind tenths that end at `end`: percent, its step, where it ends."""
    step = _TEN
    half = lex.halves.match(text, skip_gap(text, end))
    if half:
        return value + 5, Decimal(1), half[1]
    while step > Decimal("0.1"):
        digit = _digit(text, skip_gap(text, end), lex)
        if digit is None:
            break
        step /= 10
        value, end = value + digit[0] * step, digit[1]
    return value, step, end


def _digit(text: str, pos: int, lex: Lexicon) -> tuple[Decimal, int] | None:
    """One digit that counts nothing but parts (8分, 7厘, a bare 五), and where it ends."""
    digit = read_digits(text, pos, lex) if text[pos : pos + 1].isdigit() else read_words(text, pos, lex)
    if digit is None or digit.scale or not 0 < digit.low < _TEN or digit.end - pos > 1:
        return None
    part = lex.tenth_parts.match(text, digit.end)
    if part:
        return digit.low, part[1]
    at = skip_gap(text, digit.end)
    counts = (
        lex.counters.match(text, at) or lex.people.match(text, at) or lex.percent.match(text, at) or lex.names.match(text, at)
    )
    return None if counts or lex.tenths.match(text, at) else (digit.low, digit.end)
