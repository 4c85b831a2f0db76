"""Every date a text names, as an interval of days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from claims.article import Span
from claims.dates.folding import fold
from claims.dates.grammar import DATES, parse_letters
from claims.dates.interval import DateInterval
from claims.dates.lexicon import ALONE, Lexicon, load_lexicon
from claims.dates.periods import Period
from claims.dates.readings import Setting
from claims.dates.reduction import reduce_run
from claims.dates.resolution import read_date
from claims.dates.surroundings import follows, is_ahead, sentence_ends, stands_alone
from claims.dates.tokens import Token, find_runs

_ANCHOR_REACH = 400
"""Characters after which a date is no longer what "a year earlier" refers to, even in one long sentence."""

_LEANING = frozenset("rvspfjJ")
_COUNTED = frozenset("vs")
_DATED = frozenset("TYRrFDzv")
_ENDING = frozenset("eG")


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
    last = 0
    for rule, tokens in _matches(folded, text, lexicon):
        start, end = min(t.start for t in tokens), max(t.end for t in tokens)
        # A phrase that stands for several parts can be shared out to two dates; the first one has it.
        if start < last or (len(tokens) == 1 and not stands_alone(tokens[0], folded, lexicon)):
            continue
        near = anchor if anchor is not None and _reaches(anchor, tokens, text, start, published) else None
        reading = read_date(rule, tokens, _setting(published, near, tokens, folded, lexicon))
        if reading is None:
            continue
        period, last = reading.period, end
        if period is not None:
            anchor = (end, period)
        found.append(_interval(text, start, end, period, reading.relative))
    return found


def _reaches(anchor: tuple[int, Period], tokens: list[Token], text: str, start: int, published: date | None) -> bool:
    """Whether the date may be counted from the one before it.

    "A year earlier" and "the same period" always are, within a paragraph. "The previous year" is mostly the one before
    publication: the sentence itself must say otherwise, or the one before it with a year that is still news.
    """
    kinds = {token.kind for token in tokens}
    if not kinds & _LEANING or start - anchor[0] > _ANCHOR_REACH or "\n" in text[anchor[0] : start]:
        return False
    ends = sentence_ends(text, anchor[0], start)
    recent = published is None or anchor[1].start.year >= published.year - 2
    return not ends or bool(kinds & _COUNTED) or (ends == 1 and recent)


def _setting(
    published: date | None, anchor: tuple[int, Period] | None, tokens: list[Token], folded: str, lexicon: Lexicon
) -> Setting:
    start = min(token.start for token in tokens)
    kinds = {token.kind for token in tokens}
    open_year = not kinds & _DATED
    return Setting(
        published,
        None if anchor is None else anchor[1],
        ahead=open_year and is_ahead(tokens, folded, lexicon),
        deadline=bool(kinds & _ENDING) and follows(folded, start, lexicon, lexicon.until),
        past=open_year and follows(folded, start, lexicon, lexicon.since),
    )


def _interval(text: str, start: int, end: int, period: Period | None, relative: bool) -> DateInterval:
    span = Span(start, end)
    if period is None:
        return DateInterval(None, None, text[start:end], span, None, True)
    return DateInterval(period.start, period.end, text[start:end], span, period.label, relative)


def _matches(folded: str, text: str, lexicon: Lexicon) -> Iterator[tuple[str, list[Token]]]:
    """Every rule that matched, with its tokens."""
    for run in find_runs(text, folded, lexicon):
        if len(run) == 1 and run[0].kind != "S":
            if run[0].kind in ALONE:
                yield "figures" if run[0].kind == "T" else "single", run
            continue
        reduced = reduce_run(run, lexicon.words.short_years)
        for rule, start, end in parse_letters(DATES, "".join(token.kind for token in reduced)):
            yield from _checked(rule, reduced[start:end], folded, lexicon)


def _checked(rule: str, tokens: list[Token], folded: str, lexicon: Lexicon) -> Iterator[tuple[str, list[Token]]]:
    """What is left of a match where the language does not write dates so."""
    marked = tokens[-1].kind == "a"
    if rule == "year_month_day" and not marked and lexicon.numeric_order != "ymd":
        yield "of_year", tokens[:-1]
    elif rule == "month_day" and not marked and not lexicon.month_first:
        yield from (("single", [token]) for token in tokens if token.kind == "M")
    elif rule == "month_range" and tokens[1].kind == "&" and not follows(folded, tokens[0].start, lexicon, lexicon.between):
        yield from _two_months(tokens)
    else:
        yield rule, tokens


def _two_months(tokens: list[Token]) -> Iterator[tuple[str, list[Token]]]:
    """ "May and July 2025": the year that stands after the second month is also that of the first."""
    first, _, second, *rest = tokens
    if rest and rest[-1].kind in "YRrF":
        year = rest[-1]
        yield "of_year", [first, year._replace(start=first.start, end=first.end)]
        yield "of_year", [second, year]
    else:
        yield from (("single", [first]), ("single", [second]))
