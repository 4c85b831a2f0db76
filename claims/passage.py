"""A sentence of an article, with everything that was found in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol, TypeVar

from claims.article import Article, Span
from claims.cues import Cue, find_cues
from claims.dates import find_dates
from claims.dates.interval import DateInterval
from claims.entities.mention import Mention
from claims.lang.pack import Pack
from claims.quantities import find_quantities
from claims.quantities.quantity import Quantity
from claims.sentences import find_sentences

_BREAK = re.compile(r"[;:()\[\]«»„“”\"]|[,،](?=\s|$)|[、，；：؛\u3000]|\s[-–—]\s|—")
_QUOTED_NAME = re.compile(r"[«„“\"][^«»„“”\"]{1,40}[»”“\"]")
_NAME_WORDS = 4
"""Up to this many words between quotation marks are a name, not a quotation."""
_SHORT_LINE = 90
"""Characters under which a line with a boilerplate cue is taken for boilerplate as a whole."""


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


T = TypeVar("T", bound=_Spanned)


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence; `index` counts sentences, `headline` marks the title line, all spans index the article's text.

    `currency` is the one that the article states most of its amounts in: what it means when it names none.
    """

    article: Article
    span: Span
    index: int
    headline: bool
    quantities: tuple[Quantity, ...]
    dates: tuple[DateInterval, ...]
    mentions: tuple[Mention, ...]
    cues: tuple[Cue, ...]
    clauses: tuple[Span, ...]
    currency: str | None = None

    @property
    def text(self) -> str:
        """The sentence."""
        return self.span.of(self.article.text)

    def clause_of(self, span: Span) -> int:
        """The index of the clause in which `span` starts."""
        for index, clause in enumerate(self.clauses):
            if span.start < clause.end:
                return index
        return len(self.clauses) - 1

    def clauses_between(self, first: Span, second: Span) -> int:
        """How many clause boundaries lie between two spans."""
        return abs(self.clause_of(first) - self.clause_of(second))

    def signals(self, name: str) -> list[Cue]:
        """The cues of one list under [cues]."""
        return [cue for cue in self.cues if cue.kind == "" and cue.list == name]

    def kind_cues(self, kind: str) -> list[Cue]:
        """The cues of one kind."""
        return [cue for cue in self.cues if cue.kind == kind]


def find_passages(article: Article, mentions: Sequence[Mention], pack: Pack) -> list[Passage]:
    """The article's sentences in order, without lines that are no part of the article."""
    text = article.text
    quantities = find_quantities(text, article.lang)
    dates = find_dates(text, article.lang, article.published)
    currency = _main_currency(quantities)
    passages = []
    for index, span in enumerate(find_sentences(text, pack)):
        passage = Passage(
            article=article,
            span=span,
            index=index,
            headline=index == 0 and _is_headline(article, span),
            quantities=_inside(quantities, span),
            dates=_inside(dates, span),
            mentions=tuple(mention for mention in _inside(mentions, span) if not _is_outlet(mention, article)),
            cues=tuple(find_cues(text, article.lang, span)),
            clauses=_clauses(text, span, [quantity.span for quantity in quantities]),
            currency=currency,
        )
        if not _is_boilerplate(passage):
            passages.append(passage)
    return passages


def _is_outlet(mention: Mention, article: Article) -> bool:
    """Whether an article speaks of its own outlet ("told the Ledger"): the teller is nobody in the story."""
    return article.outlet is not None and mention.text.casefold() in article.outlet.casefold()


def _main_currency(quantities: Sequence[Quantity]) -> str | None:
    counts = Counter(quantity.unit for quantity in quantities if quantity.is_money)
    return max(counts, key=lambda unit: (counts[unit], unit), default=None)


def _is_headline(article: Article, span: Span) -> bool:
    line_end = article.text.find("\n")
    return bool(article.title) and (line_end < 0 or span.start < line_end)


def _is_boilerplate(passage: Passage) -> bool:
    return bool(passage.signals("boilerplate")) and len(passage.span) < _SHORT_LINE and not passage.headline


def _inside(items: Iterable[T], span: Span) -> tuple[T, ...]:
    return tuple(item for item in items if span.contains(item.span))


def _clauses(text: str, sentence: Span, figures: Sequence[Span]) -> tuple[Span, ...]:
    cuts = [sentence.start]
    whole = [*figures, *_quoted_names(text, sentence)]
    for match in _BREAK.finditer(text, sentence.start, sentence.end):
        if not any(span.start <= match.start() < span.end for span in whole):
            cuts.append(match.end())
    cuts.append(sentence.end)
    return tuple(Span(start, end) for start, end in pairwise(cuts) if start < end)


def _quoted_names(text: str, sentence: Span) -> list[Span]:
    """Names in quotation marks, as the Arabic and Russian press writes companies: they are part of their clause."""
    quoted = _QUOTED_NAME.finditer(text, sentence.start, sentence.end)
    return [Span(*match.span()) for match in quoted if len(match[0].split()) <= _NAME_WORDS]
