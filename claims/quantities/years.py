"""Telling a year from a count by its form and its neighbours."""

from __future__ import annotations

from claims.quantities.amounts import Amount
from claims.quantities.lexicon import Lexicon
from claims.quantities.phrases import skip_gap, skip_gap_back, word_start

_FIRST, _LAST = 1500, 2100
_USUAL = range(1900, 2061)


def year_end(text: str, amount: Amount, noun: str, lex: Lexicon) -> int | None:
    """Where the year that `amount` is ends, word for "year" included; None where it is no year.

    A year is four plain digits from 1500 to 2100 beside a word for it, or with nothing to count behind it. `noun` is the word
    behind the figure that could be counted, "" without one.
    """
    if not amount.plain or amount.end - amount.start != 4 or not _FIRST <= amount.low <= _LAST:
        return None
    after = lex.year_after.match(text, skip_gap(text, amount.end))
    if after:
        return after[1]
    pos = skip_gap_back(text, amount.start)
    if lex.year_before.match_before(text, pos) or _follows_month(text, pos, lex):
        return amount.end
    if int(amount.low) not in _USUAL:
        return None
    return None if noun and int(amount.low) % 100 == 0 else amount.end


def is_year_word(text: str, amount: Amount, lex: Lexicon) -> bool:
    """Whether an abbreviation behind a usual year is the one for "year" and no currency ("2007 р." in Ukrainian)."""
    usual = amount.plain and amount.end - amount.start == 4 and int(amount.low) in _USUAL
    return usual and lex.year_after.match(text, skip_gap(text, amount.end)) is not None


def _follows_month(text: str, pos: int, lex: Lexicon) -> bool:
    end = pos - 1 if text[pos - 1 : pos] == "." else pos
    return text[word_start(text, end) : end] in lex.months


def is_day(text: str, amount: Amount, lex: Lexicon) -> bool:
    """Whether `amount` is the day of a date: up to 31, beside the name of a month."""
    if not amount.plain or amount.low > 31 or amount.end - amount.start > 2:
        return False
    at = amount.end + 1 if text[amount.end : amount.end + 1] == "." else amount.end
    at = skip_gap(text, at)
    for _ in range(2):
        if lex.months.match(text, at):
            return True
        link = lex.links.match(text, at)
        if not link:
            break
        at = skip_gap(text, link[1])
    return _follows_month(text, skip_gap_back(text, amount.start), lex)
