"""Every date a text names, as an interval of days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from claims.article import Span
from claims.dates.folding import fold
from claims.dates.grammar import DATES, parse_letters
from claims.dates.interval import DateInterval
from claims.dates.lexicon import ALONE, Lexicon, load_lexicon
from claims.dates.periods import Period
from claims.dates.reduction import reduce_run
from claims.dates.resolution import Setting, read_date
from claims.dates.tokens import Token, find_runs

_SENTENCE_END = re.compile(r"[.!?…؟](?=\s+[^\s\w]*[^\W\d_a-zа-яßà-ÿ])|[。！？\n।]")
_LAST_WORD = re.compile(r"([^\W\d_]+)[^\w.,;:!?]*$")
_NEXT_WORD = re.compile(r"\s([^\W\d_]\w*)")
_SENTENCE = re.compile(r"[.!?;](?=\s|$)|[\n。؛؟।]")
_CLAUSE = re.compile(r"[.!?;,](?=\s|$)|[\n。؛؟।،、，]")


def find_dates(text: str, lang: str, published: date | None) -> list[DateInterval]:
    """The dates of `text` in order, none overlapping another.

    Relative ones ("last year", "on Monday", "March" without a year) are resolved against `published`, or against the date
    that the sentence names before them ("a year earlier"); where neither is known `start`, `end` and `label` are None.
    A language without a pack has its CLDR month names and dates in figures.
    """
    lexicon = load_lexicon(lang)
    folded = fold(text)
    found: list[DateInterval] = []
    anchor: tuple[int, Period] | None = None
    for rule, tokens in _matches(text, folded, lexicon):
        start, end = min(t.start for t in tokens), max(t.end for t in tokens)
        if anchor is not None and _SENTENCE_END.search(text, anchor[0], start):
            anchor = None
        if not _stands(rule, tokens, text, folded, lexicon):
            continue
        setting = Setting(
            published,
            anchor[1] if anchor else None,
            _is_ahead(tokens, folded, lexicon),
            _before(folded, start, lexicon, lexicon.until),
            _before(folded, start, lexicon, lexicon.since),
        )
        reading = read_date(rule, tokens, setting)
        if reading is None:
            continue
        period = reading.period
        if period is not None:
            anchor = (end, period)
        found.append(_interval(text, start, end, period, reading.relative))
    return found


def _interval(text: str, start: int, end: int, period: Period | None, relative: bool) -> DateInterval:
    span = Span(start, end)
    if period is None:
        return DateInterval(None, None, text[start:end], span, None, True)
    return DateInterval(period.start, period.end, text[start:end], span, period.label, relative)


def _matches(text: str, folded: str, lexicon: Lexicon) -> Iterator[tuple[str, list[Token]]]:
    for run in find_runs(text, folded, lexicon):
        if len(run) == 1 and run[0].kind != "S":
            if run[0].kind in ALONE:
                yield "figures" if run[0].kind == "T" else "single", run
            continue
        reduced = reduce_run(run, lexicon.words.short_years)
        for rule, start, end in parse_letters(DATES, "".join(token.kind for token in reduced)):
            tokens = reduced[start:end]
            if rule == "month_range" and tokens[1].kind == "&" and not _before(folded, tokens[0].start, lexicon, lexicon.between):
                yield from _two_months(tokens)
            else:
                yield rule, tokens


def _two_months(tokens: list[Token]) -> Iterator[tuple[str, list[Token]]]:
    """ "May and July 2025": the year that stands after the second month is also that of the first."""
    first, _, second, *year = tokens
    if year and year[-1].kind in "YRrF":
        yield "of_year", [first, year[-1]._replace(start=first.start, end=first.end)]
        yield "of_year", [second, year[-1]]
    else:
        yield from (("single", [first]), ("single", [second]))


def _stands(rule: str, tokens: list[Token], text: str, folded: str, lexicon: Lexicon) -> bool:
    """Whether words that may mean something else (a bare figure, "may", "a second half") are a date here."""
    if rule == "month_day" and not lexicon.month_first and tokens[-1].kind != "a":
        return False
    if len(tokens) > 1:
        return True
    token = tokens[0]
    if token.kind == "Y" and not token.sure:
        return _is_year(token, text, folded, lexicon)
    if token.kind in "MWG" and not token.sure:
        return _before(folded, token.start, lexicon, lexicon.at | lexicon.until)
    return True


def _is_year(token: Token, text: str, folded: str, lexicon: Lexicon) -> bool:
    cued = _before(folded, token.start, lexicon, lexicon.at | lexicon.until)
    following = _NEXT_WORD.match(folded, token.end)
    if lexicon.counted is not None and lexicon.counted.match(folded, token.end + 1) and following:
        return False
    if token.unit == "short":
        return cued or following is None
    if not 1900 <= token.value < 2070:
        return cued and (1500 <= token.value < 2070 or (lexicon.lang == "fa" and token.value < 1500))
    if cued:
        return True
    # A round figure that nothing marks as a year is more often a count.
    return lexicon.words.bare_years and token.value % 50 != 0


def _before(folded: str, start: int, lexicon: Lexicon, words: frozenset[str]) -> bool:
    """Whether one of `words` stands before `start`, joiners between them left out."""
    for _ in range(3):
        found = _LAST_WORD.search(folded, max(start - 24, 0), start)
        if found is None:
            return False
        if found[1] in words:
            return True
        if found[1] not in lexicon.joiners and found[1] not in lexicon.at:
            return False
        start = found.start()
    return False


def _is_ahead(tokens: list[Token], folded: str, lexicon: Lexicon) -> bool:
    """Whether the words around a date that has no year of its own say that it is still to come."""
    if any(token.kind in "YRrF" for token in tokens):
        return False
    start, end = min(t.start for t in tokens), max(t.end for t in tokens)
    if _before(folded, start, lexicon, lexicon.until):
        return True
    if lexicon.ahead is None:
        return False
    # A weekday is near: "will cut jobs, it said on Monday" is about the Monday before.
    near = any(token.kind == "W" for token in tokens)
    before = (_CLAUSE if near else _SENTENCE).split(folded[max(start - (24 if near else 60), 0) : start])[-1]
    after = "" if near else _SENTENCE.split(folded[end : end + 30])[0]
    return lexicon.ahead.search(before) is not None or lexicon.ahead.search(after) is not None
